"""A folder into which others drop files: which of them are new or changed, and whole.

A file counts as whole when it has rested for half a second; whoever writes slowly writes under a hidden name or one that
ends in `.part` or `.tmp`, and renames.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from pathlib import Path

from tocsin.pages import Page
from tocsin.rules.faults import shown_path
from tocsin.sources.files import list_files, read_file
from tocsin.sources.unreadable import Unreadable

REST = timedelta(seconds=0.5)
_UNFINISHED = (".part", ".tmp", ".crdownload", "~")
Stamp = tuple[int, int]


@dataclass
class Dropbox:
    """A watched folder and what is known of everything that comes from it."""

    folder: Path
    name: str = "files"
    every: timedelta = timedelta(seconds=2)
    publisher: str | None = None
    language: str | None = None
    tier: int | None = None
    _done: dict[Path, Stamp] = field(default_factory=dict, repr=False)
    _restless: dict[Path, Stamp] = field(default_factory=dict, repr=False)

    def changed(self, now: datetime) -> list[Path]:
        """Return the files that are new or changed since they were done, and whole."""
        found: list[Path] = []
        restless: dict[Path, Stamp] = {}
        for path in list_files([self.folder]) if self.folder.is_dir() else []:
            stamp = _stamp(path)
            if stamp is None or self._done.get(path) == stamp or path.name.lower().endswith(_UNFINISHED):
                continue
            age = now.timestamp() - stamp[1] / 1e9
            if age >= REST.total_seconds() or (age < 0 and self._restless.get(path) == stamp):
                found.append(path)
            else:
                restless[path] = stamp
        self._restless = restless
        return found

    @property
    def is_restless(self) -> bool:
        """Some file was still being written at the last look: look again soon."""
        return bool(self._restless)

    def pages(self, path: Path) -> Iterator[Page | Unreadable]:
        """Yield the pages of one file, as from this source; mark the file done when the last one has been taken."""
        stamp = _stamp(path)
        for page in read_file(path):
            yield page if isinstance(page, Unreadable) else self.stamped(page)
        if stamp is not None:
            self._done[path] = stamp

    def all_pages(self) -> Iterator[Page | Unreadable]:
        """Yield the pages of all files that lie there now."""
        if not self.folder.is_dir():
            yield Unreadable(shown_path(self.folder), "is no folder", "create it, or correct the source's directory")
            return
        for path in list_files([self.folder]):
            yield from self.pages(path)

    def forget(self, path: Path) -> None:
        """Look at the file again next time: its articles were not acknowledged."""
        self._done.pop(path, None)

    def stamped(self, page: Page) -> Page:
        """Return the page with what the source says of all its pages, where the page itself does not."""
        return replace(
            page,
            source=page.source if page.source != "files" else self.name,
            publisher=page.publisher or self.publisher,
            language=page.language or self.language,
            tier=self.tier,
        )


def _stamp(path: Path) -> Stamp | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_size, found.st_mtime_ns
