"""Whether an English article speaks of trade: everyday texts name metals, prices and output as well."""

from datetime import UTC, datetime

import pytest
from tests.unit.detect.shipped import DETECTOR

from tocsin.messages import Article
from tocsin.testing.builders import article

MOMENT = datetime(2026, 3, 2, 8, tzinfo=UTC)

EVERYDAY = [
    "Copper Ridge resort lifts day-pass price\n\nThe resort will raise the price of a pass by 9%. Lift operations stopped twice.",
    "Nickel Brook announces reunion\n\nThe quartet is writing new songs.\n\nProduction starts in January, its manager said.",
    "Zinc drops may shorten colds\n\nPeople who took zinc recovered two days earlier. Iron levels fell in the others.",
    "Titanium card launched\n\nThe bank's card pays 2% back.\n\nDemand for premium cards grew 14%.",
    "Carmaker recalls vans over copper wiring\n\nIt halted production after a fault in the copper wiring.\n\nOutput resumes on Monday.",
    "Collectors of uranium glass pay more\n\nUranium glass prices doubled, dealers in old vases say.\n\nOne bowl fetched 700 dollars.",
    "Demand for steel welders rises\n\nDemand for steel welders rose 11%, a staffing firm said.\n\nPay is up as well.",
    "How shops find clients\n\nLead costs rose 9% this spring, a poll of marketers shows.\n\nLead supply shrank as newsletters lost subscribers; the CRM is empty and the funnel thin.",
    "Silver Mill theatre reopens\n\nThe mill, a landmark, reopened to visitors after its restoration.\n\nTourists and walkers came.",
    "Ruiz signs with the Silver Hawks\n\nThe goalie halted a six-game slide.\n\nProduction off the bench has dropped for two seasons, the coach said.",
]
"""Nothing here is market news."""


def found(text: str) -> list[str]:
    article = Article(
        article_id="a" * 26, source="test", id="1", text=text, published_at=MOMENT, ingested_at=MOMENT, language="en"
    )
    return [signal.type for signal in DETECTOR.detect(article).signals]


def test_goods_named_beside_a_frame_make_an_article_one_of_trade() -> None:
    text = "Calder begins vanadium production in Kenya\n\nThe chairman talks about it. " + "He spoke. " * 12
    assert found(text) == ["supply_source"]


@pytest.mark.parametrize("text", EVERYDAY)
def test_an_article_without_a_word_of_trade_raises_nothing(text: str) -> None:
    assert found(text) == []


def test_goods_right_before_what_moves_are_trade_enough() -> None:
    text = "Electric buses change a habit\n\nElectric buses are cutting China's oil consumption.\n\nMore of them come."
    assert found(text) == ["demand_change"]


def test_goods_right_behind_what_moves_are_trade_enough() -> None:
    text = "Gold adds 17% in spring\n\nThe price of gold has risen 17% since the vote.\n\nBonds gave back 2% in the same time."
    assert found(text) == ["price_move"]


def test_what_the_goods_of_the_headline_cost_and_how_many_are_made_is_trade_enough() -> None:
    text = "Platinum shines bright\n\nPlatinum has come far, with prices up by 38% since May.\n\nSouth African output, meanwhile, has dropped because of floods."
    assert sorted(found(text)) == ["price_move", "production_change"]


def test_words_of_trade_outweigh_a_few_words_from_elsewhere() -> None:
    text = "Copper rises\n\nCopper rose 2% to $9,400 a tonne on the LME.\n\nThe trader, a keen tennis player, spoke of the season's goals."
    assert found(text) == ["price_move"]


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("Sorrel field restarts\n\nLindqvist Energy has restarted its Sorrel oil field after repairs to a cable.\n\nNobody was hurt.", "production_change"),
        ("Brask shuts No. 2 furnace\n\nBrask has taken the No. 2 blast furnace at Elvik off line, it said on Monday.\n\nSome 200 jobs are affected.", "production_change"),
        ("A week for the white metal\n\nPlatinum gained 7.3% in the week that ended on Friday, as investors weighed a downgrade.\n\nA report follows on Monday.", "price_move"),
    ],
)  # fmt: skip
def test_a_workplace_of_goods_or_their_investors_are_trade_enough(text: str, type_: str) -> None:
    assert type_ in found(text)


FILLER = "记者在现场看到，前来选购的居民不少，大家都说今年的天气比往年暖和，孩子们在广场上放风筝。" * 7


@pytest.mark.parametrize(
    "text",
    [
        f"全市主要副食品价格情况\n{FILLER}\n猪肉价格上涨，鸡蛋价格下跌，蔬菜价格上涨。",
        f"近日鸡蛋价格上涨\n{FILLER}",
        f"食品厂的一天\n{FILLER}\n赤藓糖醇价格上涨至1.2万元/吨，柠檬酸价格上涨至5600元/吨，白糖价格上涨至6100元/吨。",
    ],
)
def test_a_row_of_goods_a_headline_or_wholesale_prices_make_a_chinese_text_one_of_trade(text: str) -> None:
    assert "price_move" in found(text)


def test_a_chinese_text_that_names_one_price_in_passing_raises_nothing() -> None:
    assert found(f"老街的一天\n{FILLER}\n{FILLER}\n摊主说鸡蛋价格上涨。") == []


def test_a_chinese_headline_that_tells_a_deed_counts_whatever_the_text_goes_on_with() -> None:
    text = (
        "北原石油公司哈兰项目首船原油发运\n\n本报讯 当地时间十六日上午,在一片掌声中,北原石油公司哈兰项目首船原油起锚发运。公司领导、当地代表和一百多名员工参加了仪式。"
        "\n\n哈兰项目的员工来自九个省份,平均年龄不到三十岁。三年来,他们克服高温、风沙和疫情的影响,在沙漠里搭起了帐篷,修起了道路,种下了第一排树。"
        "去年冬天,一场大风吹倒了营地的围墙,大家连夜动手,第二天早上又唱着歌去上班。"
        "\n\n仪式结束后,大家在码头合影留念。负责人说,这是全体员工共同努力的成果,感谢家人的理解和支持。晚上,营地食堂准备了饺子,不少人给家里打了电话,有人说着说着就哭了。"
    )
    assert [(s.type, s.direction) for s in DETECTOR.detect(article(text)).signals] == [("supply_source", "new")]


def test_a_text_about_what_power_plants_burn_is_one_about_goods() -> None:
    text = "Japan burnt more coal, study shows\n\nA study shows that Japan burnt record levels of coal in its coal-fired power plants."
    assert [(s.type, s.direction, s.commodities) for s in DETECTOR.detect(article(text)).signals] == [
        ("demand_change", "up", ("coal",))
    ]


def test_a_headline_that_tells_how_far_a_price_went_is_trade_enough() -> None:
    text = "Gold slides 5%\n\nGold hit a record $4,380 on Monday and then slid 5% on Tuesday, its biggest fall in five years."
    assert set(found(text)) == {"price_move"}


def test_force_majeure_is_a_word_of_trade() -> None:
    text = (
        "Force majeure at Mareth\n\nKelda Holdings has told customers of force majeure on shipments of tin from "
        "Mareth after a storm broke a crane on Sunday.\n\nIt cannot say when loading goes on."
    )
    assert "supply_source" in found(text) or "production_change" in found(text)
