"""Batches that would stop a reader for ever, read all the same: kafka-python's parser, made forgiving.

Three things a producer may write and the broker takes, on each of which the client raises at the same place again and again:
a header whose name is not UTF-8, a batch that unpacks to gigabytes, a batch whose checksum holds and whose records do not parse.
The first is read with replacement characters. Of the others one record is left in the place of what cannot be read, at the
batch's last offset, with the reason in the header `UNREADABLE`, so that whoever reads can set it aside and go on.

The clients have no setting for it, so a class of theirs is replaced: versions are pinned, and tests walk the path.
"""

import zlib
from collections.abc import Iterator
from typing import Any

import kafka.record.default_records as defaults
import kafka.record.memory_records as memory
import structlog

log = structlog.get_logger(__name__)

UNREADABLE = "tocsin-unreadable"
"""Header of the record that stands for others; its value says why they cannot be read."""

LARGEST_BATCH = 64 * 1024 * 1024
"""Bytes that a batch may take when unpacked: 64 times what the topics take packed."""

_GZIP = 31
"""zlib's number for a stream with gzip's own header."""


class TooLargeError(Exception):
    """A batch unpacks to more than is allowed."""


def unpack_gzip(payload: Any, limit: int = LARGEST_BATCH) -> bytes:
    """Unpack, holding never more than the limit. Raises TooLargeError beyond it, zlib.error or EOFError for other faults."""
    left, parts, size = bytes(payload), [], 0
    while left:
        unpacker = zlib.decompressobj(_GZIP)
        parts.append(unpacker.decompress(left, limit - size + 1))
        size += len(parts[-1])
        if size > limit:
            raise TooLargeError(f"it unpacks to more than {limit} bytes")
        if not unpacker.eof:
            raise EOFError("its gzip stream is cut short")
        left = unpacker.unused_data
    return b"".join(parts)


class ForgivingBytes(bytearray):
    """A buffer whose parts are decoded with replacement characters where they are no text."""

    def __getitem__(self, key: Any) -> Any:
        """Return a byte, or a part that forgives as well."""
        found = super().__getitem__(key)
        return ForgivingBytes(found) if isinstance(key, slice) else found

    def decode(self, encoding: str = "utf-8", errors: str = "replace") -> str:
        """Decode, replacing what is no text."""
        return super().decode(encoding, errors)


def read_forgiving(batch: Any, read: Any) -> Any:
    """Read one record by the parser's own `read`; once more, forgiving, when a header's name is no text."""
    try:
        return read()
    except UnicodeDecodeError:
        strict, batch._buffer = batch._buffer, ForgivingBytes(batch._buffer)  # noqa: SLF001 - the parsers have no other way in
        try:
            return read()
        finally:
            batch._buffer = strict  # noqa: SLF001 - as above


def stand_in(first: int, last: int, error: Exception) -> tuple[str, bytes]:
    """Return the header of the record that stands for those which cannot be read, and say it loudly."""
    why = f"offsets {first} to {last} cannot be read: {type(error).__name__}: {str(error)[:200]}"
    log.error("batch cannot be read, stepped over", first=first, last=last, error=type(error).__name__)
    return (UNREADABLE, why.encode())


class ForgivingBatch(defaults.DefaultRecordBatch):  # type: ignore[misc]  # kafka-python ships no types
    """kafka-python's batch, which never raises while it is iterated."""

    __slots__ = ()

    def _read_msg(self, *_: Any) -> Any:
        return read_forgiving(self, super()._read_msg)

    def __iter__(self) -> Iterator[Any]:
        """Yield the records; in the place of those that cannot be read, one that says so."""
        try:
            self._maybe_uncompress()
            while self._next_record_index < self._num_records or self._pos != len(self._buffer):
                yield self.__next__()
        except Exception as error:  # noqa: BLE001 - whatever a parser raises, it would raise for ever
            header = stand_in(self.base_offset, self.last_offset, error)
            yield defaults.DefaultRecord(
                0, self.last_offset, self.max_timestamp, self.timestamp_type, None, None, [header]
            )


def guard() -> None:
    """Make every consumer of kafka-python in this process forgiving; may be called again."""
    defaults.gzip_decode = unpack_gzip
    memory.DefaultRecordBatch = ForgivingBatch
