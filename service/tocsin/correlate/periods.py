"""What a signal's period says: the basis of a comparison (day, week, YoY …) and the time that is reported (2025-08, 2025Q3)."""

import re
from dataclasses import dataclass
from functools import lru_cache

_BASES = {
    "day": "day",
    "daily": "day",
    "dod": "day",
    "session": "day",
    "week": "week",
    "weekly": "week",
    "wow": "week",
    "month": "month",
    "monthly": "month",
    "mom": "month",
    "quarter": "quarter",
    "quarterly": "quarter",
    "qoq": "quarter",
    "half": "half",
    "hoh": "half",
    "year": "year",
    "annual": "year",
    "yoy": "year",
    "ytd": "ytd",
}
_REFERENCE = re.compile(
    r"\d{4}(?:-\d{2}-\d{2}|-\d{2}|-?Q[1-4]|-?H[12]|-?W\d{2})?(?:(?:/|\.\.|-(?=\d{4}))\d{4}(?:-\d{2}-\d{2}|-\d{2}|Q[1-4])?)?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Period:
    """`basis` is one of day, week, month, quarter, half, year, ytd; `reference` the reported time as printed by detect."""

    basis: str | None = None
    reference: str | None = None


NO_PERIOD = Period()


@lru_cache(maxsize=4096)
def parse_period(text: str | None) -> Period:
    """Read a period; what is not known says nothing."""
    if not text:
        return NO_PERIOD
    found = _REFERENCE.search(text)
    reference = found[0].upper().replace("-Q", "Q").replace("-H", "H").replace("-W", "W") if found else None
    rest = text[: found.start()] + " " + text[found.end() :] if found else text
    basis = next((_BASES[word] for word in re.findall(r"[a-z]+", rest.casefold()) if word in _BASES), None)
    return Period(basis, reference)
