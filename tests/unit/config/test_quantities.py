from datetime import timedelta
from decimal import Decimal

import pytest

from tocsin.config.quantities import parse_duration, parse_quantity
from tocsin.correlate import Quantity


@pytest.mark.parametrize(
    ("field", "text", "amount", "unit"),
    [
        ("change", "5%", "5", "percent"),
        ("change", "8 %", "8", "percent"),
        ("change", "2pp", "2", "pp"),
        ("change", "2.5 percentage points", "2.5", "pp"),
        ("value", "245 million USD", "245000000", "USD"),
        ("value", "$1.5bn", "1500000000", "USD"),
        ("value", "3 亿 CNY", "300000000", "CNY"),
        ("level", "19000 CNY/t", "19000", "CNY/t"),
        ("level", "$65/lb", "65", "USD/lb"),
        ("level", "19,109 yuan/tonne", "19109", "CNY/t"),
        ("quantity", "10 thousand tonnes", "10000", "t"),
        ("capacity", "50_000 t/yr", "50000", "t/yr"),
        ("days", "30 days", "30", "days"),
        ("days", 30, "30", "days"),
        ("count", 3, "3", "count"),
        ("relevance", 70, "70", None),
    ],
)
def test_an_amount_is_read_in_base_units(field: str, text: object, amount: str, unit: str | None) -> None:
    assert parse_quantity(field, text) == Quantity(Decimal(amount), unit)


@pytest.mark.parametrize(
    ("field", "text", "says"),
    [
        ("change", "five", "write one such as 5% or 2pp"),
        ("change", "-5%", "write one such as 5% or 2pp"),
        ("change", "500 t", "an absolute change is change_by"),
        ("level", "19000", "has no unit"),
        ("change", 5, "5 has no unit; write one such as 5% or 2pp"),
        ("share", "30", "'30' has no unit; write one such as 30%"),
        ("value", "245 million smackers", "write one such as 245 million USD"),
        ("quantity", True, "write one such as 10000 t"),
        ("relevance", "50 t", "write one such as 50"),
    ],
)
def test_what_is_no_amount_is_refused_with_an_example(field: str, text: object, says: str) -> None:
    with pytest.raises(ValueError, match=says):
        parse_quantity(field, text)


def test_durations_are_read() -> None:
    assert [parse_duration(text) for text in ("90s", "2m", "24h", "30 d", "2w")] == [
        timedelta(seconds=90),
        timedelta(minutes=2),
        timedelta(days=1),
        timedelta(days=30),
        timedelta(days=14),
    ]


@pytest.mark.parametrize("text", ["24 hour", "1h30m", "0s", "-1d", 24, None, "99999d"])
def test_what_is_no_duration_is_refused(text: object) -> None:
    with pytest.raises(ValueError, match="is not a duration"):
        parse_duration(text)
