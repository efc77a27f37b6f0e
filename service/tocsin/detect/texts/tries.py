"""Patterns that find the longest of many literals at one place, forwards or on a reversed prefix.

A flat alternation of some hundred words tries each of them; one that branches by character tries a handful. A word that
ends in a letter matches only where no letter or digit goes on, so `t` is not found in `two`.
"""

import re
from collections.abc import Iterable

_Node = dict[str, "_Node"]
_END = "(?![a-z0-9])"
_LETTERS = frozenset("abcdefghijklmnopqrstuvwxyz")


def longest_of(words: Iterable[str]) -> str:
    """Return the source of a pattern that matches the longest of the words standing at a place."""
    root: _Node = {}
    for word in words:
        node = root
        for character in word:
            node = node.setdefault(character, {})
        node["end of letters" if word[-1] in _LETTERS else "end"] = {}
    return _branch(root)


def longest_before(words: Iterable[str]) -> re.Pattern[str]:
    """Compile a pattern for reversed text: it matches, backwards, the longest of the words that end at a place."""
    return re.compile(longest_of(word[::-1] for word in words))


def _branch(node: _Node) -> str:
    options = [
        re.escape(character) + _branch(child) for character, child in sorted(node.items()) if len(character) == 1
    ]
    if "end of letters" in node:
        options.append(_END)
    elif "end" in node:
        options.append("")
    return options[0] if len(options) == 1 else f"(?:{'|'.join(options)})"
