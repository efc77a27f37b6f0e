"""What a fact adds to an event that is known: the changes that make a new revision, in data a reader can follow."""

from collections.abc import Sequence
from typing import NamedTuple

from tocsin.correlate.amounts import Number, meet
from tocsin.correlate.comparable import Fact
from tocsin.correlate.periods import same_date
from tocsin.messages.alert import Change
from tocsin.messages.base import format_exact
from tocsin.messages.signal import Modality

_FIRMNESS = {
    Modality.HISTORICAL: 0,
    Modality.POSSIBLE: 1,
    Modality.EXPECTED: 2,
    Modality.ACTUAL: 3,
}


class News(NamedTuple):
    """The kinds of change, and each change in words of data: `change: 7.84 -> 8.1 percent`."""

    changes: tuple[Change, ...] = ()
    detail: tuple[str, ...] = ()


def news(fact: Fact, known: Sequence[Fact], *, denied: bool) -> News:
    """Return what the fact says that none of the known facts of its event does."""
    if fact.modality is Modality.HISTORICAL:
        return News()
    if fact.modality is Modality.DENIED:
        return News() if denied else News((Change.DENIAL,), ("denied",))
    mates = [other for other in known if other.type == fact.type]
    if not mates:
        return News((Change.NEW_FACT,), (f"also {fact.type} {fact.direction}",))
    detail = [*_modality(fact, mates, denied=denied), *_amounts(fact, mates), *_slots(fact, mates)]
    return News((Change.NEW_FACT,), tuple(detail)) if detail else News()


def _modality(fact: Fact, mates: Sequence[Fact], *, denied: bool) -> list[str]:
    before = max(
        (mate.modality for mate in mates if mate.modality in _FIRMNESS), key=_FIRMNESS.__getitem__, default=None
    )
    if before is not None and _FIRMNESS[fact.modality] > _FIRMNESS[before]:
        return [f"modality: {before} -> {fact.modality}"]
    return ["stated again after a denial"] if denied and fact.modality is Modality.ACTUAL else []


def _amounts(fact: Fact, mates: Sequence[Fact]) -> list[str]:
    known = [number for mate in mates for number in mate.numbers]
    found = []
    for mine in fact.numbers:
        meetings = [(other, meet(mine, other)) for other in known]
        if any(meeting is not None and meeting.same for _, meeting in meetings):
            continue
        last = next((o for o, m in reversed(meetings) if o.kind == mine.kind and m is not None), None)
        if last is not None:
            found.append(f"{mine.kind}: {_shown(last)} -> {_shown(mine)} {mine.printed.unit}")
        elif not any(other.kind == mine.kind for other in known):
            found.append(f"{mine.kind}: {_shown(mine)} {mine.printed.unit}")
    return found


def _slots(fact: Fact, mates: Sequence[Fact]) -> list[str]:
    found = []
    until = fact.told.until
    if until and not any(mate.told.until and same_date(mate.told.until, until) for mate in mates):
        found.append(f"until: {until}")
    for role in ("buyer", "seller"):
        mine = [party for party in fact.parties if party.role == role]
        if mine and not any(party.role == role for mate in mates for party in mate.parties):
            found.append(f"{role}: {mine[0].name}")
    return found


def _shown(number: Number) -> str:
    low, high = number.printed.low, number.printed.high
    return format_exact(low) if low == high else f"{format_exact(low)}-{format_exact(high)}"
