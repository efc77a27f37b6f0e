"""`tocsin run`: all stages on this machine."""

import os
import signal
import socket
import sys
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from datetime import timedelta
from pathlib import Path

import structlog
import typer

from tocsin.bootstrap.stages import broker_of
from tocsin.broker import Broker, BrokerUnreachableError, topics
from tocsin.cli.stage import CONFIG
from tocsin.config import Settings, load_checked
from tocsin.rules.faults import TocsinError
from tocsin.store import open_ledger
from tocsin.streams.supervisor import Child, Event, Supervisor
from tocsin.telemetry import configure
from tocsin.telemetry.logs import FORMAT_VARIABLE
from tocsin.telemetry.probes import PortTakenError

log = structlog.get_logger(__name__)

EPHEMERAL = typer.Option(
    False, "--ephemeral", help="Start an embedded broker for this run. It forgets everything when the run ends."
)
OPTIONS = {"ingest": ("--watch",)}
FIRST_ANSWER_WITHIN = timedelta(seconds=60)
LOOPBACK = "127.0.0.1"
STAGES = ("ingest", "detect", "correlate", "deliver")
"""In the order of the flow, which is the order of a stop: each then finishes what the one before has written."""


class EphemeralError(TocsinError):
    """The broker would forget everything, and nobody has said that this is wanted."""

    def __init__(self, place: str) -> None:
        self.place = place
        super().__init__(
            f"{place}: kafka.embedded is set, and an embedded broker forgets articles, alerts and offsets when it ends; "
            "give --ephemeral if that is wanted, or start a broker that keeps them with `tocsin kafka start`"
        )


def command(config: Path = CONFIG, ephemeral: bool = EPHEMERAL) -> None:
    """Start ingest, detect, correlate and deliver (and serve, with console.public_url), restart what dies, and stop them in order on SIGTERM or Ctrl-C.

    Waits for the broker and creates missing topics. Ends with status 1 when a stage cannot be kept running.
    """
    configure("run")
    settings, _ = load_checked(config, os.environ)
    if settings.kafka.embedded and not ephemeral:
        raise EphemeralError(str(config))
    check_ports(settings)
    make_ledger(settings)
    with broker_for(settings, ephemeral=ephemeral) as broker:
        supervisor = Supervisor(
            children(settings, config, broker), on_event=tell, before_start=lambda: wait_for(broker, supervisor)
        )
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda *_: supervisor.stop())
        status = supervisor.run()
    if status:
        typer.echo(f"tocsin run: {supervisor.failure}", err=True)
        raise typer.Exit(status)


def make_ledger(settings: Settings) -> None:
    """Make the ledger before the first article comes: what is older than the ledger is recorded and never sent."""
    with closing(open_ledger(settings.ledger_url)) as ledger:
        log.info("ledger", place=ledger.place, born=ledger.born_at.isoformat())


def check_ports(settings: Settings) -> None:
    """Raise PortTakenError where another program holds a stage's port: its answers would be taken for the stage's."""
    ports = settings.ports.model_dump()
    for port in (ports[name] for name in stages_of(settings)):
        if port:
            with socket.socket() as probe:
                probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
                try:
                    probe.bind((LOOPBACK, port))
                except OSError as error:
                    raise PortTakenError(LOOPBACK, port, error.strerror or str(error)) from error


@contextmanager
def broker_for(settings: Settings, *, ephemeral: bool) -> Iterator[Broker]:
    """Give the configured broker, or an embedded one for as long as this lasts, with all topics made."""
    markets = len(settings.market_names)
    if not ephemeral:
        broker = broker_of(settings)
        broker.wait_until_reachable(FIRST_ANSWER_WITHIN)
        topics.create(broker, markets=markets)
        yield broker
        return
    from tocsin.broker.embedded import EmbeddedKafka  # noqa: PLC0415 - its library is an extra

    with EmbeddedKafka(settings.kafka.topic_prefix) as embedded:
        topics.create(embedded.broker, markets=markets, maker=embedded)
        log.warning("embedded broker: keeps the newest 5 MiB of a partition, in memory, until this run ends")
        asks = " ".join(f"{name}={value}" for name, value in address(embedded.broker).items())
        log.info("to ask this run, put this before `tocsin why`, `status` and the like", environment=asks)
        yield embedded.broker


def children(settings: Settings, config: Path, broker: Broker) -> list[Child]:
    """Return the stages as programs; without sources there is nothing to ingest, without a public address no link."""
    ports = settings.ports.model_dump()
    return [
        Child(
            name,
            [sys.executable, "-m", "tocsin", name, *OPTIONS.get(name, ()), "-c", str(config)],
            environment(broker),
            ready_url=f"http://127.0.0.1:{ports[name]}/readyz" if ports[name] else None,
        )
        for name in stages_of(settings)
    ]


def stages_of(settings: Settings) -> list[str]:
    """Return the names of the stages that the settings ask for, in the order of the flow."""
    names = [name for name in STAGES if name != "ingest" or settings.sources]
    return [*names, "serve"] if settings.console.public_url is not None else names


def address(broker: Broker) -> dict[str, str]:
    """Return the variables that name the broker to any command."""
    return {
        "TOCSIN_KAFKA__BOOTSTRAP_SERVERS": broker.bootstrap_servers,
        "TOCSIN_KAFKA__EMBEDDED": "true" if broker.embedded else "false",
    }


def environment(broker: Broker) -> Mapping[str, str]:
    """Return what the stages find in their environment: the broker, and a readable log where we write to a terminal."""
    return address(broker) | ({FORMAT_VARIABLE: "console"} if sys.stderr.isatty() else {})


def wait_for(broker: Broker, supervisor: Supervisor) -> None:
    """Wait until the broker answers, however long that takes: a stage that is started without one only dies."""
    while not supervisor.is_stopping:
        try:
            broker.wait_until_reachable(timedelta(seconds=5))
        except BrokerUnreachableError as error:
            log.warning("waits for the broker", server=error.bootstrap_servers, reason=error.reason)
        else:
            return


def tell(event: Event) -> None:
    """Log what happened to a stage."""
    speak = log.warning if event.kind in {"died", "killed", "gave_up"} else log.info
    known = {"pid": event.pid, "status": event.status, "detail": event.detail or None}
    speak(f"stage {event.kind}", of=event.child, **{name: value for name, value in known.items() if value is not None})
