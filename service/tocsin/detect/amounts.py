"""Amounts: what the numbers of a text measure, in base units, with the characters that say it.

`find_amounts` reads folded text (NFKC, lower-case ASCII, simplified Chinese) and joins what belongs together: ranges,
numbers that share a unit (`3 to 5 million tonnes`, `8 and 4 tons`), a price change beside its price. The joined text of an
amount's spans gives the amount again. Dates, codes, references and ordinals are no amounts. Which amount is a change, a
level or a value is decided by the rules, from the words around.
"""

import re
from collections.abc import Iterable, Sequence

from tocsin.detect.amount import Amount, Kind
from tocsin.detect.customs import split_custom, unit_by_custom
from tocsin.detect.measures import AFTER_NUMBER
from tocsin.detect.ranges import Draft, join
from tocsin.detect.reading import Reading
from tocsin.detect.readings import read_all
from tocsin.detect.suffixes import PER, price_unit
from tocsin.detect.surroundings import BESIDE, CONNECTOR

__all__ = ["Amount", "Kind", "find_amounts", "parse_amount", "priced_by_custom", "with_denominator"]


def find_amounts(text: str, start: int = 0, end: int | None = None) -> list[Amount]:
    """Return the amounts between two places from left to right, without overlap, in time linear in the text."""
    region = text if start <= 0 and end is None else text[max(start, 0) : end]
    readings = read_all(region)
    if not readings:
        return []
    amounts = list(_lend(region, list(join(region, readings))))
    if len(amounts) > 1:
        amounts = _lend_prices(region, _lend_brackets(region, amounts))
    amounts = _lend_days(region, _lend_times(region, _lend_per(region, amounts)))
    return [_moved(amount, start) for amount in amounts] if start > 0 else amounts


def _moved(amount: Amount, by: int) -> Amount:
    return amount._replace(spans=tuple([(start + by, end + by) for start, end in amount.spans]))


def parse_amount(text: str) -> Amount | None:
    """Return the amount that the text is, or None where it is none, several, or more than one amount."""
    stripped = text.strip()
    readings = read_all(stripped)
    if not readings or len(readings) > 2:
        return None
    if (goods := split_custom(stripped)) is not None:
        return _by_custom(stripped, goods)
    drafts = list(join(stripped, readings, alone=True))
    if len(drafts) != 1 or drafts[0].amount is None:
        return None
    amount = drafts[0].amount
    if amount.start != 0 or amount.end != len(stripped):
        return None
    offset = len(text) - len(text.lstrip())
    return _moved(amount, offset) if offset else amount


def _by_custom(text: str, at: int) -> Amount | None:
    """Return a sum, or a bare number, before the name of goods as their price: `$2,400` and `gold` joined, `120` and `沪铝`."""
    money = parse_amount(text[:at])
    if money is None or money.kind not in {"money", "bare"} or len(money.spans) > 1 or money.end != at:
        return None
    unit = unit_by_custom(money.unit, text[at:])
    if unit is None:
        return None
    return money._replace(unit=unit, kind="price", spans=((money.start, len(text)),))


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


def _lend(text: str, drafts: Sequence[Draft]) -> Iterable[Amount]:
    """Give numbers without a unit that of a neighbour: in a list, from one to the other, or one against the other."""
    for at, draft in enumerate(drafts):
        borrowed = None
        if not draft.skip and len(draft.readings) == 1 and draft.readings[0].bare:
            following = drafts[at + 1] if at + 1 < len(drafts) else None
            if following is not None and following.amount is not None:
                borrowed = _borrow(text, draft, following, text[draft.end : following.left])
            if borrowed is None and at and drafts[at - 1].amount is not None:
                borrowed = _borrow_back(text, draft, drafts[at - 1])
        if borrowed is not None:
            yield borrowed
        elif draft.amount is not None:
            yield draft.amount


def _borrow(text: str, draft: Draft, following: Draft, gap: str) -> Amount | None:
    reading, lender = draft.readings[0], following.readings[-1]
    if lender.bare or lender.prefixed or len(gap) > 40 or not _is_shared(reading, lender, gap):
        return None
    if reading.scale is None and lender.number.value < reading.number.value and lender.scale is not None:
        return None
    return _with_unit_of(text, reading, lender, own_scale=reading.scale is not None)


def _borrow_back(text: str, draft: Draft, before: Draft) -> Amount | None:
    """Read `24.1 million tonnes versus 23.5 million` and `to 5 million tonnes from 4.5 million`."""
    reading, lender = draft.readings[0], before.readings[-1]
    gap = text[before.end : draft.left]
    if lender.bare or lender.prefixed or len(gap) > 60 or _SENTENCE_END.search(gap) or reading.opening or reading.year:
        return None
    if reading.sign or _STEP.search(gap):
        is_step = reading.number.value < lender.number.value and lender.measure is not _PERCENT
        bracketed = gap in {"(", " ("} and reading.scale is None  # `147万吨(+4.6)`: both in one scale
        return _with_unit_of(text, reading, lender, own_scale=not bracketed) if is_step else None
    if (reading.scale is None) != (lender.scale is None):
        return None
    risen_to = _RISEN_TO.fullmatch(gap) is not None and reading.number.value > lender.number.value
    if not (reading.part == "from" or _AGAINST.search(gap) or risen_to):
        return None
    return _with_unit_of(text, reading, lender, own_scale=True)


_PERCENT = AFTER_NUMBER["percent"]
_AGAINST = re.compile(r"(?:versus|vs\.?|against|compared (?:with|to)|than|from) (?:the |an? |about )?$")
_RISEN_TO = re.compile(r" to (?:a |an |about |around |some |a record |a total of )?")
"""What parts a step in goods from what they came to: `rose 3.2 million barrels to 334.5 million`."""
_STEP = re.compile(
    r", (?:(?:up|down|off|plus|minus)|(?:a|an) (?:gain|rise|fall|drop|loss|increase|decrease|decline) of) $|^[,，、(（ ]{0,2}(?:(?:环比|较?上[日周月]|较?前[日周]|日|周)?(?:涨|跌|降|升|减|增|上涨|下跌|上调|下调|调降|调涨))$"
)
"""What makes a number without a unit the step beside a level: `1,390 yuan a kilo, down 80`."""


def _with_unit_of(text: str, reading: Reading, lender: Reading, *, own_scale: bool) -> Amount | None:
    """Return the number with another's unit as its second span; its own scale is kept, else it has the other's."""
    start = (lender.scaled or lender.number_end) if own_scale else lender.number_end
    stop = max(lender.tail, lender.per_span[1] if lender.per_span else 0)
    if stop <= start:
        return None
    spans = ((reading.left, reading.scaled or reading.number_end), (start, stop))
    amount = parse_amount("".join(text[first:last] for first, last in spans))
    if amount is None or amount.kind in {"bare", "days"}:
        return None
    return amount._replace(spans=spans, sign=reading.sign, part=reading.part)


def _is_shared(reading: Reading, lender: Reading, gap: str) -> bool:
    if reading.year or (reading.opening and gap.strip() not in {"and", "or", "和", "与"}):
        return False
    if BESIDE.fullmatch(gap):
        return True
    moves = reading.part in {"from", "by"} or CONNECTOR.fullmatch(gap) is not None
    return moves and (lender.part == "to" or gap.strip() in {"to", "至", "到"}) and not re.search(r"[.;。；!?\n]", gap)


def _lend_prices(text: str, amounts: list[Amount]) -> list[Amount]:
    """Read `$5.90` beside `$1,297.90/oz` as a price too: the change of a price has the price's denominator."""
    kinds = [amount.kind for amount in amounts]
    if "price" not in kinds or "money" not in kinds:
        return amounts
    done = list(amounts)
    for at, amount in enumerate(amounts):
        if amount.kind != "price" or amount.unit.endswith("/count"):
            continue
        for near in (at - 1, at - 2, at + 1, at + 2):
            if 0 <= near < len(done) and done[near].kind == "money":
                lent = _price_like(text, done[near], amount)
                if lent is not None:
                    done[near] = lent
    return done


def _lend_brackets(text: str, amounts: list[Amount]) -> list[Amount]:
    """Read both prices of `18,350 yuan ($2,580) a ton`."""
    if sum(amount.kind == "money" for amount in amounts) < 2:
        return amounts
    done = list(amounts)
    for at in range(len(done) - 1):
        first, second = done[at], done[at + 1]
        if first.kind != "money" or second.kind != "money" or text[first.end : second.start] not in {" (", "("}:
            continue
        found = price_unit(text, second.end + 1) if text.startswith(")", second.end) else None
        limit = done[at + 2].start if at + 2 < len(done) else len(text)
        if found is not None and found[1] <= limit:
            lent = [amount._replace(spans=(*amount.spans, found)) for amount in (first, second)]
            again = [parse_amount(amount.text(text)) for amount in lent]
            done[at : at + 2] = [
                parsed._replace(spans=with_unit.spans, sign=amount.sign, part=amount.part) if parsed else amount
                for parsed, with_unit, amount in zip(again, lent, (first, second), strict=True)
            ]
    return done


_EACH = re.compile(r"每(?:标吨|干吨|吨|桶|公斤|千克|盎司|克|磅|升|蒲式耳)(?=[^\d,;。:]{1,8}\Z)")
"""What a price is for, where words of movement part it from its number: 每吨分别上调290元."""


def _lend_per(text: str, amounts: list[Amount]) -> list[Amount]:
    """Read 每吨上调290元 as a price."""
    if "每" not in text:
        return amounts
    done = list(amounts)
    for at, amount in enumerate(amounts):
        if amount.kind != "money" or len(amount.spans) > 1:
            continue
        each = _EACH.search(text, max(0, amount.start - 14), amount.start)
        if each is None:
            continue
        again = parse_amount(text[amount.start : amount.end] + each.group())
        if again is not None and again.kind == "price":
            done[at] = again._replace(spans=(*amount.spans, each.span()), sign=amount.sign, part=amount.part)
    return done


_OFTEN = re.compile(
    r" of (?:[a-z][a-z-]*|\([^()]{1,12}\))(?: [a-z][a-z-]*){0,3}?"
    r"( (?:a|per) (?:year|annum|month|day)| annually| yearly)(?! (?:ago|earlier|before|later|from now|on (?:year|month)|to date)\b)(?![a-z-])"
)
"""How often so many goods come, where their name stands between: `175,000 ounces of gold annually`."""


def _lend_times(text: str, amounts: list[Amount]) -> list[Amount]:
    """Read `10,000 tonnes of lithium hydroxide a year` as a rate."""
    if " of " not in text:
        return amounts
    done = list(amounts)
    for at, amount in enumerate(amounts):
        if amount.kind != "quantity" or len(amount.spans) > 1:
            continue
        found = _OFTEN.match(text, amount.end)
        if found is None or (at + 1 < len(amounts) and amounts[at + 1].start < found.end()):
            continue
        again = parse_amount(text[amount.start : amount.end] + found[1])
        if again is not None and again.kind == "rate":
            done[at] = again._replace(spans=(*amount.spans, found.span(1)), sign=amount.sign, part=amount.part)
    return done


def _price_like(text: str, money: Amount, price: Amount) -> Amount | None:
    currency, _, _ = price.unit.partition("/")
    before, after = (money, price) if money.start < price.start else (price, money)
    is_new_level = money.part == "to" and after is money and money.start - price.end <= 12
    if money.unit != currency or (money.high > price.high * 2 and not is_new_level) or len(money.spans) > 1:
        return None
    if after.start - before.end > 60 or _SENTENCE_END.search(text, before.end, after.start):
        return None
    return with_denominator(text, money, price) if len(price.spans) == 1 else None


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


def _says_again(text: str, amount: Amount) -> bool:
    """Tell whether the joined text of an amount's spans gives the amount."""
    again = parse_amount(amount.text(text))
    return again is not None and _facts(again) == _facts(amount)


def _facts(amount: Amount) -> tuple[object, ...]:
    return (amount.low, amount.high, amount.unit, amount.step, amount.bound, amount.kind, amount.change)


def _lend_days(text: str, amounts: list[Amount]) -> list[Amount]:
    """Read the bare numbers after `days of inventories` or `库存天数` in a sentence as days; the word is their second span."""
    found = _DAYS_OF.search(text) if "day" in text or "天数" in text else None
    if found is None or all(amount.kind != "bare" for amount in amounts):
        return amounts
    done = []
    for amount in amounts:
        near = found.end() <= amount.start <= found.end() + 80
        if (
            near
            and amount.kind == "bare"
            and amount.high < 1000
            and not _SENTENCE_END.search(text, found.end(), amount.start)
        ):
            words = next(found.span(i) for i in (1, 2, 3) if found.group(i))
            days = amount._replace(unit="days", kind="days", spans=(*amount.spans, words))
            amount = days if _says_again(text, days) else amount  # noqa: PLW2901 - the same amount
        done.append(amount)
    return done


_DAYS_OF = re.compile(
    r"(days) of (?:[a-z]+ )?(?:inventor|stock|suppl|cover)|inventory (days)|(?:库存|可用|存煤|周转)可?用?(天)数"
)
_SENTENCE_END = re.compile(r"[.;!?](?:\s|$)|[。；！？\n]")
