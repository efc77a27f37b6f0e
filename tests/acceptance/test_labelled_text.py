"""What confidence and relevance promise, held to labelled text beside the project; users do not have it, so it skips without."""

import importlib.util
import json
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from tocsin.cli.scan_events import find_events
from tocsin.detect import Detector
from tocsin.messages import Modality, Signal
from tocsin.pages import Page, split
from tocsin.rules import load_rules
from tocsin.testing.builders import article

LABELLED = Path(__file__).parents[2].parent / "shared" / "eval"
SETS = ("crudeoil_sent", "goldnews", "ccks2021", "finnl_audit", "gta", "dueefin_doc", "fewfc")
WITHOUT_DIRECTION = frozenset(["large_contract", "mna"])
"""Types whose direction these sets do not label as ours does."""
ALIKE = {"halt": "down", "ban": "restriction", "tighten": "restriction", "ease": "easing", "resume": "up"}
"""Directions that the sets do not tell apart, or call otherwise."""
LEAST = 50
"""Signals from which on a bin of confidence says something."""

pytestmark = pytest.mark.skipif(not LABELLED.is_dir(), reason="the labelled text is not beside the project")


@pytest.fixture(scope="module")
def detector() -> Detector:
    return Detector(load_rules())


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def _module(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, LABELLED / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    made = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(made)
    return made


def _signals(detector: Detector, text: str) -> list[Signal]:
    return [
        s for s in detector.detect(article(text)).signals if s.modality not in {Modality.HISTORICAL, Modality.DENIED}
    ]


def _alike(direction: object) -> str:
    return ALIKE.get(str(direction), str(direction))


def _judged(detector: Detector) -> Iterator[tuple[float, bool]]:
    """Yield the confidence of each fact that the sets label, and whether type and direction are right."""
    for name in SETS:
        for case in _rows(LABELLED / "dev" / f"{name}.jsonl"):
            gold = {(g["type"], _alike(g["direction"])) for g in case["gold"] if g.get("polarity") != "negative"}
            open_ = {(t, _alike(d) if d else None) for t, _, d in (x.partition("/") for x in case.get("ignore", []))}
            told: dict[tuple[str, str], float] = {}
            for signal in _signals(detector, case["text"]):
                fact = (signal.type, _alike(signal.direction))
                told[fact] = max(told.get(fact, 0.0), signal.confidence)
            for (kind, direction), sure in told.items():
                if kind not in case.get("covers", []):
                    continue
                right = (kind, direction) in gold or (kind in WITHOUT_DIRECTION and any(kind == t for t, _ in gold))
                if right or not {(kind, direction), (kind, None)} & open_:
                    yield sure, right


def test_confidence_is_how_often_signals_are_right(detector: Detector) -> None:
    bins: dict[int, list[tuple[float, bool]]] = {}
    for sure, right in _judged(detector):
        bins.setdefault(min(9, int(sure * 10)), []).append((sure, right))
    large = {number: rows for number, rows in bins.items() if len(rows) >= LEAST}
    assert len(large) >= 4
    for number, rows in large.items():
        said = sum(sure for sure, _ in rows) / len(rows)
        held = sum(right for _, right in rows) / len(rows)
        assert abs(said - held) <= 0.1, f"bin 0.{number} of {len(rows)} signals says {said:.2f} and holds {held:.2f}"


def test_relevance_ranks_what_an_article_is_for_above_what_it_mentions() -> None:
    """The area under the curve, important against minor facts, of those that were found in the seed documents."""
    scorer = _module("score_articles")
    files = sorted((LABELLED / "seeds").glob("*.txt"))
    command = [sys.executable, "-m", "tocsin", "scan", *map(str, files), "--format", "jsonl"]
    scanned = subprocess.run(command, capture_output=True, check=True, text=True).stdout.splitlines()
    told: dict[str, list[dict[str, Any]]] = {}
    for row in map(json.loads, scanned):
        document = Path(row["article"]["document"]).name.split("_")[0]
        told.setdefault(document, []).extend(s for s in row["signals"] if s["modality"] != "historical")
    found: dict[str, list[int]] = {"high": [], "medium": [], "low": []}
    for case in _rows(LABELLED / "seeds.jsonl"):
        signals = [{**s, "evidence": s["evidence"]["text"], "magnitude": None} for s in told.get(case["id"], [])]
        pairs = [[scorer.pair(signal, gold) for gold in case["signals"]] for signal in signals]
        weights = [[100 + quality if depth >= 2 else 0 for depth, quality in row] for row in pairs]
        for ours, theirs in scorer.assign(weights).items():
            found[case["signals"][theirs]["importance"]].append(signals[ours]["relevance"])
    wins = [(high > low) + (high == low) / 2 for high in found["high"] for low in found["low"]]
    assert len(wins) >= 50
    assert sum(wins) / len(wins) >= 0.85


def test_one_haul_told_by_three_articles_of_a_digest_is_one_event(detector: Detector) -> None:
    """The tonnage that articles 4, 8 and 10 tell, exactly and rounded, opens one event, 6 and 7 open none; the crackdown opens at most two."""
    page = Page(text=next((LABELLED / "seeds").glob("001_*.txt")).read_text(encoding="utf-8"), source="seeds")
    articles = list(split(page, datetime(2025, 7, 14, tzinfo=UTC)))
    places = {article.id: place for place, article in enumerate(articles, 1)}
    told: dict[str, list[set[int]]] = {}
    for story in find_events(articles, detector):
        line = story.as_line()
        actual = {places[row["article"]] for row in line["signals"] if row["modality"] == "actual"}
        told.setdefault(line["type"], []).append(actual)
    assert [by for by in told["smuggling"] if by & {4, 10}] == [{4, 8, 10}]
    assert not [by for by in told["smuggling"] if by & {6, 7}]
    assert 1 <= len([by for by in told["export_control"] if by & {4, 6, 7, 8, 10}]) <= 2
