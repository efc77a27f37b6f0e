"""`tocsin demo`: the main job on sample articles, to be watched, or with --once to be counted."""

import json
import signal
import sys
import tempfile
import threading
from datetime import timedelta
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING, Protocol

import typer
from rich.console import Console, Group, RenderableType
from rich.live import Live
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from tocsin.bootstrap.data import data_folder
from tocsin.messages import Alert

if TYPE_CHECKING:
    from tocsin.bootstrap.demo import Demo, Progress
    from tocsin.streams.supervisor import Event

ROUND = 0.25
"""Seconds between two looks at the flow."""
PATIENCE = 80.0
"""Seconds after which --once gives up: long past what a slow machine takes."""

_ARROWS = {"up": "▲", "down": "▼", "tighten": "▲", "ease": "▼", "halt": "■", "terminate": "✕"}


_INDENT = " " * 10
"""Before the second and third line of an alert: below its type."""


class View(Protocol):
    """Where the demo shows what happens."""

    def alert(self, alert: Alert) -> None:
        """Show an alert revision as it passes."""

    def event(self, event: "Event") -> None:
        """Note what happened to a stage."""

    def show(self, progress: "Progress") -> None:
        """Show the figures of now."""


def command(
    once: bool = typer.Option(
        False, "--once", help="End when all is delivered, with a summary; exit 0 if all is well."
    ),
    as_json: bool = typer.Option(
        False, "--json", help="With --once: print the summary as one JSON object and nothing else."
    ),
    folder: Path | None = typer.Option(
        None, "--folder", help="Where mailbox, ledger and logs go; by default a new temporary folder."
    ),
    samples: Path | None = typer.Option(
        None, "--articles", exists=True, help="Articles to stream instead of the samples."
    ),
    config: Path | None = typer.Option(
        None, "--config", "-c", exists=True, help="Another configuration than the example."
    ),
) -> None:
    """Run the main job on sample articles and the embedded broker; show the alerts, the figures and a mailbox to open."""
    from tocsin.bootstrap.demo import Demo  # noqa: PLC0415 - the help page needs no broker
    from tocsin.cli.run import address  # noqa: PLC0415 - likewise

    if as_json and not once:
        raise typer.BadParameter("--json prints the summary of --once; give both")
    target = folder or Path(tempfile.mkdtemp(prefix="tocsin-demo-"))
    console = Console(stderr=as_json, quiet=as_json)
    stopping = threading.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, _stopper(stopping))
    view = _Quiet() if as_json else _Terminal(console) if console.is_terminal else _Lines(console)
    demo = Demo(
        target,
        samples or data_folder("seeds") / "articles",
        config or data_folder("example"),
        on_alert=view.alert,
        on_event=view.event,
    )
    console.print(f"[bold]tocsin demo[/] · embedded broker (in memory, forgets) · mailbox and logs in {target}")
    with demo:
        if not once:
            asks = " ".join(f"{name}={value}" for name, value in address(demo.broker).items())
            console.print(f"ask it about an article or alert: {asks} tocsin why ID", soft_wrap=True, highlight=False)
        progress = _watch(demo, view, stopping, once=once)
    if once and not stopping.is_set() and not demo.is_done(progress):
        print(
            f"tocsin: not everything was delivered within {PATIENCE:.0f} s: {progress.summary()}; see {target / 'stages.log'}",
            file=sys.stderr,
        )
        raise typer.Exit(1)
    _sum_up(console, progress, target, as_json=as_json)


def _stopper(stopping: threading.Event) -> "signal._HANDLER":
    def stop(_number: int, _frame: FrameType | None) -> None:
        stopping.set()

    return stop


def _watch(demo: "Demo", view: View, stopping: threading.Event, *, once: bool) -> "Progress":
    """Feed and look until told to stop, or with `once` until all is delivered; return the last figures."""
    pause = timedelta() if once else timedelta(seconds=0.6)

    def feed() -> None:
        if not demo.wait_until_ready(stop=stopping):
            return
        for _ in demo.feed(pause):
            if stopping.is_set():
                return

    feeding = threading.Thread(target=feed, name="feed", daemon=True)
    feeding.start()
    rounds = 0
    with view if isinstance(view, _Terminal) else _Nothing():
        while True:
            progress = demo.progress()
            view.show(progress)
            rounds += 1
            late = once and rounds * ROUND > PATIENCE
            if late or (once and demo.is_done(progress)) or stopping.wait(ROUND):
                feeding.join(timeout=5)  # it must not send while the broker goes away
                return progress


def _sum_up(console: Console, progress: "Progress", folder: Path, *, as_json: bool) -> None:
    summary = progress.summary()
    if as_json:
        print(json.dumps(summary))
        return
    latency = summary.pop("latency_ms")
    console.print()
    console.print("  ".join(f"[bold]{value}[/] {name.replace('_', ' ')}" for name, value in summary.items()))
    console.print(
        "from ingest to mailbox: " + ", ".join(f"{name} {_milliseconds(value)}" for name, value in latency.items())
    )
    console.print(f"open {folder / 'mailbox' / 'index.html'} to read the messages")


def headline(alert: Alert) -> Text:
    """Return one line for an alert revision: what, how much, who says so, which policies."""
    signal_ = alert.lead.signal
    amount = "" if signal_.magnitude is None else f" {signal_.magnitude.value:,} {signal_.magnitude.unit}"
    color = {"critical": "bold red", "high": "red", "medium": "yellow"}.get(alert.severity.value, "white")
    text = Text()
    text.append(f"{alert.severity.value:<9}", color)
    text.append(f"{_ARROWS.get(signal_.direction, '•')} ", color)
    text.append(f"{signal_.type} {signal_.direction}: {', '.join(signal_.commodities) or '–'}{amount}", "bold")
    if alert.revision > 1:
        text.append(f"  rev. {alert.revision} ({', '.join(change.value for change in alert.changes)})", "cyan")
    text.append(f"\n{_INDENT}“{_shorten(signal_.evidence.text)}”", "italic")
    text.append(
        f"\n{_INDENT}{', '.join(alert.publishers)} → {', '.join(sorted({r for p in alert.policies for r in p.send_to}))}",
        "dim",
    )
    return text


def _milliseconds(value: float | None) -> str:
    return "–" if value is None else f"{value:.0f} ms"


def _shorten(text: str, limit: int = 140) -> str:
    joined = " ".join(text.split())
    return joined if len(joined) <= limit else joined[: limit - 1].rstrip() + "…"


class _Nothing:
    def __enter__(self) -> None:
        return None

    def __exit__(self, *_: object) -> None:
        return None


class _Quiet:
    """Shows nothing: a program reads the summary."""

    def alert(self, alert: Alert) -> None:
        """Show nothing."""

    def event(self, event: "Event") -> None:
        """Show nothing."""

    def show(self, progress: "Progress") -> None:
        """Show nothing."""


class _Lines(_Quiet):
    """Prints alerts as lines: the output goes to a file or a pipe."""

    def __init__(self, console: Console) -> None:
        self._console = console

    def alert(self, alert: Alert) -> None:
        """Print the alert."""
        self._console.print(headline(alert), soft_wrap=True)  # lines as they are: who reads them may cut them himself


class _Terminal(_Lines):
    """Alerts scroll by; below them the stages and the figures stand and are renewed."""

    def __init__(self, console: Console) -> None:
        super().__init__(console)
        self._states: dict[str, str] = {}
        self._live = Live(console=console, refresh_per_second=8, transient=False)

    def __enter__(self) -> None:
        self._live.start()

    def __exit__(self, *_: object) -> None:
        self._live.stop()

    def alert(self, alert: Alert) -> None:
        """Print the alert; what does not fit goes on below its own beginning."""
        first, *rest = headline(alert).split("\n")
        self._console.print(first)
        for line in rest:
            self._console.print(Padding(line[len(_INDENT) :], (0, 0, 0, len(_INDENT))))

    def event(self, event: "Event") -> None:
        """Remember the state of the stage."""
        self._states[event.child] = event.kind

    def show(self, progress: "Progress") -> None:
        """Renew the figures."""
        self._live.update(self._board(progress))

    def _board(self, progress: "Progress") -> RenderableType:
        table = Table(box=None, pad_edge=False, header_style="dim")
        for name in ("stage", "state", "lag"):
            table.add_column(name, justify="right" if name == "lag" else "left")
        for stage, behind in progress.lags.items():
            table.add_row(stage, self._states.get(stage, "starting"), "–" if behind is None else str(behind))
        summary = progress.summary()
        latency = summary.pop("latency_ms")
        figures = Text("  ".join(f"{name.replace('_', ' ')} {value}" for name, value in summary.items()), "bold")
        times = Text(
            "ingest → mailbox  " + "  ".join(f"{name} {_milliseconds(value)}" for name, value in latency.items()),
            "dim",
        )
        return Group(Text("─" * 60, "dim"), table, figures, times, Text("Ctrl-C ends it", "dim"))
