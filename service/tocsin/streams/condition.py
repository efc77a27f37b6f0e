"""What the probes of a stage answer: whether it has joined its group, has its state, takes records, and still moves.

Written by the worker, read by the probes' threads; every field is one plain value, so no lock is needed.
"""

import time
from collections.abc import Callable, Mapping, Sequence

STALLED_AFTER = 60.0
"""Seconds without a turn of the event loop after which a restart helps."""


class Condition:
    """The state of one stage, as told by its worker. `clock` returns seconds that never go back."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._turned = clock()
        self.joined = False
        self.rebalancing = False
        self.stopping = False
        self.stopped_taking: str | None = None
        self.configuration = ""
        """Hash of the configuration in force."""
        self.refused: tuple[str, ...] = ()
        """Why a changed configuration was not taken over; the stage goes on with the old one, so it stays ready."""
        self.recovering: dict[int, int] = {}
        """Records read so far, by partition whose state is being read back."""

    def turn(self) -> None:
        """Note that the event loop turns."""
        self._turned = self._clock()

    def ready_problems(self) -> Sequence[str]:
        """Return why the stage does not do its work now."""
        problems = []
        if not self.joined:
            problems.append("has not joined its consumer group yet")
        if self.rebalancing:
            problems.append("its consumer group is rebalancing")
        problems += [
            f"reads the state of partition {number} back, {count} records so far"
            for number, count in sorted(self.recovering.items())
        ]
        if self.stopped_taking is not None:
            problems.append(self.stopped_taking)
        if self.stopping:
            problems.append("is stopping")
        return problems

    def health_problems(self) -> Sequence[str]:
        """Return what a restart would mend."""
        still = self._clock() - self._turned
        return [f"its event loop has not turned for {still:.0f} s"] if still > STALLED_AFTER else []

    def details(self) -> Mapping[str, object]:
        """Return what the probes tell besides: the configuration in force, and why another was refused."""
        return {"configuration": self.configuration, "refused": list(self.refused)}
