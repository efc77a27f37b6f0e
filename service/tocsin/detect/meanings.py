"""Meanings: what an amount that belongs to a candidate is there: a change, a level, a value, a quantity, a share, or nothing.

Its unit and the words before it say so; `strays` knows what is another fact's, `steps` parts a new level from a step to it.
"""

import re
from collections.abc import Sequence

from tocsin.detect import strays
from tocsin.detect.amount import Amount, unit_class
from tocsin.detect.hits import Hit
from tocsin.detect.scene import Candidate, Scene
from tocsin.detect.steps import level_or_step


def meaning_of(candidate: Candidate, amount: Amount, place: tuple[int, int], scene: Scene) -> str | None:
    """Return the meaning, by its name in the pack, of an amount that belongs to a candidate; None where it has none there."""
    found = scene.found
    kinds = candidate.pack.pack.amounts
    unit = unit_class(amount.unit)
    if amount.kind in {"grade", "bare"} or scene.low[place[0] : place[1]] in strays.ORDINALS:
        return None
    if unit == "days" and (scene.low.endswith(strays.IN_A_ROW, 0, place[0]) or "周" in scene.low[place[0] : place[1]]):
        return None
    if not scene.sentence.chinese and strays.is_beside(candidate, unit, place, scene):
        return None
    if unit == "count" and strays.ONE_OF.search(scene.low, max(scene.sentence.start, place[0] - 28), place[0]):
        return None
    if not scene.sentence.chinese and scene.low.endswith(
        strays.THAN, max(scene.sentence.start, place[0] - 12), place[0]
    ):
        return None
    if not scene.sentence.chinese and place[1] <= candidate.start and strays.is_joined_on(candidate, place, scene):
        return None
    allowed = [name for name, units in kinds.items() if unit in units]
    if unit == "money" and candidate.pack.pack.signal == "price_move" and amount.low > strays.DEAREST:
        return None
    if scene.sentence.chinese and strays.is_effect(candidate, place, scene):
        return None
    if (
        scene.sentence.chinese
        and candidate.measure is None
        and strays.OVER_ZH.search(scene.low, max(0, place[0] - 8), place[0])
    ):
        return None
    if unit == "price" and candidate.pack.pack.signal == "export_control" and candidate.measure != "tariff":
        return None  # what goods cost is no measure
    if amount.unit == "pp" and candidate.pack.pack.signal == "price_move":
        return None  # points are added to rates, not to prices
    if not allowed or (unit == "money" and strays.SIZE.match(scene.low, place[1])):
        return None
    if amount.change and unit == "percent" and "change" not in allowed:
        return None  # a duty doubled is no duty of 100 percent
    if not scene.sentence.chinese and place[0] >= candidate.end and strays.is_foretold(candidate, place, scene):
        return None
    if unit == "percent" and amount.unit == "pp" and "change" in allowed:
        return "change"
    if unit == "percent" and scene.sentence.chinese and amount.part == "to" and not _is_extent(candidate, place, scene):
        return "share" if "share" in allowed else "level" if "level" in allowed else None
    if (
        scene.sentence.chinese
        and unit in {"mass", "rate", "price", "money"}
        and strays.EARLIER.search(scene.low, max(scene.sentence.start, place[0] - 16), place[0])
    ):
        return None
    if unit == "price" and candidate.pack.pack.signal == "export_control" and candidate.measure != "tariff":
        return None  # what goods cost is no rate of a measure
    if unit == "percent" and strays.NORM.match(scene.low, place[1]):
        return None
    if unit == "percent" and amount.part == "from" and not scene.sentence.chinese:
        return None
    if unit == "percent" and amount.part == "to" and strays.is_rate_of_price(candidate, place, scene):
        return "level" if _is_payable(candidate, scene) else None
    if unit == "percent" and strays.is_of_another_move(candidate, place, scene):
        return None
    if unit == "percent":
        shared = (
            (scene.sentence.chinese and _SHARED.search(scene.low, scene.sentence.start, place[0]) is not None)
            or _cue_before(found.cue("share"), place, scene, 3.0)
            or _of_a_share(place, scene)
            or _cue_after(found.cue("share"), place, scene, 2.0)
        )
        shared = shared and candidate.pack.pack.signal != "equity_move"
        if shared and amount.part == "from":
            return None
        if shared:
            return next((name for name in ("share", "level") if name in allowed), None)
        if place[1] <= candidate.start and _MOVES.match(candidate.rule) and not _leads(place, candidate, scene):
            return None
        if scene.sentence.chinese and amount.part != "by" and _RATE.search(scene.low, scene.sentence.start, place[0]):
            return None  # 产销率约98% is how high it is, and no change
        if scene.sentence.chinese and strays.OFF_MEAN.search(scene.low, scene.sentence.start, place[0]):
            return None
        if place[1] <= candidate.start and strays.is_grade(place, scene):
            return None
        if place[0] >= candidate.end and scene.sentence.chinese and strays.opens_a_row(place, scene):
            return None
        return "change" if "change" in allowed else allowed[0]
    if candidate.pack.pack.signal in strays.DEALS and strays.was_before(amount, place, scene):
        return None
    if unit == "price" and place[1] <= candidate.start and strays.is_converted(place, scene):
        return None
    if {"level", "change_by"} <= set(allowed):
        return level_or_step(candidate, amount, place, scene)
    return allowed[0]


def _is_payable(candidate: Candidate, scene: Scene) -> bool:
    subject = candidate.subject
    return subject is not None and "payable" in scene.low[subject.start : subject.end]


_SHARED = re.compile(r"(?:占|相当于)(?!据|领|用)[^,;。]{0,14}\Z")
"""What makes a percentage a part of a whole: 占总产量的四分之一, 相当于全年的9%."""


def _is_extent(candidate: Candidate, place: tuple[int, int], scene: Scene) -> bool:
    """Tell whether a new percentage is that of an extent, which is a change: 涨幅扩大至3%."""
    low = scene.low
    return "幅" in low[max(scene.sentence.start, min(candidate.start, place[0] - 12)) : place[0]]


_MOVES = re.compile(r"move|phrase\Z")

_RATE = re.compile(r"率(?:约|近|逾|超|超过|仅|仅为|高达|达|达到|为|在|维持在|保持在|基本维持在|都在|升至|降至)*\Z")
"""A rate right before its percentage."""


def _of_a_share(place: tuple[int, int], scene: Scene) -> bool:
    """Tell whether the clause before the amount speaks of a share: `its share of world output dropping to 13%`."""
    return any(
        cue.end <= place[0]
        and place[0] - cue.end < 80
        and "," not in scene.low[cue.end : place[0]]
        and not any(cue.end <= other.start < place[0] for other in scene.found.cue("by"))
        for cue in scene.found.cue("share")
    )


def _leads(place: tuple[int, int], candidate: Candidate, scene: Scene) -> bool:
    """Tell whether an amount before the trigger belongs to it: `a 2% rise`, not `63% ore fell`."""
    between = scene.low[place[1] : candidate.start]
    return (
        len(between) <= 2
        or between.lstrip()[:1] in ("的)" if scene.sentence.chinese else "的,)，")
        or (not scene.sentence.chinese and between.count(" ") <= 3)
    )


def _cue_before(cues: Sequence[Hit], place: tuple[int, int], scene: Scene, limit: float) -> bool:
    return any(cue.end <= place[0] and scene.gap(cue.end, place[0]) <= limit for cue in cues)


def _cue_after(cues: Sequence[Hit], place: tuple[int, int], scene: Scene, limit: float) -> bool:
    return any(cue.start >= place[1] and scene.gap(place[1], cue.start) <= limit for cue in cues)
