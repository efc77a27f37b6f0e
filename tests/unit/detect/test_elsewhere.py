"""Chinese texts of sport, shops, schools and courts tell nothing of goods; market news may name one of these in passing."""

import pytest
from tests.unit.detect.shipped import DETECTOR

from tocsin.testing.builders import article


@pytest.mark.parametrize(
    "text",
    [
        "矿山露营地走红\n\n昔日的锡矿成了民宿，周末价格上涨到每晚500元。景区门票同步下调，游客增加三成。",
        "足金手镯优惠\n\n门店会员日，黄金价格每克下调60元，饰品工费五折，手镯满减。",
        "比特币再跌\n\n矿机价格下跌，算力下降，部分矿场因电价上涨关停。",
    ],
)
def test_other_matters_tell_nothing(text: str) -> None:
    assert DETECTOR.detect(article(text)).signals == ()


def test_a_market_note_that_names_shops_is_one_of_goods() -> None:
    text = (
        "金价回落\n\n现货黄金周三下跌1.4%，报每盎司4010美元，期金跟跌。国内多家门店足金饰品报价每克下调9元。"
        "分析师称，黄金ETF持仓减少，市场等待美联储决议。"
    )
    assert "price_move" in {signal.type for signal in DETECTOR.detect(article(text)).signals}


def test_works_that_stop_in_the_headline_count_among_schools_and_hospitals() -> None:
    text = "地震后，铜矿停产三天\n\n当地学校停课，医院受损，航班取消，市民露宿街头。"
    assert "production_change" in {signal.type for signal in DETECTOR.detect(article(text)).signals}


@pytest.mark.parametrize(
    "text",
    [
        "紫川黄金（02819）收涨3.4%，报41.2港元。",
        "黄金股普遍下挫，紫川黄金跌4.6%，北阳黄金跌3.5%。",
        "甘肃铂瑞医疗科技有限公司中标，金额860万元。",
    ],
)
def test_a_firm_called_after_a_metal_moves_no_price_of_it(text: str) -> None:
    told = DETECTOR.detect(article(text)).signals
    assert "price_move" not in {signal.type for signal in told}
    assert not any("platinum" in signal.commodities for signal in told)


def test_a_contract_named_by_its_month_is_goods() -> None:
    told = DETECTOR.detect(article("沪铜（2612）收涨1.2%，报81900元/吨。")).signals
    assert [(signal.type, signal.commodities) for signal in told] == [("price_move", ("copper",))]
