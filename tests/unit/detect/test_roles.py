"""Who buys and who sells: the parts of companies in contracts and deals."""

import pytest
from tests.unit.detect.shipped import DETECTOR

from tocsin.messages import Signal
from tocsin.testing.builders import article


def found(text: str) -> tuple[Signal, ...]:
    return DETECTOR.detect(article(text)).signals


EN = [
    ("BHP awarded a $210 million contract to Halden for haulage at its copper mine.", {"bhp": "buyer"}),
    (
        "Tesla agreed to purchase 12,000 tonnes of lithium hydroxide from Ganfeng Lithium.",
        {"tesla": "buyer", "ganfeng": "seller"},
    ),
    ("Cameco signed a deal to supply 900 tonnes of uranium to CATL.", {"cameco": "seller", "catl": "buyer"}),
    ("Corvane was awarded a $90 million contract for BHP's potash project.", {"bhp": "buyer"}),
    ("Cameco signed an offtake agreement for 400 tonnes of uranium from Larkfield Uranium.", {"cameco": "buyer"}),
    (
        "Anglo American completed the sale of its nickel business to MMG for $310 million.",
        {"anglo_american": "seller", "mmg": "buyer"},
    ),
    ("Poland has signed a contract worth $1.4 billion for uranium from Canada's Cameco.", {"cameco": "seller"}),
]
ZH = [
    ("宁德时代向天齐锂业采购2万吨碳酸锂，双方签订协议。", {"catl": "buyer", "tianqi": "seller"}),
    ("力拓拟向紫金矿业出售锂矿股权。", {"rio_tinto": "seller", "zijin": "buyer"}),
]


@pytest.mark.parametrize(("text", "parts"), [*EN, *ZH])
def test_the_words_beside_a_name_tell_its_part(text: str, parts: dict[str, str]) -> None:
    (signal,) = found(text)

    assert {actor.id: actor.role for actor in signal.actors if actor.id in parts} == parts


def test_who_buys_goods_purchases_and_who_sells_a_business_divests() -> None:
    (bought,) = found("CATL will buy 40,000 tonnes of lithium carbonate from Longmere over five years.")
    (sold,) = found("Anglo American completed the sale of its nickel business to MMG for $310 million.")

    assert (bought.direction, sold.direction) == ("purchase", "divest")


def test_who_signs_for_goods_from_a_firm_purchases() -> None:
    (signal,) = found("Poland has signed a six-year contract worth $1.4 billion for uranium from Canada's Cameco.")

    assert signal.direction == "purchase"


@pytest.mark.parametrize(
    ("text", "countries"),
    [
        ("London copper slides 2.3% on weak Chinese factory data.", ()),
        ("LME nickel rises 2% after Indonesia cuts quotas.", ()),
        ("受中国经济数据疲弱影响，伦锡下跌1%。", ()),
        ("Chinese copper prices rose 2% on Friday.", ("CN",)),
        ("Rebar prices in Turkey fell as imports rose.", ("TR",)),
    ],
)
def test_the_country_of_a_cause_is_not_where_the_price_is(text: str, countries: tuple[str, ...]) -> None:
    told = [s.countries for s in DETECTOR.detect(article(text)).signals if s.type == "price_move"]
    assert told == [countries]
