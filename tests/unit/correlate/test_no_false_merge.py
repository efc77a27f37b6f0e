"""Facts that differ in one slot a trader lives by are never one event, whatever else they share."""

from collections.abc import Iterable
from datetime import timedelta
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from tocsin.correlate import Book, State, correlate
from tocsin.messages import Signal
from tocsin.testing.builders import START, actor, findings, signal

BOOK = Book.build(parents={"lithium_carbonate": "lithium", "lithium_hydroxide": "lithium"})
TYPES = {
    "price_move": ("up", "down"),
    "production_change": ("up", "down", "resume"),
    "inventory_change": ("up", "down"),
    "export_control": ("tighten", "ease"),
    "large_contract": ("supply", "terminate"),
    "supply_source": ("new", "loss"),
}
FIELDS = {"price_move": "level", "large_contract": "value", "export_control": "quantity"}
UNITS = {"level": "USD/t", "value": "USD", "quantity": "t"}
COMPANIES = ("Andes Copper", "Lakeside Mining", "Heron Nickel", "灵宝矿冶", "东阳光铝")


@st.composite
def facts(draw: st.DrawFn) -> tuple[str, str, dict[str, Any]]:
    """Draw a type, a direction, and the slots that two reports share."""
    kind = draw(st.sampled_from(sorted(TYPES)))
    direction = draw(st.sampled_from(TYPES[kind]))
    slots: dict[str, Any] = {}
    if draw(st.booleans()):
        slots["countries"] = (draw(st.sampled_from(["CL", "CN", "ID"])),)
    if draw(st.booleans()):
        slots["measure"] = "ban"
    if draw(st.booleans()):
        slots["period"] = draw(st.sampled_from(["2025-02 YoY", "M02", "week"]))
    if draw(st.booleans()):
        slots["change"] = draw(st.sampled_from(["5 percent", "7.84 percent"]))
    return kind, direction, slots


def are_one(told: Iterable[Signal], hours: int) -> bool:
    one, two = told
    first = findings(one, publisher="A", article="one")
    second = findings(two, publisher="B", article="two", at=START + timedelta(hours=hours))
    state = correlate(State.empty(), first, first.ingested_at, BOOK).state
    (verdict,) = correlate(state, second, second.ingested_at, BOOK).verdicts
    return verdict.verdict != "first"


@settings(deadline=None, max_examples=150)
@given(facts(), st.integers(100, 999), st.integers(100, 999), st.integers(0, 400))
def test_another_number_is_another_event(fact: tuple[str, str, dict[str, Any]], one: int, two: int, hours: int) -> None:
    kind, direction, slots = fact
    field = FIELDS.get(kind, "quantity")
    if one == two:
        return
    amounts = [{field: f"{number} {UNITS[field]}"} for number in (one, two)]
    shared = {**slots, "actors": ["Andes Copper"]}
    assert not are_one((signal(kind, direction, **shared, **amount) for amount in amounts), hours)


@settings(deadline=None, max_examples=150)
@given(facts(), st.permutations(COMPANIES), st.booleans(), st.integers(0, 400))
def test_another_company_is_another_event(
    fact: tuple[str, str, dict[str, Any]], companies: list[str], with_number: bool, hours: int
) -> None:
    kind, direction, slots = fact
    one, two = companies[:2]
    if one.isascii() != two.isascii():
        return
    role = "seller" if kind == "large_contract" else "operator"
    shared = {**slots, **({"quantity": "12700 t"} if with_number else {})}
    assert not are_one((signal(kind, direction, **shared, actors=[actor(name, role)]) for name in (one, two)), hours)


@settings(deadline=None, max_examples=100)
@given(facts(), st.permutations(["2025-01", "2025-02", "M12", "2025Q1"]), st.integers(0, 400))
def test_another_month_is_another_event(fact: tuple[str, str, dict[str, Any]], months: list[str], hours: int) -> None:
    kind, direction, slots = fact
    if kind in ("export_control", "large_contract"):
        return
    shared = {**slots, "actors": ["Andes Copper"], "quantity": "12700 t"}
    assert not are_one((signal(kind, direction, **{**shared, "period": month}) for month in months[:2]), hours)


@settings(deadline=None, max_examples=60)
@given(facts(), st.permutations(["ban", "quota", "tariff", "licence", "sanction"]), st.integers(0, 400))
def test_another_measure_is_another_event(
    fact: tuple[str, str, dict[str, Any]], measures: list[str], hours: int
) -> None:
    _, _, slots = fact
    shared = {**slots, "countries": ("CN",)}
    told = (signal("export_control", "tighten", **{**shared, "measure": measure}) for measure in measures[:2])
    assert not are_one(told, hours)
