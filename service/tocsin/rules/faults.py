"""Faults: what is wrong in a file that a person wrote, told to the person who can mend it, all at once."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any


class TocsinError(Exception):
    """The base of every error that ends a command with a sentence instead of a traceback."""


@dataclass(frozen=True, order=True)
class Fault:
    """One mistake: file and line (from 1, 0 where there is none), where in the document, what is wrong and what to do."""

    file: str
    line: int
    path: str
    message: str

    def __str__(self) -> str:
        """`tocsin.yml:14: policies[2].sources.within: '24 hour' is not a duration; write one such as 24h`."""
        place = f"{self.file}:{self.line}" if self.line else self.file
        return f"{place}: {self.path}: {self.message}" if self.path else f"{place}: {self.message}"


class FaultsError(TocsinError):
    """All faults found in one run, in the order of file and line.

    `document` is what could be read all the same, for a reader that goes on to find the other faults of the file.
    """

    def __init__(self, faults: Iterable[Fault], document: Any = None) -> None:
        self.faults = tuple(sorted(set(faults)))
        self.document = document
        super().__init__("\n".join(str(fault) for fault in self.faults))


def shown_path(path: Path) -> str:
    """Return the path as a person would type it: relative where it lies below the working directory."""
    try:
        return str(path.resolve().relative_to(Path.cwd()))
    except (ValueError, OSError, RuntimeError):  # elsewhere, too long a name, a circle of links
        return str(path)
