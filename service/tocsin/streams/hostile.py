"""What `broker.hostile` does for kafka-python, for aiokafka: its fetcher gets batches that never raise while they are iterated.

aiokafka parses in C. A batch that this parser refuses is read again by the library's Python one, forgiving; what that refuses
too leaves one record with the reason, which the stage sets aside.
"""

from collections.abc import Iterator
from typing import Any

import aiokafka.record.default_records as python_records
from aiokafka.consumer import fetcher
from aiokafka.record import memory_records
from aiokafka.record._crecords import default_records as c_records

from tocsin.broker.hostile import read_forgiving, stand_in, unpack_gzip

_MAGIC = 16
"""Place of the format's version in a batch; both formats have it there."""


class _ForgivingParser(python_records._DefaultRecordBatchPy):  # type: ignore[misc]  # noqa: SLF001 - as in broker.hostile
    def _read_msg(self, *_: Any) -> Any:
        return read_forgiving(self, super()._read_msg)


class ForgivingBatch:
    """A batch of aiokafka's C parser, and its bytes for when that parser refuses them."""

    def __init__(self, batch: Any, raw: bytes) -> None:
        self._batch, self._raw = batch, raw

    def __getattr__(self, name: str) -> Any:
        """Return what the batch itself says of it."""
        return getattr(self._batch, name)

    def __next__(self) -> Any:
        """Return the next record as the C parser has it: for control batches, which brokers write."""
        return next(self._batch)

    def __iter__(self) -> Iterator[Any]:
        """Return the records; in the place of those that cannot be read, one that says so."""
        try:
            return iter(list(self._batch))
        except Exception:  # noqa: BLE001 - whatever a parser raises, it would raise for ever
            return self._again()

    def _again(self) -> Iterator[Any]:
        parser = _ForgivingParser(self._raw)
        try:
            yield from parser
        except Exception as error:  # noqa: BLE001 - as above
            last = parser.next_offset - 1
            header = stand_in(parser.base_offset, last, error)
            yield python_records._DefaultRecordPy(  # noqa: SLF001 - as above
                last, parser.max_timestamp, parser.timestamp_type, None, None, [header]
            )


class ForgivingRecords(memory_records._MemoryRecordsPy):  # type: ignore[misc]  # noqa: SLF001 - as above
    """The batches of one fetch."""

    def next_batch(self) -> Any:
        """Return the next batch, forgiving where it has the present format."""
        raw = self._next_slice
        batch = super().next_batch()
        if batch is None or raw is None or raw[_MAGIC] < 2:
            return batch
        return ForgivingBatch(batch, bytes(raw))


def guard() -> None:
    """Make every consumer of aiokafka in this process forgiving; may be called again."""
    python_records.gzip_decode = unpack_gzip
    c_records.gzip_decode = unpack_gzip
    fetcher.MemoryRecords = ForgivingRecords
