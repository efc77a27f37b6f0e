"""Brokers for tests: one real Kafka and one embedded broker a run, a fresh prefix with its topics a test."""

import os
import secrets
from collections.abc import Iterator

import pytest

from tocsin.broker import Broker, EmbeddedBrokerError, topics
from tocsin.broker.embedded import EmbeddedKafka
from tocsin.broker.kafka_jars import why_not
from tocsin.testing.brokers import NoKafkaError, is_ci, real_kafka


def missing(reason: str) -> None:
    """Skip at home; fail where CI promises that everything is there."""
    if is_ci(os.environ):
        pytest.fail(reason, pytrace=False)
    pytest.skip(reason)


@pytest.fixture(scope="session")
def kafka() -> Iterator[Broker]:
    """A real Kafka without topics. Take `real_broker` for one with a fresh prefix and topics."""
    opened = real_kafka()
    try:
        broker = opened.__enter__()
    except NoKafkaError as error:
        missing(f"no real Kafka: {error}")
        raise
    try:
        yield broker
    finally:
        opened.__exit__(None, None, None)


@pytest.fixture(scope="session")
def jars() -> None:
    """Java, and Kafka's jars or Maven to fetch them: for tests that start nodes of their own."""
    reason = why_not(os.environ)
    if reason is not None:
        missing(f"no Kafka from jars: {reason}")


@pytest.fixture(scope="session")
def embedded() -> Iterator[EmbeddedKafka]:
    """The embedded broker with its controls; `.broker` is where it listens. Who takes it down brings it up again."""
    running = EmbeddedKafka()
    try:
        running.start()
    except EmbeddedBrokerError as error:
        missing(f"no embedded broker: {error}")
        raise
    try:
        yield running
    finally:
        running.close()


@pytest.fixture
def prefix() -> str:
    """A topic prefix that nobody used before."""
    return f"t{secrets.token_hex(4)}-"


@pytest.fixture
def real_broker(kafka: Broker, prefix: str) -> Broker:
    """The real Kafka under a fresh prefix, all topics created for one market."""
    broker = kafka.with_prefix(prefix)
    topics.create(broker)
    return broker


@pytest.fixture
def embedded_broker(embedded: EmbeddedKafka, prefix: str) -> Broker:
    """The embedded broker under a fresh prefix, all topics created for one market."""
    broker = embedded.broker.with_prefix(prefix)
    topics.create(broker, maker=embedded)
    return broker


@pytest.fixture(
    params=[pytest.param("embedded", marks=pytest.mark.embedded), pytest.param("real", marks=pytest.mark.real_broker)]
)
def broker(request: pytest.FixtureRequest) -> Broker:
    """Each of the two brokers in turn, under a fresh prefix, all topics created."""
    found = request.getfixturevalue("embedded_broker" if request.param == "embedded" else "real_broker")
    assert isinstance(found, Broker)
    return found
