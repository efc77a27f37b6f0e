from datetime import UTC, datetime

import pytest
from kafka.errors import CoordinatorNotAvailableError

from tocsin.broker import Broker, MessageTooLargeError, Outgoing, Record
from tocsin.broker.offsets import Extent, lag_of, patiently
from tocsin.broker.producer import refuse_too_large
from tocsin.broker.records import moment_of
from tocsin.messages.topics import ALERTS


def test_the_prefix_stands_before_topics_and_groups() -> None:
    broker = Broker("kafka:9092", "desk-")
    assert broker.topic(ALERTS) == "desk-tocsin.alerts.v1"
    assert broker.group("tocsin-deliver") == "desk-tocsin-deliver"


def test_several_addresses_are_read_one_by_one() -> None:
    assert Broker("a:9092, b:9092,").servers() == ["a:9092", "b:9092"]


def test_only_the_embedded_broker_is_spoken_to_in_an_old_protocol() -> None:
    assert "api_version" not in Broker("kafka:9092").client_settings()
    assert Broker("127.0.0.1:1", embedded=True).client_settings()["api_version"] == (2, 3)
    assert Broker("127.0.0.1:1", embedded=True).consumer_settings()["check_crcs"] is False


def test_a_message_above_a_mebibyte_is_refused_by_name_before_anything_is_sent() -> None:
    small, large = Outgoing("t", b"a", b"x"), Outgoing("t", b"big-one", b"x" * 1_048_576)
    with pytest.raises(
        MessageTooLargeError, match="key 'big-one' for t has 1048679 bytes; 1048576 are allowed"
    ) as caught:
        refuse_too_large([small, large])
    assert caught.value.failures[0][0] == 1


def test_headers_count_towards_the_size() -> None:
    assert Outgoing("t", None, b"x", (("name", b"12345"),)).size() == Outgoing("t", None, b"x").size() + 19


def test_the_last_header_of_a_name_counts() -> None:
    record = Record("t", 0, 0, moment_of(0), None, None, (("a", b"1"), ("a", b"2")))
    assert (record.header("a"), record.header("b")) == (b"2", None)


@pytest.mark.parametrize(
    ("milliseconds", "moment"),
    [
        (1_735_689_600_500, datetime(2025, 1, 1, 0, 0, 0, 500_000, tzinfo=UTC)),
        (-1, datetime(1970, 1, 1, tzinfo=UTC)),
        (9_223_372_036_854_775_807, datetime(1970, 1, 1, tzinfo=UTC)),
    ],
)
def test_timestamps_that_no_calendar_has_read_as_the_epoch(milliseconds: int, moment: datetime) -> None:
    assert moment_of(milliseconds) == moment


@pytest.mark.parametrize(
    ("extent", "commit", "lag"),
    [
        (Extent(0, 10), 4, 6),
        (Extent(0, 10), 10, 0),
        (Extent(3, 10), None, 7),
        (Extent(8, 10), 2, 2),  # what retention took is no longer before anybody
        (Extent(0, 10), 12, 0),  # the topic was made anew under a running group
    ],
)
def test_lag_counts_what_is_still_there_and_not_yet_committed(extent: Extent, commit: int | None, lag: int) -> None:
    assert lag_of(extent, commit) == lag


def test_a_broker_that_will_have_an_answer_soon_is_asked_again() -> None:
    answers: list[int | Exception] = [CoordinatorNotAvailableError(), CoordinatorNotAvailableError(), 7]

    def ask() -> int:
        answer = answers.pop(0)
        if isinstance(answer, Exception):
            raise answer
        return answer

    assert patiently(ask, pause=lambda _: None) == 7


def test_asking_again_ends_when_patience_does() -> None:
    def ask() -> int:
        raise CoordinatorNotAvailableError

    with pytest.raises(CoordinatorNotAvailableError):
        patiently(ask, patience=-1)
