"""Relevance and confidence: how much the article is about the fact, and how sure the rule is."""

import math
from collections.abc import Sequence

from tocsin.detect.scenes.drafts import Draft
from tocsin.messages import Modality


def relevance(draft: Draft, title_ids: frozenset[str], share: float) -> int:
    """Return 0-100: headline and lead first, then by paragraph; numbers and the article's own commodity weigh more.

    The items of a list stand side by side: being a later one makes none less.
    """
    order = min(draft.sentence.order, _LISTED) if draft.listed else draft.sentence.order
    points = 88 if order == 0 else 80 if order <= 2 else 66 if order <= 6 else max(34, 62 - 2 * order)
    points += 8 if draft.amounts else 0
    ids = draft.ids
    points += 0 if title_ids.isdisjoint(ids) else 6
    points += round(10 * share) - 5
    if not ids:
        points -= 12
    if draft.carried:
        points -= 8
    if draft.type == "demand_change" and draft.candidate.nominal and order and not draft.amounts:
        points -= 12  # `the growing demand for` is more often a setting than news
    if draft.tally and order > _LEAD:
        points -= 12
    if draft.modality is Modality.POSSIBLE:
        points -= 15
    elif draft.modality is Modality.EXPECTED:
        points -= 5
    elif draft.modality is Modality.HISTORICAL:
        points = min(points, 20)
    if draft.standing:
        points = min(points, STANDING)
    return max(0, min(100, points))


STANDING = 40
"""The most that a state of things counts: below what a policy asks for that names no relevance of its own."""
_LISTED = 6
"""The place an item of a list counts as, however far down the list it is."""
_LEAD = 2
"""Sentences after the headline that are the lead."""
_KINDS = {
    "price_move": 4,
    "export_control": 6,
    "large_contract": 4,
    "smuggling": 4,
    "stockpiling": 2,
    "inventory_change": -4,
    "corporate_results": -4,
    "demand_change": -6,
    "mna": -6,
    "equity_move": -6,
}
"""Which kinds of facts are news rather than context, in points; measured on labelled articles, and rounded."""


def settle(drafts: Sequence[Draft], sentences: int) -> None:
    """Weigh merged drafts against each other: what is told again at the top, or first of its commodity, is what the text is for."""
    told: set[str] = set()
    for draft in sorted(drafts, key=lambda draft: draft.sentence.order):
        if draft.modality is Modality.HISTORICAL or draft.standing:
            told.update(draft.ids if draft.standing else ())
            continue
        order, points = (
            min(draft.sentence.order, _LISTED) if draft.listed else draft.sentence.order,
            draft.relevance + _KINDS.get(draft.type, 0),
        )
        points += 8 if order and any(sentence.order <= _LEAD for sentence in draft.also) else 0
        points += 2 * min(3, len(draft.also))
        points += 8 if told.isdisjoint(draft.ids) else 0
        points -= round(10 * order / max(1, sentences))
        told.update(draft.ids)
        draft.relevance = max(0, min(100, points))


_FAR, _MOST = 0.144, 15.0
"""Doubt for each step between the trigger's words, and the steps from which on it grows no more."""
_NUMBER, _CHANGE, _BARE, _CHINESE = 0.55, 0.75, -0.2, -0.95
"""A number beside it, one that says by how much it changed, a bare commodity without one, and a Chinese sentence."""


def confidence(draft: Draft) -> float:
    """Return 0-1: how often such a signal was right in type and direction.

    The pack says how sure its best cases are; distance, numbers and language change the odds. All were fitted by logistic
    regression to the first halves of labelled English and Chinese sentences, and hold within 0.1 on the other halves.
    """
    candidate, amounts = draft.candidate, draft.amounts
    odds = candidate.pack.odds - _FAR * min(_MOST, candidate.cost)
    odds += _NUMBER if amounts else _BARE if candidate.bare else 0.0
    odds += _CHANGE if amounts.keys() & {"change", "change_by"} else 0.0
    odds += _CHINESE if draft.sentence.chinese else 0.0
    return round(1 / (1 + math.exp(-odds)), 2)
