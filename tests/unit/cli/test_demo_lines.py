"""The alerts of `tocsin demo`: whole lines for a file, cut below their own beginning on a terminal."""

import io
from pathlib import Path

import pytest
from rich.console import Console

from tocsin.bootstrap.demo import Demo, DemoError
from tocsin.cli import main
from tocsin.cli.demo import _Lines, _Terminal
from tocsin.testing.alerts import alert, alert_signal

LONG = "Antimony ingot offers in Rotterdam rose 8.5% on the week, and two sellers said that they had withdrawn theirs."


@pytest.mark.parametrize("on_terminal", [False, True])
def test_an_alert_is_whole_in_a_file_and_indented_on_a_terminal(on_terminal: bool) -> None:
    out = io.StringIO()
    console = Console(file=out, width=60, force_terminal=on_terminal, color_system=None)
    view = _Terminal(console) if on_terminal else _Lines(console)
    view.alert(alert(lead=alert_signal(LONG)))
    lines = [line.rstrip() for line in out.getvalue().splitlines()]
    assert all(line.startswith(" " * 10) and line[10] != " " for line in lines[1:])
    assert (f"{' ' * 10}“{LONG}”" in lines) is not on_terminal
    assert max(map(len, lines[1:])) <= 60 or not on_terminal


def test_a_demo_without_its_articles_says_so_before_it_starts(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["demo", "--once", "--articles", str(tmp_path / "nothing")])
    assert (ended.value.code, "does not exist" in capsys.readouterr().err) == (2, True)


def test_a_demo_whose_folder_cannot_be_made_names_another_way(tmp_path: Path) -> None:
    taken = tmp_path / "taken"
    taken.write_text("a file", "utf-8")
    with pytest.raises(DemoError, match=r"cannot be made a folder \(File exists\); name another one with --folder"):
        Demo(taken, tmp_path, tmp_path).__enter__()
