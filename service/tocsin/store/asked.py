"""What the ledger is asked and told between planning and sending: counts, histories, silences, votes, retention."""

import json
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, and_, delete, exists, func, insert, or_, select, update
from sqlalchemy.dialects import postgresql, sqlite

from tocsin.deliver.feedback import Delivered, Vote, Voted
from tocsin.deliver.planning import facts_of
from tocsin.deliver.silences import Ancestors, no_ancestors
from tocsin.deliver.values import OPEN, History, Matcher, Reason, Refusal, Silence, Status
from tocsin.messages import Alert
from tocsin.store.database import Database
from tocsin.store.rows import history_of, refusal_of, voted_of
from tocsin.store.tables import (
    about,
    attempts,
    deliveries,
    feedback,
    planned,
    revisions,
    silences,
    slowed,
    to_moment,
    to_number,
)

_BATCH = 200
_OPEN = tuple(status.value for status in OPEN)
_NOT_ACCEPTED = (Status.DEAD.value, Status.REPLACED.value)
"""Ends of a delivery that was tried in vain; what replaced it waits in its stead."""
_KEEP_SLOWED = timedelta(hours=1)
_DELIVERIES = deliveries


class AskedLedger:
    """The half of the ledger that plans and sends nothing."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._insert = sqlite.insert if database.is_sqlite else postgresql.insert
        with database.read() as connection:
            born = connection.scalar(select(about.c.value).where(about.c.name == "born_at"))
        self.born_at = datetime.fromisoformat(str(born))
        """When the ledger was made: older alerts are recorded, never sent."""
        self.place = database.place
        self.file: str | None = database.url.database if database.is_sqlite else None
        """The database's file, where it is one."""

    def close(self) -> None:
        """Close all connections."""
        self._database.close()

    # -- what is asked -----------------------------------------------------------------------------------------------

    def counts(self) -> Mapping[str, int]:
        """Count the rows by status."""
        query = select(deliveries.c.status, func.count()).group_by(deliveries.c.status)
        with self._database.read() as connection:
            return {str(status): int(count) for status, count in connection.execute(query)}

    def refusals(self, now: datetime, remembered: timedelta) -> list[Refusal]:
        """Return the receivers whose channels have not accepted what they were sent, by name.

        What was given up counts until the channel accepts another message, and no longer than `remembered`.
        """
        row, tried, every = deliveries.c, attempts.c, attempts.alias().c
        last = select(func.max(every.id)).where(every.delivery_id == row.id).scalar_subquery()
        late = and_(row.status.in_(_NOT_ACCEPTED), row.finished_at > to_number(now - remembered))
        failed = (
            select(row.receiver, row.status, row.began_at, row.finished_at, row.not_before)
            .add_columns(tried.started_at, tried.detail, tried.failure)
            .select_from(deliveries.join(attempts, tried.id == last))
            .where(or_(row.status.in_(_OPEN), late), tried.failure.is_not(None))
            .order_by(tried.id)
        )
        accepted = select(row.receiver, func.max(row.finished_at)).where(row.status == Status.SENT.value)
        behind = select(row.receiver, func.count()).where(
            row.status == Status.WAITING.value, row.attempts == 0, row.held.is_(None)
        )
        with self._database.read() as connection:
            rows = connection.execute(failed).all()
            if not rows:
                return []
            good = {str(name): int(at) for name, at in connection.execute(accepted.group_by(row.receiver))}
            waiting = {str(name): int(count) for name, count in connection.execute(behind.group_by(row.receiver))}
            slow = {str(name): int(at) for name, at in connection.execute(select(slowed.c.receiver, slowed.c.until))}
        kept = [item for item in rows if item.status in _OPEN or item.finished_at > good.get(item.receiver, 0)]
        found = [
            refusal_of(name, [item for item in kept if item.receiver == name], waiting.get(name, 0), slow.get(name, 0))
            for name in sorted({item.receiver for item in kept})
        ]
        return [item for item in found if item.retried or item.given_up or item.behind]

    def history(self, alert_id: str) -> list[History]:
        """Return every delivery of an alert with its attempts."""
        with self._database.read() as connection:
            rows = connection.execute(
                select(deliveries).where(deliveries.c.alert_id == alert_id).order_by(deliveries.c.id)
            ).all()
            tried = connection.execute(
                select(attempts).where(attempts.c.delivery_id.in_([row.id for row in rows])).order_by(attempts.c.id)
            ).all()
        return [history_of(row, [item for item in tried if item.delivery_id == row.id]) for row in rows]

    def reasons(self, alert_id: str) -> dict[int, dict[str, str]]:
        """Return for each planned revision of an alert why each receiver got it or not; "" stands for all."""
        query = select(planned.c.revision, planned.c.reason).where(planned.c.alert_id == alert_id)
        with self._database.read() as connection:
            return {int(revision): json.loads(reason or "{}") for revision, reason in connection.execute(query)}

    def alert(self, alert_id: str) -> Alert | None:
        """Return the newest revision of an alert that was planned for somebody."""
        query = (
            select(revisions.c.body)
            .where(revisions.c.alert_id == alert_id)
            .order_by(revisions.c.revision.desc())
            .limit(1)
        )
        with self._database.read() as connection:
            body = connection.scalar(query)
        return None if body is None else Alert.model_validate_json(body)

    # -- silences ----------------------------------------------------------------------------------------------------

    def add_silence(self, silence: Silence) -> int:
        """Keep a silence and return its number."""
        with self._database.write() as connection:
            result = connection.execute(
                insert(silences).values(
                    matchers=json.dumps([[item.field, item.operator, item.value] for item in silence.matchers]),
                    author=silence.author,
                    reason=silence.reason,
                    starts_at=to_number(silence.starts_at),
                    ends_at=to_number(silence.ends_at),
                )
            )
            key = result.inserted_primary_key
        assert key is not None
        return int(key[0])

    def hold_waiting(self, silence: Silence, now: datetime, ancestors: Ancestors = no_ancestors) -> int:
        """Close the waiting rows that an active silence matches; see the port."""
        if not silence.is_active(now):
            return 0
        waiting = (
            select(deliveries.c.id, deliveries.c.receiver, revisions.c.body)
            .join(
                revisions,
                and_(revisions.c.alert_id == deliveries.c.alert_id, revisions.c.revision == deliveries.c.revision),
            )
            .where(deliveries.c.status == Status.WAITING.value)
        )
        with self._database.read() as connection:
            held = [
                row.id
                for row in connection.execute(waiting)
                if silence.matches(facts_of(Alert.model_validate_json(row.body), row.receiver, ancestors))
            ]
        closed = 0
        for start in range(0, len(held), _BATCH):
            with self._database.write() as connection:
                closed += connection.execute(
                    update(deliveries)
                    .where(
                        deliveries.c.id.in_(held[start : start + _BATCH]),
                        deliveries.c.status == Status.WAITING.value,
                    )
                    .values(
                        status=Status.SILENCED.value,
                        reason=Reason.SILENCED.value,
                        held=f"silence {silence.silence_id}",
                        finished_at=to_number(now),
                    )
                ).rowcount
        return closed

    def silences(self, *, active_at: datetime | None = None) -> list[Silence]:
        """Return the silences, or those active at a time."""
        with self._database.read() as connection:
            return self._silences(connection, active_at)

    def _silences(self, connection: Connection, active_at: datetime | None) -> list[Silence]:
        query = select(silences).order_by(silences.c.id)
        if active_at is not None:
            moment = to_number(active_at)
            query = query.where(silences.c.starts_at <= moment, silences.c.ends_at > moment)
        return [
            Silence(
                matchers=tuple(Matcher(*item) for item in json.loads(row.matchers)),
                author=row.author,
                reason=row.reason,
                starts_at=to_moment(row.starts_at),
                ends_at=to_moment(row.ends_at),
                silence_id=row.id,
            )
            for row in connection.execute(query)
        ]

    def expire_silence(self, silence_id: int, now: datetime) -> bool:
        """End a silence now."""
        moment = to_number(now)
        with self._database.write() as connection:
            return bool(
                connection.execute(
                    update(silences)
                    .where(silences.c.id == silence_id, silences.c.ends_at > moment)
                    .values(ends_at=moment)
                ).rowcount
            )

    # -- feedback ----------------------------------------------------------------------------------------------------

    def vote(self, delivery_id: int, vote: Vote, now: datetime) -> bool:
        """Keep a reader's vote; see the port."""
        sent = select(deliveries.c.id).where(deliveries.c.id == delivery_id, deliveries.c.status == Status.SENT.value)
        values = {"vote": vote.value, "voted_at": to_number(now)}
        with self._database.write() as connection:
            if connection.scalar(sent) is None:
                return False
            connection.execute(
                self._insert(feedback)
                .values(delivery_id=delivery_id, **values)
                .on_conflict_do_update(index_elements=[feedback.c.delivery_id], set_=values)
            )
        return True

    def delivered(self, delivery_id: int) -> Delivered | None:
        """Return the message that a ballot is for; None when it is forgotten."""
        query = (
            select(deliveries.c.receiver, deliveries.c.planned_at, deliveries.c.finished_at, revisions.c.body)
            .join(
                revisions,
                and_(revisions.c.alert_id == deliveries.c.alert_id, revisions.c.revision == deliveries.c.revision),
            )
            .where(deliveries.c.id == delivery_id)
        )
        with self._database.read() as connection:
            row = connection.execute(query).first()
        if row is None:
            return None
        at = row.planned_at if row.finished_at is None else row.finished_at
        return Delivered(Alert.model_validate_json(row.body), row.receiver, to_moment(at))

    def votes(self) -> list[Voted]:
        """Return the last vote on every delivery that was voted on."""
        query = (
            select(feedback.c.vote, deliveries.c.receiver, revisions.c.body)
            .join(deliveries, deliveries.c.id == feedback.c.delivery_id)
            .join(
                revisions,
                and_(revisions.c.alert_id == deliveries.c.alert_id, revisions.c.revision == deliveries.c.revision),
            )
            .order_by(feedback.c.delivery_id)
        )
        with self._database.read() as connection:
            return [voted_of(row) for row in connection.execute(query)]

    # -- retention ---------------------------------------------------------------------------------------------------

    def prune(self, now: datetime, *, deliveries: timedelta, marks: timedelta, limit: int = 200) -> int:
        """Forget what is old; see the port."""
        table = _DELIVERIES
        old = select(table.c.id).where(table.c.finished_at < to_number(now - deliveries)).limit(limit)
        used = exists().where(table.c.alert_id == revisions.c.alert_id, table.c.revision == revisions.c.revision)
        unused = (
            select(revisions.c.alert_id, revisions.c.revision)
            .where(revisions.c.kept_at < to_number(now - deliveries), ~used)
            .limit(limit)
        )
        forgotten = (
            select(planned.c.alert_id, planned.c.revision)
            .where(planned.c.planned_at < to_number(now - marks))
            .limit(limit)
        )
        with self._database.write() as connection:
            ids = list(connection.scalars(old))
            connection.execute(delete(attempts).where(attempts.c.delivery_id.in_(ids)))
            connection.execute(delete(feedback).where(feedback.c.delivery_id.in_(ids)))
            gone = connection.execute(delete(table).where(table.c.id.in_(ids))).rowcount
            gone += _delete_pairs(connection, revisions, connection.execute(unused).all())
            gone += _delete_pairs(connection, planned, connection.execute(forgotten).all())
            connection.execute(delete(slowed).where(slowed.c.until < to_number(now - _KEEP_SLOWED)))
        return gone


def _delete_pairs(connection: Connection, table: Any, pairs: Sequence[Any]) -> int:
    if not pairs:
        return 0
    wanted = or_(*[and_(table.c.alert_id == pair[0], table.c.revision == pair[1]) for pair in pairs])
    return connection.execute(delete(table).where(wanted)).rowcount
