"""Measuring on a machine that is not ours alone: CPU time, candidates in turn, medians.

The collector's cost is that of a worker: everything built beforehand is frozen out of it, what the candidates make is not, and it
comes as seldom.
"""

import gc
import signal
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from types import FrameType

from tocsin.rules.room import settle

Candidate = Callable[[], object]


def interleave(candidates: Mapping[str, Candidate], rounds: int = 5) -> dict[str, float]:
    """Return the median CPU seconds of each candidate; each round calls all of them, beginning with another one."""
    taken: dict[str, list[float]] = {name: [] for name in candidates}
    names = list(candidates)
    for number in range(rounds):
        turn = number % len(names)
        for name in names[turn:] + names[:turn]:
            taken[name].append(cpu(candidates[name]))
    return {name: median(found) for name, found in taken.items()}


def cpu(candidate: Candidate) -> float:
    """Return the CPU seconds of one call."""
    gc.collect()
    settle()
    begun = time.process_time()
    candidate()
    return time.process_time() - begun


def each(work: Callable[[bytes], object], items: Sequence[bytes], rounds: int = 5) -> list[float]:
    """Return the CPU seconds of each item, the median of the rounds."""
    taken: list[list[float]] = [[] for _ in items]
    gc.collect()
    settle()
    for _ in range(rounds):
        for place, item in enumerate(items):
            begun = time.process_time()
            work(item)
            taken[place].append(time.process_time() - begun)
    return [median(found) for found in taken]


def percentile(values: Sequence[float], share: float) -> float:
    """Return the value that the share of the others does not exceed."""
    return sorted(values)[min(len(values) - 1, int(share * len(values)))]


class TooLongError(Exception):
    """What was measured did not come to an end in time."""


@contextmanager
def limit(seconds: float) -> Iterator[None]:
    """Raise TooLongError in the block after so many seconds of CPU time."""

    def ring(_signal: int, _frame: FrameType | None) -> None:
        raise TooLongError

    before = signal.signal(signal.SIGPROF, ring)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def resident() -> float:
    """Return this process's memory in MB."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * 4096 / 1e6


def cpu_of(pid: int) -> float:
    """Return the CPU seconds that another process has used."""
    fields = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / 100
