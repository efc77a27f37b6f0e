"""An amount that is read alone: the joined text of its spans gives it again.

The name of goods, of a plant or of a time of making may be the second span: custom says by what such goods are priced; a name of
Taiwan may be the last: it says whose 元 is meant.
"""

from collections.abc import Sequence
from decimal import Decimal

from tocsin.detect.quantities.amount import Amount
from tocsin.detect.quantities.customs import is_by_pound, split_custom, split_rate, unit_by_custom
from tocsin.detect.quantities.ranges import join
from tocsin.detect.quantities.readings import read_all
from tocsin.detect.quantities.suffixes import PER
from tocsin.detect.quantities.taiwan import exchanged, split_home

WHOLE = Decimal(100)
"""Percent of a thing that it is itself."""
_ALSO_A_TIME = "a quarter"
"""A share before `more` or `lower`, else a time; read alone it is the share that was found."""


def parse_amount(text: str) -> Amount | None:
    """Return the amount that the text is, or None where it is none, several, or more than one amount."""
    stripped = text.strip()
    readings = read_all(f"{stripped} more" if stripped.endswith(_ALSO_A_TIME) else stripped)
    if not readings or len(readings) > 2:
        return None
    if stripped.startswith("的"):
        return _times_another(stripped)
    if (home := split_home(stripped)) is not None:
        return _at_home(stripped, home)
    if (goods := split_custom(stripped)) is not None:
        return _by_custom(stripped, goods)
    if (made := split_rate(stripped)) is not None and (rate := _made_in(stripped, *made)) is not None:
        return rate
    drafts = list(join(stripped, readings, alone=True))
    if len(drafts) != 1 or drafts[0].amount is None:
        return None
    amount = drafts[0].amount
    if amount.start != 0 or amount.end != len(stripped):
        return None
    offset = len(text) - len(text.lstrip())
    return moved(amount, offset) if offset else amount


def _times_another(text: str) -> Amount | None:
    """Return 的三倍, how many times another amount something is, as how much more it is: 200 percent."""
    times = parse_amount(text[1:])
    if times is None or times.kind != "multiple" or times.change or times.low <= WHOLE or times.start != 0:
        return None
    spans = ((0, len(text)),)
    return times._replace(low=times.low - WHOLE, high=times.high - WHOLE, change=True, spans=spans)


def times_another(text: str, times: Amount) -> Amount | None:
    """Return a Chinese multiple of another amount (是去年的三倍) as the change from it, 的 in its span; None for others."""
    if times.kind != "multiple" or times.change or len(times.spans) > 1 or text[times.start - 1 : times.start] != "的":
        return None
    more = _times_another(text[times.start - 1 : times.end])
    return None if more is None else more._replace(spans=((times.start - 1, times.end),), sign=0, part=times.part)


def _at_home(text: str, at: int) -> Amount | None:
    """Return a sum of bare 元 before a name of Taiwan as one of its dollars: `1500元` and `台湾` joined."""
    money = parse_amount(text[:at])
    return None if money is None or not money.unit.startswith("CNY") else exchanged(money)


def _by_custom(text: str, at: int) -> Amount | None:
    """Return a sum, or a bare number, before the name of goods as their price: `$2,400` and `gold` joined, `120` and `沪铝`."""
    money = parse_amount(text[:at])
    if money is None or money.kind not in {"money", "bare"} or len(money.spans) > 1 or money.end != at:
        return None
    unit = unit_by_custom(money.unit, text[at:])
    if unit is None or is_by_pound(money.unit, text[at:], money.low):
        return None
    return money._replace(unit=unit, kind="price", spans=((money.start, len(text)),))


def _made_in(text: str, at: int, period: str) -> Amount | None:
    """Return tonnes before the noun of a plant, or joined with 年产, as what is made in such a time."""
    goods = parse_amount(text[:at])
    if goods is None or goods.unit != "t" or len(goods.spans) > 1 or goods.end != at:
        return None
    return goods._replace(unit=f"t/{period}", kind="rate", spans=((goods.start, len(text)),))


def rated(text: str, goods: Amount, words: tuple[int, int]) -> Amount | None:
    """Return tonnes with the words that make a rate of them as their second span; None where they do not."""
    if len(goods.spans) > 1 or goods.unit != "t":
        return None
    parsed = parse_amount(goods.text(text) + text[slice(*words)])
    if parsed is None or parsed.kind != "rate":
        return None
    return parsed._replace(spans=(goods.spans[0], words), sign=goods.sign, part=goods.part)


def priced_by_custom(
    text: str, money: Amount, goods: Sequence[tuple[int, int]], markets: Sequence[tuple[int, int]] = ()
) -> Amount | None:
    """Return a sum or a bare number as the price of goods that the text names; None where no custom is known.

    The word of the goods is its second span; of a bare number the exchange's may stand between.
    """
    if len(money.spans) > 1:
        return None
    for span in goods:
        for words in ((span,), *((market, span) for market in markets if market[1] <= span[0])):
            spans = (money.spans[0], *words)
            joined = "".join(text[start:end] for start, end in spans)
            if split_custom(joined) is None:
                continue
            parsed = parse_amount(joined)
            if parsed is not None and parsed.kind == "price":
                return parsed._replace(spans=spans, sign=money.sign, part=money.part)
    return None


def with_denominator(text: str, money: Amount, price: Amount) -> Amount | None:
    """Return a sum as a price for what another price is for, whose words are its second span; None where it says none."""
    found = (PER.search(text, start, end) for start, end in price.spans)
    words = next((match for match in found if match is not None and match.group(1) is not None), None)
    if words is None or len(money.spans) > 1:
        return None
    spans = (money.spans[0], words.span())
    parsed = parse_amount("".join(text[start:end] for start, end in spans))
    if parsed is None or parsed.unit != price.unit:
        return None
    return parsed._replace(spans=spans, sign=money.sign, part=money.part)


def moved(amount: Amount, by: int) -> Amount:
    """Return the amount with its spans so far on."""
    return amount._replace(spans=tuple([(start + by, end + by) for start, end in amount.spans]))
