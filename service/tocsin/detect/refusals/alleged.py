"""Alleged: what parties to a case say that others did to a market, which no court has found and nobody reports.

`Purchasers accused the banks of conspiring to reduce supply` and `alleging a scheme to stockpile aluminium` have the words of facts.
"""

import re

from tocsin.detect.scenes.drafts import Draft
from tocsin.detect.scenes.scene import Scene
from tocsin.detect.texts.text import holds_any

_SIGNS = ("conspir", "collu", "antitrust", "anti-trust", "plaintiff", "defendant", "price-fixing", "price fixing", "price-rigging", "class action", "lawsuit", "litigation")  # fmt: skip
"""One of these stands in a sentence about such a case."""
_SAID = re.compile(
    r"\b(?:accus(?:e[sd]?|ing|ations?)|alleg(?:e[sd]?|ing|ations?|edly)|claim(?:s|ed|ing)?|assert(?:s|ed|ing)?|contend(?:s|ed|ing)?|argu(?:e[sd]?|ing)|conspir(?:e[sd]?|ing|acy)|collu(?:de[sd]?|ding|sion))\b[^.;]*\Z"
)
"""What makes of a fact behind it one that a party tells of another."""
_OF_MARKETS = frozenset(
    [
        "price_move",
        "production_change",
        "inventory_change",
        "stockpiling",
        "demand_change",
        "supply_source",
        "export_control",
    ]
)


def is_alleged(draft: Draft, scene: Scene) -> bool:
    """Tell whether an English fact is only what a party to a case says of another."""
    if draft.type not in _OF_MARKETS or draft.sentence.chinese:
        return False
    if not holds_any(scene.low, _SIGNS, draft.sentence.start, draft.sentence.end):
        return False
    return scene.says_before(_SAID, max(draft.candidate.start, draft.candidate.extent[0])) is not None
