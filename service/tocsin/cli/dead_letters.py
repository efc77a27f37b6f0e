"""`tocsin dead-letters`: what a stage could not work on, and putting it back once the cause is gone."""

import json
import re
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import typer
from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from tocsin.broker.dead_letters import Letter, Replayed, Selection, check_id, find_letter, list_letters, purge, replay
from tocsin.cli.connection import CONFIG, FORMAT, check_format, reach
from tocsin.messages.base import format_moment
from tocsin.messages.dead_letter import FROM_FILE, DeadLetter

app = typer.Typer(no_args_is_help=True)

STAGE = typer.Option(None, "--stage", help="Only those of this stage.")
TOPIC = typer.Option(None, "--topic", help="Only those that came from this topic, with or without its prefix.")
ERROR = typer.Option(None, "--error", help="Only those whose reason contains this.")

_SPAN = re.compile(r"([0-9]{1,6})([smhd])")
_UNITS = {"s": "seconds", "m": "minutes", "h": "hours", "d": "days"}
_HEX_BYTES = 4096


@app.command("list")
def list_(
    *,
    config: Path | None = CONFIG,
    output: str = FORMAT,
    stage: str | None = STAGE,
    topic: str | None = TOPIC,
    error: str | None = ERROR,
    waiting: bool = typer.Option(False, "--waiting", help="Only those that have not been replayed."),
) -> None:
    """List dead letters, oldest first."""
    check_format(output)
    selection = Selection(stage=stage, topic=topic, error=error, replayed=False if waiting else None)
    letters = list_letters(reach(config).broker, selection)
    if output == "json":
        print(json.dumps([as_json(letter) for letter in letters], ensure_ascii=False, indent=2))
        return
    _print_table(letters)


@app.command()
def show(
    letter_id: str = typer.Argument(metavar="ID", help="partition:offset, as `list` shows it."),
    config: Path | None = CONFIG,
    output: str = FORMAT,
) -> None:
    """Show one dead letter whole: where it came from, why, its headers, key and value."""
    check_format(output)
    letter = find_letter(reach(config).broker, letter_id)
    if output == "json":
        print(json.dumps(as_json(letter, whole=True), ensure_ascii=False, indent=2))
        return
    for name, text in _facts(letter):
        print(f"{name:<12} {printable(text)}")
    print(readable(letter.letter.value))


@app.command("replay")
def replay_(
    letter_ids: list[str] = typer.Argument(None, metavar="[ID]...", help="Which; or select by options, or --all."),
    *,
    config: Path | None = CONFIG,
    output: str = FORMAT,
    stage: str | None = STAGE,
    topic: str | None = TOPIC,
    error: str | None = ERROR,
    everything: bool = typer.Option(False, "--all", help="All that have not been replayed."),
    again: bool = typer.Option(False, "--again", help="Also those that have been replayed before."),
) -> None:
    """Put messages back on the topics they came from. Replayed ones are marked, so a repeat leaves them alone.

    Exit 1 when one could not be put back.
    """
    check_format(output)
    if not (letter_ids or stage or topic or error or everything):
        raise typer.BadParameter("say which: ids, --stage, --topic, --error, or --all")
    ids = tuple(check_id(text) for text in letter_ids or ())
    broker = reach(config).broker
    done = replay(broker, Selection(ids=ids, stage=stage, topic=topic, error=error), again=again)
    if output == "json":
        print(json.dumps([_outcome_json(result) for result in done], ensure_ascii=False, indent=2))
    else:
        for result in done:
            print(_outcome_line(result))
    known = {letter.id for letter in list_letters(broker, Selection(ids=ids))} if ids else set()
    strangers = [name for name in ids if name not in known]
    for name in strangers:
        typer.echo(f"there is no dead letter '{name}'", err=True)
    back = sum(result.placed is not None for result in done)
    typer.echo(f"{back} put back, {len(done) - back} left", err=True)
    if strangers or any(result.placed is None or result.reason for result in done):
        raise typer.Exit(1)


@app.command("purge")
def purge_(
    config: Path | None = CONFIG,
    older_than: str | None = typer.Option(None, "--older-than", help="Only those older than this, such as 12h or 7d."),
    everything: bool = typer.Option(False, "--all", help="Also those that have not been replayed."),
    yes: bool = typer.Option(False, "--yes", help="Do not ask."),
) -> None:
    """Delete dead letters for good: the oldest that have been replayed, up to the first that has not."""
    span = parse_span(older_than) if older_than else None
    broker = reach(config).broker
    before = datetime.now(UTC) - span if span is not None else None

    def doomed(letter: Letter) -> bool:
        return (everything or letter.replayed_at is not None) and (before is None or letter.set_aside_at < before)

    if not yes and not (sys.stdin.isatty() and typer.confirm("Delete them for good?")):
        raise typer.BadParameter("deleting cannot be undone; add --yes to do it")
    gone = purge(broker, doomed)
    print(f"{len(gone)} deleted" + (f", up to {gone[-1].id}" if gone else ""))


def parse_span(text: str) -> timedelta:
    """Return the span of time that a text such as `90s`, `12h` or `7d` means."""
    found = _SPAN.fullmatch(text)
    if found is None:
        raise typer.BadParameter(f"'{text}' is not a duration; write one such as 12h or 7d", param_hint="--older-than")
    return timedelta(**{_UNITS[found[2]]: int(found[1])})


def as_json(letter: Letter, *, whole: bool = False) -> dict[str, Any]:
    """Return a letter as JSON's own types; `whole` adds key, headers and value, bytes that are no text as hexadecimal."""
    dead = letter.letter
    fields: dict[str, Any] = {
        "id": letter.id,
        "set_aside_at": format_moment(letter.set_aside_at),
        "stage": dead.stage,
        "topic": dead.topic,
        "partition": dead.partition,
        "offset": dead.offset,
        "error": dead.error,
        "bytes": len(dead.value or b""),
        "replayed_at": format_moment(letter.replayed_at) if letter.replayed_at else None,
        "replayed_to": letter.replayed_to,
    }
    if whole:
        fields["key"] = _text_or_hex(dead.key)
        fields["headers"] = [[name, _text_or_hex(data)] for name, data in dead.headers]
        fields["value"] = _text_or_hex(dead.value)
    return fields


def readable(value: bytes | None) -> str:
    """Return a value for people: JSON set out, other text as it is, bytes as a hexadecimal dump, controls escaped."""
    if value is None:
        return "(no value)"
    try:
        text = value.decode()
    except UnicodeDecodeError:
        return hexdump(value)
    try:
        return printable(json.dumps(json.loads(text), ensure_ascii=False, indent=2))
    except (ValueError, RecursionError):
        return printable(text)


def printable(text: str) -> str:
    """Return the text without characters that move a terminal's cursor or colour: they stand as escapes."""
    return "".join(
        character if character in "\n\t" or character.isprintable() else f"\\u{ord(character):04x}"
        for character in text
    )


def hexdump(data: bytes) -> str:
    """Return the first 4096 bytes, sixteen a line, with their offsets and what is printable ASCII."""
    lines = []
    for start in range(0, min(len(data), _HEX_BYTES), 16):
        row = data[start : start + 16]
        seen = "".join(chr(byte) if 0x20 <= byte < 0x7F else "." for byte in row)
        lines.append(f"{start:08x}  {row.hex(' '):<47}  {seen}")
    if len(data) > _HEX_BYTES:
        lines.append(f"… {len(data) - _HEX_BYTES} more bytes")
    return "\n".join(lines)


def _text_or_hex(data: bytes | None) -> str | None:
    if data is None:
        return None
    try:
        return data.decode()
    except UnicodeDecodeError:
        return "hex:" + data.hex()


def _origin(dead: DeadLetter, form: str) -> str:
    """Say where the letter came from; a file has no offset."""
    is_file = dead.topic.startswith(FROM_FILE)
    return dead.topic if is_file else form.format(dead.topic, dead.partition, dead.offset)


def _facts(letter: Letter) -> list[tuple[str, str]]:
    dead = letter.letter
    facts = [
        ("id", letter.id),
        ("set aside", format_moment(letter.set_aside_at)),
        ("stage", dead.stage),
        ("from", _origin(dead, "{}, partition {}, offset {}")),
        ("error", dead.error),
        ("key", str(_text_or_hex(dead.key))),
    ]
    facts += [("header", f"{name}: {_text_or_hex(data)}") for name, data in dead.headers]
    if letter.replayed_at is not None:
        facts.append(("replayed", f"{format_moment(letter.replayed_at)} to {letter.replayed_to}"))
    return facts


def _print_table(letters: list[Letter]) -> None:
    """Print each letter as a line of where and when, its error whole below it: side by side they fit no terminal."""
    console = Console()
    if not letters:
        console.print("no dead letters")
        return
    width = max(len("id"), *(len(letter.id) for letter in letters))
    console.print(Text(f"{'id':<{width}}  {'set aside (UTC)':<19}  {'stage':<9}  from", style="dim"))
    for letter in letters:
        dead = letter.letter
        replayed = "  (replayed)" if letter.replayed_at else ""
        at = f"{letter.set_aside_at:%Y-%m-%d %H:%M:%S}"
        line = f"{letter.id:<{width}}  {at}  {dead.stage:<9}  {_origin(dead, '{} {}:{}')}{replayed}"
        console.print(Text(printable(line), overflow="fold"))
        console.print(Padding(Text(printable(dead.error), overflow="fold"), (0, 0, 0, width + 2)))


def _outcome_line(result: Replayed) -> str:
    if result.placed is None:
        return f"{result.letter.id}: left: {printable(result.reason)}"
    place = f"{result.placed.topic}, partition {result.placed.partition}, offset {result.placed.offset}"
    return f"{result.letter.id}: put back on {place}" + (f" ({printable(result.reason)})" if result.reason else "")


def _outcome_json(result: Replayed) -> dict[str, Any]:
    placed = result.placed
    place = None if placed is None else {"topic": placed.topic, "partition": placed.partition, "offset": placed.offset}
    return {"id": result.letter.id, "placed": place, "reason": result.reason or None}
