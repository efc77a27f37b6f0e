"""Counted in Chinese: goods that open a sentence go on with the stocks or output just counted, and goods at ports are stocks."""

import pytest
from tests.unit.detect.shipped import told

STOCKS = "LME基本金属库存增减不一\n\nLME库存：铜减少1,375吨至8.9万吨；"
OUTPUT = "4月有色金属产量公布\n\n国家统计局：4月全国十种有色金属产量571万吨，同比增长2.1%；"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (STOCKS + "镍增1,080吨至20.3万吨。", ("inventory_change", "up", ("nickel",))),
        (STOCKS + "其中锡减少45吨。", ("inventory_change", "down", ("tin",))),
        (OUTPUT + "其中电解铝334万吨，增长3.7%。", ("production_change", "up", ("aluminium",))),
        ("港口数据\n\n岚山港铬矿33万吨，周环比多了2万吨。", ("inventory_change", "up", ("chrome_ore",))),
    ],
)
def test_goods_that_open_a_sentence_are_counted_on(text: str, expected: tuple[str, str, tuple[str, ...]]) -> None:
    assert expected in told(text)


@pytest.mark.parametrize(
    ("text", "refused"),
    [
        (STOCKS + "镍价跌0.8%。", ("inventory_change", "nickel")),
        (STOCKS + "镍跌0.8%。", ("inventory_change", "nickel")),
        (OUTPUT + "其中电解铝涨1.2%。", ("production_change", "aluminium")),
        ("港口数据\n\n岚山港铬矿到货33万吨，环比多了2万吨。", ("inventory_change", "chrome_ore")),
    ],
)
def test_prices_and_arrivals_are_no_stocks(text: str, refused: tuple[str, str]) -> None:
    assert refused not in [(kind, goods[0]) for kind, _, goods in told(text) if goods]


def test_tonnes_behind_what_goes_by_the_day_are_of_something_else() -> None:
    text = "铁矿石日均疏港量320万吨，增8万吨。分量方面，澳矿5900万吨降37万吨，巴西矿5300万吨降61万吨。"
    assert [each[:2] for each in told(text)] == [("demand_change", "up")]
