"""A sample worked through the live functions in memory: what `route` and `notify preview` show."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from pydantic import ValidationError

from tocsin.backtest import Replay
from tocsin.backtest.replay import Step
from tocsin.config import Settings
from tocsin.config.trials import book_of, markets_of
from tocsin.deliver.planning import severity_for
from tocsin.deliver.receivers import Receiver
from tocsin.deliver.values import Claim
from tocsin.detect import Detector
from tocsin.messages import Alert, AlertSignal, Change, Novelty, SatisfiedPolicy, Severity
from tocsin.messages.ids import make_id
from tocsin.pages import Page, split
from tocsin.rules.faults import TocsinError
from tocsin.rules.loader import RulePack
from tocsin.sources import Unreadable, read_pages


def steps(path: Path, settings: Settings, rules: RulePack, now: datetime | None = None) -> Iterator[Step]:
    """Yield what every article of the sample leads to, in the order of the sample. Raises TocsinError."""
    detector = Detector(rules, markets_of(settings))
    replay = Replay(detector.detect, book_of(settings, rules), settings.receivers, settings.market_names)
    for page in read_pages([path]):
        if isinstance(page, Unreadable):
            raise TocsinError(f"the sample cannot be read: {page}")
        for article in split(page, now or datetime.now(UTC)):
            yield from replay.feed(article)


def alerts(path: Path, settings: Settings, rules: RulePack) -> list[Alert]:
    """Return the alerts of a sample: those that its articles make, or the one that a JSON file holds. Raises TocsinError."""
    if path.suffix == ".json":
        try:
            return [Alert.model_validate_json(path.read_bytes())]
        except (ValidationError, OSError) as error:
            raise TocsinError(f"{path}: is not an alert as it stands on the alerts topic") from error
    return [alert for step in steps(path, settings, rules) for alert in step.outcome.alerts]


def claim(alert: Alert, receiver: Receiver, now: datetime) -> Claim:
    """Return the delivery that would carry the alert to the receiver now."""
    is_first = Change.FIRST in alert.changes
    return Claim(
        delivery_id=0,
        receiver=receiver.name,
        alert=alert,
        changes=tuple(change.value for change in alert.changes),
        detail=alert.detail,
        severity=severity_for(alert, receiver.name),
        attempt=1,
        began_at=now,
        planned_at=now,
        told=None if is_first else alert.revision - 1,
    )


def trial_alert(text: str, rules: RulePack, receiver: str, now: datetime) -> Alert:
    """Return an alert about the text for one receiver, as a policy named `test` would make it. The text must hold a signal."""
    article = next(iter(split(Page(text=text, source="tocsin", id="test", publisher="Tocsin", published_at=now), now)))
    findings = Detector(rules).detect(article, "default")
    lead = AlertSignal(
        signal=findings.signals[0],
        article_id=article.article_id,
        source=article.source,
        publisher=article.publisher,
        title=article.title,
        language=article.language,
        published_at=article.published_at,
        ingested_at=article.ingested_at,
    )
    return Alert(
        alert_id=make_id("test", receiver),
        revision=1,
        at=now,
        opened_at=now,
        lead=lead,
        changes=(Change.FIRST,),
        policies=(SatisfiedPolicy(name="test", severity=Severity.LOW, send_to=(receiver,)),),
        publishers=("Tocsin",),
        novelty=Novelty(),
        config_hash="test",
    )
