"""Finding the events that a fact may belong to, without touching the others.

An event is found by time (told at nearly the same time, same type, family of commodity and sense), and, at any distance
in time, by what is particular: a word of a name, a country's measure, a number of three digits.
"""

from bisect import bisect_left, bisect_right, insort
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from datetime import datetime, timedelta
from typing import TypeVar

from tocsin.correlate.amounts import STRONG_DIGITS
from tocsin.correlate.comparable import Fact, ready, sense_of, shed
from tocsin.correlate.glance import of_its_figure
from tocsin.correlate.kinds import DIRECTIONS, HORIZON, IMPOSED, MARKET_MOVES, PLANNED, REPORTS, REVERSALS
from tocsin.correlate.kinship import Kinship
from tocsin.correlate.names import name_keys
from tocsin.messages.event import EventFact, EventRecord
from tocsin.messages.signal import Modality

HISTORICAL = Modality.HISTORICAL

NEAR = WEEK = timedelta(days=7)
NEAR_MOVES = timedelta(days=3)
RECALLED = timedelta(days=35)
"""How far back a move lies that an article recalls: what the price did a week or a month before."""

Key = tuple[str, str, str]
"""Type, root of a commodity's family, sense."""
Anchor = tuple[str, str] | tuple[str, int] | tuple[str, int, int]
"""What stands in a fact and the word, or a unit, the number to the hundredth and, for a market's, its week."""
Similar = tuple[str, str, str]
Moments = list[tuple[datetime, str]]
_Held = str | dict[str, None]
"""The only event at an anchor, which is the rule, or several: a year holds hundreds of thousands of anchors."""
_MOST_KEYS = 65_536
_K = TypeVar("_K")


class EventIndex:
    """Events by key and time, by anchors, and by likeness (for novelty); and their facts made ready."""

    def __init__(self, kinship: Kinship) -> None:
        self.kinship = kinship
        self._near: dict[Key, Moments] = {}
        self._anchors: dict[Key, dict[Anchor, _Held]] = {}
        self._similar: dict[Similar, Moments] = {}
        self._facts: dict[str, tuple[Fact, ...]] = {}
        self._keys: dict[tuple[str, str, tuple[str, ...]], tuple[Key, ...]] = {}
        self._last: Fact | None = None

    @property
    def known(self) -> Mapping[str, tuple[Fact, ...]]:
        """The facts of every event, ready for comparison."""
        return self._facts

    def ready(self, told: EventFact) -> Fact:
        """Make a fact ready; the last one is remembered, since what is compared is often added next."""
        if self._last is None or self._last.told is not told:
            self._last = ready(told)
        return self._last

    def candidates(self, fact: Fact) -> dict[str, None]:
        """Return the events that are like the fact: told near it in time, or sharing what is particular."""
        return self._find(fact, fact.sense)

    def likely(self, fact: Fact) -> dict[str, None]:
        """Return the candidates without most of those to which the fact cannot belong, a number being another."""
        return self._find(fact, fact.sense, is_same=True)

    def undoable(self, fact: Fact) -> dict[str, None]:
        """Return the events that the fact may undo."""
        found: dict[str, None] = {}
        undone = REVERSALS.get((fact.type, fact.direction), ())
        for sense in dict.fromkeys(sense_of(fact.type, direction) for direction in undone):
            found.update(self._find(fact, sense))
        return found

    def similar(self, fact: EventFact, without: str, is_before: Callable[[str], bool]) -> list[datetime]:
        """Return when similar events (type, direction, a common commodity) were told: the last week's, in order.

        Of those told at the very same moment it asks `is_before`. Where there are none, only the last one of the year before,
        if any: more is never asked, and a year may hold thousands.
        """
        times: dict[str, datetime] = {}
        before: datetime | None = None
        for commodity in fact.commodities or ("",):
            told = self._similar.get((fact.type, fact.direction, commodity), [])
            first, now = bisect_left(told, (fact.at - WEEK, "")), bisect_left(told, (fact.at, ""))
            times.update({event_id: at for at, event_id in told[first:now]})
            at_once = told[now : bisect_right(told, (fact.at, "~"))]
            times.update({event_id: at for at, event_id in at_once if event_id != without and is_before(event_id)})
            if first and told[first - 1][1] == without:
                first -= 1
            if first and (before is None or told[first - 1][0] > before):
                before = told[first - 1][0]
        times.pop(without, None)
        if times:
            return sorted(times.values())
        return [before] if before is not None and fact.at - before <= HORIZON else []

    def events(self, fact: EventFact, since: timedelta, without: str) -> list[tuple[datetime, str]]:
        """Return the similar events told in the time before the fact, in order, as (when, id)."""
        commodities = fact.commodities or ("",)
        if len(commodities) == 1:
            told = self._similar.get((fact.type, fact.direction, commodities[0]), [])
            first, last = bisect_left(told, (fact.at - since, "")), bisect_right(told, (fact.at, "~"))
            return [entry for entry in told[first:last] if entry[1] != without]
        found: dict[tuple[datetime, str], None] = {}
        for commodity in commodities:
            told = self._similar.get((fact.type, fact.direction, commodity), [])
            first, last = bisect_left(told, (fact.at - since, "")), bisect_right(told, (fact.at, "~"))
            found.update((entry, None) for entry in told[first:last] if entry[1] != without)
        return sorted(found)

    def count(self, record: EventRecord, since: timedelta, until: timedelta) -> int:
        """Count the events similar to this one that were told between two spans before it, `since` the longer one."""
        fact = record.facts[0]
        first, last = (fact.at - since, ""), (fact.at - until, "~")
        commodities = fact.commodities or ("",)
        if len(commodities) > 1:
            return sum(entry <= last for entry in self.events(fact, since, record.event_id))
        told = self._similar.get((fact.type, fact.direction, commodities[0]), [])
        itself = _stands(record) and first <= (record.told_at, record.event_id) <= last
        return bisect_right(told, last) - bisect_left(told, first) - itself

    def of_kind(self, types: Iterable[str], directions: Collection[str], roots: Collection[str]) -> Iterator[Moments]:
        """Yield the events of these types and directions (any, where none is named) of families of commodities."""
        for kind in types:
            for direction in directions or DIRECTIONS.get(kind, ()):
                for root in roots:
                    told = self._near.get((kind, root, sense_of(kind, direction)))
                    if told is not None:
                        yield told

    def add(self, record: EventRecord) -> None:
        """Index an event."""
        facts = self._facts[record.event_id] = tuple([self.ready(fact) for fact in record.facts])
        entry = record.told_at, record.event_id
        for key, anchors in self._places(facts).items():
            insort(self._near.setdefault(key, []), entry)
            self._enter(key, anchors, record.event_id)
        for alike in _similar_keys(facts) if _stands(record) else ():
            insort(self._similar.setdefault(alike, []), entry)
        if record.closed:
            self._shed(facts)

    def remove(self, event_id: str, told_at: datetime) -> None:
        """Take an event out again, told first at that moment."""
        facts = self._facts.pop(event_id)
        entry = told_at, event_id
        for key, anchors in self._places(facts).items():
            _remove(self._near, key, entry)
            self._leave(key, anchors, event_id)
        for alike in _similar_keys(facts):  # those of one that does not stand hold nothing of it
            _remove(self._similar, alike, entry)

    def replace(self, old: EventRecord, record: EventRecord) -> None:
        """Put an event in the place of its former state; what stays as it was is not touched."""
        before = self._facts[old.event_id]
        known = {id(fact.told): fact for fact in before}
        facts = tuple([known.get(id(told)) or self.ready(told) for told in record.facts])
        self._facts[record.event_id] = facts
        former = old.told_at, record.event_id
        entry = former if old.told_at == record.told_at else (record.told_at, record.event_id)
        more = facts[len(before) :] if facts[: len(before)] == before else None
        if entry is former and more is not None:
            self._add_facts(entry, before, more)
        else:
            self._exchange(former, before, entry, facts)
        stood, stands = _stands(old), _stands(record)
        if stood != stands or more is None or entry is not former:
            for alike in _similar_keys(before) if stood else ():
                _remove(self._similar, alike, former)
            for alike in _similar_keys(facts) if stands else ():
                insort(self._similar.setdefault(alike, []), entry)
        if record.closed:
            self._shed(facts)

    def _shed(self, facts: tuple[Fact, ...]) -> None:
        """Let the facts of a closed event hold no more than is compared."""
        self._last = None
        for fact in facts:
            shed(fact)

    def _add_facts(self, entry: tuple[datetime, str], before: tuple[Fact, ...], more: tuple[Fact, ...]) -> None:
        """Index further facts of an event, whose first one says what it is similar to."""
        known = {key for fact in before for key in self._keys_of(fact, fact.sense)} if more else ()
        for key, anchors in self._places(more).items():
            if key not in known:
                insort(self._near.setdefault(key, []), entry)
            self._enter(key, anchors, entry[1])

    def _exchange(
        self,
        former: tuple[datetime, str],
        before: tuple[Fact, ...],
        entry: tuple[datetime, str],
        facts: tuple[Fact, ...],
    ) -> None:
        """Put an event's new facts in the place of its former ones, touching only what has changed."""
        event_id, is_moved = entry[1], entry != former
        places, former_places = self._places(facts), self._places(before)
        for key, anchors in former_places.items():
            kept = places.get(key)
            if kept is None or is_moved:
                _remove(self._near, key, former)
            self._leave(key, anchors if kept is None else anchors.keys() - kept.keys(), event_id)
        for key, anchors in places.items():
            if key not in former_places or is_moved:
                insort(self._near.setdefault(key, []), entry)
            self._enter(key, anchors, event_id)

    def _enter(self, key: Key, anchors: Iterable[Anchor], event_id: str) -> None:
        """Let the event be found by the anchors; those by which it is found already stay as they are."""
        held: dict[Anchor, _Held] | None = self._anchors.get(key)
        for anchor in anchors:
            if held is None:
                held = self._anchors[key] = {}
            others = held.setdefault(anchor, event_id)
            if isinstance(others, dict):
                others[event_id] = None
            elif others != event_id:
                held[anchor] = {others: None, event_id: None}

    def _leave(self, key: Key, anchors: Iterable[Anchor], event_id: str) -> None:
        held = self._anchors.get(key, {})
        for anchor in anchors:
            others = held[anchor]
            if isinstance(others, dict):
                del others[event_id]
            if not others or others == event_id:
                del held[anchor]
                if not held:
                    del self._anchors[key]

    def _find(self, fact: Fact, sense: str, *, is_same: bool = False) -> dict[str, None]:
        """Return the events near in time, and those of any time that share an anchor, in the order found."""
        found: dict[str, None] = {}
        reach = NEAR if fact.type not in MARKET_MOVES else RECALLED if fact.modality is HISTORICAL else NEAR_MOVES
        anchors: list[Anchor] | None = None
        for key in self._keys_of(fact, sense):
            told = self._near.get(key)
            if told is None:
                continue
            first, last = bisect_left(told, (fact.at - reach, "")), bisect_right(told, (fact.at + reach, "~"))
            ids = [event_id for _, event_id in told[first:last]]
            known = self._anchors.get(key)
            if known is not None:
                if anchors is None:
                    anchors = _anchors(fact, around=True)
                for anchor in anchors:
                    held = known.get(anchor)
                    if held is not None:
                        ids += (held,) if isinstance(held, str) else held
            found.update(dict.fromkeys(of_its_figure(fact, ids, self._facts) if is_same else ids))
        return found

    def _keys_of(self, fact: Fact, sense: str) -> tuple[Key, ...]:
        asked = (fact.type, sense, fact.told.commodities)
        keys = self._keys.get(asked)
        if keys is None:
            roots = dict.fromkeys(self.kinship.root(commodity) for commodity in fact.told.commodities)
            keys = tuple((fact.type, root, sense) for root in roots or ("",))
            if len(self._keys) >= _MOST_KEYS:
                self._keys.clear()
            self._keys[asked] = keys
        return keys

    def _places(self, facts: tuple[Fact, ...]) -> dict[Key, dict[Anchor, None]]:
        """Return where the facts are found: their keys, each with its anchors."""
        found: dict[Key, dict[Anchor, None]] = {}
        for fact in facts:
            anchors = dict.fromkeys(_anchors(fact))
            for key in self._keys_of(fact, fact.sense):
                others = found.get(key)
                found[key] = anchors if others is None else others | anchors
        return found


def _stands(record: EventRecord) -> bool:
    """Tell whether the event happened, or is foreseen: neither withdrawn nor denied, and told by somebody as more than background."""
    return not record.withdrawn and not record.denied and any(fact.modality is not HISTORICAL for fact in record.facts)


def _similar_keys(facts: tuple[Fact, ...]) -> dict[Similar, None]:
    first = facts[0]
    return {(first.type, first.direction, commodity): None for commodity in first.told.commodities or ("",)}


def _remove(index: dict[_K, Moments], key: _K, entry: tuple[datetime, str]) -> None:
    entries = index.get(key, [])
    at = bisect_left(entries, entry)
    if at < len(entries) and entries[at] == entry:
        del entries[at]
    if not entries:
        index.pop(key, None)


def _anchors(fact: Fact, *, around: bool = False) -> list[Anchor]:
    """Return what the fact can be found by: words of its names, country, month reported, numbers to the hundredth.

    A market's numbers are found within weeks of their time, `around` looks at the neighbours too.
    """
    told, found = fact.told, list[Anchor]()
    for party in fact.parties:
        if party.id is not None:
            found.append(("id", party.id))
        found += [("name", word) for word in name_keys(party.name)]
    for name in (told.place, told.route):
        if name:
            found += [("name", word) for word in name_keys(name)]
    if fact.type in IMPOSED:  # its actor is a country, which finds events at any distance in time
        found += [("country", country) for country in fact.countries]
        if told.measure and ((around and fact.modality is Modality.DENIED) or fact.modality in PLANNED):
            found.append(("measure", told.measure))  # who denies a plan need not say whose it was
    if fact.period.references and (around or fact.type in REPORTS or fact.modality in PLANNED):
        found += [
            ("period", month) for month in fact.period.months
        ]  # what is foreseen is found once its period has come
    if fact.type not in MARKET_MOVES:
        found += [("due", month) for month in _due(fact, around=around)]
    return found + _number_anchors(fact, around=around) if fact.numbers else found


def _due(fact: Fact, *, around: bool) -> tuple[str, ...]:
    """Return the months for which something is planned; of what may have come of a plan, the month in which it did."""
    if fact.modality in PLANNED:
        months = fact.period.months if fact.day is None else (*fact.period.months, f"{fact.day:%Y-%m}")
        return tuple(dict.fromkeys(months))
    return (f"{fact.day or fact.at:%Y-%m}",) if around else ()


_PLANNED_DIGITS = 2
"""Digits of a planned number by which what came of the plan finds it."""


def _number_anchors(fact: Fact, *, around: bool) -> list[Anchor]:
    """Return the anchors of a fact's telling numbers: unit and size, of moves with the week; `around` with those next to them."""
    week = fact.at.toordinal() // 7 if fact.type in MARKET_MOVES else None
    least = _PLANNED_DIGITS if week is None and (around or fact.modality in PLANNED) else STRONG_DIGITS
    found: list[Anchor] = []
    for number in fact.numbers:
        if number.digits < least:
            continue
        unit, bucket = number.unit, number.hundredth
        buckets = (bucket - 1, bucket, bucket + 1) if around else (bucket,)
        if week is None:
            found += [(unit, near) for near in buckets]
        else:
            weeks = (week - 1, week, week + 1) if around else (week,)
            found += [(unit, near, then) for near in buckets for then in weeks]
    return found
