"""Strays: amounts near a trigger that are another fact's: a stake, a forecast, what was before, a grade, a mean.

Each function looks at the words right around an amount and tells one such kind; `meanings` asks them before it gives the amount
a meaning.
"""

import re

from tocsin.detect.amount import Amount
from tocsin.detect.chinese import CAUSE, is_start
from tocsin.detect.scene import Candidate, Scene

OVER_ZH = re.compile(r"(?:升水|贴水|溢价|折价)(?:约|为|至)?\Z")
"""What makes a Chinese price the distance from a benchmark: 较均价升水1.00美元."""

_HELD = re.compile(
    r"\b(?:holds?|owns?|held|owned|holding|owning|controls?|(?:stake|interest|holding) of)(?: an?| about| roughly)? \Z"
)
"""What makes a percentage a share of a firm: `in which Vesk holds 38%`."""

_GUIDED = re.compile(
    r"\b(?:original|previous|prior|earlier|initial|former) (?:[a-z]+ )?(?:guidance|forecast|estimate|target|plan|range|budget)(?: range)? of (?:between |about |around )?\Z"
)
"""What makes an amount the one that guidance was before."""

_PEOPLE = re.compile(
    r"\b(?:miners|workers|people|employees|men|women|staff|contractors|jobs|persons|villagers|suspects)\b"
)


def is_beside(candidate: Candidate, unit: str, place: tuple[int, int], scene: Scene) -> bool:
    """Tell whether an English amount is of something else: a stake in the firm, earlier guidance, people hurt."""
    low, start = scene.low, max(scene.sentence.start, place[0] - 48)
    if unit == "percent" and candidate.pack.pack.signal != "mna" and _HELD.search(low, start, place[0]):
        return True
    if unit == "count" and _PEOPLE.search(low, place[0], place[1] + 24):
        return True
    return candidate.pack.pack.signal == "production_change" and _GUIDED.search(low, start, place[0]) is not None


ONE_OF = re.compile(
    r"\b(?:one|two|three|some|half|part|most|several) of (?:the |its |their )?\Z"
    r"|\b(?:surveys?|polls?|samples?|panels?|canvass) (?:of|among|covering) (?:the |about |some |around )?\Z|\b(?:surveyed|polled|canvassed) (?:about |some )?\Z"
    r"|(?:调研|调查|走访|抽样|样本)(?:的|了|全国|国内|涵盖|覆盖){0,2}\Z"
)
"""What makes a count that of all there are, or of those asked: `stopped one of three potlines`, `a survey of 31 smelters`."""

SIZE = re.compile(
    r" (?:[a-z-]+ ){0,2}(?:conglomerate|giant|behemoth|hedge fund|fund manager|asset manager|market cap)\b"
)
"""What makes an amount a company's size: a $70 billion conglomerate."""

DEAREST = 20_000_000
"""Money above which a sum is no price of a unit of goods: the dearest oxide costs some millions a tonne."""

IN_A_ROW = ("连续", "过去", "最近", "已经", "历时")
"""What makes days the time that something took: 连续六周."""

ORDINALS = frozenset(["third", "quarter", "a third straight", "second"])
"""Fractions that are ordinals where nothing else stands with them."""

EARLIER = re.compile(r"(?:较|比|低于|高于|不及)[^,;。]{0,12}(?:的|同期)(?:约|近|逾)?\Z")
"""What makes an amount the earlier one: `较2024年的4200万吨`."""

_EXTENT = re.compile(
    r"\b(?:gains?|loss(?:es)?|rise|fall|drop|rally|decline|advance|slide|increase|decrease|growth|pace|drawdown|returns?|climb|surge|jump)\b"
)


def is_rate_of_price(candidate: Candidate, place: tuple[int, int], scene: Scene) -> bool:
    """Tell whether an English price, or what counts as one, came to a percentage, which is no change: `warrants rose to 34%`."""
    if scene.sentence.chinese or candidate.pack.pack.signal != "price_move" or place[0] < candidate.end:
        return False
    low = scene.low
    return _EXTENT.search(low, max(scene.sentence.start, candidate.start - 24), place[0]) is None


DEALS = frozenset(["large_contract", "stockpiling", "mna", "export_control"])
"""Types whose amounts are sizes: of two that are told from and to, the later counts."""


def was_before(amount: Amount, place: tuple[int, int], scene: Scene) -> bool:
    """Tell whether a size is the one that another has replaced: `raised from $1 billion to $1.5 billion`, 由10亿元增至15亿元."""
    if scene.sentence.chinese:
        return is_start(scene.low, *place)
    return amount.part == "from" and any(
        other.part == "to" and other.unit == amount.unit for other in scene.amounts if other is not amount
    )


_JOINED_ON = re.compile(r"\band (?:(?:has|have|had|also|then|will|is|was) )*\Z")
"""What joins a second verb to a first, whose amounts are its own."""


def is_joined_on(candidate: Candidate, place: tuple[int, int], scene: Scene) -> bool:
    """Tell whether an amount before a frame is that of another verb: `wants $18 million of coke and has signed for 30 t of tellurium`."""
    if candidate.rule.startswith("move") or candidate.rule == "phrase":
        return False
    return _JOINED_ON.search(scene.low, place[1], candidate.extent[0]) is not None


NORM = re.compile(
    r" (?:below|above|under|over|short of|off|higher than|lower than|more than|less than) (?:the |its |their |an? )?(?:(?:five|ten|three|\d+)[ -]year |seasonal |historical |long-term |recent |\w+ )?(?:averages?|norms?|normal|peaks?|highs?|lows?|expectations|forecasts?|estimates?|targets?|consensus|nameplate)\b"
)
"""What makes a percentage the distance from a mark, not a move: `about 3% below the five-year average`."""

_OF_NOUN = re.compile(
    r"[ -](?:[a-z-]+ ){0,1}(?:surge|jump|gain|rise|rally|drop|fall|decline|slide|plunge|slump|loss|increase|climb|advance|rebound|retreat|tumble|spike|spurt)s?\b"
)


def is_of_another_move(candidate: Candidate, place: tuple[int, int], scene: Scene) -> bool:
    """Tell whether a percentage belongs to a noun of movement after it, a later one than the trigger: `fell after a 4.6% surge`."""
    if scene.sentence.chinese or place[0] < candidate.end or not candidate.rule.startswith("move"):
        return False
    noun = _OF_NOUN.match(scene.low, place[1])
    return noun is not None and _EARLIER_MOVE.search(scene.low, candidate.end, place[0]) is not None


_EARLIER_MOVE = re.compile(
    r"\b(?:after|following|despite|from|erasing|reversing|extending|on top of|portion of|part of)(?: [\w'’-]+){0,3} \Z"
)
"""What makes a move the one before: `after Tuesday's`."""

_FORESEEN = re.compile(
    r"\b(?:against|versus|vs\.?|compared (?:with|to)|beating|beat|missing|missed|exceeding|exceeded|topping|short of|than|analysts(?:'|’)?(?: had)?|"
    r"economists(?:'|’)?(?: had)?|traders(?: had)?) (?:[\w'’-]+ ){0,4}?(?:expectations?|forecasts?|estimates?|consensus|projections?|predictions?|expected|forecast|"
    r"predicted)(?: (?:for|of|was for|were for|that))?(?: an?| the)?(?: (?:[\w'’-]+|about)){0,2}? \Z"
)
"""Before an amount: what others had expected of a figure, beside the figure itself."""


def _was_foreseen(place: tuple[int, int], scene: Scene) -> bool:
    """Tell whether an amount is what was expected: `rose by 2.1 million, against expectations for a 1.8 million build`."""
    return _FORESEEN.search(scene.low, max(scene.sentence.start, place[0] - 90), place[0]) is not None


_HOPED = re.compile(
    r", (?:[\w'’-]+ ){0,4}?(?:expectations?|forecasts?|predictions?|projections?|hopes|expecting|predicting|forecasting)"
    r" (?:that|of|for|it|the|an?)\b[^;]*\Z"
)
"""What makes an amount that of a later clause, which only expects it: `rising prices, with forecasts that tin could reach`."""


def is_foretold(candidate: Candidate, place: tuple[int, int], scene: Scene) -> bool:
    """Tell whether an amount behind a trigger is what was or is expected, and not what has come."""
    if _was_foreseen(place, scene):
        return True
    return candidate.rule.startswith("move") and _HOPED.search(scene.low, candidate.end, place[0]) is not None


def is_effect(candidate: Candidate, place: tuple[int, int], scene: Scene) -> bool:
    """Tell whether the trigger is in a clause of reason, and the amount tells what came of it: 受铜价上涨带动,空调提价3%."""
    low = scene.low
    if place[0] < candidate.end or "," not in low[candidate.end : place[0]]:
        return False
    return CAUSE.search(low[max(scene.sentence.start, candidate.start - 24) : candidate.start]) is not None


OFF_MEAN = re.compile(
    r"(?:平均|均值|均线)(?:水平|数|值)*(?:分别|约|仍|还|略|各)*(?:[高低多少])出?(?:[\d.%]+[、和])?(?:约|近|逾|了)*\Z"
)
"""What makes a percentage how far something lies from its mean: 比五年平均水平低12%."""

_BRACKET = re.compile(r"\([^()\d]{0,8}\Z")


def is_grade(place: tuple[int, int], scene: Scene) -> bool:
    """Tell whether a percentage is what goods hold: `concentrate (65%)`, `三氧化钨65%)`, `63.5%的现货矿`."""
    low, (start, end) = scene.low, place
    if low[end : end + 1] == ")" and _BRACKET.search(low, max(scene.sentence.start, start - 10), start):
        return True
    if (
        low[end : end + 1] == ","
        and low[start - 2 : start] == " ("
        and any(h.end == start - 2 for h in scene.found.commodities)
    ):
        return True  # `spodumene (6%, cif China)`
    return scene.sentence.chinese and any(0 <= hit.start - end <= 3 for hit in scene.found.commodities)


def opens_a_row(place: tuple[int, int], scene: Scene) -> bool:
    """Tell whether a percentage is the grade of the goods that the next part of a row begins with: `涨900元;65%白钨精矿`."""
    return scene.low[place[0] - 1] in ",;、" and any(hit.start == place[1] for hit in scene.found.commodities)


def is_converted(place: tuple[int, int], scene: Scene) -> bool:
    """Tell whether a price only says the one before it in another currency: `at 240,000 yuan ($33,500) a ton`."""
    return scene.low.startswith(" (", place[0] - 2) and any(
        a.kind == "price" and place[0] - 12 <= a.place[1] <= place[0] and a.place[0] < place[0] for a in scene.amounts
    )


THAN = (" than ", " than the ", " than a ", " than an ", " than its ", " than last ")
"""What makes an amount one that another is measured by: `a bigger rise than the 1.9 million-barrel build`."""
