"""Periods: over what time a change is measured, which quarter, month or year a figure is for.

A period's own characters give its value again, so nothing here knows when an article was published: `三季度` without a year
is `Q3`, `2月` is `M02`. Values: `day week month quarter year`, comparisons `WoW MoM QoQ YoY`, and calendar periods `2025`,
`2025-02`, `2025Q3`, `2025H1`, `FY2026`, `FY2026Q1`, without a year `Q3`, `H1`, `M02`;
a batch or tranche `B2` (第二批), a phase of a project `P2` (二期), a unit of works `U2` (2号装置, No. 2 unit); several in a row `M01/M04`, `2025Q1/2025Q3`.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from tocsin.detect.calendar.months import MONTHS, YEAR
from tocsin.detect.calendar.period_patterns import CALENDAR, HAN
from tocsin.detect.calendar.period_words import WORDS
from tocsin.detect.texts.text import continues_word
from tocsin.messages import Span
from tocsin.rules.scanner import Literals


class Period(NamedTuple):
    """A period with the characters that name it."""

    value: str
    span: Span


_VALUES = tuple(WORDS.values())

_SIGNS = Literals(
    (WORDS, *(needs for needs, _, _ in CALENDAR)),
    whole={word for word in (*WORDS, *MONTHS) if word[-1].isascii() and word[-1].isalpha()},
)
"""The words, and what a text must hold for each pattern of the calendar."""

_PART = re.compile(r"(?:FY)?(?:\d{4})?[QH][1-4]\Z")
_BEFORE = re.compile(r"\b(?:from|than|than in|versus|vs\.?|against|compared (?:with|to)|over) (?:in )?(?:the )?\Z")


def find_periods(text: str, start: int = 0, end: int | None = None) -> list[Period]:
    """Return the periods between two places in the order of their starts; `环比` beside a quarter or a week overlaps it."""
    first, region = max(start, 0), text if start <= 0 and end is None else text[max(start, 0) : end]
    words, told = [], 0
    for index, at, stop in _SIGNS.scan(region):
        told |= _SIGNS.bits[index]
        if index < len(_VALUES):
            words.append((at, -stop, index))
    if not told:
        return []
    found = [*_calendar(region, told >> 1), *_words(region, words)]
    found.sort(key=lambda period: (period.span[0], -period.span[1]))
    kept: list[Period] = []
    reached = 0
    for period in found:
        if period.span[0] >= reached:
            reached = period.span[1]
            if (
                kept
                and _PART.match(period.value)
                and _BEFORE.search(region, max(0, period.span[0] - 24), period.span[0])
            ):
                continue  # a quarter compared with an earlier one
            if period.value.startswith("M") and region.startswith("以来", reached):
                continue  # 3月份以来 says since when, and no month
            kept.append(period)
    every = [*_quarterly(region, kept)]
    return [Period(p.value, (p.span[0] + first, p.span[1] + first)) for p in every] if first else every


def parse_period(text: str) -> Period | None:
    """Return the period that the text is, or None where it is none or more than one."""
    for period in find_periods(text):
        if period.span == (0, len(text)):
            return period
    if re.fullmatch(r"[一二三四]期", text):
        return Period(f"P{HAN[text[0]]}", (0, len(text)))
    if unit := re.fullmatch(r"(?:no\. ?|number )([1-9])|([1-9一二三四五六])号", text):
        number = unit[1] or unit[2]
        return Period(f"U{HAN.get(number, number)}", (0, len(text)))
    if text in MONTHS:
        return Period(f"M{MONTHS[text]:02d}", (0, len(text)))
    return Period(text, (0, len(text))) if re.fullmatch(YEAR, text) else None


_IS_OTHER = re.compile(
    r".?(?:同比例|annual (?:general|report|meeting))|[个0-9](?:月内|季度|周内|年度|年内)|.?(?:[较比])?上周[一二三四五六日]"
)
"""Words that only look like a period: 同比例, an annual meeting, 6个月内, 较上周五, which names a day."""


def _words(text: str, places: list[tuple[int, int, int]]) -> Iterator[Period]:
    """Yield the periods that words say: of words that overlap the first, of those at one place the longest."""
    reached = 0
    for at, negative_end, index in sorted(places):
        if at < reached:
            continue
        reached = -negative_end
        if (at and continues_word(text, at, "")) or _IS_OTHER.match(text, max(at - 1, 0)):
            continue
        yield Period(_VALUES[index], (at, reached))


def _calendar(text: str, told: int) -> Iterator[Period]:
    """Yield the periods of the patterns whose bits are set."""
    for bit, (_, pattern, read) in enumerate(CALENDAR):
        if not told >> bit & 1:
            continue
        for found in pattern.finditer(text):
            at = found.start()
            if (
                at
                and text[at].isascii()
                and text[at - 1].isascii()
                and (text[at - 1].isalnum() or text[at - 1] in "-.")
            ):
                continue
            value = read(found)
            if value is not None:
                yield Period(value, found.span())


def _quarterly(text: str, periods: Sequence[Period]) -> Iterable[Period]:
    """Turn `环比` behind a quarter into QoQ, behind a week into WoW; its span then begins there, so that it reads the same alone."""
    for at, period in enumerate(periods):
        yield period
        if period.value != "MoM" or text[period.span[0] : period.span[1]] != "环比":
            continue
        for other in reversed(periods[max(0, at - 3) : at]):
            between = text[other.span[1] : period.span[0]]
            if len(between) > 48 or re.search(r"[。；;\n]", between) or re.match(r"M\d|month$", other.value):
                break
            if of := re.search(r"(?:(Q)[1-4]|^(q)uarter|^(w)eek)$", other.value):
                yield Period("WoW" if of[3] else "QoQ", (other.span[0], period.span[1]))
                break
