"""Drafts: candidates with everything bound to them, on the way to signals."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Literal

from tocsin.detect.quantities.amounts import Amount
from tocsin.detect.scenes.scene import Candidate
from tocsin.detect.texts.text import Sentence
from tocsin.detect.words.hits import Hit
from tocsin.detect.words.names import Name
from tocsin.messages import Modality, Span


@dataclass(slots=True)
class Draft:
    """One fact as one sentence tells it. Spans are still those of the folded text."""

    candidate: Candidate
    sentence: Sentence
    modality: Modality
    why: str
    """The words or the rule by which it has its modality."""
    commodities: list[Hit] = field(default_factory=list)
    forms: list[Hit] = field(default_factory=list)
    companies: list[Hit] = field(default_factory=list)
    bodies: list[Hit] = field(default_factory=list)
    countries: list[Hit] = field(default_factory=list)
    names: list[Name] = field(default_factory=list)
    roles: dict[int, Literal["buyer", "seller"]] = field(default_factory=dict)
    """The parts of companies, by where their names begin, where the words tell them."""
    amounts: dict[str, Amount] = field(default_factory=dict)
    periods: list[tuple[str, Span]] = field(default_factory=list)
    contract: tuple[str, Span] | None = None
    day: tuple[str, Span] | None = None
    until: tuple[str, Span] | None = None
    """The day on which a measure or a stop ends, or by how long it is prolonged."""
    grade: tuple[str, Span] | None = None
    route: list[Hit] = field(default_factory=list)
    place: Hit | None = None
    further: Span | None = None
    """The words that make it one more of its kind: `another 240,000 tonnes`."""
    former: Amount | None = None
    """What its number was before: `raised from 0.8 million`."""
    carried: bool = False
    """Whether another sentence names its goods."""
    total: bool = False
    """Whether its clause tells a move over a longer time: 累计下跌."""
    since_long: bool = False
    """Whether its change is counted from last year or the year's start on: 同比上涨18%."""
    standing: bool = False
    """Whether it tells how things stand rather than what has changed: 供应偏紧."""
    tally: bool = False
    """Whether it counts those that did it: `12 producers cut output`, beside the figure of all."""
    listed: bool = False
    """Whether its sentence is an item of a list or digest."""
    relevance: int = 0
    confidence: float = 0.5
    also: list[Sentence] = field(default_factory=list)
    """Further sentences that tell it."""
    _told: tuple[list[Hit], tuple[str, ...]] | None = field(default=None, init=False, repr=False, compare=False)
    """The list of commodities from which the ids were last read, and these; they are asked for many times."""

    type: str = field(init=False, repr=False, compare=False)
    """The signal type of its candidate."""
    direction: str = field(init=False, repr=False, compare=False)
    """The direction of its candidate."""

    def __post_init__(self) -> None:
        """Read type and direction once; they are asked for a hundred times."""
        self.type, self.direction = self.candidate.type, self.candidate.direction

    def become(self, candidate: Candidate) -> None:
        """Tell what another candidate tells."""
        self.candidate, self.type, self.direction = candidate, candidate.type, candidate.direction

    @property
    def ids(self) -> tuple[str, ...]:
        """The commodities' ids, each once, in the order of the text."""
        if self._told is None or self._told[0] is not self.commodities:
            self._told = (self.commodities, tuple(dict.fromkeys([hit.id for hit in self.commodities])))
        return self._told[1]


Ancestors = Callable[[str], Iterable[str]]
