"""When a child that died is started again, and when that is pointless: decided from how long its runs lasted.

A stage that has proved itself once is restarted for ever, with growing pauses that a stable run resets: whatever kills it now
(a broker or database that is away) may come back. A stage that never ran stably and keeps dying is a crash loop, and a
status of 2 means that what a person wrote is wrong: then no restart helps, and the person should be told.
"""

from dataclasses import dataclass, replace

FIRST_PAUSE = 0.5
LONGEST_PAUSE = 30.0
USAGE_STATUS = 2
"""Exit status of a process whose call or configuration is wrong."""


@dataclass(frozen=True)
class History:
    """A child's past: quick deaths in a row, and whether it ever ran for as long as counts as stable."""

    quick_deaths: int = 0
    proved: bool = False


@dataclass(frozen=True)
class Restart:
    """Start the child again after so many seconds."""

    after: float


@dataclass(frozen=True)
class GiveUp:
    """Start nothing again, and say why."""

    reason: str


@dataclass(frozen=True)
class Rules:
    """`stable`: seconds after which a run counts as one; `tries`: quick deaths in a row that make a crash loop at the start."""

    stable: float = 30.0
    tries: int = 5

    def after(self, history: History, lasted: float, status: int) -> tuple[History, Restart | GiveUp]:
        """Decide after a run of `lasted` seconds that ended with `status` (negative: the signal that killed it)."""
        if lasted >= self.stable:
            return History(quick_deaths=0, proved=True), Restart(FIRST_PAUSE)
        history = replace(history, quick_deaths=history.quick_deaths + 1)
        if not history.proved and status == USAGE_STATUS:
            return history, GiveUp(
                "its call or configuration is wrong, see its last lines; `tocsin check` names the faults"
            )
        if not history.proved and history.quick_deaths >= self.tries:
            how = f"signal {-status}" if status < 0 else f"status {status}"
            return history, GiveUp(
                f"it died {history.quick_deaths} times in a row within {self.stable:g} s of its start, "
                f"the last time with {how}; its last lines say why"
            )
        return history, Restart(min(FIRST_PAUSE * 2.0 ** (history.quick_deaths - 1), LONGEST_PAUSE))
