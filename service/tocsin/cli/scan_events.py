"""What `tocsin scan` makes of all articles together, in the order of time: `--events`, and findings to replay."""

import json
import sys
from collections.abc import Iterable, Sequence

from tocsin.backtest import Replay
from tocsin.backtest.events import EventStory, Told, simulated, tell_events
from tocsin.config.trials import houses_of, media_of, offices_of, parents_of, publishers_of
from tocsin.correlate import Book
from tocsin.detect import Detector
from tocsin.messages import Article, Modality, Verdict


def find_events(articles: Iterable[Article], detector: Detector, market: str = "default") -> list[EventStory]:
    """Detect and correlate the articles in the order of time, without policies."""
    rules = detector.rules
    publishers, houses = publishers_of(rules), houses_of(rules)
    media, parents, offices = media_of(rules), parents_of(rules), offices_of(rules)
    book = Book.build(
        parents=parents, config_hash="scan", publishers=publishers, houses=houses, media=media, offices=offices
    )
    return tell_events(articles, Replay(detector.detect, book, markets=(market,)))


def print_findings(articles: Iterable[Article], detector: Detector, market: str = "default") -> None:
    """Print what detect writes of each article to the signals topic, in simulated time: a history that can be replayed."""
    for article in simulated(articles):
        sys.stdout.buffer.write(detector.detect(article, market).to_json() + b"\n")
    sys.stdout.buffer.flush()


def print_lines(stories: Sequence[EventStory]) -> None:
    """Print one line of JSON an event, in UTF-8 whatever the terminal speaks."""
    for story in stories:
        line = json.dumps(story.as_line(), ensure_ascii=False, separators=(", ", ": "))
        sys.stdout.buffer.write(line.encode("utf-8", "replace") + b"\n")
    sys.stdout.buffer.flush()


def print_table(stories: Sequence[EventStory]) -> None:
    """Print each event as a person reads it: the fact, then who told it when, and what was new in it."""
    from rich.console import Console  # noqa: PLC0415 - costs a tenth of a second
    from rich.text import Text  # noqa: PLC0415

    from tocsin.cli.tables import amount, plain  # noqa: PLC0415

    console = Console(highlight=False)
    for story in stories:
        first, record, newest = story.told[0].signal, story.record, story.newest
        head = Text.assemble(
            (f"{first.type} {first.direction} ", "bold"),
            (", ".join(first.commodities) or "no commodity named", "bold cyan"),
            f" {amount(newest)}" if newest.magnitude is not None else "",
            f"  {record.told_at:%Y-%m-%d %H:%M} UTC  {story.sources} source{'s' if story.sources != 1 else ''}",
            f"  {story.event_id[:8]}",
            f"  reverses {record.reverses[:8]}" if record.reverses else "",
            ("  withdrawn" if record.withdrawn else "  denied" if record.denied else "", "bold red"),
            "  background" if story.is_background else "",
        )
        console.print(head, soft_wrap=True)
        for told in story.told:
            quoted = f"            “{told.signal.evidence.text.strip()[:160]}”"
            console.print(Text(plain(_row(told))), soft_wrap=True)
            console.print(Text(plain(quoted), style="dim"), soft_wrap=True)
    signals = sum(len(story.told) for story in stories)
    shown = f"{len(stories)} event{'s' * (len(stories) != 1)} from {signals} signal{'s' * (signals != 1)}"
    print(shown, file=sys.stderr)


def _row(told: Told) -> str:
    """Say when a signal came, from whom, and what was new; of one taken back when and why."""
    who = told.findings.publisher or told.findings.source
    if told.signal.modality is not Modality.ACTUAL:
        who += f" ({told.signal.modality.value})"
    if told.undone is None:
        return f"  {told.verdict.verdict:9} {told.verdict.at:%m-%d %H:%M} {who}: {told.verdict.reason}{_detail(told.verdict)}"
    undone = told.undone
    return f"  withdrawn {told.verdict.at:%m-%d %H:%M} {who}: at {undone.at:%m-%d %H:%M}, {undone.reason}"


def _detail(verdict: Verdict) -> str:
    """Return what changed, where the reason does not say it."""
    return "".join(f"; {line}" for line in verdict.detail if line not in verdict.reason)
