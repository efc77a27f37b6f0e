"""Event records: correlate's only memory, one per event, on the compacted events topic.

A record holds what is needed to know the event again, to go on with its alert and to skip what it has seen; quotes and
compared values stay in the verdicts. An open record is at most 64 kB, a closed one at most 1 kB. Indexes, counts and
cooldowns are derived from the records when a market is taken over.
"""

from typing import Literal

from pydantic import Field

from tocsin.messages.alert import AlertSignal, Severity
from tocsin.messages.article import Revision
from tocsin.messages.base import Exact, Message, Moment
from tocsin.messages.signal import Modality

RECORD_VERSION = 1
"""Version of the record's meaning; a reader that meets a higher one refuses to take the market over."""


class Amount(Message):
    """A number as an event remembers it: kind (a field of `Magnitudes`), range, unit, printed step and bound."""

    kind: str
    low: Exact
    high: Exact
    unit: str
    step: Exact
    bound: str = "exact"


class Party(Message):
    """An actor as an event remembers it: the lexicon's id where there is one, else the name as printed."""

    name: str
    role: str
    id: str | None = None


# Its fields are named as a signal's, and declared anew: what detect sends and what correlate keeps change each in its own time.
class EventFact(Message):
    """What one signal adds to an event, in the form in which facts are compared; no words of the article.

    `at` is when the article was published, `day` the day that the fact itself names, where it does.
    `further`: one more of its kind; `former`: what its number was before.
    """

    type: str
    direction: str
    commodities: tuple[str, ...] = ()
    forms: tuple[str, ...] = ()
    grade: str | None = None
    market: str | None = None
    contract: str | None = None
    parties: tuple[Party, ...] = ()
    countries: tuple[str, ...] = ()
    place: str | None = None
    route: str | None = None
    measure: str | None = None
    modality: Modality = Modality.ACTUAL
    period: str | None = None
    day: str | None = None
    until: str | None = None
    amounts: tuple[Amount, ...] = ()
    further: bool = False
    former: Amount | None = None
    at: Moment
    language: str = "en"


class EventSource(Message):
    """An article that told the event: its publisher, how to know a copy of it, and whether it counts on its own."""

    article_id: str
    publisher: str
    fingerprint: str = ""
    quotes: tuple[str, ...] = ()
    at: Moment
    independent: bool = True
    cites: tuple[str, ...] = ()
    """The ids of those whom the article quotes for the fact; news houses among them are whom it has it from."""


class EventSignal(Message):
    """A signal of the event: where it came from, how it was judged, which of the event's facts it states."""

    id: str
    article_id: str
    revision: Revision
    verdict: Literal["first", "update", "repeat"]
    withdrawn: bool = False
    fact: int | None = None


class FiredPolicy(Message):
    """A policy that the event has satisfied, as it stood then; `held_back` says why it made no alert (a cooldown)."""

    name: str
    severity: Severity
    send_to: tuple[str, ...]
    at: Moment
    held_back: str | None = None


class EventRecord(Message):
    """One event. `event_id` is the id of the signal that opened it, and the id of its alert.

    `opened_at` and `last_at` are ingest times of the Findings that opened it and that last changed it; `told_at` is the
    earliest publication. `lead` is kept where a policy asks for the kind of event. `alert_revision` is 0 until an alert was written; `alert_at` names the Findings that wrote it.
    """

    version: int = RECORD_VERSION
    event_id: str
    market: str = "default"
    opened_at: Moment
    last_at: Moment
    told_at: Moment
    facts: tuple[EventFact, ...]
    signals: tuple[EventSignal, ...]
    sources: tuple[EventSource, ...]
    policies: tuple[FiredPolicy, ...] = ()
    lead: AlertSignal | None = None
    alert_revision: int = Field(default=0, ge=0)
    alert_at: Revision | None = None
    reverses: str | None = None
    reversed_by: str | None = None
    denied: bool = False
    withdrawn: bool = False
    closed: bool = False

    @property
    def publishers(self) -> tuple[str, ...]:
        """The independent sources, in order of arrival."""
        return tuple(source.publisher for source in self.sources if source.independent)
