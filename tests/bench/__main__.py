"""`python -m tests.bench`: measure, tell progress on stderr, print the table or JSON. Ends with 1 only when something is wrong."""

import argparse
import io
import sys
import time
from collections.abc import Callable, Iterator
from typing import Final

from rich.console import Console
from tests.bench import correlating, delivering, detecting
from tests.bench.figures import Figure, as_json, as_markdown, show

from tocsin.telemetry import configure

ROOMS: Final[dict[str, Callable[[Callable[[str], None]], Iterator[Figure]]]] = {
    "detect": detecting.measure,
    "correlate": correlating.measure,
    "deliver": delivering.measure,
}


def main(arguments: list[str] | None = None) -> int:
    """Measure what is asked for; return 1 when a figure is a fault (the scanner missed a word), else 0."""
    parser = argparse.ArgumentParser(
        prog="python -m tests.bench", description="How fast the rooms are, as ratios of one run."
    )
    parser.add_argument("--only", choices=sorted(ROOMS), action="append", help="measure this room alone")
    parser.add_argument("--json", action="store_true", help="print JSON instead of a table")
    parser.add_argument("--markdown", action="store_true", help="print the table of ARCHITECTURE.md")
    given = parser.parse_args(arguments)
    begun = time.monotonic()
    configure("bench", stream=io.StringIO(), as_json=True)  # log lines cost, too
    console = Console(stderr=True)
    figures: list[Figure] = []
    for room in given.only or ROOMS:
        with console.status(room) as status:

            def tell(what: str, room: str = room) -> None:
                words = f"{room}: {what}"
                status.update(words)
                if not console.is_terminal:
                    console.print(f"{time.monotonic() - begun:5.0f} s  {words}")

            figures.extend(ROOMS[room](tell))
    console.print(f"measured in {time.monotonic() - begun:.0f} s")
    if given.json:
        sys.stdout.write(as_json(figures) + "\n")
    elif given.markdown:
        sys.stdout.write(as_markdown(figures) + "\n")
    else:
        out = Console()
        show(figures, out if out.is_terminal else Console(width=160))
    return int(any(figure.must and figure.is_ok is False for figure in figures))


if __name__ == "__main__":
    sys.exit(main())
