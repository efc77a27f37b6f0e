"""What stands before a number and belongs to it, read backwards: currency, sign, bound, `每吨`, `年产`, and from, to or by."""

from tocsin.detect.quantities.reading import LOOKBACK, Reading
from tocsin.detect.quantities.surroundings import (
    OXIDE_REACH,
    OXIDES,
    PART,
    PARTS,
    PASSED,
    PREFIX,
    PREFIXES,
    RANGING,
    RISEN,
    is_measure,
)


def reversed_before(text: str, start: int, previous: int = -1) -> str:
    """Return the text before a place, backwards, without the space at its end."""
    before = text[max(previous, 0, start - LOOKBACK) : start]
    return before[::-1].lstrip(" ") if before else ""


def look_left(text: str, reading: Reading, previous: int) -> None:
    """Take in the currency, sign, bound, `每吨` and the like that stand before the number."""
    start = reading.start
    if start - OXIDE_REACH < previous and text[max(0, start - OXIDE_REACH) : start].rstrip(" ≥>:=").endswith(OXIDES):
        reading.grade = True  # the digit that ends a formula is no number before this one
        return
    before = text[max(previous, 0, start - LOOKBACK) : start][::-1]
    at = 0
    seen: set[str] = set()
    filled = False
    while at < len(before):
        gap = 1 if before[at] == " " else 0
        found = PREFIX.match(before, at + gap)
        if not found:
            break
        word = found.group()[::-1]
        sort, value = PREFIXES[word]
        if sort in seen or (sort == "currency" and seen - {"sign"}) or (filled and sort not in _BEYOND):
            break
        if sort == "sign" and not _is_sign(text, start - found.end(), len(word), start, previous):
            break
        if word in PASSED and "currency" not in seen:
            break
        if gap and word in _GLUED:
            break
        if word == "~" and start - found.end() == previous:
            break
        at = found.end()
        if sort == "filler":
            filled = True
            continue
        seen.add(sort)
        _take_prefix(reading, sort, value)
        reading.left = start - at
    _look_for_part(reading, before[start - reading.left :])


_GLUED = frozenset(["try", "cop"])
"""Codes of money that are words too, and stand right at their number: `TRY20/t`."""
_BEYOND = frozenset(["per", "made", "filler"])
"""What is taken in from beyond a word such as 为 or 上涨: `每吨上涨500元`."""


def _take_prefix(reading: Reading, sort: str, value: object) -> None:
    """Set what a word before a number says of it."""
    if sort == "currency":
        reading.currency, reading.prefixed = str(value), True
    elif sort == "bound":
        reading.bound = value  # type: ignore[assignment]
    elif sort == "sign":
        reading.sign = value  # type: ignore[assignment]
    elif sort == "per":
        reading.per = is_measure(value)
    elif sort == "made":
        reading.by = str(value)
    elif sort == "between":
        reading.between = True
    elif sort == "grade":
        reading.grade = True


def _is_sign(text: str, at: int, width: int, start: int, previous: int) -> bool:
    """Tell a minus from a hyphen: it stands at its number, and no letter, digit or other number's end stands before it."""
    sign = text[at : at + width]
    if sign not in {"-", "−", "+"}:
        return True
    if at + width < start and text[at + width] == " ":
        return False
    if previous >= 0 and sign != "+" and not text[previous:at].strip(" "):
        return False
    before = text[at - 1] if at else " "
    return not (before.isascii() and before.isalnum()) and before != "%"


def _look_for_part(reading: Reading, before: str) -> None:
    before = before.lstrip(" ")
    found = PART.match(before)
    if found:
        reading.part = PARTS[found.group()[::-1]]
        if reading.part == "from" and RANGING.match(before):
            reading.part, reading.ranging = "none", True


def look_for_rise(text: str, reading: Reading, previous: int) -> None:
    """Make 增长3倍 a change of 300 percent, with its verb in the span; 3倍 alone is a ratio."""
    found = RISEN.match(text[max(previous, 0, reading.left - LOOKBACK) : reading.left][::-1])
    if found:
        reading.left -= found.end()
        reading.change = True
