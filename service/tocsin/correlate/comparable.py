"""A fact made ready for comparison: parsed once, compared often."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import lru_cache
from math import nan
from typing import NamedTuple

from tocsin.correlate.amounts import Number, Shape, number_of, shape_of
from tocsin.correlate.days import resolve
from tocsin.correlate.kinds import PLANNED
from tocsin.correlate.names import is_chinese, name_marks
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

_UNKNOWN = frozenset({"speaker", "name"})
_SPEAKERS = frozenset({"speaker"})

_set: Callable[[tuple[str, ...]], frozenset[str]] = lru_cache(maxsize=16_384)(frozenset)
"""The same names make one set however many events hold them: a year of events is long."""


_NOBODY: frozenset[str] = frozenset()


@lru_cache(maxsize=16_384)
def _keys(names: tuple[tuple[str, str | None], ...]) -> frozenset[str]:
    marks = [name_marks(name, id_) for name, id_ in names]
    return marks[0] if len(marks) == 1 else frozenset().union(*marks)


@lru_cache(maxsize=16_384)
def _naming(names: tuple[tuple[str, str | None], ...]) -> str | None:
    """Return in which one way the names are told: all by ids, or all in one script without; None where there is none."""
    ways = {"id" if id_ is not None else "chinese" if is_chinese(name) else "latin" for name, id_ in names}
    return ways.pop() if len(ways) == 1 else None


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


@dataclass(slots=True, eq=False)  # not frozen: made at a third of the cost, and changed by `shed` alone
class Fact:
    """What `EventFact` holds, with numbers in base units, period parsed, parties by role.

    `doers` act, `known` are all of whom it is said what they are, `named` all but speakers. Facts whose parties may be the
    same have some of their `keys` in common; those that name their doers in one way, `naming`, without that, are of others.
    `figure` is the first of plain numbers where another one makes it another event (nothing planned, no stop), else no
    number at all; numbers are certainly two where they lie further apart than the `span` of either.
    `further`: told as one more of its kind; `former` is what its number was before.
    """

    told: EventFact | Remembered
    type: str
    direction: str
    sense: str
    commodities: frozenset[str]
    forms: frozenset[str]
    countries: frozenset[str]
    first_country: str | None
    parties: tuple[Party, ...]
    keys: frozenset[str]
    naming: str | None
    doers: tuple[Party, ...]
    sites: tuple[Party, ...]
    known: tuple[Party, ...]
    named: tuple[Party, ...]
    numbers: tuple[Number, ...]
    shape: Shape | None
    figure: float
    span: float
    further: bool
    former: Number | None
    period: Period
    day: date | None
    language: str
    modality: Modality
    at: datetime


def ready(told: EventFact) -> Fact:
    """Make a fact ready for comparison."""
    parties = told.parties
    doers = _of(parties, _NO_DOERS) if parties else ()
    numbers = tuple(map(number_of, told.amounts))
    shape = shape_of(numbers)
    is_firm = shape is not None and told.modality not in PLANNED and told.direction != "halt" and told.former is None
    return Fact(
        told=told,
        type=told.type,
        direction=told.direction,
        sense=sense_of(told.type, told.direction),
        commodities=_set(told.commodities),
        forms=_set(told.forms),
        countries=_set(told.countries),
        first_country=told.countries[0] if told.countries else None,
        parties=parties,
        keys=_keys(tuple([(party.name, party.id) for party in parties])) if parties else _NOBODY,
        naming=_naming(tuple([(party.name, party.id) for party in doers])) if doers else None,
        doers=doers,
        sites=tuple([party for party in parties if party.role == "site"]) if parties else (),
        known=_of(parties, _UNKNOWN) if parties else (),
        named=_of(parties, _SPEAKERS) if parties else (),
        numbers=numbers,
        shape=shape,
        figure=float(numbers[0].low) if is_firm else nan,
        span=span_of(numbers[0]) if is_firm else nan,
        further=told.further,
        former=None if told.former is None else number_of(told.former),
        period=period_of(told.period, told.at, planned=told.modality in PLANNED),
        day=resolve(told.day, told.at, planned=told.modality in PLANNED),
        language=told.language,
        modality=told.modality,
        at=told.at,
    )


def span_of(number: Number) -> float:
    """Return half a step, and what the reckoning in binary may lose."""
    return float(number.half) * (1 + 1e-6) + float(number.low) * 1e-12


def _of(parties: tuple[Party, ...], without: frozenset[str]) -> tuple[Party, ...]:
    """Return the parties without those of some roles: the same tuple, where it holds none."""
    kept = tuple([party for party in parties if party.role not in without])
    return parties if len(kept) == len(parties) else kept


def without_numbers(fact: Fact) -> Fact:
    """Return the fact without its numbers and its day, which a correction tells anew."""
    return replace(fact, numbers=(), shape=None, figure=nan, span=nan, day=None)


def shed(fact: Fact) -> None:
    """Take from a fact of a closed event what no comparison asks for."""
    told = fact.told
    kept = Remembered(
        told.commodities, told.grade, told.market, told.contract, told.place, told.route, told.measure, told.until
    )
    fact.told = _same(kept) if kept[1:] == _NOTHING_ELSE else kept
