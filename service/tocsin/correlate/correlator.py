"""Correlate: a Findings goes in; verdicts, alert revisions and changed event records come out.

A Findings is worked through in steps of fixed order: its signals, then the withdrawals of what this revision no longer
states. All its steps in one event make one alert revision. Nothing happens because time passes: `now` is the ingest time
that the Findings carries, and events close or go when a later Findings comes by.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime
from types import MappingProxyType
from typing import NamedTuple

from tocsin.correlate import records
from tocsin.correlate.assign import Article, Joining, assign, undone
from tocsin.correlate.book import Book
from tocsin.correlate.facts import Telling, fact_of, source_of
from tocsin.correlate.kinds import REVERSALS
from tocsin.correlate.news import News, news
from tocsin.correlate.quick import changed
from tocsin.correlate.revisions import Reviser, Step
from tocsin.correlate.sources import Alike, dependence, same_text
from tocsin.correlate.state import QUIET, State
from tocsin.messages.alert import Alert, Change
from tocsin.messages.event import EventFact, EventRecord, EventSignal
from tocsin.messages.findings import Findings
from tocsin.messages.signal import Modality, Signal
from tocsin.messages.verdict import Verdict


class Outcome(NamedTuple):
    """What a Findings leads to. `records` holds every changed event; None stands for one that is gone (a tombstone).

    `opened` counts the events that it opens.
    """

    state: State
    verdicts: tuple[Verdict, ...] = ()
    alerts: tuple[Alert, ...] = ()
    records: Mapping[str, EventRecord | None] = MappingProxyType({})
    opened: int = 0


def correlate(
    state: State, findings: Findings, now: datetime, book: Book, alike: Alike = same_text, *, brief: bool = False
) -> Outcome:
    """Judge one Findings. The state is consumed; use the returned one.

    A Findings of a revision that is older than one already seen changes nothing; of one that was seen, only signals that
    no event holds yet are worked in, so that a redelivery changes nothing.

    What is known of an article is what events hold of it. A revision without signals that followed none with signals leaves
    no trace, so an older one that comes after it is taken as new: to know better, every article that says nothing, which is
    nearly all of them, would need a record. It takes a producer that writes its own revisions in the wrong order.

    `brief`: the same events and alerts, without verdicts, and without what alerts say of them (novelty, ids): all that two
    configurations need to be compared, at half the cost.
    """
    state.bind(book.kinship)
    work = _Work(state, findings, now, book, alike, brief=brief)
    work.run()
    opened = sum(step.verdict == "first" for step in work.steps)
    return Outcome(state, tuple(work.verdicts), tuple(work.alerts), work.changed, opened)


class _Work:
    """The working memory of one call."""

    def __init__(
        self, state: State, findings: Findings, now: datetime, book: Book, alike: Alike, *, brief: bool
    ) -> None:
        self.state, self.findings, self.now, self.book, self.alike = state, findings, now, book, alike
        self.brief, self.article = brief, Article(findings)
        self.changed: dict[str, EventRecord | None] = {}
        self.verdicts: list[Verdict] = []
        self.alerts: list[Alert] = []
        self.steps: list[Step] = []

    def run(self) -> None:
        """Sweep what is due, then signals, then withdrawals, then policies and alerts."""
        for event_id in self.state.due(self.now):
            self._age(event_id)
        article = self.findings.article_id
        told = [(r.event_id, s) for r in self.state.of_article(article) for s in r.signals if s.article_id == article]
        revision = self.findings.revision
        if any(s.revision.supersedes(revision) for _, s in told):
            return
        seen = {s.id for _, s in told if s.revision.hash == revision.hash}
        former = [(event, s) for event, s in told if s.revision.hash != revision.hash and not s.withdrawn]
        if told and self.findings.signals and all(s.signal_id in seen for s in self.findings.signals):
            return
        self._signals(seen, former)
        self._judge()

    def _signals(self, seen: set[str], former: list[tuple[str, EventSignal]]) -> None:
        """Take the signals of a Findings: stated again, corrected, new; what a former revision said and this one does not is withdrawn."""
        signals = self.findings.signals
        stated = {signal.signal_id for signal in signals} if former else ()
        lapsed = [(event, s) for event, s in former if s.id not in stated]
        for signal in signals if len(signals) < 2 else sorted(signals, key=_particulars, reverse=True):
            if signal.signal_id in seen:
                continue
            restated = next((pair for pair in former if pair[1].id == signal.signal_id), None)
            if restated is not None:
                self._restate(signal, restated)
                continue
            replaced = self._replaced(signal, lapsed)
            if replaced is not None:
                lapsed.remove(replaced)
                self._correct(signal, replaced)
            else:
                self._join(signal)
        for event_id, entry in lapsed:
            self._withdraw(event_id, entry)

    def _fact(self, signal: Signal) -> EventFact:
        return fact_of(signal, self.findings, self.book.publishers, self.book.offices)

    def _put(self, record: EventRecord) -> None:
        self.state.put(record)
        self.changed[record.event_id] = record

    def _age(self, event_id: str) -> None:
        if self.state.is_closed(event_id):
            self.state.drop(event_id)
            self.changed[event_id] = None
        else:
            record = self.state.get(event_id)
            assert record is not None
            closed, written = records.close(record)
            self.state.put(closed, written)
            self.changed[closed.event_id] = closed

    def _replaced(self, signal: Signal, lapsed: Sequence[tuple[str, EventSignal]]) -> tuple[str, EventSignal] | None:
        """Find the signal of an earlier revision of this article that this one says anew, whatever its number."""
        if not lapsed:
            return None
        fact = self._fact(signal)
        for event_id, entry in lapsed:
            record = self.state.get(event_id)
            if record is not None and records.restates(fact, record, entry, self.book.kinship):
                return event_id, entry
        return None

    def _join(self, signal: Signal) -> None:
        """Add a signal to the event that it belongs to, or open one for it."""
        fact = self._fact(signal)
        told = Telling(signal, fact, self.findings, self.now)
        new = self.state.index.ready(fact)
        joining = assign(self.state, new, self.article, brief=self.brief)
        if joining.event_id is None:
            self._open(told, joining)
            return
        record = self.state.get(joining.event_id)
        assert record is not None
        source = source_of(self.findings, signal, independent=False)
        said = news(new, self.state.index.known[record.event_id], denied=record.denied)
        recalled = signal.modality is Modality.HISTORICAL or (not said.changes and self._is_late(record))
        first = all(s.article_id != self.findings.article_id for s in record.sources)
        leans_on = dependence(source, record.sources, self.alike, self.book.houses, self.book.media) if first else ""
        independent = first and not recalled and not leans_on
        if record.withdrawn and signal.modality is not Modality.HISTORICAL:
            said = News((Change.NEW_FACT,), ("stated again after it was withdrawn", *said.detail))
        changes = (*said.changes, *((Change.SOURCE,) if independent else ()))
        verdict: records.Joined = "update" if changes else "repeat"
        self.steps.append(
            Step(
                record.event_id,
                verdict,
                _reason(joining, said, independent=independent, leans_on=leans_on),
                signal,
                signal.signal_id,
                of=record.event_id,
                changes=changes,
                detail=said.detail,
            )
        )
        source = changed(source, independent=True) if independent else source
        is_done = signal.modality is Modality.ACTUAL and all(f.modality is not Modality.ACTUAL for f in record.facts)
        record = records.add(record, told, source, verdict, keep=bool(said.changes))
        self._put(self._undoing(record, fact) if is_done else record)

    def _undoing(self, record: EventRecord, fact: EventFact) -> EventRecord:
        """Return an event that has come about, with the one that it reverses; that one is marked.

        A stop and the wish to restart are often told in one article, where nothing is reversed yet.
        """
        reverses = record.reverses
        if reverses is None and (fact.type, fact.direction) in REVERSALS:
            own = {known.event_id for known in self.state.of_article(self.findings.article_id)}
            reverses = undone(self.state, self.state.index.ready(fact), own)
        earlier = None if reverses is None else self.state.get(reverses)
        if earlier is not None and earlier.reversed_by is None:
            self._put(records.mark_reversed(earlier, record.event_id))
        return record if reverses == record.reverses else changed(record, reverses=reverses)

    def _is_late(self, record: EventRecord) -> bool:
        """Tell whether the article comes so long after the event's last source that it only recalls it."""
        last = max((s.at for s in record.sources), default=record.told_at)
        return self.findings.published_at - last > QUIET

    def _open(self, told: Telling, joining: Joining) -> None:
        signal = told.signal
        record = records.opened(told, joining.reverses)
        if joining.reverses is not None:
            earlier = self.state.get(joining.reverses)
            if earlier is not None and signal.modality is Modality.ACTUAL:
                self._put(records.mark_reversed(earlier, record.event_id))
        self._put(record)
        reason = joining.reason if joining.reverses is None else f"opens an event; {joining.reason}"
        changes = (Change.DENIAL,) if signal.modality is Modality.DENIED else (Change.FIRST,)
        self.steps.append(
            Step(record.event_id, "first", reason, signal, signal.signal_id, of=joining.reverses, changes=changes)
        )

    def _restate(self, signal: Signal, former: tuple[str, EventSignal]) -> None:
        """Note that a later revision of an article says the same."""
        record = self.state.get(former[0])
        assert record is not None
        self._put(records.renew(record, former[1], self.findings.revision, self.now))
        self.steps.append(
            Step(
                record.event_id,
                "repeat",
                "a later revision of the article says the same",
                signal,
                signal.signal_id,
                of=former[1].id,
            )
        )

    def _correct(self, signal: Signal, former: tuple[str, EventSignal]) -> None:
        """Put a signal in the place of the one that a former revision stated."""
        event_id, entry = former
        record = self.state.get(event_id)
        assert record is not None
        fact = self._fact(signal)
        index, number = self.state.index, entry.fact
        before = index.known[event_id][number : number + 1] if number is not None else ()
        said = news(index.ready(fact), before, denied=record.denied)
        changes = (Change.CORRECTION,) if said.changes else ()
        verdict: records.Joined = "update" if changes else "repeat"
        reason = (
            "a later revision of the article corrects it"
            if changes
            else "a later revision of the article words it anew"
        )
        self._put(records.replace(record, entry, Telling(signal, fact, self.findings, self.now), verdict))
        self.steps.append(
            Step(event_id, verdict, reason, signal, signal.signal_id, of=entry.id, changes=changes, detail=said.detail)
        )

    def _withdraw(self, event_id: str, entry: EventSignal) -> None:
        """Take back what a former revision stated; the event is withdrawn where nobody else told it."""
        record = self.state.get(event_id)
        assert record is not None
        record = records.withdraw(record, entry, self.findings.revision, self.now)
        changes = (Change.WITHDRAWAL,) if record.withdrawn else ()
        self._put(record)
        self.steps.append(
            Step(
                event_id,
                "withdrawn",
                "a later revision of the article no longer says it",
                None,
                entry.id,
                of=entry.id,
                changes=changes,
                detail=(f"withdrawn by {self.findings.publisher or self.findings.source}",) if changes else (),
            )
        )

    def _judge(self) -> None:
        """Try the policies on every event that the steps touched, and give each step its verdict."""
        reviser = Reviser(self.state, self.findings, self.now, self.book, self.brief)
        verdicts: dict[int, Verdict] = {}
        by_event: dict[str, list[tuple[int, Step]]] = {}
        for number, step in enumerate(self.steps):
            by_event.setdefault(step.event_id, []).append((number, step))
        for event_id, mine in by_event.items():
            record = self.state.get(event_id)
            assert record is not None
            revised = reviser.revise(record, [step for _, step in mine])
            if revised.record is not record:
                self._put(revised.record)
            if revised.alert is not None:
                self.alerts.append(revised.alert)
            verdicts.update((number, verdict) for (number, _), verdict in zip(mine, revised.verdicts, strict=False))
        self.verdicts = [verdicts[number] for number in sorted(verdicts)]


def _particulars(signal: Signal) -> int:
    """Count the numbers and names of a signal: what an article says in full comes first, so that its headline follows it."""
    numbers = len(signal.magnitudes.items())
    named = len(signal.names) + sum(actor.role != "speaker" for actor in signal.actors)
    return numbers + named + (signal.place is not None)


def _reason(joining: Joining, said: News, *, independent: bool, leans_on: str) -> str:
    parts = [joining.reason]
    if said.changes:
        parts.append("new: " + ", ".join(said.detail))
    if independent:
        parts.append("another independent publisher")
    elif not said.changes:
        parts.append(", ".join(filter(None, (leans_on, "nothing new"))))
    return "; ".join(parts)
