"""Steps told behind: by how much a figure moved, which the sentence after it tells of `this`: such as `That was 6% less than in May`.

A figure that tells only where output, stocks, trade or a price stand now takes its change from the next sentence, where that
opens with a pronoun or with the noun of the very move (`The increase of $25 a ton takes effect today`). What that sentence told as
a fact of its own then is this one.
"""

import re
from collections.abc import Sequence

from tocsin.detect.quantities.amount import Amount, unit_class
from tocsin.detect.quantities.amounts import find_amounts
from tocsin.detect.scenes.drafts import Draft
from tocsin.detect.texts.text import Sentence
from tocsin.messages import Modality

_TYPES = frozenset(["price_move", "production_change", "demand_change", "inventory_change", "supply_source"])
_FALLING = frozenset(["down", "loss"])
_STEPS = frozenset(["change", "change_by"])
_UP = "increases?|rises?|gains?|jumps?|hikes?|climbs?|growth|surges?|advances?|additions?|bumps?"
_DOWN = "decreases?|declines?|falls?|drops?|reductions?|losses|loss|cuts?|cutbacks?|slides?|slumps?|dips?|contractions?|plunges?|tumbles?"
_MUCH = r"(?:(?:about|around|some|nearly|almost|roughly|over|more than|just|only|a further|another|approximately|up to) ){0,2}"
_KIND = r"(?:(?!of\b|in\b)[a-z-]+ ){0,3}?"
_IS = r"(?:is|was|were|are|represents?|represented|marks?|marked|reflects?|reflected|means|meant|amounts? to|amounted to|equals?|constitutes?|would be|will be)"
_THIS = rf"(?:this|that|it|the (?:figure|total|volume|level|result|decline|drop|fall|decrease|increase|rise))(?: figure| total| level)? (?:also )?{_IS} "
_SIZE_BEFORE = re.compile(rf"{_THIS}(?:an? )?{_MUCH}(?=[$€£¥\d]|[a-z]+ percent)")
_BEHIND_IT = re.compile(
    rf"(?: (?:(?P<up>higher|more|above|over|up)|(?:lower|less|fewer|below|under|down)) (?:than|on|from|the|what|its|those|in)\b|[ -]{_KIND}(?:(?P<rise>{_UP})|(?:{_DOWN}))\b)"
)
_NOUN_FIRST = re.compile(
    rf"{_THIS}an? {_KIND}(?:(?P<up>{_UP})|(?:{_DOWN})) of {_MUCH}|{_THIS}(?:(?P<rise>up)|(?:down|off)) (?:by )?{_MUCH}"
)
_THE_MOVE = re.compile(
    rf"(?:the|this|that) {_KIND}(?:(?P<up>{_UP})|(?:{_DOWN})) (?:of|is|was|amounts? to|amounted to|will be|totals|totalled|comes to|equals) {_MUCH}(?=[$€£¥\d])"
)
_NEAR = 3
"""Characters between such words and the number."""


def lend_steps(drafts: list[Draft], sentences: Sequence[Sentence], low: str) -> list[Draft]:
    """Give figures without a change the one that the sentence right behind theirs tells, and drop what told it as another fact."""
    lacking = [draft for draft in drafts if _lacks_step(draft)]
    if not lacking:
        return drafts
    places = {sentence.start: at for at, sentence in enumerate(sentences)}
    spent: set[int] = set()
    for draft in lacking:
        for told in (draft.sentence, *draft.also):
            at = places.get(told.start, len(sentences)) + 1
            if at >= len(sentences) or sentences[at].chinese or sentences[at].paragraph - told.paragraph > 1:
                continue
            sentence = sentences[at]
            there = [o for o in drafts if o.sentence is sentence and o is not draft and o.type in _TYPES]
            beside = any(o is not draft and o.sentence is told and o.type in _TYPES for o in drafts)
            if beside or sentence in draft.also or any(not _tells_it(other, draft) for other in there):
                continue
            if (step := _step(draft, sentence, low)) is not None:
                draft.amounts = {**draft.amounts, step[0]: step[1]}
                draft.also.append(sentence)
                spent |= {id(other) for other in there}
                break
    return [draft for draft in drafts if id(draft) not in spent]


def _lacks_step(draft: Draft) -> bool:
    return (
        draft.type in _TYPES
        and not draft.sentence.chinese
        and draft.modality not in (Modality.DENIED, Modality.HISTORICAL)
        and draft.direction in {"up", "down", "new", "loss"}
        and _STEPS.isdisjoint(draft.amounts)
        and draft.amounts.keys() <= {"level"}
    )


def _tells_it(other: Draft, draft: Draft) -> bool:
    """Tell whether what a sentence told as a fact of its own is only by how much the one before it moved."""
    falls = (other.direction in _FALLING) is (draft.direction in _FALLING)
    return falls and set(other.ids) == set(draft.ids) and other.amounts.keys() <= _STEPS


def _step(draft: Draft, sentence: Sentence, low: str) -> tuple[str, Amount] | None:
    """Return the change that a sentence tells of the one before it, by its meaning; None where it tells none, or the other way."""
    start, end = sentence.start, sentence.end
    opened = _NOUN_FIRST.match(low, start, end) or _THE_MOVE.match(low, start, end)
    rises: bool | None = None
    if opened is not None:
        rises = bool(opened["up"] or opened.groupdict().get("rise"))
    else:
        opened = _SIZE_BEFORE.match(low, start, end)
    if opened is None:
        return None
    amount = next((a for a in find_amounts(low, start, end) if a.place[1] > opened.end()), None)
    if amount is None or amount.place[0] > opened.end() + _NEAR:
        return None
    if rises is None:
        behind = _BEHIND_IT.match(low, amount.place[1], end)
        if behind is None:
            return None
        rises = bool(behind["up"] or behind["rise"])
    if rises is (draft.direction in _FALLING):
        return None
    return _meaning(draft, amount)


def _meaning(draft: Draft, amount: Amount) -> tuple[str, Amount] | None:
    unit = unit_class(amount.unit)
    allowed = draft.candidate.pack.pack.amounts
    if amount.kind == "percent" and "change" in allowed:
        return "change", amount
    if amount.kind not in {"price", "money", "quantity", "rate"} or unit not in allowed.get("change_by", ()):
        return None
    level = draft.amounts.get("level")
    if level is not None and (level.low < amount.low or unit_class(level.unit) != unit):
        return None
    return "change_by", amount
