"""The detector with the rules that we ship, loaded once for all tests that only ask it, and what most of them ask."""

from datetime import UTC, datetime

from tocsin.detect import Detector
from tocsin.messages import Article
from tocsin.rules import load_rules
from tocsin.testing.builders import article

RULES = load_rules()
DETECTOR = Detector(RULES)
DAY = datetime(2026, 7, 14, 8, tzinfo=UTC)
"""When the dated articles of tests are published."""
ALERTS = 50
"""The relevance from which on a signal that happened or is expected alerts."""


def told(text: str) -> list[tuple[str, str, tuple[str, ...]]]:
    """Return type, direction and goods of what a text tells."""
    return [(s.type, s.direction, s.commodities) for s in DETECTOR.detect(article(text)).signals]


def dated(text: str, language: str = "en") -> Article:
    """Return a text as an article of DAY."""
    return Article(
        article_id="a" * 26, source="test", id="1", text=text, published_at=DAY, ingested_at=DAY, language=language
    )


def alerts(text: str) -> set[tuple[str, str, tuple[str, ...]]]:
    """Return type, direction and goods of what a text of DAY alerts of."""
    return {
        (signal.type, signal.direction, signal.commodities)
        for signal in DETECTOR.detect(dated(text)).signals
        if signal.relevance >= ALERTS and signal.modality in {"actual", "expected"}
    }
