"""A second report that leaves things out, rounds, or is in another language is of the same event."""

from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tocsin.correlate import Book, State, correlate
from tocsin.messages import Magnitude
from tocsin.testing.builders import START, actor, findings, signal

BOOK = Book.build(parents={"lithium_carbonate": "lithium"})
KINDS = {
    "price_move": ("up", "level", "USD/t"),
    "production_change": ("down", "quantity", "t"),
    "inventory_change": ("down", "level", "t"),
    "export_control": ("tighten", "quantity", "t"),
    "large_contract": ("supply", "value", "USD"),
    "supply_source": ("new", "capacity", "t/yr"),
}


def number(value: Decimal, places: int, unit: str) -> Magnitude:
    """Write a number with so many significant digits."""
    step = Decimal(1).scaleb(value.adjusted() - places + 1)
    low = value.quantize(step)
    return Magnitude.model_validate({"low": low, "high": low, "unit": unit, "step": step, "span": ((0, 1),)})


@st.composite
def pairs(draw: st.DrawFn) -> tuple[str, str, dict[str, Any], dict[str, Any]]:
    """Draw a full report, and one that says less: always the number, no round one, rounded at most to three digits."""
    kind = draw(st.sampled_from(sorted(KINDS)))
    direction, field, unit = KINDS[kind]
    value = Decimal(draw(st.integers(100, 999).filter(lambda digits: digits % 10)) * 1000 + draw(st.integers(0, 499)))
    role = "seller" if kind == "large_contract" else "operator"
    full: dict[str, Any] = {
        "countries": ("CL",),
        "actors": [actor("Andes Copper Holdings", role)],
        "place": "Alta Roca",
        "period": "2025-02 YoY" if kind != "price_move" else "day",
        field: number(value, draw(st.integers(4, 6)), unit),
    }
    others = (("countries", ("CL", "US")), ("place", "Alta Roca mine"), ("period", full["period"]))
    kept = {slot: same for slot, same in others if draw(st.booleans())}
    less: dict[str, Any] = {field: number(value, draw(st.integers(3, 6)), unit), **kept}
    name = draw(st.sampled_from([None, "Andes Copper", "安第斯铜业"]))
    if name is not None:
        less["actors"] = [actor(name, role)]
    return kind, direction, full, less


@settings(deadline=None, max_examples=200)
@given(pairs(), st.integers(0, 30), st.booleans())
def test_a_report_that_says_less_joins(
    pair: tuple[str, str, dict[str, Any], dict[str, Any]], hours: int, swapped: bool
) -> None:
    kind, direction, full, less = pair
    one, two = (less, full) if swapped else (full, less)
    first = findings(signal(kind, direction, **one), publisher="A", article="one")
    second = findings(
        signal(kind, direction, **two), publisher="B", article="two", at=START + timedelta(hours=hours), language="zh"
    )
    state = correlate(State.empty(), first, first.ingested_at, BOOK).state
    (verdict,) = correlate(state, second, second.ingested_at, BOOK).verdicts
    assert verdict.verdict == "update", verdict.reason


@pytest.mark.parametrize(
    ("kind", "direction", "headline", "text"),
    [
        ("inventory_change", "down", {"change_by": "50+ t"}, {"change_by": "56 t", "level": "519 t"}),
        (
            "mna",
            "acquire",
            {"share": "15 percent", "countries": ("CA",)},
            {"share": "15 percent", "value": "6200000000 JPY", "countries": ("JP",)},
        ),
        (
            "production_change",
            "down",
            {"change": "2.9 percent", "countries": ("CN",)},
            {"change": "2.9 percent", "level": "10200 t", "countries": ("MM",)},
        ),
    ],
)
def test_a_headline_is_of_the_event_of_its_text(
    kind: str, direction: str, headline: dict[str, Any], text: dict[str, Any]
) -> None:
    told = findings(*(signal(kind, direction, **slots) for slots in (headline, text)))
    outcome = correlate(State.empty(), told, told.ingested_at, BOOK)
    assert len({verdict.event_id for verdict in outcome.verdicts}) == 1
