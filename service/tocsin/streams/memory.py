"""Correlate's memory of one partition: the only producer that may write it, and the state read back from its records.

Taking a partition over is two acts in this order. First a producer starts under the partition's transactional id: Kafka shuts
out whoever had it (a worker that was stopped too long and wakes up finds itself fenced) and aborts what that one left open.
Then the events topic's partition is read, committed records only, to its end. What is read is thus complete, and stays so for
as long as our own producer is not shut out.

Keys of the events topic are event ids, and one more a partition: `@offset`, whose value `{"next": N}` is the offset of the
signals topic up to which everything is written. It is written in each transaction, so alerts, records and it agree always;
compaction keeps the newest of each key, and a null value deletes its event.
"""

import asyncio
import json
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

import structlog
from aiokafka import AIOKafkaConsumer, AIOKafkaProducer, TopicPartition

from tocsin.broker import Broker, Outgoing
from tocsin.messages.topics import EVENTS, MAX_MESSAGE_BYTES, SIGNALS
from tocsin.streams.outlet import send_all

log = structlog.get_logger(__name__)

S = TypeVar("S")

OFFSET_KEY = b"@offset"
"""Key of the record that holds the offset reached; an event id never begins with @."""

TRANSACTION_TIMEOUT_MS = 30_000
"""After so long the broker aborts a transaction whose writer is silent, so that readers do not wait for ever."""

SILENCE = 30.0
"""Seconds without a record after which reading back counts as failed."""

CLOSE_WITHIN = 10.0


class RecoveryError(Exception):
    """The state of a partition could not be read back."""


@dataclass
class Owned(Generic[S]):
    """One partition as its owner holds it: `state` and `next_offset` are those of the last committed transaction."""

    partition: int
    producer: Any
    state: S
    next_offset: int

    async def commit(self, groups: Sequence[Sequence[Outgoing]]) -> None:
        """Write all groups in one transaction, each acknowledged before the next is begun, or raise with none visible.

        Waiting within the transaction is needed: the client commits it although one of its records was refused. The order of
        groups matters only where transactions are not enforced (the embedded broker): alerts first, then what says so.
        """
        async with self.producer.transaction():
            for messages in groups:
                outcomes = await send_all(self._send, messages)
                refused = next((outcome for outcome in outcomes if outcome is not None), None)
                if refused is not None:
                    raise refused

    async def _send(self, message: Outgoing) -> Awaitable[object]:
        delivery: Awaitable[object] = await self.producer.send(
            message.topic,
            value=message.value,
            key=message.key,
            partition=message.partition,
            headers=list(message.headers) or None,
        )
        return delivery

    async def close(self) -> None:
        """Let the producer go; the broker aborts what it may have left open."""
        await _close(self.producer)


def transactional_id(broker: Broker, partition: int) -> str:
    """Return the id that makes a partition's writer the only one."""
    return broker.group(f"tocsin-correlate-{partition}")


async def take_over(
    broker: Broker,
    partition: int,
    restore: Callable[[list[tuple[bytes, bytes]]], S],
    progress: Callable[[int], None],
) -> Owned[S]:
    """Become the writer of the partition and read its state back; `progress` is told the records read so far.

    Raises RecoveryError when the broker stops answering meanwhile, and aiokafka's ProducerFenced when somebody was quicker.
    """
    producer = AIOKafkaProducer(
        bootstrap_servers=broker.servers(),
        client_id=f"tocsin-correlate-{partition}",
        transactional_id=transactional_id(broker, partition),
        transaction_timeout_ms=TRANSACTION_TIMEOUT_MS,
        request_timeout_ms=15_000,
        max_request_size=MAX_MESSAGE_BYTES,
        max_batch_size=256 * 1024,
        compression_type="gzip",
    )
    try:
        await producer.start()
        records, end = await _read_back(broker, partition, progress)
        next_offset = reached(records.pop(OFFSET_KEY, None), end)
        state = await asyncio.to_thread(restore, list(records.items()))
    except BaseException:
        await _close(producer)
        raise
    return Owned(partition, producer, state, next_offset)


async def _read_back(broker: Broker, partition: int, progress: Callable[[int], None]) -> tuple[dict[bytes, bytes], int]:
    """Return the newest value of each key of the events partition, and the end of the signals partition."""
    consumer = AIOKafkaConsumer(
        bootstrap_servers=broker.servers(),
        client_id=f"tocsin-correlate-{partition}-recovery",
        enable_auto_commit=False,
        auto_offset_reset="earliest",
        isolation_level="read_committed",
        check_crcs=not broker.embedded,
        fetch_max_wait_ms=50 if broker.embedded else 500,
        max_partition_fetch_bytes=8 * MAX_MESSAGE_BYTES,
    )
    events = TopicPartition(broker.topic(EVENTS), partition)
    signals = TopicPartition(broker.topic(SIGNALS), partition)
    await consumer.start()
    try:
        consumer.assign([events])
        ends = await consumer.end_offsets([events, signals])
        return await _read_to(consumer, events, ends[events], progress), ends[signals]
    finally:
        await consumer.stop()


async def _read_to(
    consumer: Any, place: TopicPartition, end: int, progress: Callable[[int], None]
) -> dict[bytes, bytes]:
    newest: dict[bytes, bytes] = {}
    count = 0
    loop = asyncio.get_running_loop()
    last_news = loop.time()
    await consumer.seek_to_beginning(place)
    position = await consumer.position(place)
    while position < end:
        found = (await consumer.getmany(place, timeout_ms=500, max_records=5_000)).get(place, [])
        for record in found:
            if record.value is None:
                newest.pop(record.key, None)
            else:
                newest[record.key] = record.value
        before, position = position, await consumer.position(place)
        if position > before:
            count += len(found)
            last_news = loop.time()
            progress(count)
        elif loop.time() - last_news > SILENCE:
            raise RecoveryError(
                f"{place.topic} {place.partition}: nothing came for {SILENCE:.0f} s at {position} of {end}"
            )
    return newest


def reached(value: bytes | None, end: int) -> int:
    """Return the offset of the signals partition to go on from.

    A mark beyond the topic's end means that the topic was made anew: its records are new ones, although their offsets are
    low, so the mark says nothing of them. What they repeat is known by the event records.
    """
    if value is None:
        return 0
    mark = int(json.loads(value)["next"])
    if mark > end:
        log.warning("the signals topic ends before the offset reached, so it was made anew", reached=mark, end=end)
        return 0
    return mark


def offset_record(broker: Broker, partition: int, next_offset: int) -> Outgoing:
    """Return the message that says how far the partition's writer has come."""
    value = json.dumps({"next": next_offset}).encode()
    return Outgoing(broker.topic(EVENTS), OFFSET_KEY, value, partition=partition)


async def _close(client: Any) -> None:
    """Close a client, without waiting longer for a broker that may be gone."""
    with suppress(Exception):
        await asyncio.wait_for(client.stop(), CLOSE_WITHIN)
