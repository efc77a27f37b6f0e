"""`tocsin rules`: list the rules, prove them by their examples, and show one."""

from pathlib import Path

import typer
from rich import box
from rich.console import Console
from rich.table import Table

from tocsin.detect.examples import check_examples
from tocsin.rules import LoadedPack, RulePack, TocsinError, load_rules

app = typer.Typer(no_args_is_help=True)

EXTRA = typer.Option([], "--with", help="A rules file, lexicon, company list or folder of such, read after our own.")


@app.command("list")
def list_rules(extra: list[Path] = EXTRA) -> None:
    """List the rule packs and the size of the lexicons."""
    rules = load_rules(extra)
    table = Table("pack", "signal", "directions", "words", "examples", box=box.SIMPLE)
    for loaded in rules.packs:
        pack = loaded.pack
        table.add_row(
            loaded.label, pack.signal, " ".join(pack.directions), str(_words(rules, loaded)), str(len(pack.examples))
        )
    Console(width=120, soft_wrap=True).print(table)
    lexicon = rules.lexicon
    print(
        f"{len(lexicon.commodities)} commodities, {len(lexicon.companies)} companies, {len(lexicon.bodies)} bodies, "
        f"{len(lexicon.countries)} countries, {len(lexicon.places)} places; {len(rules.words.words)} words; rules {rules.hash}"
    )


@app.command("test")
def prove(extra: list[Path] = EXTRA) -> None:
    """Run the examples of every pack; exit 1 when one fails."""
    rules = load_rules(extra)
    faults = check_examples(rules)
    for fault in faults:
        print(fault)
    count = sum(len(loaded.pack.examples) for loaded in rules.packs)
    print(f"{count} examples in {len(rules.packs)} packs, {len(faults)} failed")
    if faults:
        raise typer.Exit(1)


@app.command()
def show(name: str = typer.Argument(help="The name of a pack."), extra: list[Path] = EXTRA) -> None:
    """Show one pack as it is written."""
    rules = load_rules(extra)
    loaded = rules.pack(name)
    if loaded is None:
        known = ", ".join(item.pack.name for item in rules.packs)
        raise TocsinError(f"there is no pack named {name!r}; known: {known}")
    print(f"# {loaded.label}, {loaded.file}")
    print(Path(loaded.file).read_text(encoding="utf-8").rstrip())


def _words(rules: RulePack, loaded: LoadedPack) -> int:
    return sum(1 for entries in rules.words.entries for entry in entries if entry.id == loaded.pack.name)
