"""`tocsin notify`: see the message that a receiver would get, or send one to try the channel."""

import json
import os
from datetime import UTC, datetime
from pathlib import Path

import typer

from tocsin.bootstrap.delivery import feedback_link, receivers, writer
from tocsin.bootstrap.samples import alerts, claim, trial_alert
from tocsin.cli.connection import CONFIG
from tocsin.config import Settings, load_checked
from tocsin.deliver.message import Message
from tocsin.deliver.receivers import Receiver
from tocsin.notifiers import AppriseNotifier
from tocsin.rules.faults import TocsinError
from tocsin.rules.loader import RulePack

app = typer.Typer(no_args_is_help=True)

FORM = typer.Option("", "--form", help="text, html, slack or json; by default the one of the receiver's channel.")
_FORM_OF = {"mailto": "html", "mailtos": "html", "slack": "slack", "json": "json", "jsons": "json"}
TEST_ARTICLE = "In this test of Tocsin, antimony ingot offers in Rotterdam rose 8.5% on the week."


@app.command()
def preview(
    sample: Path = typer.Argument(..., exists=True, help="An article (text, HTML, JSON Lines), or an alert (.json)."),
    to: str = typer.Option(..., "--receiver", help="Whose message to show."),
    form: str = FORM,
    config: Path | None = CONFIG,
) -> None:
    """Print exactly what the receiver would be sent about a sample; exit 1 when it makes no alert. Sends nothing."""
    settings, rules = _load(config)
    receiver = _receiver(settings, to)
    found = alerts(sample, settings, rules)
    if not found:
        print(f"{sample}: makes no alert; tocsin route {sample} says why")
        raise typer.Exit(1)
    now = datetime.now(UTC)
    write = writer(rules, feedback_link(settings))
    for alert in found:
        _show(write([claim(alert, receiver, now)], receiver, now), form or _FORM_OF.get(receiver.scheme, "text"))


@app.command("test")
def send_one(
    to: str = typer.Argument(..., metavar="RECEIVER", help="Who gets the message."), config: Path | None = CONFIG
) -> None:
    """Send one message to a receiver and say how it ended; exit 1 when it was not accepted."""
    settings, rules = _load(config)
    receiver = _receiver(settings, to)
    now = datetime.now(UTC)
    message = writer(rules)([claim(trial_alert(TEST_ARTICLE, rules, to, now), receiver, now)], receiver, now)
    outcome = AppriseNotifier().send(receiver, message)
    if outcome.is_sent:
        print(f"{to}: accepted by {receiver.shown}")
        return
    print(f"{to}: not accepted by {receiver.shown}: {outcome.detail} ({outcome.failure})")
    raise typer.Exit(1)


def _show(message: Message, form: str) -> None:
    shown = {
        "text": message.text,
        "html": message.html,
        "slack": json.dumps({"text": message.subject, "blocks": list(message.blocks)}, indent=2, ensure_ascii=False),
        "json": json.dumps(dict(message.data), indent=2, ensure_ascii=False),
    }
    if form not in shown:
        raise typer.BadParameter(f"'{form}' is no form; write {', '.join(shown)}", param_hint="--form")
    print(shown[form])


def _load(config: Path | None) -> tuple[Settings, RulePack]:
    if config is None:
        raise TocsinError("there is no tocsin.yml here; name the configuration with -c")
    return load_checked(config, os.environ)


def _receiver(settings: Settings, name: str) -> Receiver:
    if name not in settings.receivers:
        raise TocsinError(f"'{name}' is no receiver; known: {', '.join(sorted(settings.receivers)) or 'none'}")
    return receivers(settings.model_copy(update={"receivers": {name: settings.receivers[name]}}))[name]
