"""The detect stage: articles in, Findings out, one record after the other, nothing kept.

Findings go to the partition of their market, so that one writer sees a market in one order. The stage is stateless, hence any
number of processes share the articles' partitions, and a record that comes again makes the same Findings with the same ids.
"""

import asyncio
import time
from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import NoReturn

import structlog

from tocsin.broker import Broker, Outgoing, Record, groups
from tocsin.messages import Article, ArticleRecord, Findings
from tocsin.messages.topics import ARTICLES, DEAD_LETTERS, SIGNALS
from tocsin.streams import app as apps
from tocsin.streams.condition import Condition
from tocsin.streams.dead_letters import LARGEST, dead_letter
from tocsin.streams.outlet import Send, deliver
from tocsin.streams.patience import LIMIT, Patience
from tocsin.streams.ports import Handle
from tocsin.streams.schema import ARTICLE, FINDINGS, Poison
from tocsin.telemetry import Metrics, describe
from tocsin.telemetry.logs import where

log = structlog.get_logger(__name__)

STAGE = "detect"

AHEAD = timedelta(hours=1)
"""How far a producer's clock may be ahead of ours."""


class FindingsHandler:
    """Makes the Findings of one article record: one a market, also the empty ones.

    `complete` fills in what an article that came past ingest lacks; `detect` finds its signals in one market. Markets are
    numbered in their order, and Findings go to the partition of that number.
    """

    def __init__(
        self,
        broker: Broker,
        complete: Callable[[ArticleRecord, datetime], Article],
        detect: Callable[[Article, str], Findings],
        *,
        metrics: Metrics,
        markets: Sequence[str] = ("default",),
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self._topic = broker.topic(SIGNALS)
        self._complete, self._detect, self._metrics, self._clock = complete, detect, metrics, clock
        self._partitions = partition_of_market(markets)

    def __call__(self, record: Record) -> Sequence[Outgoing] | Poison:
        """Return the messages for the signals topic, or why the record cannot be read."""
        given = ARTICLE.read(record)
        if isinstance(given, Poison):
            return given
        article = not_ahead(self._complete(given, record.timestamp), self._clock())
        return [self._message(market, self._detect(article, market)) for market in self._partitions]

    def _message(self, market: str, findings: Findings) -> Outgoing:
        self._metrics.findings.labels(market).inc()
        for signal in findings.signals:
            self._metrics.signals.labels(signal.type).inc()
        return Outgoing(
            self._topic, market.encode(), findings.to_json(), (FINDINGS.header,), partition=self._partitions[market]
        )


def not_ahead(article: Article, now: datetime) -> Article:
    """Return the article with an ingest time that is not in the future, whatever its producer and its clock say.

    Event time moves by ingest times: one of the year 2100 would close, and then delete, every event that correlate knows.
    """
    if article.ingested_at <= now + AHEAD:
        return article
    dated = article.dated and article.published_at <= now + AHEAD
    published_at = article.published_at if dated else now
    return article.model_copy(update={"ingested_at": now, "published_at": published_at, "dated": dated})


def partition_of_market(markets: Sequence[str]) -> dict[str, int]:
    """Give each market its partition of every topic that has one a market: its place in the order of the settings."""
    return {market: number for number, market in enumerate(dict.fromkeys(markets))}


class DetectStage:
    """Works on batches: asks the handler, sets aside what it cannot work on, and writes until the broker has everything."""

    def __init__(
        self,
        broker: Broker,
        handle: Handle,
        send: Send,
        *,
        condition: Condition,
        metrics: Metrics,
        patience: int = LIMIT,
        newest: Callable[[], Handle] | None = None,
    ) -> None:
        self._dead_letters = broker.topic(DEAD_LETTERS)
        self._handle, self._send, self._newest = handle, send, newest
        self._condition, self._metrics = condition, metrics
        self._patience = Patience(patience)

    async def work(self, records: Sequence[Record]) -> None:
        """Return when all that follows from the records is written; never, once the handler has failed too often in a row."""
        begun = time.perf_counter()
        if self._newest is not None:
            self._handle = self._newest()
        messages: list[Outgoing] = []
        for record in records:
            messages += self.answer(record)
            if self._patience.is_over:
                await stop_taking(self._condition, self._metrics, STAGE, self._patience.reason())
            await asyncio.sleep(0)  # heartbeats and probes between two articles
        await deliver(self._send, messages, stage=STAGE, metrics=self._metrics)
        note_batch(self._metrics, STAGE, records, begun)

    def answer(self, record: Record) -> Sequence[Outgoing]:
        """Return what to write for one record; whatever the handler does, this is an answer."""
        try:
            made = self._handle(record)
        except Exception as error:  # noqa: BLE001 - the one place where a fault of ours becomes a dead letter
            return [
                self._set_aside(
                    record, note_handler_error(self._metrics, STAGE, self._patience, record, error), "handler"
                )
            ]
        if isinstance(made, Poison):
            return [self._set_aside(record, made.error, "poison")]
        self._patience.worked()
        largest = max((message.size() for message in made), default=0)
        if largest > LARGEST:
            return [self._set_aside(record, f"its Findings take {largest} bytes, {LARGEST} are allowed", "too_large")]
        return made

    def _set_aside(self, record: Record, error: str, reason: str) -> Outgoing:
        self._metrics.dead_letters.labels(STAGE, reason).inc()
        return dead_letter(record, stage=STAGE, topic=self._dead_letters, error=error)


def note_handler_error(metrics: Metrics, stage: str, patience: Patience, record: Record, error: BaseException) -> str:
    """Count and log an exception of a handler; return the text for the dead letter."""
    metrics.handler_errors.labels(stage).inc()
    text = f"{describe(error)} at {where(error)}"
    patience.failed(f"{type(error).__name__} at {where(error)}")
    log.error(
        "handler failed",
        error=type(error).__name__,
        at=where(error),
        topic=record.topic,
        partition=record.partition,
        offset=record.offset,
    )
    return text


def note_batch(metrics: Metrics, stage: str, records: Sequence[Record], begun: float) -> None:
    """Count a batch that is written."""
    metrics.records.labels(stage).inc(len(records))
    metrics.batch_size.labels(stage).observe(len(records))
    metrics.batch_seconds.labels(stage).observe(time.perf_counter() - begun)
    now = time.time()
    for record in records:
        metrics.stage_seconds.labels(stage).observe(max(0.0, now - record.timestamp.timestamp()))


async def stop_taking(condition: Condition, metrics: Metrics, stage: str, reason: str) -> NoReturn:
    """Stay up, unready, holding the batch: nothing of it is committed, and no further one is taken."""
    condition.stopped_taking = reason
    metrics.stopped_taking.labels(stage).set(1)
    log.critical("stops taking records", why=reason)
    await asyncio.get_running_loop().create_future()  # for ever
    raise AssertionError


def run(
    broker: Broker,
    handle: Handle,
    *,
    condition: Condition,
    metrics: Metrics,
    session_timeout: timedelta | None = None,
    patience: int = LIMIT,
    newest: Callable[[], Handle] | None = None,
) -> NoReturn:
    """Run the stage in this process until SIGTERM; `newest` is asked for the handler before each batch. The topics must exist and the broker be reachable."""
    app = apps.build(
        broker,
        stage=STAGE,
        group=broker.group(groups.DETECT),
        condition=condition,
        metrics=metrics,
        session_timeout=session_timeout,
    )

    stage = DetectStage(
        broker, handle, partial(apps.send, app), condition=condition, metrics=metrics, patience=patience, newest=newest
    )
    apps.read(app, broker.topic(ARTICLES), stage.work)

    apps.run(app)
