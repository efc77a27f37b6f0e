"""A member of a group: what it asks of the broker before it joins."""

from typing import Any

import pytest
from kafka.errors import KafkaTimeoutError

from tocsin.broker import Broker, Consumer, consumer


class Client:
    """Stands for the library's consumer, and notes what it is asked in which order."""

    def __init__(self, *, answers: bool) -> None:
        self.asked: list[str] = []
        self._answers = answers

    def partitions_for_topic(self, topic: str) -> set[int]:
        if not self._answers:
            raise KafkaTimeoutError
        self.asked.append(f"partitions of {topic}")
        return {0}

    def subscribe(self, topics: list[str]) -> None:
        self.asked.append(f"subscribe to {', '.join(topics)}")


def _asked(monkeypatch: pytest.MonkeyPatch, *, answers: bool) -> list[str]:
    client = Client(answers=answers)

    def opened(_broker: Broker, _settings: dict[str, Any]) -> Client:
        return client

    monkeypatch.setattr(consumer, "_open", opened)
    Consumer(Broker("localhost:9"), ["alerts", "signals"], "group")
    return client.asked


def test_a_member_learns_the_partitions_before_it_joins(monkeypatch: pytest.MonkeyPatch) -> None:
    assert _asked(monkeypatch, answers=True) == [
        "partitions of alerts",
        "partitions of signals",
        "subscribe to alerts, signals",
    ]


def test_a_member_joins_also_where_the_broker_does_not_answer_yet(monkeypatch: pytest.MonkeyPatch) -> None:
    assert _asked(monkeypatch, answers=False) == ["subscribe to alerts, signals"]
