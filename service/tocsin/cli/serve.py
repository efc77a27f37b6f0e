"""`tocsin serve`: the web pages behind the links in messages."""

import contextlib
import os
import signal
import threading
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import urlsplit

import structlog
import typer

from tocsin.bootstrap.delivery import describer
from tocsin.cli.stage import CONFIG, PORT
from tocsin.config import load_settings
from tocsin.console import Voting, ballot_key
from tocsin.console import serve as serve_pages
from tocsin.rules.loader import read_rules
from tocsin.store import LedgerUnavailableError, SqlLedger, open_ledger
from tocsin.telemetry import Metrics, configure, serve

log = structlog.get_logger(__name__)


def command(config: Path = CONFIG, port: int | None = PORT) -> None:
    """Serve the page on which readers say what they think of messages, until told to stop. Set console.public_url for it."""
    configure("serve")
    settings = load_settings(config, os.environ, {})
    key = ballot_key(settings.state_dir)
    try:
        opened = open_ledger(settings.ledger_url)
    except LedgerUnavailableError as error:  # it may come back, so a supervisor may try again
        log.error("no ledger", reason=error.reason)  # noqa: TRY400 - a trace adds nothing
        raise typer.Exit(1) from error
    stopping = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stopping.set())
    with contextlib.closing(opened) as ledger:
        console = settings.console
        prefix = urlsplit(console.public_url or "").path
        lexicon = read_rules(settings.rules.files).lexicon
        voting = Voting(key, ledger.vote, describer(ledger, lexicon, settings.receivers))
        with contextlib.closing(serve_pages(voting, console.port, console.host, prefix=prefix)) as pages:
            probes = serve(
                settings.ports.serve if port is None else port,
                ready=lambda: _problems(ledger),
                registry=Metrics().registry,
            )
            with contextlib.closing(probes):
                log.info("serving", host=console.host, port=pages.port, probes=probes.port)
                stopping.wait()
    log.info("stopped")


def _problems(ledger: SqlLedger) -> Sequence[str]:
    try:
        ledger.silences(active_at=datetime.now(UTC))
    except LedgerUnavailableError as error:
        return [str(error)]
    return []
