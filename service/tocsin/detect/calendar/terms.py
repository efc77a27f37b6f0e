"""Terms: by how long something is prolonged, where no date says to when (`extended the ban by three months`, 禁令延长三个月).

A value is `+3 months`; its own characters give it again. A length alone (`banned for four months`) is none: only a
prolonged measure or stop says something new by it.
"""

import re

from tocsin.detect.calendar.dates import Date
from tocsin.detect.texts.text import holds_any

_NUMBERS = dict(
    zip("one two three four five six seven eight nine ten eleven twelve".split(), range(1, 13), strict=True)
) | {"a": 1, "an": 1, "another": 1, "eighteen": 18, "fifteen": 15, "thirty": 30, "sixty": 60, "ninety": 90}
_HAN = dict(zip("一二三四五六七八九十", range(1, 11), strict=True)) | {"两": 2, "半": 6, "十二": 12, "十八": 18}
_UNITS_ZH = {
    "天": "days",
    "日": "days",
    "周": "weeks",
    "星期": "weeks",
    "月": "months",
    "年": "years",
    "季度": "quarters",
}
_WORD = "|".join(sorted(_NUMBERS, key=len, reverse=True))
_TERM = re.compile(
    rf"(?<![a-z0-9-])(?P<n>\d{{1,3}}|{_WORD})(?: (?:more|further|additional|extra|calendar))?[ -](?P<u>day|week|month|quarter|year)s?(?![a-z-])"
)
_TERM_ZH = re.compile(
    r"(?P<n>\d{1,3}|十[一二八]?|[一二两三四五六七八九半])个?(?P<u>天|日|周|星期|季度|月|年)(?![份初底中末\d间前])"
)
_PROLONGS = re.compile(
    r"\b(?:extend(?:s|ed|ing)?|prolong(?:s|ed|ing)?|lengthen(?:s|ed|ing)?|renew(?:s|ed|ing)?)\b[^.;]{0,90}?\b(?:by|for)"
    r"(?: (?:about|around|at least|up to|as much as|nearly|roughly))?(?: (?:another|a further|an additional|an extra))? \Z"
    r"|\bextend(?:s|ed|ing)? (?:another|a further|an additional|an extra) \Z|\b(?:extend(?:s|ed)?|prolong(?:s|ed)?|stay(?:s)?|remain(?:s)?|kept|keep(?:s)?)\b[^.;]{0,60}? for (?:another|a further|an additional|an extra) \Z"
)
_EXTENSION = re.compile(r"[ -](?:extension|prolongation|renewal)\b")
_PROLONGS_ZH = re.compile(r"(?:延长|续期|展期|延期|延续|再延|顺延|续停|再停)[^,;。\d]{0,8}\Z")
_STEMS = ("exten", "prolong", "lengthen", "renew", "another", "延", "续", "展期", "再停")


def find_terms(text: str, start: int = 0, end: int | None = None) -> list[Date]:
    """Return the terms between two places by which something is prolonged."""
    stop = len(text) if end is None else end
    region = text[max(start, 0) : stop]
    if not holds_any(region, _STEMS, 0, len(region)):
        return []
    first = max(start, 0)
    return [
        Date(value, (first + match.start(), first + match.end()), until=True)
        for pattern, told in ((_TERM, _is_prolonged), (_TERM_ZH, _is_prolonged_zh))
        for match in pattern.finditer(region)
        if told(region, match) and (value := _value(match)) is not None
    ]


def parse_term(text: str) -> str | None:
    """Return the value of a term that the text is, or None."""
    match = _TERM.fullmatch(text) or _TERM_ZH.fullmatch(text)
    return None if match is None else _value(match)


def _is_prolonged(text: str, match: re.Match[str]) -> bool:
    before = text[max(0, match.start() - 120) : match.start()]
    return _PROLONGS.search(before) is not None or _EXTENSION.match(text, match.end()) is not None


def _is_prolonged_zh(text: str, match: re.Match[str]) -> bool:
    return _PROLONGS_ZH.search(text, max(0, match.start() - 14), match.start()) is not None


def _value(match: re.Match[str]) -> str | None:
    word, unit = match["n"], match["u"]
    if word == "半":
        return "+6 months" if unit == "年" else None
    number = int(word) if word.isdigit() else _NUMBERS.get(word) or _HAN.get(word)
    if not number:
        return None
    name = _UNITS_ZH.get(unit) or f"{unit}s"
    return f"+{number} {name if number > 1 else name[:-1]}"
