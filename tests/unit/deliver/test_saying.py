"""Periods and changes in words."""

from datetime import timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tocsin.deliver.numbers import format_amount, format_span
from tocsin.deliver.receivers import Language
from tocsin.deliver.saying import say_compared, say_detail, say_period


@pytest.mark.parametrize(
    ("period", "english", "chinese"),
    [
        (None, "", ""),
        ("week", "on the week", "周"),
        ("M10 MoM", "in October, month on month", "10月，环比"),
        ("2025M10", "in October 2025", "2025年10月"),
        ("2025-08", "in August 2025", "2025年8月"),
        ("Q4", "in Q4", "第4季度"),
        ("2025Q3 YoY", "in Q3 2025, year on year", "2025年第3季度，同比"),
        ("2024H1", "in the first half of 2024", "2024年上半年"),
        ("2025", "in 2025", "2025年"),
        ("M01/M04", "in January to April", "1月至4月"),
        ("FY2026Q1", "in FY2026Q1", "财年2026Q1"),
        ("B2", "batch 2", "第2批"),
        ("P2", "phase 2", "第2期"),
        ("M13", "M13", "M13"),
        ("strange", "strange", "strange"),
    ],
)
def test_a_period_is_said_in_words(period: str | None, english: str, chinese: str) -> None:
    assert (say_period(period, "en"), say_period(period, "zh")) == (english, chinese)


@pytest.mark.parametrize(
    ("detail", "english", "chinese"),
    [
        ("change: 4.87 -> 5.4 percent", "change 5.4%, was 4.87%", "变动由4.87%变为5.4%"),
        ("level: 171500 CNY/t", "level 171,500 CNY/t", "水平 17.15万元/吨"),
        ("quantity: 10-12 t", "quantity 10-12 t", "数量 10-12吨"),
        ("modality: expected -> actual", "modality: expected -> actual", "modality: expected -> actual"),
        ("until: 2026-03", "until: 2026-03", "until: 2026-03"),
        ("level: -- t", "level: -- t", "level: -- t"),
    ],
)
def test_a_change_is_said_in_words(detail: str, english: str, chinese: str) -> None:
    assert (say_detail(detail, "en"), say_detail(detail, "zh")) == (english, chinese)


@pytest.mark.parametrize(
    ("text", "english", "chinese"),
    [
        ("≥ 19000 CNY/t", "≥ 19,000 CNY/t", "≥ 19,000元/吨"),
        ("573000 CNY/t", "573,000 CNY/t", "57.3万元/吨"),
        ("≥ 5 %", "≥ 5%", "≥ 5%"),
        ("2-3 %", "2%-3%", "2%-3%"),
        ("≥ 2 within 1d", "≥ 2 within 1d", "≥ 2 within 1d"),
        ("≥ 50", "≥ 50", "≥ 50"),
        ("1.2.3 t", "1.2.3 t", "1.2.3 t"),
        ("60000 t (change_by)", "60,000 t (change by)", "60,000吨（变动量）"),
        ("200000 t (level: 200000 t/yr)", "200,000 t (level 200,000 t/year)", "20万吨（水平 20万吨/年）"),
    ],
)
def test_what_was_compared_is_said_as_amounts_are(text: str, english: str, chinese: str) -> None:
    assert (say_compared(text, "en"), say_compared(text, "zh")) == (english, chinese)


@given(st.text(max_size=60))
def test_any_period_and_change_can_be_said(text: str) -> None:
    languages: tuple[Language, ...] = ("en", "zh")
    assert all(
        isinstance(say(text, language), str) for say in (say_period, say_detail, say_compared) for language in languages
    )


@pytest.mark.parametrize(
    ("value", "unit", "english", "chinese"),
    [
        ("7.84", "percent", "7.84%", "7.84%"),
        ("1.5", "pp", "1.5 percentage points", "1.5个百分点"),
        ("245000000", "USD", "USD 245 million", "2.45亿美元"),
        ("19109", "CNY/t", "19,109 CNY/t", "19,109元/吨"),
        ("118450000", "CNY", "CNY 118.45 million", "1.1845亿元"),
        ("12700", "t", "12,700 t", "12,700吨"),
        ("64161", "USD/t", "64,161 USD/t", "64,161美元/吨"),
        ("573000", "CNY/t", "573,000 CNY/t", "57.3万元/吨"),
        ("6000000", "t/yr", "6 million t/year", "600万吨/年"),
        ("0", "USD", "USD 0", "0美元"),
        ("0.00001", "USD/lb", "0.00001 USD/lb", "0.00001美元/磅"),
        ("3", "count", "3", "3"),
        ("33.3333", "percent", "33.3%", "33.3%"),
        ("66.6667", "percent", "66.7%", "66.7%"),
        ("14.2857", "percent", "14.3%", "14.3%"),
        ("5.1251", "percent", "5.1251%", "5.1251%"),
    ],
)
def test_an_amount_is_written_exactly(value: str, unit: str, english: str, chinese: str) -> None:
    amount = Decimal(value)
    assert (format_amount(amount, amount, unit, "en"), format_amount(amount, amount, unit, "zh")) == (english, chinese)


@given(st.decimals(min_value=0, max_value=10**15, places=6))
def test_no_amount_is_rounded(value: Decimal) -> None:
    shown = format_amount(value, value, "t", "en").removesuffix(" t").replace(",", "")
    number, _, scale = shown.partition(" ")
    assert Decimal(number) * {"": 1, "million": 10**6, "billion": 10**9}[scale] == value


@pytest.mark.parametrize(
    ("seconds", "english", "chinese"),
    [
        (0.84, "0.8 s", "0.8秒"),
        (42, "42 s", "42秒"),
        (200, "3 min 20 s", "3分钟20秒"),
        (1800, "30 min", "30分钟"),
        (7500, "2 h 5 min", "2小时5分钟"),
        (300_000, "3 d 11 h", "3天11小时"),
        (-5, "0.0 s", "0.0秒"),
    ],
)
def test_a_span_is_written_as_people_say_it(seconds: float, english: str, chinese: str) -> None:
    span = timedelta(seconds=seconds)
    assert (format_span(span, "en"), format_span(span, "zh")) == (english, chinese)
