"""Policies: who must know of which signals, and from which threshold on. How they are tried: `comparisons`."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from decimal import Decimal

from tocsin.messages.alert import Severity
from tocsin.messages.base import format_exact
from tocsin.messages.signal import Modality

AMOUNT_FIELDS = ("change", "change_by", "level", "value", "quantity", "capacity", "share", "count", "days")
DEFAULT_MODALITY = frozenset({Modality.ACTUAL, Modality.EXPECTED})
DEFAULT_RELEVANCE = 50


@dataclass(frozen=True, slots=True)
class Quantity:
    """An amount with its unit, as a threshold names it; no unit means the field's own."""

    amount: Decimal
    unit: str | None = None

    def __str__(self) -> str:
        """`5 %`, `245000000 USD`, `3`."""
        return f"{format_exact(self.amount)} {shown_unit(self.unit)}".strip()


@dataclass(frozen=True, slots=True)
class Bounds:
    """A threshold: every bound that is given must hold; `at_least` and `at_most` include their value."""

    at_least: Quantity | None = None
    at_most: Quantity | None = None
    above: Quantity | None = None
    below: Quantity | None = None

    def items(self) -> Iterator[tuple[str, Quantity]]:
        """Yield the bounds that are given."""
        for name in ("at_least", "above", "at_most", "below"):
            bound = getattr(self, name)
            if bound is not None:
                yield name, bound


@dataclass(frozen=True, slots=True)
class SourceCount:
    """So many independent sources, within a time where one is given."""

    at_least: int
    within: timedelta | None = None


@dataclass(frozen=True, slots=True)
class After:
    """Only after an event of another kind of the same commodity: a sequence A then B."""

    signals: frozenset[str]
    directions: frozenset[str]
    within: timedelta


@dataclass(frozen=True, slots=True)
class Window:
    """So many events of the same kind and commodity within a time, this one included, or so much net change.

    Counted are those of any direction that the policy asks for, else of the event's own, told in a way that it asks for. `change` is in percent, in the direction of the event that is judged; what went the other way counts against it, and each day once.
    """

    within: timedelta
    count: int | None = None
    change: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Burst:
    """So many times more events of one direction within a time than the subject's own past has on average over as long a time.

    Silent until the past of `over` holds `seen` events.
    """

    times: Decimal
    within: timedelta
    over: timedelta
    seen: int


@dataclass(frozen=True, slots=True)
class Cooldown:
    """After an alert no other for the same commodity by this policy, for so long; what lifts it.

    `severity`: the event satisfies a policy so loud; `new_fact`: something new was told of a known event; `sources`: so
    many independent ones tell it.
    """

    span: timedelta
    severity: Severity | None = None
    new_fact: bool = False
    sources: int | None = None


@dataclass(frozen=True, slots=True)
class Policy:
    """One policy as correlate sees it. An empty set means any; `commodities` include those of the watchlists.

    `quiet_for`: only if no similar event was told for so long. `rearm`: after an alert again only when the commodity moved
    another so many percent. `value_of_revenue` is in percent of a year's revenue, known only where the article prints it. `novelty` bounds figures of the verdict's novelty, by the names in `novelty.NOVELTY_FIELDS`.
    """

    name: str
    severity: Severity = Severity.MEDIUM
    send_to: tuple[str, ...] = ()
    signals: frozenset[str] = frozenset()
    directions: frozenset[str] = frozenset()
    commodities: frozenset[str] = frozenset()
    companies: frozenset[str] = frozenset()
    countries: frozenset[str] = frozenset()
    measures: frozenset[str] = frozenset()
    modality: frozenset[Modality] = DEFAULT_MODALITY
    relevance: Bounds = Bounds(at_least=Quantity(Decimal(DEFAULT_RELEVANCE)))
    confidence: Bounds | None = None
    tier: Bounds | None = None
    amounts: Mapping[str, Bounds] = field(default_factory=dict)
    value_of_revenue: Bounds | None = None
    sources: SourceCount | None = None
    novelty: Mapping[str, Bounds] = field(default_factory=dict)
    quiet_for: timedelta | None = None
    after: After | None = None
    window: Window | None = None
    burst: Burst | None = None
    cooldown: Cooldown | None = None
    rearm: Decimal | None = None

    @property
    def looks_back(self) -> bool:
        """Whether earlier events decide too."""
        asked = (self.quiet_for, self.after, self.window, self.burst)
        return bool(self.novelty) or any(part is not None for part in asked)


def shown_unit(unit: str | None) -> str:
    """Write the unit of a threshold: `%` for percent, nothing where there is none."""
    return "" if unit is None else "%" if unit == "percent" else unit
