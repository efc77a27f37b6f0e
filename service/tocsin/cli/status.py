"""`tocsin status`: tell whether the flow is fine, and where it stands if not."""

import dataclasses
import json
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import typer
from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from tocsin.broker import BrokerUnreachableError
from tocsin.cli.connection import CONFIG, FORMAT, check_format, connection_of, looked_at
from tocsin.cli.dead_letters import printable
from tocsin.deliver.values import Refusal
from tocsin.messages.base import format_moment
from tocsin.ops.processes import Process
from tocsin.ops.receivers import Deliveries, remedy
from tocsin.ops.status import StageStatus, Status, status

BETWEEN = typer.Option(
    2.0, "--between", min=0.1, max=300, metavar="SECONDS", help="Between the two looks that tell who moves."
)


def command(config: Path | None = CONFIG, output: str = FORMAT, between: float = BETWEEN) -> None:
    """Show each stage's process, lag and motion, the topics, the dead letters and the receivers that refuse.

    Exit 1 when something is not fine: a stage, a topic, or a receiver that has refused for a minute or lost a message.

    moving: nothing waits or it gets done. slow: more comes in than is done. stalled: what waited still waits.
    stopped: its process does not answer.
    """
    check_format(output)
    settings = looked_at(config)
    connection = connection_of(settings)
    try:
        connection.broker.wait_until_reachable(timedelta(seconds=5))
    except BrokerUnreachableError as error:
        print(json.dumps({"fine": False, "problem": str(error)}) if output == "json" else str(error))
        raise typer.Exit(1) from error
    found = status(
        connection.broker,
        connection.ports,
        between=timedelta(seconds=between),
        has_sources=bool(settings.sources),
        has_page=settings.console.public_url is not None,
        ledger=lambda: settings.ledger_url,
    )
    if output == "json":
        print(json.dumps(as_json(found), ensure_ascii=False, indent=2))
    else:
        _print_tables(found)
    if not found.is_fine:
        raise typer.Exit(1)


def as_json(found: Status) -> dict[str, Any]:
    """Return the status as JSON's own types."""
    return {
        "fine": found.is_fine,
        "broker": found.broker,
        "stages": [
            {
                "stage": stage.stage,
                "fine": stage.is_fine,
                "lag": stage.lag,
                "motion": stage.motion,
                "process": dataclasses.asdict(stage.process),
            }
            for stage in found.stages
        ],
        "topics": [dataclasses.asdict(topic) for topic in found.topics],
        "dead_letters": {"waiting": found.dead_letters_waiting, "replayed": found.dead_letters_replayed},
        "deliveries": {
            "fine": found.deliveries.is_fine,
            "problem": found.deliveries.problem,
            "receivers": [_refusal_json(found.deliveries, refusal) for refusal in found.deliveries.refusals],
        },
    }


def _refusal_json(deliveries: Deliveries, refusal: Refusal) -> dict[str, Any]:
    return {
        "receiver": refusal.receiver,
        "fine": deliveries.is_passing(refusal),
        "since": format_moment(refusal.since),
        "retried": refusal.retried,
        "behind": refusal.behind,
        "given_up": refusal.given_up,
        "failure": refusal.failure,
        "answer": refusal.answer,
        "tried_at": format_moment(refusal.tried_at),
        "next_at": None if refusal.next_at is None else format_moment(refusal.next_at),
        "remedy": remedy(refusal),
    }


def _print_tables(found: Status) -> None:
    console = Console()
    stages = Table("stage", "process", "lag", "motion", "problems", title=f"broker {found.broker}")
    for stage in found.stages:
        stages.add_row(*(Text(cell) for cell in _cells(stage)), style=None if stage.is_fine else "bold red")
    console.print(stages)
    topics = Table("topic", "messages", "end")
    for topic in found.topics:
        cells = ("missing", "") if topic.count is None else (str(topic.count), str(topic.end))
        topics.add_row(topic.name, *cells)
    console.print(topics)
    for line in _deliveries(found.deliveries):
        console.print(Padding(Text(line.strip()), (0, 0, 0, len(line) - len(line.lstrip()))))
    console.print(f"dead letters: {found.dead_letters_waiting} waiting, {found.dead_letters_replayed} replayed")
    waiting = found.dead_letters_waiting
    aside = (
        f"; {waiting} dead letter{' waits' if waiting == 1 else 's wait'}: `tocsin dead-letters list`"
        if waiting
        else ""
    )
    console.print(("all is fine" if found.is_fine else "not all is fine") + aside)


def _deliveries(deliveries: Deliveries) -> Iterator[str]:
    if deliveries.problem is not None:
        yield f"deliveries: nobody knows: {printable(deliveries.problem)}"
    for refusal in deliveries.refusals:
        passing = " (for less than a minute; may mend itself)" if deliveries.is_passing(refusal) else ""
        yield f"receiver {refusal.receiver} refuses since {_clock(refusal.since)}: {_counts(refusal)}{passing}"
        yield f"  last answer: {printable(refusal.answer) or 'none'} ({_clock(refusal.tried_at)})"
        if refusal.next_at is not None:
            yield f"  next try: {_clock(refusal.next_at)}"
        yield f"  what to do: {remedy(refusal)}"


def _counts(refusal: Refusal) -> str:
    counts = ((refusal.retried, "being retried"), (refusal.behind, "waiting behind"), (refusal.given_up, "given up"))
    return ", ".join(f"{count} {word}" for count, word in counts if count)


def _clock(moment: datetime) -> str:
    return f"{moment:%Y-%m-%d %H:%M:%S} UTC"


def _cells(stage: StageStatus) -> tuple[str, ...]:
    return (
        stage.stage,
        process_word(stage.process),
        "" if stage.lag is None else str(stage.lag),
        stage.motion or "",
        "; ".join((*stage.process.problems, *(f"configuration refused: {why}" for why in stage.process.refused))),
    )


def process_word(process: Process) -> str:
    """Return how a process is, in a word or two."""
    if process.answers is None:
        return "port unknown"
    if not process.answers:
        return "no answer"
    if not process.healthy:
        return "unhealthy"
    return "ready" if process.ready else "not ready"
