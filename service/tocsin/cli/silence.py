"""`tocsin silence`: hold alerts back for a time, by matchers, with an author and a reason."""

import contextlib
import getpass
import os
from collections.abc import Collection, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import typer

from tocsin.cli.connection import CONFIG
from tocsin.config import Settings, load_settings
from tocsin.config.quantities import parse_duration
from tocsin.config.references import Vocabulary, unknown
from tocsin.deliver.silences import FIELDS, parse_matcher
from tocsin.deliver.values import Matcher, Silence
from tocsin.messages import Severity
from tocsin.rules.faults import TocsinError
from tocsin.rules.loader import RuleFiles, read_rules
from tocsin.store import SqlLedger, open_ledger

app = typer.Typer(no_args_is_help=True)


@app.command()
def add(
    matchers: list[str] = typer.Argument(
        ..., metavar="MATCHER…", help=f"field=value, field!=value or field~pattern; fields: {', '.join(FIELDS)}."
    ),
    reason: str = typer.Option(..., "--reason", help="Why; shown to everybody who asks."),
    duration: str = typer.Option("24h", "--for", help="How long from now, such as 90m, 24h, 7d."),
    author: str = typer.Option("", "--author", help="Who; by default the user's name."),
    config: Path | None = CONFIG,
) -> None:
    """Hold back every alert that all matchers match, also what waits already. Critical alerts are held too.

    A commodity includes those below it, as in a policy: commodity=rare_earths holds neodymium too.
    """
    now = datetime.now(UTC)
    try:
        parsed = tuple(parse_matcher(text) for text in matchers)
        length = parse_duration(duration)
    except ValueError as error:
        raise TocsinError(str(error)) from error
    settings = load_settings(config, os.environ, {})
    rules = read_rules(settings.rules.files)
    for matcher in parsed:
        _refuse_unknown(matcher, settings, rules)
    silence = Silence(parsed, author or getpass.getuser(), reason, now, now + length)
    with contextlib.closing(open_ledger(settings.ledger_url)) as ledger:
        number = ledger.add_silence(silence)
        held = ledger.hold_waiting(replace(silence, silence_id=number), now, rules.lexicon.ancestors)
    print(f"silence {number} until {silence.ends_at:%Y-%m-%d %H:%M} UTC" + (f"; {held} waiting held" if held else ""))


@app.command("list")
def list_(
    is_all: bool = typer.Option(False, "--all", help="Also those that have ended."), config: Path | None = CONFIG
) -> None:
    """List the silences that hold now."""
    now = datetime.now(UTC)
    with _ledger(config) as ledger:
        for item in ledger.silences(active_at=None if is_all else now):
            state = "holds" if item.is_active(now) else "ended"
            words = " ".join(str(matcher) for matcher in item.matchers)
            print(
                f"{item.silence_id:>5}  {state} until {item.ends_at:%Y-%m-%d %H:%M} UTC  {words}  ({item.author}: {item.reason})"
            )


@app.command()
def expire(number: int, config: Path | None = CONFIG) -> None:
    """End a silence now; exit 1 when none of that number holds."""
    with _ledger(config) as ledger:
        if not ledger.expire_silence(number, datetime.now(UTC)):
            print(f"silence {number}: there is none that holds")
            raise typer.Exit(1)
    print(f"silence {number}: ended")


def _refuse_unknown(matcher: Matcher, settings: Settings, rules: RuleFiles) -> None:
    """Raise TocsinError where no alert can ever have the value: who mistypes it believes in a silence that holds nothing."""
    if matcher.operator == "~":
        return
    known: Collection[str] = ()
    if matcher.field == "severity":
        known = [severity.value for severity in Severity]
    elif matcher.field == "receiver":
        known = settings.receivers
    elif matcher.field == "policy":
        known = [policy.name for policy in settings.policies]
    elif matcher.field in ("type", "commodity", "country"):
        words = Vocabulary.of(rules)
        known = {"type": words.types, "commodity": words.commodities, "country": words.countries}[matcher.field]
    if known and matcher.value not in known:
        raise TocsinError(unknown(matcher.field, matcher.value, known))


@contextlib.contextmanager
def _ledger(config: Path | None) -> Iterator[SqlLedger]:
    with contextlib.closing(open_ledger(load_settings(config, os.environ, {}).ledger_url)) as ledger:
        yield ledger
