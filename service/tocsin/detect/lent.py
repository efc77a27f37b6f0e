"""Lent denominators: what a price is for, where the article says it once for several prices.

A market's report tells the denominator with the first price and leaves it out after. Another price of the same goods lends
it from anywhere in the article, one of other goods from the sentences just before, where both are traded by that measure.
Chinese says the denominator each time.
"""

from collections.abc import Iterable, Iterator

from tocsin.detect.amounts import Amount, with_denominator
from tocsin.detect.drafts import Ancestors, Draft

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
_MEANINGS = ("level", "change_by")


def lend_denominators(drafts: list[Draft], low: str, ancestors: Ancestors) -> None:
    """Give prices that are told without their denominator that of another price of the article."""
    bare = [(draft, name) for draft in drafts for name in _MEANINGS if _is_bare(draft, name)]
    if not bare:
        return
    told = [(other, amount) for other in drafts for amount in _prices(other)]
    for draft, name in bare:
        own = draft.amounts[name]
        for other, price in _by_nearness(draft, told):
            if not price.unit.startswith(own.unit + "/") or not _may_lend(draft, other, ancestors):
                continue
            if (
                name == "level"
                and price is other.amounts.get("level")
                and draft.ids == other.ids
                and _differ(own, price)
            ):
                continue
            lent = with_denominator(low, own, price)
            if lent is not None:
                draft.amounts[name] = lent
                break


def _is_bare(draft: Draft, name: str) -> bool:
    amount = draft.amounts.get(name)
    if draft.type != "price_move" or draft.sentence.chinese or not draft.ids:
        return False
    return amount is not None and amount.kind == "money"


def _prices(draft: Draft) -> Iterator[Amount]:
    if draft.type == "price_move":
        yield from (draft.amounts[n] for n in _MEANINGS if n in draft.amounts and draft.amounts[n].kind == "price")


def _by_nearness(draft: Draft, told: Iterable[tuple[Draft, Amount]]) -> list[tuple[Draft, Amount]]:
    return sorted(told, key=lambda each: abs(each[0].sentence.order - draft.sentence.order))


def _may_lend(draft: Draft, other: Draft, ancestors: Ancestors) -> bool:
    ours, theirs = _family(draft, ancestors), _family(other, ancestors)
    if ours.intersection(other.ids) or theirs.intersection(draft.ids):
        return True
    measures = {amount.unit.partition("/")[2] for amount in _prices(other)}
    if not 0 <= draft.sentence.order - other.sentence.order <= NEAR:
        return False
    special = {measure for measure, goods in _OWN.items() if ours & goods}
    return bool(measures & special) or (measures.isdisjoint(_OWN) and special <= {"bu"})


def _family(draft: Draft, ancestors: Ancestors) -> set[str]:
    return {name for id_ in draft.ids for name in (id_, *ancestors(id_))}


def _differ(one: Amount, two: Amount) -> bool:
    return min(one.low, two.low) * ALIKE < max(one.low, two.low)
