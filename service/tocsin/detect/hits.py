"""Hits: what the scan found in an article, reduced to what counts.

A hit inside a longer one is dropped (`antimony` in a company's name, `price` in `share price`); names count only as they are
written; a weak word of a commodity counts in company (a word of trade, another commodity); an alias that is a common word
needs its ticker or a second mention.
"""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from operator import itemgetter
from typing import Any, NamedTuple

from tocsin.detect.chinese import FIRM, is_compared
from tocsin.detect.text import Folded, Sentence
from tocsin.rules import RulePack
from tocsin.rules.loader import SHORT
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


@dataclass(slots=True)
class Found:
    """The hits of one sentence, by kind, each list in the order of the text."""

    moves: list[Hit] = field(default_factory=list)
    subjects: list[Hit] = field(default_factory=list)
    phrases: list[Hit] = field(default_factory=list)
    parts: list[Hit] = field(default_factory=list)
    commodities: list[Hit] = field(default_factory=list)
    hints: list[Hit] = field(default_factory=list)
    named: list[Hit] = field(default_factory=list)
    """Commodities within names of companies, mines and projects (Boroo Gold), which only some packs count."""
    forms: list[Hit] = field(default_factory=list)
    companies: list[Hit] = field(default_factory=list)
    bodies: list[Hit] = field(default_factory=list)
    countries: list[Hit] = field(default_factory=list)
    cues: dict[str, list[Hit]] = field(default_factory=dict)
    context: set[str] = field(default_factory=set)

    def has_frame(self, lone: frozenset[tuple[str, str]]) -> bool:
        """Tell whether the parts here could make a frame; `lone` are those that do so alone."""
        return len(self.parts) > 1 or any((hit.id, hit.data) in lone for hit in self.parts)

    def has_trigger(self, lone: frozenset[tuple[str, str]]) -> bool:
        """Tell whether anything here could begin a signal."""
        return bool(
            self.phrases
            or self.has_frame(lone)
            or (self.moves and (self.subjects or self.commodities or self.companies))
        )

    def cue(self, name: str) -> list[Hit]:
        """Return the cues of that name."""
        return self.cues.get(name, [])


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


def find_hits(folded: Folded, rules: RulePack) -> list[Hit]:
    """Scan a folded text and return what counts, in the order of the text; cues are left for later."""
    plain = folded.plain
    found = [(start, -end, rules.words.entries[index]) for index, start, end in rules.words.scanner.scan(folded.low)]
    found += [(start, -end, rules.cased.entries[index]) for index, start, end in rules.cased.scanner.scan(plain)]
    found.sort(key=_PLACE)
    reducer = _Reducer(folded)
    for start, negative_end, entries in found:
        end = -negative_end
        counted = [e for e in entries if not e.written or e.lang == "symbol" or _is_name(e, plain, start, end)]
        if counted:
            reducer.add(start, end, counted)
    return _without_needy(reducer.kept, _tickers(plain, rules))


def find_cues(low: str, sentence: Sentence, rules: RulePack) -> dict[str, list[Hit]]:
    """Scan one sentence for cues; of cues inside one another the longest counts."""
    found: dict[str, list[Hit]] = {}
    last = 0
    matches = rules.cues.scanner.scan(low[sentence.start : sentence.end])
    for index, start, end in sorted(matches, key=lambda match: (match[1], -match[2])):
        if end > last:
            last = end
            for entry in rules.cues.entries[index]:
                if len(found.get(entry.id, ())) >= MAX_HITS:
                    continue
                hit = Hit(sentence.start + start, sentence.start + end, "cue", entry.id, None)
                found.setdefault(entry.id, []).append(hit)
    return found


MAX_HITS = 28
"""Words of one kind that a sentence may have; a real one has fewer, and binding compares each with each."""
_PLACE = itemgetter(0, 1)
_TICKER = re.compile(r"[(:$.] ?([A-Z0-9]{1,8})(?![A-Za-z0-9])")


def _tickers(plain: str, rules: RulePack) -> set[str]:
    """Return the ids of companies whose ticker stands in the text: after a bracket, a colon, a dollar sign."""
    if "(" not in plain and ":" not in plain and "$" not in plain:
        return set()
    found: set[str] = set()
    for match in _TICKER.finditer(plain):
        found.update(entry.id for entry in rules.tickers.get(match[1], ()))
    return found


class _Reducer:
    """Takes matches in the order of the text, the longer first, and keeps those that count."""

    def __init__(self, folded: Folded) -> None:
        self.low, self._plain = folded.low, folded.plain
        self.kept: list[Hit] = []
        self._hider = (-1, 0)
        self._name_end = self._sure_end = self._company_end = 0
        self._parts: dict[str, int] = {}

    def add(self, start: int, end: int, entries: list[Entry]) -> None:
        """Keep what counts of the entries of one place."""
        kept, compound = self.kept, None
        hidden = end <= self._hider[1] and self._hider != (start, end)
        same = bool(kept) and kept[-1].start == start and kept[-1].end == end
        inside_name = end <= self._sure_end and not same
        for entry in entries:
            kind = entry.kind
            if kind == "commodity":
                if _AILMENT.match(self.low, end):
                    self._name_end = max(self._name_end, end)
                if end > self._name_end and not inside_name:
                    if start < self._sure_end:
                        continue  # across the end of a longer name: `矿价` in `钨精矿价`
                    named = FIRM.match(self.low, end)  # what a firm is called after is what it lives by
                    kept.append(Hit(start, end, "hint" if named else kind, entry.id, entry.data, entry.weak))
                elif end <= self._company_end and FIRM.match(self.low, end):
                    kept.append(Hit(start, end, "hint", entry.id, None))
                elif end <= self._company_end and self._plain[start].isupper():
                    kept.append(Hit(start, end, "named", entry.id, None))
            elif kind == "context":
                kept.append(Hit(start, end, kind, entry.id, None))
            elif hidden or (inside_name and kind not in _INSIDE):
                continue
            elif kind in _TRIGGERS:
                if compound is None:
                    compound = _is_compound(self.low, start, end)
                if compound or (kind == "part" and end <= self._parts.get(entry.id, 0) and not same):
                    continue
                if kind == "move" and entry.data.compared and not is_compared(self.low, start, end):
                    continue
                kept.append(Hit(start, end, kind, entry.id, entry.data))
            else:
                kept.append(Hit(start, end, kind, entry.id, entry.data))
        self._remember(start, end, entries, hidden=hidden)

    def _remember(self, start: int, end: int, entries: list[Entry], *, hidden: bool) -> None:
        for entry in entries:
            kind = entry.kind
            if kind == "part":
                self._parts[entry.id] = max(self._parts.get(entry.id, 0), end)
            elif kind == "commodity":
                if not entry.weak and end > self._name_end:
                    self._sure_end = max(self._sure_end, end)
            elif kind in _HIDERS:
                if kind == "company":
                    self._company_end = max(self._company_end, end)
                if kind in _NAMING:
                    self._name_end = max(self._name_end, end)
                if not hidden and end > self._hider[1]:
                    self._hider = (start, end)


_AILMENT = re.compile(
    r"[ -](?:removal|poisoning|contamination|deficiency|toxicity|allerg(?:y|ies)|supplements?|supplementation|peptides?|intake|plated|free|cookware|kitchenware|cutlery|app|models)\b"
)
"""What follows a metal or a nutrient where it is no goods: manganese removal, zinc supplements, steel cookware."""
_EXCEPT = re.compile(r"\b(?:excluding|except|except for|other than|apart from)\b[\w\s-]*\Z")
"""What sets a commodity apart from what the sentence speaks of: `sales excluding gasoline rose`."""
_TRADES = re.compile(
    r" (?:hits?|settles?|closes?|ends?|trades?|holds?|posts?|logs?|marks?|extends?|stays?|remains?|futures|steady|near|above|"
    r"below|back|snaps?|finish(?:es)?|tops?|struggles?|trims?|pares?|eyes|jumps?|set to|poised|seen|heads?|contracts?)\b"
)
"""What a commodity does on a market."""
_MINED = re.compile(
    r" (?:mines?|mining|miners?|deposits?|projects?|discover(?:y|ies)|minerali[sz]ation|exploration|ore|zone|concessions?|"
    r"resources?|producers?|refiner(?:y|ies)|smelters?|exports|imports|ingots?|bullion|dor[eé]|concentrates?|tonnes|ounces)\b"
)
"""What makes a word before it a mineral."""
_VERBS = frozenset(["lead"])
"""Weak words that are verbs and adjectives first (`lead exploration of Mars`)."""
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


def _without_needy(hits: list[Hit], tickers: set[str]) -> list[Hit]:
    """Drop names that need a ticker or a second mention which the article does not have."""
    if not any(hit.kind in _NAMES and hit.data for hit in hits):
        return hits
    sure = tickers | {hit.id for hit in hits if hit.kind in _NAMES and not hit.data}
    count = Counter(hit.id for hit in hits if hit.kind in _NAMES)
    return [
        hit
        for hit in hits
        if hit.kind not in _NAMES
        or not hit.data
        or hit.id in sure
        or (hit.data == "second_mention" and count[hit.id] > 1)
    ]


def by_sentence(hits: Iterable[Hit], sentences: list[Sentence], folded: Folded) -> list[Found]:
    """Sort hits into their sentences; a hit across two sentences is dropped."""
    found = [NOTHING] * len(sentences)
    index = 0
    for hit in hits:
        while index < len(sentences) and sentences[index].end <= hit.start:
            index += 1
        if index == len(sentences):
            break
        if hit.start < sentences[index].start or hit.end > sentences[index].end:
            continue
        if hit.kind != "commodity" or not _EXCEPT.search(folded.low, max(0, hit.start - 40), hit.start):
            if found[index] is NOTHING:
                found[index] = Found()
            _add(found[index], hit)
    _settle_weak(found, folded)
    return found


def _add(found: Found, hit: Hit) -> None:
    name = _LISTS.get(hit.kind)
    if name is not None:
        hits = getattr(found, name)
        if len(hits) < MAX_HITS:
            hits.append(hit)
    elif hit.kind == "context":
        found.context.add(hit.id)
    elif hit.kind == "market":
        if hit.data.commodity:
            found.commodities.append(Hit(hit.start, hit.end, "commodity", hit.data.commodity, None))
        if hit.data.body:
            found.bodies.append(Hit(hit.start, hit.end, "body", hit.data.body, None))


def _settle_weak(found: list[Found], folded: Folded) -> None:
    """Keep weak words only where the sentence or the headline speaks of trade or of another commodity."""
    low, title = folded.low, found[0] if found else NOTHING
    found = [item for item in found if item is not NOTHING]
    trades = any("" in item.context or any(not hit.weak for hit in item.commodities) for item in found)
    title_context = title.context | {h.id for h in title.commodities if not h.weak}
    for item in found:
        if not any(hit.weak for hit in item.commodities):
            continue
        if trades:
            item.named += [
                Hit(h.start, h.end, "named", h.id, None) for h in item.commodities if _is_in_name(h, folded.plain)
            ]
        sure = {hit.id for hit in item.commodities if not hit.weak}
        context = item.context | title_context
        item.commodities = [
            hit
            for hit in item.commodities
            if not hit.weak
            or _acts(hit, item, low)
            or (
                _stands_alone(hit, low)
                and (
                    ("" in item.context or hit.id in context or sure - {hit.id})
                    and not _is_attribute(hit, item.commodities)
                )
            )
        ]


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
    return low[hit.start : hit.end] not in {"金", "银"} or low[hit.end : hit.end + 1] in _AFTER_METAL


def _acts(hit: Hit, found: Found, low: str) -> bool:
    """Tell whether a word of the market follows right after: gold slips, oil demand, gas hits a high."""
    if low[hit.start : hit.end] not in _VERBS and _MINED.match(low, hit.end):
        return True
    if _TRADES.match(low, hit.end) or low.endswith(_OF, max(0, hit.start - 24), hit.start):
        return True
    return any(move.data.market and move.start - hit.end == 1 for move in found.moves) or any(
        0 <= other.start - hit.end <= 1 for other in (*found.subjects, *found.phrases)
    )


def _is_attribute(hit: Hit, commodities: list[Hit]) -> bool:
    """Tell whether a weak word only describes the commodity that follows it (`crude antimony`)."""
    return any(not other.weak and 0 <= other.start - hit.end <= 1 for other in commodities)
