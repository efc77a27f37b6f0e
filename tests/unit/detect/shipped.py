"""The detector with the rules that we ship, loaded once for all tests that only ask it, and what most of them ask."""

from tocsin.detect import Detector
from tocsin.rules import load_rules
from tocsin.testing.builders import article

RULES = load_rules()
DETECTOR = Detector(RULES)


def told(text: str) -> list[tuple[str, str, tuple[str, ...]]]:
    """Return type, direction and goods of what a text tells."""
    return [(s.type, s.direction, s.commodities) for s in DETECTOR.detect(article(text)).signals]
