"""What deliver needs, built from settings: receivers with their addresses, words, ledger, channels, outbox."""

import os
import secrets
import socket
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime

from pydantic import ValidationError

from tocsin.config import Settings
from tocsin.console import FEEDBACK_PATH, Describe, Language, Subject, ballot_key
from tocsin.deliver.feedback import make_ballot
from tocsin.deliver.glossary import Glossary
from tocsin.deliver.letter import Link, headline_of
from tocsin.deliver.message import Message
from tocsin.deliver.numbers import format_time
from tocsin.deliver.ports import Ledger
from tocsin.deliver.receivers import Receiver
from tocsin.deliver.render import render
from tocsin.deliver.values import Claim
from tocsin.notifiers import AppriseNotifier
from tocsin.rules.faults import Fault, FaultsError
from tocsin.rules.lexicon import Lexicon
from tocsin.rules.loader import RulePack
from tocsin.store import SqlLedger
from tocsin.streams.outbox import Outbox
from tocsin.telemetry.metrics import Metrics

Write = Callable[[Sequence[Claim], Receiver, datetime], Message]


def receivers(settings: Settings) -> dict[str, Receiver]:
    """Return the receivers with their addresses read from their files. Raises FaultsError, which quotes no address."""
    found: dict[str, Receiver] = {}
    faults: list[Fault] = []
    for name, receiver in settings.receivers.items():
        try:
            found[name] = (
                receiver if receiver.url_file is None else receiver.with_url(receiver.url_file.read_text("utf-8"))
            )
        except (OSError, UnicodeDecodeError) as error:
            told = getattr(error, "strerror", None) or type(error).__name__
            faults.append(Fault(str(receiver.url_file), 0, f"receivers.{name}.url_file", f"cannot be read: {told}"))
        except ValidationError:
            faults.append(
                Fault(str(receiver.url_file), 0, f"receivers.{name}.url_file", "holds no address such as slack://…")
            )
    notifier = AppriseNotifier()
    for name, receiver in found.items():
        told = notifier.find_fault(receiver)
        if told is not None:
            faults.append(Fault("configuration", 0, f"receivers.{name}.url", told))
    if faults:
        raise FaultsError(faults)
    return found


def writer(rules: RulePack, link: Link | None = None) -> Write:
    """Return what writes a message, with the names of the lexicons and, given `link`, a way to vote on it."""
    glossary = Glossary.from_lexicon(rules.lexicon)
    return lambda claims, receiver, now: render(claims, receiver, now, glossary, link)


def feedback_link(settings: Settings) -> Link | None:
    """Return what makes the addresses of the voting page; None while console.public_url is not set.

    The first call makes the signing key in `state_dir`. Raises TocsinError when it cannot be made or read.
    """
    if settings.console.public_url is None:
        return None
    base, key = settings.console.public_url.rstrip("/") + FEEDBACK_PATH, ballot_key(settings.state_dir)
    return lambda delivery_id, now: base + make_ballot(delivery_id, key, now)


def describer(ledger: SqlLedger, lexicon: Lexicon, to: Mapping[str, Receiver]) -> Describe:
    """Return what names the message of a delivery on the page of votes, at its receiver's time."""
    glossary = Glossary.from_lexicon(lexicon)

    def describe(delivery_id: int, language: Language) -> Subject | None:
        found = ledger.delivered(delivery_id)
        if found is None:
            return None
        alert, zone = found.alert, to[found.receiver].timezone if found.receiver in to else "UTC"
        return Subject(
            alert.alert_id,
            alert.revision,
            headline_of(alert, glossary, language),
            tuple(glossary.name("commodity", name, language) for name in alert.lead.signal.commodities),
            found.at,
            format_time(found.at, zone, language),
        )

    return describe


def outbox(
    ledger: Ledger, write: Write, to: Mapping[str, Receiver], metrics: Metrics, operations: Sequence[str] = ()
) -> Outbox:
    """Build the outbox of this process; `operations` names the receivers who are told of dead deliveries."""
    owner = f"{socket.gethostname()[:30]}-{os.getpid()}-{secrets.token_hex(4)}"
    return Outbox(ledger, AppriseNotifier(), write, to, owner=owner, metrics=metrics, operations=operations)
