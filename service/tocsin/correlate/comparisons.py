"""What a policy compares with a signal in the light of its event, in order.

Every comparison says what was wanted, what was found and, for a number, by how much it missed, so that `why` can tell it.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from tocsin.correlate.amounts import base_unit
from tocsin.correlate.policy import Bounds, Policy, Quantity, SourceCount, shown_unit
from tocsin.correlate.quick import make
from tocsin.correlate.revenue import value_of_revenue
from tocsin.messages.base import format_exact
from tocsin.messages.event import Amount, EventFact, EventSource
from tocsin.messages.findings import Findings
from tocsin.messages.signal import Signal
from tocsin.messages.verdict import Comparison


class Subject(NamedTuple):
    """What a policy is tried on: the signal, its article, and what its event knows."""

    signal: Signal
    findings: Findings
    facts: Sequence[EventFact]
    sources: Sequence[EventSource]
    lineage: frozenset[str]
    now: datetime


def of_signal(policy: Policy, subject: Subject) -> Iterator[Comparison]:
    """Yield the policy's comparisons with what the signal and its article alone say, in order.

    The first comparison that does not hold, of these and then of `of_event`, is the reason why a policy is not satisfied.
    """
    signal = subject.signal
    yield from _words("direction", policy.directions, (signal.direction,))
    yield from _words("commodity", policy.commodities, subject.lineage, shown=signal.commodities)
    yield from _words("country", policy.countries, signal.countries)
    if policy.companies:
        wanted = frozenset(name.casefold() for name in policy.companies)
        names = [name for actor in signal.actors for name in (actor.id, actor.ticker, actor.name) if name]
        yield from _words("company", wanted, [name.casefold() for name in names], shown=names)
    yield from _words("measure", policy.measures, (signal.measure,) if signal.measure else ())
    yield from _words("modality", policy.modality, (signal.modality,))
    yield from compare_plain("relevance", policy.relevance, Decimal(signal.relevance))
    if policy.confidence is not None:
        yield from compare_plain("confidence", policy.confidence, Decimal(str(signal.confidence)))
    if policy.tier is not None:
        tier = subject.findings.tier
        yield from compare_plain("tier", policy.tier, None if tier is None else Decimal(tier))


def of_event(policy: Policy, subject: Subject) -> Iterator[Comparison]:
    """Yield the policy's comparisons with the amounts and sources that the event knows, in order."""
    for name, bounds in policy.amounts.items():
        yield from _amount(name, bounds, subject)
    if policy.value_of_revenue is not None:
        share = value_of_revenue(subject.signal, subject.findings)
        yield from compare_plain("value_of_revenue", policy.value_of_revenue, share)
    if policy.sources is not None:
        yield _sources(policy.sources, subject)


def may_hold(policy: Policy, signal: Signal) -> bool:
    """Tell, without words, whether most comparisons with what the signal alone says hold; `of_signal` tells them."""
    return (
        (not policy.directions or signal.direction in policy.directions)
        and (not policy.modality or signal.modality in policy.modality)
        and (not policy.measures or signal.measure in policy.measures)
        and _holds(policy.relevance, signal.relevance)
        and (policy.confidence is None or _holds(policy.confidence, Decimal(str(signal.confidence))))
    )


def _holds(bounds: Bounds, found: Decimal | int) -> bool:
    at_least, at_most, above, below = bounds.at_least, bounds.at_most, bounds.above, bounds.below
    return (
        (at_least is None or found >= at_least.amount)
        and (at_most is None or found <= at_most.amount)
        and (above is None or found > above.amount)
        and (below is None or found < below.amount)
    )


def _words(
    name: str, wanted: frozenset[str], found: Sequence[str] | frozenset[str], shown: Sequence[str] = ()
) -> Iterator[Comparison]:
    if wanted:
        text = ", ".join(shown or found)
        yield make(
            Comparison,
            field=name,
            wanted=_listed(wanted),
            found=text or None,
            held=not wanted.isdisjoint(found),
        )


@lru_cache(maxsize=4096)
def _listed(wanted: frozenset[str]) -> str:
    return " or ".join(sorted(wanted)[:8])


def compare_plain(name: str, bounds: Bounds, found: Decimal | None) -> Iterator[Comparison]:
    """Yield a comparison for each bound of a number; one that is not known holds none."""
    for bound, wanted in bounds.items():
        if found is None:
            yield make(Comparison, field=name, wanted=_limit(bound, wanted), found=None, held=False)
            continue
        missed, unit = _missed(bound, wanted.amount, found, found), shown_unit(wanted.unit)
        yield make(
            Comparison,
            field=name,
            wanted=_limit(bound, wanted),
            found=f"{format_exact(found)} {unit}".strip(),
            held=missed is None,
            missed_by=None if missed is None else f"{format_exact(missed)} {unit}".strip(),
        )


_SIGN = {"at_least": "≥", "above": ">", "at_most": "≤", "below": "<"}


@lru_cache(maxsize=4096)
def _limit(bound: str, wanted: Quantity) -> str:
    return f"{_SIGN[bound]} {wanted}"


GOODS: Mapping[str, tuple[str, ...]] = {
    "production_change": ("change_by", "capacity"),
    "inventory_change": ("change_by",),
    "demand_change": ("change_by",),
    "supply_source": ("capacity", "change_by"),
}
"""Which amounts of a type are the goods that it is about, besides `quantity` itself: 60,000 t that output is cut by, the capacity
of a new mine. What a level says is not: output that fell to 60,000 t may have lost any amount."""
STOPS = ("halt", "resume")
"""Directions in which all of a level stops or starts again: a halted smelter of 200,000 t a year."""


def _amount(name: str, bounds: Bounds, subject: Subject) -> Iterator[Comparison]:
    """Yield the comparisons of one amount with its bounds, each in the unit of the bound."""
    amounts = _known(name, subject)
    for bound, wanted in bounds.items():
        sign = _limit(bound, wanted)
        pairs = ((amount, _in_unit(amount, wanted.unit, name)) for amount in amounts)
        comparable = next(((amount, pair) for amount, pair in pairs if pair is not None), None)
        if comparable is None:
            other = (
                ", ".join(f"{format_exact(a.low)} {shown_unit(a.unit)}{_origin(name, a, a.unit)}" for a in amounts)
                or None
            )
            yield make(Comparison, field=name, wanted=sign, found=other, held=False)
            continue
        amount, (low, high) = comparable
        missed = _missed(bound, wanted.amount, low, high)
        shown = format_exact(low) if low == high else f"{format_exact(low)}-{format_exact(high)}"
        yield make(
            Comparison,
            field=name,
            wanted=sign,
            found=f"{shown} {shown_unit(wanted.unit)}".strip() + _origin(name, amount, wanted.unit),
            held=missed is None,
            missed_by=None if missed is None else f"{format_exact(missed)} {shown_unit(wanted.unit)}".strip(),
        )


def _origin(name: str, amount: Amount, unit: str | None) -> str:
    """Say which amount of the signal was compared where it is not the one that was asked for, and its rate if it has one."""
    if unit is not None and "/" in amount.unit and "/" not in unit:
        return f" ({amount.kind}: {format_exact(amount.low)} {shown_unit(amount.unit)})"
    return "" if amount.kind == name else f" ({amount.kind})"


def _known(name: str, subject: Subject) -> list[Amount]:
    """Return the signal's own amount, else those of the event's facts of this type, the newest first."""
    signal = subject.signal
    for kind in kinds_of(name, signal.type, signal.direction):
        own = getattr(signal.magnitudes, kind, None)
        if own is not None and _is_of(name, own.unit):
            return [make(Amount, kind=kind, low=own.low, high=own.high, unit=own.unit, step=own.step)]
    return [
        amount
        for fact in reversed(subject.facts)
        if fact.type == signal.type
        for kind in kinds_of(name, fact.type, fact.direction)
        for amount in fact.amounts
        if amount.kind == kind and _is_of(name, amount.unit)
    ]


def kinds_of(name: str, signal: str, direction: str | None = None) -> tuple[str, ...]:
    """Return the amounts that answer a threshold, the nearest first; without a direction those of any."""
    stopped = signal == "production_change" and (direction is None or direction in STOPS)
    if name == "capacity" and stopped:
        return (name, "level", "quantity", "change_by")
    if name == "days":
        return (name, "level")
    if name != "quantity" or signal not in GOODS:
        return (name,)
    return (name, *GOODS[signal], *(("level",) if stopped else ()))


def _is_of(name: str, unit: str) -> bool:
    """Tell whether an amount of this unit can be what is asked for: days are days, and a capacity is so much in a time."""
    if name == "days":
        return unit == "days"
    return name != "capacity" or "/" in unit


def _in_unit(amount: Amount, unit: str | None, name: str) -> tuple[Decimal, Decimal] | None:
    """Return low and high in the unit of the threshold; None when they cannot be compared.

    A rate of goods meets a `quantity` as what it comes to in a year.
    """
    if unit is None or unit == amount.unit:
        return amount.low, amount.high
    base, factor = base_unit(amount.unit)
    wanted_base, wanted_factor = base_unit(unit)
    if name == "quantity" and base == f"{wanted_base}/yr":
        base = wanted_base
    if base != wanted_base:
        return None
    return amount.low * factor / wanted_factor, amount.high * factor / wanted_factor


def _missed(bound: str, wanted: Decimal, low: Decimal, high: Decimal) -> Decimal | None:
    """Return by how much the bound is missed (0 for an excluded limit), None when it holds."""
    match bound:
        case "at_least":
            return None if low >= wanted else wanted - low
        case "above":
            return None if low > wanted else wanted - low
        case "at_most":
            return None if high <= wanted else high - wanted
        case _:
            return None if high < wanted else high - wanted


def _sources(wanted: SourceCount, subject: Subject) -> Comparison:
    """Compare the independent sources of an event with how many are wanted, in the fullest span of the wanted length."""
    times = sorted(source.at for source in subject.sources if source.independent)
    most = len(times)
    if wanted.within is not None:
        most = max((sum(start <= at <= start + wanted.within for at in times) for start in times), default=0)
    text = f"≥ {wanted.at_least}" + ("" if wanted.within is None else f" within {shown_duration(wanted.within)}")
    held = most >= wanted.at_least
    return make(
        Comparison,
        field="sources",
        wanted=text,
        found=str(most),
        held=held,
        missed_by=None if held else str(wanted.at_least - most),
    )


_UNITS = ((86_400, "d"), (3_600, "h"), (60, "m"), (1, "s"))
_MOST_OF_ONE = 120
"""So many hours or minutes may be told as such."""


def shown_duration(span: timedelta) -> str:
    """Write a duration as the configuration does where it is so many of one unit (30d, 90m), else by its two largest: 2d 8h."""
    seconds = int(span.total_seconds())
    for size, letter in _UNITS[:-1]:
        if seconds and seconds % size == 0 and (letter == "d" or seconds // size <= _MOST_OF_ONE):
            return f"{seconds // size}{letter}"
    parts: list[str] = []
    for size, letter in _UNITS:
        number, seconds = divmod(seconds, size)
        if number or parts:
            parts.append(f"{number}{letter}")
    return " ".join(parts[:2]) or "0s"
