"""The detect stage in its own process, on the embedded broker and on Kafka."""

import json
from collections import Counter
from pathlib import Path

import pytest
from kafka import TopicPartition
from kafka.admin import KafkaAdminClient

from tocsin.broker import Broker, Outgoing, Producer, lag, read_to_end
from tocsin.broker.groups import DETECT
from tocsin.messages import DeadLetter, Findings
from tocsin.messages.topics import ARTICLES, DEAD_LETTERS, SIGNALS
from tocsin.testing.stages import StageProcess, wait_until

SCRIPT = str(Path(__file__).parents[1] / "acceptance" / "stage_process.py")


def detect(broker: Broker, *, resume: int = 0) -> StageProcess:
    kind = "embedded" if broker.embedded else "real"
    return StageProcess(SCRIPT, "detect", broker.bootstrap_servers, broker.topic_prefix, kind, "0", "0", str(resume))


def write(broker: Broker, *values: bytes | None) -> None:
    with Producer(broker) as producer:
        producer.send_all([Outgoing(broker.topic(ARTICLES), b"k", value) for value in values])


def article(number: int, text: str = "Antimony rose 5%.") -> bytes:
    return json.dumps({"source": "smm", "id": str(number), "text": text}).encode()


def findings(broker: Broker) -> list[Findings]:
    return [Findings.model_validate_json(found.value or b"") for found in read_to_end(broker, broker.topic(SIGNALS))]


def dead_letters(broker: Broker) -> list[DeadLetter]:
    found = read_to_end(broker, broker.topic(DEAD_LETTERS))
    return [DeadLetter.from_record(one.key, one.value, one.headers) for one in found]


def test_every_article_makes_findings_and_everything_else_a_dead_letter(broker: Broker) -> None:
    with detect(broker) as stage:
        write(broker, article(1), b"\xff\xfe", None, article(2, "trip over me"), b'{"source": "smm"}', article(3))
        wait_until(lambda: len(findings(broker)) == 2 and len(dead_letters(broker)) == 4, "all is worked through")
        assert {found.id for found in findings(broker)} == {"1", "3"}
        assert [(letter.stage, letter.offset, letter.error.split(":")[0]) for letter in dead_letters(broker)] == [
            ("detect", 1, "ArticleRecord"),
            ("detect", 2, "the record has no value, article/1 is wanted"),
            ("detect", 3, "RuntimeError"),
            ("detect", 4, "ArticleRecord"),
        ]
        assert stage.figure('tocsin_dead_letters_total{reason="handler",stage="detect"}') == 1
        wait_until(lambda: set(stage.figures("tocsin_lag_records").values()) == {0.0}, "it knows that nothing is left")
        assert stage.stop() == 0
    assert sum(lag(broker, broker.group(DETECT), [broker.topic(ARTICLES)]).values()) == 0


def test_a_bad_release_stays_up_unready_and_a_good_one_finds_everything(broker: Broker) -> None:
    with detect(broker) as stage:
        write(broker, *[article(number, "trip") for number in range(60)])
        wait_until(
            lambda: not stage.is_ready() and any("in a row" in why for why in stage.problems()), "it stops taking"
        )
        assert stage.get("/healthz")[0] == 200
        assert stage.figure('tocsin_stopped_taking{stage="detect"}') == 1
        assert stage.stop() == 0
    assert len(dead_letters(broker)) < 60
    assert sum(lag(broker, broker.group(DETECT), [broker.topic(ARTICLES)]).values()) > 0


class NoText(str):
    """A header's name whose bytes are no UTF-8."""

    __slots__ = ()

    def encode(self, encoding: str = "utf-8", errors: str = "strict") -> bytes:
        del encoding, errors
        return b"\xff\xfe"


def test_a_header_whose_name_is_no_text_stops_nobody(broker: Broker) -> None:
    with detect(broker) as stage:
        with Producer(broker) as producer:
            producer.send_all([Outgoing(broker.topic(ARTICLES), b"k", article(1), ((NoText("bad"), b"x"),))])
        write(broker, b"no json", article(2))
        wait_until(lambda: {found.id for found in findings(broker)} == {"1", "2"}, "both are worked through")
        assert [letter.offset for letter in dead_letters(broker)] == [1]
        assert stage.is_ready()
    raw = list(read_to_end(broker, broker.topic(ARTICLES)))
    assert [[name for name, _ in one.headers] for one in raw] == [["\ufffd\ufffd"], [], []]


@pytest.mark.real_broker
def test_a_second_process_takes_over_what_a_killed_one_left(real_broker: Broker) -> None:
    broker = real_broker
    with detect(broker) as first, detect(broker) as second:
        first.wait_ready()
        second.wait_ready()
        write(broker, *[article(number) for number in range(40)])
        wait_until(lambda: len(findings(broker)) >= 5, "the work has begun")
        first.kill()
        write(broker, *[article(number) for number in range(40, 80)])
        wait_until(lambda: len({found.id for found in findings(broker)}) == 80, "all is worked through")
    assert set(Counter(found.article_id for found in findings(broker)).values()) <= {1, 2}


@pytest.mark.real_broker
def test_what_was_fetched_before_a_stage_takes_records_is_worked_on_though_nothing_was_committed(
    real_broker: Broker,
) -> None:
    broker, topic = real_broker, real_broker.topic(ARTICLES)
    written: set[str] = set()
    with detect(broker, resume=1500) as first, Producer(broker) as producer:
        first.wait_ready()
        with detect(broker) as second:
            second.wait_ready()
            wait_until(first.is_ready, "both are settled")
            second.kill()  # the first gets its partitions back, none of which was ever committed

            def write_one_more() -> bool:
                """Write on, so that a fetch ends at once whenever one is under way; true once the first has them back."""
                number = len(written)
                producer.send_all([Outgoing(topic, str(number).encode(), article(number))])
                written.add(str(number))
                return not first.is_ready()

            wait_until(write_one_more, "the partitions are handed over")
            wait_until(lambda: {found.id for found in findings(broker)} == written, "all are found")


@pytest.mark.real_broker
def test_a_partition_that_begins_later_and_was_never_committed_is_read_from_its_first_record(
    real_broker: Broker,
) -> None:
    broker = real_broker
    write(broker, *[article(number) for number in range(10)])
    place = next(read_to_end(broker, broker.topic(ARTICLES)))
    admin = KafkaAdminClient(bootstrap_servers=broker.servers())
    try:
        admin.delete_records({TopicPartition(place.topic, place.partition): 6})
    finally:
        admin.close()
    with detect(broker):
        wait_until(lambda: {found.id for found in findings(broker)} == {"6", "7", "8", "9"}, "the rest is found")
