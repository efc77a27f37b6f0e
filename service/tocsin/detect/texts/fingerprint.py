"""Fingerprint: a short sketch of an article's words, by which copies are known; compared in messages.fingerprint."""

import re

from rensa import RMinHash

from tocsin.messages.fingerprint import PERMUTATIONS, pack_sketch

_HAN = "\u4e00"
"""Where Chinese characters begin, each of which is a word."""
_CHINESE = re.compile("[\u4e00-\u9fff]")
_RUN = re.compile("[a-z0-9]+|[\u4e00-\u9fff]+")
_APART = bytes(code if code < 128 and chr(code).isalnum() else 32 for code in range(256))
"""A space for everything between words of plain text."""
SHINGLE = 3
MAX_TOKENS = 4000
SEED = 7


def fingerprint(low: str) -> str:
    """Return the sketch of a folded text; empty for a text without words."""
    tokens = _tokens(low)[:MAX_TOKENS]
    if not tokens:
        return ""
    runs = zip(*(tokens[i:] for i in range(SHINGLE)), strict=False)  # as far as the shortest goes
    shingles = list(map(" ".join, runs)) or [" ".join(tokens)]
    sketch = RMinHash(num_perm=PERMUTATIONS, seed=SEED)
    sketch.update(shingles)  # a minimum for each permutation, so neither order nor repetition is anything
    return pack_sketch(sketch.digest())


def _tokens(low: str) -> list[str]:
    """Return runs of letters and digits, and Chinese characters by themselves."""
    if low.isascii() or not _CHINESE.search(low):
        return low.encode("ascii", "replace").translate(_APART).decode("ascii").split()
    tokens: list[str] = []
    for run in _RUN.findall(low):
        if run < _HAN:
            tokens.append(run)
        else:
            tokens.extend(run)
    return tokens
