"""`tocsin why`: the whole story of an alert, a signal or an article, also of one that did not alert."""

import contextlib
import sys
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar

import typer
from pydantic import ValidationError

from tocsin.backtest.why import SHORTEST, Written, pick, tell
from tocsin.broker import Broker, BrokerError, read_to_end
from tocsin.broker.dead_letters import Selection, list_letters
from tocsin.cli.connection import CONFIG, PATIENCE, connection_of, looked_at
from tocsin.cli.dead_letters import printable
from tocsin.config import Settings
from tocsin.config.settings import Source
from tocsin.deliver.values import History
from tocsin.messages import Alert, Findings, Message, Verdict, topics
from tocsin.messages.base import format_moment
from tocsin.messages.dead_letter import FROM_FILE

_Message = TypeVar("_Message", bound=Message)


def command(
    asked: str = typer.Argument(
        ...,
        metavar="ALERT|SIGNAL|ARTICLE|FILE",
        help=f"An id, the first {SHORTEST} characters of one, the producer's own id of an article, or a file that was read: "
        "its path, or its name in the directory of a source.",
    ),
    config: Path | None = CONFIG,
) -> None:
    """Tell the whole story of an alert, a signal or an article: what was found, every policy tried, every delivery.

    Of a dropped file that could not be read it tells why. Exit status: 0 told, 1 nothing of that id lies on the topics.
    """
    settings = looked_at(config)
    broker = connection_of(settings).broker
    broker.wait_until_reachable(PATIENCE)
    written = Written(
        tuple(_messages(broker, topics.SIGNALS, Findings)),
        tuple(_messages(broker, topics.VERDICTS, Verdict)),
        tuple(_messages(broker, topics.ALERTS, Alert)),
    )
    articles, faults = read_again(asked, settings.sources)
    story = pick(asked, written, articles)
    file_told = [*unread(faults), *_set_aside(broker, asked)]
    for line in file_told:
        print(line)
    if not story.findings and not story.verdicts:
        if file_told:
            return
        told = "give the id of an alert, a signal or an article, or a file from the directory of a source"
        if articles:
            told = "the file is there, but what it says has not come through the stages; `tocsin status` says whether they run"
        print(f"nothing known of {asked!r}; {told}", file=sys.stderr)
        raise typer.Exit(1)
    for line in tell(story, _deliveries(settings, story)):
        print(line)


_TOLD = 5
"""Faults of one file that are told."""


def unread(faults: Sequence[str]) -> Iterator[str]:
    """Tell what of a file could not be read."""
    for fault in faults[:_TOLD]:
        yield f"could not be read, so no article came of it: {fault}"
    if len(faults) > _TOLD:
        yield f"and {len(faults) - _TOLD} more of it"


def _set_aside(broker: Broker, asked: str) -> Iterator[str]:
    """Tell the dead letters of a file of this path or name."""
    try:
        letters = list_letters(broker, Selection(stage="ingest"))
    except BrokerError:  # no such topic yet
        return
    for letter in letters:
        path = letter.letter.topic.removeprefix(FROM_FILE)
        if path != letter.letter.topic and asked in (path, Path(path).name):
            yield (
                f"set aside {format_moment(letter.set_aside_at)} as dead letter {letter.id}: "
                f"{printable(letter.letter.error)}"
            )


def read_again(asked: str, sources: Sequence[Source]) -> tuple[frozenset[str], list[str]]:
    """Return the ids that the articles of a file have, whichever source read it, and what of it cannot be read.

    Neither where there is no such file.
    """
    from tocsin.pages import PageError, split  # noqa: PLC0415 - most ask for an id
    from tocsin.sources import Unreadable  # noqa: PLC0415
    from tocsin.sources.dropbox import Dropbox  # noqa: PLC0415

    folders = [(source.directory, source.name) for source in sources if source.directory is not None]
    places = [Path(asked), *(folder / asked for folder, _ in folders)]
    path = next((place for place in places if place.is_file()), None)
    found: set[str] = set()
    faults: dict[str, None] = {}
    if path is None:
        return frozenset(), []
    for name in ("files", *(name for _, name in folders)):
        for page in Dropbox(path.parent, name).pages(path):
            if isinstance(page, Unreadable):
                faults[str(page)] = None
                continue
            try:
                found.update(article.article_id for article in split(page, datetime.now(UTC)))
            except PageError as error:
                faults[str(error)] = None
    return frozenset(found), list(faults)


def _messages(broker: Broker, topic: topics.Topic, model: type[_Message]) -> Iterator[tuple[datetime, _Message]]:
    for record in read_to_end(broker, topic.full_name(broker.topic_prefix)):
        if record.value is not None:
            with contextlib.suppress(ValidationError):  # poison is told by `tocsin dead-letters`
                yield record.timestamp, model.model_validate_json(record.value)


def _deliveries(settings: Settings, story: Written) -> dict[str, list[History]]:
    """Return the ledger's rows of each alert; none where no ledger exists yet."""
    from tocsin.store import open_ledger  # noqa: PLC0415 - most articles alert nobody

    alerts = dict.fromkeys(alert.alert_id for _, alert in story.alerts)
    if not alerts:
        return {}
    with contextlib.closing(open_ledger(settings.ledger_url)) as ledger:
        return {alert_id: ledger.history(alert_id) for alert_id in alerts}
