"""A worker that goes back to the start where its group has committed nothing: Faust's consumer, with a fault of it mended.

After a rebalance Faust throws away what was fetched too soon and goes back to the committed offsets. For a partition without one
aiokafka goes nowhere: the position stays behind what was thrown away, so the first records of a partition are never worked on
and, once later ones are committed, lost. It needs only that a member dies before the first commit of a partition.

Offset 0 is asked for instead. Where the log begins later, the broker refuses it and the client goes to the earliest record, as
`consumer_auto_offset_reset` says.

Faust has no setting for it, so a method of it is replaced: its version is pinned, and a test walks the path.
"""

from collections.abc import Mapping
from typing import Any

from faust.transport.drivers.aiokafka import AIOKafkaConsumerThread


async def seek_to_committed(thread: Any) -> Mapping[Any, int | None]:
    """Go back to what was committed, in the thread of the consumer, else to the start; return the committed offsets."""
    return await thread.call_thread(_seek, thread._ensure_consumer())  # type: ignore[no-any-return]  # noqa: SLF001 - as above


async def _seek(consumer: Any) -> Mapping[Any, int | None]:
    committed: Mapping[Any, int | None] = await consumer.seek_to_committed()
    held = consumer.assignment()  # a rebalance meanwhile asks anew
    for place, offset in committed.items():
        if not offset and place in held:
            consumer.seek(place, 0)
    return committed


def mend() -> None:
    """Make every Faust worker in this process go back so; may be called again."""
    AIOKafkaConsumerThread.seek_to_committed = seek_to_committed
