"""Releases: the price that a firm's own text names as the circumstance of its news counts below it; a report's does not."""

from datetime import UTC, datetime

import pytest

from tocsin.detect import Detector
from tocsin.messages import Article, Signal
from tocsin.rules import load_rules

DETECTOR = Detector(load_rules())
DAY = datetime(2026, 7, 14, 8, tzinfo=UTC)
ALERTS = 50


def moves(text: str) -> list[Signal]:
    article = Article(
        article_id="a" * 26, source="test", id="1", text=text, published_at=DAY, ingested_at=DAY, language="en"
    )
    return [signal for signal in DETECTOR.detect(article).signals if signal.type in {"price_move", "equity_move"}]


HOOKS = (
    "With silver trading above $31 an ounce, the board of Tessel calls the timing ideal.",
    "The listing comes amid a sharp rise in silver prices to $31 an ounce.",
    "Despite silver prices having fallen by almost 40%, the firm is sure of the metal.",
    "The drilling coincides neatly with the recent rally in the silver price to $31.",
    "The find comes at a time when silver is hovering below its peak of $34 an ounce.",
    "The rebound in silver prices has improved the mood of lenders, he said.",
    "The firm earned $14 million, helped by a silver price that rose 18% to $29 an ounce.",
)


@pytest.mark.parametrize("hook", HOOKS)
@pytest.mark.parametrize(
    "head",
    [
        "Tessel Silver Corp. drills at Pinto\n\nTessel Silver Corp. (TSXV: TSL) drilled nine holes at Pinto.",
        "Tessel drills at Pinto\n\nTessel chief executive Ivo Marsh talks about its nine holes at Pinto.",
        "Tessel drills at Pinto\n\nIssued on behalf of Tessel Resources, which drilled nine holes at Pinto.",
    ],
)
def test_the_price_beside_a_firms_own_news_alerts_nobody(head: str, hook: str) -> None:
    assert all(signal.relevance < ALERTS for signal in moves(f"{head} {hook}"))


@pytest.mark.parametrize(
    "text",
    [
        "Silver climbs\n\nSilver rose 2% to $31 an ounce on Monday as the dollar fell.",
        "Tessel Corp. lifts its silver price\n\nTessel Corp. (TSXV: TSL) lifted its silver price by 4% to $31 an ounce.",
        "Metals mixed\n\nCopper fell 1% on Monday, while silver rose 2% to $31 an ounce. Tessel (TSXV: TSL) closed flat.",
    ],
)
def test_a_price_told_for_its_own_sake_still_alerts(text: str) -> None:
    assert any(signal.relevance >= ALERTS for signal in moves(text))


def test_a_firms_own_shares_alert_nobody_in_its_release() -> None:
    text = "Tessel Silver Corp. drills at Pinto\n\nThe silver find drove the shares of Tessel Silver Corp. (TSXV: TSL) up 48%."
    assert all(signal.relevance < ALERTS for signal in moves(text))
