"""Which events a fact cannot belong to, told at a glance: nine in ten of those that lie near it in time and kind.

`compare` says how two facts stand to each other, slot by slot, with its reasons, and costs twenty times as much. What is
ruled out here would get a veto there, or too little that agrees; where that is not certain it goes on to be compared.
"""

from collections.abc import Iterable

from tocsin.correlate.amounts import STRONG_DIGITS, Number
from tocsin.correlate.comparable import Fact
from tocsin.correlate.identity import MARKET_MOVES, PLANNED
from tocsin.messages.signal import Modality


def may_join(fact: Fact, event: Iterable[Fact]) -> bool:
    """Tell whether the fact may be of the event: one of the event's may match it, or it denies something."""
    return fact.modality is Modality.DENIED or any(may_match(fact, known) for known in event)


def may_match(new: Fact, old: Fact) -> bool:
    """Tell whether `compare` may find the two facts to be of one event; False is certain."""
    if new.type != old.type or new.sense != old.sense:
        return False
    numbers = _numbers(new.numbers, old.numbers) if new.numbers and old.numbers else None
    if numbers:
        return True
    is_move = new.type in MARKET_MOVES
    if numbers is False and not (old.modality in PLANNED or (not is_move and new.direction == old.direction == "halt")):
        return False
    return is_move or _else_alike(new, old)


def _numbers(new: tuple[Number, ...], old: tuple[Number, ...]) -> bool | None:
    """Tell whether two numbers may be the same; False: none may, and some of one kind and unit differ for certain."""
    found = None
    for a in new:
        for b in old:
            alike = a.kind == b.kind
            if not alike and (a.digits < STRONG_DIGITS or b.digits < STRONG_DIGITS):
                continue
            if a.unit != b.unit:
                if ("/" in a.printed.unit) is not ("/" in b.printed.unit):
                    return True
            elif not (a.is_plain and b.is_plain) or abs(a.low - b.low) <= max(a.step, b.step):
                return True
            elif alike:
                found = False
    return found


def _else_alike(new: Fact, old: Fact) -> bool:
    """Tell whether anything beside commodity, number and time may agree; without it the two tellings are not one event."""
    if not (new.keys.isdisjoint(old.keys) and new.countries.isdisjoint(old.countries)):
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
