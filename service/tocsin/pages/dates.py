"""Dates as pages print them, in English and Chinese: own patterns, exact or nothing.

A date of day and month only is the latest such day; `22 hours ago` counts from the time of reading. What is ambiguous
(03/04/2025) is no date.
"""

import re
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo
from functools import lru_cache
from zoneinfo import ZoneInfo

FUTURE_TOLERANCE = timedelta(hours=1)
_NOON = time(12)
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_MONTH = (
    r"(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\.?"
)
_FORMS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("ymd", re.compile(r"(?<![\d.-])((?:19|20)\d\d)([-/.])(\d{1,2})\2(\d{1,2})(?!\d|-|\.\d)")),
    ("zh", re.compile(r"(?<!\d)((?:19|20)\d\d)\s?年\s?(\d{1,2})\s?月\s?(\d{1,2})\s?[日号]")),
    (
        "mdy",
        re.compile(rf"\b{_MONTH}\s{{0,2}}(\d{{1,2}})(?:st|nd|rd|th)?,?\s{{1,2}}((?:19|20)\d\d)(?!\d)", re.IGNORECASE),
    ),
    ("dmy", re.compile(rf"(?<!\d)(\d{{1,2}})(?:st|nd|rd|th)?[\s-]{_MONTH},?[\s-]((?:19|20)\d\d)(?!\d)", re.IGNORECASE)),
    ("zh_md", re.compile(r"(?<![\d年])(\d{1,2})\s?月\s?(\d{1,2})\s?[日号]")),
    ("md", re.compile(r"(?<![\d-])(\d{2})-(\d{2})(?=\s{1,2}\d{1,2}[:：]\d{2})")),
)
_AGO = re.compile(
    r"(?:(?<![\w.])(\d{1,3}|an?|one)\s?(second|sec|minute|min|hour|hr|h|day|d|week|month)s?\s(?:ago|earlier)\b"
    r"|(?<!\d)(\d{1,3})\s?(秒|分钟|小时|天|日|周|个月)(?:钟)?(?:之|以)?前)",
    re.IGNORECASE,
)
_NAMED = re.compile(
    r"(今天|今日|昨天|昨日|前天|刚刚|(?<!\w)yesterday(?!\w)|(?<!\w)today(?!\w)|(?<!\w)just now(?!\w))", re.IGNORECASE
)
_BACK = {"昨天": 1, "昨日": 1, "yesterday": 1, "前天": 2}
_UNITS = {
    "second": 1, "sec": 1, "秒": 1, "minute": 60, "min": 60, "分钟": 60, "hour": 3600, "hr": 3600, "h": 3600, "小时": 3600,
    "day": 86_400, "d": 86_400, "天": 86_400, "日": 86_400, "week": 604_800, "周": 604_800, "month": 2_592_000, "个月": 2_592_000,
}  # fmt: skip
_TIME = re.compile(
    r"(?:[,，|@·•]|\s|\bat\b|T|[(（]?(?:星期|周)[一二三四五六日天][)）]?|上午|下午|晚间|[-–—])*"
    r"(\d{1,2})[:：](\d{2})(?:[:：](\d{2})(?:[.,]\d{1,9})?)?\s?(am\b|pm\b|a\.m\.|p\.m\.)?\s?"
    r"(?:[(（]?(Z\b|[+-]\d{2}:?\d{2}\b|(?:UTC|GMT)(?:[+-]\d{1,2}(?::?\d{2})?)?|(?:[ECMP][SD]?T|BST|CES?T|HKT|SGT|JST|IST|AE[SD]T|AWST)\b|Eastern|Pacific|Central|Mountain|北京时间)"
    r"(?: (?:standard |daylight )?time)?[)）]?)?",
    re.IGNORECASE,
)
_ZONES = {
    "est": "America/New_York", "edt": "America/New_York", "et": "America/New_York", "eastern": "America/New_York",
    "cst": "America/Chicago", "cdt": "America/Chicago", "ct": "America/Chicago", "central": "America/Chicago",
    "mst": "America/Denver", "mdt": "America/Denver", "mt": "America/Denver", "mountain": "America/Denver",
    "pst": "America/Los_Angeles", "pdt": "America/Los_Angeles", "pt": "America/Los_Angeles", "pacific": "America/Los_Angeles",
    "bst": "Europe/London", "cet": "Europe/Paris", "cest": "Europe/Paris", "hkt": "Asia/Hong_Kong", "sgt": "Asia/Singapore",
    "jst": "Asia/Tokyo", "ist": "Asia/Kolkata", "aest": "Australia/Sydney", "aedt": "Australia/Sydney", "awst": "Australia/Perth",
    "北京时间": "Asia/Shanghai",
}  # fmt: skip
_OFFSET = re.compile(r"(?:utc|gmt)?([+-])(\d{1,2}):?(\d{2})?$")


@dataclass(frozen=True)
class Printed:
    """A date as printed at `[start, end)`: a day with or without year and time, or a time span before the reading."""

    start: int
    end: int
    year: int | None = None
    month: int = 0
    day: int = 0
    clock: time | None = None
    zone: str | None = None
    ago: timedelta | None = None
    days_back: int | None = None

    @property
    def has_year(self) -> bool:
        """Nothing has to be guessed."""
        return self.year is not None or self.ago is not None

    def moment(self, zone: str, now: datetime) -> datetime | None:
        """Return the moment in UTC, noon in the zone where no time is printed; None for what is no day or lies ahead."""
        if self.ago is not None:
            return now - self.ago
        place = _zone(self.zone, zone)
        try:
            day = self._day(now.astimezone(place).date())
            moment = datetime.combine(day, self.clock or _NOON, place).astimezone(UTC)
        except (ValueError, OverflowError):
            return None
        if self.clock is None and now < moment <= now + timedelta(hours=36) and day <= now.astimezone(place).date():
            return now  # today's date without a time, read before noon
        return moment if moment <= now + FUTURE_TOLERANCE else None

    def _day(self, today: date) -> date:
        if self.days_back is not None:
            return today - timedelta(days=self.days_back)
        if self.year is not None:
            return date(self.year, self.month, self.day)
        this_year = date(today.year, self.month, self.day)
        return this_year if this_year <= today + timedelta(days=1) else this_year.replace(year=today.year - 1)


def find(text: str) -> Printed | None:
    """Find the first date in a short text."""
    best: Printed | None = None
    for form, pattern in _FORMS:
        if match := pattern.search(text):
            printed = _printed(form, match, text)
            if printed and (best is None or printed.start < best.start):
                best = printed
    return best or _relative(text)


def read(value: datetime | str | None, zone: str, now: datetime) -> datetime | None:
    """Return the moment that a field or a printed date states; naive times are of the zone, the future is no date."""
    if isinstance(value, str):
        value = value.strip()[:80]
        if not re.fullmatch(r"\d{4}-?\d{2}-?\d{2}", value):
            with suppress(ValueError):
                value = datetime.fromisoformat(value)
    if isinstance(value, str):
        printed = find(value)
        return printed.moment(zone, now) if printed else None
    if value is None:
        return None
    if value.tzinfo is None:
        value = value.replace(tzinfo=_zone(None, zone))
    try:
        value = value.astimezone(UTC)
    except (ValueError, OverflowError):
        return None
    return value if value <= now + FUTURE_TOLERANCE else None


def is_relative(value: str) -> bool:
    """Tell whether a printed date counts from the time of reading: `yesterday`, `3 hours ago`."""
    printed = find(value.strip()[:80])
    return printed is not None and (printed.ago is not None or printed.days_back is not None)


def _printed(form: str, match: re.Match[str], text: str) -> Printed | None:
    year: int | None = None
    if form == "ymd":
        year, month, day = int(match[1]), int(match[3]), int(match[4])
    elif form == "zh":
        year, month, day = int(match[1]), int(match[2]), int(match[3])
    elif form == "mdy":
        year, month, day = int(match[3]), _MONTHS.index(match[1][:3].lower()) + 1, int(match[2])
    elif form == "dmy":
        year, month, day = int(match[3]), _MONTHS.index(match[2][:3].lower()) + 1, int(match[1])
    else:
        month, day = int(match[1]), int(match[2])
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    clock, zone, end = _clock(text, match.end())
    return Printed(match.start(), end, year, month, day, clock, zone)


def _relative(text: str) -> Printed | None:
    if match := _AGO.search(text):
        count, unit = (match[1], match[2]) if match[1] else (match[3], match[4])
        seconds = (int(count) if count.isdigit() else 1) * _UNITS[unit.lower()]
        return Printed(match.start(), match.end(), ago=timedelta(seconds=seconds))
    if match := _NAMED.search(text):
        word = match[1].lower()
        if word in {"刚刚", "just now"}:
            return Printed(match.start(), match.end(), ago=timedelta(0))
        clock, zone, end = _clock(text, match.end())
        return Printed(match.start(), end, days_back=_BACK.get(word, 0), clock=clock, zone=zone)
    return None


def _clock(text: str, at: int) -> tuple[time | None, str | None, int]:
    match = _TIME.match(text, at, at + 80)
    if not match:
        return None, None, at
    hour, minute, second = int(match[1]), int(match[2]), int(match[3] or 0)
    half = (match[4] or "").lower()[:1]
    if half and hour <= 12:
        hour = hour % 12 + (12 if half == "p" else 0)
    elif ("下午" in match[0] or "晚间" in match[0]) and hour < 12:
        hour += 12
    if hour > 23 or minute > 59 or second > 59:
        return None, None, at
    return time(hour, minute, second), match[5], match.end()


@lru_cache(maxsize=256)
def _zone(printed: str | None, default: str) -> tzinfo:
    """Return the printed zone, else the default; CST is China's beside a Chinese default."""
    word = (printed or "").lower()
    if not word or (word == "cst" and default == "Asia/Shanghai"):
        return ZoneInfo(default)
    if word in {"z", "utc", "gmt"}:
        return UTC
    if match := _OFFSET.match(word):
        offset = timedelta(hours=int(match[2]), minutes=int(match[3] or 0))
        return timezone(-offset if match[1] == "-" else offset) if offset < timedelta(hours=24) else ZoneInfo(default)
    return ZoneInfo(_ZONES.get(word, default))
