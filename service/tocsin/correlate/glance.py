"""Which events a fact cannot belong to, told at a glance: nine in ten of those that lie near it in time and kind.

`compare` says how two facts stand to each other, slot by slot, with its reasons, and costs ten times as much. What is ruled
out here would get a veto there, or too little that agrees; where that is not certain it goes on to be compared.
"""

from collections.abc import Iterable, Mapping, Sequence

from tocsin.correlate.amounts import STRONG_DIGITS, Number, loosely, one_mass
from tocsin.correlate.comparable import Fact, span_of
from tocsin.correlate.kinds import MARKET_MOVES, PLANNED
from tocsin.messages.signal import Modality

_EXACT = {"exact"}
_ON_A_BASIS = frozenset({"change", "change_by"})
"""Two of these may differ in one event, where each compares with another time."""


def may_join(fact: Fact, event: Iterable[Fact]) -> bool:
    """Tell whether the fact may be of the event: one of the event's may match it, or it denies something."""
    if fact.modality is Modality.DENIED:
        return True
    for known in event:  # noqa: SIM110 - twice as quick as `any`, and asked fifteen times a signal
        if may_match(fact, known):
            return True
    return False


def of_its_figure(fact: Fact, events: Iterable[str], known: Mapping[str, Sequence[Fact]]) -> Iterable[str]:
    """Return those of many events of the fact's type and sense that `may_match` does not rule out by their first number alone."""
    shape, bases = fact.shape, fact.period.bases
    if shape is None or fact.modality is Modality.DENIED or fact.former is not None:
        return events
    low = float(fact.numbers[0].low)
    span = span_of(fact.numbers[0])
    kept = []
    for event_id in events:
        for old in known[event_id]:
            apart = abs(old.figure - low)
            if old.shape is not shape or not (apart > span and apart > old.span) or (bases and old.period.bases):
                kept.append(event_id)
                break
    return kept


def may_match(new: Fact, old: Fact) -> bool:
    """Tell whether `compare` may find the two facts to be of one event; False is certain."""
    if new.type != old.type or new.sense != old.sense:
        return False
    nobody_shared = new.keys.isdisjoint(old.keys)
    if nobody_shared and new.naming is not None and new.naming == old.naming:
        return False
    if new.former is not None or old.former is not None:
        return True
    numbers = _numbers(new, old) if new.numbers and old.numbers else None
    if numbers:
        return True
    is_move = new.type in MARKET_MOVES
    if numbers is False and not (old.modality in PLANNED or (not is_move and new.direction == old.direction == "halt")):
        return False
    return is_move or not nobody_shared or _else_alike(new, old)


def _numbers(new: Fact, old: Fact) -> bool | None:
    """Tell whether the numbers may agree; False: for certain they differ, None: neither."""
    if new.shape is not None and new.shape is old.shape and not (new.period.bases and old.period.bases):
        for a, b in zip(new.numbers, old.numbers):  # noqa: B905 - of one shape; `strict` costs as much as the rest
            apart = abs(a.low - b.low)
            if apart > a.half and apart > b.half:
                return False
        return True
    return _unlike_numbers(new, old)


def _unlike_numbers(new: Fact, old: Fact) -> bool | None:
    """Tell whether numbers of two facts may agree; False: for certain they differ, None: nothing to compare."""
    same: set[str] = set()
    other: set[str] = set()
    for a in new.numbers:
        for b in old.numbers:
            alike = a.kind == b.kind
            if not alike and (a.digits < STRONG_DIGITS or b.digits < STRONG_DIGITS) and not one_mass(a, b):
                continue
            if _may_meet(a, b):
                same.add(a.kind)
            elif alike and a.unit == b.unit:
                other.add(a.kind)
    other -= same
    if same and new.period.bases and old.period.bases:
        other -= _ON_A_BASIS
    return False if other else bool(same) or None


def _may_meet(a: Number, b: Number) -> bool:
    if a.unit != b.unit:
        return loosely(a, b) is not None
    bounds = {a.bound, b.bound}
    if a.low != a.high or b.low != b.high or "about" in bounds:
        return True
    apart = abs(a.low - b.low)
    return apart <= max(a.half, b.half) or (bounds != _EXACT and apart <= max(a.step, b.step))


def _else_alike(new: Fact, old: Fact) -> bool:
    """Tell whether anything beside commodity, party, number and time may agree; without it two tellings are not one event."""
    if not new.countries.isdisjoint(old.countries):
        return True
    a, b = new.told, old.told
    if (a.place and b.place) or (a.route and b.route) or (a.until and b.until):
        return True
    if (a.market is not None and a.market == b.market) or (a.contract is not None and a.contract == b.contract):
        return True
    if (a.measure is not None and a.measure == b.measure) or (a.grade is not None and a.grade == b.grade):
        return True
    if new.day is not None and new.day == old.day:
        return True
    return not new.period.references.isdisjoint(old.period.references)
