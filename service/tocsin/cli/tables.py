"""Signals as tables for people: what, which way, how much, how sure, and the sentence with its number marked."""

import re
from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import TYPE_CHECKING

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from tocsin.detect import Explanation
from tocsin.messages import Article, Findings, Modality, Signal
from tocsin.messages.base import shorten_fraction

if TYPE_CHECKING:
    from tocsin.cli.scan import Count

ARROWS = {
    "up": "▲", "down": "▼", "flat": "▶", "halt": "■", "resume": "▷", "tighten": "▲", "ease": "▽", "build": "▲", "release": "▽",
    "new": "✚", "discovery": "✚", "loss": "✖", "terminate": "✖",
}  # fmt: skip
_BAD = {"down", "halt", "tighten", "loss", "terminate"}
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_SHOWN_EVIDENCE = 300
_WIDTHS = (26, 17, 15, 10, 3)
"""With two spaces between, 79: a row of a terminal."""
_HEADINGS = ("type and direction", "commodities", "main number", "modality", "rel")
"""What stands in the columns; `rel` is the relevance, 0 to 100."""


class TablePrinter:
    """Prints a table for each article that holds signals, and one line about all in the end.

    `explain` adds the article's sentences: what matched, what was bound to what, why a candidate was dropped.
    """

    def __init__(self, console: Console | None = None, explain: Callable[[Article], Explanation] | None = None) -> None:
        self._console = console or Console()
        self._explain = explain
        self._headed = False

    def show(self, article: Article, document: str, findings: Findings) -> None:
        """Print the article's head and its signals, and its explanation where one was asked for."""
        if not findings.signals and self._explain is None:
            return
        if findings.signals and not self._headed:
            self._headed = True
            self._console.print(_row(*_HEADINGS, style="dim"))
        self._console.print(headline(article, document))
        for row in table(article, findings.signals):
            self._console.print(row)
        if self._explain is not None:
            for line in explained(self._explain(article)):
                self._console.print(line)
        self._console.print()

    def close(self, count: "Count") -> None:
        """Print how much was scanned."""
        found = (
            f"{count.articles} article{'s' * (count.articles != 1)}, {count.signals} signal{'s' * (count.signals != 1)}"
        )
        silent = f", {count.silent} without" if count.silent else ""
        failed = f", {len(count.unreadable)} unreadable" if count.unreadable else ""
        self._console.print(Text(found + silent + failed, style="dim"))


def headline(article: Article, document: str) -> Text:
    """Return the article's title with publisher, date and place below."""
    date = f"{article.published_at:%Y-%m-%d %H:%M} UTC" if article.dated else "undated"
    parts = [article.publisher or "", date, document]
    title = article.title or article.text[:100].split("\n")[0] or "(no text)"
    return Text.assemble((plain(title), "bold"), "\n", (" · ".join(plain(part) for part in parts if part), "dim"))


def table(article: Article, signals: tuple[Signal, ...]) -> Iterator[Table | Padding]:
    """Yield the signals of an article, the most relevant first: a row of facts, and the evidence below it."""
    for signal in sorted(signals, key=lambda one: -one.relevance):
        historical = signal.modality is Modality.HISTORICAL
        colour = "red" if signal.direction in _BAD else "green"
        yield _row(
            Text.assemble((ARROWS.get(signal.direction, "●"), colour), f" {signal.type} {signal.direction}"),
            Text(goods(signal) or "–", style="bold"),
            amount(signal),
            signal.modality.value,
            str(signal.relevance),
            style="dim" if historical else "",
        )
        yield Padding(evidence(article, signal), (0, 0, 0, 4))


def _row(*cells: str | Text, style: str = "") -> Table:
    row = Table.grid(padding=(0, 2))
    for width in _WIDTHS:
        row.add_column(width=width, no_wrap=True, overflow="ellipsis")
    row.add_row(*cells, style=style)
    return row


def explained(explanation: Explanation) -> Iterator[Padding]:
    """Yield the sentences in which something matched, with the fate of every candidate."""
    for sentence in explanation.sentences:
        if not sentence.matched and not sentence.steps:
            continue
        yield Padding(
            Text(f"{sentence.start}-{sentence.end}  {plain(sentence.text)[:_SHOWN_EVIDENCE]}", style="italic"),
            (1, 0, 0, 2),
        )
        yield Padding(Text(f"matched {plain(', '.join(sentence.matched))}", style="dim"), (0, 0, 0, 4))
        for step in sentence.steps:
            subject = f" about '{step.subject}'" if step.subject else ""
            goods = f" [{', '.join(step.commodities)}]" if step.commodities else ""
            told = f"{step.rule} {step.direction}: '{step.trigger}'{subject}{goods} → {step.outcome}"
            yield Padding(Text(plain(told)), (0, 0, 0, 4))
            if step.bound:
                yield Padding(Text(plain(f"bound {', '.join(step.bound)}")), (0, 0, 0, 6))
        if not sentence.steps:
            yield Padding(Text("no rule has all its words here"), (0, 0, 0, 4))


def goods(signal: Signal) -> str:
    """Return what the signal is of, with its forms behind: `indium (ingot)`."""
    forms = f"({', '.join(signal.forms)})" if signal.forms else ""
    return " ".join(part for part in (", ".join(signal.commodities), forms) if part)


def amount(signal: Signal) -> str:
    """Return the main number with its unit, or a dash."""
    if signal.magnitude is None:
        return "–"
    value, unit = signal.magnitude.value, signal.magnitude.unit
    if unit == "percent":
        value = shorten_fraction(value)
    shown = f"{value.normalize():,f}" if value == value.to_integral() or abs(value) < Decimal("1e12") else str(value)
    return f"{shown} %" if unit == "percent" else f"{shown} {unit}"


def evidence(article: Article, signal: Signal) -> Text:
    """Return the quoted sentence with its numbers marked."""
    start, end = signal.evidence.start, min(signal.evidence.end, signal.evidence.start + _SHOWN_EVIDENCE)
    text = Text(plain(article.text[start:end]) + ("…" if end < signal.evidence.end else ""))
    spans = [span for _, magnitude in signal.magnitudes.items() for span in magnitude.span]
    for low, high in spans:
        if start <= low < high <= end:
            text.stylize("bold yellow", low - start, high - start)
    return text


def plain(text: str) -> str:
    """Return the text without what would steer a terminal, at equal length."""
    return _CONTROL.sub(lambda match: match[0] if match[0] == "\n" else " ", text)
