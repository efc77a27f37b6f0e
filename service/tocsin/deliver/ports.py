"""What the room needs of a ledger and of a channel, and what each call promises."""

from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Protocol

from tocsin.deliver.feedback import Vote, Voted
from tocsin.deliver.message import Message
from tocsin.deliver.receivers import Receiver
from tocsin.deliver.silences import Ancestors, no_ancestors
from tocsin.deliver.values import Attempt, Claim, Due, History, Outcome, Plan, Settlement, Silence, View
from tocsin.messages import Alert
from tocsin.rules.faults import TocsinError


class LedgerUnavailableError(TocsinError):
    """The database does not answer or refuses; trying again may help."""

    def __init__(self, place: str, reason: str) -> None:
        self.place, self.reason = place, reason
        super().__init__(f"ledger {place}: {reason}")


Decide = Callable[[View, Alert], Plan]


class Ledger(Protocol):
    """Remembers what was planned and sent. Each call is one transaction; all of it happens or nothing.

    Every call raises LedgerUnavailableError when the database does not answer; trying again is then right.
    """

    def record(
        self, alerts: Sequence[Alert], decide: Decide, now: datetime, capped: Collection[str] = ()
    ) -> list[Plan]:
        """Ask `decide` for each alert's plan with the view of it, and write the plans, in order, in one transaction.

        When it returns, the plans last; calling again with the same alerts plans nothing. `capped` names the receivers whose
        messages of the last hour must be counted.
        """

    def due(self, receivers: Collection[str], now: datetime) -> Due:
        """Tell which of the receivers have something to send now, and when the next of their rows falls due."""

    def claim(
        self, owner: str, receivers: Collection[str], now: datetime, lease: timedelta, limit: int = 1
    ) -> list[Claim]:
        """Lease deliveries that are due to `owner`, oldest first; leases that have run out are taken over.

        No delivery is given to two owners while a lease holds. One is given only when no earlier revision for the same
        receiver is open. Due digest rows of a receiver come all at once, alone, whatever the limit.
        """

    def renew(self, owner: str, now: datetime, lease: timedelta) -> int:
        """Prolong the leases of `owner`; return how many it has."""

    def finish(
        self, owner: str, claims: Sequence[Claim], attempt: Attempt, settlement: Settlement, now: datetime
    ) -> int:
        """Write an attempt and what follows it; return how many of the claims were still leased to `owner`.

        An acceptance is written even when the lease was lost. A settlement with fallbacks plans the alert for them.
        The report of a death is planned once a receiver, however often it is given.
        """

    def give_back(self, owner: str, claims: Sequence[Claim], now: datetime) -> None:
        """End leases without an attempt."""

    def take_over(self, now: datetime) -> int:
        """End all leases, whoever holds them; return how many. Only for one who knows that no other sender is alive."""

    def slow(self, receivers: Collection[str], until: datetime) -> None:
        """Let nothing go to the receivers before `until`, except what is leased already."""

    def close_orphans(self, receivers: Collection[str], before: datetime, now: datetime) -> int:
        """Close waiting rows planned before `before` whose receiver is not among the given; return how many."""

    def counts(self) -> Mapping[str, int]:
        """Count the rows by status."""

    def history(self, alert_id: str) -> list[History]:
        """Return every delivery of an alert with its attempts, in the order of planning."""

    def add_silence(self, silence: Silence) -> int:
        """Keep a silence and return its number."""

    def hold_waiting(self, silence: Silence, now: datetime, ancestors: Ancestors = no_ancestors) -> int:
        """Close the waiting rows that an active silence matches, as silenced; return how many."""

    def silences(self, *, active_at: datetime | None = None) -> list[Silence]:
        """Return the silences, or those active at a time."""

    def expire_silence(self, silence_id: int, now: datetime) -> bool:
        """End a silence now; False when there is none of that number or it has ended."""

    def vote(self, delivery_id: int, vote: Vote, now: datetime) -> bool:
        """Keep a reader's vote on a delivery that was sent, in place of an earlier one; False when there is no such delivery."""

    def votes(self) -> list[Voted]:
        """Return the last vote on every delivery that was voted on."""

    def prune(self, now: datetime, *, deliveries: timedelta, marks: timedelta, limit: int = 200) -> int:
        """Forget closed deliveries and planned marks older than that, at most `limit` of each; return how many."""


class Notifier(Protocol):
    """Sends one message. Takes no part in deciding whether or when to try again."""

    def send(self, receiver: Receiver, message: Message) -> Outcome:
        """Call the receiver's channel once and say how it ended. Raises nothing; returns within a minute.

        `Outcome.detail` holds neither the address nor anything secret.
        """
