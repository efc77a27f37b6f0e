"""Amounts: what the numbers of a text measure, in base units, with the characters that say it.

`find_amounts` reads folded text (NFKC, lower-case ASCII, simplified Chinese) and joins what belongs together: ranges,
numbers that share a unit (`3 to 5 million tonnes`, `8 and 4 tons`), a price change beside its price. The joined text of an
amount's spans gives the amount again. Dates, codes, references and ordinals are no amounts. Which amount is a change, a
level or a value is decided by the rules, from the words around.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Literal

from tocsin.detect.measures import FOLD, ONE, Measure
from tocsin.detect.readings import LOOKBACK, Reading, read_all, take_price_unit
from tocsin.detect.surroundings import BESIDE, CONNECTOR, MOVING, Bound, Part
from tocsin.messages import Span
from tocsin.messages.units import is_unit

Kind = Literal["percent", "pp", "multiple", "money", "price", "quantity", "rate", "count", "days", "grade", "bare"]


@dataclass(frozen=True, slots=True)
class Amount:
    """An amount as printed, exact and unsigned in base units: `1.27万吨` is 12700 t with step 100.

    `low` = `high` unless a range. `spans` read joined give the amount again. `sign` is a printed plus or minus. `part` says
    which side of a from-to it stands on. `change` is true where the words themselves state a change: doubled (100 percent),
    tenfold (900), 增长3倍 (300); a plain multiple (`3 times`) is a ratio in percent. A bare number has the unit `count`.
    """

    low: Decimal
    high: Decimal
    unit: str
    step: Decimal
    bound: Bound
    spans: tuple[Span, ...]
    sign: int = 0
    kind: Kind = "bare"
    part: Part = "none"
    change: bool = False

    @property
    def start(self) -> int:
        """Where its first character stands."""
        return min(start for start, _ in self.spans)

    @property
    def end(self) -> int:
        """Where its last character ends."""
        return max(end for _, end in self.spans)

    def text(self, text: str) -> str:
        """Return its spans' text, joined."""
        return "".join(text[start:end] for start, end in self.spans)


@dataclass(slots=True)
class _Draft:
    """An amount in the making: one reading, or two of a range, with a unit that may be another's."""

    readings: tuple[Reading, ...]
    amount: Amount | None
    left: int
    end: int
    skip: bool = False


def find_amounts(text: str, start: int = 0, end: int | None = None) -> list[Amount]:
    """Return the amounts between two places from left to right, without overlap, in time linear in the text."""
    region = text if start <= 0 and end is None else text[max(start, 0) : end]
    readings = list(read_all(region))
    if not readings:
        return []
    amounts = _lend_days(region, _lend_prices(region, list(_lend(region, list(_join(region, readings))))))
    return [_moved(amount, start) for amount in amounts] if start > 0 else amounts


def _moved(amount: Amount, by: int) -> Amount:
    return replace(amount, spans=tuple((start + by, end + by) for start, end in amount.spans))


def parse_amount(text: str) -> Amount | None:
    """Return the amount that the text is, or None where it is none, several, or more than one amount."""
    stripped = text.strip()
    readings = list(read_all(stripped))
    if not readings or len(readings) > 2:
        return None
    drafts = list(_join(stripped, readings, alone=True))
    if len(drafts) != 1 or drafts[0].amount is None:
        return None
    amount = drafts[0].amount
    if amount.start != 0 or amount.end != len(stripped):
        return None
    offset = len(text) - len(text.lstrip())
    return _moved(amount, offset) if offset else amount


# --- one reading -> one amount ---------------------------------------------------------------------------------------


def _unit_of(reading: Reading) -> tuple[str, Kind, Decimal]:
    """Return unit, kind and the base units in one printed unit."""
    measure, per, by = reading.measure, reading.per, reading.by
    if measure is not None:
        return _measured(reading, measure)
    if reading.currency is not None:
        if per is not None:
            return f"{reading.currency}/{per.unit}", "price", reading.coin * per.per
        if by is not None:
            return f"{reading.currency}/{by}", "rate", reading.coin
        return reading.currency, "money", reading.coin
    return "count", "bare", ONE


def _measured(reading: Reading, measure: Measure) -> tuple[str, Kind, Decimal]:
    if reading.grade and measure.sort == "percent":
        return "percent", "grade", measure.factor
    if reading.by is not None and measure.sort in {"quantity", "count"}:
        return f"{measure.unit}/{reading.by}", "rate", measure.factor
    if measure.sort == "skip":
        return "count", "bare", ONE
    return measure.unit, measure.sort, measure.factor


def _amount(reading: Reading) -> Amount | None:
    unit, kind, factor = _unit_of(reading)
    if not is_unit(unit):
        return None
    whole = factor * (reading.scale or ONE)
    value = reading.number.value * whole
    step = reading.number.step * whole
    change = reading.change
    if reading.measure is FOLD:
        value, change = max(value - 100, Decimal(0)), True
    bound: Bound = reading.bound
    return Amount(
        low=value,
        high=value,
        unit=unit,
        step=step,
        bound=bound,
        spans=((reading.left, reading.end),),
        sign=reading.sign,
        kind=kind,
        part=reading.part,
        change=change,
    )


# --- ranges ----------------------------------------------------------------------------------------------------------


def _join(text: str, readings: list[Reading], *, alone: bool = False) -> Iterable[_Draft]:
    """Make a draft of each reading, or of two that are the ends of a range."""
    at = 0
    while at < len(readings):
        chain = _chain(text, readings, at)
        if chain > 2:
            at += chain
            continue
        first = readings[at]
        second = readings[at + 1] if at + 1 < len(readings) else None
        if second is not None:
            gap = text[first.end : second.left] if second.left - first.end <= 8 else None
            if gap is not None and CONNECTOR.fullmatch(gap):
                if second.skip and first.bare:
                    first.skip = True
                elif first.skip and second.bare and gap == "-":
                    second.skip = True
                draft = _range(text, first, second, gap)
                if draft is not None:
                    yield draft
                    at += 2
                    continue
        yield _single(first, alone=alone)
        at += 1


def _chain(text: str, readings: list[Reading], at: int) -> int:
    """Count bare numbers joined by hyphens, as telephone numbers are; a range has two."""
    count = 0
    while at + count < len(readings) and readings[at + count].bare:
        if count and text[readings[at + count - 1].end : readings[at + count].left] != "-":
            break
        count += 1
    return count


def _single(reading: Reading, *, alone: bool) -> _Draft:
    skip = reading.skip or (reading.opening and not alone)
    return _Draft(
        (reading,), None if skip or reading.weak else _amount(reading), reading.left, reading.end, reading.skip
    )


def _range(text: str, first: Reading, second: Reading, gap: str) -> _Draft | None:
    joint = gap.strip()
    if first.skip or second.skip or (first.year and second.year and second.bare):
        return None
    if joint in {"and", "or", "和", "与", "或"} and not _is_between(text, first, second, joint):
        return None
    if first.bare and second.bare and joint == "-" and _HYPHENATED.match(text, second.end):
        return _Draft((first, second), None, first.left, second.end, skip=True)
    if second.bare and first.prefixed and first.per is None and second.per is None:
        take_price_unit(text, second)
    if first.part == "from" and joint in {"to", "至", "到"}:
        return None
    if second.prefixed and not first.prefixed and not first.bare:
        return None
    lent = _lend_unit(first, second, joint)
    if lent is None:
        return None
    left, right = lent
    low, high = _amount(left), _amount(right)
    if low is None or high is None or low.unit != high.unit or low.kind != high.kind:
        return None
    if joint.split(" ")[0] in {"to", "至", "到"} and _is_move(text, first, low, high):
        return None
    if low.kind == "bare" and (first.weak or second.weak) and not (first.number.printed and second.number.printed):
        return None
    return _Draft((first, second), _span_range(text, first, second, low, high), first.left, second.end)


_HYPHENATED = re.compile(r"-[0-9]")


def _span_range(text: str, first: Reading, second: Reading, low: Amount, high: Amount) -> Amount:
    end = second.end
    if text.startswith(("之间", "不等"), end):
        end += 2
    bound = low.bound if low.bound != "exact" else high.bound
    return replace(
        low,
        low=min(low.low, high.low),
        high=max(low.low, high.low),
        step=max(low.step, high.step),
        bound=bound,
        spans=((first.left, end),),
        sign=low.sign if low.sign == high.sign or not high.sign else high.sign,
        change=low.change and high.change,
    )


def _is_between(text: str, first: Reading, second: Reading, joint: str) -> bool:
    if joint in {"or", "或"}:
        return False
    if joint == "and":
        return first.between
    return text.startswith("之间", second.end)


def _is_move(text: str, first: Reading, low: Amount, high: Amount) -> bool:
    """Tell `rose 200 to 82,000` from `200 to 300`: after a verb of movement a far larger number is the new level."""
    ratio = high.low / low.low if low.low else Decimal(0)
    before = text[max(0, first.left - LOOKBACK) : first.left][::-1].lstrip(" ")
    moving = first.part == "by" or MOVING.match(before) is not None
    if low.kind in {"percent", "pp"}:
        return moving and ratio > 5
    return ratio > 20 or (moving and (ratio > 2 or ratio < 1))


def _lend_unit(first: Reading, second: Reading, joint: str) -> tuple[Reading, Reading] | None:
    """Return both readings with the unit that one of them prints for both; None where their units differ."""
    left, right = _copy(first), _completed(first, _copy(second), joint)
    if left.bare and not right.bare:
        left.currency, left.coin, left.measure, left.per, left.by = (
            right.currency, right.coin, right.measure, right.per, right.by,
        )  # fmt: skip
        left.grade = right.grade
        left.change = right.change
    elif right.bare and not left.bare:
        if not left.prefixed and left.per is None:
            return None
        right.currency, right.coin, right.by = left.currency, left.coin, left.by
        left.per = right.per = left.per or right.per
    elif left.currency is not None and left.currency == right.currency:
        if left.per is None and left.by is None:
            left.per, left.by = right.per, right.by
        elif right.per is None and right.by is None:
            right.per, right.by = left.per, left.by
        if left.prefixed and not right.prefixed and left.coin != right.coin:
            left.coin = right.coin
    elif left.measure is not None and left.measure is right.measure:
        left.by = right.by = left.by or right.by
    if (
        left.scale is None
        and right.scale is not None
        and left.number.value < right.number.value
        and not _own_unit(first)
    ):
        left.scale = right.scale
    if left.measure is not None and left.measure.mega and left.scale is None and right.scale is not None:
        left.scale = right.scale
    left.grade = right.grade = left.grade or right.grade
    return left, right


def _completed(first: Reading, second: Reading, joint: str) -> Reading:
    """Read the end of `1,305-10` as 1,310: only the digits that change are printed."""
    low, high = first.number, second.number
    if (
        joint not in {"-", "–"}
        or first.scale is not None
        or second.scale is not None
        or not (low.printed and high.printed)
    ):
        return second
    if low.step == high.step == 1 and 10 <= high.value < low.value and low.value >= 100:
        power = Decimal(10) ** len(str(high.value))
        value = low.value - low.value % power + high.value
        if value > low.value and low.value % power:
            second.number = replace(high, value=value)
    return second


def _own_unit(reading: Reading) -> bool:
    """Whether it prints a unit behind its number, so that a later scale is not its own."""
    return reading.measure is not None or (reading.currency is not None and not reading.prefixed)


def _copy(reading: Reading) -> Reading:
    return Reading(*(getattr(reading, name) for name in Reading.__slots__))


# --- units that stand elsewhere --------------------------------------------------------------------------------------


def _lend(text: str, drafts: list[_Draft]) -> Iterable[Amount]:
    """Give numbers without a unit the one of the next number where the text lists them or goes from one to the other."""
    for at, draft in enumerate(drafts):
        following = drafts[at + 1] if at + 1 < len(drafts) else None
        borrowed = None
        if following is not None and following.amount is not None and len(draft.readings) == 1 and not draft.skip:
            borrowed = _borrow(text, draft, following)
        if borrowed is not None:
            yield borrowed
        elif draft.amount is not None:
            yield draft.amount


def _borrow(text: str, draft: _Draft, following: _Draft) -> Amount | None:
    reading, lender = draft.readings[0], following.readings[-1]
    if not reading.bare or lender.bare or reading.scale is not None or lender.tail <= lender.number_end:
        return None
    if lender.number.value < reading.number.value and lender.scale is not None:
        return None
    gap = text[draft.end : following.left] if following.left - draft.end <= 40 else None
    if gap is None or not _is_shared(reading, lender, gap) or lender.prefixed:
        return None
    unit = (lender.number_end, max(lender.tail, lender.per_span[1] if lender.per_span else 0))
    spans = ((reading.left, reading.number_end), unit)
    joined = "".join(text[start:end] for start, end in spans)
    amount = parse_amount(joined)
    if amount is None or amount.kind in {"bare", "days"}:
        return None
    return replace(amount, spans=spans, sign=reading.sign, part=reading.part)


def _is_shared(reading: Reading, lender: Reading, gap: str) -> bool:
    if reading.year or (reading.opening and gap.strip() not in {"and", "or", "和", "与"}):
        return False
    if BESIDE.fullmatch(gap):
        return True
    moves = reading.part in {"from", "by"} or CONNECTOR.fullmatch(gap) is not None
    return moves and (lender.part == "to" or gap.strip() in {"to", "至", "到"}) and not re.search(r"[.;。；!?\n]", gap)


def _lend_prices(text: str, amounts: list[Amount]) -> list[Amount]:
    """Read `$5.90` beside `$1,297.90/oz` as a price too: the change of a price has the price's denominator."""
    done = list(amounts)
    for at, amount in enumerate(amounts):
        if amount.kind != "price" or amount.unit.endswith("/count"):
            continue
        for near in (at - 1, at - 2, at + 1):
            if 0 <= near < len(done) and done[near].kind == "money":
                lent = _price_like(text, done[near], amount)
                if lent is not None:
                    done[near] = lent
    return done


def _price_like(text: str, money: Amount, price: Amount) -> Amount | None:
    currency, _, _ = price.unit.partition("/")
    if money.unit != currency or money.high > price.high * 2 or len(money.spans) > 1:
        return None
    before, after = (money, price) if money.start < price.start else (price, money)
    if after.start - before.end > 60 or _SENTENCE_END.search(text, before.end, after.start):
        return None
    words = _DENOMINATOR.search(text, price.start, price.end)
    if words is None or (len(price.spans) > 1):
        return None
    spans = (money.spans[0], words.span())
    parsed = parse_amount("".join(text[start:end] for start, end in spans))
    if parsed is None or parsed.unit != price.unit:
        return None
    return replace(parsed, spans=spans, sign=money.sign, part=money.part)


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
            days = replace(amount, unit="days", kind="days", spans=(*amount.spans, words))
            amount = days if _says_again(text, days) else amount  # noqa: PLW2901 - the same amount
        done.append(amount)
    return done


_DAYS_OF = re.compile(
    r"(days) of (?:[a-z]+ )?(?:inventor|stock|suppl|cover)|inventory (days)|(?:库存|可用|存煤|周转)可?用?(天)数"
)
_SENTENCE_END = re.compile(r"[.;!?](?:\s|$)|[。；！？\n]")
_DENOMINATOR = re.compile(
    r" ?/ ?[^\s\d,.)（(]+(?: ton| tonne)?|(?: per | an? |-an?-)[a-z ]+[a-z]|/?每[^\d\s约近超逾至]+|/[a-z]+"
)
