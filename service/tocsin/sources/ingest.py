"""Pages onto the articles topic: split, stamped with the time of ingest, sent in batches, and counted.

An article counts as ingested when the broker has acknowledged it. What cannot be read or is too large is told and the rest
goes on; what cannot be sent ends the run, since the next batch would fare no better.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from tocsin.broker import Broker, Outgoing, Producer
from tocsin.messages import Article, DeadLetter
from tocsin.messages.dead_letter import FROM_FILE
from tocsin.messages.topics import ARTICLES, DEAD_LETTERS, MAX_MESSAGE_BYTES, SCHEMA_HEADER
from tocsin.pages import Page, PageError, split
from tocsin.sources.unreadable import Unreadable

BATCH = 100
_ROOM = 4_096
"""Bytes left for key, headers and what the broker adds."""

Send = Callable[[Sequence[Article]], None]
"""Returns when all are acknowledged, raises when they are not."""


@dataclass
class IngestReport:
    """What one run has met: pages looked at, articles acknowledged, articles known already, and what could not be taken."""

    pages: int = 0
    articles: int = 0
    known: int = 0
    faults: list[Unreadable] = field(default_factory=list)


def _everything(_article: Article) -> bool:
    return True


def _nothing(_of: object) -> None:
    """Tell nobody."""


def run(
    pages: Iterable[Page | Unreadable],
    send: Send,
    clock: Callable[[], datetime],
    *,
    batch: int = BATCH,
    is_new: Callable[[Article], bool] = _everything,
    on_sent: Callable[[Sequence[Article]], None] = _nothing,
    on_page: Callable[[Page | Unreadable], None] = _nothing,
    on_fault: Callable[[Unreadable], None] = _nothing,
) -> IngestReport:
    """Ingest the pages in their order and return what was met; whatever `send` raises ends the run.

    `is_new` is asked before an article is sent; `on_sent` is told what was acknowledged, `on_page` each page when it has been
    split, `on_fault` each fault as it is met.
    """
    report = IngestReport()
    waiting: list[Article] = []

    def fail(fault: Unreadable) -> None:
        report.faults.append(fault)
        on_fault(fault)

    def flush() -> None:
        if waiting:
            send(waiting)
            report.articles += len(waiting)
            on_sent(tuple(waiting))
            waiting.clear()

    for page in pages:
        report.pages += 1
        for article in _articles(page, clock(), fail):
            if not is_new(article):
                report.known += 1
            elif (size := len(article.to_record().to_json())) > MAX_MESSAGE_BYTES - _ROOM:
                reason = f"is an article of {size:,} bytes with its fields, above what the topic takes"
                fail(
                    Unreadable(
                        page.document if isinstance(page, Page) else "", reason, "shorten its id, title or address"
                    )
                )
            else:
                waiting.append(article)
        on_page(page)
        if len(waiting) >= batch:
            flush()
    flush()
    return report


def _articles(page: Page | Unreadable, now: datetime, fail: Callable[[Unreadable], None]) -> tuple[Article, ...]:
    if isinstance(page, Unreadable):
        fail(page)
        return ()
    try:
        return tuple(article for article in split(page, now) if article.text.strip())
    except PageError as error:
        fail(Unreadable(error.place, error.reason, error.remedy))
        return ()


def outgoing(broker: Broker, article: Article) -> Outgoing:
    """Return the message that stands for the article on its topic."""
    headers = ((SCHEMA_HEADER, b"article/1"),)
    return Outgoing(broker.topic(ARTICLES), article.article_id.encode(), article.to_record().to_json(), headers)


def aside(broker: Broker, path: Path, faults: Sequence[Unreadable]) -> Outgoing:
    """Return the dead letter of a file in which something could not be read: its bytes, and the first reason.

    A file that is too large for the topic, or cannot be opened, stays where it lies; the letter names it.
    """
    more = f" (and {len(faults) - 1} more)" if len(faults) > 1 else ""
    letter = DeadLetter(
        key=str(path).encode("utf-8", "replace")[:_ROOM],
        value=_bytes_of(path),
        stage="ingest",
        topic=f"{FROM_FILE}{path}",
        partition=-1,
        offset=-1,
        error=f"{faults[0]}{more}",
    )
    return Outgoing(broker.topic(DEAD_LETTERS), letter.key, letter.value, tuple(letter.to_headers()))


def _bytes_of(path: Path) -> bytes:
    try:
        return path.read_bytes() if path.stat().st_size <= MAX_MESSAGE_BYTES - 3 * _ROOM else b""
    except OSError:
        return b""


def sender(broker: Broker, producer: Producer) -> Send:
    """Return what sends articles by the producer."""

    def send(articles: Sequence[Article]) -> None:
        producer.send_all([outgoing(broker, article) for article in articles])

    return send
