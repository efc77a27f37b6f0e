"""The scan: one pass over a text finds every word of all lexicons and rules, however many there are.

The automaton reports overlapping matches; word boundaries are checked afterwards, since asking for the longest match first
would hide a shorter one that stands on its own. A backend must find exactly what `str.find` of every word would.
"""

from collections.abc import Container, Iterable, Sequence
from typing import Protocol

import ahocorasick_rs

CJK = "\u2e80"
"""From here on characters stand for themselves: a word of theirs has no boundary to check."""
Match = tuple[int, int, int]
"""Index of the pattern, start, end."""


class Scanner(Protocol):
    """Finds patterns in a text."""

    def scan(self, text: str) -> list[Match]:
        """Return every occurrence of every pattern, overlapping ones too, that does not cut a word in two."""
        ...


class AutomatonScanner:
    """The scanner on ahocorasick_rs."""

    def __init__(self, patterns: Sequence[str]) -> None:
        self._patterns = patterns
        self._open_left = [_is_wordy(pattern[0]) for pattern in patterns]
        self._open_right = [_is_wordy(pattern[-1]) for pattern in patterns]
        self._automaton = ahocorasick_rs.AhoCorasick(
            patterns, implementation=ahocorasick_rs.Implementation.ContiguousNFA, store_patterns=False
        )

    def scan(self, text: str) -> list[Match]:
        """Return every occurrence in the order of its end."""
        left, right, length = self._open_left, self._open_right, len(text)
        found: list[Match] = []
        for match in self._automaton.find_matches_as_indexes(text, overlapping=True):
            index, start, end = match
            if left[index] and start and (char := text[start - 1]) < CJK and char.isalnum():
                continue
            if right[index] and end < length and (char := text[end]) < CJK and char.isalnum():
                continue
            found.append(match)
        return found


class Literals:
    """Groups of literals: one pass tells of which groups a text holds any, also inside words, a bit for each group.

    It spares searching a text by pattern after pattern of which most find nothing. After a literal of `whole` no letter or
    digit goes on.
    """

    def __init__(self, groups: Iterable[Iterable[str]], whole: Container[str] = ()) -> None:
        bits: dict[str, int] = {}
        for place, group in enumerate(groups):
            for literal in group:
                bits[literal] = bits.get(literal, 0) | 1 << place
        self.bits = tuple(bits.values())
        """The groups of each literal."""
        self._whole = tuple(literal in whole for literal in bits)
        self._automaton = ahocorasick_rs.AhoCorasick(
            tuple(bits), implementation=ahocorasick_rs.Implementation.ContiguousNFA, store_patterns=False
        )

    def scan(self, text: str) -> list[Match]:
        """Return every occurrence, in the order of its end; the index counts the literals as they were given."""
        whole, length = self._whole, len(text)
        return [
            match
            for match in self._automaton.find_matches_as_indexes(text, overlapping=True)
            if not whole[match[0]] or match[2] == length or text[match[2]] not in _GOING_ON
        ]

    def told(self, text: str) -> int:
        """Return the groups of which the text holds any, as bits."""
        told = 0
        for index, _, _ in self.scan(text):
            told |= self.bits[index]
        return told


_GOING_ON = frozenset("abcdefghijklmnopqrstuvwxyz0123456789")


def _is_wordy(char: str) -> bool:
    """Tell whether the character belongs to a word written with spaces; Chinese characters stand for themselves."""
    return char.isalnum() and char < CJK
