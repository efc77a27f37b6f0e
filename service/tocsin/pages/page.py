"""What comes in: a page as found, before it is split into articles."""

from dataclasses import dataclass
from datetime import datetime

from tocsin.messages import ArticleRecord
from tocsin.rules.faults import TocsinError


@dataclass(frozen=True)
class Page:
    """A text or an HTML page with what is known about it from outside.

    `document` is where it was found (a path, an address); `id` the producer's own. `published_at` may be a moment or the
    date as printed (`2025-03-01`, `3 hours ago`); a date that cannot be read counts as none. `record` is the page as it stood
    on the articles topic, where it was taken from there: a backtest replays that.
    """

    text: str = ""
    html: str | None = None
    document: str = ""
    source: str = "files"
    id: str | None = None
    title: str | None = None
    publisher: str | None = None
    published_at: datetime | str | None = None
    updated_at: datetime | str | None = None
    url: str | None = None
    language: str | None = None
    tier: int | None = None
    record: ArticleRecord | None = None


class PageError(TocsinError):
    """A page that cannot be worked on: where it is, why, and what its owner can do."""

    def __init__(self, place: str, reason: str, remedy: str) -> None:
        self.place, self.reason, self.remedy = place, reason, remedy
        super().__init__(f"{place}: {reason}; {remedy}")
