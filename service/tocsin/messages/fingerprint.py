"""Fingerprints as they travel, and how two of them are compared.

A fingerprint is a MinHash sketch of an article's word triples: `PERMUTATIONS` values of 16 bits in hexadecimal. The share of
equal values estimates which share of their triples two texts have in common (1 for copies, near 0 for strangers); an empty
fingerprint resembles nothing.
"""

import struct
from collections.abc import Sequence

PERMUTATIONS = 64
_DIGITS = 4


def pack_sketch(values: Sequence[int]) -> str:
    """Write the lowest 16 bits of each value of a sketch."""
    return struct.pack(f">{len(values)}H", *[value & 0xFFFF for value in values]).hex()


def similarity(a: str, b: str) -> float:
    """Return the estimated share of word triples that two texts have in common, 0 to 1."""
    if not a or len(a) != len(b):
        return 0.0
    places = range(0, len(a), _DIGITS)
    return sum(a[i : i + _DIGITS] == b[i : i + _DIGITS] for i in places) / len(places)
