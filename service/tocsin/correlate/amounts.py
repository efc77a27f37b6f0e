"""When two printed numbers are the same number: equal after rounding to the coarser one's printed precision.

Numbers are compared in one unit (masses in tonnes, prices per tonne, rates per year). Different currencies cannot be
compared, and then say nothing. A bound widens one side: "above 51" meets 51.22, "nearly a third" meets 28.8 percent.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from tocsin.messages.event import Amount

_TONNES = {
    "t": Decimal(1),
    "kg": Decimal("0.001"),
    "lb": Decimal("0.00045359237"),
    "oz": Decimal("0.0000311034768"),
    "mtu": Decimal("0.01"),
}
_PER_YEAR = {"yr": Decimal(1), "month": Decimal(12), "day": Decimal(365)}
STRONG_DIGITS = 3
_NEAR = Decimal("0.6")
"""What "about" allows, in printed steps; half of one is rounding alone."""
_ABOUT = Decimal("0.025")
"""What "about" allows at least, as a share of the number; a number of three digits is rounded, and no guess."""


@lru_cache(maxsize=4096)
def base_unit(unit: str) -> tuple[str, Decimal]:
    """Return the unit in which amounts of this unit are compared, and the factor that leads there."""
    over, slash, under = unit.partition("/")
    if not slash:
        return ("t", _TONNES[unit]) if unit in _TONNES else (unit, Decimal(1))
    if under in _PER_YEAR:
        name, factor = base_unit(over)
        return f"{name}/yr", factor * _PER_YEAR[under]
    if under in _TONNES:
        return f"{over}/t", 1 / _TONNES[under]
    return unit, Decimal(1)


class Printed(NamedTuple):
    """An amount as it was printed."""

    unit: str
    low: Decimal
    high: Decimal
    step: Decimal


@dataclass(slots=True)  # not frozen, for the cost of making it
class Number:
    """An amount made ready for comparison: range and step in the base unit, and how many digits were printed.

    `half` is half a step; `hundredth` the number's logarithm to the hundredth, by which it is found.
    """

    kind: str
    unit: str
    low: Decimal
    high: Decimal
    step: Decimal
    bound: str
    digits: int
    printed: Printed
    half: Decimal
    hundredth: int


def number_of(amount: Amount) -> Number:
    """Make an amount ready for comparison. A year of events holds many, so no decimal is made or held twice."""
    unit, factor = base_unit(amount.unit)
    low, high, step = amount.low, amount.high, amount.step
    is_one = low == high
    if is_one:
        high = low
    printed = Printed(amount.unit, low, high, step)
    if amount.bound != "exact":
        step = max(step, _rounded(amount))
    if factor != 1:
        low, step = low * factor, step * factor
        high = low if is_one else high * factor
    told = digits(low, step)
    return Number(amount.kind, unit, low, high, step, amount.bound, told, printed, _half(step), _hundredth(low))


def _hundredth(value: Decimal) -> int:
    number = float(value)
    return round(math.log(number) * 100) if number > 0 else -100_000


@lru_cache(maxsize=4096)
def _half(step: Decimal) -> Decimal:
    return step / 2


Shape = tuple[tuple[str, str], ...]
"""Kinds and units of plain numbers, in their order."""


def shape_of(numbers: Sequence[Number]) -> Shape | None:
    """Return the shape of numbers that are each one without a bound, in units none of which can meet another; else None.

    Numbers of one shape meet in turn or not at all. It is one and the same object for all facts of the shape.
    """
    if not numbers or any(number.low is not number.high or number.bound != "exact" for number in numbers):
        return None
    return _shape(tuple((number.kind, number.unit) for number in numbers))


@lru_cache(maxsize=4096)
def _shape(numbers: Shape) -> Shape | None:
    kinds, over = {kind for kind, _ in numbers}, {unit.partition("/")[0] for _, unit in numbers}
    return numbers if len(kinds) == len(over) == len(numbers) else None


def _rounded(amount: Amount) -> Decimal:
    """Return the step that a hedged round number means: `over 3,800` says hundreds; two digits always count."""
    if amount.low <= 0:
        return Decimal(0)
    shown = amount.low.normalize()
    exponent = shown.as_tuple().exponent
    return Decimal(1).scaleb(min(int(exponent), shown.adjusted() - 1))


def digits(number: Decimal, step: Decimal) -> int:
    """Count the significant digits that were printed: 1.27 with a step of 0.01 has three."""
    if number <= 0:
        return 1
    if step <= 0:
        return 9
    return max(1, number.adjusted() - step.adjusted() + 1)


class Meeting(NamedTuple):
    """Two amounts compared: whether they are the same number and how many digits agree."""

    same: bool
    digits: int


_DIFFERENT = Meeting(same=False, digits=0)


def meet(one: Number, two: Number) -> Meeting | None:
    """Compare two amounts; None when their units cannot be compared or a range only contains the other."""
    if one.unit != two.unit:
        return loosely(one, two)
    coarse, fine = (one, two) if one.step >= two.step else (two, one)
    step = coarse.step
    if (one.low != one.high) != (two.low != two.high):
        wide, single = (one, two) if one.low != one.high else (two, one)
        return None if wide.low - step <= single.low <= wide.high + step else _DIFFERENT
    below = above = step / 2
    if one.bound != "exact" or two.bound != "exact":
        bounds = (one.bound, two.bound)
        loose = coarse.low * _ABOUT if min(one.digits, two.digits) < STRONG_DIGITS else step
        near = max(step * _NEAR, loose) if "about" in bounds else below
        below, above = (step if "at_most" in bounds else near), (step if "at_least" in bounds else near)
    if not (coarse.low - below <= fine.low <= coarse.low + above or coarse.low == fine.low):
        return _DIFFERENT
    if one.high != one.low and not (coarse.high - below <= fine.high <= coarse.high + above):
        return _DIFFERENT
    return Meeting(same=True, digits=min(coarse.digits, digits(fine.low, step)))


def loosely(one: Number, two: Number) -> Meeting | None:
    """Let a sum meet a price, and a quantity a rate, where the reader lost what stands below the line; only when equal."""
    a, b = one.printed, two.printed
    if ("/" in a.unit) is ("/" in b.unit):
        return None
    short, full = (a, b) if "/" not in a.unit else (b, a)
    agree = min(one.digits, two.digits, STRONG_DIGITS)
    if full.unit.partition("/")[0] != short.unit or agree < (2 if short.unit in _TONNES else STRONG_DIGITS):
        return None
    half = max(a.step, b.step) / 2
    if abs(a.low - b.low) > half or abs(a.high - b.high) > half:
        return None
    return Meeting(same=True, digits=agree)


def one_mass(one: Number, two: Number) -> bool:
    """Tell whether two amounts of goods are one as printed, be one of them by the year: 18,000 t a year, 1.8万吨."""
    a, b = one.unit.partition("/")[0], two.unit.partition("/")[0]
    return a == b == "t" and one.low == two.low and one.high == two.high and one.digits > 1 and two.digits > 1


def meetings(one: Sequence[Number], two: Sequence[Number]) -> list[tuple[str, Meeting]]:
    """Compare the amounts of two facts: kind with kind, and across kinds only where three digits agree.

    Two reports may print one figure as a level here and as a quantity there; that they agree to three digits is no
    chance, that they differ says nothing.
    """
    found: list[tuple[str, Meeting]] = []
    for a in one:
        for b in two:
            alike = a.kind == b.kind
            if not alike and (a.digits < STRONG_DIGITS or b.digits < STRONG_DIGITS) and not one_mass(a, b):
                continue
            meeting = meet(a, b) if a.unit == b.unit else loosely(a, b)
            if meeting is not None and (
                alike or (meeting.same and meeting.digits >= min(STRONG_DIGITS, a.digits, b.digits))
            ):
                found.append((a.kind, meeting))
    return found
