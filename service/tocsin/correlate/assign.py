"""Which event a fact belongs to: the best of the candidates, or none, and then whether it undoes one."""

import re
from collections.abc import Collection, Iterable, Sequence
from datetime import timedelta
from decimal import Decimal
from typing import NamedTuple

from tocsin.correlate.comparable import DEALS, Fact, ready, without_numbers
from tocsin.correlate.facts import fact_of, publisher_of
from tocsin.correlate.glance import may_join
from tocsin.correlate.identity import Match, Veto, compare, reverses, share_party_and_number
from tocsin.correlate.kinship import Kinship
from tocsin.correlate.state import State
from tocsin.correlate.vetoes import is_longer, is_one_more
from tocsin.messages.findings import Findings
from tocsin.messages.signal import Modality

FIRM = 5.0
"""A match of this weight stands although another fact of the event differs in a slot."""
_SOON_CORRECTED = timedelta(days=7)
_CORRECTED = frozenset({"number", "day"})
"""What a correction may tell otherwise."""
_CORRECTS = re.compile(
    r"\b(?:correction|corrects|corrected|corrigendum|erratum|misstated|misprinted|incorrectly (?:stated|given|reported)|should have read)\b|更正|勘误|订正",
    re.IGNORECASE,
)
_RUMOUR = timedelta(days=3)


class Joining(NamedTuple):
    """The event to join (None: open one), why, and the event that the new one reverses."""

    event_id: str | None
    reason: str
    reverses: str | None = None


class Article:
    """The Findings that a fact stands in, and what they say of deals, made ready once for all their signals."""

    def __init__(self, findings: Findings) -> None:
        self.findings = findings
        self._deals: tuple[Fact, ...] | None = None
        self._corrects: bool | None = None

    @property
    def is_correction(self) -> bool:
        """Whether it says of itself that it puts right an earlier report."""
        if self._corrects is None:
            told = (self.findings.title or "", *(signal.evidence.text for signal in self.findings.signals))
            self._corrects = any(_CORRECTS.search(text) for text in told)
        return self._corrects

    @property
    def deals(self) -> tuple[Fact, ...]:
        """The facts of deals in the order of the text."""
        if self._deals is None:
            told = (signal for signal in self.findings.signals if signal.type in DEALS)
            self._deals = tuple([ready(fact_of(signal, self.findings)) for signal in told])
        return self._deals


def assign(state: State, fact: Fact, article: Article, *, brief: bool = False) -> Joining:
    """Find the fact's event. Ties go to the event told last, then to the lower id, so that the outcome is one.

    In brief it is not told why the fact opens an event.
    """
    own = {record.event_id for record in state.of_article(article.findings.article_id)}
    likely = state.index.likely(fact)
    likely.update(dict.fromkeys(own))
    if article.is_correction:
        likely.update(state.index.candidates(fact))
    texts = _texts_of(fact, article, state.index.kinship)
    search = _Search(state, fact, own, texts, publisher_of(article.findings), article.is_correction)
    best: tuple[float, float] | None = None
    found: tuple[str, Match] | None = None
    known = state.index.known
    for event_id in likely:
        if event_id not in own and not search.is_correction and not may_join(fact, known[event_id]):
            continue
        result = search.try_(event_id)
        if isinstance(result, Match):
            record = state.get(event_id)
            assert record is not None
            rank = (result.score, record.last_at.timestamp())
            if best is None or found is None or rank > best or (rank == best and event_id < found[0]):
                best, found = rank, (event_id, result)
    if found is not None:
        agrees = found[1].agrees
        return Joining(found[0], f"same event: {', '.join(('commodity', *agrees))} agree{'' if agrees else 's'}")
    reversed_one = undone(state, fact, own)
    if reversed_one is not None:
        return Joining(None, "reverses an earlier event", reversed_one)
    return Joining(None, "" if brief else search.differs({**state.index.candidates(fact), **dict.fromkeys(own)}))


class _Search(NamedTuple):
    """One fact and what it is compared in the light of: the events of its own article, and what the text says of its deal."""

    state: State
    fact: Fact
    own: Collection[str]
    texts: Sequence[Fact]
    publisher: str
    is_correction: bool

    def try_(self, event_id: str) -> Match | Veto | None:
        """Match the fact with a candidate; what its own article says more of may veto too."""
        index = self.state.index
        facts, is_reversed = index.known[event_id], self._is_after_reversal(event_id)
        result = match(self.fact, facts, index.kinship, is_reversed=is_reversed, same_article=event_id in self.own)
        if isinstance(result, Veto) and result.slot in _CORRECTED and self._corrects(event_id):
            result = match(without_numbers(self.fact), facts, index.kinship, is_reversed=is_reversed)
        if isinstance(result, Match) and any(
            isinstance(match(text, facts, index.kinship), Veto) for text in self.texts
        ):
            return Veto("what its own article says")
        return result

    def _corrects(self, event_id: str) -> bool:
        """Tell whether the article says that it corrects what its publisher has told of the event."""
        if not self.is_correction:
            return False
        record = self.state.get(event_id)
        return record is not None and any(
            source.publisher == self.publisher and timedelta(0) < self.fact.at - source.at <= _SOON_CORRECTED
            for source in record.sources
        )

    def _is_after_reversal(self, event_id: str) -> bool:
        """Tell whether the fact was told after the event was undone; a report from before that may come in late."""
        if event_id not in self.state.reversed_ones:
            return False
        record = self.state.get(event_id)
        undoing = (
            None if record is None or record.reversed_by is None else self.state.index.known.get(record.reversed_by)
        )
        return undoing is None or not all(self.fact.at < fact.at for fact in undoing)

    def differs(self, candidates: Iterable[str]) -> str:
        """Tell what parts the fact from a similar event, where there is one: from the one with the highest id."""
        for event_id in sorted(candidates, reverse=True):
            result = self.try_(event_id)
            if isinstance(result, Veto):
                return f"differs from a similar event in {result.slot}"
        return "nothing like it is known"


def _texts_of(fact: Fact, article: Article, kinship: Kinship) -> list[Fact]:
    """Return what the text says of a deal whose headline leaves particulars out: what parts the one parts the other."""
    if fact.type not in DEALS or len(fact.doers) > 1 or len(fact.numbers) > 1 or len(article.findings.signals) < 2:
        return []
    return [
        text
        for text in article.deals
        if (text.type, text.sense) == (fact.type, fact.sense)
        and (len(text.doers), len(text.numbers)) > (len(fact.doers), len(fact.numbers))
        and not isinstance(compare(fact, text, kinship, is_headline=True), Veto)
    ]


def undone(state: State, fact: Fact, own: Collection[str]) -> str | None:
    """Return the event that the fact undoes: the one that agrees most, of those the one told last.

    What an article tells together it does not undo, unless others have told it before.
    """
    best: tuple[float, float, str] | None = None
    for event_id in state.index.undoable(fact):
        weight = max(reverses(fact, known, state.index.kinship) for known in state.index.known[event_id])
        if not weight or event_id in state.reversed_ones:
            continue
        record = state.get(event_id)
        assert record is not None
        rank = (weight, record.told_at.timestamp(), event_id)
        if event_id in own and len({source.article_id for source in record.sources}) == 1:
            continue
        if not record.denied and not record.withdrawn and (best is None or rank > best):
            best = rank
    return None if best is None else best[2]


def match(
    fact: Fact, facts: Sequence[Fact], kinship: Kinship, *, is_reversed: bool = False, same_article: bool = False
) -> Match | Veto | None:
    """Match a fact with an event: its best fact decides, unless another one speaks against it."""
    best: Match | None = None
    veto: Veto | None = None
    for known in facts:
        result = compare(fact, known, kinship)
        if isinstance(result, Match):
            best = result if best is None or result.score > best.score else best
        elif isinstance(result, Veto):
            veto = veto or result
    if best is not None and is_reversed and "number" not in best.agrees:
        return None
    if best is not None and not same_article and is_one_more(fact, facts):
        return Veto("one more of its kind")
    if best is not None and (veto is None or _outweighs(best, veto, fact.type)):
        return best
    if same_article and _is_headline_of(fact, facts, kinship):
        return Match(FIRM, ("headline and text of one article",))
    if veto is not None:
        return veto
    if same_article and any(known.type != fact.type and share_party_and_number(fact, known) for known in facts):
        return Match(FIRM, ("party and number within one article",))
    if fact.modality is Modality.DENIED and any(_denies(fact, known, kinship) for known in facts):
        return Match(1.0, ("a claim that is denied",))
    return None


def _outweighs(best: Match, veto: Veto, kind: str) -> bool:
    """Tell whether a match with one fact stands although another fact of the event speaks against it.

    A number that differs is outweighed by one of its kind that agrees to two digits: the event's number was revised.
    Another partner is outweighed by both parties alone: a seller may sell as much to two buyers.
    """
    if veto.slot == "number":
        return "number" in best.agrees and best.digits > 1 and veto.kinds <= best.kinds
    if veto.slot == "actor" and kind in DEALS:
        return "both parties" in best.agrees
    return best.score >= FIRM


def _is_headline_of(fact: Fact, facts: Sequence[Fact], kinship: Kinship) -> bool:
    """Tell whether the fact and one of an event are headline and text, and no number of the event parts them."""
    if not any(_is_headline(fact, known, kinship) for known in facts):
        return False
    particular = (known for known in facts if known.numbers and fact.numbers)
    results = ((known, compare(fact, known, kinship, is_headline=True)) for known in particular)
    return not any(
        isinstance(result, Veto) and not (_is_rough(fact, known) or _is_rough(known, fact)) for known, result in results
    )


def _is_headline(fact: Fact, known: Fact, kinship: Kinship) -> bool:
    """Tell whether one of two facts of an article is the other without its particulars: no number, no other name.

    A headline of a deal may name one party and the text the other.
    """
    if known.type != fact.type or fact.sense != known.sense:
        return False
    if fact.numbers and known.numbers and not _may_be_one(fact, known, kinship):
        return False
    if (fact.modality is Modality.HISTORICAL) != (known.modality is Modality.HISTORICAL):
        return False  # what an article recalls is not its news
    if not _covers(fact, known, kinship):
        return False
    result = compare(fact, known, kinship, is_headline=True)
    if isinstance(result, Veto) and result.slot == "number":
        return _is_rough(fact, known) or _is_rough(known, fact)
    return not isinstance(result, Veto) or (fact.type in DEALS and result.slot == "actor")


_ROUGHLY = Decimal("1.25")
"""How far above its round number a headline's `more than` may lie in the text: 逾50吨 is 56 t."""


def _is_rough(headline: Fact, text: Fact) -> bool:
    """Tell whether all numbers of a headline are lower bounds of the text's, not far below them."""
    pairs = [(a, b) for a in headline.numbers for b in text.numbers if (a.kind, a.unit) == (b.kind, b.unit)]
    return bool(pairs) and all(a.bound == "at_least" and a.low <= b.low <= a.low * _ROUGHLY for a, b in pairs)


def _covers(fact: Fact, known: Fact, kinship: Kinship) -> bool:
    """Tell whether the two name one commodity, or the one without numbers names the family of the other's."""
    relation = kinship.relation(fact.commodities, known.commodities)
    if relation != "kin" or bool(fact.numbers) == bool(known.numbers):
        return relation in ("same", "kin")
    bare, particular = (fact, known) if not fact.numbers else (known, fact)
    return any(name in kinship.lineage(own) for name in bare.commodities for own in particular.commodities)


def _may_be_one(fact: Fact, known: Fact, kinship: Kinship) -> bool:
    """Tell whether two facts of an article, each with numbers, print one figure; or of one thing numbers of other kinds."""
    if _one_figure(fact, known):
        return True
    return kinship.relation(fact.commodities, known.commodities) == "same" and is_longer(fact) == is_longer(known)


def _one_figure(fact: Fact, known: Fact) -> bool:
    """Tell whether two facts of an article print one figure, be it without what stands below the line: up 19 yuan."""
    return any(
        (a.printed.low, a.printed.high) == (b.printed.low, b.printed.high)
        and a.printed.unit.partition("/")[0] == b.printed.unit.partition("/")[0]
        for a in fact.numbers
        for b in known.numbers
    )


def _denies(fact: Fact, known: Fact, kinship: Kinship) -> bool:
    """Tell whether a denial without particulars answers a claim that was made shortly before."""
    return (
        known.type == fact.type
        and known.direction == fact.direction
        and known.modality in (Modality.POSSIBLE, Modality.EXPECTED)
        and kinship.relation(fact.commodities, known.commodities) in ("same", "kin")
        and timedelta(0) <= fact.at - known.at <= _RUMOUR
    )
