"""What wires write of mines, smelters and metals: works that stand idle, metals dug side by side, sums in pounds, rows, steps, reports that are denied."""

import pytest
from tests.unit.detect.shipped import DETECTOR, RULES

from tocsin.detect.findings.reparse import exceptions
from tocsin.messages import Modality
from tocsin.testing.builders import article

Fact = tuple[str, str, str, str, str | None]


def told(text: str) -> list[Fact]:
    """Return type, direction, goods, modality and main number of what a text tells that is no background."""
    signals = [s for s in DETECTOR.detect(article(text)).signals if s.modality is not Modality.HISTORICAL]
    assert [fault for signal in signals for fault in exceptions(signal, text, RULES)] == []
    return [
        (
            s.type,
            s.direction,
            "+".join(s.commodities),
            s.modality.value,
            f"{s.magnitude.value.normalize():f} {s.magnitude.unit}" if s.magnitude else None,
        )
        for s in signals
    ]


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        # an auxiliary verb with the capital of a headline is no month
        ("Tin May Fall Below $30,000, Broker Warns", ("price_move", "down", "tin", "possible", "30000 USD/t")),
        ("Verden Prepares: Zinc Output May Drop", ("production_change", "down", "zinc", "possible", None)),
        ("Nickel Plant To Open In Sorowa", ("supply_source", "new", "nickel", "expected", None)),
        ("Cobalt production to start at Mafuta", ("supply_source", "new", "cobalt", "expected", None)),
        (
            "The partners conditionally approved starting production at their tungsten deposit.",
            ("supply_source", "new", "tungsten", "expected", None),
        ),
        # metals dug side by side
        (
            "Orsa halts its nickel-copper mine in Lapland.",
            ("production_change", "halt", "nickel+copper", "actual", None),
        ),
        ("Orsa halts its lead-zinc mine in Peru.", ("production_change", "halt", "lead+zinc", "actual", None)),
        ("Orsa halts a lead and zinc mine in Peru.", ("production_change", "halt", "lead+zinc", "actual", None)),
        ("Orsa halts its tin-tungsten mine in Spain.", ("production_change", "halt", "tin+tungsten", "actual", None)),
        ("Copper-nickel alloy output fell 4%.", ("production_change", "down", "nickel", "actual", "4 percent")),
        # sums in pounds
        (
            "Brandt won a contract worth around 22 million pounds for a lead smelter in Chile.",
            ("large_contract", "award", "lead", "actual", "22000000 GBP"),
        ),
        (
            "Corrie signed a contract to sell 2 million pounds of uranium to a utility.",
            ("large_contract", "supply", "uranium", "actual", "2000000 lb"),
        ),
        (
            "Aldous agreed to buy the Penrith tin mine for 30 million pounds ($40 million).",
            ("mna", "acquire", "tin", "expected", "40000000 USD"),
        ),
        # steps told as nouns with their size
        (
            "The group announced a 40,000-tonne cut in zinc output to 310,000 tonnes.",
            ("production_change", "down", "zinc", "actual", "40000 t"),
        ),
        (
            "The outage meant a drop in nickel production of about 900 tonnes last month.",
            ("production_change", "down", "nickel", "actual", "900 t"),
        ),
        (
            "Mills announced a $25 per ton increase in rebar prices.",
            ("price_move", "up", "rebar", "actual", "25 USD/t"),
        ),
        ("Sable cut its zinc price by one U.S. cent a pound.", ("price_move", "down", "zinc", "actual", "0.01 USD/lb")),
        # what was planned, and is put off
        (
            "The Tarn tin mine had been due to restart in June but is now expected to reopen in October.",
            ("production_change", "resume", "tin", "actual", None),
        ),
        (
            "Imports of silver in July were 8,400 tonnes, vs 9,900 tonnes in June, and 8,800 tonnes in July, 2019.",
            ("demand_change", "down", "silver", "actual", "8400 t"),
        ),
        (
            "Lead output, including estimates for two states, fell to 52,900 tonnes in May from 64,200 tonnes.",
            ("production_change", "down", "lead", "actual", "52900 t"),
        ),
        (
            "Closing stocks of zinc at smelters fell 700 tonnes in May to 59,100 tonnes.",
            ("inventory_change", "down", "zinc", "actual", "700 t"),
        ),
        (
            "The government sold 900 tonnes of stockpiled cobalt last month.",
            ("stockpiling", "release", "cobalt", "actual", "900 t"),
        ),
        (
            "Torrin will begin commercial output at its Calder tin mine in June.",
            ("supply_source", "new", "tin", "expected", None),
        ),
        (
            "Norland Steel raised prices for all H-piles by $30 a ton.",
            ("price_move", "up", "steel", "actual", "30 USD/t"),
        ),
        (
            "Norland Steel raised prices of hot rolled bar by $10 a ton.",
            ("price_move", "up", "steel", "actual", "10 USD/t"),
        ),
        # a time of day is no year, and what one clause plans brings what the next one tells
        (
            "Tin jumped 4.2% to $41,250 a tonne by 1620 GMT, a record.",
            ("price_move", "up", "tin", "actual", "4.2 percent"),
        ),
        ("Zinc was down 1.2% at $2,810 a tonne at 2015 GMT.", ("price_move", "down", "zinc", "actual", "1.2 percent")),
        # what another amount is of
        (
            "Zhen bought a 20% stake in the $3 billion Kora copper project.",
            ("mna", "acquire", "copper", "actual", "20 percent"),
        ),
        (
            "Orm, which dug 900 tonnes of tin in May, said rain slowed its output.",
            ("production_change", "down", "tin", "actual", None),
        ),
        (
            "Sabero made 1,800 tonnes of cobalt a month until May, but cut output in June.",
            ("production_change", "down", "cobalt", "actual", None),
        ),
        ("Ferro-titanium 70% prices edged up in Rotterdam.", ("price_move", "up", "ferrotitanium", "actual", None)),
        # prices that buyers agree to, or ask for
        ("Tokyo mills will pay 5% less for nickel ore.", ("price_move", "down", "nickel_ore", "expected", "5 percent")),
        (
            "Smelters agreed to pay $12 a tonne more for Tasmanian coal.",
            ("price_move", "up", "coal", "expected", "12 USD/t"),
        ),
        ("Mills are seeking a cut in iron ore prices.", ("price_move", "down", "iron_ore", "possible", None)),
        (
            "Silver futures, which had been held to 40 cents, were 30 cents weaker.",
            ("price_move", "down", "silver", "actual", "0.3 USD"),
        ),
        (
            "The Treasury will allow imports of Kazakh uranium.",
            ("export_control", "ease", "uranium", "expected", None),
        ),
        ("Corvo agreed to buy 40 million tons of coal reserves.", ("mna", "acquire", "coal", "expected", "40000000 t")),
        (
            "Some 20,000 oz of platinum were used to make coins last year, up from 12,000 oz.",
            ("demand_change", "up", "platinum", "actual", "20000 oz"),
        ),
        (
            "The plan will cut crude steel capacity by 2.5 million tons a year.",
            ("production_change", "down", "steel", "expected", "2500000 t/yr"),
        ),
        (
            "Landslide to cost Ecuador tin mine 900 tons of output",
            ("production_change", "down", "tin", "expected", "900 t"),
        ),
        (
            "Norsk Hytte settles Q1 billet premium at $410/t, $25 lower",
            ("price_move", "down", "aluminium", "actual", "25 USD/t"),
        ),
        (
            "Gold ETFs see largest weekly inflow since April at 28.4 tons",
            ("demand_change", "up", "gold", "actual", "28.4 t"),
        ),
    ],
)
def test_what_wires_tell_of_metals(text: str, fact: Fact) -> None:
    assert told(text) == [fact]


def test_a_row_goes_on_past_where_the_first_metal_ended_its_day() -> None:
    facts = told("Gold jumped $31.40 and closed at $3,236.50 an ounce, and silver 52.5 cents to $36.86 an ounce.")
    assert facts == [
        ("price_move", "up", "gold", "actual", "31.4 USD/oz"),
        ("price_move", "up", "silver", "actual", "0.525 USD/oz"),
    ]


@pytest.mark.parametrize("text", ["Verden to restart an idle zinc smelter", "Verden to restart last idle zinc furnace"])
def test_works_that_are_to_start_again_do_not_stop(text: str) -> None:
    assert [direction for _, direction, *_ in told(text)] == ["resume"]


@pytest.mark.parametrize(
    "text",
    [
        "Talks with staff at its nickel mine resumed.",
        "The zinc miners' contract expires on June 30, the union said.",
        "Malian gold firm to seek loan",
        "Ministers failed to protect Belgian zinc firms from unfair competition.",
        "The bank lent to another non-copper firm, which makes pumps.",
        "Refined zinc consumption rose, while scrap offtake was 900 tonnes.",
        "Exports of tin and silver earn the country over half of its foreign exchange.",
        "Tessel can earn a 60 percent interest in the Orm silver mine by spending $4 million on exploration.",
        "The state's strategic stockpile held 8,400 tonnes of tin, 900 tonnes in excess of its goal.",
        "Tindal is a major importer of silver, buying a yearly average of 200 tonnes for ten years.",
        "Every $100 per tonne increase in the zinc price adds $9 million to yearly earnings.",
        "A five-cent rise in copper prices adds $8 million to yearly earnings, the miner said.",
        "State-run Mbala Copper Mines had closed its liaison office in Durban.",
        "The tin mine had been due to close in 2027, but will now stay open for six years.",
        "Dealings in paper silver fell by 60% from the volume before the tax.",
        "A $70 million loan has been lined up for the Almera zinc plant.",
        "The partners signed the joint venture contract of their $140 million copper plant.",
        "Dealers' reluctance to sell at lower prices has helped tin.",
        "Charges for next year's tin concentrate supply were eased, down from $900.",
        "Ministers must cut steel capacity, the union said.",
        "Start-up of Kachi lithium project pushed back to 2029",
        "LME daily stocks: copper down 1,200, zinc up 300, nickel unchanged.",
        "A weaker ringgit makes tin cheaper in sterling terms.",
        "Values of 0.2 ounce of silver and 3% copper were found over 13 feet of drill core.",
    ],
)
def test_what_only_has_the_words_of_news_of_metals(text: str) -> None:
    assert [fact for fact in told(text) if fact[3] in {"actual", "expected"} and fact[0] != "demand_change"] == []


def test_a_label_says_what_of_each_metal_of_a_row_moved() -> None:
    facts = told("LME stocks: copper down 1,200 tonnes, zinc up 300 tonnes.")
    assert facts == [
        ("inventory_change", "down", "copper", "actual", "1200 t"),
        ("inventory_change", "up", "zinc", "actual", "300 t"),
    ]


def test_a_mishap_costs_output_by_an_amount() -> None:
    text = "Landslide to cost Ecuador tin mine 900 tons of output"
    (signal,) = DETECTOR.detect(article(text)).signals
    assert signal.magnitude is not None
    assert signal.magnitude.kind == "change_by"


def test_all_that_denied_rumours_tell_is_denied() -> None:
    text = "Belton denied talk that it had declared, or would soon declare, force majeure on tin deliveries."
    assert [fact[3] for fact in told(text)] == ["denied"]


def test_what_a_planned_stop_takes_away_is_planned() -> None:
    facts = told("Harrow will close a furnace in May, cutting zinc output by 9,000 tonnes.")
    assert facts == [("production_change", "halt", "zinc", "expected", "9000 t")]


def test_a_stop_whose_cause_has_been_mended_is_over() -> None:
    assert told("The faults that had halted zinc production since May have been repaired.") == []
