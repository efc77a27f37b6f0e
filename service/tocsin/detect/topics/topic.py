"""Topic: what an article speaks of as a whole, so that a sentence which leaves it unsaid can be understood."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from tocsin.detect.texts.text import Sentence
from tocsin.detect.topics.sole import sole_goods
from tocsin.detect.words.hits import Found, Hit

MAIN = 0.4
"""Share of all mentions of commodities from which on the headline's is what the text is about."""


RARE = 2
"""How many times as often a text names its headline's commodity as one that it only mentions."""


NEAR = 3
"""Sentences back to which the goods last named are those spoken of, in another paragraph."""


LABEL, LABELS = 6, (" ", ":", "】")
"""Characters of a sentence within which goods label it, and what follows such a label."""


ROW = 3
"""Goods from which on a sentence names a row of them."""


def _none(_id: str) -> Sequence[str]:
    return ()


@dataclass(slots=True)
class Memory:
    """What earlier sentences spoke of: the headline's commodities, and the last ones with their paragraph."""

    groups: frozenset[str] = frozenset()
    """Commodities that name many at once."""
    firms: Mapping[str, str] = field(default_factory=dict)
    """Companies that live by one commodity."""
    states: Mapping[str, str] = field(default_factory=dict)
    """Countries whose output is of one commodity, where nothing says of which."""
    ancestors: Callable[[str], Sequence[str]] = _none
    """What goods a commodity is one of."""
    title_ids: frozenset[str] = frozenset()
    """Commodities that the headline names, in all its parts."""
    headline: list[Hit] = field(default_factory=list)
    """The same where it names them."""
    title: list[Hit] = field(default_factory=list)
    dominant: list[Hit] = field(default_factory=list)
    """What a text speaks of nearly throughout, or alone, whose headline names nothing."""
    named: list[Hit] = field(default_factory=list)
    """The commodity within the names of the headline."""
    lead: list[Hit] = field(default_factory=list)
    """What the text speaks of first, for a headline that names no commodity."""
    counts: Counter[str] = field(default_factory=Counter)
    """How often the text names each commodity."""
    topics: frozenset[str] = frozenset()
    """What the text speaks of more than once, or in its headline: what a paragraph may leave unsaid."""
    kinds: frozenset[str] = frozenset()
    """What it names that is a kind of those: the oxide in a text about rare earths."""
    main: bool = True
    """Whether the headline's commodity is what the whole text is about, and not only a digest's first matter."""
    goods: Sequence[Sequence[Hit]] = ()
    """All commodities, sentence by sentence."""
    row: list[Hit] = field(default_factory=list)
    """The last goods that a sentence named several of, which a group's name may take up again."""
    row_order: int = -99
    last: list[Hit] = field(default_factory=list)
    last_all: list[Hit] = field(default_factory=list)
    """All that the same sentence named."""
    last_order: int = -99
    last_paragraph: int = -1
    last_end: int = 0
    label: list[Hit] = field(default_factory=list)
    """The goods that label the sentences of a Chinese paragraph: `铅:`."""
    label_paragraph: int = -1
    headed: bool = False
    """Whether that was the heading of a section, of which what follows speaks."""

    def stay(self, sentence: Sentence, commodities: Sequence[Hit]) -> None:
        """Remember that a sentence without goods went on with those last named."""
        if self.last and [hit.start for hit in commodities] == [self.last[0].start]:
            self.last_order, self.last_paragraph = sentence.order, sentence.paragraph

    def mark(self, sentence: Sentence, commodities: Sequence[Hit], low: str) -> None:
        """Remember the goods with which a Chinese sentence labels itself and what follows: `1.碳酸锂 `, `铅:`."""
        first = commodities[0]
        if sentence.chinese and first.start - sentence.start <= LABEL and low[first.end : first.end + 1] in LABELS:
            self.label, self.label_paragraph = [first], sentence.paragraph

    def is_near(self, sentence: Sentence) -> bool:
        """Tell whether the goods last named may be those that a sentence leaves unsaid."""
        apart = sentence.paragraph - self.last_paragraph
        return bool(self.last) and (apart == 0 or (apart == 1 and sentence.order - self.last_order <= NEAR))

    def speaks_of_goods(self, sentence: Sentence) -> bool:
        """Tell whether a sentence without goods may be about some that the text has told."""
        return bool(self.dominant) or (self.main and bool(self.headline)) or self.is_near(sentence)

    def first(self, id_: str) -> list[Hit]:
        """Return where the text names a commodity first, if it does."""
        return next(([hit] for commodities in self.goods for hit in commodities if hit.id == id_), [])

    def is_aside(self) -> bool:
        """Tell whether what the sentence before spoke of is little beside what the headline and the whole text are about."""
        return self.counts[self.last[0].id] * RARE < self.counts[self.title[0].id]

    def note(self, sentence: Sentence, commodities: list[Hit], *, heads: bool = False) -> None:
        """Remember what a sentence speaks of, if that is one or two commodities and no group; `heads`: it heads a section."""
        goods = [hit for hit in commodities if hit.id not in self.groups]
        if len({hit.id for hit in goods}) >= ROW and not sentence.chinese:
            self.row, self.row_order = goods, sentence.order
        if topic := single(goods):
            if not sentence.chinese and self.main and (own := [hit for hit in goods if hit.id in self.title_ids]):
                topic = own[:1]
            self.last, self.last_end, self.last_all = topic, topic[0].end, goods
            self.last_order, self.last_paragraph = sentence.order, sentence.paragraph
            self.headed = heads


def memory_of(
    sentences: Sequence[Sentence],
    found: Sequence[Found],
    groups: frozenset[str],
    firms: Mapping[str, str],
    ancestors: Callable[[str], Sequence[str]],
    *,
    low: str,
) -> Memory:
    """Return what is known of an article, sentence by sentence in `found`, before its first sentence is read."""
    goods = [each.commodities for each in found if each.commodities]
    counts = Counter([hit.id for commodities in goods for hit in commodities])
    headline = _headline(sentences, found)
    title = single([hit for hit in headline if hit.id not in groups])
    topics = _repeated(goods) | {hit.id for hit in found[0].commodities}
    return Memory(
        groups=groups,
        firms=firms,
        ancestors=ancestors,
        title_ids=frozenset([hit.id for hit in headline]),
        headline=headline,
        title=title,
        dominant=[] if title else _dominant(goods, counts, groups) or sole_goods(goods, counts, groups, low),
        named=single(found[0].named),
        lead=_lead(goods, counts),
        counts=counts,
        goods=goods,
        topics=topics,
        kinds=frozenset([id_ for id_ in counts if not topics.isdisjoint(ancestors(id_))]),
        main=not counts or not title or _told_of_kin(title, counts, ancestors) >= MAIN * counts.total(),
    )


def _told_of_kin(title: Sequence[Hit], counts: Counter[str], ancestors: Callable[[str], Sequence[str]]) -> int:
    """Return how often a text names its headline's goods, what they are a kind of, and their kinds: 动力煤, then coal of all grades."""
    own = {hit.id for hit in title}
    kin = own.union(*(ancestors(id_) for id_ in own))
    return sum(count for id_, count in counts.items() if id_ in kin or not own.isdisjoint(ancestors(id_)))


DOMINANT, OFTEN = 0.6, 3
"""Share of all mentions, and their number, from which on a commodity is what a text without one in its headline is about."""


def _dominant(goods: Sequence[Sequence[Hit]], counts: Counter[str], groups: frozenset[str]) -> list[Hit]:
    """Return the one commodity that a text speaks of nearly throughout, where its headline names none."""
    for id_, count in counts.most_common(1):
        if count >= OFTEN and count >= DOMINANT * counts.total() and id_ not in groups:
            return next([hit] for commodities in goods for hit in commodities if hit.id == id_)
    return []


def single(commodities: Sequence[Hit]) -> list[Hit]:
    """Return, of one or two commodities, the one that is left first; none of more."""
    distinct = list({hit.id: hit for hit in reversed(commodities)}.values())
    return [min(distinct)] if 1 <= len(distinct) <= 2 else []


def _lead(goods: Sequence[Sequence[Hit]], counts: Counter[str]) -> list[Hit]:
    """Return what a text speaks of first, if it speaks of it a good deal: the headline of a digest tells of other goods."""
    lead = next((topic for commodities in goods if (topic := single(commodities))), [])
    return lead if lead and counts[lead[0].id] >= MAIN * counts.total() else []


def _headline(sentences: Sequence[Sentence], found: Sequence[Found]) -> list[Hit]:
    """Return the commodities that the parts of the headline name."""
    named: list[Hit] = []
    for sentence, each in zip(sentences, found, strict=True):
        if sentence.order > 0:
            break
        named += each.commodities
    return named


def _repeated(goods: Sequence[Sequence[Hit]]) -> frozenset[str]:
    """Return the commodities that two sentences speak of."""
    counts = Counter([id_ for commodities in goods for id_ in {hit.id for hit in commodities}])
    return frozenset([id_ for id_, n in counts.items() if n > 1])
