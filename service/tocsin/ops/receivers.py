"""Which receivers get nothing just now, since when, and what an operator can do: the ledger's refusals, judged.

A channel that fails for seconds is nothing to worry about: the outbox tries again. One that fails for longer, or for which
a message was given up, is.
"""

from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime, timedelta

from tocsin.deliver.values import Failure, Refusal
from tocsin.rules.faults import TocsinError
from tocsin.store import look_into

PATIENCE = timedelta(minutes=1)
"""So long a channel may fail before that is no longer fine."""

REMEMBERED = timedelta(days=1)
"""So long what was given up is told, unless the channel accepts something before."""


@dataclass(frozen=True)
class Deliveries:
    """How the sending goes: the receivers that refuse, or why nobody can tell."""

    refusals: Sequence[Refusal] = ()
    problem: str | None = None
    at: datetime | None = None

    @property
    def is_fine(self) -> bool:
        """The ledger answers, and nobody refuses for long."""
        return self.problem is None and all(self.is_passing(refusal) for refusal in self.refusals)

    def is_passing(self, refusal: Refusal) -> bool:
        """Tell whether it is too early to call it a refusal: nothing was given up, and the first try is young."""
        return not refusal.given_up and self.at is not None and self.at - refusal.since < PATIENCE


def look(ledger: Callable[[], str], now: datetime) -> Deliveries:
    """Ask the ledger at the address that `ledger` returns or cannot read. One that is not there yet has sent nothing."""
    try:
        opened = look_into(ledger())
        if opened is None:
            return Deliveries(at=now)
        with closing(opened) as found:
            return Deliveries(tuple(found.refusals(now, REMEMBERED)), at=now)
    except TocsinError as error:
        return Deliveries(problem=str(error), at=now)
    except OSError as error:
        return Deliveries(problem=f"the ledger's address cannot be read: {error.strerror}: {error.filename}", at=now)


def remedy(refusal: Refusal) -> str:
    """Say what to do about it."""
    name = f"'{refusal.receiver}'" if " " in refusal.receiver else refusal.receiver
    lost = "; what was given up is not sent again" if refusal.given_up else ""
    if refusal.failure is Failure.RATE_LIMITED:
        return f"nothing: what waits goes out when the channel allows it; a cap for the receiver asks less of it{lost}"
    if refusal.failure is Failure.PERMANENT:
        return f"mend the address below receivers, then try it with `tocsin notify test {name}`{lost}"
    waits = "what waits goes out by itself once the channel accepts" if refusal.retried or refusal.behind else ""
    return f"see that the channel answers: `tocsin notify test {name}`" + (f"; {waits}" if waits else "") + lost
