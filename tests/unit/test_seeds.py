"""The sample articles and what is expected of them: well formed, as many and as varied as promised, and free of contradictions."""

import json
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from tocsin.config import load_checked
from tocsin.messages import Change
from tocsin.messages.article import ArticleRecord
from tocsin.messages.signal import Modality
from tocsin.messages.units import is_unit
from tocsin.rules.lexicon import load_lexicon

SEEDS = Path(__file__).resolve().parents[2] / "seeds"
KINDS = ("price_move", "production_change", "export_control", "large_contract")


def read(path: Path) -> Iterator[Any]:
    for line in path.read_text(encoding="utf-8").splitlines():
        yield json.loads(line)


@pytest.fixture(scope="module")
def articles() -> list[ArticleRecord]:
    return [ArticleRecord.model_validate(row) for path in sorted(SEEDS.glob("articles/*.jsonl")) for row in read(path)]


@pytest.fixture(scope="module")
def signals() -> list[dict[str, Any]]:
    return list(read(SEEDS / "expected" / "signals.jsonl"))


def of_article(row: dict[str, Any], articles: list[ArticleRecord]) -> list[ArticleRecord]:
    updated = datetime.fromisoformat(row["updated_at"]) if "updated_at" in row else None
    return [a for a in articles if (a.source, a.id, a.updated_at) == (row["source"], row["id"], updated)]


def test_there_are_forty_articles_about_half_of_them_chinese(articles: list[ArticleRecord]) -> None:
    languages = Counter(article.language for article in articles)

    assert len(articles) >= 40
    assert languages["en"] >= 20
    assert languages["zh"] + languages["zh-Hant"] >= 20
    assert languages["zh-Hant"] >= 1


def test_every_article_is_complete_and_dated_in_autumn_2026(articles: list[ArticleRecord]) -> None:
    missing = [
        a.id for a in articles if not (a.title and a.url and a.published_at and a.publisher and a.language and a.text)
    ]

    assert missing == []
    assert {
        a.id
        for a in articles
        if not a.published_at
        or not datetime(2026, 10, 1, tzinfo=UTC) <= a.published_at < datetime(2026, 12, 1, tzinfo=UTC)
    } == set()


def test_an_id_stands_twice_only_for_a_correction(articles: list[ArticleRecord]) -> None:
    places: dict[tuple[str, str], list[ArticleRecord]] = {}
    for article in articles:
        places.setdefault((article.source, article.id), []).append(article)
    twice = [texts for texts in places.values() if len(texts) > 1]

    assert len(twice) == 1
    first, second = twice[0]
    assert first.updated_at is not None
    assert second.updated_at is not None
    assert second.updated_at > first.updated_at


def test_pages_carry_mess_and_digests_hold_several_articles(articles: list[ArticleRecord]) -> None:
    text = "\n".join(article.text for article in articles)

    for mess in (
        "Read More",
        "Share this article",
        "Related news",
        "Home | ",
        "Forward-Looking Statements",
        "相关阅读",
        "投资需谨慎",
    ):
        assert mess in text
    assert sum("· 2026-" in article.text for article in articles) >= 3


def test_every_main_kind_is_expected_in_both_languages(
    articles: list[ArticleRecord], signals: list[dict[str, Any]]
) -> None:
    seen = Counter(
        (row["type"], str(of_article(row, articles)[0].language)[:2]) for row in signals if row.get("required", True)
    )

    assert {kind: language for kind in KINDS for language in ("en", "zh") if seen[kind, language] < 2} == {}


def test_every_modality_is_expected_somewhere(signals: list[dict[str, Any]]) -> None:
    assert {row["modality"] for row in signals} == set(Modality)


def test_expected_signals_quote_their_article(articles: list[ArticleRecord], signals: list[dict[str, Any]]) -> None:
    wrong = [
        (row["id"], row["evidence"])
        for row in signals
        if len(of_article(row, articles)) != 1
        or row["evidence"] not in of_article(row, articles)[0].text
        or row.get("title", "") not in of_article(row, articles)[0].text
    ]

    assert wrong == []


def test_expected_commodities_and_units_are_known(signals: list[dict[str, Any]]) -> None:
    known = load_lexicon().commodities
    amounts = [row["magnitude"] for row in signals if row["magnitude"]]

    assert {name for row in signals for name in row["commodities"]} - set(known) == set()
    assert [amount for amount in amounts if not is_unit(amount["unit"]) or Decimal(amount["value"]) < 0] == []


def test_near_misses_are_expected_to_be_silent(signals: list[dict[str, Any]]) -> None:
    near_misses = {(row["source"], row["id"]) for row in read(SEEDS / "articles" / "near_misses.jsonl")}
    loud = [row for row in signals if (row["source"], row["id"]) in near_misses and row.get("required", True)]

    assert len(near_misses) >= 15
    assert loud == []


def test_expected_alerts_name_articles_policies_and_receivers_that_exist(articles: list[ArticleRecord]) -> None:
    settings, _ = load_checked(SEEDS.parent / "deploy" / "tocsin.example.yml", {})
    told_to = {policy.name: set(policy.send_to) for policy in settings.policies}
    rows = list(read(SEEDS / "expected" / "alerts.jsonl"))

    assert {name for row in rows for name in row["articles"]} - {article.id for article in articles} == set()
    assert {name for row in rows for name in row["policies"]} - set(told_to) == set()
    assert [
        row["articles"]
        for row in rows
        if set(row["messages"]) != set().union(*(told_to[name] for name in row["policies"]))
    ] == []


def test_expected_alerts_begin_with_their_first_revision(articles: list[ArticleRecord]) -> None:
    rows = list(read(SEEDS / "expected" / "alerts.jsonl"))

    assert [row["articles"] for row in rows if row["revisions"][0] != ["first"]] == []
    assert [
        row["articles"] for row in rows if any(not 1 <= n <= len(row["revisions"]) for n in row["messages"].values())
    ] == []
    assert {change for row in rows for changes in row["revisions"] for change in changes} <= set(Change)
    assert len(articles) > len(rows) > 20
