import gzip
from collections.abc import Callable
from typing import Any

import kafka.record.memory_records as kafka_memory
import pytest
from aiokafka.consumer import fetcher
from kafka.record.default_records import DefaultRecordBatchBuilder

from tocsin.broker import hostile as broker_hostile
from tocsin.broker.hostile import UNREADABLE, TooLargeError, unpack_gzip
from tocsin.streams import hostile as stream_hostile

CODEC_GZIP = 1


def aio(raw: bytes) -> list[Any]:
    stream_hostile.guard()
    records = fetcher.MemoryRecords(raw)
    found = []
    while records.has_next():
        found += list(records.next_batch())
    return found


def plain(raw: bytes) -> list[Any]:
    broker_hostile.guard()
    return [record for batch in kafka_memory.MemoryRecords(raw) for record in batch]


def batch(*values: bytes, header: str | None = None, compression: int = 0) -> bytes:
    builder = DefaultRecordBatchBuilder(
        magic=2,
        compression_type=compression,
        is_transactional=False,
        producer_id=-1,
        producer_epoch=-1,
        base_sequence=-1,
        batch_size=1 << 30,
    )
    for offset, value in enumerate(values):
        builder.append(offset, 0, b"k", value, [] if header is None else [(header, b"x")])
    return bytes(builder.build())


both = pytest.mark.parametrize("read", [aio, plain])


@both
def test_ordinary_batches_are_read_as_ever(read: Callable[[bytes], list[Any]]) -> None:
    raw = batch(b"a", b"b", header="name") + batch(b"c", compression=CODEC_GZIP)
    assert [(one.offset, one.value, list(one.headers)) for one in read(raw)] == [
        (0, b"a", [("name", b"x")]),
        (1, b"b", [("name", b"x")]),
        (0, b"c", []),
    ]


@both
def test_a_header_name_that_is_no_text_is_read_with_a_replacement(read: Callable[[bytes], list[Any]]) -> None:
    raw = batch(b"a", b"b", header="name").replace(b"name", b"\xffame", 1)
    assert [(one.offset, one.value, list(one.headers)) for one in read(raw)] == [
        (0, b"a", [("\ufffdame", b"x")]),
        (1, b"b", [("name", b"x")]),
    ]


@both
def test_of_a_batch_that_unpacks_to_too_much_one_record_says_so(
    read: Callable[[bytes], list[Any]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(unpack_gzip, "__defaults__", (1000,))
    (one,) = read(batch(b"a", b"0" * 100_000, compression=CODEC_GZIP))
    ((name, why),) = one.headers
    assert (one.offset, one.value, name) == (1, None, UNREADABLE)
    assert why.startswith(b"offsets 0 to 1 cannot be read: TooLargeError")


@both
def test_records_that_do_not_parse_are_stepped_over_and_the_next_batch_is_read(
    read: Callable[[bytes], list[Any]],
) -> None:
    broken = bytearray(batch(b"aaaa", b"bbbb"))
    broken[61] = 0x7E  # the first record's length
    found = read(bytes(broken) + batch(b"c"))
    assert [(one.offset, one.value) for one in found] == [(1, None), (0, b"c")]


def test_no_more_than_the_limit_is_unpacked() -> None:
    packed = gzip.compress(b"0" * 10_000)
    assert unpack_gzip(packed, 10_000) == b"0" * 10_000
    assert unpack_gzip(packed + packed, 20_000) == b"0" * 20_000
    with pytest.raises(TooLargeError):
        unpack_gzip(packed, 9_999)
    with pytest.raises(EOFError):
        unpack_gzip(packed[:-9], 10_000)
