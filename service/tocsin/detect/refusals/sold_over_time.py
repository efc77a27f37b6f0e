"""Sold over time: goods that a firm sold over a quarter, on the spot market, or expects to sell, told as its result and no contract."""

import re

from tocsin.detect.calendar.months import FULL_MONTHS
from tocsin.detect.scenes.drafts import Draft
from tocsin.detect.scenes.scene import Scene

_SOLD_OVER = re.compile(
    r"(?:sold|sells|shipped|delivered) (?:a |an |about |some |over |more than |record )*[\d.,]+ (?:(?! to )[^.;]){2,70}?"
    r"(?: (?:in|during|for|over) (?:the |its )?(?:(?:first|second|third|fourth|march|june|september|december|last|latest|reporting|fiscal|financial) )*(?:quarter|half|(?:three|six|nine|twelve) months|fiscal year|financial year)\b"
    r"| (?:in|during|for) (?:q[1-4]|[1-4]q|h[12]|[12]h)\b)"
)
"""What tells what a firm sold over a quarter, which is its result: `sold 41,000 ounces of gold during the quarter`."""
_FOR_REVENUE = re.compile(
    r"(?:sold|shipped|delivered) (?:[\w.,%-]+ ){2,24}?(?:(?:to )?generat(?:e|ed|ing)|for|yielding|earning|bringing in|resulting in) (?:(?:total|net|gross|sales|record|quarterly|an?|in) )*(?:revenues?|net sales|sales of [$€£])\b"
)
"""The same by what it brought: `sold 1.4 million ounces of silver and some lead, generating revenue of $51 million`."""


_TO_A_SUM = re.compile(
    r"[^,;.\d]{0,24}? (?:to|at|of|worth|by|totalling|total(?:l)?ed) (?:(?:a|an|the|about|around|nearly|over|more than|record|almost|some) )*(?:us|a|c|nz)?[$€£¥]\d"
)


_WORTH = re.compile(
    r"(?: of (?:[\w'’-]+ ){1,4}?| )(?:were worth|was worth|earned|earnings|revenues?|receipts|brought in|fetched|were valued at|totalled) (?:(?:a|an|the|about|around|nearly|over|more than|record|almost|some|to) )*(?:us|a|c|nz)?(?:[$€£¥]\d|rose|fell|climb|grew|drop|jump|slid|declin|increas)"
)
"""What makes of exports their worth: `copper exports were worth $4 billion`."""
_MULTIPLIED = re.compile(r"(?:more than |nearly |almost )?(?:doubl|tripl|trebl|quadrupl|halv)(?:e|ed|es|ing)\b")
_VALUE_OF = re.compile(r"\b(?:value|worth) of (?:[\w'’-]+ ){0,4}\Z")
_BY_VALUE = re.compile(r"[^;]{0,60}? (?:by|in) value\b(?! and (?:by |in )?(?:volume|tonnage|quantity))(?! terms and)")
"""The same by a word: `the value of oil exports fell`, `shipments slumped 21% by value`."""
_BY_TO_A_SUM = re.compile(
    r"(?: by)? (?:(?:a|an|about|around|nearly|over|more than|almost|some) )*[\d.]+(?: ?%| ?pct?\b| per ?cent)(?: (?:on the year|year[ -]on[ -]year|in [a-z]+))? to (?:(?:a|an|about|around|nearly|over|more than|record|almost|some) )*(?:us|a|c|nz)?[$€£¥]\d"
)
"""A rate and then the sum that it led to: `fell 22% to $160 million`."""
_OF_FLOWS = frozenset(["supply_source", "demand_change", "production_change"])


def is_told_in_money(draft: Draft, scene: Scene) -> bool:
    """Tell whether a country's exports are told by their worth alone, which its prices move too: `exports jump to $312 million`."""
    subject = draft.candidate.subject
    if (
        draft.type not in _OF_FLOWS
        or subject is None
        or not scene.low.startswith(("export", "shipment"), subject.start)
    ):
        return False
    if scene.says_before(_VALUE_OF, subject.start, 48) or _BY_VALUE.match(scene.low, subject.end, draft.sentence.end):
        return True
    if _WORTH.match(scene.low, subject.end, draft.sentence.end):
        return True
    if draft.amounts.keys() & {"change_by", "quantity", "capacity", "level"}:
        return False
    if "change" in draft.amounts:
        ends = draft.candidate.end
        if _MULTIPLIED.match(scene.low, draft.candidate.start) and _TO_A_SUM.match(scene.low, ends, draft.sentence.end):
            return True
        return _BY_TO_A_SUM.match(scene.low, ends, draft.sentence.end) is not None
    return _TO_A_SUM.match(scene.low, draft.candidate.end, draft.sentence.end) is not None


_SPAN = r"(?:q[1-4]|[1-4]q|h[12]|[12]h|(?:first|second|third|fourth|march|june|september|december|last|latest) (?:quarter|half))"
_SOLD_IN = re.compile(
    rf"(?:in|during|for|over) (?:the |its )?(?:{_SPAN}|(?:reporting |fiscal )?(?:quarter|half|year))\b(?: of)?(?: 20\d\d)?, [^.;]{{2,60}}?\b(?:sold|shipped|delivered)\b"
    rf"|(?:[^.;]{{0,60}}?\b)?between (?:{FULL_MONTHS}) and (?:{FULL_MONTHS})\b[^.;]{{0,60}}?\b(?:sold|shipped|delivered)\b"
    r"|[^.;]{2,80}?\b(?:sold|shipped|delivered) [^.;]{2,40}? on the spot market\b"
    rf"|[^.;]{{2,80}}?\b(?:expects?|expected|anticipates?|intends|forecasts?|guides?) to (?:sell|ship|deliver) [^.;]{{2,60}}? (?:in|during) (?:the )?{_SPAN}\b"
)
"""The same with its time before it, on the spot market, or of the quarters to come."""


def is_sold_over_time(draft: Draft, scene: Scene) -> bool:
    """Tell whether goods were sold, or will be, as a firm tells it of a quarter."""
    low, sentence = scene.low, draft.sentence
    return (
        _SOLD_OVER.match(low, draft.candidate.start, sentence.end) is not None
        or _FOR_REVENUE.match(low, draft.candidate.start, sentence.end) is not None
        or _SOLD_IN.match(low, sentence.start, sentence.end) is not None
    )
