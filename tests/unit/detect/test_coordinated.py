"""Two moves of one subject, clauses with a subject of their own, and what highs, lows and levels tell."""

from datetime import UTC, datetime

import pytest
from tests.unit.detect.shipped import DETECTOR

from tocsin.messages import Modality, Signal
from tocsin.testing.builders import article


def signals(text: str) -> tuple[Signal, ...]:
    day = datetime(2026, 3, 11, 9, tzinfo=UTC)
    return DETECTOR.detect(article(text, published_at=day, language="en")).signals


def told(text: str) -> list[tuple[str, str]]:
    """Return the types and directions of what a text tells of the present."""
    return [(signal.type, signal.direction) for signal in signals(text) if signal.modality is not Modality.HISTORICAL]


@pytest.mark.parametrize(
    ("text", "directions"),
    [
        ("Tin settles lower, then climbs in evening trade", ["down", "up"]),
        ("Zinc futures gain, but finish lower for the week", ["up", "down"]),
        ("Nickel loses 0.8%, but posts monthly gain of 4%", ["down", "up"]),
        ("Nickel eased on Friday while posting its biggest weekly advance since 2021.", ["down", "up"]),
        ("Zinc slipped 0.4% on Friday but still notched a sixth weekly gain.", ["down", "up"]),
        ("Copper futures climbed near $9,800 a ton and the spot metal held above $9,700.", ["up"]),
        ("Lead slips 1%, still on course for a weekly gain", ["down", "up"]),
        ("Zinc rises as the ringgit retreats", ["up"]),
        ("Zinc ends near 4-month high as yuan sinks", ["up"]),
        ("Traders debate how tin prices rise and fall", []),
        ("Zinc climbed in the spring and has since been trading sideways for several weeks", ["up", "flat"]),
        ("Nickel fell 1.2% on the week but is still 14% higher than in January", ["down", "up"]),
        ("Brisk demand helped nickel to register five weeks of gains", ["up"]),
        ("Soft orders saw tin shed 1.2%", ["down"]),
    ],
)
def test_a_second_verb_moves_the_first_ones_subject_and_no_other(text: str, directions: list[str]) -> None:
    assert told(text) == [("price_move", direction) for direction in directions]


@pytest.mark.parametrize(
    ("text", "direction"),
    [
        ("Silver above $41 on softer yen", "up"),
        ("Zinc below $2,600 for first time since autumn", "down"),
        ("Zinc holds above $2,600 before Chinese data", "flat"),
        ("Tin hovers near a nine-month high", "flat"),
        ("Nickel erases early losses, up 0.4%", "up"),
        ("Cobalt futures close at a fresh mid-2022 high", "up"),
        ("Softer yen lifts zinc", "up"),
        ("Weak factory data weighs on tin", "down"),
        ("Nickel takes a dive after stock data", "down"),
        ("June silver at $41.20/oz vs. $40.85 before data", "up"),
        ("September gold ekes out a slight gain", "up"),
        ("Oil's slide deepened", "down"),
        ("Oil has extended its rally", "up"),
        ("The sell-off in tin gathered speed", "down"),
        ("Tin erases early gains", "down"),
        ("Nickel recoups most of last week's losses", "up"),
        ("Copper edges away from a 7-week high as yuan steadies", "down"),
        ("Tin settles little changed, down 0.1%", "down"),
        ("Silver posts weekly loss on dollar rise", "down"),
        ("Worries about trade dragged zinc prices lower", "down"),
        ("Gold reclaims $2,300 level", "up"),
        ("Silver buoyed by softer yen", "up"),
        ("Nickel pressured by rising stocks", "down"),
        ("Oil headed for biggest monthly gain in three years", "up"),
        ("Silver near one-week low as yen rallies", "down"),
        ("Festive demand pushes silver higher", "up"),
        ("Tin steadied at $31,000, supported by tight supply", "flat"),
        ("Gold lacks direction before the data", "flat"),
        ("Silver barely budges after minutes", "flat"),
    ],
)
def test_levels_marks_and_idiom_of_the_market_tell_a_move(text: str, direction: str) -> None:
    assert told(text) == [("price_move", direction)]


@pytest.mark.parametrize(
    "text",
    [
        "Buy zinc on dips to $2,600",
        "Buy zinc above $2,600, target $2,750",
        "Broker sees zinc above $2,600 in autumn",
        "Peru boosts zinc",
    ],
)
def test_advice_and_what_others_do_move_no_price(text: str) -> None:
    assert told(text) == []


def test_the_noun_of_a_row_moves_and_no_price_does() -> None:
    assert told("Consumption of tin, lead and zinc will be hit hard by the strike") == [("demand_change", "down")]


@pytest.mark.parametrize(
    "text",
    [
        "The agency trimmed its 2026 oil demand growth view by 40,000 bpd.",
        "Brokers cut their copper price forecast to $9,100 a tonne.",
        "The group agreed on Sunday to cut oil output by 300,000 bpd.",
        "Mills stopped buying in anticipation of lower coking coal prices.",
    ],
)
def test_a_forecast_and_a_promise_are_expected(text: str) -> None:
    assert {signal.modality for signal in signals(text)} == {Modality.EXPECTED}


def test_faster_than_expected_is_no_forecast() -> None:
    found = signals("Nickel output climbed faster than expected in Sulawesi.")
    assert [signal.modality for signal in found] == [Modality.ACTUAL]


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("Copper rose 3,000 tonnes.", []),
        ("Korea imported 1,500 tonnes of cobalt in June, up 12%.", [("demand_change", "up")]),
        ("Copper stocks in LME-approved sheds have halved.", [("inventory_change", "down")]),
        ("LME on-warrant zinc plunged to 61,300 tonnes.", [("inventory_change", "down")]),
        ("Refiners wait for antimony as stocks dwindle to 150 tonnes.", [("inventory_change", "down")]),
        ("Gold rises as stocks fall.", [("price_move", "up")]),
        ("Sanctions take 400,000 bpd of crude off the market.", [("production_change", "down")]),
        ("Mills stopped buying coking coal.", [("demand_change", "down")]),
        ("Farm stocks of barley as of Oct. 1 were 9% smaller than a year ago.", [("inventory_change", "down")]),
    ],
)
def test_what_is_counted_in_tonnes_is_no_price(text: str, facts: list[tuple[str, str]]) -> None:
    assert told(text) == facts
