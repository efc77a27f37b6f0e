"""Nearby: whether words stand right before an English fact, or shortly behind it, that make something else of it."""

import re

from tocsin.detect.scenes.drafts import Draft
from tocsin.detect.scenes.scene import Scene
from tocsin.messages import Span

NEAR = 72
"""Characters before a fact within which the words stand that make it none."""
OF_OLD = re.compile(r"(?:ed|fell|rose|slid|sank|shrank|grew|went|lost|came|took|hit|broke)\Z")
"""A verb of what was, which no rule of thumb has."""
AROUND = 40
"""Characters behind a frame in which its object goes on."""


def precede(words: re.Pattern[str], draft: Draft, scene: Scene) -> bool:
    """Tell whether words end where a fact begins; of all but deals, whose parties stand apart, also where its trigger does."""
    first, trigger = draft.candidate.extent[0], draft.candidate.start
    places = {first} if draft.type == "mna" else {first, trigger}
    low, floor = scene.low, draft.sentence.start
    for place in places:  # noqa: SIM110 - a generator would cost as much as the search
        if words.search(low[max(floor, place - NEAR) : place]):
            return True
    return False


def lead(words: re.Pattern[str], draft: Draft, scene: Scene, within: int | None = None) -> bool:
    """Tell whether the sentence has such words before a fact, begun no more than so many characters before it."""
    return scene.says_before(words, draft.candidate.extent[0], within) is not None


def around(draft: Draft) -> Span:
    """Return the span of a fact with what its object may still say."""
    start, end = draft.candidate.extent
    return start, min(draft.sentence.end, end + AROUND)
