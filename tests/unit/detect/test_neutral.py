"""What may stand before a noun and leaves open whose it is, so that the text's goods are meant."""

import pytest
from tests.unit.detect.shipped import DETECTOR

from tocsin.testing.builders import article

HEADLINE = "Zinc: the month in figures\n\nThe zinc market was calm in the period under review.\n\n"


def told(sentence: str) -> list[tuple[str, str, tuple[str, ...]]]:
    return [(s.type, s.direction, s.commodities) for s in DETECTOR.detect(article(HEADLINE + sentence)).signals]


@pytest.mark.parametrize(
    "word", ["Own", "April", "Attributable", "Northern", "Remaining", "Countrywide", "Smelter", "Saleable"]
)
def test_a_describing_word_leaves_the_goods_to_the_text(word: str) -> None:
    assert told(f"{word} output fell 7% to 3,100 tonnes.") == [("production_change", "down", ("zinc",))]


@pytest.mark.parametrize("word", ["April", "The remaining port", "Smelters'", "Year-end"])
def test_stocks_that_open_a_sentence_with_their_tonnage_are_the_texts_goods(word: str) -> None:
    assert told(f"{word} stocks fell 7% to 3,100 tonnes.") == [("inventory_change", "down", ("zinc",))]


def test_a_name_before_output_is_a_place() -> None:
    assert told("In May Harrow output fell 7% to 3,100 tonnes.") == [("production_change", "down", ("zinc",))]


@pytest.mark.parametrize(
    "sentence", ["Egg production fell 7% in May.", "Tyre prices fell 7% in May.", "Bicycle output fell 7%."]
)
def test_the_name_of_other_goods_leaves_nothing_open(sentence: str) -> None:
    assert told(sentence) == []
