"""`tocsin ingest`: articles from files, folders and standard input onto the articles topic, once or for as long as it runs."""

import os
import signal
import stat
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from types import FrameType
from typing import Self

import typer

from tocsin.broker import Broker, BrokerError, Outgoing, Producer, UndeliverableError
from tocsin.cli.connection import CONFIG, PATIENCE
from tocsin.cli.scan import Count, tell_doubts
from tocsin.config import Settings, load_settings
from tocsin.messages import Article
from tocsin.pages import Page, doubts
from tocsin.sources import Unreadable, read_pages
from tocsin.sources.dropbox import Dropbox
from tocsin.sources.ingest import BATCH, IngestReport, aside, outgoing, run, sender
from tocsin.sources.seen import Seen
from tocsin.sources.watch import Watch

MEMORY = "ingest.seen"


def command(
    paths: list[str] = typer.Argument(
        None,
        metavar="[PATH]…",
        help="Files or folders; - for standard input. Without any, the directories of the configuration.",
    ),
    config: Path | None = CONFIG,
    watch: bool = typer.Option(False, "--watch", help="Keep running: ingest what is dropped into the folders."),
) -> None:
    """Put articles from files and folders onto the articles topic; every article counted is acknowledged by the broker.

    Exit status: 0 all was taken, 1 something could not be read or sent (the rest was), 2 the call or the configuration is
    wrong. With --watch it ends by SIGTERM or Ctrl-C, and serves /metrics, /healthz and /readyz on port 9101 (ports.ingest).
    """
    settings = load_settings(config, os.environ, {})
    kafka = settings.kafka
    broker = Broker(kafka.bootstrap_servers, kafka.topic_prefix, embedded=kafka.embedded)
    folders = dropboxes(settings, paths or [])
    if watch:
        _watch(settings, broker, folders, paths or [])
        return
    if not paths and not folders:
        raise typer.BadParameter("name a PATH, or give the configuration a source with a directory")
    broker.wait_until_reachable(PATIENCE)
    if not _once(broker, folders, paths or []):
        raise typer.Exit(1)


def dropboxes(settings: Settings, paths: Sequence[str]) -> list[Dropbox]:
    """Return the folders to take from: those named, else those of the configuration."""
    if paths:
        return [Dropbox(Path(path)) for path in paths if Path(path).is_dir()]
    return [
        Dropbox(source.directory, source.name, source.every, source.publisher, source.language, source.tier)
        for source in settings.sources
        if source.directory is not None
    ]


def _once(broker: Broker, folders: Sequence[Dropbox], paths: Sequence[str]) -> bool:
    """Ingest everything once; return whether all was taken."""
    pages = read_pages(paths, sys.stdin.buffer if "-" in paths else None) if paths else _pages(folders)
    sent: list[int] = []
    with Producer(broker) as producer, _Counter() as shown:
        try:
            report = run(
                pages,
                sender(broker, producer),
                lambda: datetime.now(UTC),
                batch=1 if "-" in paths and _trickles() else BATCH,
                on_sent=lambda articles: sent.append(len(articles)),
                on_page=shown.page,
                on_fault=shown.fault,
            )
        except UndeliverableError as error:
            print(f"tocsin: {error}", file=sys.stderr)
            print(f"{sum(sent)} articles acknowledged before that", file=sys.stderr)
            return False
    print(_summary(report))
    return not report.faults


def _pages(folders: Sequence[Dropbox]) -> Iterator[Page | Unreadable]:
    for folder in folders:
        yield from folder.all_pages()


def _trickles() -> bool:
    """Tell whether standard input may bring one article now and the next in an hour: then each is sent at once."""
    try:
        return not stat.S_ISREG(os.fstat(sys.stdin.fileno()).st_mode)
    except (OSError, ValueError):
        return False


def _summary(report: IngestReport) -> str:
    failed = f", {len(report.faults)} could not be taken" if report.faults else ""
    known = f", {report.known} known already" if report.known else ""
    return f"{report.articles} article{'s' * (report.articles != 1)} from {report.pages} page{'s' * (report.pages != 1)}{known}{failed}"


class _Counter:
    """Faults as they come, and on a terminal a line that counts pages."""

    def __init__(self) -> None:
        self._pages = 0
        self._count = Count()
        self._shown = sys.stderr.isatty()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._shown and self._pages:
            print("\r\x1b[K", end="", file=sys.stderr)

    def page(self, page: Page | Unreadable) -> None:
        """Count a page, and tell dates that cannot be used."""
        self._pages += 1
        if isinstance(page, Page):
            tell_doubts(page, datetime.now(UTC), self._count)
        if self._shown and self._pages % 20 == 0:
            print(f"\r{self._pages} pages", end="", file=sys.stderr, flush=True)

    def fault(self, fault: Unreadable) -> None:
        """Tell a fault."""
        print(f"{chr(13) if self._shown else ''}tocsin: {fault}", file=sys.stderr)


def _watch(settings: Settings, broker: Broker, folders: Sequence[Dropbox], paths: Sequence[str]) -> None:
    """Watch the folders until told to stop; serve figures and probes meanwhile."""
    if paths and len(folders) < len(paths):
        strange = next(path for path in paths if not Path(path).is_dir())
        raise typer.BadParameter(f"'{strange}' is no folder; --watch takes folders")
    import structlog  # noqa: PLC0415 - a single run logs nothing

    from tocsin.telemetry import logs, probes  # noqa: PLC0415
    from tocsin.telemetry.metrics import Metrics  # noqa: PLC0415

    logs.configure("ingest")
    log = structlog.get_logger("tocsin.ingest")
    metrics = Metrics()
    stop = _stopped_by_signals()
    connection = _Connection(broker)

    def count(articles: Sequence[Article]) -> None:
        for article in articles:
            metrics.articles.labels(article.source).inc()

    def doubt(page: Page | Unreadable) -> None:
        if isinstance(page, Page):
            for told in doubts(page, datetime.now(UTC)):
                log.warning("doubtful date", place=page.document, id=page.id, reason=told)

    def set_aside(path: Path, faults: Sequence[Unreadable]) -> None:
        connection.put(aside(broker, path, faults))
        metrics.dead_letters.labels("ingest", "poison").inc()

    watch = Watch(
        folders,
        connection.send,
        lambda: datetime.now(UTC),
        Seen(settings.state_dir / MEMORY),
        on_round=lambda report: log.info(
            "ingested", articles=report.articles, known=report.known, faults=len(report.faults)
        ),
        on_sent=count,
        on_fault=lambda fault: log.warning("unreadable", place=fault.place, reason=fault.reason, remedy=fault.remedy),
        on_page=doubt,
        set_aside=set_aside,
        on_trouble=lambda error: log.warning("not_sent", error=str(error)),
        is_stopped=stop.is_set,
    )
    server = probes.serve(settings.ports.ingest, ready=watch.problems, registry=metrics.registry)
    log.info("started", port=server.port, folders=len(folders))
    try:
        while not stop.is_set():
            stop.wait(watch.look().total_seconds())
    finally:
        connection.close()
        server.close()
        log.info("stopped")


class _Connection:
    """A producer that is built when it is first needed and again after a failure: the broker may come later than we do."""

    def __init__(self, broker: Broker) -> None:
        self._broker = broker
        self._producer: Producer | None = None

    def send(self, articles: Sequence[Article]) -> None:
        """Send and wait for the acknowledgement."""
        self.put(*(outgoing(self._broker, article) for article in articles))

    def put(self, *messages: Outgoing) -> None:
        """Write messages and wait for the acknowledgement."""
        if self._producer is None:
            self._broker.wait_until_reachable(PATIENCE)
            self._producer = Producer(self._broker)
        try:
            self._producer.send_all(messages)
        except BrokerError:
            self.close()
            raise

    def close(self) -> None:
        """Let go of the producer."""
        if self._producer is not None:
            self._producer.close()
            self._producer = None


def _stopped_by_signals() -> threading.Event:
    stop = threading.Event()
    handle: Callable[[int, FrameType | None], None] = lambda _number, _frame: stop.set()  # noqa: E731
    signal.signal(signal.SIGTERM, handle)
    signal.signal(signal.SIGINT, handle)
    return stop
