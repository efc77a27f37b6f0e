"""Periods, dates and contract months are read from folded text, and their own characters give them again."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.unit.detect.shipped import DETECTOR

from tocsin.detect.calendar.contracts import find_contracts, parse_contract
from tocsin.detect.calendar.dates import find_dates, parse_date
from tocsin.detect.calendar.periods import find_periods, parse_period
from tocsin.testing.builders import article

PERIODS = [
    ("output rose 4% year-on-year", ["YoY"]),
    ("prices fell from the previous quarter", ["QoQ"]),
    ("三季度锡锭产量环比下降", ["Q3", "MoM", "QoQ"]),
    ("本周锡锭成交均价为25.1万元/吨,环比上涨1.2%", ["week", "MoM", "WoW"]),
    ("本周锡价走高,7月锡锭产量环比下降", ["week", "M07", "MoM"]),
    ("产量环比下降", ["MoM"]),
    ("本周氧化镝成交均价151万元/吨，环比下跌1.2%", ["week", "MoM", "WoW"]),
    ("2027年第二季度铌精矿（Nb2O5=60%）交易价格调整为88200元/吨，环比上涨2.4%", ["2027Q2", "MoM", "QoQ"]),
    ("库存周环比减少", ["WoW"]),
    ("报价较上周五下跌200元/吨", []),
    ("同比增长，环比持平", ["YoY", "MoM"]),
    ("in q3 2024 and 2024q4", ["2024Q3", "2024Q4"]),
    ("the first half of 2024", ["2024H1"]),
    ("2024年上半年", ["2024H1"]),
    ("2024年2月产量", ["2024-02"]),
    ("1-4月产量", ["M01/M04"]),
    ("q1 fy2026", ["FY2026Q1"]),
    ("it may march on", []),
    ("股东同比例增资", []),
    ("公告后6个月内", []),
    ("the annual general meeting", []),
    ("first nine months of 2024", ["2024-01/2024-09"]),
    ("2024年前三季度", ["2024Q1/2024Q3"]),
    ("前11个月", ["M01/M11"]),
    ("prices fell in march", ["M03"]),
    ("production for the march 2026 quarter", ["2026Q1"]),
    ("in the three months to the end of june", ["Q2"]),
    ("a duty applies from january 1, 2029", ["2029-01"]),
    ("the furnace will stop from 15 june", ["M06"]),
    ("自2029年1月1日起禁止出口", ["2029-01"]),
    ("3月5日起停产", ["M03"]),
    ("prices fell on thursday 12 june", []),
    ("the march 2027 contract fell", []),
    ("较上周上涨,较去年同期下跌", ["WoW", "YoY"]),
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


def test_a_three_month_high_is_no_contract() -> None:
    assert find_contracts("a three-month high, the lowest in 3 months") == []


def test_regions_are_read_with_offsets_of_the_whole_text() -> None:
    text = "output in q3 2024 rose; it ends on july 13, 2025"
    assert [period.span for period in find_periods(text, 7, 22)] == [(10, 17)]
    assert [date.span for date in find_dates(text, 23)] == [(35, 48)]


PIECES = [
    "q3", "h1", " 2024", "2024年", "2月", "7月13日", "一季度", "前三季度", "环比", "同比", "周", "较上月", "上半年", "july", " 13", ", 2025",
    "until ", "至", "2026年3月底", "the end of 2026", "2602", "合约", "沪铜", "november contract", "three-month", "feb.", " gold", "in march",
    "fy", "first half of", "1-4月", "from the previous quarter", "on the day", "年", "月", "5", "-", " ", ",", "。", "主力",
]  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(st.one_of(st.lists(st.sampled_from(PIECES), max_size=8).map("".join), st.text(max_size=40)))
def test_whatever_is_found_is_read_again_from_its_own_characters(text: str) -> None:
    pairs = [
        *((period.value, parse_period(text[slice(*period.span)])) for period in find_periods(text)),
        *((date.value, parse_date(text[slice(*date.span)])) for date in find_dates(text)),
        *((contract.value, parse_contract(text[slice(*contract.span)])) for contract in find_contracts(text)),
    ]
    assert [value for value, _ in pairs] == [None if again is None else again.value for _, again in pairs]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("第二批", "B2"),
        ("首批", "B1"),
        ("第3轮", "B3"),
        ("second tranche", "B2"),
        ("first batch", "B1"),
        ("二期", "P2"),
        ("phase two", "P2"),
        ("third phase", "P3"),
    ],
)
def test_batches_and_phases_are_numbered(text: str, value: str | None) -> None:
    found = parse_period(text)
    assert (found.value if found is not None else None) == value


def test_a_phase_of_a_project_stands_before_it() -> None:
    assert [period.value for period in find_periods("某锂矿二期项目投产")] == ["P2"]
    assert find_periods("期货一期不如一期") == []


def test_units_and_parts_of_months_read_alone_as_in_their_sentence() -> None:
    assert parse_period("no. 7") == ("U7", (0, 5))
    assert parse_period("3号") == ("U3", (0, 2))
    assert parse_date("6月中旬") == ("--06", (0, 4), False)


@pytest.mark.parametrize(
    "text",
    [
        "Harrow wins $120 million tungsten contract, with deliveries from November",
        "Congo sets cobalt export quotas from October.",
        "华锐锑业签订锑锭供货合同，11月起交付。",
        "某公司终止今年3月签订的1.2万吨氢氧化钴采购合同。",
    ],
)
def test_when_deliveries_or_a_measure_begin_is_no_period_of_the_deed(text: str) -> None:
    (signal,) = DETECTOR.detect(article(text)).signals
    assert signal.period is None
