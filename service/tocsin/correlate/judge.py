"""Which policies an event satisfies: every policy of the signal's type and commodities is tried, and says why not."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from decimal import Decimal
from itertools import chain
from typing import NamedTuple

from tocsin.correlate.amounts import base_unit
from tocsin.correlate.book import Book
from tocsin.correlate.comparisons import GOODS, Subject, kinds_of, may_hold, of_event, of_signal, shown_duration
from tocsin.correlate.history import held_back, looking_back
from tocsin.correlate.policy import AMOUNT_FIELDS, Policy
from tocsin.correlate.quick import make
from tocsin.correlate.state import State
from tocsin.messages.alert import SatisfiedPolicy
from tocsin.messages.event import EventRecord, FiredPolicy
from tocsin.messages.findings import Findings
from tocsin.messages.signal import Modality, Signal
from tocsin.messages.verdict import Comparison, PolicyTrial


class Told(NamedTuple):
    """A signal to be judged, and whether it told something new of an event that was known."""

    signal: Signal
    findings: Findings
    now: datetime
    new_fact: bool = False


class Judgement(NamedTuple):
    """All policies tried on one signal, and those that it satisfies with the values compared; in brief no trials."""

    trials: tuple[PolicyTrial, ...] = ()
    satisfied: tuple[tuple[Policy, tuple[Comparison, ...]], ...] = ()
    others: int = 0
    """Policies of the same type and commodity that were not tried: of many, those that cannot hold."""
    is_asked_for: bool = False
    """Whether any policy is about the type and commodity."""


def judge(told: Told, state: State, record: EventRecord, book: Book, *, brief: bool = False) -> Judgement:
    """Try the policies on one signal in the light of its event. A signal that is background satisfies none.

    In brief those that the signal alone rules out are not tried, and none tells why it does not hold.
    """
    signal = told.signal
    lineage = book.lineage(signal)
    policies, others = book.policies_for(signal, lineage, lambda: _reach(signal, record))
    is_asked_for = bool(policies)
    if brief:
        policies = [policy for policy in policies if may_hold(policy, signal)]
    if not policies:
        return Judgement((), (), others, is_asked_for)
    subject = Subject(signal, told.findings, record.facts, record.sources, lineage, told.now)
    tried = [(policy, *_try(policy, subject, state, record, brief=brief)) for policy in policies]
    whole = _held_back(told, record, book)
    loudest = max([policy.severity.rank for policy, _, failed in tried if failed is None], default=0)
    known = {policy.name for policy in record.policies}
    trials: list[PolicyTrial] = []
    satisfied: list[tuple[Policy, tuple[Comparison, ...]]] = []
    for policy, held, failed in tried:
        why = None
        if failed is None:
            why = whole
            if why is None and policy.name not in known:
                lifted = _is_lifted(policy, loudest, record, new_fact=told.new_fact)
                why = held_back(policy, state, record, is_lifted=lifted)
            if why is None:
                satisfied.append((policy, held))
        if not brief:
            trials.append(make(PolicyTrial, policy=policy.name, satisfied=failed is None, held_back=why, failed=failed))
    return Judgement(tuple(trials), tuple(satisfied), others, is_asked_for)


_ANSWERED = {
    kind: tuple(field for field in AMOUNT_FIELDS if kind in {k for t in GOODS for k in kinds_of(field, t)})
    for kind in AMOUNT_FIELDS
}
"""The thresholds that an amount may answer in some type of signal."""


def _reach(signal: Signal, record: EventRecord) -> dict[tuple[str, str], Decimal]:
    """Return the largest amount that the signal or its event knows, by field and base unit; its relevance and confidence."""
    known = [(amount.kind, amount.unit, amount.high) for fact in record.facts for amount in fact.amounts]
    known += [(kind, amount.unit, amount.high) for kind, amount in signal.magnitudes.items()]
    found: dict[tuple[str, str], Decimal] = {}
    for kind, unit, high in known:
        base, factor = base_unit(unit)
        for field in _ANSWERED.get(kind, (kind,)):
            for key in {(field, base), (field, base.removesuffix("/yr") if field == "quantity" else base)}:
                found[key] = max(found.get(key, Decimal(0)), high * factor)
    found["relevance", ""] = Decimal(signal.relevance)
    found["confidence", ""] = Decimal(str(signal.confidence))
    return found


def _try(
    policy: Policy, subject: Subject, state: State, record: EventRecord, *, brief: bool
) -> tuple[tuple[Comparison, ...], Comparison | None]:
    """Return the comparisons that held, and the first that did not; in brief those with the event come first, where one does not."""
    with_event: Iterable[Comparison] = of_event(policy, subject)
    if brief:
        with_event = tuple(with_event)
        for comparison in with_event:
            if not comparison.held:
                return (), comparison
    held: list[Comparison] = []
    for comparison in chain(of_signal(policy, subject), with_event):
        if not comparison.held:
            return tuple(held), comparison
        held.append(comparison)
    if policy.looks_back:
        for comparison in looking_back(policy, state, record):
            if not comparison.held:
                return tuple(held), comparison
            held.append(comparison)
    return tuple(held), None


def _is_lifted(policy: Policy, loudest: int, record: EventRecord, *, new_fact: bool) -> bool:
    """Tell whether something lifts the policy's cooldown."""
    cooldown = policy.cooldown
    if cooldown is None:
        return True
    return (
        (cooldown.severity is not None and loudest >= cooldown.severity.rank)
        or (cooldown.new_fact and new_fact)
        or (cooldown.sources is not None and len(record.publishers) >= cooldown.sources)
    )


def merge(
    record: EventRecord, judgements: Sequence[Judgement], now: datetime, *, is_news: bool
) -> tuple[tuple[FiredPolicy, ...], tuple[SatisfiedPolicy, ...]]:
    """Return the policies that the event has satisfied so far, as remembered and as an alert tells them.

    An event that has closed forgets its policies: what it satisfies again is new only when there is news.
    """
    if not record.policies and not any(judgement.satisfied for judgement in judgements):
        return (), ()
    forgotten = record.alert_revision > 0 and not record.policies and not is_news
    fired = {policy.name: policy for policy in record.policies}
    told = {policy.name: _satisfied(policy, (), newly=False) for policy in record.policies}
    for judgement in judgements:
        for policy, compared in judgement.satisfied:
            newly = (policy.name not in fired and not forgotten) or (policy.name in told and told[policy.name].newly)
            fired[policy.name] = make(
                FiredPolicy,
                name=policy.name,
                severity=policy.severity,
                send_to=policy.send_to,
                at=fired[policy.name].at if policy.name in fired else now,
                held_back=None,
            )
            told[policy.name] = _satisfied(policy, compared, newly=newly)
    return tuple(fired.values()), tuple(told.values())


def _satisfied(policy: Policy | FiredPolicy, compared: tuple[Comparison, ...], *, newly: bool) -> SatisfiedPolicy:
    return make(
        SatisfiedPolicy,
        name=policy.name,
        severity=policy.severity,
        send_to=policy.send_to,
        comparisons=compared,
        newly=newly,
    )


def _held_back(told: Told, record: EventRecord, book: Book) -> str | None:
    """Return why nothing that this signal satisfies can alert: background, a claim that is denied, or too old."""
    if told.signal.modality is Modality.HISTORICAL:
        return "background never alerts"
    if record.denied and told.signal.modality is not Modality.DENIED:
        return "the event is denied; the claim alone alerts nobody"
    age = told.now - told.findings.published_at
    if book.max_age is not None and age > book.max_age:
        return f"published {shown_duration(age)} before it came in; max_age is {shown_duration(book.max_age)}"
    return None
