"""What a sentence tells of several goods in one row is told of each."""

from datetime import UTC, datetime
from decimal import Decimal

import pytest
from tests.unit.detect.shipped import DETECTOR

from tocsin.messages import Article, Signal
from tocsin.testing.builders import article as english

MOMENT = datetime(2025, 7, 14, 8, tzinfo=UTC)


def signals(text: str) -> tuple[Signal, ...]:
    """Detect in a newsflash."""
    article = Article(
        article_id="d" * 26,
        source="test",
        id="1",
        text=text,
        published_at=MOMENT,
        ingested_at=MOMENT,
        language="zh",
    )
    return DETECTOR.detect(article).signals


def told(text: str) -> set[tuple[str, tuple[str, ...], Decimal | None]]:
    """Return direction, goods and main number of each signal."""
    return {(s.direction, s.commodities, s.magnitude.value if s.magnitude else None) for s in signals(text)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "今日锡、铋现货分别上涨900元/吨和300元/吨。",
            {("up", ("tin",), Decimal(900)), ("up", ("bismuth",), Decimal(300))},
        ),
        (
            "LME锌锡库存分别减少1400吨、55吨。",
            {("down", ("zinc",), Decimal(1400)), ("down", ("tin",), Decimal(55))},
        ),
        (
            "收盘时，沪锡和沪铅主力合约分别上涨0.4%和下跌1.7%。",
            {("up", ("tin",), Decimal("0.4")), ("down", ("lead",), Decimal("1.7"))},
        ),
    ],
)
def test_numbers_and_moves_in_a_row_go_to_their_goods(
    text: str, expected: set[tuple[str, tuple[str, ...], Decimal | None]]
) -> None:
    assert told(text) == expected


def test_a_row_of_prices_before_a_row_of_changes_is_dealt_too() -> None:
    found = signals("铅、锡现货分别报1.71万元/吨和26.4万元/吨，较前日分别上涨75元和1200元。")
    assert [(s.commodities, s.magnitudes.level and s.magnitudes.level.low) for s in found] == [
        (("lead",), Decimal(17100)),
        (("tin",), Decimal(264000)),
    ]
    assert [s.magnitudes.change_by and s.magnitudes.change_by.unit for s in found] == ["CNY/t", "CNY/t"]


def test_one_number_for_all_stays_one_fact() -> None:
    assert told("焦煤、焦炭期货双双上涨2.3%。") == {("up", ("coking_coal", "coke"), Decimal("2.3"))}


def test_two_comparisons_in_a_row_are_two_facts() -> None:
    found = signals("5月铟锭产量同比、环比分别下降6.1%和0.7%。")
    assert [(s.period, s.magnitude and s.magnitude.value) for s in found] == [
        ("M05 YoY", Decimal("6.1")),
        ("M05 MoM", Decimal("0.7")),
    ]


def test_a_row_right_behind_an_english_move_is_dealt_to_its_goods() -> None:
    found = DETECTOR.detect(english("Nickel and zinc on the LME slipped just $90 and $7 per tonne.")).signals

    assert [signal.commodities for signal in found] == [("nickel",), ("zinc",)]
    assert [signal.magnitude and signal.magnitude.value for signal in found] == [Decimal(90), Decimal(7)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "In May, Turkey's output of pig iron, crude steel and finished steel came to 0.9 million tonnes, 3.1 million tonnes and 3.4 million tonnes, decreasing by 4.1 percent, 2.6 percent and 1.2 percent from May last year.",
            {
                ("down", ("pig_iron",), Decimal("4.1")),
                ("down", ("steel",), Decimal("2.6")),
                ("down", ("steel",), Decimal("1.2")),
            },
        ),
        (
            "In June, India's outputs of rebar and pig iron amounted to 1.4 million mt and 0.6 million mt, up 3.3 percent and down 2.4 percent year on year, respectively.",
            {("up", ("rebar",), Decimal("3.3")), ("down", ("pig_iron",), Decimal("2.4"))},
        ),
        (
            "Nickel and zinc futures dropped, shedding 1.1% to 128,400 yuan ($17,900) and 0.6% to 23,050 yuan ($3,210) per ton, respectively.",
            {("down", ("nickel",), Decimal("1.1")), ("down", ("zinc",), Decimal("0.6"))},
        ),
    ],
)
def test_english_goods_in_a_row_have_the_numbers_of_one_or_of_several_moves(
    text: str, expected: set[tuple[str, tuple[str, ...], Decimal | None]]
) -> None:
    found = DETECTOR.detect(english(text)).signals
    assert {(s.direction, s.commodities, s.magnitude.value if s.magnitude else None) for s in found} == expected
