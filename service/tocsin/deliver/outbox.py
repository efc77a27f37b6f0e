"""Decide what follows an attempt: done, again later, to the fallback, or dead. Time and chance are arguments."""

from datetime import datetime, timedelta

from tocsin.deliver.receivers import Receiver
from tocsin.deliver.values import Claim, Failure, Outcome, Settlement, Status

FIRST_PAUSE = timedelta(seconds=1)
LONGEST_PAUSE = timedelta(minutes=5)
LONGEST_RETRY_AFTER = timedelta(hours=1)
"""A channel that asks for more is asked again after this long."""

PATIENCE = timedelta(hours=24)
"""How long a message is tried when nobody else can get it; news older than a day helps nobody."""

PATIENCE_WITH_FALLBACK = timedelta(minutes=10)

FAILURES_BEFORE_PAUSE = 3
"""Transient failures in a row after which it is the destination that is down, not a message that is bad."""

LONGEST_DESTINATION_PAUSE = timedelta(minutes=1)


def backoff(attempt: int, chance: float) -> timedelta:
    """Return the pause after the attempt with that number (from 1): doubling to a limit, with `chance` in [0, 1) of jitter.

    The pause is between half and the whole of the doubled time, so that many failures do not come back at one instant.
    """
    doublings: int = min(max(attempt - 1, 0), 20)
    whole = min(FIRST_PAUSE * (1 << doublings), LONGEST_PAUSE)
    return whole / 2 + whole / 2 * chance


def destination_pause(failures: int, chance: float) -> timedelta | None:
    """Return how long a destination is left alone after so many transient failures in a row; None while they are few.

    What is down is asked by one message now and then, not by every message that waits.
    """
    if failures < FAILURES_BEFORE_PAUSE:
        return None
    return min(backoff(failures - FAILURES_BEFORE_PAUSE + 1, chance), LONGEST_DESTINATION_PAUSE)


def settle(claim: Claim, outcome: Outcome, receiver: Receiver, now: datetime, chance: float) -> Settlement:
    """Return what follows the outcome of an attempt."""
    if outcome.is_sent:
        return Settlement(Status.SENT)
    pause = backoff(claim.attempt, chance)
    slow_until = None
    if outcome.failure is Failure.RATE_LIMITED:
        pause = max(min(outcome.retry_after or pause, LONGEST_RETRY_AFTER), timedelta(seconds=1))
        slow_until = now + pause
    patience = PATIENCE_WITH_FALLBACK if receiver.fallback else PATIENCE
    is_over = now + pause - claim.began_at > patience and outcome.failure is not Failure.RATE_LIMITED
    if outcome.failure is Failure.PERMANENT or is_over:
        return Settlement(Status.DEAD, fallback=receiver.fallback)
    return Settlement(Status.WAITING, not_before=now + pause, slow_until=slow_until)
