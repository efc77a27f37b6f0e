"""Pins the private names of Faust and aiokafka that the watchdog and the embedded broker need."""

import asyncio
import inspect
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Sequence
from datetime import UTC, datetime

import pytest
from aiokafka import AIOKafkaConsumer
from aiokafka.consumer.fetcher import Fetcher
from aiokafka.consumer.group_coordinator import GroupCoordinator
from faust.transport.drivers import aiokafka as driver
from faust.types import TP

from tocsin.broker import Broker, Record
from tocsin.streams import app as apps
from tocsin.streams.condition import Condition
from tocsin.telemetry import Metrics

BROKER = Broker("127.0.0.1:9", "t-")


Build = Callable[..., apps.StreamApp]


@pytest.fixture
def build() -> Iterator[Build]:
    """Builds apps; their event loops are closed afterwards."""
    built: list[apps.StreamApp] = []

    def build_one(broker: Broker = BROKER) -> apps.StreamApp:
        app = apps.build(broker, stage="detect", group="t-tocsin-detect", condition=Condition(), metrics=Metrics())
        built.append(app)
        return app

    yield build_one
    asyncio.set_event_loop(None)
    for app in built:
        app.loop.close()


class Coordinator:
    def __init__(self, error: Exception | None) -> None:
        self.error, self.asked = error, 0

    def check_errors(self) -> None:
        self.asked += 1
        if self.error is not None:
            raise self.error


def with_coordinator(app: apps.StreamApp, coordinator: Coordinator) -> None:
    client = type("Client", (), {"_coordinator": coordinator})()
    thread = type("Thread", (), {"_consumer": client})()
    app.consumer = type("Consumer", (), {"_thread": thread})()


def test_the_path_to_the_coordinator_is_still_there() -> None:
    assert "_thread: " in inspect.getsource(driver.Consumer)
    assert driver.AIOKafkaConsumerThread._consumer is None
    assert "self._coordinator = GroupCoordinator(" in inspect.getsource(AIOKafkaConsumer)
    assert callable(GroupCoordinator.check_errors)


def test_the_fetch_wait_that_the_embedded_broker_needs_short_is_still_there() -> None:
    assert "fetch_max_wait_ms=1500" in inspect.getsource(driver.AIOKafkaConsumerThread._create_worker_consumer)
    assert "self._fetch_max_wait_ms = fetch_max_wait_ms" in inspect.getsource(AIOKafkaConsumer)
    assert "fetch_max_wait_ms=self._fetch_max_wait_ms" in inspect.getsource(AIOKafkaConsumer)
    assert callable(Fetcher)


def test_aiokafka_still_goes_nowhere_where_nothing_was_committed_and_faust_still_asks_it_to() -> None:
    assert "if offset and offset > 0:" in inspect.getsource(AIOKafkaConsumer.seek_to_committed)
    assert "await self._thread.seek_to_committed()" in inspect.getsource(driver.Consumer.seek_to_committed)


@pytest.mark.parametrize(("error", "counted"), [(None, None), (RuntimeError("INVALID_REQUEST"), 1.0)])
def test_the_watchdog_clears_the_error_of_the_coordinator(
    error: Exception | None, counted: float | None, build: Build
) -> None:
    app, coordinator = build(), Coordinator(error)
    with_coordinator(app, coordinator)
    app._clear_coordinator_error()
    assert coordinator.asked == 1
    found = app.metrics.registry.get_sample_value("tocsin_coordinator_errors_total", {"stage": "detect"})
    assert found == counted


def test_there_is_no_coordinator_before_the_consumer_is_started(build: Build) -> None:
    app = build()
    assert apps.coordinator_of(app) is None
    app.consumer._thread.thread_loop.close()


def test_the_settings_are_those_that_lose_nothing(build: Build) -> None:
    conf = build().conf
    assert (conf.stream_wait_empty, conf.processing_guarantee.value) == (True, "at_least_once")
    assert (conf.producer_acks, conf.producer_request_timeout) == (-1, 30.0)
    assert (conf.web_enabled, conf.topic_allow_declare, conf.topic_disable_leader) == (False, False, True)
    assert (conf.broker_session_timeout, conf.broker_check_crcs) == (10.0, True)
    assert conf.broker_request_timeout > conf.broker_session_timeout
    assert conf.id == "t-tocsin-detect"


def test_the_embedded_broker_has_its_own_timing_and_assignor(build: Build) -> None:
    conf = build(Broker("127.0.0.1:9", "t-", embedded=True)).conf
    assert (conf.broker_session_timeout, conf.broker_heartbeat_interval, conf.broker_check_crcs) == (6.0, 1.5, False)
    assert conf.PartitionAssignor is apps._EmbeddedAssignor


def test_several_servers_are_all_named(build: Build) -> None:
    app = build(Broker("one:9092, two:9093"))
    assert [(url.host, url.port) for url in app.conf.broker] == [("one", 9092), ("two", 9093)]


def test_lag_is_what_lies_between_the_end_and_the_last_record_done(build: Build) -> None:
    app = build()
    ends = {TP("articles", 0): 17, TP("articles", 1): None}
    app.consumer = type("Consumer", (), {"highwater": staticmethod(ends.get)})()
    app.progress.update({TP("articles", 0): 10, TP("articles", 1): 3})
    app._note_lag()
    labels = {"stage": "detect", "topic": "articles", "partition": "0"}
    assert app.metrics.registry.get_sample_value("tocsin_lag_records", labels) == 7
    assert app.metrics.registry.get_sample_value("tocsin_lag_records", labels | {"partition": "1"}) is None


class ExitError(BaseException):
    """Stands for the end of the process, which no handler may catch."""

    def __init__(self, status: int) -> None:
        self.status = status


class Stream:
    """One batch of one event."""

    async def take_events(self, _limit: int, within: float) -> AsyncIterator[list[object]]:
        assert within < 0.1
        message = type("Message", (), {"topic": "in", "partition": 1, "offset": 7, "timestamp": 1.5})()
        message.key, message.value, message.headers = None, b"x", [("a", b"1"), ("b", None)]
        yield [type("Event", (), {"message": message})()]


def process(app: apps.StreamApp, work: Callable[[Sequence[Record]], Awaitable[None]]) -> None:
    apps.read(app, "in", work)
    [agent] = [agent for name, agent in app.agents.items() if name.endswith("detect-processor")]
    app.loop.run_until_complete(agent.fun(Stream()))


@pytest.fixture
def no_exit(monkeypatch: pytest.MonkeyPatch) -> None:
    def leave(status: int) -> None:
        raise ExitError(status)

    monkeypatch.setattr("os._exit", leave)


def test_a_batch_reaches_the_stage_as_records_and_moves_its_progress(build: Build) -> None:
    app = build()
    seen: list[Record] = []

    async def work(records: Sequence[Record]) -> None:
        seen.extend(records)

    process(app, work)
    moment = datetime(1970, 1, 1, 0, 0, 1, 500_000, tzinfo=UTC)
    assert seen == [Record("in", 1, 7, moment, None, b"x", (("a", b"1"), ("b", b"")))]
    assert app.progress == {TP("in", 1): 8}


@pytest.mark.usefixtures("no_exit")
@pytest.mark.parametrize("error", [RuntimeError("out of disk"), MemoryError(), asyncio.CancelledError(), SystemExit(0)])
def test_a_batch_that_is_not_finished_ends_the_process_uncommitted(error: BaseException, build: Build) -> None:
    app = build()

    async def work(_records: Sequence[Record]) -> None:
        raise error

    with pytest.raises(ExitError) as ended:
        process(app, work)
    assert ended.value.status == apps.EXIT_UNCOMMITTED
    assert app.progress == {}


@pytest.mark.usefixtures("no_exit")
def test_a_stage_that_has_stopped_taking_ends_in_order_when_told_to(build: Build) -> None:
    app = build()
    app.condition.stopped_taking = "stopped after 20 handler exceptions in a row"

    async def work(_records: Sequence[Record]) -> None:
        raise asyncio.CancelledError

    with pytest.raises(ExitError) as ended:
        process(app, work)
    assert ended.value.status == 0


@pytest.mark.usefixtures("no_exit")
@pytest.mark.parametrize(("error", "ends"), [(RuntimeError("x"), True), (asyncio.CancelledError(), False)])
def test_an_agent_that_raised_ends_the_process(error: BaseException, ends: bool, build: Build) -> None:
    app = build()
    ended: list[int] = []
    try:
        app.loop.run_until_complete(app._on_agent_error(None, error))
    except ExitError as left:
        ended.append(left.status)
    assert ended == ([apps.EXIT_UNCOMMITTED] if ends else [])
