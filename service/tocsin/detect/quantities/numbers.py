"""Numbers as news prints them: digits with separators, Chinese numerals, English number words, and scales after them.

A number has a value and a step, one unit of its last printed digit: `1.27` has 0.01, `three hundred` 100. Whether it is an
amount, a date or a telephone number is decided in `readings`.
"""

import re
from decimal import Decimal
from typing import NamedTuple

from tocsin.detect.texts.tries import longest_of

LONGEST = 24
"""Digits in the longest number that is read; more of them are no amount of anything."""

ONE = Decimal(1)
_DIGIT = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2, "俩": 2}
_TENS = {"廿": 20, "卅": 30}
_POWER = {"十": 10, "百": 100, "千": 1000}

NUMERALS = "〇零一二三四五六七八九十百千两俩廿卅"
DIGITS = r"[0-9]+(?:[.,][0-9]+)*"

_THOUSANDS = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?")
_LAKHS = re.compile(r"[0-9]{1,2}(?:,[0-9]{2})+,[0-9]{3}(?:\.[0-9]+)?")
_CONTINENTAL = re.compile(r"[0-9]{1,3}(?:\.[0-9]{3})+,[0-9]{1,2}")
_STEPS = [ONE.scaleb(-decimals) for decimals in range(LONGEST)]
"""One unit of the last of so many decimals."""
_SPACED = re.compile(r"(?: [0-9]{3}){1,4}(?![0-9]|[.,][0-9]| [0-9])")


class Number(NamedTuple):
    """A value with its step. `printed` is true for digits; `grouped` where separators or decimals rule out a year or a code."""

    value: Decimal
    step: Decimal
    printed: bool = True
    grouped: bool = False

    def scaled(self, factor: Decimal) -> "Number":
        """Return it in a smaller unit."""
        return Number(self.value * factor, self.step * factor, self.printed, self.grouped)


def read_digits(blob: str) -> Number | None:
    """Read digits with separators; None where they are a version, a list, or too long to be a number."""
    if len(blob) > LONGEST:
        return None
    grouped = False
    if blob.isdigit():
        return Number(Decimal(blob), ONE) if blob[0] != "0" or blob == "0" else None
    if "," in blob:
        grouped = True
        if _THOUSANDS.fullmatch(blob) or _LAKHS.fullmatch(blob):
            blob = blob.replace(",", "")
        elif _CONTINENTAL.fullmatch(blob):
            blob = blob.replace(".", "").replace(",", ".")
        else:
            return None
    whole, dot, decimals = blob.partition(".")
    if dot:
        grouped = True
        if "." in decimals:
            return None
    if len(whole) > 1 and whole[0] == "0":
        return None
    return Number(Decimal(blob), _STEPS[len(decimals)], grouped=grouped)


_FRACTION = re.compile(r"[- ]([1357])/([248])(?!(?!c(?:ts?)?\b)[\w/-])")


def with_fraction(number: Number | None, text: str, end: int) -> tuple[Number, int] | None:
    """Return a number with the fraction of its last unit that grain prices print, and its end: `5.40-1/2`, `6-1/4`."""
    found = _FRACTION.match(text, end)
    if found is None or number is None:
        return None
    step = number.step / Decimal(found[2])
    return Number(number.value + step * Decimal(found[1]), step, grouped=True), found.end()


def spaced_groups(text: str, start: int, end: int) -> int:
    """Return the end of a number whose thousands stand apart by spaces (`100 770`), or `end` where it is not one."""
    if not 1 <= end - start <= 3 or text[start] == "0":
        return end
    found = _SPACED.match(text, end)
    return found.end() if found else end


def read_numeral(text: str) -> Number | None:
    """Read a Chinese numeral below ten thousand: 三百五十, 二〇二五, 两; None for what is not well formed."""
    if not text or len(text) > LONGEST:
        return None
    if all(c in _DIGIT for c in text):
        if len(text) > 1 and not ("〇" in text or "零" in text or len(text) == 4):
            return None
        return Number(Decimal("".join(str(_DIGIT[c]) for c in text)), ONE, printed=False, grouped=len(text) == 1)
    total, digit, last, step = 0, None, 10_000, 1
    for c in text:
        if c in _TENS:
            total, digit, last = total + _TENS[c], None, 10
        elif c in _DIGIT:
            if digit:
                return None
            digit = _DIGIT[c]
        else:
            power = _POWER[c]
            if power >= last or (digit is None and (power != 10 or total)):
                return None
            total, digit, last, step = total + (1 if digit is None else digit) * power, None, power, power
    if digit:
        follows_power = text[-2] in "百千"
        total, step = total + digit * (last // 10 if follows_power else 1), last // 10 if follows_power else 1
    return Number(Decimal(total), Decimal(1 if step == 10 else step), printed=False, grouped=True)


SCALES: dict[str, Decimal] = {
    name: Decimal(10) ** power
    for power, names in {
        1: "",
        2: "百 hundred",
        3: "千 thousand",
        4: "万",
        5: "十万 lakh lakhs",
        6: "百万 million millions mln mn mio",
        7: "千万 crore crores",
        8: "亿",
        9: "十亿 billion billions bln bn",
        10: "百亿",
        11: "千亿",
        12: "万亿 trillion trillions trn tn",
    }.items()
    for name in names.split()
}
SHORT_SCALES = {
    "k": Decimal(1000),
    "m": Decimal(10) ** 6,
    "mm": Decimal(10) ** 6,
    "b": Decimal(10) ** 9,
    "t": Decimal(10) ** 12,
}
"""Letters that scale money (`$5m`), and `k`, `m` and `mm` before a unit (`5m tonnes`)."""

SCALE = re.compile(rf"[ -]?({longest_of(SCALES)})")
SHORT_SCALE = re.compile(rf"[ -]?({longest_of(SHORT_SCALES)})")

_UNITS = dict(
    zip(
        "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen"
        " nineteen".split(),
        range(1, 20),
        strict=True,
    )
)
_DECADES = dict(zip("twenty thirty forty fifty sixty seventy eighty ninety".split(), range(20, 100, 10), strict=True))
_BIG = {"dozen": 12, "hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9, "trillion": 10**12}

_SMALL_WORD = longest_of(_UNITS | _DECADES)
_ANY_WORD = longest_of(_UNITS | _DECADES | _BIG)
NUMBER_WORDS = frozenset(_UNITS | _DECADES | _BIG)
WORDED = (
    rf"(?:(?:{_SMALL_WORD}|a) and a half (?:hundred|thousand|million|billion|trillion)|half a (?:million|billion|trillion|dozen)|a (?:dozen|hundred|thousand|million|billion|trillion)"
    rf"|{_SMALL_WORD}(?:[ -]{_ANY_WORD}|(?<=hundred) and {_SMALL_WORD}){{0,8}})(?![a-z0-9])"
)


def read_words(text: str) -> Number | None:
    """Read an English number in words: `twenty-five`, `nineteen hundred`, `half a million`; None where they are a list."""
    if text.startswith("half a "):
        half = Decimal(_BIG[text[7:]]) / 2
        return Number(half, half, printed=False, grouped=True)
    if " and a half " in text:
        whole, _, scale = text.partition(" and a half ")
        count = Decimal(1 if whole == "a" else _UNITS.get(whole) or _DECADES[whole]) + Decimal("0.5")
        return Number(count * _BIG[scale], Decimal(_BIG[scale]) / 2, printed=False, grouped=True)
    total = current = 0
    step, room = 1, 0
    for word in text.removeprefix("a ").replace("-", " ").split(" "):
        if word == "and":
            continue
        if word in _BIG:
            size = _BIG[word]
            current = (current or 1) * size
            step = 1 if size == 12 else size
            room = size
            if size >= 1000:
                total, current = total + current, 0
        else:
            size = _UNITS.get(word) or _DECADES[word]
            if (room and size >= room) or (current and not room):
                return None
            current += size
            step = 1
            room = 10 if size >= 20 else 1
    return Number(Decimal(total + current), Decimal(step), printed=False, grouped=True)
