"""Page to articles: each with its headline, publisher, date and the text that is news, ready for the articles topic."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from tocsin.messages import Article, ids
from tocsin.messages.article import MAX_TEXT_BYTES
from tocsin.pages import boilerplate, dates, digest, header, publishers
from tocsin.pages.lines import clean, folded, language_of, to_lines
from tocsin.pages.page import Page

_MAX_READ = 4 * MAX_TEXT_BYTES
"""Code points of one article that are read at all; what lies behind is cut off as too long anyway."""


@dataclass(frozen=True)
class _Part:
    """One article of a page, before it has ids and times."""

    text: str
    title: str | None
    publisher: str | None
    date: dates.Printed | None


def split(page: Page, now: datetime) -> tuple[Article, ...]:
    """Return the articles of the page in their order, at least one; raise PageError for HTML that cannot be read.

    `now` is the ingest time: relative dates count from it, and it stands in for a missing date.
    """
    if page.html is not None:
        from tocsin.pages import html  # noqa: PLC0415 - costs half a second, and few pages are HTML

        page = html.to_text(page)
    text = clean(page.text).replace("\t", " ")
    parts = list(_parts(text, _plain(page.title)))
    several = len(parts) > 1
    taken: set[str] = set()
    articles = []
    for part in parts:
        article = _article(page, part, now, several=several, taken=taken)
        taken.add(article.article_id)
        articles.append(article)
    return tuple(articles)


def _parts(text: str, title: str | None) -> Iterator[_Part]:
    lines = [line for line in to_lines(text) if line.text]
    if not lines:
        yield _Part(title or "", title, None, None)
        return
    segments = digest.segments(lines, titled=title is not None)
    for segment in segments:
        stop = lines[segment.end - 1].end
        if len(segments) == 1:
            yield _part(text[:stop], title, in_digest=False)
        else:
            start = lines[segment.first].start
            flash = text.find(lines[segment.first].text, start) + segment.flash if segment.flash else start
            part = _part(text[flash:stop], None, in_digest=True)
            yield replace(part, date=part.date or dates.find(text[start:flash])) if segment.flash else part


def _part(text: str, title: str | None, *, in_digest: bool) -> _Part:
    """Read one article: its head, then its body without what is no news."""
    text = text[:_MAX_READ]
    lines = [line for line in to_lines(text) if line.text]
    head = header.read(lines, title)
    above = [(lines[i].start, lines[i].end) for i in head.dropped]
    body = boilerplate.drop(text, above)
    body_lines = to_lines(body)
    spans = boilerplate.find(body, body_lines, publisher=head.publisher)
    news = boilerplate.drop(body, spans)
    if in_digest:
        news = "\n".join(digest.laid_out(line) for line in news.split("\n"))
    dropped = [*(lines[i].text for i in head.dropped), *(body[start : min(end, start + 4_000)] for start, end in spans)]
    return _Part(
        _headed(news, head.title),
        _plain(head.title),
        head.publisher or _publisher(head.title, news, dropped),
        head.date or header.opening_date([line for line in to_lines(news[:2_000]) if line.text]),
    )


def _plain(title: str | None) -> str | None:
    return " ".join(clean(title).split()) or None if title else None


def _headed(news: str, title: str | None) -> str:
    """Return the text with its headline in front, unless it begins with it."""
    title = _plain(title)
    if not title:
        return news
    if folded(news[: len(title) * 2 + 40]).startswith(folded(title)):
        return news
    return f"{title}\n\n{news}" if news else title


def _publisher(title: str | None, news: str, dropped: Sequence[str]) -> str | None:
    """Find the publisher in the text itself: a dateline, a tag in brackets, a notice that was dropped."""
    found = publishers.from_opening(news) or publishers.from_tag(title or "") or publishers.from_tag(news[:400])
    if found is None and title and news.startswith(title):
        found = publishers.from_opening(news[len(title) :].lstrip()[:300])
    lines = (line.strip() for part in dropped for line in part.split("\n"))
    return found or next((name for line in lines if (name := publishers.from_notice(line))), None)


def _article(page: Page, part: _Part, now: datetime, *, several: bool, taken: set[str]) -> Article:
    text, truncated = cut(part.text)
    publisher = _plain(page.publisher) or part.publisher
    zone = publishers.zone_of(publisher, part.title or "", text)
    published = dates.read(page.published_at, zone, now)
    if published is None and part.date is not None:
        published = part.date.moment(zone, now)
    article_id = _id(page, part.title, text, several=several, taken=taken)
    return Article(
        article_id=article_id,
        source=clean(page.source) or "files",
        id=clean(page.id or "") or article_id,
        text=text,
        title=part.title,
        url=_plain(page.url),
        published_at=published or now,
        updated_at=dates.read(page.updated_at, zone, now),
        ingested_at=now,
        publisher=publisher,
        language=language_of(text, page.language),
        dated=published is not None,
        truncated=truncated,
        tier=page.tier,
    )


def _id(page: Page, title: str | None, text: str, *, several: bool, taken: set[str]) -> str:
    """Return the id of the article's place; in a digest the headline tells the articles of one place apart, else the text."""
    content = ids.content_hash(text)
    mark = (title or content) if several else None
    found = ids.article_id(url=page.url, source=page.source, id=page.id, content=text, title=mark)
    if found in taken:
        found = ids.article_id(
            url=page.url, source=page.source, id=page.id, content=text, title=f"{mark or ''} {content}"
        )
    return found


def cut(text: str) -> tuple[str, bool]:
    """Return the text within the limit of an article, cut at a paragraph where there is one, and whether it was cut."""
    if len(text) * 4 <= MAX_TEXT_BYTES:
        return text, False
    data = text.encode("utf-8", "replace")
    if len(data) <= MAX_TEXT_BYTES:
        return text, False
    kept = data[:MAX_TEXT_BYTES].decode("utf-8", "ignore")
    for mark in ("\n\n", "\n", "。", ". ", " "):
        at = kept.rfind(mark)
        if at > len(kept) // 2:
            return kept[: at + (1 if mark in "。. " else 0)].rstrip(), True
    return kept, True
