"""Records that others wrote straight to the articles topic, completed as ingest would have done, without moving a character."""

from datetime import datetime

from tocsin.messages import Article, ArticleRecord, ids
from tocsin.pages import boilerplate, dates, header, publishers
from tocsin.pages.lines import clean, language_of, to_lines
from tocsin.pages.split import cut


def complete(record: ArticleRecord, received_at: datetime) -> Article:
    """Return the record's article: what ingest wrote as it stands, anything else with what it lacks.

    `received_at` is the record's own timestamp. Boilerplate is masked with spaces at equal length, so that offsets are those
    of the record's text; a record without text but with a title has its title for text.
    """
    text = clean(record.text)
    if record.article_id and record.ingested_at and record.language:
        return _article(record, text, received_at)
    lines = to_lines(text)
    masked = boilerplate.mask(text, boilerplate.find(text, lines))
    if not text.strip() and record.title:
        masked = text = record.title
    written = [line for line in lines if line.text]
    head = header.read(written, record.title)
    publisher = record.publisher or head.publisher or publishers.from_opening(text[:400])
    printed = head.date or header.opening_date(written)
    zone = publishers.zone_of(publisher, record.title or "", text)
    published = _past(record.published_at, received_at)
    if published is None and printed is not None:
        published = printed.moment(zone, received_at)
    return _article(
        record.model_copy(
            update={
                "article_id": ids.article_id(url=record.url, source=record.source, id=record.id, content=text),
                "publisher": publisher,
                "published_at": published,
                "dated": published is not None,
                "language": language_of(text, record.language),
                "ingested_at": received_at,
                "title": record.title or head.title,
            }
        ),
        masked,
        received_at,
    )


def _past(moment: datetime | None, received_at: datetime) -> datetime | None:
    return moment if moment is not None and moment <= received_at + dates.FUTURE_TOLERANCE else None


def _article(record: ArticleRecord, text: str, received_at: datetime) -> Article:
    text, truncated = cut(text)
    ingested = record.ingested_at or received_at
    return Article(
        article_id=record.article_id
        or ids.article_id(url=record.url, source=record.source, id=record.id, content=text),
        source=record.source,
        id=record.id,
        text=text,
        title=record.title,
        url=record.url,
        published_at=record.published_at or ingested,
        updated_at=_past(record.updated_at, ingested),
        ingested_at=ingested,
        publisher=record.publisher,
        language=record.language or language_of(text),
        dated=record.dated if record.dated is not None else record.published_at is not None,
        truncated=record.truncated or truncated,
        tier=record.tier,
    )
