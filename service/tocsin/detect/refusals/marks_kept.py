"""Marks kept: a price that goods only hold, beside what they did otherwise, is no standstill of its own.

`Copper futures climbed to $9,800 and the cash metal held above $9,700` tells one rise; the mark held says how high, not that nothing moved.
"""

import re
from collections.abc import Sequence

from tocsin.detect.scenes.drafts import Draft

_HOLDS = re.compile(
    r"(?:held|holds?|holding|stayed|stays?|remained|remains?) (?:(?:firm|well|comfortably|just) )?(?:above|near|around|over|at)\b"
)


def without_marks_kept(drafts: Sequence[Draft], low: str) -> list[Draft]:
    """Return the drafts of one sentence, without standstills that only hold a mark beside another move of the same goods."""
    moved = {id_ for draft in drafts if draft.type == "price_move" and draft.direction != "flat" for id_ in draft.ids}
    return [draft for draft in drafts if not _keeps_mark(draft, low) or moved.isdisjoint(draft.ids)]


def _keeps_mark(draft: Draft, low: str) -> bool:
    return (
        draft.type == "price_move"
        and draft.direction == "flat"
        and not draft.sentence.chinese
        and _HOLDS.match(low, draft.candidate.start) is not None
    )
