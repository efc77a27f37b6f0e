"""Wrapped Chinese text: lines that break off within sentences and words where their width was reached, as old pages have it.

There a break inside a paragraph is nothing at all, since Chinese sets no space between words, so it is taken out; the folded
text keeps the way back. A text is wrapped as a whole or not, as in `wrapped`.
"""

import re
from dataclasses import replace
from itertools import pairwise

from tocsin.rules.fold import Folded

COLUMNS = range(44, 112)
"""How wide wrapped lines are, in columns: a Chinese character takes two."""
FEWEST = 3
"""Breaks inside sentences from which on a text can be known to be wrapped."""
MOST = 0.7
"""Share of the long lines that do not end a sentence and were filled to the width."""
RAGGED = 8
"""Columns that a filled line may be narrower than the widest: a number or a Latin word went to the next."""
LONG = 0.6
"""Share of the width from which on a line is none of a heading."""
_WIDE = re.compile(r"[^\x00-\x7f]")
_PUNCTUATION = re.compile(r"[,;:!?()](?![0-9])|(?<![0-9])[,;:!?()]")
"""What folding made narrow."""
_ENDS = ("。", "!", "?", '"', "。)", ")")
_OPENINGS = frozenset(" \t-*•·▪#>|◆●■▲【〔[(")


def unwrap_chinese(folded: Folded) -> Folded:
    """Return the text without the breaks within its paragraphs; as it is where it is not wrapped."""
    breaks = frozenset(_soft_breaks(folded.low))
    if not breaks:
        return folded
    kept = [place for place in range(len(folded.low)) if place not in breaks]
    starts = folded.starts or range(len(folded.low))
    ends = folded.ends or range(1, len(folded.low) + 1)
    return replace(
        folded,
        low="".join([folded.low[place] for place in kept]),
        plain="".join([folded.plain[place] for place in kept]),
        starts=tuple([starts[place] for place in kept]),
        ends=tuple([ends[place] for place in kept]),
    )


def _columns(line: str) -> int:
    wide = len(_WIDE.findall(line))
    return len(line) + wide + (len(_PUNCTUATION.findall(line)) if wide else 0)


def _soft_breaks(low: str) -> list[int]:
    """Return where filled lines of a wrapped text go on in the next."""
    lines = low.split("\n")
    if max([len(line.rstrip()) for line in lines]) >= COLUMNS.stop:
        return []  # and in columns it is wider still
    columns = [_columns(line.rstrip()) for line in lines]
    width = max(columns)
    if width not in COLUMNS:
        return []
    soft: list[int] = []
    going = full = place = 0
    for (line, following), wide in zip(pairwise(lines), columns, strict=False):
        place += len(line) + 1
        text = line.rstrip()
        if not text or not following.strip() or wide < LONG * width or text.isascii():
            continue
        filled = wide >= width - RAGGED
        if not text.endswith(_ENDS):
            going += 1
            full += filled
        if filled and following[0] not in _OPENINGS:
            soft.append(place - 1)
    return soft if full >= FEWEST and full >= MOST * going else []
