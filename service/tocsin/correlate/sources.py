"""Whether an article counts as a source of its own: another publisher, and no copy of what was told before."""

from collections.abc import Callable, Sequence

from tocsin.correlate.names import same_name
from tocsin.messages.event import EventSource

Alike = Callable[[str, str], bool]


def same_fingerprint(one: str, two: str) -> bool:
    """Tell whether two fingerprints are those of one text; an absent one is like nothing."""
    return one != "" and one == two


def is_copy(source: EventSource, known: Sequence[EventSource], alike: Alike = same_fingerprint) -> bool:
    """Tell whether the article repeats the words of an earlier one: fingerprint, or the very sentence that is quoted."""
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


def is_independent(source: EventSource, known: Sequence[EventSource], alike: Alike = same_fingerprint) -> bool:
    """Tell whether the article counts as one more source of an event."""
    told = any(same_publisher(source.publisher, other.publisher) for other in known)
    return not told and not is_copy(source, known, alike)
