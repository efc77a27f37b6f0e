"""`tocsin scan`: the signals in files, folders and standard input, without broker or configuration."""

import json
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import IO, TYPE_CHECKING, Protocol

import typer

from tocsin.messages import Article, Findings
from tocsin.messages.base import format_moment
from tocsin.pages import Page, PageError, doubts, split
from tocsin.sources import Unreadable, read_pages

if TYPE_CHECKING:
    from rich.console import Console

    from tocsin.detect import Detector, Explanation
    from tocsin.rules import RulePack

Detect = Callable[[Article], Findings]
MOST_DOUBTS = 10
"""Unusable dates that one run tells."""
DEFAULT_MARKET = "default"


class Format(StrEnum):
    """How results are printed: a table for people, JSON Lines for programs, or the lines of the signals topic to replay."""

    TABLE = "table"
    JSONL = "jsonl"
    FINDINGS = "findings"


class Printer(Protocol):
    """Shows one article with its findings as soon as it is known, and a summary when all are."""

    def show(self, article: Article, document: str, findings: Findings) -> None:
        """Show an article."""

    def close(self, count: "Count") -> None:
        """Show what there is to say in the end."""


@dataclass
class Count:
    """What one scan has met so far."""

    articles: int = 0
    signals: int = 0
    silent: int = 0
    unreadable: list[Unreadable] = field(default_factory=list)
    doubts: int = 0


def command(
    paths: list[str] = typer.Argument(
        ...,
        metavar="PATH…",
        help="Files or folders of text, HTML, mails (.eml), feeds (RSS, Atom) or JSON Lines (.jsonl), also as .gz; - for standard input.",
    ),
    *,
    form: Format = typer.Option(
        Format.TABLE,
        "--format",
        help="A table for people, JSON Lines for programs, or findings: what `backtest --from-signals` replays.",
    ),
    explain: bool = typer.Option(
        False,
        "--explain",
        help="Show sentence by sentence what matched, what was bound, and why a candidate was dropped.",
    ),
    extra: list[Path] = typer.Option(
        [], "--with", help="A rules file, lexicon, company list or folder of such, read after our own."
    ),
    config: Path | None = typer.Option(
        None,
        "--config",
        "-c",
        help="A configuration, for the rules and markets that it names; nothing else of it counts.",
    ),
    market: str | None = typer.Option(
        None, "--market", help="Show the signals of one market of the configuration only.", show_default="all"
    ),
    events: bool = typer.Option(
        False,
        "--events",
        help="Show which events the articles tell, in simulated time, who told them and what was new.",
    ),
) -> None:
    """Detect signals in files, without broker or configuration.

    Exit status: 0 all was read, 1 something could not be read (the rest was scanned), 2 the call is wrong.
    """
    if explain and (form is not Format.TABLE or events):
        raise typer.BadParameter("--explain is for people; use it with --format table and without --events")
    if events and form is Format.FINDINGS:
        raise typer.BadParameter("--events tells events; use it with --format table or jsonl")
    from tocsin.detect import Detector  # noqa: PLC0415 - after the arguments are judged: a wrong call fails at once
    from tocsin.rules.room import settle  # noqa: PLC0415 - likewise

    rules, markets = _rules(extra, config, market)
    shown, detector = market or DEFAULT_MARKET, Detector(rules, markets)
    settle()
    if events or form is Format.FINDINGS:
        _in_order(paths, lambda found: _told(found, detector, form, shown, events=events))
        return
    screen = _screen(form)
    printer = _printer(form, (lambda article: detector.explain(article, shown)) if explain else None, screen)
    with Bar(paths, screen or (None if sys.stdout.isatty() else _on_errors())) as advance:
        pages = read_pages(paths, sys.stdin.buffer if "-" in paths else None)
        count = scan(
            pages, lambda article: detector.detect(article, shown), printer, datetime.now(UTC), advance=advance
        )
    if count.unreadable:
        raise typer.Exit(1)


def _rules(extra: Sequence[Path], config: Path | None, market: str | None) -> "tuple[RulePack, dict[str, str] | None]":
    """Return the rules, and which commodity belongs to which market where one is asked for.

    Examples are not run: a pack is tried here while it is written.
    """
    from tocsin.rules import load_rules  # noqa: PLC0415 - after the arguments are judged

    if config is None:
        if market not in (None, DEFAULT_MARKET):
            raise typer.BadParameter(
                f"{market!r} is an unknown market; name the configuration that has it with -c FILE"
            )
        return load_rules(extra), None
    from tocsin.config import load_settings  # noqa: PLC0415 - most scans need none
    from tocsin.config.trials import markets_of  # noqa: PLC0415

    settings = load_settings(config, os.environ)
    if market is not None and market not in settings.market_names:
        raise typer.BadParameter(f"{market!r} is no market of {config}; known: {', '.join(settings.market_names)}")
    return load_rules([*settings.rules.files, *extra]), None if market is None else markets_of(settings)


def _in_order(paths: Sequence[str], tell: Callable[[list[Article]], None]) -> None:
    """Read everything, then tell it; all articles are held in memory, since time decides their order."""
    count = Count()
    with Bar(paths, _on_errors()) as advance:
        pages = read_pages(paths, sys.stdin.buffer if "-" in paths else None)
        found = [article for article, _ in articles(pages, datetime.now(UTC), count, advance)]
    tell_undated(found)
    tell(found)
    if count.unreadable:
        raise typer.Exit(1)


def _told(found: Sequence[Article], detector: "Detector", form: Format, market: str, *, events: bool) -> None:
    """Show events instead of articles, or what detect writes of each article."""
    from tocsin.cli import scan_events  # noqa: PLC0415 - correlate is not needed to detect

    if not events:
        scan_events.print_findings(found, detector, market)
        return
    stories = scan_events.find_events(found, detector, market)
    (scan_events.print_lines if form is Format.JSONL else scan_events.print_table)(stories)


def scan(
    pages: Iterable[Page | Unreadable],
    detect: Detect,
    printer: Printer,
    now: datetime,
    *,
    advance: Callable[[str], None] = lambda _document: None,
) -> Count:
    """Detect and print article by article in the order of input; return what was met. Memory holds one page at a time."""
    count = Count()
    for article, document in articles(pages, now, count, advance):
        findings = detect(article)
        count.articles += 1
        count.signals += len(findings.signals)
        count.silent += not findings.signals
        printer.show(article, document, findings)
    printer.close(count)
    return count


def articles(
    pages: Iterable[Page | Unreadable],
    now: datetime,
    count: Count,
    advance: Callable[[str], None] = lambda _document: None,
) -> Iterator[tuple[Article, str]]:
    """Yield the articles of the pages with the document each was found in; report and count what cannot be read."""
    for page in pages:
        if isinstance(page, Unreadable):
            _report(page, count)
            advance(page.place)
            continue
        try:
            found = split(page, now)
        except PageError as error:
            _report(Unreadable(error.place, error.reason, error.remedy), count)
            found = ()
        tell_doubts(page, now, count)
        for article in found:
            yield article, page.document
        advance(page.document)


def tell_doubts(page: Page, now: datetime, count: Count) -> None:
    """Tell dates of the page that cannot be used as they stand, the first of a run."""
    for told in doubts(page, now):
        count.doubts += 1
        if count.doubts <= MOST_DOUBTS:
            place = f"{page.document} (id {page.id})" if page.id else page.document
            more = "; further dates like it are not told" if count.doubts == MOST_DOUBTS else ""
            print(f"tocsin: {place}: {told}{more}", file=sys.stderr)


def tell_undated(found: Sequence[Article]) -> None:
    """Tell that the order of time holds articles without a time."""
    undated = sum(not article.dated for article in found)
    if undated:
        verb = "article is undated and counts" if undated == 1 else "articles are undated and count"
        print(f"tocsin: {undated} {verb} as taken in with the dated one before", file=sys.stderr)


def _report(fault: Unreadable, count: Count) -> None:
    count.unreadable.append(fault)
    print(f"tocsin: {fault}", file=sys.stderr)


def as_line(article: Article, document: str, findings: Findings) -> str:
    """Return the line of JSON that stands for an article; the date is null where the page states none."""
    head = {
        "id": article.id,
        "document": document,
        "title": article.title,
        "publisher": article.publisher,
        "published_at": format_moment(article.published_at) if article.dated else None,
        "language": article.language,
    }
    signals = [signal.model_dump(mode="json") for signal in findings.signals]
    return json.dumps({"article": head, "signals": signals}, ensure_ascii=False, separators=(", ", ": "))


class LinePrinter:
    """Prints JSON Lines in UTF-8, whatever the terminal speaks."""

    def __init__(self, out: IO[bytes]) -> None:
        self._out = out

    def show(self, article: Article, document: str, findings: Findings) -> None:
        """Print the article's line."""
        self._out.write(as_line(article, document, findings).encode("utf-8", "replace") + b"\n")
        self._out.flush()  # whoever follows a stream sees each article at once

    def close(self, count: Count) -> None:  # noqa: ARG002 - programs count lines themselves
        """Hand on what is buffered."""
        self._out.flush()


def _printer(
    form: Format, explain: "Callable[[Article], Explanation] | None", console: "Console | None" = None
) -> Printer:
    if form is Format.JSONL:
        return LinePrinter(sys.stdout.buffer)
    from tocsin.cli.tables import TablePrinter  # noqa: PLC0415 - rich costs a tenth of a second

    return TablePrinter(console, explain)


def _screen(form: Format) -> "Console | None":
    """Return the terminal that the table goes to, if it goes to one: a bar may stand there too, rows go above it."""
    if form is not Format.TABLE or not sys.stdout.isatty():
        return None
    from rich.console import Console  # noqa: PLC0415 - rich costs a tenth of a second

    return Console()


def _on_errors() -> "Console | None":
    from rich.console import Console  # noqa: PLC0415 - rich costs a tenth of a second

    return Console(stderr=True) if sys.stderr.isatty() else None


def _size(file: Path) -> int:
    try:
        return file.stat().st_size
    except OSError:  # what cannot be read is told when its turn comes
        return 0


class Bar:
    """A bar on a terminal, from a few files or many bytes on; it counts the files that are done."""

    FEW = 3
    LARGE = 2_000_000

    def __init__(self, paths: Sequence[str], console: "Console | None") -> None:
        self._paths, self._console = paths, console
        self._shown = console is not None
        self._last = ""
        self._pages = 0

    def __enter__(self) -> Callable[[str], None]:
        if not self._shown:
            return lambda _document: None
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn  # noqa: PLC0415

        from tocsin.sources.files import list_files  # noqa: PLC0415

        files = list_files(self._paths)
        if len(files) <= self.FEW and sum(map(_size, files)) < self.LARGE:
            self._shown = False
            return lambda _document: None
        columns = (
            TextColumn("{task.description}"),
            BarColumn(),
            MofNCompleteColumn(),
            TextColumn("{task.fields[pages]} pages"),
        )
        self._bar = Progress(*columns, TimeElapsedColumn(), console=self._console, transient=True)
        self._task = self._bar.add_task("scanning", total=len(files), pages=0)
        self._bar.start()
        return self._advance

    def __exit__(self, *_: object) -> None:
        if self._shown:
            self._bar.stop()

    def _advance(self, document: str) -> None:
        self._pages += 1
        moved = document != self._last and bool(self._last)
        self._last = document
        self._bar.update(self._task, advance=1 if moved else 0, pages=self._pages)
