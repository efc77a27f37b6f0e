"""Tell whoever runs Tocsin that messages reach nobody: a report for the outbox when a delivery is dead.

A report is an alert of its own kind that never travels by Kafka. Its id names the address and the hour, and the ledger holds
each id once a receiver, so a channel that is dead for a day makes 24 reports, however many messages it swallows.
"""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime

from tocsin.deliver.escaping import one_line
from tocsin.deliver.receivers import Receiver
from tocsin.deliver.values import Claim, Outcome, Report
from tocsin.messages import Alert, AlertSignal, Change, Evidence, Novelty, Signal

_PREFIX = "operations-"
_MAX_ANSWER = 200


def is_report(alert: Alert) -> bool:
    """Tell whether the alert is a report of ours, not news."""
    return alert.alert_id.startswith(_PREFIX)


def report_death(
    claims: Sequence[Claim],
    outcome: Outcome,
    receiver: Receiver,
    send_to: Sequence[str],
    receivers: Mapping[str, Receiver],
    *,
    now: datetime,
) -> Report | None:
    """Return the report that deliveries to the receiver are dead; None where nobody is left to get it.

    A dead report makes no other, and nobody hears of his own dead address by that very address.
    """
    if all(is_report(claim.alert) for claim in claims):
        return None
    names = tuple(name for name in send_to if name in receivers and receivers[name].destination != receiver.destination)
    return Report(_report(outcome, receiver, now), names) if names else None


def _report(outcome: Outcome, receiver: Receiver, now: datetime) -> Alert:
    hour = now.astimezone(UTC).strftime("%Y%m%dT%HZ")
    alert_id = f"{_PREFIX}{receiver.destination}-{hour}"
    answer = one_line(outcome.detail, _MAX_ANSWER) or "no answer"
    told = f"{receiver.name} ({receiver.scheme}): {answer}"
    signal = Signal(
        signal_id=alert_id,
        type="delivery",
        direction="dead",
        relevance=100,
        confidence=1.0,
        rule="operations",
        pack="operations",
        evidence=Evidence(text=told, start=0, end=len(told)),
    )
    lead = AlertSignal(
        signal=signal, article_id=alert_id, source="tocsin", language="en", published_at=now, ingested_at=now
    )
    return Alert(
        alert_id=alert_id,
        revision=1,
        at=now,
        opened_at=now,
        lead=lead,
        changes=(Change.FIRST,),
        novelty=Novelty(),
        config_hash="",
    )
