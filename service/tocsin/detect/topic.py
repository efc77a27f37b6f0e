"""Topic: what an article speaks of as a whole, and whether it speaks of trade in goods at all.

A Chinese text about phones, medicines or games names metals and moves as often as market news does. What it lacks is the
words of trade: tonnes, futures, output, warehouses.
"""

from collections import Counter
from collections.abc import Sequence

from tocsin.detect.drafts import Draft
from tocsin.detect.hits import Context, Found, Hit
from tocsin.detect.text import Folded, Sentence

MAIN = 0.4
"""Share of all mentions of commodities from which on the headline's is what the text is about."""
SHORT = 250
"""Characters below which a text is too short to be judged by its words."""
TRADE = 8
"""Words of trade in a thousand characters, below which a Chinese text speaks of other things."""
_GENERAL = frozenset("涨跌矿")
"""Words of trade that other texts use as often."""
_POLICY = frozenset(["export_control", "large_contract", "mna", "smuggling", "stockpiling"])
"""What is told in words of policy and law, not of trade."""


def headline(sentences: Sequence[Sentence], found: Sequence[Found]) -> list[Hit]:
    """Return the commodities that the parts of the headline name."""
    return [hit for s, item in zip(sentences, found, strict=True) if s.order == 0 for hit in item.commodities]


def single(commodities: Sequence[Hit]) -> list[Hit]:
    """Return the last commodity of a sentence that speaks of one or two; of more none is what it is about."""
    distinct = list({hit.id: hit for hit in reversed(commodities)}.values())
    return [distinct[-1]] if 1 <= len(distinct) <= 2 else []


def topics(found: Sequence[Found]) -> frozenset[str]:
    """Return the commodities that two sentences or the headline speak of."""
    counts = Counter(id_ for item in found for id_ in {hit.id for hit in item.commodities})
    return frozenset(id_ for id_, n in counts.items() if n > 1) | {hit.id for hit in found[0].commodities}


def is_main(title: Sequence[Hit], found: Sequence[Found]) -> bool:
    """Tell whether the text is about the commodity of its headline."""
    ids = [hit.id for item in found for hit in item.commodities]
    return not ids or sum(id_ in {hit.id for hit in title} for id_ in ids) >= MAIN * len(ids)


def of_trade(
    drafts: list[Draft], hits: Sequence[Hit], contexts: Sequence[Context], folded: Folded, sentences: Sequence[Sentence]
) -> list[Draft]:
    """Return the drafts that stand: all of them, unless a Chinese article of more than a paragraph hardly speaks of trade."""
    low = folded.low
    chinese = sum(s.chinese for s in sentences) * 2 >= len(sentences)
    if sentences[-1].paragraph == 0 or len(low) < SHORT or not chinese:
        return drafts
    words = sum(not id_ and low[start:end] not in _GENERAL for start, end, id_ in contexts)
    words += sum(hit.kind == "market" for hit in hits)
    if words * 1000 >= TRADE * len(low):
        return drafts
    return [draft for draft in drafts if draft.type in _POLICY]
