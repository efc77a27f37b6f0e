"""Grades: which quality of a commodity is meant, read beside its word."""

import re

import pytest

from tocsin.detect.calendar.grades import find_grade, parse_grade


@pytest.mark.parametrize(
    ("low", "word", "grade"),
    [
        ("99.65% antimony ingot rose", "antimony ingot", "99.65%"),
        ("62% fe iron ore fines fell", "iron ore fines", "62%"),
        ("6% spodumene concentrate fell", "spodumene concentrate", "6%"),
        ("ferro-vanadium (78-82% v) crept up", "ferro-vanadium", "78-82%"),
        ("prices of battery-grade lithium hydroxide", "battery-grade lithium hydroxide", "battery"),
        ("thermal coal (6,000 kcal nar) fob", "thermal coal", "6000kcal"),
        ("no. 1 copper scrap", "copper scrap", "1#"),
        ("65%黑钨精矿报价", "黑钨精矿", "65%"),
        ("2#低铋锑锭成交", "锑锭", "2#"),
        ("锑锭(99.90%)现货", "锑锭", "99.90%"),
        ("5500大卡动力煤", "动力煤", "5500kcal"),
        ("电池级碳酸锂均价", "碳酸锂", "battery"),
    ],
)
def test_grade_stands_beside_its_commodity(low: str, word: str, grade: str) -> None:
    found = find_grade(low, _Hit(low, word), 0, len(low))
    assert found is not None
    assert found.value == grade
    assert parse_grade(low[slice(*found.span)]) is not None


@pytest.mark.parametrize(
    ("low", "word"),
    [
        ("a 25% copper tariff", "copper"),
        ("after a 2% zinc price rise", "zinc"),
        ("99.9% of voters liked the copper roof", "copper"),
        ("copper 3% higher", "copper"),
        ("铜价上涨3%", "铜"),
    ],
)
def test_other_percentages_are_no_grades(low: str, word: str) -> None:
    assert find_grade(low, _Hit(low, word), 0, len(low)) is None


class _Hit:
    def __init__(self, low: str, word: str) -> None:
        match = re.search(re.escape(word), low)
        assert match is not None
        self.start, self.end = match.span()
