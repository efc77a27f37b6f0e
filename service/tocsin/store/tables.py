"""The ledger's tables. Moments are whole milliseconds since 1970 in UTC, so both databases compare them alike.

`planned` outlives the alerts topic; `revisions` holds each alert once, however many receivers it has.
"""

from datetime import UTC, datetime, timedelta

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
)

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
MILLISECOND = timedelta(milliseconds=1)

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)

# SQLite numbers rows by itself only in a column that is exactly INTEGER.
_ID = BigInteger().with_variant(Integer, "sqlite")

about = Table(
    "about",
    metadata,
    Column("name", String(32), primary_key=True),
    Column("value", Text, nullable=False),
)

planned = Table(
    "planned",
    metadata,
    Column("alert_id", String(64), primary_key=True),
    Column("revision", Integer, primary_key=True),
    Column("planned_at", BigInteger, nullable=False, index=True),
    Column("reason", Text),
)

revisions = Table(
    "revisions",
    metadata,
    Column("alert_id", String(64), primary_key=True),
    Column("revision", Integer, primary_key=True),
    Column("body", LargeBinary, nullable=False),
    Column("kept_at", BigInteger, nullable=False, index=True),
)

deliveries = Table(
    "deliveries",
    metadata,
    Column("id", _ID, primary_key=True, autoincrement=True),
    Column("alert_id", String(64), nullable=False),
    Column("revision", Integer, nullable=False),
    Column("receiver", String(64), nullable=False),
    Column("status", String(16), nullable=False),
    Column("reason", Text, nullable=False),
    Column("severity", String(16), nullable=False),
    Column("changes", Text, nullable=False),
    Column("detail", Text, nullable=False),
    Column("digest", Boolean, nullable=False),
    Column("held", String(64)),
    Column("instead_of", String(64)),
    Column("planned_at", BigInteger, nullable=False),
    Column("not_before", BigInteger, nullable=False),
    Column("attempts", Integer, nullable=False),
    Column("began_at", BigInteger),
    Column("owner", String(64)),
    Column("lease_until", BigInteger),
    Column("finished_at", BigInteger),
    UniqueConstraint("alert_id", "revision", "receiver"),
    Index(None, "status", "receiver", "not_before"),
    Index(None, "finished_at"),
    Index(None, "receiver", "planned_at"),
    sqlite_autoincrement=True,
)

attempts = Table(
    "attempts",
    metadata,
    Column("id", _ID, primary_key=True, autoincrement=True),
    Column("delivery_id", _ID, ForeignKey("deliveries.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("started_at", BigInteger, nullable=False),
    Column("milliseconds", Integer, nullable=False),
    Column("failure", String(16)),
    Column("status", Integer),
    Column("detail", Text, nullable=False),
)

slowed = Table(
    "slowed",
    metadata,
    Column("receiver", String(64), primary_key=True),
    Column("until", BigInteger, nullable=False),
)

silences = Table(
    "silences",
    metadata,
    Column("id", _ID, primary_key=True, autoincrement=True),
    Column("matchers", Text, nullable=False),
    Column("author", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("starts_at", BigInteger, nullable=False),
    Column("ends_at", BigInteger, nullable=False, index=True),
)

feedback = Table(
    "feedback",
    metadata,
    Column("delivery_id", _ID, ForeignKey("deliveries.id", ondelete="CASCADE"), primary_key=True),
    Column("vote", String(16), nullable=False),
    Column("voted_at", BigInteger, nullable=False),
)


def to_number(moment: datetime) -> int:
    """Return the milliseconds of an aware moment."""
    return (moment - EPOCH) // MILLISECOND


def to_moment(number: int) -> datetime:
    """Return the moment of the milliseconds."""
    return EPOCH + number * MILLISECOND
