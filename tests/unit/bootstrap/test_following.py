"""Following: who was handed nothing joins its group again, and whoever has read stays in it."""

import threading
from datetime import UTC, datetime, timedelta
from types import TracebackType
from typing import Self

import pytest

from tocsin.bootstrap import following
from tocsin.broker import Broker, Record
from tocsin.messages.topics import DEAD_LETTERS

BROKER = Broker("127.0.0.1:9", embedded=True)
LETTER = Record(BROKER.topic(DEAD_LETTERS), 0, 0, datetime(2026, 3, 4, tzinfo=UTC), None, b"{}")
WITHIN = 10
"""Seconds that a test waits at the most."""


class Members:
    """Hands out members of a group: the first is handed nothing, the second one letter."""

    def __init__(self) -> None:
        self.joined = 0
        self.read = threading.Event()

    def __call__(self, *_: object) -> Self:
        self.joined += 1
        return self

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None: ...

    def poll(self, _: timedelta) -> list[Record]:
        if self.joined < 2 or self.read.is_set():
            return []
        self.read.set()
        return [LETTER]


def test_a_follower_that_was_handed_nothing_joins_again_and_then_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    members = Members()
    monkeypatch.setattr(following, "Consumer", members)
    monkeypatch.setattr(following, "JOINS_AGAIN", timedelta(milliseconds=100))
    follower = following.Follower(BROKER)
    follower.start()
    try:
        assert members.read.wait(WITHIN)
    finally:
        follower.close()
    assert members.joined == 2
    assert follower.counts.dead_letters == 1
