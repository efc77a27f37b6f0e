"""Chinese starts that are only wished for and prices that are of something else are no facts; told with a time or a number they stay."""

import pytest
from tests.unit.detect.shipped import DETECTOR

from tocsin.testing.builders import article

HEAD = "岭南钨业通报近况\n公司昨日举行了例会。\n"


@pytest.mark.parametrize(
    "text",
    [
        "钨冶炼项目正式投产需满足安全标准。",
        "公司将根据钨冶炼项目投产情况选择客户。",
        "钨冶炼项目建成投产后，将巩固公司的地位。",
        "公司力争钨冶炼项目早日投产。",
        "钨价每上涨1万元，刀具成本增加20元。",
        "公司钨精矿采购均价较上年上升9%。",
        "该工艺若实现量产，将减少对钨的需求。",
        "钨冶炼企业用电量增长12%。",
        "班组把钨粉产量从每班3吨提高到4吨。",
        "全市钨产业产值占全国份额上升至35%。",
        "钨冶炼项目从签约到投产仅用时140天。",
        "分析师要判断钨价上涨或下跌的走势。",
    ],
)
def test_what_is_wished_for_or_of_something_else_tells_nothing(text: str) -> None:
    assert not DETECTOR.detect(article(HEAD + text)).signals


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("年产3000吨的钨冶炼项目力争早日投产。", "supply_source"),
        ("钨冶炼项目力争2027年6月投产。", "supply_source"),
        ("钨冶炼项目昨日建成投产。", "supply_source"),
        ("钨精矿价格每吨上涨2000元。", "price_move"),
    ],
)
def test_a_start_with_its_time_or_size_and_a_price_a_ton_are_facts(text: str, type_: str) -> None:
    assert type_ in {signal.type for signal in DETECTOR.detect(article(HEAD + text)).signals}
