"""Dates that cannot be used as they stand are told; numbers since 1970 are read."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
from typer.testing import CliRunner

from tocsin.backtest.events import simulated
from tocsin.cli import build_app
from tocsin.pages import Page, doubts, split
from tocsin.sources.files import read_pages

NOW = datetime(2026, 3, 10, 12, tzinfo=UTC)


@pytest.mark.parametrize("value", ["garbage", "2025-13-45", "tomorrow", "2031-01-01T08:00:00Z"])
def test_a_date_that_cannot_be_read_is_told(value: str) -> None:
    (told,) = doubts(Page(text="x", published_at=value), NOW)
    assert told.startswith(f"published_at '{value}' is no date")


@pytest.mark.parametrize("value", ["yesterday", "3 hours ago", "昨天 10:00"])
def test_a_date_that_counts_from_the_reading_is_told(value: str) -> None:
    (told,) = doubts(Page(text="x", updated_at=value), NOW)
    assert told.startswith(f"updated_at '{value}' is counted from now")


@pytest.mark.parametrize("value", ["2025-03-01", "2025-03-01T08:00:00Z", "March 1, 2025", None, ""])
def test_other_dates_are_beyond_doubt(value: str | None) -> None:
    assert list(doubts(Page(text="x", published_at=value), NOW)) == []


@pytest.mark.parametrize("value", [1741000000, 1741000000.0, 1741000000000])
def test_seconds_and_milliseconds_since_1970_are_dates(tmp_path: Path, value: float) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(json.dumps({"text": "Tin prices rose 4%.", "published_at": value}), "utf-8")
    (page,) = read_pages([path])
    assert isinstance(page, Page)
    assert split(page, NOW)[0].published_at == datetime(2025, 3, 3, 11, 6, 40, tzinfo=UTC)


def test_a_number_that_is_no_time_is_told(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(json.dumps({"id": "n1", "text": "Tin prices rose 4%.", "published_at": 45000}), "utf-8")
    result = CliRunner().invoke(build_app("scan"), ["scan", str(path), "--format", "jsonl"])
    assert (result.exit_code, json.loads(result.stdout)["article"]["published_at"]) == (0, None)
    assert "a.jsonl (id n1): published_at '45000' is no date" in result.stderr


def test_an_undated_article_is_taken_in_with_the_dated_one_before() -> None:
    pages = [Page(text=f"Tin prices rose {n}%.", published_at=at) for n, at in enumerate((None, "2025-03-02", None), 1)]
    runs = [
        [a.ingested_at for a in simulated(article for page in pages for article in split(page, now))]
        for now in (NOW, datetime(2026, 7, 1, tzinfo=UTC))
    ]
    assert runs[0] == runs[1] == [datetime(2025, 3, 2, 12, tzinfo=UTC)] * 3


def test_events_of_undated_articles_do_not_change_with_the_day() -> None:
    (article,) = split(Page(text="Tin prices rose 4%."), NOW)
    (later,) = split(Page(text="Tin prices rose 4%."), datetime(2026, 7, 1, tzinfo=UTC))
    assert simulated([article]) == simulated([later])
