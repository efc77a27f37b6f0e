"""What every broker promises: the one in memory, the embedded one, and a real Kafka."""

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Protocol

import pytest

from tocsin.broker import (
    Broker,
    BrokerError,
    Consumer,
    MessageTooLargeError,
    Outgoing,
    Producer,
    Reader,
    Record,
    Sender,
    UndeliverableError,
    lag,
    read_to_end,
    topics,
)
from tocsin.messages.topics import ALERTS, ALL, ARTICLES, EVENTS, Topic
from tocsin.rules.faults import Fault
from tocsin.testing.broker import InMemoryBroker

TICK = timedelta(milliseconds=200)
SESSION = timedelta(seconds=2)  # the embedded broker lets a rebalance last nearly as long


class Names(Protocol):
    def topic(self, topic: Topic) -> str: ...


@dataclass(frozen=True)
class Subject:
    """One of the three, behind the calls that they share."""

    names: Names
    producer: Callable[[], Sender]
    consumer: Callable[[Sequence[str], str], Reader]
    read: Callable[..., Iterator[Record]]
    lag: Callable[[str, Sequence[str]], int]
    create: Callable[[], list[str]]
    check: Callable[[int], tuple[Fault, ...]]
    group: str

    def name(self, topic: Topic) -> str:
        return self.names.topic(topic)


def in_memory(prefix: str) -> Subject:
    broker = InMemoryBroker(prefix)
    broker.create_topics()
    return Subject(
        names=broker,
        producer=broker.producer,
        consumer=broker.consumer,
        read=broker.read_to_end,
        lag=lambda group, names: sum(broker.lag(group, names).values()),
        create=broker.create_topics,
        check=broker.check_topics,
        group=f"{prefix}group",
    )


def over_the_wire(broker: Broker) -> Subject:
    return Subject(
        names=broker,
        producer=lambda: Producer(broker),
        consumer=lambda names, group: Consumer(
            broker, names, group, session_timeout=SESSION if broker.embedded else None
        ),
        read=lambda topic, start=None: read_to_end(broker, topic, start=start),
        lag=lambda group, names: sum(lag(broker, group, names).values()),
        create=lambda: topics.create(broker),
        check=lambda markets: topics.check(broker, markets=markets),
        group=broker.group("group"),
    )


EMBEDDED = pytest.param("embedded", marks=pytest.mark.embedded)
REAL = pytest.param("real", marks=pytest.mark.real_broker)


@pytest.fixture(params=["memory", EMBEDDED, REAL])
def subject(request: pytest.FixtureRequest) -> Subject:
    if request.param == "memory":
        return in_memory(request.getfixturevalue("prefix"))
    return over_the_wire(request.getfixturevalue(f"{request.param}_broker"))


@pytest.fixture
def producer(subject: Subject) -> Iterator[Sender]:
    opened = subject.producer()
    yield opened
    opened.close()


@pytest.fixture
def join(subject: Subject) -> Iterator[Callable[..., Reader]]:
    """Joins the group with a new reader each time; all leave in the end."""
    opened: list[Reader] = []

    def open_reader(topic: Topic = ALERTS, group: str | None = None) -> Reader:
        opened.append(subject.consumer([subject.name(topic)], group or subject.group))
        return opened[-1]

    yield open_reader
    for reader in opened:
        reader.close()


def take(reader: Reader, count: int, seconds: float = 30) -> list[Record]:
    end = time.monotonic() + seconds
    found: list[Record] = []
    while len(found) < count and time.monotonic() < end:
        found += reader.poll(TICK, max_records=count - len(found))
    assert len(found) == count
    return found


def numbered(subject: Subject, count: int, topic: Topic = ALERTS) -> list[Outgoing]:
    return [Outgoing(subject.name(topic), b"k%d" % number, b"v%d" % number) for number in range(count)]


def test_what_was_sent_is_read_whole_and_in_order(subject: Subject, producer: Sender) -> None:
    name = subject.name(ALERTS)
    sent = [
        Outgoing(name, b"key", b"value", (("schema", b"alert/1"), ("schema", b"again"), ("empty", b""))),
        Outgoing(name, None, b"\x00\xff keyless"),
        Outgoing(name, b"gone", None),
        Outgoing(name, b"", b""),
    ]
    placed = producer.send_all(sent)
    found = list(subject.read(name))
    assert [(record.key, record.value, record.headers) for record in found] == [
        (message.key, message.value, message.headers) for message in sent
    ]
    assert [(place.partition, place.offset) for place in placed] == [(0, 0), (0, 1), (0, 2), (0, 3)]
    assert [(record.topic, record.offset) for record in found] == [(name, number) for number in range(4)]


def test_records_carry_an_aware_moment(subject: Subject, producer: Sender) -> None:
    producer.send_all(numbered(subject, 1))
    (record,) = subject.read(subject.name(ALERTS))
    assert record.timestamp.tzinfo is UTC
    assert record.timestamp > datetime(2024, 1, 1, tzinfo=UTC)


def test_one_key_stays_in_one_partition_and_a_named_partition_wins(subject: Subject, producer: Sender) -> None:
    name = subject.name(ARTICLES)
    placed = producer.send_all([Outgoing(name, b"same", b"%d" % number) for number in range(5)])
    assert len({place.partition for place in placed}) == 1
    elsewhere = (placed[0].partition + 1) % ARTICLES.partitions
    (moved,) = producer.send_all([Outgoing(name, b"same", b"x", partition=elsewhere)])
    assert moved.partition == elsewhere


def test_nothing_to_send_is_fine(producer: Sender) -> None:
    assert producer.send_all([]) == []


def test_a_message_too_large_is_refused_and_nothing_of_its_list_is_sent(subject: Subject, producer: Sender) -> None:
    large = Outgoing(subject.name(ALERTS), b"large", b"x" * 1_100_000)
    with pytest.raises(MessageTooLargeError, match="key 'large'"):
        producer.send_all([*numbered(subject, 1), large])
    assert list(subject.read(subject.name(ALERTS))) == []


def test_an_empty_message_is_undeliverable_and_the_others_are_written(subject: Subject, producer: Sender) -> None:
    with pytest.raises(UndeliverableError) as caught:
        producer.send_all([*numbered(subject, 1), Outgoing(subject.name(ALERTS), None, None)])
    assert [index for index, _ in caught.value.failures] == [1]
    assert [record.value for record in subject.read(subject.name(ALERTS))] == [b"v0"]


def test_a_partition_that_is_not_there_is_undeliverable(subject: Subject, producer: Sender) -> None:
    with pytest.raises(UndeliverableError):
        producer.send_all([Outgoing(subject.name(ALERTS), b"k", b"v", partition=7)])


def test_reading_to_the_end_may_start_later(subject: Subject, producer: Sender) -> None:
    producer.send_all(numbered(subject, 5))
    assert [record.offset for record in subject.read(subject.name(ALERTS), {0: 3})] == [3, 4]
    assert list(subject.read(subject.name(ALERTS), {0: 5})) == []


def test_reading_all_partitions_finds_everything_once(subject: Subject, producer: Sender) -> None:
    producer.send_all(numbered(subject, 100, ARTICLES))
    found = sorted(
        (record.partition, record.offset, record.value or b"") for record in subject.read(subject.name(ARTICLES))
    )
    assert sorted(value for _, _, value in found) == sorted(b"v%d" % number for number in range(100))
    assert len({(partition, offset) for partition, offset, _ in found}) == 100


def test_a_topic_that_is_not_there_cannot_be_read(subject: Subject) -> None:
    with pytest.raises(BrokerError, match="tocsin topics create"):
        list(subject.read(subject.name(ALERTS) + ".nowhere"))


def test_a_group_goes_on_behind_what_it_committed(
    subject: Subject, producer: Sender, join: Callable[..., Reader]
) -> None:
    producer.send_all(numbered(subject, 6))
    first = join()
    records = take(first, 6)
    assert first.commit(records[:2])
    first.close()
    assert [record.value for record in take(join(), 4)] == [b"v2", b"v3", b"v4", b"v5"]


def test_what_nobody_committed_comes_again(subject: Subject, producer: Sender, join: Callable[..., Reader]) -> None:
    producer.send_all(numbered(subject, 3))
    first = join()
    before = take(first, 3)
    first.close()
    assert take(join(), 3) == before


def test_groups_do_not_see_each_other(subject: Subject, producer: Sender, join: Callable[..., Reader]) -> None:
    producer.send_all(numbered(subject, 2))
    one, other = join(), join(group=subject.group + "-other")
    assert one.commit(take(one, 2))
    assert [record.value for record in take(other, 2)] == [b"v0", b"v1"]


def test_a_poll_returns_no_more_than_asked_for(subject: Subject, producer: Sender, join: Callable[..., Reader]) -> None:
    producer.send_all(numbered(subject, 5))
    reader = join()
    assert [record.offset for record in take(reader, 2)] == [0, 1]
    assert [record.offset for record in take(reader, 3)] == [2, 3, 4]


@pytest.mark.parametrize("subject", ["memory", REAL], indirect=True)  # a rebalance takes the embedded broker 13 s
def test_partitions_are_shared_and_what_moved_away_cannot_be_committed(
    subject: Subject, producer: Sender, join: Callable[..., Reader]
) -> None:
    producer.send_all(numbered(subject, 40, ARTICLES))
    one = join(ARTICLES)
    polled = take(one, 40)
    other = join(ARTICLES)
    moved: list[Record] = []
    end = time.monotonic() + 30
    while not moved and time.monotonic() < end:
        one.poll(TICK)
        moved = other.poll(TICK)
    assert moved
    assert set(moved) <= set(polled)
    assert not one.commit(moved)
    assert other.commit(moved)


def test_lag_is_what_the_group_has_before_it(subject: Subject, producer: Sender, join: Callable[..., Reader]) -> None:
    names = [subject.name(ALERTS)]
    assert subject.lag(subject.group, names) == 0
    producer.send_all(numbered(subject, 5))
    assert subject.lag(subject.group, names) == 5
    reader = join()
    assert reader.commit(take(reader, 3))
    assert subject.lag(subject.group, names) == 2


def test_topics_are_created_once_and_found_right(subject: Subject) -> None:
    assert subject.create() == []
    assert subject.check(1) == ()


def test_another_number_of_markets_is_found_wrong(subject: Subject) -> None:
    per_market = sorted(subject.name(topic) for topic in ALL if topic.per_market)
    assert sorted(fault.path for fault in subject.check(2)) == per_market
    assert subject.name(EVENTS) in per_market
