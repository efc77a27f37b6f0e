"""Several senders on one ledger, and a great many rows in it."""

import contextlib
import os
import threading
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import insert

from tocsin.deliver.glossary import Glossary
from tocsin.deliver.message import Message
from tocsin.deliver.planning import plan
from tocsin.deliver.receivers import Receiver, build
from tocsin.deliver.render import render
from tocsin.deliver.values import Attempt, Outcome, Settlement, Status
from tocsin.store import SqlLedger, open_ledger, upgrade
from tocsin.store.tables import deliveries, revisions, to_number
from tocsin.streams.outbox import Outbox
from tocsin.telemetry import Metrics
from tocsin.testing.alerts import NOON, alert
from tocsin.testing.postgres import NoPostgresError, postgres

HOUR = timedelta(hours=1)
RECEIVERS = {name: build(name, {"url": f"json://127.0.0.1/{name}"}) for name in ("desk", "alice")}


@pytest.fixture
def postgres_url() -> Iterator[str]:
    try:
        with postgres() as url:
            yield url
    except NoPostgresError as error:
        if os.environ.get("CI", "").lower() in {"1", "true", "yes"}:
            pytest.fail(str(error), pytrace=False)
        pytest.skip(str(error))


class Counting:
    """A channel that accepts everything and counts."""

    def __init__(self) -> None:
        self.got: Counter[tuple[str, str, int]] = Counter()
        self._turn = threading.Condition()

    def send(self, receiver: Receiver, message: Message) -> Outcome:
        with self._turn:
            self.got.update((receiver.name, alert_id, revision) for alert_id, revision in message.alerts)
            self._turn.notify_all()
        return Outcome()

    def wait_for(self, count: int) -> None:
        with self._turn:
            assert self._turn.wait_for(lambda: self.got.total() >= count, 60)


def write_plans(ledger: SqlLedger, count: int) -> None:
    now = datetime.now(UTC)
    alerts = [alert(str(number), 1, *RECEIVERS, at=now) for number in range(count)]
    for start in range(0, count, 100):
        ledger.record(alerts[start : start + 100], lambda view, item: plan(view, item, RECEIVERS, now), now)


def test_two_deliver_processes_share_the_work_and_send_nothing_twice(postgres_url: str) -> None:
    upgrade(postgres_url, datetime.now(UTC) - HOUR)
    channel, glossary = Counting(), Glossary()
    with contextlib.ExitStack() as stack:
        ledgers = [stack.enter_context(contextlib.closing(open_ledger(postgres_url))) for _ in range(2)]
        write_plans(ledgers[0], 150)
        boxes = [
            Outbox(
                ledger,
                channel,
                lambda claims, receiver, now: render(claims, receiver, now, glossary),
                RECEIVERS,
                owner=f"process {number}",
                metrics=Metrics(),
            )
            for number, ledger in enumerate(ledgers)
        ]
        for box in boxes:
            box.start()
        channel.wait_for(300)
        stopped = [box.stop(timedelta(seconds=20)) for box in boxes]
        assert stopped == [True, True]
        assert ledgers[0].counts() == {"sent": 300}
    assert set(channel.got.values()) == {1}


def test_two_processes_that_plan_the_same_revisions_plan_them_once(postgres_url: str) -> None:
    upgrade(postgres_url, datetime.now(UTC) - HOUR)
    with contextlib.ExitStack() as stack:
        ledgers = [stack.enter_context(contextlib.closing(open_ledger(postgres_url))) for _ in range(2)]
        threads = [threading.Thread(target=write_plans, args=(ledger, 100)) for ledger in ledgers]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert ledgers[0].counts() == {"waiting": 200}


def test_a_hundred_thousand_held_rows_cost_a_start_little(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/ledger.db"
    upgrade(url, NOON - HOUR)
    with contextlib.closing(open_ledger(url)) as ledger:
        hold(ledger, 100_000)
    cpu = _cpu()
    with contextlib.closing(open_ledger(url)) as ledger:
        ledger.take_over(NOON)
        due = ledger.due(list(RECEIVERS), NOON)
        claims = ledger.claim("me", list(RECEIVERS), NOON, HOUR, 8)
    assert _cpu() - cpu < 2.0, "seconds of processor time"
    assert due.receivers == frozenset()
    assert due.next_at == NOON + HOUR
    assert claims == []


def _cpu() -> float:
    return sum(os.times()[:2])


def hold(ledger: SqlLedger, count: int) -> None:
    """Write rows as quiet hours would leave them."""
    body = alert().to_json()
    with ledger._database.write() as connection:
        connection.execute(
            insert(revisions),
            [{"alert_id": f"a{n}", "revision": 1, "body": body, "kept_at": 0} for n in range(count // 2)],
        )
        connection.execute(
            insert(deliveries),
            [
                {
                    "alert_id": f"a{n}",
                    "revision": 1,
                    "receiver": name,
                    "status": "waiting",
                    "reason": "",
                    "severity": "low",
                    "changes": "[]",
                    "detail": "[]",
                    "digest": False,
                    "planned_at": to_number(NOON),
                    "not_before": to_number(NOON + HOUR),
                    "attempts": 0,
                }
                for n in range(count // 2)
                for name in RECEIVERS
            ],
        )


def test_the_ledger_stays_flat_under_retention(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/ledger.db"
    upgrade(url, NOON - HOUR)
    sizes: list[int] = []
    with contextlib.closing(open_ledger(url)) as ledger:
        for day in range(12):
            now = NOON + timedelta(days=day)
            alerts = [alert(f"{day}-{number}", 1, *RECEIVERS, at=now) for number in range(100)]
            ledger.record(alerts, lambda view, item, now=now: plan(view, item, RECEIVERS, now), now)  # type: ignore[misc]
            send_all(ledger, now)
            while ledger.prune(now, deliveries=timedelta(days=3), marks=timedelta(days=4)):
                pass
            with ledger._database.read() as connection:
                sizes.append(int(connection.exec_driver_sql("pragma page_count").scalar() or 0))
    assert sizes[-1] <= sizes[5] * 1.05, "pages of the file"


def send_all(ledger: SqlLedger, now: datetime) -> None:
    while claims := ledger.claim("me", list(RECEIVERS), now, HOUR, 100):
        ledger.finish("me", claims, Attempt(now, timedelta(0), Outcome()), Settlement(Status.SENT), now)
