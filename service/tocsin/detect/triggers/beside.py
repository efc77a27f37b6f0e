"""Beside: what the words right beside a number say of the number before it, where no comparison and no word of movement stands.

`Ingot was quoted at $15 per lb, no different from the week before` is flat, `booked at $69, a discount of $2 to Monday's
assessment` went down, `silicon: 9,250 yuan, plus 100` up, and `changed hands at 690 yuan (last Wednesday: 701)` tells the earlier one.
"""

import re
from typing import NamedTuple

from tocsin.detect.calendar.months import FULL_MONTHS, TRADING_DAY, WEEKDAY
from tocsin.detect.quantities.amount import Amount
from tocsin.detect.texts.text import holds_any

EARLIER = (
    r"(?:day|week|fortnight|month|quarter|year|session|before|earlier|ago|last|previous|preceding|prior|yesterday|holidays?|"
    rf"{WEEKDAY})"
)
"""A word of an earlier time."""
_SAME = re.compile(
    r"(?: ?(?:per|a|an|/) ?[a-z]+)?(?: [a-z][\w%.-]*){0,5}?(?:,| ?\(| -| –| —|;)? ?(?:which (?:is|was) |and |so |still |thus |again |with |or )*"
    r"(?:(?:exactly|practically|virtually|effectively|much|roughly|about|broadly|almost|nearly|precisely|hardly|scarcely|essentially) )?"
    r"(?:(?:(?:no |little |hardly |scarcely |barely )?different (?:from|to|than)|the same as|(?:the|its|their|at the) (?:same|identical) (?:price|level|figure|rate|mark|range|value) as|"
    r"level with|on a par with|identical (?:to|with)|in line with|matching|equal to|where (?:it|they) (?:stood|was|were|had been|closed|ended|settled))"
    rf"(?=[^.;:]{{0,48}}\b{EARLIER}\b)"
    r"|(?:flat|steady|stable|unchanged|little changed) (?:(?:on|from|over|against|since|for) (?:the |a |its |last )?(?:\w+ )?(?:day|week|fortnight|month|quarter|year|session)\b|w/w|m/m|y/y|week[ -]on[ -]week|day[ -]on[ -]day|month[ -]on[ -]month)"
    r"|(?:a |for a )?change of (?:zero|nil|nothing)|(?:zero|nil|without|without any|no) (?:change|movement|net change|alteration|adjustment)\b|"
    r"a (?:level|price|figure|mark) (?:that )?(?:(?:it|they) )?(?:has|have|had) (?:(?:been )?(?:held|kept|stuck)|stood|not changed|lasted|applied|prevailed))"
)
"""What tells that a number is the one of before."""
_ALIKE = (
    "differ", "same", "identical", "level with", " par with", "in line with", "matching", "equal to", "where ", "change", "movement",
    "alteration", "adjustment", "a level", "a price", "a figure", "a mark", "flat", "steady", "stable",
)  # fmt: skip
"""One of these stands in all of that."""
_TIMES = re.compile(
    r"(?: [a-z][\w'-]*){0,12}(?: (?:by|in|for) (?:early |late |mid-?)?20\d\d)?,? (?:which (?:is|was) |or |that is )?(?:(?P<up>(?:(?:half|a third|a quarter|a fifth|a tenth|twice|three times|four times|five times) as (?:much|many|large)(?: again)?|double|twice|treble|triple|(?:more than|nearly|almost|about|roughly|well over|over) (?:double|twice|treble|triple|three times|four times|five times)|three times|four times|five times|a (?:third|quarter|fifth|tenth) again)(?<!half as much)(?<!half as many)(?<!half as large))|half as (?:much|many|large)|(?<!first )(?<!second )(?<!latter )(?<!other )half|(?:less than|little more than|barely|only) half|a (?:third|quarter|fifth|fraction)) "
    rf"(?:as|than|of|what|the|that|those|its|their|last)\b(?=[^.;:]{{0,56}}\b{EARLIER}\b| in (?:{FULL_MONTHS}|spring|summer|autumn|winter)\b|[a-z ]{{0,32}} (?:in|of) 20\d\d\b| 20\d\d(?:'s|’s)? (?:level|figure|total|volume|amount|rate|average)\b| (?:level|price|figure|amount|rate)s? (?:of|in|at) (?:{FULL_MONTHS}|the (?:start|beginning|end))\b)"
)
"""What makes a quantity a multiple or a part of an earlier one: `dug 78,000 tonnes, half as much again as a year earlier`."""
_PLUS = re.compile(
    r"[,;(] ?(?:or |i\.e\. )?(?P<word>(?P<up>plus|up(?: by)?)|minus|down(?: by)?) (?:about |some |around )?\Z"
)
"""A sign in words before a number."""
_ROW = re.compile(r"[^.;!?:]{2,70}: ?[^:;!?]{0,60}\Z")
"""What stands before the sign of a row: goods, a colon and their price."""
_STEP = re.compile(
    r"\b(?:(?P<up>premium|surcharge|mark-?up|plus|advance|rise|increase)|discount|mark-?down|reduction|rebate|minus|drop|fall) of (?:about |some |around |just )?\Z"
)
"""A noun of movement or distance before a number."""
_MARK = re.compile(
    r"(?: ?(?:per|a|an|/) ?[a-z]+)? (?:to|over|on|against|from|versus|compared (?:with|to)|relative to) (?:the |its |their |that of |what )*(?:[a-z-]+ )?(?:"
    rf"{WEEKDAY}(?:'s)?|yesterday(?:'s)?|(?:last|previous|preceding|prior|latest|earlier) (?:[a-z]+day(?:'s)?|assessment|fixing|settlement|close|price|quote|sale|deal|tender|auction|award|week|month|quarter|session|day|mark|level|index|print)|"
    r"(?:week|month|day|quarter|year|fortnight|session)(?: before|(?:'s)? earlier| ago)|a (?:week|month|day|quarter|year|fortnight) (?:before|earlier|ago))\b"
)
"""An earlier mark that a number is held against."""
_DEARER = re.compile(
    r"(?: ?(?:per|a|an|/) ?[a-z]+)? (?:(?P<up>dearer|costlier|pricier|more expensive|higher)|cheaper|less expensive|lower) (?:(?:on|over|for|than|from) (?:the |a )?(?:last )?(?:day|week|month|quarter|year|fortnight|session)\b|(?:day|week|month|year)[ -]on[ -](?:day|week|month|year)\b|w/w|d/d|m/m|y/y|at (?=(?:us|a|c)?[$€£¥]?(?:yn|rmb |cny )?\d))"
)
"""What makes a number before it a change within a span of time: `$3 cheaper on the day`."""
_EARLIER = re.compile(
    r"(?:[^.;()\d]|\((?:inc|ex)[^()]*\)){0,48}\((?:against |versus |vs\.? |from |was |compared with )?(?:the )?(?:"
    r"(?:last|previous|prior|preceding|same) (?:[a-z]+day|week|fortnight|month|quarter|half|year|period|session|season|day|fixing|assessment|report|tender|auction|price|quote|level)(?: of)?(?: 20\d\d| last year| a year (?:ago|earlier|before)| the year before)?"
    r"|prev(?:ious(?:ly)?)?\.?|prior|was(?= \Z)|formerly|before|until now|hitherto|yesterday|earlier|(?:was|were|had been|old|from|guidance|earlier guidance|previous guidance|forecast|plan)(?=:)"
    r"|(?:an?|one|two|three|four|five|six) (?:day|week|fortnight|month|quarter|year)s? (?:ago|earlier|before)"
    rf"|{TRADING_DAY}|(?:{FULL_MONTHS}|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\.?(?: 20\d\d)?"
    r"|(?:[qh][1-4]|[1-4]q|[12]h)(?: ?/?(?:20)?\d\d)?|(?:first|second|third|fourth) quarter(?: of)?(?: 20\d\d)?|(?:fy ?)?20\d\d)(?: actuals?)?"
    r"(?::|,| =|'s| was| at| of)? (?:about |around )?\Z"
)
"""What makes of a number in brackets the earlier one: `at Yn690/t (last Wednesday: `."""
_KNOCKED = re.compile(
    r"\b(?:(?P<down>took|takes|taking|take|knocked|knocks|knocking|wiped|wipes|wiping|shaved|shaves|shaving|lopped|lops|lopping|sliced|slicing|stripped|stripping|trimmed|trimming|chopped|clipped|clipping|cut|cuts|cutting|struck|sheared)"
    r"|(?:added|adds|adding|put|puts|putting|tacked|tacks|tacking|piled|piling|heaped|heaping|was worth|is worth|were worth)) (?:about |around |nearly |almost |more than |over |another |a further |as much as |some )?\Z"
)
"""Verbs that take a number off a price, or put it on."""
_OFF = re.compile(
    r"(?: (?:or [\d.]+(?:%| ?pct?| per ?cent)|a barrel|a tonne?|an ounce|a pound|a bushel|per [a-z]+))? (?:(?P<off>off)|on|onto|on to|to) (?:(?:the|its|their|a) )?"
    r"(?:(?:[a-z-]+ )?(?:price|cost|value|tender|tender price|bid|bid price|offer|offer price|list price|contract price|quote|barrel|tonne|ton|ounce|pound|bushel|kilo) (?:of|for) )?"
    r"(?:(?:spot|front-month|benchmark|three-month|london|lme|shanghai|european|asian|global|world|international|high-carbon|refined|nymex|comex|ice) ){0,2}"
)
"""What joins that number to the goods whose price it is: `took $2 off Brent`, `put $1.40 on a barrel of crude`."""
_THAN_EVER = re.compile(
    r"\b(?:(?P<up>more|larger|bigger)|less|fewer|smaller)(?: (?:[\w'%-]+|\d[\d.,]*)){0,14} than (?:at any (?:time|point|moment|stage) (?:since|in|for|before)|in (?:all|the whole) of (?:last year|20\d\d)|in the (?:(?:previous|past|last|preceding) )?(?:(?:two|three|four|five) )?(?:years|quarters|months|weeks)\b|in any (?:other )?(?:month|quarter|week|year|season|half)|ever(?: before)?\b|for (?:many |several )?(?:years|months|decades))"
)
"""What tells that there is more of something than before, without a number: `more tin was held in sheds than at any time since`."""
HINT_WORDS = (
    r"(?:as (?:much|many|large)|double|twice|treble|triple|(?:three|four|five) times|half|again as)\b"
    r"|(?:flat|steady|stable) (?:on|from|over|against|w/w|m/m|week|day|month)\b"
    r"|times (?:as|the|that|those|what|its|their|last)\b|x the\b|(?:third|quarter|fifth|sixth|tenth|fraction) of\b"
    r"|than (?:at any|in any|in all|in the whole|ever)\b"
    r"|(?:same|identical|different|par|matching|level with|in line with|equal to|change of|nil change|zero change|no (?:net )?change|without (?:any )?(?:change|movement|adjustment)|no movement|it has (?:held|kept|stood|been)"
    r"|plus|minus|having (?:been|stood|fetched|cost|changed|traded|closed|settled)|(?:dearer|cheaper|costlier|more|less|higher|lower) (?:on|over|for|than|w/w|d/d|m/m)|(?:up|down) by|(?:premium|discount|reduction|mark-?up|mark-?down) of [$€£¥]?[a-z]{0,4}\d)\b"
)
"""Words that may tell of a comparison."""
HINT_BEHIND = (
    r"[^.;]{0,32} (?:off|on|onto|to) [a-z]"
    rf"|[^.;()]{{0,48}}\((?:against |versus |vs\.? |from |was |the )?(?:last|was:? ?[$€£¥\d]|prev|prior|preceding|same|before|yesterday|an? |one |two |three |{TRADING_DAY}|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|q\d|h\d|\dq|\dh|first|second|third|fourth|20\d\d|formerly|until)"
)
"""What behind a number may tell of one."""


class Beside(NamedTuple):
    """A direction and the words that tell it."""

    direction: str
    start: int
    end: int
    level: bool
    """Whether the number is what was reached, and not the change."""


def told_beside(amount: Amount, low: str, start: int, end: int) -> Beside | None:
    """Return what the words beside a number of a sentence between two places tell of it."""
    place = amount.place
    if (
        amount.kind in {"price", "money", "quantity", "rate"}
        and holds_any(low, _ALIKE, place[1], end)
        and (same := _SAME.match(low, place[1], end))
    ):
        return Beside("flat", place[1], same.end(), level=True)
    if amount.kind in {"price", "quantity", "rate"} and (times := _TIMES.match(low, place[1], end)):
        return Beside("up" if times["up"] else "down", place[1], times.end(), level=True)
    if amount.kind in {"percent", "price", "money", "quantity"}:
        sign = _PLUS.search(low, max(start, place[0] - 24), place[0])
        if sign and (sign["word"] in {"plus", "minus"} or _ROW.fullmatch(low, start, sign.start())):
            return Beside("up" if sign["up"] else "down", sign.start() + 1, place[1], level=False)
    if amount.kind in {"percent", "price", "money"} and (dearer := _DEARER.match(low, place[1], end)):
        return Beside("up" if dearer["up"] else "down", place[1], dearer.end(), level=False)
    if amount.kind in {"price", "money"}:
        step = _STEP.search(low, max(start, place[0] - 24), place[0])
        if step and (mark := _MARK.match(low, place[1], end)):
            return Beside("up" if step["up"] else "down", step.start(), mark.end(), level=False)
    return None


def knocked(amount: Amount, low: str, start: int, end: int) -> Beside | None:
    """Return what a number is taken off or put on, where the words end before the goods: `knocked $40 off zinc`."""
    if amount.kind not in {"percent", "price", "money"}:
        return None
    joined = _OFF.match(low, amount.place[1], end)
    verb = _KNOCKED.search(low, max(start, amount.place[0] - 32), amount.place[0]) if joined else None
    if verb is None or joined is None or bool(verb["down"]) != bool(joined["off"]):
        return None
    return Beside("down" if verb["down"] else "up", verb.start(), joined.end(), level=False)


def is_bracketed(gap: str) -> bool:
    """Tell whether the text between two numbers makes the second the earlier one: it stands in brackets behind its day."""
    return "(" in gap and _EARLIER.fullmatch(gap) is not None


_THEIR_OFFERS = re.compile(
    r" (?:(?P<off>off)|on|onto|on to) (?:their|its|his|the) (?:[\w-]+ ){0,2}?(?:contract|futures|offers?|prices?|quotes?|bids?|tenders?|lists?|ideas|quotations?)\b"
)
"""What sellers or a market take a number off, or put it on: `mills took $10 off their offers`, `oats put 9 cents on the May contract`."""


def knocks_offers(amount: Amount, low: str, start: int, end: int) -> str | None:
    """Return which way a number moves the offers or the contract of goods named before, off or on which it is put."""
    if amount.kind not in {"percent", "price", "money"}:
        return None
    theirs = _THEIR_OFFERS.match(low, amount.place[1], end)
    verb = _KNOCKED.search(low, max(start, amount.place[0] - 32), amount.place[0]) if theirs else None
    if theirs is None or verb is None or bool(theirs["off"]) != bool(verb["down"]):
        return None
    return "down" if verb["down"] else "up"


class Than(NamedTuple):
    """What is said to be more or less than at any time before, and where that is said."""

    direction: str
    start: int
    end: int


def than_ever(low: str, start: int, end: int) -> Than | None:
    """Return whether a sentence between two places says that there is more or less of something than ever before."""
    found = _THAN_EVER.search(low, start, end) if low.find(" than ", start, end) >= 0 else None
    return found and Than("up" if found["up"] else "down", found.start(), found.end())
