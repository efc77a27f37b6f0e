"""Read topics: as one of a group that commits what it has worked through, or once from start to end.

A group member commits by hand and only what it was told is done, so a record that was polled but not finished comes again,
here or with whoever takes the partition over. Readers of topics that correlate writes read committed: an aborted
transaction's records never show.
"""

import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import timedelta
from typing import Any

from kafka import KafkaConsumer, TopicPartition
from kafka.errors import CommitFailedError, IllegalStateError, KafkaError, RetriableError
from kafka.structs import OffsetAndMetadata

from tocsin.broker.address import Broker
from tocsin.broker.closing import Closing
from tocsin.broker.errors import BrokerError, BrokerUnreachableError
from tocsin.broker.hostile import guard
from tocsin.broker.records import Record, moment_of
from tocsin.broker.rejoining import mend

SESSION_TIMEOUT = timedelta(seconds=10)
"""After so long without a sign of life a member's partitions go to the others."""

EMBEDDED_SESSION_TIMEOUT = timedelta(seconds=6)
"""The embedded broker lets every rebalance but the first last a second less than this."""

_COMMIT_TIMEOUT_MS = 15_000
_PAUSE = 0.1
_MOVED = ("IllegalGenerationError", "UnknownMemberIdError", "RebalanceInProgressError", "FencedInstanceIdError")


METADATA_AGE = 5_000
"""Milliseconds after which a group asks anew which partitions there are. Who joins before the broker has told it has none until then."""


class Consumer(Closing):
    """A member of a consumer group. Not for several threads at once.

    Its partitions go to other members when polls lie `max_idle` apart, or after `session_timeout` without a sign of life.
    """

    def __init__(
        self,
        broker: Broker,
        topics: Sequence[str],
        group: str,
        *,
        read_committed: bool = True,
        max_idle: timedelta = timedelta(minutes=5),
        session_timeout: timedelta | None = None,
    ) -> None:
        session = session_timeout or (EMBEDDED_SESSION_TIMEOUT if broker.embedded else SESSION_TIMEOUT)
        settings = broker.consumer_settings() | {
            "group_id": group,
            "isolation_level": _isolation(read_committed=read_committed),
            "session_timeout_ms": _milliseconds(session),
            "heartbeat_interval_ms": _milliseconds(session) // 4,
            "max_poll_interval_ms": _milliseconds(max_idle),
            "metadata_max_age_ms": METADATA_AGE,
        }
        self._client = _open(broker, settings)
        self._client.subscribe(topics=list(topics))
        self._handed: dict[TopicPartition, int] = {}
        self._done: dict[TopicPartition, int] = {}

    def poll(self, timeout: timedelta, max_records: int = 500) -> list[Record]:
        """Return the next records in the order of their partitions, or none when nothing came in time.

        Connection trouble is waited out by the client: it shows as silence, not as an error.
        """
        try:
            found = self._client.poll(timeout_ms=_milliseconds(timeout), max_records=max_records)
        except RetriableError:
            time.sleep(min(timeout.total_seconds(), _PAUSE))
            return []
        except (KafkaError, UnicodeDecodeError) as error:  # the latter for a header whose name is no text
            raise BrokerError(f"the group's topics cannot be read: {error}") from error
        records = [_record(raw) for batch in found.values() for raw in batch]
        for record in records:
            self._handed[TopicPartition(record.topic, record.partition)] = record.offset + 1
        if not records:
            self._commit_past_markers()
        return records

    def commit(self, records: Iterable[Record]) -> bool:
        """Commit the offset behind the last of the records in each partition.

        Returns False when a partition has moved to another member meanwhile: its records will be seen there again.
        """
        offsets: dict[TopicPartition, int] = {}
        for record in records:
            place = TopicPartition(record.topic, record.partition)
            offsets[place] = max(offsets.get(place, 0), record.offset + 1)
        mine = {place: offset for place, offset in offsets.items() if place in self._client.assignment()}
        return self._commit(mine) and len(mine) == len(offsets)

    def assignment(self) -> list[tuple[str, int]]:
        """Return the partitions that are this member's now."""
        return sorted((str(place.topic), int(place.partition)) for place in self._client.assignment())

    def _commit_past_markers(self) -> None:
        """Commit the place behind a transaction's end marker, which is never handed out: lag would else never be nil."""
        ahead: dict[TopicPartition, int] = {}
        for place in self._client.assignment():
            done = self._done.get(place)
            if done is None or done != self._handed.get(place):
                continue
            position = self._client.position(place, timeout_ms=0)
            if position is not None and position > done:
                ahead[place] = int(position)
        if ahead and self._commit(ahead):
            self._handed.update(ahead)

    def _commit(self, offsets: Mapping[TopicPartition, int]) -> bool:
        if not offsets:
            return True
        try:
            self._client.commit(
                {place: OffsetAndMetadata(offset, "", -1) for place, offset in offsets.items()},
                timeout_ms=_COMMIT_TIMEOUT_MS,
            )
        except (CommitFailedError, RetriableError, IllegalStateError):
            return False
        except KafkaError as error:
            if type(error).__name__ in _MOVED:
                return False
            raise BrokerError(f"offsets could not be committed: {error}") from error
        self._done.update(offsets)
        return True

    def close(self) -> None:
        """Leave the group, so that the others take over at once. Commits nothing."""
        self._client.close(autocommit=False, timeout_ms=5_000)


def read_to_end(
    broker: Broker,
    topic: str,
    *,
    start: Mapping[int, int] | None = None,
    read_committed: bool = True,
    patience: timedelta = timedelta(seconds=30),
) -> Iterator[Record]:
    """Yield what lies on the topic at the time of the call, partition by partition in order, without any group.

    `start` names the first offset wanted of a partition; others are read from their beginning. Raises BrokerError when the
    topic does not exist or nothing comes for `patience` although the end is not reached.
    """
    settings = broker.consumer_settings() | {"isolation_level": _isolation(read_committed=read_committed)}
    client = _open(broker, settings)
    try:
        yield from _read_client_to_end(client, topic, start or {}, patience)
    except (KafkaError, UnicodeDecodeError) as error:
        raise BrokerError(f"{topic} could not be read to its end: {error}") from error
    finally:
        client.close(autocommit=False, timeout_ms=5_000)


def _read_client_to_end(client: Any, topic: str, start: Mapping[int, int], patience: timedelta) -> Iterator[Record]:
    places = _partitions(client, topic)
    first, ends = client.beginning_offsets(places), client.end_offsets(places)
    wanted = [place for place in places if max(first[place], start.get(place.partition, 0)) < ends[place]]
    if not wanted:
        return
    client.assign(wanted)
    for place in wanted:
        client.seek(place, max(first[place], start.get(place.partition, 0)))
    open_places = set(wanted)
    last_news = time.monotonic()
    while open_places:
        found = client.poll(timeout_ms=200)
        for place, batch in found.items():
            for raw in batch:
                if raw.offset < ends[place]:
                    yield _record(raw)
        reached = {place for place in open_places if (client.position(place) or 0) >= ends[place]}
        if found or reached:
            last_news = time.monotonic()
        open_places -= reached
        if reached:
            client.pause(*reached)
        if time.monotonic() - last_news > patience.total_seconds():
            waiting = ", ".join(f"{place.partition} before {ends[place]}" for place in sorted(open_places))
            raise BrokerError(f"{topic}: nothing came for {patience.total_seconds():g} s (partition {waiting})")


def _partitions(client: Any, topic: str) -> list[TopicPartition]:
    numbers = client.partitions_for_topic(topic) if topic in client.topics() else None
    if not numbers:
        raise BrokerError(f"there is no topic {topic}; create the topics with `tocsin topics create`")
    return [TopicPartition(topic, number) for number in sorted(numbers)]


def _open(broker: Broker, settings: dict[str, Any]) -> Any:
    guard()
    mend()
    try:
        return KafkaConsumer(**settings)
    except KafkaError as error:
        raise BrokerUnreachableError(broker.bootstrap_servers, 30, str(error)) from error


def _record(raw: Any) -> Record:
    return Record(
        topic=str(raw.topic),
        partition=int(raw.partition),
        offset=int(raw.offset),
        timestamp=moment_of(int(raw.timestamp or 0)),
        key=None if raw.key is None else bytes(raw.key),
        value=None if raw.value is None else bytes(raw.value),
        headers=tuple((str(name), bytes(data or b"")) for name, data in raw.headers or ()),
    )


def _isolation(*, read_committed: bool) -> str:
    return "read_committed" if read_committed else "read_uncommitted"


def _milliseconds(span: timedelta) -> int:
    return int(span / timedelta(milliseconds=1))
