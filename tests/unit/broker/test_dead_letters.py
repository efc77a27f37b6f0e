from datetime import UTC, datetime, timedelta

import pytest

from tocsin.broker import Outgoing, Placed, Record
from tocsin.broker.dead_letters import (
    Letter,
    LetterIdError,
    Selection,
    check_id,
    cuts_of,
    is_marker,
    letters_of,
    marker_of,
    oldest_doomed,
    original_of,
)
from tocsin.messages import DeadLetter
from tocsin.messages.topics import DEAD_LETTERS

NOON = datetime(2025, 3, 1, 12, tzinfo=UTC)
ARTICLES = "x-tocsin.articles.v1"


def dead(topic: str = ARTICLES, *, stage: str = "detect", error: str = "not JSON", partition: int = 3) -> DeadLetter:
    return DeadLetter(b"key", b"{", stage, topic, partition, 41, error, (("schema", b"article/1"),))


def stored(offset: int, letter: DeadLetter) -> Record:
    return Record(DEAD_LETTERS.name, 0, offset, NOON, letter.key, letter.value, tuple(letter.to_headers()))


def marked(offset: int, letter: Letter, at: datetime = NOON) -> Record:
    marker = marker_of(DEAD_LETTERS.name, letter, Placed(ARTICLES, 3, 99))
    return Record(marker.topic, 0, offset, at, marker.key, marker.value, marker.headers)


def letters(*records: DeadLetter) -> list[Letter]:
    return letters_of(stored(offset, letter) for offset, letter in enumerate(records))


def test_a_letter_is_named_by_its_place_and_knows_where_it_came_from() -> None:
    (letter,) = letters_of([stored(17, dead())])
    assert letter.id == "0:17"
    assert letter.letter == dead()
    assert letter.replayed_at is None


def test_a_marker_is_no_letter_but_says_when_one_was_put_back_and_where() -> None:
    first, second = letters(dead(), dead())
    later = NOON + timedelta(hours=1)
    records = [stored(0, dead()), stored(1, dead()), marked(2, second), marked(3, second, later)]
    assert [is_marker(record) for record in records] == [False, False, True, True]
    found = letters_of(records)
    assert [letter.id for letter in found] == [first.id, second.id]
    assert [letter.replayed_at for letter in found] == [None, later]
    assert found[1].replayed_to == f"{ARTICLES}:3:99"


def test_the_original_goes_back_as_it_was_to_the_partition_it_came_from() -> None:
    (letter,) = letters(dead())
    assert original_of(letter, {ARTICLES: 8}) == Outgoing(ARTICLES, b"key", b"{", (("schema", b"article/1"),), 3)


def test_a_partition_that_is_gone_leaves_the_choice_to_the_key() -> None:
    (letter,) = letters(dead(partition=11))
    message = original_of(letter, {ARTICLES: 8})
    assert isinstance(message, Outgoing)
    assert message.partition is None


def test_a_letter_of_a_foreign_topic_is_never_put_back() -> None:
    (letter,) = letters(dead("somebody.elses"))
    assert original_of(letter, {ARTICLES: 8}) == "'somebody.elses' is no topic of this broker and prefix"


def test_a_file_that_could_not_be_read_is_put_back_by_hand() -> None:
    (letter,) = letters(dead("file:inbox/a.txt", stage="ingest", partition=-1))
    assert original_of(letter, {ARTICLES: 8}) == "it was a file; mend it and drop it into its folder again"


def test_an_empty_letter_cannot_be_put_back() -> None:
    (letter,) = letters(DeadLetter(None, None, "detect", ARTICLES, 0, 0, "empty"))
    assert original_of(letter, {ARTICLES: 8}) == "it is empty: neither key nor value"


@pytest.mark.parametrize(
    ("selection", "ids"),
    [
        (Selection(), ["0:0", "0:1", "0:2"]),
        (Selection(ids=("0:1",)), ["0:1"]),
        (Selection(stage="correlate"), ["0:1"]),
        (Selection(topic="tocsin.articles.v1"), ["0:0", "0:2"]),
        (Selection(topic="x-tocsin.signals.v1"), ["0:1"]),
        (Selection(error="JSON"), ["0:0"]),
        (Selection(error="unknown VERSION", stage="detect"), ["0:2"]),
        (Selection(replayed=True), []),
        (Selection(replayed=False), ["0:0", "0:1", "0:2"]),
    ],
)
def test_a_selection_needs_all_its_conditions(selection: Selection, ids: list[str]) -> None:
    found = letters(
        dead(),
        dead("x-tocsin.signals.v1", stage="correlate", error="missing field"),
        dead(error="unknown version 9"),
    )
    assert [letter.id for letter in found if selection.includes(letter)] == ids


@pytest.mark.parametrize(("text", "name"), [("0:17", "0:17"), ("00:017", "0:17")])
def test_an_id_is_partition_and_offset(text: str, name: str) -> None:
    assert check_id(text) == name


@pytest.mark.parametrize("text", ["17", "0:", "a:b", "0:1:2", "-1:2", "٣:1", ""])
def test_what_is_no_id_is_told_with_an_example(text: str) -> None:
    with pytest.raises(LetterIdError, match="write partition:offset, such as 0:17"):
        check_id(text)


def test_purging_stops_at_the_first_letter_to_keep() -> None:
    found = letters(dead(), dead(), dead(error="keep me"), dead())
    gone = oldest_doomed(found, lambda letter: letter.letter.error == "not JSON")
    assert [letter.id for letter in gone] == ["0:0", "0:1"]
    assert cuts_of(found, gone, {0: 4}) == {0: 2}


def test_purging_everything_cuts_behind_the_last_record_that_was_seen() -> None:
    found = letters(dead(), dead())
    assert cuts_of(found, oldest_doomed(found, lambda _: True), {0: 5}) == {0: 5}
