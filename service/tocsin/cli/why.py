"""`tocsin why`: the whole story of an alert, a signal or an article, also of one that did not alert."""

import contextlib
import os
import sys
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar

import typer
from pydantic import ValidationError

from tocsin.backtest.why import SHORTEST, Written, pick, tell
from tocsin.broker import Broker, read_to_end
from tocsin.cli.connection import CONFIG, reach
from tocsin.config import load_settings
from tocsin.config.settings import Source
from tocsin.deliver.values import History
from tocsin.messages import Alert, Findings, Message, Verdict, topics

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

    Exit status: 0 told, 1 nothing of that id lies on the topics.
    """
    broker = reach(config).broker
    written = Written(
        tuple(_messages(broker, topics.SIGNALS, Findings)),
        tuple(_messages(broker, topics.VERDICTS, Verdict)),
        tuple(_messages(broker, topics.ALERTS, Alert)),
    )
    story = pick(asked, written, articles_of_file(asked, load_settings(config, os.environ).sources))
    if not story.findings and not story.verdicts:
        told = "give the id of an alert, a signal or an article, or a file from the directory of a source"
        print(f"nothing known of {asked!r}; {told}", file=sys.stderr)
        raise typer.Exit(1)
    for line in tell(story, _deliveries(config, story)):
        print(line)


def articles_of_file(asked: str, sources: Sequence[Source]) -> frozenset[str]:
    """Return the ids that the articles of a file have, whichever source read it; none where there is no such file."""
    from tocsin.pages import PageError, split  # noqa: PLC0415 - most ask for an id
    from tocsin.sources import Unreadable  # noqa: PLC0415
    from tocsin.sources.dropbox import Dropbox  # noqa: PLC0415

    folders = [(source.directory, source.name) for source in sources if source.directory is not None]
    places = [Path(asked), *(folder / asked for folder, _ in folders)]
    path = next((place for place in places if place.is_file()), None)
    found: set[str] = set()
    if path is None:
        return frozenset()
    for name in ("files", *(name for _, name in folders)):
        for page in Dropbox(path.parent, name).pages(path):
            if isinstance(page, Unreadable):
                continue
            with contextlib.suppress(PageError):  # what no stage could read has no story
                found.update(article.article_id for article in split(page, datetime.now(UTC)))
    return frozenset(found)


def _messages(broker: Broker, topic: topics.Topic, model: type[_Message]) -> Iterator[tuple[datetime, _Message]]:
    for record in read_to_end(broker, topic.full_name(broker.topic_prefix)):
        if record.value is not None:
            with contextlib.suppress(ValidationError):  # poison is told by `tocsin dead-letters`
                yield record.timestamp, model.model_validate_json(record.value)


def _deliveries(config: Path | None, story: Written) -> dict[str, list[History]]:
    """Return the ledger's rows of each alert; none where no ledger exists yet."""
    from tocsin.store import open_ledger  # noqa: PLC0415 - most articles alert nobody

    alerts = dict.fromkeys(alert.alert_id for _, alert in story.alerts)
    if not alerts:
        return {}
    settings = load_settings(config, os.environ)
    with contextlib.closing(open_ledger(settings.ledger_url)) as ledger:
        return {alert_id: ledger.history(alert_id) for alert_id in alerts}
