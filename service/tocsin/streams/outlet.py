"""Writing so that nothing is lost: every message acknowledged by the broker, or the process ends uncommitted."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence

import structlog

from tocsin.broker import Outgoing
from tocsin.telemetry import Metrics, describe

log = structlog.get_logger(__name__)

Send = Callable[[Outgoing], Awaitable[Awaitable[object]]]
"""Hands a message to a producer; the awaitable that it returns ends when the broker has the message, or raises."""

ATTEMPTS = 5
ACKNOWLEDGED_WITHIN = 40.0
LONGEST_PAUSE = 5.0


class UndeliveredError(Exception):
    """Messages that the broker has not acknowledged after all attempts."""

    def __init__(self, count: int, reason: str) -> None:
        self.count, self.reason = count, reason
        super().__init__(f"{count} messages not acknowledged after {ATTEMPTS} attempts: {reason}")


async def send_all(send: Send, messages: Sequence[Outgoing]) -> list[BaseException | None]:
    """Send all, wait for each, and return what became of each: None when the broker has it."""
    sent: list[Awaitable[object]] = []
    failed: BaseException | None = None
    for message in messages:
        try:
            sent.append(await asyncio.wait_for(send(message), ACKNOWLEDGED_WITHIN))
        except Exception as error:  # noqa: BLE001 - whatever a client raises, the message is not delivered
            failed = error
            break
    waiting = [asyncio.ensure_future(one) for one in sent]
    if waiting:
        await asyncio.wait(waiting, timeout=ACKNOWLEDGED_WITHIN)
    outcomes = [_outcome(one) for one in waiting]
    return outcomes + [failed] * (len(messages) - len(outcomes))


def _outcome(one: "asyncio.Future[object]") -> BaseException | None:
    if not one.done():
        one.cancel()
        return TimeoutError("not acknowledged in time")
    if one.cancelled():
        return asyncio.CancelledError()
    return one.exception()


async def deliver(send: Send, messages: Sequence[Outgoing], *, stage: str, metrics: Metrics) -> None:
    """Return when the broker has every message; those it refused or lost are tried again, with growing pauses.

    Raises UndeliveredError after the last attempt: the caller must not go on as if it had worked.
    """
    left = list(messages)
    for attempt in range(ATTEMPTS):
        outcomes = await send_all(send, left)
        reasons = [outcome for outcome in outcomes if outcome is not None]
        if not reasons:
            return
        left = [message for message, outcome in zip(left, outcomes, strict=True) if outcome is not None]
        metrics.produce_retries.labels(stage).inc()
        log.warning("not acknowledged", messages=len(left), attempt=attempt + 1, error=describe(reasons[0]))
        if attempt + 1 < ATTEMPTS:
            await asyncio.sleep(min(0.2 * 2**attempt, LONGEST_PAUSE))
    raise UndeliveredError(len(left), describe(reasons[0]))
