"""Text: an article folded and cut into sentences, each with its place in the article.

Sentences are cut by one pattern over the folded text; a full stop ends one only where no abbreviation, number or initial
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

_BREAKS, _SHORT = 1, 2
"""The groups of an end that tell a line break, and a full stop behind an abbreviation or initial."""
_ABBREVIATIONS = (
    "inc corp co ltd llc plc no nos vs mr mrs ms dr st jr sr approx est jan feb mar apr jun jul aug sep sept oct nov dec fig cf"
    " gen gov sen rep prof dept min max avg cos pty bros mt ft nyse etc"
).split()
_LINE, _CLOSING, _BULLETS = "\n\r\u2028\u2029", "\"')\\]", "•▪●◆■"


def _ends(line: str, stops: str, closing: str, bullets: str) -> re.Pattern[str]:
    """Compile the pattern of an end. It begins with one class, which is found many times faster than alternatives."""
    lengths = sorted({len(word) for word in _ABBREVIATIONS})
    short = "|".join(
        rf"(?<=\b(?:{'|'.join(word for word in _ABBREVIATIONS if len(word) == length)})\.)" for length in lengths
    )
    bulleted = rf"|(?<=[{bullets}])(?=\s)" if bullets else ""
    return re.compile(
        rf"[{line}{stops}.;\]{bullets}](?:(?<=[{line}])[{line}]*()"
        rf"|(?<=\.)(?=[{_CLOSING}]*(?:\s|$|\[))(?:((?<=\b[a-z]\.)|{short})|)[{_CLOSING}]*(?:\[\d+\])*"
        rf"|(?<=[{stops}])[{stops}]*[{closing}]*|(?<=;)(?=\s|[\u4e00-\u9fff])|(?<=\])(?=\s- ){bulleted})"
    )


_END = _ends(_LINE, "。!?", _CLOSING + "”’", _BULLETS)
_ASCII_END = _ends("\n\r", "!?", _CLOSING, "")
"""The same for plain text, where a class without other characters is found faster still."""
_HAN_RUN = re.compile("[\u4e00-\u9fff]+")
_TITLE_SPACE = re.compile(r"(?<=[\u4e00-\u9fff%\d]) (?=[\u4e00-\u9fff])")


class Sentence(NamedTuple):
    """A sentence as a span of the folded text; `paragraph` counts from 0, `order` within the article; the title is 0."""

    start: int
    end: int
    paragraph: int
    order: int
    chinese: bool


def split_sentences(folded: Folded) -> list[Sentence]:
    """Cut a folded text into sentences."""
    low = folded.low
    plain = low.isascii()
    found: list[Sentence] = []
    paragraph = 0
    for start, end, breaks in _pieces(low, plain=plain):
        for a, b in (_stripped(low, start, end),) if end - start <= MAX_SENTENCE else _bounded(low, start, end):
            if a == b:
                continue
            if not found and not plain and (parts := _title_parts(low, a, b)):
                found.extend(Sentence(x, y, paragraph, 0, chinese=True) for x, y in parts)
                continue
            found.append(Sentence(a, b, paragraph, len(found), not plain and _is_chinese(low[a : min(b, a + 160)])))
        paragraph += breaks
    return found


def _is_chinese(text: str) -> bool:
    return not text.isascii() and sum(map(len, _HAN_RUN.findall(text))) * 4 > len(text)


def _title_parts(low: str, start: int, end: int) -> list[tuple[int, int]]:
    """Cut a Chinese headline at its spaces, each part a statement of its own; empty when it has none."""
    places = [match.start() for match in _TITLE_SPACE.finditer(low, start, end)]
    if not places or end - start > 100:
        return []
    cuts = [start, *places, end]
    return [(a + (low[a] == " "), b) for a, b in pairwise(cuts)]


def _pieces(low: str, *, plain: bool) -> Iterator[tuple[int, int, bool]]:
    """Yield what lies between two ends, and whether a line break ends it."""
    start = 0
    for match in (_ASCII_END if plain else _END).finditer(low):
        kind = match.lastindex
        left, right = match.span()
        if kind == _SHORT:
            rest = low[right : right + 2]
            if rest[:1] != "\n" and rest.strip():
                continue
        if kind == _BREAKS:
            yield start, left, True
        else:
            yield start, right, False
        start = right
    yield start, len(low), True


def _stripped(low: str, start: int, end: int) -> tuple[int, int]:
    """Return a span without the space around it."""
    while start < end and low[start].isspace():
        start += 1
    while end > start and low[end - 1].isspace():
        end -= 1
    return start, end


def _bounded(low: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Cut an endless sentence into pieces that can be worked on."""
    if not low[start:end].strip():
        return
    while end - start > MAX_SENTENCE:
        cut = max(low.rfind(mark, start + MAX_SENTENCE // 2, start + MAX_SENTENCE) for mark in (", ", ",", " "))
        cut = cut + 1 if cut > start else start + MAX_SENTENCE
        yield start, cut
        start = cut
    yield _stripped(low, start, end)
