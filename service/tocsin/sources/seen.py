"""What was produced before: which text of which article, kept in a file, so that a restart does not send a folder again.

Losing the file costs only repeats, which are the same revisions and change nothing downstream.
"""

import re
from collections.abc import Iterable, Sequence
from pathlib import Path

from tocsin.messages import Article

_ENTRY = re.compile(r"([a-z2-7]{26}) ([a-z2-7]{26})\Z")
KEPT = 500_000
"""Articles remembered at most; the oldest are forgotten when the file is read."""


class Seen:
    """Article ids with the hash of their newest text. Without a path it remembers only while the process lives."""

    def __init__(self, path: Path | None = None) -> None:
        self._path = path
        self._hashes: dict[str, str] = {}
        if path is not None and path.exists():
            self._load(path)

    def _load(self, path: Path) -> None:
        lines = 0
        with path.open(encoding="ascii", errors="replace") as file:
            for line in file:
                lines += 1
                if match := _ENTRY.match(line.rstrip("\n")):
                    self._hashes.pop(match[1], None)
                    self._hashes[match[1]] = match[2]
        if lines > KEPT or lines > 2 * len(self._hashes) + 1_000:
            self._hashes = dict(list(self._hashes.items())[-KEPT:])
            self._rewrite(path)

    def _rewrite(self, path: Path) -> None:
        fresh = path.with_name(path.name + ".new")
        fresh.write_text("".join(f"{one} {text}\n" for one, text in self._hashes.items()), encoding="ascii")
        fresh.replace(path)

    def is_new(self, article: Article) -> bool:
        """Tell whether this text of the article was not produced yet."""
        return self._hashes.get(article.article_id) != article.revision.hash

    def holds(self, one: str, state: str) -> bool:
        """Tell whether this state of a thing that is no article was noted: 26 letters each, as `ids.make_id` gives them."""
        return self._hashes.get(one) == state

    def note(self, one: str, state: str) -> None:
        """Remember the state of a thing that is no article."""
        self._write([(one, state)])

    def remember(self, articles: Iterable[Article]) -> None:
        """Remember articles that were acknowledged."""
        self._write([(article.article_id, article.revision.hash) for article in articles])

    def _write(self, entries: Sequence[tuple[str, str]]) -> None:
        self._hashes.update(entries)
        if self._path is not None and entries:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            with self._path.open("a", encoding="ascii") as file:
                file.write("".join(f"{one} {text}\n" for one, text in entries))

    def __len__(self) -> int:
        """How many articles are remembered."""
        return len(self._hashes)
