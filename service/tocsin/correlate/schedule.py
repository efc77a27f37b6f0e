"""When events are due to close or to go: a heap of the days that have come, and a list for each day that has not.

Of the hundreds of thousands of events that a year holds nearly all are due on a later day, so the heap stays small.
"""

import heapq
from datetime import datetime

_Entry = tuple[datetime, str]


class Schedule:
    """Entries of when and which, handed out in order once their time has come."""

    def __init__(self) -> None:
        self._come: list[_Entry] = []
        self._later: dict[int, list[_Entry]] = {}
        self._today = 0

    def add(self, at: datetime, event_id: str) -> None:
        """Note that the event is due then."""
        day = at.toordinal()
        if day <= self._today:
            heapq.heappush(self._come, (at, event_id))
        else:
            self._later.setdefault(day, []).append((at, event_id))

    def pop(self, now: datetime) -> _Entry | None:
        """Take out the first entry whose time has come, if there is one."""
        if (today := now.toordinal()) > self._today:
            self._reach(today)
        return heapq.heappop(self._come) if self._come and self._come[0][0] <= now else None

    def _reach(self, today: int) -> None:
        self._today = today
        for day in [day for day in self._later if day <= today]:
            self._come += self._later.pop(day)
        heapq.heapify(self._come)
