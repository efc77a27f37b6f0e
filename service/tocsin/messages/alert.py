"""Alerts: what correlate tells deliver. An alert has the id of its event and revisions counted from 1."""

from enum import StrEnum

from pydantic import Field

from tocsin.messages.base import Message, Moment
from tocsin.messages.signal import Signal
from tocsin.messages.verdict import Comparison, Novelty


class Severity(StrEnum):
    """How loud. The order of the members is the order of loudness."""

    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"
    CRITICAL = "critical"

    @property
    def rank(self) -> int:
        """0 for the lowest."""
        return list(Severity).index(self)


class Change(StrEnum):
    """What a revision says that the one before did not."""

    FIRST = "first"
    NEW_FACT = "new_fact"
    DENIAL = "denial"
    CORRECTION = "correction"
    WITHDRAWAL = "withdrawal"
    POLICY = "policy"
    SOURCE = "source"


class SatisfiedPolicy(Message):
    """A policy that the event satisfies, the receivers it names, and every comparison with the values compared.

    `newly` is true in the revision in which it was first satisfied.
    """

    name: str
    severity: Severity
    send_to: tuple[str, ...]
    comparisons: tuple[Comparison, ...] = ()
    newly: bool = True


class AlertSignal(Message):
    """A signal beside what a reader needs to know of its article."""

    signal: Signal
    article_id: str
    source: str
    publisher: str | None = None
    title: str | None = None
    url: str | None = None
    language: str
    published_at: Moment
    ingested_at: Moment
    dated: bool = True
    verdict_id: str | None = None


class Alert(Message):
    """One revision of an alert.

    `lead` is the signal that best states the event now; `news` the one that made this revision, where it is another.
    `changes` says what is new, `detail` the same in data (`change: 7.84 -> 8.1 percent`). `policies` holds all that the event
    satisfies so far. `publishers` are the independent sources in order of arrival. `reverses` names the event that this one
    undoes. `at` is the ingest time of the Findings that made the revision. `withdrawn`: no article states it any more.
    """

    alert_id: str
    revision: int = Field(ge=1)
    market: str = "default"
    at: Moment
    opened_at: Moment
    lead: AlertSignal
    news: AlertSignal | None = None
    changes: tuple[Change, ...]
    detail: tuple[str, ...] = ()
    policies: tuple[SatisfiedPolicy, ...] = ()
    publishers: tuple[str, ...] = ()
    novelty: Novelty
    reverses: str | None = None
    withdrawn: bool = False
    denied: bool = False
    config_hash: str

    @property
    def severity(self) -> Severity:
        """The highest severity of its policies; low without one."""
        return max((p.severity for p in self.policies), key=lambda s: s.rank, default=Severity.LOW)
