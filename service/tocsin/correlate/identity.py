"""Same event or not: two facts compared slot by slot.

A slot agrees, differs or says nothing because one side does not state it. A difference that a trader would call another
event is a veto: other company, country, month, contract, exchange, grade, form, measure, a daily beside a weekly move, a
number that is not the same. Agreements weigh; how much is needed, and how far apart in time two tellings may lie, depends
on the type. The words of the articles play no part, so the language does not matter.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta

from tocsin.correlate.amounts import STRONG_DIGITS, meet, meetings
from tocsin.correlate.names import same_name
from tocsin.correlate.periods import parse_period
from tocsin.messages.event import EventFact, Party
from tocsin.messages.signal import Modality

DAY = timedelta(days=1)
SAME_DAY = timedelta(hours=16)
"""Reports of one trading day lie closer together than this; a move told without numbers is known by its day alone."""
HORIZON = timedelta(days=365)

_ALIKE = (
    ("production_change", frozenset({"down", "halt"})),
    ("production_change", frozenset({"up", "resume"})),
    ("supply_source", frozenset({"new", "discovery"})),
    ("large_contract", frozenset({"award", "supply", "offtake", "purchase"})),
    ("mna", frozenset({"acquire", "divest", "invest"})),
)
_REVERSALS = {
    ("export_control", "ease"): ("tighten",),
    ("export_control", "tighten"): ("ease",),
    ("production_change", "resume"): ("halt", "down"),
    ("production_change", "halt"): ("resume",),
    ("large_contract", "terminate"): ("award", "supply", "offtake", "purchase"),
    ("stockpiling", "release"): ("build",),
    ("supply_source", "resume"): ("loss",),
    ("supply_source", "loss"): ("new", "resume"),
}
_DEAL_ROLES = ("buyer", "seller")
_OWN_ROLES = ("owner", "operator", "seller", "buyer")
_REPORTS = frozenset({"production_change", "inventory_change", "demand_change", "corporate_results", "supply_source"})
_MARKET_MOVES = frozenset({"price_move", "equity_move"})
_DEALS = frozenset({"large_contract", "mna"})
_PARTICULAR = frozenset({"number", "actor", "both parties", "place", "route"})
_GENERIC_MEASURES = frozenset({"restriction"})


@dataclass(frozen=True, slots=True)
class Match:
    """One fact meets another: how much agrees, in which slots (for the verdict's reason), and to how many digits."""

    score: float
    agrees: tuple[str, ...]
    digits: int = 0


@dataclass(frozen=True, slots=True)
class Veto:
    """Two facts cannot be of one event; `slot` says why."""

    slot: str


@dataclass(frozen=True)
class Kinship:
    """Which commodity lies below which, for the ones the lexicon knows."""

    parents: Mapping[str, str]

    def lineage(self, commodity: str) -> tuple[str, ...]:
        """Return the commodity and its ancestors, nearest first."""
        line = [commodity]
        while (parent := self.parents.get(line[-1])) is not None and parent not in line:
            line.append(parent)
        return tuple(line)

    def root(self, commodity: str) -> str:
        """Return the topmost ancestor."""
        return self.lineage(commodity)[-1]

    def relation(self, one: Sequence[str], two: Sequence[str]) -> str:
        """Return `same`, `kin` (parent and child), `absent` (one side names none) or `other`."""
        if not one or not two:
            return "absent"
        if not set(one).isdisjoint(two):
            return "same"
        if any(a in self.lineage(b) or b in self.lineage(a) for a in one for b in two):
            return "kin"
        return "other"


def directions_agree(type: str, one: str, two: str) -> bool:  # noqa: A002 - the field's word
    """Tell whether two directions say the same to a trader."""
    return one == two or any(kind == type and {one, two} <= group for kind, group in _ALIKE)


@dataclass(frozen=True, slots=True)
class _Slots:
    """How the slots of two facts stand to each other: agree, differ or absent (kin and both where that exists)."""

    commodity: str
    parties: str
    place: str
    route: str
    countries: str
    number: str
    digits: int

    @property
    def strong(self) -> bool:
        """Whether a number agrees to so many digits that chance is out."""
        return self.number == "agree" and self.digits >= STRONG_DIGITS

    @property
    def local(self) -> bool:
        """Whether place or route agree."""
        return self.place == "agree" or self.route == "agree"


def compare(new: EventFact, old: EventFact, kinship: Kinship) -> Match | Veto | None:
    """Compare a fact with one of an event; None when nothing speaks against it but too little for it."""
    if new.type != old.type:
        return None
    if not directions_agree(new.type, new.direction, old.direction):
        return Veto("direction")
    relation = kinship.relation(new.commodities, old.commodities)
    if relation == "other":
        return Veto("commodity")
    number, digits = _numbers(new, old)
    slots = _Slots(
        commodity=relation,
        parties=_parties(new, old),
        place=_names(new.place, old.place),
        route=_names(new.route, old.route),
        countries=_sets(new.countries, old.countries),
        number=number,
        digits=digits,
    )
    veto = _veto(new, old, slots)
    return Veto(veto) if veto is not None else _weigh(new, old, slots)


def _veto(new: EventFact, old: EventFact, slots: _Slots) -> str | None:
    """Return the slot that makes two facts two events."""
    if slots.parties == "differ":
        return "actor"
    veto = _hard_veto(new, old, strong=slots.strong)
    if veto is not None:
        return veto
    if slots.countries == "differ" and not slots.local and new.type not in _DEALS:
        return "country"
    moves = new.type in _MARKET_MOVES or new.type == "export_control"
    if slots.place == "differ" and not (slots.strong and slots.parties == "agree") and not moves:
        return "place"
    if slots.route == "differ" and not slots.strong:
        return "route"
    if slots.number == "differ" and not _told_anew(new, old, slots):
        return "number"
    if slots.commodity == "kin" and new.type in _MARKET_MOVES and slots.number != "agree":
        return "commodity"
    return None


def _weigh(new: EventFact, old: EventFact, slots: _Slots) -> Match | None:
    """Add up what agrees; None when it is too little, or when the tellings lie too far apart for it."""
    agrees: list[str] = []
    score = {"same": 1.0, "kin": 0.5, "absent": 0.0}[slots.commodity]
    if slots.number == "agree":
        score += min(3.0, slots.digits)
        agrees.append("number")
    if slots.parties in ("agree", "both"):
        score += 2.0 if slots.parties == "agree" else 3.0
        agrees.append("actor" if slots.parties == "agree" else "both parties")
    if slots.local:
        score += 2.0
        agrees.append("place" if slots.place == "agree" else "route")
    if slots.countries == "agree":
        score += 1.0
        agrees.append("country")
    for slot in ("market", "contract", "measure", "grade", "until"):
        if getattr(new, slot) is not None and getattr(new, slot) == getattr(old, slot):
            score += 0.5
            agrees.append(slot)
    mine, theirs = parse_period(new.period), parse_period(old.period)
    if mine.reference and mine.reference == theirs.reference:
        score += 1.0
        agrees.append("period")
    apart = abs(new.at - old.at)
    if apart > _reach(new, old, agrees, strong=slots.strong):
        return None
    score += 1.0 if apart <= DAY else 0.5 if apart <= 3 * DAY else 0.0
    if new.direction != old.direction and _PARTICULAR.isdisjoint(agrees):
        return None
    return Match(score, tuple(agrees), slots.digits) if score >= _needed(new, agrees) else None


def _needed(new: EventFact, agrees: Sequence[str]) -> float:
    """Return the weight that joins: less where something particular agrees."""
    if not agrees:
        return 2.0 if new.type in _MARKET_MOVES else 9.0
    if new.modality is Modality.DENIED:
        return 2.0
    return 2.5


def _reach(new: EventFact, old: EventFact, agrees: Sequence[str], *, strong: bool) -> timedelta:
    """Return how far apart two tellings of one event may lie."""
    who = "actor" in agrees or "both parties" in agrees
    planned = old.modality in (Modality.EXPECTED, Modality.POSSIBLE) or new.modality is Modality.HISTORICAL
    if new.type in _MARKET_MOVES:
        if planned and who and "number" in agrees:
            return HORIZON
        if strong or "period" in agrees:
            return 6 * DAY
        return 3 * DAY if "number" in agrees else SAME_DAY
    if strong or (planned and "number" in agrees) or "both parties" in agrees or "until" in agrees:
        return HORIZON
    if planned and "country" in agrees and "measure" in agrees:
        return 120 * DAY
    if who or "place" in agrees or "route" in agrees:
        return 120 * DAY if planned or "number" in agrees or new.direction == "halt" else 21 * DAY
    if agrees == ["number"] and new.type in _REPORTS:
        return 2 * DAY
    if "number" in agrees or "period" in agrees:
        return 60 * DAY if new.type in _REPORTS else 21 * DAY
    return 7 * DAY


def _hard_veto(new: EventFact, old: EventFact, *, strong: bool) -> str | None:
    mine, theirs = parse_period(new.period), parse_period(old.period)
    if new.contract and old.contract and new.contract != old.contract:
        return "contract month"
    if new.type in _MARKET_MOVES:
        if mine.basis and theirs.basis and mine.basis != theirs.basis:
            return "period"
        if new.market and old.market and new.market != old.market and not strong:
            return "market"
        if new.forms and old.forms and set(new.forms).isdisjoint(old.forms):
            return "form"
    if new.grade and old.grade and new.grade != old.grade and not strong:
        return "grade"
    if (
        (new.type in _REPORTS or new.type in _MARKET_MOVES)
        and mine.reference
        and theirs.reference
        and mine.reference != theirs.reference
    ):
        return "period"
    if (
        new.measure
        and old.measure
        and new.measure != old.measure
        and not {new.measure, old.measure} & _GENERIC_MEASURES
    ):
        return "measure"
    return None


def _told_anew(new: EventFact, old: EventFact, slots: _Slots) -> bool:
    """Tell whether another number may still be the same event: a stop prolonged, by the same company or at the same place."""
    return (
        new.type == "production_change"
        and new.direction == old.direction == "halt"
        and (slots.parties == "agree" or slots.place == "agree")
    )


def _numbers(new: EventFact, old: EventFact) -> tuple[str, int]:
    """Compare all numbers: `agree` with the most digits, `differ`, or `absent`."""
    found = meetings(new.amounts, old.amounts)
    if not found:
        return "absent", 0
    by_kind: dict[str, list[tuple[bool, int]]] = {}
    for kind, meeting in found:
        by_kind.setdefault(kind, []).append((meeting.same, meeting.digits))
    same = [digits for results in by_kind.values() for ok, digits in results if ok]
    other = {kind for kind, results in by_kind.items() if not any(ok for ok, _ in results)}
    if not same:
        return "differ", 0
    bases = parse_period(new.period).basis, parse_period(old.period).basis
    another_basis = None not in bases and bases[0] != bases[1]
    if other - ({"change", "change_by"} if another_basis else set()):
        best = max(same)
        firm = sum(digits >= STRONG_DIGITS for digits in same)
        if new.type in _MARKET_MOVES or best < STRONG_DIGITS or firm < len(other):
            return "differ", 0
    return "agree", max(same)


def _parties(new: EventFact, old: EventFact) -> str:
    """Compare actors: `both` (buyer and seller agree), `agree`, `differ` or `absent`."""
    if new.type in _DEALS:
        results = [
            _match([p for p in new.parties if p.role == role], [p for p in old.parties if p.role == role])
            for role in _DEAL_ROLES
        ]
        if False in results:
            crossed = _match(list(new.parties), list(old.parties))
            return "differ" if True not in results or crossed is not None else "absent"
        if results == [True, True]:
            return "both"
        if True in results:
            return "agree"
    mine = [p for p in new.parties if p.role in _OWN_ROLES]
    theirs = [p for p in old.parties if p.role in _OWN_ROLES]
    result = _match(mine, theirs)
    if result is None and not (mine and theirs):
        named = _match(_not_speakers(new), _not_speakers(old))
        return "agree" if named else "absent"
    return {True: "agree", False: "differ", None: "absent"}[result]


def _not_speakers(fact: EventFact) -> list[Party]:
    return [party for party in fact.parties if party.role != "speaker"]


def _match(one: Sequence[Party], two: Sequence[Party]) -> bool | None:
    """Tell whether two lists share a party; None where they cannot be compared."""
    said = [_same_party(a, b) for a in one for b in two]
    if True in said:
        return True
    return None if None in said or not said else False


def _same_party(one: Party, two: Party) -> bool | None:
    if one.id is not None and two.id is not None:
        return one.id == two.id
    return same_name(one.name, two.name)


def _names(one: str | None, two: str | None) -> str:
    if not one or not two:
        return "absent"
    return {True: "agree", False: "differ", None: "absent"}[same_name(one, two)]


def _sets(one: Iterable[str], two: Iterable[str]) -> str:
    mine, theirs = set(one), set(two)
    if not mine or not theirs:
        return "absent"
    return "agree" if mine & theirs else "differ"


def reverses(new: EventFact, old: EventFact, kinship: Kinship) -> float:
    """Return how strongly a fact undoes another one; 0 when it does not."""
    if old.type != new.type or old.direction not in _REVERSALS.get((new.type, new.direction), ()):
        return 0.0
    if new.modality is Modality.DENIED or old.at > new.at:
        return 0.0
    relation = kinship.relation(new.commodities, old.commodities)
    if relation == "other":
        return 0.0
    parties, place = _parties(new, old), _names(new.place, old.place)
    countries = _sets(new.countries, old.countries)
    if parties == "differ" or place == "differ" or (countries == "differ" and place != "agree"):
        return 0.0
    score = 2.0 * (parties == "agree") + 3.0 * (parties == "both") + 2.0 * (place == "agree")
    if new.type in {"export_control", "stockpiling"}:
        score += 2.0 * (countries == "agree")
    elif countries == "agree":
        score += 0.5
    if _numbers(new, old)[0] == "agree":
        score += 1.0
    if new.measure and old.measure and new.measure == old.measure:
        score += 0.5
    return score if score >= 2.0 and (new.direction != "resume" or old.direction != "down" or score >= 4.0) else 0.0


def share_party_and_number(one: EventFact, two: EventFact) -> bool:
    """Tell whether two facts of one article name a common party or place, and a common number.

    Where one of them names nobody, the number must have three digits, and be no percentage.
    """
    named = _match(list(one.parties), list(two.parties)) or _names(one.place, two.place) == "agree"
    if not named and (one.parties and two.parties):
        return False
    least = 2 if named else STRONG_DIGITS
    pairs = ((a, meet(a, b)) for a in one.amounts for b in two.amounts if named or a.unit not in ("percent", "pp"))
    return any(meeting is not None and meeting.same and meeting.digits >= least for _, meeting in pairs)
