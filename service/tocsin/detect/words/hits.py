"""Hits: the words of rules and lexicons that were found in an article, and what of them stands in one sentence."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from typing import Any, NamedTuple

from tocsin.rules.loader import FrameGroups, Group, group_of

MAX_HITS = 28
"""Words of one kind that a sentence may have; a real one has fewer, and binding compares each with each."""
MAX_PARTS = 240
"""Parts of frames that a sentence may have, where one word counts for each group that holds it; of a group as many as of a kind."""
MASS_OF = re.compile(
    r"\d ?(?:million |billion |mln )?(?:(?:(?:wet|dry|short|long|gross) )?(?:metric )?(?:tonnes?|tons?)|wmt|dmt|t|m[tŧ]|kt|koz|moz|kg|kilos?|kilograms?|ounces|oz|barrels|bpd|b/d|bbl|pounds|lbs?|grams?|bushels|litres|liters|gallons|lakh tonnes|cargoes|truckloads|lorryloads|tankers|bags|cubic (?:met(?:re|er)s|feet)|bcm|bcf|tcf|mtpa|days' worth)(?: \([^()]{1,36}\))? of (?:[a-z-]+ ){0,2}\Z"
)
"""An amount of goods: `14 kg of smuggled gold`."""


def is_weighed(low: str, start: int) -> bool:
    """Tell whether an amount of goods stands right before a word."""
    return low.endswith(" of ", 0, start) and MASS_OF.search(low, max(0, start - 48), start) is not None


class Hit(NamedTuple):
    """A word of a rule or lexicon in the folded text; a tuple, since thousands are made for an article."""

    start: int
    end: int
    kind: str
    id: str
    data: Any
    weak: bool = False


class StandIn(NamedTuple):
    """A pronoun as the subject it stands for, with the goods of that subject; none where the text has to tell them."""

    subject: Hit
    commodities: Sequence[Hit]
    told: Hit | None = None
    """The noun it stands for, where one was read: what it says of the measure stands there."""


make_hit: Callable[[tuple[int, int, str, str, Any, bool]], Hit] = partial(tuple.__new__, Hit)
"""Makes a hit without a call of Python's."""
PartWord = tuple[int, int, tuple[Group, ...]]
"""Start and end of a word of frames, and the groups that it belongs to; a hit for each is made only where a frame fits."""


class Parts:
    """The words of a pack's frames in a sentence; the hits of a group are made when a frame first asks for it."""

    __slots__ = ("_hits", "_pack", "_words")

    def __init__(self, pack: str, words: Sequence[PartWord]) -> None:
        self._pack = pack
        self._words = words
        self._hits: dict[str, Sequence[Hit]] = {}

    def of(self, name: str) -> Sequence[Hit]:
        """Return the hits of a group, no more than of a kind of word."""
        hits = self._hits.get(name)
        if hits is None:
            pack, group = self._pack, group_of(self._pack, name)
            places = [(start, end) for start, end, groups in self._words if group in groups]
            hits = self._hits[name] = [
                make_hit((start, end, "part", pack, name, False)) for start, end in places[:MAX_HITS]
            ]
        return hits

    def without(self, drop: Callable[[Hit], bool], names: Iterable[str]) -> "Parts":
        """Return the same without some hits, in the groups of those names."""
        kept = Parts(self._pack, self._words)
        kept._hits = {name: [hit for hit in self.of(name) if not drop(hit)] for name in names}
        return kept


Fitting = tuple[str, Parts, list[int]]
"""A pack, the words of its frames, and the numbers of its frames whose groups all have one."""


def _fitting(words: Sequence[PartWord], frames: FrameGroups) -> list[Fitting]:
    here: set[Group] = set().union(*[groups for _, _, groups in words])
    places: dict[str, list[int]] = {}
    for first in frames.by_group.keys() & here:
        for partner, pack, place, needed in frames.by_group[first]:
            if partner in here and needed <= here:
                places.setdefault(pack, []).append(place)
    return [(name, Parts(name, words), sorted(found)) for name, found in places.items()]


class Found:
    """The hits of one sentence, by kind, each list in the order of the text.

    `doubted` are weak words of goods that nothing in the sentence makes sure of (Tin at the head of a section);
    `named` are commodities within names of companies, mines and projects (Boroo Gold), which only some packs count.
    """

    __slots__ = (
        "_cues",
        "_find_cues",
        "_fitting",
        "_room",
        "bodies",
        "commodities",
        "companies",
        "context",
        "countries",
        "doubted",
        "forms",
        "hints",
        "moves",
        "named",
        "phrases",
        "subjects",
        "words",
    )  # fmt: skip

    def __init__(self) -> None:
        self.moves: list[Hit] = []
        self.subjects: list[Hit] = []
        self.phrases: list[Hit] = []
        self.words: list[PartWord] = []
        self._room = MAX_PARTS
        self.commodities: list[Hit] = []
        self.doubted: list[Hit] = []
        self.hints: list[Hit] = []
        self.named: list[Hit] = []
        self.forms: list[Hit] = []
        self.companies: list[Hit] = []
        self.bodies: list[Hit] = []
        self.countries: list[Hit] = []
        self._cues: dict[str, list[Hit]] = {}
        self._find_cues: Callable[[], dict[str, list[Hit]]] | None = None
        self.context: set[str] = set()
        self._fitting: Sequence[Fitting] | None = None

    def add(self, word: PartWord) -> None:
        """Note a word of frames, as far as a sentence may have parts."""
        room, groups = self._room, word[2]
        if room > 0:
            self.words.append(word if len(groups) <= room else (*word[:2], groups[:room]))
            self._room = room - len(groups)

    def fitting(self, frames: FrameGroups) -> Sequence[Fitting]:
        """Return the packs with frames whose groups of words all stand here, worked out once."""
        if self._fitting is None:
            self._fitting = _fitting(self.words, frames) if self.words else ()
        return self._fitting

    def parts(self) -> Iterator[Hit]:
        """Yield a hit for each group of frames that a word here belongs to."""
        for start, end, groups in self.words:
            for group in groups:
                pack, _, name = group.partition("/")
                yield make_hit((start, end, "part", pack, name, False))

    def has_trigger(self, frames: FrameGroups) -> bool:
        """Tell whether anything here could begin a signal."""
        return bool(
            self.phrases
            or self.fitting(frames)
            or (self.moves and (self.subjects or self.commodities or self.companies))
        )

    def names(self) -> list[Hit]:
        """Return the goods and the bodies that are named here, in whose names no other word is looked for."""
        return [*self.commodities, *self.companies, *self.bodies]

    def seek_cues(self, find: Callable[[], dict[str, list[Hit]]]) -> None:
        """Tell how the cues are found: only where one is asked for, since most sentences off topic tell nothing to doubt."""
        self._find_cues = find

    @property
    def cues(self) -> dict[str, list[Hit]]:
        """The cues by name."""
        self.cue("")
        return self._cues

    def cue(self, name: str) -> list[Hit]:
        """Return the cues of that name."""
        if self._find_cues is not None:
            self._cues, self._find_cues = self._find_cues(), None
        return self._cues.get(name, [])


Context = tuple[int, int, str]
"""Start and end of a word that tells what a weak word means, and the commodity it belongs to; none where it is a word of trade."""
NOTHING = Found()
"""What stands for every sentence without hits, most of those off topic. It is never changed."""
