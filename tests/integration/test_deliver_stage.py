"""Alert revisions on a topic become messages in a mailbox, once each."""

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

import pytest

from tocsin.broker import Broker, Outgoing, Producer, groups, lag, read_to_end
from tocsin.deliver.glossary import Glossary
from tocsin.deliver.receivers import Receiver, build
from tocsin.deliver.render import render
from tocsin.messages import Alert, DeadLetter
from tocsin.messages.topics import ALERTS, DEAD_LETTERS
from tocsin.notifiers import AppriseNotifier
from tocsin.notifiers.mailbox import Mailbox
from tocsin.store import SqlLedger, open_ledger, upgrade
from tocsin.streams import deliver
from tocsin.streams.condition import Condition
from tocsin.streams.deliver import ALERT
from tocsin.streams.outbox import Outbox
from tocsin.telemetry import Metrics
from tocsin.testing.alerts import NOON, alert

LIMIT = 30.0


def wait_for(claim: Callable[[], object], what: str) -> None:
    """Return once the claim holds."""
    end = time.monotonic() + LIMIT
    while not claim():
        assert time.monotonic() < end, f"{what} did not come about within {LIMIT:g} s"
        time.sleep(0.02)


@pytest.fixture
def mailbox(tmp_path: Path) -> Iterator[Mailbox]:
    with Mailbox(tmp_path / "mailbox") as running:
        yield running


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[SqlLedger]:
    url = f"sqlite:///{tmp_path}/ledger.db"
    upgrade(url, NOON - timedelta(days=1))
    opened = open_ledger(url)
    yield opened
    opened.close()


def people(mailbox: Mailbox) -> dict[str, Receiver]:
    return {
        "desk": build("desk", {"url": mailbox.url("desk@example.com")}),
        "alice": build("alice", {"url": mailbox.url("alice@example.com"), "language": "zh"}),
    }


@contextmanager
def running(broker: Broker, ledger: SqlLedger, receivers: dict[str, Receiver]) -> Iterator[Condition]:
    """The stage in a thread of this process."""
    metrics, condition, stopping = Metrics(), Condition(), threading.Event()
    glossary = Glossary()
    outbox = Outbox(
        ledger,
        AppriseNotifier(),
        lambda claims, receiver, now: render(claims, receiver, now, glossary),
        receivers,
        owner="test",
        metrics=metrics,
    )
    thread = threading.Thread(
        target=deliver.run,
        args=(broker, ledger, outbox, receivers),
        kwargs={"condition": condition, "metrics": metrics, "stopping": stopping},
    )
    thread.start()
    try:
        yield condition
    finally:
        stopping.set()
        thread.join(LIMIT)
    assert not thread.is_alive()


def put(broker: Broker, *alerts: Alert) -> None:
    with Producer(broker) as producer:
        producer.send_all(
            [Outgoing(broker.topic(ALERTS), item.alert_id.encode(), item.to_json(), (ALERT.header,)) for item in alerts]
        )


def behind(broker: Broker) -> int:
    return sum(lag(broker, broker.group(groups.DELIVER), [broker.topic(ALERTS)]).values())


def test_every_alert_reaches_every_receiver_once(broker: Broker, ledger: SqlLedger, mailbox: Mailbox) -> None:
    alerts = [alert(str(number), 1, "desk", "alice") for number in range(5)]
    put(broker, *alerts)
    with running(broker, ledger, people(mailbox)):
        wait_for(lambda: len(mailbox.mails) >= 10, "ten messages")
        wait_for(lambda: behind(broker) == 0, "a committed offset")
        put(broker, *alerts)  # the same revisions again
        put(broker, alert("0", 2, "desk", "alice"))
        wait_for(lambda: len(mailbox.mails) >= 12, "two updates")
        wait_for(lambda: behind(broker) == 0, "a committed offset")
    assert mailbox.duplicates() == 0
    assert len(mailbox.mails) == 12
    assert ledger.counts() == {"sent": 12}
    languages = {mail.to[0]: mail.subject for mail in mailbox.mails if mail.alert_id == alerts[0].alert_id}
    assert "antimony" in languages["desk@example.com"].lower()
    assert "更新" in next(mail.text for mail in mailbox.mails if mail.revision == 2 and mail.to[0].startswith("alice"))


def test_what_nobody_can_read_goes_to_the_dead_letters_and_the_rest_goes_on(
    embedded_broker: Broker, ledger: SqlLedger, mailbox: Mailbox
) -> None:
    broker = embedded_broker
    with Producer(broker) as producer:
        producer.send_all([Outgoing(broker.topic(ALERTS), b"k", b"{not json", (ALERT.header,))])
    put(broker, alert())
    with running(broker, ledger, people(mailbox)):
        wait_for(lambda: mailbox.mails, "a message")
        wait_for(lambda: behind(broker) == 0, "a committed offset")
    (record,) = read_to_end(broker, broker.topic(DEAD_LETTERS))
    letter = DeadLetter.from_record(record.key, record.value, record.headers)
    assert (letter.stage, letter.value) == ("deliver", b"{not json")
    assert "Alert" in letter.error
