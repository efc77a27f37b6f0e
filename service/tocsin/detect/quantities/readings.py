"""All readings of a text: where a number begins, how it is written, and whether it is a date, a code or a counted thing.

Work starts at digits, Chinese numerals and number words, looks a bounded way left on reversed text and right by tries, and
goes on behind what it read, so the time is linear in the text whatever it holds.
"""

import re
from decimal import Decimal
from operator import methodcaller

from tocsin.detect.quantities.measures import AFTER_NUMBER, COUNT, COUNT_NOUNS
from tocsin.detect.quantities.numbers import (
    DIGITS,
    NUMBER_WORDS,
    NUMERALS,
    ONE,
    SCALES,
    WORDED,
    Number,
    read_digits,
    read_numeral,
    read_words,
    spaced_groups,
    with_fraction,
)
from tocsin.detect.quantities.prefixes import look_for_rise, look_left, reversed_before
from tocsin.detect.quantities.reading import Reading
from tocsin.detect.quantities.suffixes import look_right, take_later_bound
from tocsin.detect.quantities.surroundings import (
    BOUNDS_BEFORE,
    NAMED_BEFORE,
    Bound,
)
from tocsin.detect.texts.tries import longest_of

_ANCHOR = re.compile(
    rf"[&0-9{NUMERALS}翻减腰折倍半过近对万](?:(?<=[0-9])[0-9]*(?:[.,][0-9]+)*|(?<=[{NUMERALS}])[{NUMERALS}]*(?:点[{NUMERALS}]+)?"
    r"|(?<=&)#[0-9]{1,6};|(?<=翻)|(?<=减)半|(?<=腰)斩|(?<=折)半|(?<=倍)增|(?<=半)数|(?<=[过近对])半|(?<=万)(?=[余多]))"
)
"""Where a number begins, and how far its digits go. The class before the alternatives is found many times faster."""
_ASCII_ANCHOR = re.compile(r"[&0-9](?:(?<=[0-9])[0-9]*(?:[.,][0-9]+)*|(?<=&)#[0-9]{1,6};)")
_HUNDREDTHS = re.compile(rf"分之(?:({DIGITS})|([{NUMERALS}]+)(?:点([{NUMERALS}]+))?)")
_DOUBLED = re.compile(rf"翻(?:了|近|约|超){{0,2}}(?:([{NUMERALS}0-9])?(番|倍)|一番)")
_LETTERS = bytes(code if chr(code) in "abcdefghijklmnopqrstuvwxyz" else 32 for code in range(256))
"""A space for everything but letters."""
_FOLDED = "(?:two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|hundred|thousand)"
_WORDED = re.compile(
    r"(?<![a-z0-9-])(?:(?:a|one)[ -](?:third|fifth|sixth|seventh|eighth|tenth)(?![a-z]| (?:daily|weekly|monthly|quarterly|yearly|annual|session|day|week|month|year|quarter|time|straight|consecutive|successive|running|party|country|person|term|mine|furnace|line|train|plant|round|phase|stage|smelter|field|well|tranche|big|further|large|output|hike|batch|cargo|shipment|auction|tender)\b)|two[ -](?:thirds|fifths)(?![a-z])"
    r"|three[ -](?:quarters|fifths)(?![a-z])|(?:four[ -]fifths|five[ -]sixths)(?![a-z])|(?:three|seven|nine)[ -]tenths(?![a-z])"
    r"|a(?= (?:dollar|cent|dlr) (?:a|an|per) )"
    rf"|{WORDED}|{_FOLDED}fold(?![a-z0-9])"
    r"|(?:doubled|doubles|doubling|tripled|triples|tripling|trebled|trebling|quadrupled|quadrupling|quintupled|halved)(?![a-z0-9])"
    r"|double(?= (?:the|its|their|to|from|in|by|since|over|this|last|that)(?![a-z])|\Z)|halving (?:of|its|their|the|output|production|exports|imports|prices)(?![a-z])|halves (?:its|the|output|production)(?![a-z])"
    r"|(?<!first )(?<!second )(?<!latter )(?<!other )(?<!1st )(?<!2nd )(?<!eastern )(?<!western )(?<!northern )(?<!southern )(?<!upper )(?<!lower )half of(?![a-z])"
    r"|(?:one-quarter|a quarter of)(?![a-z])|a quarter(?= (?:more|less|dearer|cheaper|higher|lower|above|below)\b))"
    r"|(?<![a-z0-9])(?:by|in) (?:about |nearly |almost |roughly |around |over |more than )?(?:half|a quarter|a half)(?![a-z0-9-])"
)
_STATED = {
    "doubl": (100, 10, True), "tripl": (200, 10, True), "trebl": (200, 10, True), "quadr": (300, 10, True),
    "quint": (400, 10, True), "halve": (50, 10, True), "halvi": (50, 10, True),
}  # fmt: skip
_FRACTIONS = {"half": 2, "quarter": 4, "third": 3, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "tenth": 10}
"""Parts of a whole, and how many of them it has."""
_STEPS = {2: 10, 4: 5, 5: 5}
"""One unit of the last digit that such a part tells, in percent; of the others it is one percent."""
_TIMES_A_PART = {"two": 2, "three": 3, "four": 4, "five": 5, "seven": 7, "nine": 9}
_TRIGGERS = frozenset(
    word.encode()
    for word in NUMBER_WORDS
    | frozenset(
        "doubled doubles doubling double tripled triples tripling trebled trebling quadrupled quadrupling quintupled halved halves"
        " halving half third fifth sixth seventh eighth tenth thirds fifths sixths quarters quarter tenths tenfold dollar cent dlr".split()
    )
    | {f"{n}fold" for n in NUMBER_WORDS}
)
"""Words of which a text must hold one to have a number in words."""
_LEAD = 24
"""Characters before such a word within which its number begins: `by more than half`."""
_START = methodcaller("start")

_STOP_WORDS = (
    "of in to and or by from at on for with as is was were are has had have be per than that which year month day week percent"
    " million billion after before since until over under when while but the a an more compared who where if not so then"
    " within between during into out up down off against versus vs it its their his our new-york"
).split()
_HOW_MANY = rf"(?:[0-9]{{1,3}}|{longest_of(sorted(NUMBER_WORDS))})(?= )"
"""Of how many some are told: `14 of 33 smelters`."""
_PACKET = r"(?: [0-9]{1,3}[- ](?:kg|kgs|kilo|kilos|kilogram|kilograms|lb|lbs|pound|pounds)(?= ))"
"""What one of the things counted holds: `2.9 million 60-kg bags`."""
_NOUN = re.compile(
    rf"(?: of(?: (?:the|its|their|(?:[a-z]+ )?[a-z]+['’]s?)(?: {_HOW_MANY})?| {_HOW_MANY}))?(?: (?!{longest_of(_STOP_WORDS)})[a-z][a-z'-]{{0,15}}){{0,3}}?{_PACKET}? (?:{longest_of(COUNT_NOUNS)})(?!-)"
)
_PERCENT = AFTER_NUMBER["percent"]
_TIMES = AFTER_NUMBER["times"]


def read_all(text: str) -> list[Reading]:
    """Return the readings of a text from left to right; they do not overlap."""
    anchors = list((_ASCII_ANCHOR if text.isascii() else _ANCHOR).finditer(text))
    told = _TRIGGERS.intersection(text.encode("ascii", "replace").translate(_LETTERS).split())
    if told:
        first = min([text.find(word.decode()) for word in told])
        anchors += _WORDED.finditer(text, max(0, first - _LEAD))
        anchors.sort(key=_START)
    readings: list[Reading] = []
    previous = -1
    for anchor in anchors:
        start, end = anchor.span()
        if start < previous:
            continue
        reading = _read(text, anchor.group(), start, end, previous)
        if reading is not None:
            previous = max(reading.end, end)
            readings.append(reading)
    return readings


def _read(text: str, printed: str, start: int, end: int, previous: int) -> Reading | None:
    first = printed[0]
    if first == "&":
        return None
    if "0" <= first <= "9":
        return _read_digits(text, printed, start, end, previous)
    if "a" <= first <= "z":
        return _read_worded(text, printed, start, end, previous)
    return _read_chinese(text, printed, start, end, previous)


def _read_digits(text: str, printed: str, start: int, end: int, previous: int) -> Reading | None:
    """Read a number in digits, its groups and fractions with it; a code or a date sets `skip`."""
    before = text[start - 1] if start > max(previous, 0) else " "
    spaced_end = spaced_groups(text, start, end)
    if spaced_end != end:
        spaced = _read_number(text, read_digits(text[start:spaced_end].replace(" ", "")), start, spaced_end, previous)
        if spaced is not None and not spaced.bare and not spaced.skip:
            return spaced
    if before == "." and _NAKED.match(text, start - 1) and (below := read_digits(f"0.{printed}")) is not None:
        return _read_number(text, below, start - 1, end, previous)  # `.2%`
    number = read_digits(printed)
    if text[end : end + 1] in {"-", " "} and (finer := with_fraction(number, text, end)):
        number, end = finer
    reading = _read_number(text, number, start, end, previous)
    if reading is None:
        return None
    if reading.left == start and _is_code(text, before, start, previous):
        priced = reading.currency is not None and reading.per is not None
        counted = reading.scale is not None and not text[reading.number_end : reading.number_end + 1].isascii()
        # a symbol stands right before its price, or before ten thousands of itself: APT13.2万元/吨, 采购MHP3.5万吨
        reading.skip = not (before.isalpha() and (priced or counted))
    elif reading.bare and not reading.skip:
        _judge_bare(text, reading, before)
    return reading


def _is_code(text: str, before: str, start: int, previous: int) -> bool:
    """Tell whether what stands before a number makes it part of a name, an ordinal, a date or an address."""
    if before == " ":
        return False
    if before in "第_@#.&⁄":
        return True
    if before.isascii() and before.isalpha():
        return True
    if before == "/" and is_spread(text, start - 1):
        return False
    if before in "-/:–" and (before in "/:" or start - 2 >= previous) and start >= 2:
        earlier = text[start - 2]
        return earlier.isascii() and earlier.isalnum()
    return False


_BID = re.compile(r"(?<![\d,.])\d{1,3}(?:,\d{3})+(?:\.\d+)?\Z")
_OFFER = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?(?![\d/])")
_SPREAD = 1.02
"""How far above a bid its offer stands at most."""


def is_spread(text: str, stroke: int) -> bool:
    """Tell whether a stroke parts what buyers bid from what sellers ask: `6,860/6,870`."""
    bid, offer = _BID.search(text, max(0, stroke - 12), stroke), _OFFER.match(text, stroke + 1)
    if bid is None or offer is None:
        return False
    low, high = (float(found.group().replace(",", "")) for found in (bid, offer))
    return low < high <= low * _SPREAD


_NAKED = re.compile(r"(?<![\w.,])\.\d{1,2}(?: ?%| ?pct?\b| per ?cent\b)")
"""A percentage below one without its naught, as American houses print it."""
_MAY = re.compile(r" may,? (?:19|20)[0-9]{2}")
_COMPACT_DATE = re.compile(r"(?:19|20)[0-9]{2}(?:0[1-9]|1[0-2])[0-3][0-9]")


def _judge_bare(text: str, reading: Reading, before: str) -> None:
    """Find counted things after a number without a unit, and mark dates, codes and references."""
    start, end = reading.start, reading.end
    after = text[end] if end < len(text) else " "
    number = reading.number
    year = not number.grouped and number.printed and 1900 <= number.value <= 2099 and reading.scale is None
    if NAMED_BEFORE.match(reversed_before(text, reading.left)) and not reading.scale and not reading.sign:
        reading.skip = True
        return
    if after in " -" and not year and number.value * (reading.scale or ONE) % 1 == 0:
        found = _NOUN.match(text, end)
        if found:
            reading.measure, reading.end, reading.tail = COUNT, found.end(), found.end()
            return
    following = text[end + 1] if end + 1 < len(text) else " "
    plain = reading.sign == 0 and reading.bound == "exact" and reading.scale is None
    if (
        (after == " " and _MAY.match(text, end))
        or (after.isascii() and (after.isalpha() or after in "_@#"))
        or (after == "/" and following.isascii() and following.isalnum() and not is_spread(text, end))
        or (after in "-.:⁄" and following.isascii() and following.isalnum() and (after != "-" or following.isalpha()))
        or (plain and before in "([（【" and after in ",)]）】")
        or (reading.sign <= 0 and not number.grouped and _COMPACT_DATE.fullmatch(text, start, reading.number_end))
        or (plain and after in ")]" and number.value < 100)
    ):
        reading.skip = True
    if plain and number.value < 100 and after in "、. " and _opens(text, start):
        reading.opening = True
    if year and plain:
        reading.weak = reading.year = True


def _opens(text: str, start: int) -> bool:
    """Tell whether a place opens a text, a line or a sentence, where a number without a unit counts items or sections."""
    before = text[max(0, start - 3) : start].rstrip(" ")
    return not before or before[-1] in "\n.:;。；！!?？"


def _read_worded(text: str, printed: str, start: int, end: int, previous: int) -> Reading | None:
    """Read a number in English words: stated (`doubled`), a fraction, a count of things."""
    stated = _STATED.get(printed[:5])
    if stated is not None:
        value, step, change = stated
        return _state(text, Number(Decimal(value), Decimal(step)), start, end, previous, change=change)
    if printed[:3] in {"by ", "in "}:
        if printed.startswith("in ") and printed != "in half":
            return None
        return _read_fraction(text, printed, start, end, previous)
    printed = printed.removesuffix(" of")
    if printed.replace("-", " ").split(" ")[-1].removesuffix("s") in _FRACTIONS:
        return _read_fraction(text, printed, start, end, previous)
    if printed == "a":
        return _read_number(text, Number(ONE, ONE, printed=False), start, end, previous)
    if printed.endswith("fold"):
        printed, end = printed[:-4], end - 4
    reading = _read_number(text, read_words(printed), start, end, previous)
    if reading is not None and reading.bare and not reading.skip:
        found = _NOUN.match(text, end) if printed != "one" else None
        if found:
            reading.measure, reading.end, reading.tail = COUNT, found.end(), found.end()
        else:
            reading.weak = True
    return reading


def _read_fraction(text: str, printed: str, start: int, end: int, previous: int) -> Reading:
    """Read `a third`, and `by nearly half` with the bound inside it."""
    words = printed.split(" ")
    parts = _FRACTIONS[words[-1].split("-")[-1].removesuffix("s")]
    times = _TIMES_A_PART.get(printed.replace("-", " ").split(" ")[0], 1)
    share = Decimal(100 * times) / parts
    value = share if share == share.to_integral_value() else round(share, 4)
    number = Number(value, Decimal(_STEPS.get(parts, 1)))
    reading = _state(text, number, start, end, previous, change=False)
    if words[0] == "by":
        reading.part = "by"
        reading.bound = BOUNDS_BEFORE.get(" ".join(words[1:-1]).removesuffix(" a"), "exact")
    return reading


def _state(text: str, number: Number, start: int, end: int, previous: int, *, change: bool) -> Reading:
    """Return a share of a whole that words state, with the bound before it."""
    reading = Reading(start, end, number)
    reading.measure, reading.change = _TIMES if change else _PERCENT, change
    reading.scale = Decimal("0.01") if change else ONE
    look_left(text, reading, previous)
    reading.end = take_later_bound(text, reading, end)
    return reading


def _read_chinese(text: str, printed: str, start: int, end: int, previous: int) -> Reading | None:
    """Read a number in Chinese numerals; without a unit it counts only where another lends one."""
    if printed == "翻":
        return _read_doubled(text, start, previous)
    if printed in _CHINESE_WORDS:
        value, bound, change = _CHINESE_WORDS[printed]
        stated = _state(text, Number(Decimal(value), Decimal(10)), start, end, previous, change=change)
        stated.bound = bound or stated.bound
        return stated
    parts = _HUNDREDTHS.match(text, end)
    if parts:
        return _read_parts(text, printed, parts, start, previous)
    if printed in _ROUND:
        if text[end : end + 1] not in {"余", "多"}:
            return None
        number: Number | None = Number(SCALES[printed], SCALES[printed], printed=False, grouped=True)
    else:
        number = _with_decimals(printed)
    if text.startswith("半", end) and printed == "一":
        return _state(text, Number(Decimal(50), Decimal(10)), start, end + 1, previous, change=False)
    if number is None or (start > 0 and text[start - 1] in "第数几每周期"):
        return None
    reading = _read_number(text, number, start, end, previous)
    if reading is None:
        return None
    if (
        printed == "一"
        and reading.scale is None
        and reading.measure is not None
        and reading.measure.sort in {"count", "days"}
    ):
        return None
    if reading.bare or reading.skip:
        reading.weak = True
    return reading


_CHINESE_WORDS: dict[str, tuple[int, Bound | None, bool]] = {
    "减半": (50, None, True), "腰斩": (50, None, True), "折半": (50, None, True), "倍增": (100, None, True),
    "半数": (50, None, False), "对半": (50, None, False), "过半": (50, "at_least", False), "近半": (50, "about", False),
}  # fmt: skip


_ROUND = frozenset("百千万")


def _with_decimals(printed: str) -> Number | None:
    whole, dot, decimals = printed.partition("点")
    number = read_numeral(whole)
    if number is None or not dot:
        return number
    digits = [read_numeral(c) for c in decimals]
    if any(d is None or d.value > 9 for d in digits):
        return None
    tail = "".join(str(d.value) for d in digits if d is not None)
    return Number(Decimal(f"{number.value}.{tail}"), ONE.scaleb(-len(tail)), printed=False, grouped=True)


def _read_doubled(text: str, start: int, previous: int) -> Reading | None:
    """Read 翻番, 翻一番, 增长两倍 as a change in percent."""
    found = _DOUBLED.match(text, start)
    if not found:
        return None
    times, way = found.group(1), found.group(2)
    number = (read_digits(times) if times and times.isascii() else read_numeral(times)) if times else Number(ONE, ONE)
    if number is None or number.value > 10:
        return None
    value = (2**number.value - 1) if way == "番" else number.value
    reading = _state(text, Number(Decimal(value) * 100, Decimal(10)), start, found.end(), previous, change=True)
    words = found.group()
    if reading.bound == "exact" and ("近" in words or "约" in words):
        reading.bound = "about"
    elif reading.bound == "exact" and "超" in words:
        reading.bound = "at_least"
    return reading


def _read_parts(text: str, printed: str, parts: re.Match[str], start: int, previous: int) -> Reading | None:
    """Read 百分之五 and 三分之一."""
    if "点" in printed:
        return None
    below = Number(Decimal(100), ONE) if printed == "百" else read_numeral(printed)
    above = read_digits(parts.group(1)) if parts.group(1) else _with_decimals(text[parts.start() + 2 : parts.end()])
    if printed.endswith("百") and len(printed) > 1:
        below = None
    if below is None or above is None or below.value == 0 or above.value > 100_000:
        return None
    if below.value == 100:
        return _state(text, above, start, parts.end(), previous, change=False)
    value = round(above.value * 100 / below.value, 4)
    return _state(text, Number(value, ONE), start, parts.end(), previous, change=False)


def _read_number(text: str, number: Number | None, start: int, end: int, previous: int) -> Reading | None:
    if number is None:
        return None
    reading = Reading(start, end, number)
    look_left(text, reading, previous)
    look_right(text, reading)
    if reading.measure is not None and reading.measure.sort == "multiple" and text[reading.tail - 1] == "倍":
        look_for_rise(text, reading, previous)
    return reading
