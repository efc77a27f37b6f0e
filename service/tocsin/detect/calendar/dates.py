"""Dates: the days, months and years that a text prints, and those to which something lasts."""

import calendar
import re
from typing import NamedTuple

from tocsin.detect.calendar.months import MONTH, MONTHS, STEMS, YEAR
from tocsin.detect.texts.text import continues_word, holds_any
from tocsin.messages import Span


class Date(NamedTuple):
    """A day, month or year as printed: `2027-11-27`, `2026-03`, `2026`, without a year `--07-13` or `--10`.

    `until` is true where the words before say that something lasts to then. The end of a month or a year (2026年3月底) is its
    last day.
    """

    value: str
    span: Span
    until: bool = False


_UNTIL = re.compile(
    r"(?:until|till|through|up to|lasting to|valid to|expires on|expires in|(?:延长|延续|持续|有效期|直)?至|到|截止)(?: at least| the| the end of| end of)* ?$"
)

_DATES: tuple[tuple[tuple[str, ...], re.Pattern[str]], ...] = (
    (("-", "/", "."), re.compile(rf"(?P<y>{YEAR})[-/.](?P<m>[01]?[0-9])[-/.](?P<d>[0-3]?[0-9])(?![0-9])")),
    (("月",), re.compile(rf"(?:(?P<y>{YEAR})年)?(?P<m>1[0-2]|0?[1-9])月(?:份)?(?P<d>[12][0-9]|3[01]|0?[1-9])[日号]")),
    (("月",), re.compile(rf"(?P<y>{YEAR})年(?P<m>1[0-2]|0?[1-9])月(?:份)?(?P<e>[底末])?")),
    (("年",), re.compile(rf"(?P<y>{YEAR})年(?P<e>[底末]|年底|年末)?")),
    (
        STEMS,
        re.compile(
            rf"(?P<n>{MONTH})(?:,? (?P<d>[12][0-9]|3[01]|0?[1-9])(?:st|nd|rd|th)?(?![0-9,]?[0-9]))(?:,? (?P<y>{YEAR})(?![0-9]))?"
        ),
    ),
    (
        STEMS,
        re.compile(
            rf"(?P<d>[12][0-9]|3[01]|0?[1-9])(?:st|nd|rd|th)?(?: of)? (?P<n>{MONTH})(?:,? (?P<y>{YEAR})(?![0-9]))?"
        ),
    ),
    (STEMS, re.compile(rf"(?P<e>(?:the )?end[ -](?:of )?)?(?P<n>{MONTH}),? (?P<y>{YEAR})(?![0-9])")),
    (("end of", "end-of"), re.compile(rf"(?P<e>(?:the )?end[ -]of )(?P<y>{YEAR})(?![0-9])")),
    (
        ("year-end", "year end", "year's end", "end of the year", "end of this year"),
        re.compile(r"(?P<z>(?:the )?end of (?:the|this) year|year(?:'s|’s|-)?[ -]?end)(?![a-z])"),
    ),
    (("年底", "年末"), re.compile(r"(?<=[至到])(?P<z>今?年[底末])")),
    (("月",), re.compile(r"(?<=[至到])(?P<m>1[0-2]|[1-9])月(?:份)?(?:[底末初]|[上中下]旬)")),
    (("until ",), re.compile(rf"(?<=until )(?P<y>{YEAR})(?![0-9])")),
    (("until ", "through "), re.compile(rf"(?:until |through )(?:the end of )?(?P<n>{MONTH})(?! [0-9])")),
)


def find_dates(text: str, start: int = 0, end: int | None = None) -> list[Date]:
    """Return the dates between two places from left to right, the longest where several begin together."""
    first, region = max(start, 0), text if start <= 0 and end is None else text[max(start, 0) : end]
    found: list[Date] = []
    for needs, pattern in _DATES:
        if not holds_any(region, needs, 0, len(region)):
            continue
        for match in pattern.finditer(region):
            at = match.start()
            if at and continues_word(region, at, "-./"):
                continue
            value = _iso(match.groupdict())
            if value is not None:
                found.append(Date(value, (at + first, match.end() + first), until=_lasts(region, match)))
    found.sort(key=lambda date: (date.span[0], -date.span[1]))
    kept: list[Date] = []
    for date in found:
        if not kept or date.span[0] >= kept[-1].span[1]:
            kept.append(date)
    return kept


_LASTING = ("until", "till", "through", "up to", "lasting to", "valid to", "expires", "至", "到", "截止")
"""What a text must hold to say that something lasts to a date."""


def find_ends(text: str, start: int = 0, end: int | None = None) -> list[Date]:
    """Return the dates between two places to which something lasts."""
    region = text[max(start, 0) : end]
    if not any(word in region for word in _LASTING):
        return []
    return [date for date in find_dates(text, start, end) if date.until]


def parse_date(text: str) -> Date | None:
    """Return the date that the text is, or None."""
    for date in find_dates(text):
        if date.span == (0, len(text)):
            return date
    if re.fullmatch(r"今?年[底末]", text):
        return Date("--12-31", (0, len(text)))
    if part := re.fullmatch(r"(1[0-2]|[1-9])月份?(?:[底末初]|[上中下]旬)", text):
        return Date(f"--{int(part[1]):02d}", (0, len(text)))
    return Date(text, (0, 4)) if re.fullmatch(YEAR, text) else None


def _lasts(text: str, match: re.Match[str]) -> bool:
    before = text[max(0, match.start() - 30) : match.start()]
    return match.group().startswith(("until", "through")) or _UNTIL.search(before) is not None


def _iso(parts: dict[str, str | None]) -> str | None:
    """Write the parts of a date: `2026-03-31`, `--12-31` without a year, `2026-03`, `2026`; None for no day of the calendar."""
    if parts.get("z"):
        return "--12-31"
    year, month, day = parts.get("y"), parts.get("m"), parts.get("d")
    name = parts.get("n")
    number = MONTHS[name] if name else int(month) if month else None
    if number is not None and not 1 <= number <= 12:
        return None
    if parts.get("e") and year:
        number = number or 12
        return f"{year}-{number:02d}-{calendar.monthrange(int(year), number)[1]:02d}"
    head = year or "-"
    if number is None:
        return year
    if day is None:
        return f"{head}-{number:02d}"
    longest = (
        calendar.monthrange(int(year), number)[1]
        if year
        else (29 if number == 2 else calendar.monthrange(2024, number)[1])
    )
    return f"{head}-{number:02d}-{int(day):02d}" if 1 <= int(day) <= longest else None
