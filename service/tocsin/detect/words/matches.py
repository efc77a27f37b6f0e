"""Matches of the scan, reduced to the hits that count, and sorted into their sentences.

A hit inside a longer one is dropped (`antimony` in a company's name, `price` in `share price`); names count only as they are
written; an alias that is a common word needs its ticker or a second mention.
"""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from operator import itemgetter
from typing import NamedTuple

from tocsin.detect.texts.chinese import FIRM, FIRM_IN_ROW, FIRM_NAME, LISTED, OTHER_TRADE, PRODUCT, is_compared
from tocsin.detect.texts.text import Folded, Sentence
from tocsin.detect.words.families import settle_families
from tocsin.detect.words.hits import MAX_HITS, NOTHING, Context, Found, Hit, PartWord, is_weighed, make_hit
from tocsin.detect.words.pressed import settle_pressed
from tocsin.detect.words.uses import part_uses
from tocsin.detect.words.weak_words import part_names, settle_weak
from tocsin.rules import RulePack
from tocsin.rules.loader import SHORT, Group, WordTable, groups_of, others_of
from tocsin.rules.scanner import Literals
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
_Match = tuple[int, int, int, int]
"""Start, negative end, number of the table, index of the word: in this order they sort as they are worked on."""
_LISTS = {
    "move": "moves",
    "subject": "subjects",
    "phrase": "phrases",
    "commodity": "commodities",
    "hint": "hints",
    "named": "named",
    "form": "forms",
    "company": "companies",
    "body": "bodies",
    "country": "countries",
    "place": "countries",
}
_JOINTS = frozenset(" -")
_HYPHEN = re.compile("-")
_AILMENT = re.compile(
    r"(?: & | and )(?:co|sons|daughters)\b|[ -](?:fired|removal|poisoning|contamination|deficiency|toxicity|allerg(?:y|ies)|supplements?|supplementation|peptides?|intake|plated|coated|tipped|toned|lined|colou?red|related|themed|bikes?|bicycles?|watches|earrings|necklaces|bracelets|knives|pans?|mugs|bottomed|infused|leaf cakes?|torch(?:es)?|(?:wash ?)?basins?|faucets?|kettles?|toys|cutlery|roofs?|roofing|gutters?|cladding|shelving|shelves|furniture|(?:window|door|bed|bike) frames?|doors|lunch ?box(?:es)?|wheelchairs?|watch ?cases?|backed (?:coins?|tokens?|stablecoins?|crypto\w*)|bottles|chairs|sunscreen|lozenges|tablets|implants|fillings|sculptures?|statues?|medals?|wiring|welders?|free|cookware|kitchenware|(?:electrolytic )?capacitors?|app|models|credits?|certificates|members?|membership|cardholders?|tiers?|status)\b"
)
"""What follows a metal or a nutrient where it is no goods: manganese removal, zinc supplements, steel cookware."""
_EXCEPT = re.compile(
    r"\b(?:excluding|except|except for|other than|apart from)\b[\w\s-]*\Z"
    r"|\b(?:declared|disguised|mislabel+ed|label+ed|described|passed off|marked|invoiced) as (?:[a-z]+ )?\Z|(?:申报为|伪报为|伪报成|伪装成|谎报为|冒充)[\"“]?\Z"
    r"|\b\d[\d.,]* ?ppm (?:of )?\Z"
)
"""What sets a commodity apart from what the sentence speaks of: `sales excluding gasoline rose`, `declared as lead scrap`, `max 100 ppm bismuth`."""
_SETTING_APART = Literals([(
    "excluding", "except", "other than", "apart from", "declared as", "disguised as", "belled as", "beled as", "described as",
    "passed off as", "marked as", "invoiced as", "申报", "伪报", "伪装成", "谎报", "冒充", "ppm ",
)])  # fmt: skip
"""One of these stands in a text that does so."""
_PURSE = frozenset("金银")
"""Metals that names of any firm begin with: 金溢科技."""
_TIMES = frozenset(["week", "mont", "year", "sess", "day "])
"""How `five-month high` goes on after its hyphen."""


class Hits(NamedTuple):
    """What counts in a text, in its order: hits, words of frames, and what weak words need."""

    hits: list[Hit]
    words: list[PartWord]
    contexts: list[Context]


def find_hits(folded: Folded, rules: RulePack) -> Hits:
    """Scan a folded text and return what counts; cues are left for later."""
    found = [(start, -end, 0, index) for index, start, end in rules.words.scanner.scan(folded.low)]
    found += [(start, -end, 1, index) for index, start, end in rules.cased.scanner.scan(folded.plain)]
    found.sort()
    counted = _counted(found, (rules.words, rules.cased), folded)
    return counted._replace(hits=_without_needy(counted.hits, folded.plain, rules))


def find_cues(low: str, sentence: Sentence, rules: RulePack, names: Sequence[Hit] = ()) -> dict[str, list[Hit]]:
    """Scan one sentence for cues; of cues inside one another the longest counts, and none within a name (咖啡因)."""
    found: dict[str, list[Hit]] = {}
    first, last, entries = sentence.start, 0, rules.cues.entries
    matches = [(start, -end, index) for index, start, end in rules.cues.scanner.scan(low[first : sentence.end])]
    matches.sort()
    inside = [(name.start - first, name.end - first) for name in names]
    reach = max([end for _, end in inside], default=0)
    for start, negative_end, index in matches:
        end = -negative_end
        if end <= last or (end <= reach and _lies_in(inside, start, end)):
            continue
        last = end
        for entry in entries[index]:
            hits = found.setdefault(entry.id, [])
            if len(hits) < MAX_HITS:
                hits.append(make_hit((first + start, first + end, "cue", entry.id, None, False)))
    return found


def _lies_in(spans: Iterable[tuple[int, int]], start: int, end: int) -> bool:
    """Tell whether a word lies within one of the spans."""
    for left, right in spans:  # noqa: SIM110 - a generator would cost more than the comparison
        if left <= start and end <= right:
            return True
    return False


_TICKER = re.compile(r"[(:$.] ?([A-Z0-9]{1,8})(?![A-Za-z0-9])")


def _tickers(plain: str, rules: RulePack) -> set[str]:
    """Return the ids of companies whose ticker stands in the text: after a bracket, a colon, a dollar sign."""
    if "(" not in plain and ":" not in plain and "$" not in plain:
        return set()
    found: set[str] = set()
    for match in _TICKER.finditer(plain):
        found.update(entry.id for entry in rules.tickers.get(match[1], ()))
    return found


def _counted(found: Iterable[_Match], tables: Sequence[WordTable], folded: Folded) -> Hits:
    """Take matches in the order of the text, the longer first, and keep what counts."""
    low, plain = folded.low, folded.plain
    kept: list[Hit] = []
    parts = _Parts()
    contexts: list[Context] = []
    before = _Before(low, plain)
    hyphens = frozenset([hyphen.start() for hyphen in _HYPHEN.finditer(low)])
    columns = [(table.named, table.groups, table.others, table.entries) for table in tables]
    for start, negative_end, cased, index in found:
        end = -negative_end
        named, groups_of_all, others, meanings = columns[cased]
        if named[index]:
            groups, entries = _as_written(meanings[index], plain, start, end)
        else:
            groups, entries = groups_of_all[index], others[index]
        if entries and entries[0].kind == "never" and _is_told_off(low, start, end):
            continue
        if entries and entries[0].kind == "company" and low[start] == "中" and low[start - 1 : start] in _AMONG:
            continue  # 其中铝库存, 仓库中铝锭
        hidden = end <= before.hider_end and (start != before.hider or end != before.hider_end)
        same = cased == 1 and any(last and last[-1][:2] == (start, end) for last in (kept, parts.kept))
        compound = (end in hyphens or start - 1 in hyphens) and _is_compound(low, start, end)
        if groups:
            parts.add((start, end, groups), counts=not hidden and not compound, anew=same)
        if not entries:
            continue  # a word of frames alone
        inside_name = end <= before.sure_end and not same
        for entry in entries:
            kind = entry.kind
            if kind == "context":
                contexts.append((start, end, entry.id))
            elif kind == "commodity":
                if (goods := before.goods(entry, start, end, inside_name=inside_name)) is not None:
                    kept.append(goods)
            elif not (
                hidden
                or (inside_name and kind not in _INSIDE)
                or (compound and kind in _TRIGGERS)
                or (kind == "move" and entry.data.compared and not is_compared(low, start, end))
                or (kind == "move" and low.startswith("sheds", start) and _LOSES.match(low, end) is None)
            ):
                kept.append(make_hit((start, end, kind, entry.id, entry.data, False)))
        before.take(entries, start, end, hidden=hidden, compound=compound)
    return Hits(kept, parts.kept, contexts)


_AMONG = frozenset("其库场品口")
"""Characters that make of 中铝 behind them goods among others, and no firm."""
_METALS_TOO = re.compile(r",? ?(?:and|or|,|/|&) ?(?:[a-z]+ )?(?:zinc|copper|silver|tin|antimony|gold|nickel)\b")
"""What makes a metal of `lead` behind an article: `a lead and zinc mine`."""


def _is_told_off(low: str, start: int, end: int) -> bool:
    """Tell whether words that are else no goods are some here: `20,000 tons of lead from state reserves`, but not of olive oil."""
    if low.endswith(" lead", start, end) and _METALS_TOO.match(low, end):
        return True
    return is_weighed(low, start) and not low.endswith(_OILS, start, end)


_OILS = (" oil", " oils")
"""How words end that are goods of their own, however much of them there is."""
_LOSES = re.compile(
    r" (?:(?:us|a|c)?[$€£¥]?\d|(?:a|an|its|their|all|most|half|some|more|about|around|almost|nearly|over|early|further|another|earlier|previous|recent|gains|ground|value|jobs)\b)"
)
"""What follows `sheds` where it is a verb: `zinc sheds 2%`, not `stocks in exchange sheds rose`."""


class _Before:
    """What is remembered of the matches before one: where names, sure goods, firms and hints end, and what hides others inside it."""

    __slots__ = ("_company_end", "_hint_end", "_low", "_name_end", "_plain", "hider", "hider_end", "sure_end")

    def __init__(self, low: str, plain: str) -> None:
        self._low, self._plain = low, plain
        self.hider, self.hider_end, self.sure_end = -1, 0, 0
        self._name_end = self._company_end = self._hint_end = 0

    def goods(self, entry: Entry, start: int, end: int, *, inside_name: bool) -> Hit | None:
        """Return what a commodity's word counts as: goods, what a firm lives by, a part of its name; None where for nothing."""
        low, kind = self._low, "commodity"
        if _is_of_a_thing(low, start, end, weak=entry.weak):
            self._name_end = max(self._name_end, end)
        if entry.weak and end <= self._hint_end:
            return None  # 钢 in 钢厂
        if end > self._name_end and not inside_name:
            if start < self.sure_end or (start < self._name_end and not low[start].isascii()):
                return None  # across the end of a longer name or another word: `矿价` in `钨精矿价`, `金价` in `美金价`
            if _is_of_a_firm(low, end) or (not entry.weak and _ends_a_name(self._plain, start, end)):
                kind = "hint"  # what a firm is called after is what it lives by
            return make_hit((start, end, kind, entry.id, entry.data, entry.weak))
        if end <= self._company_end and (FIRM.match(low, end) or self._plain[start].isupper()):
            return make_hit((start, end, "hint" if FIRM.match(low, end) else "named", entry.id, None, False))
        return None

    def take(self, entries: Iterable[Entry], start: int, end: int, *, hidden: bool, compound: bool) -> None:
        """Remember what a match leaves behind, which counts for later matches, not among its own entries."""
        name_end = self._name_end
        for entry in entries:
            kind = entry.kind
            if kind == "hint":
                self._hint_end = max(self._hint_end, end)
            elif kind == "commodity":
                if not entry.weak and end > name_end:
                    self.sure_end = max(self.sure_end, end)
            elif kind in _HIDERS and not (compound and kind in _TRIGGERS):
                if kind == "company":
                    self._company_end = max(self._company_end, end)
                if kind in _NAMING:
                    self._name_end = max(self._name_end, end)
                reach = _without_works(self._low, start, end) if kind == "place" else end
                if not hidden and reach > self.hider_end:
                    self.hider, self.hider_end = start, reach


_WORKS = frozenset("mine mines smelter refinery plant project field terminal works steelworks".split())


def _without_works(low: str, start: int, end: int) -> int:
    """Return where the name of a site hides no more words: the mine of `Tara mine` is still one that may stop."""
    last = low.rfind(" ", start, end)
    return last if last > start and low[last + 1 : end] in _WORKS else end


def _is_of_a_thing(low: str, start: int, end: int, *, weak: bool) -> bool:
    """Tell whether a commodity is only the stuff of a thing, an ailment, or a part of the name of a firm of another trade."""
    if low[end : end + 1] in _JOINTS and _AILMENT.match(low, end):
        return True
    if PRODUCT.match(low, end) or (low[start:end] in _PURSE and FIRM_NAME.match(low, end)):
        return True
    short = weak or end - start == 1 or low.startswith("白银", start)
    return short and OTHER_TRADE.match(low, end) is not None


_AFTER_FIRM = frozenset("、和及等分双均涨跌以领逾超")


def _is_of_a_firm(low: str, end: int) -> bool:
    """Tell whether a commodity ends the name of a firm that lives by it: 某某铜业, 大江锌(002999)."""
    if FIRM.match(low, end) or (low[end : end + 1] == "(" and LISTED.match(low, end)):
        return True
    return low[end : end + 1] in _AFTER_FIRM and FIRM_IN_ROW.search(low, max(0, end - 14), end) is not None


_FIRM_EN = re.compile(
    r",? (?:Ltd|Inc|Corp|Corporation|Limited|Incorporated|PLC|Plc|plc|LLC)\b(?!\.? ?'s)|,? \((?:NYSE|NASDAQ|Nasdaq|TSX|TSXV|ASX|OTC|CSE|LSE|AIM|JSE|CVE|FSE|HKEX|SGX)[\w. ]{0,10}[:)]"
)
"""What follows a word of goods that ends a firm's name in English: its legal form, or where its shares are listed."""
_NAME_WORDS = 3
"""Words of goods from which on they may be a whole name, all with capitals: `Platinum Group Metals Ltd.`"""


def _ends_a_name(plain: str, start: int, end: int) -> bool:
    """Tell whether goods of several words, all with capitals, are a firm's whole name: `Platinum Group Metals (NYSE: PLG)`."""
    words = plain[start:end].split()
    return (
        len(words) >= _NAME_WORDS
        and all(word[0].isupper() for word in words)
        and _FIRM_EN.match(plain, end) is not None
    )


class _Parts:
    """The words of frames in the order of the text; of one inside another only the groups count that the longer one has not."""

    __slots__ = ("_before", "_reach", "kept")

    def __init__(self) -> None:
        self.kept: list[PartWord] = []
        self._before: list[PartWord] = []
        """The words that reach into what follows, whether they count or not."""
        self._reach = 0

    def add(self, word: PartWord, *, counts: bool, anew: bool) -> None:
        """Take the next word; `anew` tells that it is the one before, found as it is written."""
        start, end, groups = word
        if start >= self._reach:
            self._before = [word]
            self._reach = end
            if counts:
                self.kept.append(word)
            return
        if counts and not anew:
            around = {group for _, last, others in self._before if last >= end for group in others}
            groups = tuple([group for group in groups if group not in around])
        if counts and groups:
            self.kept.append((start, end, groups))
        self._before.append(word)
        self._reach = max(self._reach, end)


def _is_compound(low: str, start: int, end: int) -> bool:
    """Tell whether a word is a part of a hyphenated one (`closed-loop`)."""
    if low[end : end + 1] == "-" and low[end + 1 : end + 2].isalpha():
        return True
    return start > 1 and low[start - 1] == "-" and low[start - 2].isalpha() and low[start : start + 4] not in _TIMES


def _as_written(
    entries: Iterable[Entry], plain: str, start: int, end: int
) -> tuple[tuple[Group, ...], tuple[Entry, ...]]:
    """Return the groups and the other entries of a word without names that stand without their capitals."""
    written = tuple([e for e in entries if not e.written or _is_name(e, plain, start, end)])
    return groups_of(written), others_of(written)


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


_HELD = ("元/千克", "元/公斤", "元/磅", "元/千克 ", "元/磅 ")
"""The measure of a price, behind which stands what the goods hold: 美元/千克钼."""


def by_sentence(told: Hits, sentences: Sequence[Sentence], folded: Folded) -> list[Found]:
    """Sort hits into their sentences; a hit across two sentences is dropped. What has no hits is NOTHING."""
    low = folded.low
    apart: bool | None = None
    found = [NOTHING] * len(sentences)
    index, begin, stop, held, weak = 0, 0, 0, NOTHING, False
    for hit in told.hits:
        start, end, kind, _, data, is_weak = hit
        if start >= stop:
            index = bisect_right(sentences, start, lo=index, key=_END)
            if index == len(sentences):
                break
            begin, stop = sentences[index][:2]
            held = found[index]
        if start < begin or end > stop:
            continue
        if kind == "commodity":
            if apart is None:
                apart = bool(_SETTING_APART.told(low))
            if (apart and _EXCEPT.search(low, max(0, start - 40), start)) or low.endswith(_HELD, 0, start):
                continue
        if held is NOTHING:
            held = found[index] = Found()
        name = _LISTS.get(kind)
        if name is not None:
            of_kind = getattr(held, name)
            if len(of_kind) < MAX_HITS:
                of_kind.append(_weighed(hit, low) if low.startswith(_WEIGHED, start) else hit)
                weak = weak or is_weak
        elif kind == "market":
            if data.commodity:
                held.commodities.append(Hit(start, end, "commodity", data.commodity, None))
            if data.body:
                held.bodies.append(Hit(start, end, "body", data.body, None))
    _add_words(found, told.words, sentences)
    part_names(found, folded)
    part_uses(found, folded)
    if weak:
        _add_contexts(found, told.contexts, sentences)
        settle_weak(found, folded, sum(sentence.order == 0 for sentence in sentences))
    settle_families(found, low)
    settle_pressed(found, low)
    return found


def _weighed(hit: Hit, low: str) -> Hit:
    """Return goods without the weight that makes goods of a weak word: `310,000 tonnes of sugar`."""
    return hit._replace(start=low.index(" of ", hit.start) + len(" of ")) if hit.kind == "commodity" else hit


def _add_words(found: list[Found], words: Iterable[PartWord], sentences: Sequence[Sentence]) -> None:
    """Sort the words of frames into their sentences; one across two sentences is dropped."""
    index, begin, stop, held = 0, 0, 0, NOTHING
    for word in words:
        if word[0] >= stop:
            index = bisect_right(sentences, word[0], lo=index, key=_END)
            if index == len(sentences):
                return
            begin, stop = sentences[index][:2]
            held = found[index]
        if word[0] < begin or word[1] > stop:
            continue
        if held is NOTHING:
            held = found[index] = Found()
        held.add(word)


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
_WEIGHED = ("tonnes of ", "tons of ")
