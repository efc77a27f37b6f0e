"""Reach: which words leave a commodity the subject of a movement."""

import pytest

from tocsin.detect.words.reach import reaches


@pytest.mark.parametrize(
    "between",
    [
        " ",
        " futures ",
        " for november ",
        " on the london metal exchange ",
        " - an international benchmark that buyers watch - ",
        ", which had held firm for months, ",
        ", buoyed by a softer dollar, ",
        ", its sister in alloys, ",
        ", one of the softest metals, ",
        ", which briefly ",
        " was assessed at $14, which puts it $2 ",
        ": it also ",
        " (3-month) was ",
        ": 1390 yuan/kg, ",
        " to register six straight weeks of ",
        " quietly ",
    ],
)
def test_market_words_phrases_and_asides_leave_the_commodity_its_move(between: str) -> None:
    assert reaches(between)


@pytest.mark.parametrize(
    "between",
    [
        " stocks ",
        " miner orlund ",
        " demand for the quarter ",
        "; shares ",
        " mine in chile ",
        ' "will ',
        ", which miners ",
    ],
)
def test_another_noun_takes_the_move(between: str) -> None:
    assert not reaches(between)
