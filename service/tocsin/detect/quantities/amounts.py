"""Amounts: what the numbers of a text measure, in base units, with the characters that say it.

`find_amounts` reads folded text (NFKC, lower-case ASCII, simplified Chinese) and joins what belongs together: ranges,
numbers that share a unit (`3 to 5 million tonnes`, `8 and 4 tons`), a price change beside its price. The joined text of an
amount's spans gives the amount again. Dates, codes, references and ordinals are no amounts. Which amount is a change, a
level or a value is decided by the rules, from the words around.
"""

import re
from collections.abc import Iterable, Sequence
from decimal import Decimal

from tocsin.detect.quantities.amount import Amount, Kind
from tocsin.detect.quantities.measures import AFTER_NUMBER
from tocsin.detect.quantities.packets import without_packets
from tocsin.detect.quantities.ranges import Draft, join
from tocsin.detect.quantities.read_alone import moved, parse_amount, priced_by_custom, with_denominator
from tocsin.detect.quantities.reading import Reading
from tocsin.detect.quantities.readings import read_all
from tocsin.detect.quantities.shared_units import SENTENCE_END, lend_units
from tocsin.detect.quantities.surroundings import BESIDE, CONNECTOR

__all__ = ["Amount", "Kind", "find_amounts", "parse_amount", "priced_by_custom", "with_denominator"]


def find_amounts(text: str, start: int = 0, end: int | None = None) -> list[Amount]:
    """Return the amounts between two places from left to right, without overlap, in time linear in the text."""
    region = text if start <= 0 and end is None else text[max(start, 0) : end]
    readings = read_all(region)
    if not readings:
        return []
    amounts = without_packets(region, lend_units(region, list(_lend(region, list(join(region, readings))))))
    return [moved(amount, start) for amount in amounts] if start > 0 else amounts


def _lend(text: str, drafts: Sequence[Draft]) -> Iterable[Amount]:
    """Give numbers without a unit that of a neighbour: in a list, from one to the other, or one against the other."""
    for at, draft in enumerate(drafts):
        borrowed = None
        if not draft.skip and len(draft.readings) == 1 and draft.readings[0].bare:
            following = drafts[at + 1] if at + 1 < len(drafts) else None
            if following is not None and following.amount is not None:
                borrowed = _borrow(text, draft, following, text[draft.end : following.left])
            if borrowed is None and (before := _lender_before(drafts, at)) is not None:
                borrowed = _borrow_back(text, draft, before)
        elif len(draft.readings) > 1 and not draft.skip and (before := _lender_before(drafts, at)) is not None:
            borrowed = _range_against(text, draft, before)
        if borrowed is not None:
            yield borrowed
        elif draft.amount is not None:
            yield draft.amount


def _lender_before(drafts: Sequence[Draft], at: int) -> Draft | None:
    """Return the amount before a bare number; a year or season between them parts nothing: `390,000 tonnes in 2025/26, against 380,000`."""
    before = at - 1
    if before > 0 and (drafts[before].amount is None or drafts[before].readings[0].year):
        before -= 1
        if before > 0 and drafts[before].amount is None and drafts[before].readings[0].year:
            before -= 1  # a season has two
    return drafts[before] if before >= 0 and drafts[before].amount is not None else None


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
    if lender.bare or lender.prefixed or len(gap) > 60 or SENTENCE_END.search(gap) or reading.opening or reading.year:
        return None
    if reading.sign or _STEP.search(gap) or (gap == ", " and _LESS.match(text, draft.end)):
        in_one_scale = reading.scale is None and (gap in {"(", " ("} or reading.number.value < lender.number.value)
        # `147万吨(+4.6)`, `5.1 million tonnes, up 0.2`, but `13.4 million barrels, up 20,000`
        own, whole = (_worth(one) for one in (reading, lender))
        is_step = (in_one_scale or own < whole) and reading.number.value and lender.measure is not _PERCENT
        return _with_unit_of(text, reading, lender, own_scale=not in_one_scale) if is_step else None
    if (reading.scale is None) != (lender.scale is None):
        return None
    risen_to = _RISEN_TO.fullmatch(gap) is not None and reading.number.value > lender.number.value
    if not (reading.part == "from" or _AGAINST.search(gap) or risen_to):
        return None
    if not reading.number.printed and _OTHERS.match(text, draft.end):
        return None
    return _with_unit_of(text, reading, lender, own_scale=True)


def _range_against(text: str, draft: Draft, before: Draft) -> Amount | None:
    """Read the range of `2.9 to 3.2 million tonnes, against 3.0 to 3.3 million` in the unit of the one that it is held against."""
    first, last, lender = draft.readings[0], draft.readings[-1], before.readings[-1]
    gap = text[before.end : draft.left]
    if not (first.bare and last.bare) or lender.measure is None or len(gap) > _HELD_NEAR or SENTENCE_END.search(gap):
        return None
    if (last.scale is None) != (lender.scale is None) or not (first.part == "from" or _AGAINST.search(gap)):
        return None
    start, stop = lender.scaled or lender.number_end, lender.tail
    if stop <= start:
        return None
    spans = ((draft.left, draft.end), (start, stop))
    amount = parse_amount("".join(text[slice(*span)] for span in spans))
    if amount is None or amount.kind != "quantity":
        return None
    return amount._replace(spans=spans, sign=first.sign, part=first.part)


_HELD_NEAR = 60
"""Characters between two ranges of which one is held against the other."""


def _worth(reading: Reading) -> Decimal:
    return reading.number.value * (reading.scale or 1)


_LESS = re.compile(r" (?:less|more|fewer|lower|higher) than (?:a |the |last |in )")
_PERCENT = AFTER_NUMBER["percent"]
_AGAINST = re.compile(r"(?:versus|vs\.?|against|compared (?:with|to)|than|from) (?:the |an? |about )?$")
_OTHERS = re.compile(
    r" (?!(?:in|last|the|this|an?|per|at|on|for|to|by|during|earlier|previously|before|ago|and|or|but|as|when|since|then|year|month|week|quarter|percent|points?)\b)[a-z]{3}"
)
"""What makes of a number in words a count of other things: `bought 120,000 tonnes of wheat from two trade houses`."""
_RISEN_TO = re.compile(r" to (?:a |an |about |around |some |a record |a total of )?")
"""What parts a step in goods from what they came to: `rose 3.2 million barrels to 334.5 million`."""
_STEP = re.compile(
    r", (?:(?:up|down|off|plus|minus)|(?:a|an) (?:gain|rise|fall|drop|loss|increase|decrease|decline) of) $|^[,，、(（ ]{0,2}(?:(?:环比|较?上[日周月]|较?前[日周]|日|周)?(?:小幅|大幅|普|再|累计)?(?:涨|跌|降|升|减|增|上涨|下跌|上调|下调|调降|调涨|上推|下推|上修|下修|上浮|下浮|上扬|上提|走高|走低|回落|反弹|推涨|提涨))$"
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


_OLDER = frozenset(["", "from"])
_HELD = frozenset(["against", "versus", "vs", "vs.", "compared with", "compared to"])
"""What parts a number from the earlier one whose unit it shares."""
_ENDS = re.compile(r"[.;。；!?\n]")


def _is_shared(reading: Reading, lender: Reading, gap: str) -> bool:
    if reading.year or (reading.opening and gap.strip() not in {"and", "or", "和", "与"}):
        return False
    if BESIDE.fullmatch(gap):
        return True
    if reading.part == "to" and gap.strip() in (_OLDER if lender.part == "from" else _HELD):
        return True  # `climbed to 18,300 from 16,750 tonnes`
    if gap == " " and lender.sign and lender.currency is not None:
        return reading.number.value > lender.number.value  # a table's row: `78950 +320 元/吨`
    moves = reading.part in {"from", "by"} or CONNECTOR.fullmatch(gap) is not None
    return moves and (lender.part == "to" or gap.strip() in {"to", "至", "到"}) and _ENDS.search(gap) is None
