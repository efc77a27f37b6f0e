"""Comparison hints: whether a part of a text may hold a comparison of numbers, told at a glance.

Most sentences hold none; only those that may are read by `changes`.
"""

import re

from tocsin.detect.texts.text import holds_any
from tocsin.detect.triggers.beside import HINT_BEHIND, HINT_WORDS

_HINT_BY_NUMBER = re.compile(
    r"[\d+−-](?:(?<=[+−-])[$€£¥]?\d|(?<=\d)(?!\d)(?:[^;]{0,90}(?:(?:, | ?[—–] ?| - )(?:up|down) |\b(?:than|short of|whereas|where|instead|less|fewer|more|from|against|versus|vs|compare[sd]|above|below|under|lowest|least|smallest|cheapest|highest|most|largest|biggest|dearest|record|all-time|historic|now|surpassing|topping|exceeding|beating|eclipsing)\b)"
    rf"|[^;]{{0,60}}, (?:after|while|when) |{HINT_BEHIND}))"
)
"""A number and what of a comparison stands behind it. It begins with one class, which is found many times faster than alternatives."""
_HINT_IN_WORDS = re.compile(
    r"\b(?:(?:half|third|quarter|fifth|tenth|twice) (?:more|less|fewer|dearer|cheaper|above|below)\b|(?:ago|earlier)\b,? [a-z]|(?:went|gone|goes|came|come|comes|moved|passed) from [$€£¥]?\d"
    rf"|{HINT_WORDS})"
)

_DIGIT = re.compile(r"\d")

_WORDED = (
    "than at any",
    "than in any",
    "than ever",
    "half ",
    "third ",
    "quarter ",
    "fifth ",
    "tenth ",
    "twice ",
    "ago",
    "earlier",
)
"""A hint without a digit has one of these."""

_HINT_ZH = re.compile(
    r"增(?:速|长率|幅|长速度)[^,;。]{0,14}\d|\d[^;。]{0,40}(?:同期|前值|上期|上周|上月|前一|[低高多少]于|周[一二三四五].{0,5}价|昨[日天收]|交易日|前[日收]|[一两三二]个?[天日周月年]前|上一?轮|上次|此时|今年|[,(](?:而|但)?(?:19|20)\d\d年|[上二一三四]季|[去上]年|[年月]初|节前|\d月)"
)


_NEXT = (
    " this compare",
    " that compare",
    " it compare",
    "\nthis compare",
    "\n\nthis compare",
    "\nthat compare",
    "\n\nthat compare",
)
"""How the sentence behind opens that tells the earlier number."""


def compares(low: str, start: int, end: int) -> bool:
    """Tell, cheaply, whether a part of a text may hold a comparison of numbers."""
    numbered = _DIGIT.search(low, start, end) is not None
    if numbered and low.startswith(_NEXT, end):
        return True
    if (numbered and _HINT_BY_NUMBER.search(low, start, end)) or (
        (numbered or holds_any(low, _WORDED, start, end)) and _HINT_IN_WORDS.search(low, start, end)
    ):
        return True
    return not low[start:end].isascii() and _HINT_ZH.search(low, start, end) is not None
