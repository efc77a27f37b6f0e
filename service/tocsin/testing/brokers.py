"""Get a real Kafka for a test run: one that is named, else a container, else one from jars, else the reasons why not."""

import gc
import os
import warnings
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, Literal

from tocsin.broker.address import Broker
from tocsin.broker.errors import LocalKafkaError
from tocsin.broker.kafka_jars import why_not
from tocsin.broker.local_kafka import LocalKafka

IMAGE = "confluentinc/cp-kafka:7.9.0"

Way = Literal["named", "docker", "jars", "none"]


class NoKafkaError(Exception):
    """There is no way to a real Kafka here; the message says why, way by way."""


def is_ci(environ: Mapping[str, str]) -> bool:
    """Tell whether this is CI, where everything is there: what is missing there fails, elsewhere it skips."""
    return environ.get("CI", "").lower() in {"1", "true", "yes"}


@dataclass(frozen=True)
class Choice:
    """The way to take and, for each way passed over, the reason."""

    way: Way
    address: str = ""
    reasons: tuple[str, ...] = ()


def choose(
    environ: Mapping[str, str],
    why_no_docker: Callable[[], str | None],
    why_no_jars: Callable[[], str | None],
) -> Choice:
    """Decide the way: `KAFKA_BOOTSTRAP_SERVERS`, else Docker, else jars. The callables say why not, None meaning it goes."""
    address = environ.get("KAFKA_BOOTSTRAP_SERVERS", "")
    if address:
        return Choice("named", address)
    reasons = ["KAFKA_BOOTSTRAP_SERVERS is not set"]
    docker = why_no_docker()
    if docker is None:
        return Choice("docker", reasons=tuple(reasons))
    reasons.append(docker)
    jars = why_no_jars()
    if jars is None:
        return Choice("jars", reasons=tuple(reasons))
    return Choice("none", reasons=(*reasons, jars))


def why_no_docker(connect: Callable[[], Any] | None = None) -> str | None:
    """Return why Docker cannot be used here, or None when its engine answers."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ResourceWarning)  # its client drops the socket of a connection that failed
        trouble = _ping(connect)
        gc.collect()
    return None if trouble is None else f"Docker's engine does not answer ({trouble})"


def _ping(connect: Callable[[], Any] | None) -> str | None:
    try:
        if connect is None:
            import docker  # noqa: PLC0415  # only tests have it

            connect = docker.from_env
        client = connect()
        try:
            client.ping()
        finally:
            client.close()
    except Exception as error:  # noqa: BLE001  # whatever it is, there is no Docker to use
        words = str(error).splitlines() or [type(error).__name__]
        return words[0][:120]
    return None


@contextmanager
def real_kafka(environ: Mapping[str, str] | None = None) -> Iterator[Broker]:
    """Yield a real Kafka by the first way that is open, and end what was started. Raises NoKafkaError."""
    environ = os.environ if environ is None else environ
    choice = choose(environ, why_no_docker, lambda: why_not(environ))
    if choice.way == "named":
        broker = Broker(choice.address)
        broker.wait_until_reachable()
        yield broker
    elif choice.way == "docker":
        with _container() as broker:
            yield broker
    elif choice.way == "jars":
        kafka = LocalKafka()
        try:
            yield _started(kafka, choice.reasons)
        finally:
            kafka.close()
    else:
        raise NoKafkaError("; ".join(choice.reasons))


def _started(kafka: LocalKafka, reasons: tuple[str, ...]) -> Broker:
    try:
        return kafka.start()
    except LocalKafkaError as error:
        raise NoKafkaError("; ".join((*reasons, str(error)))) from error


@contextmanager
def _container(
    make: Callable[[str], Any] | None = None, wait: Callable[[Broker], None] = Broker.wait_until_reachable
) -> Iterator[Broker]:
    if make is None:
        from testcontainers.community.kafka import KafkaContainer  # noqa: PLC0415  # only tests have it

        make = KafkaContainer
    with make(IMAGE).with_kraft() as running:
        broker = Broker(str(running.get_bootstrap_server()))
        wait(broker)
        yield broker
