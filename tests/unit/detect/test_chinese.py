"""What a Chinese sentence's own words say about its movements."""

from datetime import UTC, datetime
from decimal import Decimal

import pytest
from tests.unit.detect.shipped import DETECTOR

from tocsin.detect.texts.chinese import ITEM, is_compared
from tocsin.messages import Article, Signal

MOMENT = datetime(2025, 7, 14, 8, tzinfo=UTC)


def signals(text: str, title: str | None = None) -> tuple[Signal, ...]:
    """Detect in an article whose text begins with its title."""
    article = Article(
        article_id="b" * 26,
        source="test",
        id="1",
        text=f"{title}\n{text}" if title else text,
        title=title,
        published_at=MOMENT,
        ingested_at=MOMENT,
        language="zh",
    )
    return DETECTOR.detect(article).signals


@pytest.mark.parametrize(
    ("text", "word", "compared"),
    [
        ("报价比上周低40元", "低", True),
        ("较去年同期少了近两成", "少了", True),
        ("一周又多了3万吨", "多了", True),
        ("比预期低3元", "低", False),
        ("低40元的现金奖励", "低", False),
        ("比去年少见", "少", False),
    ],
)
def test_an_adjective_moves_only_against_an_earlier_time(text: str, word: str, *, compared: bool) -> None:
    start = text.index(word)
    assert is_compared(text, start, start + len(word)) is compared


def test_a_new_item_of_a_digest_takes_no_commodity_from_the_one_before() -> None:
    found = signals(
        "1、锡业协会称二季度锡矿产量同比下降3%。2、北岭重工签订2.1亿元支架订单。3、本周产量环比下降4%。",
        title="早间要闻",
    )
    assert [(s.type, s.commodities) for s in found] == [("production_change", ("tin",))]


def test_a_list_item_keeps_the_commodity_that_the_whole_text_is_about() -> None:
    found = signals(
        "一、价格:铅锭现货均价16,900元/吨，环比上涨0.6%。\n二、库存:五地库存5.1万吨，环比减少0.2万吨。",
        title="铅锭周报",
    )
    assert ("inventory_change", "down", ("lead",)) in [(s.type, s.direction, s.commodities) for s in found]


def test_a_metal_in_a_firms_name_is_not_the_metal_that_moves() -> None:
    assert signals("北岭锌业周四上涨6%，成交额放大。") == ()


def test_a_comma_within_a_number_parts_no_clauses() -> None:
    (signal,) = signals("精铟主力报收于2,412,000元/吨，涨停。")
    assert (signal.direction, signal.commodities) == ("up", ("indium",))


def test_list_marks_are_told_from_numbers() -> None:
    assert ITEM.search("。3、锌价") is not None
    assert ITEM.search("上涨3.5%,报") is None


def test_a_text_without_words_of_trade_moves_no_metal() -> None:
    body = "\n".join(["门店里的铜色礼盒摆在最显眼处，店员说黄金搭配今年上涨最快，年轻人更爱选白银。"] * 8)
    assert signals(body, title="七夕送礼指南 黄金上涨白银回落") == ()


def test_medicines_and_ships_are_no_metals() -> None:
    assert signals("碳酸锂缓释片降价54%，另一种药降价六成。") == ()
    assert signals("铁矿石航线运费升至每吨9.1美元，涨幅13%。") == ()


def test_an_amount_of_a_thing_no_rule_knows_is_not_taken() -> None:
    (signal,) = signals("当日焦煤流拍率由23%降到4%，焦煤成交价上涨30元/吨。")
    assert signal.magnitudes.change is None


def test_a_rumour_denied_in_the_same_sentence_is_denied() -> None:
    (signal,) = signals("市场传出某铜矿减产两成，公司回应称消息不实。")
    assert signal.modality == "denied"


def test_a_question_states_nothing() -> None:
    assert signals("锌锭产量会减少还是增加？") == ()


def test_goods_named_as_a_reason_are_not_what_stops() -> None:
    (signal,) = signals("该矿年产铜约8万吨，因电煤运不进来，已于周三停止生产。")
    assert signal.commodities == ("copper",)


def facts(text: str) -> list[tuple[str, str, str | None]]:
    """Return type, direction and main number of each signal."""
    return [
        (s.type, s.direction, f"{s.magnitude.value:f} {s.magnitude.unit}" if s.magnitude else None)
        for s in signals(text)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("4月该国进口钴精矿3200吨，环比增加7%。", [("demand_change", "up", "7 percent")]),
        ("全省产原煤1.1亿吨，同比下降0.6%。", [("production_change", "down", "0.6 percent")]),
        ("该厂产品丰富，昨日铟锭下跌40元/公斤。", [("price_move", "down", "40 CNY/kg")]),
    ],
)
def test_a_verb_of_trade_stands_for_its_noun_where_goods_and_their_amount_follow(
    text: str, expected: list[tuple[str, str, str | None]]
) -> None:
    assert facts(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("昨日锡价震荡上行。", [("price_move", "up", None)]),
        ("锰矿价格企稳回升。", [("price_move", "up", None)]),
        ("昨日锡价维持震荡。", [("price_move", "flat", None)]),
    ],
)
def test_standing_still_before_a_move_is_only_its_manner(
    text: str, expected: list[tuple[str, str, str | None]]
) -> None:
    assert facts(text) == expected


def test_where_a_move_began_is_no_new_level() -> None:
    found = signals("锰矿价格从年初的每吨度48元跌至41元。")
    assert [(s.direction, s.magnitudes.level and s.magnitudes.level.low) for s in found] == [("down", Decimal(41))]


def test_the_new_rate_of_a_duty_is_its_number() -> None:
    assert facts("该国将钯金出口关税从5%上调至8%。") == [("export_control", "tighten", "8 percent")]


def test_a_measured_surplus_is_a_balance_and_no_change_of_supply() -> None:
    assert facts("协会称，今年全球锡市场供应过剩约1.2万吨。") == []


def test_a_long_research_note_that_tells_supply_and_demand_is_one_of_trade() -> None:
    note = (
        "三季度家具、五金等行业接单情况不佳，导致锌锭需求下滑，锌价同步走低，其中八月锌价跌幅居前。"
        "下游压铸企业表示，订单多为散单，客户付款周期拉长，开工班次由两班改为一班，部分员工放假。"
        "我们走访的十二家镀锌企业里，八家认为四季度情况与三季度相仿，三家认为略好，一家未作判断，并且普遍不看好节后。"
        "受此影响，锌锭供给偏多的格局没有改变，锌锭需求继续减弱，锌价仍有下行可能，企业的盈利能力进一步降低。"
        "走访期间，几家企业还谈到招工难、电费账单变长以及老客户改换付款方式等烦恼，不过都表示会想办法撑过这个冬天。"
        "至于明年，多数受访者表示还要看房地产政策以及海外客户的下单节奏，目前不愿意提前安排生产班次和招聘。"
    )
    assert {(s.type, s.direction) for s in signals(note, title="镀锌走访记")} >= {
        ("demand_change", "down"),
        ("price_move", "down"),
    }


def test_a_long_text_about_a_shop_that_tells_prices_alone_is_none() -> None:
    shop = (
        "周末的商场里，几位年轻人在柜台前挑选手镯，店员介绍说金价上涨以后，克重小的款式更受欢迎。"
        "一位准备结婚的顾客说，家里老人坚持要买三件套，她自己更喜欢设计感强的单品，最后选了一条细链子。"
        "店长表示，以旧换新的客人比平时多一些，周末还安排了手工体验课，孩子可以在老师指导下做一枚小吊坠。"
        "附近咖啡馆的老板也感到人流变多，不少人逛完柜台后会进来坐一会儿，聊聊金价和婚礼的布置。"
        "旁边一家书店也沾了光，老板把几本讲首饰历史的旧书摆到门口，半天就卖出去十来本，还有人专门来问再版的时间。"
        "记者看到，商场门口摆着一排鲜花，广播里放着老歌，保安忙着引导车辆，直到晚上九点人群才慢慢散去，热闹了一整天。"
    )
    assert signals(shop, title="周末柜台见闻") == ()


@pytest.mark.parametrize(
    "told",
    [
        "目前锑锭市场供应偏紧，厂家挺价。",
        "北方有色指数报3120.5点，涨12点，涨幅0.4%。",
        "目前开工率八成上下，华南企业出口增长显著。",
    ],
)
def test_a_state_an_index_and_another_subject_tell_nothing_of_the_goods_of_the_headline(told: str) -> None:
    found = signals(f"今日铋锭均价12.9万元/吨，下跌300元/吨。\n{told}", title="铋锭价格下跌")
    assert {(s.type, s.direction) for s in found} == {("price_move", "down")}


def test_a_state_of_supply_in_the_headline_is_told() -> None:
    found = signals("多家贸易商表示，本月到货量与上月相当。", title="锑锭供应紧张")
    assert ("production_change", "down") in {(s.type, s.direction) for s in found}


def test_a_demand_for_ore_is_one_for_the_goods_of_the_headline() -> None:
    found = signals("氧化铝厂陆续扩建，对矿石的需求不断增加。", title="铝土矿货源分散")
    assert ("demand_change", "up", ("bauxite",)) in {(s.type, s.direction, s.commodities) for s in found}


def test_points_of_a_quotation_say_that_a_future_moved_though_their_unit_is_unsaid() -> None:
    found = signals("当日锡市震荡。\n沪锌2609收报22340跌85，沪铅2609收报16720涨40。", title="锡市日评")
    assert {(s.type, s.direction, s.commodities) for s in found} >= {
        ("price_move", "down", ("zinc",)),
        ("price_move", "up", ("lead",)),
    }


@pytest.mark.parametrize(
    "text",
    [
        "华青新材:与远景动力签订补充协议,碳酸锂供应量由1万吨增至3万吨",
        "公司与远景动力就原《碳酸锂供应合同》签署补充协议,供应总量由1万吨增加至3万吨。",
    ],
)
def test_supply_of_a_contract_is_no_output(text: str) -> None:
    (signal,) = signals(text)
    assert (signal.type, signal.direction) == ("large_contract", "supply")
    assert signal.magnitude is not None
    assert (signal.magnitude.value, signal.magnitude.unit) == (Decimal(30000), "t")


def test_supply_that_is_told_for_what_it_does_to_prices_weighs_little() -> None:
    (signal,) = signals("业内人士认为,供应收缩将支撑锡价。")
    assert signal.relevance <= 40


def test_items_of_a_list_made_one_line_keep_their_own_goods() -> None:
    found = signals("核心观点 - 铅锭去库,盘面上涨 - 锌矿供应收紧,锌锭产量下降 - 锡焊料厂采购谨慎,锡价回落")
    assert [(s.type, s.direction, s.commodities) for s in found if s.type != "demand_change"] == [
        ("inventory_change", "down", ("lead",)),
        ("price_move", "up", ("lead",)),
        ("production_change", "down", ("zinc",)),
        ("price_move", "down", ("tin",)),
    ]


def test_a_part_of_a_headline_without_a_subject_goes_on_with_the_part_before() -> None:
    assert facts("铂金期货盘中巨震 收跌3.2%\n交易员称后市难料。") == [("price_move", "down", "3.2 percent")]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("常州:今日螺纹钢价格上涨20-30。现主流3560-3600,资源不多。(单位:元/吨)", "20 CNY/t"),
        ("常州:今日热卷价格跌30,现主流报价3690-3710元/吨。", "30 CNY/t"),
    ],
)
def test_a_bare_step_has_the_unit_of_the_prices_behind_it(text: str, number: str) -> None:
    assert [fact[2] for fact in facts(text)] == [number]


@pytest.mark.parametrize(
    ("text", "direction"),
    [
        ("昨夜伦铅受股市走强提振而走高，收于2180美元。", "up"),
        ("沪镍受美元走强拖累走低，收报126300元。", "down"),
        ("焦炭价格指数上涨2.4%。", "up"),
        ("动力煤价格指数环比下降1.1%。", "down"),
    ],
)
def test_what_moved_goods_and_their_price_index_part_them_from_no_move(text: str, direction: str) -> None:
    assert [(s.type, s.direction) for s in signals(text)] == [("price_move", direction)]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("10月，生产原煤3.2亿吨，同比增长2.1%，9月下降0.4%。", ["up"]),
        ("10月，生产原煤3.2亿吨，同比增长2.1%，上月为下降0.4%。", ["up"]),
        ("预计下年度玉米进口量为2100万吨，较上年创纪录的2400万吨减少300万吨。", ["down"]),
    ],
)
def test_a_figure_of_the_time_before_is_only_compared_with(text: str, told: list[str]) -> None:
    assert [s.direction for s in signals(text)] == told


def test_works_that_users_run_are_none_of_the_goods_before_them() -> None:
    assert (
        signals("甲醇港口库存增加3万吨；下游烯烃装置开工率下降2.1%。", title="甲醇周报")[0].type == "inventory_change"
    )
    assert len(signals("甲醇港口库存增加3万吨；下游烯烃装置开工率下降2.1%。", title="甲醇周报")) == 1


def test_works_that_begin_again_have_not_stopped() -> None:
    told = signals("公司将于下周恢复暂停的锌锭生产线。", title="公司公告")
    assert {(s.type, s.direction) for s in told} == {("production_change", "resume")}


def test_a_rebate_that_ends_lifts_no_restriction() -> None:
    assert [(s.type, s.direction) for s in signals("铜材出口退税政策取消，出口量受到限制。")] == [
        ("export_control", "tighten")
    ]


def test_a_cause_among_causes_weighs_little() -> None:
    told = signals("在弱美元、锡供应扰动与新能源需求的共同驱动下，锡受到资金追捧。", title="锡市")
    assert all(s.relevance <= 40 for s in told)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("隔夜伦铅小幅高开后弱势回落。", ["down"]),
        ("沪锌晚间低开后企稳反弹。", ["up"]),
        ("沪锡主力回落震荡，收于231500元。", ["down"]),
    ],
)
def test_the_last_leg_of_a_course_of_trading_counts(text: str, told: list[str]) -> None:
    assert [s.direction for s in signals(text, title="早评")] == told


def test_a_metal_of_the_exchange_is_priced_by_the_tonne() -> None:
    (told,) = signals("昨夜lme锌回落，最终收盘2412美元。")
    assert told.magnitude is not None
    assert str(told.magnitude.unit) == "USD/t"


def test_growth_that_is_looked_for_is_expected() -> None:
    assert [s.modality for s in signals("冶炼厂锌供给增加预期逐步加强。")] == ["expected"]


def test_a_trend_of_recent_years_is_background() -> None:
    assert [s.modality for s in signals("近年来，我国锌产量快速增长。", title="锌业")] == ["historical"]
    told = signals("近年来需求旺盛，今年锌产量快速增长。", title="锌业")
    assert [s.modality for s in told if s.type == "production_change"] == ["actual"]


def test_what_houses_foretell_of_a_price_weighs_little() -> None:
    assert [s.relevance <= 40 for s in signals("花旗预计铅价明年升至2600美元。")] == [True]
    assert [s.relevance > 40 for s in signals("该厂下月将上调铅锭出厂价300元。")] == [True]


def test_a_move_on_charts_is_none_of_supply() -> None:
    told = signals("市场已反映锌精矿供应紧俏，且技术涨幅充分。", title="锌市")
    assert [s for s in told if s.type == "production_change" and s.relevance > 40] == []


def test_works_whose_costs_rise_make_no_more() -> None:
    assert {s.direction for s in signals("再生铅成本提高炼厂开工率下滑。")} == {"down"}


def test_stocks_that_press_have_not_fallen() -> None:
    assert [s.direction for s in signals("节后锌锭高库存压制，现货涨价。") if s.type == "inventory_change"] == []


def test_stocks_that_fell_all_in_all_have_not_built_up() -> None:
    assert [s.direction for s in signals("铅锭社会库存累积下降近2万吨至7万吨。")] == ["down"]


def test_a_record_level_is_no_change() -> None:
    (told,) = signals("全年精炼锌产量创下699万吨的历史新高，比上年增长4.5%。")
    assert told.magnitude is not None
    assert (str(told.magnitude.value), told.magnitude.kind) == ("4.5", "change")


def test_goods_of_the_own_clause_come_before_those_of_the_next() -> None:
    told = signals("氧化铝行业年内有210万吨产能投产，烧碱供应偏紧。")
    assert [(s.type, s.commodities) for s in told if s.type == "supply_source"] == [("supply_source", ("alumina",))]


def test_a_sign_behind_the_week_is_that_of_a_step() -> None:
    told = signals("华北浮法玻璃市场价为1120元/吨，环比前一周+30元/吨。")
    assert [(s.type, s.direction) for s in told] == [("price_move", "up")]


def test_a_clause_behind_that_recalls_another_day_leaves_a_fact_as_it_is() -> None:
    assert [s.modality for s in signals("锌价今年以来已上涨22%，期锌上周曾有波动。")] == ["actual"]


def test_a_year_of_the_mark_is_not_that_of_the_price() -> None:
    told = signals("锌价今日上涨2%，距离2021年3月创下的高点仅差一步。")
    assert [s.modality for s in told] == ["actual"]


def test_a_course_that_turns_behind_a_comma_has_its_last_leg() -> None:
    told = signals("现货锌早盘小幅走高，之后转跌，锌价下行。")
    assert {s.direction for s in told} == {"down"}


def test_gas_that_is_sent_no_more_is_a_source_lost_and_no_contract() -> None:
    told = signals("该气田公司因此将停止通过该管道向邻国供应天然气。")
    assert "large_contract" not in {s.type for s in told}
    assert ("supply_source", "loss") in {(s.type, s.direction) for s in told}
