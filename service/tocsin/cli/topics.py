"""`tocsin topics`: make the topics on the broker, or tell how they differ from what is wanted."""

from pathlib import Path

import typer

from tocsin.broker import topics
from tocsin.cli.connection import CONFIG, reach
from tocsin.messages.topics import ALL

app = typer.Typer(no_args_is_help=True)


@app.command()
def create(config: Path | None = CONFIG) -> None:
    """Create the topics that are missing. What is there is left as it is: `check` judges it."""
    connection = reach(config)
    made = topics.create(connection.broker, markets=connection.markets)
    for name in made:
        print(name)
    print(f"{len(made)} topics created, {len(ALL) - len(made)} were there")


@app.command()
def check(config: Path | None = CONFIG) -> None:
    """Compare the broker's topics with what is wanted; exit 1 with every difference and its remedy."""
    connection = reach(config)
    faults = topics.check(connection.broker, markets=connection.markets)
    for fault in faults:
        print(fault)
    if faults:
        raise typer.Exit(1)
    print(f"all {len(ALL)} topics are as they should be")
