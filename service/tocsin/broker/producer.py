"""Write messages and know that they are written: every call returns when the broker has acknowledged all, or raises."""

from collections.abc import Sequence
from contextlib import suppress
from datetime import timedelta
from typing import Any

from kafka import KafkaProducer
from kafka.errors import KafkaError

from tocsin.broker.address import Broker
from tocsin.broker.closing import Closing
from tocsin.broker.errors import BrokerUnreachableError, MessageTooLargeError, UndeliverableError
from tocsin.broker.records import Outgoing, Placed
from tocsin.messages.topics import MAX_MESSAGE_BYTES

DELIVERY_TIMEOUT = timedelta(seconds=60)
_LAST_SECONDS = 5.0


class Producer(Closing):
    """A producer with `acks=all`, idempotent, compressing with gzip. Not for several threads at once.

    `timeout` is how long a message is tried, through outages of the broker, before it counts as undeliverable.
    """

    def __init__(self, broker: Broker, timeout: timedelta = DELIVERY_TIMEOUT) -> None:
        milliseconds = int(timeout / timedelta(milliseconds=1))
        settings = broker.producer_settings() | {
            "delivery_timeout_ms": milliseconds,
            "max_block_ms": milliseconds,
            "bootstrap_timeout_ms": milliseconds,
            "max_request_size": MAX_MESSAGE_BYTES,
        }
        settings["request_timeout_ms"] = min(settings["request_timeout_ms"], milliseconds - settings["linger_ms"])
        self._seconds = timeout.total_seconds()
        self._broker = broker
        self._settings = settings
        self._client: Any = self._open()

    def _open(self) -> Any:
        try:
            return KafkaProducer(**self._settings)
        except KafkaError as error:
            raise BrokerUnreachableError(self._broker.bootstrap_servers, self._seconds, str(error)) from error

    def send_all(self, messages: Sequence[Outgoing]) -> list[Placed]:
        """Write the messages in their order and return where they lie.

        Raises MessageTooLargeError before anything is sent, and UndeliverableError when some were not acknowledged in time.
        """
        refuse_too_large(messages)
        if not messages:
            return []
        futures = self._start_all(messages)
        self._flush()
        placed: list[Placed] = []
        failures: list[tuple[int, str]] = []
        for index, future in enumerate(futures):
            outcome = _outcome(future)
            if isinstance(outcome, Placed):
                placed.append(outcome)
            else:
                failures.append((index, f"{messages[index].topic}: {outcome}"))
        if any(not isinstance(futures[index], Exception) for index, _ in failures):
            self._drop()
        if failures:
            raise UndeliverableError(tuple(failures), len(messages))
        return placed

    def _start_all(self, messages: Sequence[Outgoing]) -> list[Any]:
        try:
            self._client = self._client or self._open()
        except BrokerUnreachableError as error:
            return [error] * len(messages)
        return [self._start(message) for message in messages]

    def _drop(self) -> None:
        """Forget the client: one whose sequence of numbers was broken refuses everything that comes later."""
        client, self._client = self._client, None
        if client is not None:
            _close(client, 0)

    def _start(self, message: Outgoing) -> Any:
        try:
            return self._client.send(
                message.topic,
                value=message.value,
                key=message.key,
                headers=list(message.headers),
                partition=message.partition,
            )
        except (KafkaError, ValueError, TypeError, AssertionError) as error:
            return error

    def _flush(self) -> None:
        try:
            if self._client is not None:
                self._client.flush(timeout=self._seconds)
        except KafkaError:
            return  # the futures tell which message it was

    def close(self) -> None:
        """Let go of the connection; what `send_all` returned for is written already."""
        client, self._client = self._client, None
        if client is not None:
            _close(client, 5)


def refuse_too_large(messages: Sequence[Outgoing]) -> None:
    """Raise MessageTooLargeError for the first message above the limit of the topics."""
    for index, message in enumerate(messages):
        size = message.size()
        if size > MAX_MESSAGE_BYTES:
            raise MessageTooLargeError(
                index=index,
                topic=message.topic,
                key=message.key,
                size=size,
                limit=MAX_MESSAGE_BYTES,
                sent=len(messages),
            )


def _close(client: Any, seconds: float) -> None:
    """Close the client; what it could not write within the seconds is given up, so that its thread ends."""
    try:
        client.close(timeout=seconds)
    except KafkaError:
        sender = client._sender  # noqa: SLF001  # its own close stops half way when something is still unwritten
        sender.force_close()
        sender.join(_LAST_SECONDS)
        with suppress(KafkaError):
            client.close(timeout=0)


def _outcome(future: Any) -> Placed | str:
    if isinstance(future, Exception):
        return str(future) or type(future).__name__
    try:
        metadata = future.get(timeout=0)
    except KafkaError as error:
        return str(error) or type(error).__name__
    return Placed(str(metadata.topic), int(metadata.partition), int(metadata.offset))
