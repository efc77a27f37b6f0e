"""Weighed rows: goods of one deed that are told one after the other, each by its weight or worth: `sell 900 t of copper, 70 t of tin and 2 t of bismuth`.

Each of them is a fact by itself, with its own number.
"""

import re
from collections.abc import Sequence

from tocsin.detect.quantities.amount import OF_GOODS
from tocsin.detect.quantities.amounts import Amount
from tocsin.detect.words.hits import Hit

DEEDS = frozenset(["stockpiling", "large_contract", "smuggling"])
"""Types whose goods are told by their weight."""
_OF = re.compile(r" of (?:[a-z][a-z-]* ){0,2}")
_WORTH = re.compile(r" (?:worth )?(?:of|in) (?:[a-z][a-z-]* ){0,2}")
_JOINT = re.compile(
    r"(?: [a-z]+| (?:from|to|for|bound for) [a-z][\w .'’-]{1,40}?)?(?:, and|,| and| plus|; )(?: (?:another|about|around|some|up to|over|nearly))? "
)


def weighed_row(
    amounts: Sequence[Amount], goods: Sequence[Hit], low: str, *, worth: bool = False
) -> list[tuple[Hit, Amount]]:
    """Return the first row of two or more different goods that are each told by a weight, or a worth, right before them; else nothing."""
    row: list[tuple[Hit, Amount]] = []
    of = _WORTH if worth else _OF
    for amount in amounts:
        if (amount.kind != "money") if worth else (amount.kind not in OF_GOODS):
            continue
        end = amount.place[1]
        hit = next((g for g in goods if end <= g.start and of.fullmatch(low, end, g.start)), None)
        if hit is None or (row and not _JOINT.fullmatch(low, row[-1][0].end, amount.place[0])):
            if len(row) > 1:
                break
            row = []
        if hit is not None:
            row.append((hit, amount))
    return row if len({hit.id for hit, _ in row}) == len(row) > 1 else []


def weight_beside(hit: Hit, amounts: Sequence[Amount], low: str, *, chinese: bool) -> Amount | None:
    """Return the weight right beside goods: before them in English, right behind them in a Chinese row (铜3万吨); else None."""
    for amount in amounts:
        if amount.kind not in OF_GOODS:
            continue
        if chinese:
            if amount.place[0] == hit.end:
                return amount
        elif amount.place[1] < hit.start and _OF.fullmatch(low, amount.place[1], hit.start):
            return amount
    return None
