"""A measure in the continuous tense is the same fact as in the simple one; marks that are passed and figures of two years are levels."""

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


@pytest.mark.parametrize(
    ("text", "type_", "direction"),
    [
        ("World tin consumption was 390,000 tonnes in 2025, against 380,000 in 2024.", "demand_change", "up"),
        ("Cobalt output was put at 190,000 tonnes in 2026 compared with 215,000 in 2025.", "production_change", "down"),
    ],
)
def test_a_year_parts_no_number_from_the_unit_before_it(text: str, type_: str, direction: str) -> None:
    (signal,) = DETECTOR.detect(article(text)).signals
    assert (signal.type, signal.direction) == (type_, direction)


def test_what_is_said_to_be_of_its_goods_moves_with_them() -> None:
    text = "Vietnam's purchases of zinc concentrate averaged 41,000 tonnes in May, against 36,000 in April."
    (signal,) = DETECTOR.detect(article(text)).signals
    assert (signal.type, signal.direction, signal.commodities) == ("demand_change", "up", ("zinc_concentrate",))
