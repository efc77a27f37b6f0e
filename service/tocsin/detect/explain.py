"""Explanation: sentence by sentence, what matched, what was bound to what, and why a candidate is no signal."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from tocsin.detect.scenes.drafts import Draft
from tocsin.detect.texts.text import Folded, Sentence
from tocsin.detect.words.hits import Found, Hit
from tocsin.messages import Findings
from tocsin.rules.countries import country_name


@dataclass(frozen=True, slots=True)
class Step:
    """What became of one candidate: the rule, its words, what was bound to it, and why it was kept or dropped.

    `bound` names each slot with its value and the words that give it: `change 7.2 percent ('7.2%')`.
    """

    rule: str
    direction: str
    trigger: str
    subject: str
    commodities: tuple[str, ...]
    bound: tuple[str, ...]
    outcome: str


@dataclass(frozen=True, slots=True)
class ExplainedSentence:
    """One sentence: its text, what matched in it, and the steps of its candidates."""

    text: str
    start: int
    end: int
    matched: tuple[str, ...]
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Explanation:
    """The article, sentence by sentence, and the Findings."""

    sentences: tuple[ExplainedSentence, ...]
    findings: Findings


@dataclass(slots=True)
class Fates:
    """What becomes of every candidate of an article, by the number of its sentence."""

    dropped: dict[int, list[tuple[Draft, str]]] = field(default_factory=dict)
    kept: dict[int, list[Draft]] = field(default_factory=dict)
    lost: dict[int, str] = field(default_factory=dict)
    """Why a draft that was kept is no signal of its own, by the draft's identity."""

    def drop(self, sentence: int, draft: Draft, reason: str) -> None:
        """Note a candidate that is no signal."""
        self.dropped.setdefault(sentence, []).append((draft, reason))

    def keep(self, sentence: int, told: Sequence[Draft], drafts: Sequence[Draft]) -> None:
        """Note what a sentence tells: of the facts that were read in it, those that are left beside one another."""
        left = {(draft.candidate.start, draft.type, draft.direction) for draft in drafts}
        for draft in told:
            if (draft.candidate.start, draft.type, draft.direction) not in left:
                self.drop(sentence, draft, "the sentence tells it otherwise")
        self.kept.setdefault(sentence, []).extend(drafts)

    def lose(self, before: Iterable[Draft], after: Iterable[Draft], why: str) -> None:
        """Note which of the drafts a later step of the work took away."""
        still = {id(draft) for draft in after}
        self.lost.update({id(draft): why for draft in before if id(draft) not in still})

    def steps(self, sentence: int, folded: Folded) -> Iterator[Step]:
        """Yield the steps of a sentence: what was dropped, then what was kept."""
        for draft, reason in self.dropped.get(sentence, ()):
            yield _step(folded, draft, f"dropped: {reason}")
        for draft in self.kept.get(sentence, ()):
            why = self.lost.get(id(draft))
            yield _step(folded, draft, f"{draft.modality}: {draft.why}" + (f"; {why}" if why else ""))


def explained(folded: Folded, sentence: Sentence, found: Found, steps: Iterable[Step]) -> ExplainedSentence:
    """Put together what is told of a sentence; its place is that in the stored text."""
    start, end = folded.back(sentence.start, sentence.end)
    return ExplainedSentence(folded.stored[start:end], start, end, tuple(_matched(folded, found)), tuple(steps))


def _step(folded: Folded, draft: Draft, outcome: str) -> Step:
    candidate = draft.candidate
    subject = candidate.subject
    return Step(
        rule=f"{candidate.pack.pack.name}/{candidate.rule}",
        direction=candidate.direction,
        trigger=folded.low[candidate.start : candidate.end],
        subject=folded.low[subject.start : subject.end] if subject else "",
        commodities=draft.ids,
        bound=tuple(_bound(folded, draft)),
        outcome=outcome,
    )


def _bound(folded: Folded, draft: Draft) -> Iterator[str]:
    """Yield the slots of a draft with the words that give them."""
    for hit in draft.commodities:
        elsewhere = not draft.sentence.start <= hit.start < draft.sentence.end
        place = f", named at {folded.back(hit.start, hit.end)[0]}" if elsewhere else ""
        yield f"goods {hit.id} ('{folded.low[hit.start : hit.end]}'{place})"
    for name, amount in draft.amounts.items():
        low = f"{amount.low.normalize():,f}"
        value = low if amount.high == amount.low else f"{low} to {amount.high.normalize():,f}"
        yield f"{name} {value} {amount.unit} ('{folded.low[amount.start : amount.end]}')"
    named: tuple[tuple[str, Sequence[Hit]], ...] = (
        ("company", draft.companies),
        ("body", draft.bodies),
        ("country", [hit for hit in draft.countries if hit != draft.place]),
        ("form", draft.forms),
        ("route", draft.route),
        ("place", [draft.place] if draft.place else []),
    )
    for kind, hits in named:
        for hit in hits:
            role = draft.roles.get(hit.start) if kind == "company" else None
            yield f"{_named(kind, hit)} ('{folded.low[hit.start : hit.end]}'{f', {role}' if role else ''})"
    for told in draft.names:
        yield f"{told.kind} ('{folded.plain[told.start : told.end]}')"
    dated = (("contract", draft.contract), ("day", draft.day), ("until", draft.until), ("grade", draft.grade))
    for kind, slot in (*(("period", period) for period in draft.periods), *dated):
        if slot is not None:
            yield f"{kind} {slot[0]}"


def _named(kind: str, hit: Hit) -> str:
    """Return a slot with its value as a reader knows it: a country by its name and code, a place as one."""
    if hit.kind == "country":
        return f"{kind} {country_name(hit.id)} {hit.id}"
    if hit.kind == "place":
        return f"{'place' if kind == 'country' else kind} {hit.id.replace('_', ' ').title()}"
    return f"{kind} {hit.id}"


def _matched(folded: Folded, found: Found) -> Iterator[str]:
    """Yield each word that matched with its kind, and how often it stands there."""
    named = (
        ("move", found.moves),
        ("subject", found.subjects),
        ("phrase", found.phrases),
        ("part", list(found.parts())),
        ("commodity", found.commodities),
        ("named", found.named),
        ("company", found.companies),
        ("body", found.bodies),
        ("country", found.countries),
        *(("cue." + name, hits) for name, hits in found.cues.items()),
    )
    places = {
        ("place" if hit.kind == "place" else kind, hit.start, hit.end): folded.low[hit.start : hit.end]
        for kind, hits in named
        for hit in hits
    }
    for (kind, word), times in Counter((kind, word) for (kind, _, _), word in places.items()).items():
        yield f"{kind}:{word}" + (f" ×{times}" if times > 1 else "")
