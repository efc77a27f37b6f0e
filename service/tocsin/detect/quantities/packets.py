"""Packets: what one bale, bag or drum holds, or a hectare yields, which is no amount of goods: `2.4 million bags of 132 pounds apiece`, `per 100 kg`."""

import re

from tocsin.detect.quantities.amount import Amount
from tocsin.detect.texts.text import holds_any

_NAMES = ("bale", "bag", "sack", "drum", "flask", "carton", "per 100", "hectare", " ha")
_ONE = r"(?:bale|bag|sack|drum|flask|carton)"
_HELD = re.compile(rf"\b{_ONE}s?(?: of| \(of| \() ?\Z")
"""What stands before the mass of one."""
_EACH = re.compile(rf"(?: each\b| apiece\b| ?/ ?{_ONE}\b| (?:per|a) {_ONE}\b|\))")
"""What stands behind it there."""
_PACKED = re.compile(r"\b(?:bags|bales|boxes|sacks|cartons|drums|flasks)\Z")
_OPENED = re.compile(r"\(\Z")
_SIZED = re.compile(rf"\) {_ONE}s?\b")
_OF_LAND = re.compile(r" ?(?:per|a|an|/) ?(?:ha|hectare)\b")
_BEFORE_NAME = re.compile(rf" {_ONE}s?\b")
"""What stands behind the mass of one that is told as an adjective: `in 60-kg bags`."""
_BACK = 16


def without_packets(text: str, amounts: list[Amount]) -> list[Amount]:
    """Return the amounts without those of one packet."""
    if not any(amount.kind == "quantity" for amount in amounts) or not holds_any(text, _NAMES, 0, len(text)):
        return amounts
    return [amount for amount in amounts if amount.kind != "quantity" or not _is_of_one(text, amount)]


def counts_packets(text: str, amount: Amount) -> bool:
    """Tell whether a count is of what goods are packed in, by which some are traded: `2.9 million bags`."""
    return _PACKED.search(text, *amount.place) is not None


def _is_of_one(text: str, amount: Amount) -> bool:
    before, end = text[max(0, amount.start - _BACK) : amount.start], amount.end
    if before.endswith("per ") and text.startswith("100", amount.start):
        return True  # `51.94 euros per 100 kg` tells a price
    if _OF_LAND.match(text, end):
        return True  # `a yield of 8 tonnes per hectare`
    if "-" in text[amount.start : end] and _BEFORE_NAME.match(text, end):
        return True
    if _HELD.search(before):
        return _EACH.match(text, end) is not None
    return _OPENED.search(before) is not None and _SIZED.match(text, end) is not None
