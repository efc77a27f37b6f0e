"""Headlines of markets: how a day or week ended, rallies that are over, levels broken, marks that a price is off from."""

import pytest
from tests.unit.detect.shipped import DETECTOR

from tocsin.testing.builders import article


def moves(text: str) -> list[tuple[str, str]]:
    return [
        (s.direction, ",".join(s.commodities)) for s in DETECTOR.detect(article(text)).signals if s.type == "price_move"
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nickel ends the week lower", [("down", "nickel")]),
        ("Cobalt closes the quarter in the green", [("up", "cobalt")]),
        ("Lead ends a six-day slide", [("up", "lead")]),
        ("Nickel rally stalls", [("down", "nickel")]),
        ("Platinum breaks above $1,100", [("up", "platinum")]),
        ("Zinc fails to hold $2,500", [("down", "zinc")]),
        ("Base metals: tin slumps 3%", [("down", "tin")]),
        ("Tin shrugs off firm ringgit, closes $90 higher", [("up", "tin")]),
        ("The surge in cobalt has surprised battery makers.", [("up", "cobalt")]),
        ("Zinc eases on profit-taking, muted demand", [("down", "zinc")]),
        ("Silver up 12 cents at $24.10, off a $24.60 high", [("up", "silver")]),
    ],
)
def test_headlines_of_the_market(text: str, expected: list[tuple[str, str]]) -> None:
    assert moves(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The rise in zinc grades helped the mill.",
        "The drop in tin consumption worries solder makers.",
        "Home rally stalls as striker limps off",
    ],
)
def test_what_moves_beside_the_price_is_none(text: str) -> None:
    assert moves(text) == []


def test_dearer_for_holders_of_another_currency_is_no_move() -> None:
    assert moves("A softer dollar makes tin cheaper for buyers using other currencies.") == []


def test_goods_that_a_cause_presses_do_what_follows() -> None:
    assert moves("A build in stocks capped zinc, which settled $40 lower.") == [("down", "zinc")]


def test_an_appetite_for_goods_is_no_price() -> None:
    assert moves("Japanese appetite for U.S. gas has swollen since the pipeline opened.") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Refiners drop plans to idle kilns as cobalt slides 3%", [("down", "cobalt", 3, "actual")]),
        ("Peru to curb exports as silver gains 2%", [("up", "silver", 2, "actual")]),
        ("Mills expect smaller output after palladium sheds 6%", [("down", "palladium", 6, "actual")]),
        (
            "Traders expect platinum to fall while rhodium adds 5%",
            [("down", "platinum", None, "expected"), ("up", "rhodium", 5, "actual")],
        ),
        ("Analysts lifted their forecast for zinc in 2027 to $3,400 from $3,150.", [("up", "zinc", 3400, "expected")]),
        ("Smelter's profit jumps on dearer tin prices", []),
        ("Quarterly earnings slide despite higher cobalt prices", []),
    ],
)
def test_a_later_clause_with_goods_of_its_own_tells_their_move(
    text: str, expected: list[tuple[str, str, float | None, str]]
) -> None:
    found = [
        (s.direction, s.commodities[0], None if s.magnitude is None else float(s.magnitude.value), s.modality.value)
        for s in DETECTOR.detect(article(text)).signals
        if s.type == "price_move"
    ]
    assert found == expected


@pytest.mark.parametrize(
    "text",
    [
        "Refined nickel, 900 t more than last May, lies in Busan.",
        "Refined zinc of 2,100 t left the port in June, 8% more than in May.",
    ],
)
def test_refined_goods_that_open_a_sentence_are_not_made(text: str) -> None:
    assert not [s for s in DETECTOR.detect(article(text)).signals if s.type == "production_change"]


@pytest.mark.parametrize(
    "text",
    [
        "Soda ash maker in Utah adds shaft",
        "Potash producers in Jordan add shifts",
        "Ranfeld Oil snaps up Libyan crude",
        "Ranfeld Oil picks up Libyan crude",
    ],
)
def test_what_those_who_make_or_buy_goods_do_is_no_move_of_their_price(text: str) -> None:
    assert moves(f"{text}\n\nThe company said so on Monday.") == []


def test_a_market_that_picks_up_does_move() -> None:
    assert moves("Gold picks up on rate bets\n\nDealers were calm.") == [("up", "gold")]


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("Softer Rupee May Lift Gold Price", "possible"),
        ("Zinc Prices May Soon Fall, Bank Says", "possible"),
        ("Chile May Copper Price Falls 5%", "actual"),
        ("Tin Has Slipped Since May Cut In Quotas", "actual"),
        ("Higher Lead Prices Seen In 2031", "expected"),
    ],
)
def test_a_capital_makes_no_month_of_may(text: str, modality: str) -> None:
    assert [s.modality.value for s in DETECTOR.detect(article(text)).signals] == [modality]


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("Small Rise Seen In Peru Tin Output", "expected"),
        ("Draw Seen In Zinc Stocks", "expected"),
        ("Gasoline Demand Growth Seen Slowing", "expected"),
        ("Biggest Copper Stock Draw Seen In A Decade", "actual"),
    ],
)
def test_what_a_headline_sees_is_to_come(text: str, modality: str) -> None:
    assert [s.modality.value for s in DETECTOR.detect(article(text)).signals] == [modality]


@pytest.mark.parametrize(
    "text",
    [
        "Ample stocks limit copper price gains.",
        "A firmer franc helped to curb and then reverse nickel price gains.",
        "The producer reversed the posted price cuts for zinc made in June.",
    ],
)
def test_a_move_that_is_held_back_or_undone_is_none(text: str) -> None:
    assert moves(text) == []
