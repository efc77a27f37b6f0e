import io
import json
import logging
from collections.abc import Iterator

import pytest
import structlog
from pydantic import BaseModel, ValidationError

from tocsin.telemetry.logs import Throttle, configure, describe, mask, where


@pytest.fixture
def lines() -> Iterator[io.StringIO]:
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    out = io.StringIO()
    configure("detect", stream=out, as_json=True)
    yield out
    root.handlers[:] = handlers
    root.setLevel(level)
    structlog.reset_defaults()


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("https://hooks.slack.com/services/T1/B2/secret", "https://hooks.slack.com/…"),
        ("http://user:pass@example.org:8080/x?token=1", "http://example.org:8080/…"),
        ("https://example.org", "https://example.org"),
        ("https://example.org?key=1", "https://example.org/…"),
        ("slack://TOKENA/TOKENB/TOKENC/#general", "slack://…"),
        ("mailtos://alice:pw@example.org?to=bob@example.org", "mailtos://…"),
        ("sent to alice.smith+news@example.org.", "sent to a…@example.org."),
        ("postgresql://u:p@db/tocsin failed", "postgresql://… failed"),
        ("127.0.0.1:9092 is gone", "127.0.0.1:9092 is gone"),
    ],
)
def test_addresses_lose_what_may_be_secret(text: str, shown: str) -> None:
    assert mask(text) == shown


def test_a_long_value_is_cut() -> None:
    assert len(mask("锑" * 100_000)) == 2_001


def test_a_line_is_json_with_stage_level_and_time(lines: io.StringIO) -> None:
    structlog.get_logger("tocsin.x").info(
        "sent", to=["https://a.example/t0ken", {"mail": "bob@example.org"}], raw=b"abc"
    )
    line = json.loads(lines.getvalue())
    assert line["event"] == "sent"
    assert line["stage"] == "detect"
    assert line["level"] == "info"
    assert line["to"] == ["https://a.example/…", {"mail": "b…@example.org"}]
    assert line["raw"] == "3 bytes"
    assert line["timestamp"].endswith("Z")


def test_loggers_of_the_standard_library_take_the_same_shape(lines: io.StringIO) -> None:
    logging.getLogger("somewhere").warning("no answer from %s", "https://a.example/t0ken")
    assert json.loads(lines.getvalue())["event"] == "no answer from https://a.example/…"


def test_foreign_libraries_speak_from_warning_up(lines: io.StringIO) -> None:
    logging.getLogger("aiokafka.consumer").info("joined")
    logging.getLogger("faust.app").debug("record")
    assert lines.getvalue() == ""


def test_an_exception_is_told_without_its_input(lines: io.StringIO) -> None:
    class Price(BaseModel):
        amount: int

    with pytest.raises(ValidationError) as raised:
        Price.model_validate_json(b'{"amount": "the text of an article"}')
    assert describe(raised.value) == "Price: amount: int_parsing"
    assert where(raised.value).startswith("main.py:")
    structlog.get_logger("tocsin.x").error("bad record", exc_info=raised.value)
    text = lines.getvalue()
    assert "article" not in text
    assert json.loads(text)["error"] == "Price: amount: int_parsing"
    assert any("test_logs.py" in frame for frame in json.loads(text)["trace"])


def test_an_error_without_message_is_its_type() -> None:
    assert describe(TimeoutError()) == "TimeoutError"
    assert where(TimeoutError()) == "unknown"


def test_a_terminal_gets_readable_lines() -> None:
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    out = io.StringIO()
    configure(stream=out, as_json=False)
    structlog.get_logger("tocsin.x").info("ready", port=9101)
    root.handlers[:] = handlers
    root.setLevel(level)
    structlog.reset_defaults()
    assert "ready" in out.getvalue()
    assert "port=9101" in out.getvalue()


@pytest.mark.parametrize(("wish", "form"), [("json", "{"), ("console", "20"), ("", "{")])
def test_the_environment_chooses_the_form(wish: str, form: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TOCSIN_LOG_FORMAT", wish)
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    out = io.StringIO()
    configure("detect", stream=out)
    logging.getLogger("x").warning("up")
    root.handlers[:] = handlers
    root.setLevel(level)
    structlog.reset_defaults()
    assert out.getvalue().startswith(form)


def test_a_foreign_library_that_repeats_itself_is_heard_once_in_a_while(lines: io.StringIO) -> None:
    now = [0.0]
    handler = logging.getLogger().handlers[0]
    handler.filters[:] = [Throttle(every=10, clock=lambda: now[0])]
    for _ in range(50):
        logging.getLogger("aiokafka.conn").warning("no connection to %s", "node 1")
        logging.getLogger("tocsin.x").warning("ours")
    now[0] = 10.0
    logging.getLogger("aiokafka.conn").warning("no connection to %s", "node 1")
    said = [json.loads(line)["event"] for line in lines.getvalue().splitlines()]
    assert said.count("ours") == 50
    assert [text for text in said if text != "ours"] == [
        "no connection to node 1",
        "no connection to node 1 (49 more like it left out)",
    ]


def test_lines_that_differ_in_their_numbers_alone_count_as_one_kind() -> None:
    throttle = Throttle(10.0, clock=lambda: 0.0)
    lines = [
        logging.LogRecord("kafka.net", logging.ERROR, "", 1, f"attempt to {n} failed (backoff {n}.25 s)", None, None)
        for n in range(5)
    ]
    assert [throttle.filter(line) for line in lines] == [True, False, False, False, False]
