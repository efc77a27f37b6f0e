"""How an event record changes: opened, told again, corrected, withdrawn, closed. Every function returns a new record."""

from datetime import datetime, timedelta
from typing import Any, Literal

from tocsin.correlate.comparable import sense_of
from tocsin.correlate.facts import Telling, source_of
from tocsin.correlate.kinship import Kinship
from tocsin.correlate.quick import changed, make
from tocsin.messages.article import Revision
from tocsin.messages.event import EventFact, EventRecord, EventSignal, EventSource
from tocsin.messages.findings import Findings
from tocsin.messages.signal import Modality, Signal

MAX_FACTS = 24
MAX_SIGNALS = 120
MAX_SOURCES = 60
"""What an open event keeps, so that it stays below 64 kB however many tell it: the first ones, and the newest."""
MAX_OPEN = 64_000
"""Bytes of an open record; looked at now and then, since writing it out costs more than judging a signal."""
CLAIMED_ANEW = timedelta(days=7)
"""How long after its denial a claim must be told to be one of its own: what weeklies repeat is the old one."""
_LOOK_EVERY = 8
MAX_CLOSED = 1000
"""Bytes of a closed record."""
_RANK = {
    Modality.HISTORICAL: 0,
    Modality.POSSIBLE: 1,
    Modality.EXPECTED: 2,
    Modality.DENIED: 3,
    Modality.ACTUAL: 3,
}


_NOWHERE: dict[str, Any] = dict.fromkeys(
    ("place", "route", "grade", "market", "contract", "measure", "period", "until")
)
Joined = Literal["update", "repeat"]


def opened(told: Telling, reverses: str | None) -> EventRecord:
    """Return the record of a new event."""
    signal, fact, findings, now = told.signal, told.fact, told.findings, told.now
    source = source_of(findings, signal, independent=True)
    return make(
        EventRecord,
        version=1,
        event_id=signal.signal_id,
        market=findings.market,
        opened_at=now,
        last_at=now,
        told_at=findings.published_at,
        facts=(fact,),
        signals=(_entry(signal, findings, "first", 0),),
        sources=(source,),
        policies=(),
        lead=None,
        alert_revision=0,
        alert_at=None,
        reverses=reverses,
        reversed_by=None,
        denied=fact.modality is Modality.DENIED,
        withdrawn=False,
        closed=False,
    )


def add(record: EventRecord, told: Telling, source: EventSource, verdict: Joined, *, keep: bool) -> EventRecord:
    """Return the record with one more signal; `keep` says that its fact has something that the known ones lack."""
    signal, fact, findings = told.signal, told.fact, told.findings
    facts, number = record.facts, None
    if keep or (source.independent and len(facts) < MAX_FACTS // 2):
        facts, number = _bounded((*facts, fact), MAX_FACTS), min(len(facts), MAX_FACTS - 1)
    fresh = fact.modality is not Modality.HISTORICAL
    told_again = changed(
        record,
        facts=facts,
        signals=_bounded((*record.signals, _entry(signal, findings, verdict, number)), MAX_SIGNALS),
        sources=_with_source(record, source),
        last_at=max(record.last_at, told.now) if verdict == "update" else record.last_at,
        told_at=min(record.told_at, findings.published_at) if fresh else record.told_at,
        denied=_is_denied(record, fact),
        withdrawn=record.withdrawn and not fresh,
        closed=False,
    )
    return _fitted(told_again) if len(told_again.signals) % _LOOK_EVERY == 0 else told_again


def _is_denied(record: EventRecord, fact: EventFact) -> bool:
    """Tell whether the event counts as denied once this fact is told of it.

    A claim that was denied is no news when it is told again, until the thing happens or is announced anew a week later.
    """
    if fact.modality is Modality.DENIED or not record.denied:
        return fact.modality is Modality.DENIED
    denials = (known.at for known in record.facts if known.modality is Modality.DENIED)
    anew = fact.modality is Modality.EXPECTED and fact.at - max(denials, default=record.told_at) > CLAIMED_ANEW
    return not anew and fact.modality is not Modality.ACTUAL


def _fitted(record: EventRecord) -> EventRecord:
    """Return the record with fewer facts, signals and sources where it has grown too large: the first and the newest stay.

    Signals that are left keep no pointer to facts that moved.
    """
    most = MAX_FACTS
    while len(record.to_json()) > MAX_OPEN - MAX_OPEN // 8 and most > 1:
        most //= 2
        record = changed(
            record,
            facts=_bounded(record.facts, most),
            signals=tuple(changed(s, fact=None) for s in _bounded(record.signals, most * 5)),
            sources=_bounded(record.sources, most * 3),
        )
    return record


def restates(fact: EventFact, record: EventRecord, entry: EventSignal, kinship: Kinship) -> bool:
    """Tell whether a later revision's fact stands in the place of this earlier signal: type, direction, commodity."""
    known = record.facts[entry.fact if entry.fact is not None and entry.fact < len(record.facts) else 0]
    return (
        known.type == fact.type
        and sense_of(fact.type, fact.direction) == sense_of(fact.type, known.direction)
        and kinship.relation(fact.commodities, known.commodities) in ("same", "kin")
    )


def renew(record: EventRecord, entry: EventSignal, revision: Revision, now: datetime) -> EventRecord:
    """Return the record with the signal as stated by a later revision too."""
    signals = tuple(changed(s, revision=revision) if s is entry else s for s in record.signals)
    return changed(record, signals=signals, last_at=max(record.last_at, now))


def replace(record: EventRecord, entry: EventSignal, told: Telling, verdict: Joined) -> EventRecord:
    """Return the record in which a later revision's signal stands for the earlier one, and its fact for the earlier fact."""
    signal, fact, findings, now = told.signal, told.fact, told.findings, told.now
    facts, number = record.facts, entry.fact
    if number is not None and number < len(facts):
        facts = (*facts[:number], fact, *facts[number + 1 :])
    else:
        facts, number = _bounded((*facts, fact), MAX_FACTS), min(len(facts), MAX_FACTS - 1)
    signals = tuple(changed(s, withdrawn=True, revision=findings.revision) if s is entry else s for s in record.signals)
    return changed(
        record,
        facts=facts,
        signals=_bounded((*signals, _entry(signal, findings, verdict, number)), MAX_SIGNALS),
        sources=_with_source(record, source_of(findings, signal, independent=False)),
        last_at=max(record.last_at, now),
        withdrawn=False,
        denied=_is_denied(record, fact),
    )


def withdraw(record: EventRecord, entry: EventSignal, revision: Revision, now: datetime) -> EventRecord:
    """Return the record without the signal; the event itself is withdrawn when nobody states it any more."""
    signals = tuple(changed(s, withdrawn=True, revision=revision) if s is entry else s for s in record.signals)
    return changed(
        record,
        signals=signals,
        withdrawn=all(s.withdrawn for s in signals),
        last_at=max(record.last_at, now),
    )


def close(record: EventRecord) -> tuple[EventRecord, bytes]:
    """Return the closed record: what is needed to know the event again; and as it is written, at most 1 kB."""
    closed, written = record, b""
    other = _in_other_words(record)
    for most, sources, beside in _SHRINKING if other is not None else _SHRINKING_ONE:
        closed = _shrunk(record, most, sources, other if beside else None)
        written = closed.to_json()
        if len(written) <= MAX_CLOSED:
            break
    return closed, written


def mark_reversed(record: EventRecord, by: str) -> EventRecord:
    """Return the record with the event that undid it; one that is closed stays within its size."""
    marked = changed(record, reversed_by=by)
    return close(marked)[0] if marked.closed and len(marked.to_json()) > MAX_CLOSED else marked


_SHRINKING_ONE = ((3, 3, False), (2, 2, False), (1, 1, False), (0, 0, False), (-1, 0, False))
_SHRINKING = ((3, 1, True), (1, 0, True), *_SHRINKING_ONE)
"""What is kept of a closed event, where it fits: how many parties and so on, how many sources, and whether a fact in a second
language, which names in its words who it was."""


def _best_of(record: EventRecord) -> EventFact:
    """Return the fact by which an event is best known again: the last one with a number of the first's type."""
    first = record.facts[0]
    told = (fact for fact in reversed(record.facts) if fact.type == first.type and fact.amounts)
    return next(told, first) if len(record.facts) > 1 else first


def _in_other_words(record: EventRecord) -> EventFact | None:
    """Return the last fact with a party in another language than the one that is kept."""
    kept = _best_of(record)
    told = (f for f in reversed(record.facts) if f.type == kept.type and f.language != kept.language)
    return next((fact for fact in told if fact.parties), None)


def _shrunk(record: EventRecord, most: int, sources: int, beside: EventFact | None) -> EventRecord:
    """Keep one fact, or the one beside it too, with at most so many parties and so on, and so many sources.

    0 keeps commodity, country and number, -1 only what kind of event it was and when: such words and numbers are no real ones.
    """
    kept = tuple([_shorn(record, fact, most) for fact in (_best_of(record), beside) if fact is not None])
    independent = [source for source in record.sources if source.independent][:sources]
    return changed(
        record,
        facts=kept,
        signals=(),
        sources=tuple([changed(source, quotes=(), fingerprint="", cites=()) for source in independent]),
        policies=(),
        lead=None,
        alert_at=None,
        closed=True,
    )


def _shorn(record: EventRecord, fact: EventFact, most: int) -> EventFact:
    """Return a fact with no more of each list than `most`, so that a record stays within its size; bare where it is negative."""
    bare, most = most < 0, max(most, 0)
    first = record.facts[0]
    kept = fact
    if fact is not first or _longest(fact) > most or most < 1:
        kept = changed(
            fact,
            at=first.at,
            parties=(fact.parties or first.parties)[:most],
            amounts=fact.amounts[: max(most, 1)],
            commodities=fact.commodities[: max(most, 1)],
            countries=fact.countries[: max(most, 1)],
            forms=fact.forms[:most],
            **({} if most else _NOWHERE),
        )
    return changed(kept, amounts=(), commodities=(), countries=(), language=fact.language[:8]) if bare else kept


def _longest(fact: EventFact) -> int:
    return max(len(fact.parties), len(fact.amounts), len(fact.commodities), len(fact.countries), len(fact.forms))


def leads(signal: Signal, findings: Findings, record: EventRecord) -> bool:
    """Tell whether the signal states the event better than the one that led so far."""
    lead = record.lead
    if lead is None:
        return True
    if lead.article_id == findings.article_id:
        former = next((s for s in record.signals if s.id == lead.signal.signal_id), None)
        if former is not None and former.withdrawn:
            return True
    if lead.signal.modality is Modality.DENIED and not record.denied:
        return signal.modality is not Modality.HISTORICAL
    mine, theirs = _lead_rank(signal), _lead_rank(lead.signal)
    return mine[:2] > theirs[:2] if signal.type == lead.signal.type else False


def _lead_rank(signal: Signal) -> tuple[int, bool, int]:
    return _RANK[signal.modality], signal.magnitude is not None, signal.relevance


def _entry(
    signal: Signal, findings: Findings, verdict: Literal["first", "update", "repeat"], fact: int | None
) -> EventSignal:
    return make(
        EventSignal,
        id=signal.signal_id,
        article_id=findings.article_id,
        revision=findings.revision,
        verdict=verdict,
        withdrawn=False,
        fact=fact,
    )


def _with_source(record: EventRecord, told: EventSource) -> tuple[EventSource, ...]:
    for number, known in enumerate(record.sources):
        if known.article_id == told.article_id:
            quotes = tuple(dict.fromkeys((*known.quotes, *told.quotes)))[:4]
            merged = changed(known, quotes=quotes, fingerprint=told.fingerprint)
            return (*record.sources[:number], merged, *record.sources[number + 1 :])
    return _bounded((*record.sources, told), MAX_SOURCES)


def _bounded(values: tuple, most: int) -> tuple:  # type: ignore[type-arg]
    """Return the values, or the first half and the newest of them."""
    if len(values) <= most:
        return values
    return (*values[: most // 2], *values[-(most - most // 2) :])
