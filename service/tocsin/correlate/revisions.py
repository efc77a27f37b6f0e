"""What the steps of a Findings in one event come to: the policies tried, a verdict a step, one alert revision for all."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal, NamedTuple

from tocsin.correlate import records
from tocsin.correlate.book import Book
from tocsin.correlate.facts import alert_signal
from tocsin.correlate.judge import Judgement, Told, judge, merge
from tocsin.correlate.novelty import novelty
from tocsin.correlate.quick import changed, make
from tocsin.correlate.state import State
from tocsin.messages import ids
from tocsin.messages.alert import Alert, AlertSignal, Change, SatisfiedPolicy
from tocsin.messages.event import EventRecord
from tocsin.messages.findings import Findings
from tocsin.messages.signal import Signal
from tocsin.messages.verdict import Novelty, Verdict

_UNTOLD = Novelty()
"""What a brief run says of novelty."""


@dataclass(slots=True)
class Step:
    """One signal worked into its event, or taken out of it."""

    event_id: str
    verdict: Literal["first", "update", "repeat", "withdrawn"]
    reason: str
    signal: Signal | None
    signal_id: str
    of: str | None = None
    changes: tuple[Change, ...] = ()
    detail: tuple[str, ...] = ()
    verdict_id: str | None = None


class Revised(NamedTuple):
    """The event as it stands then, the alert revision where there is one, and the verdicts in the order of the steps."""

    record: EventRecord
    alert: Alert | None
    verdicts: tuple[Verdict, ...] = ()


class Reviser(NamedTuple):
    """Tries the policies on the events that a Findings told of; what it returns is not yet in the state."""

    state: State
    findings: Findings
    now: datetime
    book: Book
    brief: bool

    def revise(self, record: EventRecord, steps: list[Step]) -> Revised:
        """Try the policies on an event and write what comes of it: a verdict a step, in brief none, and an alert."""
        how_new = _UNTOLD if self.brief else novelty(self.state, record)
        judgements = [
            Judgement()
            if step.signal is None
            else judge(self._told(step, step.signal), self.state, record, self.book, brief=self.brief)
            for step in steps
        ]
        changes = dict.fromkeys(change for step in steps for change in step.changes)
        fired, satisfied = merge(record, judgements, self.now, is_news=bool(changes))
        newly = any(policy.newly for policy in satisfied)
        revision = None
        if newly or (record.alert_revision and changes):
            revision = record.alert_revision + 1
            if newly and record.alert_revision:
                changes[Change.POLICY] = None
            elif newly and Change.FIRST not in changes:
                changes = {Change.FIRST: None, **changes}
        lead = record.lead
        if revision or record.alert_revision or any(found.is_asked_for for found in judgements):
            lead = self._lead(record, steps)
        if newly or revision or lead is not record.lead:
            record = changed(
                record,
                policies=fired if newly else record.policies,
                last_at=max(record.last_at, self.now) if newly else record.last_at,
                lead=lead,
                alert_revision=revision or record.alert_revision,
                alert_at=self.findings.revision if revision else record.alert_at,
            )
        alert = None
        if revision is not None and lead is not None:
            alert = self._alert(record, lead, steps, changes=tuple(changes), satisfied=satisfied, how_new=how_new)
        if self.brief:
            return Revised(record, alert)
        verdicts = [
            self._verdict(step, judgement, how_new, revision) for step, judgement in zip(steps, judgements, strict=True)
        ]
        return Revised(record, alert, tuple(verdicts))

    def _lead(self, record: EventRecord, steps: list[Step]) -> AlertSignal | None:
        """Return the signal that leads the event now, for a message to quote."""
        for step in steps:
            if step.signal is not None and records.leads(step.signal, self.findings, record):
                return alert_signal(step.signal, self.findings, self._verdict_id(step))
        return record.lead

    def _told(self, step: Step, signal: Signal) -> Told:
        fresh = step.verdict != "first" and not {Change.NEW_FACT, Change.CORRECTION}.isdisjoint(step.changes)
        return Told(signal, self.findings, self.now, new_fact=fresh)

    def _verdict_id(self, step: Step) -> str:
        if self.brief:
            return ""
        if step.verdict_id is None:
            step.verdict_id = ids.make_id(
                "verdict", step.event_id, step.signal_id, step.verdict, self.findings.revision.hash
            )
        return step.verdict_id

    def _verdict(self, step: Step, judgement: Judgement, how_new: Novelty, revision: int | None) -> Verdict:
        """Write down what a step came to."""
        return make(
            Verdict,
            verdict_id=self._verdict_id(step),
            event_id=step.event_id,
            signal_id=step.signal_id,
            article_id=self.findings.article_id,
            market=self.findings.market,
            at=self.now,
            verdict=step.verdict,
            reason=step.reason,
            of=step.of,
            detail=step.detail,
            novelty=how_new,
            trials=judgement.trials,
            others=judgement.others,
            alert_revision=revision,
            config_hash=self.book.config_hash,
        )

    def _alert(
        self,
        record: EventRecord,
        lead: AlertSignal,
        steps: list[Step],
        *,
        changes: tuple[Change, ...],
        satisfied: tuple[SatisfiedPolicy, ...],
        how_new: Novelty,
    ) -> Alert:
        """Write down the alert of an event in its present revision; `news` is the newest signal where another leads."""
        newest = next((s for s in steps if s.signal is not None and s.changes), None)
        told = None
        if newest is not None and newest.signal is not None and newest.signal.signal_id != lead.signal.signal_id:
            told = alert_signal(newest.signal, self.findings, self._verdict_id(newest))
        return make(
            Alert,
            alert_id=record.event_id,
            revision=record.alert_revision,
            market=record.market,
            at=self.now,
            opened_at=record.opened_at,
            lead=lead,
            news=told,
            changes=changes,
            detail=tuple(line for step in steps for line in step.detail),
            policies=satisfied,
            publishers=record.publishers,
            novelty=how_new,
            reverses=record.reverses,
            withdrawn=record.withdrawn,
            denied=record.denied,
            config_hash=self.book.config_hash,
        )
