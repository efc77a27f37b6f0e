"""Setting a record aside: as the bytes it came in, with where and why in headers."""

from tocsin.broker import Outgoing, Record
from tocsin.messages import DeadLetter
from tocsin.messages.topics import MAX_MESSAGE_BYTES

ROOM = 4096
"""Bytes kept free below the broker's limit for a batch's own overhead."""

LARGEST = MAX_MESSAGE_BYTES - ROOM
"""The largest message that a stage writes, in bytes before compression."""


def dead_letter(record: Record, *, stage: str, topic: str, error: str) -> Outgoing:
    """Return the message that sets the record aside on `topic` (full name).

    Its key is the source's. A record that came compressed may be larger than we can write again: then its value stays
    behind, and the reason names the place where it still lies.
    """
    letter = DeadLetter(
        key=record.key,
        value=record.value,
        stage=stage,
        topic=record.topic,
        partition=record.partition,
        offset=record.offset,
        error=error,
        headers=record.headers,
    )
    nothing = letter.key is None and letter.value is None  # which clients refuse to write
    message = Outgoing(topic, letter.key, b"" if nothing else letter.value, tuple(letter.to_headers()))
    return message if message.size() <= LARGEST else _without_value(letter, topic)


def _without_value(letter: DeadLetter, topic: str) -> Outgoing:
    size = len(letter.value or b"")
    short = DeadLetter(
        key=letter.key if len(letter.key or b"") <= ROOM else None,
        value=b"",
        stage=letter.stage,
        topic=letter.topic,
        partition=letter.partition,
        offset=letter.offset,
        error=f"{letter.error[:300]}; its {size} bytes are too many to keep here, read them at topic, partition and offset",
    )
    return Outgoing(topic, short.key, b"", tuple(short.to_headers()))
