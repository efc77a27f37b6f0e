"""What stands behind a number and belongs to it: scale, unit, denominator and a bound such as 以上."""

import re
from decimal import Decimal

from tocsin.detect.quantities.currencies import AFTER, CENT, MONEY_NAMES
from tocsin.detect.quantities.measures import (
    AFTER_NUMBER,
    BY_TIME,
    CUBIC,
    GOES_ON,
    MEGA,
    ONE_OF,
    PERIODS,
    QUANTITIES,
    Measure,
)
from tocsin.detect.quantities.numbers import (
    NUMERALS,
    ONE,
    SCALE,
    SCALES,
    SHORT_SCALE,
    SHORT_SCALES,
    Number,
    read_digits,
    read_numeral,
)
from tocsin.detect.quantities.reading import LOOKBACK, Reading
from tocsin.detect.quantities.surroundings import (
    BOUND_AFTER,
    BOUNDS_AFTER,
    GRADED,
    IRON,
    IRON_GRADES,
    MORE,
    PURE,
)
from tocsin.detect.texts.tries import longest_of

_UNIT = re.compile(rf"[ -]?({longest_of(AFTER_NUMBER | AFTER)})")
_LOOSE_SCALE = re.compile(
    r"[ -]?(k|m|mm|b) (?=(?:t|ton|tons|tonnes|tonne|(?:(?:gold|silver) )?(?:oz|ounces)|lb|lbs|pounds|bbl|bbls|barrels|bpd|b/d|bu|bushels|bags|bales|cubic|yuan|usd|rmb|dollars)(?![a-z0-9]))"
)
PER = re.compile(
    rf"(?: \([“\"'‘]?[a-z]{{1,5}}[”\"'’]?\))?(?: ?\\?/ ?| ?per |-per-|/per | an? |-an?-| ?/?每| ?/?一)({longest_of(ONE_OF | PERIODS)})|[ -]({longest_of(BY_TIME)})"
)
_SINCE = re.compile(r"(?: ago| earlier| before| previously|-ago|-earlier)(?![a-z])")
"""What makes of `a year` a time past, and no denominator."""
_STERLING = re.compile(r"(?:[^;]{0,60}? [\d,.]*\d{3} pounds)? (?:a|per) (?:metric )?ton(?:ne)?(?![a-z])")
"""What makes pounds money: a price for a ton, be it a later one: `fell 90 pounds, or 2%, to 4,300 pounds a tonne`."""
_CUBIC = re.compile(r"(?<=[万亿])方(?![面案向法式针])")
_COIN_PER = re.compile(rf" ?(?:([$c])/(?={longest_of(ONE_OF)})|(p)(?=(?:/| ?a | per )(?:th|therm)(?![a-z])))")


def look_right(text: str, reading: Reading) -> None:
    """Take in scale, unit, denominator and bound that stand behind the number."""
    at = _take_bound(reading, MORE.match(text, reading.number_end), reading.number_end)
    at = _take_scale(text, reading, at)
    at = _take_money_named(text, reading, at)
    found = _unit_at(text, at)
    if found:
        at, ends = _take_unit(text, reading, found, at)
        if ends:
            reading.end = reading.tail = at
            return
    elif reading.scale is not None and reading.currency is None and _CUBIC.match(text, at):
        reading.measure, at = CUBIC, at + 1
    elif reading.by is None and reading.per is None and reading.currency is None:
        coin = _COIN_PER.match(text, at) or _cents_of_step(text, reading, at)
        if coin:
            reading.currency = "GBP" if coin.group(2) else "USD"
            reading.coin, at = ONE if coin.group(1) == "$" else CENT, coin.end(coin.lastindex or 0)
    reading.tail = at
    at = _take_per(text, reading, at)
    at = take_later_bound(text, reading, at)
    if reading.per is None and reading.by is None:
        at = _take_per(text, reading, at)
    reading.end = at


_CENTS = re.compile(r"(c)()(?![a-z0-9°/])(?! (?:above|below|to -?\d))")
_STEPPED = re.compile(
    r"(?<![a-z])(?:up|down|off|by|gained|lost|gains|loses|added|adds|shed|sheds|rose|rises|fell|falls|slipped|slips|climbed|climbs|dropped|drops|eased|eases|jumped|jumps|dipped|dips) (?:about |some |around |nearly |another )?\Z"
)
_MOVED_BY = re.compile(r" (?:higher|lower|firmer|weaker|stronger|easier|cheaper|dearer|up|down)\b(?! to)")
_NO_PRICES = re.compile(r"temperature|degrees|celsius|weather|\bheat|cold|warm|fahrenheit")


def _cents_of_step(text: str, reading: Reading, at: int) -> re.Match[str] | None:
    """Return the `c` of cents by which a price moved, which is no degree: `down 50c`, `ends 3-1/2c higher`."""
    found = _CENTS.match(text, at)
    if found is None or at != reading.number_end or _NO_PRICES.search(text, max(0, at - 60), at + 40):
        return None
    stepped = _STEPPED.search(text, max(0, reading.left - 28), reading.left) or _MOVED_BY.match(text, found.end())
    return found if stepped else None


_MONEY_NAMED = re.compile(rf"元? ?\(({longest_of(MONEY_NAMES)})(?:,? ?下同)?\)")
"""In what a sum is, told once in brackets: 26亿(人民币,下同), 40亿元(港元)."""


def _take_money_named(text: str, reading: Reading, at: int) -> int:
    """Take in the currency that brackets behind a large number name; return where they end."""
    if reading.scale is None or reading.currency is not None:
        return at
    found = _MONEY_NAMED.match(text, at)
    if found is None:
        return at
    reading.currency, reading.coin = AFTER[found.group(1)]
    return found.end()


def _unit_at(text: str, at: int) -> re.Match[str] | None:
    """Return the unit at a place; None for a day (May 13th) and where its letters go on to another word."""
    found = _UNIT.match(text, at)
    if found is None or found.group() == "th":
        return None
    goes_on = found.end() < len(text) and text[found.end()] in GOES_ON.get(found.group(1), "")
    return None if goes_on else found


def _take_unit(text: str, reading: Reading, found: re.Match[str], at: int) -> tuple[int, bool]:
    """Take in a unit; return where it ends, and whether the reading ends with it since the number is no amount."""
    name = found.group(1)
    if name == "pounds" and (money := _money_in_pounds(text, reading, found.end())):
        reading.currency, reading.coin = "GBP", ONE
        reading.left, at = money
        return at, False
    if name == "pounds" and reading.scale is None and _SPREAD.search(text[max(0, reading.left - 40) : reading.left]):
        reading.skip = reading.currency is None
        return found.end(), reading.skip
    if name == "pounds" and reading.scale is not None and _IN_OTHER_MONEY.match(text, found.end()):
        reading.skip = reading.currency is None
        return found.end(), reading.skip
    if name in AFTER or (name == "pounds" and _is_sterling(text, reading, found.end())):
        if reading.currency is None:
            reading.currency, reading.coin = AFTER.get(name, ("GBP", ONE))
        return found.end(), False
    measure = AFTER_NUMBER[name]
    if name == "st" and (reading.scale is not None or reading.number.value >= _THOUSAND):
        measure = QUANTITIES["short ton"]
    if measure.sort == "skip":
        reading.skip = reading.currency is None
        return (found.end(), True) if reading.skip else (at, False)
    if measure.sort == "days" and found.group()[0] == "-":
        reading.skip = True
        return found.end(), True
    return _take_measure(text, reading, measure, at, found.end()), False


_THOUSAND = 1000
"""From which number on `st` is a short ton and no ordinal: `460,000 st`, `1.2mn st`."""
_PAID = re.compile(
    r"\b(?:worth|valued at|costs?(?: of)?|costing|cost around|price tag of|(?:grants?|loans?|funding|investments?|debts?|credits?|subsid(?:y|ies)|aid|takeover|bid|fine|profits?|loss(?:es)?|revenues?|turnover|budget|backing|subsidy) (?:of|worth|totall?ing)|invest(?:s|ed|ing)?|spend(?:s|ing)?|spent|fined|borrow(?:s|ed)?|pays?|paid) (?:(?:some|about|around|nearly|almost|over|roughly|more than|up to|a further|another|a|an|extra|additional|total|of) )*\Z"
)
"""What before pounds makes money of them: `a contract worth about 18 million pounds`, and no weight."""
_FUNDS = re.compile(
    r"(?: \(?sterling\b| (?:[a-z]+ )?(?:as |in |of )?(?:(?:state|government|public|new|fresh|annual|pretax|pre-tax|emergency) )?(?:grants?|loans?|aid|investments?|fund(?:s|ing)?|subsid(?:y|ies)|takeover|bailout|debts?|profits?|loss(?:es)?|savings|cash|bonds?|taxpayers['’]? money)\b)"
)
"""What behind pounds makes money of them: `a 31 million pounds grant`, `40 million pounds in state aid`."""


_SPREAD = re.compile(
    r"\b(?:premium|backwardation|contango|discount|spread|differential)s?(?: [a-z]+){0,2} (?:of|to|at|by|from) (?:(?:about|around|some|nearly) )?\Z"
)
"""What before pounds makes of them how far two prices are apart, which weighs nothing: `the premium narrowed to 32 pounds`."""
_IN_OTHER_MONEY = re.compile(r" \((?:about |around |some )?(?:us)?[$€][\d.,]+ ?(?:million|billion|mln|bln|m|bn)\b")
"""The sum behind one in pounds, in other money: of the two this one tells what it is."""


def _money_in_pounds(text: str, reading: Reading, at: int) -> tuple[int, int] | None:
    """Return where pounds that words around them make money begin and end, with those words; None for a weight."""
    if told := _FUNDS.match(text, at):
        return reading.left, told.end()
    start = max(0, reading.left - LOOKBACK)
    told = _PAID.search(text[start : reading.left])
    if told is None or _WEIGHED.match(text, at):
        return None
    return start + told.start(), at


_WEIGHED = re.compile(r" (?:of|a|an|per|each)\b| (?:u3o8|cu|copper|uranium)")
"""What follows pounds that weigh goods or tell what they cost for each."""


def _is_sterling(text: str, reading: Reading, at: int) -> bool:
    """Tell whether pounds are money, as they are before a ton; few pounds in one are what ore holds, unless read alone."""
    found = _STERLING.match(text, at)
    if found is None:
        return False
    is_alone = reading.left == 0 and found.end() == len(text)
    return is_alone or reading.number.value >= 100 or "pounds" in found.group()


_ALLOY = re.compile(r"\b(?:ferro-?[a-z]+|silico-?manganese|spodumene|ilmenite|fluorspar|wolframite|concentrate) \Z")
_OF_ALLOY = re.compile(r" (?:prices?|offers|quotes|market|values)\b(?! (?:rise|fall|hike|cut|drop|gain|increase|jump))")
"""What stands about a percentage that names the sort of an alloy: `ferro-titanium 70% prices edged up`."""

_MOST_MEGA = 1000
"""From so many on `Mt` is what some write for metric tons: no mine digs as many million."""


def _take_measure(text: str, reading: Reading, measure: Measure, before: int, at: int) -> int:
    """Take in a unit that counts, with grades, halves and tenths behind it; return where they end."""
    if reading.currency is not None and measure.sort != "percent":
        return before
    reading.measure = QUANTITIES["t"] if measure is MEGA and reading.number.value >= _MOST_MEGA else measure
    if measure.mega and reading.scale is None and reading.number.step < 1 and reading.number.value < 2000:
        reading.scale = Decimal(10) ** 6
    if measure.unit == "percent" and measure.sort == "percent":
        reading.currency = None
        graded = GRADED.match(text, at)
        if graded:
            reading.grade = True
            return graded.end()
        if reading.number.value in PURE or (
            _OF_ALLOY.match(text, at) and _ALLOY.search(text[max(0, reading.left - 20) : reading.left])
        ):
            reading.grade = True
        iron = IRON.match(text, at) if reading.number.value in IRON_GRADES else None
        if iron:
            reading.grade = True
            return iron.end()
    if text.startswith("半", at) and text[at - 1] in "成倍":
        reading.number = Number(
            reading.number.value + Decimal("0.5"), Decimal("0.5"), reading.number.printed, grouped=True
        )
        return at + 1
    tenth = _TENTH.match(text, at) if text[at - 1] == "成" else None
    if tenth:
        reading.number = Number(
            reading.number.value + Decimal(NUMERALS_TO_NINE.index(tenth.group()) + 1) / 10,
            Decimal("0.1"),
            reading.number.printed,
            grouped=True,
        )
        return tenth.end()
    return at


NUMERALS_TO_NINE = "一二三四五六七八九"
_TENTH = re.compile(rf"[{NUMERALS_TO_NINE}](?=[,;。、)!?]|左右|以上|$)")
"""The hundredths after tenths: 一成一 is eleven percent."""


def _take_bound(reading: Reading, found: re.Match[str] | None, at: int) -> int:
    if not found:
        return at
    if found.group() == "来" and (reading.prefixed or found.string[found.start() - 1] in "nks"):
        return at
    if reading.bound == "exact":
        reading.bound = "about" if found.group() == "来" else "at_least"
    return found.end()


def _take_scale(text: str, reading: Reading, at: int) -> int:
    found = SCALE.match(text, at)
    if found:
        reading.scale = SCALES[found.group(1)]
        at = reading.scaled = found.end()
        at = _take_second_scale(text, reading, at)
        return at if text.startswith("来", at) else _take_bound(reading, MORE.match(text, at), at)
    found = SHORT_SCALE.match(text, at) if reading.prefixed else _LOOSE_SCALE.match(text, at)
    if found:
        reading.scale = SHORT_SCALES[found.group(1)]
        reading.scaled = found.end(1)
        return reading.scaled
    return at


_LOWER = re.compile(rf"([0-9]{{1,4}}(?:\.[0-9]+)?|[{NUMERALS}]{{1,7}})(万)?")


def _take_second_scale(text: str, reading: Reading, at: int) -> int:
    """Read on in 2亿3000万 and 一万二千."""
    scale = reading.scale
    if scale not in {SCALES["万"], SCALES["亿"]} or text[at - 1] not in "万亿":
        return at
    found = _LOWER.match(text, at)
    if not found or (scale == SCALES["万"] and found.group(2)):
        return at
    number = read_digits(found.group(1)) if found.group(1)[0].isascii() else read_numeral(found.group(1))
    if number is None or (scale == SCALES["亿"] and not found.group(2)):
        return at
    number = number.scaled(SCALES["万"] if found.group(2) else ONE)
    if number.value >= scale or scale is None:
        return at
    reading.number = Number(reading.number.value * scale + number.value, number.step, grouped=True)
    reading.scale = ONE
    return found.end()


_APIECE = " apiece"


def _take_per(text: str, reading: Reading, at: int) -> int:
    """Take in what a number is for or how often it comes (`a tonne`, `/d`, 每吨); return where it ends."""
    if reading.per is not None or reading.by is not None:
        return at
    measure = reading.measure
    if measure is not None and measure.sort not in {"quantity", "count"}:
        return at
    if reading.bare and not text.startswith("/", at):
        return at
    if reading.currency is not None and measure is None and text.startswith(_APIECE, at):
        reading.per, reading.per_span = ONE_OF["piece"], (at, at + len(_APIECE))
        return at + len(_APIECE)
    found = PER.match(text, at)
    if not found:
        return at
    name = found.group(1)
    if name is None:
        reading.by = BY_TIME[found.group(2)]
    elif name in PERIODS and _SINCE.match(text, found.end()):
        return at  # 1.9 million tonnes a year ago
    elif name in PERIODS and not reading.bare and (measure is not None or name not in {"a", "d", "y"}):
        reading.by = PERIODS[name]
    elif measure is not None:
        reading.skip = measure.sort == "quantity"
        return found.end() if reading.skip else at
    else:
        reading.per = ONE_OF.get(name)
        if reading.per is None:
            return at
        if reading.bare and reading.scale == SCALES["万"]:
            reading.currency = "CNY"
        elif reading.bare:
            reading.weak = True
    reading.per_span = (at, found.end())
    return found.end()


def price_unit(text: str, at: int) -> tuple[int, int] | None:
    """Return the span of ` a tonne` or `/t` at a place."""
    found = PER.match(text, at)
    return found.span() if found and (found.group(1) or "") in ONE_OF else None


def take_price_unit(text: str, reading: Reading, limit: int) -> None:
    """Take in ` per tonne` behind the end of a range whose other end prints the currency, where no other reading has it."""
    found = PER.match(text, reading.end)
    per = ONE_OF.get(found.group(1) or "") if found else None
    if found and per is not None and found.end() <= limit:
        reading.per, reading.per_span, reading.end = per, found.span(), found.end()


def take_later_bound(text: str, reading: Reading, at: int) -> int:
    """Take in 以上, 左右, ` or more` and the like; return where they end."""
    found = BOUND_AFTER.match(text, at)
    if not found:
        return at
    word = found.group()
    if reading.bare and not reading.scale and word in {"+", "多", "起", "余"}:
        return at
    if reading.bound == "exact":
        reading.bound = BOUNDS_AFTER[word]
    return found.end()
