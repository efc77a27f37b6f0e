"""How large a value is beside the company's revenue, where the sentences that tell the fact print it.

Read are the sentences quoted for the signal, and those of the article's other signals that name the same company: `six times
its annual sales` in figures, `30% of its 2024 revenue`, `占2024年营业收入的30%`, or a revenue in the value's own currency, by
which the value is divided. Sentences that led to no signal are not seen, since Findings do not carry them.
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
_OF = re.compile(
    rf"{_NUMBER}\s?(?P<unit>times|x|%|percent|per cent)\s{{1,3}}(?:of\s{{1,3}})?{_WORDS}{_REVENUE}", re.IGNORECASE
)
_OF_ZH = re.compile(
    rf"(?:占|相当于|达到?)[^。；,，]{{0,24}}?(?:营业(?:总)?收入|营收|销售收入)的?(?:比例|比重)?[为约达近]{{0,2}}\s?{_NUMBER}\s?(?P<unit>[%％倍])"
)
_ANNUAL = r"(?:annual|yearly|full-year|projected|expected|estimated|forecast|total|last year[’']s|fiscal|(?:19|20)\d\d)\s{1,3}"
_SUM = re.compile(
    rf"{_ANNUAL}(?:{_ANNUAL})?{_REVENUE}\s{{1,3}}(?:(?:of|was|is|at|to|be|were|came|about|around|roughly|some|nearly|over|"
    rf"approximately)\s{{1,3}}){{0,4}}(?P<sign>US\$|[$€£])\s?{_NUMBER}\s?(?P<scale>million|billion|mn|bn|m|b)\b",
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
    sentences = list(dict.fromkeys(_sentences(signal, findings)))
    for sentence in sentences:
        for pattern in (_OF, _OF_ZH):
            if (found := pattern.search(sentence)) is not None:
                return _number(found) * (100 if found["unit"].casefold() in ("times", "x", "倍") else 1)
    value = signal.magnitudes.value
    if value is None:
        return None
    for sentence in sentences:
        for pattern in (_SUM, _SUM_ZH):
            found = pattern.search(sentence)
            if found is None or _CURRENCIES[found["sign"].upper()] != value.unit:
                continue
            revenue = _number(found) * _SCALES[found["scale"].casefold()]
            if revenue > 0:
                return round(value.low / revenue * 100, 1)
    return None


def _sentences(signal: Signal, findings: Findings) -> Iterator[str]:
    mine = {actor.id or actor.name.casefold() for actor in signal.actors}
    for other in (signal, *findings.signals):
        if other is signal or not mine.isdisjoint(actor.id or actor.name.casefold() for actor in other.actors):
            for quoted in (other.evidence, *other.also):
                yield quoted.text[:MOST_READ]


def _number(found: re.Match[str]) -> Decimal:
    return Decimal(found["number"].replace(",", ""))
