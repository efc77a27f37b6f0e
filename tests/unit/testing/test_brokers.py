from typing import Any

from tocsin.testing.brokers import Choice, choose, why_no_docker


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
