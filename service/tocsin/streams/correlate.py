"""The correlate stage: Findings in, verdicts and alerts out, one transaction a batch, event records as the only state.

One process works for a market's partition and others stand by. A batch of it is decided in memory first; then alerts and
verdicts, the event records that say so, dead letters and the offset reached are written in one transaction. So the state is
always that of an exact prefix of the signals topic: a Findings that comes again is skipped by its offset, whoever works on it.

What fails: a handler that raises may have spoilt the state, so what precedes its record is committed, the record set aside,
and the state read back. A refused or unclear transaction leaves memory ahead of the topics, so the partition is disowned, taken over
again and the batch repeated, five times; after that, and at once when another writer has shut us out, the process ends
uncommitted. When partitions are assigned, everything held is forgotten first, since somebody else may have written meanwhile.
(Not when they are revoked: a batch may still be in its transaction then.)
"""

import asyncio
import time
from collections.abc import Awaitable, Callable, Iterable, Sequence
from datetime import timedelta
from typing import Generic, NoReturn, TypeVar

import structlog
from aiokafka.errors import ProducerFenced

from tocsin.broker import Broker, Outgoing, Record, groups
from tocsin.messages.topics import DEAD_LETTERS, EVENTS, SIGNALS
from tocsin.streams import app as apps
from tocsin.streams.condition import Condition
from tocsin.streams.dead_letters import LARGEST, dead_letter
from tocsin.streams.detect import note_batch, note_handler_error, stop_taking
from tocsin.streams.memory import Owned, offset_record, take_over
from tocsin.streams.patience import LIMIT, Patience
from tocsin.streams.ports import Correlator, Step
from tocsin.streams.schema import Poison
from tocsin.telemetry import Metrics, describe

log = structlog.get_logger(__name__)

S = TypeVar("S")

STAGE = "correlate"
ATTEMPTS = 5
COMMIT_WITHIN = 60.0
"""Seconds that one transaction may take, from its first record to its commit."""

TakeOver = Callable[[int, Callable[[int], None]], Awaitable[Owned[S]]]


class CorrelateStage(Generic[S]):
    """Works on batches of one or several partitions, each owned exclusively. `die` ends the process."""

    def __init__(
        self,
        broker: Broker,
        correlator: Correlator[S],
        take: TakeOver[S],
        *,
        condition: Condition,
        metrics: Metrics,
        patience: int = LIMIT,
        die: Callable[[str], NoReturn] = apps.die,
        newest: Callable[[], Correlator[S]] | None = None,
    ) -> None:
        self._broker, self._correlator, self._take_over = broker, correlator, take
        self._condition, self._metrics, self._die = condition, metrics, die
        self._newest = newest
        self._patience = Patience(patience)
        self._owned: dict[int, Owned[S]] = {}
        self._locks: dict[int, asyncio.Lock] = {}
        self._warming: set[asyncio.Task[None]] = set()

    # -- ownership -----------------------------------------------------------------------------------------------------
    async def assigned(self, partitions: Iterable[int]) -> None:
        """Forget everything held, and begin to take over what is ours now."""
        await self.revoked()
        held, self._owned = list(self._owned.values()), {}
        for owned in held:
            await owned.close()
        for partition in partitions:
            self._condition.recovering[partition] = 0
            task = asyncio.create_task(self._warm(partition))
            self._warming.add(task)
            task.add_done_callback(self._warming.discard)

    async def revoked(self) -> None:
        """Stop taking over what may be another's in a moment; what is owned stays until the next assignment."""
        for task in list(self._warming):
            task.cancel()
        if self._warming:
            await asyncio.wait(list(self._warming))
        self._condition.recovering.clear()

    async def _warm(self, partition: int) -> None:
        """Take the partition over before its first record comes, for as long as it needs."""
        pause = 0.2
        while True:
            try:
                await self._own(partition)
            except ProducerFenced:
                self._die(f"another writer has taken partition {partition}")
            except Exception as error:  # noqa: BLE001 - whatever a broker that is coming back answers, try again
                log.warning("state not read back yet", partition=partition, error=describe(error))
                await asyncio.sleep(pause)
                pause = min(pause * 2, 5.0)
            else:
                return

    async def _own(self, partition: int) -> Owned[S]:
        async with self._locks.setdefault(partition, asyncio.Lock()):
            if partition not in self._owned:
                self._owned[partition] = await self._recover(partition)
            return self._owned[partition]

    async def _recover(self, partition: int) -> Owned[S]:
        begun = time.perf_counter()
        label = str(partition)

        def progress(count: int) -> None:
            self._condition.recovering[partition] = count
            self._metrics.recovery_records.labels(label).set(count)

        progress(0)
        owned = await self._take_over(partition, progress)
        seconds = time.perf_counter() - begun
        self._metrics.recovery_seconds.labels(label).set(seconds)
        self._metrics.offset_reached.labels(label).set(owned.next_offset)
        records = self._condition.recovering.pop(partition, 0)
        log.info(
            "partition taken over",
            partition=partition,
            records=records,
            next_offset=owned.next_offset,
            seconds=round(seconds, 3),
        )
        return owned

    async def _disown(self, partition: int) -> None:
        owned = self._owned.pop(partition, None)
        if owned is not None:
            await owned.close()

    # -- work ----------------------------------------------------------------------------------------------------------
    async def work(self, records: Sequence[Record]) -> None:
        """Return when the records and all that follows from them are committed."""
        if self._newest is not None:
            self._correlator = self._newest()
        for partition in sorted({record.partition for record in records}):
            await self._work_on(partition, [record for record in records if record.partition == partition])

    async def _work_on(self, partition: int, records: Sequence[Record]) -> None:
        begun = time.perf_counter()
        for attempt in range(ATTEMPTS):
            try:
                await self._apply(partition, records)
            except ProducerFenced:
                self._metrics.transactions.labels("fenced").inc()
                self._die(f"another writer has taken partition {partition}")
            except Exception as error:  # noqa: BLE001 - aborted or unclear: only the topics know, so read them again
                self._metrics.transactions.labels("aborted").inc()
                self._metrics.produce_retries.labels(STAGE).inc()
                log.warning("transaction failed", partition=partition, attempt=attempt + 1, error=describe(error))
                await self._disown(partition)
                await asyncio.sleep(min(0.2 * 2**attempt, 5.0))
            else:
                note_batch(self._metrics, STAGE, records, begun)
                return
        self._die(f"partition {partition}: {len(records)} records could not be committed in {ATTEMPTS} attempts")

    async def _apply(self, partition: int, records: Sequence[Record]) -> None:
        """Commit what is new of the records: in one transaction, or one more for each that made the state unsound."""
        left = list(records)
        while left:
            owned = await self._own(partition)
            left = [record for record in left if record.offset >= owned.next_offset]
            draft = Draft(self._broker, partition, owned.state)
            done = 0
            while done < len(left) and draft.is_sound:
                self._step(draft, left[done])
                done += 1
                if self._patience.is_over:
                    await stop_taking(self._condition, self._metrics, STAGE, self._patience.reason())
                await asyncio.sleep(0)  # heartbeats and probes between two records
            if done:
                await self._commit(owned, draft, left[done - 1].offset + 1)
            if not draft.is_sound:
                await self._disown(partition)
            left = left[done:]

    async def _commit(self, owned: Owned[S], draft: "Draft[S]", next_offset: int) -> None:
        await asyncio.wait_for(owned.commit(draft.groups(next_offset)), COMMIT_WITHIN)
        owned.state, owned.next_offset = draft.state, next_offset
        self._metrics.transactions.labels("committed").inc()
        self._metrics.offset_reached.labels(str(owned.partition)).set(next_offset)
        for committed in draft.committed:
            committed()

    def _step(self, draft: "Draft[S]", record: Record) -> None:
        try:
            step = self._correlator.step(draft.state, record)
        except Exception as error:  # noqa: BLE001 - the one place where a fault of ours becomes a dead letter
            text = note_handler_error(self._metrics, STAGE, self._patience, record, error)
            draft.is_sound = False
            self._set_aside(draft, record, text, "handler")
            return
        if isinstance(step, Poison):
            self._set_aside(draft, record, step.error, "poison")
            return
        self._patience.worked()
        largest = draft.largest(step)
        if largest > LARGEST:
            draft.is_sound = False
            self._set_aside(draft, record, f"what follows takes {largest} bytes, {LARGEST} are allowed", "too_large")
            return
        draft.add(step)

    def _set_aside(self, draft: "Draft[S]", record: Record, error: str, reason: str) -> None:
        letter = dead_letter(record, stage=STAGE, topic=self._broker.topic(DEAD_LETTERS), error=error)
        draft.dead_letters.append(letter)
        draft.committed.append(self._metrics.dead_letters.labels(STAGE, reason).inc)


class Draft(Generic[S]):
    """A batch as decided in memory: each step sees the state of the one before; of each event only the last record counts.

    Its state is no longer sound when a step consumed it and gave none back that is to be written.
    """

    def __init__(self, broker: Broker, partition: int, state: S) -> None:
        self._broker, self._partition = broker, partition
        self.state = state
        self.is_sound = True
        self.told: list[Outgoing] = []
        self.records: dict[bytes, Outgoing] = {}
        self.dead_letters: list[Outgoing] = []
        self.committed: list[Callable[[], object]] = []

    def add(self, step: Step[S]) -> None:
        """Take a step in."""
        self.state = step.state
        self.told += step.told
        for key, value in step.records.items():
            self.records[key] = self._record(key, value)
        self.committed.append(step.committed)

    def largest(self, step: Step[S]) -> int:
        """Return the bytes of the largest message that the step makes."""
        made = [*step.told, *(self._record(key, value) for key, value in step.records.items())]
        return max((message.size() for message in made), default=0)

    def groups(self, next_offset: int) -> list[list[Outgoing]]:
        """Return the messages of the transaction, in the order in which they must become durable."""
        mark = offset_record(self._broker, self._partition, next_offset)
        return [[*self.told, *self.dead_letters], list(self.records.values()), [mark]]

    def _record(self, key: bytes, value: bytes | None) -> Outgoing:
        return Outgoing(self._broker.topic(EVENTS), key, value, partition=self._partition)


def run(
    broker: Broker,
    correlator: Correlator[S],
    *,
    condition: Condition,
    metrics: Metrics,
    session_timeout: timedelta | None = None,
    patience: int = LIMIT,
    newest: Callable[[], Correlator[S]] | None = None,
) -> NoReturn:
    """Run the stage in this process until SIGTERM; `newest` is asked for the correlator before each batch. The topics must exist and the broker be reachable."""
    app = apps.build(
        broker,
        stage=STAGE,
        group=broker.group(groups.CORRELATE),
        condition=condition,
        metrics=metrics,
        session_timeout=session_timeout,
    )

    async def take(partition: int, progress: Callable[[int], None]) -> Owned[S]:
        return await take_over(broker, partition, correlator.restore, progress)

    stage = CorrelateStage(
        broker, correlator, take, condition=condition, metrics=metrics, patience=patience, newest=newest
    )
    signals = broker.topic(SIGNALS)
    apps.read(app, signals, stage.work)
    apps.on_assignment(app, signals, stage.assigned, stage.revoked)
    apps.run(app)
