"""The room's values: rows of the outbox, what a plan decides, how an attempt ends, silences."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum

from tocsin.messages import Alert, Severity


class Status(StrEnum):
    """Where a delivery stands. A row waits, is leased to a sender, and ends in one of the others."""

    WAITING = "waiting"
    SENDING = "sending"
    SENT = "sent"
    DEAD = "dead"
    REPLACED = "replaced"
    WITHDRAWN = "withdrawn"
    SILENCED = "silenced"


OPEN = frozenset({Status.WAITING, Status.SENDING})
TOLD = frozenset({Status.SENDING, Status.SENT})
"""A row that is being sent may have arrived, so what follows it is an update."""


class Reason(StrEnum):
    """Why a receiver gets a revision or does not; a sentence each."""

    FIRST = "first message about this event"
    UPDATE = "told earlier, and there is something new"
    REPLACES = "an earlier revision was still waiting; this one takes its place"
    NOT_DELIVERED = "an earlier revision never reached the receiver, and there is something new"
    ALREADY_PLANNED = "this revision was planned before"
    OLDER_THAN_LEDGER = "the revision is older than the ledger; recorded, not sent"
    SUPERSEDED = "a newer revision was planned before"
    WITHDRAWN = "withdrawn before anything was sent"
    NO_NEWS = "told earlier, and only another source is new"
    NO_HISTORY = "no policy newly names the receiver, and it never heard of the event"
    SILENCED = "a silence matches"
    NOT_CONFIGURED = "the configuration has no receiver of that name"
    FALLBACK = "another receiver could not be reached"
    OPERATIONS = "deliveries to another receiver are dead"


@dataclass(frozen=True, slots=True)
class Row:
    """A delivery of the same alert that the ledger holds. `held_until` is set while a retry waits for its time."""

    delivery_id: int
    revision: int
    receiver: str
    status: Status
    changes: tuple[str, ...] = ()
    detail: tuple[str, ...] = ()
    held_until: datetime | None = None


@dataclass(frozen=True, slots=True)
class Matcher:
    """One condition of a silence: `field=value`, `field!=value` or `field~pattern` (a regular expression found anywhere)."""

    field: str
    operator: str
    value: str

    def __str__(self) -> str:
        """Write it as it is read."""
        return f"{self.field}{self.operator}{self.value}"


@dataclass(frozen=True, slots=True)
class Silence:
    """Holds back every alert that all its matchers match, from `starts_at` until `ends_at`."""

    matchers: tuple[Matcher, ...]
    author: str
    reason: str
    starts_at: datetime
    ends_at: datetime
    silence_id: int = 0

    def is_active(self, now: datetime) -> bool:
        """Tell whether it holds at that time."""
        return self.starts_at <= now < self.ends_at

    def matches(self, facts: Mapping[str, Iterable[str]]) -> bool:
        """Tell whether all matchers match; `facts` gives the values of every field that an alert has."""
        return all(_holds(matcher, tuple(facts.get(matcher.field, ()))) for matcher in self.matchers)


def _holds(matcher: Matcher, found: tuple[str, ...]) -> bool:
    if matcher.operator == "~":
        return any(re.search(matcher.value, text) for text in found)
    wanted = matcher.value.casefold()
    return any(text.casefold() == wanted for text in found) == (matcher.operator == "=")


@dataclass(frozen=True, slots=True)
class View:
    """What the ledger knows when a revision is planned.

    `rows` are those of the alert, of all receivers. `recent` counts the single messages of the last hour of each receiver
    with a cap.
    """

    born_at: datetime
    is_planned: bool = False
    rows: tuple[Row, ...] = ()
    silences: tuple[Silence, ...] = ()
    recent: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Delivery:
    """A row to write. Not sent before `not_before`; `digest`: joined with the receiver's other digest rows that are due.

    `changes` and `detail` include those of the waiting rows that it `replaces`.
    """

    receiver: str
    status: Status
    reason: Reason
    severity: Severity
    not_before: datetime
    digest: bool = False
    held: str | None = None
    changes: tuple[str, ...] = ()
    detail: tuple[str, ...] = ()
    replaces: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Plan:
    """What follows from one alert revision: rows to write, rows to close as withdrawn, and a reason for every receiver."""

    alert_id: str
    revision: int
    deliveries: tuple[Delivery, ...] = ()
    withdraws: tuple[int, ...] = ()
    reasons: Mapping[str, str] = field(default_factory=dict)
    reason: Reason | None = None
    """Why nothing at all was planned, where that is so."""


class Failure(StrEnum):
    """How an attempt ended: whether trying again can help, and when."""

    TRANSIENT = "transient"
    RATE_LIMITED = "rate_limited"
    PERMANENT = "permanent"


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a send ended: sent when there is no failure. `detail` may be shown and stored: it holds no address.

    `retry_after` is what a channel that limits the rate asked for.
    """

    failure: Failure | None = None
    detail: str = ""
    retry_after: timedelta | None = None
    status: int | None = None

    @property
    def is_sent(self) -> bool:
        """Tell whether the channel accepted the message."""
        return self.failure is None


@dataclass(frozen=True, slots=True)
class Claim:
    """A delivery leased to a sender, with all it needs to write the message.

    `told` is the newest revision that the receiver got before, None for the first message. `attempt` counts from 1.
    `began_at` is when the first attempt was made.
    """

    delivery_id: int
    receiver: str
    alert: Alert
    changes: tuple[str, ...]
    detail: tuple[str, ...]
    severity: Severity
    attempt: int
    began_at: datetime
    planned_at: datetime
    told: int | None = None
    digest: bool = False
    held: str | None = None
    instead_of: str | None = None


@dataclass(frozen=True, slots=True)
class Attempt:
    """One call of a channel, for the ledger: when, how long, how it ended."""

    started_at: datetime
    took: timedelta
    outcome: Outcome


@dataclass(frozen=True, slots=True)
class Report:
    """An alert of our own for those who run Tocsin, sent to each of the receivers once."""

    alert: Alert
    send_to: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Settlement:
    """What follows an attempt. Waiting again from `not_before`, or an end; `slow_until` slows the whole destination.

    `report` goes to the outbox with a delivery that is dead.
    """

    status: Status
    not_before: datetime | None = None
    slow_until: datetime | None = None
    fallback: tuple[str, ...] = ()
    report: Report | None = None


@dataclass(frozen=True, slots=True)
class Due:
    """What a dispatcher needs: receivers with something to send now, and when the next row falls due."""

    receivers: frozenset[str] = frozenset()
    next_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Refusal:
    """What a receiver's channel has not accepted: open deliveries that failed, and what was given up since it last accepted one.

    `behind` were not tried yet, and nothing but the channel holds them. `since` is the first try of these deliveries;
    `answer` and `failure` are those of the last one, at `tried_at`. `next_at` is None where nothing is tried again.
    """

    receiver: str
    retried: int
    given_up: int
    behind: int
    since: datetime
    tried_at: datetime
    answer: str
    failure: Failure
    next_at: datetime | None


@dataclass(frozen=True, slots=True)
class History:
    """A delivery as `why` shows it."""

    delivery_id: int
    alert_id: str
    revision: int
    receiver: str
    status: Status
    reason: str
    severity: Severity
    planned_at: datetime
    not_before: datetime
    finished_at: datetime | None
    held: str | None = None
    attempts: tuple[Attempt, ...] = ()
