"""Watching folders: look, ingest what is new, wait; through outages of the broker, until told to stop.

A file is done when all its articles are acknowledged. While the broker is away the same files are tried again, ever less
often, and the process says that it is not ready.
"""

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import takewhile
from pathlib import Path

from tocsin.broker import BrokerError
from tocsin.messages import Article, ids
from tocsin.pages import Page
from tocsin.sources.dropbox import Dropbox
from tocsin.sources.ingest import IngestReport, Send, run
from tocsin.sources.seen import Seen
from tocsin.sources.unreadable import Unreadable


def content(path: Path) -> str:
    """Name what the file holds; empty where it cannot be opened."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return ""


PAUSES = tuple(timedelta(seconds=seconds) for seconds in (0.5, 1, 2, 5, 10, 30))
"""How long to wait after the first, second … failure in a row."""


@dataclass
class Watch:
    """The folders, how to send, and what was produced before.

    `on_round` is told the report of every file that was ingested, `on_trouble` each failure to send. `is_stopped` is asked
    between two pages: a file that was left in the middle is read again next time.
    """

    folders: Sequence[Dropbox]
    send: Send
    clock: Callable[[], datetime]
    seen: Seen
    on_round: Callable[[IngestReport], None] = lambda _report: None
    on_sent: Callable[[Sequence[Article]], None] = lambda _articles: None
    on_fault: Callable[[Unreadable], None] = lambda _fault: None
    on_page: Callable[[Page | Unreadable], None] = lambda _page: None
    set_aside: Callable[[Path, Sequence[Unreadable]], None] = lambda _path, _faults: None
    """Told once of each state of a file in which something could not be read; raises BrokerError when it cannot be kept."""
    on_trouble: Callable[[BrokerError], None] = lambda _error: None
    is_stopped: Callable[[], bool] = lambda: False
    trouble: str | None = None
    """Why nothing can be sent at the moment."""
    _failures: int = 0
    _due: dict[Path, datetime] = field(default_factory=dict, repr=False)

    def problems(self) -> list[str]:
        """Say why the process cannot do its work: for the readiness probe."""
        lost = [f"the folder {folder.folder} does not exist" for folder in self.folders if not folder.folder.is_dir()]
        return [*([self.trouble] if self.trouble else []), *lost]

    def look(self) -> timedelta:
        """Ingest what is new in the folders that are due; return how long to wait before the next look."""
        now = self.clock()
        try:
            for folder in self.folders:
                if self._due.get(folder.folder, now) <= now:
                    self._ingest(folder, now)
        except BrokerError as error:
            self.trouble = str(error)
            self.on_trouble(error)
            pause = PAUSES[min(self._failures, len(PAUSES) - 1)]
            self._failures += 1
            return pause
        waits = [self._due[folder.folder] - self.clock() for folder in self.folders]
        return max(timedelta(seconds=0.05), min(waits, default=timedelta(seconds=1)))

    def _ingest(self, folder: Dropbox, now: datetime) -> None:
        for path in folder.changed(now):
            try:
                report = run(
                    takewhile(lambda _page: not self.is_stopped(), folder.pages(path)),
                    self.send,
                    self.clock,
                    is_new=self.seen.is_new,
                    on_sent=self._sent,
                    on_fault=self.on_fault,
                    on_page=self.on_page,
                )
                self._keep(path, report.faults)
                self.on_round(report)
            except BrokerError:
                folder.forget(path)
                raise
            self.trouble, self._failures = None, 0
        self._due[folder.folder] = now + (timedelta(seconds=0.5) if folder.is_restless else folder.every)

    def _keep(self, path: Path, faults: Sequence[Unreadable]) -> None:
        """Set a file aside in which something could not be read, once for each text of it."""
        if not faults:
            return
        one, state = ids.make_id("file", str(path.resolve())), ids.make_id("faults", *map(str, faults), content(path))
        if not self.seen.holds(one, state):
            self.set_aside(path, faults)
            self.seen.note(one, state)

    def _sent(self, articles: Sequence[Article]) -> None:
        self.seen.remember(articles)
        self.on_sent(articles)
        self.trouble, self._failures = None, 0
