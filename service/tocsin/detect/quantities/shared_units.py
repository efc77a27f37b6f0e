"""Lending between the amounts of a text: the words of one unit serve several numbers, or stand apart from their own.

The step of a price is for what the price is (`$5.90` beside `$1,297.90/oz`); 每吨 and 年产 stand before verb or goods, `a year`
behind the goods, `days of inventories` before all its numbers. What is lent becomes the amount's second span.
"""

import re
from collections.abc import Callable, Sequence
from itertools import pairwise

from tocsin.detect.quantities.amount import Amount, Kind
from tocsin.detect.quantities.read_alone import parse_amount, with_denominator
from tocsin.detect.quantities.suffixes import PER, price_unit
from tocsin.detect.texts.text import holds_any
from tocsin.messages import Span

SENTENCE_END = re.compile(r"[.;!?](?:\s|$)|[。；！？\n]")


def lend_units(text: str, amounts: list[Amount]) -> list[Amount]:
    """Return the amounts with the words that belong to their units, wherever these stand in the text."""
    if len(amounts) > 1:
        amounts = _lend_prices(text, _lend_brackets(text, _lend_in_row(text, amounts)))
    kinds = {amount.kind for amount in amounts}
    for told, find, kind, becomes in _APART:
        if kind in kinds and holds_any(text, told, 0, len(text)):
            amounts = [
                _with_words(text, amount, find(text, amounts, at), becomes) if amount.kind == kind else amount
                for at, amount in enumerate(amounts)
            ]
    return amounts


def _with_words(text: str, amount: Amount, words: Span | None, kind: Kind) -> Amount:
    """Return an amount read with words that stand apart from it; as it was where they make nothing of this kind of it."""
    if words is None or len(amount.spans) > 1:
        return amount
    again = parse_amount(amount.text(text) + text[slice(*words)])
    if again is None or again.kind != kind:
        return amount
    return again._replace(spans=(*amount.spans, words), sign=amount.sign, part=amount.part)


_EACH = re.compile(r"每(?:公吨|标吨|干吨|吨|桶|公斤|千克|盎司|克|磅|升|蒲式耳)(?=[^\d,;。:]{1,8}\Z)")
"""What a price is for, where words of movement part it from its number: 每吨分别上调290元."""

_MADE = re.compile(
    r"(?:(?:(?<![去今明后前上本当每全半近整\d])|(?<=[产成]后))年(?:均|新?增)?|(?<![上本当每下个\d])月|(?<![今昨当每\d])日)产(?=(?:[^\d,;。:年月日天量能值]|当量){1,14}(?:\d[\d.]*[万亿]?吨[增升提扩降减][加高升大长少低]?[至到])?\Z)"
)
"""How often so many goods come, where the goods part it from its number: 年产铜由8万吨增至15万吨."""


_YEARLY = re.compile(
    r"每年(?=(?:将|可|需|约|至少|最多|[向从对][^,;。\d]{1,12}?)*(?:供应|供货|供给|采购|购买|提供|交付|销售|承购|包销|供)[^\d,;。每]{0,10}\Z)"
)
"""How often so many goods are sold, where verb and goods part it from its number: 每年供应LNG 80万吨."""

_Find = Callable[[str, Sequence[Amount], int], Span | None]


def _before(words: re.Pattern[str], back: int) -> _Find:
    """Return what finds such words before an amount, within as many characters."""

    def find(text: str, amounts: Sequence[Amount], at: int) -> Span | None:
        start = amounts[at].start
        found = words.search(text, max(0, start - back), start)
        return found.span() if found else None

    return find


_OFTEN = re.compile(
    r" of( annual| yearly)(?= [a-z])| of (?:[a-z][a-z0-9-]*|\([^()]{1,12}\))(?: [a-z][a-z-]*){0,3}?"
    r"( (?:a|per) (?:year|annum|month|day)| annually| yearly)(?! (?:ago|earlier|before|later|from now|on (?:year|month)|to date)\b)(?![a-z-])"
)
"""How often so many goods come, where their name stands between: `175,000 ounces of gold annually`, `90,000 t of annual capacity`."""


def _find_often(text: str, amounts: Sequence[Amount], at: int) -> Span | None:
    found = _OFTEN.match(text, amounts[at].end)
    if found is None or (at + 1 < len(amounts) and amounts[at + 1].start < found.end()):
        return None
    return found.span(found.lastindex or 0)


_DAYS_OF = re.compile(
    r"(days) of (?:[a-z]+ )?(?:inventor|stock|suppl|cover)|inventory (days)|(?:库存|可用|存煤|周转)可?用?(天)数"
)


def _find_days(text: str, amounts: Sequence[Amount], at: int) -> Span | None:
    """Return the word that makes days of the bare numbers after `days of inventories` or `库存天数` in a sentence."""
    found, amount = _DAYS_OF.search(text), amounts[at]
    if found is None or not found.end() <= amount.start <= found.end() + 80 or amount.high >= 1000:
        return None
    if SENTENCE_END.search(text, found.end(), amount.start):
        return None
    return next(found.span(i) for i in (1, 2, 3) if found.group(i))


_APART: tuple[tuple[tuple[str, ...], _Find, Kind, Kind], ...] = (
    (("每",), _before(_EACH, 14), "money", "price"),
    (("年产", "年均产", "增产", "月产", "日产"), _before(_MADE, 26), "quantity", "rate"),
    (("每年",), _before(_YEARLY, 34), "quantity", "rate"),
    ((" of ",), _find_often, "quantity", "rate"),
    (("day", "天数"), _find_days, "bare", "days"),
)
"""What a text must hold, how the words are found, of what they make what."""


def _lend_prices(text: str, amounts: list[Amount]) -> list[Amount]:
    """Read `$5.90` beside `$1,297.90/oz` as a price too: the change of a price has the price's denominator."""
    kinds = [amount.kind for amount in amounts]
    if "price" not in kinds or "money" not in kinds:
        return amounts
    done = list(amounts)
    for at, (first, second) in enumerate(pairwise(amounts)):
        if first.kind == "money" and second.kind == "price" and text[first.end : second.start] == " to ":
            done[at] = _price_like(text, first, second) or first
    for at, amount in enumerate(amounts):
        if amount.kind != "price" or amount.unit.endswith("/count"):
            continue
        around = [near for near in (at - 1, at - 2, at + 1, at + 2) if 0 <= near < len(done)]
        for near in around:
            if done[near].kind == "money":
                done[near] = _price_like(text, done[near], amount) or done[near]
    return done


_IN_A_ROW = frozenset([" and ", " or ", "/", " / "])


def _lend_in_row(text: str, amounts: list[Amount]) -> list[Amount]:
    """Read both prices of `€2,902 and £2,443 per ounce`: two monies in a row are for one measure."""
    done = list(amounts)
    for at, (first, second) in enumerate(pairwise(amounts)):
        if first.kind != "money" or second.kind != "price" or text[first.end : second.start] not in _IN_A_ROW:
            continue
        found = PER.search(text, second.start, second.end)
        if found is None or len(second.spans) > 1 or second.unit.startswith(f"{first.unit}/"):
            continue
        lent = first._replace(spans=(*first.spans, found.span()))
        parsed = parse_amount(lent.text(text))
        if parsed is not None and parsed.kind == "price":
            done[at] = parsed._replace(spans=lent.spans, sign=first.sign, part=first.part)
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


def _price_like(text: str, money: Amount, price: Amount) -> Amount | None:
    currency, _, _ = price.unit.partition("/")
    before, after = (money, price) if money.start < price.start else (price, money)
    is_new_level = money.part == "to" and after is money and money.start - price.end <= 12
    if money.unit != currency or (money.high > price.high * 2 and not is_new_level) or len(money.spans) > 1:
        return None
    if after.start - before.end > 60 or SENTENCE_END.search(text, before.end, after.start):
        return None
    return with_denominator(text, money, price) if len(price.spans) == 1 else None
