"""The state: event records by id, and indexes derived from them. Nothing else is remembered.

A state is consumed: `correlate` takes it, changes it in place and hands it back, since copying 100,000 events for every
Findings would cost more than all decisions. Use the returned one only; a batch that was not written is undone by
restoring from the records that were.
"""

import heapq
import math
from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime, timedelta
from functools import lru_cache
from typing import TypeVar

from tocsin.correlate.amounts import base_unit
from tocsin.correlate.identity import HORIZON, Kinship
from tocsin.correlate.names import name_keys
from tocsin.messages.event import RECORD_VERSION, EventFact, EventRecord
from tocsin.rules.faults import TocsinError

QUIET = timedelta(days=30)
"""An event is closed when nothing new was told for so long."""
NEAR = timedelta(days=7)
_BY_COUNTRY = frozenset({"export_control", "stockpiling"})
"""Types whose actor is a country, so that it finds events at any distance in time."""
MAX_SWEEP = 64
"""Events closed or dropped in one call, so that no call is long."""

Key = tuple[str, str]
Similar = tuple[str, str, str]
_K = TypeVar("_K")
Anchor = tuple[str, str, str]


class RecordVersionError(TocsinError):
    """An event record was written by a newer release; `version` is the one it has."""

    def __init__(self, version: int) -> None:
        self.version = version
        super().__init__(
            f"the events topic holds records of version {version}, this release reads up to {RECORD_VERSION}; "
            "run the release that wrote them, or a newer one"
        )


class State:
    """Events of one market. Build it with `empty` or `restore`."""

    def __init__(self, records: Iterable[EventRecord] = ()) -> None:
        self._kinship: Kinship | None = None
        self._events: dict[str, EventRecord] = {record.event_id: record for record in records}
        self._clear()

    def _clear(self) -> None:
        self._near: dict[Key, list[tuple[datetime, str]]] = {}
        self._anchors: dict[Anchor, dict[str, None]] = {}
        self._articles: dict[str, dict[str, None]] = {}
        self._similar: dict[Similar, list[tuple[datetime, str]]] = {}
        self._due: list[tuple[datetime, str]] = []

    @classmethod
    def empty(cls) -> "State":
        """Return a state without events."""
        return cls()

    @classmethod
    def restore(cls, records: Mapping[str, EventRecord | None] | Iterable[EventRecord]) -> "State":
        """Take records back, in any order; the indexes are derived at the first use.

        Raises RecordVersionError when a record is of a newer release.
        """
        found = [r for r in (records.values() if isinstance(records, Mapping) else records) if r is not None]
        newest = max((record.version for record in found), default=RECORD_VERSION)
        if newest > RECORD_VERSION:
            raise RecordVersionError(newest)
        return cls(found)

    def bind(self, kinship: Kinship) -> None:
        """Derive the indexes for this kinship of commodities; does nothing when they stand."""
        if self._kinship is kinship or self._kinship == kinship:
            return
        self._kinship = kinship
        self._clear()
        for event_id in sorted(self._events):
            self._add(self._events[event_id])

    def __len__(self) -> int:
        return len(self._events)

    def __iter__(self) -> Iterator[EventRecord]:
        return iter(self._events.values())

    def get(self, event_id: str) -> EventRecord | None:
        """Return the event's record."""
        return self._events.get(event_id)

    def of_article(self, article_id: str) -> list[EventRecord]:
        """Return the open events that the article told, in the order in which it joined them."""
        return [self._events[event_id] for event_id in self._articles.get(article_id, ())]

    def candidates(self, fact: EventFact) -> list[EventRecord]:
        """Return the events that the fact may belong to: told at nearly the same time, or sharing a name or a number."""
        found: dict[str, None] = {}
        for key in self._keys(fact):
            told = self._near.get(key, [])
            first = bisect_left(told, (fact.at - NEAR, ""))
            last = bisect_right(told, (fact.at + NEAR, "~"))
            found.update((event_id, None) for _, event_id in told[first:last])
            for anchor in _anchors(fact, key[1], neighbours=True):
                found.update(self._anchors.get(anchor, {}))
        return [self._events[event_id] for event_id in sorted(found)]

    def similar(self, fact: EventFact, without: str) -> list[datetime]:
        """Return when similar events (type, direction, a common commodity) were told, the last year's, in order."""
        times: dict[str, datetime] = {}
        for commodity in fact.commodities or ("",):
            told = self._similar.get((fact.type, fact.direction, commodity), [])
            first = bisect_left(told, (fact.at - HORIZON, ""))
            last = bisect_right(told, (fact.at, "~"))
            times.update((event_id, at) for at, event_id in told[first:last])
        times.pop(without, None)
        return sorted(times.values())

    def put(self, record: EventRecord) -> None:
        """Store a record and bring the indexes up to date."""
        old = self._events.get(record.event_id)
        self._events[record.event_id] = record
        if old is None:
            self._add(record)
            return
        if old.facts is not record.facts or old.told_at != record.told_at:
            self._unindex(old)
            self._index(record)
        if old.last_at != record.last_at or old.closed != record.closed:
            self._schedule(record)
        if record.closed and not old.closed:
            self._release(old)
        for signal in record.signals:
            self._articles.setdefault(signal.article_id, {})[record.event_id] = None

    def _add(self, record: EventRecord) -> None:
        self._index(record)
        self._schedule(record)
        for signal in record.signals:
            self._articles.setdefault(signal.article_id, {})[record.event_id] = None

    def _schedule(self, record: EventRecord) -> None:
        heapq.heappush(self._due, (record.last_at + (HORIZON if record.closed else QUIET), record.event_id))

    def drop(self, event_id: str) -> None:
        """Forget an event."""
        record = self._events.pop(event_id)
        self._unindex(record)
        self._release(record)

    def due(self, now: datetime) -> Iterator[EventRecord]:
        """Yield the events whose time to close or to go has come, oldest first, a bounded number of them."""
        for _ in range(MAX_SWEEP):
            if not self._due or self._due[0][0] > now:
                return
            when, event_id = heapq.heappop(self._due)
            record = self._events.get(event_id)
            if record is not None and record.last_at + (HORIZON if record.closed else QUIET) == when:
                yield record

    def _forget_article(self, article_id: str, event_id: str) -> None:
        events = self._articles.get(article_id)
        if events is not None:
            events.pop(event_id, None)
            if not events:
                del self._articles[article_id]

    def _release(self, record: EventRecord) -> None:
        for signal in record.signals:
            self._forget_article(signal.article_id, record.event_id)

    def _keys(self, fact: EventFact) -> list[Key]:
        roots = dict.fromkeys(self._root(commodity) for commodity in fact.commodities)
        return [(fact.type, root) for root in roots] or [(fact.type, "")]

    def _root(self, commodity: str) -> str:
        return commodity if self._kinship is None else self._kinship.root(commodity)

    def _record_keys(self, record: EventRecord) -> dict[Key, None]:
        return {key: None for fact in record.facts for key in self._keys(fact)}

    def _index(self, record: EventRecord) -> None:
        for key in self._record_keys(record):
            insort(self._near.setdefault(key, []), (record.told_at, record.event_id))
        for fact in record.facts:
            for key in self._keys(fact):
                for anchor in _anchors(fact, key[1]):
                    self._anchors.setdefault(anchor, {})[record.event_id] = None
        for similar in _similar_keys(record):
            insort(self._similar.setdefault(similar, []), (record.told_at, record.event_id))

    def _unindex(self, record: EventRecord) -> None:
        entry = (record.told_at, record.event_id)
        for key in self._record_keys(record):
            _remove(self._near, key, entry)
        for fact in record.facts:
            for key in self._keys(fact):
                for anchor in _anchors(fact, key[1]):
                    events = self._anchors.get(anchor)
                    if events is not None:
                        events.pop(record.event_id, None)
                        if not events:
                            del self._anchors[anchor]
        for similar in _similar_keys(record):
            _remove(self._similar, similar, entry)


def _similar_keys(record: EventRecord) -> dict[Similar, None]:
    first = record.facts[0]
    return {(first.type, first.direction, commodity): None for commodity in first.commodities or ("",)}


def _remove(index: dict[_K, list[tuple[datetime, str]]], key: _K, entry: tuple[datetime, str]) -> None:
    entries = index.get(key)
    if not entries:
        return
    at = bisect_left(entries, entry)
    if at < len(entries) and entries[at] == entry:
        del entries[at]
    if not entries:
        del index[key]


def _anchors(fact: EventFact, root: str, *, neighbours: bool = False) -> Iterator[Anchor]:
    """Yield what a fact can be found by at any distance in time: words of its names, its numbers to within a tenth."""
    kind = f"{fact.type}/{root}"
    for party in fact.parties:
        if party.id is not None:
            yield kind, "id", party.id
        for word in name_keys(party.name):
            yield kind, "name", word
    for name in (fact.place, fact.route):
        if name:
            for word in name_keys(name):
                yield kind, "name", word
    for country in fact.countries if fact.type in _BY_COUNTRY else ():
        yield kind, "country", country
    for amount in fact.amounts:
        unit, factor = base_unit(amount.unit)
        bucket = _bucket(float(amount.low * factor))
        for near in (bucket - 1, bucket, bucket + 1) if neighbours else (bucket,):
            yield kind, unit, str(near)


@lru_cache(maxsize=65536)
def _bucket(number: float) -> int:
    return round(math.log(number) * 10) if number > 0 else -10_000
