"""What a policy asks of earlier events: a sequence, counts and sums in a window, a burst, a pause, a cooldown, a re-arm level.

All of it is derived from the event records, by the time at which events were told; nothing here is remembered on its own.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator, Sequence
from datetime import datetime, timedelta
from decimal import Decimal

from tocsin.correlate.comparisons import compare_plain, shown_duration
from tocsin.correlate.kinds import DIRECTIONS
from tocsin.correlate.novelty import figures, novelty
from tocsin.correlate.policy import After, Burst, Policy, Window
from tocsin.correlate.quick import changed, make
from tocsin.correlate.state import State
from tocsin.messages.base import format_exact
from tocsin.messages.event import EventFact, EventRecord
from tocsin.messages.verdict import Comparison

_SIGNED = {"up": 1, "resume": 1, "build": 1, "down": -1, "halt": -1, "release": -1}


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
        yield _after(policy.after, fact, state, record)
    if policy.window is not None:
        yield from _window(policy.window, policy.directions, fact, state, record)
    if policy.burst is not None:
        yield _burst(policy.burst, state, record)


def held_back(policy: Policy, state: State, record: EventRecord, *, is_lifted: bool) -> str | None:
    """Return why a satisfied policy makes no alert for this event: a cooldown, or a level not moved far enough."""
    last = None
    if policy.cooldown is not None or policy.rearm is not None:
        last = state.last_alert(policy.name, record)
    if last is None:
        return None
    fired, earlier = last
    if policy.cooldown is not None and not is_lifted and fired + policy.cooldown.span > record.last_at:
        return f"cooldown of {shown_duration(policy.cooldown.span)} since the alert on {earlier.event_id[:8]}"
    if policy.rearm is not None:
        moved = _moved(earlier, record, state)
        if abs(moved) < policy.rearm:
            return (
                f"moved {format_exact(moved)} % since the alert on {earlier.event_id[:8]}, "
                f"less than another {format_exact(policy.rearm)} %"
            )
    return None


def _quiet(span: timedelta, fact: EventFact, state: State, record: EventRecord) -> Comparison:
    told = state.index.similar(fact, record.event_id)
    since = fact.at - told[-1] if told else None
    return make(
        Comparison,
        field="quiet_for",
        wanted=f"≥ {shown_duration(span)}",
        found="never told before" if since is None else shown_duration(since),
        held=since is None or since >= span,
        missed_by=None if since is None or since >= span else shown_duration(span - since),
    )


def _after(wanted: After, fact: EventFact, state: State, record: EventRecord) -> Comparison:
    roots = {state.index.kinship.root(commodity) for commodity in fact.commodities}
    found = None
    for told in state.index.of_kind(sorted(wanted.signals), sorted(wanted.directions), sorted(roots)):
        first, last = bisect_left(told, (fact.at - wanted.within, "")), bisect_right(told, (fact.at, "~"))
        ids = [entry for entry in told[first:last] if entry[1] != record.event_id]
        found = max([*ids, *([found] if found else [])], default=None)
    return make(
        Comparison,
        field="after",
        wanted=f"{' or '.join(sorted(wanted.signals))} within {shown_duration(wanted.within)} before",
        found=None if found is None else f"{found[1][:8]}, {shown_duration(fact.at - found[0])} before",
        held=found is not None,
    )


def _window(
    wanted: Window, directions: Collection[str], fact: EventFact, state: State, record: EventRecord
) -> Iterator[Comparison]:
    within = f"within {shown_duration(wanted.within)}"
    if wanted.count is not None:
        counted = sorted(directions) or (fact.direction,)
        count = 1 + len({event.event_id for _, event in _told(counted, wanted.within, fact, state, record)})
        yield make(
            Comparison,
            field="window.count",
            wanted=f"≥ {wanted.count} {within}",
            found=str(count),
            held=count >= wanted.count,
            missed_by=None if count >= wanted.count else str(wanted.count - count),
        )
    if wanted.change is not None:
        total = _net_change(wanted.within, fact, state, record)
        short = wanted.change - total * _SIGNED.get(fact.direction, 0)
        yield make(
            Comparison,
            field="window.change",
            wanted=f"≥ {format_exact(wanted.change)} % {within}",
            found=f"{format_exact(total)} % net",
            held=short <= 0,
            missed_by=None if short <= 0 else f"{format_exact(short)} %",
        )


def _net_change(within: timedelta, fact: EventFact, state: State, record: EventRecord) -> Decimal:
    """Return the subject's change over the window in percent: what went the other way counts against it."""
    told = _told(DIRECTIONS.get(fact.type, (fact.direction,)), within, fact, state, record)
    return sum((_change(event) for _, event in told), _change(record))


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
            Comparison, field="burst", wanted=f"{wanted.seen} events to know the usual", found=str(before), held=False
        )
    return make(
        Comparison,
        field="burst",
        wanted=f"{text} within {shown_duration(wanted.within)}",
        found=str(now),
        held=now >= max(wanted.times * usual, Decimal(2)),
    )


def _change(record: EventRecord) -> Decimal:
    """Return the event's change in percent with its sign; 0 where it has none, or is denied or withdrawn."""
    if record.denied or record.withdrawn:
        return Decimal(0)
    for fact in reversed(record.facts):
        for amount in fact.amounts:
            if amount.kind == "change" and amount.unit == "percent":
                return amount.low * _SIGNED.get(fact.direction, 0)
    return Decimal(0)


def _level(record: EventRecord) -> tuple[Decimal, str] | None:
    for fact in reversed(record.facts):
        for amount in fact.amounts:
            if amount.kind == "level":
                return amount.low, amount.unit
    return None


def _moved(earlier: EventRecord, record: EventRecord, state: State) -> Decimal:
    """Return how far, in percent, the subject moved since the earlier event: by its levels, else by the changes in between."""
    then, now = _level(earlier), _level(record)
    if then is not None and now is not None and then[1] == now[1] and then[0]:
        return round((now[0] - then[0]) / then[0] * 100, 2)
    fact = record.facts[0]
    told = _told(
        DIRECTIONS.get(fact.type, (fact.direction,)), _positive(fact.at - earlier.told_at), fact, state, record
    )
    between = (event for at, event in told if event.event_id != earlier.event_id and at >= earlier.told_at)
    return sum((_change(event) for event in between), _change(record))


def _positive(span: timedelta) -> timedelta:
    return max(span, timedelta(0))
