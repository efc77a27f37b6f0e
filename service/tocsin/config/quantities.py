"""The small grammar of amounts and durations that a person writes in the configuration: `5%`, `245 million USD`, `24h`."""

import re
from datetime import timedelta
from decimal import Decimal

from tocsin.correlate.kinds import HORIZON
from tocsin.correlate.policy import Quantity
from tocsin.messages.units import is_unit

_DURATION = re.compile(r"(\d+(?:\.\d+)?)\s*(s|m|h|d|w)\Z")
_SECONDS = {"s": 1, "m": 60, "h": 3_600, "d": 86_400, "w": 604_800}
MAX_DURATION = timedelta(days=3_660)

_NUMBER = re.compile(
    r"(?P<sign>[$€£¥])?\s*(?P<number>\d{1,3}(?:[ ,_]\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)\s*"
    r"(?P<times>thousand|million|billion|trillion|k|m|mn|mln|bn|b|万|亿)?\s*(?P<unit>\S.*)?\Z",
    re.IGNORECASE,
)
_TIMES = {
    "thousand": 10**3,
    "k": 10**3,
    "万": 10**4,
    "million": 10**6,
    "m": 10**6,
    "mn": 10**6,
    "mln": 10**6,
    "亿": 10**8,
    "billion": 10**9,
    "bn": 10**9,
    "b": 10**9,
    "trillion": 10**12,
}
_UNITS = {
    "%": "percent",
    "percent": "percent",
    "pct": "percent",
    "pp": "pp",
    "percentage points": "pp",
    "tonnes": "t",
    "tonne": "t",
    "tons": "t",
    "ton": "t",
    "barrels": "bbl",
    "dollars": "USD",
    "yuan": "CNY",
    "元": "CNY",
    "吨": "t",
    "day": "days",
}
_SIGNS = {"$": "USD", "€": "EUR", "£": "GBP"}
DEFAULT_UNITS = {"count": "count", "days": "days"}
"""The unit of a bare number, for the fields where one goes without saying."""
EXAMPLES = {
    "change": "5% or 2pp",
    "change_by": "500 CNY/t",
    "level": "19000 CNY/t",
    "value": "245 million USD",
    "quantity": "10000 t",
    "capacity": "50000 t/yr",
    "share": "30%",
    "count": "3",
    "days": "30 days",
}
"""How an amount of each field may be written."""


_BARE = re.compile(r"\d+(?:\.\d+)?\Z")


def parse_duration(value: object) -> timedelta:
    """Read `90s`, `2m`, `24h`, `30d`, `2w`. Raises ValueError that says how to write it."""
    if isinstance(value, timedelta):
        return value
    found = _DURATION.match(value.strip()) if isinstance(value, str) else None
    if found is None:
        raise ValueError(f"{value!r} is not a duration; write one such as 90s, 30m, 24h or 30d")
    span = timedelta(seconds=float(found[1]) * _SECONDS[found[2]])
    if not timedelta(0) < span <= MAX_DURATION:
        raise ValueError(f"{value!r} is not a duration between 1s and {MAX_DURATION.days}d")
    return span


def parse_past(value: object) -> timedelta:
    """Read a duration of which the past must be remembered. Raises ValueError for one that is longer than that."""
    span = parse_duration(value)
    if span > HORIZON:
        raise ValueError(
            f"{value!r} is more than the {HORIZON.days}d that are remembered, so it never holds; shorten it"
        )
    return span


def parse_quantity(field: str, value: object) -> Quantity:
    """Read the amount of a threshold on `field`. Raises ValueError that says how to write it."""
    example = EXAMPLES.get(field, "50")
    wrong = f"{value!r} is not an amount for {field!r}; write one such as {example}"
    found = _NUMBER.match(str(value).strip()) if isinstance(value, int | str) and not isinstance(value, bool) else None
    if found is None:
        raise ValueError(wrong)
    amount = Decimal(re.sub(r"[ ,_]", "", found["number"])) * _TIMES.get((found["times"] or "").lower(), 1)
    unit = _unit(found["unit"], found["sign"])
    if unit is None:
        unit = DEFAULT_UNITS.get(field)
        if unit is None and field in EXAMPLES:
            raise ValueError(f"{value!r} has no unit; write one such as {example}")
    elif not is_unit(unit) or field not in EXAMPLES:
        raise ValueError(wrong)
    elif field in ("change", "share") and unit not in ("percent", "pp"):
        raise ValueError(f"{wrong} (an absolute change is change_by)")
    return Quantity(amount, unit)


def parse_percent(value: object) -> object:
    """Read `3%` or `3`; None stays None. Raises ValueError that says how to write it."""
    if value is None or isinstance(value, Decimal):
        return value
    wrong = f"{value!r} is not a percentage; write one such as 3%"
    bare = isinstance(value, int | float) and not isinstance(value, bool)
    try:
        quantity = parse_quantity("change", f"{value}%" if bare or _BARE.match(str(value)) else value)
    except ValueError:
        raise ValueError(wrong) from None
    if quantity.unit != "percent":
        raise ValueError(wrong)
    return quantity.amount


def _unit(text: str | None, sign: str | None) -> str | None:
    currency = _SIGNS.get(sign or "")
    if text is None:
        return currency
    over, slash, under = text.strip().partition("/")
    name = _UNITS.get(over.strip().casefold(), over.strip())
    if currency is not None:
        return f"{currency}/{under.strip()}" if slash and not over.strip() else None
    if slash:
        return f"{name}/{_UNITS.get(under.strip().casefold(), under.strip())}"
    return name
