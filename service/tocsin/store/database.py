"""Connections to SQLite and PostgreSQL, set up so that a write that returned lasts, and waiting writers wait.

On SQLite every writing transaction begins IMMEDIATE: one that starts by reading and then writes would fail at once, however
long the busy timeout, when another wrote meanwhile. `synchronous=FULL`: the broker's offset is committed after ours, so what
a power cut takes back here would be lost for good.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, InterfaceError, NoSuchModuleError, OperationalError

from tocsin.deliver.ports import LedgerUnavailableError
from tocsin.rules.faults import TocsinError

BUSY_SECONDS = 30
_WRITES = "tocsin_writes"


class SchemaError(TocsinError):
    """The database's schema is not the one that this program knows."""

    def __init__(self, place: str, found: str | None, wanted: str, remedy: str) -> None:
        self.place, self.found, self.wanted = place, found, wanted
        shown = "no schema" if found is None else f"schema {found}"
        super().__init__(f"ledger {place}: has {shown}, this program needs {wanted}; {remedy}")


class Database:
    """An engine with its place, as it may be shown: `sqlite: var/ledger.db`, `postgresql: host/name`."""

    def __init__(self, url: str) -> None:
        self.url = _parse(url)
        self.is_sqlite = self.url.get_backend_name() == "sqlite"
        self.place = _shown(self.url)
        self.engine = _sqlite(self.url) if self.is_sqlite else _postgresql(self.url)

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """Run one writing transaction; it is committed, and lasts, when the block ends without an exception."""
        with self._told(), self.engine.connect().execution_options(**{_WRITES: True}) as connection, connection.begin():
            yield connection

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """Run one reading transaction: everything read in it is of one moment (PostgreSQL: of each statement's)."""
        with self._told(), self.engine.connect() as connection, connection.begin():
            yield connection

    @contextmanager
    def _told(self) -> Iterator[None]:
        try:
            yield
        except (OperationalError, InterfaceError) as error:
            reason = str(error.orig).splitlines()[0] if str(error.orig) else type(error.orig).__name__
            raise LedgerUnavailableError(self.place, reason) from error

    def close(self) -> None:
        """Close all connections."""
        self.engine.dispose()


def file_of(url: str) -> Path | None:
    """Return the file of an SQLite database."""
    parsed = _parse(url)
    return Path(str(parsed.database)) if parsed.get_backend_name() == "sqlite" else None


def _parse(url: str) -> URL:
    try:
        parsed = make_url(url)
        name = parsed.get_backend_name()
    except (ArgumentError, NoSuchModuleError, ValueError):
        name = ""
    if name == "postgresql":
        return parsed.set(drivername="postgresql+psycopg")
    if name == "sqlite" and parsed.database not in {None, "", ":memory:"}:
        return parsed.set(drivername="sqlite+pysqlite")
    raise TocsinError("ledger.url: is not a database address; write sqlite:///path/to/ledger.db or postgresql://…")


def _shown(url: URL) -> str:
    if url.get_backend_name() == "sqlite":
        return f"sqlite: {url.database}"
    return f"postgresql: {url.host or 'local'}/{url.database}"


def _sqlite(url: URL) -> Engine:
    path = Path(str(url.database))
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise LedgerUnavailableError(_shown(url), f"its folder cannot be made: {error.strerror}") from error
    engine = create_engine(url, connect_args={"timeout": BUSY_SECONDS, "check_same_thread": False}, pool_size=8)

    @event.listens_for(engine, "connect")
    def _set_up(connection: Any, _record: Any) -> None:
        connection.isolation_level = None  # we say BEGIN ourselves
        cursor = connection.cursor()
        cursor.execute(f"PRAGMA busy_timeout={BUSY_SECONDS * 1000}")
        cursor.execute("PRAGMA journal_mode=WAL")
        cursor.execute("PRAGMA synchronous=FULL")
        cursor.execute("PRAGMA foreign_keys=ON")
        cursor.close()

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        writes = connection.get_execution_options().get(_WRITES)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    return engine


def _postgresql(url: URL) -> Engine:
    try:
        return create_engine(url, pool_size=8, pool_pre_ping=True, connect_args={"connect_timeout": 10})
    except ModuleNotFoundError as error:
        raise TocsinError(
            "ledger.url: PostgreSQL needs psycopg; install it with: pip install 'tocsin[postgres]'"
        ) from error
