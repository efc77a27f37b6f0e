"""Twins: two candidates of one word: what a central bank `bought` is no takeover, and a line that `fires up` is output and a new source.

What the other was given is the fact's as well, and would be lost with one that is dropped.
"""

from collections.abc import Sequence

from tocsin.detect.magnitudes.slots import assign, worth
from tocsin.detect.scenes.drafts import Draft
from tocsin.detect.scenes.scene import Scene


def lend_to_twins(kept: Sequence[Draft], dropped: Sequence[Draft], scene: Scene) -> None:
    """Give facts without an amount what they make of those of a candidate of another type whose word is part of their own."""
    for draft in kept:
        if draft.amounts:
            continue
        lost = [
            amount
            for others in (dropped, kept)
            for other in others
            if other.type != draft.type and _is_part(other, draft)
            for amount in other.amounts.values()
        ]
        if lost:
            draft.amounts = worth(assign([draft.candidate], lost, scene)[0], scene)


def _is_part(other: Draft, draft: Draft) -> bool:
    start, end = draft.candidate.extent
    return start <= other.candidate.start < end
