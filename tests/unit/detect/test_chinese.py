"""What a Chinese sentence's own words say about its movements."""

from datetime import UTC, datetime

import pytest

from tocsin.detect import Detector
from tocsin.detect.chinese import ITEM, is_compared
from tocsin.messages import Article, Signal
from tocsin.rules import load_rules

DETECTOR = Detector(load_rules())
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
