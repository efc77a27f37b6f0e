"""What every operator command needs of a configuration: which broker, how many markets, where the processes listen."""

import logging
import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any

import typer

from tocsin.broker import Broker
from tocsin.config import Settings, load_settings
from tocsin.config.sound import load_sound


def _here() -> Path | None:
    """Return the configuration in the working directory, if there is one."""
    path = Path("tocsin.yml")
    return path if path.is_file() else None


CONFIG: Any = typer.Option(
    ...,
    "--config",
    "-c",
    envvar="TOCSIN_CONFIG",
    default_factory=_here,
    help="The configuration; by default tocsin.yml here. Without one, defaults and the environment "
    "(TOCSIN_KAFKA__BOOTSTRAP_SERVERS, TOCSIN_KAFKA__TOPIC_PREFIX) count.",
    show_default=False,
)
FORMAT: Any = typer.Option("table", "--format", help="table, or json for programs.")

PATIENCE = timedelta(seconds=10)


@dataclass(frozen=True)
class Connection:
    """What is read from the settings."""

    broker: Broker
    markets: int
    ports: Mapping[str, int]


def connect(config: Path | None, environ: Mapping[str, str] = os.environ) -> Connection:
    """Read the settings and return what they say of the broker. Raises FaultsError; asks the broker nothing."""
    return connection_of(load_settings(config, environ, {}))


def connection_of(settings: Settings) -> Connection:
    """Return what the settings say of the broker."""
    logging.getLogger("kafka").setLevel(logging.CRITICAL)  # what goes wrong is told once, as the command's own error
    kafka = settings.kafka
    return Connection(
        broker=Broker(kafka.bootstrap_servers, kafka.topic_prefix, embedded=kafka.embedded),
        markets=len(settings.market_names),
        ports=settings.ports.model_dump(),
    )


def looked_at(config: Path | None, environ: Mapping[str, str] = os.environ) -> Settings:
    """Return the settings for a command that only looks; faults of the file are warnings, since what runs goes on with the old.

    Raises FaultsError where there is no file.
    """
    settings, faults = load_sound(config, environ)
    for fault in faults:
        print(f"tocsin: warning: {fault}", file=sys.stderr)
    if faults:
        print(f"tocsin: warning: {_GOES_ON}", file=sys.stderr)
    return settings


_GOES_ON = "what runs keeps its last sound configuration; this is told from the parts of the file that can be read"


def reach(config: Path | None) -> Connection:
    """Read the settings and knock at the broker, so that a wrong address is told within seconds."""
    connection = connect(config)
    connection.broker.wait_until_reachable(PATIENCE)
    return connection


def check_format(value: str) -> str:
    """Return the format. Raises a usage error when it is none of ours."""
    if value not in {"table", "json"}:
        raise typer.BadParameter(f"'{value}' is no format; write table or json", param_hint="--format")
    return value
