"""The state: event records by id, and indexes derived from them. Nothing else is remembered.

A state is consumed: `correlate` takes it, changes it in place and hands it back, since copying 100,000 events for every
Findings would cost more than all decisions. Use the returned one only; a batch that was not written is undone by
restoring from the records that were.
"""

from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from datetime import datetime, timedelta
from typing import NamedTuple

from tocsin.correlate.index import EventIndex
from tocsin.correlate.kinds import HORIZON
from tocsin.correlate.kinship import Kinship
from tocsin.correlate.outlets import Outlets
from tocsin.correlate.schedule import Schedule
from tocsin.messages.event import RECORD_VERSION, EventRecord
from tocsin.rules.faults import TocsinError

QUIET = timedelta(days=30)
"""An event is closed when nothing new was told for so long."""
MAX_SWEEP = 64
"""Events closed or dropped in one call, so that no call is long."""
_READ_AGAIN = 256
"""Closed records that are held as read, since what asks for one often asks twice."""


class RecordVersionError(TocsinError):
    """An event record was written by a newer release; `version` is the one it has."""

    def __init__(self, version: int) -> None:
        self.version = version
        super().__init__(
            f"the events topic holds records of version {version}, this release reads up to {RECORD_VERSION}; "
            "run the release that wrote them, or a newer one"
        )


class _Closed(NamedTuple):
    """A closed event: its record as it is written, when it goes, and when it was first told."""

    written: bytes
    goes_at: datetime
    told_at: datetime


class State:
    """Events of one market. Build it with `empty` or `read`."""

    def __init__(self) -> None:
        self._events: dict[str, EventRecord] = {}
        self._closed: dict[str, _Closed] = {}
        self._read: dict[str, EventRecord] = {}
        self._reversed: set[str] = set()
        self._bound = False
        self.index = EventIndex(Kinship({}))
        self._outlets: Outlets | None = None
        self._articles: dict[str, dict[str, None]] = {}
        self._due = Schedule()
        self._alerts: dict[tuple[str, str], dict[str, datetime]] = {}

    @classmethod
    def empty(cls) -> "State":
        """Return a state without events."""
        return cls()

    @classmethod
    def read(cls, values: Iterable[bytes], kinship: Kinship) -> "State":
        """Take records back as they were written, in any order, and derive the indexes; each is parsed once.

        Raises RecordVersionError when a record is of a newer release.
        """
        found = sorted([(_parsed(value), value) for value in values], key=lambda each: each[0].event_id)
        newest = max((record.version for record, _ in found), default=RECORD_VERSION)
        if newest > RECORD_VERSION:
            raise RecordVersionError(newest)
        state = cls()
        state.bind(kinship)
        for record, value in found:
            state._hold(record, value)
            state._add(record)
        return state

    def bind(self, kinship: Kinship) -> None:
        """Derive the indexes for this kinship of commodities; does nothing when they stand."""
        if self._bound and (self.index.kinship is kinship or self.index.kinship == kinship):
            return
        self._bound = True
        self.index = EventIndex(kinship)
        self._outlets = None
        self._articles = {}
        self._due = Schedule()
        self._alerts = {}
        for event_id in sorted((*self._events, *self._closed)):
            self._add(self._known(event_id))

    def __len__(self) -> int:
        return len(self._events) + len(self._closed)

    def __iter__(self) -> Iterator[EventRecord]:
        yield from self._events.values()
        yield from (_parsed(held.written) for held in self._closed.values())

    def get(self, event_id: str) -> EventRecord | None:
        """Return the event's record. One that is closed is held as its bytes, a tenth of its size, and read when asked for."""
        record = self._events.get(event_id) or self._read.get(event_id)
        if record is None and (held := self._closed.get(event_id)) is not None:
            if len(self._read) >= _READ_AGAIN:
                self._read.clear()
            record = self._read[event_id] = _parsed(held.written)
        return record

    @property
    def outlets(self) -> Outlets:
        """Who has told what lately; derived when it is first asked for, since few ask."""
        if self._outlets is None:
            self._outlets = Outlets(self.index.kinship)
            for record in self._events.values():
                self._outlets.note(record)
        return self._outlets

    @property
    def reversed_ones(self) -> AbstractSet[str]:
        """The events that a later one undid."""
        return self._reversed

    def _known(self, event_id: str) -> EventRecord:
        record = self.get(event_id)
        assert record is not None
        return record

    def _hold(self, record: EventRecord, written: bytes | None = None) -> None:
        event_id = record.event_id
        self._read.pop(event_id, None)
        if record.closed:
            self._events.pop(event_id, None)
            self._closed[event_id] = _Closed(written or record.to_json(), _ends_at(record), record.told_at)
        else:
            self._closed.pop(event_id, None)
            self._events[event_id] = record
        if record.reversed_by is not None:
            self._reversed.add(event_id)

    def of_article(self, article_id: str) -> list[EventRecord]:
        """Return the open events that the article told, in the order in which they opened."""
        told = self._articles.get(article_id)
        if told is None:
            return []
        found = [self._events[event_id] for event_id in told]
        return sorted(found, key=lambda record: (record.opened_at, record.event_id))

    def put(self, record: EventRecord, written: bytes | None = None) -> None:
        """Store a record and bring the indexes up to date; `written` is its JSON, where it has been made."""
        old = self.get(record.event_id)
        self._hold(record, written)
        if old is None:
            self._add(record)
            return
        if (
            old.facts is not record.facts
            or old.told_at != record.told_at
            or (old.denied, old.withdrawn) != (record.denied, record.withdrawn)
        ):
            self.index.replace(old, record)
        if old.policies is not record.policies:
            self._forget_alerts(old)
            self._note_alerts(record)
        told_anew = old.sources is not record.sources or old.facts is not record.facts or old.closed != record.closed
        if told_anew and self._outlets is not None:
            self._outlets.note(record, old)
        if old.last_at != record.last_at or old.closed != record.closed:
            self._schedule(record)
        if record.closed and not old.closed:
            self._release(old)
        elif old.signals is not record.signals:
            self._note_articles(record)

    def similar(self, record: EventRecord) -> list[datetime]:
        """Return when events similar to this one were told before it, as `EventIndex.similar` says.

        Of those told at the same moment the ones that came in earlier are before it; facts of one article are not before each other.
        """
        return self.index.similar(record.facts[0], record.event_id, lambda other: self._is_before(other, record))

    def _is_before(self, event_id: str, record: EventRecord) -> bool:
        other = self._known(event_id)
        if other.opened_at != record.opened_at:
            return other.opened_at < record.opened_at
        return {source.article_id for source in other.sources}.isdisjoint(s.article_id for s in record.sources)

    def last_alert(self, policy: str, record: EventRecord) -> tuple[datetime, EventRecord] | None:
        """Return when the policy last alerted for a commodity of the event, and on which other event.

        Events that have closed are forgotten here, so a cooldown is no longer than that takes.
        """
        found: dict[str, datetime] = {}
        for commodity in _subjects(record):
            found.update(self._alerts.get((policy, commodity), {}))
        found.pop(record.event_id, None)
        if not found:
            return None
        at, event_id = max((at, event_id) for event_id, at in found.items())
        return at, self._known(event_id)

    def drop(self, event_id: str) -> None:
        """Forget a closed event. It is not read again for that: of articles and alerts it is known no more."""
        held = self._closed.pop(event_id)
        self._read.pop(event_id, None)
        self._reversed.discard(event_id)
        self.index.remove(event_id, held.told_at)

    def due(self, now: datetime) -> Iterator[str]:
        """Yield the events whose time to close or to go has come, oldest first, a bounded number of them."""
        found = 0
        while found < MAX_SWEEP and (entry := self._due.pop(now)) is not None:
            when, event_id = entry
            if self._ends_at(event_id) == when:  # else an entry of before it was told again
                found += 1
                yield event_id

    def is_closed(self, event_id: str) -> bool:
        """Tell whether the event has closed."""
        return event_id in self._closed

    def _ends_at(self, event_id: str) -> datetime | None:
        held = self._closed.get(event_id)
        if held is not None:
            return held.goes_at
        record = self._events.get(event_id)
        return None if record is None else _ends_at(record)

    def _add(self, record: EventRecord) -> None:
        self.index.add(record)
        if self._outlets is not None:
            self._outlets.note(record)
        self._schedule(record)
        self._note_articles(record)
        self._note_alerts(record)

    def _note_alerts(self, record: EventRecord) -> None:
        for policy in record.policies:
            for commodity in _subjects(record):
                self._alerts.setdefault((policy.name, commodity), {})[record.event_id] = policy.at

    def _forget_alerts(self, record: EventRecord) -> None:
        for policy in record.policies:
            for commodity in _subjects(record):
                events = self._alerts.get((policy.name, commodity), {})
                events.pop(record.event_id, None)
                if not events:
                    self._alerts.pop((policy.name, commodity), None)

    def _schedule(self, record: EventRecord) -> None:
        ends_at = self._ends_at(record.event_id)
        assert ends_at is not None
        self._due.add(ends_at, record.event_id)

    def _note_articles(self, record: EventRecord) -> None:
        for signal in record.signals:
            self._articles.setdefault(signal.article_id, {})[record.event_id] = None

    def _release(self, record: EventRecord) -> None:
        for signal in record.signals:
            events = self._articles.get(signal.article_id)
            if events is not None:
                events.pop(record.event_id, None)
                if not events:
                    del self._articles[signal.article_id]


def _parsed(held: bytes) -> EventRecord:
    return EventRecord.model_validate_json(held)


def _subjects(record: EventRecord) -> tuple[str, ...]:
    return record.facts[0].commodities or ("",)


def _ends_at(record: EventRecord) -> datetime:
    return record.last_at + (HORIZON if record.closed else QUIET)
