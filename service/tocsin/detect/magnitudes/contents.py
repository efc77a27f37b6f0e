"""Contents: percentages that say what goods hold or how pure they are, and so belong to their name and not to a fact."""

import re

from tocsin.detect.scenes.scene import Candidate, Scene

_BRACKET = re.compile(r"\([^()\d]{0,8}\Z")


_HELD_IN = re.compile(
    r" (?:iron|fe|copper|cu|zinc|zn|lead|pb|tin|sn|nickel|ni|manganese|mn|chrome|chromium|silicon|si|sulphur|sulfur|ash|moisture|silica|alumina|lithia|lithium|nitrogen|antimony)\b(?! (?:tariff|dut|import|export|price|surcharge|premium))"
)
_GRADED = re.compile(r" (?:sulphur|sulfur|ash|moisture)\b(?! (?:price|premium|discount|surcharge))")
"""What a percentage right before it says of fuel and coal, whatever stands before: `0.5 percent sulphur 21.75 dollars, up 75 cents`."""
_HOLDING = re.compile(r"\b(?:with|at|containing|averaging|assaying|grading|from) (?:about |around )?\Z")


_TAX = re.compile(r" (?:vat|gst|value[- ]added tax|sales tax|consumption tax|import duty|customs duty|tax)\b")
_TAXED = re.compile(
    r"\b(?:including|incl\.?|inclusive of|plus|excluding|excl\.?|with|without|before|after) (?:the |an? )?\Z"
)
"""What a price holds of a tax: `ex-works, including 18% VAT`."""


def is_content(place: tuple[int, int], scene: Scene) -> bool:
    """Tell whether an English percentage is what of a metal ore holds: `iron ore with 62% iron`."""
    if _TAX.match(scene.low, place[1]) is not None and scene.says_before(_TAXED, place[0], 16) is not None:
        return True
    if _GRADED.match(scene.low, place[1]) is not None:
        return True
    return _HELD_IN.match(scene.low, place[1]) is not None and scene.says_before(_HOLDING, place[0], 20) is not None


_STEPPED = re.compile(r"\) (?:higher|lower|dearer|cheaper|more|less|fewer|up|down)\b")
"""What makes of a percentage in brackets the step before it once more: `209,000 t (3.9%) down`."""
_SYMBOL = "(?:nd|pr|dy|tb|la|ce|sm|gd|fe|si|mn|cr|ni|cu|zn|pb|sn|sb|w|mo|v|ti|al|mg|li|co|c|bi|in|nb|ta|zr)"
_MIX = re.compile(
    rf"\((?:(?:{_SYMBOL}[ :]?\d[\d.]*(?:[-–]\d[\d.]*)? ?%|\d[\d.]*(?:[-–]\d[\d.]*)? ?% ?{_SYMBOL}\b)(?: ?min| ?max)?(?:[,;/]? |[,;/])?){{1,4}}\)"
)
"""What an alloy is mixed of, in brackets: `(Nd 75% Pr 25%)`, `(65% Mn, 16% Si)`."""
_PURE = re.compile(r"9\d\.\d+(?: ?%| ?pct| per ?cent)")
_AT_LEAST_PURE = re.compile(r"\b(?:minimum|min\.?|purity|pure|assaying) (?:of )?\Z")
_PURE_AT_LEAST = re.compile(r" (?:min(?:imum)?|pure|purity|(?:high[- ])?grade)\b")
"""What stands beside the purity of a metal: `indium ingots, minimum 99.97 percent`, `99.995 percent high-grade zinc`."""


def is_grade(place: tuple[int, int], scene: Scene) -> bool:
    """Tell whether a percentage is what goods hold: `concentrate (65%)`, `三氧化钨65%)`, `63.5%的现货矿`, `trioxide 99.8%`."""
    low, (start, end) = scene.low, place
    if _PURE.fullmatch(low, start, end) and (
        _PURE_AT_LEAST.match(low, end) or scene.says_before(_AT_LEAST_PURE, start, 16)
    ):
        return True
    if _PURE.fullmatch(low, start, end) and any(hit.end in (start - 1, start) for hit in scene.found.commodities):
        return True
    opened = low.rfind("(", max(0, start - 36), start)
    if opened >= 0 and (mix := _MIX.match(low, opened)) is not None and end < mix.end():
        return True
    if low[end : end + 1] == ")" and scene.says_before(_BRACKET, start, 10):
        return _STEPPED.match(low, end) is None
    if (
        low[end : end + 1] == ","
        and low[start - 2 : start] == " ("
        and any(h.end == start - 2 for h in scene.found.commodities)
    ):
        return True  # `spodumene (6%, cif China)`
    return scene.sentence.chinese and any(0 <= hit.start - end <= 3 for hit in scene.found.commodities)


_DID = re.compile(
    r"[a-z]+ed|fell|rose|slid|sank|lost|shed|leapt|crept|sprang|held|stood|put on|came off|went up|went down"
)


def is_grade_of_subject(candidate: Candidate, place: tuple[int, int], scene: Scene) -> bool:
    """Tell whether an English percentage is part of the name of what moved: `manganese lump 44.5% eased`, not `a 2% fall`."""
    if candidate.rule.startswith("move") and not candidate.nominal and _names_goods(candidate, place, scene):
        return True
    if place[1] + 1 != candidate.start or candidate.direction == "flat":
        return False
    return _DID.fullmatch(scene.low, candidate.start, candidate.end) is not None


_IN = re.compile(r" (?:in|at|from|ex|cif|fob|delivered|ddp|lump|powder|concentrate|grade|min|ore|ingots?)\b")
"""What follows the grade of goods behind their name."""


def _names_goods(candidate: Candidate, place: tuple[int, int], scene: Scene) -> bool:
    """Tell whether a percentage stands right before the goods that move, or in commas behind them: `65% wolframite broke through`."""
    if _IN.match(scene.low, place[1]) and any(hit.end == place[0] - 1 for hit in scene.found.commodities):
        return True  # `ferrosilicon 75% in Ningxia went up`
    set_off = scene.low[place[0] - 2 : place[0]] == ", " and scene.low[place[1] : place[1] + 1] == ","
    return any(
        (hit.start == place[1] + 1 and hit.end <= candidate.start) or (set_off and hit.end == place[0] - 2)
        for hit in scene.found.commodities
    )


_MEASURES = frozenset("约近逾超达至了为到征的过涨跌降升增减")
"""What ends the words before a percentage that measures what they tell."""


_IS_GRADE = re.compile(r"(?!左右|以[上下]|上下|附近|[的至到和与或、并而则也且又创收报为仍后,]|不等|幅|水平)[一-鿿]{2}")
"""What follows a grade: `青海60%粉晶到站价`."""


def opens_a_row(candidate: Candidate, place: tuple[int, int], scene: Scene) -> bool:
    """Tell whether a percentage is the grade of the goods right behind it: `涨900元;65%白钨精矿`, `走弱,日照43%豆粕报`."""
    if (
        candidate.type == "price_move"
        and _IS_GRADE.match(scene.low, place[1])
        and scene.low[place[0] - 1] not in _MEASURES
    ):
        gap = scene.low[candidate.end : place[0]]
        if any(mark in gap for mark in ",;:"):
            return True
    places = {place[1], *(hit.end for hit in scene.found.countries if hit.start == place[1])}
    if not any(hit.start in places for hit in scene.found.commodities):
        return False
    before = scene.low[place[0] - 1]
    return before in ",;、" or (
        candidate.type == "price_move" and place[0] - candidate.end > 1 and before not in _MEASURES
    )
