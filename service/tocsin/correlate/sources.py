"""Whether an article counts as a source of its own: another publisher, and no copy of what was told before."""

import re
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache

from tocsin.correlate.names import same_name
from tocsin.messages.event import EventSource
from tocsin.messages.fingerprint import similarity

Alike = Callable[[str, str], bool]


COPIED = 0.75
"""The share of word triples from which on a text counts as a copy; two short reports of one fact share half by chance."""


def same_text(one: str, two: str) -> bool:
    """Tell whether two fingerprints are those of one text, whole or cut; an absent one is like nothing."""
    return one != "" and (one == two or similarity(one, two) >= COPIED)


_CARRIED = re.compile(r"\s+(?:via|through)\s+|\s*[|｜]\s*")
"""What stands before the one who only carries it: `Reuters via Yahoo Finance`."""
_ADDRESS = re.compile(r"(?:https?://)?(?:(?:www|m|news|finance)\.)?([a-z0-9-]{2,})(?:\.[a-z]{2,4}){1,2}/?")
_NO_HOUSES: Mapping[str, str] = {}


def house_of(publisher: str, houses: Mapping[str, str] = _NO_HOUSES) -> str:
    """Return who writes: the id of a house that is known by this name or address, else the name in lower case."""
    name, address = _called(publisher)
    return houses.get(name) or houses.get(address, name)


@lru_cache(maxsize=16_384)
def _called(publisher: str) -> tuple[str, str]:
    """Return the name of a publisher in lower case, and what it is called in its address; the same where it is none."""
    name = _CARRIED.split(" ".join(publisher.casefold().split()), maxsplit=1)[0]
    address = _ADDRESS.fullmatch(name)
    return name, address[1] if address else name


def same_publisher(one: str, two: str, houses: Mapping[str, str] = _NO_HOUSES) -> bool:
    """Tell whether two publishers are one: as printed, legal forms aside, or by other names of one house."""
    if one.casefold() == two.casefold():
        return True
    one, two = house_of(one, houses), house_of(two, houses)
    return one.casefold() == two.casefold() or (_plain(one) == _plain(two) and same_name(one, two) is True)


def _plain(name: str) -> str:
    return "".join(char for char in name.casefold() if char.isalnum())


def dependence(
    source: EventSource,
    known: Sequence[EventSource],
    alike: Alike = same_text,
    houses: Mapping[str, str] = _NO_HOUSES,
    media: frozenset[str] = frozenset(),
) -> str:
    """Tell why the article is no further source of an event, empty where it is one; `houses`, `media`: see `Book.build`."""
    for other in known:
        if same_publisher(source.publisher, other.publisher, houses):
            return f"{other.publisher} again"
    copied = _copied(source, known, alike)
    return _retold(source, known, houses, media) if copied is None else f"a copy of {copied.publisher}"


def _retold(source: EventSource, known: Sequence[EventSource], houses: Mapping[str, str], media: frozenset[str]) -> str:
    """Tell by whom the fact was told before, where one of two articles has it from the other or both from a third house."""
    mine, cited = house_of(source.publisher, houses), media.intersection(source.cites)
    for other in known:
        theirs, quoted = house_of(other.publisher, houses), media.intersection(other.cites)
        if theirs in cited:
            return f"as {other.publisher} told it"
        if mine in quoted:
            return f"as {other.publisher} quoted it"
        if cited & quoted:
            return f"from the same house as {other.publisher} has it"
    return ""


def _copied(source: EventSource, known: Sequence[EventSource], alike: Alike) -> EventSource | None:
    """Return the earlier article whose words the article repeats: its text, its headline, or the very sentence quoted."""
    quotes = set(source.quotes)
    copied = (
        other
        for other in known
        if other.article_id != source.article_id
        and (alike(source.fingerprint, other.fingerprint) or not quotes.isdisjoint(other.quotes))
    )
    return next(copied, None)
