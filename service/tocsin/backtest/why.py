"""Why something did or did not alert: the whole story of an alert, a signal or an article, from what the stages wrote.

The room only picks and words; whoever calls it reads the topics and the ledger. A prefix of an id, of six characters or
more, is enough.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from tocsin.deliver.values import History
from tocsin.messages import Alert, Comparison, Findings, PolicyTrial, Signal, Verdict
from tocsin.messages.base import format_moment

SHORTEST = 6
"""Characters of an id that are enough."""


@dataclass(frozen=True)
class Written:
    """What the stages wrote, each message with the time at which it was."""

    findings: tuple[tuple[datetime, Findings], ...] = ()
    verdicts: tuple[tuple[datetime, Verdict], ...] = ()
    alerts: tuple[tuple[datetime, Alert], ...] = ()


def pick(asked: str, written: Written, file: Collection[str] = ()) -> Written:
    """Return what belongs to an alert (or event), a signal, or an article, by our id or the producer's own.

    An article brings its signals, a signal and an article their events' verdicts about them, an event everything in it.
    `file` are our ids of the articles of a file, where one was asked for.
    """

    def is_it(*ids: str) -> bool:
        return any(found == asked or (len(asked) >= SHORTEST and found.startswith(asked)) for found in ids)

    events = {v.event_id for _, v in written.verdicts if is_it(v.event_id)}
    articles = {f.article_id for _, f in written.findings if f.article_id in file or is_it(f.article_id, f.id)}
    verdicts = tuple(
        (at, v)
        for at, v in written.verdicts
        if v.event_id in events or v.article_id in articles or is_it(v.signal_id, v.article_id)
    )
    told = {v.article_id for _, v in verdicts} | articles
    alerting = {v.event_id for _, v in verdicts}
    return Written(
        tuple((at, f) for at, f in written.findings if f.article_id in told),
        verdicts,
        tuple((at, a) for at, a in written.alerts if a.alert_id in alerting),
    )


def tell(story: Written, deliveries: Mapping[str, Sequence[History]] | None = None) -> Iterator[str]:
    """Tell the story line by line: articles and what was found, verdicts and every policy, alerts, deliveries, times."""
    verdicts = [verdict for _, verdict in story.verdicts]
    for at, findings in story.findings:
        mine = [v for v in verdicts if v.article_id == findings.article_id and v.at == findings.ingested_at]
        yield from _article(at, findings, mine)
    if not story.alerts:
        yield "no alert was written"
    for alert_id in dict.fromkeys(alert.alert_id for _, alert in story.alerts):
        yield from _alert([(at, a) for at, a in story.alerts if a.alert_id == alert_id], story)
        yield from _deliveries((deliveries or {}).get(alert_id, ()))


def _article(at: datetime, findings: Findings, verdicts: Sequence[Verdict]) -> Iterator[str]:
    yield f"article {findings.article_id}  {findings.publisher or findings.source}: {findings.title or findings.id}"
    dated = format_moment(findings.published_at) if findings.dated else "undated"
    yield (
        f"  published {dated}, came in {format_moment(findings.ingested_at)}, "
        f"detected {_after(findings.ingested_at, at)} later"
    )
    if findings.url:
        yield f"  {findings.url}"
    if not findings.signals:
        yield "  nothing was found in it; `tocsin scan FILE --explain -c CONFIG` shows sentence by sentence why"
    for signal in findings.signals:
        yield from _signal(signal)
        judged = [verdict for verdict in verdicts if verdict.signal_id == signal.signal_id]
        for verdict in judged:
            yield from _verdict(verdict)
        if not judged:
            yield "    judged before, when this text first came in"
    stated = {signal.signal_id for signal in findings.signals}
    for verdict in verdicts:
        if verdict.verdict == "withdrawn" and verdict.signal_id not in stated:
            yield f"  signal {verdict.signal_id}"
            yield from _verdict(verdict)


def _signal(signal: Signal) -> Iterator[str]:
    amounts = "".join(
        f", {kind} {amount.low.normalize():f} {amount.unit}" for kind, amount in signal.magnitudes.items()
    )
    names = ", ".join(signal.commodities) or "no commodity named"
    yield f"  signal {signal.signal_id}  {signal.type} {signal.direction} of {names}{amounts} ({signal.modality})"
    yield f"    “{signal.evidence.text.strip()}”"
    yield f"    rule {signal.rule} of {signal.pack}, relevance {signal.relevance}, confidence {signal.confidence:.2f}"


def _verdict(verdict: Verdict) -> Iterator[str]:
    yield f"    {verdict.verdict} in event {verdict.event_id}: {verdict.reason}"
    novelty = verdict.novelty
    before = (
        "no similar event in a year"
        if novelty.days_since_similar >= 365
        else f"{novelty.days_since_similar:g} days since a similar event"
    )
    counts = ", ".join(f"{novelty.similar[name]} in {name}" for name in novelty.similar) or "none counted"
    share = (
        "" if novelty.source_share is None else f" ({novelty.source_share:.0%} of all heard of the commodity in 7 days)"
    )
    sources = f"{novelty.sources} independent source{'' if novelty.sources == 1 else 's'}"
    yield f"    {before} (before it: {counts}), {sources}{share}"
    for trial in verdict.trials:
        yield f"      policy {trial.policy!r}: {_trial(trial)}"
    if verdict.others:
        yield f"      {verdict.others} more policies of this type and commodity are for others or ask for more"
    if not verdict.trials and not verdict.others and verdict.verdict != "withdrawn":
        yield "      no policy asks for this type and commodity"


def _trial(trial: PolicyTrial) -> str:
    if trial.held_back:
        return f"satisfied, but held back: {trial.held_back}"
    if trial.satisfied or trial.failed is None:
        return "satisfied"
    return "not satisfied: " + _comparison(trial.failed)


def _comparison(comparison: Comparison) -> str:
    missed = f", missed by {comparison.missed_by}" if comparison.missed_by else ""
    return f"{comparison.field} must be {comparison.wanted}, found {comparison.found or 'none'}{missed}"


def _alert(revisions: Sequence[tuple[datetime, Alert]], story: Written) -> Iterator[str]:
    yield f"alert {revisions[0][1].alert_id}"
    detected = {f.article_id: at for at, f in story.findings}
    for at, alert in revisions:
        changes = ", ".join(change.value for change in alert.changes)
        detail = f": {'; '.join(alert.detail)}" if alert.detail else ""
        since = detected.get((alert.news or alert.lead).article_id)
        took = f", correlated {_after(since, at)} after detection" if since is not None else ""
        yield f"  revision {alert.revision} at {format_moment(alert.at)} ({changes}{detail}){took}"
        for policy in alert.policies:
            held = "; ".join(f"{c.field} {c.wanted}: {c.found}" for c in policy.comparisons)
            new = "" if policy.newly else " (earlier)"
            yield f"    policy {policy.name!r} ({policy.severity}) for {', '.join(policy.send_to)}{new}: {held}"


def _deliveries(deliveries: Iterable[History]) -> Iterator[str]:
    for delivery in deliveries:
        ended = f", done {format_moment(delivery.finished_at)}" if delivery.finished_at else ""
        held = f", held: {delivery.held}" if delivery.held else ""
        yield f"  to {delivery.receiver}, revision {delivery.revision}: {delivery.status} ({delivery.reason}){held}{ended}"
        for attempt in delivery.attempts:
            failure = attempt.outcome.failure.value if attempt.outcome.failure else "accepted"
            what = f" {attempt.outcome.detail}" if attempt.outcome.detail else ""
            took = attempt.took / timedelta(milliseconds=1)
            yield f"    {format_moment(attempt.started_at)} {failure} after {took:.0f} ms{what}"


def _after(before: datetime, at: datetime) -> str:
    seconds = (at - before).total_seconds()
    return f"{seconds:.1f} s" if abs(seconds) < 120 else f"{seconds / 60:.0f} min"
