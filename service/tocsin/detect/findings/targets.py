"""Targets: what a firm that is bought has, where the sentence right behind the deal says so.

`Halden buys Orvane for $90 million. Orvane's main asset is the Toro copper mine` is a deal about copper, whatever the buyer mines.
"""

import re
from collections.abc import Sequence

from tocsin.detect.scenes.drafts import Draft
from tocsin.detect.texts.text import Folded, Sentence
from tocsin.detect.words.hits import Found
from tocsin.detect.words.joined import joined

_HAS = re.compile(
    r"(?P<name>[A-Z][\w-]+)(?: [A-Z][\w&.-]+){0,4}(?:['’]s?)? "
    r"(?:(?:[a-z-]+ ){0,3}(?:assets?|projects?|propert(?:y|ies)|mines?|portfolio|deposits?|operations?) (?:is|are|includes?|comprises?|consists? of)|(?:wholly |also |fully )?(?:owns|operates|holds|controls|runs)) "
)
"""What tells what a firm has: `Orvane's flagship asset is`, `Orvane owns`."""


def take_from_targets(
    drafts: Sequence[Draft], sentences: Sequence[Sentence], found: Sequence[Found], folded: Folded
) -> None:
    """Give English deals that name no goods behind their verb those of the firm that is bought, told in the next sentence."""
    for draft in drafts:
        order = draft.sentence.order
        if draft.type != "mna" or draft.sentence.chinese or order + 1 >= len(sentences):
            continue
        start = draft.candidate.start
        if any(start <= hit.start < draft.sentence.end for hit in draft.commodities):
            continue
        behind = sentences[order + 1]
        told = _HAS.match(folded.plain, behind.start, behind.end)
        if told is None or folded.plain.find(told["name"], start, draft.sentence.end) < 0:
            continue
        goods = next((hit for hit in found[order + 1].commodities if hit.start >= told.end()), None)
        if goods is not None:
            draft.commodities, draft.carried = joined(goods, found[order + 1], folded.low), True
