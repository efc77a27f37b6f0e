"""Hits: what the scan found in an article, reduced to what counts.

A hit inside a longer one is dropped (`antimony` in a company's name, `price` in `share price`); names count only as they are
written; a weak word of a commodity counts in company (a word of trade, another commodity); an alias that is a common word
needs its ticker or a second mention.
"""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from tocsin.detect.text import Folded, Sentence
from tocsin.rules import RulePack
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


@dataclass(frozen=True, slots=True)
class Hit:
    """A word of a rule or lexicon in the folded text."""

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


_LISTS = {
    "move": "moves",
    "subject": "subjects",
    "phrase": "phrases",
    "part": "parts",
    "commodity": "commodities",
    "hint": "hints",
    "form": "forms",
    "company": "companies",
    "body": "bodies",
    "country": "countries",
    "place": "countries",
}


def find_hits(folded: Folded, rules: RulePack) -> list[Hit]:
    """Scan a folded text and return what counts, in the order of the text."""
    low, plain, entries = folded.low, folded.plain, rules.entries
    matches = sorted(rules.scanner.scan(low), key=lambda match: (match[1], -match[2]))
    kept: list[Hit] = []
    hider_end = cue_end = sure_end = name_end = 0
    part_ends: dict[str, int] = {}
    hider_start = -1
    for index, start, end in matches:
        counted = [entry for entry in entries[index] if _is_written(entry, plain, start, end)]
        hidden = end <= hider_end and not (start == hider_start and end == hider_end)
        named = hidden or (end <= sure_end and not (kept and kept[-1].start == start and kept[-1].end == end))
        for entry in counted:
            kind = entry.kind
            if kind == "context":
                kept.append(Hit(start, end, kind, entry.id, None))
                continue
            if kind == "cue":
                if end > cue_end:
                    kept.append(Hit(start, end, kind, entry.id, None))
                continue
            if kind == "commodity" and end > name_end and (end > sure_end or _same(kept, start, end)):
                kept.append(Hit(start, end, kind, entry.id, entry.data, entry.weak))
                continue
            if hidden or (named and kind not in _INSIDE) or (kind in _TRIGGERS and _is_compound(low, start, end)):
                continue
            if kind == "part" and end <= part_ends.get(entry.id, 0) and not _same(kept, start, end):
                continue
            kept.append(Hit(start, end, kind, entry.id, entry.data, entry.weak))
        for entry in counted:
            if entry.kind == "part":
                part_ends[entry.id] = max(part_ends.get(entry.id, 0), end)
            elif entry.kind == "cue":
                cue_end = max(cue_end, end)
                if entry.id == "void" and end > hider_end:
                    hider_start, hider_end = start, end
        if end > name_end and any(e.kind == "commodity" and not e.weak for e in counted):
            sure_end = max(sure_end, end)
        if any(e.kind in _NAMING or (e.kind == "cue" and e.id == "void") for e in counted):
            name_end = max(name_end, end)
        if not hidden and end > hider_end and any(e.kind in _HIDERS and not e.weak for e in counted):
            hider_start, hider_end = start, end
    return _without_needy(kept)


_TRADES = re.compile(
    r" (?:hits?|settles?|closes?|ends?|trades?|holds?|posts?|logs?|marks?|extends?|stays?|remains?|futures|steady|near|above|"
    r"below|back|snaps?|finish(?:es)?|tops?|struggles?|trims?|pares?|eyes|jumps?|set to|poised|seen|heads?|contracts?)\b"
)
"""What a commodity does on a market."""
_TIMES = frozenset(["week", "mont", "year", "sess", "day "])
"""How `five-month high` goes on after its hyphen."""


def _is_compound(low: str, start: int, end: int) -> bool:
    """Tell whether a word is a part of a hyphenated one (`closed-loop`)."""
    if low[end : end + 1] == "-" and low[end + 1 : end + 2].isalpha():
        return True
    return start > 1 and low[start - 1] == "-" and low[start - 2].isalpha() and low[start : start + 4] not in _TIMES


def _same(kept: list[Hit], start: int, end: int) -> bool:
    return bool(kept) and kept[-1].start == start and kept[-1].end == end


def _is_written(entry: Entry, plain: str, start: int, end: int) -> bool:
    """Check case: symbols and tickers exactly as written, names at least with their capitals."""
    if not entry.written:
        return True
    text = plain[start:end]
    if entry.kind == "ticker":
        before = plain[max(0, start - 2) : start]
        return text == entry.written and (before[-1:] in tuple("(:$.") or before == ": ")
    if entry.kind in _NAMES:
        if not entry.written[:1].isupper():
            return True
        if entry.written.isupper():
            return text == entry.written or (len(text) > 5 and text[:1].isupper())
        return text[:1].isupper()
    return text == entry.written


def _without_needy(hits: list[Hit]) -> list[Hit]:
    """Drop names that need a ticker or a second mention which the article does not have."""
    if not any(hit.kind in _NAMES and hit.data for hit in hits):
        return hits
    sure = {hit.id for hit in hits if hit.kind == "ticker" or (hit.kind in _NAMES and not hit.data)}
    count = Counter(hit.id for hit in hits if hit.kind in _NAMES)
    return [
        hit
        for hit in hits
        if hit.kind not in _NAMES
        or not hit.data
        or hit.id in sure
        or (hit.data == "second_mention" and count[hit.id] > 1)
    ]


def by_sentence(hits: Iterable[Hit], sentences: list[Sentence], low: str) -> list[Found]:
    """Sort hits into their sentences; a hit across two sentences is dropped."""
    found = [Found() for _ in sentences]
    index = 0
    for hit in hits:
        while index < len(sentences) and sentences[index].end <= hit.start:
            index += 1
        if index == len(sentences):
            break
        if hit.start < sentences[index].start or hit.end > sentences[index].end:
            continue
        _add(found[index], hit)
    _settle_weak(found, low)
    return found


def _add(found: Found, hit: Hit) -> None:
    name = _LISTS.get(hit.kind)
    if name is not None:
        getattr(found, name).append(hit)
    elif hit.kind == "cue":
        found.cues.setdefault(hit.id, []).append(hit)
    elif hit.kind == "context":
        found.context.add(hit.id)
    elif hit.kind == "market":
        if hit.data.commodity:
            found.commodities.append(Hit(hit.start, hit.end, "commodity", hit.data.commodity, None))
        if hit.data.body:
            found.bodies.append(Hit(hit.start, hit.end, "body", hit.data.body, None))


def _settle_weak(found: list[Found], low: str) -> None:
    """Keep weak words only where the sentence or the headline speaks of trade or of another commodity."""
    title = found[0] if found else Found()
    title_context = title.context | {h.id for h in title.commodities if not h.weak}
    for item in found:
        if not any(hit.weak for hit in item.commodities):
            continue
        sure = {hit.id for hit in item.commodities if not hit.weak}
        context = item.context | title_context
        item.commodities = [
            hit
            for hit in item.commodities
            if not hit.weak
            or _acts(hit, item, low)
            or (
                ("" in item.context or hit.id in context or sure - {hit.id})
                and not _is_attribute(hit, item.commodities)
            )
        ]


def _acts(hit: Hit, found: Found, low: str) -> bool:
    """Tell whether a word of the market follows right after: gold slips, oil demand, gas hits a high."""
    if _TRADES.match(low, hit.end):
        return True
    return any(move.data.market and move.start - hit.end == 1 for move in found.moves) or any(
        subject.start - hit.end == 1 for subject in found.subjects
    )


def _is_attribute(hit: Hit, commodities: list[Hit]) -> bool:
    """Tell whether a weak word only describes the commodity that follows it (`crude antimony`)."""
    return any(not other.weak and 0 <= other.start - hit.end <= 1 for other in commodities)
