"""Who publishes as a state: a ministry's own notice names its country nowhere but in its head.

`The export of ore is prohibited`, published by the ministry itself, is that country's measure. A body that the lexicon knows
gives its country; of others the name tells, where it is an office's: the Ministry of Trade of Zambia.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache

_OFFICE = re.compile(
    r"\b(?:ministry|ministers?|department|government|customs|commission|directorate|bureau|authority|administration|secretariat|treasury|cabinet|gazette|council)\b"
    r"|(?:部|局|署|总局|委员会|海关|政府|内阁|国务院)$"
)
_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
_LONGEST = 4
"""Words of a country's name."""
_LONGEST_ZH = 6
"""Characters of it in Chinese."""


@dataclass(frozen=True)
class Offices:
    """`bodies` gives id and country of state bodies, `countries` the code of countries, by their names in lower case."""

    bodies: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    countries: Mapping[str, str] = field(default_factory=dict)

    def find(self, publisher: str | None) -> tuple[str | None, str] | None:
        """Return the id (None: of no known body) and the country of the office that publishes; None where it is no office."""
        if publisher is None:
            return None
        name = publisher.strip().casefold()
        known = self.bodies.get(name)
        if known is not None:
            return known
        if _OFFICE.search(name) is None:
            return None
        country = next((self.countries[part] for part in _parts(name) if part in self.countries), None)
        return None if country is None else (None, country)


@lru_cache(maxsize=1024)
def _parts(name: str) -> tuple[str, ...]:
    """Return what may be a country's name in an office's, the longest first."""
    words = _WORD.findall(name)
    spans = [
        " ".join(words[at : at + size])
        for size in range(min(_LONGEST, len(words)), 0, -1)
        for at in range(len(words) - size + 1)
    ]
    heads = [name[:size] for size in range(min(_LONGEST_ZH, len(name) - 1), 1, -1)] if not name.isascii() else []
    return (*spans, *heads, *(word.removesuffix("'s").removesuffix("’s") for word in words))
