"""Stocks of a metal are shares where an exchange of shares is spoken of, and metal in store elsewhere."""

import pytest
from tests.unit.detect.shipped import DETECTOR

from tocsin.testing.builders import article

HEAD = "Metals at Noon\n\nTin was quoted at $33,000 a tonne, and the tin market was quiet.\n\n"


def types(sentence: str, head: str = HEAD) -> set[str]:
    return {s.type for s in DETECTOR.detect(article(head + sentence)).signals if s.evidence.start >= len(head)}


@pytest.mark.parametrize(
    "sentence",
    [
        "Tin stocks fell at the open, and Lorne Tin (02731) dropped 4%.",
        "Tin stocks rose across the board, with Lorne up 6.1% at HK$3.20.",
        "Tin stocks in Europe jumped on Tuesday after the duty was told.",
    ],
)
def test_stocks_beside_a_ticker_or_a_session_are_shares(sentence: str) -> None:
    assert types(sentence) == {"equity_move"}


def test_stocks_below_a_headline_on_shares_are_shares() -> None:
    head = "Stock Market Move: Metals Climb\n\nTin was quoted at $33,000 a tonne, and the tin market was quiet.\n\n"
    assert types("Tin stocks climbed 3.4% by noon.", head) == {"equity_move"}


@pytest.mark.parametrize(
    "sentence",
    [
        "Tin stocks fell across the board in LME warehouses.",
        "Tin stocks fell 2.1% on the week to 21,000 tonnes.",
        "Tin stocks fell for a fifth week.",
    ],
)
def test_stocks_that_are_weighed_or_lie_in_store_are_metal(sentence: str) -> None:
    assert types(sentence) == {"inventory_change"}


def test_shares_move_for_what_their_firm_lives_by() -> None:
    text = "Lynas plans\n\nLynas said it would ship mixed rare earth carbonate to a customer abroad.\n\nLynas shares fell 6%."
    signals = DETECTOR.detect(article(text)).signals
    assert [s.commodities for s in signals if s.type == "equity_move"] == [("rare_earths",)]


@pytest.mark.parametrize(
    "sentence", ["Tin stocks rallied.", "Tin stocks rebounded sharply.", "Tin stocks sold off again."]
)
def test_stocks_that_do_what_no_metal_in_store_does_are_shares(sentence: str) -> None:
    assert "inventory_change" not in types(sentence)


def test_stocks_of_a_headline_are_shares_where_the_lead_speaks_of_shares() -> None:
    text = (
        "Nickel stocks climb\n\nShares of nickel producers gained, with the mining index up 2%. Harrow Nickel rose 5%."
    )
    assert not [s for s in DETECTOR.detect(article(text)).signals if s.type == "inventory_change"]


@pytest.mark.parametrize("head", ["4 Top Tin Stocks to Buy Now\n\n", "These Tin Stocks Shine at a New High\n\n"])
def test_shares_that_a_headline_picks_are_no_stocks_in_store(head: str) -> None:
    text = head + "The tin market was quiet, and the tin price held at $33,000 a tonne."
    assert "inventory_change" not in {s.type for s in DETECTOR.detect(article(text)).signals}


def test_stocks_that_reach_a_high_in_a_headline_are_in_store() -> None:
    text = "Tin stocks in LME warehouses rise to a new high\n\nTin stocks rose by 4,000 tonnes."
    assert "inventory_change" in {s.type for s in DETECTOR.detect(article(text)).signals}
