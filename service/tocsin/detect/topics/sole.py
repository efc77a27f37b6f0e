"""Sole: the one commodity of a text that tells how much of it is made, though it names it only once.

A miner tells its holders what happened at a site that they know: `Operations suspended at Korvale`. What the site makes it may say
far below, with how much of it (`Korvale made 38,000 tonnes of tin last year`), and nothing else of the market is named at all.
"""

import re
from collections import Counter
from collections.abc import Sequence

from tocsin.detect.words.hits import Hit

_MUCH_OF = re.compile(
    r"\d(?:,?\d|\.\d)*(?: million| thousand|k|m)? ?"
    r"(?:(?:metric |dry |wet metric |troy )?(?:tonnes?|tons?|t|kt|mt|ounces|oz|koz|pounds|lbs?|barrels|carats)"
    r"(?: (?:a|per) (?:year|annum|day|month))?|tpa|mtpa)(?: of)?(?: [\w-]+){0,3} \Z"
)
"""What stands before goods of which a text tells how much."""
_MADE = re.compile(r" (?:production|output|shipments)\b[^.;]{0,40}?\d")
"""What stands behind them."""
_UNIT = re.compile(r"(?:tonnes|tons) of ")
"""What goods may begin with that are a word only so: `tonnes of cement`."""
REACH = 60
"""Characters before goods within which that stands."""


def sole_goods(goods: Sequence[Sequence[Hit]], counts: Counter[str], groups: frozenset[str], low: str) -> list[Hit]:
    """Return the only commodity of a text, where it tells how much of it is made."""
    if len(counts) != 1 or not groups.isdisjoint(counts):
        return []
    for hit in (hit for commodities in goods for hit in commodities):
        unit = _UNIT.match(low, hit.start, hit.end)
        start = unit.end() if unit else hit.start
        if _MUCH_OF.search(low, max(0, start - REACH), start) or (not hit.weak and _MADE.match(low, hit.end)):
            return [hit]
    return []
