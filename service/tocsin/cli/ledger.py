"""`tocsin ledger`: bring the delivery ledger's schema up to date, or check it."""

import os
from pathlib import Path

import typer

from tocsin.cli.connection import CONFIG
from tocsin.config import load_settings
from tocsin.store import check as check_schema
from tocsin.store import upgrade as upgrade_schema

app = typer.Typer(no_args_is_help=True)


@app.command()
def upgrade(config: Path | None = CONFIG) -> None:
    """Bring the ledger to the schema of this program; an empty database is set up. Safe to call again."""
    before, after = upgrade_schema(_url(config))
    print(f"ledger: schema {after}" + ("" if before == after else f", before {before or 'none'}"))


@app.command()
def check(config: Path | None = CONFIG) -> None:
    """Say whether the ledger's schema is the one that this program needs; exit 2 with the command to run if not."""
    print(f"ledger: schema {check_schema(_url(config))}, as this program needs it")


def _url(config: Path | None) -> str:
    return load_settings(config, os.environ, {}).ledger_url
