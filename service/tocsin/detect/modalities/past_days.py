"""Past days: English facts whose own sentence dates them well before the article, which tells them as background.

A release of July recalls what a price did in April, or what the firm announced in May. Statistics are told weeks after their
month, so only what is told on a day, or happens on one, grows old by it; a headline and the first sentence are the news itself.
"""

import re
from datetime import date

from tocsin.detect.calendar.months import MONTH, MONTHS
from tocsin.detect.scenes.drafts import Draft
from tocsin.detect.scenes.scene import Scene
from tocsin.messages import Modality

_DATE = (
    rf"(?:(?P<m1>{MONTH}) (?P<d1>[12][0-9]|3[01]|0?[1-9])(?:st|nd|rd|th)?(?![0-9])(?:,? (?P<y1>20[0-9]{{2}}))?"
    rf"|(?P<d2>[12][0-9]|3[01]|0?[1-9])(?:st|nd|rd|th)? (?P<m2>{MONTH})(?![a-z])(?:,? (?P<y2>20[0-9]{{2}}))?"
    rf"|(?P<m3>{MONTH})(?: of)?,? (?P<y3>20[0-9]{{2}})(?![0-9]))"
)
_OPENS = re.compile(
    rf"(?:(?:back|earlier|also|as (?:previously )?(?:announced|reported|disclosed)),? )?(?:on|in) (?:(?:early|mid|late)[ -])?{_DATE},?"
)
"""A date that opens a sentence, and is that of all it tells."""
_SAYS = (
    r"(?:announce[sd]?|reported|disclosed|said|declared|confirmed|revealed|unveiled|published|issued|released|stated)"
)
_TELLS = re.compile(
    rf"\b{_SAYS}(?: (?!(?:that|was|were|had|has|is|to|start(?:ed|s)|began|begun|halted|stopped|closed|shut|due|effective)\b)[\w'’-]+){{0,4}} on {_DATE},?"
)
"""Who told it, and when: `the company announced on 3 May 2025 that`."""
_WHEN = re.compile(
    rf"(?:(?! and | but | to (?![$€£0-9]|over|above|a record)|[,;:]).){{0,48}}?(?:, (?:such as|including|like) [^,;]{{2,60}},)? (?:on|in) (?:(?:early|mid|late)[ -])?{_DATE}"
)
"""The date that a clause gives its own fact."""
_MARK = re.compile(r"\b(?:since|from|than|record|high|low|peak|level|set|signed|dated|of|with|for|by) [^,;]*\Z")
"""What makes a date behind a fact that of another thing in its clause."""
_FROM = (" from ", " than ", " against ", " versus ")
"""What makes a date behind a fact that of what it is compared with."""
_YEAR_OPENS = re.compile(r"(?:throughout |during |in )(?:20(?P<y>\d\d)|last year)(?: alone)?, ")
_SAME_TIME = re.compile(
    r"(?:and |but |also )?(?:(?:over|during|in|by|at|since|for) (?:the same|that|those) (?:same )?(?:period|time|years?|decades?|days)|at the time|by then|until then)\b"
)
"""What opens a sentence that speaks of the same old time as the one before."""
_NEXT = 2
"""Sentences within which it does."""
_ON_A_DAY = frozenset(["price_move", "equity_move", "export_control", "mna", "large_contract", "smuggling"])
"""Types of what happens on a day; the others tell figures too, which take months."""
_DAYS, _MONTHS_OF_ACTS, _MONTHS_OF_FIGURES = 21, 2, 4
"""Days after which what is dated by its day is no news; months for what is dated by its month, an act or a figure."""
_YEARLY = 5
"""The month from which on last year's figures have long been told."""
_OWN_NEWS = 1
"""The last sentence that is the news itself whatever day it names: reports are passed on late."""


def long_past(draft: Draft, scene: Scene, published: date) -> str | None:
    """Return why a fact is long past on the day of publication, by its sentence's own words; None where it may be news."""
    sentence, low = draft.sentence, scene.low
    if sentence.chinese or sentence.order <= _OWN_NEWS:
        return None
    if found := _YEAR_OPENS.match(low, sentence.start, sentence.end):
        year = published.year - 1 if found["y"] is None else 2000 + int(found["y"])
        if published.month >= _YEARLY and year < published.year and draft.type != "corporate_results":
            return f"dated {found.group().strip(' ,')}"
    told = _OPENS.match(low, sentence.start, sentence.end)
    told = told or scene.says_before(_TELLS, draft.candidate.end)
    if told is not None and _is_old(told, draft, published):
        return f"dated {told.group().strip(' ,')}"
    end = draft.candidate.extent[1]
    if f"{low[sentence.start : end].rstrip()} ".endswith(_FROM):
        return None  # at $585 a tonne, down from $600 on May 29
    if draft.type in _ON_A_DAY and (own := _WHEN.match(low, end, sentence.end)) and _is_old(own, draft, published):
        date_starts = max(own.start(group) for group in ("m1", "d2", "m3"))
        if _MARK.search(low, max(sentence.start, end - 1), date_starts) is None:
            return f"dated {low[date_starts : own.end()]}"
    return None


def of_same_time(draft: Draft, scene: Scene, last: Draft | None) -> str | None:
    """Return why a fact is of the same old time as the last one told before it; None where it is not."""
    if last is None or last.modality is not Modality.HISTORICAL or not last.why.startswith(_OF_A_YEAR):
        return None
    if draft.sentence.order - last.sentence.order > _NEXT:
        return None
    return last.why if _SAME_TIME.match(scene.low, draft.sentence.start, draft.sentence.end) else None


_OF_A_YEAR = "background: speaks of"
"""How the reason begins for which a fact of an earlier year is background."""


def _is_old(told: re.Match[str], draft: Draft, published: date) -> bool:
    """Tell whether a date lies so far before the publication that what it dates is no news."""
    month = MONTHS[told["m1"] or told["m2"] or told["m3"]]
    year = told["y1"] or told["y2"] or told["y3"]
    day = told["d1"] or told["d2"]
    if day is None:
        ago = 12 * (published.year - int(year)) + published.month - month
        return ago >= (_MONTHS_OF_ACTS if draft.type in _ON_A_DAY else _MONTHS_OF_FIGURES)
    try:
        then = date(int(year) if year else published.year, month, int(day))
    except ValueError:
        return False
    return (published - then).days > _DAYS
