"""From a day as printed to a date: the nearest such weekday or date, as seen from the publication."""

from datetime import date, datetime, timedelta
from functools import lru_cache

_WEEKDAYS = {"mon": 0, "tue": 1, "wed": 2, "thu": 3, "fri": 4, "sat": 5, "sun": 6}
AHEAD = timedelta(hours=14)
"""How far the calendar of the farthest time zone runs ahead of the publication's."""
_NEWS_AHEAD, _PLANS_AHEAD = timedelta(days=92), timedelta(days=274)
"""How far ahead a date without its year may lie: news takes effect within a quarter, a plan is sooner ahead than past."""


def resolve(told: str | None, at: datetime, *, planned: bool = False) -> date | None:
    """Return the date that a printed day means in an article of that moment; None where it is none.

    A weekday is the last such day, of what is `planned` the next.
    """
    return _resolve(told, at.date() if planned else (at + AHEAD).date(), planned) if told else None


@lru_cache(maxsize=8192)
def _resolve(told: str, seen: date, planned: bool) -> date | None:
    """Return the date of a weekday or day of a month: the next one of a plan, else the last one; None for no day."""
    weekday = _WEEKDAYS.get(told)
    if weekday is not None:
        if planned:
            return seen + timedelta(days=(weekday - seen.weekday()) % 7)
        return seen - timedelta(days=(seen.weekday() - weekday) % 7)
    latest = seen + (_PLANS_AHEAD if planned else _NEWS_AHEAD)
    for year in (seen.year + 1, seen.year, seen.year - 1):
        try:
            day = date(year, int(told[2:4]), int(told[5:7]))
        except ValueError:
            continue
        if day <= latest:
            return day
    return None
