"""Two readings that are one amount: `5-7%`, `3 to 5 million tonnes`, 由…至 apart, telephone numbers left out."""

import re
from collections.abc import Iterable
from decimal import Decimal
from typing import NamedTuple

from tocsin.detect.quantities.amount import Amount, amount_of
from tocsin.detect.quantities.reading import LOOKBACK, Reading
from tocsin.detect.quantities.readings import is_spread
from tocsin.detect.quantities.suffixes import take_price_unit
from tocsin.detect.quantities.surroundings import CONNECTOR, MOVING


class Draft(NamedTuple):
    """An amount in the making: one reading, or two of a range, with a unit that may be another's."""

    readings: tuple[Reading, ...]
    amount: Amount | None
    left: int
    end: int
    skip: bool = False


def join(text: str, readings: list[Reading], *, alone: bool = False) -> Iterable[Draft]:
    """Make a draft of each reading, or of two that are the ends of a range."""
    at, count = 0, len(readings)
    while at < count:
        first = readings[at]
        if first.bare and (chain := _chain(text, readings, at)) > 2:
            at += chain
            continue
        second = readings[at + 1] if at + 1 < count else None
        if second is not None and second.left - first.end <= _WIDEST:
            limit = readings[at + 2].left if at + 2 < count else len(text)
            draft = _joined(text, first, second, limit)
            if draft is not None:
                yield draft
                at += 2
                continue
        yield _single(first, alone=alone)
        at += 1


def _joined(text: str, first: Reading, second: Reading, limit: int) -> Draft | None:
    """Return two readings as the ends of a range; None where they are none. A hyphen may be the second one's sign."""
    gap = text[first.end : second.left]
    if gap == " -" and second.number.value < first.number.value:
        second.sign, second.left = -1, second.left - 1  # a table's row: `22360 -90`
        return None
    if CONNECTOR.fullmatch(gap) is None and not (gap == "/" and is_spread(text, first.end)):
        return None
    if second.skip and first.bare:
        first.skip = True
    elif first.skip and gap == "-":
        second.skip = True
    return _range(text, first, second, gap, limit)


_WIDEST = 8
"""Characters between the two ends of a range."""


def _chain(text: str, readings: list[Reading], at: int) -> int:
    """Count bare numbers joined by hyphens, as telephone numbers are; a range has two."""
    count = 0
    while at + count < len(readings) and readings[at + count].bare:
        if count and text[readings[at + count - 1].end : readings[at + count].left] != "-":
            break
        count += 1
    return count


def _single(reading: Reading, *, alone: bool) -> Draft:
    skip = reading.skip or (reading.opening and not alone)
    return Draft(
        (reading,), None if skip or reading.weak else amount_of(reading), reading.left, reading.end, reading.skip
    )


def _range(text: str, first: Reading, second: Reading, gap: str, limit: int) -> Draft | None:
    """Return two readings as one amount; None where the words between, or their units, keep them apart."""
    joint = gap.strip()
    if second.between:
        return None  # `its estimate for 2026 to between 1.1 and 1.2 million tonnes`
    if first.skip or second.skip or (first.year and second.year and second.bare):
        return None
    if first.year and second.scale is None and second.number.value < first.number.value:
        return None  # `its guidance for 2026 to 35-37 million tonnes`
    if first.year and first.bare and second.prefixed:
        return None  # `its forecast for 2026 to $10,200`
    if joint in {"and", "or", "和", "与", "或"} and not _is_between(text, first, second, joint):
        return None
    if first.bare and second.bare and joint == "-" and _HYPHENATED.match(text, second.end):
        return Draft((first, second), None, first.left, second.end, skip=True)
    if second.bare and first.prefixed and first.per is None and second.per is None:
        second = _copy(second)
        take_price_unit(text, second, limit)
    if first.part == "from" and joint in {"to", "至", "到"} and not (first.between or _is_of_two(text, first, second)):
        return None
    if second.prefixed and not first.prefixed and not first.bare:
        return None
    if joint in _DASHES and _is_in_thousands(first, second):
        first = _copy(first)
        first.number = first.number.scaled(_THOUSAND)
    lent = _lend_unit(first, second, joint)
    if lent is None:
        return None
    left, right = lent
    low, high = amount_of(left), amount_of(right)
    if low is None or high is None or low.unit != high.unit or low.kind != high.kind:
        return None
    if (
        joint.split(" ")[0] in {"to", "至", "到"}
        and not _shares_scale(first, left)
        and _is_move(text, first, second, low, high)
    ):
        return None
    if low.kind == "bare" and (first.weak or second.weak) and not (first.number.printed and second.number.printed):
        return None
    return Draft((first, second), _span_range(text, first, second, low, high), first.left, second.end)


_DASHES = frozenset("-–—")
_THOUSAND = Decimal(1000)
_BELOW = Decimal("0.4")
"""The least part of a range's end that its beginning is, where it leaves out the thousands."""


def _is_in_thousands(first: Reading, second: Reading) -> bool:
    """Tell whether the first end of a range leaves out the thousands that the second prints: `$14-16,000/t`."""
    one, two = first.number, second.number
    if one.grouped or not two.grouped or one.value >= two.value or first.scale is not None or second.scale is not None:
        return False
    full = one.value * _THOUSAND
    return one.value == one.value.to_integral() and two.value * _BELOW <= full < two.value and two.value >= _THOUSAND


_BOUND = r"[$€£]?\d[\d,.]*(?: (?:million|billion))?"
_RANGE_BEFORE = re.compile(rf"{_BOUND}(?: to |-|–){_BOUND} (?:[a-z]+ ){{0,4}}(?:\([^()]{{1,24}}\) )?\Z")
_RANGE_BEHIND = re.compile(rf"(?:,? and now)?,? to {_BOUND} ?(?:to|-|–|and) ?{_BOUND}")
"""A range that another has come from, or to: `to 75,000 to 85,000 ounces from 95,000 to 105,000`."""


def _is_of_two(text: str, first: Reading, second: Reading) -> bool:
    """Tell whether `from 95,000 to 105,000` is a range, since a range stands on the other side of the change."""
    if _RANGE_BEHIND.match(text, second.end):
        return True
    return _RANGE_BEFORE.search(text, max(0, first.left - 64), first.left) is not None


_HYPHENATED = re.compile(r"-[0-9]")


def _span_range(text: str, first: Reading, second: Reading, low: Amount, high: Amount) -> Amount:
    """Return the amount of a range: its ends, the finer bound, and one span over both."""
    end = second.end
    if text.startswith(("之间", "不等"), end):
        end += 2
    bound = low.bound if low.bound != "exact" else high.bound
    return low._replace(
        low=min(low.low, high.low),
        high=max(low.low, high.low),
        step=max(low.step, high.step),
        bound=bound,
        spans=((first.left, end),),
        sign=low.sign if low.sign == high.sign or not high.sign else high.sign,
        change=low.change and high.change,
    )


def _is_between(text: str, first: Reading, second: Reading, joint: str) -> bool:
    if joint in {"or", "或"}:
        return False
    if joint == "and":
        return first.between
    return text.startswith("之间", second.end)


def _shares_scale(first: Reading, left: Reading) -> bool:
    """Tell whether the first end took its thousands from the second, as no change does from its level: `drop one to four million barrels`."""
    return first.bare and first.scale is None and left.scale is not None


def _is_move(text: str, first: Reading, second: Reading, low: Amount, high: Amount) -> bool:
    """Tell `rose 200 to 82,000` from `200 to 300`: after a verb of movement a far larger number is the new level."""
    ratio = high.low / low.low if low.low else Decimal(0)
    if first.per is not None and second.per is None and ratio > 4:
        return True  # `$50 a ton to $840`, where a range has its measure at the end
    before = text[max(0, first.left - LOOKBACK) : first.left][::-1].lstrip(" ")
    moving = first.part == "by" or MOVING.match(before) is not None
    if low.kind in {"percent", "pp"}:
        return moving and ratio > 5
    return ratio > 20 or (moving and (ratio > 2 or ratio < 1))


def _lend_unit(first: Reading, second: Reading, joint: str) -> tuple[Reading, Reading] | None:
    """Return both readings with the unit that one of them prints for both; None where their units differ."""
    left, right = _copy(first), _completed(first, _copy(second), joint)
    if left.bare and not right.bare:
        left.per = right.per = right.per or left.per
        left.by = right.by = right.by or left.by
        left.currency, left.coin, left.measure = right.currency, right.coin, right.measure
        left.grade, left.change = right.grade, right.change
    elif right.bare and not left.bare:
        if not left.prefixed and left.per is None:
            return None
        right.currency, right.coin, right.by = left.currency, left.coin, left.by
        left.per = right.per = left.per or right.per
    elif left.currency is not None and left.currency == right.currency:
        if left.per is None and left.by is None:
            left.per, left.by = right.per, right.by
        elif right.per is None and right.by is None:
            right.per, right.by = left.per, left.by
        if left.prefixed and not right.prefixed and left.coin != right.coin:
            left.coin = right.coin
    elif left.measure is not None and left.measure is right.measure:
        left.by = right.by = left.by or right.by
    if (
        left.scale is None
        and right.scale is not None
        and left.number.value < right.number.value
        and not _own_unit(first)
    ):
        left.scale = right.scale
    elif left.scale is None and not right.number.printed and not _own_unit(first):
        left.scale = _scale_in_words(left.number.value, right.number.value)
    if left.measure is not None and left.measure.mega and left.scale is None and right.scale is not None:
        left.scale = right.scale
    left.grade = right.grade = left.grade or right.grade
    return left, right


def _scale_in_words(low: Decimal, high: Decimal) -> Decimal | None:
    """Return the scale that the end of a range has among its words: `2.5 to three million tonnes`, `one to four million`; None where it has none."""
    for scale in (_THOUSAND**3, _THOUSAND**2, _THOUSAND):
        if high >= scale and high % scale == 0:
            return scale if low < high / scale else None
    return None


def _completed(first: Reading, second: Reading, joint: str) -> Reading:
    """Read the end of `1,305-10` as 1,310: only the digits that change are printed."""
    low, high = first.number, second.number
    if (
        joint not in {"-", "–"}
        or first.scale is not None
        or second.scale is not None
        or not (low.printed and high.printed)
    ):
        return second
    if low.step == high.step == 1 and 10 <= high.value < low.value and low.value >= 100:
        power = Decimal(10) ** len(str(high.value))
        value = low.value - low.value % power + high.value
        if value > low.value and low.value % power:
            second.number = high._replace(value=value)
    return second


def _own_unit(reading: Reading) -> bool:
    """Whether it prints a unit behind its number, so that a later scale is not its own."""
    return reading.measure is not None or (reading.currency is not None and not reading.prefixed)


def _copy(reading: Reading) -> Reading:
    copied = Reading.__new__(Reading)
    copied.__dict__.update(reading.__dict__)
    return copied
