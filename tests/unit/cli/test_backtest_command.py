"""`tocsin backtest`: what it says of a call that cannot work."""

import json
import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from tocsin.cli import build_app
from tocsin.messages import ids
from tocsin.rules.faults import TocsinError
from tocsin.testing.builders import findings, signal

CONFIG = 'receivers: {desk: {url: "json://127.0.0.1/hook"}}\npolicies:\n  - {name: any, send_to: desk}\n'


@pytest.fixture
def config(tmp_path: Path) -> Path:
    (tmp_path / "tocsin.yml").write_text(CONFIG, "utf-8")
    return tmp_path / "tocsin.yml"


def backtest(*arguments: object, stdin: bytes | None = None) -> Result:
    return CliRunner().invoke(build_app("backtest"), ["backtest", *map(str, arguments)], input=stdin)


def recorded() -> bytes:
    return b"".join(findings(signal(change=f"{n} percent"), article=f"a{n}").to_json() + b"\n" for n in range(1, 4))


@pytest.mark.parametrize("piped", [False, True])
def test_signals_where_articles_are_read_are_told_once_with_the_option(config: Path, *, piped: bool) -> None:
    history = config.with_name("history.jsonl")
    history.write_bytes(recorded())
    result = backtest(config, "-" if piped else history, stdin=recorded() if piped else None)
    assert isinstance(result.exception, TocsinError)
    place = "-:1" if piped else f"{history}:1"
    told = f"{place}: is what detect found in an article, and no article; add --from-signals to replay it"
    assert str(result.exception) == told
    assert backtest(config, history, "--from-signals").exit_code == 0


def test_a_date_that_is_none_is_quoted_with_one_that_is(config: Path) -> None:
    result = backtest(config, config, "--from", "tomorrow")
    assert result.exit_code == 2
    assert "'tomorrow' is no date; write one such as" in result.output


def test_a_configuration_that_is_not_there_is_named(tmp_path: Path) -> None:
    result = backtest(tmp_path / "none.yml", tmp_path)
    assert str(result.exception) == f"{tmp_path / 'none.yml'}: does not exist; correct the path of the configuration"


def on_topic(name: str, came_in: str, published: str, change: int) -> str:
    """Return a line as it stands on the articles topic."""
    record = {
        "source": "wire", "id": name, "article_id": ids.article_id(url=None, source="wire", id=name, content=""),
        "text": f"Copper prices rose {change}% on Monday.", "language": "en", "dated": True, "publisher": name,
        "ingested_at": came_in, "published_at": published,
    }  # fmt: skip
    return json.dumps(record) + "\n"


def test_what_was_taken_from_the_articles_topic_comes_in_when_it_did(tmp_path: Path) -> None:
    """A stage that stood still for a day: the later article came in first, and the cooldown began with it."""
    policy = "  - {name: any, signal: price_move, cooldown: 2d, send_to: desk}\n"
    config, history = tmp_path / "tocsin.yml", tmp_path / "articles.jsonl"
    config.write_text(CONFIG.replace("  - {name: any, send_to: desk}\n", policy), "utf-8")
    history.write_text(
        on_topic("late", "2025-03-05T09:00:00Z", "2025-03-03T08:00:00Z", 4)
        + on_topic("soon", "2025-03-04T09:00:00Z", "2025-03-04T08:00:00Z", 6),
        "utf-8",
    )
    result = json.loads(backtest(config, history, "--format", "json").stdout)
    (rung,) = result["policies"][0]["alerts"]
    assert (rung["at"], rung["publisher"]) == ("2025-03-04T09:00:00.000Z", "soon")


def test_policies_that_nothing_rang_are_named(tmp_path: Path) -> None:
    config, history = tmp_path / "tocsin.yml", tmp_path / "history.jsonl"
    config.write_text(CONFIG + "  - {name: deals, signal: mna, send_to: desk}\n", "utf-8")
    history.write_bytes(recorded())
    assert backtest(config, history, "--from-signals").stdout.splitlines()[-1] == "silent: deals"
    assert json.loads(backtest(config, history, "--from-signals", "--format", "json").stdout)["silent"] == ["deals"]
    assert "<p>Silent: deals</p>" in backtest(config, history, "--from-signals", "--format", "html").stdout


def test_a_status_of_differences_needs_something_to_differ_from(config: Path) -> None:
    result = backtest(config, config, "--exit-code")
    assert result.exit_code == 2
    assert "--against OLD.yml" in result.output


@pytest.mark.parametrize("options", [(), ("--against",)])
def test_a_terminal_shows_how_much_of_the_history_is_done(config: Path, options: tuple[str, ...]) -> None:
    history = config.with_name("history.jsonl")
    history.write_bytes(recorded())
    command = [sys.executable, "-m", "tocsin", "backtest", str(config), str(history), "--from-signals"]
    ours, theirs = pty.openpty()
    environ = {**os.environ, "TERM": "xterm", "COLUMNS": "120"}
    against = [*options, str(config)] if options else []
    done = subprocess.run([*command, *against], stderr=theirs, stdout=subprocess.PIPE, env=environ, check=True)
    os.close(theirs)
    shown = os.read(ours, 65_536).decode()
    os.close(ours)
    assert "replaying" in shown
    assert "100%" in shown
    assert done.stdout.startswith(b"3 articles")


@pytest.mark.parametrize(("until", "articles"), [("2025-03-04", 1), ("2025-03-04T08:59Z", 0), ("2025-03-03", 0)])
def test_the_last_day_is_part_of_the_range(config: Path, until: str, articles: int) -> None:
    history = config.with_name("articles.jsonl")
    history.write_text(on_topic("soon", "2025-03-04T09:00:00Z", "2025-03-04T08:00:00Z", 6), "utf-8")
    result = backtest(config, history, "--from", "2025-03-01", "--to", until, "--format", "json")
    assert (json.loads(result.stdout)["articles"] if result.exit_code == 0 else 0) == articles
