"""Hits: the words of rules and lexicons that were found in an article, and what of them stands in one sentence."""

import re
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any, NamedTuple

from tocsin.rules.loader import FrameGroups

MAX_HITS = 28
"""Words of one kind that a sentence may have; a real one has fewer, and binding compares each with each."""
MAX_PARTS = 240
"""Parts of frames that a sentence may have, where one word counts for each group that holds it; of a group as many as of a kind."""
MASS_OF = re.compile(
    r"\d (?:million |billion |mln )?(?:tonnes?|tons?|metric tons|t|mt|kt|kg|kilos?|kilograms?|ounces|oz|barrels|bbl|pounds|lbs?|grams?|bushels|litres|liters|gallons) of (?:[a-z-]+ ){0,2}\Z"
)
"""An amount of goods: `14 kg of smuggled gold`."""


class Hit(NamedTuple):
    """A word of a rule or lexicon in the folded text; a tuple, since thousands are made for an article."""

    start: int
    end: int
    kind: str
    id: str
    data: Any
    weak: bool = False


Fitting = tuple[str, dict[str, list[Hit]], list[int]]
"""A pack, the hits of its groups of words, and the numbers of its frames whose groups all have one."""


def _fitting(parts: Sequence[Hit], packs: Mapping[str, FrameGroups]) -> list[Fitting]:
    by_pack: dict[str, dict[str, list[Hit]]] = {}
    for hit in parts:
        group = by_pack.setdefault(hit.id, {}).setdefault(hit.data, [])
        if len(group) < MAX_HITS:
            group.append(hit)
    fitting: list[Fitting] = []
    for name, groups in by_pack.items():
        frames, here = packs[name], groups.keys()
        places = [place for group in groups for place in frames.by_group.get(group, ()) if frames.needed[place] <= here]
        if places:
            fitting.append((name, groups, sorted(places)))
    return fitting


class Found:
    """The hits of one sentence, by kind, each list in the order of the text.

    `named` are commodities within names of companies, mines and projects (Boroo Gold), which only some packs count.
    """

    __slots__ = (
        "_fitting", "bodies", "commodities", "companies", "context", "countries", "cues", "forms", "hints", "moves", "named", "parts",
        "phrases", "subjects",
    )  # fmt: skip

    def __init__(self) -> None:
        self.moves: list[Hit] = []
        self.subjects: list[Hit] = []
        self.phrases: list[Hit] = []
        self.parts: list[Hit] = []
        self.commodities: list[Hit] = []
        self.hints: list[Hit] = []
        self.named: list[Hit] = []
        self.forms: list[Hit] = []
        self.companies: list[Hit] = []
        self.bodies: list[Hit] = []
        self.countries: list[Hit] = []
        self.cues: dict[str, list[Hit]] = {}
        self.context: set[str] = set()
        self._fitting: Sequence[Fitting] | None = None

    def fitting(self, packs: Mapping[str, FrameGroups]) -> Sequence[Fitting]:
        """Return the packs with frames whose groups of words all stand here, worked out once."""
        if self._fitting is None:
            self._fitting = _fitting(self.parts, packs) if self.parts else ()
        return self._fitting

    def has_trigger(self, packs: Mapping[str, FrameGroups]) -> bool:
        """Tell whether anything here could begin a signal."""
        return bool(
            self.phrases
            or self.fitting(packs)
            or (self.moves and (self.subjects or self.commodities or self.companies))
        )

    def names(self) -> list[Hit]:
        """Return the goods and the bodies that are named here, in whose names no other word is looked for."""
        return [*self.commodities, *self.companies, *self.bodies]

    def cue(self, name: str) -> list[Hit]:
        """Return the cues of that name."""
        return self.cues.get(name, [])


Context = tuple[int, int, str]
"""Start and end of a word that tells what a weak word means, and the commodity it belongs to; none where it is a word of trade."""
make_hit: Callable[[tuple[int, int, str, str, Any, bool]], Hit] = partial(tuple.__new__, Hit)
"""Makes a hit without a call of Python's."""
NOTHING = Found()
"""What stands for every sentence without hits, most of those off topic. It is never changed."""
