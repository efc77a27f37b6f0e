"""How a policy is written, and the value that correlate makes of it."""

from datetime import timedelta
from typing import Annotated, Any

from pydantic import BeforeValidator, Field, model_validator

from tocsin.config.base import Part, Words
from tocsin.config.quantities import parse_duration, parse_quantity
from tocsin.correlate.policy import AMOUNT_FIELDS, DEFAULT_MODALITY, DEFAULT_RELEVANCE, Bounds, Policy, SourceCount
from tocsin.messages.alert import Severity
from tocsin.messages.signal import Modality

_BOUND_NAMES = ("at_least", "at_most", "above", "below")
_LARGEST = {"relevance": 100, "confidence": 1}


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
            raise ValueError(f"{field!r} goes from 0 to {limit}")
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


class Sources(Part):
    """So many independent publishers, within a time where one is given."""

    at_least: int = Field(ge=1, le=50)
    within: Duration | None = None


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
    sources: Sources | None = None
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
            sources=SourceCount(self.sources.at_least, self.sources.within) if self.sources else None,
        )
