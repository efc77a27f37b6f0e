"""The closed list of units in which magnitudes travel. Amounts are in base units, so two articles compare as numbers."""

from functools import lru_cache

CURRENCIES = frozenset(
    "USD CNY EUR GBP JPY AUD CAD HKD TWD INR RUB KRW SGD CHF ZAR BRL CLP PEN MXN IDR MYR THB VND PHP KZT MNT TRY "
    "SEK NOK DKK PLN CZK HUF NZD AED SAR QAR KWD NGN GHS ZMW BWP CDF ARS COP BOB UZS KGS UAH ILS EGP MAD PKR BDT LKR MMK".split()
)
MEASURES = frozenset(["t", "kg", "lb", "oz", "bbl", "m3", "bu", "MWh", "MMBtu", "mtu"])
"""Physical quantities: `oz` is troy for precious metals, `mtu` a metric ton unit (10 kg of content)."""

PLAIN = frozenset(["percent", "pp", "days", "count"]) | CURRENCIES | MEASURES
RATE_PERIODS = frozenset(["day", "month", "yr"])


@lru_cache(1024)
def is_unit(text: str) -> bool:
    """Tell whether the text is a unit of the list: a plain one, a rate such as `t/yr`, or a price such as `USD/oz`."""
    if text in PLAIN:
        return True
    over, slash, under = text.partition("/")
    if not slash:
        return False
    if under in RATE_PERIODS:
        return over in MEASURES or over == "count" or over in CURRENCIES
    return over in CURRENCIES and (under in MEASURES or under in {"count", "days"})
