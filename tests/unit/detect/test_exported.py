"""Exported: what a country sends out is supply to others, save where the trade reads exports as demand."""

import pytest
from tests.unit.detect.shipped import DETECTOR, dated

from tocsin.testing.builders import article


def told(text: str) -> list[tuple[str, str]]:
    return [(signal.type, signal.direction) for signal in DETECTOR.detect(dated(text)).signals]


@pytest.mark.parametrize(
    ("text", "direction"),
    [
        ("Brazil's exports of bauxite fell to 310,000 tonnes in May from 420,000 tonnes in April.", "loss"),
        ("Gallium exports from China were 1.1 tonnes in July against 4.6 tonnes a year earlier.", "loss"),
        ("Madagascar's graphite exports rose 22% to 61,000 tonnes in the first half.", "new"),
        ("Shipments of cobalt hydroxide from Congo doubled in October.", "new"),
        ("The port of Durban halts loading of chrome ore after a cyberattack.", "loss"),
        ("Pipeline gas flows from Algeria rose to 72 million cubic metres per day on Monday.", "new"),
    ],
)
def test_what_a_country_sends_out_is_supply(text: str, direction: str) -> None:
    assert told(text) == [("supply_source", direction)]


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("Exports of palm oil rose 11% in the first twenty days of March.", ("demand_change", "up")),
        ("Swiss gold exports to Turkey were down 38% in May.", ("demand_change", "down")),
        ("Traders increased shipments of aluminium into the country.", ("demand_change", "up")),
        ("Shipments of nickel into storage fell 12% in May.", ("inventory_change", "down")),
        ("Weekly export sales of soybeans rose to 1.1 million tonnes.", ("demand_change", "up")),
        ("China shipped in 391,000 tonnes of copper in June, 4% more than a year earlier.", ("demand_change", "up")),
        ("The Halden mine shipped 15% less zinc concentrate in the quarter.", ("production_change", "down")),
    ],
)
def test_what_buyers_book_and_what_a_mine_makes_are_not(text: str, fact: tuple[str, str]) -> None:
    assert told(text) == [fact]


def test_exports_that_a_state_stops_are_a_measure_and_no_lost_source() -> None:
    assert told("Niger has suspended exports of uranium.") == [("export_control", "tighten")]


@pytest.mark.parametrize(
    ("text", "weighs"),
    [
        ("Peru's zinc exports jump to $212 million in September", False),
        ("Australia's lithium exports climb to A$900 million", False),
        ("Guinea bauxite exports rise to 16 million tonnes in July", True),
        ("Peru's zinc exports surge in August", True),
    ],
)
def test_exports_told_by_their_worth_alone_weigh_little(text: str, weighs: bool) -> None:
    (signal,) = DETECTOR.detect(article(text)).signals
    assert (signal.type, signal.direction) == ("supply_source", "new")
    assert (signal.relevance > 40) is weighs


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("理查兹湾港停运，铬矿出口中断。", ("supply_source", "loss")),
        ("飓风逼近，港区停止作业，玉米装船推迟。", ("supply_source", "loss")),
        ("理查兹湾港恢复作业，铬矿装船重启。", ("supply_source", "resume")),
        ("当地两座粮食码头停运，玉米等待装船。", ("supply_source", "loss")),
        ("该公司位于防城港的30万吨/年烧碱装置遭遇不可抗力停车。", ("production_change", "halt")),
        ("防城港铜冶炼厂停产检修，电解铜产量下降。", ("production_change", "halt")),
        ("该国东部油田和港口全部停止生产，原油日产40万桶。", ("production_change", "halt")),
    ],
)
def test_a_port_that_stops_makes_nothing(text: str, fact: tuple[str, str]) -> None:
    assert fact in [(s.type, s.direction) for s in DETECTOR.detect(article(text)).signals]
    assert len({s.type for s in DETECTOR.detect(article(text)).signals}) == 1
