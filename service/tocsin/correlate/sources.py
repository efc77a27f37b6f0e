"""Whether an article counts as a source of its own: another publisher, and no copy of what was told before."""

from collections.abc import Callable, Sequence

from tocsin.correlate.names import same_name
from tocsin.messages.event import EventSource
from tocsin.messages.fingerprint import similarity

Alike = Callable[[str, str], bool]


COPIED = 0.75
"""The share of word triples from which on a text counts as a copy; two short reports of one fact share half by chance."""


def same_text(one: str, two: str) -> bool:
    """Tell whether two fingerprints are those of one text, whole or cut; an absent one is like nothing."""
    return one != "" and (one == two or similarity(one, two) >= COPIED)


def is_copy(source: EventSource, known: Sequence[EventSource], alike: Alike = same_text) -> bool:
    """Tell whether the article repeats the words of an earlier one: its text, its headline, or the very sentence quoted."""
    quotes = set(source.quotes)
    return any(
        other.article_id != source.article_id
        and (alike(source.fingerprint, other.fingerprint) or not quotes.isdisjoint(other.quotes))
        for other in known
    )


def same_publisher(one: str, two: str) -> bool:
    """Tell whether two publishers are one, as printed, legal forms aside."""
    return one.casefold() == two.casefold() or (_plain(one) == _plain(two) and same_name(one, two) is True)


def _plain(name: str) -> str:
    return "".join(char for char in name.casefold() if char.isalnum())


def is_independent(source: EventSource, known: Sequence[EventSource], alike: Alike = same_text) -> bool:
    """Tell whether the article counts as one more source of an event."""
    told = any(same_publisher(source.publisher, other.publisher) for other in known)
    return not told and not is_copy(source, known, alike)
