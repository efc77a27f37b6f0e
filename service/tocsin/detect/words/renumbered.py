"""Where sentences stand, counted as if paragraphs that name nothing of a market were not there.

So a paragraph about something else parts no two others, and puts nothing further down than it was.
"""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from tocsin.detect.texts.text import Sentence, make_sentence
from tocsin.detect.words.hits import NOTHING, Found


def renumbered(sentences: Sequence[Sentence], found: Sequence[Found]) -> list[Sentence]:
    """Return the sentences with orders and paragraphs in which one that names nothing takes no room."""
    told = zip(sentences, found, strict=True)
    naming = {s.paragraph for s, each in told if each is not NOTHING and _names_anything(each)}
    if len(naming) > sentences[-1].paragraph:
        return list(sentences)
    result: list[Sentence] = []
    less = paragraph = last = 0
    counts = True
    for sentence in sentences:
        if sentence.paragraph != last:
            paragraph, last = paragraph + counts, sentence.paragraph
            counts = last in naming
        start, end, _, order, chinese = sentence
        result.append(make_sentence((start, end, paragraph, order - less, chinese)))
        less += not counts
    return result


def taking_room(
    sentences: Sequence[Sentence], found: Sequence[Found], kept: AbstractSet[int]
) -> tuple[list[Sentence], list[Found]]:
    """Return the renumbered sentences that take room, and those that start where one to be kept does, with what each holds."""
    following = [sentence.order for sentence in sentences[1:]]
    told = zip(sentences, found, [*following, sentences[-1].order + 1], strict=True)
    pairs = [(s, each) for s, each, after in told if s.order == 0 or s.order != after or s.start in kept]
    return [sentence for sentence, _ in pairs], [each for _, each in pairs]


def _names_anything(found: Found) -> bool:
    """Tell whether a sentence has words of a market: goods, what they do or are counted by, who deals in them, trade."""
    return bool(
        found.commodities
        or found.subjects
        or found.companies
        or found.phrases
        or found.bodies
        or found.doubted
        or found.named
    )
