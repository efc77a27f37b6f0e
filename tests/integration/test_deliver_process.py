"""`tocsin deliver` as a process: it delivers, ends in order on SIGTERM, and goes on after `kill -9`."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tocsin.broker import Broker, Outgoing, Producer
from tocsin.messages import Alert
from tocsin.messages.topics import ALERTS
from tocsin.notifiers.mailbox import Mailbox
from tocsin.store import open_ledger
from tocsin.streams.deliver import ALERT
from tocsin.testing.alerts import alert, alert_signal

LIMIT = 60.0


@pytest.fixture
def mailbox() -> Iterator[Mailbox]:
    with Mailbox() as running:
        yield running


@pytest.fixture
def config(tmp_path: Path, embedded_broker: Broker, mailbox: Mailbox) -> Path:
    path = tmp_path / "tocsin.yml"
    path.write_text(f"""
kafka:
  bootstrap_servers: "{embedded_broker.bootstrap_servers}"
  topic_prefix: "{embedded_broker.topic_prefix}"
  embedded: true
ledger: {{url: "sqlite:///{tmp_path}/ledger.db"}}
receivers:
  desk: {{url: "{mailbox.url("desk@example.com")}"}}
""")
    return path


@contextmanager
def process(config: Path) -> Iterator["subprocess.Popen[bytes]"]:
    with (config.parent / "log").open("ab") as log:
        running = subprocess.Popen(
            [sys.executable, "-m", "tocsin", "deliver", "-c", str(config), "--port", "0"],
            stdout=log,
            stderr=log,
            env={**os.environ, "PYTHONPATH": "service"},
        )
        try:
            yield running
        finally:
            running.kill()
            running.wait()


def put(broker: Broker, *alerts: Alert) -> None:
    with Producer(broker) as producer:
        producer.send_all(
            [Outgoing(broker.topic(ALERTS), item.alert_id.encode(), item.to_json(), (ALERT.header,)) for item in alerts]
        )


def wait_for(claim: Callable[[], object], config: Path) -> None:
    end = time.monotonic() + LIMIT
    while not claim():
        assert time.monotonic() < end, (config.parent / "log").read_text()[-2000:]
        time.sleep(0.02)


def fresh(number: int) -> Alert:
    """An alert that is younger than the ledger."""
    return alert(str(number), at=datetime.now(UTC))


def test_a_process_ends_in_order_and_one_that_was_killed_is_followed(
    config: Path, embedded_broker: Broker, mailbox: Mailbox, tmp_path: Path
) -> None:
    with closing(open_ledger(f"sqlite:///{tmp_path}/ledger.db")) as ledger:
        with process(config) as first:
            put(embedded_broker, fresh(1), fresh(2))
            wait_for(lambda: len(mailbox.mails) == 2, config)
            first.kill()
            put(embedded_broker, fresh(3))
        with process(config) as second:
            wait_for(lambda: len({mail.alert_id for mail in mailbox.mails}) == 3, config)
            wait_for(lambda: ledger.counts() == {"sent": 3}, config)
            second.send_signal(signal.SIGTERM)
            assert second.wait(LIMIT) == 0
    assert '"event": "stopped"' in (tmp_path / "log").read_text()
    assert "desk@example.com" not in (tmp_path / "log").read_text()


def test_a_silence_of_a_parent_reaches_the_running_process(
    config: Path, embedded_broker: Broker, mailbox: Mailbox, tmp_path: Path
) -> None:
    add = [sys.executable, "-m", "tocsin", "silence", "add", "commodity=rare_earths", "--reason", "known"]
    with closing(open_ledger(f"sqlite:///{tmp_path}/ledger.db")) as ledger:
        subprocess.run([*add, "-c", str(config)], check=True, capture_output=True)
        held = alert("held", at=datetime.now(UTC), lead=alert_signal(commodities=("neodymium",)))
        with process(config):
            put(embedded_broker, held, fresh(1))
            wait_for(lambda: len(mailbox.mails) == 1, config)
            wait_for(lambda: ledger.counts() == {"sent": 1, "silenced": 1}, config)
        assert [row.held for row in ledger.history(held.alert_id)] == ["silence 1"]
