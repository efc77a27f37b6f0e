"""An amount, and how one reading becomes one: value, step and unit in base units."""

from decimal import Decimal
from functools import lru_cache
from typing import Literal, NamedTuple

from tocsin.detect.quantities.measures import FOLD, Measure
from tocsin.detect.quantities.numbers import ONE
from tocsin.detect.quantities.reading import Reading
from tocsin.detect.quantities.surroundings import Bound, Part
from tocsin.messages import Span
from tocsin.messages.units import CURRENCIES, MEASURES, is_unit

Kind = Literal["percent", "pp", "multiple", "money", "price", "quantity", "rate", "count", "days", "grade", "bare"]
OF_GOODS = frozenset({"quantity", "rate"})
"""The kinds that tell how many goods there are."""


class Amount(NamedTuple):
    """An amount as printed, exact and unsigned in base units: `1.27万吨` is 12700 t with step 100.

    `low` = `high` unless a range. `spans` read joined give the amount again. `sign` is a printed plus or minus. `part` says
    which side of a from-to it stands on. `change` is true where the words themselves state a change: doubled (100 percent),
    tenfold (900), 增长3倍 (300); a plain multiple (`3 times`) is a ratio in percent. A bare number has the unit `count`.
    """

    low: Decimal
    high: Decimal
    unit: str
    step: Decimal
    bound: Bound
    spans: tuple[Span, ...]
    sign: int = 0
    kind: Kind = "bare"
    part: Part = "none"
    change: bool = False

    @property
    def place(self) -> Span:
        """The number's own span, without a unit that stands elsewhere."""
        return self.spans[0]

    @property
    def start(self) -> int:
        """Where its first character stands."""
        return self.spans[0][0] if len(self.spans) == 1 else min(start for start, _ in self.spans)

    @property
    def end(self) -> int:
        """Where its last character ends."""
        return self.spans[0][1] if len(self.spans) == 1 else max(end for _, end in self.spans)

    @property
    def signed(self) -> Decimal:
        """Its lower end, below zero where a minus is printed."""
        return -self.low if self.sign < 0 else self.low

    def text(self, text: str) -> str:
        """Return its spans' text, joined."""
        return "".join(text[start:end] for start, end in self.spans)


def _unit_of(reading: Reading) -> tuple[str, Kind, Decimal]:
    """Return unit, kind and the base units in one printed unit."""
    measure, per, by = reading.measure, reading.per, reading.by
    if measure is not None:
        return _measured(reading, measure)
    if reading.currency is not None:
        if per is not None:
            return f"{reading.currency}/{per.unit}", "price", reading.coin * per.per
        if by is not None:
            return f"{reading.currency}/{by}", "rate", reading.coin
        return reading.currency, "money", reading.coin
    return "count", "bare", ONE


def _measured(reading: Reading, measure: Measure) -> tuple[str, Kind, Decimal]:
    if reading.grade and measure.sort == "percent":
        return "percent", "grade", measure.factor
    if reading.by is not None and measure.sort in {"quantity", "count"}:
        return f"{measure.unit}/{reading.by}", "rate", measure.factor
    if measure.sort == "skip":
        return "count", "bare", ONE
    return measure.unit, measure.sort, measure.factor


def amount_of(reading: Reading) -> Amount | None:
    """Return the amount that a reading states, or None where its unit is none of the closed list."""
    unit, kind, factor = _unit_of(reading)
    if not is_unit(unit):
        return None
    whole = factor if reading.scale is None else factor * reading.scale
    value = reading.number.value * whole
    step = reading.number.step * whole
    change = reading.change
    if reading.measure is FOLD:
        value, change = max(value - 100, Decimal(0)), True
    span = (reading.left, reading.end)
    return Amount(value, value, unit, step, reading.bound, (span,), reading.sign, kind, reading.part, change)


@lru_cache(1024)
def unit_class(unit: str) -> str:
    """Return the class of a unit as packs name it: percent, price, money, mass, rate, count, days."""
    if unit in {"percent", "pp"}:
        return "percent"
    if unit in CURRENCIES:
        return "money"
    if unit in MEASURES:
        return "mass"
    if unit in {"days", "count"}:
        return unit
    return "price" if unit.partition("/")[0] in CURRENCIES else "rate"


def is_negative(meaning: str, amount: Amount) -> bool:
    """Tell whether an amount is a price below zero; the sign of a change is its direction."""
    return meaning == "level" and amount.sign < 0 and amount.kind in {"price", "money"}
