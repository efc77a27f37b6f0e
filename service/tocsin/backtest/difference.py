"""Two configurations on one history: which alerts appear, vanish or move, per policy and per receiver."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any

from tocsin.backtest.replay import Step
from tocsin.deliver.escaping import cut
from tocsin.deliver.numbers import format_amount
from tocsin.messages import Alert
from tocsin.messages.base import format_moment

MAX_QUOTE = 200


@dataclass(frozen=True)
class Rung:
    """An event that alerted: when a policy, or a receiver, first heard of it, and the sentence."""

    event_id: str
    name: str
    at: datetime
    fact: str
    quote: str
    publisher: str

    def as_json(self) -> dict[str, Any]:
        """Return the alert as JSON's own types."""
        return {
            "event": self.event_id,
            "name": self.name,
            "at": format_moment(self.at),
            "fact": self.fact,
            "quote": self.quote,
            "publisher": self.publisher,
        }


@dataclass
class Tally:
    """What one configuration rang: the first time of each event by policy and by receiver, and messages a receiver.

    `asked` names the policies that it has.
    """

    policies: dict[tuple[str, str], Rung] = field(default_factory=dict)
    receivers: dict[tuple[str, str], Rung] = field(default_factory=dict)
    messages: Counter[str] = field(default_factory=Counter)
    asked: tuple[str, ...] = ()
    articles: int = 0
    signals: int = 0
    events: int = 0
    first_at: datetime | None = None
    last_at: datetime | None = None

    def note(self, step: Step, since: datetime | None = None) -> None:
        """Count one step; what was written before `since` only prepares the state."""
        if since is not None and step.findings.ingested_at < since:
            return
        self.articles += 1
        self.signals += len(step.findings.signals)
        self.events += step.outcome.opened
        at = step.findings.ingested_at
        self.first_at = at if self.first_at is None else min(self.first_at, at)
        self.last_at = at if self.last_at is None else max(self.last_at, at)
        words: dict[str, tuple[str, str, str]] = {}
        for alert in step.outcome.alerts:
            for policy in alert.policies:
                if policy.newly:
                    _note(self.policies, alert, policy.name, alert.at, words)
        for sent in step.sent:
            self.messages[sent.receiver] += 1
            _note(self.receivers, sent.alert, sent.receiver, sent.at, words)

    @property
    def alerts(self) -> int:
        """How many events alerted."""
        return len({event_id for event_id, _ in self.policies})


@dataclass(frozen=True)
class Moved:
    """An alert that both configurations ring, at different times; positive is later in the new one."""

    rung: Rung
    by: timedelta


@dataclass(frozen=True)
class Change:
    """What changes for one policy or receiver."""

    name: str
    before: int
    after: int
    appears: tuple[Rung, ...] = ()
    vanishes: tuple[Rung, ...] = ()
    moves: tuple[Moved, ...] = ()
    alerts: tuple[Rung, ...] = ()
    """Every alert, where there is no other configuration to compare with."""

    @property
    def is_none(self) -> bool:
        """Whether nothing changes."""
        return not (self.appears or self.vanishes or self.moves)

    def as_json(self) -> dict[str, Any]:
        """Return the change as JSON's own types."""
        return {
            "name": self.name,
            "before": self.before,
            "after": self.after,
            "appears": [rung.as_json() for rung in self.appears],
            "vanishes": [rung.as_json() for rung in self.vanishes],
            "moves": [{**moved.rung.as_json(), "seconds": moved.by.total_seconds()} for moved in self.moves],
            "alerts": [rung.as_json() for rung in self.alerts],
        }


@dataclass(frozen=True)
class Difference:
    """Policies and receivers, each with what changes; `old` is None where only one configuration ran."""

    new: Tally
    old: Tally | None
    policies: tuple[Change, ...]
    receivers: tuple[Change, ...]

    @property
    def is_none(self) -> bool:
        """Whether the two configurations ring the same alerts at the same times."""
        return all(change.is_none for change in (*self.policies, *self.receivers))

    @property
    def silent(self) -> tuple[str, ...]:
        """The policies of the new configuration that nothing rang, in the order of the file."""
        rang = {name for _, name in self.new.policies}
        return tuple(name for name in self.new.asked if name not in rang)

    def as_json(self) -> dict[str, Any]:
        """Return the difference as JSON's own types."""
        return {
            "articles": self.new.articles,
            "signals": self.new.signals,
            "events": self.new.events,
            "first_at": None if self.new.first_at is None else format_moment(self.new.first_at),
            "last_at": None if self.new.last_at is None else format_moment(self.new.last_at),
            "alerts": {"after": self.new.alerts, "before": None if self.old is None else self.old.alerts},
            "same": self.is_none if self.old is not None else None,
            "policies": [change.as_json() for change in self.policies],
            "silent": list(self.silent),
            "receivers": [
                {
                    **change.as_json(),
                    "messages": {
                        "after": self.new.messages[change.name],
                        "before": None if self.old is None else self.old.messages[change.name],
                    },
                }
                for change in self.receivers
            ],
        }


def difference(new: Tally, old: Tally | None) -> Difference:
    """Compare what two configurations rang on one history."""
    before = Tally() if old is None else old
    return Difference(
        new,
        old,
        tuple(_changes(new.policies, before.policies, compared=old is not None)),
        tuple(_changes(new.receivers, before.receivers, compared=old is not None)),
    )


def _changes(
    new: Mapping[tuple[str, str], Rung], old: Mapping[tuple[str, str], Rung], *, compared: bool
) -> Iterable[Change]:
    for name in sorted({key[1] for key in (*new, *old)}):
        mine = {key: rung for key, rung in new.items() if key[1] == name}
        theirs = {key: rung for key, rung in old.items() if key[1] == name}
        yield Change(
            name,
            len(theirs),
            len(mine),
            _ordered(rung for key, rung in mine.items() if compared and key not in theirs),
            _ordered(rung for key, rung in theirs.items() if key not in mine),
            tuple(
                Moved(rung, rung.at - theirs[key].at)
                for key, rung in mine.items()
                if key in theirs and theirs[key].at != rung.at
            ),
            () if compared else _ordered(mine.values()),
        )


def _ordered(rungs: Iterable[Rung]) -> tuple[Rung, ...]:
    return tuple(sorted(rungs, key=lambda rung: (rung.at, rung.event_id)))


def _note(
    known: dict[tuple[str, str], Rung],
    alert: Alert,
    name: str,
    at: datetime,
    words: dict[str, tuple[str, str, str]],
) -> None:
    """Note when an event first rang; the words of its alert are made and held once, however many it rings for."""
    event_id = alert.alert_id
    if (event_id, name) not in known:
        if event_id not in words:
            words[event_id] = _words(alert)
        known[event_id, name] = Rung(event_id, name, at, *words[event_id])


def _words(alert: Alert) -> tuple[str, str, str]:
    """Return fact, quotation and publisher of an alert."""
    told = alert.lead
    signal = told.signal
    amount = signal.magnitude
    value = None if amount is None else Decimal(amount.value)
    number = "" if amount is None or value is None else f" {format_amount(value, value, amount.unit, 'en')}"
    fact = f"{signal.type} {signal.direction} {'/'.join(signal.commodities)}{number}"
    return fact, cut(signal.evidence.text.strip(), MAX_QUOTE), told.publisher or told.source
