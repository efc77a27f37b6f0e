"""`tocsin backtest`: replay recorded articles through a configuration, and through another one to compare with."""

import json
import logging
import os
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TypeVar

import typer

from tocsin.backtest import Replay
from tocsin.backtest.difference import Difference, Tally, difference
from tocsin.backtest.events import simulated
from tocsin.backtest.report import html, lines
from tocsin.config import Settings, load_checked
from tocsin.config.trials import book_of, markets_of
from tocsin.detect import Detector
from tocsin.messages import Article, ArticleRecord, Findings, topics
from tocsin.rules import RulePack
from tocsin.rules.faults import TocsinError
from tocsin.rules.room import settle, without_collector

FORMATS = ("text", "json", "html")
if TYPE_CHECKING:
    from tocsin.pages import Page
    from tocsin.sources import Unreadable

Advance = Callable[[int], None]
"""Told how many articles, or bytes of a file of signals, are done."""
_Item = TypeVar("_Item", Article, Findings)


def _moment(text: str) -> datetime:
    """Read a date or a moment of the command line; without a zone it is UTC."""
    try:
        return _aware(datetime.fromisoformat(text.strip()))
    except ValueError as error:
        wrong = f"{text!r} is no date; write one such as 2025-03-01 or 2025-03-01T08:00Z"
        raise typer.BadParameter(wrong) from error


def _last_moment(text: str) -> datetime:
    """Read a date or a moment as `_moment` does; of a date alone the day is held."""
    moment = _moment(text)
    whole = len(text.strip()) <= len("2025-03-01")
    return moment + timedelta(days=1) - timedelta(milliseconds=1) if whole else moment


def command(
    new: Annotated[Path, typer.Argument(help="The configuration to try.")],
    files: Annotated[
        list[Path] | None,
        typer.Argument(help="Recorded articles: files or folders, - for standard input; without any, the topic."),
    ] = None,
    *,
    against: Annotated[Path | None, typer.Option(help="The configuration to compare with.")] = None,
    start: Annotated[
        datetime | None, typer.Option("--from", parser=_moment, metavar="DATE", help="Count alerts from here on.")
    ] = None,
    end: Annotated[
        datetime | None,
        typer.Option("--to", parser=_last_moment, metavar="DATE", help="Stop here; a date alone is held."),
    ] = None,
    topic: Annotated[bool, typer.Option("--topic", help="Read the articles topic of NEW's broker.")] = False,
    signals: Annotated[
        bool,
        typer.Option(
            "--from-signals",
            help="Read what detect found then: JSON Lines of the signals topic, or of `tocsin scan --format findings`, "
            "in FILES (- is standard input), else the topic.",
        ),
    ] = False,
    output: Annotated[str, typer.Option("--format", help="text, json or html.")] = "text",
    exit_code: Annotated[bool, typer.Option("--exit-code", help="Exit 1 when anything differs, for CI.")] = False,
) -> None:
    """Replay recorded articles and show which alerts a configuration rings, or what changes against another.

    Exit status: 0 done, 1 something differs (with --exit-code), 2 a fault: a file that cannot be read, or nothing to replay.
    """
    if output not in FORMATS:
        raise typer.BadParameter(f"{output!r}: write {', '.join(FORMATS)}", param_hint="--format")
    if files and topic:
        raise typer.BadParameter("FILES and a topic exclude each other")
    if exit_code and against is None:
        raise typer.BadParameter("nothing can differ from nothing; add --against OLD.yml", param_hint="--exit-code")
    configurations = [load_checked(path, os.environ) for path in (new, against) if path is not None]
    since, until = start, end
    if since is not None and until is not None and since > until:
        raise typer.BadParameter(f"--from {since:%Y-%m-%d} lies after --to {until:%Y-%m-%d}; exchange them")
    title = f"Backtest of {new}" + (f" against {against}" if against else "")
    unreadable = 0
    if signals and files and against and not any(str(path) == "-" for path in files):
        found = difference(*_side_by_side((new, against), files, since, until))
    else:
        runs = [_Run(settings, rules, since) for settings, rules in configurations]
        if signals:
            _replay_signals(files, configurations[0][0], until, runs)
        else:
            unreadable = _replay_articles(files, configurations[0][0], until, runs)
        found = difference(runs[0].tally, runs[1].tally if against else None)
    _require_history(found, since, until)
    _print(found, output, title)
    if unreadable:
        raise typer.Exit(2)
    if exit_code and not found.is_none:
        raise typer.Exit(1)


def _require_history(found: Difference, since: datetime | None, until: datetime | None) -> None:
    """Refuse to say "no alerts" of nothing. Raises TocsinError that says where there was nothing to replay."""
    if found.new.articles:
        return
    times = [f"{word} {moment:%Y-%m-%d %H:%M}" for word, moment in (("from", since), ("to", until)) if moment]
    where = f" {' '.join(times)}" if times else ""
    raise TocsinError(f"nothing was replayed: no article{where}; name recorded articles, or another time")


class _Run:
    """One configuration on its way through the history."""

    def __init__(self, settings: Settings, rules: RulePack, since: datetime | None) -> None:
        self.detector = Detector(rules, markets_of(settings))
        self.tally = Tally(asked=tuple(policy.name for policy in settings.policies))
        self.markets = settings.market_names
        self._since = since
        book = book_of(settings, rules)
        self._replay = Replay(self.detector.detect, book, settings.receivers, settings.market_names, brief=True)

    def hear(self, findings: Findings) -> None:
        """Work one Findings through."""
        self.tally.note(self._replay.feed_findings(findings), self._since)


def _side_by_side(
    paths: tuple[Path, Path], files: list[Path], since: datetime | None, until: datetime | None
) -> tuple[Tally, Tally]:
    """Replay recorded signals through two configurations at once, each in a process of its own."""
    from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415 - for this alone

    with ProcessPoolExecutor(max_workers=1) as pool:
        other = pool.submit(_tally, paths[1], files, since, until, shown=False)
        return _tally(paths[0], files, since, until, shown=_is_watched()), other.result()


def _tally(path: Path, files: list[Path], since: datetime | None, until: datetime | None, *, shown: bool) -> Tally:
    """Replay recorded signals through one configuration."""
    settings, rules = load_checked(path, os.environ)
    run = _Run(settings, rules, since)
    _replay_signals(files, settings, until, [run], shown=shown)
    return run.tally


def _replay_signals(
    files: list[Path] | None, settings: Settings, until: datetime | None, runs: list[_Run], *, shown: bool | None = None
) -> None:
    """Feed what detect found then to all runs."""
    size = sum(path.stat().st_size for path in files if path.is_file()) if files else None
    with _Progress(size, shown=_is_watched() if shown is None else shown) as advance, without_collector():
        for findings in _until(_findings(files, settings, advance), until):
            for run in runs:
                run.hear(findings)


def _replay_articles(files: list[Path] | None, settings: Settings, until: datetime | None, runs: list[_Run]) -> int:
    """Feed recorded articles to all runs; return how many places could not be read."""
    settle()
    articles, unreadable = _from_files(files) if files else (_from_topic(settings), 0)
    due = list(_until(articles, until))
    with _Progress(len(due), shown=_is_watched()) as advance:
        _replay(due, runs, advance)
    return unreadable


def _is_watched() -> bool:
    return sys.stderr.isatty()


def _replay(articles: Iterable[Article], runs: list[_Run], advance: Advance) -> None:
    """Feed the articles to all runs; what two configurations with the same rules detect is detected once."""
    alike = len({run.detector.rules.hash for run in runs}) == 1 and len({run.markets for run in runs}) == 1
    for article in articles:
        found: list[Findings] | None = None
        for run in runs:
            if found is None or not alike:
                found = [run.detector.detect(article, market) for market in run.markets]
            for findings in found:
                run.hear(findings)
        advance(1)


def _from_files(files: list[Path]) -> tuple[list[Article], int]:
    """Return the articles in the order of time, and how many places could not be read; each of these is told.

    What was taken from the articles topic keeps the time at which it came in, and goes by that and its id, as on the topic.
    """
    from tocsin.cli.scan import Count, articles, tell_undated  # noqa: PLC0415 - the reading of files, with its faults told
    from tocsin.sources import read_pages  # noqa: PLC0415

    count = Count()
    stdin = sys.stdin.buffer if any(str(path) == "-" for path in files) else None
    pages = _articles_alone(read_pages(files, stdin))
    now, recorded = datetime.now(UTC), list[Article]()
    found = [article for article, _ in articles(_without_records(pages, recorded, now), now, count)]
    tell_undated(found)
    recorded.sort(key=lambda article: (article.ingested_at, article.article_id))
    in_order = sorted([*recorded, *simulated(found)], key=lambda article: article.ingested_at)
    return in_order, len(count.unreadable)


def _without_records(
    pages: "Iterable[Page | Unreadable]", recorded: list[Article], now: datetime
) -> "Iterator[Page | Unreadable]":
    """Pass pages on, but put what was taken from the articles topic into `recorded`, as it stood there."""
    from tocsin.pages import Page, complete  # noqa: PLC0415

    for page in pages:
        if isinstance(page, Page) and page.record is not None:
            recorded.append(complete(page.record, now))
        else:
            yield page


def _articles_alone(pages: "Iterable[Page | Unreadable]") -> "Iterator[Page | Unreadable]":
    """Pass pages on; raise TocsinError at what detect found, of which a file may hold thousands of lines."""
    from tocsin.sources.files import FINDINGS  # noqa: PLC0415
    from tocsin.sources.unreadable import Unreadable  # noqa: PLC0415

    for page in pages:
        if isinstance(page, Unreadable) and page.reason == FINDINGS:
            raise TocsinError(f"{page.place}: {FINDINGS}; add --from-signals to replay it")
        yield page


def _from_topic(settings: Settings) -> list[Article]:
    """Return the articles of the topic, by ingest time and id."""
    from pydantic import ValidationError  # noqa: PLC0415

    from tocsin.pages import complete  # noqa: PLC0415

    found = []
    for value, stamped in _values(settings, topics.ARTICLES):
        try:
            found.append(complete(ArticleRecord.model_validate_json(value), stamped))
        except ValidationError:
            logging.getLogger(__name__).warning("an article could not be read; see tocsin dead-letters list")
    return sorted(found, key=lambda article: (article.ingested_at, article.article_id))


def _findings(files: list[Path] | None, settings: Settings, advance: Advance) -> Iterator[Findings]:
    """Yield the recorded Findings one by one, so that a history of any length takes no more memory than a short one."""
    if not files:
        for value, _ in _values(settings, topics.SIGNALS):
            yield Findings.model_validate_json(value)
            advance(1)
        return
    for path in files:
        try:
            with sys.stdin.buffer if str(path) == "-" else path.open("rb") as file:
                for number, line in enumerate(file, 1):
                    if line.strip():
                        yield _finding(line, path, number)
                    advance(len(line))
        except OSError as error:
            raise TocsinError(f"{path}: cannot be read ({error.strerror}); name files of recorded signals") from error


def _finding(line: bytes, path: Path, number: int) -> Findings:
    try:
        return Findings.model_validate_json(line)
    except ValueError as error:
        raise TocsinError(
            f"{path}:{number}: no Findings, as a line of the signals topic is; `tocsin scan FILES --format findings` "
            "records some, and without --from-signals articles are read"
        ) from error


def _values(settings: Settings, topic: topics.Topic) -> Iterator[tuple[bytes, datetime]]:
    from tocsin.broker import Broker, read_to_end  # noqa: PLC0415 - files need no broker

    kafka = settings.kafka
    broker = Broker(kafka.bootstrap_servers, kafka.topic_prefix, embedded=kafka.embedded)
    for record in read_to_end(broker, topic.full_name(kafka.topic_prefix)):
        if record.value is not None:
            yield record.value, record.timestamp


def _until(stream: Iterable[_Item], until: datetime | None) -> Iterator[_Item]:
    return (item for item in stream if until is None or item.ingested_at <= until)


def _aware(moment: datetime) -> datetime:
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _print(found: Difference, output: str, title: str) -> None:
    if output == "json":
        print(json.dumps(found.as_json(), ensure_ascii=False))
    elif output == "html":
        print(html(found, title), end="")
    else:
        for line in lines(found):
            print(line)


class _Progress:
    """A bar on standard error, on a terminal only: articles, or bytes of recorded signals; a count where no end is known."""

    EVERY = 0.1
    """Seconds between two looks of the bar, since a history holds a million signals."""

    def __init__(self, total: int | None, *, shown: bool) -> None:
        self._total, self._shown = total, shown
        self._done, self._next = 0, 0.0

    def __enter__(self) -> Advance:
        if not self._shown:
            return lambda _done: None
        from rich.console import Console  # noqa: PLC0415 - rich costs a tenth of a second
        from rich.progress import (  # noqa: PLC0415
            BarColumn,
            Progress,
            SpinnerColumn,
            TaskProgressColumn,
            TextColumn,
            TimeElapsedColumn,
            TimeRemainingColumn,
        )

        known = (BarColumn(), TaskProgressColumn(), TimeElapsedColumn(), TextColumn("left"), TimeRemainingColumn())
        counted = (SpinnerColumn(), TextColumn("{task.completed}"), TimeElapsedColumn())
        columns = counted if self._total is None else known
        self._bar = Progress(TextColumn("{task.description}"), *columns, console=Console(stderr=True), transient=True)
        self._task = self._bar.add_task("replaying", total=self._total)
        self._bar.start()
        return self._advance

    def _advance(self, done: int) -> None:
        self._done += done
        if (now := time.monotonic()) >= self._next:
            self._next = now + self.EVERY
            self._bar.update(self._task, completed=self._done)

    def __exit__(self, *_: object) -> None:
        if self._shown:
            self._bar.update(self._task, completed=self._done)
            self._bar.stop()
