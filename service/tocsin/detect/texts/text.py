"""Text: an article folded and cut into sentences, each with its place in the article.

Sentences are cut by one pattern over the folded text; a full stop ends one only where no abbreviation, number or initial
stands before it. A line break always ends one.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from itertools import pairwise
from typing import NamedTuple

from tocsin.rules.fold import Folded, fold

__all__ = ["Folded", "Sentence", "fold", "holds_any", "is_item", "make_sentence", "split_sentences"]

MAX_SENTENCE = 1200
"""Characters after which a sentence without an end is cut at a space or comma, so that nothing grows with its square."""

_BREAKS, _SHORT = 1, 2
"""The groups of an end that tell a line break, and a full stop behind an abbreviation or initial."""
_ABBREVIATIONS = (
    "inc corp co ltd llc plc no nos vs mr mrs ms dr st jr sr approx est jan feb mar apr jun jul aug sep sept oct nov dec fig cf"
    " gen gov sen rep prof dept min max avg cos pty bros mt ft nyse etc prev incl excl lb lbs oz bbl pct"
).split()
_LINE, _CLOSING, _BULLETS = "\n\r\u2028\u2029", "\"')*\\]", "•▪●◆■"


def _ends(line: str, stops: str, closing: str, bullets: str) -> re.Pattern[str]:
    """Compile the pattern of an end. It begins with one class, which is found many times faster than alternatives."""
    lengths = sorted({len(word) for word in _ABBREVIATIONS})
    short = "|".join(
        rf"(?<=\b(?:{'|'.join(word for word in _ABBREVIATIONS if len(word) == length)})\.)" for length in lengths
    )
    bulleted = rf"|(?<=[{bullets}])(?=\s)" if bullets else ""
    return re.compile(
        rf"[{line}{stops}.;\]{bullets}](?:(?<=[{line}])[{line}]*()"
        rf"|(?<=\.)(?=[{_CLOSING}]*(?:\s|$|\[))(?:((?<=\b[a-z]\.)(?<!/[a-z]\.)(?<!\d [a-z]\.)|{short})|)[{_CLOSING}]*(?:\[\d+\])*"
        rf"|(?<=[{stops}])(?<![a-z]\d!)[{stops}]*[{closing}]*|(?<=;)(?=\s|[\u4e00-\u9fff])|(?<=\])(?=\s- ){bulleted})"
    )


_END = _ends(_LINE, "。!?", _CLOSING + "”’", _BULLETS)
_ASCII_END = _ends("\n\r", "!?", _CLOSING, "")
"""The same for plain text, where a class without other characters is found faster still."""
_HAN_RUN = re.compile("[\u4e00-\u9fff]+")
_LATIN_RUN = re.compile(r"[a-z]+")
_TITLE_SPACE = re.compile(
    r"(?<=[\u4e00-\u9fff%\d]) (?=[\u4e00-\u9fff])|(?<=[\u4e00-\u9fff%]) (?=(?:\d{1,2}|\d{4}年\d{1,2}|前\d{1,2}个|\d{1,2}-\d{1,2})月)"
)


_PREDICATE = re.compile(
    r"(?:最终|尾盘|终盘|日内|盘中|一度|周内)?(?:收[涨跌高低升降]|[大下上暴]?[涨跌][超逾近幅]?)(?:约|达|逾|超|近)?\d[\d.]*%"
)
"""What begins a part of a headline that only says what the part before did: `锡期货巨震 收跌2%`."""


class Sentence(NamedTuple):
    """A sentence as a span of the folded text; `paragraph` counts from 0, `order` within the article; the title is 0."""

    start: int
    end: int
    paragraph: int
    order: int
    chinese: bool


make_sentence: Callable[[tuple[int, int, int, int, bool]], Sentence] = partial(tuple.__new__, Sentence)
"""Makes a sentence without a call of Python's."""


def split_sentences(folded: Folded) -> list[Sentence]:
    """Cut a folded text into sentences."""
    low = folded.low
    plain = low.isascii()
    found: list[Sentence] = []
    paragraph = start = 0
    for kind, left, right in _cuts(folded, plain=plain):
        end = left if kind == _BREAKS else right
        piece = low[start:end].strip()
        if piece and end - start <= MAX_SENTENCE and (plain or found):
            first = low.index(piece[0], start)
            order = len(found)
            span = (first, first + len(piece), paragraph, order, not plain and _is_chinese(piece[:160]))
            found.append(make_sentence(span))
        elif piece:
            found.extend(_long_or_first(low, start, end, paragraph, found))
        paragraph += kind == _BREAKS
        start = right
    return found


_ITEM = re.compile(
    r"[-–•·*▪●◆■]\s?(?=\D)|\(?(?:\d{1,2}|[一二三四五六七八九十]{1,2})[.、)]\s?(?=\D)|\d{1,2}\.\d{1,2} (?=[a-z\u4e00-\u9fff])"
)


def is_item(low: str, sentence: Sentence) -> bool:
    """Tell whether a sentence is an item of a list: it begins with a bullet or a number of its own."""
    return _ITEM.match(low, sentence.start) is not None


def _long_or_first(low: str, start: int, end: int, paragraph: int, before: Sequence[Sentence]) -> Iterator[Sentence]:
    """Yield the sentences of a piece that is too long for one, or is the first: a Chinese headline may be several."""
    order = len(before)
    for a, b in _bounded(low, start, end):
        if order == 0 and (parts := _title_parts(low, a, b)):
            for x, y in parts:
                yield Sentence(x, y, paragraph, 0, chinese=True)
            order = len(parts)
        else:
            yield Sentence(a, b, paragraph, order, _is_chinese(low[a : min(b, a + 160)]))
            order += 1


def _is_chinese(text: str) -> bool:
    """Tell whether a text is Chinese by its share of Chinese characters; figures say of no text in which language it is."""
    if text.isascii():
        return False
    runs: list[str] = _HAN_RUN.findall(text)
    han = sum(map(len, runs))
    if han * 4 > len(text):
        return True
    latin = sum(map(len, _LATIN_RUN.findall(text)))
    rows = latin if sum(map(str.isdigit, text)) <= latin else latin / 2  # codes of grades in a row of figures
    return han > 2 and han >= rows


def _title_parts(low: str, start: int, end: int) -> list[tuple[int, int]]:
    """Cut a Chinese headline at its spaces, each part a statement of its own; empty when it has none."""
    places = [m.start() for m in _TITLE_SPACE.finditer(low, start, end) if not _PREDICATE.match(low, m.end())]
    if not places or end - start > 100:
        return []
    cuts = [start, *places, end]
    return [(a + (low[a] == " "), b) for a, b in pairwise(cuts)]


def _cuts(folded: Folded, *, plain: bool) -> list[tuple[int | None, int, int]]:
    """Return where sentences end: the kind of each end, and the span of what ends it. The end of the text is a line break."""
    low = folded.low
    ends = (_ASCII_END if plain else _END).finditer(low)
    cuts = [(match.lastindex, *match.span()) for match in ends]
    cuts = [cut for cut in cuts if cut[0] != _SHORT or not _goes_on(folded, *cut[1:])]
    inner = _glued(folded.plain) if plain else _glued(folded.plain) + _flattened(low)
    if inner:
        cuts = sorted([*cuts, *((None, at, at) for at in inner)], key=lambda cut: cut[1:])
    return [*cuts, (_BREAKS, len(low), len(low))]


_STOP_GLUED = re.compile(r"\.(?<=[a-z%)]{3}\.)(?=(?!Ltd|Inc|Corp|Plc|Co\b|Com\b|Js\b)[A-Z][a-z]* )")
_WORDS_GLUED = tuple([re.compile(f"{letter}(?<=[a-z].)(?:he|his|hile|ith|hough) ") for letter in "TW"])
"""A lost space or line break between sentences, as releases have it: `in Ohio.The mill`, `Silver DemandThough rates`. A pattern for
each first letter, by which it is found, which is many times faster than all in one."""


def _glued(plain: str) -> list[int]:
    """Return where sentences begin that stand glued to the one before."""
    stops = [match.end() for match in _STOP_GLUED.finditer(plain)]
    return stops + [match.start() for words in _WORDS_GLUED for match in words.finditer(plain)]


_DASHED = re.compile(r"(?<=[^\s-]) - (?=[\u4e00-\u9fff])")
_LIST = 3
"""Items from which on dashes within a line are those of a list whose line breaks were lost."""


def _flattened(low: str) -> list[int]:
    """Return where items of a Chinese list begin that was made one line: `核心观点 - 铜价上涨 - 铝库存下降 - 锌矿减产`."""
    places = [found.start() + 1 for found in _DASHED.finditer(low)]
    if len(places) < _LIST:
        return []
    lines = [low.rfind("\n", 0, at) for at in places]
    return [at for at, line in zip(places, lines, strict=True) if lines.count(line) >= _LIST]


_UNITS = ("lb.", "lbs.", "oz.", "bbl.", "pct.")
"""Abbreviated measures, which end a sentence as often as not: `to $48 per lb. Uranium rose`."""
_TONNES = re.compile(r"(?:./|\d )mt\.")
"""Tonnes behind their number or price, where no mountain's name begins: `to 9,000 yuan/mt. Mills bought little`, `by 400 mt. The rate`."""
_FIRMS = ("inc.", "corp.", "co.", "ltd.", "llc.", "plc.", "bros.")
_BEGINS = re.compile(
    r" (?:The|A|An|In|On|At|It|Its|This|These|That|One|As|For|Under|With|He|She|They|We|Our|However|Meanwhile|Both|There|When|While|After|By|Shares|Production|Last|Total)\b"
)
"""A word of grammar with a capital, which is no part of a name."""


def _goes_on(folded: Folded, start: int, at: int) -> bool:
    """Tell whether something stands right behind an abbreviation, in its line; behind a firm's, a new sentence may begin."""
    rest = folded.low[at : at + 2]
    if rest[:1] == "\n" or not rest.strip():
        return False
    if folded.low.endswith(_UNITS, 0, start + 1) or _TONNES.match(folded.low, start - 4):
        return rest.strip()[:1] == folded.plain[at : at + 2].strip()[:1]
    return not (folded.low.endswith(_FIRMS, 0, start + 1) and _BEGINS.match(folded.plain, at))


def _bounded(low: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Cut an endless sentence into pieces that can be worked on."""
    while end - start > MAX_SENTENCE:
        cut = max(low.rfind(mark, start + MAX_SENTENCE // 2, start + MAX_SENTENCE) for mark in (", ", ",", " "))
        cut = cut + 1 if cut > start else start + MAX_SENTENCE
        yield start, cut
        start = cut
    rest = low[start:end].lstrip()
    if rest:
        yield end - len(rest), end - len(rest) + len(rest.rstrip())


def holds_any(text: str, words: Iterable[str], start: int, end: int) -> bool:
    """Tell whether a part of a text holds any of the words; this is many times faster than a pattern that begins with them."""
    for word in words:  # noqa: SIM110 - a generator would cost more than the search
        if text.find(word, start, end) >= 0:
            return True
    return False


def different(words: re.Pattern[str], text: str, end: int) -> int:
    """Count the different words of a kind that a text has before a place."""
    return len({found.group() for found in words.finditer(text, 0, end)})


def continues_word(text: str, at: int, joints: str) -> bool:
    """Tell whether the letters or digits at a place go on something that stands before it."""
    before = text[at - 1]
    return text[at].isascii() and before.isascii() and (before.isalnum() or before in joints)
