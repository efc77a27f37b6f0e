"""Marks: highs, lows and levels, which tell a move only where the market goes to them.

`Hits a five-month low` moves; `near a five-month low`, `from a record high` say where a thing stands or comes from.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from tocsin.detect.scenes.scene import Scene
from tocsin.detect.words.hits import Hit

_BEFORE_NUMBERS = frozenset(
    [
        "add",
        "adding",
        "putting on",
        "tacking on",
        "piling on",
        "giving away",
        "handing back",
        "handed back",
        "hands back",
        "coughed up",
        "coughs up",
        "coughing up",
        "gives away",
        "gave away",
        "give away",
        "surrendering",
        "conceding",
        "forfeiting",
        "relinquishing",
        "clung to",
        "clings to",
        "clinging to",
        "holding at",
        "pinned at",
        "anchored at",
        "rooted at",
        "parked at",
        "glued to",
        "made up",
        "makes up",
        "off",
        "pop",
        "pops",
        "popped",
        "put on",
        "took out",
        "takes out",
        "puts on",
        "tack on",
        "tacks on",
        "tacked on",
        "has hit",
        "have hit",
        "clear",
        "cleared",
        "clears",
        "pass",
        "passes",
        "passed",
        "to surpass",
        "to exceed",
        "to pass",
        "to top",
        "shed",
        "sheds",
        "vaults",
        "tanks",
    ]
)
"""Words that move a price only where a number follows: `off 0.4%`, not `off its lows`."""

_OFF_MARK = re.compile(
    r" (?:an? |its |the )?(?:rs\.? ?|us\$|[$¥€£₹])?\d[\d,./-]* (?:session |intraday |earlier |contract )?(?:highs?|lows?|peaks?|records?)\b"
)
"""What makes of `off` the distance to a mark: `up 60 cents at $337, off a $343.50 high`."""

_FIRMS = frozenset(["firm", "firms"])

_FIRMER = re.compile(
    r"\s*(?:$|[\d,.;:%$)(—–-]|(?:by|to|from|in|on|at|for|as|amid|after|up|ahead|above|near|over|this|last|slightly|further|again|and|but|while|despite|with|today|yesterday|(?:mon|tues|wednes|thurs|fri)day)\b)"
)
"""What follows where prices firm, and not an oil and gas firm does."""

_JOINED = re.compile(r"\b(?:and|or|&) (?:[a-z]+ ){1,2}\Z")
"""What makes of `firms` a noun: `oil and gas firms`, which would firm."""

MARKS = ("high", "highs", "low", "lows", "peak", "trough", "record high", "record low")

_EXTREMES = ("record", "records", "all-time", "historic")
_AT_BOTTOM = re.compile(
    r"[ -](?:[a-z-]+ )?(?:lows?|lowest|troughs?|bottoms?|slumps?|falls?|drops?|declines?|loss(?:es)?|plunges?|deficits?)\b"
)
"""What makes of a record the other end: `hit a record low`."""

_FROM = re.compile(
    r"\b(?:from|near|off|below|above|under|after hitting|since)\s+(?:(?:an?|its|their|the|this|new|fresh)\s+)*(?:[\w/.]+-?|[\d/ -]+)?[\s-]*$"
)

_ENDED = re.compile(
    r"\b(?:snap(?:s|ped|ping)?|halt(?:s|ed|ing)?|end(?:s|ed|ing)?|break(?:s|ing)?|broke|arrest(?:s|ed|ing)?)"
    r"\s+(?:(?:an?|its|their|the)\s+)?(?:[\w/.]*\d[\w/.]*|one|two|three|four|five|six|seven|eight|nine|ten|multi|long|losing|winning|weekly|weeks?|days?|months?|quarters?|years?|sessions?|straight|streak|of|[\s-])+$"
)
"""A run that is over when the word tells it: `snaps a four-day slide`."""

_FORECAST = re.compile(
    r"\b(?:forecasts?|projections?|estimates?|outlook|views?|predictions?) (?:for|of|on) (?:the )?(?:\w+ )?\Z"
)
"""What makes growth the object of a forecast, which is what moves: `trims its forecast for growth in demand`."""

_NEAR = re.compile(
    r"\b(?:end(?:s|ed)?|settle[sd]?|close[sd]?|trade[sd]?|trading|finish(?:es|ed)?|futures|prices?) (?:near|at|around|close to) (?:(?:an?|its|their|the|about|more than|fresh|new) )*[\w.'/ -]{0,16}-?\Z"
)
"""What tells that a market went to its mark: `settles near a five-month low`."""

TO_MARK = re.compile(
    r" (?:(?:has|have|had|is|was) )?(?:[a-z]+ly )?(?:[a-z]+ (?:(?:up|down|back|higher|lower) )?(?:to|toward|towards|for|into|past)"
    r"|hits?|hitting|touch(?:es|ed|ing)?|reach(?:es|ed|ing)?|sets?|setting|notch(?:es|ed) up|mark(?:s|ed)|post(?:s|ed)|print(?:s|ed)|register(?:s|ed)|record(?:s|ed)|scal(?:es|ed)|struck|strikes|made|makes"
    r"|logg?(?:s|ed)|clock(?:s|ed)|achiev(?:es|ed)|attain(?:s|ed)|test(?:s|ed)|retest(?:s|ed)|revisit(?:s|ed)|claim(?:s|ed)|chalk(?:s|ed) up|plumb(?:s|ed)|establish(?:es|ed))"
    r"(?: [\w'-]+){0,4}[ -]?\Z"
)
"""How a market goes to its mark in any verb's words: `powers to a six-month high`, `struck another high`."""

NUMBERED = re.compile(
    r"\s*(?:the )?(?:(?:by|to|past|over|above|as much as|as high as|as low as|as little as|more than|some|another|a further|about|around|nearly|almost|roughly|approximately|close to|just over|just under|well over|at least|up to|an estimated|an average of|an average)\s+|[约近逾超了去至]){0,2}"
    r"(?:rs\.? ?|(?:us|a|c|hk)?\$(?:us)?|[€£¥₹])?\d"
)


_WORDED = re.compile(
    r" (?:by )?(?:about |nearly |almost |some )?(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|half an?|a quarter of an?) (?:us )?(?:cents?|dollars?|euros?|yuan|rupees?|pence|penny|ringgit|pounds?|per ?cent|points?|tenths?|fifths?|quarters?|thirds?)\b"
)
"""A number in words, with what it counts: `off three cents`."""

_SPAN = re.compile(r"\b(?:day|week|month|session|quarter|year)s? \Z")
_ENDS = ("lower", "higher", "up", "down", "weaker", "stronger", "firmer", "softer")


def _is_end(low: str, hit: Hit) -> bool:
    """Tell whether a word says how a day or week ended, not what ended in it: `zinc ends the week lower`."""
    return low.startswith(("in the ", "on a "), hit.start) or low[hit.start : hit.end] in _ENDS


def is_mark(low: str, hit: Hit) -> bool:
    """Tell whether a high or low is only where something stands or comes from: `near a five-month high`."""
    if low.endswith(_EXTREMES, hit.start, hit.end) and _AT_BOTTOM.match(low, hit.end):
        return True
    if low[hit.start : hit.end] in _FIRMS:
        many = low.endswith("firms", hit.start, hit.end) and _JOINED.search(low, max(0, hit.start - 24), hit.start)
        return bool(many) or _FIRMER.match(low, hit.end) is None
    if low[hit.start : hit.end] == "off" and _OFF_MARK.match(low, hit.end):
        return True
    if low[hit.start : hit.end] in _BEFORE_NUMBERS:
        return NUMBERED.match(low, hit.end) is None and _WORDED.match(low, hit.end) is None
    ended = _ENDED.search(low, max(0, hit.start - 40), hit.start)
    if (ended and not (_SPAN.search(ended.group()) and _is_end(low, hit))) or _FORECAST.search(
        low, max(0, hit.start - 32), hit.start
    ):
        return True
    return low.endswith(MARKS, hit.start, hit.end) and _FROM.search(low, max(0, hit.start - 24), hit.start) is not None


_STANDS = re.compile(
    r"\b(?:above|atop|over|past|north of|below|under|beneath|south of|hit|hits|hitting|reach|reaches|reached|reaching) (?:the )?(?:rs\.? ?|us\$|[$¥€£₹])\d"
)
_AT_MARK = re.compile(
    r" (?:(?:reach(?:es|ed)|hover(?:s|ed)|hold(?:s)?|held|trade[sd]?|climb(?:s|ed)|slip(?:s|ped)) )?(?:near|at|close to|around|approach(?:es|ing)|nears|nearing|closes in on) (?:(?:an?|its|their|the|about|fresh|new) )*[\w.'/-]{0,12}(?: [\w.'/-]{0,8})?[ -]?"
)
"""How a headline says, without a verb, that a market went to its mark: `zinc near four-month high`."""
_PAST = re.compile(
    r"(?: (?:futures|prices?))?(?:['’]s? (?:first )?(?:close|settlement|finish|move|break|push))?(?: (?:is|are|back|well|just|climbs?|quoted|trading))? (?:(?P<up>above|atop|over|past|north of)|(?P<down>below|under|beneath|south of)) "
    r"(?:the )?(?:rs\.? ?|us\$|[$¥€£₹])\d"
)
"""A commodity that stands beyond a round price: `Zinc above $3,000 on supply fears`."""


_PRICE_HITS = re.compile(
    r"\b(?:prices?(?: (?:of|for) (?:[\w'’-]+ ){0,3}[\w'’-]+)?|futures|(?:spot|comex|three-month|benchmark) [a-z]{3,12}) (?:(?:has|have|briefly|even|finally) )?(?P<verb>hit|hits|hitting|reach|reaches|reached|reaching) "
    r"(?:(?:about|nearly|almost|around|over|as much as) )?(?:rs\.? ?|us\$|[$¥€£₹])\d[\d.,]* (?:per|an?) "
)
"""A price that is told to have come to a level, which is mostly one it rose to: `last week the price of silver hit $41 an ounce`."""
TOP = 3
"""Sentences from the top within which that is news."""

_ADVICE = re.compile(
    r"\b(?:buy|sell|accumulate|short|go long|book profits?|targets?|stop loss|if|when|once|until|unlikely|not|could|(?<!since )(?<!in )(?<!from )(?<!early )(?<!late )(?<!mid-)may|might|can|should|would|will|sees|forecasts?|expects?|predicts?)\b"
)
"""What makes of a price a wish or a condition: `buy zinc above $3,000`."""


def stands_past(low: str, start: int, end: int) -> bool:
    """Tell, cheaply, whether a part of a text may say that something stands beyond a price."""
    return _STANDS.search(low, start, end) is not None


class Past(NamedTuple):
    """A commodity beyond a price: its direction, and the words that say so."""

    commodity: Hit
    direction: str
    start: int
    end: int


def past_levels(scene: Scene) -> Iterator[Past]:
    """Yield the commodities of an English headline that it says to stand beyond a price, which is news of having gone there."""
    sentence, goods = scene.sentence, scene.found.commodities
    if sentence.chinese or not goods or (sentence.paragraph > 0 and sentence.order > TOP) or scene.says(_ADVICE):
        return
    if hits := scene.says(_PRICE_HITS):
        priced = [c for c in goods if c.start < hits.end()]
        if priced and sentence.order <= TOP:
            yield Past(priced[-1], "up", *hits.span("verb"))
        return
    if sentence.paragraph > 0:
        return
    for commodity in goods:
        if found := _PAST.match(scene.low, commodity.end, sentence.end):
            up = found["up"] is not None
            yield Past(commodity, "up" if up else "down", *found.span("up" if up else "down"))


def nears(scene: Scene, hit: Hit) -> bool:
    """Tell whether a market went to its mark: `settles near a five-month low`."""
    low = scene.low
    return low.endswith(MARKS, hit.start, hit.end) and (
        scene.says_before(_NEAR, hit.start, 40) is not None
        or any(_AT_MARK.fullmatch(low[c.end : hit.start]) for c in scene.found.commodities if c.end <= hit.start)
    )


_AWAY = re.compile(
    r"\b(?:edge[sd]?|pull(?:s|ed)?|back(?:s|ed)?|move[sd]?|drift(?:s|ed)?|step(?:s|ped)?|climb(?:s|ed)?|lift(?:s|ed)?|retreat(?:s|ed)?) (?:away|back|off|down|up)? ?from "
    r"(?:(?:an?|its|their|about|more than|fresh|new) )*[\w.'/ -]{0,16}-?\Z"
)


def leaves(scene: Scene, hit: Hit) -> str | None:
    """Return the direction of a market that goes away from its mark: `edges away from a seven-week high` is down."""
    low = scene.low
    if not low.endswith(MARKS, hit.start, hit.end) or scene.says_before(_AWAY, hit.start, 48) is None:
        return None
    return "up" if low.endswith(("low", "lows"), hit.start, hit.end) else "down"
