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
