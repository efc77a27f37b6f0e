"""Pressed: seeds of an English row that ends in oil or meal are that oil or meal: `imports of soy, palm and sunflower oil`."""

import re
from collections.abc import Sequence

from tocsin.detect.words.hits import Found, Hit

_OILS = {"soybeans": "soybean_oil", "canola": "rapeseed_oil"}
_MEALS = {"soybeans": "soybean_meal", "canola": "rapeseed_meal"}
_SEEDS = frozenset([*_OILS, "corn", "cotton", "sunflower_seed"])
"""Goods that are pressed; what is pressed of some of them is no goods of ours."""
_KIND = r"(?:palm(?: kernel)?|soya?|soya?beans?|sunflower(?: ?seed)?|rapeseed|canola|corn|coconut|cottonseed|groundnut|peanut|olive|mustard|linseed|safflower)"
_ROW = re.compile(rf"(?:(?:, | and | or |, and |/){_KIND})* (?P<what>oils?|meals?)\b")
"""What stands between a seed and what is made of it and of the others of its row."""


def pressed_of(seed: str) -> frozenset[str]:
    """Return what a word for a seed may mean in such a row."""
    return frozenset(goods[seed] for goods in (_OILS, _MEALS) if seed in goods)


def settle_pressed(found: Sequence[Found], low: str) -> None:
    """Let seeds be the oil or the meal that their row ends in."""
    if " oil" not in low and " meal" not in low:
        return
    for item in found:
        if any(hit.id in _SEEDS for hit in item.commodities):
            item.commodities = [made for hit in item.commodities if (made := _pressed(hit, low)) is not None]


def _pressed(hit: Hit, low: str) -> Hit | None:
    """Return what a seed is in its row, itself where that leaves it open; nothing where it is an oil that is no goods of ours."""
    word = low[hit.start : hit.end]
    row = _ROW.match(low, hit.end) if hit.id in _SEEDS and not word.endswith("s") else None
    if row is None or word in row[0]:
        return hit  # `soybean and soybean oil` are two goods
    made = (_OILS if row["what"].startswith("oil") else _MEALS).get(hit.id)
    if made is None:
        return None if row["what"] == "oils" else hit
    return hit._replace(id=made)
