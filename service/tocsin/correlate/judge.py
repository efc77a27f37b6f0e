"""Which policies an event satisfies: every policy of the signal's type and commodities is tried, and says why not."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from tocsin.correlate.book import Book
from tocsin.correlate.policy import Policy, Subject, comparisons, shown_duration
from tocsin.correlate.quick import make
from tocsin.messages.alert import SatisfiedPolicy
from tocsin.messages.event import EventRecord, FiredPolicy
from tocsin.messages.findings import Findings
from tocsin.messages.signal import Modality, Signal
from tocsin.messages.verdict import Comparison, PolicyTrial


@dataclass(frozen=True, slots=True)
class Judgement:
    """All policies tried on one signal, and those that it satisfies with the values compared."""

    trials: tuple[PolicyTrial, ...] = ()
    satisfied: tuple[tuple[Policy, tuple[Comparison, ...]], ...] = ()


def judge(signal: Signal, record: EventRecord, findings: Findings, now: datetime, book: Book) -> Judgement:
    """Try the policies on one signal in the light of its event. A signal that is background satisfies none."""
    lineage = book.lineage(signal)
    subject = Subject(signal, findings, record.facts, record.sources, lineage, now)
    held_back = _held_back(signal, findings, now, book)
    trials: list[PolicyTrial] = []
    satisfied: list[tuple[Policy, tuple[Comparison, ...]]] = []
    for policy in book.policies_for(signal, lineage):
        held: list[Comparison] = []
        failed = None
        for comparison in comparisons(policy, subject):
            if not comparison.held:
                failed = comparison
                break
            held.append(comparison)
        if failed is None and held_back is None:
            satisfied.append((policy, tuple(held)))
        trials.append(
            make(
                PolicyTrial,
                policy=policy.name,
                satisfied=failed is None,
                held_back=held_back if failed is None else None,
                failed=failed,
            )
        )
    return Judgement(tuple(trials), tuple(satisfied))


def merge(
    record: EventRecord, judgements: Sequence[Judgement], now: datetime
) -> tuple[tuple[FiredPolicy, ...], tuple[SatisfiedPolicy, ...]]:
    """Return the policies that the event has satisfied so far, as remembered and as an alert tells them."""
    fired = {policy.name: policy for policy in record.policies}
    told: dict[str, SatisfiedPolicy] = {
        policy.name: make(
            SatisfiedPolicy,
            name=policy.name,
            severity=policy.severity,
            send_to=policy.send_to,
            comparisons=(),
            newly=False,
        )
        for policy in record.policies
    }
    for judgement in judgements:
        for policy, compared in judgement.satisfied:
            newly = policy.name not in fired or (policy.name in told and told[policy.name].newly)
            fired[policy.name] = make(
                FiredPolicy,
                name=policy.name,
                severity=policy.severity,
                send_to=policy.send_to,
                at=fired[policy.name].at if policy.name in fired else now,
                held_back=None,
            )
            told[policy.name] = make(
                SatisfiedPolicy,
                name=policy.name,
                severity=policy.severity,
                send_to=policy.send_to,
                comparisons=compared,
                newly=newly,
            )
    return tuple(fired.values()), tuple(told.values())


def _held_back(signal: Signal, findings: Findings, now: datetime, book: Book) -> str | None:
    if signal.modality is Modality.HISTORICAL:
        return "background never alerts"
    age = now - findings.published_at
    if book.max_age is not None and age > book.max_age:
        return f"published {shown_duration(age)} before it came in; max_age is {shown_duration(book.max_age)}"
    return None
