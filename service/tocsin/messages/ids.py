"""Ids that are computed, never drawn: the same input gives the same id, so a replay changes nothing.

An id is 26 characters of lower-case base32 (130 bits) of a SHA-256.
"""

import hashlib
from base64 import b32encode
from collections.abc import Sequence
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

ID_LENGTH = 26
_DIGEST_BYTES = 20  # 32 characters: enough, and a multiple of five, so that nothing is padded
_TRACKING = ("utm_", "fbclid", "gclid", "mc_cid", "mc_eid", "spm", "from_source")


def make_id(*parts: str | None) -> str:
    """Hash the parts in order; an absent part differs from an empty one, and no two lists of parts collide by joining."""
    digest = hashlib.sha256()
    for part in parts:
        data = b"" if part is None else part.encode("utf-8", "surrogatepass")
        digest.update(b"-" if part is None else str(len(data)).encode())
        digest.update(b":" + data)
    return b32encode(digest.digest()[:_DIGEST_BYTES]).decode().lower()[:ID_LENGTH]


def content_hash(text: str) -> str:
    """Hash a text as it stands."""
    return make_id("content", text)


def canonical_url(url: str) -> str:
    """Return the address without fragment, default port, tracking parameters and case of scheme and host.

    A text that is no address is returned stripped, so that it still tells two places apart.
    """
    try:
        scheme, netloc, path, query, _ = urlsplit(url.strip())
        if not scheme or not netloc:
            return url.strip()
    except ValueError:
        return url.strip()
    host = netloc.lower().removesuffix(":80" if scheme.lower() == "http" else ":443")
    kept = sorted(pair for pair in parse_qsl(query, keep_blank_values=True) if not pair[0].startswith(_TRACKING))
    return urlunsplit((scheme.lower(), host, path.rstrip("/") or "/", urlencode(kept), ""))


def article_id(*, url: str | None, source: str | None, id: str | None, content: str, title: str | None = None) -> str:  # noqa: A002 - the producer's own word
    """Hash an article's place: its canonical address, else source and the producer's id, else its content.

    `title` is given only for an article of a digest page, where several share one place.
    """
    if url:
        return make_id("article-url", canonical_url(url), title)
    if source and id:
        return make_id("article-source", source, id, title)
    return make_id("article-content", content, title)


def signal_id(article: str, type: str, direction: str, commodities: Sequence[str], slots: Sequence[str]) -> str:  # noqa: A002 - the field's word
    """Hash what a signal says: article, type, direction, commodities (in any order) and its slots as `name=value`."""
    return make_id("signal", article, type, direction, *sorted(commodities), "|", *sorted(slots))
