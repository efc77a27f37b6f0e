"""`tocsin kafka`: a real Kafka on this machine, from its Maven jars. It keeps its data between starts."""

import os
import time
from pathlib import Path

import typer

from tocsin.broker.local_kafka import LocalNode

app = typer.Typer(no_args_is_help=True)

DATA = typer.Option(
    None,
    "--data",
    envvar="TOCSIN_KAFKA_DATA",
    help="Its directory; by default ~/.local/share/tocsin/kafka.",
    show_default=False,
)
PORT = typer.Option(9092, "--port", min=1, max=65_535, help="Where it listens on 127.0.0.1.")


@app.command()
def start(data: Path | None = DATA, port: int = PORT) -> None:
    """Start it in the background and print its address; if it runs already, only print that."""
    node = LocalNode(data or default_directory())
    running = node.address()
    if running is not None:
        print(f"{running} (it runs already, on {node.directory})")
        return
    typer.echo(f"starting Kafka on {node.directory}; the first time fetches its jars", err=True)
    began = time.monotonic()
    address = node.start(port)
    typer.echo(f"it answers after {time.monotonic() - began:.1f} s; `tocsin kafka stop` ends it", err=True)
    print(address)


@app.command()
def stop(data: Path | None = DATA) -> None:
    """Shut it down; its data stay."""
    node = LocalNode(data or default_directory())
    print("stopped" if node.stop() else f"no Kafka runs on {node.directory}")


@app.command()
def status(data: Path | None = DATA) -> None:
    """Print its address; exit 1 when it does not run."""
    node = LocalNode(data or default_directory())
    address = node.address()
    if address is None:
        print(f"no Kafka runs on {node.directory}")
        raise typer.Exit(1)
    print(address)


def default_directory() -> Path:
    """Return the directory that is used when none is named: in the user's data directory."""
    base = os.environ.get("XDG_DATA_HOME")
    return (Path(base) if base else Path.home() / ".local" / "share") / "tocsin" / "kafka"
