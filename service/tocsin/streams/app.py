"""The Faust app under both stages: settings that lose nothing, a watchdog, and an end that commits nothing.

Why so: Faust commits an event when its agent is done with it or has raised, so a stage must not raise; it reads aiokafka's
fetcher directly and never asks the group coordinator for errors, so one unexpected answer to a join would leave a worker
alive, idle and silent for ever. The watchdog asks each second (asking clears the error, and aiokafka joins again) through
names that are private to both libraries: their versions are pinned and a test walks the path.

Faust's own web server (open to the world, without authentication) stays off; our probes carry the figures.
"""

import asyncio
import logging
import os
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, NoReturn

import faust
import structlog
from faust.assignor.partition_assignor import PartitionAssignor
from faust.transport.drivers.aiokafka import AIOKafkaConsumerThread
from faust.types import TP

from tocsin.broker import Broker, Outgoing, Record
from tocsin.broker.records import moment_of
from tocsin.streams.condition import Condition
from tocsin.streams.dead_letters import LARGEST, ROOM
from tocsin.streams.hostile import guard
from tocsin.streams.reseeking import mend
from tocsin.telemetry import Metrics, describe
from tocsin.telemetry.logs import quiet_foreign, where

log = structlog.get_logger(__name__)

EXIT_UNCOMMITTED = 70
"""Exit status of a stage that ended itself without committing; its supervisor starts it again."""

REBALANCE_LIMIT = 60.0
"""Seconds after which a rebalance counts as stuck and the stage ends itself."""

BATCH = 200
"""Records of one batch at most: some hundred milliseconds of work, so that the event loop keeps turning."""

GATHER_WITHIN = 0.02
"""Seconds that a batch waits for more records."""


@dataclass(frozen=True)
class Timing:
    """How soon a silent worker loses its partitions, and what hangs on it; seconds."""

    session: float
    heartbeat: float
    request: float
    rebalance: float

    @classmethod
    def of(cls, broker: Broker, session: timedelta | None = None) -> "Timing":
        """Choose for a broker. The embedded one ends every rebalance only when the session time is over, so its is short."""
        seconds = session.total_seconds() if session is not None else (6.0 if broker.embedded else 10.0)
        return cls(
            session=seconds,
            heartbeat=min(3.0, seconds / 4),
            request=max(20.0 if broker.embedded else 30.0, seconds + 5),
            rebalance=10.0 if broker.embedded else 30.0,
        )


def die(why: str) -> NoReturn:
    """End the process at once without committing: the records in hand come again, here or elsewhere."""
    log.critical("ends uncommitted", why=why)
    sys.stderr.flush()
    os._exit(EXIT_UNCOMMITTED)


class StreamApp(faust.App):  # type: ignore[misc]  # Faust ships no types that mypy can follow
    """A Faust app with the watchdog. `build` sets the fields; `progress` holds the next offset to work on by partition."""

    logger = logging.getLogger("faust.app")  # else it takes this module's, and says every step at level info

    condition: Condition
    metrics: Metrics
    stage: str
    progress: dict[TP, int]

    async def on_start(self) -> None:
        """Start the watchdog: Faust's own timers begin only after the first rebalance, which it is there to mend."""
        await super().on_start()
        quiet_foreign()
        self.add_future(self._watch())

    async def _watch(self) -> None:
        stuck_since: float | None = None
        while not self.should_stop:
            await self.sleep(1.0)
            self.condition.turn()
            self.condition.rebalancing = bool(self.rebalancing)
            self._clear_coordinator_error()
            self._note_lag()
            waits = (
                self.rebalancing and self.condition.stopped_taking is None
            )  # else it holds the rebalance up on purpose
            stuck_since = (stuck_since or time.monotonic()) if waits else None
            if stuck_since is not None and time.monotonic() - stuck_since > REBALANCE_LIMIT:
                die(f"a rebalance has not ended within {REBALANCE_LIMIT:.0f} s")

    def _clear_coordinator_error(self) -> None:
        coordinator = coordinator_of(self)
        if coordinator is None:
            return
        try:
            coordinator.check_errors()
        except Exception as error:  # noqa: BLE001 - whatever stopped the coordinator, asking has cleared it
            self.metrics.coordinator_errors.labels(self.stage).inc()
            log.error("group coordinator", error=describe(error))  # noqa: TRY400 - its trace says nothing of the cause

    def _note_lag(self) -> None:
        for place, next_offset in list(self.progress.items()):
            end = self.consumer.highwater(place)
            if end is not None:
                gauge = self.metrics.lag.labels(self.stage, place.topic, str(place.partition))
                gauge.set(max(0, int(end) - next_offset))

    async def _on_agent_error(self, agent: Any, error: BaseException) -> None:
        """End the process: an agent that has raised goes on being committed without ever running again."""
        del agent
        if not isinstance(error, asyncio.CancelledError | GeneratorExit):
            die(f"the processor raised: {describe(error)} at {where(error)}")


def coordinator_of(app: Any) -> Any | None:
    """Return aiokafka's group coordinator below a running app, or None before there is one."""
    thread = getattr(app.consumer, "_thread", None)
    return getattr(getattr(thread, "_consumer", None), "_coordinator", None)


class _EmbeddedAssignor(PartitionAssignor):  # type: ignore[misc]  # as above
    """Lets followers ask for their partitions before the leader answers: the embedded broker refuses those who ask later."""

    def assign(self, *args: Any, **kwargs: Any) -> Any:
        time.sleep(0.3)
        return super().assign(*args, **kwargs)


def _fetch_quickly() -> None:
    """Cut the longest wait of a fetch from Faust's fixed 1500 ms to 50 ms, since the embedded broker always waits it out."""
    if getattr(AIOKafkaConsumerThread, "tocsin_fetches_quickly", False):
        return
    create = AIOKafkaConsumerThread._create_worker_consumer  # noqa: SLF001 - Faust has no setting for it

    def create_quick(self: Any, transport: Any) -> Any:
        consumer = create(self, transport)
        consumer._fetch_max_wait_ms = 50  # noqa: SLF001 - as above
        return consumer

    AIOKafkaConsumerThread._create_worker_consumer = create_quick  # noqa: SLF001 - as above
    AIOKafkaConsumerThread.tocsin_fetches_quickly = True


def build(
    broker: Broker,
    *,
    stage: str,
    group: str,
    condition: Condition,
    metrics: Metrics,
    session_timeout: timedelta | None = None,
) -> StreamApp:
    """Build the app of a stage. `group` is the consumer group's full name. Call it in the process that runs the app."""
    guard()
    mend()
    timing = Timing.of(broker, session_timeout)
    loop = asyncio.new_event_loop()
    asyncio.set_event_loop(loop)  # parts of Faust ask for the current one when they are made
    app = StreamApp(
        group,
        loop=loop,
        broker=";".join(f"kafka://{server}" for server in broker.servers()),
        version=1,
        datadir=tempfile.gettempdir(),  # nothing is written there; Faust wants one that exists
        store="memory://",
        web_enabled=False,
        topic_allow_declare=False,  # `tocsin topics create` makes them, with their settings
        topic_disable_leader=True,
        key_serializer="raw",
        value_serializer="raw",
        stream_wait_empty=True,  # a stop waits for the batch in hand; without it the batch would be committed undone
        processing_guarantee="at_least_once",
        broker_session_timeout=timing.session,
        broker_heartbeat_interval=timing.heartbeat,
        broker_request_timeout=timing.request,
        broker_rebalance_timeout=timing.rebalance,
        broker_commit_interval=1.0,  # what a kill -9 repeats
        broker_check_crcs=not broker.embedded,  # it writes none
        producer_acks=-1,
        producer_request_timeout=30.0,  # Faust's own is twenty minutes
        producer_linger=0.0,  # batches are awaited, waiting longer gains nothing
        producer_compression_type="gzip",
        producer_max_request_size=LARGEST + ROOM,
        producer_max_batch_size=256 * 1024,
        consumer_auto_offset_reset="earliest",
    )
    if broker.embedded:
        app.conf.PartitionAssignor = _EmbeddedAssignor
        _fetch_quickly()
    app.condition, app.metrics, app.stage, app.progress = condition, metrics, stage, {}

    @app.on_partitions_assigned.connect(weak=False)  # type: ignore[untyped-decorator]  # as Faust is
    async def joined(_app: object, assigned: object, **_: object) -> None:
        del assigned
        condition.joined = True
        app.progress.clear()
        metrics.lag.clear()

    return app


class _Raw(faust.Schema):  # type: ignore[misc]  # as above
    """Passes bytes through: reading them is the handler's part, and a codec that raises would skip the record."""

    def loads_key(self, app: Any, message: Any, **_: Any) -> bytes | None:
        del app
        return message.key  # type: ignore[no-any-return]

    def loads_value(self, app: Any, message: Any, **_: Any) -> bytes | None:
        del app
        return message.value  # type: ignore[no-any-return]


def read(app: StreamApp, topic: str, work: Callable[[Sequence[Record]], Awaitable[None]]) -> None:
    """Let the app pass the topic's records to `work`, batch by batch, in the order of each partition, one batch at a time.

    A batch counts as done when `work` returns. It must not raise, and must not be cut short: both end the process, since
    Faust would commit the batch all the same.
    """
    source = app.topic(topic, schema=_Raw())

    async def process(stream: Any) -> None:
        async for events in stream.take_events(BATCH, within=GATHER_WITHIN):
            try:
                records = [_record(event.message) for event in events]
                await work(records)
                app.progress.update({TP(record.topic, record.partition): record.offset + 1 for record in records})
            except asyncio.CancelledError:
                if app.condition.stopped_taking is not None:
                    os._exit(0)  # asked to stop while it holds records that it will not work on
                die("a batch was cut short")
            except BaseException as error:  # noqa: BLE001 - an exception that left here would commit the batch
                die(f"a batch failed: {describe(error)} at {where(error)}")

    app.agent(source, name=f"{app.stage}-processor")(process)


def _record(message: Any) -> Record:
    headers = message.headers.items() if isinstance(message.headers, dict) else message.headers or ()
    return Record(
        topic=message.topic,
        partition=message.partition,
        offset=message.offset,
        timestamp=moment_of(round((message.timestamp or 0) * 1000)),
        key=message.key,
        value=message.value,
        headers=tuple((str(name), bytes(data or b"")) for name, data in headers),
    )


async def send(app: StreamApp, message: Outgoing) -> Awaitable[object]:
    """Hand a message to the app's producer; the result is its delivery."""
    delivery: Awaitable[object] = await app.producer.send(
        message.topic, message.key, message.value, message.partition, None, list(message.headers)
    )
    return delivery


def on_assignment(
    app: StreamApp,
    topic: str,
    assigned: Callable[[Sequence[int]], Awaitable[None]],
    revoked: Callable[[], Awaitable[None]],
) -> None:
    """Tell of the topic's partitions: `assigned` gets all that the worker has from now on, `revoked` comes before a change."""

    @app.on_partitions_assigned.connect(weak=False)  # type: ignore[untyped-decorator]  # as Faust is
    async def on_assigned(_app: object, places: set[TP], **_: object) -> None:
        await assigned(sorted(place.partition for place in places if place.topic == topic))

    @app.on_partitions_revoked.connect(weak=False)  # type: ignore[untyped-decorator]  # as above
    async def on_revoked(_app: object, places: set[TP], **_: object) -> None:
        del places
        await revoked()


class _Worker(faust.Worker):  # type: ignore[misc]  # as above
    """Faust's worker with our logs, and a stop that also reaches a stage which has stopped taking records."""

    def _schedule_shutdown(self, signal: Any) -> None:
        self.app.condition.stopping = True
        if self.app.condition.stopped_taking is not None:
            log.info("stopped; what it held stays uncommitted")
            sys.stderr.flush()
            os._exit(0)
        super()._schedule_shutdown(signal)


def run(app: StreamApp) -> NoReturn:
    """Run the app until SIGTERM or SIGINT; the process ends with status 0, or 1 when Faust crashed."""
    worker = _Worker(app, loop=app.loop, loglevel="WARN", quiet=True, override_logging=False, redirect_stdouts=False)
    worker.spinner = None
    worker.execute_from_commandline()
    raise SystemExit(0)
