import asyncio
import json
from collections.abc import Awaitable, Callable, Sequence
from datetime import UTC, datetime, timedelta

import pytest

from tocsin.broker import Broker, Outgoing, Record
from tocsin.messages import Article, ArticleRecord, DeadLetter, Findings
from tocsin.messages.topics import MAX_MESSAGE_BYTES
from tocsin.streams.condition import Condition
from tocsin.streams.detect import DetectStage, FindingsHandler, not_ahead, partition_of_market
from tocsin.streams.schema import Poison
from tocsin.telemetry import Metrics

BROKER = Broker("127.0.0.1:9", "t-")
NOW = datetime(2025, 3, 1, 8, tzinfo=UTC)


def record(offset: int, value: bytes | None = b"x", *, partition: int = 0) -> Record:
    return Record("in", partition, offset, NOW, None, value)


class Stage:
    """A detect stage over a handler, with a broker that takes everything."""

    def __init__(self, handle: Callable[[Record], Sequence[Outgoing] | Poison], patience: int = 3) -> None:
        self.condition, self.metrics = Condition(), Metrics()
        self.written: list[Outgoing] = []
        self.stage = DetectStage(
            BROKER, handle, self._send, condition=self.condition, metrics=self.metrics, patience=patience
        )

    async def _send(self, message: Outgoing) -> Awaitable[object]:
        self.written.append(message)
        done: asyncio.Future[object] = asyncio.get_running_loop().create_future()
        done.set_result(None)
        return done

    def work(self, *records: Record) -> None:
        asyncio.run(asyncio.wait_for(self.stage.work(records), 5))

    def dead_letters(self) -> list[DeadLetter]:
        dead = [message for message in self.written if message.topic == "t-tocsin.dead-letters.v1"]
        return [DeadLetter.from_record(message.key, message.value, message.headers) for message in dead]

    def figure(self, name: str, **labels: str) -> float | None:
        return self.metrics.registry.get_sample_value(name, labels)


def echo(given: Record) -> Sequence[Outgoing] | Poison:
    if given.value == b"bad":
        return Poison("bad bytes")
    if given.value == b"bug":
        raise KeyError("the text of an article")
    if given.value == b"big":
        return [Outgoing("out", None, b"x" * MAX_MESSAGE_BYTES)]
    return [Outgoing("out", None, given.value)]


def test_answers_are_written_in_the_order_of_the_records() -> None:
    stage = Stage(echo)
    stage.work(record(0, b"a"), record(1, b"b"))
    assert [message.value for message in stage.written] == [b"a", b"b"]
    assert stage.figure("tocsin_records_total", stage="detect") == 2
    assert stage.figure("tocsin_batch_records_sum", stage="detect") == 2


@pytest.mark.parametrize(
    ("value", "reason", "error"),
    [
        (b"bad", "poison", "bad bytes"),
        (b"bug", "handler", "KeyError: 'the text of an article' at test_detect_stage.py:"),
        (b"big", "too_large", "its Findings take 1048672 bytes, 1044480 are allowed"),
    ],
)
def test_what_cannot_be_worked_on_is_set_aside_and_the_rest_goes_on(value: bytes, reason: str, error: str) -> None:
    stage = Stage(echo)
    stage.work(record(4, b"a"), record(5, value), record(6, b"b"))
    assert [message.value for message in stage.written if message.topic == "out"] == [b"a", b"b"]
    [letter] = stage.dead_letters()
    assert (letter.value, letter.stage, letter.topic, letter.offset) == (value, "detect", "in", 5)
    assert letter.error.startswith(error)
    assert stage.figure("tocsin_dead_letters_total", stage="detect", reason=reason) == 1


def test_a_release_that_trips_over_everything_stops_and_writes_nothing_of_the_batch() -> None:
    stage = Stage(echo, patience=3)
    with pytest.raises(TimeoutError):
        asyncio.run(asyncio.wait_for(stage.stage.work([record(number, b"bug") for number in range(9)]), 0.2))
    assert stage.written == []
    assert stage.condition.stopped_taking is not None
    assert "stopped after 3 handler exceptions in a row" in stage.condition.stopped_taking
    assert stage.condition.health_problems() == []
    assert stage.figure("tocsin_stopped_taking", stage="detect") == 1


def test_bad_input_however_much_does_not_stop_the_stage() -> None:
    stage = Stage(echo, patience=3)
    stage.work(*[record(number, b"bad") for number in range(50)])
    assert len(stage.dead_letters()) == 50
    assert stage.condition.stopped_taking is None


def test_markets_are_numbered_in_their_order() -> None:
    assert partition_of_market(["metals", "energy", "metals"]) == {"metals": 0, "energy": 1}


def test_an_article_makes_findings_in_every_market_also_empty_ones() -> None:
    completed: list[tuple[ArticleRecord, datetime]] = []

    def complete(given: ArticleRecord, received_at: datetime) -> Article:
        completed.append((given, received_at))
        return Article(
            article_id="a1", source="smm", id="1", text="x", published_at=NOW, ingested_at=received_at, language="en"
        )

    def detect(article: Article, market: str) -> Findings:
        return Findings(
            article_id=article.article_id,
            revision=article.revision,
            source=article.source,
            id=article.id,
            market=market,
            ingested_at=article.ingested_at,
            published_at=article.published_at,
            language=article.language,
        )

    metrics = Metrics()
    handle = FindingsHandler(BROKER, complete, detect, metrics=metrics, markets=["energy", "metals"])
    messages = handle(record(0, b'{"source":"smm","id":"1","text":"x"}'))
    assert not isinstance(messages, Poison)
    assert [(message.topic, message.key, message.partition, message.headers) for message in messages] == [
        ("t-tocsin.signals.v1", b"energy", 0, (("schema", b"findings/1"),)),
        ("t-tocsin.signals.v1", b"metals", 1, (("schema", b"findings/1"),)),
    ]
    assert json.loads(messages[1].value or b"")["article_id"] == "a1"
    assert completed == [(ArticleRecord(source="smm", id="1", text="x"), datetime(2025, 3, 1, 8, tzinfo=UTC))]
    assert isinstance(handle(record(1, b"\xff")), Poison)
    assert metrics.registry.get_sample_value("tocsin_findings_total", {"market": "metals"}) == 1


@pytest.mark.parametrize("stamped", [NOW, NOW + timedelta(minutes=59), NOW - timedelta(days=4000)])
def test_an_ingest_time_of_a_clock_that_is_nearly_right_or_behind_is_kept(stamped: datetime) -> None:
    given = article(stamped)
    assert not_ahead(given, NOW) is given


def test_an_ingest_time_of_the_year_2100_does_not_move_event_time() -> None:
    corrected = not_ahead(article(datetime(2100, 1, 1, tzinfo=UTC)), NOW)
    assert (corrected.ingested_at, corrected.published_at, corrected.dated) == (NOW, NOW, False)
    dated = not_ahead(article(datetime(2100, 1, 1, tzinfo=UTC), published_at=NOW - timedelta(hours=2)), NOW)
    assert (dated.ingested_at, dated.published_at, dated.dated) == (NOW, NOW - timedelta(hours=2), True)


def article(stamped: datetime, published_at: datetime | None = None) -> Article:
    return Article(
        article_id="a1",
        source="smm",
        id="1",
        text="x",
        published_at=published_at or stamped,
        ingested_at=stamped,
        language="en",
    )
