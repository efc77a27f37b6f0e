from datetime import UTC, datetime

from tocsin.broker import Record
from tocsin.messages import DeadLetter
from tocsin.messages.topics import MAX_MESSAGE_BYTES
from tocsin.streams.dead_letters import LARGEST, dead_letter

NOW = datetime(2025, 3, 1, tzinfo=UTC)


def test_the_original_bytes_travel_with_where_and_why() -> None:
    record = Record("p-tocsin.articles.v1", 3, 7, NOW, b"k", b"\xff", (("schema", b"article/9"),))
    message = dead_letter(record, stage="detect", topic="p-tocsin.dead-letters.v1", error="json_invalid")
    assert message.topic == "p-tocsin.dead-letters.v1"
    assert DeadLetter.from_record(message.key, message.value, message.headers) == DeadLetter(
        key=b"k",
        value=b"\xff",
        stage="detect",
        topic="p-tocsin.articles.v1",
        partition=3,
        offset=7,
        error="json_invalid",
        headers=(("schema", b"article/9"),),
    )


def test_a_record_too_large_to_write_again_leaves_its_value_and_says_where_it_lies() -> None:
    record = Record("articles", 3, 7, NOW, b"k" * 500_000, b"a" * (MAX_MESSAGE_BYTES * 5))
    message = dead_letter(record, stage="detect", topic="dead", error="e" * 5_000)
    letter = DeadLetter.from_record(message.key, message.value, message.headers)
    assert message.size() < LARGEST
    assert (letter.topic, letter.partition, letter.offset, letter.value) == ("articles", 3, 7, b"")
    assert letter.error.endswith("5242880 bytes are too many to keep here, read them at topic, partition and offset")


def test_headers_of_a_hostile_producer_do_not_stop_its_record_from_being_set_aside() -> None:
    record = Record("articles", 0, 1, NOW, None, b"x", (("h", b"a" * MAX_MESSAGE_BYTES),))
    assert dead_letter(record, stage="detect", topic="dead", error="bad").size() < LARGEST


def test_a_record_without_key_and_value_can_be_set_aside_too() -> None:
    message = dead_letter(Record("articles", 0, 1, NOW, None, None), stage="detect", topic="dead", error="no value")
    assert (message.key, message.value) == (None, b"")
