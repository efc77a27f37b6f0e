"""A measure or a move in the continuous tense is the same fact as in the simple one; a mark that is passed is a level."""

import pytest
from tests.unit.detect.shipped import DETECTOR

from tocsin.testing.builders import article


@pytest.mark.parametrize(
    ("text", "type_", "direction"),
    [
        ("Hanoi is revoking export curbs on tungsten.", "export_control", "ease"),
        ("Hanoi is rescinding its ban on rare earth exports.", "export_control", "ease"),
        ("Hanoi is outlawing exports of tungsten concentrate.", "export_control", "tighten"),
        ("Tin prices are collapsing.", "price_move", "down"),
        ("The week ended with cobalt bouncing 3%.", "price_move", "up"),
        ("Tungsten prices have given up ground.", "price_move", "down"),
    ],
)
def test_what_is_being_done_is_told(text: str, type_: str, direction: str) -> None:
    assert [(signal.type, signal.direction) for signal in DETECTOR.detect(article(text)).signals] == [
        (type_, direction)
    ]


@pytest.mark.parametrize(
    "text",
    ["Tin dips below $31,000 a tonne", "Tin slipped beneath $31,000.", "Tin retakes $31,000", "Tin pierces $31,000"],
)
def test_a_mark_that_is_passed_is_a_level(text: str) -> None:
    (signal,) = DETECTOR.detect(article(text)).signals
    assert signal.magnitudes.level is not None
    assert signal.magnitudes.change_by is None
