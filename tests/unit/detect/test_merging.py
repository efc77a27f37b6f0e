"""Merging: what a text tells twice is one signal with both places; what is another time, party or only an outlook is not."""

import pytest
from tests.unit.detect.shipped import DETECTOR

from tocsin.testing.builders import article


def _told(text: str, kind: str) -> list[tuple[str, str]]:
    """Return direction and modality of each signal of a type."""
    signals = DETECTOR.detect(article(text)).signals
    return [(signal.direction, signal.modality.value) for signal in signals if signal.type == kind]


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("price_move", "Tin slips as stocks build\n\nTin fell on Tuesday while warehouses in Klang filled up."),
        (
            "production_change",
            "Orvale Metals posts record quarterly silver output\n\nOrvale Metals reported record silver output of 2.31 million ounces in the third quarter.",
        ),
        # a headline tells in the present what the text expects
        (
            "production_change",
            "Orvale Metals cuts zinc output\n\nOrvale Metals will cut zinc output by 20,000 tonnes next year.",
        ),
        (
            "large_contract",
            "Brandt signs antimony deal\n\nBrandt Chemie signed a contract to buy 300 t of antimony ingots.",
        ),
    ],
)
def test_a_fact_told_in_headline_and_text_is_one_signal(kind: str, text: str) -> None:
    (signal,) = (s for s in DETECTOR.detect(article(text)).signals if s.type == kind)
    assert len(signal.also) == 1


def test_what_a_price_may_do_hides_nothing_that_it_did() -> None:
    text = "Tin slips as stocks build\n\nThe metal could fall below $28,000 a tonne, analysts warned."
    assert _told(text, "price_move") == [("down", "actual"), ("down", "possible")]


def test_an_outlook_below_the_headline_is_another_fact_than_the_cut_that_was_made() -> None:
    text = "Weekly note on bismuth\n\nBismuth producers cut output after the fair.\n\nBismuth output is expected to fall once more in winter."
    assert _told(text, "production_change") == [("down", "actual"), ("down", "expected")]


def test_two_periods_are_two_facts() -> None:
    text = "Survey of antimony ingot producers\n\nOutput of antimony ingots fell in February.\n\nThe output of antimony ingots had already been weak: it dropped in January."
    assert [direction for direction, _ in _told(text, "production_change")] == ["down", "down"]


def test_one_seller_signs_with_two_buyers() -> None:
    text = (
        "Albemarle sells more lithium\n\nAlbemarle signed an agreement to supply lithium hydroxide to Tesla.\n\n"
        "Albemarle has also entered into an offtake agreement for lithium hydroxide with Mitsui."
    )
    assert len(_told(text, "large_contract")) == 2


def test_a_permit_told_in_headline_and_text_is_one_measure() -> None:
    text = (
        "Jakarta's Borneo Ores gets permit to export copper concentrate\n\n"
        "Indonesia has granted Borneo Ores a permit to export 310,000 tonnes of copper concentrate, the firm said on Friday."
    )
    (signal,) = DETECTOR.detect(article(text)).signals
    assert (signal.direction, signal.measure) == ("ease", "restriction")
    assert signal.magnitude is not None
    assert signal.magnitude.value == 310_000


def test_a_duty_and_a_licence_are_two_measures() -> None:
    text = (
        "Hanoi puts tungsten exports under licence\n\n"
        "Vietnam requires licences for exports of tungsten from May.\n\nIt also imposed a 15% export duty on tungsten."
    )
    assert len(_told(text, "export_control")) == 2


def test_a_number_below_a_headline_that_says_doubled_is_the_number() -> None:
    text = "五氧化二钒价格一月翻番\n3月5日五氧化二钒均价16万元/吨，较2月5日的8万元上涨100%。"
    (signal,) = [s for s in DETECTOR.detect(article(text, language="zh")).signals if s.type == "price_move"]
    assert signal.magnitude is not None
    assert (str(signal.magnitude.value), signal.magnitude.unit) == ("100", "percent")


@pytest.mark.parametrize(
    ("text", "goods"),
    [
        (
            "Nickel, tin and zinc ease on rate worries\n\nNickel was down 0.6% at $15,310 a tonne. Zinc fell for a third session.",
            {("down", ("nickel",)), ("down", ("zinc",)), ("down", ("tin",))},
        ),
        (
            "Surging nickel and cobalt prices lift Talbot\n\nNickel prices have risen 20% since January, the miner said.",
            {("up", ("nickel",)), ("up", ("cobalt",))},
        ),
        # what the text tells to do the contrary did not do what the headline says of all
        (
            "Nickel and cobalt climb\n\nNickel prices rose 3% on Monday. Cobalt prices fell 1% on Monday.",
            {("up", ("nickel",)), ("down", ("cobalt",))},
        ),
        ("Nickel and tin climb\n\nNickel and tin prices rose on Monday.", {("up", ("nickel", "tin"))}),
    ],
)
def test_goods_that_the_headline_alone_moves_are_not_lost(text: str, goods: set[tuple[str, tuple[str, ...]]]) -> None:
    signals = DETECTOR.detect(article(text)).signals
    assert {(s.direction, s.commodities) for s in signals if s.type == "price_move"} == goods
