"""Articles: the record that anyone may produce, and the completed article that every stage works on."""

from pydantic import Field

from tocsin.messages import ids
from tocsin.messages.base import Message, Moment, format_moment

MAX_TEXT_BYTES = 256_000
"""Longest text of an article in UTF-8; ingest cuts a longer one at a paragraph and sets `truncated`."""


class Revision(Message):
    """Which text of an article this is: the later `at` is the newer one, an equal `hash` is the same text.

    `updated` says that `at` is the producer's update time. Such a text is newer than one without: an update time compared
    with our own time of ingest would lose a correction whenever a backlog is read late.
    """

    at: Moment
    hash: str
    updated: bool = False

    def supersedes(self, other: "Revision") -> bool:
        """Tell whether this text is a newer one than the other."""
        return self.hash != other.hash and (self.updated, self.at, self.hash) > (other.updated, other.at, other.hash)


class ArticleRecord(Message):
    """What stands on the articles topic. `source`, `id` (the producer's own) and `text` are required, the rest is optional."""

    source: str = Field(min_length=1)
    id: str = Field(min_length=1)
    text: str
    title: str | None = None
    url: str | None = None
    published_at: Moment | None = None
    updated_at: Moment | None = None
    publisher: str | None = None
    language: str | None = None
    article_id: str | None = None
    ingested_at: Moment | None = None
    dated: bool | None = None
    truncated: bool = False
    tier: int | None = None


class Article(Message):
    """One revision of an article, complete. `text` never changes; all offsets are code points into it.

    `published_at` is the ingest time where the page gives no date (`dated` is then false). `document` is where the article
    was found: a path, an address; `tier` the rank its source has in the configuration (1 is best).
    """

    article_id: str
    source: str
    id: str
    text: str
    title: str | None = None
    url: str | None = None
    published_at: Moment
    updated_at: Moment | None = None
    ingested_at: Moment
    publisher: str | None = None
    language: str
    dated: bool = True
    truncated: bool = False
    tier: int | None = None

    @property
    def revision(self) -> Revision:
        """The revision, from the producer's update time, else the ingest time, and the text."""
        at = self.updated_at or self.ingested_at
        return Revision(at=at, hash=ids.content_hash(self.text), updated=self.updated_at is not None)

    def place(self) -> str:
        """Name the article in a log line or an error without quoting it."""
        return f"{self.source}/{self.id} ({self.article_id}, {format_moment(self.ingested_at)})"

    def to_record(self) -> ArticleRecord:
        """Return the record that ingest produces."""
        return ArticleRecord.model_validate(self.model_dump())
