"""Notes of units: what stands above the rows of a Chinese quotation and says in which unit their bare numbers are: `单位:元/吨`.

A number has the unit of such a note as its second span. In a row of a table a signed number at the end is a change; that one is read
here. What a number behind a word of movement means is decided where its fact is known.
"""

import re
from collections.abc import Sequence

from tocsin.detect.quantities.amount import Amount
from tocsin.detect.quantities.read_alone import parse_amount
from tocsin.messages import Span

_NOTE = re.compile(
    r"(?:单位[:为]?|[(/,:|](?:单位)?[:为]?)[( ]?(?P<unit>(?:人民币)?(?:万元|元|美元|美分|令吉|林吉特|港元)/ ?(?:干吨|湿吨|公吨|吨|千克|公斤|克|斤|桶|盎司|蒲式耳|立方米|平方米|张|磅|吨度|片|瓦)|[万千]?吨|万桶)(?=[)\s,;。|]|\Z)"
)
_REACH = 1500
"""Characters before a row within which its note stands."""
_ROW = re.compile(r"(?:[^,;。\n:]{1,24}?[ |\t]+){2,8}[+-]?\Z")
"""The cells of a row before its last number."""
_END = re.compile(r"[ |\t]*(?:\Z|\n)")


def unit_above(low: str, start: int, *, goods: bool = False) -> Span | None:
    """Return where the nearest note above a place says the unit: one of a price, or of `goods` by weight; None where none does."""
    for told in reversed(list(_NOTE.finditer(low, max(0, start - _REACH), start))):
        if ("/" in told["unit"]) != goods:
            return told.span("unit")
    return None


_BEHIND = re.compile(
    r"\(单位[:为]?(?P<note>(?:元|美元)/ ?(?:吨|千克|公斤))\)|\d(?P<unit>(?:元|美元)/ ?(?:吨|千克|公斤))"
)
_LINE = 200
"""Characters behind a move within which the note of its line stands."""


def unit_behind(low: str, start: int, end: int) -> Span | None:
    """Return where a row says in which unit its prices are: at its next price, up to `end`, or in the note that ends its line."""
    line = low.find("\n", start, start + _LINE)
    told = _BEHIND.search(low, start, line if line >= 0 else start + _LINE)
    if told is None:
        return None
    group = "note" if told["note"] else "unit"
    return told.span(group) if told["note"] or told.end() <= end else None


def in_unit(low: str, number: Span, unit: Span) -> Amount | None:
    """Return a number with a unit that stands elsewhere as an amount; None where the two make none."""
    amount = parse_amount(low[slice(*number)] + low[slice(*unit)])
    if amount is None or amount.kind not in {"price", "quantity"}:
        return None
    return amount._replace(spans=(number, unit))


def with_rows(amounts: Sequence[Amount], low: str, start: int, end: int) -> list[Amount]:
    """Return the amounts of a sentence: of a row of a table the signed number that ends it, and the one before, in the unit of their note."""
    if not amounts or not amounts[-1].sign or amounts[-1].kind != "bare":
        return list(amounts)
    last = amounts[-1]
    if _ROW.fullmatch(low, start, last.place[0]) is None or _END.match(low, last.place[1], end) is None:
        return list(amounts)
    unit = unit_above(low, start)
    read = None if unit is None else in_unit(low, last.place, unit)
    if unit is None or read is None:
        return list(amounts)
    cells = [amount for amount in amounts[:-1] if amount.kind == "bare" and not amount.sign]
    level = in_unit(low, cells[-1].place, unit) if cells and cells[-1].low > last.low else None
    return [*([level] if level is not None else []), read._replace(sign=last.sign)]
