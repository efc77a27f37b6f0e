"""How far a subject moved in all: the changes told of it, added up so that no day counts twice.

A change covers the days of its basis: a day, the trading days of a week, the month that it reports. Where two cover a common
day the longer one counts, of equal ones the one that was told last; a week's gain holds the gains of its days. What was told
of another exchange, contract, grade, form, place or company moved something else.
"""

from collections.abc import Collection, Iterable
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import NamedTuple

from tocsin.correlate.days import resolve
from tocsin.correlate.periods import period_of, spans_of
from tocsin.messages.event import EventFact, EventRecord
from tocsin.messages.signal import Modality

_SIGNED = {"up": 1, "resume": 1, "build": 1, "down": -1, "halt": -1, "release": -1}
_LENGTHS = {"day": 1, "week": 5, "month": 28, "quarter": 89, "half": 181, "year": 360}
"""Days that a change of this basis covers: the least that such a time has, and of a week those on which is traded."""
_FRIDAY, _WEDNESDAY = 4, 2
_NOT_DOING = frozenset({"speaker", "authority"})


class Step(NamedTuple):
    """A change in percent with its sign, the first and last day that it covers, how long a time that is, and when it was told."""

    change: Decimal
    first: date
    last: date
    days: int
    at: datetime


def sign_of(direction: str) -> int:
    """Return 1 for what goes up, -1 for what goes down, 0 for the rest."""
    return _SIGNED.get(direction, 0)


def step_of(record: EventRecord, modality: Collection[Modality], within: timedelta) -> Step | None:
    """Return the newest change of an event that was told in one of these ways, of no longer a time; None where it has none."""
    if record.denied or record.withdrawn:
        return None
    for fact in reversed(record.facts):
        for amount in fact.amounts if fact.modality in modality else ():
            if amount.kind == "change" and amount.unit == "percent":
                first, last, days = _covered(fact)
                if days <= max(within.days, 1):
                    return Step(amount.low * sign_of(fact.direction), first, last, days, fact.at)
    return None


def net_of(steps: Iterable[Step]) -> Decimal:
    """Add changes up, each day once."""
    total, taken = Decimal(0), set[int]()
    for step in sorted(steps, key=lambda step: (step.days, step.at), reverse=True):
        days = range(step.first.toordinal(), step.last.toordinal() + 1)
        if taken.isdisjoint(days):
            taken.update(days)
            total += step.change
    return total


def is_of_one_series(one: EventFact, two: EventFact) -> bool:
    """Tell whether two changes may be of one thing that moves: nothing that both of them name differs."""
    return (
        all(
            mine is None or theirs is None or mine == theirs
            for mine, theirs in (
                (one.market, two.market),
                (one.contract, two.contract),
                (one.grade, two.grade),
                (one.place, two.place),
            )
        )
        and _share(one.forms, two.forms)
        and _share(_doers(one), _doers(two))
    )


def _share(one: Collection[str], two: Collection[str]) -> bool:
    return not one or not two or not set(one).isdisjoint(two)


def _doers(fact: EventFact) -> list[str]:
    return [(party.id or party.name).casefold() for party in fact.parties if party.role not in _NOT_DOING]


def _covered(fact: EventFact) -> tuple[date, date, int]:
    """Return the first and last day of what a change is told of, and how many days such a time has."""
    period = period_of(fact.period, fact.at)
    last = resolve(fact.day, fact.at) or fact.at.date()
    if "year" not in period.bases and (spans := spans_of(period)):
        first, last = min(first for first, _ in spans), max(end for _, end in spans)
        return first, last, (last - first).days + 1
    if "ytd" in period.bases:
        first = date(last.year, 1, 1)
        return first, last, (last - first).days + 1
    days = max((_LENGTHS.get(basis, 1) for basis in period.bases), default=1)
    first = last - timedelta(days=days - 1)
    if days == _LENGTHS["week"]:
        first, last = _week(last)
    return first, last, days


def _week(told: date) -> tuple[date, date]:
    """Return the week that was told on a day: at the weekend or soon after it that which ended on Friday."""
    last = told
    if not _WEDNESDAY <= told.weekday() <= _FRIDAY:
        last -= timedelta(days=(told.weekday() - _FRIDAY) % 7)
    return last - timedelta(days=4 if last.weekday() == _FRIDAY else 6), last
