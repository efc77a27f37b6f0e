"""A ledger in memory, held to the same contract as the one over SQL."""

import itertools
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from tocsin.deliver.feedback import Vote, Voted
from tocsin.deliver.planning import facts_of, policies_for
from tocsin.deliver.ports import Decide
from tocsin.deliver.silences import Ancestors, no_ancestors
from tocsin.deliver.values import (
    OPEN,
    Attempt,
    Claim,
    Delivery,
    Due,
    History,
    Plan,
    Reason,
    Report,
    Row,
    Settlement,
    Silence,
    Status,
    View,
)
from tocsin.messages import Alert, Severity

_HOUR = timedelta(hours=1)


@dataclass
class _Kept:
    delivery_id: int
    alert: Alert
    item: Delivery
    status: Status
    reason: Reason
    planned_at: datetime
    not_before: datetime
    attempts: int = 0
    began_at: datetime | None = None
    owner: str | None = None
    lease_until: datetime | None = None
    finished_at: datetime | None = None
    instead_of: str | None = None
    tried: list[Attempt] = field(default_factory=list)

    @property
    def receiver(self) -> str:
        return self.item.receiver

    def is_claimable(self, now: datetime) -> bool:
        if self.status is Status.WAITING:
            return self.not_before <= now
        return self.status is Status.SENDING and self.lease_until is not None and self.lease_until <= now


class MemoryLedger:
    """Keeps what `deliver.ports.Ledger` says, for as long as the process lives. Not for several threads."""

    def __init__(self, born_at: datetime) -> None:
        self.born_at = born_at
        self._numbers = itertools.count(1)
        self._planned: dict[tuple[str, int], datetime] = {}
        self._rows: list[_Kept] = []
        self._silences: dict[int, Silence] = {}
        self._slowed: dict[str, datetime] = {}
        self._votes: dict[int, Vote] = {}

    def record(
        self, alerts: Sequence[Alert], decide: Decide, now: datetime, capped: Collection[str] = ()
    ) -> list[Plan]:
        """Plan the alerts, all or none."""
        planned, rows = dict(self._planned), [replace(row) for row in self._rows]
        try:
            return [self._plan(alert, decide, now, capped) for alert in alerts]
        except BaseException:
            self._planned, self._rows = planned, rows
            raise

    def _plan(self, alert: Alert, decide: Decide, now: datetime, capped: Collection[str]) -> Plan:
        key = (alert.alert_id, alert.revision)
        is_planned = key in self._planned
        view = View(
            self.born_at,
            is_planned,
            () if is_planned else tuple(_view(row) for row in self._rows if row.alert.alert_id == alert.alert_id),
            tuple(silence for silence in self._silences.values() if silence.is_active(now)),
            {name: self._recent(name, now) for name in capped},
        )
        plan = decide(view, alert)
        if is_planned:
            return plan
        self._planned[key] = now
        self._close(plan.withdraws, Status.WITHDRAWN, now)
        self._close([id_ for item in plan.deliveries for id_ in item.replaces], Status.REPLACED, now)
        for item in plan.deliveries:
            kept = _Kept(next(self._numbers), alert, item, item.status, item.reason, now, item.not_before)
            kept.finished_at = now if item.status is Status.SILENCED else None
            self._rows.append(kept)
        return plan

    def _recent(self, name: str, now: datetime) -> int:
        counted = OPEN | {Status.SENT}
        return sum(
            row.receiver == name and row.planned_at > now - _HOUR and not row.item.digest and row.status in counted
            for row in self._rows
        )

    def _close(self, ids: Collection[int], status: Status, now: datetime) -> None:
        for row in self._rows:
            if row.delivery_id in ids and row.status is Status.WAITING:
                row.status, row.finished_at = status, now

    def due(self, receivers: Collection[str], now: datetime) -> Due:
        """Tell what is due."""
        times: dict[str, datetime] = {}
        for row in self._rows:
            at = row.not_before if row.status is Status.WAITING else row.lease_until
            if row.receiver in receivers and row.status in OPEN and at is not None:
                at = max(at, self._slowed.get(row.receiver, at))
                times[row.receiver] = min(at, times.get(row.receiver, at))
        later = [at for at in times.values() if at > now]
        return Due(frozenset(name for name, at in times.items() if at <= now), min(later, default=None))

    def claim(
        self, owner: str, receivers: Collection[str], now: datetime, lease: timedelta, limit: int = 1
    ) -> list[Claim]:
        """Lease what is due."""
        found = sorted(
            (row for row in self._rows if row.receiver in receivers and self._may_go(row, now)),
            key=lambda row: (row.not_before, row.delivery_id),
        )
        if found and found[0].item.digest:
            found = [row for row in found if row.item.digest and row.receiver == found[0].receiver]
        else:
            found = [row for row in found[:limit] if not row.item.digest]
        for row in found:
            row.status, row.owner, row.lease_until = Status.SENDING, owner, now + lease
            row.attempts += 1
            row.began_at = row.began_at or now
        return [self._claim(row, now) for row in found]

    def _may_go(self, row: _Kept, now: datetime) -> bool:
        is_behind = any(
            other.alert.alert_id == row.alert.alert_id
            and other.receiver == row.receiver
            and other.alert.revision < row.alert.revision
            and other.status in OPEN
            for other in self._rows
        )
        return row.is_claimable(now) and not is_behind and self._slowed.get(row.receiver, now) <= now

    def _claim(self, row: _Kept, now: datetime) -> Claim:
        told = [
            other.alert.revision
            for other in self._rows
            if other.alert.alert_id == row.alert.alert_id
            and other.receiver == row.receiver
            and other.alert.revision < row.alert.revision
            and other.status is Status.SENT
        ]
        return Claim(
            delivery_id=row.delivery_id,
            receiver=row.receiver,
            alert=row.alert,
            changes=row.item.changes,
            detail=row.item.detail,
            severity=row.item.severity,
            attempt=row.attempts,
            began_at=row.began_at or now,
            planned_at=row.planned_at,
            told=max(told, default=None),
            digest=row.item.digest,
            held=row.item.held,
            instead_of=row.instead_of,
        )

    def renew(self, owner: str, now: datetime, lease: timedelta) -> int:
        """Prolong the owner's leases."""
        mine = [row for row in self._rows if row.owner == owner and row.status is Status.SENDING]
        for row in mine:
            row.lease_until = now + lease
        return len(mine)

    def finish(
        self, owner: str, claims: Sequence[Claim], attempt: Attempt, settlement: Settlement, now: datetime
    ) -> int:
        """Write an attempt and what follows."""
        held = 0
        for claim in claims:
            row = next(row for row in self._rows if row.delivery_id == claim.delivery_id)
            row.tried.append(attempt)
            is_mine = row.owner == owner and row.status is Status.SENDING
            held += is_mine
            if is_mine or (attempt.outcome.is_sent and row.status in OPEN):
                row.status, row.owner, row.lease_until = settlement.status, None, None
                row.not_before = settlement.not_before or row.not_before
                row.finished_at = now if settlement.status is not Status.WAITING else None
            if is_mine and settlement.status is Status.DEAD:
                self._fall_back(claim, row, settlement.fallback, now)
                if settlement.report is not None:
                    self._report(settlement.report, now)
        return held

    def _report(self, report: Report, now: datetime) -> None:
        alert = report.alert
        taken = {row.receiver for row in self._rows if row.alert.alert_id == alert.alert_id}
        for name in report.send_to:
            if name not in taken:
                changes = tuple(change.value for change in alert.changes)
                item = Delivery(name, Status.WAITING, Reason.OPERATIONS, Severity.HIGH, now, changes=changes)
                self._rows.append(_Kept(next(self._numbers), alert, item, item.status, item.reason, now, now))

    def _fall_back(self, claim: Claim, row: _Kept, names: Sequence[str], now: datetime) -> None:
        for name in names:
            taken = any(
                (other.alert.alert_id, other.alert.revision, other.receiver)
                == (claim.alert.alert_id, claim.alert.revision, name)
                for other in self._rows
            )
            if not taken:
                item = Delivery(
                    receiver=name,
                    status=Status.WAITING,
                    reason=Reason.FALLBACK,
                    severity=row.item.severity,
                    not_before=now,
                    changes=claim.changes,
                    detail=claim.detail,
                )
                kept = _Kept(next(self._numbers), claim.alert, item, item.status, item.reason, now, now)
                kept.instead_of = claim.receiver
                self._rows.append(kept)

    def give_back(self, owner: str, claims: Sequence[Claim], now: datetime) -> None:
        """End leases without an attempt."""
        ids = {claim.delivery_id for claim in claims}
        for row in self._rows:
            if row.delivery_id in ids and row.owner == owner and row.status is Status.SENDING:
                row.status, row.owner, row.lease_until, row.not_before = Status.WAITING, None, None, now
                row.attempts -= 1

    def take_over(self, now: datetime) -> int:
        """End all leases."""
        taken = [row for row in self._rows if row.status is Status.SENDING]
        for row in taken:
            row.status, row.owner, row.lease_until, row.not_before = Status.WAITING, None, None, now
        return len(taken)

    def slow(self, receivers: Collection[str], until: datetime) -> None:
        """Hold everything for the receivers until then."""
        self._slowed |= dict.fromkeys(receivers, until)

    def close_orphans(self, receivers: Collection[str], before: datetime, now: datetime) -> int:
        """Close waiting rows of receivers that are gone."""
        gone = [
            row
            for row in self._rows
            if row.status is Status.WAITING and row.receiver not in receivers and row.planned_at < before
        ]
        for row in gone:
            row.status, row.reason, row.finished_at = Status.DEAD, Reason.NOT_CONFIGURED, now
        return len(gone)

    def counts(self) -> Mapping[str, int]:
        """Count the rows by status."""
        return Counter(row.status.value for row in self._rows)

    def history(self, alert_id: str) -> list[History]:
        """Return every delivery of an alert."""
        return [
            History(
                delivery_id=row.delivery_id,
                alert_id=alert_id,
                revision=row.alert.revision,
                receiver=row.receiver,
                status=row.status,
                reason=row.reason.value,
                severity=row.item.severity,
                planned_at=row.planned_at,
                not_before=row.not_before,
                finished_at=row.finished_at,
                held=row.item.held,
                attempts=tuple(row.tried),
            )
            for row in self._rows
            if row.alert.alert_id == alert_id
        ]

    def add_silence(self, silence: Silence) -> int:
        """Keep a silence."""
        number = next(self._numbers)
        self._silences[number] = replace(silence, silence_id=number)
        return number

    def hold_waiting(self, silence: Silence, now: datetime, ancestors: Ancestors = no_ancestors) -> int:
        """Close the waiting rows that an active silence matches."""
        held = [
            row
            for row in self._rows
            if row.status is Status.WAITING
            and silence.is_active(now)
            and silence.matches(facts_of(row.alert, row.receiver, ancestors))
        ]
        for row in held:
            row.status, row.reason, row.finished_at = Status.SILENCED, Reason.SILENCED, now
            row.item = replace(row.item, held=f"silence {silence.silence_id}")
        return len(held)

    def silences(self, *, active_at: datetime | None = None) -> list[Silence]:
        """Return the silences, or those active at a time."""
        return [item for item in self._silences.values() if active_at is None or item.is_active(active_at)]

    def expire_silence(self, silence_id: int, now: datetime) -> bool:
        """End a silence now."""
        found = self._silences.get(silence_id)
        if found is None or found.ends_at <= now:
            return False
        self._silences[silence_id] = replace(found, ends_at=now)
        return True

    def vote(self, delivery_id: int, vote: Vote, now: datetime) -> bool:  # noqa: ARG002 - a double keeps no times of votes
        """Keep a reader's vote."""
        if not any(row.delivery_id == delivery_id and row.status is Status.SENT for row in self._rows):
            return False
        self._votes[delivery_id] = vote
        return True

    def votes(self) -> list[Voted]:
        """Return the last vote on every delivery that was voted on."""
        by_id = {row.delivery_id: row for row in self._rows}
        return [
            Voted(
                vote,
                by_id[number].alert.lead.signal.rule,
                tuple(policy.name for policy in policies_for(by_id[number].alert, by_id[number].receiver)),
            )
            for number, vote in sorted(self._votes.items())
            if number in by_id
        ]

    def prune(self, now: datetime, *, deliveries: timedelta, marks: timedelta, limit: int = 200) -> int:
        """Forget what is old."""
        old = [row for row in self._rows if row.finished_at is not None and row.finished_at < now - deliveries][:limit]
        self._rows = [row for row in self._rows if row not in old]
        forgotten = [key for key, at in self._planned.items() if at < now - marks][:limit]
        for key in forgotten:
            del self._planned[key]
        return len(old) + len(forgotten)


def _view(row: _Kept) -> Row:
    return Row(
        delivery_id=row.delivery_id,
        revision=row.alert.revision,
        receiver=row.receiver,
        status=row.status,
        changes=row.item.changes,
        detail=row.item.detail,
        held_until=row.not_before if row.attempts and row.status is Status.WAITING else None,
    )
