"""A timeline: articles at given times, and what must come of them. The form of the acceptance tests."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

from tocsin.backtest.replay import Replay, Sent, Step
from tocsin.messages import Alert
from tocsin.pages import Page, split

Minutes = float
START = datetime(2025, 1, 6, 8, tzinfo=UTC)
"""Where a timeline begins unless told: a Monday morning."""


class ExpectationError(AssertionError):
    """What came is not what was expected; the message tells both, article by article."""


@dataclass
class Timeline:
    """Collects articles, feeds them in the order of time, and compares.

    Times are minutes from `start`, or moments. Articles of one time keep the order in which they were given.
    """

    replay: Replay
    start: datetime = START
    steps: list[Step] = field(default_factory=list)
    _waiting: list[tuple[datetime, int, Page]] = field(default_factory=list)
    _given: int = 0

    def article(self, *, at: Minutes | datetime, outlet: str, text: str = "", **fields: Any) -> None:
        """Let an outlet publish an article; the same `id` again at a later time is a revision of it.

        `fields` are those of `Page`. The outlet is the publisher, and the source unless one is given.
        """
        moment = self.moment(at)
        fields.setdefault("source", outlet)
        fields.setdefault("id", f"article-{self._given}")
        if fields.get("published_at") is None:
            fields["published_at"] = moment
        elif "updated_at" not in fields and fields["published_at"] != moment:
            fields["updated_at"] = moment
        self.page(Page(text=text, publisher=outlet, **fields), at=moment)

    def page(self, page: Page, *, at: Minutes | datetime) -> None:
        """Let a page come in as it stands."""
        self._waiting.append((self.moment(at), self._given, page))
        self._given += 1

    def run(self) -> Sequence[Step]:
        """Feed what waits; return all steps so far."""
        for moment, _, page in sorted(self._waiting, key=lambda entry: entry[:2]):
            for article in split(page, moment):
                self.steps.extend(self.replay.feed(article))
        self._waiting.clear()
        return self.steps

    @property
    def alerts(self) -> tuple[Alert, ...]:
        """Every alert revision, in order."""
        return tuple(alert for step in self.run() for alert in step.outcome.alerts)

    @property
    def sent(self) -> tuple[Sent, ...]:
        """Every message that would have gone out, in order."""
        return tuple(sorted((message for step in self.run() for message in step.sent), key=lambda message: message.at))

    def expect(
        self,
        *,
        alerts: int,
        receiver: str | None = None,
        between: tuple[Minutes, Minutes] | None = None,
        messages: int | None = None,
    ) -> None:
        """Compare the number of different alerts (and of messages) that reach a receiver, or are written, in a time.

        Raises ExpectationError, which tells what came instead.
        """
        first, last = (self.moment(at) for at in between) if between is not None else (None, None)

        def is_within(at: datetime) -> bool:
            return first is None or last is None or first <= at <= last

        if receiver is None:
            found = [(alert.at, alert) for alert in self.alerts if is_within(alert.at)]
        else:
            found = [(m.at, m.alert) for m in self.sent if m.receiver == receiver and is_within(m.at)]
        distinct = {alert.alert_id for _, alert in found}
        wanted = f"{alerts} alerts" + ("" if messages is None else f" in {messages} messages")
        if len(distinct) != alerts or (messages is not None and len(found) != messages):
            told = (
                "\n".join(
                    f"  {at:%H:%M} {alert.alert_id} rev {alert.revision}: {alert.lead.signal.evidence.text}"
                    for at, alert in found
                )
                or "  nothing"
            )
            raise ExpectationError(
                f"expected {wanted} for {receiver or 'anybody'}, got {len(distinct)}:\n{told}\n{self.story()}"
            )

    def story(self) -> str:
        """Tell article by article what was found and decided."""
        lines = []
        for step in self.run():
            lines.append(f"{step.findings.published_at:%H:%M} {step.findings.publisher}: {step.findings.title or ''}")
            lines += [f"    {v.verdict} {v.event_id[:8]}: {v.reason}" for v in step.outcome.verdicts]
            if not step.findings.signals:
                lines.append("    no signal")
        return "\n".join(lines)

    def moment(self, at: Minutes | datetime) -> datetime:
        """Return the moment that so many minutes from the start are."""
        return at if isinstance(at, datetime) else self.start + timedelta(minutes=at)
