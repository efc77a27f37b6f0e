"""When two printed numbers are the same number: equal after rounding to the coarser one's printed precision.

Numbers are compared in one unit (masses in tonnes, prices per tonne, rates per year). Different currencies cannot be
compared, and then say nothing. A bound widens one side: "above 51" meets 51.22, "nearly a third" meets 28.8 percent.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

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


def digits(number: Decimal, step: Decimal) -> int:
    """Count the significant digits that were printed: 1.27 with a step of 0.01 has three."""
    if number <= 0:
        return 1
    if step <= 0:
        return 9
    return max(1, number.adjusted() - step.adjusted() + 1)


@dataclass(frozen=True, slots=True)
class Meeting:
    """Two amounts compared: whether they are the same number and how many digits agree."""

    same: bool
    digits: int


def meet(one: Amount, two: Amount) -> Meeting | None:
    """Compare two amounts; None when their units cannot be compared or a range only contains the other."""
    unit_one, factor_one = base_unit(one.unit)
    unit_two, factor_two = base_unit(two.unit)
    if unit_one != unit_two:
        return _loosely(one, two)
    a_low, a_high, a_step = one.low * factor_one, one.high * factor_one, one.step * factor_one
    b_low, b_high, b_step = two.low * factor_two, two.high * factor_two, two.step * factor_two
    step = max(a_step, b_step)
    shared = min(digits(a_low, step), digits(b_low, step))
    ranges = (a_low != a_high) + (b_low != b_high)
    if ranges == 1:
        inside = a_low - step <= b_low <= a_high + step if a_low != a_high else b_low - step <= a_low <= b_high + step
        return None if inside else Meeting(same=False, digits=shared)
    bounds = (one.bound, two.bound)
    if a_step < b_step:
        a_low, a_high, b_low, b_high = b_low, b_high, a_low, a_high
    same = _close(a_low, b_low, step, bounds) and _close(a_high, b_high, step, bounds)
    return Meeting(same=same, digits=shared)


def _loosely(one: Amount, two: Amount) -> Meeting | None:
    """Let a sum meet a price, and a quantity a rate, where the reader lost what stands below the line; only when equal."""
    short, full = (one, two) if "/" not in one.unit else (two, one)
    if full.unit.partition("/")[0] != short.unit or "/" in short.unit:
        return None
    step = max(one.step, two.step)
    shared = min(digits(one.low, step), digits(two.low, step))
    same = abs(one.low - two.low) <= step / 2 and abs(one.high - two.high) <= step / 2
    return Meeting(same=True, digits=shared) if same and shared >= STRONG_DIGITS else None


def _close(coarse: Decimal, fine: Decimal, step: Decimal, bounds: tuple[str, str]) -> bool:
    if coarse == fine:
        return True
    near = step * _NEAR if "about" in bounds else step / 2
    below = step if "at_most" in bounds else near
    above = step if "at_least" in bounds else near
    return coarse - below <= fine <= coarse + above


def meetings(one: Sequence[Amount], two: Sequence[Amount]) -> list[tuple[str, Meeting]]:
    """Compare the amounts of two facts: kind with kind, and across kinds only where three digits agree.

    Two reports may print one figure as a level here and as a quantity there; that they agree to three digits is no
    chance, that they differ says nothing.
    """
    found: list[tuple[str, Meeting]] = []
    for a in one:
        for b in two:
            meeting = meet(a, b)
            if meeting is None:
                continue
            if a.kind == b.kind or (meeting.same and meeting.digits >= STRONG_DIGITS):
                found.append((a.kind, meeting))
    return found
