"""A signal: one fact that an article states, with the characters that say it.

Numbers are unsigned, the direction carries the sign. A slot without a span is absent. Spans and evidence are code-point
offsets into the stored article, end exclusive.
"""

from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import AfterValidator, Field

from tocsin.messages.base import Exact, Message
from tocsin.messages.units import PLAIN, is_unit

Span = tuple[int, int]
"""[start, end) in code points of the stored text."""


def _known_unit(text: str) -> str:
    if text not in PLAIN and not is_unit(text):
        raise ValueError(f"{text!r} is not a unit; see tocsin.messages.units for the closed list")
    return text


Unit = Annotated[str, AfterValidator(_known_unit)]


class Modality(StrEnum):
    """Whether the fact happened. `historical` is background and never alerts."""

    ACTUAL = "actual"
    EXPECTED = "expected"
    POSSIBLE = "possible"
    DENIED = "denied"
    HISTORICAL = "historical"


class Evidence(Message):
    """A quotation: `text` equals the stored text from `start` to `end`."""

    text: str
    start: int = Field(ge=0)
    end: int = Field(ge=0)


class Magnitude(Message):
    """An amount as printed: `low` = `high` unless a range; `step` is one unit of the last printed digit.

    `span` is one or more spans that are read joined: parsing them gives the amount again. `negative` marks a price below zero, as
    treatment charges may be: `low` and `high` are then how far below.
    """

    low: Exact = Field(ge=0)
    high: Exact = Field(ge=0)
    unit: Unit
    step: Exact = Field(ge=0)
    bound: Literal["exact", "about", "at_least", "at_most"] = "exact"
    span: tuple[Span, ...] = Field(min_length=1)
    negative: bool = False


class Magnitudes(Message):
    """The amounts of a signal by meaning: `change` in percent or pp, `change_by` absolute, `level` the new one of a from-to."""

    change: Magnitude | None = None
    change_by: Magnitude | None = None
    level: Magnitude | None = None
    value: Magnitude | None = None
    quantity: Magnitude | None = None
    capacity: Magnitude | None = None
    share: Magnitude | None = None
    count: Magnitude | None = None
    days: Magnitude | None = None

    def items(self) -> list[tuple[str, Magnitude]]:
        """Return the amounts that are present, by name, in the order of the fields."""
        return [(name, amount) for name, amount in self.__dict__.items() if amount is not None]


class MainMagnitude(Message):
    """The amount a reader looks at first, below zero where it is; `kind` names the field of `magnitudes` it comes from."""

    value: Exact
    unit: Unit
    kind: str


class Actor(Message):
    """A company or state body with its part in the fact. `id` is the lexicon's, absent for a name it does not know."""

    name: str
    role: Literal["buyer", "seller", "owner", "operator", "authority", "speaker"]
    span: Span
    id: str | None = None
    ticker: str | None = None


class Name(Message):
    """A name beside the fact that no lexicon knows, as printed.

    `kind` is what its words say it is of: a firm, a site, the actor of the sentence; `name` where they say nothing.
    """

    name: str
    kind: Literal["firm", "site", "actor", "name"]
    span: Span


class Signal(Message):
    """One fact. `type` and `direction` come from the rule packs; `commodities`, `countries` are lexicon ids.

    `spans` gives, for each slot that is a name (`commodities`, `forms`, `grade`, `market`, `contract`, `countries`, `place`,
    `route`, `measure`, `period`, `day`, `until`) and for `further`, the spans of its values in their order. `rule` found it, from pack `pack`
    (`name@hash`). `relevance` 0-100: headline or lead fact against passing mention; `confidence` 0-1.
    """

    signal_id: str
    type: str = Field(pattern=r"^[a-z][a-z0-9_]*$")
    direction: str = Field(pattern=r"^[a-z][a-z0-9_]*$")
    commodities: tuple[str, ...] = ()
    forms: tuple[str, ...] = ()
    grade: str | None = None
    market: str | None = None
    contract: str | None = None
    actors: tuple[Actor, ...] = ()
    names: tuple[Name, ...] = ()
    countries: tuple[str, ...] = ()
    place: str | None = None
    route: str | None = None
    measure: str | None = None
    modality: Modality = Modality.ACTUAL
    period: str | None = None
    day: str | None = None
    until: str | None = None
    further: bool = False
    """Whether the words say that it is one more of its kind: `another 240,000 tonnes`, `a second producer`."""
    former: Magnitude | None = None
    """What the number was before: `raised from 0.8 to 1.1 million tonnes`."""
    relevance: int = Field(default=50, ge=0, le=100)
    confidence: float = Field(default=0.5, ge=0, le=1)
    rule: str
    pack: str
    evidence: Evidence
    also: tuple[Evidence, ...] = ()
    magnitude: MainMagnitude | None = None
    magnitudes: Magnitudes = Magnitudes()
    spans: dict[str, tuple[Span, ...]] = Field(default_factory=dict)


_MOVES = ("change", "change_by", "level", "quantity", "share", "count")
_DEALS = ("value", "quantity", "share", "level")
_CONTRACTS = ("quantity", "value", "share", "level")
_REST = ("quantity", "value", "count", "days")
MAIN_ORDER = {
    "price_move": _MOVES,
    "production_change": _MOVES,
    "inventory_change": _MOVES,
    "demand_change": _MOVES,
    "corporate_results": _MOVES,
    "equity_move": _MOVES,
    "large_contract": _CONTRACTS,
    "mna": _DEALS,
    "export_control": ("level", "quantity", "value", "count"),
    "supply_source": ("change", "change_by", "quantity", "capacity", "value", "level", "count"),
    "stockpiling": _REST,
    "smuggling": _REST,
}
"""The amounts of each type, the most telling first; a type of the user's own has them all, in the order of the fields."""


def main_magnitude(type: str, magnitudes: Magnitudes) -> MainMagnitude | None:  # noqa: A002 - the field's word
    """Pick the amount a reader looks at first: the first in the order its type asks for, a rough one only where no other is."""
    told = [
        (kind, amount)
        for kind in MAIN_ORDER.get(type) or Magnitudes.model_fields
        if (amount := getattr(magnitudes, kind)) is not None
    ]
    if not told:
        return None
    kind, amount = next((each for each in told if each[0] not in _COUNTED and not is_rough(each[1])), told[0])
    value = Decimal(amount.low)
    return MainMagnitude(value=-value if amount.negative else value, unit=amount.unit, kind=kind)


_COUNTED = frozenset(["count", "days"])
"""What says less of goods than even a rough part of them."""
ROUGH = 5
"""Percent of a whole from which on one unit of the last digit told is rough: a quarter, a half, 三成, doubled; 2.4倍 is finer."""


_WHOLE = 100
"""Percent of a whole: twice or three times it is a round word, 1.6倍 a number."""


def is_rough(amount: Magnitude) -> bool:
    """Tell whether a percentage is one that a word gives: a third, 近七成, tripled; printed digits are finer."""
    if amount.unit != "percent":
        return False
    coarse = amount.step >= ROUGH and (amount.low < _WHOLE or amount.low % _WHOLE == 0)
    return coarse or amount.low % (amount.step or 1) != 0
