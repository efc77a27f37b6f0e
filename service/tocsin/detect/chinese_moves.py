"""What really moves in a Chinese sentence: goods or a quantity of them, their shares, or another thing that a clause names."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tocsin.detect.chinese import ASIDE, PACE, SHARES, SLOWED, TRADED

if TYPE_CHECKING:
    from tocsin.detect.hits import Hit
    from tocsin.detect.scene import Scene


def is_pace(hit: Hit, scene: Scene) -> bool:
    """Tell whether only the pace of a move is told: 跌幅收窄, 涨势放缓."""
    low = scene.low
    if low[hit.end - 1] in "势幅" and SLOWED.match(low, hit.end):
        return True
    return PACE.search(low[max(scene.sentence.start, hit.start - 8) : hit.start]) is not None


def is_of_trade(verb: Hit, scene: Scene) -> bool:
    """Tell whether a verb of trade tells a quantity of goods, whose change may follow: `进口锡矿2万吨,同比增长3%`."""
    if scene.low[verb.end : verb.end + 1] in "品业能量线区地值":
        return False
    if any(
        amount.kind in _LOADS and not scene.low[verb.end : amount.start].strip()
        for amount in scene.amounts
        if amount.start >= verb.end
    ):
        return True
    after = (c for c in scene.found.commodities if c.start >= verb.start and c.end > verb.end)  # or holds it: 进口煤炭
    goods = next((c for c in after if c.start - verb.end <= TRADED_WITHIN), None)
    return goods is not None and any(
        amount.kind in _LOADS and 0 <= amount.start - goods.end <= TRADED_WITHIN for amount in scene.amounts
    )


TRADED_WITHIN = 8
"""Characters between a verb of trade and its goods, and between these and their amount."""
_LOADS = frozenset(["quantity", "rate"])


def is_a_load(commodity: Hit, hit: Hit, scene: Scene) -> bool:
    """Tell whether it is a quantity of the goods that moves, not their price: `锡锭4200吨,环比下降3%`."""
    return any(
        amount.kind in _LOADS and commodity.end <= amount.start and amount.end <= hit.start for amount in scene.amounts
    )


_NEW_PART = re.compile(r"(?<=[^\x00-\x7f]) (?=[^\x00-\x7f])")
"""A space between the parts of a Chinese headline."""


def is_of_another(commodity: Hit, hit: Hit, scene: Scene) -> bool:
    """Tell whether a later clause, or part of a headline, names something else that moves: `沪金跌1%,集运欧线跌5%`."""
    between = scene.low[commodity.end : hit.start]
    if _NEW_PART.search(between):
        return True
    comma = between.rfind(",")
    if comma < 0:
        return False
    clause, start = between[comma + 1 :], commodity.end + comma + 1
    for named in (*scene.found.countries, *scene.found.bodies):
        if start <= named.start and named.end <= hit.start:
            clause = clause.replace(scene.low[named.start : named.end], "")
    return ASIDE.fullmatch(clause) is None


def is_of_shares(commodity: Hit, hit: Hit, scene: Scene) -> bool:
    """Tell whether a Chinese sentence speaks of the shares or funds of a commodity, not of its price."""
    if SHARES.match(scene.low, commodity.end):
        return True
    if not scene.found.cue("equity"):
        return False
    return not TRADED.search(scene.low, max(scene.sentence.start, commodity.start - 2), hit.start)
