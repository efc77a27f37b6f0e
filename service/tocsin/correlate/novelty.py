"""How new an event is: time since the last similar one, how many there were in the last hours and days, who tells it."""

from bisect import bisect_left
from collections.abc import Iterator
from datetime import timedelta
from decimal import Decimal

from tocsin.correlate.outlets import LATELY, telling
from tocsin.correlate.quick import make
from tocsin.correlate.state import State
from tocsin.messages.event import EventRecord
from tocsin.messages.verdict import Novelty

WINDOWS = {
    "12h": timedelta(hours=12),
    "24h": timedelta(hours=24),
    "3d": timedelta(days=3),
    "5d": timedelta(days=5),
    "7d": timedelta(days=7),
}
NOVELTY_FIELDS = ("days_since_similar", *(f"similar_{name}" for name in WINDOWS), "source_share")
_FAR = 365.0


def novelty(state: State, record: EventRecord) -> Novelty:
    """Count the similar events told before this one, and its publishers among all that told of its commodity lately.

    Those that were withdrawn, are denied, or are told as background alone are none. Time is that of publication: of the event's first telling for similar events, of its newest for the share of sources.
    """
    at = record.facts[0].at
    told = state.similar(record)
    days = _FAR if not told else min(_FAR, round((at - told[-1]) / timedelta(days=1), 3))
    similar = {name: len(told) - bisect_left(told, at - window) for name, window in WINDOWS.items()}
    newest = max(source.at for source in record.sources)
    own = len(telling(record, newest - LATELY))
    heard = max(state.outlets.heard(record, newest), own, 1)
    return make(
        Novelty,
        days_since_similar=days,
        similar=similar,
        sources=len(record.publishers),
        source_share=round(own / heard, 4),
    )


def figures(found: Novelty) -> Iterator[tuple[str, Decimal]]:
    """Yield what a policy may ask of novelty, by name; the share in percent."""
    yield "days_since_similar", Decimal(str(found.days_since_similar))
    for name in WINDOWS:
        yield f"similar_{name}", Decimal(found.similar.get(name, 0))
    yield "source_share", Decimal(str(found.source_share or 0)) * 100
