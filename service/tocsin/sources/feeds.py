"""RSS and Atom: every item is a page. Other XML is refused, since its tags would be read as words."""

import re
from collections.abc import Iterator
from email.utils import parsedate_to_datetime
from xml.etree import ElementTree as ET

from tocsin.pages import Page
from tocsin.sources.unreadable import Unreadable

_LOOKS_XML = re.compile(r"\s{0,200}<\?xml[\s?]", re.IGNORECASE)
_LOOKS_FEED = re.compile(
    r"\s{0,200}(?:<\?xml[^>]{0,200}\?>\s{0,20})?(?:<\?[^>]{0,200}\?>\s{0,20}|<!--.{0,2000}?-->\s{0,20}){0,3}<(?:rss|feed|rdf:RDF)[\s>]",
    re.DOTALL,
)
_ENTITY = re.compile(r"<!(?:ENTITY|DOCTYPE)", re.IGNORECASE)
_TAGS = re.compile(r"<[a-zA-Z/!][^<>]{0,2000}>")
_BODIES = ("encoded", "content", "description", "summary")
"""Where an item has its text: the whole one before the short one."""


def is_xml(text: str) -> bool:
    """Tell whether the text is XML, a feed or another kind."""
    return _LOOKS_FEED.match(text) is not None or _LOOKS_XML.match(text) is not None


def read_feed(text: str, name: str) -> Iterator[Page | Unreadable]:
    """Yield the items of a feed as pages; refuse XML of other kinds."""
    if _LOOKS_FEED.match(text) is None:
        yield Unreadable(name, "is XML of a kind that is not read", "pass its text, or RSS, Atom, HTML or JSON")
        return
    if _ENTITY.search(text):  # declared entities may unfold without end; no feed needs them
        yield Unreadable(name, "is a feed that declares entities", "remove its DOCTYPE and its entities")
        return
    try:
        root = ET.fromstring(text.lstrip("\ufeff \t\r\n"))  # noqa: S314 - entities are refused above
    except (ET.ParseError, ValueError, RecursionError) as error:
        yield Unreadable(name, f"is a feed that cannot be parsed ({error})", "fetch it again, or pass its items' text")
        return
    house = _house(root)
    items = [element for element in root.iter() if _name(element) in ("item", "entry")]
    if not items:
        yield Unreadable(name, "is a feed without items", "fetch it again")
    for number, item in enumerate(items, 1):
        yield _page(item, name, f"{name}[{number}]", house)


def _name(element: ET.Element) -> str:
    """Return the element's name without its namespace."""
    return element.tag.rpartition("}")[2]


def _house(root: ET.Element) -> str | None:
    """Return the name of the feed, which is that of its publisher."""
    for element in (root, *(child for child in root if _name(child) == "channel")):
        if title := _told(element, "title"):
            return title
    return None


def _page(item: ET.Element, document: str, place: str, house: str | None) -> Page | Unreadable:
    title = _told(item, "title")
    body = next((text for name in _BODIES if (text := _told(item, name))), "")
    if not title and not body:
        return Unreadable(place, "is an item without title and text", "fetch the feed again")
    link = _link(item)
    return Page(
        text=body or title,
        document=document,
        id=_told(item, "guid") or _told(item, "id") or link,
        title=title or None,
        publisher=_told(item, "source") or house,
        published_at=_date(_told(item, "pubDate") or _told(item, "published") or _told(item, "date")),
        updated_at=_date(_told(item, "updated")),
        url=link,
    )


def _told(element: ET.Element, name: str) -> str:
    """Return what the element's child of this name says, without the tags that may stand in it; of two the first that says anything."""
    for child in element:
        if _name(child) == name and (text := "".join(child.itertext()).strip()):
            return _plain(text)
    return ""


def _plain(text: str) -> str:
    """Return the words of a text that may be HTML."""
    if not _TAGS.search(text):
        return text
    from tocsin.pages.html import bare_text  # noqa: PLC0415 - costs half a second, and few items need it

    return bare_text(text)


def _link(item: ET.Element) -> str | None:
    links = [child for child in item if _name(child) == "link"]
    found = [
        (link.get("href") or link.text or "").strip() for link in links if link.get("rel", "alternate") == "alternate"
    ]
    return next((link for link in found if link.startswith(("http://", "https://"))), None)


def _date(text: str) -> str | None:
    """Return a date as the pages' own reader takes it; that of a mail (`Tue, 03 Mar 2026 08:00:00 GMT`) with its zone."""
    try:
        return parsedate_to_datetime(text).isoformat()
    except (ValueError, TypeError, IndexError):
        return text or None
