"""Tell from two looks at a group's offsets whether its stage moves. No threshold is needed.

- *moving*: nothing waits, or what waited gets done at least as fast as more comes in;
- *slow*: it gets on, but more came in than was done;
- *stalled*: something waited at the first look and none of it was done by the second;
- *stopped*: its process does not answer.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from tocsin.broker.offsets import Extent, lag_of
from tocsin.broker.records import Partition


class Motion(StrEnum):
    """The verdict on a stage."""

    MOVING = "moving"
    SLOW = "slow"
    STALLED = "stalled"
    STOPPED = "stopped"


@dataclass(frozen=True)
class Look:
    """One look at the partitions that a group reads: what lies there and what it has committed."""

    extents: Mapping[Partition, Extent]
    commits: Mapping[Partition, int | None]

    def lag(self, place: Partition) -> int:
        """Return what is still before the group in one partition."""
        return lag_of(self.extents[place], self.commits.get(place))

    @property
    def total_lag(self) -> int:
        """What is still before the group."""
        return sum(self.lag(place) for place in self.extents)


def motion(earlier: Look, later: Look, *, answers: bool = True) -> Motion:
    """Judge a stage from two looks; `answers` says whether any of its processes does.

    One partition that hangs is a stall even if new messages pass it by in others: it counts who waited already.
    """
    if not answers:
        return Motion.STOPPED
    waited = [place for place in earlier.extents if earlier.lag(place) > 0 and place in later.extents]
    if waited and not any(_done(earlier, later, place) for place in waited):
        return Motion.STALLED
    return Motion.SLOW if waited and later.total_lag > earlier.total_lag else Motion.MOVING


def _done(earlier: Look, later: Look, place: Partition) -> bool:
    """Tell whether some of what waited is done; what retention took away is not before anybody any more."""
    before = earlier.commits.get(place)
    after = later.commits.get(place)
    return (after is not None and after > (before if before is not None else -1)) or later.lag(place) == 0
