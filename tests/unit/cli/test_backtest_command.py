"""`tocsin backtest`: what it says of a call that cannot work."""

from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from tocsin.cli import build_app
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
