"""What the words right beside a number say: the same as before, taken off a price, earlier in brackets, more than ever."""

import pytest
from tests.unit.detect.shipped import DETECTOR

from tocsin.testing.builders import article


def told(text: str) -> list[tuple[str, str]]:
    return [(signal.type, signal.direction) for signal in DETECTOR.detect(article(text)).signals]


@pytest.mark.parametrize(
    ("text", "kind", "direction"),
    [
        ("Tellurium was marked at $92 per kg, no different from the Friday before.", "price_move", "flat"),
        ("Gallium was pegged at $610 a kg, a change of zero on the week.", "price_move", "flat"),
        ("Copper rod changed hands at $9,120 a ton (last Tuesday: $9,060).", "price_move", "up"),
        ("Magnesium in Tianjin: Yn17,100/t, minus Yn50.", "price_move", "down"),
        ("Manganese flake was booked at $1,690/t, a discount of $25 to Friday's assessment.", "price_move", "down"),
        ("Rhodium was put at $5,310 an ounce, $40 cheaper on the day.", "price_move", "down"),
        ("Word of a truce took $1.85 off Brent.", "price_move", "down"),
        ("The fire put $0.95 on a barrel of Brent.", "price_move", "up"),
        ("More zinc was held in exchange sheds in May than at any time since 2019.", "inventory_change", "up"),
        (
            "The smelter produced 8,100 tonnes of zinc (same quarter last year: 9,000 tonnes).",
            "production_change",
            "down",
        ),
    ],
)
def test_the_words_beside_a_number_tell_the_direction(text: str, kind: str, direction: str) -> None:
    assert told(text) == [(kind, direction)]


@pytest.mark.parametrize(
    "text",
    [
        "The kitchen sells copper pans at $60, the same as last year.",
        "The tin museum counted more visitors in May than at any time since 2019.",
        "The copper miner took two days off in May.",
    ],
)
def test_other_things_beside_a_number_tell_no_move(text: str) -> None:
    assert told(text) == []
