"""Hits: what the scan found in an article, reduced to what counts.

A hit inside a longer one is dropped (`antimony` in a company's name, `price` in `share price`); names count only as they are
written; a weak word of a commodity counts in company (a word of trade, another commodity); an alias that is a common word
needs its ticker or a second mention.
"""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from operator import itemgetter
from typing import Any, NamedTuple

from tocsin.detect.chinese import FIRM, PRODUCT, is_compared
from tocsin.detect.reach import reaches
from tocsin.detect.text import Folded, Sentence
from tocsin.rules import RulePack
from tocsin.rules.loader import SHORT, FrameGroups, WordTable
from tocsin.rules.words import Entry

_HIDERS = frozenset(
    ["never", "void", "company", "body", "market", "country", "place", "form", "phrase", "subject", "move"]
)
_NAMES = frozenset(["company", "body"])
_INSIDE = frozenset(["subject", "part", "ticker", "hint"])
"""What counts also inside a commodity's name: `silver production` is both."""
_NAMING = frozenset(["never", "void", "company", "body", "market", "country", "place"])
"""What leaves no commodity inside it."""
_TRIGGERS = frozenset(["move", "subject", "phrase", "part"])


class Hit(NamedTuple):
    """A word of a rule or lexicon in the folded text; a tuple, since thousands are made for an article."""

    start: int
    end: int
    kind: str
    id: str
    data: Any
    weak: bool = False


Fitting = tuple[str, dict[str, list[Hit]], list[int]]
"""A pack, the hits of its groups of words, and the numbers of its frames whose groups all have one."""


def _fitting(parts: Sequence[Hit], packs: Mapping[str, FrameGroups]) -> list[Fitting]:
    by_pack: dict[str, dict[str, list[Hit]]] = {}
    for hit in parts:
        group = by_pack.setdefault(hit.id, {}).setdefault(hit.data, [])
        if len(group) < MAX_HITS:
            group.append(hit)
    fitting: list[Fitting] = []
    for name, groups in by_pack.items():
        frames, here = packs[name], groups.keys()
        places = [place for group in groups for place in frames.by_group.get(group, ()) if frames.needed[place] <= here]
        if places:
            fitting.append((name, groups, sorted(places)))
    return fitting


class Found:
    """The hits of one sentence, by kind, each list in the order of the text.

    `named` are commodities within names of companies, mines and projects (Boroo Gold), which only some packs count.
    """

    __slots__ = (
        "_fitting", "bodies", "commodities", "companies", "context", "countries", "cues", "forms", "hints", "moves", "named", "parts",
        "phrases", "subjects",
    )  # fmt: skip

    def __init__(self) -> None:
        self.moves: list[Hit] = []
        self.subjects: list[Hit] = []
        self.phrases: list[Hit] = []
        self.parts: list[Hit] = []
        self.commodities: list[Hit] = []
        self.hints: list[Hit] = []
        self.named: list[Hit] = []
        self.forms: list[Hit] = []
        self.companies: list[Hit] = []
        self.bodies: list[Hit] = []
        self.countries: list[Hit] = []
        self.cues: dict[str, list[Hit]] = {}
        self.context: set[str] = set()
        self._fitting: Sequence[Fitting] | None = None

    def fitting(self, packs: Mapping[str, FrameGroups]) -> Sequence[Fitting]:
        """Return the packs with frames whose groups of words all stand here, worked out once."""
        if self._fitting is None:
            self._fitting = _fitting(self.parts, packs) if self.parts else ()
        return self._fitting

    def has_trigger(self, packs: Mapping[str, FrameGroups]) -> bool:
        """Tell whether anything here could begin a signal."""
        return bool(
            self.phrases
            or self.fitting(packs)
            or (self.moves and (self.subjects or self.commodities or self.companies))
        )

    def names(self) -> list[Hit]:
        """Return the goods and the bodies that are named here, in whose names no other word is looked for."""
        return [*self.commodities, *self.companies, *self.bodies]

    def cue(self, name: str) -> list[Hit]:
        """Return the cues of that name."""
        return self.cues.get(name, [])


Context = tuple[int, int, str]
"""Start and end of a word that tells what a weak word means, and the commodity it belongs to; none where it is a word of trade."""
_Match = tuple[int, int, int, int]
"""Start, negative end, number of the table, index of the word: in this order they sort as they are worked on."""
_hit: Callable[[tuple[int, int, str, str, Any, bool]], Hit] = partial(tuple.__new__, Hit)
"""Makes a hit without a call of Python's."""
NOTHING = Found()
"""What stands for every sentence without hits, most of those off topic. It is never changed."""
_LISTS = {
    "move": "moves",
    "subject": "subjects",
    "phrase": "phrases",
    "part": "parts",
    "commodity": "commodities",
    "hint": "hints",
    "named": "named",
    "form": "forms",
    "company": "companies",
    "body": "bodies",
    "country": "countries",
    "place": "countries",
}


def find_hits(folded: Folded, rules: RulePack) -> tuple[list[Hit], list[Context]]:
    """Scan a folded text and return what counts, in the order of the text, and what weak words need; cues are left for later."""
    found = [(start, -end, 0, index) for index, start, end in rules.words.scanner.scan(folded.low)]
    found += [(start, -end, 1, index) for index, start, end in rules.cased.scanner.scan(folded.plain)]
    found.sort()
    counted, contexts = _counted(found, (rules.words, rules.cased), folded)
    return _without_needy(counted, folded.plain, rules), contexts


def find_cues(low: str, sentence: Sentence, rules: RulePack, names: Sequence[Hit] = ()) -> dict[str, list[Hit]]:
    """Scan one sentence for cues; of cues inside one another the longest counts, and none within a name (咖啡因)."""
    found: dict[str, list[Hit]] = {}
    first, last, entries = sentence.start, 0, rules.cues.entries
    matches = [(start, -end, index) for index, start, end in rules.cues.scanner.scan(low[first : sentence.end])]
    matches.sort()
    for start, negative_end, index in matches:
        end = -negative_end
        if end <= last or any(n.start - first <= start and end <= n.end - first for n in names):
            continue
        last = end
        for entry in entries[index]:
            hits = found.setdefault(entry.id, [])
            if len(hits) < MAX_HITS:
                hits.append(_hit((first + start, first + end, "cue", entry.id, None, False)))
    return found


MAX_HITS = 28
"""Words of one kind that a sentence may have; a real one has fewer, and binding compares each with each."""
MAX_PARTS = 240
"""Parts of frames that a sentence may have, where one word counts for each group that holds it; of a group as many as of a kind."""
_TICKER = re.compile(r"[(:$.] ?([A-Z0-9]{1,8})(?![A-Za-z0-9])")


def _tickers(plain: str, rules: RulePack) -> set[str]:
    """Return the ids of companies whose ticker stands in the text: after a bracket, a colon, a dollar sign."""
    if "(" not in plain and ":" not in plain and "$" not in plain:
        return set()
    found: set[str] = set()
    for match in _TICKER.finditer(plain):
        found.update(entry.id for entry in rules.tickers.get(match[1], ()))
    return found


def _counted(found: Iterable[_Match], tables: Sequence[WordTable], folded: Folded) -> tuple[list[Hit], list[Context]]:
    """Take matches in the order of the text, the longer first, and keep what counts.

    What is remembered of the matches before: the span that hides others inside it, where the last name, the last sure
    commodity and the last company end, and where the last part of each pack does.
    """
    low, plain = folded.low, folded.plain
    kept: list[Hit] = []
    contexts: list[Context] = []
    keep = kept.append
    hider, hider_end, name_end, sure_end, company_end, hint_end = -1, 0, 0, 0, 0, 0
    part_ends: dict[tuple[str, str], int] = {}
    for start, negative_end, cased, index in found:
        end = -negative_end
        entries = tables[cased].entries[index]
        if tables[cased].named[index]:
            entries = tuple([e for e in entries if not e.written or _is_name(e, plain, start, end)])
        hidden = end <= hider_end and (start != hider or end != hider_end)
        same = cased and bool(kept) and kept[-1].start == start and kept[-1].end == end
        inside_name = end <= sure_end and not same
        compound = (low[end : end + 1] == "-" or low[start - 1 : start] == "-") and _is_compound(low, start, end)
        for entry in entries:
            kind = entry.kind
            if kind == "part":
                if not hidden and not compound and (same or end > part_ends.get((entry.id, entry.data), 0)):
                    keep(_hit((start, end, kind, entry.id, entry.data, False)))
            elif kind == "context":
                contexts.append((start, end, entry.id))
            elif kind == "commodity":
                if (low[end : end + 1] in _JOINTS and _AILMENT.match(low, end)) or PRODUCT.match(low, end):
                    name_end = max(name_end, end)
                if entry.weak and end <= hint_end:
                    continue  # 钢 in 钢厂
                if end > name_end and not inside_name:
                    if start >= sure_end and (start >= name_end or low[start].isascii()):
                        # else across the end of a longer name or another word: `矿价` in `钨精矿价`, `金价` in `美金价`
                        named = FIRM.match(low, end)  # what a firm is called after is what it lives by
                        keep(_hit((start, end, "hint" if named else kind, entry.id, entry.data, entry.weak)))
                elif end <= company_end and (FIRM.match(low, end) or plain[start].isupper()):
                    keep(_hit((start, end, "hint" if FIRM.match(low, end) else "named", entry.id, None, False)))
            elif (
                hidden
                or (inside_name and kind not in _INSIDE)
                or (compound and kind in _TRIGGERS)
                or (kind == "move" and entry.data.compared and not is_compared(low, start, end))
            ):
                continue
            else:
                keep(_hit((start, end, kind, entry.id, entry.data, False)))
        named_end = name_end
        for entry in entries:  # what they leave behind counts for later matches, not among themselves
            kind = entry.kind
            if kind == "part":
                part_ends[entry.id, entry.data] = max(end, part_ends.get((entry.id, entry.data), 0))
            elif kind == "hint":
                hint_end = max(hint_end, end)
            elif kind == "commodity":
                if not entry.weak and end > named_end:
                    sure_end = max(sure_end, end)
            elif kind in _HIDERS and not (compound and kind in _TRIGGERS):
                company_end = max(company_end, end) if kind == "company" else company_end
                name_end = max(name_end, end) if kind in _NAMING else name_end
                if not hidden and end > hider_end:
                    hider, hider_end = start, end
    return kept, contexts


_JOINTS = frozenset(" -")
_AILMENT = re.compile(
    r"[ -](?:fired|removal|poisoning|contamination|deficiency|toxicity|allerg(?:y|ies)|supplements?|supplementation|peptides?|intake|plated|related|themed|bikes?|bicycles?|watches|earrings|necklaces|bracelets|knives|pans|mugs|bottles|chairs|sunscreen|lozenges|tablets|implants|fillings|sculptures?|statues?|medals?|wiring|welders?|free|cookware|kitchenware|cutlery|app|models|credits?|certificates|members?|membership|cardholders?|tiers?|status)\b"
)
"""What follows a metal or a nutrient where it is no goods: manganese removal, zinc supplements, steel cookware."""
_EXCEPT = re.compile(
    r"\b(?:excluding|except|except for|other than|apart from)\b[\w\s-]*\Z"
    r"|\b(?:declared|disguised|mislabel+ed|label+ed|described|passed off|marked|invoiced) as (?:[a-z]+ )?\Z|(?:申报为|伪报为|伪报成|伪装成|谎报为|冒充)[\"“]?\Z"
)
"""What sets a commodity apart from what the sentence speaks of: `sales excluding gasoline rose`, `declared as lead scrap`."""
_SETTING_APART = (
    "excluding", "except", "other than", "apart from", "declared as", "disguised as", "belled as", "beled as", "described as",
    "passed off as", "marked as", "invoiced as", "申报", "伪报", "伪装成", "谎报", "冒充",
)  # fmt: skip
"""One of these stands in a text that does so."""
_TRADES = re.compile(
    r" (?:hits?|settles?|closes?|ends?|trades?|holds?|posts?|logs?|marks?|extends?|stays?|remains?|futures|steady|near|above|"
    r"below|back|snaps?|finish(?:es)?|tops?|struggles?|trims?|pares?|eyes|jumps?|set to|poised|seen|heads?|contracts?|"
    r"reverses?(?= course)|ekes|turns (?:slightly )?(?:up|down|higher|lower|positive|negative)|at (?:a|another) (?:new|fresh|record)|touches|nears|hovers?|erases|consolidates|"
    r"(?:to|may|might|could|should|will|likely to|seen|expected to|set to) (?:trade|consolidate|rally|test|top|hit|reach|rise|fall|climb|slip|drop|hover)|"
    r"(?:at (?:about )?(?:rs\.? ?|us\$|[$£€₹])\d[\d,]{2,}|(?:above|below|atop|near|over|under|past|around) (?:rs\.? ?|us\$|[$£€₹])\d[\d,.]*)|"
    r"(?:continues|extends|resumes|keeps) (?:its |the )?(?:rise|fall|rally|climb|slide|gains?|losses|advance|decline|rebound|retreat|falling|rising|climbing|sliding))\b"
)
"""What a commodity does on a market."""
_MINED = re.compile(
    r" (?:mines?|mining|miners?|deposits?|projects?|discover(?:y|ies)|minerali[sz]ation|exploration|ore|zone|concessions?|"
    r"resources?|producers?|refiner(?:y|ies)|smelters?|exports|imports|ingots?|bullion|dor[eé]|concentrates?|tonnes|ounces)\b"
)
"""What makes a word before it a mineral."""
_DELIVERED = re.compile(
    r"\b(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\. \Z|\b(?:january|february|april|june|july|august|september|october|november|december) \Z"
)
"""A month of delivery before goods: `December gold`."""
_VERBS = frozenset(["lead"])
"""Weak words that are verbs and adjectives first (`lead exploration of Mars`)."""
_WAY = re.compile(
    r"(?:'s)?(?: (?:is|are|was|were|has|have|had|been|last|also|now|then|still|again|extend(?:s|ed|ing)?|its|their|an?|the|will|may|might|could|"
    r"should|would|to|continue[sd]?|head(?:s|ed)|for|set|poised|early|earlier|another|further|third|more than|nearly|logs?|logged|posts?|posted|marks?|marked|books?|notch(?:es|ed)?|traded?|trading|ended|edged|"
    r"closed|settled|finished|[a-z]+ly)){0,5} "
)
"""What stands between a commodity and what it does on a market."""
_OPENING, _TITLE = 12, 110
"""Where a headline names what it is about, and how long it is."""
_OF = (
    "demand for ",
    "price of ",
    "prices of ",
    "output of ",
    "production of ",
    "supply of ",
    "imports of ",
    "stocks of ",
    "inventories of ",
    "consumption of ",
    "exports of ",
    "export of ",
    "imports of ",
    "import of ",
    "appetite for ",
    "purchases of ",
    "shipments of ",
    "glut of ",
    *(
        f"{noun} in "
        for noun in "rally sell-off selloff slump collapse rout rebound plunge slide decline drop fall rise surge jump recovery gains losses spike".split()
    ),
    *(
        f"{verb} {much} "
        for verb in ("pump", "pumps", "pumping", "producing", "burning", "buying", "importing")
        for much in ("more", "less")
    ),
    "weigh on ",
    "weighs on ",
    "weighed on ",
    "weighing on ",
    "pushes up ",
    "drags down ",
)
_TIMES = frozenset(["week", "mont", "year", "sess", "day "])
"""How `five-month high` goes on after its hyphen."""


def _is_compound(low: str, start: int, end: int) -> bool:
    """Tell whether a word is a part of a hyphenated one (`closed-loop`)."""
    if low[end : end + 1] == "-" and low[end + 1 : end + 2].isalpha():
        return True
    return start > 1 and low[start - 1] == "-" and low[start - 2].isalpha() and low[start : start + 4] not in _TIMES


def _is_name(entry: Entry, plain: str, start: int, end: int) -> bool:
    """Check that a name stands with its capitals."""
    if not entry.written[:1].isupper():
        return True
    return plain[start].isupper() and (
        not entry.written.isupper() or plain[start:end] == entry.written or end - start > SHORT
    )


def _without_needy(hits: list[Hit], plain: str, rules: RulePack) -> list[Hit]:
    """Drop names that need a ticker or a second mention which the article does not have."""
    names = [hit for hit in hits if hit.kind in _NAMES]
    if not any(hit.data for hit in names):
        return hits
    sure = _tickers(plain, rules) | {hit.id for hit in names if not hit.data}
    count = Counter(hit.id for hit in names)
    return [
        hit
        for hit in hits
        if hit.kind not in _NAMES
        or not hit.data
        or hit.id in sure
        or (hit.data == "second_mention" and count[hit.id] > 1)
    ]


def by_sentence(
    hits: Iterable[Hit], contexts: Iterable[Context], sentences: Sequence[Sentence], folded: Folded
) -> list[Found]:
    """Sort hits into their sentences; a hit across two sentences is dropped. What has no hits is NOTHING."""
    low = folded.low
    apart = any(word in low for word in _SETTING_APART)
    found = [NOTHING] * len(sentences)
    index, begin, stop, held, weak = 0, 0, 0, NOTHING, False
    for hit in hits:
        start, end, kind, _, data, is_weak = hit
        if start >= stop:
            index = bisect_right(sentences, start, lo=index, key=_END)
            if index == len(sentences):
                break
            begin, stop = sentences[index][:2]
            held = found[index]
        if start < begin or end > stop:
            continue
        if apart and kind == "commodity" and _EXCEPT.search(low, max(0, start - 40), start):
            continue
        if held is NOTHING:
            held = found[index] = Found()
        name = _LISTS.get(kind)
        if name is not None:
            of_kind = getattr(held, name)
            if len(of_kind) < (MAX_PARTS if kind == "part" else MAX_HITS):
                of_kind.append(hit)
                weak = weak or is_weak
        elif kind == "market":
            if data.commodity:
                held.commodities.append(Hit(start, end, "commodity", data.commodity, None))
            if data.body:
                held.bodies.append(Hit(start, end, "body", data.body, None))
    if weak:
        _add_contexts(found, contexts, sentences)
        _settle_weak(found, folded, sum(sentence.order == 0 for sentence in sentences))
    return found


def _add_contexts(found: list[Found], contexts: Iterable[Context], sentences: Sequence[Sentence]) -> None:
    index = 0
    for start, end, id_ in contexts:
        index = bisect_right(sentences, start, lo=index, key=_END)
        if index == len(sentences):
            return
        if sentences[index].start <= start and end <= sentences[index].end:
            if found[index] is NOTHING:
                found[index] = Found()
            found[index].context.add(id_)


_END = itemgetter(1)


def _settle_weak(found: list[Found], folded: Folded, parts: int) -> None:
    """Keep weak words only where the sentence or the headline, of so many parts, speaks of trade or of another commodity."""
    low, titles = folded.low, [item for item in found[:parts] if item is not NOTHING]
    ore = next((hit.id for item in found[:parts] for hit in item.commodities if _is_ore(hit)), None)
    found = [item for item in found if item is not NOTHING]
    trades = any("" in item.context or any(not hit.weak for hit in item.commodities) for item in found)
    title_context = {id_ for item in titles for id_ in item.context}
    title_context |= {h.id for item in titles for h in item.commodities if not h.weak}
    iron = any(hit.id in _IRONS for item in found for hit in item.commodities if not hit.weak)
    for item in found:
        if not any(hit.weak for hit in item.commodities):
            continue
        if not iron:
            item.commodities = _of_ore(item.commodities, ore, low)
        if trades:
            item.named += [
                Hit(h.start, h.end, "named", h.id, None) for h in item.commodities if _is_in_name(h, folded.plain)
            ]
        sure = {hit.id for hit in item.commodities if not hit.weak}
        if sure and item not in titles:  # `a deal with Saltmarsh Gas for LNG`: the name sells no gas of its own
            item.commodities = [h for h in item.commodities if not (sure - {h.id} and _is_in_name(h, folded.plain))]
        context = item.context | title_context
        trade = "" in (title_context if item in titles else item.context)
        item.commodities = [
            hit
            for hit in item.commodities
            if not hit.weak
            or _acts(hit, item, low)
            or (
                _stands_alone(hit, low)
                and ((trade or hit.id in context or sure - {hit.id}) and not _is_attribute(hit, item.commodities, low))
            )
        ]


def _is_ore(hit: Hit) -> bool:
    """Tell whether a commodity is an ore other than iron's."""
    return not hit.weak and (hit.id == "bauxite" or (hit.id.endswith("_ore") and hit.id != "iron_ore"))


def _of_ore(commodities: list[Hit], ore: str | None, low: str) -> list[Hit]:
    """Let Chinese for ore, where no iron is spoken of, be the ore of the headline; else it counts for nothing."""
    plain = [hit.weak and low[hit.start : hit.end] in _ORES for hit in commodities]
    told = zip(commodities, plain, strict=True)
    if ore is None:
        return [hit for hit, is_plain in told if not is_plain]
    return [hit._replace(id=ore, weak=False) if is_plain else hit for hit, is_plain in told]


_IRONS = frozenset(["iron_ore", "steel", "rebar", "hot_rolled_coil", "pig_iron", "coke", "steel_scrap"])
_ORES = frozenset(["现货矿", "进口矿", "外矿", "矿价", "矿石", "内矿", "国产矿"])
"""Chinese for ore, which is iron ore only where a text speaks of iron or steel."""
_AFTER_METAL = frozenset(
    "价矿锭条块砂铜银铂钯铅锌、，。,;；:：)(）（和与及或等涨跌升降期现产出进储量需供库首上下均走持每的 "
    "条饰价制品年报仍已盘夜收反三"
) | {""}
_NAME = re.compile(
    r"[A-Z][a-z]+(?:[,.;:'’)]| (?:Corp|Inc|Ltd|Limited|PLC|Resources|Mines?|Mining|Minerals|Project|Stake|Royalt|Company|Deposit|Propert|Acqui|[a-z(])|\s*\n|\s*\Z)"
)
"""A commodity as the end of a name, or before what names of companies and projects end in."""
_CAPITAL = re.compile(r"[A-Z][\w'’-]+ \Z")


def _is_in_name(hit: Hit, plain: str) -> bool:
    """Tell whether a weak word of a commodity belongs to the name of a company, mine or project (`Boroo Gold`)."""
    after, before = (
        _NAME.match(plain, hit.start, hit.end + 12),
        _CAPITAL.search(plain, max(0, hit.start - 24), hit.start),
    )
    return hit.weak and after is not None and before is not None


def _stands_alone(hit: Hit, low: str) -> bool:
    """Tell whether 金 or 银 is the metal: they begin and end names of banks, funds and shops as well."""
    if low[hit.start : hit.end] not in {"金", "银"}:
        return True
    return low[hit.end : hit.end + 1] in _AFTER_METAL or low.startswith(("资源量", "金属量", "矿资源"), hit.end)


MASS_OF = re.compile(
    r"\d (?:million |billion |mln )?(?:tonnes?|tons?|metric tons|t|mt|kt|kg|kilos?|kilograms?|ounces|oz|barrels|bbl|pounds|lbs?|grams?|bushels|litres|liters|gallons) of (?:[a-z-]+ ){0,2}\Z"
)
"""An amount of goods: `14 kg of smuggled gold`."""


def _acts(hit: Hit, found: Found, low: str) -> bool:
    """Tell whether a word of the market follows right after: gold slips, oil demand, gas hits a high."""
    if low[hit.start : hit.end] not in _VERBS and _MINED.match(low, hit.end):
        return True
    if _TRADES.match(low, hit.end) or low.endswith(_OF, max(0, hit.start - 24), hit.start):
        return True
    if MASS_OF.search(low, max(0, hit.start - 48), hit.start):
        return True
    if found.moves and _DELIVERED.search(low, max(0, hit.start - 12), hit.start):
        return True
    apart = low[hit.start : hit.end] not in _VERBS
    if (
        apart
        and hit.start <= _OPENING
        and any(
            move.data.market
            and 1 < move.start - hit.end < 48
            and move.end <= _TITLE
            and reaches(low[hit.end : move.start].removeprefix("'s"))
            for move in found.moves
        )
    ):
        return True
    return any(
        move.data.market
        and (
            move.start - hit.end == 1
            or (apart and 1 < move.start - hit.end < 48 and _WAY.fullmatch(low[hit.end : move.start]))
        )
        for move in found.moves
    ) or any(0 <= other.start - hit.end <= 1 for other in (*found.subjects, *found.phrases))


def _is_attribute(hit: Hit, commodities: list[Hit], low: str) -> bool:
    """Tell whether a weak word only describes the commodity that follows it (`crude antimony`), and is not of a row (`锡、铋`)."""
    return any(
        not other.weak
        and 0 <= other.start - hit.end <= 1
        and low[hit.end : other.start] in _JOINED
        and not (low[hit.start : hit.end] in _METALS and other.id != hit.id)
        for other in commodities
    )


_METALS = frozenset("铜铝铅锌锡金银")
"""Metals of one character, which stand in a row without a mark: 铅锌矿."""
_JOINED = frozenset(["", " ", "-"])
