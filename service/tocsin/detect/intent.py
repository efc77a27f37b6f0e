"""Intent: what an English sentence below the headline only aims at, supposes or knows to be so in general.

Companies fill their releases with aims (`with the goal of expanding output`), conditions (`if prices fall`), standing truths
(`prices tend to rise`) and reasons to buy their shares (`exposure to rising prices`). Each has the words of a fact. With a
number of its own an aim is a forecast; without one it tells nothing.
"""

import re
from collections.abc import Iterable

from tocsin.detect.drafts import Draft
from tocsin.detect.scene import Scene
from tocsin.messages import Modality

NEAR = 72
"""Characters before a fact within which the words stand that make it none."""
_AIM = re.compile(
    r"\b(?:objectives?|goals?|aims?|aimed|purposes?|ambitions?|mission|vision|intention|potential|prospects?|opportunit(?:y|ies)|possibilit(?:y|ies)"
    r"|ability|capability|chances?|path|pathway|strategy|steps?|hopes?|focus(?:ed|es|ing)?|positioned|designed|capable|eager)"
    r"(?: (?:is|are|was|were|being|here))?(?: (?:of|for|to|in|on|at|toward|towards))(?: [a-z'-]+){0,3} \Z"
)
"""What makes of what follows an aim: `the objective is to`, `prospects for`, `focused on`."""
_SOUGHT = re.compile(
    r"\b(?:review(?:s|ing)?|evaluat(?:es?|ing|ion)|pursu(?:es?|ing|it)|seek(?:s|ing)?|look(?:s|ing)?|identif(?:y|ies|ying|ication)|assess(?:es|ing)?|strategy|potential"
    r"|target(?:s|ing)|opportunit(?:y|ies)|generat(?:e|es|ing|ion)|criteria|experience|led the)\b(?: [\w'-]+){0,6} \Z"
)
"""What makes of a deal after it one that is looked for, or one of somebody's past."""
_SUPPOSED = re.compile(
    r"\b(?:if|should|assuming|in the event of|in case of|were)(?: (?!the (?:current|recent|latest|ongoing)\b)[\w%$.'’-]+){0,8} \Z"
)
"""A condition, which the same clause has before its fact."""
_GENERAL = re.compile(r"\b(?:tends? to|typically|usually|generally|often|traditionally|normally)(?: [a-z'-]+){0,3} \Z")
"""A standing truth."""
_GAIN = re.compile(
    r"\b(?:(?:leverage|exposure|sensitive|sensitivity|resilien(?:t|ce)|vulnerable|insulated) (?:to|from)|profit(?:s|ing)? from"
    r"|hedge(?:s|d)? against|protect(?:s|ion|ing)? (?:against|from))(?: [a-z'-]+){0,3} \Z"
)
"""What makes a price a reason to buy something else."""
_ASSAY = re.compile(r"\d ?(?:m|metres?|meters?|ft|feet) (?:at|of|@|grading|averaging|true width)\b")
"""What a drill hole brought, which is neither output nor a price."""
_LENT = re.compile(
    r"\b(?:debt|loans?|financing|funding|credit facilit(?:y|ies)|private placement|bond issue|notes offering|bridge facility|equity investment|grants?|convertible)\b"
)
"""What a contract is about that buys no goods."""
_SALE = re.compile(r"\b(?:offtake|off-take|supply|supplies|purchase|sales?|deliver(?:y|ies)?)\b")
_LENDING = 40
"""Characters around a contract within which that stands."""
_TIME = re.compile(
    r"\b(?:once|until|till|as soon as|by the time|when|whenever|ahead of|in advance of)(?: [\w'’-]+){0,5} \Z"
)
"""What makes of a start the time of something else: `once the mine begins production`."""
_GOODS = frozenset(
    ["production_change", "supply_source", "price_move", "demand_change", "inventory_change", "equity_move"]
)
_FIGURES = frozenset(["production_change", "price_move", "inventory_change", "demand_change"])
_PRICES = frozenset(["price_move", "equity_move"])
_STANDSTILL = frozenset(["halt", "resume"])
"""Directions that are news as an aim too: works that are to restart stand still now."""
_TOP = 5
"""Sentences from the top below which a bare possibility is talk."""
_TOLD = 2
"""Sentences from the top in which an aim is what the article is for."""


def untold(draft: Draft, scene: Scene) -> str | None:
    """Return why an English draft tells no fact; None where it may."""
    sentence, type_ = draft.sentence, draft.type
    if sentence.chinese or sentence.order == 0:
        return None
    places = {draft.candidate.extent[0], draft.candidate.start} if type_ != "mna" else {draft.candidate.extent[0]}
    before = [scene.low[max(sentence.start, place - NEAR) : place] for place in places]
    if type_ in _FIGURES and _ASSAY.search(scene.low, sentence.start, sentence.end):
        return "an assay"
    if type_ == "large_contract" and "quantity" not in draft.amounts and _is_lent(draft, scene):
        return "money is lent, no goods are sold"
    if draft.amounts:
        return None
    if draft.modality is Modality.POSSIBLE and type_ != "export_control" and sentence.order > _TOP:
        return "a possibility without a number, far down"
    if type_ == "supply_source" and _any(_TIME, before):
        return "the time of something else"
    if type_ in _GOODS and draft.direction not in _STANDSTILL and _any(_AIM, before):
        return "only aimed at"
    if type_ == "mna" and (_any(_SOUGHT, before) or (_any(_AIM, before) and sentence.order > _TOLD)):
        return "only looked for"
    if type_ in _GOODS and _any(_GENERAL, before):
        return "general knowledge"
    if type_ in _GOODS and _any(_SUPPOSED, before):
        return "only supposed"
    if type_ in _PRICES and _any(_GAIN, before):
        return "a reason for something else"
    return None


def _any(pattern: re.Pattern[str], texts: Iterable[str]) -> bool:
    return any(pattern.search(text) for text in texts)


def _is_lent(draft: Draft, scene: Scene) -> bool:
    start, end = draft.candidate.extent
    left, right = max(draft.sentence.start, start - _LENDING), min(draft.sentence.end, end + _LENDING)
    return _LENT.search(scene.low, left, right) is not None and not _SALE.search(scene.low, left, right)
