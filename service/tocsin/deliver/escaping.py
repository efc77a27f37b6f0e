"""Make foreign text harmless where it is going. Article text is hostile until it has passed here.

Every text loses control, direction and invisible characters. HTML is escaped by the template engine. What a chat would read
as a call to everybody or as a link is broken up by an invisible joiner, so it reads the same and does nothing.
"""

import re
import unicodedata
from urllib.parse import urlsplit, urlunsplit

MAX_URL = 1_500
_INVISIBLE = re.compile(
    "[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\U000e0000-\U000e0fff]"
)
_CALL = re.compile(r"([@＠])(?=\w)|<(?=[!@#])|\](?=\()|(?<=\w)(?=://)", re.IGNORECASE)
_JOINER = "\u2060"
_SPACE = re.compile(r"\s+")


def clean(text: str) -> str:
    """Return the text on one line without control, direction and invisible characters; spaces at the ends stay."""
    text = _INVISIBLE.sub("", _SPACE.sub(" ", text))
    return "".join(
        char for char in text if char == " " or unicodedata.category(char)[0] not in "CZ" or char == "\u3000"
    )


def one_line(text: str, limit: int) -> str:
    """Return the text cleaned, stripped and cut at a word to `limit` characters."""
    return cut(clean(text).strip(), limit)


def cut(text: str, limit: int) -> str:
    """Return the text, cut at a word where it is longer than `limit`, ending with an ellipsis."""
    if len(text) <= limit:
        return text
    head = text[: limit - 1]
    space = head.rfind(" ")
    if space > limit // 2:
        head = head[:space]
    return head.rstrip() + "…"


def plain(text: str) -> str:
    """Break up what chats read as a call to people, a link or a marked-up link."""
    return _CALL.sub(lambda found: (found[0] + _JOINER) if found[0] else _JOINER, text)


def slack(text: str) -> str:
    """Escape for Slack's own markup: no mention, no link, no formatting comes through."""
    return plain(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def safe_url(url: str | None) -> str | None:
    """Return the address if it is a plain http or https one, else None.

    Refused: other schemes, user names before the host, missing hosts, control characters and over-long addresses.
    """
    if url is None or len(url) > MAX_URL or _INVISIBLE.search(url) or any(ord(char) < 33 for char in url.strip()):
        return None
    try:
        parts = urlsplit(url.strip())
        host, _ = parts.hostname, parts.port
    except ValueError:
        return None
    if parts.scheme.lower() not in {"http", "https"} or not host or "@" in parts.netloc or "\\" in url:
        return None
    quoted = urlunsplit(parts)
    return re.sub(r"[\"'<>`{}|^\s]", lambda found: f"%{ord(found[0]):02X}", quoted)


def shown_host(url: str) -> str:
    """Return the host as it is looked up (punycode for other scripts), so that no look-alike deceives."""
    host = urlsplit(url).hostname or ""
    try:
        return host.encode("idna").decode()
    except UnicodeError:
        return host.encode("ascii", "replace").decode()
