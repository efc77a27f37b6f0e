"""A group member joins once, and sees through what it began when its topic gets more partitions."""

import time
from collections.abc import Callable
from datetime import timedelta
from functools import partial
from typing import Any

import pytest
from kafka.admin import KafkaAdminClient, NewPartitions
from kafka.coordinator.consumer import ConsumerCoordinator

from tocsin.broker import Broker, Consumer, Outgoing, Producer, consumer, lag
from tocsin.broker.rejoining import SteadfastCoordinator
from tocsin.messages.topics import ALERTS

AT_ONCE = timedelta(milliseconds=1)
"""A poll so short that it ends in the middle of every join."""


def until(condition: Callable[[], bool], what: str, seconds: float = 30) -> None:
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, f"{what} did not come about in time"
        time.sleep(0.001)


def some(broker: Broker, count: int) -> list[Outgoing]:
    return [Outgoing(broker.topic(ALERTS), b"k%d" % number, b"v%d" % number) for number in range(count)]


@pytest.fixture
def joins(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The generations that members of this process asked to leave for the next."""
    asked: list[int] = []
    asks = ConsumerCoordinator._do_join_and_sync_async

    async def counted(coordinator: SteadfastCoordinator) -> object:
        asked.append(coordinator._generation.generation_id)
        return await asks(coordinator)

    monkeypatch.setattr(ConsumerCoordinator, "_do_join_and_sync_async", counted)
    return asked


@pytest.fixture
def early(monkeypatch: pytest.MonkeyPatch) -> None:
    """A member is connected before it says what it wants to read, so that nothing holds it from joining at once."""
    opens = consumer._open

    def connected(broker: Broker, settings: dict[str, Any]) -> Any:
        client = opens(broker, settings)
        client._net.run(client._manager.bootstrap_async)
        return client

    monkeypatch.setattr(consumer, "_open", connected)


@pytest.mark.embedded
@pytest.mark.usefixtures("early")
def test_a_member_joins_once(embedded_broker: Broker, joins: list[int]) -> None:
    name, group = embedded_broker.topic(ALERTS), embedded_broker.group("once")
    found: list[bytes | None] = []
    with Producer(embedded_broker) as producer:
        producer.send_all(some(embedded_broker, 5))
        with Consumer(embedded_broker, [name], group) as member:

            def reads(count: int) -> bool:
                records = member.poll(timedelta(milliseconds=50))
                found.extend(record.value for record in records)
                return member.commit(records) and len(found) == count

            for count in (5, 10, 15):
                until(partial(reads, count), f"record {count}")
                producer.send_all(some(embedded_broker, 5))
    assert joins == [-1]


@pytest.mark.real_broker
def test_a_topic_that_grows_is_read_whole(real_broker: Broker, joins: list[int]) -> None:
    name, group = real_broker.topic(ALERTS), real_broker.group("grows")
    found: list[bytes | None] = []
    with Consumer(real_broker, [name], group) as member, Producer(real_broker) as producer:

        def read() -> None:
            records = member.poll(AT_ONCE)
            found.extend(record.value for record in records)
            member.commit(records)

        def reads_partitions(count: int) -> bool:
            read()
            return len(member.assignment()) == count

        until(lambda: reads_partitions(1), "the first partition")
        admin = KafkaAdminClient(**real_broker.client_settings())
        admin.create_partitions({name: NewPartitions(4)})
        admin.close()
        until(lambda: reads_partitions(4), "the further partitions")
        producer.send_all(some(real_broker, 40))

        def reads_all() -> bool:
            read()
            return set(found) == {message.value for message in some(real_broker, 40)}

        def commits_all() -> bool:
            read()
            return sum(lag(real_broker, group, [name]).values()) == 0

        until(reads_all, "every record")
        until(commits_all, "the last commit")
    assert len(joins) >= 2
