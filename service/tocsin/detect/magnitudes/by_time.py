"""By time: goods that are a day's or a year's where the word of the time stands apart from them.

What `daily output` or 日均产量 moved by is a day's too, and what 产能 counts is a year's. The word is the amount's second span.
"""

import re

from tocsin.detect.quantities.amount import Amount
from tocsin.detect.quantities.read_alone import rated
from tocsin.detect.scenes.scene import Candidate, Scene

TIMED = frozenset(["production_change", "demand_change"])
"""The types whose goods come or go by the time."""
_MOVED = ("change_by", "level")
_DAILY = re.compile(r"日均|日产|日耗| daily(?= )")
_RIGHT_BEFORE = re.compile(
    r"(日均|日产|日耗|日影响|日减产|月影响)[^,;。\d]{0,8}\Z|(产能)(?:约|近|逾|超过|超|达到|达|已|共计|共|合计|规模|为|至)*\Z"
)
_YEARLY = re.compile(
    r"[ -](?:annual|yearly)(?= (?:[a-z-]+ ){0,2}capacity (?:(?:is|was|of|at|to|stands at|stood at|totall?ing|just|well|a|little|slightly|around) ){0,3}\Z)"
)
"""Whose goods are a year's: `with an annual capacity of less than 40,000 tonnes`."""
_ROOM = 14
"""Characters before a subject in which its time stands: 日均铁水产量, `average daily pig iron output`."""


def by_time(candidate: Candidate, amounts: dict[str, Amount], scene: Scene) -> None:
    """Read the tonnes of a fact as a day's or a year's where its words say so."""
    for name in _MOVED:
        amount = amounts.get(name)
        if amount is None or amount.kind != "quantity" or name in candidate.given:
            continue
        words = _time_of(candidate, amount, scene)
        timed = None if words is None else rated(scene.low, amount, words)
        if timed is not None:
            amounts[name] = timed


def _time_of(candidate: Candidate, amount: Amount, scene: Scene) -> tuple[int, int] | None:
    """Return the word that says in what time so many goods come or go; None where none does."""
    low, start = scene.low, amount.place[0]
    if scene.sentence.chinese:
        before = scene.says_before(_RIGHT_BEFORE, start, 16)
        if before is not None:
            return before.span(before.lastindex or 0)
    elif (yearly := scene.says_before(_YEARLY, start, 56)) is not None:
        return yearly.span()
    subject = candidate.subject
    if subject is None or subject.start >= start:
        return None
    room = _ROOM if scene.sentence.chinese else 2 * _ROOM
    said = _DAILY.search(low, max(scene.sentence.start, subject.start - room), subject.end)
    if said is None or any(mark in low[said.end() : subject.end] for mark in ",;。"):
        return None
    return said.span()
