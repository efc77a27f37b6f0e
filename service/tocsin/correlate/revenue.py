"""How large a value is beside the company's revenue, where the sentences that tell the fact print it.

Read are the sentences quoted for the signal, those of the article's other signals that name the same company, and every
other sentence of the article that prints a revenue (Findings carry them), as long as it speaks of the signal's company: by
name, or as `the company`, `its`, `公司`, and of no other. Understood are `6 times its annual sales` (also in words: `half of`,
`twice`, `six times`), `30% of its 2024 revenue`, `占2024年营业收入的30%` (or 一半, 四成, 三倍), or a year's revenue in the value's own currency, by which the value is divided.
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from tocsin.messages.findings import Findings
from tocsin.messages.signal import Signal

MOST_READ = 2_000
"""Characters of a sentence that are read."""
_NUMBER = r"(?P<number>\d{1,3}(?:,\d{3}){1,4}(?:\.\d{1,4})?|\d{1,9}(?:\.\d{1,4})?)"
_WORDS = (
    r"(?:(?:the|its|their|our|a|an|company[’']s|group[’']s|firm[’']s|annual|yearly|total|whole|full-year|projected|expected|"
    r"estimated|forecast|current|last year[’']s|latest|audited|consolidated|net|fiscal|year|(?:19|20)\d\d)\s{1,3}){0,6}"
)
_REVENUE = r"(?:revenues?|sales|turnover)\b"
_OWNER = r"(?:(?:[\w&.-]{1,24}\s){0,3}[\w&.-]{1,24}[’']s?\s{1,3})?"
_ITSELF = re.compile(
    r"\b(?:its|their|our|(?:the|this)\s(?:company|group|firm|miner|producer|supplier|contractor|refiner|smelter))\b|公司|集团|本企业",
    re.IGNORECASE,
)
_DEAL = re.compile(
    r"\b(?:contracts?|orders?|deals?|agreements?|awards?|transactions?|acquisitions?)\b|合同|订单|金额|协议|中标|交易|收购",
    re.IGNORECASE,
)
"""What a share of revenue is a share of; exports and divisions have theirs too."""
_OF = re.compile(
    rf"{_NUMBER}\s?(?P<unit>times|x|%|percent|per cent)\s{{1,3}}(?:of\s{{1,3}})?{_OWNER}{_WORDS}{_REVENUE}",
    re.IGNORECASE,
)
_OF_ZH = re.compile(
    rf"(?:占|相当于|达到?)[^。；,，]{{0,24}}?(?:(?:主营)?(?:营业|业务)(?:总)?收入|营收|销售收入)的?(?:比例|比重)?[为约达近]{{0,2}}\s?{_NUMBER}\s?(?P<unit>[%％倍])"
)
_TIMES = {
    word: 100 * n for n, word in enumerate(("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"), 2)
}
_PARTS = {
    "twice": Decimal(200),
    "double": Decimal(200),
    "a third of": Decimal("33.3"),
    "one third of": Decimal("33.3"),
    "half": Decimal(50),
    "half of": Decimal(50),
    "two thirds of": Decimal("66.7"),
    "a quarter of": Decimal(25),
    "one quarter of": Decimal(25),
    "three quarters of": Decimal(75),
    **{f"{word} times": Decimal(percent) for word, percent in _TIMES.items()},
}
_IN_WORDS = re.compile(
    rf"\b(?P<words>{'|'.join(sorted(_PARTS, key=len, reverse=True))})\s{{1,3}}{_OWNER}{_WORDS}{_REVENUE}", re.IGNORECASE
)
_DIGITS_ZH = {digit: n for n, digit in enumerate("一二三四五六七八九十", 1)} | {"两": 2}
_IN_WORDS_ZH = re.compile(
    r"(?:占|相当于|达到?)[^。；,，]{0,24}?(?:(?:主营)?(?:营业|业务)(?:总)?收入|营收|销售收入)的?(?:比例|比重)?[为约达近]{0,2}"
    r"(?:(?P<digit>[一二两三四五六七八九十])(?P<unit>倍|成)|(?P<half>一半))"
)
_ANNUAL = r"(?:annual|yearly|full-year|projected|expected|estimated|forecast|total|last year[’']s|fiscal|(?:19|20)\d\d)\s{1,3}"
_SUM = re.compile(
    rf"{_ANNUAL}(?:{_ANNUAL})?{_REVENUE}\s{{1,3}}(?:(?:of|was|is|at|to|be|were|came|about|around|roughly|some|nearly|over|"
    rf"approximately)\s{{1,3}}){{0,4}}(?P<sign>US\$|[$€£])\s?{_NUMBER}\s?(?P<scale>million|billion|mn|bn|m|b)\b",
    re.IGNORECASE,
)
_SUM_LATER = re.compile(
    rf"{_REVENUE}\s{{1,3}}(?:(?:of|was|is|at|to|be|were|came|about|around|roughly|some|nearly|over|approximately|totalled|totaled|"
    rf"reached)\s{{1,3}}){{0,4}}(?P<sign>US\$|[$€£])\s?{_NUMBER}\s?(?P<scale>million|billion|mn|bn|m|b)\s{{1,3}}"
    r"(?:(?:in|for)\s(?:the\s)?(?:(?:fiscal|financial|full|calendar|whole)\s(?:year\s?)?)?(?:(?:19|20)\d\d|year)|last year|a year|annually|per year)\b",
    re.IGNORECASE,
)
_SUM_ZH = re.compile(
    rf"(?:年度?|全年)(?:实现)?(?:营业(?:总)?收入|营收|销售收入)[为约达近]{{0,2}}\s?{_NUMBER}\s?(?P<scale>[万亿])(?P<sign>元|人民币|美元)"
)
_SCALES = {
    "million": 10**6,
    "mn": 10**6,
    "m": 10**6,
    "billion": 10**9,
    "bn": 10**9,
    "b": 10**9,
    "万": 10**4,
    "亿": 10**8,
}
_CURRENCIES = {"US$": "USD", "$": "USD", "€": "EUR", "£": "GBP", "元": "CNY", "人民币": "CNY", "美元": "USD"}


def value_of_revenue(signal: Signal, findings: Findings) -> Decimal | None:
    """Return the value in percent of the company's annual revenue, None where nothing quoted tells it."""
    if signal.magnitudes.value is None and signal.type != "large_contract":
        return None
    quoted = list(dict.fromkeys(_quoted(signal, findings)))
    others = list(dict.fromkeys(_others(signal, findings)))
    for sentence in (*quoted, *filter(_DEAL.search, others)):
        for pattern in (_OF, _OF_ZH):
            if (found := pattern.search(sentence)) is not None:
                return _number(found) * (100 if found["unit"].casefold() in ("times", "x", "倍") else 1)
        if (worded := _in_words(sentence)) is not None:
            return worded
    value = signal.magnitudes.value
    if value is None:
        return None
    for sentence in (*quoted, *others):
        for pattern in (_SUM, _SUM_LATER, _SUM_ZH):
            found = pattern.search(sentence)
            if found is None or _CURRENCIES[found["sign"].upper()] != value.unit:
                continue
            revenue = _number(found) * _SCALES[found["scale"].casefold()]
            if revenue > 0:
                return round(value.low / revenue * 100, 1)
    return None


def _in_words(sentence: str) -> Decimal | None:
    """Return the share that a sentence tells in words, in percent."""
    if (found := _IN_WORDS.search(sentence)) is not None:
        return _PARTS[" ".join(found["words"].casefold().split())]
    if (found := _IN_WORDS_ZH.search(sentence)) is None:
        return None
    if found["half"]:
        return Decimal(50)
    return Decimal(_DIGITS_ZH[found["digit"]] * (100 if found["unit"] == "倍" else 10))


def _quoted(signal: Signal, findings: Findings) -> Iterator[str]:
    """Yield the sentences of the signal, and of other signals of its company."""
    mine = {actor.id or actor.name.casefold() for actor in signal.actors}
    for other in (signal, *findings.signals):
        if other is signal or not mine.isdisjoint(actor.id or actor.name.casefold() for actor in other.actors):
            for quoted in (other.evidence, *other.also):
                yield quoted.text[:MOST_READ]


def _others(signal: Signal, findings: Findings) -> Iterator[str]:
    """Yield the article's other sentences with a revenue that speak of the signal's company, or of none by name.

    A buyer's revenue says nothing of what the contract means to the seller.
    """
    mine = {actor.name.casefold() for actor in signal.actors if actor.role != "buyer"}
    mine |= {name.name.casefold() for name in signal.names}
    named = {actor.name.casefold() for other in findings.signals for actor in other.actors}
    named |= {name.name.casefold() for other in findings.signals for name in other.names}
    others = named - mine
    for told in findings.revenue:
        text = told.text[:MOST_READ]
        low = text.casefold()
        if any(name in low for name in mine) or (_ITSELF.search(text) and not any(name in low for name in others)):
            yield text


def _number(found: re.Match[str]) -> Decimal:
    return Decimal(found["number"].replace(",", ""))
