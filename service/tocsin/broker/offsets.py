"""How much lies on topics and how far a group has come: ends, commits, lag."""

import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from kafka import KafkaAdminClient, TopicPartition
from kafka.admin import OffsetSpec
from kafka.errors import KafkaError, RetriableError

from tocsin.broker.address import Broker
from tocsin.broker.errors import BrokerError, BrokerUnreachableError
from tocsin.broker.records import Partition

if TYPE_CHECKING:
    from collections.abc import Iterator

_PATIENCE = 15.0


@dataclass(frozen=True)
class Extent:
    """The first offset that is still there and the next one that will be given."""

    first: int
    next: int

    @property
    def count(self) -> int:
        """How many offsets lie between; transaction markers and compacted records are counted with them."""
        return max(0, self.next - self.first)


@contextmanager
def admin(broker: Broker) -> "Iterator[Any]":
    """Open kafka-python's admin client; its errors leave as BrokerError."""
    try:
        client: Any = KafkaAdminClient(**broker.client_settings(), bootstrap_timeout_ms=15_000)
    except KafkaError as error:
        raise BrokerUnreachableError(broker.bootstrap_servers, 15, str(error)) from error
    try:
        yield client
    except KafkaError as error:
        raise BrokerError(f"the broker at '{broker.bootstrap_servers}' refused: {error}") from error
    finally:
        client.close()


def patiently(
    ask: Callable[[], Any], *, patience: float = _PATIENCE, pause: Callable[[float], None] = time.sleep
) -> Any:
    """Return the answer, asking again while the broker says that it will have one soon; `patience` in seconds."""
    end = time.monotonic() + patience
    while True:
        try:
            return ask()
        except RetriableError:
            if time.monotonic() > end:
                raise
            pause(0.1)


def partition_counts(client: Any) -> dict[str, int]:
    """Return every topic's number of partitions.

    All topics are asked for, never single ones: a question about one that is missing would create it on some brokers.
    """
    return {str(topic["name"]): len(topic["partitions"]) for topic in patiently(client.describe_topics)}


def extents(broker: Broker, topics: Sequence[str]) -> dict[Partition, Extent]:
    """Return the extent of every partition of the topics; topics that do not exist are absent."""
    with admin(broker) as client:
        return _extents(client, topics)


def committed(broker: Broker, group: str, topics: Sequence[str]) -> dict[Partition, int | None]:
    """Return the offset the group has committed in every partition of the topics, None where it never has."""
    with admin(broker) as client:
        return _committed(client, group, list(_extents(client, topics)))


def lag(broker: Broker, group: str, topics: Sequence[str]) -> dict[Partition, int]:
    """Return how many offsets the group has still before it, in every partition of the topics."""
    with admin(broker) as client:
        found = _extents(client, topics)
        commits = _committed(client, group, list(found))
    return {place: lag_of(extent, commits[place]) for place, extent in found.items()}


def snapshot(
    broker: Broker, topics: Sequence[str], groups: Mapping[str, Sequence[str]]
) -> tuple[dict[Partition, Extent], dict[str, dict[Partition, int | None]]]:
    """Return the extents of the topics, and of each group what it has committed in its topics; topics missing are absent."""
    with admin(broker) as client:
        found = _extents(client, topics)
        commits = {
            group: _committed(client, group, [place for place in found if place.topic in wanted])
            for group, wanted in groups.items()
        }
    return found, commits


def lag_of(extent: Extent, commit: int | None) -> int:
    """Return the offsets between a commit and the end; who never committed has everything that is left before them."""
    return max(0, extent.next - max(extent.first, commit if commit is not None else extent.first))


def _extents(client: Any, topics: Sequence[str]) -> dict[Partition, Extent]:
    counts = partition_counts(client)
    places = [TopicPartition(name, number) for name in topics for number in range(counts.get(name, 0))]
    if not places:
        return {}
    first = patiently(lambda: client.list_partition_offsets(dict.fromkeys(places, OffsetSpec.EARLIEST)))
    after = patiently(lambda: client.list_partition_offsets(dict.fromkeys(places, OffsetSpec.LATEST)))
    return {
        Partition(place.topic, place.partition): Extent(int(first[place].offset), int(after[place].offset))
        for place in places
    }


def _committed(client: Any, group: str, places: Sequence[Partition]) -> dict[Partition, int | None]:
    if not places:
        return {}
    asked = [TopicPartition(place.topic, place.number) for place in places]
    # A broker that has had no group yet makes its topic of offsets first, and says so meanwhile.
    found = patiently(lambda: client.list_group_offsets({group: asked}))[group]
    result: dict[Partition, int | None] = {}
    for place, key in zip(places, asked, strict=True):
        commit = found.get(key)
        result[place] = int(commit.offset) if commit is not None and commit.offset >= 0 else None
    return result
