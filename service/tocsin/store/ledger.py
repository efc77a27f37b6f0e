"""The ledger over SQL: the outbox and what was planned, tried, answered and silenced. Keeps what `deliver.ports.Ledger` says.

Row locks do the sharing on PostgreSQL (`FOR UPDATE SKIP LOCKED`); on SQLite there is one writer at a time. An alert is
planned under a lock of its own, so two processes that see it at a rebalance decide one after the other.
"""

import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Select,
    and_,
    exists,
    func,
    insert,
    or_,
    select,
    text,
    update,
)
from sqlalchemy import Row as SqlRow

from tocsin.deliver.ports import Decide
from tocsin.deliver.values import (
    Attempt,
    Claim,
    Due,
    Plan,
    Reason,
    Report,
    Row,
    Settlement,
    Silence,
    Status,
    View,
)
from tocsin.messages import Alert
from tocsin.store.asked import AskedLedger
from tocsin.store.rows import attempt_row, claim_of, fallback_row, new_row, report_row, words
from tocsin.store.tables import attempts, deliveries, planned, revisions, slowed, to_moment, to_number

_OPEN = (Status.WAITING.value, Status.SENDING.value)
_HOUR = timedelta(hours=1)


class SqlLedger(AskedLedger):
    """A ledger in SQLite or PostgreSQL. May be used by several threads; get one from `store.open_ledger`."""

    # -- planning ----------------------------------------------------------------------------------------------------

    def record(
        self, alerts: Sequence[Alert], decide: Decide, now: datetime, capped: Collection[str] = ()
    ) -> list[Plan]:
        """Plan the alerts in one transaction; see the port."""
        with self._database.write() as connection:
            active = tuple(self._silences(connection, now))
            return [self._plan(connection, alert, decide, now, capped=capped, active=active) for alert in alerts]

    def _plan(
        self,
        connection: Connection,
        alert: Alert,
        decide: Decide,
        now: datetime,
        *,
        capped: Collection[str],
        active: tuple[Silence, ...],
    ) -> Plan:
        if not self._database.is_sqlite:
            connection.execute(text("select pg_advisory_xact_lock(hashtext(:id))"), {"id": alert.alert_id})
        key = {"alert_id": alert.alert_id, "revision": alert.revision}
        mark = self._insert(planned).values(**key, planned_at=to_number(now)).on_conflict_do_nothing()
        is_planned = connection.execute(mark.returning(planned.c.revision)).first() is None
        rows = () if is_planned else self._rows(connection, alert.alert_id)
        recent = {} if is_planned or not capped else _recent(connection, alert, capped, now)
        plan = decide(View(self.born_at, is_planned, rows, active, recent), alert)
        if is_planned:
            return plan
        reasons = {name: str(reason) for name, reason in plan.reasons.items()}
        shown = json.dumps({"": str(plan.reason)} if plan.reason else reasons)
        connection.execute(update(planned).where(_is(planned, key)).values(reason=shown))
        _close(connection, plan.withdraws, Status.WITHDRAWN, now)
        _close(connection, [id_ for item in plan.deliveries for id_ in item.replaces], Status.REPLACED, now)
        if plan.deliveries:
            self._keep(connection, alert, now)
            connection.execute(insert(deliveries), [new_row(plan, item, now) for item in plan.deliveries])
        return plan

    def _rows(self, connection: Connection, alert_id: str) -> tuple[Row, ...]:
        query = select(deliveries).where(deliveries.c.alert_id == alert_id).order_by(deliveries.c.id)
        if not self._database.is_sqlite:
            query = query.with_for_update()
        return tuple(
            Row(
                delivery_id=row.id,
                revision=row.revision,
                receiver=row.receiver,
                status=Status(row.status),
                changes=words(row.changes),
                detail=words(row.detail),
                held_until=to_moment(row.not_before) if row.attempts and row.status == Status.WAITING else None,
            )
            for row in connection.execute(query)
        )

    def _keep(self, connection: Connection, alert: Alert, now: datetime) -> None:
        connection.execute(
            self._insert(revisions)
            .values(alert_id=alert.alert_id, revision=alert.revision, body=alert.to_json(), kept_at=to_number(now))
            .on_conflict_do_nothing()
        )

    # -- sending -----------------------------------------------------------------------------------------------------

    def due(self, receivers: Collection[str], now: datetime) -> Due:
        """Tell what is due; see the port."""
        if not receivers:
            return Due()
        moment = to_number(now)
        with self._database.read() as connection:
            slow = {
                row.receiver: int(row.until)
                for row in connection.execute(select(slowed).where(slowed.c.until > moment))
                if row.receiver in receivers
            }
            waiting = connection.execute(
                select(deliveries.c.receiver, func.min(deliveries.c.not_before))
                .where(deliveries.c.status == Status.WAITING.value)
                .group_by(deliveries.c.receiver)
            ).all()
            leased = connection.execute(
                select(deliveries.c.receiver, func.min(deliveries.c.lease_until))
                .where(deliveries.c.status == Status.SENDING.value)
                .group_by(deliveries.c.receiver)
            ).all()
        times: dict[str, int] = {}
        for name, at in [*waiting, *leased]:
            if name in receivers:
                at_least = max(int(at), slow.get(name, 0))
                times[name] = min(at_least, times.get(name, at_least))
        later = [at for at in times.values() if at > moment]
        return Due(
            frozenset(name for name, at in times.items() if at <= moment), to_moment(min(later)) if later else None
        )

    def claim(
        self, owner: str, receivers: Collection[str], now: datetime, lease: timedelta, limit: int = 1
    ) -> list[Claim]:
        """Lease what is due; see the port."""
        if not receivers:
            return []
        with self._database.write() as connection:
            rows = connection.execute(self._claimable(receivers, now).limit(limit)).all()
            if rows and rows[0].digest:
                first = self._claimable([rows[0].receiver], now).where(deliveries.c.digest)
                rows = connection.execute(first).all()
            else:
                rows = [row for row in rows if not row.digest]
            if not rows:
                return []
            connection.execute(
                update(deliveries)
                .where(deliveries.c.id.in_([row.id for row in rows]))
                .values(
                    status=Status.SENDING.value,
                    owner=owner,
                    lease_until=to_number(now + lease),
                    attempts=deliveries.c.attempts + 1,
                    began_at=func.coalesce(deliveries.c.began_at, to_number(now)),
                )
            )
            return [claim_of(row, self._told(connection, row), now) for row in rows]

    def _claimable(self, receivers: Iterable[str], now: datetime) -> Select[Any]:
        moment = to_number(now)
        earlier = deliveries.alias()
        query = (
            select(deliveries, revisions.c.body)
            .join(
                revisions,
                and_(revisions.c.alert_id == deliveries.c.alert_id, revisions.c.revision == deliveries.c.revision),
            )
            .where(
                deliveries.c.receiver.in_(receivers),
                or_(
                    and_(deliveries.c.status == Status.WAITING.value, deliveries.c.not_before <= moment),
                    and_(deliveries.c.status == Status.SENDING.value, deliveries.c.lease_until <= moment),
                ),
                ~exists().where(
                    earlier.c.alert_id == deliveries.c.alert_id,
                    earlier.c.receiver == deliveries.c.receiver,
                    earlier.c.revision < deliveries.c.revision,
                    earlier.c.status.in_(_OPEN),
                ),
                ~exists().where(slowed.c.receiver == deliveries.c.receiver, slowed.c.until > moment),
            )
            .order_by(deliveries.c.not_before, deliveries.c.id)
        )
        return query if self._database.is_sqlite else query.with_for_update(skip_locked=True, of=deliveries)

    def _told(self, connection: Connection, row: SqlRow[Any]) -> int | None:
        newest: int | None = connection.scalar(
            select(func.max(deliveries.c.revision)).where(
                deliveries.c.alert_id == row.alert_id,
                deliveries.c.receiver == row.receiver,
                deliveries.c.revision < row.revision,
                deliveries.c.status == Status.SENT.value,
            )
        )
        return newest

    def renew(self, owner: str, now: datetime, lease: timedelta) -> int:
        """Prolong the owner's leases; see the port."""
        mine = and_(deliveries.c.owner == owner, deliveries.c.status == Status.SENDING.value)
        with self._database.write() as connection:
            return connection.execute(
                update(deliveries).where(mine).values(lease_until=to_number(now + lease))
            ).rowcount

    def finish(
        self, owner: str, claims: Sequence[Claim], attempt: Attempt, settlement: Settlement, now: datetime
    ) -> int:
        """Write an attempt and what follows; see the port."""
        ids = [claim.delivery_id for claim in claims]
        is_over = settlement.status is not Status.WAITING
        values: dict[str, Any] = {
            "status": settlement.status.value,
            "owner": None,
            "lease_until": None,
            "finished_at": to_number(now) if is_over else None,
        }
        if settlement.not_before is not None:
            values["not_before"] = to_number(settlement.not_before)
        mine = and_(deliveries.c.owner == owner, deliveries.c.status == Status.SENDING.value)
        with self._database.write() as connection:
            changed = connection.execute(update(deliveries).where(deliveries.c.id.in_(ids), mine).values(**values))
            held = changed.rowcount
            if attempt.outcome.is_sent and held < len(ids):
                connection.execute(
                    update(deliveries).where(deliveries.c.id.in_(ids), deliveries.c.status.in_(_OPEN)).values(**values)
                )
            connection.execute(insert(attempts), [attempt_row(id_, attempt) for id_ in ids])
            if settlement.status is Status.DEAD and settlement.fallback and held:
                self._fall_back(connection, claims, settlement.fallback, now)
            if settlement.status is Status.DEAD and settlement.report and held:
                self._report(connection, settlement.report, now)
        return held

    def _report(self, connection: Connection, report: Report, now: datetime) -> None:
        self._keep(connection, report.alert, now)
        for name in report.send_to:
            self._send_now(connection, report_row(report, name, now))

    def _fall_back(self, connection: Connection, claims: Sequence[Claim], names: Sequence[str], now: datetime) -> None:
        for claim in claims:
            for name in names:
                self._send_now(connection, fallback_row(claim, name, now))

    def _send_now(self, connection: Connection, row: Mapping[str, Any]) -> None:
        connection.execute(self._insert(deliveries).values(**row).on_conflict_do_nothing())

    def give_back(self, owner: str, claims: Sequence[Claim], now: datetime) -> None:
        """End leases without an attempt; see the port."""
        if not claims:
            return
        with self._database.write() as connection:
            connection.execute(
                update(deliveries)
                .where(
                    deliveries.c.id.in_([claim.delivery_id for claim in claims]),
                    deliveries.c.owner == owner,
                    deliveries.c.status == Status.SENDING.value,
                )
                .values(
                    status=Status.WAITING.value,
                    owner=None,
                    lease_until=None,
                    attempts=deliveries.c.attempts - 1,
                    not_before=to_number(now),
                )
            )

    def take_over(self, now: datetime) -> int:
        """End all leases, whoever holds them; return how many. Only for one who knows that no other sender is alive."""
        with self._database.write() as connection:
            return connection.execute(
                update(deliveries)
                .where(deliveries.c.status == Status.SENDING.value)
                .values(status=Status.WAITING.value, owner=None, lease_until=None, not_before=to_number(now))
            ).rowcount

    def slow(self, receivers: Collection[str], until: datetime) -> None:
        """Hold everything for the receivers until then; see the port."""
        with self._database.write() as connection:
            for name in receivers:
                statement = self._insert(slowed).values(receiver=name, until=to_number(until))
                connection.execute(
                    statement.on_conflict_do_update(
                        index_elements=[slowed.c.receiver], set_={"until": statement.excluded.until}
                    )
                )

    def close_orphans(self, receivers: Collection[str], before: datetime, now: datetime) -> int:
        """Close waiting rows of receivers that are gone; see the port."""
        with self._database.write() as connection:
            return connection.execute(
                update(deliveries)
                .where(
                    deliveries.c.status == Status.WAITING.value,
                    deliveries.c.planned_at < to_number(before),
                    deliveries.c.receiver.not_in(receivers),
                )
                .values(status=Status.DEAD.value, reason=Reason.NOT_CONFIGURED.value, finished_at=to_number(now))
            ).rowcount


def _is(table: Any, key: Mapping[str, Any]) -> ColumnElement[bool]:
    return and_(*[table.c[name] == value for name, value in key.items()])


def _close(connection: Connection, ids: Iterable[int], status: Status, now: datetime) -> None:
    wanted = list(ids)
    if wanted:
        connection.execute(
            update(deliveries)
            .where(deliveries.c.id.in_(wanted), deliveries.c.status == Status.WAITING.value)
            .values(status=status.value, finished_at=to_number(now))
        )


def _recent(connection: Connection, alert: Alert, capped: Collection[str], now: datetime) -> dict[str, int]:
    named = {name for policy in alert.policies for name in policy.send_to}.intersection(capped)
    if not named:
        return {}
    query = (
        select(deliveries.c.receiver, func.count())
        .where(
            deliveries.c.receiver.in_(named),
            deliveries.c.planned_at > to_number(now - _HOUR),
            ~deliveries.c.digest,
            deliveries.c.status.in_([Status.WAITING.value, Status.SENDING.value, Status.SENT.value]),
        )
        .group_by(deliveries.c.receiver)
    )
    return {str(name): int(count) for name, count in connection.execute(query)}
