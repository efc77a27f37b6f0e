"""Unpinned facts: told once below the headline, and nothing says how much, who, where or when."""

import pytest
from tests.unit.detect.shipped import DETECTOR

from tocsin.messages import Signal
from tocsin.testing.builders import article

TIN = "Tin smelters meet in Penang\n\nThe smelters of the region spoke about tin for two days.\n\n"
BROKERS = "Brokers meet in Penang\n\nThe brokers and traders of futures met for two days. "
ZINC = "锌冶炼企业座谈会召开\n\n多家企业就锌市场交换意见。\n\n"


def told(text: str, type_: str) -> list[Signal]:
    return [signal for signal in DETECTOR.detect(article(text)).signals if signal.type == type_]


@pytest.mark.parametrize(
    ("type_", "text"),
    [
        ("price_move", TIN + "Nobody likes it that prices rise before a holiday."),
        ("price_move", TIN + "The speaker from Oman said prices had fallen."),
        ("demand_change", TIN + "Margins are thin and demand keeps shrinking, a delegate said."),
        ("production_change", TIN + "Output has been rising, which suits everybody."),
        ("production_change", TIN + "Force majeure."),
        ("demand_change", ZINC + "需求持续增长，令人乐观。"),
        ("equity_move", BROKERS + "Lunch was late. Rio Tinto shares slid 3%."),
    ],
)
def test_what_nothing_holds_to_the_goods_of_the_text_is_no_fact(type_: str, text: str) -> None:
    assert told(text, type_) == []


@pytest.mark.parametrize(
    ("type_", "direction", "text"),
    [
        ("price_move", "up", TIN + "Prices rose 3% on Monday."),
        ("demand_change", "down", TIN + "Demand shrank by 4%, a delegate said."),
        ("demand_change", "down", TIN + "Demand has been shrinking in China, a delegate said."),
        ("production_change", "up", TIN + "Output rose in July."),
        ("production_change", "halt", TIN + "The smelter has been shut."),
        ("demand_change", "up", ZINC + "8月需求持续增长。"),
        ("demand_change", "up", ZINC + "企业扩产，对矿石的需求不断增加。"),
        ("equity_move", "down", BROKERS + "Rio Tinto shares slid 3%."),
        ("inventory_change", "up", ZINC + "港口库存连续增加。"),
    ],
)
def test_a_number_a_place_a_time_or_an_act_holds_it(type_: str, direction: str, text: str) -> None:
    assert [signal.direction for signal in told(text, type_)] == [direction]


@pytest.mark.parametrize(
    ("type_", "text"),
    [
        ("production_change", TIN + "Some say that lead output is growing."),
        ("production_change", TIN + "If a copper mine closes, cobalt gets scarce with it; copper mines have closed."),
        ("price_move", ZINC + "下游反映，铅价格普遍上涨。"),
        ("demand_change", ZINC + "企业订单不足，对铅锭采购明显减少。"),
    ],
)
def test_what_a_text_only_mentions_is_no_fact(type_: str, text: str) -> None:
    assert told(text, type_) == []


@pytest.mark.parametrize(
    ("type_", "direction", "text"),
    [
        ("production_change", "up", TIN + "Lead output is growing in Peru."),
        ("production_change", "halt", TIN + "A tin smelter has been shut."),
        ("production_change", "up", TIN + "Some say that tin output is growing."),
        ("price_move", "up", ZINC + "8月铅价普遍上涨。"),
        ("price_move", "up", ZINC + "锌价普遍上涨。"),
        ("price_move", "up", ZINC + "铅价上涨3%。"),
    ],
)
def test_goods_of_the_headline_or_a_pin_make_it_one(type_: str, direction: str, text: str) -> None:
    assert [signal.direction for signal in told(text, type_)] == [direction]


@pytest.mark.parametrize(
    ("directions", "text"),
    [
        (["down", "up"], TIN + "Tin fell on Monday. Prices recovered on Thursday."),
        (["down", "up"], TIN + "Silver fell on Monday, but the precious metal regained ground on Thursday."),
        (["down"], TIN + "Tin fell on Monday. Prices recovered, as they always do."),
        (["down"], TIN + "Tin fell on Monday.\n\nNobody minded. Prices recovered on Thursday."),
    ],
)
def test_a_price_goes_on_from_the_one_told_right_before_it_on_a_day_of_its_own(
    directions: list[str], text: str
) -> None:
    assert [signal.direction for signal in told(text, "price_move")] == directions


def test_what_the_headline_tells_too_is_held() -> None:
    text = (
        "Tin demand shrinks\n\nThe smelters spoke about tin for two days. Demand has been shrinking, a delegate said."
    )
    assert [signal.direction for signal in told(text, "demand_change")] == ["down"]


def test_why_it_is_no_signal_is_explained() -> None:
    explanation = DETECTOR.explain(article(TIN + "Margins are thin and demand keeps shrinking, a delegate said."))
    outcomes = [step.outcome for sentence in explanation.sentences for step in sentence.steps]
    assert any("nothing says how much, who, where or when" in outcome for outcome in outcomes)
