"""Texts that sell, sue or invite tell no news, whatever goods and moves they name."""

import pytest
from tests.unit.detect.shipped import DETECTOR

from tocsin.testing.builders import article

BODY = "\n\nLithium prices fell 12% in May. Lithium output would rise to 40,000 tonnes, the company said."


@pytest.mark.parametrize(
    "headline",
    [
        "Global Lithium Battery Market to Reach $95 Billion by 2031",
        "Lithium Compounds Market Size, CAGR of 11%",
        "Shareholder Alert: Law Firm Looks Into Harrow Lithium",
        "Webinar: What Lithium Prices Mean for Builders",
        "Week ahead: lithium results and the Fed",
        "Metals diary: lithium talks and the Fed",
        "Global Lithium Carbonate Market Report",
        "Lithium Market Report 2026-2032",
        "Nadir Research initiates coverage of Harrow Lithium",
        "Fitch affirms Harrow Lithium at 'BB'",
    ],
)
def test_an_advertisement_a_lawsuit_or_an_invitation_tells_nothing(headline: str) -> None:
    assert not DETECTOR.detect(article(headline + BODY)).signals


@pytest.mark.parametrize(
    "headline",
    [
        "Lithium market slides again",
        "Harrow Lithium to reach full output in June",
        "Lithium slips, and miners watch the Fed",
        "Nadir Research maintains coverage of Harrow Lithium",
        "Lithium market report",
        "Battery metals market report, 12 May",
    ],
)
def test_a_headline_of_the_market_is_none_of_these(headline: str) -> None:
    assert DETECTOR.detect(article(headline + BODY)).signals


def test_what_a_seller_says_to_buyers_tells_nothing() -> None:
    text = "Copper pipes, factory direct\n\nCopper prices cut by 8% this month. Minimum order one ton. Contact our sales team."
    assert not DETECTOR.detect(article(text)).signals


def test_the_notice_of_a_gathering_tells_nothing() -> None:
    text = (
        "Registration opens for Graphite Days in Porto\n\nMore than 400 delegates are expected. Early bird tickets are on sale."
        "\n\n- Day 1: Will the graphite price recover?\n- Day 2: Ramp-up of graphite production\n\nKeynote speakers come from four firms."
    )
    assert not DETECTOR.detect(article(text)).signals


def test_a_text_about_houses_tells_nothing_of_its_landlords_metal() -> None:
    text = (
        "Nickel Bridge Homes acquires a 90-unit property in Leeds\n\nNickel Bridge Homes has bought the apartments from a private owner."
        " Occupancy is 96% and rents rose 3%. Tenants will get new kitchens."
    )
    assert not DETECTOR.detect(article(text)).signals


@pytest.mark.parametrize(
    "text",
    [
        "We buy back silver bars at top prices, any day.",
        "Prices at the canteen went up, said the miners of the copper town.",
        "Panel: Will tin prices rise again, and who pays?",
        "Zinc Forum day 2\n\nZinc smelters met in Lima. Record low zinc treatment charges and higher power costs were discussed.",
    ],
)
def test_counters_questions_and_costs_are_no_moves(text: str) -> None:
    assert not [s for s in DETECTOR.detect(article(text)).signals if s.direction == "up"]


def test_another_market_lends_no_goods() -> None:
    text = (
        "Dutch gas falls on mild weather\n\nThe front-month contract at the TTF hub was down 0.85 euro at 31.20 euros per megawatt hour."
        " The day-ahead contract lost 0.40 euro to 30.10 euros/MWh."
        "\n\nIn the European carbon market, the benchmark contract edged up 0.22 euro to 77.10 euros a metric ton."
    )
    told = [(s.direction, str(s.magnitude.value)) for s in DETECTOR.detect(article(text)).signals if s.magnitude]
    assert told == [("down", "0.85"), ("down", "0.40")]


def test_silver_at_its_highest_price_since_spring_has_moved() -> None:
    assert DETECTOR.detect(article("Silver closed at the highest price since May.")).signals


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (
            "东岭煤业关于签订电煤中长期供应合同的公告\n\n公司与南江电力签订2027年电煤供应合同，全年供应动力煤300万吨。",
            "zh",
        ),
        ("东岭锂业签订长期供应协议\n\n公司与南江材料签订长期供应协议，五年供应氢氧化锂2万吨。", "zh"),
        (
            "Fact sheet: preliminary determination, silicon metal from Angora\n\nThe Department of Commerce today announced its affirmative preliminary determination in the antidumping duty investigation of silicon metal from Angora.",
            "en",
        ),
    ],
)
def test_contracts_and_findings_are_no_advertisement_or_lesson_for_their_headline(text: str, language: str) -> None:
    told = article(text).model_copy(update={"language": language})
    assert DETECTOR.detect(told).signals != ()


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        (
            "Worker dies at Codelco smelter, operations halted\n\nCodelco halted its Ventanas copper smelter on Thursday after a worker died.",
            {"production_change"},
        ),
        (
            "Nickel market to reach surplus, study group says\n\nNickel output rose 4% in May, the group said on Friday.",
            {"production_change"},
        ),
        (
            "Housing slump hits steel demand\n\nSteel output fell 12% in October, data showed on Friday, as sales of homes and apartments slid and real estate firms cut mortgages.",
            {"production_change"},
        ),
        ("锑价大涨的原因是什么？\n\n12月5日，国内锑锭均价上涨5000元至15.5万元/吨。", {"price_move"}),
        (
            "中国有色金属行业分析报告\n\n11月14日公布的数据显示，10月电解铝产量380万吨，同比增长0.4%。",
            {"production_change"},
        ),
        ("白银手记：银价回落\n\n12月1日，现货白银下跌2.1%，报56.3美元/盎司。", {"price_move"}),
    ],
)
def test_a_lead_that_tells_a_day_is_news_whatever_its_headline_sounds_like(text: str, facts: set[str]) -> None:
    assert facts <= {signal.type for signal in DETECTOR.detect(article(text)).signals}


def test_a_shop_that_sells_off_tells_nothing() -> None:
    text = "Black Friday: silver bracelet prices cut by 30%\n\nSilver prices drop again on Sunday. Get up to 30% off and hurry: we close early."
    assert not DETECTOR.detect(article(text)).signals
