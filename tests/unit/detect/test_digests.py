"""Digests for investors: what a pitch says of the market without a day counts below alerts; the news of a day does not."""

from datetime import UTC, datetime

import pytest

from tocsin.detect import Detector
from tocsin.messages import Article, Signal
from tocsin.rules import load_rules

DETECTOR = Detector(load_rules())
DAY = datetime(2026, 7, 14, 8, tzinfo=UTC)
ALERTS = 50
PITCH = (
    " Tessel Silver Corp. (TSXV: TSL) is well positioned for investors who seek an attractive opportunity in the metal."
    " Its flagship project stands out among overlooked explorers."
)
REPORT = " The metal is used for solder and coins."


def told(text: str, type_: str) -> list[Signal]:
    article = Article(
        article_id="a" * 26, source="test", id="1", text=text, published_at=DAY, ingested_at=DAY, language="en"
    )
    return [signal for signal in DETECTOR.detect(article).signals if signal.type == type_]


SCENERY = [
    ("Why silver prices are at record highs, and what it means for miners\n\nThe reasons are many.", "price_move"),
    ("Silver prices climb, and here's how Tessel plans to gain\n\nSilver prices climbed in spring.", "price_move"),
    (
        "How tin's rising demand creates value\n\nRising demand for tin fills the order books of smelters.",
        "demand_change",
    ),
    ("Tessel meets the moment\n\nThe price of silver has soared past $31 an ounce, a record.", "price_move"),
    ("Silver prices soar\n\nSilver prices soared to a record of $34 an ounce on June 12.", "price_move"),
    ("Tessel meets the moment\n\nDemand for silver has climbed as makers of panels buy more.", "demand_change"),
]


@pytest.mark.parametrize(("text", "type_"), SCENERY)
def test_the_market_in_a_pitch_alerts_nobody(text: str, type_: str) -> None:
    signals = told(text + PITCH, type_)
    assert all(signal.relevance < ALERTS for signal in signals)


@pytest.mark.parametrize(("text", "type_"), SCENERY)
def test_it_is_kept(text: str, type_: str) -> None:
    assert told(text + PITCH, type_)


@pytest.mark.parametrize(("text", "type_"), SCENERY[3:])
def test_the_same_words_in_a_report_alert(text: str, type_: str) -> None:
    assert any(signal.relevance >= ALERTS for signal in told(text + REPORT, type_))


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("Silver sets a record\n\nSilver hit a record this week and rose above $34 an ounce.", "price_move"),
        ("Silver jumps 4% to $34 an ounce\n\nThe metal has never been dearer.", "price_move"),
        ("Tin rises on a mine's halt\n\nTin rose 3% to $32,750 a ton in London after the announcement.", "price_move"),
        ("Tin climbs\n\nTin prices climbed to $32,750 a ton on July 10.", "price_move"),
        ("Tessel lifts its silver price\n\nTessel lifted its silver price by 4% to $31 an ounce.", "price_move"),
        ("Tessel tells of its spring\n\nSales of its kaolin rose by 900 tonnes in the quarter.", "demand_change"),
        (
            "A bank buys gold\n\nIn June, the central bank of Poland added 9 tonnes of gold to its reserves.",
            "stockpiling",
        ),
    ],
)
def test_the_news_of_a_day_and_the_firms_own_still_alert(text: str, type_: str) -> None:
    assert any(signal.relevance >= ALERTS for signal in told(text + PITCH, type_))
