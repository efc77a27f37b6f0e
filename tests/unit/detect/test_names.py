"""Names that no lexicon knows: who is named beside a fact, and what the words say the name is of."""

import pytest
from tests.unit.detect.shipped import DETECTOR

from tocsin.detect.detector import Detector
from tocsin.rules import load_rules
from tocsin.testing.builders import article


def names_in(text: str) -> list[tuple[str, str]]:
    return [(name.name, name.kind) for signal in DETECTOR.detect(article(text)).signals for name in signal.names]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Quarrel Peak Mining Ltd cut copper output by 9,400 tonnes in May.", [("Quarrel Peak Mining Ltd", "firm")]),
        ("Output at the Tressil nickel mine fell 12% in May.", [("Tressil", "site")]),
        ("Ostrel said it has halted production of tin concentrate.", [("Ostrel", "actor")]),
        ("Orvane New Materials cut tin output by 300 tonnes in May.", [("Orvane New Materials", "firm")]),
        ("Sverre National Oil Corp cut crude output by 30,000 barrels a day.", [("Sverre National Oil Corp", "firm")]),
        (
            "Tin output cut\n\nLEEDS, England--(NEWS WIRE)--Brackmoor Tin plc (AIM: BRK) has cut tin output by 300 tonnes.",
            [("Brackmoor Tin", "firm")],
        ),
        ("快讯社2月7日电，庆和锂业公告，将碳酸锂产量下调20%。", [("庆和锂业", "actor")]),
        ("印尼TNI镍铁厂将高镍生铁产量下调20%。", [("TNI", "firm")]),
        ("玻利维亚Quilpue锡矿已停产。", [("Quilpue", "site")]),
        ("印尼将NPI产量下调20%。", []),
        ("Average tin price reached RMB261,000/t, 1.2% more than last week.", []),
        (
            "Crude output resumed at the Tarfa field near Ghadun on Sunday.",
            [("Tarfa", "site"), ("Ghadun", "name")],
        ),
        ("US crude oil inventories, excluding the Lowland Petroleum Stockpile, fell by 4.1 million barrels.", []),
        ("海岳锑业公告，公司因检修停产，影响锑锭产量300吨。", [("海岳锑业", "firm")]),
        ("澄海镁业与德国莱茵压铸签订镁锭供应合同。", [("澄海镁业", "firm"), ("莱茵压铸", "firm")]),
        ("坦岭锡矿详查新发现锡矿体4条，新增锡资源量2.1万吨。", [("坦岭锡矿", "site")]),
        ("因暴雨，坦岭锡矿自周二起停产。", [("坦岭锡矿", "site")]),
    ],
)
def test_a_name_says_what_it_is_of(text: str, expected: list[tuple[str, str]]) -> None:
    assert names_in(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Copper prices rose 2.1% on Monday, said Anna Vell, an analyst at Corvid Research.",
        "The Ministry of Mines and Energy said copper output rose 4.2% in May.",
        "Zinc Output Falls 4% In May As Mines Close",
        "Output at the Andean copper mine fell 12% in May.",
        "国内锌锭产量5月增加2.1%。",
        "多家冶炼厂停产，锌锭供应收紧。",
    ],
)
def test_speakers_offices_and_headlines_name_nobody(text: str) -> None:
    assert names_in(text) == []


@pytest.mark.parametrize("text", ["北岭拟禁止稀土出口。", "缉私局破获稀土走私案。", "市场传闻该国削减镍矿配额。"])
def test_verbs_before_goods_make_no_name(text: str) -> None:
    signals = Detector(load_rules()).detect(article(text)).signals

    assert [
        name.name for signal in signals for name in signal.names if "稀土" in name.name or "镍矿" in name.name
    ] == []


@pytest.mark.parametrize(
    ("text", "countries"),
    [
        ("Copper rose 2% to US$10,000 a tonne.", ()),
        ("Production began at a lithium plant in Chile on May 13th, Anglo-American Lithium said.", ("CL",)),
    ],
)
def test_a_currency_and_a_compound_name_no_country(text: str, countries: tuple[str, ...]) -> None:
    (signal,) = DETECTOR.detect(article(text)).signals

    assert signal.countries == countries
    assert signal.magnitude is None or signal.magnitude.unit != "MMBtu"


@pytest.mark.parametrize("text", ["四季度稀土价格上涨。", "早盘有色普涨，铜涨1%。", "网传公司停产，锑锭供应收紧。"])
def test_a_time_or_a_column_is_no_name(text: str) -> None:
    assert all(not signal.names for signal in DETECTOR.detect(article(text)).signals)


@pytest.mark.parametrize(
    "text",
    [
        "四季度稀土开采指标下降5%。",
        "早盘有色板块走低，铜价跌2%。",
        "某欧洲汽车企业签订氢氧化锂采购合同2万吨。",
        "网传公司停产，碳酸锂价格上涨2%。",
    ],
)
def test_a_quarter_a_session_and_whoever_stays_unnamed_is_no_firm(text: str) -> None:
    assert names_in(text) == []
