"""Weighed: goods of one deed, each told by its weight, are a fact each with its own number."""

from datetime import UTC, datetime

from tests.unit.detect.shipped import DETECTOR

from tocsin.messages import Article

DAY = datetime(2026, 7, 14, 8, tzinfo=UTC)


def told(text: str) -> list[tuple[str, str, tuple[str, ...], str | None]]:
    article = Article(
        article_id="a" * 26, source="test", id="1", text=text, published_at=DAY, ingested_at=DAY, language="en"
    )
    return [
        (s.type, s.direction, s.commodities, None if s.magnitude is None else str(s.magnitude.value))
        for s in DETECTOR.detect(article).signals
    ]


def test_each_of_several_goods_has_its_own_weight() -> None:
    text = "The reserve bureau will auction 900 tonnes of cobalt, 70 tonnes of indium and 2 tonnes of germanium from state reserves."
    assert told(text) == [
        ("stockpiling", "release", ("cobalt",), "900"),
        ("stockpiling", "release", ("indium",), "70"),
        ("stockpiling", "release", ("germanium",), "2"),
    ]


def test_the_weights_may_stand_in_the_next_sentence() -> None:
    text = "Reserve bureau to sell cobalt and indium from state stocks\n\nIt will sell 900 tonnes of cobalt and 70 tonnes of indium, the bureau said."
    assert [(goods, number) for _, _, goods, number in told(text)] == [(("cobalt",), "900"), (("indium",), "70")]


def test_one_weight_makes_one_fact() -> None:
    text = "The reserve bureau will auction 900 tonnes of cobalt from state reserves."
    assert told(text) == [("stockpiling", "release", ("cobalt",), "900")]
