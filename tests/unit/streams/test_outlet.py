import asyncio
from collections.abc import Awaitable

import pytest

from tocsin.broker import Outgoing
from tocsin.streams import outlet
from tocsin.streams.outlet import UndeliveredError, deliver, send_all
from tocsin.telemetry import Metrics

MESSAGES = [Outgoing("t", str(number).encode(), b"x") for number in range(4)]


class Broker:
    """Refuses the first answers named in `refusals` per key, at sending or at acknowledging."""

    def __init__(self, refusals: dict[bytes, int], *, at_send: bool = False) -> None:
        self.refusals, self.at_send = dict(refusals), at_send
        self.written: list[bytes | None] = []

    async def send(self, message: Outgoing) -> Awaitable[object]:
        if self.at_send and self._refuses(message):
            raise ConnectionError("gone")
        return asyncio.ensure_future(self._acknowledge(message))

    async def _acknowledge(self, message: Outgoing) -> None:
        if not self.at_send and self._refuses(message):
            raise ConnectionError("not the leader")
        self.written.append(message.key)

    def _refuses(self, message: Outgoing) -> bool:
        left = self.refusals.get(message.key or b"", 0)
        self.refusals[message.key or b""] = left - 1
        return left > 0


@pytest.fixture(autouse=True)
def no_pauses(monkeypatch: pytest.MonkeyPatch) -> None:
    async def at_once(_seconds: float) -> None:
        return None

    monkeypatch.setattr("asyncio.sleep", at_once)


@pytest.mark.parametrize("at_send", [False, True])
def test_what_was_refused_is_sent_again_until_all_is_written(at_send: bool) -> None:
    broker, metrics = Broker({b"1": 3, b"3": 1}, at_send=at_send), Metrics()
    asyncio.run(deliver(broker.send, MESSAGES, stage="detect", metrics=metrics))
    assert set(broker.written) == {b"0", b"1", b"2", b"3"}
    assert metrics.registry.get_sample_value("tocsin_produce_retries_total", {"stage": "detect"}) == (
        4 if at_send else 3
    )


def test_what_is_written_is_not_sent_again() -> None:
    broker = Broker({b"1": 2})
    asyncio.run(deliver(broker.send, MESSAGES, stage="detect", metrics=Metrics()))
    assert sorted(key or b"" for key in broker.written) == [b"0", b"1", b"2", b"3"]


def test_a_broker_that_keeps_refusing_is_told_to_the_caller() -> None:
    with pytest.raises(UndeliveredError, match="1 messages not acknowledged after 5 attempts: ConnectionError"):
        asyncio.run(deliver(Broker({b"2": 99}).send, MESSAGES, stage="detect", metrics=Metrics()))


def test_an_answer_that_never_comes_is_a_failure(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(outlet, "ACKNOWLEDGED_WITHIN", 0.01)

    async def send(_message: Outgoing) -> Awaitable[object]:
        return asyncio.get_running_loop().create_future()

    outcomes = asyncio.run(send_all(send, MESSAGES))
    assert [type(outcome) for outcome in outcomes] == [TimeoutError] * 4


def test_nothing_to_send_is_done_at_once() -> None:
    asyncio.run(deliver(Broker({}).send, [], stage="detect", metrics=Metrics()))
