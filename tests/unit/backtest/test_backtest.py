import json
import re
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from tocsin.backtest.chart import over_time
from tocsin.backtest.difference import Rung, Tally, difference
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
        "  !  2025-03-20 08:00  price_move up antimony 12%  (Metal Wire) “Antimony prices climb 12% in a week”",
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


def test_a_history_that_holds_nothing_is_a_fault_not_silence(tmp_path: Path, history: Path) -> None:
    new = configuration(tmp_path, "new", "5%")
    for arguments in (
        (str(tmp_path / "missing.jsonl"),),
        (str(tmp_path / "missing.jsonl"), "--against", new, "--exit-code"),
        (str(history), "--to", "2025-01-01"),
    ):
        result = backtest(new, *arguments)
        assert isinstance(result.exception, TocsinError)  # which the command tells and ends with 2
        assert "nothing was replayed" in str(result.exception)


def test_a_file_that_cannot_be_read_fails_the_run_though_others_were(tmp_path: Path, history: Path) -> None:
    result = backtest(configuration(tmp_path, "new", "5%"), str(history), str(tmp_path / "missing.jsonl"))
    assert (result.exit_code, "2 alerts" in result.stdout) == (2, True)
    assert "missing.jsonl: does not exist" in result.stderr


def test_a_range_that_ends_before_it_begins_is_refused(tmp_path: Path, history: Path) -> None:
    new = configuration(tmp_path, "new", "5%")
    result = backtest(new, str(history), "--from", "2025-04-01", "--to", "2025-03-01")
    assert (result.exit_code, "exchange them" in result.stderr) == (2, True)


def test_articles_come_by_standard_input_too(tmp_path: Path, history: Path) -> None:
    arguments = ["backtest", configuration(tmp_path, "new", "5%"), "-"]
    result = CliRunner().invoke(build_app("backtest"), arguments, input=history.read_bytes())
    assert (result.exit_code, "2 alerts" in result.stdout) == (0, True)


def test_what_scan_records_can_be_replayed(tmp_path: Path, history: Path) -> None:
    scanned = CliRunner().invoke(build_app("scan"), ["scan", str(history), "--format", "findings"])
    path = tmp_path / "findings.jsonl"
    path.write_bytes(scanned.stdout_bytes)
    new = configuration(tmp_path, "new", "5%")
    assert backtest(new, str(path), "--from-signals").stdout == backtest(new, str(history)).stdout


def test_the_range_of_unordered_signals_runs_forward(tmp_path: Path, recorded: Path) -> None:
    lines = recorded.read_bytes().splitlines(keepends=True)
    recorded.write_bytes(b"".join(reversed(lines)))
    told = backtest(configuration(tmp_path, "new", "5%"), str(recorded), "--from-signals").stdout
    first, last = (START + timedelta(days=n) for n in (4, 8))
    assert f"{first:%Y-%m-%d} to {last:%Y-%m-%d}" in told


def test_numbers_and_counts_are_written_for_people(tmp_path: Path) -> None:
    title = "Producer wins 152.4 million dollar contract for antimony ingots"
    path = tmp_path / "one.jsonl"
    path.write_text(json.dumps({"text": title, "published_at": "2025-03-03T08:00:00Z"}), encoding="utf-8")
    new = tmp_path / "new.yml"
    new.write_text(
        'receivers: {desk: {url: "json://127.0.0.1/hook"}}\n'
        "policies:\n  - {name: deal, signal: large_contract, send_to: desk}\n",
        encoding="utf-8",
    )
    told = backtest(str(new), str(path)).stdout
    assert told.startswith("1 article, 1 signal, 1 event, ")
    assert "antimony USD 152.4 million" in told


def test_the_page_shows_alerts_over_time(tmp_path: Path, history: Path) -> None:
    new, old = configuration(tmp_path, "new", "10%"), configuration(tmp_path, "old", "5%")
    page = backtest(new, str(history), "--against", old, "--format", "html").stdout
    assert re.findall(r"<title>([^<]+)</title></rect>", page) == [
        "2025-03-03: 1 before",
        "2025-03-20: 1 before",
        "2025-03-20: 1 after",
    ]


@pytest.mark.parametrize(("days", "columns"), [(61, "2025-01-02"), (300, "2025-01-13"), (900, "2025-02-01")])
def test_a_long_history_is_drawn_by_week_or_month(days: int, columns: str) -> None:
    start = datetime(2025, 1, 1, 8, tzinfo=UTC)
    tally = Tally(first_at=start, last_at=start + timedelta(days=days))
    tally.policies["e", "p"] = Rung("e", "p", datetime.fromisoformat(columns).replace(tzinfo=UTC), "", "", "")
    assert f"<title>{columns}: 1 after</title>" in over_time(difference(tally, None))
