"""A reading: one number with what stands around it, before ranges and shared units are joined."""

from decimal import Decimal

from tocsin.detect.quantities.measures import Measure
from tocsin.detect.quantities.numbers import (
    ONE,
    Number,
)
from tocsin.detect.quantities.surroundings import (
    Bound,
    Part,
)

LOOKBACK = 48
"""Characters before a number that are looked at."""


class Reading:
    """A number with its surroundings. `left` and `end` bound what belongs to it, `number_end` ends the number itself.

    `stated` is a value that words give whole (doubled, 三分之一). `weak` numbers count only where another lends its unit,
    `skip` marks dates and other things that are no amounts, which a range passes on; `opening` a number without a unit that
    opens a sentence, as those of lists and sections do. `tail` is where the unit ends, before a bound that follows it.
    """

    scale: Decimal | None = None
    currency: str | None = None
    coin: Decimal = ONE
    prefixed: bool = False
    measure: Measure | None = None
    per: Measure | None = None
    per_span: tuple[int, int] | None = None
    by: str | None = None
    bound: Bound = "exact"
    sign: int = 0
    part: Part = "none"
    between: bool = False
    ranging: bool = False
    change: bool = False
    grade: bool = False
    weak: bool = False
    year: bool = False
    skip: bool = False
    opening: bool = False
    scaled: int = 0
    """Where its scale ends."""

    def __init__(self, start: int, end: int, number: Number) -> None:
        """Begin with the number alone; what is not set later stays as the class has it."""
        self.left = self.start = start
        self.number_end = self.end = self.tail = end
        self.number = number

    @property
    def bare(self) -> bool:
        """Whether it has neither money nor unit."""
        return self.currency is None and self.measure is None
