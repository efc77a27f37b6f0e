"""Findings: what detect says about one article revision in one market, also when it found nothing there.

The empty ones matter: a revision that no longer states a fact withdraws it, and correlate sees that only if told.
"""

from pydantic import Field

from tocsin.messages.article import Revision
from tocsin.messages.base import Message, Moment
from tocsin.messages.signal import Evidence, Signal


class Findings(Message):
    """The signals of one article revision, with what correlate and the message to a reader need of the article."""

    article_id: str
    revision: Revision
    source: str
    id: str
    market: str = "default"
    ingested_at: Moment
    published_at: Moment
    dated: bool = True
    language: str
    publisher: str | None = None
    title: str | None = None
    url: str | None = None
    tier: int | None = None
    fingerprint: str = ""
    """Hexadecimal sketch of the text (detect/fingerprint); near-equal texts have near-equal sketches."""
    signals: tuple[Signal, ...] = Field(default=())
    revenue: tuple[Evidence, ...] = ()
    """Sentences that print a company's revenue, wherever they stand in an article that tells a contract or takeover."""
