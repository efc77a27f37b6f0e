"""`tocsin schemas`: the topics' JSON Schemas, written from the models or held against them."""

from pathlib import Path

import typer

from tocsin.bootstrap.data import data_folder
from tocsin.messages import schemas

app = typer.Typer(no_args_is_help=True)

FOLDER = typer.Option(None, "--folder", help="Where the schema files lie; by default the project's own.")


@app.command()
def export(folder: Path | None = FOLDER) -> None:
    """Write the schema files anew; name those that changed."""
    target = folder or data_folder("schemas")
    changed = schemas.export(target)
    for path in changed:
        print(path)
    print(f"{len(schemas.MODELS)} schemas in {target}, {len(changed)} changed")


@app.command()
def check(folder: Path | None = FOLDER) -> None:
    """Hold the schema files and examples against the models; exit 1 with every difference."""
    target = folder or data_folder("schemas")
    faults = list(schemas.find_faults(target))
    for fault in faults:
        print(fault)
    if faults:
        raise typer.Exit(1)
    print(f"{len(schemas.MODELS)} schemas in {target} agree with the models, and every example reads")
