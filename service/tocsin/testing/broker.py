"""A broker in memory with the promises of the real one: order within a partition, groups, commits, redelivery.

One suite runs against it, the embedded broker and a real Kafka (tests/contract/test_broker.py). Not kept: time-outs,
retention, compaction, transactions. Usable from one thread.
"""

import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from tocsin.broker import BrokerError, Outgoing, Partition, Placed, Record, UndeliverableError
from tocsin.broker.offsets import Extent, lag_of
from tocsin.broker.producer import refuse_too_large
from tocsin.broker.topics import TopicState, differences
from tocsin.messages import topics as catalogue
from tocsin.messages.topics import Topic
from tocsin.rules.faults import Fault

_EMPTY = "an empty message: neither key nor value"


@dataclass
class _Group:
    members: list["InMemoryConsumer"] = field(default_factory=list)
    commits: dict[Partition, int] = field(default_factory=dict)


class InMemoryBroker:
    """Topics as lists. `now` is what new records are stamped with; set it to move time."""

    def __init__(self, topic_prefix: str = "", now: datetime | None = None) -> None:
        self.topic_prefix = topic_prefix
        self.now = now or datetime(2025, 1, 1, tzinfo=UTC)
        self.logs: dict[str, list[list[Record]]] = {}
        self.refuse_next = 0
        """How many of the next `send_all` are refused, as by a broker that is down."""
        self._groups: dict[str, _Group] = {}
        self._turn = 0

    def topic(self, topic: Topic) -> str:
        """Return the topic's name on this broker."""
        return topic.full_name(self.topic_prefix)

    def group(self, name: str) -> str:
        """Return the group's name on this broker."""
        return self.topic_prefix + name

    def create_topic(self, name: str, partitions: int) -> None:
        """Create a topic; nothing happens when it exists."""
        self.logs.setdefault(name, [[] for _ in range(partitions)])

    def create_topics(self, markets: int = 1, wanted: Sequence[Topic] = catalogue.ALL) -> list[str]:
        """Create what is missing of the catalogue and return the names."""
        made = [topic for topic in wanted if self.topic(topic) not in self.logs]
        for topic in made:
            self.create_topic(self.topic(topic), topic.partition_count(markets))
        return [self.topic(topic) for topic in made]

    def check_topics(self, markets: int = 1, wanted: Sequence[Topic] = catalogue.ALL) -> tuple[Fault, ...]:
        """Return what differs from the catalogue."""
        states = {name: TopicState(len(partitions)) for name, partitions in self.logs.items()}
        return tuple(
            fault
            for topic in wanted
            for fault in differences("memory", self.topic(topic), topic, markets, states.get(self.topic(topic)))
        )

    def producer(self) -> "InMemoryProducer":
        """Return a Sender."""
        return InMemoryProducer(self)

    def consumer(self, topics: Sequence[str], group: str) -> "InMemoryConsumer":
        """Return a Reader that has joined the group."""
        return InMemoryConsumer(self, topics, self._groups.setdefault(group, _Group()))

    def read_to_end(self, topic: str, start: Mapping[int, int] | None = None) -> Iterator[Record]:
        """Yield what lies on the topic, partition by partition."""
        if topic not in self.logs:
            raise BrokerError(f"there is no topic {topic}; create the topics with `tocsin topics create`")
        for number, log in enumerate(self.logs[topic]):
            yield from log[(start or {}).get(number, 0) :]

    def lag(self, group: str, topics: Sequence[str]) -> dict[Partition, int]:
        """Return how many records the group has still before it."""
        commits = self._groups.get(group, _Group()).commits
        return {
            place: lag_of(Extent(0, len(self.logs[place.topic][place.number])), commits.get(place))
            for place in self.places(topics)
        }

    def places(self, topics: Sequence[str]) -> list[Partition]:
        """Return all partitions of the topics."""
        return [Partition(name, number) for name in topics for number in range(len(self.logs.get(name, [])))]

    def append(self, message: Outgoing) -> Placed:
        """Write one message. Raises ValueError with the reason when it cannot be."""
        partitions = self.logs.get(message.topic)
        if partitions is None:
            raise ValueError(f"{message.topic}: there is no such topic")
        if message.key is None and message.value is None:
            raise ValueError(f"{message.topic}: {_EMPTY}")
        number = self._partition(message, len(partitions))
        offset = len(partitions[number])
        partitions[number].append(
            Record(message.topic, number, offset, self.now, message.key, message.value, message.headers)
        )
        return Placed(message.topic, number, offset)

    def _partition(self, message: Outgoing, count: int) -> int:
        if message.partition is not None:
            if not 0 <= message.partition < count:
                raise ValueError(f"{message.topic}: there is no partition {message.partition}")
            return message.partition
        if message.key is not None:
            return zlib.crc32(message.key) % count
        self._turn += 1
        return self._turn % count


class InMemoryProducer:
    """Writes at once; `close` does nothing."""

    def __init__(self, broker: InMemoryBroker) -> None:
        self._broker = broker

    def send_all(self, messages: Sequence[Outgoing]) -> list[Placed]:
        """Write all and return where they lie; raises as the real one."""
        refuse_too_large(messages)
        if self._broker.refuse_next and messages:
            self._broker.refuse_next -= 1
            raise UndeliverableError(((0, f"{messages[0].topic}: the broker is down"),), len(messages))
        placed: list[Placed] = []
        failures: list[tuple[int, str]] = []
        for index, message in enumerate(messages):
            try:
                placed.append(self._broker.append(message))
            except ValueError as error:
                failures.append((index, str(error)))
        if failures:
            raise UndeliverableError(tuple(failures), len(messages))
        return placed

    def close(self) -> None:
        """Do nothing."""


class InMemoryConsumer:
    """A member of a group; partitions are dealt out anew whenever a member comes or goes."""

    def __init__(self, broker: InMemoryBroker, topics: Sequence[str], group: _Group) -> None:
        self._broker = broker
        self._topics = list(topics)
        self._group = group
        self._positions: dict[Partition, int] = {}
        group.members.append(self)
        self._deal()

    def poll(self, timeout: timedelta, max_records: int = 500) -> list[Record]:  # noqa: ARG002  # it never waits
        """Return the next records."""
        found: list[Record] = []
        for place, position in self._positions.items():
            batch = self._broker.logs[place.topic][place.number][position : position + max_records - len(found)]
            self._positions[place] = position + len(batch)
            found += batch
        return found

    def commit(self, records: Iterable[Record]) -> bool:
        """Commit behind the last of the records in each partition; False when one has moved away."""
        kept = True
        for record in records:
            place = Partition(record.topic, record.partition)
            if place in self._positions:
                self._group.commits[place] = max(self._group.commits.get(place, 0), record.offset + 1)
            else:
                kept = False
        return kept

    def close(self) -> None:
        """Leave the group."""
        if self in self._group.members:
            self._group.members.remove(self)
            self._positions = {}
            self._deal()

    def _deal(self) -> None:
        members = self._group.members
        for index, member in enumerate(members):
            mine = self._broker.places(member._topics)[index :: len(members)]  # noqa: SLF001  # of the same kind
            member._positions = {place: self._group.commits.get(place, 0) for place in mine}  # noqa: SLF001
