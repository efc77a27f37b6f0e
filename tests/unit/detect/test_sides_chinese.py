"""Which goods a Chinese report means by a side of the market or a buyer, and what moves on other markets."""

from tests.unit.detect.shipped import DETECTOR

from tocsin.testing.builders import article


def told(text: str) -> set[tuple[str, str | None, tuple[str, ...]]]:
    return {(s.type, s.direction, s.commodities) for s in DETECTOR.detect(article(text)).signals}


def test_stocks_of_a_side_of_the_market_are_those_of_the_headline() -> None:
    text = (
        "碳酸锂日评：去库继续\n供应端，周度产量环比增加120吨至20600吨；需求端，周度三元材料产量减少150吨；"
        "库存端，周度社会库存环比减少1800吨至13.2万吨。"
    )
    assert ("inventory_change", "down", ("lithium_carbonate",)) in told(text)


def test_arrivals_are_of_the_goods_of_the_text_whoever_buys_them() -> None:
    text = "铁矿石港口库存下降\n港口铁矿石库存7120万吨，减少180万吨。\n节前钢厂备库集中，到港量回升3%。"
    assert {goods for type_, _, goods in told(text) if type_ == "demand_change"} == {("iron_ore",)}


def test_prices_that_have_not_stirred_are_flat() -> None:
    assert ("price_move", "flat", ("cobalt",)) in told("钴粉价格未动，仍报385元/公斤。")
    assert not told("该国未动用铜储备。")


def test_futures_on_bonds_are_none_of_the_metal_of_the_headline() -> None:
    assert not [each for each in told("金价震荡\n国债期货小幅上涨，10年期主力合约涨0.12%。") if each[1] == "up"]


def test_accounts_of_a_group_are_no_merger() -> None:
    assert not told("该公司合并报表范围内钢材营收下降。")


def test_what_follows_another_price_or_is_listed_as_a_risk_is_no_fact() -> None:
    assert not told("铝板价格随铝锭上涨而上涨，加工费视厚度而定。")
    text = "下调某铜业评级至中性\n我们下调公司盈利预测12%。风险提示：铜价大幅下跌、矿山停产。"
    assert not [
        s for s in DETECTOR.detect(article(text)).signals if s.modality != "historical" and s.type != "equity_move"
    ]
    assert told("昨日铜价随原油上涨而上涨1.2%。")


def test_a_price_that_stays_where_it_is_is_a_state_and_alerts_nobody() -> None:
    (signal,) = DETECTOR.detect(article("检修增多，国内丙烯价格仍维持高位。")).signals
    assert (signal.type, signal.direction, signal.relevance <= 40) == ("price_move", "up", True)


def test_what_a_fall_makes_of_a_price_is_another_fact() -> None:
    assert told("进口减少使菜粕价格维持高位。") == {("price_move", "up", ("rapeseed_meal",))}


def test_smelters_stocks_are_those_of_the_goods_just_counted() -> None:
    text = "磷酸铁锂开工率回升;碳酸锂周度库存下降\n\n本周碳酸锂总库存11.8万吨,环比减少1,210吨;冶炼厂库存1.7万吨,减少520吨。"
    goods = {s.commodities for s in DETECTOR.detect(article(text)).signals if s.type == "inventory_change"}
    assert goods == {("lithium_carbonate",)}
