"""The scan: one pass over a text finds every word of all lexicons and rules, however many there are.

The automaton reports overlapping matches; word boundaries are checked afterwards, since asking for the longest match first
would hide a shorter one that stands on its own. A backend must find exactly what `str.find` of every word would.
"""

from collections.abc import Sequence
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


def _is_wordy(char: str) -> bool:
    """Tell whether the character belongs to a word written with spaces; Chinese characters stand for themselves."""
    return char.isalnum() and char < CJK
