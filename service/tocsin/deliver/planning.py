"""Decide who gets an alert revision, and when: first message or update, held back, silenced, or not at all.

A receiver is planned for when a policy names it or when it has a row of the alert. Critical alerts pass quiet hours, digests
and caps, never silences.
"""

from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta

from tocsin.deliver.calendar import next_digest, quiet_until
from tocsin.deliver.receivers import Receiver
from tocsin.deliver.silences import Ancestors, no_ancestors
from tocsin.deliver.values import TOLD, Delivery, Plan, Reason, Row, Silence, Status, View
from tocsin.messages import Alert, Change, SatisfiedPolicy, Severity

NEWS = frozenset({Change.NEW_FACT, Change.DENIAL, Change.CORRECTION, Change.WITHDRAWAL})
"""Changes worth a message to everybody who was told earlier."""


def plan(
    view: View, alert: Alert, receivers: Mapping[str, Receiver], now: datetime, ancestors: Ancestors = no_ancestors
) -> Plan:
    """Decide the deliveries of one alert revision, with a reason for every receiver that came into question."""
    if view.is_planned:
        return Plan(alert.alert_id, alert.revision, reason=Reason.ALREADY_PLANNED)
    if alert.at < view.born_at:
        return Plan(alert.alert_id, alert.revision, reason=Reason.OLDER_THAN_LEDGER)
    deliveries: list[Delivery] = []
    withdraws: list[int] = []
    reasons: dict[str, str] = {}
    for name in _names(alert, view):
        receiver = receivers.get(name)
        mine = tuple(row for row in view.rows if row.receiver == name)
        if receiver is None:
            reasons[name] = Reason.NOT_CONFIGURED
            continue
        reason, is_sent = _judge(alert, receiver, mine, view)
        waiting = tuple(row for row in mine if row.status is Status.WAITING)
        if reason is Reason.WITHDRAWN:
            withdraws += [row.delivery_id for row in waiting]
        if is_sent:
            silence = find_silence(view.silences, alert, name, now, ancestors)
            delivery = _deliver(alert, receiver, waiting, view, now, reason=reason, silence=silence)
            deliveries.append(delivery)
            reason = delivery.reason
        reasons[name] = reason
    return Plan(alert.alert_id, alert.revision, tuple(deliveries), tuple(withdraws), reasons)


def policies_for(alert: Alert, receiver: str) -> tuple[SatisfiedPolicy, ...]:
    """Return the satisfied policies that name the receiver, the loudest first; all of them where none does."""
    named = tuple(policy for policy in alert.policies if receiver in policy.send_to) or alert.policies
    return tuple(sorted(named, key=lambda policy: -policy.severity.rank))


def severity_for(alert: Alert, receiver: str) -> Severity:
    """Return the highest severity among the policies that name the receiver."""
    policies = policies_for(alert, receiver)
    return policies[0].severity if policies else alert.severity


def facts_of(alert: Alert, receiver: str, ancestors: Ancestors) -> dict[str, tuple[str, ...]]:
    """Return the values that silences match, by field; commodities and companies by all by which policies find them."""
    signal = alert.lead.signal
    return {
        "alert": (alert.alert_id,),
        "receiver": (receiver,),
        "severity": (severity_for(alert, receiver).value,),
        "policy": tuple(policy.name for policy in policies_for(alert, receiver)),
        "type": (signal.type,),
        "direction": (signal.direction,),
        "commodity": tuple(dict.fromkeys(name for item in signal.commodities for name in (item, *ancestors(item)))),
        "country": signal.countries,
        "company": tuple(name for actor in signal.actors for name in (actor.id, actor.ticker, actor.name) if name),
        "publisher": alert.publishers,
        "source": (alert.lead.source,),
        "rule": (signal.rule,),
    }


def _names(alert: Alert, view: View) -> Iterator[str]:
    """Yield every receiver in question once, in the order in which policies and rows name them."""
    named = [name for policy in alert.policies for name in policy.send_to]
    yield from dict.fromkeys(named + [row.receiver for row in view.rows])


def _judge(alert: Alert, receiver: Receiver, mine: tuple[Row, ...], view: View) -> tuple[Reason, bool]:
    """Return the reason, and whether it is one for sending."""
    if any(row.revision > alert.revision for row in mine):
        return Reason.SUPERSEDED, False
    is_told = any(row.status in TOLD for row in mine)
    if alert.withdrawn and not is_told:
        return Reason.WITHDRAWN, False
    if any(row.status is Status.WAITING for row in mine):
        return Reason.REPLACES, True
    named = [policy for policy in alert.policies if receiver.name in policy.send_to]
    is_newly_named = any(policy.newly for policy in named)
    is_news = is_newly_named or bool(NEWS.intersection(alert.changes))
    if is_told:
        return (Reason.UPDATE, True) if is_news or receiver.updates == "all" else (Reason.NO_NEWS, False)
    if is_newly_named or (named and alert.revision == 1):
        return Reason.FIRST, True
    if mine:
        return (Reason.NOT_DELIVERED, True) if is_news else (Reason.NO_NEWS, False)
    if named and is_news and not view.rows:
        return Reason.FIRST, True  # the ledger never sent the event to anybody: news of it is new to all
    return Reason.NO_HISTORY, False


def _deliver(
    alert: Alert,
    receiver: Receiver,
    waiting: tuple[Row, ...],
    view: View,
    now: datetime,
    *,
    reason: Reason,
    silence: Silence | None,
) -> Delivery:
    severity = severity_for(alert, receiver.name)
    not_before, digest, held = _release(receiver, severity, view, now)
    retry_at = max((row.held_until for row in waiting if row.held_until), default=now)
    return Delivery(
        receiver=receiver.name,
        status=Status.SILENCED if silence else Status.WAITING,
        reason=Reason.SILENCED if silence else reason,
        severity=severity,
        not_before=max(not_before, retry_at),
        digest=digest,
        held=f"silence {silence.silence_id}" if silence else held,
        changes=_joined([row.changes for row in waiting], tuple(change.value for change in alert.changes)),
        detail=_joined([row.detail for row in waiting], alert.detail),
        replaces=tuple(row.delivery_id for row in waiting),
    )


def find_silence(
    silences: tuple[Silence, ...], alert: Alert, receiver: str, now: datetime, ancestors: Ancestors
) -> Silence | None:
    """Return the first silence that holds the alert back from the receiver now."""
    active = [silence for silence in silences if silence.is_active(now)]
    if not active:
        return None
    facts = facts_of(alert, receiver, ancestors)
    return next((silence for silence in active if silence.matches(facts)), None)


def _release(receiver: Receiver, severity: Severity, view: View, now: datetime) -> tuple[datetime, bool, str | None]:
    """Return when the message may go, whether in a digest, and what holds it."""
    if severity is Severity.CRITICAL:
        return now, False, None
    moment, digest, held = now, False, None
    if receiver.digest is not None:
        moment, digest, held = next_digest(receiver.digest, now, receiver.timezone), True, "digest"
    elif receiver.cap is not None and view.recent.get(receiver.name, 0) >= receiver.cap:
        moment, digest, held = _next_hour(now), True, "cap"
    if receiver.quiet_hours is not None:
        end = quiet_until(receiver.quiet_hours, moment, receiver.timezone)
        if end is not None:
            return end, digest or receiver.quiet_hours.release == "digest", held or "quiet hours"
    return moment, digest, held


def _next_hour(now: datetime) -> datetime:
    return now.replace(minute=0, second=0, microsecond=0) + timedelta(hours=1)


def _joined(earlier: list[tuple[str, ...]], last: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(text for texts in [*earlier, last] for text in texts))
