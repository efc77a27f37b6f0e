"""What is read from a topic and what is written to one, free of the client library's types."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import NamedTuple

Headers = tuple[tuple[str, bytes], ...]

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_RECORD_OVERHEAD = 96
_HEADER_OVERHEAD = 10


class Partition(NamedTuple):
    """One partition of a topic, by its full name."""

    topic: str
    number: int


@dataclass(frozen=True, slots=True)
class Record:
    """A message as it lies on a topic. `topic` is the full name, `timestamp` is aware; a header that is null reads as empty."""

    topic: str
    partition: int
    offset: int
    timestamp: datetime
    key: bytes | None
    value: bytes | None
    headers: Headers = ()

    def header(self, name: str) -> bytes | None:
        """Return the last header of that name, or None."""
        return next((data for found, data in reversed(self.headers) if found == name), None)


@dataclass(frozen=True, slots=True)
class Outgoing:
    """A message to write. `topic` is the full name; without `partition` the key decides it. A null value deletes its key."""

    topic: str
    key: bytes | None
    value: bytes | None
    headers: Headers = ()
    partition: int | None = None

    def size(self) -> int:
        """Return the bytes it takes at most, before compression."""
        headers = sum(len(name.encode()) + len(data) + _HEADER_OVERHEAD for name, data in self.headers)
        return len(self.key or b"") + len(self.value or b"") + headers + _RECORD_OVERHEAD


@dataclass(frozen=True, slots=True)
class Placed:
    """Where the broker put a message."""

    topic: str
    partition: int
    offset: int


def moment_of(milliseconds: int) -> datetime:
    """Return the moment of a Kafka timestamp; one that is absent or beyond the calendar is the epoch."""
    try:
        return _EPOCH + timedelta(milliseconds=max(0, milliseconds))
    except OverflowError:
        return _EPOCH
