"""Finding the events that a fact may belong to, without touching the others.

An event is found by time (told at nearly the same time, same type, family of commodity and sense), and, at any distance
in time, by what is particular: a word of a name, a country's measure, a number of three digits.
"""

import math
from bisect import bisect_left, bisect_right, insort
from collections.abc import Collection, Iterable, Iterator
from datetime import datetime, timedelta
from functools import lru_cache
from typing import TypeVar

from tocsin.correlate.amounts import STRONG_DIGITS
from tocsin.correlate.comparable import Fact, ready, sense_of
from tocsin.correlate.identity import DIRECTIONS, HORIZON, MARKET_MOVES, REPORTS, REVERSALS
from tocsin.correlate.kinship import Kinship
from tocsin.correlate.names import name_keys
from tocsin.messages.event import EventFact, EventRecord

NEAR = WEEK = timedelta(days=7)
NEAR_MOVES = timedelta(days=3)
_BY_COUNTRY = frozenset({"export_control", "stockpiling"})
"""Types whose actor is a country, so that it finds events at any distance in time."""

Key = tuple[str, str, str]
Anchor = tuple[Key, str, str]
Similar = tuple[str, str, str]
Moments = list[tuple[datetime, str]]
_K = TypeVar("_K")


class EventIndex:
    """Events by key and time, by anchors, and by likeness (for novelty); and their facts made ready."""

    def __init__(self, kinship: Kinship) -> None:
        self.kinship = kinship
        self._near: dict[Key, Moments] = {}
        self._anchors: dict[Anchor, dict[str, None]] = {}
        self._similar: dict[Similar, Moments] = {}
        self._facts: dict[str, tuple[Fact, ...]] = {}
        self._last: Fact | None = None

    def facts(self, event_id: str) -> tuple[Fact, ...]:
        """Return the event's facts, ready for comparison."""
        return self._facts[event_id]

    def ready(self, told: EventFact) -> Fact:
        """Make a fact ready; the last one is remembered, since what is compared is often added next."""
        if self._last is None or self._last.told is not told:
            self._last = ready(told)
        return self._last

    def candidates(self, fact: Fact) -> list[str]:
        """Return the events that the fact may belong to, in the order of their ids."""
        return sorted(self._find(fact, fact.sense))

    def undoable(self, fact: Fact) -> list[str]:
        """Return the events that the fact may undo, in the order of their ids."""
        found: dict[str, None] = {}
        undone = REVERSALS.get((fact.type, fact.direction), ())
        for sense in dict.fromkeys(sense_of(fact.type, direction) for direction in undone):
            found.update(self._find(fact, sense))
        return sorted(found)

    def similar(self, fact: EventFact, without: str) -> list[datetime]:
        """Return when similar events (type, direction, a common commodity) were told: the last week's, in order.

        Where there are none, only the last one of the year before, if any: more is never asked, and a year may hold thousands.
        """
        times: dict[str, datetime] = {}
        before: datetime | None = None
        for commodity in fact.commodities or ("",):
            told = self._similar.get((fact.type, fact.direction, commodity), [])
            first, last = bisect_left(told, (fact.at - WEEK, "")), bisect_right(told, (fact.at, "~"))
            times.update((event_id, at) for at, event_id in told[first:last])
            if first and told[first - 1][1] == without:
                first -= 1
            if first and (before is None or told[first - 1][0] > before):
                before = told[first - 1][0]
        times.pop(without, None)
        if times:
            return sorted(times.values())
        return [before] if before is not None and fact.at - before <= HORIZON else []

    def events(self, fact: EventFact, since: timedelta, without: str) -> list[tuple[datetime, str]]:
        """Return the similar events told in the time before the fact, in order, as (when, id)."""
        found: dict[tuple[datetime, str], None] = {}
        for commodity in fact.commodities or ("",):
            told = self._similar.get((fact.type, fact.direction, commodity), [])
            first, last = bisect_left(told, (fact.at - since, "")), bisect_right(told, (fact.at, "~"))
            found.update((entry, None) for entry in told[first:last] if entry[1] != without)
        return sorted(found)

    def of_kind(self, types: Iterable[str], directions: Collection[str], roots: Collection[str]) -> Iterator[Moments]:
        """Yield the events of these types and directions (any, where none is named) of families of commodities."""
        for kind in types:
            for direction in directions or DIRECTIONS.get(kind, ()):
                for root in roots:
                    told = self._near.get((kind, root, sense_of(kind, direction)))
                    if told is not None:
                        yield told

    def add(self, record: EventRecord) -> None:
        """Index an event."""
        facts = tuple(self.ready(fact) for fact in record.facts)
        self._facts[record.event_id] = facts
        for key in self._all_keys(facts):
            insort(self._near.setdefault(key, []), (record.told_at, record.event_id))
        for anchor in self._all_anchors(facts):
            self._anchors.setdefault(anchor, {})[record.event_id] = None
        for similar in _similar_keys(record):
            insort(self._similar.setdefault(similar, []), (record.told_at, record.event_id))

    def remove(self, record: EventRecord) -> None:
        """Take an event out again; the record must be as it was when it was added."""
        facts = self._facts.pop(record.event_id)
        entry = (record.told_at, record.event_id)
        for key in self._all_keys(facts):
            _remove(self._near, key, entry)
        for anchor in self._all_anchors(facts):
            events = self._anchors.get(anchor, {})
            events.pop(record.event_id, None)
            if not events:
                self._anchors.pop(anchor, None)
        for similar in _similar_keys(record):
            _remove(self._similar, similar, entry)

    def _find(self, fact: Fact, sense: str) -> dict[str, None]:
        found: dict[str, None] = {}
        reach = NEAR_MOVES if fact.type in MARKET_MOVES else NEAR
        for key in self._keys(fact, sense):
            told = self._near.get(key)
            if told is None:
                continue
            first, last = bisect_left(told, (fact.at - reach, "")), bisect_right(told, (fact.at + reach, "~"))
            found.update((event_id, None) for _, event_id in told[first:last])
            for anchor in _anchors(fact, key, around=True):
                found.update(self._anchors.get(anchor, {}))
        return found

    def _keys(self, fact: Fact, sense: str) -> list[Key]:
        roots = dict.fromkeys(self.kinship.root(commodity) for commodity in fact.told.commodities)
        return [(fact.type, root, sense) for root in roots or ("",)]

    def _all_keys(self, facts: tuple[Fact, ...]) -> dict[Key, None]:
        return {key: None for fact in facts for key in self._keys(fact, fact.sense)}

    def _all_anchors(self, facts: tuple[Fact, ...]) -> dict[Anchor, None]:
        return {
            anchor: None for fact in facts for key in self._keys(fact, fact.sense) for anchor in _anchors(fact, key)
        }


def _similar_keys(record: EventRecord) -> dict[Similar, None]:
    first = record.facts[0]
    return {(first.type, first.direction, commodity): None for commodity in first.commodities or ("",)}


def _remove(index: dict[_K, Moments], key: _K, entry: tuple[datetime, str]) -> None:
    entries = index.get(key, [])
    at = bisect_left(entries, entry)
    if at < len(entries) and entries[at] == entry:
        del entries[at]
    if not entries:
        index.pop(key, None)


def _anchors(fact: Fact, key: Key, *, around: bool = False) -> Iterator[Anchor]:
    """Yield what the fact can be found by: words of its names, country, month reported, numbers to the hundredth.

    A market's numbers are found within weeks of their time, `around` looks at the neighbours too.
    """
    for party in fact.parties:
        if party.id is not None:
            yield key, "id", party.id
        for word in name_keys(party.name):
            yield key, "name", word
    for name in (fact.told.place, fact.told.route):
        if name:
            for word in name_keys(name):
                yield key, "name", word
    if fact.type in _BY_COUNTRY:
        for country in fact.countries:
            yield key, "country", country
    if fact.type in REPORTS:
        for month in fact.period.months:
            yield key, "period", month
    shifts = (-1, 0, 1) if around else (0,)
    is_move = fact.type in MARKET_MOVES
    for number in fact.numbers:
        if number.digits >= STRONG_DIGITS:
            bucket = _bucket(number.low)
            for shift in shifts:
                for week in shifts if is_move else (0,):
                    yield key, number.unit, f"{bucket + shift}@{fact.at.toordinal() // 7 + week if is_move else ''}"


@lru_cache(maxsize=65536)
def _bucket(number: object) -> int:
    value = float(str(number))
    return round(math.log(value) * 100) if value > 0 else -100_000
