"""The core's `correlate` as the stage asks for it: bytes in and out, records by event id, and figures once they are committed."""

import time
from collections.abc import Iterable

from tocsin.broker import Broker, Outgoing, Record
from tocsin.correlate import Book, Outcome, State, correlate
from tocsin.correlate.sources import Alike, same_fingerprint
from tocsin.messages import Alert, Findings, Verdict
from tocsin.messages.event import EventRecord
from tocsin.messages.topics import ALERTS, VERDICTS
from tocsin.streams.ports import Step
from tocsin.streams.schema import FINDINGS, Poison, header
from tocsin.telemetry import Metrics


class EventCorrelator:
    """Judges Findings by a book of policies. `book` may be replaced between two records (a reloaded configuration)."""

    def __init__(self, broker: Broker, book: Book, *, metrics: Metrics, alike: Alike = same_fingerprint) -> None:
        self._alerts, self._verdicts = broker.topic(ALERTS), broker.topic(VERDICTS)
        self.book = book
        self._metrics, self._alike = metrics, alike

    def restore(self, records: Iterable[tuple[bytes, bytes]]) -> State:
        """Read event records and derive the indexes. Raises when one is of a newer release or no event record."""
        state = State.restore([EventRecord.model_validate_json(value) for _, value in records])
        state.bind(self.book.kinship)
        return state

    def step(self, state: State, record: Record) -> Step[State] | Poison:
        """Judge one Findings at the ingest time that it carries."""
        findings = FINDINGS.read(record)
        if isinstance(findings, Poison):
            return findings
        outcome = correlate(state, findings, findings.ingested_at, self.book, self._alike)
        return Step(
            outcome.state,
            [
                *(self._alert(alert, record.partition) for alert in outcome.alerts),
                *(self._verdict(verdict, record.partition) for verdict in outcome.verdicts),
            ],
            {
                event_id.encode(): None if event is None else event.to_json()
                for event_id, event in outcome.records.items()
            },
            lambda: self._count(findings, outcome),
        )

    def _alert(self, alert: Alert, partition: int) -> Outgoing:
        return Outgoing(self._alerts, alert.alert_id.encode(), alert.to_json(), (header("alert"),), partition)

    def _verdict(self, verdict: Verdict, partition: int) -> Outgoing:
        return Outgoing(self._verdicts, verdict.event_id.encode(), verdict.to_json(), (header("verdict"),), partition)

    def _count(self, findings: Findings, outcome: Outcome) -> None:
        for verdict in outcome.verdicts:
            self._metrics.verdicts.labels(verdict.verdict).inc()
        for alert in outcome.alerts:
            self._metrics.alerts.labels(alert.severity.value).inc()
            late = time.time() - findings.ingested_at.timestamp()
            self._metrics.article_to_alert.observe(max(0.0, late * 1000))
