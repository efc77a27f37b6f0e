"""What a signal's period says: on what basis it compares (day, week, YoY …) and which month, quarter or year it reports.

Detect writes what stands in the text, several values with spaces between: `YoY 2025-08`, `M08`, `2025-01/2025-07`. A month
or quarter without a year is given the one that lies nearest to the publication.
"""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache

_BASES = {
    "day": "day",
    "daily": "day",
    "dod": "day",
    "week": "week",
    "weekly": "week",
    "wow": "week",
    "month": "month",
    "monthly": "month",
    "mom": "month",
    "quarter": "quarter",
    "qoq": "quarter",
    "half": "half",
    "hoh": "half",
    "year": "year",
    "yoy": "year",
    "ytd": "ytd",
}
_CALENDAR = re.compile(r"(?P<fiscal>FY)?(?P<year>\d{4})?(?P<part>-\d{2}(?:-\d{2})?|[QH]\d|M\d{2}|)\Z")
_PIECE = re.compile(r"[BPU]\d{1,2}\Z")
_LAST_MONTH = {"Q": 3, "H": 6}
AHEAD, BEHIND = 3, -8
"""Months from the publication within which a month without a year lies in the same year."""
FAR_AHEAD, JUST_BEHIND = 9, -2
"""The same for what is planned."""


@dataclass(frozen=True, slots=True)
class Period:
    """`bases` are the comparisons named; `references` the reported times, with their years; `parts` batches, phases, units."""

    bases: frozenset[str] = frozenset()
    references: frozenset[str] = frozenset()
    parts: frozenset[str] = frozenset()

    @property
    def months(self) -> tuple[str, ...]:
        """The references that are narrower than a year, in order."""
        return tuple(sorted(reference for reference in self.references if not reference.removeprefix("FY").isdecimal()))


_SPANS = re.compile(r"\A(\d{4})-(\d{2})/\1-(\d{2})\Z")
_QUARTERS = {
    ("01", "03"): "Q1",
    ("04", "06"): "Q2",
    ("07", "09"): "Q3",
    ("10", "12"): "Q4",
    ("01", "06"): "H1",
    ("07", "12"): "H2",
}


def _quarter(found: re.Match[str]) -> str:
    """Write three months as the quarter that they are, six as the half."""
    name = _QUARTERS.get((found[2], found[3]))
    return found[0] if name is None else f"{found[1]}{name}"


NO_PERIOD = Period()


@lru_cache(maxsize=8192)
def parse_period(text: str | None, year: int, month: int, *, planned: bool = False) -> Period:
    """Read a period told in that year and month; what is not known says nothing. What is planned lies ahead."""
    if not text:
        return NO_PERIOD
    bases, references, pieces = set(), set(), set()
    for word in text.split():
        base = _BASES.get(word.casefold())
        if base is not None:
            bases.add(base)
            continue
        if _PIECE.match(word):
            pieces.add(word)
            continue
        first, _, last = word.upper().partition("/")
        end = _resolved(last or first, year, month, planned=planned)
        begin = _before(first, end) if last and end is not None else end
        if begin is not None and end is not None:
            references.add(_span(begin, end) if last else end)
    return Period(frozenset(bases), frozenset(references), frozenset(pieces))


def period_of(text: str | None, at: datetime, *, planned: bool = False) -> Period:
    """Read a period told at that moment."""
    return parse_period(text, at.year, at.month, planned=planned) if text else NO_PERIOD


def _resolved(word: str, year: int, month: int, *, planned: bool) -> str | None:
    found = _CALENDAR.match(word)
    if found is None or not (found["year"] or found["part"]):
        return None
    part = found["part"].replace("M", "-")
    if found["year"]:
        return f"{found['fiscal'] or ''}{found['year']}{part}"
    size = _LAST_MONTH.get(part[:1], 1)
    ahead = int(part[1:]) * size - month
    far, past = (FAR_AHEAD, JUST_BEHIND) if planned else (AHEAD, BEHIND)
    return f"{year - 1 if ahead > far else year + 1 if ahead < past else year}{part}"


def _before(word: str, end: str) -> str | None:
    """Return the beginning of a span with its year: the last such month or quarter before the end, where it tells none."""
    found = _CALENDAR.match(word)
    if found is None or found["year"] or not found["part"]:
        return _resolved(word, 0, 1, planned=False)
    told = _TIME.match(end)
    if told is None:
        return None
    begin = f"{told[1]}{word.replace('M', '-')}"
    return begin if _months(begin)[0] <= _months(end)[1] else f"{int(told[1]) - 1}{word.replace('M', '-')}"


def _span(begin: str, end: str) -> str:
    """Write a span by its months, as the quarter, half or year that it is: the first three quarters are nine months."""
    if _TIME.match(begin) is None or _TIME.match(end) is None:
        return f"{begin}/{end}"
    (year, first), (until, last) = _months(begin)[0], _months(end)[1]
    if year == until and (first, last) == (1, 12):
        return f"{year}"
    return _SPANS.sub(_quarter, f"{year}-{first:02}/{until}-{last:02}")


def _months(reference: str) -> tuple[tuple[int, int], tuple[int, int]]:
    """Return year and month in which a month, quarter, half or year begins and ends."""
    told = _TIME.match(reference)
    assert told is not None
    year, part = int(told[1]), told[2] or ""
    size = 1 if part.startswith("-") else _LAST_MONTH.get(part[:1], 12)
    last = int(part.strip("-QH")) * size if part else 12
    return (year, last - size + 1), (year, last)


@lru_cache(maxsize=4096)
def spans_of(period: Period) -> tuple[tuple[date, date], ...]:
    """Return the first and last day of each reported time that is one month, quarter, half or year."""
    found = []
    for reference in period.references:
        if _TIME.match(reference) is None:
            continue
        first, (year, last) = _months(reference)
        found.append((date(*first, 1), date(year, last, monthrange(year, last)[1])))
    return tuple(found)


_TIME = re.compile(r"(\d{4})(-(?:0[1-9]|1[0-2])|Q[1-4]|H[12])?\Z")


def compare_references(one: Period, two: Period) -> str:
    """Compare reported times: `agree`, `differ` or `absent`; a month and a whole year say nothing of each other."""
    if not one.references or not two.references:
        return "absent"
    if not one.references.isdisjoint(two.references):
        return "agree"
    return "differ" if bool(one.months) == bool(two.months) else "absent"


def compare_bases(one: Period, two: Period) -> str:
    """Compare bases: `agree`, `differ` or `absent`."""
    if not one.bases or not two.bases:
        return "absent"
    return "differ" if one.bases.isdisjoint(two.bases) else "agree"


def are_other_parts(one: Period, two: Period) -> bool:
    """Tell whether two name other batches, phases or units: the second tender of a reserve is no second report of the first."""
    return any(
        bool(ours) and bool(theirs) and ours.isdisjoint(theirs)
        for ours, theirs in (({p for p in a if p[0] == kind} for a in (one.parts, two.parts)) for kind in "BPU")
    )


def same_date(one: str, two: str) -> bool:
    """Tell whether two printed dates may be one; a year or a day that one of them leaves out says nothing."""
    if one == two:
        return True
    if one.startswith("--") != two.startswith("--"):
        dated, bare = (two, one) if one.startswith("--") else (one, two)
        return dated[5:].startswith(bare[2:]) or bare[2:].startswith(dated[5:] or " ")
    return one.startswith(two) or two.startswith(one)


_UNNAMED_MONTH = frozenset({"main", "front"})
_BARE_MONTH = re.compile(r"\AM(\d{2})\Z")
_DATED_MONTH = re.compile(r"\A(?:\d{4}|-)-(\d{2})\Z")


def same_contract(one: str, two: str) -> bool:
    """Tell whether two contracts may be one: a month without its year, the most active or the nearest of them says less."""
    if one == two or same_date(one, two):
        return True
    for bare, other in ((one, two), (two, one)):
        month = _DATED_MONTH.match(other)
        if bare in _UNNAMED_MONTH:
            return month is not None or _BARE_MONTH.match(other) is not None
        if month is not None and (named := _BARE_MONTH.match(bare)) is not None:
            return named[1] == month[1]
    return False
