"""Builders of alerts for tests: a sentence with a number in it becomes an alert that says it."""

from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any

from tocsin.messages import (
    Alert,
    AlertSignal,
    Change,
    Comparison,
    Evidence,
    Magnitude,
    Magnitudes,
    Novelty,
    SatisfiedPolicy,
    Severity,
    Signal,
)
from tocsin.messages.ids import make_id
from tocsin.messages.signal import main_magnitude

NOON = datetime(2026, 3, 3, 12, 0, tzinfo=UTC)
SENTENCE = "Antimony ingot offers rose 8.5% on the week, traders said."


def alert_signal(text: str = SENTENCE, number: str = "8.5%", **changed: Any) -> AlertSignal:
    """Return the signal that the sentence states; `number` is the percentage in it, `changed` are fields of the signal."""
    magnitudes = Magnitudes()
    if number:
        start = text.index(number)
        value = Decimal(number.rstrip("%"))
        magnitudes = Magnitudes(
            change=Magnitude(
                low=value, high=value, unit="percent", step=Decimal("0.1"), span=((start, start + len(number)),)
            )
        )
    article = {
        key: changed.pop(key) for key in ("publisher", "title", "url", "published_at", "dated") if key in changed
    }
    fields: dict[str, Any] = {
        "signal_id": make_id("signal", text),
        "type": "price_move",
        "direction": "up",
        "commodities": ("antimony",),
        "forms": ("ingot",),
        "period": "week",
        "rule": "price-up",
        "pack": "price_move@1",
        "evidence": Evidence(text=text, start=0, end=len(text)),
        "magnitudes": magnitudes,
    } | changed
    fields.setdefault("magnitude", main_magnitude(fields["type"], fields["magnitudes"]))
    facts: dict[str, Any] = {
        "article_id": make_id("article", text),
        "source": "wire",
        "publisher": "Metals Wire",
        "title": "Antimony offers rise",
        "url": "https://news.example.com/a/1?lang=en",
        "language": "en",
        "published_at": NOON - timedelta(seconds=42),
        "ingested_at": NOON - timedelta(seconds=2),
    } | article
    return AlertSignal(signal=Signal(**fields), **facts)


def policy(
    *send_to: str, name: str = "antimony hike", severity: Severity = Severity.HIGH, newly: bool = True
) -> SatisfiedPolicy:
    """Return a satisfied policy that names the receivers."""
    compared = Comparison(field="change", wanted=">= 5%", found="8.5%", held=True)
    return SatisfiedPolicy(name=name, severity=severity, send_to=send_to, comparisons=(compared,), newly=newly)


def alert(event: str = "event", revision: int = 1, *send_to: str, at: datetime = NOON, **changed: Any) -> Alert:
    """Return a revision of the event's alert, for receiver `desk` unless others are named."""
    is_first = revision == 1
    fields: dict[str, Any] = {
        "alert_id": make_id("event", event),
        "revision": revision,
        "at": at,
        "opened_at": at,
        "lead": alert_signal(),
        "changes": (Change.FIRST,) if is_first else (Change.NEW_FACT,),
        "detail": () if is_first else (f"change: {revision} -> {revision + 1} percent",),
        "policies": (policy(*(send_to or ("desk",)), newly=is_first),),
        "publishers": ("Metals Wire",),
        "novelty": Novelty(),
        "config_hash": "c",
    }
    return Alert(**(fields | changed))
