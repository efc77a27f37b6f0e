"""Listed stocks: `copper stocks rose` tells of shares where its sentence or headline is one of a stock exchange, else of metal in store.

A ticker, Hong Kong dollars, a session's opening or `collectively` beside it show which. What is counted by weight lies in store.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace

from tocsin.detect.quantities.amount import OF_GOODS
from tocsin.detect.scenes.drafts import Draft
from tocsin.rules.loader import LoadedPack

_EXCHANGE = re.compile(
    r"\(\d{4,6}(?:\.(?:hk|sh|sz))?\)|\bhk\$|\bhong kong dollars\b|\bas of (?:press time|the time of writing)\b|\bcollectively\b|\bacross the board\b|\bdaily limit\b"
    r"|\b(?:in|during) (?:the )?(?:early|morning|afternoon|late) (?:trading|trade|session)\b|\bat the (?:open|opening bell|close)\b|\bshares\b"
)
"""What tells of a stock exchange."""
_IN_STORE = re.compile(
    r"\b(?:lme|shfe|comex|warehouses?|exchange|ports?|social|bonded|visible|sheds|plants?|tonnes|tons|mt)\b"
)
"""What tells of a store."""
_HEADLINE = re.compile(
    r"\bstock market move\b|\bconcept (?:stocks|tracking)\b|\bstock concept\b|\bhk stocks?\b|\bstocks to watch\b"
)
"""What heads a text on shares."""


def take_as_shares(drafts: Iterable[Draft], packs: Mapping[str, LoadedPack], low: str, title_end: int) -> None:
    """Turn the drafts that tell of a metal's stocks into those of its shares where the words around are a stock exchange's."""
    equity = packs.get("equity-move")
    if equity is None:
        return
    for draft in drafts:
        subject = draft.candidate.subject
        if draft.type != "inventory_change" or draft.sentence.chinese or subject is None:
            continue
        if not low.endswith("stocks", subject.start, subject.end) or any(
            a.kind in OF_GOODS for a in draft.amounts.values()
        ):
            continue
        start, end = draft.sentence.start, draft.sentence.end
        if _IN_STORE.search(low, start, end):
            continue
        if _HEADLINE.search(low, 0, title_end) or _EXCHANGE.search(low, start, end):
            draft.become(replace(draft.candidate, pack=equity))
