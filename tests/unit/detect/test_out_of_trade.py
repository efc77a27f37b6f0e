"""Words of facts that serve another trade tell none: units in demand, wares counted, shares quoted, moves only reckoned."""

import pytest
from tests.unit.detect.shipped import DETECTOR

from tocsin.testing.builders import article


def _told(text: str) -> set[tuple[str, str]]:
    return {(signal.type, signal.direction) for signal in DETECTOR.detect(article(text)).signals}


@pytest.mark.parametrize(
    "text",
    [
        "Larkhill Silver announces the closing of its private placement, upsized from C$6 million owing to strong demand.",
        "Pipeline Copper, a software firm, said demand from insurance brokers doubled in 2025.",
        "Newmont doubles its landholding in Nevada after a swap of claims.",
        "The share of Siberian zinc in the sheds of Rotterdam climbed from 12% to 19%.",
        "The tellurium was recovered from slimes that a smelter in Utah sends out.",
        "Iron ore did find some demand from mills on Tuesday.",
        "Tarn is ramping up exploration at its Kolby copper project.",
        "Nickel Cards struck a supply agreement with a bank for up to 300,000 brushed-steel cards.",
        "Hartley Software today announced it has acquired Lithium Studios for $31 million.",
        "截至收盘,平岭黄金涨1.8%,报8.42元。",
        "镀锌平盘",
        "“First gas is the moment every builder works for,” the chief executive said.",
    ],
)
def test_other_trade_tells_no_fact(text: str) -> None:
    assert _told(text) == set()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("A panel finds Peru's zinc export quotas to be lawful.", {("export_control", "tighten")}),
        (
            "Tovara has ended its contract for 6,000 tonnes of magnesium alloy, citing lower car output.",
            {("large_contract", "terminate")},
        ),
        ("电价每度下调一分钱,其效果等同于电煤价格每吨上涨30元。", {("price_move", "down")}),
        ("5月中旬粗钢产量同比增长-8.3%。", {("production_change", "down")}),
        ("该国国防后勤局发布招标文件,计划为国防储备采购最多6200吨合金级钴。", {("stockpiling", "build")}),
        ("Demand for copper from cable makers doubled in 2025.", {("demand_change", "up")}),
        (
            "截至5月14日,锡锭社会库存9310吨,周环比增加320吨,现货成交清淡。",
            {("inventory_change", "up")},
        ),
        ("The central bank bought 14 tonnes of gold; its gold reserve grew to 61 tonnes.", {("stockpiling", "build")}),
        ("Kolby has found lithium at its Tarn project.", {("supply_source", "discovery")}),
        ("昨日国内黄金涨1.2%,报812.40元/克。", {("price_move", "up")}),
    ],
)
def test_the_fact_beside_it_stands(text: str, told: set[tuple[str, str]]) -> None:
    assert _told(text) == told


def test_investors_do_ask_for_precious_metals() -> None:
    assert ("demand_change", "up") in _told("Gold rose as demand from investors grew.")
    assert ("demand_change", "up") not in _told("Zinc rose as demand from investors grew.")


def test_a_bulk_sample_in_the_headline_makes_no_source() -> None:
    head = "Tovar Begins 9,000-Tonne Bulk Sample at Its Larkhill Gold Project"
    assert _told(head + "\n\nRoads were built this spring, with extraction scheduled to begin in June.") == set()
