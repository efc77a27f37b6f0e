"""Periods, dates and contract months are read from folded text, and their own characters give them again."""

import pytest

from tocsin.detect.contracts import find_contracts, parse_contract
from tocsin.detect.periods import find_dates, find_periods, parse_date, parse_period

PERIODS = [
    ("output rose 4% year-on-year", ["YoY"]),
    ("prices fell from the previous quarter", ["QoQ"]),
    ("三季度锡锭产量环比下降", ["Q3", "MoM", "QoQ"]),
    ("产量环比下降", ["MoM"]),
    ("库存周环比减少", ["WoW"]),
    ("同比增长，环比持平", ["YoY", "MoM"]),
    ("in q3 2024 and 2024q4", ["2024Q3", "2024Q4"]),
    ("the first half of 2024", ["2024H1"]),
    ("2024年上半年", ["2024H1"]),
    ("2024年2月产量", ["2024-02"]),
    ("1-4月产量", ["M01/M04"]),
    ("q1 fy2026", ["FY2026Q1"]),
    ("it may march on", []),
    ("down 3% on the day, up this week", ["day", "week"]),
]


@pytest.mark.parametrize(("text", "values"), PERIODS)
def test_periods_are_found_and_read_again_from_their_own_text(text: str, values: list[str]) -> None:
    found = find_periods(text)
    assert [period.value for period in found] == values
    for period in found:
        again = parse_period(text[slice(*period.span)])
        assert again is not None
        assert again.value == period.value


@pytest.mark.parametrize(
    ("text", "value", "until"),
    [
        ("suspended until 2027-11-27", "2027-11-27", True),
        ("关税豁免至2026年3月底", "2026-03-31", True),
        ("on july 13, 2025", "2025-07-13", False),
        ("7月13日公告", "--07-13", False),
        ("by the end of 2026", "2026-12-31", False),
        ("13 july 2025", "2025-07-13", False),
    ],
)
def test_dates_are_found_and_read_again(text: str, value: str, *, until: bool) -> None:
    (date,) = find_dates(text)
    assert (date.value, date.until) == (value, until)
    again = parse_date(text[slice(*date.span)])
    assert again is not None
    assert again.value == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("沪铜2511合约收涨", "2025-11"),
        ("2602合约", "2026-02"),
        ("the november contract", "M11"),
        ("lme three-month zinc", "3M"),
        ("dec. gold slipped", "M12"),
    ],
)
def test_contract_months_are_found_and_read_again(text: str, value: str) -> None:
    (contract,) = find_contracts(text)
    assert contract.value == value
    again = parse_contract(text[slice(*contract.span)])
    assert again is not None
    assert again.value == value
