"""Counted: quantities go on with the stocks or output that the text has just counted."""

import pytest
from tests.unit.detect.shipped import DETECTOR, RULES

from tocsin.detect.findings.reparse import exceptions
from tocsin.testing.builders import article

OIL = "Crude stocks in Ostland rise\n\nCrude oil inventories in Ostland rose by 3.1 million barrels in seven days. "
COPPER = "Copper output slips in March\n\nCopper production in Chile fell 3.1% in March.\n\n"
ZINC = "LME zinc stocks sink\n\nZinc stocks in LME warehouses fell 2,300 tonnes on Tuesday to 61,400 tonnes. "

PORTS = "铁矿石港口库存周报\n\n本周铁矿石港口库存降至1.38亿吨。"


def told(text: str) -> list[tuple[str, str, tuple[str, ...]]]:
    signals = DETECTOR.detect(article(text)).signals
    assert [fault for signal in signals for fault in exceptions(signal, text, RULES)] == []
    return [(s.type, s.direction, s.commodities) for s in signals if s.evidence.end >= len(text.rstrip())]


@pytest.mark.parametrize(
    ("text", "kind", "direction", "goods"),
    [
        (OIL + "Gasoline rose by 0.9 million barrels.", "inventory_change", "up", "gasoline"),
        (OIL + "Distillates dropped by 1.2 million barrels.", "inventory_change", "down", "diesel"),
        (COPPER + "At Los Ranchos the figure was 22,300 tonnes, down 11%.", "production_change", "down", "copper"),
        (COPPER + "Codelvar managed 118,000 tonnes, 2% above last year's March.", "production_change", "up", "copper"),
        (
            COPPER + "Collahuara turned out 41,000 tonnes, 8% less than a year ago.",
            "production_change",
            "down",
            "copper",
        ),
        (ZINC + "Metal available for withdrawal shrank 14% to 31,000 tonnes.", "inventory_change", "down", "zinc"),
        (ZINC + "Port Klang kept 12,000 tonnes, 900 tonnes fewer than in April.", "inventory_change", "down", "zinc"),
        (ZINC + "In Singapore 600 tonnes arrived.", "inventory_change", "up", "zinc"),
        (ZINC + "Kaohsiung alone let go of 1,900 tonnes.", "inventory_change", "down", "zinc"),
        (PORTS + "其中澳矿6100万吨,减少90万吨。", "inventory_change", "down", "iron_ore"),
        (PORTS + "巴西矿5200万吨,较上周增加30万吨。", "inventory_change", "up", "iron_ore"),
    ],
)
def test_a_quantity_goes_on_with_what_was_counted(text: str, kind: str, direction: str, goods: str) -> None:
    assert told(text) == [(kind, direction, (goods,))]


@pytest.mark.parametrize(
    "text",
    [
        COPPER + "Los Ranchos employs 3,100 people, 4% fewer than a year earlier.",
        COPPER + "The port moved 41,000 tonnes of apples, 8% less than a year earlier.",
        COPPER + "Its waste dump took 41,000 tonnes, 8% less than a year earlier.",
        ZINC + "The firm signed for 12,000 tonnes, 900 tonnes fewer than in April.",
        PORTS + "港口从业人员6.1万人,减少900人。",
        PORTS + "日均发运318万吨,减少3万吨。",
        ZINC + "A ship of 31,000 tonnes came in, 4% more than planned.",
    ],
)
def test_other_quantities_do_not(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "type_of_copper"),
    [
        ("Lead stocks fall 9%; copper up 4%", "inventory_change"),
        ("Lead stocks fall 9%; copper up $40 a tonne", "price_move"),
        ("Lead prices fall 9%; copper up 4%", "price_move"),
        ("Lead stocks fall 9%. Copper up 4%", "price_move"),
    ],
)
def test_goods_behind_a_semicolon_go_on_with_what_was_counted(text: str, type_of_copper: str) -> None:
    signals = DETECTOR.detect(article(text)).signals
    assert [s.type for s in signals if s.commodities == ("copper",) and s.direction == "up"] == [type_of_copper]


def test_other_goods_beside_a_total_changed_by_a_part() -> None:
    text = (
        "Zinc imports drop in May\n\nImports of zinc were 41,000 tonnes, a fall of 9% on the year.\n\n"
        "Bismuth, reported separately, was 1,140 tonnes, up by almost a third from April."
    )
    told = [(s.type, s.direction, s.commodities) for s in DETECTOR.detect(article(text)).signals]
    assert ("demand_change", "up", ("bismuth",)) in told
