"""What stages ask of a broker, so that the in-memory double of `tocsin.testing` can stand in."""

from collections.abc import Iterable, Sequence
from datetime import timedelta
from typing import Protocol

from tocsin.broker.records import Outgoing, Placed, Record


class Sender(Protocol):
    """Writes messages."""

    def send_all(self, messages: Sequence[Outgoing]) -> list[Placed]:
        """Write all and return where they lie, or raise UndeliverableError."""

    def close(self) -> None:
        """Let go of the connection."""


class Reader(Protocol):
    """Reads the messages of its group's topics."""

    def poll(self, timeout: timedelta, max_records: int = 500) -> list[Record]:
        """Return what is there, waiting up to `timeout` for something."""

    def commit(self, records: Iterable[Record]) -> bool:
        """Mark the records, and all before them in their partitions, as worked through; False if they moved away."""

    def close(self) -> None:
        """Leave the group."""
