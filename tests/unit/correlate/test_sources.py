"""Who counts as a source of its own."""

from datetime import timedelta

import pytest

from tocsin.config.trials import houses_of, media_of
from tocsin.correlate import Book, State, correlate
from tocsin.correlate.sources import dependence, same_publisher
from tocsin.detect import Detector
from tocsin.messages.event import EventSource
from tocsin.rules import RulePack, load_rules
from tocsin.testing.builders import START, article


@pytest.fixture(scope="module")
def rules() -> RulePack:
    return load_rules()


@pytest.fixture(scope="module")
def houses(rules: RulePack) -> dict[str, str]:
    return houses_of(rules)


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Reuters", "reuters.com"),
        ("Reuters", "路透社"),
        ("Reuters via Yahoo Finance", "https://www.reuters.com/"),
        ("Ore Post", "Ore Post | Metals"),
        ("Mining.com", "MINING.COM"),
    ],
)
def test_names_of_one_house_are_one_publisher(one: str, two: str, houses: dict[str, str]) -> None:
    assert same_publisher(one, two, houses)


def source(publisher: str, *cites: str) -> EventSource:
    return EventSource(article_id=f"of {publisher}", publisher=publisher, cites=cites, at=START)


@pytest.mark.parametrize(
    ("told", "known", "why"),
    [
        (source("Ore Post", "reuters"), source("Reuters"), "as Reuters told it"),
        (source("矿业早报", "reuters"), source("路透社"), "as 路透社 told it"),
        (source("Reuters"), source("Ore Post", "reuters"), "as Ore Post quoted it"),
        (source("Ore Gazette", "reuters"), source("Ore Post", "reuters"), "from the same house as Ore Post has it"),
        (source("Ore Post", "bloomberg"), source("Reuters"), ""),
        (source("Ore Post", "codelco"), source("Ore Gazette", "codelco"), ""),
        (source("Ore Post", "opec"), source("OPEC"), ""),
        (source("Reuters", "reuters"), source("Ore Post"), ""),
    ],
)
def test_who_quotes_a_news_house_is_no_source_beside_it(
    told: EventSource, known: EventSource, why: str, rules: RulePack
) -> None:
    assert dependence(told, [known], houses=houses_of(rules), media=media_of(rules)) == why


def test_a_report_that_quotes_a_house_adds_no_source(rules: RulePack) -> None:
    book = Book.build(houses=houses_of(rules), media=media_of(rules))
    detect, state, sources = Detector(rules).detect, State.empty(), []
    for number, (publisher, text) in enumerate(
        (
            ("Reuters", "Guinea has suspended bauxite exports, two officials told Reuters."),
            ("Ore Post", "Guinea has suspended bauxite exports, Reuters reported on Tuesday."),
            ("矿业早报", "据路透社报道,几内亚暂停铝土矿出口。"),
            ("Ore Gazette", "Guinea has suspended bauxite exports, its trade minister said."),
        )
    ):
        told = detect(article(text, publisher=publisher, published_at=START + timedelta(hours=number)))
        state = correlate(state, told, told.ingested_at, book).state
        (record,) = state
        sources.append(record.publishers)
    assert sources == [("Reuters",)] * 3 + [("Reuters", "Ore Gazette")]


@pytest.mark.parametrize(
    ("one", "two"),
    [("Reuters", "Bloomberg"), ("Ore Post", "Ore Gazette"), ("yahoo.com", "reuters.com"), ("财新", "财联社")],
)
def test_others_are_two(one: str, two: str, houses: dict[str, str]) -> None:
    assert not same_publisher(one, two, houses)
