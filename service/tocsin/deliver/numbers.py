"""Amounts, times and spans as a reader of English or Chinese writes them. Exact: nothing is rounded."""

from datetime import datetime, timedelta
from decimal import Decimal
from functools import lru_cache
from zoneinfo import ZoneInfo

from babel.dates import format_datetime, get_timezone_name
from babel.numbers import format_decimal

from tocsin.deliver.receivers import Language
from tocsin.messages import Magnitude
from tocsin.messages.base import shorten_fraction

LOCALES = {"en": "en", "zh": "zh_Hans_CN"}
_MAX_DIGITS = {"en": 3, "zh": 4}
"""Digits after the point that a shortened number may keep; one that needs more is written out."""

_SCALES: dict[str, tuple[tuple[Decimal, str], ...]] = {
    "en": ((Decimal(10**9), " billion"), (Decimal(10**6), " million")),
    "zh": ((Decimal(10**8), "亿"), (Decimal(10**4), "万")),
}
_UNITS_ZH = {
    "t": "吨",
    "kg": "公斤",
    "lb": "磅",
    "oz": "盎司",
    "bbl": "桶",
    "m3": "立方米",
    "bu": "蒲式耳",
    "mtu": "吨度",
    "days": "天",
    "count": "",
    "pp": "个百分点",
    "percent": "%",
    "day": "日",
    "month": "月",
    "yr": "年",
    "USD": "美元",
    "CNY": "元",
    "EUR": "欧元",
    "GBP": "英镑",
    "JPY": "日元",
    "AUD": "澳元",
    "CAD": "加元",
    "HKD": "港元",
    "TWD": "新台币",
    "INR": "卢比",
    "RUB": "卢布",
    "KRW": "韩元",
}
_UNITS_EN = {"percent": "%", "pp": "percentage points", "count": "", "yr": "year"}
_BOUNDS = {
    "en": {"about": "about ", "at_least": "at least ", "at_most": "at most "},
    "zh": {"about": "约", "at_least": "至少", "at_most": "至多"},
}


@lru_cache(maxsize=4096)
def format_number(value: Decimal, language: Language) -> str:
    """Write a number with grouping; a large round one shortened: `245 million`, `2.45亿`."""
    value = value.normalize()
    for scale, word in _SCALES[language]:
        part = value / scale
        if value >= scale and part == part.quantize(Decimal(10) ** -_MAX_DIGITS[language]):
            if language == "zh" and scale == 10**4 and value < 10**5:
                break  # 19,109 and 12,700 read better written out
            return _plain(part, language) + word
    return _plain(value, language)


def _plain(value: Decimal, language: Language) -> str:
    exponent = value.as_tuple().exponent
    digits = -exponent if isinstance(exponent, int) and exponent < 0 else 0
    return str(format_decimal(value, format="#,##0." + "#" * digits if digits else "#,##0", locale=LOCALES[language]))


def format_unit(unit: str, language: Language) -> str:
    """Write a unit of the closed list."""
    words = _UNITS_ZH if language == "zh" else _UNITS_EN
    over, slash, under = unit.partition("/")
    return words.get(over, over) + slash + words.get(under, under)


def format_amount(low: Decimal, high: Decimal, unit: str, language: Language, bound: str = "exact") -> str:
    """Write an amount with its unit: `7.84%`, `at least 12,700 t`, `2%-3%`, `USD 245 million`, `约2.45亿美元`."""
    if unit == "percent":
        low, high = shorten_fraction(low), shorten_fraction(high)
    numbers = [format_number(low, language)] + ([format_number(high, language)] if high != low else [])
    word = format_unit(unit, language)
    prefix = _BOUNDS[language].get(bound, "")
    if word == "%":
        return prefix + "-".join(number + "%" for number in numbers)
    joined = "-".join(numbers)
    if language == "zh":
        return prefix + joined + word
    if len(unit) == 3 and unit.isupper():
        return f"{prefix}{unit} {joined}"
    return f"{prefix}{joined} {word}".strip()


def format_magnitude(amount: Magnitude, language: Language) -> str:
    """Write an amount as its article gave it, in base units; a price below zero as `minus 45 USD/t`."""
    below = ("负" if language == "zh" else "minus ") if amount.negative else ""
    return below + format_amount(amount.low, amount.high, amount.unit, language, amount.bound)


def format_time(moment: datetime, timezone: str, language: Language) -> str:
    """Write a moment in a zone, with the zone's name: `3 Mar 2025, 16:00 Hong Kong Standard Time`."""
    zone = ZoneInfo(timezone)
    locale = LOCALES[language]
    shape = "d MMM y, HH:mm" if language == "en" else "y年M月d日 HH:mm"
    local = moment.astimezone(zone)
    name = "UTC" if timezone in {"UTC", "Etc/UTC"} else get_timezone_name(local, locale=locale, width="long")
    return f"{format_datetime(local, shape, tzinfo=zone, locale=locale)} {name}"


def format_span(span: timedelta, language: Language) -> str:
    """Write how long something took: `0.8 s`, `42 s`, `3 min 20 s`, `2 h 5 min`, `3 d 4 h`."""
    seconds = max(span.total_seconds(), 0)
    day, hour, minute, second = ("天", "小时", "分钟", "秒") if language == "zh" else (" d", " h", " min", " s")
    gap = "" if language == "zh" else " "
    if seconds < 10:
        return f"{seconds:.1f}{second}"
    whole = int(seconds)
    if whole < 120:
        return f"{whole}{second}"
    if whole < 7_200:
        return f"{whole // 60}{minute}" + (f"{gap}{whole % 60}{second}" if whole % 60 and whole < 600 else "")
    if whole < 172_800:
        return f"{whole // 3600}{hour}" + (f"{gap}{whole % 3600 // 60}{minute}" if whole % 3600 // 60 else "")
    return f"{whole // 86_400}{day}" + (f"{gap}{whole % 86_400 // 3600}{hour}" if whole % 86_400 // 3600 else "")
