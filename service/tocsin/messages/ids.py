"""Ids that are computed, never drawn: the same input gives the same id, so a replay changes nothing.

An id is 26 characters of lower-case base32 (130 bits) of a SHA-256.
"""

import hashlib
from collections.abc import Sequence
from itertools import product
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

ID_LENGTH = 26
_BYTES = 17
_SPARE = 8 * _BYTES - 5 * ID_LENGTH
"""Bits of those bytes that the id leaves out."""
_PAIRS = ["".join(pair) for pair in product("abcdefghijklmnopqrstuvwxyz234567", repeat=2)]
"""Two characters of base32 for each number of ten bits; the library's own encoding takes four times as long."""
_SHIFTS = range(10 * (ID_LENGTH // 2 - 1), -1, -10)
_TRACKING = ("utm_", "fbclid", "gclid", "mc_cid", "mc_eid", "spm", "from_source")


def make_id(*parts: str | None) -> str:
    """Hash the parts in order; an absent part differs from an empty one, and no two lists of parts collide by joining."""
    told = "".join(["-:" if part is None else f"{_size(part)}:{part}" for part in parts])
    digest = hashlib.sha256(told.encode("utf-8", "surrogatepass")).digest()
    number = int.from_bytes(digest[:_BYTES], "big") >> _SPARE
    return "".join([_PAIRS[number >> shift & 1023] for shift in _SHIFTS])


def _size(part: str) -> int:
    """Return how many bytes a part has."""
    return len(part) if part.isascii() else len(part.encode("utf-8", "surrogatepass"))


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
