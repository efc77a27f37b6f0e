"""Backdrop and past days: what a release tells as the setting of its news counts below it, and what is long past is background."""

from datetime import UTC, datetime

import pytest
from tests.unit.detect.shipped import ALERTS, DETECTOR

from tocsin.messages import Article, Modality, Signal

HEAD = "Tessel Metals opens an office for its {0} business\n\nTessel Metals opened a {0} office in Perth. Its directors met there. Staff moved in. The rooms are bright.\n\n"


def told(sentence: str, goods: str, type_: str, published: datetime) -> list[Signal]:
    article = Article(
        article_id="a" * 26,
        source="test",
        id="1",
        text=HEAD.format(goods) + sentence,
        published_at=published,
        ingested_at=published,
        language="en",
    )
    return [signal for signal in DETECTOR.detect(article).signals if signal.type == type_]


@pytest.mark.parametrize(
    ("type_", "goods", "sentence"),
    [
        ("demand_change", "tin", "Tin is vital for chips and solder, all of which are seeing growing tin demand."),
        ("demand_change", "tin", "The office, he said, addresses a rising demand for tin."),
        ("demand_change", "cobalt", "Cobalt demand is projected to recover as the world turns to cleaner power."),
        ("demand_change", "cobalt", "Analysts project a 210% increase in cobalt demand by 2033."),
        ("production_change", "tin", "“Tin output will rise again with your help.”"),
        ("price_move", "tin", "Loans on metal grew 25% on higher tin prices."),
        ("price_move", "tin", "Its yearly profit fell to $40 million because of lower tin prices."),
        ("price_move", "zinc", "Half-year earnings of $90 million were driven by higher zinc prices."),
        ("price_move", "zinc", "Weaker zinc prices cut into its annual earnings."),
        ("mna", "copper", "The quarter included a gain of $40 million from the sale of its copper mine in Peru."),
        ("mna", "zinc", "Net cash rose after proceeds of $90 million from the disposal of its zinc smelter."),
        (
            "mna",
            "gold",
            "The quarter excludes a gain of $87.4 million, or $1.54 a share, from the sale of 51% of its gold mine.",
        ),
        ("supply_source", "zinc", "Peru's zinc exports were worth $190 million in May, 6% more than a year earlier."),
        ("supply_source", "zinc", "Peru's zinc exports fell 12% to $60 million."),
        ("price_move", "tin", "Tin might climb to $40,000 a tonne next year."),
        ("price_move", "tin", "Analysts at Calder Bank expect tin to average $36,000 a tonne."),
        ("price_move", "tin", "She remains upbeat about the market, predicting further rises in tin prices."),
        ("stockpiling", "gold", "Central banks across the globe have increased their gold reserves to record levels."),
        (
            "production_change",
            "zinc",
            "The plan includes an underground zinc mine and a rebuilt mill, aiming to double zinc output.",
        ),
        (
            "supply_source",
            "lithium",
            "The construction of the lithium plant represents a key milestone in its plan to advance toward output.",
        ),
        (
            "large_contract",
            "zinc",
            "Deliveries of zinc concentrate under the offtake agreement with Vesk Smelting went well.",
        ),
    ],
)
def test_what_is_told_as_the_setting_alerts_nobody(type_: str, goods: str, sentence: str) -> None:
    signals = told(sentence, goods, type_, datetime(2026, 7, 14, 8, tzinfo=UTC))
    assert all(signal.relevance < ALERTS for signal in signals)


@pytest.mark.parametrize(
    ("type_", "goods", "sentence"),
    [
        ("price_move", "silver", "In April 2026, silver prices soared to over $61 per ounce, up 14% on the year."),
        ("price_move", "silver", "Silver prices soared to $61 per ounce on 9 April 2026."),
        (
            "production_change",
            "tin",
            "On April 21, 2026, the company announced its results, revealing that tin production doubled.",
        ),
        (
            "production_change",
            "tin",
            "The company announced on May 7th, 2026, that it had resumed tin production at Ridley.",
        ),
        ("stockpiling", "gold", "In 2025, central banks together bought a record 1,190 tons of gold for reserves."),
    ],
)
def test_what_its_own_sentence_dates_long_ago_is_background(type_: str, goods: str, sentence: str) -> None:
    signals = told(sentence, goods, type_, datetime(2026, 7, 14, 8, tzinfo=UTC))
    assert signals
    assert {signal.modality for signal in signals} == {Modality.HISTORICAL}


@pytest.mark.parametrize(
    ("type_", "goods", "sentence"),
    [
        ("production_change", "tin", "In April 2026, tin production fell 5% from a year earlier."),
        ("production_change", "tin", "On July 9, 2026, the company announced that tin production doubled."),
        ("price_move", "silver", "In June 2026, silver prices soared to over $61 per ounce."),
        ("price_move", "silver", "Silver prices soared 4% on Monday to their highest since April 9, 2020."),
        ("demand_change", "tin", "Demand for tin rose 8% in the first half."),
        ("supply_source", "gold", "The company poured its first gold at the Ridley mine on Friday."),
    ],
)
def test_figures_told_weeks_later_and_new_facts_stay(type_: str, goods: str, sentence: str) -> None:
    signals = told(sentence, goods, type_, datetime(2026, 7, 14, 8, tzinfo=UTC))
    assert signals
    assert all(signal.modality is Modality.ACTUAL and signal.relevance >= ALERTS for signal in signals)


@pytest.mark.parametrize(
    ("type_", "sentence", "values"),
    [
        ("price_move", "Recently tin prices passed the $38,000 per ton mark, helped by buyers.", {"level": "38000"}),
        ("price_move", "He spoke of rising tin prices, with forecasts that the price could reach $45,000 a ton.", {}),
        (
            "production_change",
            "The deal brings an increase in tin production to 9,000 tons a year by 2027 and 14,000 tons a year by 2028.",
            {"level": "9000"},
        ),
    ],
)
def test_marks_and_later_steps_are_levels_and_hopes_no_number(
    type_: str, sentence: str, values: dict[str, str]
) -> None:
    signals = told(sentence, "tin", type_, datetime(2026, 7, 14, 8, tzinfo=UTC))
    assert [{name: str(m.low) for name, m in signal.magnitudes.items()} for signal in signals] == [values]


def test_growth_of_another_noun_is_no_move_of_the_goods_before_it() -> None:
    sentence = (
        "Its shares have not followed tin prices or the growth in resources, which have expanded by 310% since 2019."
    )
    assert told(sentence, "tin", "price_move", datetime(2026, 7, 14, 8, tzinfo=UTC)) == []


def test_goods_that_a_firm_turns_to_are_not_those_it_sells() -> None:
    sentence = "To shift investment towards helium, it is selling the Orsa crude oil assets."
    signals = told(sentence, "helium", "mna", datetime(2026, 7, 14, 8, tzinfo=UTC))
    assert [signal.commodities for signal in signals] == [("crude_oil",)]


def test_a_tally_of_producers_counts_below_their_figure() -> None:
    moment = datetime(2026, 7, 14, 8, tzinfo=UTC)
    tally, plain = (
        told(f"Last month {who} reduced tin production.", "tin", "production_change", moment)[0]
        for who in ("11 producers", "producers")
    )
    assert tally.relevance < plain.relevance
