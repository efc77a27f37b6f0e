"""Stops that an article on a restart only recalls: `has resumed mining, seven weeks after floods forced the mine to close`.

Whoever tells that works run again tells when and why they stood still. That stop is the setting of the news, and was told when
it began. It stays news where the sentence sets it against the restart, or says that works stopped once more.
"""

import re
from collections.abc import Sequence

from tocsin.detect.scenes.drafts import Draft
from tocsin.messages import Modality

_STOPS = frozenset(["halt", "loss", "down"])
_LEAD = 2
"""Sentences after the headline in which the news is told."""
_ONCE_MORE = re.compile(
    r"\b(?:again|once more|anew|another|a second|re-?shut|re-?closed?)\b|再[次度]|又|重新停|二次停|复产后|重启后"
)
"""What makes of a stop one that came after the restart."""
_SET_AGAINST = re.compile(
    r"\b(?:but|while|whereas|although|though|meanwhile|however|instead|only to|before)\b|但|而(?!后)|不过|然而|同时|另[一外有]|其[他它余]"
)
"""What stands between two facts of which one is no setting of the other."""
_RECALLS = re.compile(
    r"\b(?:after|following|since|having|had|which|that|where|when|because|due to|end(?:s|ed|ing)?(?: of| to)?|lift(?:s|ed|ing)|from|on the heels of)\b"
    r"|此前|之前|曾|先前|前期|早前|原[本先]|该[厂矿企公炉装项基]|结束|历时|长达|自[^,;。]{1,12}(?:起|以来)"
)
"""What stands before a stop that is recalled behind the restart."""
_RESTART_RECALLED = re.compile(
    r"\b(?:after|following|since|upon|which|that|who)(?: (?:it|they|the [a-z]+|had|was|were|only|been|being|its|their))* \Z"
    r"|(?:此前|曾|之前|刚刚?)[^,;。]{0,10}\Z"
)
"""What makes the restart the old fact: `was shut days after it resumed`."""
_BACK = re.compile(
    r"\b(?:had|was|were)\b[^.;]*\b(?:since|in|on|after|following|when|because|for)\b|\bhad\b|此前|曾|之前|该[厂矿企公炉装项基]"
)
"""What a later sentence says of a stop that is over."""


def recall_stops(drafts: Sequence[Draft], low: str) -> None:
    """Make historical the stops that an article recalls beside the restart of the same goods."""
    restarts = [
        draft
        for draft in drafts
        if draft.type == "production_change" and draft.direction == "resume" and draft.modality is Modality.ACTUAL
    ]
    if not restarts:
        return
    for draft in drafts:
        if draft.direction not in _STOPS or draft.modality is not Modality.ACTUAL:
            continue
        if draft.type not in {"production_change", "supply_source"}:
            continue
        if any(_recalls(draft, restart, low) for restart in restarts if _is_of_the_same(draft, restart)):
            draft.modality, draft.why = Modality.HISTORICAL, "background: the stop that a restart ends"


def _is_of_the_same(stop: Draft, restart: Draft) -> bool:
    return not stop.ids or not restart.ids or bool(set(stop.ids) & set(restart.ids))


def _recalls(stop: Draft, restart: Draft, low: str) -> bool:
    """Tell whether a stop is only the time before a restart, by what joins the two or by where they stand."""
    if stop.direction == "down" and stop.amounts:
        return False  # a figure of what was lost is news of its own
    sentence = stop.sentence
    clause = low[max(sentence.start, stop.candidate.start - 24) : min(sentence.end, stop.candidate.end + 24)]
    if _ONCE_MORE.search(clause):
        return False
    if sentence.order != restart.sentence.order:
        later = restart.sentence.order <= _LEAD and restart.sentence.order < sentence.order
        return (
            later and _BACK.search(low, sentence.start, sentence.end) is not None and not _elsewhere(stop, restart, low)
        )
    first, second = sorted((stop.candidate, restart.candidate), key=lambda candidate: candidate.start)
    between = low[first.end : max(first.end, second.start)]
    if _SET_AGAINST.search(between):
        return False
    if first is stop.candidate:
        return not _RESTART_RECALLED.search(low, sentence.start, second.start)
    return _RECALLS.search(between) is not None


def _elsewhere(stop: Draft, restart: Draft, low: str) -> bool:
    """Tell whether both sentences name somebody, some place or some land, and nothing in common."""
    lands, others = ({hit.id for hit in draft.countries} for draft in (stop, restart))
    if lands and others and lands.isdisjoint(others):
        return True
    ours, theirs = (_called(draft, low) for draft in (stop, restart))
    return bool(ours and theirs) and ours.isdisjoint(theirs)


def _called(draft: Draft, low: str) -> set[str]:
    hits = [*draft.companies, *([draft.place] if draft.place is not None else [])]
    return {hit.id for hit in hits} | {low[start:end] for start, end, _ in draft.names}
