"""Who has told anything of a commodity's family lately: the publishers of its open events, by the newest each of them told.

Derived from the records, like every index; an event that closes takes its tellings along, which are older than what is
asked. It goes by family, so that what comes in of other metals, and in which order, changes no verdict.
"""

from bisect import bisect_left, insort
from collections.abc import Mapping
from datetime import datetime, timedelta

from tocsin.correlate.kinship import Kinship
from tocsin.messages.event import EventRecord

LATELY = timedelta(days=7)
"""What counts as lately: the days for which the share of sources is told."""
_Outlet = tuple[str, str]
"""Family and publisher."""


class Outlets:
    """Publishers by family and by the time of what they told last."""

    def __init__(self, kinship: Kinship) -> None:
        self._kinship = kinship
        self._told: dict[_Outlet, dict[str, datetime]] = {}
        self._last: dict[_Outlet, datetime] = {}
        self._order: dict[str, list[tuple[datetime, str]]] = {}

    def note(self, record: EventRecord | None, former: EventRecord | None = None) -> None:
        """Put a record in the place of its former state; None where there is none."""
        new, old = self._newest(record), self._newest(former)
        event = record or former
        assert event is not None
        for outlet in new.keys() | old.keys():
            if new.get(outlet) != old.get(outlet):
                self._set(outlet, event.event_id, new.get(outlet))

    def heard(self, record: EventRecord, at: datetime) -> int:
        """Return how many publishers have told something of the event's families since a week before that moment."""
        since = (at - LATELY, "")
        orders = [self._order.get(family, []) for family in self._families(record)]
        if len(orders) == 1:
            return len(orders[0]) - bisect_left(orders[0], since)
        return len({publisher for order in orders for _, publisher in order[bisect_left(order, since) :]})

    def _families(self, record: EventRecord) -> list[str]:
        commodities = record.facts[0].commodities or ("",)
        return list(dict.fromkeys(self._kinship.root(commodity) for commodity in commodities))

    def _newest(self, record: EventRecord | None) -> Mapping[_Outlet, datetime]:
        found: dict[_Outlet, datetime] = {}
        if record is None or record.closed:
            return found
        for family in self._families(record):
            for source in record.sources:
                outlet = family, source.publisher.casefold()
                if outlet not in found or found[outlet] < source.at:
                    found[outlet] = source.at
        return found

    def _set(self, outlet: _Outlet, event_id: str, at: datetime | None) -> None:
        told = self._told.setdefault(outlet, {})
        former = told.pop(event_id, None)
        if at is not None:
            told[event_id] = at
        last = self._last.get(outlet)
        if at is not None and (last is None or at >= last):
            self._move(outlet, at)
        elif former is not None and former == last:
            self._move(outlet, max(told.values(), default=None))
        if not told:
            del self._told[outlet]

    def _move(self, outlet: _Outlet, at: datetime | None) -> None:
        family, publisher = outlet
        order = self._order.setdefault(family, [])
        last = self._last.pop(outlet, None)
        if last is not None:
            del order[bisect_left(order, (last, publisher))]
        if at is not None:
            self._last[outlet] = at
            insort(order, (at, publisher))
        elif not order:
            del self._order[family]


def telling(record: EventRecord, since: datetime) -> set[str]:
    """Return the independent publishers that tell the event since that moment."""
    return {source.publisher.casefold() for source in record.sources if source.independent and source.at >= since}
