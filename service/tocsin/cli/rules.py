"""`tocsin rules`: list the rules, prove them by their examples, show one, and tell how right readers find them."""

import contextlib
import json
import os
from collections.abc import Sequence
from pathlib import Path
from typing import Literal

import typer
from rich import box
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from tocsin.cli.connection import CONFIG
from tocsin.config import load_settings
from tocsin.deliver.feedback import Precision, precision_by_policy, precision_by_rule
from tocsin.detect.examples import build, check_examples
from tocsin.rules import LoadedPack, RulePack, TocsinError, load_rules, read_rules
from tocsin.rules.own_words import own_words
from tocsin.store import open_ledger

app = typer.Typer(no_args_is_help=True)

EXTRA = typer.Option([], "--with", help="A rules file, lexicon, company list or folder of such, read after our own.")
NAMED_BY = typer.Option(
    None, "--config", "-c", help="A configuration, for the rules that it names; nothing else of it counts."
)


@app.command("list")
def list_rules(extra: list[Path] = EXTRA, config: Path | None = NAMED_BY) -> None:
    """List the rule packs and the size of the lexicons."""
    rules = load_rules(_own_files(config, extra))
    table = Table("pack", "signal", "directions", "words", "examples", box=box.SIMPLE)
    for loaded in rules.packs:
        pack = loaded.pack
        table.add_row(
            loaded.label,
            pack.signal,
            " ".join(pack.directions),
            str(_words(rules, loaded)),
            str(len(loaded.examples())),
        )
    Console(width=120, soft_wrap=True).print(table)
    lexicon = rules.lexicon
    print(
        f"{len(lexicon.commodities)} commodities, {len(lexicon.companies)} companies, {len(lexicon.bodies)} bodies, "
        f"{len(lexicon.countries)} countries, {len(lexicon.places)} places; {len(rules.words.entries)} words; rules {rules.hash}"
    )


@app.command("test")
def prove(extra: list[Path] = EXTRA, config: Path | None = NAMED_BY) -> None:
    """Run the examples of every pack.

    Exit status: 0 all hold, 1 an example fails, 2 a file has faults: all of them are told, with their lines.
    """
    files = read_rules(_own_files(config, extra))
    rules = build(files)
    faults = check_examples(rules, own=own_words(files.extra))
    for fault in faults:
        print(fault)
    count = sum(len(loaded.examples()) for loaded in rules.packs)
    print(f"{count} examples in {len(rules.packs)} packs, {len(faults)} failed")
    ours = {loaded.file for loaded in rules.packs if loaded.builtin}
    if files.extra and any(fault.file in ours for fault in faults):
        print("an example of a built-in pack fails with your files alone: a word of yours means another thing in it")
    if faults:
        raise typer.Exit(1)


@app.command()
def show(
    name: str = typer.Argument(help="The name of a pack, or of a signal type: the packs that find it."),
    extra: list[Path] = EXTRA,
    config: Path | None = NAMED_BY,
) -> None:
    """Show one pack as it is written."""
    rules = load_rules(_own_files(config, extra))
    named = rules.pack(name)
    found = [named] if named is not None else [item for item in rules.packs if item.pack.signal == name]
    if not found:
        known = ", ".join(item.pack.name for item in rules.packs)
        raise TocsinError(f"there is no pack named {name!r}; known: {known}")
    for loaded in found:
        print(f"# {loaded.label}, {loaded.file}")
        print(Path(loaded.file).read_text(encoding="utf-8").rstrip())


def _own_files(config: Path | None, extra: Sequence[Path]) -> list[Path]:
    """Return the files of the user's own that the configuration names, then those given beside it."""
    if config is None:
        return list(extra)
    return [*load_settings(config, os.environ).rules.files, *extra]


@app.command()
def precision(
    config: Path | None = CONFIG,
    form: Literal["table", "json"] = typer.Option("table", "--format", help="table, or json for programs."),
) -> None:
    """Tell how many of the messages that readers voted on were right, by rule and by policy, with the 95 % interval.

    Useful and late count as right, noise and wrong do not.
    """
    with contextlib.closing(open_ledger(load_settings(config, os.environ, {}).ledger_url)) as ledger:
        votes = ledger.votes()
    found = {"rules": precision_by_rule(votes), "policies": precision_by_policy(votes)}
    if form == "json":
        told = {kind: {name: _figures(item) for name, item in named.items()} for kind, named in found.items()}
        print(json.dumps(told, ensure_ascii=False))
        return
    if not votes:
        print("no votes yet; with console.public_url set, each message links to a page that takes them")
        return
    table = Table("", "name", "right", "votes", "precision", "95 % interval", box=box.SIMPLE)
    for kind, named in (("rule", found["rules"]), ("policy", found["policies"])):
        for name, item in named.items():
            shown = f"{item.low:.0%} to {item.high:.0%}"
            table.add_row(kind, escape(name), str(item.right), str(item.votes), f"{item.share:.0%}", shown)
    Console(width=120, soft_wrap=True).print(table)


def _figures(item: Precision) -> dict[str, float]:
    low, high = round(item.low, 4), round(item.high, 4)
    return {"right": item.right, "votes": item.votes, "precision": round(item.share, 4), "low": low, "high": high}


def _words(rules: RulePack, loaded: LoadedPack) -> int:
    return sum(1 for entries in rules.words.entries for entry in entries if entry.id == loaded.pack.name)
