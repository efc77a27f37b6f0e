"""Amounts are found in English and Chinese, in base units, and their own text gives them again."""

from decimal import Decimal

import pytest

from tocsin.detect.amounts import find_amounts, parse_amount


@pytest.mark.parametrize(
    ("text", "low", "unit"),
    [
        ("up 3.4% on the day", "3.4", "percent"),
        ("产量1.27万吨", "12700", "t"),
        ("a $245m contract", "245000000", "USD"),
    ],
)
def test_an_amount_is_read_in_base_units(text: str, low: str, unit: str) -> None:
    (amount,) = find_amounts(text)
    assert (amount.low, amount.unit) == (Decimal(low), unit)
    assert parse_amount(amount.text(text)) is not None
