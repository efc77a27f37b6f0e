"""A fact without a number takes its size from the sentence after it, where that speaks of the fact."""

import pytest
from tests.unit.detect.shipped import DETECTOR, RULES

from tocsin.detect.findings.reparse import exceptions
from tocsin.messages import Signal
from tocsin.testing.builders import article


def _signals(text: str, kind: str) -> list[Signal]:
    signals = DETECTOR.detect(article(text)).signals
    assert not [fault for signal in signals for fault in exceptions(signal, text, RULES)]
    return [signal for signal in signals if signal.type == kind]


@pytest.mark.parametrize(
    ("kind", "number", "text"),
    [
        (
            "large_contract",
            "85000 t/yr quantity",
            "The explorer signed an offtake agreement for its spodumene on Monday. It covers 85,000 tonnes per year.",
        ),
        (
            "large_contract",
            "64000000 EUR value",
            "The mill has signed a contract to supply steel rails to Ghana. The order is worth 64 million euros.",
        ),
        (
            "large_contract",
            "18000 t quantity",
            "The smelter has ended its cobalt offtake agreement with Orvane. That deal, signed in March, had covered 18,000 tonnes over five years.",
        ),
        (
            "mna",
            "27000000 USD value",
            "The battery maker is buying the graphite project in Malawi. It will pay $27 million in cash.",
        ),
        (
            "production_change",
            "12000 t change_by",
            "Flooding has stopped the Zambian copper mine. The owner expects to lose about 12,000 tonnes this quarter.",
        ),
        (
            "production_change",
            "46000 t level",
            "Flooding has stopped the Zambian copper mine. The mine produced 46,000 tonnes of copper last year.",
        ),
        (
            "production_change",
            "187000 lb level",
            "Western Yellow beats its uranium output target\nThe miner poured concrete in May. Western Yellow mined 187,000 pounds in July alone.",
        ),
        (
            "production_change",
            "290000 t/yr level",
            "Production at the Grund aluminium smelter was suspended on Tuesday. Grund can make 290,000 tonnes a year.",
        ),
        (
            "production_change",
            "940000 bbl level",
            "东部政府宣布,其控制区内的油田全部停止生产原油。该国6月日产原油约94万桶。",
        ),
        (
            "supply_source",
            "12600 t/yr capacity",
            "The graphite anode plant at Leith has shipped first product. Phase one is 12,600 t a year; phase two brings the total to 45,000 t.",
        ),
        (
            "export_control",
            "15400 t quantity",
            "Congo will let cobalt leave the country again, within limits. The regulator said the stop would yield to quotas: 15,400 tonnes for the rest of this year.",
        ),
        (
            "supply_source",
            "1900 t/yr capacity",
            "The Sandal tungsten mine has poured first concentrate. Phase 1 is designed for 1,900 t of tungsten concentrate a year.",
        ),
        (
            "supply_source",
            "1400 t/yr capacity",
            "Orvane delivered the first NdFeB magnets sintered at its Leith works. The works is built for 1,400 tonnes a year.",
        ),
        (
            "supply_source",
            "25000 t/yr capacity",
            "A lithium plant has started production in Utah. At full output it will make 25,000 tonnes of lithium hydroxide a year.",
        ),
        (
            "stockpiling",
            "3200 t quantity",
            "Seoul is to buy cobalt for its stockpile. The agency seeks up to 3,200 tonnes over five years.",
        ),
        (
            "export_control",
            "7 percent level",
            "Indonesia will impose an export levy on coal. The levy will be set at 7%.",
        ),
        (
            "mna",
            "14 percent share",
            "The oil major has bought into the Argentine lithium project. It now holds 14% of the shares.",
        ),
        ("price_move", "1085 USD/oz level", "Palladium extends losses. It last traded at $1,085 an ounce."),
        ("large_contract", "930000000 CNY value", "公司与客户签订多晶硅长单销售合同。合同总金额约为9.3亿元。"),
        ("mna", "150000000 USD value", "某公司收购一家锂矿商全部股权。交易对价为1.5亿美元。"),
    ],
)
def test_the_sentence_after_a_fact_tells_its_size(kind: str, number: str, text: str) -> None:
    (signal,) = _signals(text, kind)
    main = signal.magnitude
    assert main is not None
    assert f"{main.value.normalize():f} {main.unit} {main.kind}" == number
    assert len(signal.also) == 1


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        # other goods, another thing than the fact, a fact that has been denied
        (
            "production_change",
            "Flooding has stopped the Zambian copper mine. The mine produced 46,000 tonnes of cobalt last year.",
        ),
        (
            "mna",
            "The battery maker is buying the graphite project in Malawi. Its shares were worth $27 million at noon.",
        ),
        (
            "large_contract",
            "The explorer denied that it signed an offtake agreement for its spodumene. It covers 85,000 tonnes per year.",
        ),
    ],
)
def test_a_sentence_about_something_else_lends_no_size(kind: str, text: str) -> None:
    assert [signal.magnitude for signal in _signals(text, kind)] == [None]


@pytest.mark.parametrize(
    ("number", "text"),
    [
        ("38 USD/oz level", "Silver rallies as the dollar weakens\n\nLast week saw the price of silver hit $38 per troy ounce while traders were away."),
        ("3900 USD/oz level", "Surging gold prices draw new miners\n\nGold trading beyond $3,900 per ounce makes old shafts worth a second look."),
        ("9250 USD/t level", "Copper slides on trade fears\n\nThe red metal was trading around $9,250 a ton in London at noon."),
    ],
)  # fmt: skip
def test_a_mark_below_the_headline_is_its_number(number: str, text: str) -> None:
    (signal,) = _signals(text, "price_move")
    main = signal.magnitude
    assert main is not None
    assert f"{main.value.normalize():f} {main.unit} {main.kind}" == number


@pytest.mark.parametrize(
    "text",
    [
        "Gold prices keep climbing\n\nThe precious metal, which stood at $2,100 an ounce a year ago, is in demand from central banks.",
        "Copper slides on trade fears\n\nTraders expect the red metal to reach $10,400 a ton by autumn.",
        "Copper slides on trade fears\n\nTin stood at $33,200 a ton at noon.",
    ],
)
def test_a_mark_of_before_or_of_an_outlook_lends_no_number(text: str) -> None:
    assert [s.magnitude for s in _signals(text, "price_move") if s.modality.value == "actual"] == [None]


def test_a_deal_whose_goods_are_counted_takes_its_worth_from_the_next_sentence() -> None:
    told = "Corvane will supply Tessel with 12,000 tonnes of cobalt hydroxide over four years. "
    (signal,) = _signals(told + "The contract is worth about $410 million at current prices.", "large_contract")
    assert signal.magnitudes.value is not None
    assert signal.magnitudes.value.low == 410_000_000
    (signal,) = _signals(told + "The company is worth $4 billion.", "large_contract")
    assert signal.magnitudes.value is None


def test_who_bought_a_share_tells_in_the_next_sentence_what_was_paid() -> None:
    text = "A group led by Orvane has acquired 50.1% of the Pampa copper mine from its founders. It paid $240 million."
    (signal,) = _signals(text, "mna")
    assert signal.magnitude is not None
    assert (str(signal.magnitude.value), signal.magnitude.unit) == ("240000000", "USD")


def test_a_deal_takes_its_worth_from_the_rest_of_its_sentence() -> None:
    text = "公司公告，收购秘鲁某铜矿60%权益的先决条件已全部满足，交易于3月9日完成交割，总对价7.4亿美元。"
    (deal,) = _signals(text, "mna")
    assert deal.magnitude is not None
    assert (int(deal.magnitude.value), deal.magnitude.unit) == (740_000_000, "USD")


def test_what_a_works_makes_in_a_year_is_the_size_of_its_stop() -> None:
    text = "宜春某锂矿停产\n该矿周一接到通知，即日起停止采矿作业。该矿年产碳酸锂当量约3.1万吨，占全国供应约3%。"
    (stop,) = _signals(text, "production_change")
    assert stop.magnitude is not None
    assert int(stop.magnitude.value) == 31_000


@pytest.mark.parametrize(
    ("kind", "number", "text"),
    [
        (
            "production_change",
            "7.4 percent",
            "Bolivian tin output slid to a three-year low of 1,310 tonnes in May.\n\nThis was a 7.4% drop from April.",
        ),
        (
            "production_change",
            "5 percent",
            "Ireland's zinc output in May stood at 9,400 tonnes, the lowest this year.\n\nThat was 5 percent less than in April.",
        ),
        (
            "inventory_change",
            "31 percent",
            "Tin stocks in Busan sheds have dropped sharply. The decline represents a 31% drop in a week.",
        ),
        (
            "price_move",
            "45 USD/t",
            "Kelda Steel raised its wire rod prices again. The latest increase amounts to $45 per ton.",
        ),
        (
            "price_move",
            "700 INR/t",
            "Ferro chrome prices in Odisha have risen. Prices of the 60% grade rose by INR 700/t to INR 101,000/t.",
        ),
        (
            "price_move",
            "7.2 USD/lb",
            "The European indium market fell again. Prices for 99.99pc material were assessed at $7.20-7.80/lb, down from $7.50-8.10/lb.",
        ),
        (
            "price_move",
            "0.055 USD/bu",
            "Corn futures firmed on dry weather.\n\nMay closed 5-1/2 cents higher at $4.40 a bushel.",
        ),
        (
            "stockpiling",
            "410000 t",
            "国家临时存储小麦竞价交易会周四结束。本次交易会计划销售小麦90万吨,实际成交41万吨。",
        ),
    ],
)
def test_the_next_sentence_tells_by_how_much(kind: str, number: str, text: str) -> None:
    told = [s.magnitude for s in _signals(text, kind)]
    assert [f"{main.value.normalize():f} {main.unit}" for main in told if main is not None] == [number]


@pytest.mark.parametrize(
    "text",
    [
        "Bolivian tin output slid to 1,310 tonnes in May.\n\nThis was a 7.4% rise in the view of a rival mill.",
        "Kelda Steel raised its wire rod prices again. The increase of 45 jobs follows.",
    ],
)
def test_a_sentence_of_another_move_tells_nothing_of_it(text: str) -> None:
    main = _signals(text, "production_change") or _signals(text, "price_move")
    assert all(signal.magnitudes.change is None and signal.magnitudes.change_by is None for signal in main)
