"""Changes: numbers that tell a move by themselves: a sign, a `more than`, or an earlier number beside them.

`Stocks 3,175 tonnes (+70)`, `exports of 6,150 t, 12% more than in October`, `offered at $48/kg, from $33 in June`, `库存4,211吨，较上周
少200吨`. What it is that moved, `compared` tells.
"""

import re
from collections.abc import Iterator

from tocsin.detect.quantities.amount import OF_GOODS
from tocsin.detect.quantities.amounts import Amount
from tocsin.detect.scenes.scene import Scene
from tocsin.detect.triggers.change import KINDS, REACH, Change, way_of
from tocsin.detect.triggers.changes_in_words import MORE, in_words
from tocsin.detect.triggers.two_numbers import first_of_pair, of_row, of_two

_FORESEEN = re.compile(r"[,(;]?(?:而|但|此前|市场|分析师|普遍)*(?:预期|预估|预测)(?:值|为|是|在)*")
"""What stands between the number of a release and what had been foreseen: `-470万桶,预期-280万桶,前值136万桶`."""


def find_changes(scene: Scene) -> Iterator[Change]:
    """Yield each number that is a change or the newer of two, with its direction and the words that say so."""
    amounts = _with_units(scene)
    for before, amount, after in zip((None, *amounts), amounts, (*amounts[1:], None), strict=False):
        if before is not None and _FORESEEN.fullmatch(scene.low, before.place[1], amount.place[0]):
            continue
        if change := _signed(amount, scene) or in_words(before, amount, scene) or of_two(amount, after, scene):
            change = change if before is None else first_of_pair(change, before, amount, scene)
            yield change if before is None or after is None else of_row(change, before, amount, after, scene)


_SCALED = re.compile(
    r"(?:(?:some|about|around|nearly|roughly|almost) )?\d[\d.,]* (?:million|billion|thousand)|(?:(?:some|about|around|nearly|roughly|almost) )?\d{1,3}(?:,\d{3})+"
)
"""A number large enough to count goods, though its unit is left to the one before."""


def _with_units(scene: Scene) -> list[Amount]:
    """Return the amounts that may change; in English a bare one has the unit before it: `9 million barrels, 250,000 more than`."""
    out: list[Amount] = []
    for amount in scene.amounts:
        last = out[-1] if out else None
        if amount.kind in KINDS or amount.kind == "days":
            out.append(amount)
        elif amount.kind == "bare" and last is not None and last.kind in OF_GOODS and not scene.sentence.chinese:
            near = amount.place[0] - last.place[1] <= REACH and _SCALED.fullmatch(scene.low, *amount.place)
            if near and MORE.match(scene.low, amount.place[1]):
                out.append(amount._replace(unit=last.unit, kind=last.kind))
    return out


_SIGNED = frozenset(["percent", "quantity", "price", "money"])
"""Kinds of amounts of goods, and of those that a sign before them makes a change."""


def _signed(amount: Amount, scene: Scene) -> Change | None:
    """Return the change that a sign before its number tells."""
    if not amount.sign or amount.kind not in _SIGNED or not _stands_apart(scene.low, amount):
        return None
    return Change(amount, way_of(amount.sign > 0), *amount.place)


_AT_LEVEL = re.compile(
    r"\b(?:at|to|from|with|than|against|versus|vs\.?|of|was|were|around|about|near) \Z|[至到为在从由报]\Z"
)
"""What stands before a level: `compared with minus $38`."""


def _stands_apart(low: str, amount: Amount) -> bool:
    """Tell whether a sign is a change's and not a hyphen, a temperature or a rating, nor that of a level below zero."""
    priced = amount.sign < 0 and amount.kind in {"price", "money"}
    if priced and _AT_LEVEL.search(low, max(0, amount.place[0] - 20), amount.place[0]):
        return False
    return amount.place[0] == 0 or low[amount.place[0] - 1] in " (,:;（，：、年月日周季比存量单"
