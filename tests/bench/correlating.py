"""Correlate: signals a second in memory, what many policies cost, the stage and its recovery on a real Kafka."""

import secrets
import time
from collections.abc import Callable, Iterator, Sequence
from datetime import timedelta
from functools import partial

from tests.bench.clock import cpu_of, interleave
from tests.bench.figures import Figure
from tests.bench.stream import book, matching, stream, subscriptions

from tocsin.broker import Broker, Outgoing, Producer, topics
from tocsin.correlate import Book, State, correlate
from tocsin.correlate.records import close
from tocsin.messages import EventRecord, Findings
from tocsin.messages.topics import EVENTS, SIGNALS
from tocsin.streams.memory import offset_record
from tocsin.testing.brokers import NoKafkaError, real_kafka
from tocsin.testing.stages import StageProcess, wait_until

Tell = Callable[[str], None]
FINDINGS = 4_000
TIMES = 10_000
ON_KAFKA = 8_000
EVENTS_HELD = 100_000
OPEN_SHARE = 12
"""One event in so many is still open: a month of a year."""


def measure(tell: Tell) -> Iterator[Figure]:
    """Yield all figures of the room."""
    tell("signals in memory")
    told = stream(FINDINGS)
    yield from _memory(told)
    tell("10,000 times the policies")
    yield from _policies(told)
    try:
        with real_kafka() as broker:
            tell("the stage on a real Kafka")
            yield from _stage(_fresh(broker), told)
            tell("recovery of 100,000 events on a real Kafka")
            yield from _recovery(_fresh(broker), told)
    except NoKafkaError as error:
        tell(f"no real Kafka, so neither stage nor recovery: {error}")


def run(told: Sequence[Findings], rules: Book) -> int:
    """Work through the stream from an empty state and return how many alert revisions it makes."""
    state, alerts = State.empty(), 0
    for one in told:
        outcome = correlate(state, one, one.ingested_at, rules)
        state = outcome.state
        alerts += len(outcome.alerts)
    return alerts


def _memory(told: Sequence[Findings]) -> Iterator[Figure]:
    rules = book(matching())
    signals = sum(len(one.signals) for one in told)
    seconds = interleave({"run": lambda: run(told, rules)})["run"]
    yield Figure(
        "correlate",
        "signals a second and core, in memory",
        signals / seconds,
        "/s",
        5_000,
        note=f"{signals:,} signals in {len(told):,} Findings, {run(told, rules):,} alert revisions",
    )


def _policies(told: Sequence[Findings]) -> Iterator[Figure]:
    desk = matching()
    count = TIMES * len(desk) - len(desk)
    few = book(desk)
    books = {
        "thresholds": book(desk + subscriptions(count, only_thresholds=True)),
        "mixed": book(desk + subscriptions(count, only_thresholds=False)),
    }
    some = told[: FINDINGS // 2]
    alerts = run(some, few)
    taken = interleave(
        {"few": lambda: run(some, few)} | {name: partial(run, some, many) for name, many in books.items()},
        rounds=3,
    )
    for name, words in (("thresholds", "thresholds out of reach"), ("mixed", "also companies, countries, confidence")):
        equal = run(some, books[name]) == alerts
        yield Figure(
            "correlate",
            f"10⁴ × policies ({words})",
            taken[name] / taken["few"],
            "×",
            2.0,
            most=True,
            note=f"10 against {10 * TIMES:,}, half share type and commodity; {'equal' if equal else 'UNEQUAL'} matches",
        )


def _fresh(broker: Broker) -> Broker:
    fresh = broker.with_prefix(f"bench{secrets.token_hex(4)}-")
    topics.create(fresh)
    return fresh


def _started(broker: Broker) -> StageProcess:
    return StageProcess("-m", "tests.bench.stage", broker.bootstrap_servers, broker.topic_prefix)


def _write(broker: Broker, messages: Sequence[Outgoing], at_once: int = 5_000) -> None:
    with Producer(broker, timeout=timedelta(minutes=2)) as producer:
        for start in range(0, len(messages), at_once):
            producer.send_all(messages[start : start + at_once])


def _stage(broker: Broker, told: Sequence[Findings]) -> Iterator[Figure]:
    more = stream(ON_KAFKA)
    assert len(told) <= len(more)
    topic = broker.topic(SIGNALS)
    _write(broker, [Outgoing(topic, b"default", one.to_json(), (), 0) for one in more])
    reached = 'tocsin_offset_reached{partition="0"}'
    with _started(broker) as stage:
        wait_until(lambda: _figure(stage, reached) > 0, "the stage works", limit=60)
        first, begun, used = _figure(stage, reached), time.monotonic(), cpu_of(stage.pid)
        wait_until(lambda: _figure(stage, reached) >= ON_KAFKA, "everything is correlated", limit=120)
        seconds, used = time.monotonic() - begun, cpu_of(stage.pid) - used
        stage.stop()
    done = ON_KAFKA - first
    yield Figure(
        "correlate",
        "the stage on a real Kafka, by the clock",
        done / seconds,
        "Findings/s",
        1_000,
        note=f"{done:,.0f} Findings; other work on the machine slows it",
    )
    yield Figure("correlate", "the stage on a real Kafka, by its own CPU", done / used, "Findings/s", 1_000)


def _figure(stage: StageProcess, sample: str) -> float:
    if stage.status is not None:
        raise RuntimeError("\n".join(["the stage ended:", *stage.lines[-20:]]))
    time.sleep(0.25)
    try:
        return stage.figure(sample) or 0.0
    except OSError:
        return 0.0


def _recovery(broker: Broker, told: Sequence[Findings]) -> Iterator[Figure]:
    messages = [Outgoing(broker.topic(EVENTS), key, value, (), 0) for key, value in events(told, EVENTS_HELD)]
    size = sum(len(message.value or b"") for message in messages)
    _write(broker, [*messages, offset_record(broker, 0, 0)])
    with _started(broker) as stage:
        wait_until(lambda: _figure(stage, 'tocsin_recovery_seconds{partition="0"}') > 0, "recovery", limit=180)
        seconds = _figure(stage, 'tocsin_recovery_seconds{partition="0"}')
        used = cpu_of(stage.pid)
        stage.stop()
    yield Figure(
        "correlate",
        "recovery of 100,000 events on a real Kafka",
        seconds,
        "s",
        20.0,
        most=True,
        note=f"by the clock; {size / 1e6:.0f} MB of records, {used:.1f} s of CPU from start to ready",
    )


def events(told: Sequence[Findings], count: int) -> Iterator[tuple[bytes, bytes]]:
    """Yield so many event records: those of the stream, again and again with other ids and days, most of them closed."""
    state, rules = State.empty(), book(matching())
    for one in told:
        state = correlate(state, one, one.ingested_at, rules).state
    originals = sorted(state, key=lambda record: record.event_id)
    for number in range(count):
        record = originals[number % len(originals)]
        yield _moved(record, number, is_open=number % OPEN_SHARE == 0)


def _moved(record: EventRecord, number: int, *, is_open: bool) -> tuple[bytes, bytes]:
    shift = timedelta(days=-(number % 300), seconds=number % 3_600)
    event_id = f"{number:08d}{record.event_id[8:]}"
    moved = record.model_copy(
        update={
            "event_id": event_id,
            "opened_at": record.opened_at + shift,
            "last_at": record.last_at + shift,
            "told_at": record.told_at + shift,
            "facts": tuple(fact.model_copy(update={"at": fact.at + shift}) for fact in record.facts),
            "signals": tuple(s.model_copy(update={"article_id": f"{number}-{s.article_id}"}) for s in record.signals),
        }
    )
    kept = moved if is_open else close(moved)[0]
    return event_id.encode(), kept.to_json()
