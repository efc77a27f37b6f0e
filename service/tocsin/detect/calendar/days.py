"""Days: on which day a price stood or moved, as the words say: a weekday (`fri`) or a date without a year (`--01-16`).

A day that something is compared with (`from Tuesday`, `较周一`) is not the fact's, nor is the dateline of a report.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from tocsin.detect.calendar.months import MONTH, MONTHS
from tocsin.messages import Span

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_NAMES = {
    name: day
    for day, names in zip(
        WEEKDAYS,
        (
            "monday 周一",
            "tuesday 周二",
            "wednesday 周三",
            "thursday 周四",
            "friday 周五",
            "saturday 周六",
            "sunday 周日 周天",
        ),
        strict=True,
    )
    for name in names.split()
}
_DAY = re.compile(
    rf"(?P<name>{'|'.join(_NAMES)})(?![a-z])|(?P<month>{MONTH}) (?P<day>[12][0-9]|3[01]|[1-9])(?![0-9]|,[0-9])"
    rf"|(?<![0-9])(?P<before>[12][0-9]|3[01]|[1-9]) (?P<after>{MONTH})(?![a-z])|(?P<zm>1[0-2]|[1-9])月(?P<zd>[12][0-9]|3[01]|[1-9])日(?!电|讯|消息|公告)"
)
_OTHER = re.compile(
    r"(?:\b(?:from|since|than on|than|until|before|last|next|previous|prior|through|after) (?:on )?|(?:较|比)[^,;。0-9]{0,6}|上|下|自|(?<!截)至)\Z"
)
"""What stands before a day that is not the fact's own."""
_BASE = re.compile(
    r"\b(?:from|compared (?:with|to)|against|versus|vs\.?) (?:(?! to | after )(?:[^.;,]|[.,](?=\d))){0,44} on \Z"
)
"""What makes a day that of the number compared with: `down from $40,200 on 12 May`."""
_SIGNS = re.compile(r"day\b|周[一二三四五六日天]|月\d+日|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)")


class Day(NamedTuple):
    """A day with the characters that name it."""

    value: str
    span: Span


def find_days(low: str, start: int, end: int) -> Iterator[Day]:
    """Yield the days between two places in the order of the text."""
    if _SIGNS.search(low, start, end) is None:
        return
    for match in _DAY.finditer(low, start, end):
        left = match.start()
        if left and low[left - 1].isalnum() and low[left].isascii() and low[left - 1].isascii():
            continue
        begins = low.startswith("起", match.end(), end)  # 自4月7日起停产 happens on its day
        if (not begins and _OTHER.search(low, max(start, left - 12), left)) or _is_of_base(low, start, left):
            continue
        yield Day(_value(match), match.span())


def _is_of_base(low: str, start: int, left: int) -> bool:
    """Tell whether a day is that of the number with which the new one is compared."""
    return low.endswith(" on ", start, left) and _BASE.search(low, max(start, left - 64), left) is not None


def parse_day(text: str) -> Day | None:
    """Return the day that the text is, or None."""
    match = _DAY.fullmatch(text)
    return None if match is None else Day(_value(match), (0, len(text)))


def _value(match: re.Match[str]) -> str:
    if match["name"]:
        return _NAMES[match["name"]]
    month = MONTHS[match["month"] or match["after"]] if match["month"] or match["after"] else int(match["zm"])
    return f"--{month:02d}-{int(match['day'] or match['before'] or match['zd']):02d}"
