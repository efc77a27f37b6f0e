"""Yearly: how a price stands against a year ago, beside how it moved today: `up $65 from the day before and 48% higher year on year`.

The day's step is the news; the distance from last year rings for whoever waits for a large move, and is none of today's. Where the two go
the same way it is left out, else it stays as a state that has lasted long.
"""

import re
from collections.abc import Iterable

from tocsin.detect.scenes.drafts import Draft
from tocsin.detect.scenes.scene import Candidate, Scene
from tocsin.messages import Span

_BEHIND = re.compile(
    r"(?: (?:higher|lower|more|less|up|down|dearer|cheaper|above|below))?,? (?:(?:year[ -](?:on|over)[ -]year|yoy|on the year|y/y|y-o-y)\b"
    r"|(?:than|from|on|compared (?:with|to)|versus|vs\.?|against|over) (?:(?:its|the|that|levels?) )*(?:(?:a|one) year (?:ago|earlier|before|previously)|year-(?:ago|earlier)|last year\b|(?:same|corresponding) (?:day|week|month|period|time)))"
    r"| (?:above|below) (?:(?:its|the|that|levels?|of) )*(?:(?:a|one) year (?:ago|earlier|before|previously)|last year\b)"
)
_BEFORE_ZH = re.compile(
    r"同比(?:大幅|小幅|累计|则)?(?:上?[涨升]|下?[跌降]|增[长加]?|减少|走高|走低|回升|回落)?幅?(?:了|约|近|逾|超|达)*\Z|较(?:去|上)年同期[^,;。\d]{0,6}\Z"
)
_OWN = 8
"""Characters between a word of movement and a number that is plainly its own."""
_MOVES = frozenset(["change", "change_by"])
_YEARLY = frozenset(["YoY", "year"])


def is_yearly(place: Span, scene: Scene) -> bool:
    """Tell whether a percentage is told against a year ago."""
    if scene.sentence.chinese:
        return scene.says_before(_BEFORE_ZH, place[0], 24) is not None
    return _BEHIND.match(scene.low, place[1], scene.sentence.end) is not None


def is_yearly_beside(candidate: Candidate, place: Span, scene: Scene) -> bool:
    """Tell whether a percentage is a price's distance from last year, while another number stands right behind its word of movement."""
    if candidate.type != "price_move" or not is_yearly(place, scene):
        return False
    return any(
        amount.kind in {"percent", "price", "money"}
        and amount.place != place
        and 0 <= amount.place[0] - candidate.end <= _OWN
        for amount in scene.amounts
    )


def without_yearly(drafts: Iterable[Draft], scene: Scene) -> list[Draft]:
    """Return the drafts of a sentence but for a price's distance from last year beside its move of today the same way."""
    kept = list(drafts)
    prices = [draft for draft in kept if draft.type == "price_move"]
    yearly = [draft for draft in prices if _is_yearly(draft, scene)]
    news = [draft for draft in prices if draft not in yearly and draft.amounts.keys() & _MOVES]
    if yearly or (news and any(a.unit == "percent" and is_yearly(a.place, scene) for a in scene.amounts)):
        for draft in news:
            draft.periods = [period for period in draft.periods if period[0] not in _YEARLY]
    for draft in yearly:
        for other in news:
            if other.ids != draft.ids:
                continue
            if other.direction == draft.direction:
                kept = [each for each in kept if each is not draft]
            draft.standing = True
    return kept


def _is_yearly(draft: Draft, scene: Scene) -> bool:
    change = draft.amounts.get("change")
    return change is not None and "change_by" not in draft.amounts and is_yearly(change.place, scene)


_COUNTED = frozenset(["production_change", "inventory_change", "demand_change"])
_SINCE_ZH = re.compile(
    r"(?:同比|环比|[较比](?:去年|上年|前年|上月|上周|上季|年初|上期|前月|前周)[^,;。]{0,8})[^,;。\d]{0,8}\Z"
)
_SINCE_EN = re.compile(
    r"[^,;.\d]{0,24}\b(?:(?:from|than|on|over|against|since|versus|compared with) (?:an? |the |last |its )?(?:same )?(?:previous |prior )?(?:year|month|quarter|week)\b|(?:a |one )?(?:year|month|week)[ -](?:on[ -](?:year|month|week)|ago|earlier|before))"
)


def without_second_comparisons(drafts: Iterable[Draft], scene: Scene) -> list[Draft]:
    """Return the drafts of a sentence but for what a count told before in it also did since another time: `产量8万吨,同比增5%,环比增2%`."""
    kept: list[Draft] = []
    for draft in drafts:
        if not any(_is_told_by(first, draft, scene) for first in kept):
            kept.append(draft)
    return kept


def _is_told_by(first: Draft, draft: Draft, scene: Scene) -> bool:
    """Tell whether a draft is only how a count that another tells compares with one more time."""
    if draft.type not in _COUNTED or (first.type, first.direction, first.ids) != (
        draft.type,
        draft.direction,
        draft.ids,
    ):
        return False
    if not draft.amounts or draft.amounts.keys() - _MOVES or not first.amounts.keys() & _MOVES:
        return False
    start, end = first.candidate.end, draft.candidate.start
    if first.modality is not draft.modality or end < start:
        return False
    found = scene.found
    if any(start <= hit.start < end for hits in (found.commodities, found.companies, found.subjects) for hit in hits):
        return False
    place = next(iter(draft.amounts.values())).place
    if scene.sentence.chinese:
        return scene.says_before(_SINCE_ZH, place[0], 24) is not None
    return _SINCE_EN.match(scene.low, place[1]) is not None
