"""Spelt out: contracts told of a group of goods, where a sentence soon after says which of them are delivered.

`The critical minerals producer signed an offtake agreement` and `it will supply 800 tonnes of rare earth carbonate a year` tell one
contract; a firm is called after the group, and buyers take goods.
"""

from collections.abc import Sequence

from tocsin.detect.scenes.drafts import Draft
from tocsin.messages import Modality

_REACH = 4
"""Sentences behind a contract within which its goods are told."""


def spelt_out(drafts: Sequence[Draft], groups: frozenset[str]) -> list[Draft]:
    """Return the drafts without contracts of a group that a later one tells by its goods; that one keeps their sentences."""
    kept: list[Draft] = []
    for draft in drafts:
        told = _told_later(draft, drafts, groups)
        if told is None:
            kept.append(draft)
            continue
        told.also = [draft.sentence, *told.also]
        told.companies = told.companies or draft.companies
        told.roles = told.roles or draft.roles
        told.relevance = max(told.relevance, draft.relevance)
    return kept


def _told_later(draft: Draft, drafts: Sequence[Draft], groups: frozenset[str]) -> Draft | None:
    """Return the contract that says which goods of its group a contract is about; None where there is none, or it counts its own."""
    if not _is_contract(draft) or draft.amounts or not draft.ids or not groups.issuperset(draft.ids):
        return None
    order = draft.sentence.order
    return next(
        (
            other
            for other in drafts
            if other is not draft
            and _is_contract(other)
            and 0 < other.sentence.order - order <= _REACH
            and groups.isdisjoint(other.ids)
            and other.ids
        ),
        None,
    )


def _is_contract(draft: Draft) -> bool:
    told = draft.modality not in {Modality.DENIED, Modality.HISTORICAL}
    return draft.type == "large_contract" and draft.direction != "terminate" and told
