"""Kill -9 and freezing of detect and correlate on a real Kafka, while articles flow: nothing is missing, nothing comes twice.

The handlers are those of `stage_process.py`, whose every alert is known beforehand. What each test asserts is on the topics,
read committed: every article has its verdict once, every third of each source's articles its alert once.
"""

import json
import os
import signal
import sys
import threading
import time
from collections import Counter
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from kafka import KafkaConsumer, TopicPartition

from tocsin.broker import Broker, Outgoing, Producer, extents, read_to_end
from tocsin.messages import Findings
from tocsin.messages.topics import ALERTS, ARTICLES, EVENTS, SIGNALS, VERDICTS, Topic
from tocsin.streams.supervisor import Child, Event, Supervisor
from tocsin.testing.stages import StageProcess, frozen_in, wait_until

pytestmark = [pytest.mark.real_broker, pytest.mark.slow]

SCRIPT = str(Path(__file__).with_name("stage_process.py"))
SOURCES = 5
ARTICLES_SENT = 600
PER_SECOND = 200
ALERT_EVERY = 3
SESSION, MARGIN = 6, 10
"""Seconds of the group's session (`stage_process.py` sets them), and what joining and reading the state back may take."""

HELD = 500
"""Milliseconds that a writer which is to be caught within a transaction waits after each of its three groups of records: so it
is in one nearly always, and the at least three transactions that the articles need take seconds."""


def argv(broker: Broker, stage: str, hold: int = 0) -> list[str]:
    """Return the command of a stage, whose transactions stay open for three times `hold` ms."""
    return [SCRIPT, stage, broker.bootstrap_servers, broker.topic_prefix, "real", "1", str(hold)]


class Feed:
    """Writes articles at an even pace, in a thread of its own."""

    def __init__(self, broker: Broker) -> None:
        self._broker = broker
        self._thread = threading.Thread(target=self._write)
        self._thread.start()

    def _write(self) -> None:
        topic = self._broker.topic(ARTICLES)
        with Producer(self._broker) as producer:
            for begin in range(0, ARTICLES_SENT, 10):
                due = time.monotonic() + 10 / PER_SECOND
                values = [{"source": f"s{n % SOURCES}", "id": str(n), "text": "x"} for n in range(begin, begin + 10)]
                producer.send_all([Outgoing(topic, str(v["id"]).encode(), json.dumps(v).encode()) for v in values])
                time.sleep(max(0.0, due - time.monotonic()))

    def finish(self) -> None:
        self._thread.join(60)
        assert not self._thread.is_alive()


@pytest.fixture
def feed(real_broker: Broker) -> Iterator[Feed]:
    """Begins with the test."""
    running = Feed(real_broker)
    yield running
    running.finish()


EXPECTED = Counter(
    f"s{s}:{n}" for s in range(SOURCES) for n in range(ALERT_EVERY, ARTICLES_SENT // SOURCES + 1, ALERT_EVERY)
)


def count(broker: Broker, topic: Topic) -> int:
    return sum(extent.count for extent in extents(broker, [broker.topic(topic)]).values())


def ids(broker: Broker, topic: Topic, *, committed: bool = True) -> Counter[str]:
    records = read_to_end(broker, broker.topic(topic), read_committed=committed)
    return Counter(json.loads(record.value or b"")["id"] for record in records)


def assert_nothing_missing_and_nothing_twice(broker: Broker) -> None:
    wait_until(lambda: len(ids(broker, VERDICTS)) >= ARTICLES_SENT, "every article has its verdict", 90)
    findings = Counter(
        Findings.model_validate_json(record.value or b"").article_id
        for record in read_to_end(broker, broker.topic(SIGNALS))
    )
    assert len(findings) == ARTICLES_SENT
    assert ids(broker, VERDICTS) == Counter(dict.fromkeys(findings, 1))
    assert ids(broker, ALERTS) == EXPECTED
    kept = {record.key or b"": json.loads(record.value or b"") for record in read_to_end(broker, broker.topic(EVENTS))}
    assert kept.pop(b"@offset") == {"next": sum(findings.values())}
    assert {key.decode(): held["count"] for key, held in kept.items()} == {
        f"s{source}": ARTICLES_SENT // SOURCES for source in range(SOURCES)
    }


@pytest.fixture
def supervised(real_broker: Broker) -> Iterator[Supervisor]:
    """Both stages under the supervisor, as `tocsin run` has them."""
    events: list[Event] = []
    children = [Child(stage, [sys.executable, *argv(real_broker, stage)]) for stage in ("detect", "correlate")]
    supervisor = Supervisor(children, on_event=events.append, on_line=lambda *_: None)
    thread = threading.Thread(target=supervisor.run)
    thread.start()
    yield supervisor
    supervisor.stop()
    thread.join(60)
    assert not thread.is_alive()
    assert [(event.child, event.status) for event in events if event.kind == "stopped"] == [
        ("detect", 0),
        ("correlate", 0),
    ]
    assert {event.status for event in events if event.kind == "died"} == {-signal.SIGKILL}


def has(broker: Broker, topic: Topic, reached: int) -> bool:
    return count(broker, topic) >= reached


def has_other(supervisor: Supervisor, stage: str, pid: int) -> bool:
    return supervisor.pid(stage) not in (None, pid)


@pytest.mark.parametrize("stage", ["detect", "correlate"])
def test_kill_of_a_stage_in_the_middle_loses_nothing_and_repeats_nothing(
    stage: str, supervised: Supervisor, real_broker: Broker, feed: Feed
) -> None:
    written = SIGNALS if stage == "detect" else VERDICTS
    for reached in (ARTICLES_SENT // 6, ARTICLES_SENT // 3):
        wait_until(partial(has, real_broker, written, reached), f"{stage} is at work")
        pid = supervised.pid(stage)
        assert pid is not None
        os.kill(pid, signal.SIGKILL)
        wait_until(partial(has_other, supervised, stage, pid), "it is started again")
    feed.finish()
    assert_nothing_missing_and_nothing_twice(real_broker)


class Watch:
    """Sees whether a transaction with records of correlate is open: the topic's end lies beyond what is committed."""

    def __init__(self, broker: Broker) -> None:
        self._place = TopicPartition(broker.topic(VERDICTS), 0)
        self._all, self._committed = (
            KafkaConsumer(**broker.consumer_settings(), isolation_level=level)
            for level in ("read_uncommitted", "read_committed")
        )

    def _is_open(self) -> bool:
        return self._end(self._all) > self._end(self._committed)

    def _end(self, client: Any) -> int:
        return int(client.end_offsets([self._place])[self._place])

    def stays_open(self) -> bool:
        """A commit that was on its way when its writer was frozen closes it within moments."""
        if not self._is_open():
            return False
        time.sleep(0.2)
        return self._is_open()

    def close(self) -> None:
        self._all.close()
        self._committed.close()


@pytest.fixture
def transactions(real_broker: Broker) -> Iterator[Watch]:
    watch = Watch(real_broker)
    yield watch
    watch.close()


def by_commits(one: StageProcess, other: StageProcess, mark: str) -> tuple[StageProcess, StageProcess]:
    """Return the writer and its standby; a commit is on the topic a moment before its writer counts it."""
    wait_until(lambda: (one.figure(mark) or 0) != (other.figure(mark) or 0), "one of the two has counted a commit")
    return (one, other) if (one.figure(mark) or 0) > (other.figure(mark) or 0) else (other, one)


def test_kill_inside_a_transaction_leaves_nothing_of_it(real_broker: Broker, feed: Feed, transactions: Watch) -> None:
    with StageProcess(*argv(real_broker, "detect")), StageProcess(*argv(real_broker, "correlate", HELD)) as correlate:
        wait_until(lambda: count(real_broker, VERDICTS) >= ARTICLES_SENT // 10, "correlate is at work")
        frozen_in([correlate], transactions.stays_open, "a transaction is open")
        correlate.kill()
        with StageProcess(*argv(real_broker, "correlate")):
            feed.finish()
            assert_nothing_missing_and_nothing_twice(real_broker)
    assert ids(real_broker, VERDICTS, committed=False) != ids(real_broker, VERDICTS), "the killed one had written some"


def test_a_stage_frozen_beyond_its_session_is_shut_out_when_it_wakes(
    real_broker: Broker, feed: Feed, transactions: Watch
) -> None:
    with (
        StageProcess(*argv(real_broker, "detect")),
        StageProcess(*argv(real_broker, "correlate", HELD)) as one,
        StageProcess(*argv(real_broker, "correlate", HELD)) as other,
    ):
        wait_until(lambda: count(real_broker, VERDICTS) >= ARTICLES_SENT // 10, "correlate is at work")
        mark = 'tocsin_transactions_total{outcome="committed"}'
        owner, standby = by_commits(one, other, mark)
        frozen_in([owner], transactions.stays_open, "a transaction is open")
        feed.finish()
        assert_nothing_missing_and_nothing_twice(real_broker)
        owner.thaw()
        assert owner.wait() == 70
        assert any("another writer has taken partition 0" in line for line in owner.lines)
        assert_nothing_missing_and_nothing_twice(real_broker)
        assert (standby.figure(mark) or 0) > 0
        assert standby.stop() == 0


@pytest.mark.parametrize("ending", [signal.SIGKILL, signal.SIGTERM, signal.SIGSTOP])
def test_a_standby_works_off_the_backlog_of_a_writer_that_ends(
    ending: signal.Signals, real_broker: Broker, feed: Feed, transactions: Watch
) -> None:
    """Killed, ended or paused within a transaction: within the session timeout the standby writes, and who wakes is shut out."""
    with StageProcess(*argv(real_broker, "detect")):
        feed.finish()
        wait_until(lambda: count(real_broker, SIGNALS) >= ARTICLES_SENT, "everything is detected")
    slow = argv(real_broker, "correlate", HELD)
    mark = 'tocsin_transactions_total{outcome="committed"}'
    with StageProcess(*slow) as one, StageProcess(*slow) as other:
        wait_until(lambda: len(ids(real_broker, VERDICTS)) >= ARTICLES_SENT // 10, "correlate is at work")
        owner, standby = by_commits(one, other, mark)
        assert not standby.figure(mark), "the standby has written nothing yet"
        if ending is signal.SIGSTOP:
            frozen_in([owner], transactions.stays_open, "a transaction is open")
        else:
            owner.signal(ending)
            assert owner.wait() == (0 if ending is signal.SIGTERM else -signal.SIGKILL)
        assert len(ids(real_broker, VERDICTS)) < ARTICLES_SENT, "a backlog waits"
        wait_until(lambda: bool(standby.figure(mark)), "the standby has taken over", SESSION + MARGIN)
        assert_nothing_missing_and_nothing_twice(real_broker)
        if ending is signal.SIGSTOP:
            owner.thaw()
            assert owner.wait() == 70
            assert any("another writer has taken partition 0" in line for line in owner.lines)
            assert_nothing_missing_and_nothing_twice(real_broker)
        assert standby.stop() == 0
