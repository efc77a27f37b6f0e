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
        if draft.type != "mna" or draft.sentence.chinese:
            continue
        start, after = draft.candidate.start, draft.sentence.order + 1
        if any(start <= hit.start < draft.sentence.end for hit in draft.commodities):
            continue
        for behind, each in zip(sentences, found, strict=True):
            if behind.order != after or (told := _HAS.match(folded.plain, behind.start, behind.end)) is None:
                continue
            goods = next((hit for hit in each.commodities if hit.start >= told.end()), None)
            if goods is not None and folded.plain.find(told["name"], start, draft.sentence.end) >= 0:
                draft.commodities, draft.carried = joined(goods, each, folded.low), True
