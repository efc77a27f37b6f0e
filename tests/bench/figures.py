"""Figures: what was measured, against what is asked, as a table for people and as JSON for programs."""

import json
import math
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Literal

from rich.console import Console
from rich.table import Table


@dataclass(frozen=True)
class Figure:
    """One measured number. `goal` is none where a number only informs; `most` tells on which side of the goal is well."""

    room: Literal["detect", "correlate", "deliver"]
    name: str
    value: float
    unit: str = ""
    goal: float | None = None
    most: bool = False
    note: str = ""
    must: bool = False
    """Whether missing the goal is a fault and not merely slow."""

    @property
    def is_ok(self) -> bool | None:
        """Tell whether the goal is reached; None without one."""
        if self.goal is None:
            return None
        return self.value <= self.goal if self.most else self.value >= self.goal

    @property
    def verdict(self) -> str:
        """`ok`, `below`, `WRONG` where that is a fault, or nothing."""
        if self.is_ok is None:
            return ""
        return "ok" if self.is_ok else "WRONG" if self.must else "below"

    @property
    def shown_goal(self) -> str:
        """The goal with its side, `≤ 1.3`."""
        return "" if self.goal is None else f"{'≤' if self.most else '≥'} {number(self.goal)}"


def number(value: float) -> str:
    """Write a number with three digits that count, large ones whole."""
    if not math.isfinite(value):
        return "∞" if value > 0 else "-"
    if value == int(value) or abs(value) >= 1_000:
        return f"{value:,.0f}"
    digits = max(0, 2 - math.floor(math.log10(abs(value))))
    return f"{value:.{digits}f}"


def show(figures: Sequence[Figure], console: Console) -> None:
    """Print the table for people."""
    table = Table(title="How fast", title_justify="left", header_style="bold")
    for heading in ("room", "figure", "measured", "goal", "", "note"):
        table.add_column(heading, justify="right" if heading in {"measured", "goal"} else "left", overflow="fold")
    for place, figure in enumerate(figures):
        colour = {"ok": "green", "below": "yellow", "WRONG": "bold red"}.get(figure.verdict, "")
        table.add_row(
            figure.room if place == 0 or figures[place - 1].room != figure.room else "",
            figure.name,
            f"{number(figure.value)} {figure.unit}".strip(),
            figure.shown_goal,
            f"[{colour}]{figure.verdict}[/]" if colour else "",
            figure.note,
            end_section=place + 1 < len(figures) and figures[place + 1].room != figure.room,
        )
    console.print(table)


def as_json(figures: Sequence[Figure]) -> str:
    """Return all figures as one JSON object; an endless number is null."""
    rows = [
        asdict(figure) | {"value": figure.value if math.isfinite(figure.value) else None, "ok": figure.is_ok}
        for figure in figures
    ]
    return json.dumps({"figures": rows}, ensure_ascii=False, indent=2)


def as_markdown(figures: Sequence[Figure]) -> str:
    """Return the table for ARCHITECTURE.md."""
    lines = ["| room | figure | measured | goal | | note |", "|---|---|---|---|---|---|"]
    lines += [
        f"| {f.room} | {f.name} | {number(f.value)} {f.unit} | {f.shown_goal} | {f.verdict} | {f.note} |"
        for f in figures
    ]
    return "\n".join(lines)
