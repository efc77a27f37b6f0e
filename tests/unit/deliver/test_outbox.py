"""What follows an attempt."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tocsin.deliver.outbox import (
    LONGEST_DESTINATION_PAUSE,
    LONGEST_PAUSE,
    LONGEST_RETRY_AFTER,
    PATIENCE,
    PATIENCE_WITH_FALLBACK,
    backoff,
    destination_pause,
    settle,
)
from tocsin.deliver.receivers import build
from tocsin.deliver.values import Claim, Failure, Outcome, Settlement, Status
from tocsin.messages import Severity
from tocsin.testing.alerts import NOON, alert

DESK = build("desk", {"url": "json://127.0.0.1"})
GUARDED = build("desk", {"url": "json://127.0.0.1", "fallback": ["alice"]})
CLAIM = Claim(1, "desk", alert(), (), (), Severity.HIGH, attempt=1, began_at=NOON, planned_at=NOON)
LOST = Outcome(Failure.TRANSIENT, "HTTP 500")
SECOND = timedelta(seconds=1)


def test_an_accepted_message_is_sent() -> None:
    assert settle(CLAIM, Outcome(), DESK, NOON, 0.5) == Settlement(Status.SENT)


def test_a_transient_failure_is_tried_again_after_a_pause() -> None:
    assert settle(CLAIM, LOST, DESK, NOON, 0.0) == Settlement(Status.WAITING, NOON + SECOND / 2)


def test_a_permanent_failure_is_dead_at_once_and_goes_to_the_fallback() -> None:
    wrong = Outcome(Failure.PERMANENT, "HTTP 404")
    assert settle(CLAIM, wrong, GUARDED, NOON, 0.0) == Settlement(Status.DEAD, fallback=("alice",))
    assert settle(CLAIM, wrong, DESK, NOON, 0.0) == Settlement(Status.DEAD)


@pytest.mark.parametrize(
    ("asked", "pause"),
    [
        (timedelta(seconds=30), timedelta(seconds=30)),
        (timedelta(days=3), LONGEST_RETRY_AFTER),
        (timedelta(0), SECOND / 2),
    ],
)
def test_retry_after_is_honoured_and_slows_the_destination(asked: timedelta, pause: timedelta) -> None:
    made = settle(CLAIM, Outcome(Failure.RATE_LIMITED, "HTTP 429", asked), DESK, NOON, 0.0)
    until = NOON + max(pause, SECOND)
    assert made == Settlement(Status.WAITING, until, slow_until=until)


def test_patience_is_shorter_where_somebody_else_can_be_told() -> None:
    late = replace(CLAIM, attempt=9)
    assert settle(late, LOST, GUARDED, NOON + PATIENCE_WITH_FALLBACK, 0.0).status is Status.DEAD
    assert settle(late, LOST, DESK, NOON + PATIENCE_WITH_FALLBACK, 0.0).status is Status.WAITING
    assert settle(late, LOST, DESK, NOON + PATIENCE, 0.0).status is Status.DEAD


def test_a_destination_that_fails_again_and_again_is_left_alone_for_longer_and_longer() -> None:
    pauses = [destination_pause(failures, 0.0) for failures in range(40)]
    assert pauses[:3] == [None, None, None]
    assert pauses[3] == SECOND / 2
    assert pauses[4] == SECOND
    assert pauses[-1] == LONGEST_DESTINATION_PAUSE


@given(st.integers(min_value=-5, max_value=10_000), st.floats(min_value=0, max_value=1, exclude_max=True))
def test_pauses_grow_to_a_limit_and_are_never_zero(attempt: int, chance: float) -> None:
    pause = backoff(attempt, chance)
    assert timedelta(milliseconds=500) <= pause <= LONGEST_PAUSE
    assert pause <= backoff(attempt + 1, chance)
