"""Deliver: what a delivery costs from alert to ledger's last word, and a start with 100,000 deliveries on hold."""

import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sqlalchemy import insert
from tests.bench.clock import cpu
from tests.bench.figures import Figure

from tocsin.broker import Broker, Record
from tocsin.deliver.glossary import Glossary
from tocsin.deliver.message import Message
from tocsin.deliver.receivers import Receiver, build
from tocsin.deliver.render import render
from tocsin.deliver.values import Claim, Outcome
from tocsin.messages import Alert, Severity
from tocsin.rules.loader import load_rules
from tocsin.store import SqlLedger, open_ledger, upgrade
from tocsin.store.tables import deliveries, planned, revisions, to_number
from tocsin.streams.condition import Condition
from tocsin.streams.deliver import ALERT, BATCH, DeliverStage
from tocsin.streams.outbox import Outbox
from tocsin.telemetry import Metrics
from tocsin.testing.alerts import alert

Tell = Callable[[str], None]
ALERTS = 400
HELD = 100_000
NAMES = ("desk", "alice", "risk")
NO_BROKER = Broker("127.0.0.1:1")


def measure(tell: Tell) -> Iterator[Figure]:
    """Yield all figures of the room."""
    with tempfile.TemporaryDirectory() as directory:
        tell("plan and outbox")
        yield from _cost(Path(directory))
        tell("start with 100,000 held deliveries")
        yield from _start(Path(directory))


class Accepting:
    """A channel that takes everything at once; `called` is set by the first message."""

    def __init__(self) -> None:
        self.called = threading.Event()
        self.count = 0

    def send(self, _receiver: Receiver, _message: Message) -> Outcome:
        """Accept."""
        self.count += 1
        self.called.set()
        return Outcome(status=200, detail="200 OK")


def _people() -> dict[str, Receiver]:
    """Return three receivers; one of them reads Chinese, one has quiet hours that do not apply now."""
    hour = datetime.now(UTC).hour
    quiet = {"from": f"{(hour + 3) % 24:02}:00", "to": f"{(hour + 9) % 24:02}:00"}
    return {
        "desk": build("desk", {"url": "json://desk.example.com/"}),
        "alice": build("alice", {"url": "json://alice.example.com/", "language": "zh"}),
        "risk": build("risk", {"url": "json://risk.example.com/", "quiet_hours": quiet}),
    }


def _ledger(directory: Path, name: str, now: datetime) -> tuple[SqlLedger, str]:
    url = f"sqlite:///{directory}/{name}.db"
    upgrade(url, now - timedelta(days=1))
    return open_ledger(url), url


def _told(alerts: Sequence[Alert], now: datetime) -> list[Record]:
    return [
        Record("alerts", 0, number, now, one.alert_id.encode(), one.to_json(), (ALERT.header,))
        for number, one in enumerate(alerts)
    ]


def _empty(claims: Sequence[Claim], receiver: Receiver, _now: datetime) -> Message:
    named = tuple((claim.alert.alert_id, claim.alert.revision) for claim in claims)
    return Message("", "", "", (), {}, receiver.name, named)


def _cost(directory: Path) -> Iterator[Figure]:
    now = datetime.now(UTC)
    people = _people()
    records = _told([alert(str(number), 1, *NAMES, at=now) for number in range(ALERTS)], now)
    glossary = Glossary.from_lexicon(load_rules().lexicon)
    ledger, _ = _ledger(directory, "cost", now)
    stage = DeliverStage(NO_BROKER, ledger, people, condition=Condition(), metrics=Metrics())

    def plan() -> None:
        for start in range(0, len(records), BATCH):
            stage.work(records[start : start + BATCH])

    def send() -> None:
        box = Outbox(ledger, channel, _empty, people, owner="bench", metrics=Metrics())
        for name in people:
            box.drain([name])

    def write() -> None:
        for name in NAMES:
            for one in claims:
                render([one], people[name], now, glossary)

    channel = Accepting()
    count = ALERTS * len(NAMES)
    planning = 1_000 * cpu(plan) / count
    claims = ledger.claim("bench", ["desk"], datetime.now(UTC), timedelta(seconds=1), 50)
    ledger.give_back("bench", claims, datetime.now(UTC))
    sending = 1_000 * cpu(send) / count
    rendering = 1_000 * cpu(write) / (len(claims) * len(NAMES))
    ledger.close()
    if channel.count != count:
        raise RuntimeError(f"{count} deliveries were planned, {channel.count} were sent")
    yield Figure(
        "deliver",
        "CPU of a delivery: plan and outbox, SQLite",
        planning + sending,
        "ms",
        2.0,
        most=True,
        note=f"plan {planning:.2f}, claim to last word {sending:.2f}; writing the message {rendering:.2f} beside it",
    )


def _start(directory: Path) -> Iterator[Figure]:
    now = datetime.now(UTC)
    ledger, url = _ledger(directory, "held", now)
    _hold(ledger, now)
    stage = DeliverStage(NO_BROKER, ledger, _people(), condition=Condition(), metrics=Metrics())
    stage.work(_told([alert("due", 1, "desk", at=now)], now))
    ledger.close()
    channel = Accepting()
    begun, used = time.monotonic(), time.process_time()
    again = open_ledger(url)
    again.take_over(datetime.now(UTC))
    box = Outbox(again, channel, _empty, _people(), owner="bench", metrics=Metrics())
    box.start()
    sent = channel.called.wait(60)
    seconds, used = time.monotonic() - begun, time.process_time() - used
    box.stop(timedelta(seconds=10))
    again.close()
    yield Figure(
        "deliver",
        "start with 100,000 held deliveries, to the first message sent",
        seconds if sent else float("inf"),
        "s",
        2.0,
        most=True,
        note=f"by the clock; {used:.2f} s of CPU",
    )


def _hold(ledger: SqlLedger, now: datetime) -> None:
    """Write rows as planning does, held until tomorrow."""
    one = alert("held", 1, *NAMES, at=now)
    moment, tomorrow = to_number(now), to_number(now + timedelta(days=1))
    named = [(f"held-{number // len(NAMES):08d}", NAMES[number % len(NAMES)]) for number in range(HELD)]
    ids = list(dict.fromkeys(alert_id for alert_id, _ in named))
    body = one.to_json()
    with ledger._database.write() as connection:  # a hundred thousand plans would take a minute
        connection.execute(
            insert(planned), [{"alert_id": i, "revision": 1, "planned_at": moment, "reason": "{}"} for i in ids]
        )
        connection.execute(
            insert(revisions), [{"alert_id": i, "revision": 1, "body": body, "kept_at": moment} for i in ids]
        )
        connection.execute(insert(deliveries), [_row(i, name, moment, tomorrow) for i, name in named])


def _row(alert_id: str, receiver: str, moment: int, until: int) -> dict[str, object]:
    return {
        "alert_id": alert_id,
        "revision": 1,
        "receiver": receiver,
        "status": "waiting",
        "reason": "first",
        "severity": Severity.HIGH.value,
        "changes": '["first"]',
        "detail": "[]",
        "digest": False,
        "held": "quiet hours",
        "planned_at": moment,
        "not_before": until,
        "attempts": 0,
    }
