"""What only a real Kafka shows: transactions, outages, data that outlive the node; and `tocsin kafka` itself."""

import os
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from kafka import KafkaProducer

from tocsin.broker import (
    Broker,
    BrokerUnreachableError,
    Consumer,
    LocalKafkaError,
    Outgoing,
    Producer,
    UndeliverableError,
    lag,
    read_to_end,
    topics,
)
from tocsin.broker.local_kafka import LocalKafka, LocalNode, free_port
from tocsin.cli import main
from tocsin.messages.topics import ALERTS

pytestmark = pytest.mark.real_broker


def until(condition: Callable[[], bool], seconds: float = 30) -> None:
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, "it did not happen in time"
        time.sleep(0.05)


@pytest.fixture
def transactional(real_broker: Broker) -> Iterator[Any]:
    """kafka-python's producer inside a transactional id, as correlate's writer is."""
    settings = real_broker.producer_settings() | {"transactional_id": real_broker.topic_prefix + "writer"}
    client = KafkaProducer(**settings)
    client.init_transactions()
    yield client
    client.close(timeout=5)


def test_records_of_an_aborted_transaction_never_show(real_broker: Broker, transactional: Any) -> None:
    name = real_broker.topic(ALERTS)
    for value, keep in ((b"kept", True), (b"aborted", False), (b"kept too", True)):
        transactional.begin_transaction()
        transactional.send(name, value, key=b"k").get(timeout=30)
        if keep:
            transactional.commit_transaction()
        else:
            transactional.abort_transaction()
    assert [record.value for record in read_to_end(real_broker, name)] == [b"kept", b"kept too"]
    everything = read_to_end(real_broker, name, read_committed=False)
    assert [record.value for record in everything] == [b"kept", b"aborted", b"kept too"]
    with Consumer(real_broker, [name], real_broker.group("reader")) as consumer:
        found: list[bytes | None] = []

        def read() -> bool:
            records = consumer.poll(timedelta(milliseconds=200))
            found.extend(record.value for record in records)
            return consumer.commit(records) and len(found) == 2

        until(read)
        assert found == [b"kept", b"kept too"]

        def caught_up() -> bool:
            consumer.poll(timedelta(milliseconds=200))
            return sum(lag(real_broker, real_broker.group("reader"), [name]).values()) == 0

        until(caught_up)  # the end marker of a transaction is an offset too, and is never handed out


@pytest.fixture(scope="module")
def node(jars: None) -> Iterator[LocalKafka]:  # noqa: ARG001  # it must be asked first
    """A node of this module's own, to be stopped and killed."""
    with LocalKafka() as running:
        topics.create(running.broker)
        yield running


def test_what_was_acknowledged_outlives_a_kill(node: LocalKafka) -> None:
    name = node.broker.topic(ALERTS)
    with Producer(node.broker) as producer:
        producer.send_all([Outgoing(name, b"k", b"before the kill")])
    node.kill()
    with pytest.raises(BrokerUnreachableError, match="tocsin kafka start"):
        node.broker.wait_until_reachable(timedelta(seconds=0.5))
    node.start()
    assert [record.value for record in read_to_end(node.broker, name)][-1] == b"before the kill"


def test_a_producer_and_a_consumer_stand_a_restart_of_the_broker(node: LocalKafka) -> None:
    name = node.broker.topic(ALERTS)
    with Producer(node.broker) as producer, Consumer(node.broker, [name], "restart") as consumer:
        producer.send_all([Outgoing(name, b"k", b"one")])
        seen: list[bytes | None] = []

        def read() -> None:
            records = consumer.poll(timedelta(milliseconds=200))
            seen.extend(record.value for record in records)
            consumer.commit(records)

        def reads(value: bytes) -> bool:
            read()
            return value in seen

        until(lambda: reads(b"one"))
        node.stop()
        back = threading.Timer(1.0, node.start)
        back.start()
        producer.send_all([Outgoing(name, b"k", b"two")])
        back.join()
        until(lambda: reads(b"two"), 60)
    assert seen.count(b"two") == 1


def test_a_broker_that_hangs_makes_messages_undeliverable_in_time(node: LocalKafka) -> None:
    name = node.broker.topic(ALERTS)
    with Producer(node.broker, timeout=timedelta(seconds=3)) as producer:
        producer.send_all([Outgoing(name, b"k", b"first")])
        node.pause()
        try:
            with pytest.raises(UndeliverableError):
                producer.send_all([Outgoing(name, b"k", b"while it hangs")])
        finally:
            node.resume()
    node.broker.wait_until_reachable()


def test_a_taken_port_is_told_with_the_remedy(node: LocalKafka, tmp_path: Path) -> None:
    with pytest.raises(LocalKafkaError, match=f"port {node.port} of 127.0.0.1 is taken; choose another with --port"):
        LocalKafka(tmp_path, port=node.port).start()


PARENT = """
import sys
from tocsin.broker.local_kafka import LocalKafka
kafka = LocalKafka()
kafka.start()
print(kafka.pid, kafka.directory, flush=True)
sys.stdin.read()
"""


@pytest.mark.usefixtures("jars")
def test_a_node_of_a_test_dies_with_the_test_run_however_that_ends() -> None:
    with subprocess.Popen(
        [sys.executable, "-c", PARENT], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as parent:
        assert parent.stdout is not None
        pid, directory = parent.stdout.readline().split()
        parent.kill()
    until(lambda: not Path(f"/proc/{pid}").exists())
    shutil.rmtree(directory, ignore_errors=True)


@pytest.mark.usefixtures("jars")
def test_a_node_in_the_background_is_found_stopped_and_keeps_its_data(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data, port = str(tmp_path / "kafka"), free_port()

    def kafka(*arguments: str) -> tuple[int, str]:
        try:
            main(["kafka", *arguments, "--data", data])
        except SystemExit as done:
            return int(done.code or 0), capsys.readouterr().out
        return 0, capsys.readouterr().out

    assert kafka("status")[0] == 1
    try:
        assert kafka("start", "--port", str(port)) == (0, f"127.0.0.1:{port}\n")
        assert kafka("status") == (0, f"127.0.0.1:{port}\n")
        broker = Broker(f"127.0.0.1:{port}")
        topics.create(broker)
        with Producer(broker) as producer:
            producer.send_all([Outgoing(broker.topic(ALERTS), b"k", b"kept")])
        assert kafka("stop")[0] == 0
        assert kafka("start", "--port", str(port))[0] == 0
        assert [record.value for record in read_to_end(broker, broker.topic(ALERTS))] == [b"kept"]
    finally:
        kafka("stop")
    assert kafka("status")[0] == 1


def test_the_note_of_a_node_that_is_gone_counts_for_nothing(tmp_path: Path) -> None:
    (tmp_path / "running.json").write_text(f'{{"pid": {os.getpid()}, "port": 9092}}')
    node = LocalNode(tmp_path)
    assert node.address() is None  # the number belongs to another process now
    assert not node.stop()
