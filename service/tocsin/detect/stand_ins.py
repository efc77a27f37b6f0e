"""Stand-ins: `it` and `they`, which stand for what the sentence before says has moved.

After `Zinc lost 2% to $2,410` the words `It had touched $2,380 earlier, the lowest since May` tell of zinc's price, and after `Copper
stocks fell` a new `They` means the stocks. Where nothing of the kind stands before, only a price beside the pronoun tells what moves.
"""

import re
from collections.abc import Sequence

from tocsin.detect.amounts import Amount
from tocsin.detect.drafts import Draft
from tocsin.detect.hits import Hit, StandIn
from tocsin.detect.reach import reaches
from tocsin.detect.scene import Scene
from tocsin.rules.loader import RulePack

_PRONOUN = re.compile(
    r"(?:(?:by|on|in|at|over|for|from|since|after|during|as of) [^,.;:]{1,32}?,? |(?:meanwhile|later|earlier|then|still|overall|today|yesterday),? )?"
    r"(?P<word>it|they) (?!(?:said|says|also said|expects?|has said|added that|will|would|could|may|might|produces?|produced|sold|sells?)\b)"
)
"""How a sentence opens whose subject is a pronoun; who says or sells is a firm."""
_NUMBERS = frozenset(["price", "money", "percent", "quantity", "rate"])


def opens_with_pronoun(low: str, start: int, end: int) -> bool:
    """Tell, cheaply, whether a sentence opens with a pronoun that may stand for goods or their price."""
    return _PRONOUN.match(low, start, end) is not None


def find_stand_in(rules: RulePack, drafts: Sequence[Draft], scene: Scene) -> StandIn | None:
    """Return what the pronoun that opens a sentence stands for, if the sentence names no goods and tells a number."""
    sentence, found = scene.sentence, scene.found
    if sentence.chinese or sentence.order == 0 or found.commodities:
        return None
    opened = _PRONOUN.match(scene.low, sentence.start, sentence.end)
    if opened is None or not any(amount.kind in _NUMBERS for amount in scene.amounts):
        return None
    span = opened.span("word")
    before = [d for d in drafts if d.sentence.order == sentence.order - 1 and d.candidate.subject is not None]
    for draft in before:
        index = _index(rules, draft)
        if index is not None and draft.commodities:
            return StandIn(Hit(*span, "subject", draft.candidate.pack.pack.name, index), draft.commodities)
    market = next(((pack, index) for pack, index, kind in rules.bare if kind is True), None)
    if before or market is None or not _tells_price(scene.amounts):
        return None
    return StandIn(Hit(*span, "subject", market[0].pack.name, market[1]), [])


def _index(rules: RulePack, draft: Draft) -> int | None:
    """Return which of its pack's subjects a draft tells of."""
    candidate = draft.candidate
    if candidate.bare:
        return next((i for p, i, kind in rules.bare if p is candidate.pack and kind is True), None)
    subject = candidate.subject
    if subject is None or subject.kind != "subject" or subject.id != candidate.pack.pack.name:
        return None
    return subject.data if isinstance(subject.data, int) else None


def _tells_price(amounts: Sequence[Amount]) -> bool:
    return any(amount.kind == "price" and not amount.unit.endswith("/count") for amount in amounts)


def is_reached(subject: Hit, hit: Hit, low: str) -> bool:
    """Tell whether a word of movement is what a pronoun does: nothing else stands between that could move."""
    return subject.end <= hit.start and reaches(low[subject.end : hit.start])
