"""The embedded broker's own promises: its controls, and that it never outlives its parent."""

import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from datetime import timedelta

import pytest

from tocsin.broker import (
    Broker,
    Consumer,
    EmbeddedBrokerError,
    Outgoing,
    Producer,
    UndeliverableError,
    read_to_end,
    topics,
)
from tocsin.broker.embedded import EmbeddedKafka
from tocsin.messages.topics import ALERTS

pytestmark = pytest.mark.embedded

PARENT = """
import sys
from tocsin.broker.embedded import EmbeddedKafka
kafka = EmbeddedKafka()
kafka.start()
print(kafka.pid, flush=True)
sys.stdin.read()
"""


def until(condition: Callable[[], bool], seconds: float = 20) -> None:
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, "it did not happen in time"
        time.sleep(0.02)


def is_gone(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return True
    return False


def one(broker: Broker) -> list[Outgoing]:
    return [Outgoing(broker.topic(ALERTS), b"k", b"v")]


def test_it_ends_when_its_parent_is_killed() -> None:
    with subprocess.Popen(
        [sys.executable, "-c", PARENT], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as parent:
        assert parent.stdout is not None
        pid = int(parent.stdout.readline())
        parent.kill()
    until(lambda: is_gone(pid))


def test_an_outage_is_waited_out_and_nothing_written_is_lost(embedded: EmbeddedKafka, embedded_broker: Broker) -> None:
    with Producer(embedded_broker) as producer:
        producer.send_all(one(embedded_broker))
        embedded.down()
        back = threading.Timer(0.5, embedded.up)
        back.start()
        producer.send_all(one(embedded_broker))
        back.join()
    assert len(list(read_to_end(embedded_broker, embedded_broker.topic(ALERTS)))) == 2


def test_an_error_that_trying_again_cannot_mend_makes_the_message_undeliverable(
    embedded: EmbeddedKafka, embedded_broker: Broker
) -> None:
    with Producer(embedded_broker, timeout=timedelta(seconds=5)) as producer:
        embedded.fail_next(api_key=0, code=10)  # message too large
        with pytest.raises(UndeliverableError) as caught:
            producer.send_all(one(embedded_broker))
        assert caught.value.failures[0][0] == 0
        producer.send_all(one(embedded_broker))


def test_one_that_it_can_mend_is_mended(embedded: EmbeddedKafka, embedded_broker: Broker) -> None:
    with Producer(embedded_broker) as producer:
        embedded.fail_next(api_key=0, code=7, times=3)  # request timed out
        producer.send_all(one(embedded_broker))
    assert len(list(read_to_end(embedded_broker, embedded_broker.topic(ALERTS)))) == 1


def test_topics_can_only_be_made_by_the_process_that_started_it(embedded: EmbeddedKafka, prefix: str) -> None:
    with pytest.raises(EmbeddedBrokerError, match="only the process that started it can create them"):
        topics.create(embedded.broker.with_prefix(prefix))


def test_an_end_that_nobody_asked_for_is_told(prefix: str) -> None:
    with EmbeddedKafka(prefix) as kafka:
        os.kill(kafka.pid, 9)
        with pytest.raises(EmbeddedBrokerError, match="ended"):
            kafka.create_topic("a", 1)


def test_a_line_for_one_that_is_gone_is_refused_and_it_closes_all_the_same(prefix: str) -> None:
    with EmbeddedKafka(prefix) as kafka:
        os.kill(kafka.pid, 9)
        os.waitid(os.P_PID, kafka.pid, os.WEXITED | os.WNOWAIT)  # its end of the pipe is closed by now
        with pytest.raises(EmbeddedBrokerError, match=r"has ended \(exit code -9\); start it anew"):
            kafka.create_topic("a", 1)


def test_who_subscribes_before_a_topic_is_known_reads_it_within_seconds() -> None:
    with (
        EmbeddedKafka("late") as embedded,
        Consumer(embedded.broker, [embedded.broker.topic(ALERTS)], "early") as early,
    ):
        assert not early.poll(timedelta(seconds=0.5))
        embedded.create_topic(embedded.broker.topic(ALERTS), 1)
        with Producer(embedded.broker) as producer:
            producer.send_all(one(embedded.broker))
        until(lambda: bool(early.poll(timedelta(seconds=0.5))), 30)
