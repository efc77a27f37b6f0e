"""What can go wrong with a broker, each with its data and with what to do about it."""

from tocsin.rules.faults import TocsinError


class BrokerError(TocsinError):
    """The base of every error of this room."""


class BrokerUnreachableError(BrokerError):
    """Nothing that speaks Kafka's protocol answered at the address in time."""

    def __init__(self, bootstrap_servers: str, seconds: float, reason: str) -> None:
        self.bootstrap_servers = bootstrap_servers
        self.seconds = seconds
        self.reason = reason
        super().__init__(
            f"no Kafka answered at '{bootstrap_servers}' within {seconds:g} s ({reason}); "
            "start one with `tocsin kafka start`, or correct kafka.bootstrap_servers (TOCSIN_KAFKA__BOOTSTRAP_SERVERS)"
        )


class UndeliverableError(BrokerError):
    """Some messages were not acknowledged; `failures` pairs the index in the list that was sent with the reason.

    The others of the list may have been written. Sending the whole list again is right wherever readers stand repeats.
    """

    def __init__(self, failures: tuple[tuple[int, str], ...], sent: int) -> None:
        self.failures = failures
        self.sent = sent
        super().__init__(f"{len(failures)} of {sent} messages were not acknowledged; the first: {failures[0][1]}")


class MessageTooLargeError(UndeliverableError):
    """A message above the limit; nothing of its list was sent."""

    def __init__(self, *, index: int, topic: str, key: bytes | None, size: int, limit: int, sent: int) -> None:
        self.topic = topic
        self.key = key
        self.size = size
        self.limit = limit
        shown = (key or b"").decode("utf-8", "replace")[:80]
        reason = (
            f"the message with key '{shown}' for {topic} has {size} bytes; {limit} are allowed, so shorten its value"
        )
        super().__init__(((index, reason),), sent)


class EmbeddedBrokerError(BrokerError):
    """The embedded broker could not be started or refused a command."""


class LocalKafkaError(BrokerError):
    """A Kafka of our own could not be started; the message says what is missing."""
