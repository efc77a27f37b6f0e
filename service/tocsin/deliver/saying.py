"""Say periods and changes as a reader does: `M10 MoM` is in October, month on month; `change: 4.9 -> 5.4 percent` is 5.4% after 4.9%."""

import re
from decimal import Decimal, InvalidOperation

from babel.dates import get_month_names

from tocsin.deliver.numbers import format_amount
from tocsin.deliver.receivers import Language
from tocsin.messages.units import is_unit

_COMPARED = {
    "day": ("on the day", "日"),
    "week": ("on the week", "周"),
    "month": ("on the month", "月"),
    "quarter": ("on the quarter", "季"),
    "year": ("in the year", "年"),
    "DoD": ("day on day", "日环比"),
    "WoW": ("week on week", "周环比"),
    "MoM": ("month on month", "环比"),
    "QoQ": ("quarter on quarter", "季环比"),
    "HoH": ("half on half", "半年环比"),
    "YoY": ("year on year", "同比"),
    "YTD": ("year to date", "年初至今"),
}
KINDS = {
    "change": ("change", "变动"),
    "change_by": ("change by", "变动量"),
    "level": ("level", "水平"),
    "value": ("value", "金额"),
    "quantity": ("quantity", "数量"),
    "capacity": ("capacity", "产能"),
    "share": ("share", "份额"),
    "count": ("count", "个数"),
    "days": ("days", "天数"),
}
"""What each amount of a signal is called, in English and Chinese."""

_TIME = re.compile(r"(?P<year>\d{4})?-?(?:M?(?P<month>(?<=M)\d{1,2}|(?<=-)\d{2})|Q(?P<quarter>[1-4])|H(?P<half>[12]))?")
_DETAIL = re.compile(r"(?P<kind>[a-z_]+): (?:(?P<old>[\d.-]+) -> )?(?P<new>[\d.-]+)(?: (?P<unit>\S+))?")
_COMPARISON = re.compile(r"(?P<sign>[≥≤<>=]+ )?(?P<number>\d[\d.]*(?:-\d[\d.]*)?) (?P<unit>\S+)")
_RANGE = re.compile(r"(\d+(?:\.\d+)?)(?:-(\d+(?:\.\d+)?))?")


def say_period(period: str | None, language: Language) -> str:
    """Return the period in words; what is not known is shown as it is."""
    parts = [_say_part(part, language) for part in (period or "").split()]
    return ("，" if language == "zh" else ", ").join(parts)


def _say_part(part: str, language: Language) -> str:
    if part in _COMPARED:
        return _COMPARED[part][language == "zh"]
    first, slash, last = part.partition("/")
    if slash:
        start, end = _say_part(first, language), _say_part(last, language)
        return f"{start}至{end}" if language == "zh" else f"{start} to {end.removeprefix('in ')}"
    if re.fullmatch(r"[BPU]\d{1,2}", part):
        number = part[1:]
        if part.startswith("U"):
            return f"{number}号装置" if language == "zh" else f"unit {number}"
        if part.startswith("P"):
            return f"第{number}期" if language == "zh" else f"phase {number}"
        return f"第{number}批" if language == "zh" else f"batch {number}"
    if re.fullmatch(r"FY\d{4}(Q[1-4])?", part):
        return part.replace("FY", "财年") if language == "zh" else f"in {part}"
    found = _TIME.fullmatch(part)
    if found is None or not part:
        return part
    year, month, quarter, half = found["year"], found["month"], found["quarter"], found["half"]
    if month and not 1 <= int(month) <= 12:
        return part
    if language == "zh":
        tail = (
            f"{int(month)}月"
            if month
            else f"第{quarter}季度"
            if quarter
            else {"1": "上半年", "2": "下半年"}.get(half, "")
        )
        return (f"{year}年" if year else "") + tail
    name = (
        get_month_names("wide", locale="en")[int(month)]
        if month
        else f"Q{quarter}"
        if quarter
        else {"1": "the first half", "2": "the second half"}.get(half, "")
    )
    joined = (
        " of ".join(part for part in (name, year) if part) if half else " ".join(part for part in (name, year) if part)
    )
    return f"in {joined}"


def say_detail(detail: str, language: Language) -> str:
    """Return a change of an event in words; what is not an amount is shown as it is."""
    found = _DETAIL.fullmatch(detail)
    if found is None or found["kind"] not in KINDS:
        return detail
    unit = found["unit"] or "count"
    old, new = _amount(found["old"], unit, language), _amount(found["new"], unit, language)
    if new is None:
        return detail
    kind = KINDS[found["kind"]][language == "zh"]
    if old is None:
        return f"{kind} {new}"
    return f"{kind}由{old}变为{new}" if language == "zh" else f"{kind} {new}, was {old}"


def say_compared(text: str, language: Language) -> str:
    """Return what was compared (`≥ 19000 CNY/t`) with its number as a reader writes it; anything else as it is.

    In brackets may stand which amount it is: `60000 t (change_by)`, `200000 t (level: 200000 t/yr)`.
    """
    head, bracket, origin = text.removesuffix(")").partition(" (") if text.endswith(")") else (text, "", "")
    if bracket:
        kind = KINDS[origin][language == "zh"] if origin in KINDS else say_detail(origin, language)
        said = say_compared(head, language)
        return f"{said}（{kind}）" if language == "zh" else f"{said} ({kind})"
    found = _COMPARISON.fullmatch(text)
    if found is None or not is_unit(unit := {"%": "percent"}.get(found["unit"], found["unit"])):
        return text
    amount = _amount(found["number"], unit, language)
    return text if amount is None else (found["sign"] or "") + amount


def _amount(text: str | None, unit: str, language: Language) -> str | None:
    found = _RANGE.fullmatch(text or "")
    if found is None:
        return None
    try:
        return format_amount(Decimal(found[1]), Decimal(found[2] or found[1]), unit, language)
    except InvalidOperation:
        return None
