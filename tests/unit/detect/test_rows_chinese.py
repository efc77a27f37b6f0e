"""Rows of goods in Chinese: each part of a total is of what the total is of, with a number of its own."""

import pytest
from tests.unit.detect.shipped import DETECTOR

from tocsin.testing.builders import article


def told(text: str) -> set[tuple[str, str, tuple[str, ...], str]]:
    """Return type, direction, goods and main number of what a text tells."""
    return {
        (s.type, s.direction, s.commodities, f"{s.magnitude.value.normalize():f}" if s.magnitude else "")
        for s in DETECTOR.detect(article(text)).signals
        if s.modality != "historical"
    }


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (
            "五大钢材品种社会库存1206万吨，周环比减少18.4万吨，其中螺纹钢减少9.1万吨，热卷增加1.2万吨。",
            {
                ("inventory_change", "down", ("steel",), "184000"),
                ("inventory_change", "down", ("rebar",), "91000"),
                ("inventory_change", "up", ("hot_rolled_coil",), "12000"),
            },
        ),
        (
            "7月多数矿种产量下降，其中钼精矿下降3.1%，钨精矿下降1.9%。",
            {
                ("production_change", "down", ("molybdenum",), "3.1"),
                ("production_change", "down", ("tungsten_concentrate",), "1.9"),
            },
        ),
        (
            "本周多数品种收购价上调，其中稻谷上调1.2%，大麦上调0.6%。",
            {("price_move", "up", ("rice",), "1.2"), ("price_move", "up", ("barley",), "0.6")},
        ),
        (
            "电解铜与锌锭仓库库存分别增加3.8%和2.1%。",
            {
                ("inventory_change", "up", ("copper",), "3.8"),
                ("inventory_change", "up", ("zinc",), "2.1"),
            },
        ),
        (
            "前五月进口煤炭1.88亿吨，同比下降7.9%，其中炼焦煤4370万吨，下降8%。",
            {
                ("demand_change", "down", ("coal",), "7.9"),
                ("demand_change", "down", ("coking_coal",), "8"),
            },
        ),
        (
            "前五月有色金属产量3310万吨，同比增长3.1%，其中精炼铜601万吨，增长8%。",
            {
                ("production_change", "up", ("base_metals",), "3.1"),
                ("production_change", "up", ("copper",), "8"),
            },
        ),
    ],
)
def test_parts_of_a_total_are_told_with_their_own_numbers(
    text: str, rows: set[tuple[str, str, tuple[str, ...], str]]
) -> None:
    assert told(text) == rows


def test_a_limit_that_a_future_reached_heads_no_report_on_shares() -> None:
    text = "国内商品期货收盘涨跌不一，棕榈油主力合约封跌停板，跌幅7%；豆油跌4.2%，菜油跌超3%。"
    assert {goods for type_, _, goods, _ in told(text) if type_ == "price_move"} == {
        ("palm_oil",),
        ("soybean_oil",),
        ("rapeseed_oil",),
    }


def test_a_step_told_with_what_a_price_is_for_is_of_this_week() -> None:
    assert ("price_move", "up", ("steel_scrap",), "9") in told("上周进口废钢每公吨涨9美元至331美元。")


def test_fen_and_mao_are_parts_of_the_yuan() -> None:
    assert ("price_move", "up", ("wheat",), "0.04") in told("当地三等小麦收购价每斤1.16元，较上周提高2分钱。")


@pytest.mark.parametrize(
    "text",
    ["油厂开机率回落，大豆压榨量降至160万吨。", "面粉厂受高温、开工率下滑影响，小麦消耗量有所减少。"],
)
def test_mills_that_use_up_a_crop_make_none_of_it(text: str) -> None:
    assert {type_ for type_, *_ in told(text)} == {"demand_change"}


def test_a_part_of_a_total_is_no_size_of_the_total() -> None:
    assert told("报告库存在5月份增加2.6万吨，其中交易所锌库存较上年末增加14.2%。") == {
        ("inventory_change", "up", ("zinc",), "26000"),
        ("inventory_change", "up", ("zinc",), "14.2"),
    }


def test_us_cents_of_hong_kong_are_cents() -> None:
    assert ("price_move", "up", ("crude_oil",), "0.06") in told("5月期油收報每桶61.2美元，升6美仙。")


def test_a_long_row_of_output_is_told_to_its_end() -> None:
    text = (
        "前两月十种有色金属产量1236万吨，同比增长2.4%。其中，精炼铜产量213万吨，增长3.1%；电解铝733万吨，增长2.6%；"
        "铅118万吨，增长1.3%；锌109万吨，下降5.2%。"
    )
    assert {(way, goods, number) for _, way, goods, number in told(text)} == {
        ("up", ("base_metals",), "2.4"),
        ("up", ("copper",), "3.1"),
        ("up", ("aluminium",), "2.6"),
        ("up", ("lead",), "1.3"),
        ("down", ("zinc",), "5.2"),
    }


def test_a_report_on_stocks_is_about_each_of_them() -> None:
    text = "交割仓库库存周报\n铜库存103,482吨，较上周减少5,127吨；天然橡胶库存14,835吨，增加1,470吨。"
    assert ("inventory_change", "up", ("rubber",), "1470") in told(text)


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("高岭土以外，锰矿石，加蓬今后不再允许出口。", ("export_control", "tighten", ("manganese_ore",))),
        ("锰矿石，加蓬今后不再允许出口。", ("export_control", "tighten", ("manganese_ore",))),
        ("进口铝箔方面，摩洛哥即日起加征20%关税。", ("export_control", "tighten", ("aluminium",))),
        ("本月增加4%的进口大麦港口库存，让贸易商措手不及。", ("inventory_change", "up", ("barley",))),
        ("锡锭现货价格为何上涨？协会给出的数据显示，本周上涨幅度达到3.1%。", ("price_move", "up", ("tin",))),
        ("生铁产量为何下降？协会数据显示，7月下降幅度达到2%。", ("production_change", "down", ("pig_iron",))),
        ("锡锭是焊料厂的原料，数据显示，其现货价周二下挫2.6%。", ("price_move", "down", ("tin",))),
        ("即日起，镓、铟出口不再受到管制。", ("export_control", "ease", ("gallium", "indium"))),
        ("哥伦比亚贸易部公布裁定，铝箔税率定为30%。", ("export_control", "tighten", ("aluminium",))),
        ("莫拉石墨的6万吨天然石墨产量被远东新材包销。", ("large_contract", "offtake", ("natural_graphite",))),
        ("远东新材6万吨天然石墨的承购协议已经生效。", ("large_contract", "offtake", ("natural_graphite",))),
        ("“摩洛哥粮商买了20万吨大麦，”一名贸易商说。", ("large_contract", "purchase", ("barley",))),
        ("因电费上涨，两家硅锰厂不得不停产。", ("production_change", "halt", ("silicomanganese",))),
        ("煤炭销量为何下降？煤炭协会数据显示，7月下降幅度达到2%。", ("demand_change", "down", ("coal",))),
        ("锗锭价格在上周出现4.1%的跌幅。", ("price_move", "down", ("germanium",))),
        ("与东岭矿业的80万吨铝土矿供应合同已经终止。", ("large_contract", "terminate", ("bauxite",))),
    ],
)
def test_goods_set_before_their_clause_are_those_of_the_fact(text: str, fact: tuple[str, str, tuple[str, ...]]) -> None:
    assert fact in {row[:3] for row in told(text)}


def test_what_stood_against_a_fact_makes_it_no_plan() -> None:
    signals = DETECTOR.detect(article("虽然铅厂有意挺价，但本周铅锭均价仍回落了1.8%。")).signals

    assert [(s.type, s.modality.value) for s in signals] == [("price_move", "actual")]


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("铜商业库存上周增加2万吨。", ("inventory_change", "up", ("copper",), "20000")),
        ("截至7月底，PTA社会库存为323万吨，较前一期累积4.4%。", ("inventory_change", "up", ("pta",), "4.4")),
        (
            "现货市场报价\n7月3日报价（单位：元/吨）\n1#电解铜：71150-71350，均价71250，涨420\n0#锌锭：21450-21550，均价21500，跌130",
            ("price_move", "down", ("zinc",), "130"),
        ),
        (
            "稀土氧化物价格（7月3日，万元/吨）\n氧化镨钕 52.8 -0.5\n氧化铽 690 +3",
            ("price_move", "down", ("ndpr",), "5000"),
        ),
        (
            "长江现货7月3日报价\n品名 价格区间 均价 涨跌 单位\n1#铜 71140-71180 71160 ↑340 元/吨\n0#锌 21400-21600 21500 ↓140 元/吨",
            ("price_move", "down", ("zinc",), "140"),
        ),
        (
            "主要品种价格行情\n单位：元/吨\n品种 | 规格 | 材质 | 价格 | 涨跌\n螺纹钢 | 20mm | HRB400E | 3310 | -10",
            ("price_move", "down", ("rebar",), "10"),
        ),
        ("分品种看，上周硅锰产量下滑5.8%，硅铁下滑3.3%。", ("production_change", "down", ("ferrosilicon",), "3.3")),
        (
            "EIA原油库存意外下降\n美国商业原油库存减少320万桶。\n汽油库存增加140万桶。",
            ("inventory_change", "up", ("gasoline",), "1400000"),
        ),
    ],
)
def test_each_row_has_its_own_number(text: str, fact: tuple[str, str, tuple[str, ...], str]) -> None:
    assert fact in told(text)


@pytest.mark.parametrize("text", ["如果锌价跌破每吨2万元，更多冶炼厂将减产。", "一旦罢工爆发，佩索铜矿将停产。"])
def test_what_hangs_on_a_condition_is_only_possible(text: str) -> None:
    assert {s.modality.value for s in DETECTOR.detect(article(text)).signals} == {"possible"}


@pytest.mark.parametrize(
    "text", ["原煤产量并没有因降雨而下降。", "8月港口库存上升，其中进口大麦上升6%。", "蛋鸡养殖股走强，铜冶炼股下跌。"]
)
def test_no_demand_or_output_is_told(text: str) -> None:
    told_of = {s.type for s in DETECTOR.detect(article(text)).signals}

    assert not told_of & {"demand_change", "production_change"}


@pytest.mark.parametrize(
    "text",
    [
        "本周，锡精矿价格一改此前下跌态势，上涨2.9%。",
        "锡精矿价格在连续三周下跌之后，本周上涨2.9%。",
        "本周，锡精矿价格先下跌后上涨，最终上涨2.9%。",
        "锡精矿价格没有延续此前的下跌，本周反而上涨了2.9%。",
    ],
)
def test_a_run_that_is_over_is_no_second_fact(text: str) -> None:
    assert told(text) == {("price_move", "up", ("tin_concentrate",), "2.9")}


@pytest.mark.parametrize(
    "text", ["谁也没想到，锡锭报价本周会上涨2.9%。", "原本打算增产的青滩矿，反而将铜产量下调两成。"]
)
def test_what_nobody_foresaw_has_come(text: str) -> None:
    assert [s.modality.value for s in DETECTOR.detect(article(text)).signals if s.magnitude] == ["actual"]


def test_what_somebody_once_did_makes_nothing_old_that_is_told_of_now() -> None:
    signals = DETECTOR.detect(article("曾因洪水减产的青滩矿，如今铜产量提高了两成。")).signals

    assert [(s.direction, s.modality.value) for s in signals if s.modality != "historical"] == [("up", "actual")]
