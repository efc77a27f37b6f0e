"""HTML to the text of its article, by trafilatura. Pure parsing: nothing is fetched. The only module that imports it.

Sizes are bounded before the parser sees the page: a page may be hostile, and the parser's time and stack are ours.
"""

import logging
import re
from collections.abc import Iterator
from dataclasses import replace
from html import unescape
from typing import Any

import trafilatura

from tocsin.pages.page import Page, PageError

logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # what a page lacks is told by PageError, once

MAX_CHARACTERS = 5_000_000
MAX_TAGS = 60_000
MAX_DEPTH = 200

_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]{0,20})(?=[\s/>])")
_UNCLOSED = frozenset(
    "area base br col embed hr img input link meta source track wbr p li td th tr tbody thead tfoot dt dd option body html head colgroup rp rt".split()
)
_INVISIBLE = re.compile(r"<(?:(script|style|noscript|template|svg)(?=[\s>/])|!--)", re.IGNORECASE)
_MARKS = re.compile(r"<[^<>]{0,2000}>")
_BLOCK = re.compile(
    r"</?(?:p|div|li|tr|h\d|br|table|section|article|ul|ol|header|footer)\b[^<>]{0,500}>", re.IGNORECASE
)
_META_TIME = (
    re.compile(r"<meta\b[^<>]{0,200}?(?:property|name|itemprop)=[\"'](?:article:published_time|og:published_time|datePublished|pubdate|publishdate|publish-date|parsely-pub-date)[\"'][^<>]{0,100}?content=[\"']([^\"'<>]{8,40})[\"']", re.IGNORECASE),
    re.compile(r"<meta\b[^<>]{0,100}?content=[\"']([^\"'<>]{8,40})[\"'][^<>]{0,200}?(?:property|name|itemprop)=[\"'](?:article:published_time|og:published_time|datePublished|pubdate|publishdate)[\"']", re.IGNORECASE),
    re.compile(r"\"datePublished\"\s{0,3}:\s{0,3}\"([^\"<>]{8,40})\""),
    re.compile(r"<time\b[^<>]{0,300}?datetime=[\"']([^\"'<>]{8,40})[\"']", re.IGNORECASE),
)  # fmt: skip


def to_text(page: Page) -> Page:
    """Return the page with the main text of its HTML, and what its metadata say where nothing is known from outside.

    Raises PageError for a page that is too large, nested too deep, or holds no text.
    """
    html = page.html or ""
    place = page.document or page.url or "page"
    _check(html, place)
    try:
        found = trafilatura.bare_extraction(
            _without_layout(html), url=page.url, fast=True, include_comments=False, with_metadata=True
        )
    except (
        ValueError,
        TypeError,
        AttributeError,
        RecursionError,
        LookupError,
    ) as error:  # what a parser of the wild web meets
        raise PageError(
            place, f"is HTML that cannot be parsed ({type(error).__name__})", "save its text and pass that"
        ) from error
    text = _BROKEN.sub(" ", (getattr(found, "text", None) or "").strip()) or bare_text(html)
    title = page.title or getattr(found, "title", None)
    if not text and not title:
        raise PageError(place, "is HTML without a text", "it may be filled by scripts; save what the browser shows")
    return replace(
        page,
        html=None,
        text=text,
        title=title,
        publisher=page.publisher or getattr(found, "sitename", None),
        url=page.url,
        published_at=page.published_at or _published(html) or getattr(found, "date", None),
    )


def _check(html: str, place: str) -> None:
    if len(html) > MAX_CHARACTERS:
        raise PageError(
            place,
            f"is HTML of more than {MAX_CHARACTERS // 1_000_000} million characters",
            "save its text and pass that",
        )
    depth = deepest = 0
    for tags, match in enumerate(_TAG.finditer(html), 1):
        if match[2].lower() not in _UNCLOSED:
            depth = max(0, depth - 1) if match[1] else depth + 1
            deepest = max(deepest, depth)
        if deepest > MAX_DEPTH or tags > MAX_TAGS:
            what = f"nested more than {MAX_DEPTH} deep" if deepest > MAX_DEPTH else f"of more than {MAX_TAGS:,} tags"
            raise PageError(place, f"is HTML {what}", "save its text and pass that")


_BROKEN = re.compile(r"(?<=[a-z,;])\n(?=[a-z])")
"""A line break within a sentence, as pages that are laid out for a fixed width have."""
_TABLE = re.compile(r"<table[\s>]", re.IGNORECASE)
_OF_TABLES = frozenset(["table", "thead", "tbody", "tfoot", "tr", "td", "th"])
_IN_LAYOUT = frozenset(["p", "div", "h1", "h2", "h3", "h4", "ul", "ol", "table", "article", "section"])
"""What stands in a cell of a table that only arranges the page, as newsletters do, and in no cell of a table of figures."""


def _without_layout(html: str) -> Any:
    """Return the page with tables that arrange it turned into blocks: their cells hold paragraphs of their own, not columns."""
    if not _TABLE.search(html):
        return html
    tree = trafilatura.load_html(html)
    if tree is None:
        return html
    for table in list(tree.iter("table")):
        parts = list(_own_parts(table))
        if any(part.tag in ("td", "th") and any(child.tag in _IN_LAYOUT for child in part) for part in parts):
            for part in (table, *parts):
                part.tag = "div"
    return tree


def _own_parts(table: Any) -> Iterator[Any]:
    """Yield the rows and cells of a table, without those of tables inside it."""
    for child in table:
        if child.tag in _OF_TABLES - {"table"}:
            yield child
            yield from _own_parts(child)


def _published(html: str) -> str | None:
    """Return the time of publication that the page states for machines; it has the hour, which visible dates often lack."""
    head = html[:400_000]
    return next((match[1] for pattern in _META_TIME if (match := pattern.search(head))), None)


def bare_text(html: str) -> str:
    """Return the words of HTML, a line a block: of a page in which no article was recognised, or of a part of one."""
    text = _BLOCK.sub("\n", _visible(html))
    lines = (" ".join(line.split()) for line in unescape(_MARKS.sub(" ", text)).split("\n"))
    return "\n".join(line for line in lines if line)


def _visible(html: str) -> str:
    """Return the page without scripts, styles and comments; one that is never closed takes the rest, as in a browser."""
    low = html.lower() if html.isascii() else "".join(char.lower() if char.isascii() else char for char in html)
    parts, at = [], 0
    while match := _INVISIBLE.search(html, at):
        parts.append(html[at : match.start()])
        closing = f"</{match[1].lower()}" if match[1] else "-->"
        found = low.find(closing, match.end())
        if found < 0:
            return " ".join(parts)
        ended = low.find(">", found + len(closing) - 1)
        at = ended + 1 if ended >= 0 else len(html)
    return " ".join([*parts, html[at:]])
