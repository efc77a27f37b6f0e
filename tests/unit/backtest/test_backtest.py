import json
from datetime import timedelta
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from tocsin.cli import build_app
from tocsin.rules.faults import TocsinError
from tocsin.testing.builders import START, findings, signal

POLICY = """\
receivers: {{desk: {{url: "json://127.0.0.1/hook"}}}}
policies:
  - {{name: hike, signal: price_move, direction: up, commodities: antimony, change: {change}{more}, send_to: desk}}
"""
ARTICLES = [
    ("a", "2025-03-03T08:00:00Z", "Metal Wire", "Antimony prices climb 6% in a week"),
    ("b", "2025-03-20T08:00:00Z", "Metal Wire", "Antimony prices climb 12% in a week"),
    ("c", "2025-03-20T11:00:00Z", "Ore Daily", "Traders report antimony prices up 12% over the week"),
]


@pytest.fixture
def history(tmp_path: Path) -> Path:
    path = tmp_path / "articles.jsonl"
    rows = [
        {"source": "test", "id": id_, "published_at": at, "publisher": publisher, "title": title, "text": title}
        for id_, at, publisher, title in ARTICLES
    ]
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def configuration(folder: Path, name: str, change: str, more: str = "") -> str:
    path = folder / f"{name}.yml"
    path.write_text(POLICY.format(change=change, more=more), encoding="utf-8")
    return str(path)


def backtest(*arguments: str) -> Result:
    return CliRunner().invoke(build_app("backtest"), ["backtest", *arguments])


def test_one_configuration_says_what_it_would_have_rung(tmp_path: Path, history: Path) -> None:
    result = backtest(configuration(tmp_path, "new", "5%"), str(history))
    assert result.exit_code == 0, result.output
    assert "you would have had 2 alerts" in result.stdout


def test_one_configuration_lists_its_alerts_with_their_sentences(tmp_path: Path, history: Path) -> None:
    new = configuration(tmp_path, "new", "10%")
    told = backtest(new, str(history)).stdout.splitlines()
    assert told[0] == "3 articles, 3 signals, 2 events, 2025-03-03 to 2025-03-20"
    assert told[2:4] == [
        "policy hike: 1 alert",
        "  !  2025-03-20 08:00  price_move up antimony 12 percent  (Metal Wire) “Antimony prices climb 12% in a week”",
    ]
    page = backtest(new, str(history), "--format", "html").stdout
    assert page.count("<q>Antimony prices climb 12% in a week</q>") == 1
    found = json.loads(backtest(new, str(history), "--format", "json").stdout)
    assert [rung["publisher"] for rung in found["policies"][0]["alerts"]] == ["Metal Wire"]


def test_a_stricter_threshold_makes_alerts_vanish(tmp_path: Path, history: Path) -> None:
    new, old = configuration(tmp_path, "new", "10%"), configuration(tmp_path, "old", "5%")
    result = backtest(new, str(history), "--against", old, "--format", "json", "--exit-code")
    assert result.exit_code == 1
    found = json.loads(result.stdout)
    assert found["alerts"] == {"after": 1, "before": 2}
    (policy,) = found["policies"]
    assert [rung["quote"] for rung in policy["vanishes"]] == ["Antimony prices climb 6% in a week"]
    assert found["receivers"][0]["messages"] == {"after": 1, "before": 2}


def test_waiting_for_a_second_source_moves_an_alert(tmp_path: Path, history: Path) -> None:
    new = configuration(tmp_path, "new", "10%", ", sources: {at_least: 2}")
    result = backtest(new, str(history), "--against", configuration(tmp_path, "old", "10%"), "--format", "json")
    (policy,) = json.loads(result.stdout)["policies"]
    assert [moved["seconds"] for moved in policy["moves"]] == [3 * 3600.0]


def test_the_same_configuration_changes_nothing(tmp_path: Path, history: Path) -> None:
    new = configuration(tmp_path, "new", "5%")
    assert backtest(new, str(history), "--against", new, "--exit-code").exit_code == 0


def test_what_came_before_the_time_asked_for_is_not_counted(tmp_path: Path, history: Path) -> None:
    result = backtest(configuration(tmp_path, "new", "5%"), str(history), "--from", "2025-03-10", "--format", "json")
    assert json.loads(result.stdout)["alerts"]["after"] == 1


def test_the_page_holds_everything_and_links_nowhere(tmp_path: Path, history: Path) -> None:
    new, old = configuration(tmp_path, "new", "10%"), configuration(tmp_path, "old", "5%")
    page = backtest(new, str(history), "--against", old, "--format", "html").stdout
    assert page.startswith("<!doctype html>")
    assert "Antimony prices climb 6% in a week" in page
    assert "http" not in page


@pytest.fixture
def recorded(tmp_path: Path) -> Path:
    path = tmp_path / "signals.jsonl"
    told = [
        findings(signal("price_move", "up", "antimony", change=f"{n} percent"), at=START + timedelta(days=n))
        for n in (4, 6, 8)
    ]
    path.write_bytes(b"".join(one.to_json() + b"\n" for one in told))
    return path


def test_recorded_signals_are_read_from_a_file_line_by_line(tmp_path: Path, recorded: Path) -> None:
    result = backtest(configuration(tmp_path, "new", "5%"), str(recorded), "--from-signals")
    assert result.exit_code == 0, result.output
    assert "3 articles, 3 signals, 3 events" in result.stdout
    assert "you would have had 2 alerts" in result.stdout


def test_recorded_signals_are_compared_side_by_side(tmp_path: Path, recorded: Path) -> None:
    new, old = configuration(tmp_path, "new", "7%"), configuration(tmp_path, "old", "5%")
    one = [
        json.loads(backtest(path, str(recorded), "--from-signals", "--format", "json").stdout) for path in (new, old)
    ]
    both = backtest(new, str(recorded), "--from-signals", "--against", old, "--format", "json", "--exit-code")
    assert both.exit_code == 1
    found = json.loads(both.stdout)
    assert found["alerts"] == {"after": one[0]["alerts"]["after"], "before": one[1]["alerts"]["after"]}
    assert found["alerts"]["before"] > found["alerts"]["after"]


def test_a_line_that_is_no_findings_is_named(tmp_path: Path, history: Path) -> None:
    result = backtest(configuration(tmp_path, "new", "5%"), str(history), "--from-signals")
    assert isinstance(result.exception, TocsinError)
    assert "articles.jsonl:1: no Findings" in str(result.exception)
