"""Deliver: alert revisions become planned deliveries in the ledger, then the offset is committed; the outbox sends.

A plain consumer. A record that nobody can read, or whose plan fails although the ledger answers, goes to the dead letters;
exceptions in a row stop the stage. While the ledger is gone the stage waits and takes nothing.
"""

import signal
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from types import FrameType

import structlog

from tocsin.broker import Broker, Consumer, Outgoing, Producer, Reader, Record, Sender, groups
from tocsin.deliver.planning import plan
from tocsin.deliver.ports import Ledger, LedgerUnavailableError
from tocsin.deliver.receivers import Receiver
from tocsin.deliver.silences import Ancestors, no_ancestors
from tocsin.deliver.values import Plan, Status, View
from tocsin.messages import Alert
from tocsin.messages.topics import ALERTS, DEAD_LETTERS
from tocsin.streams.condition import Condition
from tocsin.streams.dead_letters import dead_letter
from tocsin.streams.outbox import Outbox
from tocsin.streams.patience import LIMIT, Patience
from tocsin.streams.schema import Poison, Schema
from tocsin.telemetry import Metrics, describe
from tocsin.telemetry.logs import where

log = structlog.get_logger(__name__)

STAGE = "deliver"
ALERT = Schema("alert", {1: Alert})
BATCH = 200
POLL = timedelta(milliseconds=200)
LEDGER_PAUSE = 1.0
STANDBY_AFTER = 15.0
"""Seconds after which a member without a partition counts as standing by, not as still joining."""

STOP_WITHIN = timedelta(seconds=25)


class DeliverStage:
    """Plans batches of records. Not for several threads."""

    def __init__(
        self,
        broker: Broker,
        ledger: Ledger,
        receivers: Mapping[str, Receiver],
        *,
        condition: Condition,
        metrics: Metrics,
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
        patience: int = LIMIT,
        ancestors: Ancestors = no_ancestors,
    ) -> None:
        self._dead_letters = broker.topic(DEAD_LETTERS)
        self._ledger, self._ancestors = ledger, ancestors
        self.use(receivers)
        self._condition, self._metrics, self._clock = condition, metrics, clock
        self._patience = Patience(patience)

    def use(self, receivers: Mapping[str, Receiver]) -> None:
        """Plan for these receivers from the next batch on."""
        self._receivers = dict(receivers)
        self._capped = [name for name, receiver in receivers.items() if receiver.cap is not None]

    def work(self, records: Sequence[Record]) -> list[Outgoing]:
        """Plan the records; return the dead letters to write before the records are committed.

        Raises LedgerUnavailableError: then nothing of the batch is planned for certain, and planning it again is harmless.
        """
        letters: list[Outgoing] = []
        alerts: list[tuple[Record, Alert]] = []
        for record in records:
            read = ALERT.read(record)
            if isinstance(read, Poison):
                letters.append(self._set_aside(record, read.error, "poison"))
            else:
                alerts.append((record, read))
        if alerts:
            letters += self._plan(alerts)
        self._metrics.records.labels(STAGE).inc(len(records))
        self._metrics.batch_size.labels(STAGE).observe(len(records))
        return letters

    def _plan(self, alerts: Sequence[tuple[Record, Alert]]) -> list[Outgoing]:
        try:
            self._record([alert for _, alert in alerts])
        except LedgerUnavailableError:
            raise
        except Exception as error:  # noqa: BLE001 - told apart below, one by one
            if len(alerts) == 1:
                return [self._failed(alerts[0][0], error)]
            return [letter for pair in alerts for letter in self._plan([pair])]
        self._patience.worked()
        return []

    def _record(self, alerts: Sequence[Alert]) -> None:
        now = self._clock()
        plans = self._ledger.record(alerts, lambda view, alert: self._decide(view, alert, now), now, self._capped)
        for made in plans:
            self._metrics.planned.inc(len(made.deliveries))
            for item in made.deliveries:
                if item.status is Status.SILENCED:
                    self._metrics.deliveries.labels("silenced").inc()
                self._metrics.deliveries.labels("replaced").inc(len(item.replaces))
            log.debug(
                "planned", alert=made.alert_id, revision=made.revision, reason=made.reason, why=dict(made.reasons)
            )

    def _decide(self, view: View, alert: Alert, now: datetime) -> Plan:
        return plan(view, alert, self._receivers, now, self._ancestors)

    def _failed(self, record: Record, error: Exception) -> Outgoing:
        told = describe(error)
        self._patience.failed(told)
        self._metrics.handler_errors.labels(STAGE).inc()
        log.error("plan failed", error=told, at=where(error), partition=record.partition, offset=record.offset)
        if self._patience.is_over:
            self._metrics.stopped_taking.labels(STAGE).set(1)
            self._condition.stopped_taking = self._patience.reason()
        return self._set_aside(record, told, "handler")

    def _set_aside(self, record: Record, error: str, reason: str) -> Outgoing:
        self._metrics.dead_letters.labels(STAGE, reason).inc()
        return dead_letter(record, stage=STAGE, topic=self._dead_letters, error=error)

    @property
    def is_stopped(self) -> bool:
        """Tell whether the stage takes nothing any more."""
        return self._patience.is_over


def follow(
    stage: DeliverStage,
    reader: Reader,
    sender: Callable[[], Sender],
    outbox: Outbox,
    *,
    condition: Condition,
    metrics: Metrics,
    stopping: threading.Event,
    newest: Callable[[], Mapping[str, Receiver]] | None = None,
) -> None:
    """Plan what comes until told to stop. `sender` opens the way for dead letters when the first one is written.

    `newest` is asked for the receivers before each batch; whoever changes them tells the outbox.
    """
    out: Sender | None = None
    begun = time.monotonic()
    try:
        while not stopping.is_set():
            condition.turn()
            if newest is not None:
                stage.use(newest())
            if not stage.is_stopped:
                condition.stopped_taking = outbox.trouble
            else:
                stopping.wait(POLL.total_seconds())
                continue
            records = reader.poll(POLL, BATCH)
            if isinstance(reader, Consumer):
                condition.joined = bool(reader.assignment()) or time.monotonic() - begun > STANDBY_AFTER
            if not records:
                continue
            worked = time.perf_counter()
            letters = _work(stage, records, condition, stopping)
            if letters is None or stage.is_stopped:
                continue  # nothing is committed: the records come again after a restart
            if letters:
                out = out or sender()
                out.send_all(letters)
            reader.commit(records)
            outbox.poke()
            metrics.batch_seconds.labels(STAGE).observe(time.perf_counter() - worked)
            for record in records:
                metrics.stage_seconds.labels(STAGE).observe(max(0.0, time.time() - record.timestamp.timestamp()))
    finally:
        condition.stopping = True
        if out is not None:
            out.close()


def _work(
    stage: DeliverStage, records: Sequence[Record], condition: Condition, stopping: threading.Event
) -> list[Outgoing] | None:
    """Plan the records, waiting for the ledger as long as it takes; None when told to stop meanwhile."""
    while not stopping.is_set():
        try:
            letters = stage.work(records)
        except LedgerUnavailableError as error:
            log.warning("ledger does not answer", reason=error.reason)
            condition.stopped_taking = str(error)
            condition.turn()
            stopping.wait(LEDGER_PAUSE)
        else:
            return letters
    return None


def run(
    broker: Broker,
    ledger: Ledger,
    outbox: Outbox,
    receivers: Mapping[str, Receiver],
    *,
    condition: Condition,
    metrics: Metrics,
    stopping: threading.Event | None = None,
    session_timeout: timedelta | None = None,
    newest: Callable[[], Mapping[str, Receiver]] | None = None,
    ancestors: Ancestors = no_ancestors,
) -> None:
    """Run the stage in this process until SIGTERM or SIGINT, then end in order: no new records, sends come to their end."""
    stopping = stopping or threading.Event()

    def stop(_signal: int, _frame: FrameType | None) -> None:
        stopping.set()

    if threading.current_thread() is threading.main_thread():
        for name in (signal.SIGTERM, signal.SIGINT):
            signal.signal(name, stop)
    stage = DeliverStage(broker, ledger, receivers, condition=condition, metrics=metrics, ancestors=ancestors)
    outbox.start()
    reader = Consumer(
        broker,
        [broker.topic(ALERTS)],
        broker.group(groups.DELIVER),
        read_committed=True,
        session_timeout=session_timeout,
    )
    log.info("delivering", receivers=len(receivers))
    try:
        follow(
            stage,
            reader,
            lambda: Producer(broker),
            outbox,
            condition=condition,
            metrics=metrics,
            stopping=stopping,
            newest=newest,
        )
    finally:
        if not outbox.stop(STOP_WITHIN):
            log.warning("some sends did not end in time; their leases run out by themselves")
        reader.close()
        log.info("stopped")
