"""The detect stage in its own process, on the embedded broker and on Kafka."""

import json
from collections import Counter
from pathlib import Path

import pytest

from tocsin.broker import Broker, Outgoing, Producer, lag, read_to_end
from tocsin.broker.groups import DETECT
from tocsin.messages import DeadLetter, Findings
from tocsin.messages.topics import ARTICLES, DEAD_LETTERS, SIGNALS
from tocsin.testing.stages import StageProcess, wait_until

SCRIPT = str(Path(__file__).parents[1] / "acceptance" / "stage_process.py")


def detect(broker: Broker) -> StageProcess:
    kind = "embedded" if broker.embedded else "real"
    return StageProcess(SCRIPT, "detect", broker.bootstrap_servers, broker.topic_prefix, kind)


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
