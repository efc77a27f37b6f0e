"""Rows of the ledger to the values of `deliver`, and back."""

import json
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Row as SqlRow

from tocsin.deliver.feedback import Vote, Voted
from tocsin.deliver.planning import policies_for
from tocsin.deliver.values import (
    OPEN,
    Attempt,
    Claim,
    Delivery,
    Failure,
    History,
    Outcome,
    Plan,
    Reason,
    Refusal,
    Report,
    Status,
)
from tocsin.messages import Alert, Severity
from tocsin.store.tables import to_moment, to_number


def new_row(plan: Plan, item: Delivery, now: datetime) -> dict[str, Any]:
    """Return the columns of a planned delivery."""
    return {
        "alert_id": plan.alert_id,
        "revision": plan.revision,
        "receiver": item.receiver,
        "status": item.status.value,
        "reason": item.reason.value,
        "severity": item.severity.value,
        "changes": json.dumps(item.changes),
        "detail": json.dumps(item.detail),
        "digest": item.digest,
        "held": item.held,
        "planned_at": to_number(now),
        "not_before": to_number(item.not_before),
        "attempts": 0,
        "finished_at": to_number(now) if item.status is Status.SILENCED else None,
    }


def report_row(report: Report, receiver: str, now: datetime) -> dict[str, Any]:
    """Return the columns of a report on ourselves, due at once."""
    alert = report.alert
    return _row_at_once(alert, receiver, now) | {
        "reason": Reason.OPERATIONS.value,
        "severity": Severity.HIGH.value,
        "changes": json.dumps(alert.changes),
        "detail": json.dumps(alert.detail),
    }


def fallback_row(claim: Claim, receiver: str, now: datetime) -> dict[str, Any]:
    """Return the columns of what another receiver gets, at once, in place of one that cannot be reached."""
    return _row_at_once(claim.alert, receiver, now) | {
        "reason": Reason.FALLBACK.value,
        "severity": claim.severity.value,
        "changes": json.dumps(claim.changes),
        "detail": json.dumps(claim.detail),
        "instead_of": claim.receiver,
    }


def _row_at_once(alert: Alert, receiver: str, now: datetime) -> dict[str, Any]:
    return {
        "alert_id": alert.alert_id,
        "revision": alert.revision,
        "receiver": receiver,
        "status": Status.WAITING.value,
        "digest": False,
        "planned_at": to_number(now),
        "not_before": to_number(now),
        "attempts": 0,
    }


def attempt_row(delivery_id: int, attempt: Attempt) -> dict[str, Any]:
    """Return the columns of an attempt."""
    outcome = attempt.outcome
    return {
        "delivery_id": delivery_id,
        "started_at": to_number(attempt.started_at),
        "milliseconds": attempt.took // timedelta(milliseconds=1),
        "failure": outcome.failure.value if outcome.failure else None,
        "status": outcome.status,
        "detail": outcome.detail,
    }


def claim_of(row: SqlRow[Any], told: int | None, now: datetime) -> Claim:
    """Return the claim that a row, joined with its alert, stands for."""
    return Claim(
        delivery_id=row.id,
        receiver=row.receiver,
        alert=Alert.model_validate_json(row.body),
        changes=words(row.changes),
        detail=words(row.detail),
        severity=Severity(row.severity),
        attempt=row.attempts + 1,
        began_at=to_moment(row.began_at) if row.began_at is not None else now,
        planned_at=to_moment(row.planned_at),
        told=told,
        digest=row.digest,
        held=row.held,
        instead_of=row.instead_of,
    )


def history_of(row: SqlRow[Any], tried: Sequence[SqlRow[Any]]) -> History:
    """Return a row with its attempts as `why` shows it."""
    return History(
        delivery_id=row.id,
        alert_id=row.alert_id,
        revision=row.revision,
        receiver=row.receiver,
        status=Status(row.status),
        reason=row.reason,
        severity=Severity(row.severity),
        planned_at=to_moment(row.planned_at),
        not_before=to_moment(row.not_before),
        finished_at=to_moment(row.finished_at) if row.finished_at is not None else None,
        held=row.held,
        attempts=tuple(
            Attempt(
                started_at=to_moment(item.started_at),
                took=timedelta(milliseconds=item.milliseconds),
                outcome=Outcome(
                    Failure(item.failure) if item.failure else None, detail=item.detail, status=item.status
                ),
            )
            for item in tried
        ),
    )


def refusal_of(receiver: str, tried: Sequence[SqlRow[Any]], behind: int, slow_until: int) -> Refusal:
    """Return what a receiver has not accepted: deliveries with their last, failed attempt, the latest of all at the end."""
    is_open = [item for item in tried if item.status in OPEN]
    given_up = sum(item.status == Status.DEAD for item in tried)
    next_at = min((max(item.not_before, slow_until) for item in is_open), default=None)
    return Refusal(
        receiver=receiver,
        retried=len(is_open),
        given_up=given_up,
        behind=behind,
        since=to_moment(min(item.began_at for item in tried)),
        tried_at=to_moment(tried[-1].started_at),
        answer=tried[-1].detail,
        failure=Failure(tried[-1].failure),
        next_at=None if next_at is None else to_moment(next_at),
    )


def voted_of(row: Any) -> Voted:
    """Return a vote with what it is about."""
    alert = Alert.model_validate_json(row.body)
    policies = tuple(policy.name for policy in policies_for(alert, row.receiver))
    return Voted(Vote(row.vote), alert.lead.signal.rule, policies)


def words(stored: str) -> tuple[str, ...]:
    """Read a list of words."""
    return tuple(json.loads(stored))
