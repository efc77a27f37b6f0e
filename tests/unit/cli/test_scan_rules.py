"""`tocsin scan` with rules and markets of the user's own, and what `why` makes of a dropped file."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from tocsin.cli import build_app
from tocsin.cli.why import read_again, unread
from tocsin.config.settings import Source
from tocsin.pages import Page, split
from tocsin.sources.dropbox import Dropbox

LEXICON = "- {id: orbwickite, en: [orbwickite]}\n"
CONFIG = "rules: {packs: [own-commodities.yml]}\nmarkets: {metals: [orbwickite], energy: [crude_oil]}\n"


def scan(*arguments: str) -> Result:
    return CliRunner().invoke(build_app("scan"), ["scan", *arguments])


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "own-commodities.yml").write_text(LEXICON, "utf-8")
    (tmp_path / "tocsin.yml").write_text(CONFIG, "utf-8")
    (tmp_path / "news.txt").write_text("Orbwickite prices rose 8% last week.", "utf-8")
    return tmp_path


def test_a_commodity_of_ones_own_is_found_with_its_file(folder: Path) -> None:
    news = str(folder / "news.txt")
    assert '"signals": []' in scan(news, "--format", "jsonl").stdout
    told = scan(news, "--format", "jsonl", "--with", str(folder / "own-commodities.yml"))
    assert '"orbwickite"' in told.stdout


def test_a_configuration_lends_its_rules_to_explain_and_to_events(folder: Path) -> None:
    asked = (str(folder / "news.txt"), "-c", str(folder / "tocsin.yml"))
    assert "orbwickite" in scan(*asked, "--explain").stdout
    assert '"orbwickite"' in scan(*asked, "--events", "--format", "jsonl").stdout


def test_a_market_shows_its_own_signals_only(folder: Path) -> None:
    asked = (str(folder / "news.txt"), "-c", str(folder / "tocsin.yml"), "--format", "jsonl")
    found = [market for market in ("metals", "energy") if "orbwickite" in scan(*asked, "--market", market).stdout]
    assert found == ["metals"]


def test_an_unknown_market_is_refused(folder: Path) -> None:
    news = str(folder / "news.txt")
    without = scan(news, "--market", "metals")
    assert (without.exit_code, "name the configuration" in without.stderr) == (2, True)
    wrong = scan(news, "--market", "metal", "-c", str(folder / "tocsin.yml"))
    assert (wrong.exit_code, "known: metals, energy" in wrong.stderr) == (2, True)


@pytest.mark.parametrize("asked", ["news.txt", "{folder}/news.txt"])
def test_a_dropped_file_is_known_by_its_path_or_its_name(folder: Path, asked: str) -> None:
    (page,) = Dropbox(folder, "dropbox").pages(folder / "news.txt")
    assert isinstance(page, Page)
    (article,) = split(page, datetime(2025, 6, 1, tzinfo=UTC))
    sources = [Source(name="dropbox", directory=folder)]
    found, faults = read_again(asked.format(folder=folder), sources)
    assert article.article_id in found
    assert faults == []
    assert read_again("other.txt", sources) == (frozenset(), [])


def test_a_dropped_file_that_cannot_be_read_says_why_once(folder: Path) -> None:
    (folder / "prices.txt").write_bytes(b"%PDF-1.7")
    found, faults = read_again("prices.txt", [Source(name="dropbox", directory=folder)])
    assert found == frozenset()
    (line,) = unread(faults)
    assert line.endswith("prices.txt: is a PDF; extract its text and pass that")


def test_of_many_unreadable_lines_the_first_are_told(folder: Path) -> None:
    (folder / "bad.jsonl").write_text("{]\n" * 9)
    _, faults = read_again("bad.jsonl", [Source(name="dropbox", directory=folder)])
    assert list(unread(faults))[-1] == "and 4 more of it"
