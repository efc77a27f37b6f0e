"""The ledger in a database: SQLite in WAL mode, or PostgreSQL. SQLAlchemy and Alembic enter the project by this room alone.

`open_ledger` gives a ledger whose schema is the one that this program knows, or says which command to run.
"""

from tocsin.deliver.ports import LedgerUnavailableError
from tocsin.store.alone import sole_sender
from tocsin.store.database import SchemaError
from tocsin.store.ledger import SqlLedger
from tocsin.store.schema import check, look_into, open_ledger, upgrade

__all__ = [
    "LedgerUnavailableError",
    "SchemaError",
    "SqlLedger",
    "check",
    "look_into",
    "open_ledger",
    "sole_sender",
    "upgrade",
]
