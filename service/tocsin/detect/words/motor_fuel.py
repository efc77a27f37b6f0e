"""Motor fuel: American `gas` is gasoline where a sentence speaks of gallons, pumps or drivers, and natural gas elsewhere."""

import re

from tocsin.detect.words.hits import Found

_FUEL = re.compile(
    r"\b(?:a|per|the) gallon\b|/gal\b|\b(?:at|u\.s\.|american) (?:the )?pumps?\b|\bpump prices?\b|\bmotorists?\b|\bdrivers\b|\baaa\b|\b(?:gas|filling|petrol) stations?\b|\bregular unleaded\b"
)
"""What tells of the pump and of who stands at it."""


def read_motor_fuel(found: Found, low: str, start: int, end: int) -> None:
    """Take `gas` for gasoline where an English sentence speaks of the pump."""
    gas = [hit for hit in found.commodities if hit.id == "natural_gas" and low.startswith("gas", hit.start)]
    if gas and _FUEL.search(low, start, end):
        found.commodities = [hit._replace(id="gasoline") if hit in gas else hit for hit in found.commodities]
