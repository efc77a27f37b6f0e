"""How new an event is: time since the last similar one, and how many there were in the last hours and days."""

from bisect import bisect_left
from collections.abc import Sequence
from datetime import datetime, timedelta

from tocsin.correlate.quick import make
from tocsin.messages.verdict import Novelty

WINDOWS = {
    "12h": timedelta(hours=12),
    "24h": timedelta(hours=24),
    "3d": timedelta(days=3),
    "5d": timedelta(days=5),
    "7d": timedelta(days=7),
}
_FAR = 365.0


def novelty(told: Sequence[datetime], at: datetime, sources: int) -> Novelty:
    """Count the similar events told up to `at` (in order of time)."""
    days = _FAR if not told else min(_FAR, round((at - told[-1]) / timedelta(days=1), 3))
    similar = {name: len(told) - bisect_left(told, at - window) for name, window in WINDOWS.items()}
    return make(Novelty, days_since_similar=days, similar=similar, sources=sources)
