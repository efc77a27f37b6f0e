"""The rule language: what a pack says. One file a signal type, words and frames as data, and examples that prove them.

A pack finds its signals in three ways, each of which may be absent:

- `subjects`: a thing that moves (`price`, `产量`) bound to a word of movement (`rises`, `下降`). `moves` maps the signal's
  direction to sets of movement words, shared ones (moves.yml) or the pack's `own`.
- `phrases`: words that say subject and direction at once (`destocking`, `减产`).
- `frames`: two or more groups of words that must stand near each other (`lift` … `export ban`).
"""

from decimal import Decimal
from functools import cached_property
from typing import Annotated, Literal

from pydantic import Field

from tocsin.messages.signal import Modality
from tocsin.rules.words import Strict, Words

Direction = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*$")]
Name = Annotated[str, Field(pattern=r"^[a-z][a-z0-9-]*$")]


class MoveWords(Strict):
    """Words of movement by their grammar, which says on which side their subject stands.

    `verb`: the subject goes before (`prices rise`). `object_verb`: the object follows (`raises prices`), or goes before a
    passive. `noun`: `a rise in prices`, `price rise`. `adjective`: `higher prices`. `state`: `prices are low`, which before its
    noun is no news. `market`: words that a commodity itself may do (`gold slips`). `both`: verbs that are market words too.
    `compared`: such verbs where they compare an amount with an earlier time, and otherwise only adjectives (`比上周低3元`).
    """

    verb: Words = Words()
    both: Words = Words()
    compared: Words = Words()
    object_verb: Words = Words()
    noun: Words = Words()
    adjective: Words = Words()
    state: Words = Words()
    market: Words = Words()


class Subject(Strict):
    """Something that moves, and what its movements mean."""

    words: Words
    moves: dict[Direction, tuple[str, ...]] = Field(default_factory=dict)
    measure: str | None = None
    bare: bool | Literal["company"] = False
    """Whether the commodity itself (true) or a company's name may stand for the subject."""
    adjacent: bool = False
    """Whether a commodity must stand right beside the word, since it means other things too."""
    trade: bool = False
    """Whether the words are Chinese verbs of trade, which stand for their noun where goods and their amount follow (`进口锡矿2万吨`)."""
    commodity: bool = True
    """Whether a commodity must be found."""


class Phrase(Strict):
    """Words that say it all."""

    words: Words
    direction: Direction
    measure: str | None = None
    modality: Modality | None = None
    commodity: bool = True
    """Whether a commodity must be found; a phrase that can mean nothing else stands without one."""


class Frame(Strict):
    """Groups of words that must stand near each other, in any order unless `order` is true.

    `parts` names groups of the pack's `words`, or a kind of the lexicon: commodity, company, firm (a company, or a name that may be one), named (a commodity in a name), country, body, actor, state (a country or
    a body); or
    an amount that must be there: amount, money, percent, quantity.
    `unless` names groups that must not stand among them, nor right after them in Chinese. `within` counts words (or two Chinese characters) between neighbours.
    """

    name: str | None = None
    parts: tuple[str, ...] = Field(min_length=1)
    unless: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()
    """Groups of which one must stand somewhere in the sentence."""
    direction: Direction
    within: int = Field(default=8, ge=0, le=60)
    order: bool = False
    measure: str | None = None
    modality: Modality | None = None
    commodity: bool = True
    """Whether a commodity must be found, except in a headline or a newsflash."""
    meant: str | None = None
    """The commodity that is meant where the sentence names none and the article does: what a central bank buys is gold."""
    act: bool = True
    """False where the parts only name the thing; without a verb of doing it is background."""
    alone: bool = False
    """Whether its words tell the fact also in a sentence that leaves the goods to its text: `900 tonnes left sheds in Genoa`."""

    @cached_property
    def asked(self) -> frozenset[str]:
        """The amounts that must be there."""
        return AMOUNT_PARTS.intersection(self.parts)

    @cached_property
    def barred(self) -> frozenset[str]:
        """The amounts that must not be the next thing told."""
        return AMOUNT_PARTS.intersection(self.unless)

    @cached_property
    def bars(self) -> tuple[str, ...]:
        """The groups of words that must not stand there."""
        return tuple([name for name in self.unless if name not in AMOUNT_PARTS])

    @cached_property
    def rule(self) -> str:
        """What it is called: by its name, or by its parts."""
        return self.name or "-".join(self.parts)


class Needs(Strict):
    """What a signal of the pack must have, besides its trigger.

    `commodity`: how near one must stand; where `no` stands alone, without `named` and without one in `any_of`, the signal is not
    about goods and takes none.
    `firm`: where nothing else says the commodity, a company's only one counts (Kazatomprom: uranium).
    `named`: a commodity within the name of a company or project counts where no other does (Boroo Gold).
    """

    commodity: Literal["near", "sentence", "article", "no"] = "article"
    named: bool = False
    firm: bool = False
    any_of: tuple[Literal["commodity", "company", "firm", "body", "money", "amount"], ...] = ()

    @property
    def wants_none(self) -> bool:
        """Whether the signal is about no goods at all, such as a freight rate."""
        return self.commodity == "no" and not self.named and not self.any_of


class ExampleSignal(Strict):
    """What an example's signal must have; an absent key is not compared."""

    direction: Direction | None = None
    commodity: str | None = None
    commodities: tuple[str, ...] | None = None
    modality: Modality | None = None
    measure: str | None = None
    country: str | None = None
    form: str | None = None
    grade: str | None = None
    route: str | None = None
    market: str | None = None
    period: str | None = None
    actor: str | None = None
    change: str | None = None
    change_by: str | None = None
    level: str | None = None
    value: str | None = None
    quantity: str | None = None
    capacity: str | None = None
    share: str | None = None
    count: str | None = None
    days: str | None = None


class Example(Strict):
    """A text and the signals of this pack that it yields: no more, no fewer."""

    text: str
    title: str | None = None
    signals: tuple[ExampleSignal, ...]


class Pack(Strict):
    """One signal type: its rules."""

    name: Name
    signal: Direction
    about: str = ""
    directions: tuple[Direction, ...] = Field(min_length=1)
    subjects: tuple[Subject, ...] = ()
    own: dict[str, MoveWords] = Field(default_factory=dict)
    words: dict[str, Words] = Field(default_factory=dict)
    phrases: tuple[Phrase, ...] = ()
    frames: tuple[Frame, ...] = ()
    void: Words = Words()
    """Phrases in which this pack's words mean something else."""
    needs: Needs = Needs()
    amounts: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    """Which amounts the signal takes, by meaning: classes of units (percent, price, money, mass, rate, count, days)."""
    roles: dict[str, str] = Field(default_factory=dict)
    confidence: Annotated[Decimal, Field(gt=0, lt=1)] = Decimal("0.7")
    """How often the pack's best cases are right, as measured; what stands about a case lowers or raises it."""


class ProvenPack(Pack):
    """A pack with the examples that prove it, as its file holds it. A detector needs none of them."""

    examples: tuple[Example, ...] = Field(min_length=1)


class MovesFile(Strict):
    """Shared sets of movement words, and cues, by name."""

    moves: dict[str, MoveWords] = Field(default_factory=dict)
    cues: dict[str, Words] = Field(default_factory=dict)


AMOUNT_PARTS = frozenset(["amount", "money", "price", "percent", "quantity"])
"""Parts of a frame that stand for an amount, which must be told near the others."""
LEXICAL_PARTS = AMOUNT_PARTS | frozenset(
    [
        "commodity",
        "company",
        "firm",
        "named",
        "known_site",
        "country",
        "body",
        "actor",
        "state",
    ]
)
