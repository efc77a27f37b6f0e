from types import TracebackType
from typing import Any, Self

import pytest

from tocsin.broker import Broker
from tocsin.testing.brokers import IMAGE, Choice, _container, choose, is_ci, why_no_docker


def never() -> str | None:
    raise AssertionError("this way must not be looked at")


class Engine:
    """A Docker client whose engine answers, or does not."""

    def __init__(self, error: Exception | None = None) -> None:
        self.error = error
        self.closed = False

    def ping(self) -> bool:
        if self.error is not None:
            raise self.error
        return True

    def close(self) -> None:
        self.closed = True


def test_a_named_broker_is_used_and_nothing_else_is_looked_at() -> None:
    assert choose({"KAFKA_BOOTSTRAP_SERVERS": "kafka:9092"}, never, never) == Choice("named", "kafka:9092")


def test_an_engine_that_answers_comes_before_jars() -> None:
    engine = Engine()
    choice = choose({}, lambda: why_no_docker(lambda: engine), never)
    assert choice.way == "docker"
    assert engine.closed


def test_an_engine_that_does_not_answer_leaves_jars() -> None:
    refused = Engine(ConnectionError("refused"))
    choice = choose({}, lambda: why_no_docker(lambda: refused), lambda: None)
    assert choice == Choice(
        "jars", reasons=("KAFKA_BOOTSTRAP_SERVERS is not set", "Docker's engine does not answer (refused)")
    )


def test_a_client_that_cannot_be_made_leaves_jars() -> None:
    def broken() -> Any:
        raise OSError("no socket")

    assert choose({}, lambda: why_no_docker(broken), lambda: None).way == "jars"


def test_without_any_way_every_reason_is_told() -> None:
    choice = choose({}, lambda: "no engine", lambda: "no java")
    assert choice == Choice("none", reasons=("KAFKA_BOOTSTRAP_SERVERS is not set", "no engine", "no java"))


def test_an_error_without_words_is_told_by_its_kind() -> None:
    assert why_no_docker(lambda: Engine(RuntimeError())) == "Docker's engine does not answer (RuntimeError)"


class Container:
    """A Kafka container as testcontainers has it: without `with_kraft` it would be one with ZooKeeper."""

    def __init__(self, image: str, said: list[str]) -> None:
        self.said = said
        said.append(image)

    def with_kraft(self) -> Self:
        self.said.append("kraft")
        return self

    def get_bootstrap_server(self) -> str:
        return "docker:9093"

    def __enter__(self) -> Self:
        self.said.append("up")
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.said.append("down")


def test_a_container_is_started_in_kraft_mode_waited_for_and_ended() -> None:
    said: list[str] = []
    with _container(
        lambda image: Container(image, said), lambda broker: said.append(broker.bootstrap_servers)
    ) as found:
        assert found == Broker("docker:9093")
        said.append("in use")
    assert said == [IMAGE, "kraft", "up", "docker:9093", "in use", "down"]


@pytest.mark.parametrize(("value", "ci"), [("true", True), ("1", True), ("TRUE", True), ("false", False), ("", False)])
def test_what_is_missing_fails_in_ci_alone(value: str, ci: bool) -> None:
    assert is_ci({"CI": value}) is ci
    assert not is_ci({})
