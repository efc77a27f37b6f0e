"""What surveys and weekly notes on one metal tell of its works, stocks and users, and leave its name to their headline."""

from datetime import UTC, datetime

import pytest
from tests.unit.detect.shipped import DETECTOR

from tocsin.messages import Modality, Signal
from tocsin.testing.builders import article


def told(sentence: str, goods: str = "antimony") -> list[Signal]:
    head = (
        f"{goods.capitalize()} Weekly Review\n\nEx-works {goods} was quoted at 18,000-18,200 yuan/mt on Friday, unchanged on the week, "
        f"as the {goods} market stayed quiet.\n\n"
    )
    dated = article(head + sentence).model_copy(
        update={"published_at": datetime(2026, 5, 14, tzinfo=UTC), "dated": True}
    )
    signals = DETECTOR.detect(dated).signals
    return [s for s in signals if s.evidence.start >= len(head) and s.modality is not Modality.HISTORICAL]


def facts(sentence: str, goods: str = "antimony") -> set[tuple[str, str | None, str]]:
    return {(s.type, s.direction, id_) for s in told(sentence, goods) for id_ in s.commodities}


@pytest.mark.parametrize(
    ("sentence", "direction"),
    [
        ("Checks by the fire brigade keep nine small mines in Yulin shut.", "halt"),
        ("A safety campaign has kept most mines in western Hunan closed since mid-April.", "halt"),
        ("Two works in Guangxi lit their furnaces again last Monday.", "resume"),
        ("Five producers were under maintenance in April, against two in March.", "halt"),
        ("Of the 30 producers in the sample, 12 made nothing in April.", "halt"),
        ("The refinery in Liuzhou came back from maintenance on Monday.", "resume"),
        ("Smelters live off their stocks; one in Ulsan has halted its oxide line until new feed arrives.", "halt"),
        ("The respondents expect output in May to shrink by a further 3-5%.", "down"),
        ("Sample plants in Guizhou ran at 71% of capacity, 4 percentage points more than a week before.", "up"),
        ("Of the 14 plants covered, three lay still all month.", "halt"),
        ("Three of the 14 plants made no antimony at all.", "halt"),
        ("The quota for mining and smelting was raised by 5.1% to 61,000 tons.", "up"),
        ("With the new feed, Pennant wants to bring output back to 150 tonnes a month.", "up"),
    ],
)
def test_works_of_a_note_make_what_its_headline_names(sentence: str, direction: str) -> None:
    assert ("production_change", direction, "antimony") in facts(sentence)


def test_a_stop_of_many_months_is_background() -> None:
    assert not facts("A flood has kept most mines in western Hunan closed since October.")


@pytest.mark.parametrize(
    "sentence",
    [
        "Orders from alloy plants emptied the yards, and in-plant stocks dropped by 2,300 mt over the week.",
        "Warehouses in five regions held 61,000 mt on Monday, 2,400 mt less than a week ago.",
    ],
)
def test_stocks_in_the_works_are_of_the_headlines_goods(sentence: str) -> None:
    assert ("inventory_change", "down", "antimony") in facts(sentence)


@pytest.mark.parametrize(
    ("sentence", "direction"),
    [
        ("Steelmakers' use of vanadium in April is put at 8,100 mt, 4.2% less than in March.", "down"),
        (
            "Storage did well: tenders came to 2.1 GWh, and the sector used 38% more vanadium than a year before.",
            "up",
        ),
    ],
)
def test_users_use_what_the_sentence_names_behind_them(sentence: str, direction: str) -> None:
    assert facts(sentence, "vanadium") == {("demand_change", direction, "vanadium")}


def test_buyers_are_called_after_what_they_make() -> None:
    assert ("demand_change", "down", "aluminium_alloy") not in facts("Aluminium alloy makers bought hand to mouth.")


@pytest.mark.parametrize(
    "sentence",
    [
        "No ore has come across from Kachin since the rains cut the road on May 2.",
        "No concentrate has arrived from Tajikistan since the pass was closed.",
    ],
)
def test_nothing_that_comes_in_is_a_source_lost(sentence: str) -> None:
    assert ("supply_source", "loss", "antimony") in facts(sentence)


@pytest.mark.parametrize(
    ("sentence", "direction"),
    [
        ("Ore imports from Myanmar have resumed.", "resume"),
        ("Ore imports from Myanmar have stopped again.", "loss"),
        ("Shipments of antimony oxide abroad came to only 412 mt, 71% lower than a year earlier.", "loss"),
        ("Customs data show a marked decline in shipments of antimony to Japan this year.", "loss"),
        ("The first trucks with antimony ore from Alaska reached the smelter last week.", "new"),
    ],
)
def test_what_comes_in_or_goes_abroad_is_a_source(sentence: str, direction: str) -> None:
    assert {(s.type, s.direction) for s in told(sentence)} == {("supply_source", direction)}


def test_stocks_of_consumption_areas_are_stocks() -> None:
    sentence = "Antimony ingot inventory in major consumption areas rose by 110 mt on the week to 6,450 mt."
    assert facts(sentence) == {("inventory_change", "up", "antimony")}


def test_imports_of_ore_are_of_the_headlines_goods() -> None:
    assert facts("Imports of high-grade ore fell 9% in April.") == {("demand_change", "down", "antimony")}


@pytest.mark.parametrize(
    ("sentence", "direction"),
    [
        ("The ban has been lifted for a year: the ministry suspended it on May 9.", "ease"),
        ("The ministry widened its controls to antimony alloys and to the machines that refine them.", "tighten"),
        (
            "The export of antimony, tin and bismuth to the United States will not be permitted, the ministry said.",
            "tighten",
        ),
        ("The ministry suspended two sections of its notice on exports of antimony to Japan.", "ease"),
        ("China has completely banned the export of antimony to Japan.", "tighten"),
    ],
)
def test_measures_are_told_of_one_more_goods_or_none(sentence: str, direction: str) -> None:
    assert {(s.type, s.direction) for s in told(sentence)} == {("export_control", direction)}


@pytest.mark.parametrize(
    ("sentence", "type_"),
    [
        ("Pennant has contracted 2,400 tonnes of antimony concentrate from a mine in Bolivia.", "large_contract"),
        ("The company signed up 900 tonnes a year of antimony ore until the end of 2029.", "large_contract"),
        ("The agency will add up to 3,000 tons of antimony ingot to the stockpile.", "stockpiling"),
    ],
)
def test_tonnages_that_are_taken(sentence: str, type_: str) -> None:
    assert {s.type for s in told(sentence)} == {type_}


def test_a_rebound_before_the_news_is_no_news() -> None:
    assert facts("After a rebound in January, production fell by 4% in April.") == {
        ("production_change", "down", "antimony")
    }


def test_a_line_built_to_make_goods_is_a_new_source() -> None:
    sentence = "If the permit comes, the line will be built out to recover 30 tonnes of gallium a year from 2029."
    assert facts(sentence, "gallium") == {("supply_source", "new", "gallium")}


def test_the_whole_output_of_a_mine_is_bought_and_not_the_mine() -> None:
    sentence = "In Utah, Pennant has agreed to buy the whole output of the Silver Reef mine for six years."
    assert {(s.type, s.direction) for s in told(sentence)} == {("large_contract", "offtake")}


@pytest.mark.parametrize(
    "sentence",
    [
        "Eastern Germanium rose by the daily limit of 10%, and Zhang River Tungsten gained 6.2%.",
        "The China Smelters Purchase Team met in Kunming last week.",
        "The company has no plan to acquire other assets within three months.",
        "Many mines in Cornwall closed for good after the First World War.",
        "Ore plants are booked out until July.",
        "Wang Lei has sold his 3% holding in the smelter to his brother.",
    ],
)
def test_shares_teams_and_old_wars_are_no_facts(sentence: str) -> None:
    assert not told(sentence)


def test_the_programme_of_a_gathering_tells_nothing() -> None:
    text = (
        "Antimony and Tin Forum, Hanoi, 3-4 June\n\nEarly birds save 15%; registration is open to delegates and speakers.\n\n"
        "Agenda\n09:00 Opening by the sponsors\n10:20 Coffee break for participants\n11:00 Round table: falling production in Hunan\n"
        "14:00 Contract law: termination and force majeure\n\nFees rise by $200 on May 1. Exhibitors: antimony traders.\n"
    )
    assert not DETECTOR.detect(article(text)).signals


def test_news_from_a_gathering_stays_news() -> None:
    text = "Antimony Prices Rise 4%, Traders Tell Forum\n\nAntimony rose 4% to $41,000 a tonne this week, traders said at the forum.\n"
    assert DETECTOR.detect(article(text)).signals


@pytest.mark.parametrize(
    ("sentence", "direction"),
    [
        ("Buyers in Europe took 210 mt of antimony ingot, against 95 mt in July.", "up"),
        ("Orders at flame-retardant plants fell by a fifth.", "down"),
        ("The tender of the big mill called for 1,900 mt of antimony, 300 mt more than in April.", "up"),
        ("Oxide makers plan to take 4% less antimony in June.", "down"),
        ("Chip makers will need twice as much antimony by 2030, the agency says.", "up"),
    ],
)
def test_what_buyers_took_ask_for_or_will_need(sentence: str, direction: str) -> None:
    assert facts(sentence) == {("demand_change", direction, "antimony")}


@pytest.mark.parametrize(
    ("sentence", "type_", "direction"),
    [
        ("LME warehouses took in 1,150 mt and stood at 18,000 mt.", "inventory_change", "up"),
        ("Warehouse receipts for antimony fell by 1,200 mt to 22,400 mt.", "inventory_change", "down"),
        ("Unsold ingot at plants mounted to 61,000 mt.", "inventory_change", "up"),
        ("Antimony output was 1,310 mt in April, the most this year.", "production_change", "up"),
        ("The plants lost 900 mt of antimony to a power cut.", "production_change", "down"),
        ("Pennant wants to make 1,100 tonnes of antimony a year at Boise by 2028.", "supply_source", "new"),
        ("Exporters no longer need a permit for antimony scrap.", "export_control", "ease"),
        ("The EU let its duty on antimony lapse.", "export_control", "ease"),
        ("China's reserve bureau is to buy 3,000 tons of antimony.", "stockpiling", "build"),
    ],
)
def test_stores_works_and_offices_in_plain_words(sentence: str, type_: str, direction: str) -> None:
    assert facts(sentence) == {(type_, direction, "antimony")}


@pytest.mark.parametrize(
    ("sentence", "type_", "direction"),
    [
        ("As a result, raw material stocks fell to less than nine days of use.", "inventory_change", "down"),
        ("One large works told us it shut its second furnace for relining.", "production_change", "halt"),
        ("The operating rate of primary smelters edged up to 69.4%.", "production_change", "up"),
        ("Their operating rate dipped under 60% in May, the first time since March.", "production_change", "down"),
        ("According to participants, mines of lean ore in Nandan restarted last week.", "production_change", "resume"),
        ("Recycled output went up 9% MoM.", "production_change", "up"),
        ("A leading plant relit seven furnaces last week.", "production_change", "resume"),
        ("The price of trioxide has more than doubled since January.", "price_move", "up"),
        ("Ingot quotes rose by 500 yuan/mt over the week.", "price_move", "up"),
    ],
)
def test_nouns_of_surveys_leave_their_goods_to_the_headline(sentence: str, type_: str, direction: str) -> None:
    assert facts(sentence) == {(type_, direction, "antimony")}


def test_a_price_in_tonnes_ends_its_sentence() -> None:
    signals = told("Copper gained 300 yuan to 80,100 yuan/mt. Zinc lost 80 yuan to 22,400 yuan/mt.", "copper")
    assert [s.evidence.text.count(".") for s in signals] == [1, 1]


def test_tonnes_behind_a_number_end_their_sentence() -> None:
    signals = told("Copper cathode stocks rose by 3,200 mt. Rod makers cut their operating rate to 61%.", "copper")
    assert [s.evidence.text.count(".") for s in signals] == [1, 1]


def test_the_label_of_a_sentence_names_the_goods_of_works_that_name_none() -> None:
    sentence = "Bismuth: after an inspection, four smelters shut their old reverberatory furnaces."
    assert facts(sentence, "indium") == {("production_change", "halt", "bismuth")}


def test_weeks_in_a_row_are_no_stock_of_days() -> None:
    (signal,) = told("Sample inventories have dropped for six weeks in a row, to 31,000 tonnes.", "lithium carbonate")
    assert signal.magnitude is not None
    assert f"{signal.magnitude.value:f} {signal.magnitude.unit}" == "31000 t"


def test_what_works_had_been_before_only_says_which() -> None:
    assert facts("In Anhui a plant that had resumed in March stopped once more.", "zinc") == {
        ("production_change", "halt", "zinc")
    }


def test_works_that_sell_goods_are_not_sold() -> None:
    assert facts("Zinc smelters sold crude bismuth at lower prices.", "bismuth") == {("price_move", "down", "bismuth")}


def test_the_first_months_of_a_year_bring_no_first_goods() -> None:
    assert not facts("Over the first five months, the country sent abroad 5,300 tonnes of tungsten.", "tungsten")


def test_shipments_below_a_headline_of_exports_are_exports() -> None:
    text = "Tungsten exports in May\n\nShipments of tungsten trioxide tumbled to 57 tonnes from 304 tonnes a year earlier.\n"
    assert {(s.type, s.direction) for s in DETECTOR.detect(article(text)).signals} == {("supply_source", "loss")}


@pytest.mark.parametrize(
    "sentence",
    [
        "A Chilean miner and a Chinese smelter agreed on treatment charges of $0 per tonne for 2027.",
        "The two sides shook hands on treatment and refining charges of $5 a tonne.",
        "Annual treatment charges were settled at $12 per tonne on Friday.",
    ],
)
def test_treatment_charges_agreed_are_a_contract(sentence: str) -> None:
    assert ("large_contract", "supply", "copper") in facts(sentence, "copper")


def test_an_offer_turned_down_settles_no_charges() -> None:
    assert not facts("The smelters have not agreed to treatment charges of -$12 per tonne.", "copper")


def test_metal_in_concentrate_is_what_mines_make() -> None:
    sentence = (
        "Zinc in concentrate came to 30.2kt, up 8% on the year, but lead in concentrate fell to 6.1kt from 7.3kt."
    )
    assert facts(sentence, "zinc") == {("production_change", "up", "zinc"), ("production_change", "down", "lead")}


@pytest.mark.parametrize(
    ("sentence", "number"),
    [
        ("The operating rate declined to 54.2%, down 6.5 percentage points.", "6.5 pp"),
        ("Antimony eased to 151,000-152,000 yuan/mt, 2,000 yuan/mt cheaper than a day ago.", "2000 CNY/t"),
    ],
)
def test_the_step_and_not_the_level_or_the_sample_is_the_number(sentence: str, number: str) -> None:
    (signal,) = told(sentence)
    assert signal.magnitude is not None
    assert f"{signal.magnitude.value.normalize():f} {signal.magnitude.unit}" == number


@pytest.mark.parametrize(
    "sentence",
    ["By Thursday, 11 of 41 sampled plants had ceased production."],
)
def test_how_many_there_are_is_not_how_many_stopped(sentence: str) -> None:
    (signal,) = told(sentence)
    assert signal.magnitude is None or signal.magnitude.value != 41


@pytest.mark.parametrize(
    ("sentence", "goods", "fact"),
    [
        (
            "A gallium line at an alumina refinery was commissioned last month.",
            "gallium",
            ("supply_source", "new", "gallium"),
        ),
        (
            "Police stopped a lorry whose papers said solder, and found 60 kg of undeclared gallium on it.",
            "gallium",
            ("smuggling", "reported", "gallium"),
        ),
        (
            "Traders ship antimony as dross to evade the controls.",
            "antimony",
            ("smuggling", "reported", "antimony"),
        ),
        ("Kinshasa will let cobalt leave the country again from July.", "cobalt", ("export_control", "ease", "cobalt")),
        (
            "Export approvals for germanium have lately been granted more quickly, exporters said.",
            "germanium",
            ("export_control", "ease", "germanium"),
        ),
        (
            "Stocks of concentrate were sufficient for 12 days, three days less than a month ago.",
            "zinc",
            ("inventory_change", "down", "zinc"),
        ),
        ("Oxide makers agreed on a joint cut of 25% from June 1.", "zinc", ("production_change", "down", "zinc")),
        ("Apparent demand recovered to 2.3 million mt in May.", "copper", ("demand_change", "up", "copper")),
        ("Zinc slipped through $2,300 a tonne on Monday.", "zinc", ("price_move", "down", "zinc")),
        ("Zinc outside China has gone up more than fivefold since January.", "zinc", ("price_move", "up", "zinc")),
        (
            "A smelter in Shandong will start a 35-day maintenance on June 5, affecting 18,000 mt of output.",
            "copper",
            ("production_change", "halt", "copper"),
        ),
        (
            "Its rival secured 150,000 tonnes a year of concentrate from Red Butte over eight years.",
            "copper",
            ("large_contract", "supply", "copper"),
        ),
        (
            "A producer marked up its long-term contract price for concentrate by 15,000 yuan/mt.",
            "tungsten",
            ("price_move", "up", "tungsten"),
        ),
        (
            "Imports of tin ore from Myanmar came to a standstill after the gate was shut.",
            "tin",
            ("supply_source", "loss", "tin"),
        ),
    ],
)
def test_facts_of_weekly_notes(sentence: str, goods: str, fact: tuple[str, str, str]) -> None:
    assert facts(sentence, goods) == {fact}


@pytest.mark.parametrize(
    "sentence",
    [
        "Recycled material contributed 8,700 mt, 11% more than in March.",
        "Buyers in Japan still wait for export licences.",
    ],
)
def test_tonnes_are_no_prices_and_waiting_is_no_measure(sentence: str) -> None:
    assert not facts(sentence)


@pytest.mark.parametrize(
    ("sentence", "goods", "fact"),
    [
        ("Utilisation at the plants recovered to 71% from 66%.", "zinc", ("production_change", "up", "zinc")),
        (
            "Ferromolybdenum tenders this month exceeded 14,000 mt, 2,000 mt more than in April.",
            "molybdenum",
            ("demand_change", "up", "ferromolybdenum"),
        ),
        (
            "Titanium sponge producers trimmed their offers by 500 yuan/mt.",
            "titanium",
            ("price_move", "down", "titanium_sponge"),
        ),
        (
            "The imported zinc concentrate index fell by $10/dmt to $83/dmt.",
            "zinc",
            ("price_move", "down", "zinc_concentrate"),
        ),
        ("Mines of lean ore reopened in Longchuan.", "rare earth", ("production_change", "resume", "rare_earths")),
    ],
)
def test_further_nouns_of_weekly_notes(sentence: str, goods: str, fact: tuple[str, str, str]) -> None:
    assert fact in facts(sentence, goods)


def test_offers_of_a_second_clause_are_its_own() -> None:
    sentence = "Ingot in China crept up by 900 yuan/mt, whereas offers in Rotterdam retreated to $40,000-41,000/mt."
    assert ("price_move", "down", "antimony") in facts(sentence)


def test_another_paragraph_goes_back_to_the_headlines_goods() -> None:
    text = "Holmium oxide slid 2% to 500,000 yuan/mt this week.\n\nMines in Longnan restarted on Monday."
    assert ("production_change", "resume", "rare_earths") in facts(text, "rare earths")


def test_quotas_used_up_do_not_rise() -> None:
    assert not facts("The second batch of mining quotas is almost used up.", "tungsten")


@pytest.mark.parametrize(
    ("sentence", "goods", "fact"),
    [
        (
            "Zinc ingot stocks at five locations stood at 52,400 mt, 3,100 mt above last Thursday.",
            "zinc",
            ("inventory_change", "up", "zinc"),
        ),
        ("Zinc ingot averaged 22,300 yuan/mt, 300 yuan/mt below last Friday.", "zinc", ("price_move", "down", "zinc")),
        ("Oxide makers in Hunan reported fuller order books in May.", "zinc", ("demand_change", "up", "zinc")),
        ("Oxide makers in Hunan spoke of thinner order books in May.", "zinc", ("demand_change", "down", "zinc")),
    ],
)
def test_what_notes_hold_against_the_week_before(sentence: str, goods: str, fact: tuple[str, str, str]) -> None:
    assert facts(sentence, goods) == {fact}


def test_goods_added_to_a_list_have_no_price() -> None:
    sentence = "The ministry put more rare earths under licence: 2 more, holmium and erbium, are added on May 8."
    assert not {fact for fact in facts(sentence, "rare earths") if fact[0] == "price_move"}
