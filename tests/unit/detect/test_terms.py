"""Terms: by how long a measure or a stop is prolonged, where no date says to when."""

from datetime import UTC, datetime

import pytest
from tests.unit.detect.shipped import DETECTOR

from tocsin.detect.calendar.terms import find_terms, parse_term
from tocsin.messages import Article, Signal

MOMENT = datetime(2026, 3, 2, 8, tzinfo=UTC)


def signals(text: str, language: str = "en") -> tuple[Signal, ...]:
    article = Article(
        article_id="a" * 26,
        source="test",
        id="1",
        text=text,
        published_at=MOMENT,
        ingested_at=MOMENT,
        language=language,
    )
    return DETECTOR.detect(article).signals


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("gabon extends its ban by three months", "+3 months"),
        ("gabon extended for another year the suspension", "+1 year"),
        ("the mill prolonged its shutdown by a further two weeks", "+2 weeks"),
        ("a two-month extension of the ban", "+2 months"),
        ("the ban was extended another 45 days", "+45 days"),
        ("将禁令延长三个月", "+3 months"),
        ("停产再延长两周", "+2 weeks"),
        ("措施延期半年", "+6 months"),
    ],
)
def test_a_term_is_found_and_its_own_characters_give_it_again(text: str, value: str) -> None:
    (term,) = find_terms(text)
    assert term.value == value
    assert parse_term(text[slice(*term.span)]) == value


@pytest.mark.parametrize(
    "text",
    [
        "gabon bans exports for four months",
        "output fell for a third month",
        "禁令已持续三个月",
        "extended the pit by 40 metres",
    ],
)
def test_a_length_that_prolongs_nothing_is_no_term(text: str) -> None:
    assert find_terms(text) == []


@pytest.mark.parametrize(
    ("text", "language", "until"),
    [
        ("Gabon extends its manganese ore export ban by three months.", "en", "+3 months"),
        ("Corrib extends the shutdown of its Dunmore copper mine by two weeks.", "en", "+2 weeks"),
        ("该国将锰矿出口禁令延长三个月。", "zh", "+3 months"),
        ("Gabon extends its manganese ore export ban by three months, until 30 June 2026.", "en", "2026-06-30"),
    ],
)
def test_what_is_prolonged_lasts_to_its_date_or_by_its_term(text: str, language: str, until: str) -> None:
    assert [signal.until for signal in signals(text, language)] == [until]


def test_a_paragraph_labelled_as_background_tells_no_news() -> None:
    told = signals("铟锭价格持平。\n背景:去年秋天,铟价在两个月内上涨40%。", "zh")
    assert [s.modality for s in told if s.direction == "up"] == ["historical"]
    told = signals("Tin prices were flat.\nRisk warning: tin prices fell 30% in a month.")
    assert [s.modality for s in told if s.direction == "down"] == ["historical"]


def test_a_state_of_supply_stays_below_what_policies_ask_for() -> None:
    told = {s.type: s.relevance for s in signals("铋锭价格上涨4%,市场供应偏紧。", "zh")}
    assert told["price_move"] >= 50 > told["production_change"]


def test_supply_that_only_explains_a_price_stays_below_what_policies_ask_for() -> None:
    told = {s.type: s.relevance for s in signals("Reduced supply from Laos supported tin prices, which rose 3%.")}
    assert told["price_move"] >= 50 > told["production_change"]
    told = {s.type: s.relevance for s in signals("Tin mine supply from Laos fell 8% in May.")}
    assert told["production_change"] >= 50
