"""From a day as printed to a date: the last such weekday, the nearest such date, as seen from the publication."""

from datetime import date, datetime, timedelta
from functools import lru_cache

_WEEKDAYS = {"mon": 0, "tue": 1, "wed": 2, "thu": 3, "fri": 4, "sat": 5, "sun": 6}
AHEAD = timedelta(hours=14)
"""How far the calendar of the farthest time zone runs ahead of the publication's."""


def resolve(told: str | None, at: datetime) -> date | None:
    """Return the date that a printed day means in an article of that moment; None where it is none."""
    return _resolve(told, (at + AHEAD).date()) if told else None


@lru_cache(maxsize=8192)
def _resolve(told: str, latest: date) -> date | None:
    weekday = _WEEKDAYS.get(told)
    if weekday is not None:
        return latest - timedelta(days=(latest.weekday() - weekday) % 7)
    for year in (latest.year, latest.year - 1):
        try:
            day = date(year, int(told[2:4]), int(told[5:7]))
        except ValueError:
            return None
        if day <= latest + timedelta(days=7):
            return day
    return None
