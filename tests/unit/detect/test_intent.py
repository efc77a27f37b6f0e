"""What an English sentence below the headline only aims at, supposes or offers as a reason is no fact."""

import pytest
from tests.unit.detect.shipped import DETECTOR

from tocsin.messages import Modality, Signal
from tocsin.testing.builders import article

HEAD = "Harrow Metals Outlines Plans for the Season\n\nThe company released an update today from its head office.\n\n"
FILLER = "The board met on Monday. " * 6


def found(text: str) -> list[Signal]:
    signals = DETECTOR.detect(article(HEAD + text)).signals
    return [signal for signal in signals if signal.modality is not Modality.HISTORICAL]


@pytest.mark.parametrize(
    "text",
    [
        "Management's objective is to increase copper production through optimisation of the flotation circuit.",
        "The company's prospects for discovering further lithium brines have improved, the chairman said.",
        "Gold is a hedge, and gold prices tend to rise when real rates fall.",
        "Should nickel prices fall, the second phase will wait.",
        "The senator made the expansion of coal production a central pillar of his campaign.",
        "The premier positioned a rise in oil output as a key plank of his programme.",
        "Three accidents have already struck copper mining operations this year.",
        "The shares offer exposure to a rising gold price.",
        "The board will continue to review the acquisition of high-quality nickel properties.",
        "Hole HB-24-17 brought lower grades and produced 12.4 m at 1.8% copper.",
        "Deliveries begin once the tin mine commences production.",
        "The lender signed a letter of intent for a $300 million loan to the tungsten project.",
        "The company does not expect gold production to start before a feasibility study is complete.",
        "There is no assurance that copper production will begin.",
        "Supply shortages and rising costs trouble the lithium industry.",
        "The mill makes titanium parts and has the throughput to meet growing production demands.",
        "Silver shares rallied with the market.",
        "The next steps in our plan are to complete the second plant and begin tungsten production.",
        "With a combined investment of $180 million, the founder holds 14% of the silver company.",
        "The per share market price of the gold fund will be ten times higher.\nIts market price will be higher per share.",
        "Oxide made at the demonstration plant will be sold to Brenner Chemie; antimony matters.",
        "Vendor financing was secured for the purchase of two excavators at the copper mine.",
        "Chemists discovered a new way to extract rare earths from waste.",
        "Customers who take control of their sugar consumption feel better.",
        "Our calculator shows how rising oil prices affect the budget.",
        "Resources of lithium rose to 12 million tonnes.",
        "The group paused additional oil output increases for the quarter.",
        "The company acquired drone imagery over the uranium project.",
        "All of the mine's nickel is sold on the spot market.",
        "The supply agreement for cyanide to the gold mine was renewed.",
        "The group took control of costs at its gold mines.",
        "Production guidance for copper remains unchanged.",
        "Aldous LLC, an export controls and sanctions consulting firm, marks its first year.",
        "The old tin mine reopened as a museum.",
        "The utility asked customers to reduce natural gas use during the cold snap.",
        "She oversaw a doubling of copper output at the firm.",
        "Actual results may differ because of lower copper prices and supply disruptions.",
        "Economists had expected crude oil inventories at the hub to jump by 2 million barrels.",
        FILLER + "Zinc output could increase.",
        "Its half-year profit doubled, helped by higher tin prices and a weak rouble.",
        "The board is bullish on rising zinc prices.",
        "The note on zinc likes the smelters, underpinned by full yards and reduced treatment charges.",
        "Uranium is needed. Cooling halls takes power at night, and demand is set to double by 2034.",
        "The zinc team was enlarged in response to acquiring six permits and a camp.",
        "New burners reduce natural gas usage by a third and increase profit per worker by $900.",
        "Copper was the theme. Buying became dearer than leasing for haulers.",
        "The group operates a chrome mine that can dig 90,000 tonnes of chrome ore a year and ships to mills in Oman under contracts of many years.",
        "The gold mine goes on with stockpiling of oxide ore beside its crusher.",
        "Late tin sales led to a quarterly loss at the trading arm.",
        "Now may be when explorers raise their profile, as the supply of silver draws funds.",
        "The depot held tin worth 40 million euros, against 2 billion euros in its heyday.",
        FILLER + "The claims lie 12 miles north of the old Penrith gold mine, which will restart production.",
        "Work on manganese covers more offtake contracts and securing the road to the port.",
        "Research on uranium in this field was halted long since.",
        "The fund likes helium supply for chip plant growth.",
        "Critics speak of the dangers of increased imports of coal.",
        "Storage would shield farmers from a sudden embargo on potash.",
        "Income of 8 million euros was made on 3,020 silver ounces (SEOs) sold.",
        "A levee guards the production of potash on the island against spring interruptions.",
        "Ms. Arden led the construction of the Tarrow gold mine and raised its output by 30%.",
        "Gold has gained over the long term.",
        "A 10% rise in the zinc price adds $90 million to the value.",
        "Rising gold prices would lift our target.",
        "The process cuts water use by half and lithium losses by 80%.",
        "It is licensed to producers who want to boost lithium output.",
        "It invested $2 million in schools near the copper mine.",
        "The explorer bought its uranium property in 2020 and could drill in 2031.",
        "The land hosts the discovery of a gold deposit by a former owner.",
    ],
)
def test_aims_conditions_and_reasons_tell_nothing(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "kind", "direction"),
    [
        ("The goal is to increase copper production to 90,000 tonnes a year.", "production_change", "up"),
        ("The company is focused on restarting its tin mine.", "production_change", "resume"),
        ("Brazil said shipments of roasted coffee fell 8%.", "supply_source", "loss"),
        ("Silver shares rallied 6%.", "equity_move", "up"),
        ("Brazil exported 375,000 tonnes of coffee in September, down 18.4% from a year ago.", "supply_source", "loss"),
        ("European cocoa grind fell 4.8% from a year earlier.", "demand_change", "down"),
        (FILLER + "Zinc output could increase by 12,000 tonnes.", "production_change", "up"),
    ],
)
def test_with_a_number_or_as_a_standstill_over_they_do(text: str, kind: str, direction: str) -> None:
    assert [(signal.type, signal.direction) for signal in found(text)] == [(kind, direction)]


def test_all_that_a_denied_rumour_says_is_denied() -> None:
    text = "The chairman denied speculation that Harrow was in talks to sell its zinc mine."
    assert [signal.modality for signal in found(text)] == [Modality.DENIED]


def test_a_sentence_ends_behind_a_firm_where_a_new_one_begins() -> None:
    text = "The ground was sold by Osric Metals plc. One of the claims also holds zinc, while copper output fell 4%."
    assert [(signal.type, signal.commodities) for signal in found(text)] == [("production_change", ("copper",))]


@pytest.mark.parametrize(
    ("text", "magnitude"),
    [
        ("Gasoline stocks fell by 2.7 million barrels and are about 3% below the five-year average.", "2700000.0 bbl"),
        ("Tin prices fell after Tuesday's 4.6% surge.", None),
        ("Copper, widely used in pipes, has gained about 8% this year.", "8 percent"),
        ("Elsewhere, nickel NICKEL1! eased 0.16% to $15,210 a ton.", "0.16 percent"),
        (
            "London-traded Brent, the global benchmark for oil, finished the session up 14 cents, or 0.2%.",
            "0.2 percent",
        ),
    ],
)
def test_a_number_belongs_to_the_move_that_tells_it(text: str, magnitude: str | None) -> None:
    (signal,) = found(text)
    told = signal.magnitude
    assert (None if told is None else f"{told.value} {told.unit}") == magnitude


def test_what_the_headline_is_about_goes_before_what_is_only_mentioned() -> None:
    text = (
        "Palladium demand report\n\nPalladium users bought less palladium, the report says.\n\n"
        "Palladium rose as shops swapped gold displays.\n\nAutomotive demand declined 4% to 750,000 ounces."
    )
    signals = DETECTOR.detect(article(text)).signals
    assert [s.commodities for s in signals if s.type == "demand_change" and s.magnitude] == [("palladium",)]


def test_a_halt_to_shipments_that_is_lifted_is_a_measure_alone() -> None:
    signals = found("Ruland lifted its one-month halt on coal shipments.")
    assert [(s.type, s.direction) for s in signals] == [("export_control", "ease")]


def test_an_aside_of_several_names_parts_nothing() -> None:
    text = "Central banks, particularly those in India, Hungary and Qatar, have been hoarding gold in record amounts."
    assert [(s.type, s.direction, s.commodities) for s in found(text)] == [("stockpiling", "build", ("gold",))]


def test_what_is_negotiated_is_only_possible() -> None:
    signals = found("The company is negotiating a supply agreement for its lithium with a battery maker.")
    assert [s.modality for s in signals] == [Modality.POSSIBLE]


def test_what_prices_improve_is_not_their_own_move() -> None:
    signals = found("Falling zinc prices improved investor confidence across the region.")
    assert [(s.type, s.direction) for s in signals] == [("price_move", "down")]


def test_what_central_banks_buy_is_told_of_reserves_alone() -> None:
    assert [signal.type for signal in found("The bulletin tells of a jump in gold purchases by central banks.")] == [
        "stockpiling"
    ]


def test_the_name_of_a_firm_is_no_group_of_goods() -> None:
    assert not found("Strategic Minerals Ltd signed an offtake agreement with Fennick.")


def test_what_an_officer_tells_a_reporter_is_a_fact_and_no_talk() -> None:
    (signal,) = found(
        "The chief executive of Ostra Gas joined the studio to discuss a significant gas find at its Tarn-2 well."
    )
    assert (signal.type, signal.direction, signal.modality) == ("supply_source", "discovery", Modality.ACTUAL)
    assert [s.modality for s in found("The board met to discuss a significant gas find at Tarn-2.")] != [
        Modality.ACTUAL
    ]


def test_output_that_a_law_is_to_raise_is_its_purpose() -> None:
    text = "Ostra tells of its lithium project\n\nThe lithium project is a priority under an order to boost domestic mineral production."
    assert not found(text)


@pytest.mark.parametrize(
    "text",
    [
        "Notes on tin\n\nTin was quoted at noon.\n\nSpreads widen when tin prices rise.\n\nSuch spells end when tin exports pick up.",
        "A state reserve of cobalt could take years to build.",
        "As a rule it takes five years for a coffee crop to recover from such a frost.",
        "A new variety resists rust, which destroys coffee plants.",
        "They have been here ever since, waiting for the zinc mine to reopen.",
        "Buyers of tin are hoping for the price to fall.",
        "The mint will increase prices for some silver coins by $5 an ounce.",
        "The mint offers its silver coins at the new, higher prices.",
        "A frost that damages the coffee crop is what roasters fear.",
        "Asked about gold, her suggestion will be to buy companies producing the metal.",
        "Notes on tin\n\nTin was quoted at noon.\n\nIf a trade is done above the last one, the tin price moves up.",
    ],
)
def test_what_is_years_away_or_goes_by_rule_tells_nothing(text: str) -> None:
    assert not DETECTOR.detect(article(text)).signals


@pytest.mark.parametrize(
    "text",
    [
        "Suppose that growers raise wheat output by 12 percent in a year.",
        "For instance, the price of wheat at the gate falls to $5.10 a bushel.",
        "If every grower reaps more, then wheat prices fall.",
        FILLER + "When frost strikes Peru, zinc supply shrinks and zinc prices soar.",
        "When tin stocks build, the nearby contract sags.",
        "Day after day tin moves up or down a touch, and nobody minds.",
        "Copper prices exceeded $9,000 a tonne at their peak.",
        "The high tin price will surely boost the fortunes of the valley.",
        "The need for anode material of graphite goes on rising.",
        "Attention to lithium is at an all-time high among students.",
        "The editor recommended that silver buyers stay away.",
        "A new price cap on gas and electricity takes effect next month, the regulator said.",
        "On top came three increases in petrol duty since the spring.",
    ],
)
def test_what_is_made_up_or_of_another_thing_is_no_fact(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "For instance, zinc output fell 12 percent last year at the Harrow mine.",
        "Zinc slid and fell below $2,400 a tonne.",
        "Brazil raised the export duty on petrol to 9 percent.",
        "Zinc traded at its highest of the year.",
        "Silver prices rose 3% on demand for coins.",
        "Prices of silver rose on Monday as mints struck more coins.",
        "Frost that damaged coffee crops in Minas was the worst for years.",
        "Coffee crops in Minas were ravaged by frost last week.",
        "A severe drought is taking a heavy toll on cocoa harvests in Ghana.",
    ],
)
def test_what_was_is_told(text: str) -> None:
    assert found(text) != []


@pytest.mark.parametrize(
    "text",
    [
        "Corvane to raise potash prices",
        "Corvane Canada To Cut Coal Prices For Asian Mills",
        "Steelmakers to lift steel plate prices by 20 euros a tonne",
    ],
)
def test_a_headline_that_says_what_somebody_will_do_tells_no_purpose(text: str) -> None:
    (signal,) = DETECTOR.detect(article(text)).signals
    assert (signal.type, signal.modality) == ("price_move", Modality.EXPECTED)


@pytest.mark.parametrize("text", ["Hanoi moves to cool coal prices", "Hanoi sells rice to bring down prices"])
def test_a_headline_that_says_what_an_act_is_for_tells_no_price(text: str) -> None:
    assert [signal for signal in DETECTOR.detect(article(text)).signals if signal.type == "price_move"] == []
