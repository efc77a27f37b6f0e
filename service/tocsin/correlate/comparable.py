"""A fact made ready for comparison: parsed once, compared often."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import lru_cache
from typing import NamedTuple

from tocsin.correlate.amounts import Number, number_of
from tocsin.correlate.days import resolve
from tocsin.correlate.names import name_marks
from tocsin.correlate.periods import Period, period_of
from tocsin.messages.event import EventFact, Party
from tocsin.messages.signal import Modality

_ALIKE = {
    ("production_change", "halt"): "down",
    ("production_change", "resume"): "up",
    ("supply_source", "discovery"): "new",
    ("large_contract", "award"): "supply",
    ("large_contract", "offtake"): "supply",
    ("large_contract", "purchase"): "supply",
    ("mna", "divest"): "acquire",
    ("mna", "invest"): "acquire",
}
DEALS = frozenset({"large_contract", "mna"})


_NO_DOERS = frozenset({"speaker", "authority", "site", "name"})
"""Roles of parties that are certainly no company of the fact, or not certainly one."""

_set: Callable[[tuple[str, ...]], frozenset[str]] = lru_cache(maxsize=16_384)(frozenset)
"""The same names make one set however many events hold them: a year of events is long."""


_NOBODY: frozenset[str] = frozenset()


@lru_cache(maxsize=16_384)
def _keys(names: tuple[tuple[str, str | None], ...]) -> frozenset[str]:
    marks = [name_marks(name, id_) for name, id_ in names]
    return marks[0] if len(marks) == 1 else frozenset().union(*marks)


def sense_of(type: str, direction: str) -> str:  # noqa: A002 - the field's word
    """Return one word for directions that say the same to a trader: a halt is a fall in output, a purchase a supply."""
    return _ALIKE.get((type, direction), direction)


class Remembered(NamedTuple):
    """What the fact of a closed event keeps of its `EventFact` for comparison: a year holds hundreds of thousands."""

    commodities: tuple[str, ...]
    grade: str | None
    market: str | None
    contract: str | None
    place: str | None
    route: str | None
    measure: str | None
    until: str | None


_NOTHING_ELSE = (None,) * 7
_same: Callable[[Remembered], Remembered] = lru_cache(maxsize=16_384)(lambda told: told)


@dataclass(frozen=True, slots=True, eq=False)
class Fact:
    """What `EventFact` holds, with numbers in base units, period parsed, parties by role.

    `doers` act, `known` are all of whom it is said what they are, `named` all but speakers. Two facts whose parties may be
    the same have some of their `keys` in common.
    """

    told: EventFact | Remembered
    type: str
    direction: str
    sense: str
    commodities: frozenset[str]
    forms: frozenset[str]
    countries: frozenset[str]
    parties: tuple[Party, ...]
    keys: frozenset[str]
    doers: tuple[Party, ...]
    sites: tuple[Party, ...]
    known: tuple[Party, ...]
    named: tuple[Party, ...]
    numbers: tuple[Number, ...]
    period: Period
    day: date | None
    language: str
    modality: Modality
    at: datetime


def ready(told: EventFact) -> Fact:
    """Make a fact ready for comparison."""
    parties = told.parties
    return Fact(
        told=told,
        type=told.type,
        direction=told.direction,
        sense=sense_of(told.type, told.direction),
        commodities=_set(told.commodities),
        forms=_set(told.forms),
        countries=_set(told.countries),
        parties=parties,
        keys=_keys(tuple((party.name, party.id) for party in parties)) if parties else _NOBODY,
        doers=tuple(p for p in parties if p.role not in _NO_DOERS),
        sites=tuple(p for p in parties if p.role == "site"),
        known=tuple(p for p in parties if p.role not in ("speaker", "name")),
        named=tuple(p for p in parties if p.role != "speaker"),
        numbers=tuple(number_of(amount) for amount in told.amounts),
        period=period_of(told.period, told.at),
        day=resolve(told.day, told.at),
        language=told.language,
        modality=told.modality,
        at=told.at,
    )


def remembered(fact: Fact) -> Fact:
    """Return the fact without what no comparison asks for."""
    told = fact.told
    kept = Remembered(
        told.commodities, told.grade, told.market, told.contract, told.place, told.route, told.measure, told.until
    )
    return replace(fact, told=_same(kept) if kept[1:] == _NOTHING_ELSE else kept)
