"""Wrapped text: one whose lines end where the next word would not have fitted, as old wires, e-mails and PDFs have it.

There a line break inside a paragraph is a space and ends no sentence. A text is wrapped as a whole or not: its lines are of
one width, and most breaks stand where that width was reached. An indented line or one after an empty line begins a paragraph.
"""

from dataclasses import replace
from itertools import pairwise

from tocsin.detect.texts.wrapped_chinese import unwrap_chinese
from tocsin.rules.fold import Folded

WIDTHS = range(45, 101)
"""How wide wrapped lines are; wider ones are paragraphs."""
FEWEST = 3
"""Breaks inside sentences from which on a text can be known to be wrapped."""
MOST = 0.6
"""Share of the breaks inside sentences that must stand where the width was reached."""
RAGGED = 4
"""How much narrower than the width the longest line may have come out."""
_ENDS = (".", "!", "?", ":", ";", '."', ".)")
_OPENINGS = frozenset(" \t-*•·▪#>|")
"""With what a line begins that goes on with no other: an indent, a bullet, a mark."""


def unwrap(folded: Folded) -> Folded:
    """Return the text with spaces for the breaks within its paragraphs, at equal length; as it is where it is not wrapped."""
    breaks = _soft_breaks(folded.low) if "\n" in folded.low else []
    if not breaks:
        return folded if folded.low.isascii() or "\n" not in folded.low else unwrap_chinese(folded)
    low, plain = list(folded.low), list(folded.plain)
    for place in breaks:
        low[place] = plain[place] = " "
    return replace(folded, low="".join(low), plain="".join(plain))


def _soft_breaks(low: str) -> list[int]:
    """Return where lines of a wrapped text go on: each that ends no sentence, and full ones that end one."""
    lines = low.split("\n")
    width = max(map(len, lines))
    if width not in WIDTHS:
        return []
    soft: list[int] = []
    going = full = place = 0
    for line, following in pairwise(lines):
        place += len(line) + 1
        if not line or not following or following[0] in _OPENINGS or not (line[-1] + following[0]).isascii():
            continue
        fits = len(line) + 1 + len(following.partition(" ")[0]) <= width - RAGGED
        if line.endswith(_ENDS):
            if not fits:
                soft.append(place - 1)
            continue
        soft.append(place - 1)
        going += 1
        full += not fits
    return soft if going >= FEWEST and full >= MOST * going else []
