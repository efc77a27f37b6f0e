"""Folding: the one form in which names, triggers and articles are compared, and the way back to the stored text.

Upper and lower case, accents, full-width characters, typographic quotes, and traditional and simplified characters are made
one. Nearly every text folds one character to one, so offsets stay; only where composed and decomposed forms differ in length
(`é` as two code points, ligatures, `㎏`) a map back is kept.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

_TYPOGRAPHIC = {
    "‘": "'", "’": "'", "‛": "'", "′": "'", "“": '"', "”": '"', "„": '"', "‐": "-", "‑": "-", "‒": "–",
    "−": "-", "﹣": "-", "\u00a0": " ", "\u2002": " ", "\u2003": " ", "\u2004": " ", "\u2005": " ", "\u2006": " ", "\u2007": " ",
    "\u2008": " ", "\u2009": " ", "\u200a": " ", "\u202f": " ", "\u3000": " ", "\ufeff": " ", "\u200b": " ", "﹪": "%", "…": " ", "™": " ", "℠": " ", "²": "2", "³": "3", "¹": "1", "´": "'", "⁄": "/", "¨": " ", "¸": " ", "¯": " ",
}  # fmt: skip

FEW = 16
"""Up to so many kinds of characters are replaced one by one."""
MAX_MARKS = 32
"""Marks that belong to one letter; more is an attack."""
_ASCII = bytes(range(128))
_LONE = re.compile("[\ud800-\udfff]")
"""Halves of characters, which no encoding and so no scanner takes."""


@dataclass(frozen=True)
class Folded:
    """A folded text. `low` is what is searched; `plain` keeps the case; both have the same length.

    `starts` and `ends` give, for each folded character, where the stored characters that it stands for begin and end; empty
    when folded and stored offsets are equal.
    """

    stored: str
    plain: str
    low: str
    starts: tuple[int, ...] = field(default=(), repr=False)
    ends: tuple[int, ...] = field(default=(), repr=False)

    def back(self, start: int, end: int) -> tuple[int, int]:
        """Return the stored span of a folded span."""
        if not self.starts:
            return start, end
        if start >= end:
            place = self.starts[start] if start < len(self.starts) else len(self.stored)
            return place, place
        return self.starts[start], self.ends[end - 1]


def fold(text: str) -> Folded:
    """Fold a text, keeping the way back. Total: any string, also one with lone surrogates, folds."""
    if text.isascii():
        return Folded(text, text, _lowered(text))
    whole = _LONE.sub("\ufffd", text) if _LONE.search(_beyond_ascii(text)) else text
    plain = _translated(whole)
    if _is_settled(plain):
        return Folded(text, plain, _lowered(plain))
    return _fold_clusters(text, whole)


def fold_word(word: str) -> str:
    """Fold a word of a lexicon or a rule for comparison with `Folded.low`; one that is folded comes back itself, and is kept once."""
    low = word.lower() if word.isascii() else _low_of(word)
    return word if low == word else low


_HAN = re.compile("[\u4e00-\u9fff]+")
"""Characters that have no other form of Unicode, no marks and no case."""


def _low_of(word: str) -> str:
    if _HAN.fullmatch(word) and _changing().isdisjoint(word):
        return word  # Chinese that no table changes, as most Chinese names are
    if not _LONE.search(word):
        plain = _translated(word)
        if _is_settled(plain):
            return _lowered(plain)
    return fold(word).low


def _beyond_ascii(text: str) -> str:
    """Return the characters of a text that are not ASCII, in their order: few in English, and all that folding has to look at."""
    return text.encode("utf-8", "surrogatepass").translate(None, _ASCII).decode("utf-8", "surrogatepass")


def _translated(text: str) -> str:
    """Translate by the table; where few characters change, by replacing those, which is much faster."""
    table = _table()
    changing = _changing().intersection(_beyond_ascii(text))
    if len(changing) > FEW:
        return text.translate(table)
    for char in changing:
        text = text.replace(char, table[ord(char)])
    return text


_MEGA = re.compile(r"(?<=\d)([ -]?)Mt(?![A-Za-z])")
"""Megatonnes behind a number; a metric ton is written `mt` or `MT`."""


_PLANS = re.compile("(?<=[计规企筹策谋擘])画")
"""The second character of 計畫, 規畫 and their like, which Taiwan writes as that of a picture."""


def _lowered(plain: str) -> str:
    if "Mt" in plain:
        plain = _MEGA.sub(r"\1Mŧ", plain)
    if "画" in plain:
        plain = _PLANS.sub("划", plain)
    low = plain.lower()
    return low if len(low) == len(plain) and "\u0130" not in plain else plain.translate(_lower())


def _is_settled(plain: str) -> bool:
    beyond = _beyond_ascii(plain)
    return unicodedata.is_normalized("NFKC", beyond) and not any(map(unicodedata.combining, set(beyond)))


def _fold_clusters(stored: str, text: str) -> Folded:
    """Fold what does not fold one to one (a letter and its marks, ligatures) by itself, and note where it came from."""
    table = _table()
    odd = "".join(char for char in set(text) if _is_odd(char, table))
    out: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    place = 0
    for match in re.finditer(f"[^{re.escape(odd)}]?[{re.escape(odd)}]+" if odd else "(?!)", text):
        _plain_run(text, place, match.start(), (out, starts, ends))
        for start, end in _clusters(text, match.start(), match.end()):
            folded = unicodedata.normalize("NFKC", text[start:end]).translate(table)
            if not folded.isascii():
                folded = "".join(c for c in folded if not unicodedata.combining(c)).translate(table)
            out.append(folded)
            starts.extend([start] * len(folded))
            ends.extend([end] * len(folded))
        place = match.end()
    _plain_run(text, place, len(text), (out, starts, ends))
    plain = "".join(out)
    return Folded(stored, plain, _lowered(plain), tuple(starts), tuple(ends))


def _is_odd(char: str, table: dict[int, str]) -> bool:
    plain = char.translate(table)
    return bool(unicodedata.combining(char)) or len(plain) != 1 or unicodedata.normalize("NFKC", plain) != plain


def _plain_run(text: str, start: int, end: int, to: tuple[list[str], list[int], list[int]]) -> None:
    if start < end:
        to[0].append(_translated(text[start:end]))
        to[1].extend(range(start, end))
        to[2].extend(range(start + 1, end + 1))


def _clusters(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Cut a run into characters, each with the marks that follow it."""
    while start < end:
        stop = start + 1
        while stop < end and stop - start < MAX_MARKS and unicodedata.combining(text[stop]):
            stop += 1
        yield start, stop
        start = stop


@cache
def _table() -> dict[int, str]:
    """One character for one: simplified for traditional, ASCII for full width and typographic, base for accented letter."""
    table = dict(_TYPOGRAPHIC)
    for code in range(0xFF01, 0xFF5F):
        if chr(code) not in "，：；！？（）":
            table[chr(code)] = chr(code - 0xFEE0)
    table |= dict(zip("，：；！？（）", ",:;!?()", strict=True))
    for code in range(0xC0, 0x250):
        base = unicodedata.normalize("NFKD", chr(code))
        if len(base) > 1 and base[0].isascii() and base[0].isalpha():
            table[chr(code)] = base[0]
    table |= {pair[0]: pair[1] for pair in _hanzi()}
    return {ord(key): value for key, value in table.items()}


@cache
def _changing() -> frozenset[str]:
    """Return the characters that the table changes; none of those that it makes is one of them."""
    return frozenset(map(chr, _table()))


@cache
def _lower() -> dict[int, str]:
    """Lower case where that keeps the length."""
    codes = (*range(0x41, 0x5B), *range(0xC0, 0x600))
    return {code: chr(code).lower() for code in codes if len(chr(code).lower()) == 1 and chr(code).lower() != chr(code)}


def _hanzi() -> list[str]:
    text = (Path(__file__).parent / "hanzi.txt").read_text(encoding="utf-8")
    return [
        pair for line in text.splitlines() if not line.startswith("#") for pair in line.split(" ") if len(pair) == 2
    ]
