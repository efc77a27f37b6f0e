"""The ledger's schema: migrations make what the tables say, and a wrong version is refused with what to do."""

import contextlib
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import text

from tocsin.deliver.ports import LedgerUnavailableError
from tocsin.rules.faults import TocsinError
from tocsin.store import SchemaError, check, open_ledger, sole_sender, upgrade
from tocsin.store.database import Database
from tocsin.store.tables import metadata
from tocsin.testing.alerts import NOON


@pytest.fixture
def url(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path}/deep/ledger.db"


def versioned(url: str, version: str) -> None:
    database = Database(url)
    with database.write() as connection:
        connection.execute(text("update alembic_version set version_num = :v"), {"v": version})
    database.close()


def test_migrations_make_what_the_tables_say(url: str) -> None:
    upgrade(url)
    database = Database(url)
    with database.read() as connection:
        assert compare_metadata(MigrationContext.configure(connection), metadata) == []
    database.close()


def test_an_empty_database_is_set_up_and_knows_when_it_was_born(url: str) -> None:
    begun = datetime.now(UTC)
    with contextlib.closing(open_ledger(url)) as ledger:
        assert begun <= ledger.born_at <= datetime.now(UTC)
        born = ledger.born_at
    with contextlib.closing(open_ledger(url)) as again:
        assert again.born_at == born


def test_an_upgrade_can_be_repeated_and_keeps_the_birth(url: str) -> None:
    before, after = upgrade(url, NOON)
    assert before is None
    assert upgrade(url, NOON + timedelta(days=1)) == (after, after)
    assert check(url) == after
    with contextlib.closing(open_ledger(url)) as ledger:
        assert ledger.born_at == NOON


def test_a_newer_schema_is_refused_by_every_way_in(url: str) -> None:
    upgrade(url)
    versioned(url, "9999")
    for way in (open_ledger, upgrade, check):
        with pytest.raises(SchemaError, match=r"schema 9999.*newer program"):
            way(url)


def test_a_database_of_others_is_refused_with_the_command_to_run(url: str) -> None:
    database = Database(url)
    with database.write() as connection:
        connection.execute(text("create table theirs (x int)"))
    database.close()
    for way in (open_ledger, check):
        with pytest.raises(SchemaError, match="tocsin ledger upgrade"):
            way(url)


@pytest.mark.parametrize("url", ["nonsense", "mysql://u:SECRET@h/d", "sqlite://", "sqlite:///:memory:", ""])
def test_an_address_that_is_no_ledger_is_refused_without_being_quoted(url: str) -> None:
    with pytest.raises(TocsinError, match="sqlite:///path") as refused:
        open_ledger(url)
    assert "SECRET" not in str(refused.value)


def test_a_database_that_does_not_answer_is_told_without_its_password() -> None:
    with pytest.raises(LedgerUnavailableError) as refused:
        check("postgresql://user:SECRET@127.0.0.1:9/ledger")
    assert "127.0.0.1/ledger" in str(refused.value)
    assert "SECRET" not in str(refused.value)


def test_one_sender_holds_a_sqlite_ledger_and_the_next_waits(url: str) -> None:
    tries: list[int] = []

    def give_up() -> bool:
        tries.append(1)
        return len(tries) < 3

    with contextlib.closing(open_ledger(url)) as ledger:
        with sole_sender(ledger, lambda: False) as first, sole_sender(ledger, give_up) as second:
            assert (first, second, len(tries)) == (True, False, 3)
        with sole_sender(ledger, lambda: False) as later:
            assert later is True


@pytest.fixture
def no_leftovers(tmp_path: Path) -> Iterator[None]:
    yield
    assert not list(tmp_path.glob("**/*-journal"))


@pytest.mark.usefixtures("no_leftovers")
def test_a_write_that_returned_lasts(url: str) -> None:
    upgrade(url)
    database = Database(url)
    with database.read() as connection:
        modes = {
            name: connection.exec_driver_sql(f"pragma {name}").scalar() for name in ("journal_mode", "synchronous")
        }
    database.close()
    assert modes == {"journal_mode": "wal", "synchronous": 2}
