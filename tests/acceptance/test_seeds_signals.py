"""The detector on the sample articles against what a reader finds in them (`seeds/expected/signals.jsonl`)."""

import json
from collections.abc import Iterator, Mapping
from datetime import datetime
from decimal import Decimal
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from tocsin.detect import Detector
from tocsin.messages import Article, Signal
from tocsin.pages import Page, split
from tocsin.rules.loader import load_rules

SEEDS = Path(__file__).resolve().parents[2] / "seeds"
KINDS = {"price_move", "production_change", "export_control", "large_contract"}
ALIKE = {"award": "deal", "supply": "deal", "offtake": "deal", "purchase": "deal"}
KNOWN_GAPS = {
    "tansuanli-1023": "contract month beside 主力",
    "duojinggui-1026": "modality of a steady quotation",
    "gu-zanting-yanchang": "'extend' is done when announced",
    "yinni-liewu": "'暂无计划' is a denial",
    "ndpr-mou": "memorandum for an offtake",
}
"""Article -> what is not right in it yet. Shorten this list; never lengthen it lightly."""

RELEVANT = 50
"""What a policy asks for unless it says otherwise."""

Key = tuple[str, str, str | None]


class Found(NamedTuple):
    """A signal beside its article."""

    article: Article
    signal: Signal


def read(name: str) -> Iterator[dict[str, Any]]:
    for line in (SEEDS / name).read_text(encoding="utf-8").splitlines():
        yield json.loads(line)


def key_of(row: Mapping[str, Any]) -> Key:
    return row["source"], row["id"], row.get("updated_at")


@pytest.fixture(scope="module")
def found() -> dict[Key, list[Found]]:
    """All signals of all sample articles, by the page they come from."""
    detector = Detector(load_rules())
    signals: dict[Key, list[Found]] = {}
    for path in sorted((SEEDS / "articles").glob("*.jsonl")):
        for row in read(f"articles/{path.name}"):
            fields: dict[str, Any] = {k: datetime.fromisoformat(v) if k.endswith("_at") else v for k, v in row.items()}
            now = fields.get("updated_at", fields["published_at"])
            signals[key_of(row)] = [
                Found(article, signal)
                for article in split(Page(**fields), now)
                for signal in detector.detect(article).signals
            ]
    return signals


def fits(row: Mapping[str, Any], item: Found) -> bool:
    """Whether a found signal says what is expected: kind, direction and commodities."""
    signal = item.signal
    return (
        signal.type == row["type"]
        and ALIKE.get(signal.direction, signal.direction) == ALIKE.get(row["direction"], row["direction"])
        and bool(set(signal.commodities) & set(row["commodities"]) or not row["commodities"])
        and row.get("title") in (None, item.article.title)
    )


def flaws(row: Mapping[str, Any], item: Found) -> Iterator[str]:
    """Tell in what a found signal differs from the expected one."""
    signal = item.signal
    wanted = row["magnitude"] and (Decimal(row["magnitude"]["value"]), row["magnitude"]["unit"])
    given = signal.magnitude and (signal.magnitude.value, signal.magnitude.unit)
    if wanted and given != wanted:
        yield f"number {given}, not {wanted}"
    if set(signal.commodities) != set(row["commodities"]):
        yield f"commodities {signal.commodities}, not {row['commodities']}"
    if signal.modality not in {row["modality"], row.get("modality_also")}:
        yield f"modality {signal.modality}, not {row['modality']}"
    if signal.relevance < RELEVANT:
        yield f"relevance {signal.relevance}"
    for name in ("market", "contract", "measure"):
        if name in row and getattr(signal, name) != row[name]:
            yield f"{name} {getattr(signal, name)}, not {row[name]}"
    if "forms" in row and set(signal.forms) != set(row["forms"]):
        yield f"forms {signal.forms}, not {row['forms']}"
    headline = item.article.title or ""
    quotes = (signal.evidence.text, *(evidence.text for evidence in signal.also))
    if not any(row["evidence"] in quote or quote in row["evidence"] or quote in headline for quote in quotes):
        yield f"evidence {signal.evidence.text!r}"


def paired(found: dict[Key, list[Found]]) -> Iterator[tuple[dict[str, Any], Found | None]]:
    """Give every expected row the found signal that fits it best, each at most once; required rows choose first."""
    left = {key: list(items) for key, items in found.items()}
    for row in sorted(read("expected/signals.jsonl"), key=lambda row: not row.get("required", True)):
        candidates = [item for item in left[key_of(row)] if fits(row, item)]
        best = min(candidates, key=lambda item: len(list(flaws(row, item))), default=None)
        if best is not None:
            left[key_of(row)].remove(best)
        yield row, best


def unknown(problems: Iterator[tuple[str, str]] | list[tuple[str, str]]) -> list[tuple[str, str]]:
    return [problem for problem in problems if problem[0] not in KNOWN_GAPS]


def test_every_fact_of_the_samples_is_found(found: dict[Key, list[Found]]) -> None:
    missed = [
        (row["id"], f"misses {row['type']} {row['direction']} {' '.join(row['commodities'])}")
        for row, item in paired(found)
        if item is None and row.get("required", True)
    ]

    assert unknown(missed) == []


def test_facts_are_told_with_the_right_numbers_and_sentences(found: dict[Key, list[Found]]) -> None:
    wrong = [
        (row["id"], flaw)
        for row, item in paired(found)
        if item is not None and row.get("required", True)
        for flaw in flaws(row, item)
    ]

    assert unknown(wrong) == []


def test_nothing_else_is_worth_an_alert(found: dict[Key, list[Found]]) -> None:
    """What no reader would report, in the four main kinds, so relevant that a policy would see it.

    A fact told twice in its article is no other fact; `test_seeds_alerts` sees to it that it is told to people once.
    """
    rows: dict[Key, list[dict[str, Any]]] = {}
    for row in read("expected/signals.jsonl"):
        rows.setdefault(key_of(row), []).append(row)
    stray = [
        (key[1], f"strays {s.type} {s.direction} {' '.join(s.commodities)}: {s.evidence.text}")
        for key, items in found.items()
        for item in items
        if (s := item.signal).type in KINDS
        and s.modality in {"actual", "expected"}
        and s.relevance >= RELEVANT
        and not any(fits(row, item) and row["modality"] != "historical" for row in rows.get(key, []))
    ]

    assert unknown(stray) == []


def test_evidence_quotes_the_stored_text(found: dict[Key, list[Found]]) -> None:
    for items in found.values():
        for article, signal in items:
            for quote in (signal.evidence, *signal.also):
                assert article.text[quote.start : quote.end] == quote.text
