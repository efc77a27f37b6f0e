"""What a Chinese sentence only names, rules or explains tells no fact."""

from decimal import Decimal
from pathlib import Path

import pytest
from tests.unit.detect.test_chinese import MOMENT, signals

from tocsin.detect import Detector
from tocsin.messages import Article
from tocsin.rules import load_rules


def told(text: str, title: str | None = None) -> list[tuple[str, str]]:
    """Return the types and directions that a text tells."""
    return [(signal.type, signal.direction) for signal in signals(text, title)]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("三、停炉与开炉。", "镁锭冶炼车间操作规程"),
        ("大修停炉前须先放空炉内镁液。", "镁锭冶炼车间操作规程"),
        ("电压不稳将造成产量减少、电耗升高。", "镁锭冶炼车间操作规程"),
        ("关员又查获走私的冻鸡爪约3吨、旧轮胎一批。", "锑锭市场见闻"),
        ("该协会称，上周用电量比正常低4%。", "锰硅厂家被要求错峰"),
        ("在矿山闭坑、停办和关闭前，企业应完成治理。", "稀土治理办法出台"),
        ("稀土矿山应缴纳治理恢复保证金。", "稀土治理办法出台"),
        ("工程开工率增加，工地转忙。", "焦炭市场周评"),
        ("检查组对12个拟建电解铝项目进行检查。", "周评"),
        ("两国商定基准价每吨620元保持不变。", "焦煤长协定价"),
    ],
)
def test_a_rule_a_fault_or_other_goods_are_no_fact(text: str, title: str) -> None:
    assert told(text, title) == []


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("镁锭厂停炉，复产时间待定。", ("production_change", "halt")),
        ("电压不稳，该厂镁锭产量减少三成。", ("production_change", "down")),
        ("关员查获走私的锑锭约3吨。", ("smuggling", "reported")),
        ("上周省内铝锭用电量下降，铝厂减产一成。", ("production_change", "down")),
    ],
)
def test_a_fact_with_such_words_is_still_told(text: str, fact: tuple[str, str]) -> None:
    assert fact in told(text)


def test_a_measure_on_bicycles_is_none_of_ours() -> None:
    assert told("欧盟宣布延长对自越南进口的自行车征收反倾销税。") == []


def test_a_loan_is_no_order() -> None:
    assert told("北岭钢铁公司获得2.4亿元银行授信，用于补充流动资金。", "北岭钢铁近况") == []


def test_what_a_later_clause_does_to_its_own_object_moves_no_price() -> None:
    assert ("price_move", "up") not in told("为稳定肉鸡产能、防止价格大起大落，两部门指导各地加大储备力度。")


def test_a_cut_at_works_is_of_what_they_make() -> None:
    (cut,) = [s for s in signals("后期钢厂检修、减产增多，铁矿石承压。") if s.type == "production_change"]
    assert cut.commodities == ("steel",)


def test_a_numeral_within_a_name_is_no_money() -> None:
    (deal,) = signals("北岭新材与东湖电池签订三元前驱体供货合同，供应量2.4万吨。")
    assert deal.magnitude is not None
    assert (deal.magnitude.value, deal.magnitude.unit) == (Decimal(24000), "t")


def test_a_quota_above_that_of_an_earlier_year_rose() -> None:
    assert told("今年稀土矿开采总量控制指标为29万吨，高于2024年的27万吨。") == [("production_change", "up")]


def test_a_part_of_a_headline_names_what_the_other_part_trades() -> None:
    (cut,) = [
        s
        for s in signals("两家炼厂自11日起限电减产，影响日产量300吨。", "锌市简报：震荡 社会库存三连降")
        if s.type == "production_change"
    ]
    assert cut.commodities == ("zinc",)


def test_a_deed_of_last_year_is_background() -> None:
    (deal,) = signals("去年7月底，北岭矿业宣布收购东湖锡矿三分之一股权。")
    assert deal.modality == "historical"


@pytest.mark.parametrize("name", ["难得素", "未来脂", "涨升胶", "或然酸"])
def test_goods_of_the_users_own_are_found_whatever_their_name_holds(name: str, tmp_path: Path) -> None:
    own = tmp_path / "own-commodities.yml"
    own.write_text(f"- id: own_goods\n  zh: [{name}]\n", encoding="utf-8")
    article = Article(
        article_id="b" * 26,
        source="test",
        id="1",
        text=f"{name}周三报价上涨3%。",
        published_at=MOMENT,
        ingested_at=MOMENT,
        language="zh",
    )
    (signal,) = Detector(load_rules([own])).detect(article).signals
    assert (signal.type, signal.direction, signal.commodities) == ("price_move", "up", ("own_goods",))


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("协会呼吁抑制钨精矿的进一步涨价。", ("price_move", "up")),
        ("焦炭行业景气有望上行。", ("price_move", "up")),
        ("北岭铜业务毛利率今年或将上升到6%。", ("price_move", "up")),
        ("涨价影响短期开工率，焦化厂观望。", ("production_change", "up")),
        ("研发投入加大：上半年环保升级导致锡锭产能退出。", ("production_change", "up")),
        ("推动镍价上涨的主要原因在于供应收紧。", ("production_change", "up")),
        ("多数焦企有望再度上调焦炭出货价格。", ("production_change", "up")),
        ("成本支撑力度加大、粗钢产量调控预期不断增强。", ("production_change", "up")),
        ("大部分港口煤炭堆场已经关闭。", ("production_change", "halt")),
        ("综合PMI产出指数为51.2%，钢材市场观望。", ("production_change", "up")),
        ("四港动力煤价格有待小幅上涨。", ("price_move", "up")),
        ("机构下调原油需求增长预期。", ("demand_change", "up")),
        ("热卷供应受台风影响逐渐减弱。", ("production_change", "down")),
        ("锡锭期货平抑价格波动，稳定市场预期。", ("price_move", "flat")),
        ("热卷库存下降速度将决定走势。", ("inventory_change", "down")),
    ],
)
def test_what_moves_is_another_thing(text: str, fact: tuple[str, str]) -> None:
    assert fact not in told(text)


def test_a_duty_that_is_put_off_till_later_is_prolonged() -> None:
    assert told("该国对大米加征10%出口关税并延期至9月。") == [("export_control", "tighten")]


def test_the_base_of_a_forecast_is_no_second_forecast() -> None:
    (signal,) = signals("机构称，今年铁矿石均价将在去年上涨41%的基础上上涨9%。")
    assert signal.magnitude is not None
    assert signal.magnitude.value == Decimal(9)


def test_below_a_headline_about_money_goods_without_a_number_are_its_setting() -> None:
    body = "此前的冲突推高了粮食价格。\n与此同时，国际油价上周上涨9%。"
    assert [s.commodities for s in signals(body, "该国央行宣布加息 货币跌至五年新低")] == [("crude_oil",)]


@pytest.mark.parametrize(
    "text",
    [
        "我们认为,锌供应增量两年内并不会出现。",
        "锌矿山想立刻增产,也无从下手。",
        "锌矿进口依存度持续提升。",
        "该国锌产量占全球比例下降。",
        "北部锌矿产量释放受雨季影响放缓。",
        "全球已探明的2亿吨锌储量中,四成在三个国家。",
        "锌锭价格下降不了多少。",
        "该锌厂复产谨慎,至少还需三个月。",
        "反之,加息则会压低锌价。",
        "铜锌比在3月跌破4。",
        "申万有色金属指数年内上涨61%。",
    ],
)
def test_what_does_not_come_or_is_of_a_share_is_no_fact(text: str) -> None:
    assert told(text, "锌业札记") == []


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("公司在矿区新探明锌储量200万吨。", ("supply_source", "discovery")),
        ("锌供应增量明显,6月产量增长8%。", ("production_change", "up")),
        ("该锌厂复产,日产量恢复至300吨。", ("production_change", "resume")),
    ],
)
def test_what_came_is_told(text: str, fact: tuple[str, str]) -> None:
    assert fact in told(text, "锌业札记")


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("各地出台补贴，鼓励农民扩大玉米种植面积。", "玉米市场观察"),
        ("积存金很省心，金价跌时自动多买克数。", "黄金积存观察"),
        ("集市开放后，铁矿价格下跌，玩家解锁三级资源地。", "铁矿攻略"),
        ("铜矿产量提升后，服务器内的争夺加剧，铜币增加，解锁新地图。", "铜矿有什么用"),
        ("引导种植户扩大花生播种面积。", "花生市场观察"),
        ("近年来花生消费量上升。", "提升我国花生供给能力对策研究"),
        ("锑的出口量增加，价格上升。", "锑资源保护刍议"),
    ],
)
def test_what_a_state_asks_for_or_goes_on_for_years_is_no_news(text: str, title: str) -> None:
    assert told(text, title) == []


@pytest.mark.parametrize(
    ("text", "title", "fact"),
    [
        ("今年以来，花生进口量不断增加。", "花生市场观察", ("demand_change", "up")),
        ("农民扩大玉米种植面积。", "玉米市场观察", ("production_change", "up")),
        ("协会研究显示，玉米产量上升3%。", "玉米市场观察", ("production_change", "up")),
    ],
)
def test_what_these_months_bring_is_told(text: str, title: str, fact: tuple[str, str]) -> None:
    assert fact in told(text, title)


def test_what_has_grown_for_years_is_the_setting_of_other_news() -> None:
    assert all(signal.relevance < 50 for signal in signals("花生供需矛盾突出，进口数量不断增加。", "花生市场观察"))
