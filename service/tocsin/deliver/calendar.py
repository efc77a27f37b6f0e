"""When something may go out: quiet hours, digest times and trading days, in the receiver's zone.

A local time that a clock change skips moves on by the gap; of one that comes twice the first counts.
"""

from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import holidays

if TYPE_CHECKING:
    from tocsin.deliver.receivers import Digest, QuietHours

HORIZON = timedelta(days=40)
"""How far ahead a digest day is looked for: longer than any exchange closes."""


def is_known_calendar(name: str) -> bool:
    """Tell whether the `holidays` library knows an exchange by that code."""
    return name in holidays.list_supported_financial()


def at_local(day: date, clock: time, zone: ZoneInfo) -> datetime:
    """Return the moment of a local time in UTC; one that does not exist moves on by the gap (02:30 becomes 03:30)."""
    return datetime.combine(day, clock, zone).astimezone(UTC)


def quiet_until(hours: "QuietHours", now: datetime, timezone: str) -> datetime | None:
    """Return when the quiet hours that `now` lies in are over, or None outside of them."""
    zone = ZoneInfo(hours.timezone or timezone)
    today = now.astimezone(zone).date()
    for day in (today - timedelta(days=1), today):
        start = at_local(day, hours.start, zone)
        last = day if hours.end > hours.start else day + timedelta(days=1)
        end = at_local(last, hours.end, zone)
        if start <= now < end:
            return end
    return None


def next_digest(digest: "Digest", now: datetime, timezone: str) -> datetime:
    """Return the first digest time after `now`."""
    zone = ZoneInfo(digest.timezone or timezone)
    day = now.astimezone(zone).date()
    for ahead in range(HORIZON.days):
        there = day + timedelta(days=ahead)
        if not is_sending_day(digest.days, there):
            continue
        for clock in sorted(digest.at):
            moment = at_local(there, clock, zone)
            if moment > now:
                return moment
    return now + HORIZON


def is_sending_day(days: str, day: date) -> bool:
    """Tell whether digests go out on that day."""
    if days == "all":
        return True
    if days == "weekdays":
        return day.weekday() < 5
    return day.weekday() < 5 and day not in _closed(days, day.year)


@lru_cache(maxsize=64)
def _closed(exchange: str, year: int) -> holidays.HolidayBase:
    return holidays.financial_holidays(exchange, years=year)
