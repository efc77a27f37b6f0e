"""Room: the collector rests while rules are read, and only then."""

import gc

import pytest

from tocsin.rules.room import GC_THRESHOLD, settle, without_collector


def _fail() -> None:
    assert not gc.isenabled()
    raise ValueError("faulty")


@pytest.mark.parametrize("on", [True, False])
def test_the_collector_is_left_as_it_was_found(on: bool) -> None:
    """Whoever switched it off before finds it off afterwards, also when reading failed."""
    before = gc.isenabled()
    (gc.enable if on else gc.disable)()
    try:
        with pytest.raises(ValueError, match="faulty"), without_collector():
            _fail()
        assert gc.isenabled() is on
    finally:
        (gc.enable if before else gc.disable)()


def test_within_one_another_the_outermost_switches_it_on() -> None:
    """Loading reads and builds, each of which may be called alone."""
    with without_collector():
        with without_collector():
            pass
        assert not gc.isenabled()
    assert gc.isenabled()


def test_what_a_process_has_built_is_searched_no_more() -> None:
    """Else each search would walk over all names of the lexicons, which stay as long as the process does."""
    before = gc.get_threshold()
    built: list[list[int]] = [[] for _ in range(100)]
    try:
        settle()
        assert gc.get_freeze_count() >= len(built)
        assert gc.get_threshold() == GC_THRESHOLD
    finally:
        gc.set_threshold(*before)
        gc.unfreeze()
