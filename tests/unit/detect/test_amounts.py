"""Amounts are found in any text in linear time, and their own text gives them again."""

import re
from decimal import Decimal

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tocsin.detect.quantities import amounts, numbers, prefixes, ranges, readings, suffixes
from tocsin.detect.quantities.amounts import Amount, find_amounts, parse_amount
from tocsin.messages.units import is_unit
from tocsin.rules.fold import fold

NUMBERS = [
    "5",
    "12.5",
    "1,234",
    "0.5",
    "2025",
    "100 770",
    "99.65",
    "三",
    "两百",
    "一百二十三",
    "twenty-five",
    "half",
    "a third of",
]
BEFORE = [
    "",
    "",
    "约",
    "超过",
    "more than ",
    "up to ",
    "$",
    "us$",
    "每吨",
    "年产",
    "¥",
    "reo=",
    "-",
    "+",
    "增长",
    "from ",
    "between ",
]
AFTER = [
    "", "%", " percent", "万吨", "亿元", "元/吨", " tonnes", " per tonne", "美元/盎司", "家", "座", " mines", "天", "倍",
    " million", "bn", "个百分点", "/t", " a day", " daily", " cents per pound", "左右", "以上", "多家", " fe", "成半", "$/桶",
]  # fmt: skip
BETWEEN = [
    "",
    " ",
    "-",
    "–",
    " to ",
    " and ",
    "至",
    "、",
    "，",
    ", ",
    "。",
    "\n",
    " or ",
    "和",
    "/",
    "(",
    ")",
    "[",
    "]",
    ".",
]

piece = st.builds(lambda *parts: "".join(parts), *map(st.sampled_from, (BEFORE, NUMBERS, AFTER, BETWEEN)))
phrases = st.lists(piece, min_size=1, max_size=5).map("".join)
anything = st.text(alphabet=st.one_of(st.characters(), st.sampled_from("0123456789.,%万亿吨元 $-")), max_size=60)


def facts(amount: Amount) -> tuple[object, ...]:
    """Return what its own text must give again."""
    return (amount.low, amount.high, amount.unit, amount.step, amount.bound, amount.kind, amount.change)


@settings(max_examples=300, deadline=None)
@given(st.one_of(phrases, anything))
@example("18 to 3-5")
@example("库存天数10-15不等")
def test_the_joined_text_of_an_amount_gives_the_amount(text: str) -> None:
    for amount in find_amounts(text):
        again = parse_amount(amount.text(text))
        assert again is not None
        assert facts(again) == facts(amount)


@settings(max_examples=200, deadline=None)
@given(st.one_of(phrases, anything))
def test_amounts_stand_in_order_within_the_text_with_known_units(text: str) -> None:
    found = find_amounts(text)
    starts = [amount.spans[0] for amount in found]
    assert starts == sorted(starts)
    for amount in found:
        assert all(0 <= start < end <= len(text) for start, end in amount.spans)
        assert is_unit(amount.unit)
        assert 0 <= amount.low <= amount.high
        assert amount.low.is_finite()


@settings(max_examples=100, deadline=None)
@given(phrases, phrases)
def test_a_region_is_read_as_a_text_of_its_own(before: str, region: str) -> None:
    text = before + region
    moved = [
        (facts(amount), tuple((start - len(before), end - len(before)) for start, end in amount.spans))
        for amount in find_amounts(text, len(before), len(text))
    ]
    assert moved == [(facts(amount), amount.spans) for amount in find_amounts(region)]


HOSTILE = {
    "digits": "7",
    "digit groups": "7,",
    "spaced groups": "777 ",
    "numerals": "三",
    "number words": "five ",
    "ranges": "5-",
    "brackets": "([",
    "bounds": "about ",
    "adjectives after a number": "5 a b c d e ",
    "money": "$5 and ",
    "scales": "5万",
    "hyphens": "-",
    "spaces": " ",
    "multiples": "翻了",
}


SCANS = {"_ANCHOR", "_ASCII_ANCHOR", "_WORDED", "_COMPACT_DATE"}
"""Patterns that walk over the whole text once, or are asked otherwise than by `match`."""


class Counted:
    """A pattern that adds up the characters its matches and searches were given to look at and gave back."""

    def __init__(self, pattern: re.Pattern[str], counts: list[int]) -> None:
        self.pattern = pattern
        self.counts = counts

    def fullmatch(self, text: str) -> re.Match[str] | None:
        """Count a look at a whole text."""
        self.counts[0] += len(text)
        return self.pattern.fullmatch(text)

    def match(self, text: str, at: int = 0) -> re.Match[str] | None:
        """Count one look at a place and what it took in."""
        found = self.pattern.match(text, at)
        self.counts[0] += 1 + (found.end() - found.start() if found else 0)
        return found


@pytest.mark.parametrize("unit", HOSTILE.values(), ids=HOSTILE.keys())
def test_work_grows_with_the_text_and_not_with_its_square(unit: str, monkeypatch: pytest.MonkeyPatch) -> None:
    counts = [0]
    for module in (readings, prefixes, suffixes, ranges, numbers):
        for name, pattern in vars(module).copy().items():
            if isinstance(pattern, re.Pattern) and name not in SCANS:
                monkeypatch.setattr(module, name, Counted(pattern, counts))
    work = []
    for size in (2_000, 8_000):
        counts[0] = 0
        find_amounts((unit * size)[:size])
        work.append(counts[0])
    assert work[1] <= 6 * work[0] + 200


def test_ten_thousand_digits_are_no_amount() -> None:
    assert find_amounts("7" * 10_000) == []


def test_lent_units_are_spans_of_the_place_that_prints_them() -> None:
    text = "output of 3 and 5 tonnes"
    assert [amount.text(text) for amount in find_amounts(text)] == ["3 tonnes", "5 tonnes"]


@pytest.mark.parametrize(
    ("text", "step"),
    [
        ("1.27万吨", "100"),
        ("$245 million", "1000000"),
        ("7.84%", "0.01"),
        ("一百二十三万元", "10000"),
        ("12,700 t", "1"),
        ("3-5.5%", "1"),
    ],
)
def test_the_step_is_one_unit_of_the_last_printed_digit(text: str, step: str) -> None:
    (amount,) = find_amounts(text)
    assert amount.step == Decimal(step)


@pytest.mark.parametrize("text", ["", "copper", "5% and 7%", "rose 5%", "in 2025", "5 tonnes of"])
def test_what_is_not_exactly_one_amount_is_not_parsed(text: str) -> None:
    assert parse_amount(text) is None


def test_space_around_an_amount_does_not_matter() -> None:
    amount = parse_amount("  15% ")
    assert amount is not None
    assert (amount.low, amount.unit, amount.spans) == (Decimal(15), "percent", ((2, 5),))


def test_every_kind_is_named_in_the_interface() -> None:
    assert set(amounts.Kind.__args__) >= {"percent", "pp", "price", "money", "grade", "bare"}  # type: ignore[attr-defined]


def test_what_doubles_from_one_number_to_another_keeps_both() -> None:
    parts = {(amount.low, amount.part) for amount in find_amounts("duties double from 14% to 28%")}
    assert {(Decimal(14), "from"), (Decimal(28), "to")} <= parts


def test_a_fraction_in_one_character_counts() -> None:
    found = find_amounts(fold("oats were up 7 ½ cents at $3.61 ¼").low)
    assert [amount.low for amount in found] == [Decimal("0.075"), Decimal("3.6125")]
