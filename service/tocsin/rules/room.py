"""Room: what reading the rules asks of memory. A hundred thousand names are a million small objects, and all of them stay.

The collector looks for cycles, of which neither reading nor detecting nor correlating makes any.
"""

import ctypes
import gc
import sys
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def without_collector() -> Iterator[None]:
    """Hold the search for cycles while much is made that stays: it would walk over all of it again and again for nothing."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            _grow_old()
            gc.enable()


def _grow_old() -> None:
    """Put what was made among what is old, which the search looks at last. It would begin with all of it, a twelfth of the loading."""
    if not gc.get_freeze_count():  # else what somebody froze would thaw with it
        gc.freeze()
        gc.unfreeze()


def settle() -> None:
    """Let a process that has built what it works with be searched for cycles seldom, and what it has built never again."""
    gc.set_threshold(*GC_THRESHOLD)
    gc.freeze()


GC_THRESHOLD = (100_000, 50, 100)
"""A market's events live for a year: looking through 100,000 of them for garbage took a third of correlate's time, and looking
through what detect makes of an article and forgets a twentieth of detect's."""


def give_back() -> None:
    """Give the system back what reading took and freed. The C library would hold on to it, a quarter of the whole."""
    trim = getattr(ctypes.CDLL(None), "malloc_trim", None) if sys.platform == "linux" else None
    if trim is not None:  # other C libraries than GNU's have none
        trim(0)
