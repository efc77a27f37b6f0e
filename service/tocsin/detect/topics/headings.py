"""Headings: short lines below the headline that name what the lines after them are about."""

from collections.abc import Sequence

from tocsin.detect.texts.text import Sentence
from tocsin.detect.words.hits import Found, Hit

HEADING = 32
"""Characters of a line that heads a section: `Lead concentrate`."""


def is_all(hits: Sequence[Hit], sentence: Sentence) -> bool:
    """Tell whether the one word of goods is all that a line says."""
    return len(hits) == 1 and (hits[0].start, hits[0].end) == (sentence.start, sentence.end)


def heads(sentences: Sequence[Sentence], index: int, found: Found, low: str) -> bool:
    """Tell whether a sentence below the headline is the heading of a section: a short line by itself that tells nothing."""
    sentence = sentences[index]
    if not index or found.moves or sentence.end - sentence.start > HEADING or low[sentence.end - 1] in ".,;!?。,；！？":
        return False
    before, after = sentences[index - 1], sentences[index + 1 : index + 2]
    return before.paragraph < sentence.paragraph and all(sentence.paragraph < other.paragraph for other in after)
