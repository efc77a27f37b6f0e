"""Lent denominators: what a price is for, where the article says it once for several prices.

A market's report tells the denominator with the first price and leaves it out after. Another price of the same goods lends
it from anywhere in the article, one of other goods from the sentences just before, where both are traded by that measure.
A Chinese recap may leave out the money as well, where an exchange is named: `沪铝收报13885涨120`.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple

from tocsin.detect.quantities.amount import Amount
from tocsin.detect.quantities.customs import PLANT
from tocsin.detect.quantities.read_alone import priced_by_custom, rated, times_another, with_denominator
from tocsin.detect.scenes.drafts import Ancestors, Draft

NEAR = 2
"""Sentences before one, from which goods of another kind lend."""
ALIKE = 3
"""How many times dearer one price of the same goods may be than another, that both are for one measure."""
_METALS = frozenset(["gold", "silver", "pgm", "platinum", "palladium", "rhodium", "iridium", "ruthenium"])
_CROPS = frozenset(["wheat", "corn", "soybeans", "oats", "barley", "rice"])
_OWN = {
    "oz": _METALS,
    "bbl": frozenset(["crude_oil", "oil_products"]),
    "MMBtu": frozenset(["natural_gas", "lng"]),
    "bu": _CROPS,
}
"""Measures by which only such goods are priced."""
_ALSO = {"t": frozenset(["bbl", "MMBtu", "bu"]), "kg": frozenset(["oz"])}
"""Measures by which goods with a measure of their own are priced as well, by that one."""
_FAMILIES = (*_OWN.values(), frozenset(["copper", "aluminium", "zinc", "lead", "tin", "nickel"]))
"""Goods that are priced alike on one exchange: one lends another from anywhere before it."""


_STEP = re.compile(r"\d+(?:\.\d+)?(?![\d.]|[%元美个日周月年天倍点万亿手吨])")
_QUOTE = re.compile(r"\d{3,}(?:\.\d+)?,?\Z")


def count_steps(draft: Draft, amounts: Sequence[Amount], low: str) -> None:
    """Give a Chinese price of an exchange the bare numbers right before and behind its move: `收报13885涨120`."""
    start, end = draft.candidate.start, draft.candidate.end
    told = draft.amounts.keys() & {"change", "change_by", "level"}
    if draft.type != "price_move" or told or not draft.ids or _STEP.match(low, end) is None:
        return
    if _QUOTE.search(low, max(draft.sentence.start, start - 12), start) is None:
        return
    goods = [(hit.start, hit.end) for hit in draft.commodities if draft.sentence.start <= hit.start < start]
    markets = [(hit.start, hit.end) for hit in draft.bodies]
    for amount in amounts:
        name = "change_by" if amount.start == end else "level" if 0 <= start - amount.end <= 1 else None
        if name is not None and amount.kind == "bare" and (price := priced_by_custom(low, amount, goods, markets)):
            draft.amounts[name] = price


def is_priced_by(measure: str, family: Iterable[str]) -> bool:
    """Tell whether goods, by their name and those they are a kind of, are sold by a measure: crude by the barrel, gold by no tonne."""
    special = {measured for measured, goods in _OWN.items() if not goods.isdisjoint(family)}
    if measure in _OWN:
        return measure in special
    return special <= _ALSO.get(measure, frozenset())


class Priced(NamedTuple):
    """A price with its denominator: the place of its sentence in the article, and the goods that the sentence names."""

    order: int
    ids: frozenset[str]
    amount: Amount


def lend_denominators(drafts: Iterable[Draft], told: Sequence[Priced], low: str, ancestors: Ancestors) -> None:
    """Give prices told without their denominator that of another price of the article, or else the one of custom."""
    for draft in drafts:
        if draft.type != "price_move" or not draft.ids:
            continue
        for name in ("level", "change_by"):
            if _is_bare(draft, name):
                _lend(draft, name, told, low, ancestors)
            if _is_bare(draft, name):
                goods = [(hit.start, hit.end) for hit in draft.commodities]
                markets = [(hit.start, hit.end) for hit in draft.bodies]
                draft.amounts[name] = priced_by_custom(low, draft.amounts[name], goods, markets) or draft.amounts[name]


def count_capacity(draft: Draft, low: str) -> None:
    """Read the tonnes before the noun of a plant as what it makes in a year: `a 200,000-tonne smelter`, 2万吨碳酸锂项目."""
    if draft.type not in {"supply_source", "production_change"}:
        return
    for name, amount in list(draft.amounts.items()):
        noun = PLANT.match(low, amount.end) if amount.unit == "t" else None
        if noun is None or (made := rated(low, amount, noun.span(noun.lastindex or 0))) is None:
            continue
        if name == "quantity":
            del draft.amounts[name]
        draft.amounts["capacity" if name == "quantity" else name] = made


def count_times(draft: Draft, low: str) -> None:
    """Read the change of what is three times another amount as how much more that is: 价格是去年的三倍 is 200 percent."""
    change = draft.amounts.get("change")
    if change is not None and (more := times_another(low, change)) is not None:
        draft.amounts["change"] = more


_GREW = re.compile("了| by | of | ")


def turn_by_sign(draft: Draft, low: str) -> None:
    """Turn a rise whose own change is printed below zero into a fall: 同比增长-10.8%."""
    change, candidate = draft.amounts.get("change"), draft.candidate
    if change is None or change.sign >= 0 or draft.direction != "up" or change.place[0] < candidate.end:
        return
    between = low[candidate.end : change.place[0]]
    if not between or _GREW.fullmatch(between):
        draft.become(replace(candidate, direction="down"))


def _is_bare(draft: Draft, name: str) -> bool:
    amount = draft.amounts.get(name)
    return amount is not None and amount.kind == "money"


def _lend(draft: Draft, name: str, told: Sequence[Priced], low: str, ancestors: Ancestors) -> None:
    own, order = draft.amounts[name], draft.sentence.order
    for price in sorted(told, key=lambda each: abs(each.order - order)):
        if not price.amount.unit.startswith(own.unit + "/") or not _may_lend(draft, price, ancestors):
            continue
        if name == "level" and price.ids.intersection(draft.ids) and _differ(own, price.amount):
            continue
        lent = with_denominator(low, own, price.amount)
        if lent is not None:
            draft.amounts[name] = lent
            return


def _may_lend(draft: Draft, price: Priced, ancestors: Ancestors) -> bool:
    ours, theirs = _family(draft.ids, ancestors), _family(price.ids, ancestors)
    if len(price.ids) == 1 and (ours & price.ids or theirs.intersection(draft.ids)):
        return True
    measure = price.amount.unit.partition("/")[2]
    if price.order <= draft.sentence.order and any(ours & goods and theirs & goods for goods in _FAMILIES):
        return True
    if not 0 <= draft.sentence.order - price.order <= NEAR:
        return False
    special = {measured for measured, goods in _OWN.items() if ours & goods}
    return measure in special or (measure not in _OWN and special <= {"bu"})


def _family(ids: Iterable[str], ancestors: Ancestors) -> frozenset[str]:
    return frozenset([name for id_ in ids for name in (id_, *ancestors(id_))])


def _differ(one: Amount, two: Amount) -> bool:
    return min(one.low, two.low) * ALIKE < max(one.low, two.low)
