"""Money: below a headline on currencies, shares, rates or consumers' prices, what moved them is no news of goods."""

from datetime import UTC, datetime

import pytest
from tests.unit.detect.shipped import DETECTOR

from tocsin.messages import Article

DAY = datetime(2026, 7, 14, 8, tzinfo=UTC)


def types(text: str, language: str = "en") -> set[str]:
    article = Article(
        article_id="a" * 26, source="test", id="1", text=text, published_at=DAY, ingested_at=DAY, language=language
    )
    return {signal.type for signal in DETECTOR.detect(article).signals}


@pytest.mark.parametrize(
    "text",
    [
        "Rand firms as dollar weakens\n\nThe rand gained 0.7%, supported by higher gold prices. Bonds were steady.",
        "Budget surplus shrinks\n\nThe surplus shrank by a third as lower gas prices cut revenue.",
        "Inflation slows to 3.8%\n\nPetrol fell 1.2% in the month, while copper cables rose 2%.",
        "Foreign reserves rise\n\nNet reserves rose to $46 billion, and gold reserves grew slightly.",
        "沪指收涨0.5%\n\n人民币走强。受铜价走高带动,多只个股上扬。",
    ],
)
def test_goods_in_passing_below_a_headline_on_money_raise_nothing(text: str) -> None:
    assert not types(text, "zh" if "沪" in text else "en") & {"price_move", "stockpiling", "inventory_change"}


@pytest.mark.parametrize(
    "text",
    [
        "Wall Street ends lower\n\nBrent crude fell 2.1% to $78.20 a barrel.",
        "Dollar slips as copper climbs\n\nCopper prices rose after a smelter fire.",
        "Tessel (NASDAQ: TSL) opens office\n\nLead prices fell 2% to $1,980 a ton on Monday.",
    ],
)
def test_a_price_of_its_own_is_told_all_the_same(text: str) -> None:
    assert "price_move" in types(text)
