"""Families: a word for a family of goods that means the one told before: after gold, `the precious metal` is gold.

Where none of the family was spoken of, the word stays what it is.
"""

import re
from collections.abc import Sequence

from tocsin.detect.words.hits import Found, Hit

_FAMILIES = {
    "precious metal": ("precious_metals", frozenset(["gold", "silver", "platinum", "palladium", "rhodium"])),
    "scrap metal": ("scrap_metal", frozenset(["copper_scrap", "aluminium_scrap", "steel_scrap"])),
}
"""Words in the singular with the family that they name, and the goods that each may mean."""

_POINTS_BACK = re.compile(r"\b(?:the|this|that) \Z")


def members_of(family: str) -> frozenset[str]:
    """Return the goods that a family's word in the singular may mean."""
    return next((members for name, members in _FAMILIES.values() if name == family), frozenset())


def settle_families(found: Sequence[Found], low: str) -> None:
    """Let each word for a family that points back be the one of its goods that was told last."""
    words = [word for word in _FAMILIES if word in low]
    if not words:
        return
    told: dict[str, str] = {}
    for item in found:
        for place, hit in enumerate(item.commodities):
            family = low[hit.start : hit.end]
            meant = told.get(family) if _POINTS_BACK.search(low, max(0, hit.start - 6), hit.start) else None
            if meant is not None:
                item.commodities[place] = Hit(hit.start, hit.end, "commodity", meant, None)
            told.update({word: hit.id for word in words if hit.id in _FAMILIES[word][1]})
