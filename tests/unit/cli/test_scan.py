"""`tocsin scan`: one line of JSON an article or a table, in the order of input, with every fault told."""

import io
import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, cast

import pytest
from rich.console import Console

from tocsin.cli import main
from tocsin.cli.scan import Bar, Count, LinePrinter, as_line, scan
from tocsin.cli.tables import TablePrinter, amount, goods, plain
from tocsin.messages import Article, Evidence, Findings, Magnitude, Magnitudes, MainMagnitude, Signal
from tocsin.pages import Page, split
from tocsin.sources import Unreadable

NOW = datetime(2025, 6, 1, tzinfo=UTC)
TEXT = "Rhenium soared 3.5% on Monday."
DIGEST = """铼价连续上行
Bei Fang Cai Jing· 2025-05-04 10:15
Core Viewpoint - Rhenium pellets gained 3.5% in a week as two buyers from abroad returned to the market after the holidays [1][2].
锆砂到港量回升
Bei Fang Cai Jing· 2025-05-04 09:15
Core Viewpoint - Zircon sand arrivals recovered in April, and the traders expect that offers will stay where they are for now [3][4].
"""


def _findings(article: Article, *signals: Signal) -> Findings:
    return Findings(
        article_id=article.article_id,
        revision=article.revision,
        source=article.source,
        id=article.id,
        ingested_at=article.ingested_at,
        published_at=article.published_at,
        language=article.language,
        signals=signals,
    )


def _signal(article: Article) -> Signal:
    at = article.text.index("3.5%")
    change = Magnitude.model_validate(
        {"low": "3.5", "high": "3.5", "unit": "percent", "step": "0.1", "span": ((at, at + 4),)}
    )
    return Signal(
        signal_id="s" * 26,
        type="price_move",
        direction="up",
        commodities=("rhenium",),
        rule="r",
        pack="p",
        evidence=Evidence(text=article.text, start=0, end=len(article.text)),
        magnitude=MainMagnitude(value=change.low, unit="percent", kind="change"),
        magnitudes=Magnitudes(change=change),
    )


def _detect(article: Article) -> Findings:
    return _findings(article, _signal(article)) if "3.5%" in article.text else _findings(article)


def _lines(pages: list[Page | Unreadable]) -> tuple[list[dict[str, Any]], Count]:
    out = io.BytesIO()
    count = scan(pages, _detect, LinePrinter(out), NOW)
    return [json.loads(line) for line in out.getvalue().splitlines()], count


def test_every_article_is_a_line_in_the_order_of_input_also_without_signals() -> None:
    pages: list[Page | Unreadable] = [
        Page(text="Nothing happened.", id="a", document="x.jsonl"),
        Page(text=TEXT, id="b", document="x.jsonl"),
    ]
    lines, count = _lines(pages)
    assert [(line["article"]["id"], len(line["signals"])) for line in lines] == [("a", 0), ("b", 1)]
    assert (count.articles, count.signals, count.silent) == (2, 1, 1)
    assert lines[1]["article"] == {
        "id": "b",
        "document": "x.jsonl",
        "title": None,
        "publisher": None,
        "published_at": None,
        "language": "en",
    }
    assert lines[1]["signals"][0]["magnitude"] == {"value": "3.5", "unit": "percent", "kind": "change"}


def test_the_id_of_a_line_stands_on_every_article_of_it() -> None:
    lines, _ = _lines([Page(text=DIGEST, id="page 7")])
    assert [line["article"]["id"] for line in lines] == ["page 7", "page 7"]
    assert [line["article"]["published_at"] for line in lines] == [
        "2025-05-04T02:15:00.000Z",
        "2025-05-04T01:15:00.000Z",
    ]
    own, _ = _lines([Page(text=DIGEST)])
    assert len({line["article"]["id"] for line in own}) == 2


def test_what_cannot_be_read_is_told_on_standard_error_and_counted(capsys: pytest.CaptureFixture[str]) -> None:
    bomb = Page(html="<table>" * 9_000, document="bomb.html")
    lines, count = _lines([Unreadable("a.txt", "is empty", "remove it"), bomb, Page(text=TEXT)])
    assert len(lines) == 1
    assert [fault.place for fault in count.unreadable] == ["a.txt", "bomb.html"]
    assert capsys.readouterr().err.splitlines()[0] == "tocsin: a.txt: is empty; remove it"


def test_a_table_shows_direction_number_and_evidence_with_the_number_marked() -> None:
    (article,) = split(Page(text=TEXT, title="A \x1b[31mred headline", document="a.txt"), NOW)
    console = Console(file=io.StringIO(), width=120, force_terminal=True, color_system="standard")
    printer = TablePrinter(console)
    printer.show(article, "a.txt", _detect(article))
    printer.show(article, "a.txt", _findings(article))
    printer.close(Count(articles=2, signals=1, silent=1))
    shown = console.file.getvalue()  # type: ignore[attr-defined]
    assert "▲" in shown
    assert "3.5 %" in shown
    assert "\x1b[1;33m3.5%\x1b[0m" in shown
    assert "\x1b[31mred" not in shown
    assert "2 articles, 1 signal, 1 without" in shown


def test_amounts_are_shown_in_full() -> None:
    (article,) = split(Page(text=TEXT), NOW)
    big = _signal(article).model_copy(
        update={"magnitude": MainMagnitude.model_validate({"value": "245000000", "unit": "USD", "kind": "value"})}
    )
    assert amount(big) == "245,000,000 USD"
    assert amount(_signal(article)) == "3.5 %"


def test_a_form_stands_behind_its_goods() -> None:
    (article,) = split(Page(text=TEXT), NOW)
    signal = _signal(article)
    assert goods(signal.model_copy(update={"commodities": ("tin", "zinc"), "forms": ("ingot",)})) == "tin, zinc (ingot)"
    assert goods(signal.model_copy(update={"commodities": (), "forms": ("ingot",)})) == "(ingot)"


def test_what_steers_a_terminal_is_not_shown() -> None:
    assert plain("a\x1b[2Jb\u202ec\n") == "a [2Jb c\n"


def test_a_line_of_json_holds_no_line_break() -> None:
    (article,) = split(Page(text="One\ntwo 3.5% three.\u2028four", title="T\n1"), NOW)
    assert "\n" not in as_line(article, "a\nb", _detect(article))


def _run(*arguments: str) -> int:
    try:
        main(["scan", *arguments])
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else 1
    return 0


def test_the_command_ends_with_0_1_or_2(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.txt").write_text("Copper rose 3% on Monday.")
    assert _run(str(tmp_path / "a.txt"), "--format", "jsonl") == 0
    found = json.loads(capfd.readouterr().out)
    assert found["article"]["document"] == str(tmp_path / "a.txt")
    assert [(signal["type"], signal["direction"]) for signal in found["signals"]] == [("price_move", "up")]
    assert _run(str(tmp_path / "missing.txt"), str(tmp_path / "a.txt"), "--format", "jsonl") == 1
    output = capfd.readouterr()
    assert "missing.txt: does not exist" in output.err
    assert len(output.out.splitlines()) == 1
    assert _run() == 2
    assert _run("--explain", "--format", "jsonl", str(tmp_path / "a.txt")) == 2


def test_explain_shows_sentences_with_the_fate_of_candidates(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.txt").write_text("Copper rose 3% on Monday. The cook sang.")
    assert _run(str(tmp_path / "a.txt"), "--explain") == 0
    shown = capfd.readouterr().out
    assert "matched" in shown
    assert "→" in shown
    assert "The cook" not in shown.split("matched", 1)[1]


@pytest.mark.parametrize(("files", "shown"), [(2, False), (9, True)])
def test_a_bar_stands_below_the_table_on_more_than_a_few_files(tmp_path: Path, files: int, shown: bool) -> None:
    for number in range(files):
        (tmp_path / f"{number}.txt").write_text("Zinc rose 2%.", "utf-8")
    screen = Console(file=io.StringIO(), force_terminal=True, width=79)
    with Bar([str(tmp_path)], screen) as advance:
        advance("0.txt")
        screen.print("a row of the table")
    drawn = cast("io.StringIO", screen.file).getvalue()
    assert "a row of the table" in drawn
    assert ("scanning" in drawn) is shown


def test_no_bar_stands_where_there_is_no_terminal(tmp_path: Path) -> None:
    with Bar([str(tmp_path)], None) as advance:
        advance("0.txt")
