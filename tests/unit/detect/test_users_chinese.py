"""Users of a metal: operating rates of those who shape or use it are its demand; what Chinese pages leave to their parts."""

from datetime import UTC, datetime

import pytest
from tests.unit.detect.shipped import DETECTOR

from tocsin.messages import Article

DAY = datetime(2026, 7, 14, 8, tzinfo=UTC)


def told(text: str) -> list[tuple[str, str, tuple[str, ...]]]:
    article = Article(
        article_id="a" * 26, source="test", id="1", text=text, published_at=DAY, ingested_at=DAY, language="zh"
    )
    return [(signal.type, signal.direction, signal.commodities) for signal in DETECTOR.detect(article).signals]


@pytest.mark.parametrize(
    ("text", "signal"),
    [
        ("锌锭周评：镀锌结构件企业开工率环比下滑2.4个百分点至52.7%。", ("demand_change", "down", ("zinc",))),
        ("铜管企业周度开工率较上周提高1.6个百分点。", ("demand_change", "up", ("copper",))),
        ("铝箔龙头企业开工率环比回落0.9个百分点至69%。", ("demand_change", "down", ("aluminium",))),
        ("铅酸蓄电池企业综合开工率降至66.4%。", ("demand_change", "down", ("lead",))),
        ("再生铅冶炼厂开工率降至44.8%，环比下滑2.6个百分点。", ("production_change", "down", ("lead",))),
        ("铝厂开工率环比上升0.4个百分点。", ("production_change", "up", ("aluminium",))),
    ],
)
def test_the_rates_of_users_tell_of_demand(text: str, signal: tuple[str, str, tuple[str, ...]]) -> None:
    assert signal in told(text)


def test_galvanised_coil_is_no_demand_of_zinc_where_steel_is_spoken_of() -> None:
    assert ("demand_change", "down", ("zinc",)) not in told("板材周评：镀锌板开工率环比下滑2.4个百分点至52.7%。")


def test_a_level_of_users_tells_no_change() -> None:
    assert "demand_change" not in [type_ for type_, *_ in told("锡价持稳。锡焊料企业开工率恢复至六成。")]


def test_a_flash_of_its_own_takes_no_goods_from_the_first() -> None:
    flashes = (
        "【南港钢管厂新线投产 无缝钢管产能翻倍】商讯社7月13日电，南港钢管厂宣布无缝钢管新线投产。\n"
        "【北岭锑业：子公司因隐患排查临时停产】商讯社7月13日电，北岭锑业公告，子公司西矿临时停产，影响锑金属产量约90吨。\n"
        "【和远科技：股东拟减持不超2%股份】商讯社7月13日电，和远科技公告，股东拟减持不超过2%。"
    )
    signals = told(flashes)
    assert ("production_change", "halt", ("antimony",)) in signals
    assert not [signal for signal in signals if signal[0] == "mna"]


def test_the_parts_of_a_report_keep_the_goods_of_its_headline() -> None:
    report = (
        "动力煤周报\n【产地】榆林Q6000块煤报705元/吨，周环比涨15元；神木末煤报540元，涨8元；府谷面煤报510元，涨5元。\n"
        "【港口】京唐港Q5500平仓价798元/吨，较上周五上涨6元。五港库存合计1804万吨，周环比下降41万吨。"
    )
    signals = told(report)
    assert ("price_move", "up", ("thermal_coal",)) in signals
    assert ("inventory_change", "down", ("thermal_coal",)) in signals


def test_futures_are_of_the_goods_that_have_them() -> None:
    report = (
        "碳酸锂日评\n电池级碳酸锂均价8.3万元/吨，涨400元。电池级氢氧化锂均价7.5万元/吨，涨200元。"
        "期货主力2609合约收于84800元/吨，跌幅2%。"
    )
    assert ("price_move", "down", ("lithium_carbonate",)) in told(report)


def test_a_label_names_the_goods_of_its_paragraph() -> None:
    report = "锂电一周\n1.碳酸锂 均价8.4万元/吨，周涨2.1%；锂辉石精矿990美元/吨，周涨40美元。样本周度总库存12.1万吨，环比减900吨。"
    assert ("inventory_change", "down", ("lithium_carbonate",)) in told(report)


def test_what_is_carried_is_not_of_the_stocks_before() -> None:
    report = "动力煤周报\n【港口】五港动力煤库存合计1804万吨，周环比下降41万吨。\n【运输】本周该线日均运量109万吨，较上周回升3万吨。"
    assert ("inventory_change", "up", ("thermal_coal",)) not in told(report)


def test_a_flash_on_fuels_is_news_below_one_on_metals() -> None:
    flashes = (
        "【南岭国：明年起禁止出口未加工锡矿】该国能源部长表示，将从明年1月起禁止出口未经加工的锡矿。\n"
        "【北原国：延长汽油出口禁令至明年3月底】北原国政府发布决议，将汽油出口禁令延长至明年3月31日。"
    )
    assert ("export_control", "tighten", ("gasoline",)) in told(flashes)


@pytest.mark.parametrize(
    ("text", "directions"),
    [
        ("菜粕主力合约高开低走，收于2480元/吨，跌0.7%。", {"down"}),
        ("沪锡早盘低开高走，午盘报271500元/吨，涨0.6%。", {"up"}),
        ("沪镍盘中探底回升，收涨0.5%。", {"up"}),
    ],
)
def test_the_last_leg_of_a_course_counts(text: str, directions: set[str]) -> None:
    assert {direction for type_, direction, _ in told(text) if type_ == "price_move"} == directions


def test_a_stop_of_works_that_only_use_the_goods_is_none_of_their_output() -> None:
    price = "铅价周评\n本周铅价上涨2%。"
    users = told(price + "河北86家蓄电池企业中，有41家停产整改；山东30余家离居民区过近的将全部关停。")
    assert "production_change" not in {type_ for type_, _, _ in users}
    makers = told(price + "河北86家再生铅企业中，有41家停产整改。")
    assert ("production_change", "halt") in {(type_, direction) for type_, direction, _ in makers}
