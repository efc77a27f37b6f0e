"""Everyday sentences, full of the words that signals use: none of them is a signal."""

import json
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tocsin.detect import Detector
from tocsin.pages import Page, split
from tocsin.rules.loader import load_rules

CORPUS = Path(__file__).resolve().parents[1] / "data" / "clean_news.jsonl"
DOCUMENTS = CORPUS.with_name("clean_documents.jsonl")
"""Whole news texts of other matters, full of metals and moves: tenders of schools, places, digs, laws, lessons, sport."""
KNOWN_GAPS: frozenset[str] = frozenset()
"""Sentences that still raise a signal. Never lengthen it lightly."""

KNOWN_PAGES = frozenset([("zh", "gardening")])
"""Pages in which a sentence borrows the commodity of another paragraph."""

NOW = datetime(2026, 11, 1, 8, tzinfo=UTC)


@pytest.fixture(scope="module")
def sentences() -> list[dict[str, str]]:
    return [json.loads(line) for line in CORPUS.read_text(encoding="utf-8").splitlines()]


@pytest.fixture(scope="module")
def detector() -> Detector:
    return Detector(load_rules())


def found(detector: Detector, text: str) -> list[str]:
    return [
        f"{signal.rule}: {signal.type} {signal.direction} {' '.join(signal.commodities)}".strip()
        for article in split(Page(text=text, id="clean", published_at=NOW), NOW)
        for signal in detector.detect(article).signals
    ]


def test_the_corpus_is_large_and_speaks_both_languages_on_many_topics(sentences: list[dict[str, str]]) -> None:
    languages = Counter(row["language"][:2] for row in sentences)

    assert len({row["text"] for row in sentences}) == len(sentences) >= 320
    assert min(languages["en"], languages["zh"]) >= 120
    assert len({row["topic"] for row in sentences}) >= 9


def test_everyday_news_raises_no_signal(sentences: list[dict[str, str]], detector: Detector) -> None:
    loud = {row["text"]: signals for row in sentences if (signals := found(detector, row["text"]))}

    assert {text: signals for text, signals in loud.items() if text not in KNOWN_GAPS} == {}


def test_everyday_news_stays_silent_when_read_as_one_page(sentences: list[dict[str, str]], detector: Detector) -> None:
    """Neighbours lend no context: a topic's sentences as paragraphs of one page say nothing either."""
    pages: dict[tuple[str, str], list[str]] = {}
    for row in sentences:
        pages.setdefault((row["language"], row["topic"]), []).append(row["text"])
    loud = {
        key: signals
        for key, texts in pages.items()
        if key not in KNOWN_PAGES and (signals := found(detector, "\n\n".join(texts)))
    }

    assert loud == {}


def test_whole_texts_of_other_matters_raise_no_signal(detector: Detector) -> None:
    rows = [json.loads(line) for line in DOCUMENTS.read_text(encoding="utf-8").splitlines()]
    loud = {row["topic"]: signals for row in rows if (signals := found(detector, row["text"]))}

    assert len(rows) >= 25
    assert loud == {}


def test_the_gate_would_notice_a_signal(detector: Detector) -> None:
    assert found(detector, "Antimony ingot prices rose 5% to $30,000 a tonne on Monday.") != []
