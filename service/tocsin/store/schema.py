"""The ledger's schema: brought up to date by `tocsin ledger upgrade`, checked at every start.

A newer schema belongs to a newer program and is refused; an older one is refused too, since an upgrade is a decision. Only a
database that is empty is set up without being asked.
"""

from datetime import UTC, datetime
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import insert, inspect, select, text

from tocsin.store.database import Database, SchemaError, file_of
from tocsin.store.ledger import SqlLedger
from tocsin.store.tables import about

_BORN = "born_at"


def open_ledger(url: str) -> SqlLedger:
    """Return the ledger at that address; an empty database is set up first. Raises SchemaError, LedgerUnavailableError."""
    database = Database(url)
    found, wanted = _versions(database)
    if found is None and _is_empty(database):
        _upgrade(database, datetime.now(UTC))
    elif found != wanted:
        raise SchemaError(database.place, found, wanted, _remedy(found))
    return SqlLedger(database)


def look_into(url: str) -> SqlLedger | None:
    """Return the ledger for one who only looks: None where there is none yet. Raises SchemaError, LedgerUnavailableError."""
    if (file := file_of(url)) is not None and not file.exists():
        return None
    database = Database(url)
    found, wanted = _versions(database)
    if found == wanted:
        return SqlLedger(database)
    if found is None and _is_empty(database):
        return None
    raise SchemaError(database.place, found, wanted, _remedy(found))


def upgrade(url: str, now: datetime | None = None) -> tuple[str | None, str]:
    """Bring the schema up to date and return the version before and after. A newer schema raises SchemaError."""
    database = Database(url)
    try:
        found, wanted = _versions(database)
        if found is not None and found not in _known():
            raise SchemaError(database.place, found, wanted, _remedy(found))
        _upgrade(database, now or datetime.now(UTC))
    finally:
        database.close()
    return found, wanted


def check(url: str) -> str:
    """Return the schema's version; raise SchemaError when it is not the one that this program needs."""
    database = Database(url)
    try:
        found, wanted = _versions(database)
    finally:
        database.close()
    if found != wanted:
        raise SchemaError(database.place, found, wanted, _remedy(found))
    return wanted


def _remedy(found: str | None) -> str:
    if found is None or found in _known():
        return "run: tocsin ledger upgrade"
    return "it was written by a newer program; run that one, or restore a backup"


def _versions(database: Database) -> tuple[str | None, str]:
    with database.read() as connection:
        found = MigrationContext.configure(connection).get_current_revision()
    head = _scripts().get_current_head()
    assert head is not None
    return found, head


def _is_empty(database: Database) -> bool:
    with database.read() as connection:
        return not inspect(connection).get_table_names()


def _upgrade(database: Database, now: datetime) -> None:
    config = _config()
    with database.write() as connection:
        if not database.is_sqlite:  # SQLite has one writer anyway
            connection.execute(text("select pg_advisory_xact_lock(hashtext('tocsin ledger schema'))"))
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
        if connection.scalar(select(about.c.value).where(about.c.name == _BORN)) is None:
            connection.execute(insert(about).values(name=_BORN, value=now.isoformat()))


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    config.set_main_option("path_separator", "os")
    return config


def _scripts() -> ScriptDirectory:
    return ScriptDirectory.from_config(_config())


def _known() -> set[str]:
    return {script.revision for script in _scripts().walk_revisions()}
