"""Empty the outbox: one queue, and one thread, a destination, so that a slow channel delays nobody else.

A dispatcher asks the ledger what is due and wakes the queues; each claims, sends and writes what came of it. Between a
channel's acceptance and that write lies the one gap in which a crash makes a second message.
"""

import random
import threading
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import structlog

from tocsin.deliver.message import Message
from tocsin.deliver.operations import report_death
from tocsin.deliver.outbox import destination_pause, settle
from tocsin.deliver.ports import Ledger, LedgerUnavailableError, Notifier
from tocsin.deliver.receivers import Receiver
from tocsin.deliver.values import Attempt, Claim, Failure, Outcome, Settlement, Status
from tocsin.telemetry import Metrics, describe
from tocsin.telemetry.logs import where

log = structlog.get_logger(__name__)

LEASE = timedelta(seconds=90)
"""Longer than a send may take; renewed while this process lives."""

CLAIM_LIMIT = 8
LONGEST_IDLE = timedelta(seconds=2)
SHORTEST_IDLE = timedelta(milliseconds=50)
LEDGER_PAUSE = 1.0
TIDY_EVERY = timedelta(minutes=1)
PRUNES = 20
"""Transactions that forget something in one tidying; each is short, so that planning never waits long."""

KEEP_DELIVERIES = timedelta(days=180)
KEEP_MARKS = timedelta(days=430)
"""Longer than the alerts topic keeps anything, so that a re-read topic plans nothing twice."""

ORPHAN_AFTER = timedelta(days=1)
"""So long the rows of a receiver that left the configuration wait for it to come back."""

Write = Callable[[Sequence[Claim], Receiver, datetime], Message]
Settle = Callable[[Claim, Outcome, Receiver, datetime, float], Settlement]
Pause = Callable[[int, float], timedelta | None]


def _now() -> datetime:
    return datetime.now(UTC)


class Outbox:
    """Sends what the ledger holds for the receivers, in threads of its own, from `start` until `stop`."""

    def __init__(
        self,
        ledger: Ledger,
        notifier: Notifier,
        write: Write,
        receivers: Mapping[str, Receiver],
        *,
        owner: str,
        metrics: Metrics,
        lease: timedelta = LEASE,
        clock: Callable[[], datetime] = _now,
        chance: Callable[[], float] = random.random,
        settle: Settle = settle,
        pause: Pause = destination_pause,
        operations: Sequence[str] = (),
    ) -> None:
        self._ledger, self._notifier, self._write = ledger, notifier, write
        self._receivers, self._owner, self._metrics = dict(receivers), owner, metrics
        self._lease, self._clock, self._chance = lease, clock, chance
        self._settle, self._pause = settle, pause
        self._operations = tuple(operations)
        self._stopping = threading.Event()
        self._wake = threading.Event()
        self._lanes = [_Lane(self, group) for group in _by_destination(receivers).values()]
        self._lane_of = {name: lane for lane in self._lanes for name in lane.names}
        self._dispatcher = threading.Thread(target=self._dispatch, name="outbox", daemon=True)
        self._renewed = time.monotonic()
        self._tidied = self._renewed - TIDY_EVERY.total_seconds()  # once at the start, so that the figures are there
        self.trouble: str | None = None
        """Why nothing can be sent now, for the probes."""

    def start(self) -> None:
        """Start the dispatcher and a thread a destination."""
        for lane in self._lanes:
            lane.thread.start()
        self._dispatcher.start()

    def change(self, receivers: Mapping[str, Receiver], write: Write, operations: Sequence[str] = ()) -> None:
        """Send to these from now on. What is being sent comes to its end; queues of unchanged destinations go on.

        A queue whose receivers changed ends after the message in hand, and another takes their rows over: leases are this
        process's, so nothing is claimed twice.
        """
        kept = {tuple(lane.names): lane for lane in self._lanes}
        groups = _by_destination(receivers)
        unchanged = {
            tuple(group)
            for destination, group in groups.items()
            if tuple(group) in kept and self._receivers[group[0]].destination == destination
        }
        lanes = [kept[tuple(group)] if tuple(group) in unchanged else _Lane(self, group) for group in groups.values()]
        ended = [lane for lane in self._lanes if lane not in lanes]
        self._write, self._operations = write, tuple(operations)
        self._receivers = {**self._receivers, **receivers}  # a message in hand may be for one that left
        self._lanes, self._lane_of = lanes, {name: lane for lane in lanes for name in lane.names}
        for lane in ended:
            lane.is_over = True
            lane.wake.set()
        for lane in lanes:
            if lane.thread.ident is None:
                lane.thread.start()
        self.poke()

    def poke(self) -> None:
        """Look at once for what is due."""
        self._wake.set()

    def stop(self, within: timedelta) -> bool:
        """Let every send that has begun come to its end, give the rest back; False when some took too long."""
        self._stopping.set()
        self._wake.set()
        end = time.monotonic() + within.total_seconds()
        threads = [self._dispatcher, *[lane.thread for lane in self._lanes]]
        for lane in self._lanes:
            lane.wake.set()
        for thread in threads:
            if thread.ident is not None:
                thread.join(max(0.0, end - time.monotonic()))
        return not any(thread.is_alive() for thread in threads)

    # -- the dispatcher ----------------------------------------------------------------------------------------------

    def _dispatch(self) -> None:
        while not self._stopping.is_set():
            idle = LONGEST_IDLE
            try:
                idle = self._look()
                self.trouble = None
            except LedgerUnavailableError as error:
                self._note_trouble(error)
            except Exception as error:  # noqa: BLE001 - the dispatcher must outlive any fault of one look
                self._note_trouble(error)
            self._wake.wait(idle.total_seconds())
            self._wake.clear()

    def _look(self) -> timedelta:
        """Wake the queues that have something due; return how long nothing else will be."""
        now = self._clock()
        if time.monotonic() - self._renewed > self._lease.total_seconds() / 3:
            self._ledger.renew(self._owner, now, self._lease)
            self._renewed = time.monotonic()
        if time.monotonic() - self._tidied >= TIDY_EVERY.total_seconds():
            self._tidied = time.monotonic()
            self._tidy(now)
        lane_of = self._lane_of
        due = self._ledger.due(list(lane_of), now)
        for name in due.receivers:
            lane_of[name].wake.set()
        until = LONGEST_IDLE if due.next_at is None else due.next_at - now
        return min(max(until, SHORTEST_IDLE), LONGEST_IDLE, self._lease / 3)

    def _tidy(self, now: datetime) -> None:
        closed = self._ledger.close_orphans(list(self._lane_of), now - ORPHAN_AFTER, now)
        if closed:
            log.warning("deliveries closed, their receivers are no longer configured", count=closed)
        for _ in range(PRUNES):
            if not self._ledger.prune(now, deliveries=KEEP_DELIVERIES, marks=KEEP_MARKS):
                break
        counts = self._ledger.counts()
        for status in Status:
            self._metrics.outbox_rows.labels(status.value).set(counts.get(status.value, 0))

    def _note_trouble(self, error: Exception) -> None:
        reason = describe(error)
        if self.trouble is None:
            log.warning("outbox stands still", reason=reason, at=where(error))
        self.trouble = reason

    def drain(self, names: Iterable[str]) -> None:
        """Send what is due for the receivers in the caller's thread, until nothing is; for those who start no threads."""
        for lane in dict.fromkeys(self._lane_of[name] for name in names):
            self.drain_lane(lane)

    # -- one queue ---------------------------------------------------------------------------------------------------

    def drain_lane(self, lane: "_Lane") -> None:
        """Send what is due for the receivers of one destination, until nothing is."""
        while not self._stopping.is_set() and not lane.is_over:
            try:
                claims = self._ledger.claim(self._owner, lane.names, self._clock(), self._lease, CLAIM_LIMIT)
            except LedgerUnavailableError as error:
                self._note_trouble(error)
                return
            if not claims:
                return
            batches = [claims] if claims[0].digest else [[claim] for claim in claims]
            self._send_all(batches, lane)

    def _send_all(self, batches: Sequence[Sequence[Claim]], lane: "_Lane") -> None:
        for index, batch in enumerate(batches):
            is_slowed = self._send(batch, lane)
            if is_slowed or lane.is_over or self._stopping.is_set():
                rest = [claim for later in batches[index + 1 :] for claim in later]
                self._persist(lambda rest=rest: self._ledger.give_back(self._owner, rest, self._clock()))  # type: ignore[misc]
                return

    def _send(self, batch: Sequence[Claim], lane: "_Lane") -> bool:
        """Send one message and write what came of it; return whether its destination needs a pause."""
        receiver = self._receivers[batch[0].receiver]
        started_at, begun = self._clock(), time.perf_counter()
        outcome = self._call(batch, receiver, started_at)
        took = timedelta(seconds=time.perf_counter() - begun)
        self._metrics.notifier_seconds.labels(receiver.scheme).observe(took.total_seconds())
        now = self._clock()
        settlement = self._settle(batch[0], outcome, receiver, now, self._chance())
        attempt = Attempt(started_at, took, outcome)
        if settlement.status is Status.DEAD:
            known = {name: self._receivers[name] for name in self._lane_of}
            report = report_death(batch, outcome, receiver, self._operations, known, now=now)
            settlement = replace(settlement, report=report)
        slow_until = settlement.slow_until or self._rest(lane, outcome, now)
        if slow_until is not None:
            self._persist(lambda: self._ledger.slow(lane.names, slow_until))
        self._persist(lambda: self._ledger.finish(self._owner, batch, attempt, settlement, now))
        self._tell(batch, receiver, outcome, settlement, took)
        if settlement.status is not Status.SENT:
            self._wake.set()
        return slow_until is not None

    def _rest(self, lane: "_Lane", outcome: Outcome, now: datetime) -> datetime | None:
        """Return until when a destination that fails again and again is left alone."""
        lane.failures = lane.failures + 1 if outcome.failure is Failure.TRANSIENT else 0
        pause = self._pause(lane.failures, self._chance())
        return None if pause is None else now + pause

    def _call(self, batch: Sequence[Claim], receiver: Receiver, now: datetime) -> Outcome:
        try:
            return self._notifier.send(receiver, self._write(batch, receiver, now))
        except Exception as error:  # noqa: BLE001 - our fault must not stop the queue; it is tried again and told
            kind = type(error).__name__  # its words may be the article's
            log.error("message could not be written", error=kind, at=where(error), receiver=receiver.name)  # noqa: TRY400
            return Outcome(Failure.TRANSIENT, f"our own fault: {type(error).__name__}")

    def _persist(self, act: Callable[[], object]) -> None:
        """Do it until the ledger has it: forgetting an acceptance would send a second message."""
        while True:
            try:
                act()
            except LedgerUnavailableError as error:
                self._note_trouble(error)
                time.sleep(LEDGER_PAUSE)
            else:
                return

    def _tell(
        self,
        batch: Sequence[Claim],
        receiver: Receiver,
        outcome: Outcome,
        settlement: Settlement,
        took: timedelta,
    ) -> None:
        word = "retried" if settlement.status is Status.WAITING else settlement.status.value
        self._metrics.deliveries.labels(word).inc(len(batch))
        tell = {"sent": log.info, "retried": log.warning}.get(word, log.error)
        for claim in batch:
            after = (self._clock() - claim.alert.at).total_seconds()
            if settlement.status is Status.SENT:
                self._metrics.delivered_seconds.labels(receiver.scheme).observe(max(after, 0.0))
            tell(
                word,
                alert=claim.alert.alert_id,
                revision=claim.alert.revision,
                receiver=receiver.name,
                scheme=receiver.scheme,
                attempt=claim.attempt,
                answer=outcome.detail,
                seconds=round(took.total_seconds(), 3),
                after=round(after, 3),
            )


def _by_destination(receivers: Mapping[str, Receiver]) -> dict[str, list[str]]:
    names: dict[str, list[str]] = {}
    for name, receiver in receivers.items():
        names.setdefault(receiver.destination, []).append(name)
    return names


class _Lane:
    """The queue of one destination: a thread that sleeps until it is woken."""

    def __init__(self, outbox: Outbox, names: Sequence[str]) -> None:
        self.names = names
        self.wake = threading.Event()
        self.is_over = False
        """Whether its receivers have changed queues, or left."""
        self.failures = 0
        """Transient failures in a row."""
        self._outbox = outbox
        self.thread = threading.Thread(target=self._run, name=f"lane {names[0]}", daemon=True)

    def _run(self) -> None:
        while not self._outbox._stopping.is_set() and not self.is_over:  # noqa: SLF001 - two halves of one thing
            self.wake.wait()
            self.wake.clear()
            try:
                self._outbox.drain_lane(self)
            except Exception as error:  # noqa: BLE001 - a lane must outlive any fault; the dispatcher wakes it again
                log.error("lane failed", receivers=list(self.names), error=describe(error), at=where(error))  # noqa: TRY400 - as above
