"""Absolute: what stands behind `with` goes on with the noun that the clause before tells of."""

import pytest
from tests.unit.detect.shipped import told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Output rose at all its mines, with copper up 6% and zinc down 4%.",
            [("production_change", "up", ("copper",)), ("production_change", "down", ("zinc",))],
        ),
        (
            "Refined inventories fell, with gasoline down 1.3 million barrels to 211.4 million.",
            [("inventory_change", "down", ("gasoline",))],
        ),
        (
            "Sales volumes fell in May, with copper down 7% and tin up 2%.",
            [("demand_change", "down", ("copper",)), ("demand_change", "up", ("tin",))],
        ),
    ],
)
def test_goods_behind_with_did_what_the_noun_before_does(
    text: str, expected: list[tuple[str, str, tuple[str, ...]]]
) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Base metals were mixed, with copper up 2% and zinc down 3%.",
        "Output rose at the mines of the state, with copper at $9,410 a tonne and zinc down 3%.",
    ],
)
def test_goods_behind_with_are_priced_where_nothing_else_is_told(text: str) -> None:
    assert ("price_move", "down", ("zinc",)) in told(text)
