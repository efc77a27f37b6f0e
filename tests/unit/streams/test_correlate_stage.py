import asyncio
import json
from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, datetime

import pytest
from aiokafka.errors import ProducerFenced

from tocsin.broker import Broker, Outgoing, Record
from tocsin.messages.topics import MAX_MESSAGE_BYTES
from tocsin.streams.condition import Condition
from tocsin.streams.correlate import CorrelateStage
from tocsin.streams.memory import Owned, reached
from tocsin.streams.ports import Step
from tocsin.streams.schema import Poison
from tocsin.telemetry import Metrics

State = list[str]

BROKER = Broker("127.0.0.1:9", "t-")
NOW = datetime(2025, 3, 1, 8, tzinfo=UTC)


def record(offset: int, value: bytes | None = b"x", *, partition: int = 0) -> Record:
    return Record("in", partition, offset, NOW, None, value)


class EndedError(Exception):
    """Stands for the end of the process."""


def die(why: str) -> "EndedError":
    raise EndedError(why)


class Remembering:
    """Keeps every value it has seen under its first letter, and tells each new one."""

    def __init__(self) -> None:
        self.counted: list[str] = []

    def restore(self, records: Iterable[tuple[bytes, bytes]]) -> State:
        return sorted(value.decode() for _, value in records)

    def step(self, state: State, given: Record) -> Step[State] | Poison:
        value = (given.value or b"").decode()
        if value == "bad":
            return Poison("bad bytes")
        if value == "bug":
            state.append("spoilt")
            raise KeyError("x")
        if value == "big":
            state.append("spoilt")
            return Step(state, [Outgoing("alerts", None, b"x" * MAX_MESSAGE_BYTES)])
        if value in state:
            return Step(state)
        put = None if value.startswith("delete") else value.encode()
        state.append(value)
        return Step(
            state,
            [Outgoing("alerts", b"k", value.encode())],
            {value[:1].encode(): put},
            lambda: self.counted.append(value),
        )


class Topics:
    """The topics as the stage sees them: what was committed, and what the next commits are to do."""

    def __init__(self) -> None:
        self.committed: list[list[list[Outgoing]]] = []
        self.faults: list[Exception] = []
        self.taken: list[int] = []
        self.closed = 0

    async def take_over(self, partition: int, progress: Callable[[int], None]) -> "Owned[State]":
        self.taken.append(partition)
        newest: dict[bytes, bytes] = {}
        for groups in self.committed:
            for message in [*groups[1], *groups[2]]:
                if message.partition == partition:
                    newest[message.key or b""] = message.value or b""
        progress(len(newest))
        mark = newest.pop(b"@offset", None)
        return Taken(self, partition, Remembering().restore(newest.items()), reached(mark, 1_000))


class Taken(Owned[State]):
    def __init__(self, topics: Topics, partition: int, state: State, next_offset: int) -> None:
        super().__init__(partition, None, state, next_offset)
        self.topics = topics

    async def commit(self, groups: Sequence[Sequence[Outgoing]]) -> None:
        if self.topics.faults:
            raise self.topics.faults.pop(0)
        self.topics.committed.append([list(group) for group in groups])

    async def close(self) -> None:
        self.topics.closed += 1


class Stage:
    def __init__(self, patience: int = 3) -> None:
        self.topics, self.condition, self.metrics = Topics(), Condition(), Metrics()
        self.correlator = Remembering()
        self.stage: CorrelateStage[State] = CorrelateStage(
            BROKER,
            self.correlator,
            self.topics.take_over,
            condition=self.condition,
            metrics=self.metrics,
            patience=patience,
            die=die,  # type: ignore[arg-type]  # raises, so it never returns either
        )

    def figure(self, name: str, **labels: str) -> float | None:
        return self.metrics.registry.get_sample_value(name, labels)


@pytest.fixture(autouse=True)
def no_pauses(monkeypatch: pytest.MonkeyPatch) -> None:
    async def at_once(_seconds: float) -> None:
        return None

    monkeypatch.setattr("asyncio.sleep", at_once)


def values(messages: Sequence[Outgoing]) -> list[bytes | None]:
    return [message.value for message in messages]


def test_a_batch_is_one_transaction_alerts_then_records_then_the_offset() -> None:
    it = Stage()
    asyncio.run(it.stage.work([record(5, b"apple"), record(6, b"beet"), record(7, b"avocado")]))
    [[told, records, mark]] = it.topics.committed
    assert values(told) == [b"apple", b"beet", b"avocado"]
    assert {message.key: message.value for message in records} == {b"a": b"avocado", b"b": b"beet"}
    assert [(message.topic, message.partition) for message in records] == [("t-tocsin.events.v1", 0)] * 2
    assert [(message.key, json.loads(message.value or b"")) for message in mark] == [(b"@offset", {"next": 8})]
    assert it.correlator.counted == ["apple", "beet", "avocado"]
    assert it.figure("tocsin_transactions_total", outcome="committed") == 1
    assert it.figure("tocsin_offset_reached", partition="0") == 8


def test_records_that_come_again_are_skipped_by_their_offset() -> None:
    it = Stage()
    asyncio.run(it.stage.work([record(0, b"apple"), record(1, b"beet")]))
    asyncio.run(it.stage.work([record(0, b"apple"), record(1, b"beet")]))
    assert len(it.topics.committed) == 1
    asyncio.run(it.stage.work([record(1, b"beet"), record(2, b"corn")]))
    assert values(it.topics.committed[1][0]) == [b"corn"]


def test_a_failed_transaction_is_repeated_from_what_the_topics_say() -> None:
    it = Stage()
    it.topics.faults = [ConnectionError("gone"), TimeoutError()]
    asyncio.run(it.stage.work([record(0, b"apple")]))
    assert it.topics.taken == [0, 0, 0]
    assert it.topics.closed == 2
    assert [values(groups[0]) for groups in it.topics.committed] == [[b"apple"]]
    assert it.correlator.counted == ["apple"]
    assert it.figure("tocsin_transactions_total", outcome="aborted") == 2


def test_a_broker_that_keeps_refusing_ends_the_process_uncommitted() -> None:
    it = Stage()
    it.topics.faults = [ConnectionError("gone")] * 9
    with pytest.raises(EndedError, match="1 records could not be committed in 5 attempts"):
        asyncio.run(it.stage.work([record(0, b"apple")]))
    assert it.topics.committed == []


def test_a_fenced_writer_ends_at_once() -> None:
    it = Stage()
    it.topics.faults = [ProducerFenced()]
    with pytest.raises(EndedError, match="another writer has taken partition 0"):
        asyncio.run(it.stage.work([record(0, b"apple")]))
    assert it.topics.taken == [0]
    assert it.figure("tocsin_transactions_total", outcome="fenced") == 1


def test_bad_input_is_set_aside_in_the_transaction_of_its_batch() -> None:
    it = Stage()
    asyncio.run(it.stage.work([record(0, b"apple"), record(1, b"bad"), record(2, b"beet")]))
    [[told, records, mark]] = it.topics.committed
    assert values(told) == [b"apple", b"beet", b"bad"]
    assert told[2].topic == "t-tocsin.dead-letters.v1"
    assert values(records) == [b"apple", b"beet"]
    assert json.loads(mark[0].value or b"") == {"next": 3}
    assert it.figure("tocsin_dead_letters_total", stage="correlate", reason="poison") == 1


@pytest.mark.parametrize(("value", "reason"), [(b"bug", "handler"), (b"big", "too_large")])
def test_a_record_that_spoils_the_state_is_set_aside_and_the_state_read_back(value: bytes, reason: str) -> None:
    it = Stage()
    asyncio.run(it.stage.work([record(0, b"apple"), record(1, value), record(2, b"beet"), record(3, b"spoilt")]))
    [[first, _, first_mark], [second, records, second_mark]] = it.topics.committed
    assert values(first) == [b"apple", value]
    assert first[1].topic == "t-tocsin.dead-letters.v1"
    assert values(second) == [b"beet", b"spoilt"]
    assert values(records) == [b"beet", b"spoilt"]
    assert [json.loads(mark[0].value or b"")["next"] for mark in (first_mark, second_mark)] == [2, 4]
    assert it.topics.taken == [0, 0]
    assert it.figure("tocsin_dead_letters_total", stage="correlate", reason=reason) == 1


def test_a_release_that_trips_over_everything_stops_after_a_few_with_the_rest_before_it() -> None:
    it = Stage(patience=3)
    with pytest.raises(TimeoutError):
        asyncio.run(asyncio.wait_for(it.stage.work([record(number, b"bug") for number in range(9)]), 0.2))
    assert [json.loads(groups[2][0].value or b"")["next"] for groups in it.topics.committed] == [1, 2]
    assert it.condition.stopped_taking is not None


def test_partitions_have_their_own_transactions() -> None:
    it = Stage()
    asyncio.run(it.stage.work([record(0, b"apple", partition=1), record(0, b"beet"), record(1, b"corn", partition=1)]))
    assert [values(groups[0]) for groups in it.topics.committed] == [[b"beet"], [b"apple", b"corn"]]
    assert [groups[2][0].partition for groups in it.topics.committed] == [0, 1]


def test_an_assignment_forgets_what_was_held_and_reads_again_before_a_record_comes() -> None:
    it = Stage()

    async def live() -> None:
        await it.stage.work([record(0, b"apple")])
        await it.stage.assigned([0])
        assert it.condition.recovering == {0: 0}
        await asyncio.wait_for(asyncio.gather(*it.stage._warming), 5)
        await it.stage.work([record(0, b"apple"), record(1, b"beet")])

    asyncio.run(live())
    assert it.topics.taken == [0, 0]
    assert it.topics.closed == 1
    assert it.condition.recovering == {}
    assert [values(groups[0]) for groups in it.topics.committed] == [[b"apple"], [b"beet"]]


def test_a_take_over_that_fails_is_tried_until_it_works() -> None:
    it = Stage()
    faults = [ConnectionError("coming back")] * 3
    take_over = it.topics.take_over

    async def flaky(partition: int, progress: Callable[[int], None]) -> Owned[State]:
        if faults:
            raise faults.pop()
        return await take_over(partition, progress)

    it.stage._take_over = flaky

    async def live() -> None:
        await it.stage.assigned([0])
        await asyncio.wait_for(asyncio.gather(*it.stage._warming), 5)

    asyncio.run(live())
    assert it.topics.taken == [0]
    assert it.condition.recovering == {}


def test_a_mark_beyond_the_end_of_its_topic_says_nothing_of_the_new_one() -> None:
    assert reached(None, 10) == 0
    assert reached(b'{"next": 10}', 10) == 10
    assert reached(b'{"next": 11}', 10) == 0
