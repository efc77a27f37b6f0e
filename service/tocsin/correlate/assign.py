"""Which event a fact belongs to: the best of the candidates, or none, and then whether it undoes one."""

from dataclasses import dataclass
from datetime import timedelta

from tocsin.correlate.identity import Kinship, Match, Veto, compare, directions_agree, reverses, share_party_and_number
from tocsin.correlate.state import State
from tocsin.messages.event import EventFact, EventRecord
from tocsin.messages.findings import Findings
from tocsin.messages.signal import Modality

FIRM = 5.0
"""A match of this weight stands although another fact of the event differs in a slot."""
_RUMOUR = timedelta(days=3)


@dataclass(frozen=True, slots=True)
class Joining:
    """The event to join (None: open one), why, and the event that the new one reverses."""

    event_id: str | None
    reason: str
    reverses: str | None = None


def assign(state: State, fact: EventFact, findings: Findings, kinship: Kinship) -> Joining:
    """Find the fact's event. Ties go to the event told last, then to the lower id, so that the outcome is one."""
    candidates = state.candidates(fact)
    own = state.of_article(findings.article_id)
    known = {record.event_id: record for record in (*candidates, *own)}
    best: tuple[float, str, EventRecord, tuple[str, ...]] | None = None
    differs: str | None = None
    for event_id in sorted(known, reverse=True):
        record = known[event_id]
        result = match(fact, record, kinship, same_article=any(r.event_id == event_id for r in own))
        if isinstance(result, Veto):
            differs = differs or result.slot
        elif result is not None:
            rank = (result.score, record.last_at.isoformat(), record, result.agrees)
            if best is None or rank[:2] >= best[:2]:
                best = rank
    if best is not None:
        agreed = ", ".join(("commodity", *best[3]))
        return Joining(best[2].event_id, f"same event: {agreed} agree")
    undone = max(
        (
            (weight, record.last_at.isoformat(), record.event_id)
            for record in candidates
            if (weight := _undoes(fact, record, kinship))
        ),
        default=None,
    )
    if undone is not None:
        return Joining(None, "reverses an earlier event", undone[2])
    return Joining(
        None, "nothing like it is known" if differs is None else f"differs from a similar event in {differs}"
    )


def match(fact: EventFact, record: EventRecord, kinship: Kinship, *, same_article: bool = False) -> Match | Veto | None:
    """Match a fact with an event: its best fact decides, unless another one speaks against it."""
    best: Match | None = None
    veto: Veto | None = None
    for known in record.facts:
        result = compare(fact, known, kinship)
        if isinstance(result, Match):
            best = result if best is None or result.score > best.score else best
        elif isinstance(result, Veto):
            veto = veto or result
    if best is not None and record.reversed_by is not None and "number" not in best.agrees:
        return None
    if best is not None and (veto is None or _outweighs(best, veto)):
        return best
    if same_article and any(_is_headline(fact, known, kinship) for known in record.facts):
        return Match(FIRM, ("headline and text of one article",))
    if veto is not None:
        return veto
    if same_article and any(known.type != fact.type and share_party_and_number(fact, known) for known in record.facts):
        return Match(FIRM, ("party and number within one article",))
    if fact.modality is Modality.DENIED and any(_denies(fact, known, kinship) for known in record.facts):
        return Match(1.0, ("a claim that is denied",))
    return None


def _outweighs(best: Match, veto: Veto) -> bool:
    """Tell whether a match with one fact stands although another fact of the event speaks against it.

    A number that differs is outweighed by one that agrees to two digits: the event's number was revised.
    """
    if veto.slot == "number":
        return "number" in best.agrees and best.digits > 1
    return best.score >= FIRM


def _is_headline(fact: EventFact, known: EventFact, kinship: Kinship) -> bool:
    """Tell whether one of two facts of an article is the other without its particulars: no number, no other name."""
    if known.type != fact.type or not directions_agree(fact.type, fact.direction, known.direction):
        return False
    if fact.amounts and known.amounts:
        return False
    if kinship.relation(fact.commodities, known.commodities) not in ("same", "kin"):
        return False
    renamed = fact.model_copy(update={"commodities": known.commodities})
    return not isinstance(compare(renamed, known, kinship), Veto)


def _denies(fact: EventFact, known: EventFact, kinship: Kinship) -> bool:
    """Tell whether a denial without particulars answers a claim that was made shortly before."""
    return (
        known.type == fact.type
        and known.direction == fact.direction
        and known.modality in (Modality.POSSIBLE, Modality.EXPECTED)
        and kinship.relation(fact.commodities, known.commodities) in ("same", "kin")
        and timedelta(0) <= fact.at - known.at <= _RUMOUR
    )


def _undoes(fact: EventFact, record: EventRecord, kinship: Kinship) -> float:
    if record.reversed_by is not None or record.denied or record.withdrawn:
        return 0.0
    return max(reverses(fact, known, kinship) for known in record.facts)
