"""Comparisons: moves that only numbers tell."""

from decimal import Decimal

import pytest
from tests.unit.detect.shipped import DETECTOR

from tocsin.messages import Signal
from tocsin.testing.builders import article


def found(text: str) -> list[Signal]:
    return list(DETECTOR.detect(article(text)).signals)


@pytest.mark.parametrize(
    ("text", "kind", "direction"),
    [
        ("Zinc stocks in Antwerp stood at 31,200 tonnes, 9% less than in March.", "inventory_change", "down"),
        ("Refined lead output of 61,000 tonnes was 4% above a year earlier.", "production_change", "up"),
        ("Bismuth was offered at $13 a pound, against $9 in January.", "price_move", "up"),
        ("Nickel imports 21,400 tonnes (-8.3%).", "demand_change", "down"),
        ("Its shafts brought up 9% less platinum because of a flood.", "production_change", "down"),
        ("Cuban mills closed the season with 310,000 tonnes of sugar, down 12%.", "production_change", "down"),
        (
            "Hubei handed out permits for 9,000 tonnes of tungsten concentrate, 6% fewer than last year.",
            "production_change",
            "down",
        ),
        (
            "Lunde coaxed 3.1 million pounds of uranium out of its Orm pit, 9% more than a year ago.",
            "production_change",
            "up",
        ),
        ("The digger unearthed 7% less coal in May than in April.", "production_change", "down"),
        (
            "Lunde mined 41 million tonnes of iron ore, the most it has ever dug in a quarter.",
            "production_change",
            "up",
        ),
        ("LME zinc was -0.7% at $2,580 by noon.", "price_move", "down"),
        ("LME nickel closed at $15,300, with +1.2% on the day.", "price_move", "up"),
        (
            "Turkish smelters produced 61,000 tonnes of lead against 54,000 tonnes a year ago.",
            "production_change",
            "up",
        ),
        ("Growers in the delta harvested 1.4 mt of rice this season, up 6%.", "production_change", "up"),
        (
            "Zinc was offered at a premium of $210 a tonne, roughly double the $110 of March.",
            "price_move",
            "up",
        ),
    ],
)
def test_two_numbers_or_a_sign_tell_the_direction(text: str, kind: str, direction: str) -> None:
    assert [(signal.type, signal.direction) for signal in found(text)] == [(kind, direction)]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Copper output fell 3% to 51,000 tonnes, while nickel was up 12% at 20,100 tonnes.",
            [("production_change", "down", "copper"), ("production_change", "up", "nickel")],
        ),
        (
            "Platinum climbed to $1,310 an ounce, and palladium touching $1,150 made dealers smile.",
            [("price_move", "up", "platinum"), ("price_move", "up", "palladium")],
        ),
    ],
)
def test_a_second_commodity_does_what_the_first_clause_names(text: str, told: list[tuple[str, str, str]]) -> None:
    assert [(signal.type, signal.direction, *signal.commodities) for signal in found(text)] == told


@pytest.mark.parametrize(
    "text",
    [
        "Lead output of 61,000 tonnes was 4% above what analysts had expected.",
        "The copper concentrate had a grade of 24% against 22% before.",
        "The gold medal winner jumped 8.3 metres, 2% more than her rival.",
        "Zinc mills need 31,200 tonnes, and the port is 9 km from town.",
    ],
)
def test_other_comparisons_tell_nothing(text: str) -> None:
    assert found(text) == []


def test_the_earlier_number_fills_no_slot() -> None:
    (signal,) = found("Bismuth was offered at $13 a pound, against $9 in January.")
    assert {name: str(amount.low) for name, amount in signal.magnitudes.items()} == {"level": "13"}


def test_what_was_held_or_used_is_compared_too() -> None:
    (kept,) = found("Sheds in Busan held 41,200 tonnes of zinc on Monday, the least since 2019.")
    assert (kept.type, kept.direction) == ("inventory_change", "down")
    (used,) = found("Solar firms used 5,100 tonnes of silver last year, 8% more than in the year before.")
    assert (used.type, used.direction) == ("demand_change", "up")


def test_a_firm_that_sells_is_not_what_is_sold() -> None:
    (sold,) = found("The company will sell a 22% stake in the Lomond tin mine to a fund.")
    assert (sold.type, sold.direction, sold.commodities) == ("mna", "divest", ("tin",))


def test_an_amount_of_it_makes_a_weak_word_the_metal() -> None:
    (seized,) = found("Officers at the airport confiscated 31 kg of smuggled gold.")
    assert (seized.type, seized.commodities) == ("smuggling", ("gold",))


@pytest.mark.parametrize(
    ("text", "kind", "direction", "modality"),
    [
        ("Peru's tin output in May was twice that of a year earlier.", "production_change", "up", "actual"),
        ("Cobalt stocks are three times as high as last year.", "inventory_change", "up", "actual"),
        ("Copper demand from data centres will be five times what it was in 2020.", "demand_change", "up", "expected"),
        (
            "Lithium demand is projected to reach 3.1 million tonnes by 2035, nearly three times the 2024 level.",
            "demand_change",
            "up",
            "expected",
        ),
        ("Lead imports were only a third of those of a year ago.", "demand_change", "down", "actual"),
    ],
)
def test_a_multiple_of_its_earlier_self_is_a_move(text: str, kind: str, direction: str, modality: str) -> None:
    told = [(signal.type, signal.direction, signal.modality) for signal in found(text)]
    assert told == [(kind, direction, modality)]
    assert all(signal.magnitude is None or signal.magnitude.unit == "t" for signal in found(text))


@pytest.mark.parametrize(
    "text",
    [
        "World copper demand is three times that of aluminium.",
        "Stocks of lead cover three times the weekly use.",
        "Nickel output from the new plant will be twice that of the old one.",
    ],
)
def test_a_multiple_of_another_thing_is_no_move(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "direction"),
    [
        ("Minor metals\n\nBismuth, 99.99%, in warehouse Rotterdam: $7.10-8.10/lb (prev. $7.60-8.60/lb)", "down"),
        ("Antimony metal, 99.65%, in warehouse Rotterdam: $24,100/t (previously $23,900/t)", "up"),
        ("Cobalt metal 99.8%, fob China: $11.00/lb (was $10.50/lb)", "up"),
    ],
)
def test_a_price_beside_its_former_one_in_brackets_moved(text: str, direction: str) -> None:
    (signal,) = DETECTOR.detect(article(text)).signals
    assert (signal.type, signal.direction, signal.modality) == ("price_move", direction, "actual")
    assert signal.magnitudes.level is not None


@pytest.mark.parametrize(
    ("text", "number", "period"),
    [
        (
            "Spodumene concentrate was assessed at $1,310/t on Thursday, up $45 from the day before and 37% higher year on year.",
            "45 USD/t",
            "",
        ),
        ("Zinc rose 2% on Monday and is up 14% year on year.", "2 percent", ""),
        ("Tin gained 1.5% to $33,000 a tonne, up 20% on the year.", "1.5 percent", ""),
        ("Copper prices were up 14% year on year in October.", "14 percent", "M10"),
    ],
)
def test_how_a_price_stands_against_last_year_is_no_move_of_today(text: str, number: str, period: str) -> None:
    (signal,) = DETECTOR.detect(article(text)).signals
    assert signal.magnitude is not None
    assert f"{signal.magnitude.value.normalize():f} {signal.magnitude.unit}" == number
    assert (signal.period or "").startswith(period)
    assert not (signal.period or "").startswith("YoY")


def test_a_price_touched_on_the_way_is_no_move_of_its_own() -> None:
    text = "Spot platinum was last 0.3% higher at $1,392 an ounce after touching $1,408, its highest since 2014."
    (signal,) = found(text)
    assert signal.magnitude is not None
    assert (signal.magnitude.value, signal.magnitudes.level is None) == (Decimal("0.3"), False)


@pytest.mark.parametrize(
    ("text", "direction", "level"),
    [
        ("明年印尼镍矿生产配额将在2.4亿吨左右，今年为3.1亿吨。", "down", 240_000_000),
        ("印尼2031年镍矿RKAB审批量定为2.9亿吨，低于今年的3.3亿吨。", "down", 290_000_000),
    ],
)
def test_a_year_to_come_is_held_against_this_one(text: str, direction: str, level: int) -> None:
    (signal,) = found(text)
    assert (signal.type, signal.direction) == ("production_change", direction)
    assert signal.magnitude is not None
    assert signal.magnitude.value == level


def test_a_price_moves_no_tonnage() -> None:
    (signal,) = found(
        "A Kazakh miner offered shipments of manganese ore at $5.10/dmtu, $0.30/dmtu above its March offer."
    )
    assert (signal.type, signal.direction) == ("price_move", "up")


def test_days_of_time_are_no_stocks() -> None:
    assert not found("The licence for gallium takes 40 days, against 65 days in March.")


def test_goods_that_a_gang_bought_are_no_firm() -> None:
    assert not [s for s in found("该团伙从多地收购锑锭，伪报品名出口。") if s.type == "mna"]


@pytest.mark.parametrize(
    "text",
    [
        "Uranium rose after the miner said it would produce 8% less in 2031.",
        "Tin rose $300 to $38,000 a tonne this week, price reporting firm Harrow said, after Minsur said it would mine 8% less than planned.",
    ],
)
def test_a_number_behind_a_verb_of_making_is_not_the_price_s(text: str) -> None:
    told = {s.type: (s.direction, s.magnitudes.change) for s in found(text)}
    assert told.keys() == {"price_move", "production_change"}
    assert told["price_move"] == ("up", None)
    change = told["production_change"][1]
    assert change is not None
    assert (told["production_change"][0], change.low) == ("down", Decimal(8))


@pytest.mark.parametrize(
    "text",
    [
        "Romania's maize exports totalled 1.9 million tonnes so far in the 2027/28 season as of Nov 4, down from 2.6 million a year earlier.",
        "EU barley exports came to 2.4 million tons by 9 November, down from 3.1 million a year earlier.",
    ],
)
def test_a_date_may_stand_between_a_quantity_and_the_earlier_one(text: str) -> None:
    (signal,) = DETECTOR.detect(article(text)).signals

    assert (signal.type, signal.direction) == ("supply_source", "loss")
    assert signal.magnitude is not None
    assert signal.magnitude.unit == "t"
