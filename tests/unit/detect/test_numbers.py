"""Numbers are read from digits, Chinese numerals and English words, with one unit of their last printed digit."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tocsin.detect.quantities.numbers import Number, read_digits, read_numeral, read_words


def value_and_step(number: Number | None) -> tuple[Decimal, Decimal] | None:
    """Return what a test compares."""
    return None if number is None else (number.value, number.step)


@pytest.mark.parametrize(
    ("text", "value", "step"),
    [
        ("5", "5", "1"),
        ("0", "0", "1"),
        ("0.05", "0.05", "0.01"),
        ("1,234", "1234", "1"),
        ("1,234.50", "1234.50", "0.01"),
        ("12,345,678", "12345678", "1"),
        ("1,00,000", "100000", "1"),
        ("1.234,5", "1234.5", "0.1"),
        ("1.234.567,25", "1234567.25", "0.01"),
    ],
)
def test_digits_are_read_with_their_separators(text: str, value: str, step: str) -> None:
    assert value_and_step(read_digits(text)) == (Decimal(value), Decimal(step))


@pytest.mark.parametrize("text", ["1.2.3", "12,34", "01208", "007", "1,2345", "9" * 25])
def test_versions_lists_codes_and_endless_digits_are_no_numbers(text: str) -> None:
    assert read_digits(text) is None


@pytest.mark.parametrize(
    ("text", "value", "step"),
    [
        ("三", "3", "1"),
        ("两", "2", "1"),
        ("十", "10", "1"),
        ("十五", "15", "1"),
        ("二十", "20", "1"),
        ("廿五", "25", "1"),
        ("一百", "100", "100"),
        ("三百零五", "305", "1"),
        ("三百五", "350", "1"),
        ("一百二十三", "123", "1"),
        ("三千五", "3500", "100"),
        ("九千九百九十九", "9999", "1"),
        ("二〇二五", "2025", "1"),
    ],
)
def test_chinese_numerals_are_read(text: str, value: str, step: str) -> None:
    assert value_and_step(read_numeral(text)) == (Decimal(value), Decimal(step))


@pytest.mark.parametrize("text", ["", "百", "三四", "十百", "百千", "一一一"])
def test_numerals_that_are_not_well_formed_are_no_numbers(text: str) -> None:
    assert read_numeral(text) is None


@pytest.mark.parametrize(
    ("text", "value", "step"),
    [
        ("five", "5", "1"),
        ("twenty-five", "25", "1"),
        ("a dozen", "12", "1"),
        ("two dozen", "24", "1"),
        ("nineteen hundred", "1900", "100"),
        ("two hundred and five", "205", "1"),
        ("one hundred twenty three thousand", "123000", "1000"),
        ("three million", "3000000", "1000000"),
        ("half a million", "500000", "500000"),
    ],
)
def test_english_words_are_read(text: str, value: str, step: str) -> None:
    assert value_and_step(read_words(text)) == (Decimal(value), Decimal(step))


@pytest.mark.parametrize("text", ["five seven", "twenty ten", "nine nineteen"])
def test_words_in_a_row_are_no_number(text: str) -> None:
    assert read_words(text) is None


@given(st.integers(0, 10**12), st.integers(0, 4))
def test_printed_numbers_are_read_back(whole: int, decimals: int) -> None:
    number = Decimal(whole).scaleb(-decimals)
    read = read_digits(f"{number:,f}")
    assert read is not None
    assert (read.value, read.step) == (number, Decimal(1).scaleb(-decimals))
