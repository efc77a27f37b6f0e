"""Undone: a stop, a loss or a ban whose verb says behind a long subject that it is over has the opposite direction."""

from datetime import UTC, datetime

import pytest
from tests.unit.detect.shipped import DETECTOR

from tocsin.messages import Article, Modality
from tocsin.testing.builders import article

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


@pytest.mark.parametrize(
    ("text", "quantity"),
    [
        (
            "Corvane has agreed to end a contract under which Tessel would have bought up to 12,000 tonnes of nickel sulphate.",
            12000,
        ),
        ("Corvane cancels contract to supply Tessel with 20,000 tonnes of cobalt", 20000),
        (
            "Corvane terminated its agreement with Tessel Cells under which it was to supply 9,000 tonnes of cobalt hydroxide a year.",
            9000,
        ),
        ("Corvane and Tessel have agreed to terminate a cobalt supply agreement covering 6,000 tonnes a year.", 6000),
    ],
)
def test_a_deal_agreed_to_end_has_ended_with_what_it_was_to_bring(text: str, quantity: int) -> None:
    (signal,) = DETECTOR.detect(article(text)).signals
    assert (signal.type, signal.direction, signal.modality) == ("large_contract", "terminate", Modality.ACTUAL)
    assert signal.magnitude is not None
    assert signal.magnitude.value == quantity


@pytest.mark.parametrize(
    "text",
    [
        "Tessel would have bought 40,000 tonnes of lithium hydroxide under the contract.",
        "Corvane would have sold 5,000 tonnes of cobalt a year to Tessel.",
    ],
)
def test_what_would_have_been_delivered_is_no_deal(text: str) -> None:
    assert DETECTOR.detect(article(text)).signals == ()


def test_parties_of_whom_one_is_called_an_age_end_a_deal_as_others_do() -> None:
    (signal,) = DETECTOR.detect(article("天华新能与宁德时代同意解除氢氧化锂供应合同。")).signals
    assert (signal.direction, signal.modality) == ("terminate", Modality.ACTUAL)


def test_who_agrees_to_supply_goods_has_a_deal() -> None:
    text = "Corvane has agreed to supply Tessel with 30,000 tonnes of cobalt hydroxide over five years."
    (signal,) = DETECTOR.detect(article(text)).signals
    assert (signal.direction, signal.modality) == ("supply", Modality.ACTUAL)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("How Congo's cobalt ban is lifting prices", ("export_control", "ease")),
        (
            "Talks ended with an agreement to supply 9,000 tonnes of graphite to Tessel.",
            ("large_contract", "terminate"),
        ),
    ],
)
def test_a_verb_with_another_object_ends_nothing(text: str, told: tuple[str, str]) -> None:
    assert told not in directions(text)


def test_a_ban_that_is_lifted_is_lifted() -> None:
    assert ("export_control", "ease") in directions("Guinea lifts its ban on bauxite exports, easing shortages")


@pytest.mark.parametrize(
    "text",
    [
        "A walkout that threatened to idle the country's largest tin smelter was averted on Monday.",
        "The tin mine, which had run short of fuel and was within days of halting output, took in diesel on Monday.",
    ],
)
def test_a_stop_that_nearly_came_about_is_none(text: str) -> None:
    assert directions(text) == set()


def test_what_an_aside_tells_before_a_change_since_is_background() -> None:
    text = "Fire at the tin works\n\nThe tin refinery, which stopped output for a month when acid leaked, has since changed hands."
    (signal,) = (s for s in DETECTOR.detect(article(text)).signals if s.type == "production_change")
    assert signal.modality is Modality.HISTORICAL


def test_a_strike_that_only_threatens_to_stop_works_is_still_possible() -> None:
    text = "A walkout that threatens to halt output at the tin smelter is due on Monday."
    assert ("production_change", "halt") in directions(text)
