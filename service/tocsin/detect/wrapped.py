"""Wrapped text: one whose lines end where the next word would not have fitted, as old wires, e-mails and PDFs have it.

There a line break inside a paragraph is a space and ends no sentence. A text is wrapped as a whole or not: its lines are of
one width, and most breaks stand where that width was reached. An indented line or one after an empty line begins a paragraph.
"""

from dataclasses import replace
from itertools import pairwise

from tocsin.rules.fold import Folded

WIDTHS = range(45, 101)
"""How wide wrapped lines are; wider ones are paragraphs."""
FEWEST = 3
"""Breaks from which on a text can be known to be wrapped."""
MOST = 0.6
"""Share of the breaks that must stand where the width was reached."""
_OPENINGS = frozenset(" \t-*•·▪#>|")
"""With what a line begins that goes on with no other: an indent, a bullet, a mark."""


def unwrap(folded: Folded) -> Folded:
    """Return the text with spaces for the breaks within its paragraphs, at equal length; as it is where it is not wrapped."""
    breaks = _soft_breaks(folded.low) if "\n" in folded.low else []
    if not breaks:
        return folded
    low, plain = list(folded.low), list(folded.plain)
    for place in breaks:
        low[place] = plain[place] = " "
    return replace(folded, low="".join(low), plain="".join(plain))


def _soft_breaks(low: str) -> list[int]:
    lines = low.split("\n")
    width = max(map(len, lines))
    if width not in WIDTHS:
        return []
    soft: list[int] = []
    full = place = 0
    for line, following in pairwise(lines):
        place += len(line) + 1
        if not line or not following or following[0] in _OPENINGS or not (line[-1] + following[0]).isascii():
            continue
        soft.append(place - 1)
        full += len(line) + 1 + len(following.partition(" ")[0]) > width
    return soft if len(soft) >= FEWEST and full >= MOST * len(soft) else []
