"""Defined units: letters that a text itself explains: after `2.5 million tonnes (MT) of wheat` the words `10 MT` are ten million tonnes.

What the text explained is the second half of such an amount's span.
"""

import re

from tocsin.detect.quantities.amount import Amount
from tocsin.detect.quantities.read_alone import parse_amount

_DEFINED = re.compile(r"( million (?:metric )?(?:tonnes?|tons?)) \(mt\)")
_SHORT = re.compile(r"[\d ]-?mt\Z")
_BACK = 4000
"""Characters before a sentence in which a text explains its letters."""
_MOST = 10_000
"""Tonnes from which on letters that mean millions are none: `25,000 mt`."""


def in_defined_units(amounts: list[Amount], low: str, start: int, end: int) -> list[Amount]:
    """Return the amounts of an English sentence, those in letters that the text explains as it does."""
    if not any(_is_short(amount, low) for amount in amounts):
        return amounts
    told = next(iter(_DEFINED.finditer(low, max(0, start - _BACK), end)), None)
    if told is None:
        return amounts
    return [_spelt_out(amount, low, told.span(1)) if _is_short(amount, low) else amount for amount in amounts]


def _is_short(amount: Amount, low: str) -> bool:
    if amount.kind != "quantity" or amount.unit != "t" or len(amount.spans) > 1 or amount.high >= _MOST:
        return False
    return _SHORT.search(low, *amount.place) is not None


def _spelt_out(amount: Amount, low: str, words: tuple[int, int]) -> Amount:
    start, end = amount.place
    number = low[start:end].removesuffix("mt").rstrip(" -")
    spans = ((start, start + len(number)), words)
    again = parse_amount("".join(low[slice(*span)] for span in spans))
    if again is None or again.kind != "quantity":
        return amount
    return again._replace(spans=spans, sign=amount.sign, part=amount.part)
