"""`tocsin deliver`: the stage that plans and sends messages."""

import contextlib
import threading
from datetime import UTC, datetime
from pathlib import Path

import structlog
import typer

from tocsin.cli.stage import CONFIG, PORT, begin
from tocsin.config import Settings
from tocsin.rules.loader import RulePack

log = structlog.get_logger(__name__)


def command(config: Path = CONFIG, port: int | None = PORT) -> None:
    """Send alerts to the people who asked for them, until told to stop. The ledger remembers what was sent."""
    stage = begin("deliver", config, port)

    from tocsin.bootstrap.delivery import feedback_link, outbox, receivers, writer  # noqa: PLC0415 - as in the other stages
    from tocsin.store import LedgerUnavailableError, open_ledger, sole_sender  # noqa: PLC0415
    from tocsin.streams import deliver  # noqa: PLC0415
    from tocsin.streams.renewal import Current  # noqa: PLC0415

    to, link = receivers(stage.settings), feedback_link(stage.settings)
    stopping = threading.Event()
    try:
        opened = open_ledger(stage.settings.ledger_url)
    except LedgerUnavailableError as error:  # it may come back, so a supervisor may try again
        stage.probes.close()
        log.error("no ledger", reason=error.reason)  # noqa: TRY400 - a trace adds nothing
        raise typer.Exit(1) from error
    with contextlib.closing(opened) as ledger:
        log.info("ledger", place=ledger.place, born=ledger.born_at.isoformat())
        with sole_sender(ledger, lambda: _wait(stopping)) as is_alone:
            if is_alone:
                ledger.take_over(datetime.now(UTC))
            current, lexicon = Current(to), Current(stage.rules.lexicon)
            operations = stage.settings.operations.send_to
            box = outbox(ledger, writer(stage.rules, link), to, stage.metrics, operations)

            def adopt(settings: Settings, rules: RulePack) -> None:
                found = receivers(settings)
                current.offer(found)
                lexicon.offer(rules.lexicon)
                box.change(found, writer(rules, link), settings.operations.send_to)

            stage.watch(adopt)
            deliver.run(
                stage.broker,
                ledger,
                box,
                to,
                condition=stage.condition,
                metrics=stage.metrics,
                stopping=stopping,
                session_timeout=stage.settings.kafka.session_timeout,
                newest=current,
                ancestors=lambda commodity: lexicon().ancestors(commodity),
            )


def _wait(stopping: threading.Event) -> bool:
    log.info("another deliver process holds the ledger; waiting")
    return not stopping.wait(1.0)
