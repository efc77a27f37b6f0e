"""The driver that feeds articles through the live functions in simulated time; live stages call the very same ones.

Configuration tests, `scan --events`, backtests and the acceptance tests share it. Time is that of the articles; what is
delivered is planned by the live function and counted as sent at the moment the plan names.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import NamedTuple

from tocsin.correlate import Book, Outcome, State, correlate
from tocsin.deliver.planning import plan
from tocsin.deliver.receivers import Receiver
from tocsin.deliver.values import Row, Status, View
from tocsin.messages import Alert, Article, EventRecord, Findings

Detect = Callable[[Article, str], Findings]
_BEGINNING = datetime(1970, 1, 1, tzinfo=UTC)


class Sent(NamedTuple):
    """A message as it would have gone out: to whom, when, of which alert revision, and why."""

    receiver: str
    at: datetime
    alert: Alert
    reason: str


class Step(NamedTuple):
    """One article (None when Findings were fed), what was found in it in one market, and what that led to."""

    article: Article | None
    findings: Findings
    outcome: Outcome
    sent: tuple[Sent, ...] = ()


@dataclass
class Replay:
    """A run of the flow in memory. Feed it in the order of time; each market has a state of its own.

    `brief`: alerts and what is sent are the same, but no verdict is made; for comparing runs.
    """

    detect: Detect
    book: Book
    receivers: Mapping[str, Receiver] = field(default_factory=dict)
    markets: Sequence[str] = ("default",)
    brief: bool = False
    _states: dict[str, State] = field(default_factory=dict)
    _rows: dict[str, tuple[Row, ...]] = field(default_factory=dict)

    def feed(self, article: Article) -> Iterator[Step]:
        """Work one article through; yield a step for each market."""
        for market in self.markets:
            yield self.feed_findings(self.detect(article, market), article)

    def feed_findings(self, findings: Findings, article: Article | None = None) -> Step:
        """Work one Findings through."""
        state = self._states.get(findings.market) or State.empty()
        outcome = correlate(state, findings, findings.ingested_at, self.book, brief=self.brief)
        self._states[findings.market] = outcome.state
        sent = (
            tuple([message for alert in outcome.alerts for message in self._deliver(alert)]) if outcome.alerts else ()
        )
        for event_id, record in outcome.records.items():
            if record is None:
                self._rows.pop(event_id, None)  # an event that is gone sends nothing more
        return Step(article, findings, outcome, sent)

    def records(self) -> Iterator[EventRecord]:
        """Yield the events as they stand now."""
        for market in self.markets:
            yield from self._states.get(market) or ()

    def _deliver(self, alert: Alert) -> Iterator[Sent]:
        if not self.receivers:
            return
        rows = self._rows.get(alert.alert_id, ())
        planned = plan(View(born_at=_BEGINNING, rows=rows), alert, self.receivers, alert.at)
        for delivery in planned.deliveries:
            if delivery.status is Status.SILENCED:
                continue
            rows = (*rows, Row(len(rows) + 1, alert.revision, delivery.receiver, Status.SENT))
            yield Sent(delivery.receiver, delivery.not_before, alert, str(delivery.reason))
        self._rows[alert.alert_id] = rows
