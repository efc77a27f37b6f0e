"""The deliver stage and its outbox, with doubles for everything outside."""

import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest

from tocsin.broker import Broker, Outgoing, Record
from tocsin.deliver.message import Message
from tocsin.deliver.ports import LedgerUnavailableError
from tocsin.deliver.receivers import Receiver, build
from tocsin.deliver.values import Claim, Failure, Outcome, Plan, Status
from tocsin.messages import Alert
from tocsin.streams.condition import Condition
from tocsin.streams.deliver import ALERT, DeliverStage, follow
from tocsin.streams.outbox import Outbox
from tocsin.telemetry import Metrics
from tocsin.testing.alerts import NOON, alert
from tocsin.testing.ledger import MemoryLedger

BORN = NOON - timedelta(days=1)
DESK = {"desk": build("desk", {"url": "json://127.0.0.1/"})}
LIMIT = 20.0


def record(item: Alert | bytes, offset: int = 0, headers: tuple[tuple[str, bytes], ...] = (ALERT.header,)) -> Record:
    value = item if isinstance(item, bytes) else item.to_json()
    return Record("tocsin.alerts.v1", 0, offset, NOON, b"key", value, headers)


class Gone(MemoryLedger):
    """A ledger that is away as often as told, then there."""

    def __init__(self, times: int = 0) -> None:
        super().__init__(BORN)
        self.away = times

    def record(self, *args: Any, **kwargs: Any) -> list[Plan]:
        self._knock()
        return super().record(*args, **kwargs)

    def finish(self, *args: Any, **kwargs: Any) -> int:
        self._knock()
        return super().finish(*args, **kwargs)

    def _knock(self) -> None:
        if self.away > 0:
            self.away -= 1
            raise LedgerUnavailableError("here", "away")


class Broken(MemoryLedger):
    """A ledger on which the plan of some alerts fails."""

    def __init__(self, *bad: str) -> None:
        super().__init__(BORN)
        self.bad = {alert(name).alert_id for name in bad}

    def record(self, alerts: Sequence[Alert], *args: Any, **kwargs: Any) -> list[Plan]:
        if self.bad.intersection(item.alert_id for item in alerts):
            raise ZeroDivisionError
        return super().record(alerts, *args, **kwargs)


def stage(ledger: MemoryLedger, condition: Condition | None = None, **settings: Any) -> DeliverStage:
    return DeliverStage(
        Broker("nowhere:1"),
        ledger,
        DESK,
        condition=condition or Condition(),
        metrics=Metrics(),
        clock=lambda: NOON,
        **settings,
    )


def test_alerts_are_planned_and_nothing_is_set_aside() -> None:
    ledger = MemoryLedger(BORN)
    assert stage(ledger).work([record(alert("a")), record(alert("b"))]) == []
    assert ledger.counts() == {"waiting": 2}


@pytest.mark.parametrize(
    ("value", "headers"),
    [
        (b"{", (ALERT.header,)),
        (b"", (ALERT.header,)),
        (b"[]", ()),
        (alert().to_json(), (("schema", b"alert/9"),)),
        (alert().to_json(), (("schema", b"article/1"),)),
    ],
)
def test_what_nobody_can_read_is_set_aside_and_the_rest_is_planned(
    value: bytes, headers: tuple[tuple[str, bytes], ...]
) -> None:
    ledger = MemoryLedger(BORN)
    letters = stage(ledger).work([record(value, headers=headers), record(alert())])
    assert [letter.value for letter in letters] == [value]
    assert ledger.counts() == {"waiting": 1}


def test_a_plan_that_fails_takes_nobody_with_it() -> None:
    ledger = Broken("bad")
    letters = stage(ledger).work([record(alert("good")), record(alert("bad")), record(alert("better"))])
    assert ledger.counts() == {"waiting": 2}
    assert [letter.value for letter in letters] == [alert("bad").to_json()]


def test_failures_in_a_row_stop_the_stage() -> None:
    condition = Condition()
    broken = stage(Broken("a", "b", "c"), condition, patience=3)
    broken.work([record(alert(name)) for name in "abc"])
    assert broken.is_stopped
    assert "3 handler exceptions" in str(condition.stopped_taking)


def test_a_ledger_that_is_away_is_no_dead_letter() -> None:
    with pytest.raises(LedgerUnavailableError):
        stage(Gone(1)).work([record(alert())])


class Tape:
    """A reader of given batches that tells what was committed and stops the stage at its end."""

    def __init__(self, stopping: threading.Event, *batches: list[Record]) -> None:
        self.batches, self.stopping = list(batches), stopping
        self.committed: list[int] = []

    def poll(self, timeout: timedelta, max_records: int = 0) -> list[Record]:  # noqa: ARG002
        if self.batches:
            return self.batches.pop(0)
        self.stopping.set()
        return []

    def commit(self, records: Any) -> bool:
        self.committed += [item.offset for item in records]
        return True

    def close(self) -> None:
        """Nothing is held."""


class Letters:
    """A sender that keeps what it is given."""

    def __init__(self) -> None:
        self.sent: list[Outgoing] = []
        self.is_closed = False

    def send_all(self, messages: Any) -> list[Any]:
        self.sent += messages
        return []

    def close(self) -> None:
        self.is_closed = True


def run(planner: DeliverStage, *batches: list[Record], condition: Condition | None = None) -> tuple[Tape, Letters]:
    stopping, letters, metrics = threading.Event(), Letters(), Metrics()
    tape = Tape(stopping, *batches)
    outbox = Outbox(MemoryLedger(BORN), Script(), write, DESK, owner="me", metrics=metrics)
    follow(
        planner,
        tape,
        lambda: letters,
        outbox,
        condition=condition or Condition(),
        metrics=metrics,
        stopping=stopping,
    )
    return tape, letters


def test_the_offset_is_committed_after_plan_and_dead_letters() -> None:
    tape, letters = run(stage(MemoryLedger(BORN)), [record(alert(), 0), record(b"{", 1)], [record(alert("b"), 2)])
    assert tape.committed == [0, 1, 2]
    assert len(letters.sent) == 1
    assert letters.is_closed


def test_a_stage_that_stopped_commits_nothing_of_what_stopped_it(monkeypatch: pytest.MonkeyPatch) -> None:
    condition = Condition()
    broken = stage(Broken("a"), condition, patience=1)
    stopping = threading.Event()
    tape = Tape(stopping, [record(alert("a"))])
    monkeypatch.setattr(stopping, "wait", lambda _seconds: stopping.set())
    outbox = Outbox(MemoryLedger(BORN), Script(), write, DESK, owner="me", metrics=Metrics())
    follow(broken, tape, Letters, outbox, condition=condition, metrics=Metrics(), stopping=stopping)
    assert tape.committed == []
    assert condition.ready_problems()


def test_the_stage_waits_for_its_ledger(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tocsin.streams.deliver.LEDGER_PAUSE", 0.001)
    ledger = Gone(3)
    tape, letters = run(stage(ledger), [record(alert())])
    assert tape.committed == [0]
    assert ledger.counts() == {"waiting": 1}
    assert letters.sent == []


# -- the outbox ------------------------------------------------------------------------------------------------------


class Script:
    """A channel that answers by receiver, one answer a call, the last one for ever."""

    def __init__(self, **answers: Sequence[Outcome | Callable[[], Outcome]]) -> None:
        self.answers = {name: list(queue) for name, queue in answers.items()}
        self.calls: list[str] = []
        self.turn = threading.Condition()

    def send(self, receiver: Receiver, message: Message) -> Outcome:  # noqa: ARG002
        queue = self.answers.get(receiver.name) or [Outcome()]
        answer = queue.pop(0) if len(queue) > 1 else queue[0]
        with self.turn:
            self.calls.append(receiver.name)
            self.turn.notify_all()
        return answer() if callable(answer) else answer

    def wait_for(self, claim: Callable[[], bool]) -> None:
        with self.turn:
            assert self.turn.wait_for(claim, LIMIT)


def write(claims: Any, receiver: Receiver, now: datetime) -> Message:  # noqa: ARG001
    return Message("s", "t", "h", (), {}, receiver.name, tuple((c.alert.alert_id, c.alert.revision) for c in claims))


class Locked(Gone):
    """The double, made safe for threads."""

    def __init__(self, times: int = 0) -> None:
        super().__init__()
        self.lock = threading.RLock()
        self.times = times

    def __getattribute__(self, name: str) -> Any:
        found = object.__getattribute__(self, name)
        if name.startswith("_") or not callable(found):
            return found
        lock = object.__getattribute__(self, "lock")

        def safely(*args: Any, **kwargs: Any) -> Any:
            with lock:
                return found(*args, **kwargs)

        return safely


@contextmanager
def sending(ledger: MemoryLedger, channel: Script, receivers: dict[str, Receiver]) -> Iterator[Outbox]:
    def soon(claim: Claim, outcome: Outcome, receiver: Receiver, now: datetime, chance: float) -> Any:
        from tocsin.deliver.outbox import settle  # noqa: PLC0415

        made = settle(claim, outcome, receiver, now, chance)
        return made if made.slow_until or made.not_before is None else replace(made, not_before=now)

    outbox = Outbox(
        ledger,
        channel,
        write,
        receivers,
        owner="me",
        metrics=Metrics(),
        clock=lambda: NOON,
        chance=lambda: 0.0,
        settle=soon,
    )
    outbox.start()
    try:
        yield outbox
    finally:
        assert outbox.stop(timedelta(seconds=LIMIT))


def planned(ledger: MemoryLedger, receivers: dict[str, Receiver], *alerts: Alert) -> None:
    made = DeliverStage(
        Broker("nowhere:1"), ledger, receivers, condition=Condition(), metrics=Metrics(), clock=lambda: NOON
    )
    made.work([record(item) for item in alerts])


def people(**settings: dict[str, Any]) -> dict[str, Receiver]:
    return {name: build(name, {"url": f"json://127.0.0.1/{name}", **more}) for name, more in settings.items()}


def statuses(ledger: MemoryLedger, item: Alert) -> dict[str, Status]:
    return {row.receiver: row.status for row in ledger.history(item.alert_id)}


def until(claim: Callable[[], bool]) -> None:
    tick = threading.Event()
    for _ in range(int(LIMIT * 100)):
        if claim():
            return
        tick.wait(0.01)
    raise AssertionError("it did not come about")


def test_a_channel_that_hangs_delays_nobody_else() -> None:
    ledger, going = Locked(), threading.Event()

    def hang() -> Outcome:
        going.wait(LIMIT)
        return Outcome()

    receivers = people(desk={}, alice={})
    channel = Script(desk=[hang])
    planned(ledger, receivers, *[alert(str(number), 1, "desk", "alice") for number in range(5)])
    with sending(ledger, channel, receivers):
        channel.wait_for(lambda: channel.calls.count("alice") == 5 and "desk" in channel.calls)
        until(lambda: ledger.counts().get("sent") == 5)
        going.set()
    assert ledger.counts()["sent"] >= 6


def test_what_fails_for_a_while_is_tried_until_it_is_accepted() -> None:
    ledger, receivers = Locked(), people(desk={})
    channel = Script(desk=[Outcome(Failure.TRANSIENT)] * 2 + [Outcome()])
    planned(ledger, receivers, alert())
    with sending(ledger, channel, receivers):
        until(lambda: ledger.counts() == {"sent": 1})
    assert len(channel.calls) == 3
    assert len(ledger.history(alert().alert_id)[0].attempts) == 3


def test_a_limited_destination_is_slowed_whole_and_its_leases_are_given_back() -> None:
    ledger, receivers = Locked(), people(desk={})
    channel = Script(desk=[Outcome(Failure.RATE_LIMITED, retry_after=timedelta(minutes=5))])
    planned(ledger, receivers, *[alert(str(number)) for number in range(6)])
    with sending(ledger, channel, receivers):
        until(lambda: ledger.counts() == {"waiting": 6})
        channel.wait_for(lambda: len(channel.calls) == 1)
        until(lambda: ledger.due(["desk"], NOON).next_at == NOON + timedelta(minutes=5))
    assert len(channel.calls) == 1


def test_a_destination_that_is_down_is_not_asked_by_every_message_that_waits() -> None:
    ledger, receivers = Locked(), people(desk={}, alice={})
    channel = Script(desk=[Outcome(Failure.TRANSIENT, "no connection")])
    planned(ledger, receivers, *[alert(str(number), 1, "desk", "alice") for number in range(20)])
    with sending(ledger, channel, receivers):
        until(lambda: ledger.counts() == {"waiting": 20, "sent": 20})
        until(lambda: ledger.due(["desk"], NOON).receivers == frozenset())
    assert channel.calls.count("desk") == 3


def test_receivers_that_come_and_go_while_it_sends_get_what_is_theirs() -> None:
    ledger, receivers = Locked(), people(desk={}, alice={})
    planned(ledger, receivers, alert("1", 1, "desk", "alice"))
    with sending(ledger, Script(), people(desk={})) as outbox:
        until(lambda: ledger.counts() == {"waiting": 1, "sent": 1})
        outbox.change(people(alice={}), write)
        until(lambda: ledger.counts() == {"sent": 2})
        planned(ledger, receivers, alert("2", 1, "desk", "alice"))
        until(lambda: ledger.counts() == {"waiting": 1, "sent": 3})


def test_the_figures_tell_rows_outcomes_and_the_time_to_a_reader() -> None:
    ledger, receivers, metrics = Locked(), people(desk={}), Metrics()
    planned(ledger, receivers, alert("a", at=NOON - timedelta(seconds=3)))
    outbox = Outbox(ledger, Script(), write, receivers, owner="me", metrics=metrics, clock=lambda: NOON)
    outbox.drain(["desk"])
    outbox.start()
    value = metrics.registry.get_sample_value
    until(lambda: value("tocsin_outbox_rows", {"status": "sent"}) == 1)
    assert outbox.stop(timedelta(seconds=LIMIT))
    assert value("tocsin_outbox_rows", {"status": "waiting"}) == 0
    assert value("tocsin_deliveries_total", {"outcome": "sent"}) == 1
    assert value("tocsin_delivered_seconds_sum", {"scheme": "json"}) == 3


def test_what_is_refused_goes_to_the_fallback() -> None:
    ledger, receivers = Locked(), people(desk={"fallback": ["alice"]}, alice={})
    channel = Script(desk=[Outcome(Failure.PERMANENT, "HTTP 404")])
    planned(ledger, receivers, alert())
    with sending(ledger, channel, receivers):
        until(lambda: statuses(ledger, alert()) == {"desk": Status.DEAD, "alice": Status.SENT})
    assert channel.calls == ["desk", "alice"]


def test_an_acceptance_is_not_forgotten_while_the_ledger_is_away(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tocsin.streams.outbox.LEDGER_PAUSE", 0.001)
    ledger, receivers = Locked(), people(desk={})
    planned(ledger, receivers, alert())
    ledger.away = 5
    channel = Script()
    with sending(ledger, channel, receivers) as outbox:
        until(lambda: ledger.counts() == {"sent": 1})
        until(lambda: outbox.trouble is None)
    assert channel.calls == ["desk"]


def test_a_message_that_cannot_be_written_stops_no_queue() -> None:
    ledger, receivers = Locked(), people(desk={})
    planned(ledger, receivers, alert("bad"), alert("good"))
    bad = alert("bad").alert_id

    def write_or_fail(claims: Any, receiver: Receiver, now: datetime) -> Message:
        if claims[0].alert.alert_id == bad:
            raise KeyError("a word of the article")
        return write(claims, receiver, now)

    channel = Script()
    outbox = Outbox(
        ledger, channel, write_or_fail, receivers, owner="me", metrics=Metrics(), clock=lambda: NOON, chance=lambda: 0.0
    )
    outbox.start()
    try:
        until(lambda: ledger.counts() == {"sent": 1, "waiting": 1})
    finally:
        assert outbox.stop(timedelta(seconds=LIMIT))
    (row,) = ledger.history(bad)
    assert row.attempts[0].outcome == Outcome(Failure.TRANSIENT, "our own fault: KeyError")


def test_a_dead_channel_is_reported_once_to_those_who_run_it_and_a_dead_report_is_not() -> None:
    ledger, receivers = Locked(), people(desk={}, ops={}, other={})
    channel = Script(desk=[Outcome(Failure.PERMANENT, "HTTP 404")], other=[Outcome(Failure.PERMANENT, "HTTP 410")])
    planned(ledger, receivers, *[alert(str(number)) for number in range(5)])
    outbox = Outbox(
        ledger,
        channel,
        write,
        receivers,
        owner="me",
        metrics=Metrics(),
        clock=lambda: NOON,
        operations=("desk", "ops", "other"),
    )
    outbox.start()
    try:
        until(lambda: ledger.counts() == {"dead": 6, "sent": 1})
    finally:
        assert outbox.stop(timedelta(seconds=LIMIT))
    assert sorted(channel.calls) == ["desk"] * 5 + ["ops", "other"]
