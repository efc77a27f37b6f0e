"""Unnamed amounts: what is told beside a number whose noun is left unsaid, and which numbers are none of goods.

`unsaid` reads prices so, `counted` quantities. Of either a comparison right behind it says how it moved; costs and reserves,
forecasts and plans have such numbers too, and are neither.
"""

import re
from collections.abc import Collection, Iterator, Sequence

from tocsin.detect.calendar.months import FULL_MONTHS, WEEKDAY
from tocsin.detect.quantities.amount import Amount, unit_class
from tocsin.detect.scenes.scene import Scene
from tocsin.detect.triggers.change import Change
from tocsin.detect.triggers.changes import find_changes

DOUBT = 12.0
"""What it costs, as distance does, that the goods stand in another sentence."""
BESIDE = 90
"""Characters between an amount and what it changed by."""
FIGURED = r"forecasts?|guidance|targets?|targeted|budget\w*|estimat\w+"
"""Words, of a pattern, of what is only reckoned with."""
OF_OTHERS = r"reserves?|resources?|electricity"
"""Words, of a pattern, of things that are counted and priced and are neither stocks nor output."""

_TIME = (
    r"(?:(?:last|this|the (?:previous|prior|preceding|same|first|second|third|fourth|last|corresponding)|a|an earlier|earlier|the) (?:day|week|fortnight|month|quarter|half|year|season|session|round|tender|auction|deal|contract|settlement|close)"
    rf"|{WEEKDAY}|yesterday|(?:{FULL_MONTHS})\b|20\d\d|year[- ](?:ago|earlier)|q[1-4])"
)
_THAN = re.compile(
    rf" (?:(?P<up>above|over|higher than|more than|dearer than|up (?:on|from))|(?:below|under|lower than|less than|cheaper than|(?:down|off) (?:on|from))) "
    rf"(?:(?:what|that|those|the (?:level|price|rate|figure|average|close|mark)|its|their|average|levels) (?:it|they|was|were|had|been|paid|seen|agreed|settled|in|of|at|for|from|a|the){{0,4}} ?)?(?:in |of |at |for |from )?{_TIME}"
)
"""What makes of a number before it the distance from a price of an earlier time: `27% below last year's contract`."""


def changes_beside(
    told: Amount, own: Sequence[Amount], kinds: frozenset[str], scene: Scene, *, itself: bool = False
) -> Iterator[Change]:
    """Yield the changes of an amount: of its `own` ones against an earlier number, or by a number of such kinds right behind it.

    `itself` tells that the amount may be the change and no level: `3,000 tonnes more than in May`.
    """
    for change in (*find_changes(scene), *_since_earlier(told, scene, kinds)):
        amount = change.amount
        compared = amount in own and (change.earlier is not None or (itself and amount is told))
        behind = 0 <= amount.place[0] - told.place[1] <= BESIDE and amount.kind in kinds
        if (compared or behind) and ";" not in scene.low[told.place[1] : amount.place[0]]:
            yield change


def _since_earlier(told: Amount, scene: Scene, kinds: Collection[str]) -> list[Change]:
    """Return the distances behind an amount from what it was at an earlier time."""
    found = [
        (a, _THAN.match(scene.low, a.place[1]))
        for a in scene.amounts
        if a is not told and a.kind in kinds and 0 <= a.place[0] - told.place[1] <= BESIDE
    ]
    return [Change(a, "up" if than["up"] else "down", a.place[1], than.end()) for a, than in found if than is not None]


def given_by(change: Change, level: Amount) -> dict[str, Amount]:
    """Return what the amounts of a change mean: the level, and the step to it where it is told."""
    if change.earlier is not None or change.amount is level:
        return {"level": level}
    return {"change" if unit_class(change.amount.unit) == "percent" else "change_by": change.amount, "level": level}
