"""What the detector promises whatever it reads."""

from datetime import UTC, datetime
from decimal import Decimal

import pytest

from tocsin.detect import Detector
from tocsin.messages import Article, Modality, Signal
from tocsin.rules import load_rules

MOMENT = datetime(2025, 7, 14, 8, tzinfo=UTC)


@pytest.fixture(scope="module")
def detector() -> Detector:
    return Detector(load_rules())


def article(text: str, title: str | None = None) -> Article:
    return Article(
        article_id="a" * 26,
        source="test",
        id="1",
        text=text,
        title=title,
        published_at=MOMENT,
        ingested_at=MOMENT,
        language="en",
    )


def signals(detector: Detector, text: str) -> tuple[Signal, ...]:
    return detector.detect(article(text)).signals


def test_price_rise_carries_its_change_and_level(detector: Detector) -> None:
    (signal,) = signals(detector, "Zinc prices rose 2.4% to $2,950 a tonne on Monday.")
    assert (signal.type, signal.direction, signal.commodities) == ("price_move", "up", ("zinc",))
    assert signal.magnitudes.change is not None
    assert signal.magnitudes.change.low == Decimal("2.4")
    assert signal.magnitudes.level is not None
    assert (signal.magnitudes.level.low, signal.magnitudes.level.unit) == (Decimal(2950), "USD/t")


def test_denied_cut_is_marked_denied(detector: Detector) -> None:
    (signal,) = signals(detector, "Codelco denied plans to cut copper output.")
    assert signal.modality is Modality.DENIED


@pytest.mark.parametrize("text", ["", " \n ", "\ud800", "价", "." * 5000, "涨" * 3000, "up " * 3000])
def test_any_string_gives_findings(detector: Detector, text: str) -> None:
    assert detector.detect(article(text)).article_id == "a" * 26
