"""Headed units: the bare numbers of Chinese quotations below a note that says in what they are: `单位:元/吨` above `均价2.2万,跌130`.

The note may stand below a row in brackets, or another price of the row have the unit: `热卷涨40,现报3800-3820元/吨`.
The number right behind the move is by how much the price or the stocks went, the last one before it, behind a word for a price, where
the price went.
"""

import re
from collections.abc import Iterable

from tocsin.detect.quantities.notes import in_unit, unit_above, unit_behind
from tocsin.detect.scenes.drafts import Draft

_COUNTED = frozenset(["inventory_change", "production_change", "demand_change"])
_STEP = re.compile(r"[:约近逾了]?(?P<number>\d[\d,]*(?:\.\d+)?(?:-\d[\d,]*(?:\.\d+)?)?)(?=[,;。)\s|]|\Z)")
_LEVEL = re.compile(
    r"(?:均价|报价|报收|收报|收于|现报|结算价|最新价|收盘价|价格|报|价)[:为]?(?P<number>\d[\d,]*(?:\.\d+)?(?:-\d[\d,]*(?:\.\d+)?)?)[,;(\s]{1,2}[^,;。\d]{0,8}\Z"
)


def take_headed_units(drafts: Iterable[Draft], low: str) -> None:
    """Give prices and stocks that moved by a bare number the unit that a note above their row says."""
    for draft in drafts:
        goods = draft.type in _COUNTED
        if not (goods or draft.type == "price_move") or draft.amounts.keys() & {"change", "change_by"}:
            continue
        candidate, (start, end) = draft.candidate, (draft.sentence.start, draft.sentence.end)
        step = _STEP.match(low, candidate.end, end) if draft.sentence.chinese else None
        if step is None:
            continue
        unit = None if "level" in draft.amounts else unit_above(low, start, goods=goods)
        if unit is None and not goods:
            unit = unit_behind(low, step.end(), end)
        if unit is None:
            continue
        if (by := in_unit(low, step.span("number"), unit)) is not None:
            draft.amounts["change_by"] = by
        level = None if goods or "level" in draft.amounts else _LEVEL.search(low, start, candidate.start)
        if level is not None and (to := in_unit(low, level.span("number"), unit)) is not None:
            draft.amounts["level"] = to
