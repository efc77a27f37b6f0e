"""Headline goods: one headline of several goods, `Nickel, cobalt and zinc ease`, above sentences that tell of one of them each.

The sentence with a number would take the whole headline for its own good, and what only the headline tells of the others would be
lost. So the headline is dealt out: a part for each sentence that tells the same of some of its goods, and one for all others.
"""

from collections.abc import Sequence
from dataclasses import replace

from tocsin.detect.findings.merging import is_same
from tocsin.detect.scenes.drafts import Ancestors, Draft


def deal_out(drafts: Sequence[Draft], ancestors: Ancestors) -> list[Draft]:
    """Return the drafts, those of a headline of several goods in parts."""
    dealt: list[Draft] = []
    for draft in drafts:
        if draft.type == "price_move" and draft.sentence.order == 0 and len(draft.ids) > 1:
            dealt += _parts(draft, drafts, ancestors)
        else:
            dealt.append(draft)
    return dealt


def _parts(title: Draft, drafts: Sequence[Draft], ancestors: Ancestors) -> list[Draft]:
    """Return a headline's parts: the goods that a sentence below tells too, and all others, which none tells to do the contrary."""
    parts: list[Draft] = []
    rest = set(title.ids)
    for draft in drafts:
        if draft.type != title.type or draft.sentence.order == 0 or not draft.ids:
            continue
        told = {id_ for id_ in title.ids if id_ in draft.ids or any(id_ in ancestors(own) for own in draft.ids)}
        if draft.direction != title.direction:
            rest -= told
        elif told & rest and len(told) < len(title.ids) and is_same(title, draft, ancestors):
            parts.append(_part(title, told & rest))
            rest -= told
    if not parts:
        return [title]
    if rest:
        parts.append(_part(title, rest))
    return parts


def _part(title: Draft, ids: set[str]) -> Draft:
    """Return what a headline tells of some of its goods."""
    goods = [hit for hit in title.commodities if hit.id in ids]
    return replace(title, commodities=goods, amounts=dict(title.amounts), also=list(title.also))
