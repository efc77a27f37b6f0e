"""`tocsin dead-letters` on both brokers: found, shown, put back as it was, once."""

import json
from collections.abc import Callable
from typing import Any

import pytest

from tocsin.broker import Broker, Outgoing, Producer, Record, read_to_end
from tocsin.broker.dead_letters import Selection, is_marker, list_letters, replay
from tocsin.cli import main
from tocsin.messages import DeadLetter
from tocsin.messages.topics import ARTICLES, DEAD_LETTERS, SIGNALS

Run = Callable[..., tuple[int, str]]


@pytest.fixture
def run(broker: Broker, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs a command against the broker; returns exit status and what it printed."""
    monkeypatch.setenv("TOCSIN_KAFKA__BOOTSTRAP_SERVERS", broker.bootstrap_servers)
    monkeypatch.setenv("TOCSIN_KAFKA__TOPIC_PREFIX", broker.topic_prefix)
    monkeypatch.setenv("TOCSIN_KAFKA__EMBEDDED", str(broker.embedded).lower())

    def call(*arguments: str) -> tuple[int, str]:
        try:
            main(["dead-letters", *arguments])
            code: Any = 0
        except SystemExit as done:
            code = done.code
        return int(code or 0), capsys.readouterr().out

    return call


@pytest.fixture
def letters(broker: Broker) -> list[DeadLetter]:
    """Three letters on the broker: two of articles, one of signals."""
    articles, signals = broker.topic(ARTICLES), broker.topic(SIGNALS)
    found = [
        DeadLetter(b"a1", b'{"text": 7}', "detect", articles, 5, 3, "text: not a string", (("schema", b"article/1"),)),
        DeadLetter(None, b"\xff\x00broken", "detect", articles, 2, 9, "not JSON"),
        DeadLetter(b"default", b"{}", "correlate", signals, 0, 4, "article_id: missing"),
    ]
    topic = broker.topic(DEAD_LETTERS)
    with Producer(broker) as producer:
        producer.send_all([Outgoing(topic, one.key, one.value, tuple(one.to_headers())) for one in found])
    return found


def on(broker: Broker, topic: str) -> list[Record]:
    return list(read_to_end(broker, topic))


@pytest.mark.usefixtures("letters")
def test_letters_are_listed_by_stage_with_their_reason(run: Run) -> None:
    code, out = run("list", "--format", "json", "--stage", "detect")
    assert code == 0
    assert [(one["id"], one["partition"], one["offset"], one["error"]) for one in json.loads(out)] == [
        ("0:0", 5, 3, "text: not a string"),
        ("0:1", 2, 9, "not JSON"),
    ]
    code, table = run("list")
    assert code == 0
    assert all(word in table for word in ("0:0", "0:1", "0:2", "correlate"))


@pytest.mark.usefixtures("letters")
def test_a_letter_is_shown_as_json_or_as_bytes(run: Run) -> None:
    assert '"text": 7' in run("show", "0:0")[1]
    assert "ff 00 62 72 6f 6b 65 6e" in run("show", "0:1")[1]
    assert run("show", "0:77")[0] == 2


def test_what_is_put_back_is_what_came_and_a_repeat_does_nothing(
    broker: Broker, letters: list[DeadLetter], run: Run
) -> None:
    assert run("replay", "--stage", "detect")[0] == 0
    back = on(broker, broker.topic(ARTICLES))
    assert sorted((one.partition, one.key or b"", one.value or b"", one.headers) for one in back) == [
        (2, b"", b"\xff\x00broken", ()),
        (5, b"a1", b'{"text": 7}', (("schema", b"article/1"),)),
    ]
    code, out = run("replay", "--stage", "detect", "--format", "json")
    assert (code, json.loads(out)) == (0, [])
    assert len(on(broker, broker.topic(ARTICLES))) == 2
    waiting = list_letters(broker, Selection(replayed=False))
    assert [one.letter for one in waiting] == [letters[2]]


def test_one_may_be_put_back_again_on_demand(broker: Broker, letters: list[DeadLetter], run: Run) -> None:
    assert run("replay", "0:2")[0] == 0
    assert run("replay", "0:2", "--again")[0] == 0
    assert [one.value for one in on(broker, broker.topic(SIGNALS))] == [letters[2].value] * 2


@pytest.mark.usefixtures("letters")
def test_an_id_that_is_not_there_is_told_and_the_others_go_back(broker: Broker, run: Run) -> None:
    assert run("replay", "0:2", "0:50")[0] == 1
    assert len(on(broker, broker.topic(SIGNALS))) == 1


@pytest.mark.usefixtures("letters")
def test_replay_without_a_selection_is_refused(broker: Broker, run: Run) -> None:
    assert run("replay")[0] == 2
    assert not any(is_marker(one) for one in on(broker, broker.topic(DEAD_LETTERS)))


def test_a_letter_that_names_a_foreign_topic_is_left(broker: Broker) -> None:
    letter = DeadLetter(b"k", b"v", "detect", "__consumer_offsets", 0, 0, "hostile")
    with Producer(broker) as producer:
        producer.send_all([Outgoing(broker.topic(DEAD_LETTERS), b"k", b"v", tuple(letter.to_headers()))])
    (result,) = replay(broker, Selection())
    assert result.placed is None
    assert "is no topic of this broker" in result.reason


@pytest.mark.real_broker
def test_purge_takes_what_was_replayed_up_to_the_first_that_waits(
    real_broker: Broker, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("TOCSIN_KAFKA__BOOTSTRAP_SERVERS", real_broker.bootstrap_servers)
    monkeypatch.setenv("TOCSIN_KAFKA__TOPIC_PREFIX", real_broker.topic_prefix)
    topic = real_broker.topic(DEAD_LETTERS)
    dead = DeadLetter(b"k", b"v", "detect", real_broker.topic(ARTICLES), 0, 0, "bad")
    with Producer(real_broker) as producer:
        producer.send_all([Outgoing(topic, b"k", b"%d" % number, tuple(dead.to_headers())) for number in range(4)])
    replay(real_broker, Selection(ids=("0:0", "0:1", "0:3")))
    with pytest.raises(SystemExit) as refused:
        main(["dead-letters", "purge"])
    assert refused.value.code == 2
    assert len(list_letters(real_broker)) == 4
    with pytest.raises(SystemExit) as done:
        main(["dead-letters", "purge", "--yes"])
    assert done.value.code in {0, None}
    assert "2 deleted, up to 0:1" in capsys.readouterr().out
    kept = list_letters(real_broker)
    assert [(one.id, one.replayed_at is not None) for one in kept] == [("0:2", False), ("0:3", True)]
