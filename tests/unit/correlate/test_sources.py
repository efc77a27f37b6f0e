"""Who counts as a source of its own."""

import pytest

from tocsin.config.trials import houses_of
from tocsin.correlate.sources import same_publisher
from tocsin.rules import load_rules


@pytest.fixture(scope="module")
def houses() -> dict[str, str]:
    return houses_of(load_rules())


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


@pytest.mark.parametrize(
    ("one", "two"),
    [("Reuters", "Bloomberg"), ("Ore Post", "Ore Gazette"), ("yahoo.com", "reuters.com"), ("财新", "财联社")],
)
def test_others_are_two(one: str, two: str, houses: dict[str, str]) -> None:
    assert not same_publisher(one, two, houses)
