"""How a policy is written, and the value that correlate makes of it."""

from datetime import timedelta
from decimal import Decimal
from typing import Annotated, Any, Self

from pydantic import BeforeValidator, Field, model_validator

from tocsin.config.base import Part, Words
from tocsin.config.quantities import parse_duration, parse_past, parse_percent, parse_quantity
from tocsin.correlate.kinds import HORIZON
from tocsin.correlate.policy import (
    AMOUNT_FIELDS,
    DEFAULT_MODALITY,
    DEFAULT_RELEVANCE,
    After,
    Bounds,
    Burst,
    Cooldown,
    Policy,
    SourceCount,
    Window,
)
from tocsin.messages.alert import Severity
from tocsin.messages.signal import Modality

_BOUND_NAMES = ("at_least", "at_most", "above", "below")
_LARGEST = {"relevance": 100, "confidence": 1, "tier": 9}
_FARTHEST = HORIZON / timedelta(days=1)
"""Days since a similar event; of what lies farther back nothing is known."""


def _bounds(field: str) -> BeforeValidator:
    """Read `{at_least: 5%}`, or a bare amount, which means at least (for `tier`: at most)."""

    def read(value: object) -> object:
        if isinstance(value, Bounds):
            return value
        if not isinstance(value, dict):
            value = {"at_most" if field == "tier" else "at_least": value}
        unknown = [name for name in value if name not in _BOUND_NAMES]
        if unknown or not value:
            raise ValueError(
                f"{unknown or value!r}: write bounds such as {{at_least: …}}; known: {', '.join(_BOUND_NAMES)}"
            )
        read_bounds = {name: parse_quantity(field, amount) for name, amount in value.items()}
        limit = _LARGEST.get(field)
        if limit is not None and any(quantity.amount > limit for quantity in read_bounds.values()):
            raise ValueError(f"{field!r} goes from {1 if field == 'tier' else 0} to {limit}")
        low = max((q.amount for n, q in read_bounds.items() if n in ("at_least", "above")), default=None)
        high = min((q.amount for n, q in read_bounds.items() if n in ("at_most", "below")), default=None)
        if field == "days_since_similar" and low is not None and low > Decimal(_FARTHEST):
            raise ValueError(f"no more than {_FARTHEST:.0f} days are remembered, so it never holds; write that or less")
        units = {quantity.unit for quantity in read_bounds.values()}
        if low is not None and high is not None and len(units) == 1 and low > high:
            raise ValueError("the lower bound lies above the upper one, so it never holds; exchange them")
        return Bounds(**read_bounds)

    return BeforeValidator(read)


def _modality(value: object) -> object:
    names = [value] if isinstance(value, str) else value
    if isinstance(names, list) and "historical" in names:
        raise ValueError("'historical' is background and never alerts; remove it")
    if isinstance(names, list) and any(name not in set(Modality) for name in names):
        raise ValueError(f"{value!r}: write one or more of actual, expected, possible, denied")
    return names


Duration = Annotated[timedelta, BeforeValidator(parse_duration)]
Past = Annotated[timedelta, BeforeValidator(parse_past)]
"""A duration for which events are remembered."""


class Sources(Part):
    """So many independent publishers, within a time where one is given."""

    at_least: int = Field(ge=1, le=50)
    within: Duration | None = None


def _sources(value: object) -> object:
    return {"at_least": value} if isinstance(value, int) and not isinstance(value, bool) else value


class SimilarEntry(Part):
    """How many similar events there were in the hours and days before."""

    h12: Annotated[Bounds | None, _bounds("similar")] = Field(default=None, alias="12h")
    h24: Annotated[Bounds | None, _bounds("similar")] = Field(default=None, alias="24h")
    d3: Annotated[Bounds | None, _bounds("similar")] = Field(default=None, alias="3d")
    d5: Annotated[Bounds | None, _bounds("similar")] = Field(default=None, alias="5d")
    d7: Annotated[Bounds | None, _bounds("similar")] = Field(default=None, alias="7d")


class NoveltyEntry(Part):
    """How new the event must be: days since a similar one, similar ones before it, its part of all publishers (percent)."""

    days_since_similar: Annotated[Bounds | None, _bounds("days_since_similar")] = None
    similar: SimilarEntry = SimilarEntry()
    source_share: Annotated[Bounds | None, _bounds("share")] = None

    def to_bounds(self) -> dict[str, Bounds]:
        """Return what is asked, by the names that correlate knows."""
        counts = self.similar
        asked = {
            "days_since_similar": self.days_since_similar,
            "similar_12h": counts.h12,
            "similar_24h": counts.h24,
            "similar_3d": counts.d3,
            "similar_5d": counts.d5,
            "similar_7d": counts.d7,
            "source_share": self.source_share,
        }
        return {name: bounds for name, bounds in asked.items() if bounds is not None}

    @model_validator(mode="after")
    def _asks_something(self) -> Self:
        if not self.to_bounds():
            raise ValueError("needs one of 'days_since_similar', 'similar' and 'source_share'")
        return self


class AfterEntry(Part):
    """Only after an event of another kind of the same commodity family, so long before at most."""

    signal: Words = Field(min_length=1)
    direction: Words = ()
    within: Past


class WindowEntry(Part):
    """So many events of the same kind and commodity within a time, or so much change in all."""

    within: Past
    count: int | None = Field(default=None, ge=2, le=1000)
    change: Annotated[Decimal | None, BeforeValidator(parse_percent)] = None

    @model_validator(mode="after")
    def _asks_something(self) -> Self:
        if (self.count is None) == (self.change is None):
            raise ValueError("needs one of 'count' and 'change'")
        return self


class BurstEntry(Part):
    """So many times more events within a time than the subject's own past of `over` has on average.

    Silent until that past holds `seen` events.
    """

    times: Decimal = Field(gt=1, le=1000)
    within: Duration = timedelta(hours=24)
    over: Past = timedelta(days=60)
    seen: int = Field(default=10, ge=3, le=1000)

    @model_validator(mode="after")
    def _has_a_past(self) -> Self:
        if self.over < 4 * self.within:
            raise ValueError("'over' must be at least four times 'within', so that there is a past to compare with")
        return self


class Unless(Part):
    """What lifts a cooldown: a policy so loud, a new fact of a known event, so many independent sources."""

    severity: Severity | None = None
    new_fact: bool = False
    sources: int | None = Field(default=None, ge=2, le=50)


class CooldownEntry(Part):
    """After an alert none for the same commodity by this policy, for so long (30d at most)."""

    span: Duration = Field(alias="for", le=timedelta(days=30))
    unless: Unless = Unless()


def _cooldown(value: object) -> object:
    return {"for": value} if isinstance(value, str) else value


class PolicyEntry(Part):
    """One policy of the file. A key that is absent asks nothing; a list means any of its words.

    `modality` defaults to actual and expected, `relevance` to at least 50.
    """

    name: str = Field(min_length=1, max_length=80)
    signal: Words = ()
    direction: Words = ()
    commodities: Words = ()
    watchlist: Words = ()
    companies: Words = ()
    countries: Words = ()
    measure: Words = ()
    modality: Annotated[tuple[Modality, ...], BeforeValidator(_modality)] = tuple(sorted(DEFAULT_MODALITY))
    relevance: Annotated[Bounds, _bounds("relevance")] = Bounds(at_least=parse_quantity("relevance", DEFAULT_RELEVANCE))
    confidence: Annotated[Bounds | None, _bounds("confidence")] = None
    tier: Annotated[Bounds | None, _bounds("tier")] = None
    change: Annotated[Bounds | None, _bounds("change")] = None
    change_by: Annotated[Bounds | None, _bounds("change_by")] = None
    level: Annotated[Bounds | None, _bounds("level")] = None
    value: Annotated[Bounds | None, _bounds("value")] = None
    quantity: Annotated[Bounds | None, _bounds("quantity")] = None
    capacity: Annotated[Bounds | None, _bounds("capacity")] = None
    share: Annotated[Bounds | None, _bounds("share")] = None
    count: Annotated[Bounds | None, _bounds("count")] = None
    days: Annotated[Bounds | None, _bounds("days")] = None
    value_of_revenue: Annotated[Bounds | None, _bounds("share")] = None
    sources: Annotated[Sources | None, BeforeValidator(_sources, json_schema_input_type=Sources | int | None)] = None
    novelty: NoveltyEntry | None = None
    quiet_for: Past | None = None
    after: AfterEntry | None = None
    window: WindowEntry | None = None
    burst: BurstEntry | None = None
    cooldown: Annotated[
        CooldownEntry | None, BeforeValidator(_cooldown, json_schema_input_type=CooldownEntry | timedelta | None)
    ] = None
    rearm: Annotated[Decimal | None, BeforeValidator(parse_percent)] = None
    severity: Severity = Severity.MEDIUM
    send_to: Words = Field(min_length=1)

    @model_validator(mode="before")
    @classmethod
    def _has_no_blank(cls, data: Any) -> Any:
        """Refuse a key without a value: it was meant to say something."""
        if isinstance(data, dict):
            blank = [key for key, value in data.items() if value is None]
            if blank:
                raise ValueError(f"{blank[0]!r} has no value; give it one or remove the key")
        return data

    def to_policy(self) -> Policy:
        """Return the policy as correlate sees it."""
        amounts = {name: getattr(self, name) for name in AMOUNT_FIELDS if getattr(self, name) is not None}
        return Policy(
            name=self.name,
            severity=self.severity,
            send_to=tuple(dict.fromkeys(self.send_to)),
            signals=frozenset(self.signal),
            directions=frozenset(self.direction),
            commodities=frozenset(self.commodities) | {f"@{name}" for name in self.watchlist},
            companies=frozenset(self.companies),
            countries=frozenset(self.countries),
            measures=frozenset(self.measure),
            modality=frozenset(self.modality),
            relevance=self.relevance,
            confidence=self.confidence,
            tier=self.tier,
            amounts=amounts,
            value_of_revenue=self.value_of_revenue,
            sources=SourceCount(self.sources.at_least, self.sources.within) if self.sources else None,
            novelty=self.novelty.to_bounds() if self.novelty else {},
            quiet_for=self.quiet_for,
            after=self._after(),
            window=Window(self.window.within, self.window.count, self.window.change) if self.window else None,
            burst=self._burst(),
            cooldown=self._cooldown(),
            rearm=self.rearm,
        )

    def _after(self) -> After | None:
        if self.after is None:
            return None
        return After(frozenset(self.after.signal), frozenset(self.after.direction), self.after.within)

    def _burst(self) -> Burst | None:
        burst = self.burst
        return None if burst is None else Burst(burst.times, burst.within, burst.over, burst.seen)

    def _cooldown(self) -> Cooldown | None:
        if self.cooldown is None:
            return None
        unless = self.cooldown.unless
        return Cooldown(self.cooldown.span, unless.severity, unless.new_fact, unless.sources)
