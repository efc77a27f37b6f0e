"""Headed units: the bare numbers of Chinese quotations below a note that says in what they are: `单位:元/吨` above `均价2.2万,跌130`.

The number right behind the move is by how much the price went, the last one before it, behind a word for a price, where it went.
Both have the unit of the note as their second span.
"""

import re
from collections.abc import Iterable

from tocsin.detect.quantities.amounts import Amount, parse_amount
from tocsin.detect.scenes.drafts import Draft

_NOTE = re.compile(
    r"(?:单位[:为]?|[(/,:](?:单位)?[:为]?|价格?)[(]?(?P<unit>(?:人民币)?(?:元|美元|万元|美分|令吉|港元)/ ?(?:干吨|湿吨|公吨|吨|千克|公斤|克|斤|桶|盎司|蒲式耳|立方米|平方米|张|磅|吨度|片|瓦))(?=[)\s,;。]|\Z)"
)
"""What says in which unit the numbers below it are."""
_REACH = 1500
"""Characters before a row within which its note stands."""
_STEP = re.compile(r"[:约近逾了]?(?P<number>\d[\d,]*(?:\.\d+)?(?:-\d[\d,]*(?:\.\d+)?)?)(?=[,;。)\s|]|\Z)")
_LEVEL = re.compile(
    r"(?:均价|报价|报收|收报|收于|现报|结算价|最新价|收盘价|价格|报|价)[:为]?(?P<number>\d[\d,]*(?:\.\d+)?(?:-\d[\d,]*(?:\.\d+)?)?)[,;(\s]{1,2}[^,;。\d]{0,8}\Z"
)


def take_headed_units(drafts: Iterable[Draft], low: str) -> None:
    """Give prices that moved by a bare number the unit that a note above their row says."""
    for draft in drafts:
        if draft.type != "price_move" or not draft.sentence.chinese or draft.amounts.keys() & {"change_by", "level"}:
            continue
        candidate, start = draft.candidate, draft.sentence.start
        step = _STEP.match(low, candidate.end, draft.sentence.end)
        if step is None:
            continue
        notes = list(_NOTE.finditer(low, max(0, start - _REACH), start))
        if not notes:
            continue
        unit = notes[-1].span("unit")
        if (by := _amount(low, step.span("number"), unit)) is not None:
            draft.amounts["change_by"] = by
        level = _LEVEL.search(low, start, candidate.start)
        if level is not None and (to := _amount(low, level.span("number"), unit)) is not None:
            draft.amounts["level"] = to


def _amount(low: str, number: tuple[int, int], unit: tuple[int, int]) -> Amount | None:
    """Return a number with a unit that stands elsewhere as an amount; None where the two are no price."""
    amount = parse_amount(low[slice(*number)] + low[slice(*unit)])
    if amount is None or amount.kind != "price":
        return None
    return amount._replace(spans=(number, unit))
