"""Fingerprint: a short sketch of an article's words, by which copies are known; compared in messages.fingerprint."""

import re

from rensa import RMinHash

from tocsin.messages.fingerprint import PERMUTATIONS, pack_sketch

_TOKEN = re.compile(r"[a-z0-9]+|[\u4e00-\u9fff]")
SHINGLE = 3
MAX_TOKENS = 4000
SEED = 7


def fingerprint(low: str) -> str:
    """Return the sketch of a folded text; empty for a text without words."""
    tokens = _TOKEN.findall(low)[:MAX_TOKENS]
    if not tokens:
        return ""
    runs = zip(*(tokens[i:] for i in range(SHINGLE)), strict=False)  # as far as the shortest goes
    shingles = set(map(" ".join, runs)) or {" ".join(tokens)}
    sketch = RMinHash(num_perm=PERMUTATIONS, seed=SEED)
    sketch.update(list(shingles))  # a minimum for each permutation, so their order is nothing
    return pack_sketch(sketch.digest())
