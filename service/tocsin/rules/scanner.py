"""The scan: one pass over a text finds every word of all lexicons and rules, however many there are.

The automaton reports overlapping matches; word boundaries are checked afterwards, since asking for the longest match first
would hide a shorter one that stands on its own. A backend must find exactly what `str.find` of every word would.
"""

import re
from collections.abc import Container, Iterable, Sequence
from typing import Protocol

import ahocorasick_rs

Match = tuple[int, int, int]
"""Index of the pattern, start, end."""


class Scanner(Protocol):
    """Finds patterns in a text."""

    def scan(self, text: str) -> list[Match]:
        """Return every occurrence of every pattern, overlapping ones too, that does not cut a word in two."""
        ...


_FEW = 4096
"""Characters of all words up to which the faster automaton is small; of more it takes more room than it is worth."""


def _automaton(words: Sequence[str]) -> ahocorasick_rs.AhoCorasick:
    kinds = ahocorasick_rs.Implementation
    kind = kinds.DFA if sum(map(len, words)) <= _FEW else kinds.ContiguousNFA
    return ahocorasick_rs.AhoCorasick(words, implementation=kind, store_patterns=False)


class AutomatonScanner:
    """The scanner on ahocorasick_rs."""

    def __init__(self, patterns: Sequence[str]) -> None:
        self._open_left = _letters("".join([pattern[0] for pattern in patterns]))
        self._open_right = _letters("".join([pattern[-1] for pattern in patterns]))
        self._automaton = _automaton(patterns)

    def scan(self, text: str) -> list[Match]:
        """Return every occurrence in the order of its end."""
        found: list[Match] = self._automaton.find_matches_as_indexes(text, overlapping=True)
        left, right = self._open_left, self._open_right
        for index, _, _ in found:
            if left[index] or right[index]:
                break
        else:
            return found  # Chinese alone, which has no boundaries to check
        wordy = _wordy(text)
        return [
            match
            for match in found
            for index, start, end in (match,)
            if not (wordy[start] and left[index]) and not (wordy[end + 1] and right[index])
        ]


_WORDY = bytes(code < 128 and chr(code).isalnum() for code in range(256))
_PRICED = re.compile(r"\d(?<=[A-Za-z]{3}\d)[\d.,]*(?=万?(?:美|港|日|欧)?元)")
"""A price that stands without a space at the Latin symbol of its goods in a Chinese text: `PTA4870元`."""
_DECIMALS = tuple([re.compile(rf"{point}(?<=\d.)(?=\d)") for point in (r"\.", ",")])
"""The point within a number, behind which a word that ends in a digit is not over: `was 0.5`. A pattern for each, found by its first
character, takes a tenth of the time of one for both."""
_FOREIGN = re.compile("[^\x00-\x7f\u2e80-\U0010ffff]+")
"""Letters of other alphabets among other signs. From U+2E80 on characters stand for themselves, without boundaries to check."""


def _wordy(text: str) -> bytearray:
    """Tell for each character whether it belongs to a word written with spaces, and for the places around the text that none does."""
    told = _letters(f"?{text}?")
    for decimal in _DECIMALS:
        for point in decimal.finditer(text):
            told[point.start() + 1] = 1
    if "元" in text:
        for price in _PRICED.finditer(text):
            told[price.start() + 1] = 0
    return told


def _letters(text: str) -> bytearray:
    """Tell for each character whether it belongs to a word written with spaces; Chinese characters stand for themselves."""
    told = bytearray(text.encode("ascii", "replace").translate(_WORDY))
    if not text.isascii():
        for run in _FOREIGN.finditer(text):
            told[run.start() : run.end()] = bytes(map(str.isalnum, run.group()))
    return told


class Literals:
    """Groups of literals: one pass tells of which groups a text holds any, also inside words, a bit for each group.

    It spares searching a text by pattern after pattern of which most find nothing. After a literal of `whole` no letter or
    digit goes on.
    """

    def __init__(self, groups: Iterable[Iterable[str]], whole: Container[str] = ()) -> None:
        bits: dict[str, int] = {}
        self._groups = 0
        for place, group in enumerate(groups):
            self._groups = place + 1
            for literal in group:
                bits[literal] = bits.get(literal, 0) | 1 << place
        self.bits = tuple(bits.values())
        """The groups of each literal."""
        self._whole = tuple(literal in whole for literal in bits)
        self._bounded = any(self._whole)
        self._automaton = _automaton(tuple(bits))

    def scan(self, text: str) -> list[Match]:
        """Return every occurrence, in the order of its end; the index counts the literals as they were given."""
        found: list[Match] = self._automaton.find_matches_as_indexes(text, overlapping=True)
        if not self._bounded:
            return found
        whole, length = self._whole, len(text)
        return [
            match for match in found if not whole[match[0]] or match[2] == length or text[match[2]] not in _GOING_ON
        ]

    def counts(self, text: str) -> list[int]:
        """Return how many literals of each group stand in the text."""
        counts = [0] * self._groups
        for index, _, _ in self.scan(text):
            bits = self.bits[index]
            for group in range(self._groups):
                counts[group] += bits >> group & 1
        return counts

    def told(self, text: str) -> int:
        """Return the groups of which the text holds any, as bits."""
        told = 0
        for index, _, _ in self.scan(text):
            told |= self.bits[index]
        return told


_GOING_ON = frozenset("abcdefghijklmnopqrstuvwxyz0123456789")
