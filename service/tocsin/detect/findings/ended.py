"""Ended: what a text tells of a contract that it says is off, as in `The deal, signed in May, had covered 40,000 tonnes`.

Such a sentence makes no new contract; it tells the size of the one that is gone.
"""

import re

from tocsin.detect.scenes.drafts import Ancestors, Draft
from tocsin.messages import Modality

_OF_IT = re.compile(
    r"[\"“”']?(?:(?:under|by ending|(?:the )?(?:settlement|termination|cancellation|end|ending|loss|expiry) of) )?(?:the|that|this) (?:(?!(?:new|second|other|separate|replacement)\b)[\w’'-]+ ){0,4}?"
    r"(?:agreement|contract|deal|offtake|pact|accord|arrangement|order|spa)\b"
)
"""What takes up a contract that was named before."""
_HAD = re.compile(
    r"\b(?:had|would have|was to have|were to have|(?:was|were) (?:supposed|due|meant|set|originally|initially|first)) "
)
"""What says that it is gone."""
_OTHER = re.compile(
    r"\b(?:new|another|fresh|separate|separately|instead|replacement|other|second|replaces?|in its place|also (?:signed|has))\b"
)
"""What makes of a contract another one."""


def take_from_ended(kept: list[Draft], low: str, ancestors: Ancestors) -> list[Draft]:
    """Return the drafts without the contracts that are the ended ones told again; their sizes go to these."""
    ended = [
        draft
        for draft in kept
        if draft.type == "large_contract"
        and draft.direction == "terminate"
        and draft.modality is not Modality.DENIED
        and not draft.sentence.chinese
    ]
    gone: set[int] = set()
    for draft in kept:
        first = next((e for e in ended if _is_again(draft, e, low, ancestors)), None)
        if first is None:
            continue
        gone.add(id(draft))
        if draft.amounts and not first.amounts:
            first.amounts.update(draft.amounts)
            first.also.append(draft.sentence)
    return [draft for draft in kept if id(draft) not in gone]


def _is_again(draft: Draft, ended: Draft, low: str, ancestors: Ancestors) -> bool:
    """Tell whether a draft only describes the contract that an earlier sentence ends."""
    sentence = draft.sentence
    if draft.type != "large_contract" or draft.direction == "terminate" or sentence.order <= ended.sentence.order:
        return False
    ours, theirs = ({name for id_ in d.ids for name in (id_, *ancestors(id_))} for d in (draft, ended))
    if not ours & theirs or _OTHER.search(low, sentence.start, sentence.end):
        return False
    return (
        _OF_IT.match(low, sentence.start, sentence.end) is not None
        or _HAD.search(low, sentence.start, sentence.end) is not None
    )
