"""What a policy asks of earlier events: a sequence, counts and sums in a window, a burst, a pause, a cooldown, a re-arm level.

All of it is derived from the event records, by the time at which events were told; nothing here is remembered on its own.
An event that was withdrawn, is denied, or is told as background alone did not happen then: it comes before nothing and counts
for nothing.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator, Sequence
from datetime import datetime, timedelta
from decimal import Decimal

from tocsin.correlate.comparisons import compare_plain, shown_duration
from tocsin.correlate.cumulative import is_of_one_series, net_of, sign_of, step_of
from tocsin.correlate.kinds import DAY, DIRECTIONS
from tocsin.correlate.novelty import figures, novelty
from tocsin.correlate.policy import DEFAULT_MODALITY, After, Burst, Policy
from tocsin.correlate.quick import changed, make
from tocsin.correlate.state import State
from tocsin.messages.base import format_exact
from tocsin.messages.event import EventFact, EventRecord
from tocsin.messages.signal import Modality
from tocsin.messages.verdict import Comparison


def looking_back(policy: Policy, state: State, record: EventRecord) -> Iterator[Comparison]:
    """Yield the comparisons of a policy with earlier events."""
    fact = record.facts[0]
    if policy.novelty:
        known = dict(figures(novelty(state, record)))
        for name, bounds in policy.novelty.items():
            yield from compare_plain(f"novelty.{name}", bounds, known[name])
    if policy.quiet_for is not None:
        yield _quiet(policy.quiet_for, fact, state, record)
    if policy.after is not None:
        yield _after(policy.after, _happening(policy) | DEFAULT_MODALITY, state, record)
    if policy.window is not None:
        yield from _window(policy, state, record)
    if policy.burst is not None:
        yield _burst(policy.burst, state, record)


def _happening(policy: Policy) -> frozenset[Modality]:
    """Return how events must be told to be among those that the policy asks for; a denial says that nothing happened."""
    return (policy.modality or frozenset(Modality)) - {Modality.DENIED, Modality.HISTORICAL}


def _moving(policy: Policy) -> frozenset[Modality]:
    """Return how changes must be told to be added up: what has moved, and only where that is not asked for what is foreseen."""
    asked = _happening(policy)
    return frozenset({Modality.ACTUAL}) if Modality.ACTUAL in asked else asked


def held_back(policy: Policy, state: State, record: EventRecord, *, is_lifted: bool) -> str | None:
    """Return why a satisfied policy makes no alert for this event: a cooldown, or a level not moved far enough."""
    last = None
    if policy.cooldown is not None or policy.rearm is not None:
        last = state.last_alert(policy.name, record)
    if last is None:
        return None
    fired, earlier = last
    if (
        policy.cooldown is not None
        and not is_lifted
        and (left := fired + policy.cooldown.span - record.last_at) > DAY * 0
    ):
        return (
            f"cooldown of {shown_duration(policy.cooldown.span)} since the alert on {earlier.event_id[:8]}, "
            f"{shown_duration(left)} left"
        )
    if policy.rearm is not None:
        moved = _moved(policy, earlier, record, state)
        if abs(moved) < policy.rearm:
            return (
                f"moved {format_exact(moved)} % since the alert on {earlier.event_id[:8]}, "
                f"less than another {format_exact(policy.rearm)} %"
            )
    return None


def _quiet(span: timedelta, fact: EventFact, state: State, record: EventRecord) -> Comparison:
    told = state.similar(record)
    since = fact.at - told[-1] if told else None
    return make(
        Comparison,
        field="quiet_for",
        wanted=f"≥ {shown_duration(span)}",
        found="never told before" if since is None else shown_duration(since),
        held=since is None or since >= span,
        missed_by=None if since is None or since >= span else shown_duration(span - since),
    )


def _after(wanted: After, modality: Collection[Modality], state: State, record: EventRecord) -> Comparison:
    """Compare an event with what a policy wants to have gone before it: the latest such event in the span."""
    fact = record.facts[0]
    roots = {state.index.kinship.root(commodity) for commodity in fact.commodities}
    found: tuple[datetime, str] | None = None
    for told in state.index.of_kind(sorted(wanted.signals), sorted(wanted.directions), sorted(roots)):
        first, last = bisect_left(told, (fact.at - wanted.within, "")), bisect_right(told, (fact.at, "~"))
        for entry in reversed(told[first:last]):
            if found is not None and entry <= found:
                break
            if entry[1] != record.event_id and _is_first_step(wanted, modality, state.get(entry[1])):
                found = entry
    what = " or ".join(sorted(wanted.signals))
    which = " or ".join(sorted(wanted.directions))
    return make(
        Comparison,
        field="after",
        wanted=" ".join(filter(None, (what, which, f"within {shown_duration(wanted.within)} before"))),
        found=None if found is None else f"{found[1][:8]}, {shown_duration(fact.at - found[0])} before",
        held=found is not None,
    )


def _is_first_step(wanted: After, modality: Collection[Modality], event: EventRecord | None) -> bool:
    """Tell whether the event is what a sequence begins with: told as such a fact, and standing."""
    return (
        event is not None
        and not event.denied
        and not event.withdrawn
        and any(
            fact.type in wanted.signals
            and (not wanted.directions or fact.direction in wanted.directions)
            and fact.modality in modality
            for fact in event.facts
        )
    )


def _window(policy: Policy, state: State, record: EventRecord) -> Iterator[Comparison]:
    """Yield the comparisons of what a window has seen: how many events, how much change in all."""
    wanted, fact = policy.window, record.facts[0]
    assert wanted is not None
    within = f"within {shown_duration(wanted.within)}"
    if wanted.count is not None:
        counted, modality = sorted(policy.directions) or (fact.direction,), _happening(policy)
        told = _told(counted, wanted.within, fact, state, record)
        happened = {event.event_id for _, event in told if any(known.modality in modality for known in event.facts)}
        count = 1 + len(happened)
        yield make(
            Comparison,
            field="window.count",
            wanted=f"≥ {wanted.count} {within}",
            found=str(count),
            held=count >= wanted.count,
            missed_by=None if count >= wanted.count else str(wanted.count - count),
        )
    if wanted.change is not None:
        total = _net_change(policy, wanted.within, state, record)
        short = wanted.change - total * sign_of(fact.direction)
        yield make(
            Comparison,
            field="window.change",
            wanted=f"≥ {format_exact(wanted.change)} % {within}",
            found=f"{format_exact(total)} % net",
            held=short <= 0,
            missed_by=None if short <= 0 else f"{format_exact(short)} %",
        )


def _net_change(policy: Policy, within: timedelta, state: State, record: EventRecord) -> Decimal:
    """Return the subject's change over the window in percent: what went the other way counts against it."""
    fact, modality = record.facts[0], _moving(policy)
    told = _told(DIRECTIONS.get(fact.type, (fact.direction,)), within, fact, state, record)
    alike = [event for _, event in told if is_of_one_series(event.facts[0], fact)]
    return net_of(step for event in (*alike, record) if (step := step_of(event, modality, within)) is not None)


def _told(
    directions: Sequence[str], within: timedelta, fact: EventFact, state: State, record: EventRecord
) -> Iterator[tuple[datetime, EventRecord]]:
    """Yield the subject's other events of these directions within a time before, with the moment of each."""
    for direction in directions:
        for at, event_id in state.index.events(changed(fact, direction=direction), within, record.event_id):
            event = state.get(event_id)
            if event is not None:
                yield at, event


def _burst(wanted: Burst, state: State, record: EventRecord) -> Comparison:
    """Compare the events of the last hours with the average of the subject's own past, of which they are no part.

    One event alone is no burst, however quiet the past.
    """
    both = wanted.over + wanted.within
    before = state.index.count(record, both, wanted.within)
    now = state.index.count(record, both, timedelta(0)) - before + 1
    usual = Decimal(before) * Decimal(wanted.within.total_seconds()) / Decimal(wanted.over.total_seconds())
    text = f"≥ {format_exact(wanted.times)} times the usual {format_exact(round(usual, 2))}"
    if before < wanted.seen:
        return make(
            Comparison,
            field="burst",
            wanted=f"{wanted.seen} events to know the usual",
            found=str(before),
            held=False,
            missed_by=str(wanted.seen - before),
        )
    needed = max(wanted.times * usual, Decimal(2))
    return make(
        Comparison,
        field="burst",
        wanted=f"{text} within {shown_duration(wanted.within)}",
        found=str(now),
        held=now >= needed,
        missed_by=None if now >= needed else format_exact(round(needed - now, 2)),
    )


def _level(record: EventRecord) -> tuple[Decimal, str] | None:
    for fact in reversed(record.facts):
        for amount in fact.amounts:
            if amount.kind == "level":
                return amount.low, amount.unit
    return None


def _moved(policy: Policy, earlier: EventRecord, record: EventRecord, state: State) -> Decimal:
    """Return how far, in percent, the subject moved since the earlier event: by the levels of one series, else by changes.

    The changes are those told since, less what the earlier event told: a week's gain may hold the day's that alerted.
    """
    fact, series = record.facts[0], is_of_one_series(earlier.facts[0], record.facts[0])
    then, now = _level(earlier), _level(record)
    if series and then is not None and now is not None and then[1] == now[1] and then[0]:
        return round((now[0] - then[0]) / then[0] * 100, 2)
    span = max(fact.at - earlier.told_at, timedelta(0))
    told = _told(DIRECTIONS.get(fact.type, (fact.direction,)), span, fact, state, record)
    since = [
        event
        for at, event in told
        if event.event_id != earlier.event_id and at >= earlier.told_at and is_of_one_series(event.facts[0], fact)
    ]
    modality = _moving(policy)
    before = step_of(earlier, modality, timedelta.max)
    steps = [step for event in (*since, record) if (step := step_of(event, modality, span + 7 * DAY)) is not None]
    if before is None:
        return net_of(steps)
    steps = [step for step in steps if step.last >= before.last]
    return net_of([before, *steps]) - before.change
