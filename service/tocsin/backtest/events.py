"""Events without a broker: what a pile of articles tells in simulated time, who told it, and what was new."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from tocsin.backtest.replay import Replay, Step
from tocsin.backtest.timeline import START
from tocsin.messages import Article, EventRecord, Findings, Signal, Verdict
from tocsin.messages.base import format_moment


@dataclass
class Told:
    """One signal of an event, in order of arrival. `undone`: the verdict of the later revision that took it back or replaced it."""

    findings: Findings
    signal: Signal
    verdict: Verdict
    undone: Verdict | None = None

    @property
    def withdrawn(self) -> bool:
        """Whether a later revision of its article says it no longer."""
        return self.undone is not None


@dataclass
class EventStory:
    """One event and everything that told it. `sources` counts the independent ones."""

    event_id: str
    record: EventRecord
    sources: int = 0
    told: list[Told] = field(default_factory=list)

    @property
    def is_background(self) -> bool:
        """Whether nobody told it as news."""
        return all(told.signal.modality == "historical" for told in self.told)

    @property
    def newest(self) -> Signal:
        """What is told of it now: the last signal with a number that stands, else the last that stands, else the last."""
        standing = [told.signal for told in self.told if not told.withdrawn] or [self.told[-1].signal]
        return next((signal for signal in reversed(standing) if signal.magnitude is not None), standing[-1])

    def as_line(self) -> dict[str, Any]:
        """Return the event as the line of JSON that `scan --events` prints."""
        opening = self.told[0].signal
        return {
            "event": self.event_id,
            "type": opening.type,
            "direction": opening.direction,
            "commodities": list(opening.commodities),
            "opened_at": format_moment(self.record.opened_at),
            "sources": self.sources,
            "reverses": self.record.reverses,
            "signals": [
                {
                    "article": told.findings.id,
                    "signal": told.signal.signal_id,
                    "type": told.signal.type,
                    "direction": told.signal.direction,
                    "commodities": list(told.signal.commodities),
                    "modality": told.signal.modality.value,
                    "verdict": told.verdict.verdict,
                    "withdrawn": told.withdrawn,
                }
                for told in self.told
            ],
        }


def simulated(articles: Iterable[Article]) -> list[Article]:
    """Return the articles in the order of time (ties as given), each taken in when it was updated or published.

    An undated one is taken in with the dated one before it, the first ones with the first dated, so that no run differs from
    another by its day.
    """
    found = list(articles)
    at = next((article.updated_at or article.published_at for article in found if article.dated), START)
    moved = []
    for article in found:
        at = (article.updated_at or article.published_at) if article.dated else at
        moved.append(article.model_copy(update={"ingested_at": at} | ({} if article.dated else {"published_at": at})))
    return sorted(moved, key=lambda article: article.ingested_at)


def tell_events(articles: Iterable[Article], replay: Replay) -> list[EventStory]:
    """Feed the articles and return the events in the order in which they opened."""
    stories: dict[str, EventStory] = {}
    for article in simulated(articles):
        for step in replay.feed(article):
            _note(step, stories)
    return list(stories.values())


def _note(step: Step, stories: dict[str, EventStory]) -> None:
    for event_id, record in step.outcome.records.items():
        if record is not None:
            story = stories.setdefault(event_id, EventStory(event_id, record))
            if not record.closed:
                story.record = record
                story.sources = max(story.sources, len(record.publishers))
    signals = {signal.signal_id: signal for signal in step.findings.signals}
    for verdict in step.outcome.verdicts:
        story = stories[verdict.event_id]
        if verdict.verdict == "withdrawn":
            _withdraw(story, verdict.signal_id, verdict)
            continue
        corrected = story.record.signals
        story.told.append(Told(step.findings, signals[verdict.signal_id], verdict))
        for signal in corrected:
            if signal.withdrawn:
                _withdraw(story, signal.id, verdict)


def _withdraw(story: EventStory, signal_id: str, by: Verdict) -> None:
    for told in story.told:
        if told.signal.signal_id == signal_id and told.undone is None:
            told.undone = by
