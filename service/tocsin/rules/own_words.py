"""The words that a user's files bring, each with its file and line: to name the one that collides with ours."""

import csv
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tocsin.rules.document import Loc, load_document
from tocsin.rules.faults import FaultsError, shown_path
from tocsin.rules.fold import fold, fold_word
from tocsin.rules.words import expand

_LISTS = ("en", "zh", "symbols", "tickers")


@dataclass(frozen=True)
class OwnWord:
    """A word as it is searched, as it is written, and where."""

    folded: str
    written: str
    place: str

    def stands_in(self, low: str) -> bool:
        """Tell whether a folded text holds the word, as a whole where its letters are Latin."""
        if not self.folded.isascii():
            return self.folded in low
        return re.search(rf"(?<![a-z0-9]){re.escape(self.folded)}(?![a-z0-9])", low) is not None


def own_words(files: Sequence[Path]) -> list[OwnWord]:
    """Return the words of the files, packs, lexicons and company lists; what cannot be read has none."""
    return [word for path in files for word in (_listed(path) if path.suffix == ".csv" else _written(path))]


def colliding(text: str, words: Sequence[OwnWord]) -> list[OwnWord]:
    """Return the words that stand in the text, the longest first."""
    low = fold(text).low
    return sorted((word for word in words if word.stands_in(low)), key=lambda word: -len(word.folded))


def _written(path: Path) -> Iterator[OwnWord]:
    try:
        document = load_document(path)
    except FaultsError:
        return
    for loc, text in _texts(document.data, (), within=False):
        for form in expand(text):
            if word := fold_word(form):
                yield OwnWord(word, form, f"{document.file}:{document.line(loc)}")


def _texts(value: Any, loc: Loc, *, within: bool) -> Iterator[tuple[Loc, str]]:
    """Yield the texts of the lists of words, and names, with their places."""
    if isinstance(value, dict):
        for key, inner in value.items():
            if key != "examples":
                yield from _texts(inner, (*loc, key), within=key in _LISTS or (key == "name" and len(loc) == 1))
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from _texts(inner, (*loc, number), within=within)
    elif within and isinstance(value, str):
        yield loc, value


def _listed(path: Path) -> Iterator[OwnWord]:
    try:
        reader = csv.DictReader(path.read_text(encoding="utf-8-sig").splitlines())
        rows = [(reader.line_num, row) for row in reader]
    except (OSError, UnicodeDecodeError, csv.Error):
        return
    for line, row in rows:
        for text in (row.get("name") or "", row.get("ticker") or "", *(row.get("aliases") or "").split("|")):
            if word := fold_word(text.strip()):
                yield OwnWord(word, text.strip(), f"{shown_path(path)}:{line}")
