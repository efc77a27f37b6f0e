"""Defined units: what `mt` stands for in an article that says it: `34 million tonnes (mt)`, and `up by another 8 mt` further down.

By itself `mt` behind a whole number is a metric ton. The words in front of the bracket become the amount's second span.
"""

import re
from collections.abc import Iterable

from tocsin.detect.quantities.amount import Amount
from tocsin.detect.quantities.notes import in_unit
from tocsin.detect.scenes.drafts import Draft
from tocsin.messages import Span

_DEFINED = re.compile(r"\b(?P<unit>million (?:metric )?(?:tonnes?|tons?)) \(mt\)")
_WHOLE = re.compile(r"(?P<number>\d{1,3}(?:\.\d+)?(?: ?[-–] ?\d{1,3}(?:\.\d+)?)?) ?mt\Z")


def take_defined_units(drafts: Iterable[Draft], low: str) -> None:
    """Read `mt` as million tonnes behind the numbers of drafts where the article defines it so."""
    told = _DEFINED.search(low)
    if told is None:
        return
    for draft in drafts:
        for name, amount in draft.amounts.items():
            again = _in_millions(amount, low, told.span("unit"))
            if again is not None:
                draft.amounts[name] = again


def _in_millions(amount: Amount, low: str, unit: Span) -> Amount | None:
    if amount.unit != "t" or len(amount.spans) > 1 or amount.high >= 1000:
        return None
    start, end = amount.spans[0]
    told = _WHOLE.fullmatch(low, start, end)
    again = None if told is None else in_unit(low, told.span("number"), unit)
    return None if again is None else again._replace(sign=amount.sign, part=amount.part)
