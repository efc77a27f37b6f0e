"""Sentences are cut also where a text has lost the space or line break between them, and nowhere within a name."""

import pytest

from tocsin.detect.texts.text import fold, split_sentences


def cut(text: str) -> list[str]:
    folded = fold(text)
    return [folded.plain[s.start : s.end] for s in split_sentences(folded)]


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        (
            "Demand For Tin And ZincThough rates fell, tin rose 3%.",
            ["Demand For Tin And Zinc", "Though rates fell, tin rose 3%."],
        ),
        ("The plant is in Ohio.The mill makes zinc.", ["The plant is in Ohio.", "The mill makes zinc."]),
        ("It has funds of 30 m (net).Tin rose.", ["It has funds of 30 m (net).", "Tin rose."]),
    ],
)
def test_what_stands_glued_is_parted(text: str, sentences: list[str]) -> None:
    assert cut(text) == sentences


@pytest.mark.parametrize(
    "text",
    [
        "Hebei Iron Co.Ltd makes steel.",
        "LinkedIn and Booking.Com rose.",
        "Write to info@harrow.Com today.",
        "The U.S.The E.U. agreed on tin.",
    ],
)
def test_names_and_initials_part_nothing(text: str) -> None:
    assert cut(text) == [text]


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Tin rose 5 cents/lb. in May.", ["Tin rose 5 cents/lb. in May."]),
        ("Tin rose to $14.10 per lb. Zinc fell.", ["Tin rose to $14.10 per lb.", "Zinc fell."]),
    ],
)
def test_a_measure_ends_a_sentence_only_before_a_capital(text: str, sentences: list[str]) -> None:
    assert cut(text) == sentences
