"""Mails as pages: their headers say title, publisher and date, the first readable part is the text; attachments are left."""

from collections.abc import Iterator
from datetime import UTC, datetime
from email import message_from_bytes, policy
from email.message import EmailMessage, Message
from email.utils import parseaddr

from tocsin.pages import Page
from tocsin.sources.encodings import UndecodableError, decode
from tocsin.sources.unreadable import Unreadable

ENDINGS = (".eml",)
_FIRST = 4_000
_SIGNS = frozenset(["mime-version", "message-id", "received", "return-path", "dkim-signature", "content-type"])
"""Headers that only a mail has; without one of them lines such as `From:` may stand over any note."""
_TEASER = 80
"""Characters of a plain part that only points to the HTML one."""
_BROKEN = (ValueError, LookupError, TypeError, AttributeError, RecursionError)
"""What the parser of a mail that keeps no rule may raise."""


def looks_like_mail(data: bytes) -> bool:
    """Tell whether the bytes begin with the headers of a mail."""
    names: set[str] = set()
    for line in data[:_FIRST].lstrip(b"\xef\xbb\xbf").splitlines():
        name, colon, _ = line.partition(b":")
        if line[:1] in (b" ", b"\t") and names:
            continue
        if not colon or not name or not name.replace(b"-", b"").isalnum():
            break
        names.add(name.decode("latin-1").lower())
    return "from" in names and "subject" in names and not _SIGNS.isdisjoint(names)


def read_mail(data: bytes, name: str) -> Iterator[Page | Unreadable]:
    """Yield the page that a mail is."""
    try:
        yield _page(message_from_bytes(data, policy=policy.default), name)
    except UndecodableError as error:
        yield Unreadable(name, error.reason, error.remedy)
    except _BROKEN as error:
        yield Unreadable(name, f"is a mail that cannot be read ({type(error).__name__})", "save its text and pass that")


def _page(mail: EmailMessage, name: str) -> Page | Unreadable:
    text, html = (_body(mail, kind) for kind in ("plain", "html"))
    if html and len(text.strip()) < _TEASER:
        text = ""
    elif text:
        html = ""
    title = " ".join(str(mail["subject"] or "").split())
    if not text.strip() and not html.strip():
        return Unreadable(name, "is a mail without a text", "save what it has attached and pass that")
    return Page(
        text=text,
        html=html or None,
        document=name,
        id=str(mail["message-id"] or "").strip(" <>\r\n\t") or None,
        title=title or None,
        publisher=_sender(mail),
        published_at=_date(mail),
    )


def _body(mail: EmailMessage, kind: str) -> str:
    part = mail.get_body(preferencelist=(kind,))
    return "" if part is None else _text(part)


def _text(part: Message) -> str:
    """Return the part's text in its own charset, else in the one that its bytes betray. Raises UndecodableError."""
    data = part.get_payload(decode=True)
    if not isinstance(data, bytes):
        return ""
    charset = part.get_content_charset()
    try:
        return data.decode("gb18030" if charset in ("gb2312", "gbk") else charset or "ascii")
    except (LookupError, UnicodeDecodeError):
        return decode(data) if data.strip() else ""


def _sender(mail: EmailMessage) -> str | None:
    """Return who sent it: the name beside the address, else the address's own house."""
    name, address = parseaddr(str(mail["from"] or ""))
    return " ".join(name.split()) or address.rpartition("@")[2] or None


def _date(mail: EmailMessage) -> datetime | None:
    moment: datetime | None = getattr(mail["date"], "datetime", None)
    if moment is None:
        return None
    return moment if moment.tzinfo is not None else moment.replace(tzinfo=UTC)
