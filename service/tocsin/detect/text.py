"""Text: an article folded and cut into sentences, each with its place in the article.

Sentences are cut by a few patterns over the folded text; a full stop ends one only where no abbreviation, number or initial
stands before it. A line break always ends one.
"""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from tocsin.rules.fold import Folded, fold

__all__ = ["Folded", "Sentence", "fold", "split_sentences"]

MAX_SENTENCE = 1200
"""Characters after which a sentence without an end is cut at a space or comma, so that nothing grows with its square."""

_END = re.compile(
    r"[\n\r\u2028\u2029]+|[。!?]+[\"')\]”’]*|\.(?=[\"')\]]*(?:\s|$|\[))[\"')\]]*(?:\[\d+\])*|;(?=\s|[\u4e00-\u9fff])|\](?=\s- )"
    r"|[•▪●◆■](?=\s)"
)
_MARK = re.compile("[\n\r\u2028\u2029。!?.;\\]•▪●◆■]")
"""What an end begins with. One class is found many times faster than the alternatives above, which are then tried there."""
_HAN = re.compile("[\u4e00-\u9fff]")
_TITLE_SPACE = re.compile(r"(?<=[\u4e00-\u9fff%\d]) (?=[\u4e00-\u9fff])")
_ABBREVIATION = re.compile(
    r"(?:\b(?:inc|corp|co|ltd|llc|plc|no|nos|vs|mr|mrs|ms|dr|st|jr|sr|approx|est|jan|feb|mar|apr|jun|jul|aug|sep|sept|oct|nov|dec|"
    r"u\.s|u\.k|u\.s\.a|u\.n|e\.u|d\.c|b\.c|a\.m|p\.m|i\.e|e\.g|fig|cf|gen|gov|sen|rep|prof|dept|min|max|avg|cos|pty|s\.a|n\.v|a\.g|bros|mt|ft|nyse|etc)|\b[a-z]|\s[a-z]\.[a-z])$"
)


class Sentence(NamedTuple):
    """A sentence as a span of the folded text; `paragraph` counts from 0, `order` within the article; the title is 0."""

    start: int
    end: int
    paragraph: int
    order: int
    chinese: bool


def split_sentences(folded: Folded) -> list[Sentence]:
    """Cut a folded text into sentences."""
    found: list[Sentence] = []
    paragraph = 0
    for start, end, breaks in _pieces(folded.low):
        piece = folded.low[start:end]
        if piece.strip():
            for a, b in _bounded(folded.low, start, end):
                if not found and (parts := _title_parts(folded.low, a, b)):
                    found.extend(Sentence(x, y, paragraph, 0, chinese=True) for x, y in parts)
                    continue
                found.append(
                    Sentence(a, b, paragraph, len(found), chinese=_is_chinese(folded.low[a : min(b, a + 160)]))
                )
        paragraph += breaks
    return found


def _is_chinese(text: str) -> bool:
    return not text.isascii() and len(_HAN.findall(text)) * 4 > len(text)


def _title_parts(low: str, start: int, end: int) -> list[tuple[int, int]]:
    """Cut a Chinese headline at its spaces, each part a statement of its own; empty when it has none."""
    places = [match.start() for match in _TITLE_SPACE.finditer(low, start, end)]
    if not places or end - start > 100:
        return []
    cuts = [start, *places, end]
    return [(a + (low[a] == " "), b) for a, b in pairwise(cuts)]


def _pieces(low: str) -> Iterator[tuple[int, int, bool]]:
    start = reached = 0
    for sign in _MARK.finditer(low):
        place = sign.start()
        match = _END.match(low, place) if place >= reached else None
        if match is None:
            continue
        reached = match.end()
        mark = match.group()
        if mark[0] == "." and _ABBREVIATION.search(low, max(start, match.start() - 12), match.start()):
            rest = low[match.end() : match.end() + 2]
            if rest.strip() and not rest.startswith("\n"):
                continue
        breaks = mark[0] in "\n\r\u2028\u2029"
        yield start, match.start() if breaks else match.end(), breaks
        start = match.end()
    yield start, len(low), True


def _bounded(low: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Cut an endless sentence into pieces that can be worked on."""
    while end - start > MAX_SENTENCE:
        cut = max(low.rfind(mark, start + MAX_SENTENCE // 2, start + MAX_SENTENCE) for mark in (", ", ",", " "))
        cut = cut + 1 if cut > start else start + MAX_SENTENCE
        yield start, cut
        start = cut
    while start < end and low[start].isspace():
        start += 1
    while end > start and low[end - 1].isspace():
        end -= 1
    if start < end:
        yield start, end
