from tocsin.streams.condition import STALLED_AFTER, Condition
from tocsin.streams.patience import Patience


def test_patience_ends_with_exceptions_in_a_row_only() -> None:
    patience = Patience(limit=3)
    for _ in range(10):
        patience.failed("KeyError at detector.py:12")
        patience.failed("KeyError at detector.py:12")
        patience.worked()
    assert not patience.is_over
    for _ in range(3):
        patience.failed("KeyError at detector.py:12")
    assert patience.is_over
    assert patience.reason().startswith("stopped after 3 handler exceptions in a row, the last: KeyError")


def test_ready_names_everything_that_is_in_the_way() -> None:
    condition = Condition()
    assert condition.ready_problems() == ["has not joined its consumer group yet"]
    condition.joined = True
    assert condition.ready_problems() == []
    condition.rebalancing = True
    condition.recovering[0] = 1234
    condition.stopped_taking = "stopped after 20"
    condition.stopping = True
    assert condition.ready_problems() == [
        "its consumer group is rebalancing",
        "reads the state of partition 0 back, 1234 records so far",
        "stopped after 20",
        "is stopping",
    ]


def test_health_fails_only_when_the_loop_stands_still() -> None:
    now = [0.0]
    condition = Condition(clock=lambda: now[0])
    condition.stopped_taking = "a release that trips is no reason to restart"
    now[0] = STALLED_AFTER
    assert condition.health_problems() == []
    now[0] += 1
    assert condition.health_problems() == ["its event loop has not turned for 61 s"]
    condition.turn()
    assert condition.health_problems() == []
