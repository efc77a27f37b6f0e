"""Sentences that print a company's revenue, for the size of a contract beside it; correlate reads the number in them."""

import re
from collections.abc import Iterator, Sequence

from tocsin.detect.texts.text import Folded, Sentence, holds_any
from tocsin.messages import Signal

SIZED = frozenset({"large_contract", "mna"})
"""Types whose value is measured by a company's revenue."""
MOST, LONGEST = 4, 600
"""Sentences that are kept, and characters of one; a longer one is a table."""
_REVENUE = re.compile(r"\b(?:revenues?|sales|turnover)\b|营业(?:总)?收入|营收|销售收入")
_WORDS = ("revenue", "sales", "turnover", "营", "销售收入")
"""One of these stands in every such sentence."""
_SIZE = re.compile(r"\d|\b(?:times|twice|double|half|thirds?|quarters?)\b|[倍成半]")


def revenue_told(sentences: Sequence[Sentence], folded: Folded, signals: Sequence[Signal]) -> Iterator[Sentence]:
    """Yield the sentences with a revenue and a number, or a word for one, that none of the signals quotes; only where a signal is a deal."""
    if not any(signal.type in SIZED for signal in signals):
        return
    quoted = {quote.start for signal in signals for quote in (signal.evidence, *signal.also)}
    found = 0
    for sentence in sentences:
        start, end = sentence.start, sentence.end
        if end - start > LONGEST or not holds_any(folded.low, _WORDS, start, end):
            continue
        if _REVENUE.search(folded.low, start, end) is None:
            continue
        if _SIZE.search(folded.low, start, end) is None or folded.back(start, end)[0] in quoted:
            continue
        yield sentence
        found += 1
        if found == MOST:
            return
