"""Undone: a stop, a loss or a ban whose verb says behind a long subject that it is over has the opposite direction."""

from datetime import UTC, datetime

import pytest
from tests.unit.detect.shipped import DETECTOR

from tocsin.messages import Article

DAY = datetime(2026, 7, 14, 8, tzinfo=UTC)


def directions(text: str) -> set[tuple[str, str]]:
    article = Article(
        article_id="a" * 26, source="test", id="1", text=text, published_at=DAY, ingested_at=DAY, language="en"
    )
    return {(signal.type, signal.direction) for signal in DETECTOR.detect(article).signals}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "The force majeure which the port had declared on coal after the storm has been lifted.",
            ("production_change", "resume"),
        ),
        ("Force majeure at the Kribi LNG plant, in place since the fire, ended.", ("production_change", "resume")),
        ("Force majeure on deliveries of spodumene is no longer in effect.", ("supply_source", "resume")),
        ("Bauxite export ban, in force since the spring, repealed", ("export_control", "ease")),
    ],
)
def test_what_is_over_is_told_as_its_opposite(text: str, told: tuple[str, str]) -> None:
    assert told in directions(text)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "The miner declared force majeure on copper from Kansuki although the curfew was lifted.",
            ("production_change", "halt"),
        ),
        ("The shutdown of the zinc smelter ended its supply to the works.", ("production_change", "halt")),
    ],
)
def test_what_stands_while_another_thing_ends_keeps_its_direction(text: str, told: tuple[str, str]) -> None:
    assert (told[0], "resume") not in directions(text)
