"""`tocsin scan --events`: which events a pile of articles tells, who told them, and what was new."""

import json
import sys
from collections.abc import Iterable, Sequence

from tocsin.backtest import Replay
from tocsin.backtest.events import EventStory, tell_events
from tocsin.config.trials import parents_of, publishers_of
from tocsin.correlate import Book
from tocsin.detect import Detector
from tocsin.messages import Article
from tocsin.rules.loader import RulePack


def find_events(articles: Iterable[Article], rules: RulePack, market: str = "default") -> list[EventStory]:
    """Detect and correlate the articles in the order of time, without policies."""
    book = Book.build(parents=parents_of(rules), config_hash="scan", publishers=publishers_of(rules))
    return tell_events(articles, Replay(Detector(rules).detect, book, markets=(market,)))


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

    console = Console(highlight=False)
    for story in stories:
        first = story.told[0].signal
        head = Text.assemble(
            (f"{first.type} {first.direction} ", "bold"),
            (", ".join(first.commodities) or "no commodity named", "bold cyan"),
            f"  {story.record.told_at:%Y-%m-%d %H:%M} UTC  {story.sources} source{'s' if story.sources != 1 else ''}",
            f"  {story.event_id[:8]}",
            f"  reverses {story.record.reverses[:8]}" if story.record.reverses else "",
            "  background" if story.is_background else "",
        )
        console.print(head, soft_wrap=True)
        for told in story.told:
            who = told.findings.publisher or told.findings.source
            mark = "withdrawn" if told.withdrawn else told.verdict.verdict
            console.print(
                Text(f"  {mark:9} {told.findings.published_at:%m-%d %H:%M} {who}: {told.verdict.reason}"),
                soft_wrap=True,
            )
            console.print(Text(f"            “{told.signal.evidence.text.strip()[:160]}”", style="dim"), soft_wrap=True)
    shown = f"{len(stories)} events from {sum(len(story.told) for story in stories)} signals"
    print(shown, file=sys.stderr)
