from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import typer

from tocsin.broker import Broker
from tocsin.broker.dead_letters import Letter
from tocsin.cli.connection import check_format, connect
from tocsin.cli.dead_letters import _print_table, as_json, hexdump, parse_span, printable, readable
from tocsin.cli.kafka import default_directory
from tocsin.cli.status import process_word
from tocsin.messages import DeadLetter
from tocsin.ops.processes import Process

NOON = datetime(2025, 3, 1, 12, tzinfo=UTC)


def test_the_environment_says_which_broker() -> None:
    environ = {
        "TOCSIN_KAFKA__BOOTSTRAP_SERVERS": "kafka:9092",
        "TOCSIN_KAFKA__TOPIC_PREFIX": "desk-",
        "TOCSIN_KAFKA__EMBEDDED": "true",
    }
    assert connect(None, environ).broker == Broker("kafka:9092", "desk-", embedded=True)


def test_the_environment_wins_over_the_file(tmp_path: Path) -> None:
    config = tmp_path / "tocsin.yml"
    config.write_text("kafka: {bootstrap_servers: 'file:9092', topic_prefix: file-}\nports: {detect: 9202}\n")
    found = connect(config, {"TOCSIN_KAFKA__BOOTSTRAP_SERVERS": "environment:9092"})
    assert found.broker == Broker("environment:9092", "file-")
    assert (found.ports["detect"], found.markets) == (9202, 1)


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (None, "(no value)"),
        (b'{"a":"\xe9\x94\x91"}', '{\n  "a": "锑"\n}'),
        (b"plain", "plain"),
        (b"\x1b[2Jgone", "\\u001b[2Jgone"),
        (b"\xff\x00A", "00000000  ff 00 41" + " " * 39 + "  ..A"),
        (b"[" * 100_000, "[" * 100_000),
    ],
)
def test_a_value_is_shown_so_that_no_terminal_obeys_it(value: bytes | None, shown: str) -> None:
    assert readable(value) == shown


def test_bidirectional_marks_cannot_turn_a_line_around() -> None:
    assert printable("a\u202eb") == "a\\u202eb"


def test_a_dump_ends_after_four_kilobytes() -> None:
    lines = hexdump(b"\xff" * 5000).splitlines()
    assert len(lines) == 257
    assert lines[-1] == "… 904 more bytes"


def test_a_whole_letter_in_json_keeps_bytes_that_are_no_text() -> None:
    dead = DeadLetter(b"\xff", b"ok", "detect", "t", 1, 2, "bad", (("h", b"\x80"),))
    found = as_json(Letter(0, 7, NOON, dead), whole=True)
    assert (found["id"], found["key"], found["value"], found["headers"]) == ("0:7", "hex:ff", "ok", [["h", "hex:80"]])
    assert found["replayed_at"] is None


@pytest.mark.parametrize(("text", "span"), [("90s", timedelta(seconds=90)), ("7d", timedelta(days=7))])
def test_spans_are_written_with_a_unit(text: str, span: timedelta) -> None:
    assert parse_span(text) == span


@pytest.mark.parametrize("text", ["7", "d", "-1d", "1 week", "٧d"])
def test_what_is_no_span_is_told_with_an_example(text: str) -> None:
    with pytest.raises(typer.BadParameter, match="write one such as 12h or 7d"):
        parse_span(text)


def test_formats_are_table_and_json() -> None:
    assert check_format("json") == "json"
    with pytest.raises(typer.BadParameter, match="'xml' is no format"):
        check_format("xml")


@pytest.mark.parametrize(
    ("process", "word"),
    [
        (Process(None), "port unknown"),
        (Process(answers=False), "no answer"),
        (Process(answers=True), "unhealthy"),
        (Process(answers=True, healthy=True), "not ready"),
        (Process(answers=True, healthy=True, ready=True), "ready"),
    ],
)
def test_a_process_is_told_in_a_word(process: Process, word: str) -> None:
    assert process_word(process) == word


def test_data_are_kept_where_the_user_keeps_data(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", "/data")
    assert default_directory() == Path("/data/tocsin/kafka")


def test_dead_letters_are_readable_on_80_columns(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    error = (
        "article: text: is missing; a record needs source, id and text (schemas/README.md); found keys: body, headline"
    )
    dead = DeadLetter(b"k", b"v", "detect", "tocsin.articles.v1", 0, 1234, error)
    file = DeadLetter(b"k", b"v", "ingest", "file:inbox/\x1b[2Ja.pdf", 0, 0, "is no text")
    _print_table([Letter(0, 7, NOON, dead), Letter(0, 12345, NOON, file, replayed_at=NOON, replayed_to="x")])
    assert [line.rstrip() for line in capsys.readouterr().out.splitlines()] == [
        "id       set aside (UTC)      stage      from",
        "0:7      2025-03-01 12:00:00  detect     tocsin.articles.v1 0:1234",
        "         article: text: is missing; a record needs source, id and text",
        "         (schemas/README.md); found keys: body, headline",
        "0:12345  2025-03-01 12:00:00  ingest     file:inbox/\\u001b[2Ja.pdf  (replayed)",
        "         is no text",
    ]
