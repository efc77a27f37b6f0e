"""The stages, built from settings: each function joins the rooms that one process needs."""

import time
from collections.abc import Callable, Iterable

from tocsin.broker import Broker, Outgoing, Record
from tocsin.config import Settings, load_checked
from tocsin.config.trials import book_of
from tocsin.correlate import Book, Outcome, State, correlate
from tocsin.detect import Detector
from tocsin.messages import Article, Findings
from tocsin.messages.topics import ALERTS, VERDICTS
from tocsin.pages import complete
from tocsin.rules.loader import RulePack
from tocsin.rules.room import settle
from tocsin.streams.detect import FindingsHandler
from tocsin.streams.ports import Step
from tocsin.streams.schema import FINDINGS, Poison, header
from tocsin.telemetry.metrics import Metrics

__all__ = ["EventCorrelator", "broker_of", "correlator", "detect_handler", "detector", "load_checked"]


def broker_of(settings: Settings) -> Broker:
    """Return where the broker is."""
    kafka = settings.kafka
    return Broker(kafka.bootstrap_servers, kafka.topic_prefix, embedded=kafka.embedded)


def detector(settings: Settings, rules: RulePack) -> Detector:
    """Build the detector with the markets of the configuration."""
    return Detector(rules, {name: market for market, names in settings.markets.items() for name in names})


def detect_handler(settings: Settings, rules: RulePack, metrics: Metrics) -> FindingsHandler:
    """Build what detect makes of a record."""
    found: Callable[[Article, str], Findings] = detector(settings, rules).detect
    settle()
    return FindingsHandler(broker_of(settings), complete, found, metrics=metrics, markets=settings.market_names)


def book(settings: Settings, rules: RulePack) -> Book:
    """Build the book: policies, and from the lexicons the kinship of commodities and the companies that publish."""
    return book_of(settings, rules)


def correlator(settings: Settings, rules: RulePack, metrics: Metrics) -> "EventCorrelator":
    """Build what correlate makes of a record."""
    return EventCorrelator(broker_of(settings), book(settings, rules), metrics)


class EventCorrelator:
    """The pure function `correlate`, in the bytes of the topics."""

    def __init__(self, broker: Broker, rules: Book, metrics: Metrics) -> None:
        self._alerts, self._verdicts = broker.topic(ALERTS), broker.topic(VERDICTS)
        self._book, self._metrics = rules, metrics

    def restore(self, records: Iterable[tuple[bytes, bytes]]) -> State:
        """Read event records back and derive the indexes, so that the first Findings is as fast as any other."""
        state = State.read((value for _, value in records), self._book.kinship)
        settle()
        return state

    def step(self, state: State, record: Record) -> Step[State] | Poison:
        """Judge one Findings; `now` is the ingest time of its article, so a replay decides the same."""
        findings = FINDINGS.read(record)
        if isinstance(findings, Poison):
            return findings
        outcome = correlate(state, findings, findings.ingested_at, self._book)
        told = [
            Outgoing(
                self._verdicts, verdict.event_id.encode(), verdict.to_json(), (header("verdict"),), record.partition
            )
            for verdict in outcome.verdicts
        ]
        told += [
            Outgoing(self._alerts, alert.alert_id.encode(), alert.to_json(), (header("alert"),), record.partition)
            for alert in outcome.alerts
        ]
        records = {
            event_id.encode(): None if event is None else event.to_json() for event_id, event in outcome.records.items()
        }
        return Step(outcome.state, told, records, lambda: self._count(findings, outcome))

    def _count(self, findings: Findings, outcome: Outcome) -> None:
        for verdict in outcome.verdicts:
            self._metrics.verdicts.labels(verdict.verdict).inc()
        for alert in outcome.alerts:
            self._metrics.alerts.labels(alert.severity.value).inc()
            late = time.time() - findings.ingested_at.timestamp()
            self._metrics.article_to_alert.observe(max(0.0, late * 1000))
