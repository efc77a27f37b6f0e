"""Notes of the oil market: goods that only a country tells, reasons that are no doubt, conditions, forecasts of prices."""

import pytest
from tests.unit.detect.shipped import DETECTOR

from tocsin.testing.builders import article


def told(text: str) -> list[tuple[str, str, str, str]]:
    return [
        (s.type, s.direction, ",".join(s.commodities), s.modality.value) for s in DETECTOR.detect(article(text)).signals
    ]


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("Higher supply from Angola reached refiners.", ("production_change", "up", "crude_oil", "actual")),
        ("Output in places such as Kuwait is falling.", ("production_change", "down", "crude_oil", "actual")),
        ("利比亚产量下降，市场关注。", ("production_change", "down", "crude_oil", "actual")),
        ("Lead rose 1.4% on fears of a strike.", ("price_move", "up", "lead", "actual")),
        ("Zinc lost 2% amid hopes of new supply.", ("price_move", "down", "zinc", "actual")),
        ("A fall in zinc output is likely.", ("production_change", "down", "zinc", "possible")),
        (
            "The mill books no coal cargoes until prices stabilise.",
            ("price_move", "flat", "coal", "possible"),
        ),
        ("The broker trims its silver forecast to $26 an ounce.", ("price_move", "down", "silver", "expected")),
        ("Falling stocks have buoyed oil.", ("price_move", "up", "crude_oil", "actual")),
        (
            "Figures showed a build of 1.9 million barrels in U.S. crude stocks.",
            ("inventory_change", "up", "crude_oil", "actual"),
        ),
        (
            "Three members agreed to hold 240,000 bpd off the market until May, OPEC said.",
            ("production_change", "down", "crude_oil", "expected"),
        ),
        (
            "The council sees coal demand of 41 million tons this year, 2 million tons less than previously estimated.",
            ("demand_change", "down", "coal", "expected"),
        ),
    ],
)
def test_facts_of_market_notes(text: str, fact: tuple[str, str, str, str]) -> None:
    assert fact in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "Angolan film production rose sharply.",
        "Norwegian output of crime novels is rising.",
        "Critics called for cuts, and winter demand for tickets revived.",
    ],
)
def test_what_a_country_makes_is_oil_only_where_nothing_else_is_named(text: str) -> None:
    assert told(text) == []


def test_a_forecast_of_a_price_is_no_guidance_for_output() -> None:
    assert {kind for kind, *_ in told("The bank cut its zinc forecast to $2,300 a tonne.")} == {"price_move"}
    assert {kind for kind, *_ in told("The miner cut its zinc forecast to 90,000 tonnes.")} == {"production_change"}


def test_nouns_of_two_kinds_joined_before_one_verb_both_move() -> None:
    kinds = {(kind, direction) for kind, direction, *_ in told("Output and exports of bauxite fell 6% in July.")}
    assert kinds == {("production_change", "down"), ("supply_source", "loss")}


def test_a_noun_with_a_movement_of_its_own_is_not_joined() -> None:
    kinds = {(kind, direction) for kind, direction, *_ in told("Reduced bauxite output and increased demand matter.")}
    assert kinds == {("production_change", "down"), ("demand_change", "up")}


def test_a_state_that_lasts_is_no_change() -> None:
    assert told("Cobalt demand remains robust.") == []


def test_a_number_of_goods_behind_a_move_is_no_price() -> None:
    found = told("Stocks at Tarn, the hub of crude futures, were up 400,000 barrels.")
    assert not any(kind == "price_move" for kind, *_ in found)


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        (
            "Tolland Canada raised its posting for light crude oil at Hardisty by 32 cents.",
            ("price_move", "up", "crude_oil", "actual"),
        ),
        (
            "Harbour Fuel raised its posted prices for number six fuel by 50 cents.",
            ("price_move", "up", "fuel_oil", "actual"),
        ),
        ("The cost of petrol rose in March by 2.3 percent.", ("price_move", "up", "gasoline", "actual")),
        ("Distillate demand was 3.4 percent lower over the four weeks.", ("demand_change", "down", "diesel", "actual")),
        (
            "Kenya will import 42,000 tons of low sulphur diesel oil from Oman by a pact agreed on Monday.",
            ("large_contract", "supply", "diesel", "actual"),
        ),
        ("The oil rig count fell by 4 to 480 this week.", ("production_change", "down", "crude_oil", "actual")),
        ("The gas rig count rose two to 99.", ("production_change", "up", "natural_gas", "actual")),
        (
            "Petrolia cancelled a 40 million dollar crude oil purchase from Iraq.",
            ("large_contract", "terminate", "crude_oil", "actual"),
        ),
        (
            "Calder's Tarn-3 well flowed 840 barrels of light 41 degree oil a day.",
            ("supply_source", "discovery", "crude_oil", "actual"),
        ),
        (
            "A quake broke the line, forcing Sudan to halt crude exports, the oil ministry said.",
            ("supply_source", "loss", "crude_oil", "actual"),
        ),
        ("A fee on oil imports would cut demand, the study found.", ("demand_change", "down", "crude_oil", "possible")),
        ("Oil prices were in danger of slipping under 80 dollars.", ("price_move", "down", "crude_oil", "possible")),
    ],
)
def test_postings_rigs_wells_and_fees(text: str, fact: tuple[str, str, str, str]) -> None:
    assert told(text) == [fact]


@pytest.mark.parametrize(
    "text",
    [
        "The ministry said the fee would raise money from crude oil refiners.",
        "The secretary's plans include incentives to raise oil production at home by 300,000 barrels a day.",
        "The partners will share what it costs to increase production at the Oak field oil wells.",
        "India has 300 billion tons of demonstrated coal reserves, more than triple that of its neighbours.",
        "Peru must find new oil reserves or become an importer.",
        "The Gulf state's non-oil exports rose 12 percent.",
        "Venta will buy half of a plant in Corpus Christi, Texas.",
        "He spoke at the release of a ministry paper on crude oil.",
        "Hedgers held 41 percent of open short positions in crude oil, and added 2,300 purchases.",
        "Calder agreed to pay $20 million to settle claims over its crude oil refinery.",
        "The bid sent U.S. oil stocks sharply higher, analysts on Wall Street said.",
        "Planes resumed attacks on the oilfield.",
        "The price of 0.7 percent sulphur stayed at 61.50 dollars.",
    ],
)
def test_words_of_the_oil_trade_that_tell_nothing(text: str) -> None:
    assert told(text) == []


def test_exports_that_a_mishap_stops_are_no_ban() -> None:
    found = told("Peru has suspended copper exports for two months until it repairs a railway washed out by floods.")
    assert found == [("supply_source", "loss", "copper", "actual")]


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        (
            "Output at Libya's Sharara field has returned to 260,000 bpd.",
            ("production_change", "up", "crude_oil", "actual"),
        ),
        ("Flows of Russian oil to Hungary stopped on Tuesday.", ("production_change", "halt", "crude_oil", "actual")),
        (
            "Railings of export coal rose 7% to 4.8 million tonnes in May.",
            ("production_change", "up", "coal", "actual"),
        ),
        (
            "Refined product exports fell 4.4% to 5.3 million tonnes.",
            ("supply_source", "loss", "oil_products", "actual"),
        ),
        (
            "A poll of analysts forecast copper would average $9,100 in 2031, down from $9,300.",
            ("price_move", "down", "copper", "expected"),
        ),
        (
            "Westal agreed to acquire the oil and gas reserves of Brix Energy.",
            ("mna", "acquire", "crude_oil,natural_gas", "expected"),
        ),
        ("The refinery bought two cargoes of Angolan crude.", ("large_contract", "purchase", "crude_oil", "actual")),
    ],
)
def test_flows_railings_polls_and_cargoes(text: str, fact: tuple[str, str, str, str]) -> None:
    assert told(text) == [fact]


@pytest.mark.parametrize(
    "text",
    [
        "To counter falling oil revenues, the state launched measures to boost exports.",
        "Speculators raised their purchases of copper futures.",
    ],
)
def test_measures_for_exports_and_trade_in_paper_tell_nothing(text: str) -> None:
    assert told(text) == []


def test_a_stop_that_has_begun_and_will_last_has_begun() -> None:
    text = (
        "Refinery Shut After Blast\n\nThe refinery at Grangemoor has been shut down after an explosion, a spokesman said.\n\n"
        "Its 21,000 bpd coker, which works on heavy oil products, will be out of operation until autumn."
    )
    assert told(text) == [("production_change", "halt", "oil_products", "actual")]


def test_the_second_part_of_a_headline_may_be_to_come() -> None:
    assert told("Norway plans to cut fuel tax; petrol prices to fall 8%") == [
        ("price_move", "down", "gasoline", "expected")
    ]
