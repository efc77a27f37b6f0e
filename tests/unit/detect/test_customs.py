"""Prices told without what they are for, and recaps without money: custom and the exchange say it."""

from decimal import Decimal

import pytest
from tests.unit.detect.test_chinese import signals

from tocsin.detect.quantities.amounts import parse_amount


@pytest.mark.parametrize(
    ("text", "level", "step"),
    [
        ("长江有色1#铅均价报16650涨75。", (16650, "CNY/t"), (75, "CNY/t")),
        ("沪铅2409收报16720跌60。", (16720, "CNY/t"), (60, "CNY/t")),
        ("LME场内锌收报2510涨22。", (2510, "USD/t"), (22, "USD/t")),
        ("唐山方坯价格在4480元，涨20元。", (4480, "CNY/t"), (20, "CNY/t")),
        ("澳粉外盘报价在112美元，涨2美元。", (112, "USD/t"), (2, "USD/t")),
        ("国际金价上涨12美元，报2410美元。", (2410, "USD/oz"), (12, "USD/oz")),
    ],
)
def test_custom_tells_what_a_price_is_for(text: str, level: tuple[int, str], step: tuple[int, str]) -> None:
    (signal,) = signals(text)
    found = dict(signal.magnitudes.items())
    assert (found["level"].low, found["level"].unit) == (Decimal(level[0]), level[1])
    assert (found["change_by"].low, found["change_by"].unit) == (Decimal(step[0]), step[1])


@pytest.mark.parametrize("text", ["3元鸡蛋", "120铜", "2.1万元金条", "4480元"])
def test_without_a_custom_a_sum_stays_a_sum(text: str) -> None:
    amount = parse_amount(text)
    assert amount is None or amount.kind != "price"


@pytest.mark.parametrize(
    ("text", "fact", "slot", "value"),
    [
        ("1-6月电解铝供应同比增速仅为5.43%。", ("production_change", "up"), "change", "5.43"),
        ("机构称明年铜需求增速料为6%。", ("demand_change", "up"), "change", "6"),
        ("不锈钢库存较上周增加1.2万吨，其中300系占六成。", ("inventory_change", "up"), "change_by", "12000"),
        ("停产每月让铜产量损失2万吨，占总量的四分之一。", ("production_change", "down"), "change_by", "20000"),
        ("6月铁矿石进口9,181万吨，比去年同期的9,022万吨多1.8%。", ("demand_change", "up"), "change", "1.8"),
        ("临储玉米拍卖：计划投放192万吨，实际成交51万吨。", ("stockpiling", "release"), "quantity", "510000"),
        ("大矿上调铁精粉价格25元/吨，66%碱粉执行1310元/吨。", ("price_move", "up"), "change_by", "25"),
        ("锌锭库存从年初的52万吨下滑至目前的31万吨。", ("inventory_change", "down"), "level", "310000"),
    ],
)
def test_the_number_of_a_fact_is_its_own(text: str, fact: tuple[str, str], slot: str, value: str) -> None:
    (signal,) = [s for s in signals(text) if (s.type, s.direction) == fact]
    found = dict(signal.magnitudes.items())
    assert found[slot].low == Decimal(value)
    assert slot == "change" or "change" not in found


def test_hundredths_stand_behind_tenths() -> None:
    (signal,) = signals("上周锑锭产量减少一成一。")
    assert signal.magnitude is not None
    assert signal.magnitude.value == Decimal(11)


def test_what_was_expected_is_no_figure_and_the_figure_is_none_expected() -> None:
    found = {
        s.direction: s.modality
        for s in signals("分析师原本预期上周原油库存减少210万桶，协会周三报告上周原油库存增加70万桶。")
    }
    assert found == {"up": "actual"}


def test_a_month_since_when_is_no_period() -> None:
    (signal,) = signals("8月钢材产量同比下降5%，为3月份以来首次下降。")
    assert signal.period is not None
    assert "M03" not in signal.period


def test_a_step_in_brackets_has_the_scale_of_its_level() -> None:
    (signal,) = signals("尿素库存147.2万吨(+4.1)。")
    assert dict(signal.magnitudes.items())["change_by"].low == Decimal(41000)


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("臺灣鋼廠宣布，鋼筋牌價每公噸調漲400元，廢鋼收購價同步調升。", "TWD/t"),
        ("鍍鋅鋼捲價格每公噸上漲新台幣600元，內銷報價連兩個月調漲。", "TWD/t"),
        ("中央社報導，上海螺紋鋼期貨每公噸上漲45元，國際鋼價轉強。", "CNY/t"),
        ("香港及台灣鋼材商指出，鋼筋價格每噸上漲200元，國內產量減少。", "CNY/t"),
        ("台湾钢筋价格每吨上涨300元。", "CNY/t"),
    ],
)
def test_bare_yuan_in_a_text_of_taiwan_are_its_dollars(text: str, unit: str) -> None:
    told = next(signal for signal in signals(text) if signal.type == "price_move" and signal.magnitude)
    assert told.magnitude is not None
    assert told.magnitude.unit == unit


def test_the_name_of_taiwan_joined_to_a_sum_says_its_money() -> None:
    assert parse_amount("1500元台湾").unit == "TWD"  # type: ignore[union-attr]
    assert parse_amount("3美元台湾") is None
