"""Past months: acts whose words date them to an earlier month, and which are background by then."""

import re

from tocsin.detect.calendar.months import MONTH, MONTHS, WEEKDAY
from tocsin.detect.modalities.past_years import ACTS
from tocsin.detect.scenes.scene import Candidate, Scene

_IN_MONTH = re.compile(
    rf"\b(?:in|(?P<last>last)) (?P<month>{MONTH})(?! \d| [a-z]* ?(?:delivery|contract|futures))(?![a-z0-9])"
    r"|(?:今年|去年)(?P<zh>1[0-2]|[1-9])月"
)
"""A month in which something was done."""

_STALE, _STALE_FIGURES = 3, 4
"""Months after which an act that is dated is no news; what central banks bought is counted up weeks after its month."""

_NOW = re.compile(rf"\b(?:this (?:week|month)|today|yesterday|(?:on |last )?{WEEKDAY})\b")
"""What dates a deed of these days, whatever month the sentence recalls beside it."""


_OF_ANOTHER_DEED = re.compile(
    r"[^;]*(?:[,(]| which| that) ?(?:[^,;]* )?(?:on top of|in addition to|besides|beyond|over and above|following|than|against|agreed|let go|signed|granted|given|set|fixed|imposed|introduced|ordered|"
    r"approved|begun|began|started|made|opened|closed|lost|won|lapsed|expired)\b[^,;]*"
)
"""What makes a month behind a fact that of another deed in a clause of its own: `may export a further million, on top of those let go in May`."""


_OF_WHAT_ENDED = re.compile(
    r"\b(?:since|after|following) (?:(?:an?|the|its|their|being|having been|it was|it had been|they were) )?(?:[\w'’-]+ ){0,4}\Z"
)
"""What makes a month that of what a start follows: `loaded its first cargo since the outage in March`."""


HELD_SINCE = re.compile(
    r"(?:份|初|底|[上中下]旬|\d{1,2}日)?(?:以来|起|开始)[^,;。]{0,10}?(?:实施|执行|实行|持续|生效|施行|停|关闭)[^,;。]{0,4}的"
)
"""What makes a month that since which a measure held that ends now: `结束自今年2月以来实施的禁令`."""


_DUE = re.compile(
    r"\b(?:for (?:delivery|shipment|loading|arrival|supply|deliveries)|due|scheduled|to (?:begin|start|arrive|load|open|be (?:delivered|shipped|loaded|held))|set to (?:begin|start|close|open)|starting|beginning|commencing|effective|taking effect|to take effect|kicking in) \Z"
)
"""What makes a month one that is still to come: `seeks a million barrels for delivery in December`."""


_AGO = re.compile(
    r"(?:(?! (?:than|from|since|against|versus|compared|with|over|on its|what|when)\b)[^,;.]){0,60}?"
    r" (?:only |just |about |almost |nearly |over |more than |some |barely |roughly )*"
    r"(?:(?:two|three|four|five|six|seven|eight|nine|ten|eleven|\d+|several|a few|many) months|(?:an?|one|two) years?|half a year) ago\b"
)
"""How long ago an English deed was done, told behind it: `were imposed almost one year ago`, `shipped its first cargo five months ago`."""
_OPENED = frozenset(["new", "halt", "resume"])


def long_ago(candidate: Candidate, scene: Scene) -> str | None:
    """Tell why an English act is background whose own clause ends by saying how many months or years ago it was."""
    if scene.sentence.chinese or (candidate.type not in ACTS and candidate.direction not in _OPENED):
        return None
    told = _AGO.match(scene.low, candidate.extent[1], scene.sentence.end)
    return "background: long ago" if told is not None else None


_AGREED_THEN = re.compile(
    rf"\b(?:agreed|decided|pledged|promised|resolved|vowed)(?: [\w'’-]+){{0,5}}? (?:in|(?P<last>last)) (?P<month>{MONTH})(?: (?P<year>20\d\d))? (?:to|that|on)\b"
    rf"|\b(?P<past>last) (?P<pact>{MONTH})['’]s (?:[a-z+]+ )?(?:pact|accord|agreement|deal|decision|meeting)\b"
)
"""When a thing was agreed to that is told behind it: `agreed last December to cut output`."""
_FRESH = 1
"""Months after which an accord is no news."""


def agreed_then(candidate: Candidate, scene: Scene, month: int) -> str | None:
    """Tell why what an English sentence says was agreed to is background: by the month in which it was. `month` is the article's, or 0."""
    if scene.sentence.chinese or candidate.type not in ACTS | {"production_change"}:
        return None
    told = _AGREED_THEN.search(scene.low, scene.sentence.start, candidate.start)
    if told is None:
        return None
    ago = (month - MONTHS[told["month"] or told["pact"]]) % 12 if month else 0
    long = told["last"] or told["past"] if not month else _FRESH < ago <= 12 - _AHEAD
    return f"background: agreed {told.group()}" if long else None


def months_ago(candidate: Candidate, scene: Scene, month: int) -> str | None:
    """Tell why an act that the words date to an earlier month is background."""
    if candidate.type not in ACTS and candidate.direction not in {"halt", "resume"}:
        return None
    low, sentence = scene.low, scene.sentence
    stale = _STALE_FIGURES if candidate.type == "stockpiling" else _STALE
    for told in _IN_MONTH.finditer(low, sentence.start, sentence.end):
        then = int(told["zh"]) if told["zh"] else MONTHS[told["month"]]
        ago = (month - then) % 12
        if told.group().startswith("去年") and month + 12 - then >= _STALE:
            return f"background: dated {told.group()}"
        reach = 20 if told["month"] else 32  # in Chinese the time comes first
        if sentence.chinese and HELD_SINCE.match(low, told.end()):
            continue
        near = scene.apart(told.span(), candidate.extent) <= reach
        if not sentence.chinese and _OF_ANOTHER_DEED.fullmatch(
            low, candidate.extent[1], max(told.start(), candidate.extent[1])
        ):
            continue
        if not sentence.chinese and (
            _OF_WHAT_ENDED.search(low, candidate.start, told.start()) or scene.says_before(_DUE, told.start(), 40)
        ):
            continue
        if near and told["last"] and then <= month:
            return f"background: dated {told.group()}"
        if near and stale <= ago <= 12 - _AHEAD and not (scene.found.cue("expected") or _is_of_these_days(scene)):
            return f"background: dated {told.group()}"
    return None


def _is_of_these_days(scene: Scene) -> bool:
    return not scene.sentence.chinese and scene.says(_NOW) is not None


_AHEAD = 3
"""Months from the publication within which a month is one to come."""
