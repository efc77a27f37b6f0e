"""Numbering: paragraphs about something else are not counted, so that they part nothing that stands around them.

How far a fact stands from the goods last named is counted in paragraphs and turns. A paragraph that names no goods and could
tell no fact leaves both as they would be without it; the order of a sentence, by which it weighs, stays.
"""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from itertools import accumulate

from tocsin.detect.hits import NOTHING, Found
from tocsin.detect.text import Sentence

LEAST = 3
"""Paragraphs from which on one can stand between two."""


def numbered(sentences: list[Sentence], found: Sequence[Found], unsaid: AbstractSet[int]) -> list[Sentence]:
    """Return the sentences, numbered without the paragraphs that speak of something else.

    `unsaid`: the sentences that may tell the price of goods which they do not name.
    """
    count = sentences[-1].paragraph + 1
    if count < LEAST:
        return sentences
    speaking = {0, count - 1}
    speaking.update(
        [each.paragraph for index, each in enumerate(sentences) if index in unsaid or _speaks_of_trade(found[index])]
    )
    if len(speaking) == count:
        return sentences
    before = list(accumulate([paragraph not in speaking for paragraph in range(count)]))
    told: list[Sentence] = []
    left_out = 0
    for sentence in sentences:
        left_out += sentence.paragraph not in speaking
        paragraph, turn = sentence.paragraph - before[sentence.paragraph], sentence.order - left_out
        told.append(sentence._replace(paragraph=paragraph, turn=turn) if left_out else sentence)
    return told


def _speaks_of_trade(found: Found) -> bool:
    """Tell whether a sentence names goods, who trades in them, a country, or what moves, and so goes on with its text."""
    return found is not NOTHING and bool(
        found.commodities
        or found.doubted
        or found.hints
        or found.named
        or found.moves
        or found.subjects
        or found.phrases
        or found.companies
        or found.bodies
        or found.countries
    )
