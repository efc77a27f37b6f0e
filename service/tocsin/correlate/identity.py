"""Same event or not: two facts compared slot by slot.

A slot agrees, differs or says nothing because one side does not state it. A difference that a trader would call another
event is a veto: other company, country, month, contract, exchange, grade, form, measure, a daily beside a weekly move, a
number that is not the same. Agreements weigh; how much is needed, and how far apart in time two tellings may lie, depends
on the type. The words of the articles play no part, so the language does not matter.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from tocsin.correlate.amounts import STRONG_DIGITS, meet, meetings
from tocsin.correlate.comparable import DEALS, Fact
from tocsin.correlate.kinship import Kinship
from tocsin.correlate.parties import compare_names, compare_parties, other_names, share
from tocsin.correlate.periods import (
    are_other_parts,
    compare_bases,
    compare_references,
    same_contract,
    same_date,
    spans_of,
)
from tocsin.messages.signal import Modality

DAY = timedelta(days=1)
SAME_DAY = timedelta(hours=16)
"""Reports of one trading day lie closer together than this; a move told without numbers is known by its day alone."""
ROUND_NUMBER = timedelta(hours=20)
"""A number of one or two digits comes again the next day by chance, so it tells the day's move no further than this."""
SAME_WEEK = timedelta(days=3)
"""How far apart the days may lie to which two reports date one week's figures."""
HOURS = timedelta(hours=8)
_PRODUCTS = (
    "_trioxide",
    "_pentoxide",
    "_oxide",
    "_sulphate",
    "_chloride",
    "_hydroxide",
    "_concentrate",
    "_ore",
    "_matte",
)
_A_MONTH = timedelta(days=31)
_STOPS = frozenset({"halt", "resume", "loss"})
"""Directions that are no figures of a period, but happened on a day."""
HORIZON = timedelta(days=365)

DIRECTIONS: dict[str, tuple[str, ...]] = {
    "price_move": ("up", "down", "flat"),
    "production_change": ("up", "down"),
    "export_control": ("tighten", "ease"),
    "large_contract": ("supply", "terminate"),
    "inventory_change": ("up", "down"),
    "demand_change": ("up", "down"),
    "stockpiling": ("build", "release"),
    "supply_source": ("new", "resume", "loss"),
    "corporate_results": ("up", "down"),
    "equity_move": ("up", "down"),
    "mna": ("acquire",),
    "smuggling": ("reported",),
}
"""The senses of each type's directions; a user's own type is found by the directions that a policy names."""
REVERSALS = {
    ("export_control", "ease"): ("tighten",),
    ("export_control", "tighten"): ("ease",),
    ("production_change", "resume"): ("halt", "down"),
    ("production_change", "halt"): ("resume",),
    ("large_contract", "terminate"): ("award", "supply", "offtake", "purchase"),
    ("stockpiling", "release"): ("build",),
    ("supply_source", "resume"): ("loss",),
    ("supply_source", "loss"): ("new", "resume"),
}
REPORTS = frozenset({"production_change", "inventory_change", "demand_change", "corporate_results", "supply_source"})
MARKET_MOVES = frozenset({"price_move", "equity_move"})
PLANNED = frozenset({Modality.EXPECTED, Modality.POSSIBLE})
_PARTICULAR = frozenset({"number", "actor", "both parties", "place", "route"})
_STATE = frozenset({"export_control", "stockpiling", "smuggling"})
_IMPOSED = frozenset({"export_control", "stockpiling"})
"""What a country does: to the goods of another, or alone."""
_BETWEEN = frozenset({"smuggling"})
"""Types between countries: one report names where it came from, another where it went."""
_GENERIC_MEASURES = frozenset({"restriction"})
_AGAINST_FIRMS = frozenset({"ban", "licence", "sanction"})
"""What a list of firms is called: who stands on it gets nothing, or nothing without a licence."""


@dataclass(frozen=True, slots=True)
class Match:
    """One fact meets another: how much agrees, in which slots (for the verdict's reason), and to how many digits."""

    score: float
    agrees: tuple[str, ...]
    digits: int = 0
    kinds: frozenset[str] = frozenset()
    """What the numbers that agree measure."""


@dataclass(frozen=True, slots=True)
class Veto:
    """Two facts cannot be of one event; `slot` says why."""

    slot: str
    kinds: frozenset[str] = frozenset()
    """What the numbers that differ measure."""


_NO_KINDS: frozenset[str] = frozenset()
_ACTOR, _DIRECTION, _COMMODITY = Veto("actor"), Veto("direction"), Veto("commodity")


@dataclass(slots=True)
class _Slots:
    """How the slots of two facts stand to each other: agree, differ or absent (kin and both where that exists)."""

    commodity: str
    parties: str
    place: str
    route: str
    countries: str
    number: str
    digits: int
    kinds: frozenset[str]

    @property
    def strong(self) -> bool:
        """Whether a number agrees to so many digits that chance is out."""
        return self.number == "agree" and self.digits >= STRONG_DIGITS

    @property
    def local(self) -> bool:
        """Whether place or route agree."""
        return self.place == "agree" or self.route == "agree"


def compare(new: Fact, old: Fact, kinship: Kinship, *, is_headline: bool = False) -> Match | Veto | None:
    """Compare a fact with one of an event; None when nothing speaks against it but too little for it.

    `is_headline`: one is the headline of the other's article, so that it may name the family and leave the period out.
    """
    if new.type != old.type:
        return None
    if new.sense != old.sense:
        return _DIRECTION
    is_same = is_headline or (new.commodities is old.commodities and bool(new.commodities))
    relation = "same" if is_same else kinship.relation(new.commodities, old.commodities)
    if relation == "other" and not _called_otherwise(new, old, kinship):
        partners = compare_parties(new, old) if new.type in DEALS else "absent"
        return _ACTOR if partners in ("differ", "mixed") else _COMMODITY
    if abs(new.at - old.at) > HORIZON:
        return None
    parties = compare_parties(new, old) if new.parties and old.parties else "absent"
    if parties == "differ":
        return _ACTOR
    number, digits, kinds = _numbers(new, old) if new.numbers and old.numbers else _NO_NUMBERS
    if number == "differ" and new.type in MARKET_MOVES and not _is_outcome(new, old):
        return Veto("number", kinds)
    a, b = new.told, old.told
    slots = _Slots(
        commodity=relation,
        parties=parties,
        place=_places(a.place, b.place, kinship) if a.place and b.place else "absent",
        route=compare_names(a.route, b.route) if a.route and b.route else "absent",
        countries=_countries(new, old, kinship),
        number=number,
        digits=digits,
        kinds=kinds,
    )
    veto = _veto(new, old, slots)
    if veto is None and not is_headline and new.type in MARKET_MOVES and number != "agree":
        veto = _veto_move(new, old, relation, kinship)
    if veto is not None:
        return Veto(veto, kinds if veto == "number" else _NO_KINDS)
    return _weigh(new, old, slots)


def _places(one: str, two: str, kinship: Kinship) -> str:
    """Compare places: `agree`, `differ`, or `absent` where one lies within the other, which says nothing of where in it."""
    found = compare_names(one, two)
    if found == "differ" and (one in kinship.lineage(two) or two in kinship.lineage(one)):
        return "absent"
    return found


def _called_otherwise(new: Fact, old: Fact, kinship: Kinship) -> bool:
    """Tell whether two names of one family may be one thing: no price, a common party, a number that is no chance.

    Of a control's list of goods one report names these, another those: there country, measure and day tell.
    """
    if new.type in MARKET_MOVES or not kinship.siblings(new.commodities, old.commodities):
        return False
    if new.type == "export_control":
        alike = (
            _countries(new, old, kinship) == "agree"
            and new.told.measure is not None
            and new.told.measure == old.told.measure
        )
        return alike and abs(new.at - old.at) <= 2 * DAY
    if compare_parties(new, old) not in ("agree", "both"):
        return False
    number, digits, _ = _numbers(new, old)
    return number == "agree" and digits > 1


def _veto(new: Fact, old: Fact, slots: _Slots) -> str | None:
    """Return the slot that makes two facts two events."""
    veto = _hard_veto(new, old, slots)
    if veto is not None:
        return veto
    if slots.parties in ("mixed", "apart") and not (slots.strong and _is_uneven(new, slots.kinds)):
        return "actor"
    is_round = slots.number == "agree" and not _is_uneven(new, slots.kinds)
    if new.type in DEALS and slots.parties == "agree" and is_round and other_names(new, old):
        return "actor"
    elsewhere = slots.countries == "differ" and not slots.local
    if elsewhere and new.type in DEALS and is_round and slots.parties == "absent":
        return "country"
    if elsewhere and new.type not in DEALS | _BETWEEN and not (new.type in MARKET_MOVES and slots.strong):
        return "country"
    moves = new.type in MARKET_MOVES or new.type == "export_control"
    if slots.place == "differ" and not (slots.strong and slots.parties == "agree") and not moves:
        return "place"
    if slots.place == "differ" and new.type == "price_move" and "level" not in slots.kinds:
        return "place"
    if slots.route == "differ" and not slots.strong:
        return "route"
    if slots.number == "differ" and not _told_anew(new, old, slots):
        return "number"
    return None


def _is_uneven(fact: Fact, kinds: frozenset[str]) -> bool:
    """Tell whether a number of these kinds has three digits beside its zeros at the end: 300,000 may be two mines' by chance."""
    told = (number.printed.low for number in fact.numbers if number.kind in kinds)
    return any(len(low.normalize().as_tuple().digits) >= STRONG_DIGITS for low in told)


def _veto_move(new: Fact, old: Fact, relation: str, kinship: Kinship) -> str | None:
    """Return what parts two moves that share no number: a week's and a day's, a family's and another member's."""
    if is_longer(new) != is_longer(old):
        return "period"
    if _other_currency(new, old):
        return "currency"
    if relation == "kin" and not (_names_family(new, old, kinship) or _names_family(old, new, kinship)):
        return "commodity"
    return None


_NO_CURRENCY = frozenset({"percent", "pp", "count", "days"})


def _other_currency(new: Fact, old: Fact) -> bool:
    """Tell whether two moves are told in other currencies: what is sold in yuan at home, and in dollars abroad."""
    ours, theirs = (
        {n.unit.partition("/")[0] for n in fact.numbers if n.kind in ("level", "change_by")} - _NO_CURRENCY
        for fact in (new, old)
    )
    return bool(ours and theirs) and ours.isdisjoint(theirs)


def _is_known(new: Fact, old: Fact, agrees: Sequence[str], apart: timedelta) -> bool:
    """Tell whether what agrees says which event it is, beside its commodity: actor, route, number; else time alone.

    A country is the actor of its controls and stockpiles. Elsewhere it says little: two mines of one country may stop in
    one week, so it joins only reports of nobody in particular within hours.
    """
    if new.type in MARKET_MOVES or new.type in _STATE or not _PARTICULAR.isdisjoint(agrees):
        return True
    if new.modality is Modality.DENIED or "until" in agrees:
        return True
    if "period" in agrees:
        return "country" in agrees or apart <= 3 * DAY
    if "market" in agrees:
        return apart <= SAME_DAY
    return "country" in agrees and new.type in REPORTS and not new.doers and not old.doers and apart <= HOURS


def _stage(fact: Fact) -> str:
    """Return whether the fact is told as planned, as past, or as news; a denial answers either of them."""
    if fact.modality in PLANNED:
        return "planned"
    return "past" if fact.modality is Modality.HISTORICAL else "news"


def _same_plan(new: Fact, agrees: Sequence[str], apart: timedelta) -> bool:
    """Tell whether what agrees is particular enough for a plan and its outcome, or for an old fact told again.

    What a country announces for a coming day one report tells as done, another as to come.
    """
    if new.type in _IMPOSED and new.modality is not Modality.HISTORICAL and "country" in agrees and apart <= 3 * DAY:
        return True
    if new.modality is Modality.DENIED or not {*_PARTICULAR, "period", "until"}.isdisjoint(agrees):
        return True
    return new.type not in MARKET_MOVES and "country" in agrees and "measure" in agrees


def _both_named(new: Fact, old: Fact) -> bool:
    """Tell whether both name who it was, without a common name: in two scripts the names do not say whether they are one."""
    other = new.language != old.language
    named = all(fact.doers or fact.sites or (other and fact.named) for fact in (new, old))
    return named and not share(new.named, old.named)


def _other_subjects(new: Fact, old: Fact) -> bool:
    """Tell whether one names a country alone and the other somebody alone: Guyana's output, and OPEC's."""
    if new.type in MARKET_MOVES or new.type in DEALS:
        return False
    return any(a.countries and not a.named and b.named and not b.countries for a, b in ((new, old), (old, new)))


def is_longer(fact: Fact) -> bool:
    """Tell whether a move is one of a week or longer; where nothing is said it is the day's."""
    return bool(fact.period.bases) and "day" not in fact.period.bases


def _names_family(bare: Fact, other: Fact, kinship: Kinship) -> bool:
    """Tell whether a move told without numbers names only the family of the other's commodity: oil fell, Brent by 4 %."""
    return (
        not bare.numbers
        and bool(other.numbers)
        and any(name in kinship.lineage(own) for name in bare.commodities for own in other.commodities)
    )


def _weigh(new: Fact, old: Fact, slots: _Slots) -> Match | None:
    """Add up what agrees; None when it is too little, or when the tellings lie too far apart for it."""
    agrees: list[str] = []
    score = {"same": 1.0, "kin": 0.5, "absent": 0.0, "other": 0.0}[slots.commodity]
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
    if new.told.until and old.told.until and same_date(new.told.until, old.told.until):
        score += 0.5
        agrees.append("until")
    for slot in ("market", "contract", "measure", "grade"):
        if (value := getattr(new.told, slot)) is not None and value == getattr(old.told, slot):
            score += 0.5
            agrees.append(slot)
    if _same_period(new, old) or (agrees and _comes_due(new, old)):
        score += 1.0
        agrees.append("period")
    apart = timedelta(0) if _recalls(new, old) else abs(new.at - old.at)
    if apart > _reach(new, old, agrees, strong=slots.strong):
        return None
    score += 1.0 if apart <= DAY else 0.5 if apart <= 3 * DAY else 0.0
    if new.direction != old.direction and _PARTICULAR.isdisjoint(agrees):
        return None
    if not _is_known(new, old, agrees, apart):
        return None
    if _stage(new) != _stage(old) and not _same_plan(new, agrees, apart):
        return None
    if agrees == ["number"] and new.type in _BETWEEN and not slots.strong and _placed(new) and _placed(old):
        return None
    if (
        agrees == ["number"]
        and len(slots.kinds) == 1
        and (_other_subjects(new, old) or (not slots.strong and _both_named(new, old)))
    ):
        return None
    return Match(score, tuple(agrees), slots.digits, slots.kinds) if score >= _needed(new, agrees) else None


def _recalls(new: Fact, old: Fact) -> bool:
    """Tell whether a stop, a deal or a measure is dated back to the month in which the other was told."""
    if new.type in MARKET_MOVES or (new.type in REPORTS and new.direction not in _STOPS):
        return False
    return abs(new.at - old.at) > _A_MONTH and f"{old.at:%Y-%m}" in new.period.references


def _placed(fact: Fact) -> bool:
    """Tell whether a fact says where it was, or names somebody."""
    return bool(fact.countries or fact.told.place or fact.told.route or fact.named)


def _comes_due(new: Fact, old: Fact) -> bool:
    """Tell whether what was planned for a month, quarter or year is told as done then, without saying for when."""
    if not _is_outcome(new, old) or new.period.references or new.type in MARKET_MOVES:
        return False
    return any(begins <= new.at.date() <= ends + _A_MONTH for begins, ends in spans_of(old.period))


def _same_period(new: Fact, old: Fact) -> bool:
    """Tell whether two facts are of one period: a month, a year, or the week that ends on the day both name."""
    if compare_references(new.period, old.period) == "agree":
        return True
    return new.type in REPORTS and new.day is not None and new.day == old.day


def _needed(new: Fact, agrees: Sequence[str]) -> float:
    """Return the weight that joins: less where something particular agrees."""
    if not agrees:
        return 1.5 if new.type in MARKET_MOVES else 9.0
    if new.modality is Modality.DENIED:
        return 2.0
    return 2.5


def _reach(new: Fact, old: Fact, agrees: Sequence[str], *, strong: bool) -> timedelta:
    """Return how far apart two tellings of one event may lie."""
    who = "actor" in agrees or "both parties" in agrees
    planned = old.modality in PLANNED or new.modality is Modality.HISTORICAL
    if new.modality is Modality.HISTORICAL and not {*_PARTICULAR, "country", "measure"}.isdisjoint(agrees):
        return HORIZON
    if new.type in MARKET_MOVES:
        if planned and "number" in agrees and (who or strong or "period" in agrees):
            return HORIZON if who else 60 * DAY
        if "period" in agrees and _is_outcome(new, old) and not new.period.bases:
            return 30 * DAY
        if strong or "period" in agrees:
            return 6 * DAY
        return ROUND_NUMBER if "number" in agrees else SAME_DAY
    if strong or (planned and ("number" in agrees or "both parties" in agrees)) or "until" in agrees:
        return HORIZON
    if planned and "period" in agrees and (who or not {"place", "country"}.isdisjoint(agrees)):
        return HORIZON
    if "country" in agrees and "measure" in agrees and (planned or new.told.measure == "ban"):
        return 120 * DAY
    if who or "place" in agrees or "route" in agrees:
        return 120 * DAY if planned or "number" in agrees or new.direction == "halt" else 21 * DAY
    if agrees == ["number"] and new.type in REPORTS:
        return 2 * DAY
    if "number" in agrees or "period" in agrees:
        return 60 * DAY if new.type in REPORTS else 21 * DAY
    return 7 * DAY


def _hard_veto(new: Fact, old: Fact, slots: _Slots) -> str | None:
    a, b, strong = new.told, old.told, slots.strong
    is_move = new.type in MARKET_MOVES
    if a.contract and b.contract and not same_contract(a.contract, b.contract):
        return "contract month"
    if new.period.parts and old.period.parts and are_other_parts(new.period, old.period):
        return "batch"
    anchored = strong and (len(slots.kinds) > 1 or "level" in slots.kinds)
    if _other_day(new, old, anchored=anchored):
        return "day"
    if is_move:
        if compare_bases(new.period, old.period) == "differ":
            return "period"
        if a.market and b.market and a.market != b.market and not strong:
            return "market"
        if new.forms and old.forms and new.forms.isdisjoint(old.forms):
            return "form"
        if a.measure != b.measure and not strong:
            return "measure"
    if new.type == "inventory_change" and _other_warehouses(new, old):
        return "market"
    if a.grade and b.grade and a.grade != b.grade and not (anchored if is_move else strong):
        return "grade"
    dated = is_move and new.day is not None and old.day is not None  # a month beside the day is what it compares with
    if (is_move or new.type in REPORTS) and not dated and compare_references(new.period, old.period) == "differ":
        return "period"
    if a.measure and b.measure and a.measure != b.measure and _GENERIC_MEASURES.isdisjoint((a.measure, b.measure)):
        named = slots.parties in ("agree", "both") and _AGAINST_FIRMS.issuperset((a.measure, b.measure))
        return None if named else "measure"
    return None


def _other_warehouses(new: Fact, old: Fact) -> bool:
    """Tell whether two exchanges tell of their stocks; who only counts stocks is a speaker too."""
    a, b = new.told.market, old.told.market
    if a is None or b is None or a == b:
        return False
    return not any(party.id in (a, b) for party in (*new.parties, *old.parties))


def _other_day(new: Fact, old: Fact, *, anchored: bool) -> bool:
    """Tell whether two facts name days too far apart for one: another day, for a week's figures another week.

    The night's close is dated a day later in Asia, Friday's on Monday: told within hours, in another language, or with one
    level (`anchored`), that is no other day.
    """
    if new.day is None or old.day is None:
        return False
    if is_longer(new) or is_longer(old) or new.type not in MARKET_MOVES:
        return abs(new.day - old.day) > SAME_WEEK
    if anchored or new.language != old.language:
        return abs(new.day - old.day) > SAME_WEEK
    return abs(new.day - old.day) > (DAY if abs(new.at - old.at) <= SAME_DAY else timedelta(0))


def _told_anew(new: Fact, old: Fact, slots: _Slots) -> bool:
    """Tell whether another number may still be the same event.

    A stop prolonged, by the same company or at the same place; a forecast of one period and what came of it; a measure
    that a country planned and then took.
    """
    if _is_outcome(new, old) and "agree" in (slots.parties, slots.place, slots.countries):
        if _same_period(new, old) or _comes_due(new, old):
            return True
        return new.type == "export_control" and new.told.measure is not None and new.told.measure == old.told.measure
    return (
        new.type == "production_change"
        and new.direction == old.direction == "halt"
        and (slots.parties == "agree" or slots.place == "agree")
    )


def _is_outcome(new: Fact, old: Fact) -> bool:
    """Tell whether what was planned or foreseen is now told as done."""
    return _stage(old) == "planned" and _stage(new) == "news"


_NO_NUMBERS: tuple[str, int, frozenset[str]] = ("absent", 0, _NO_KINDS)


def _numbers(new: Fact, old: Fact) -> tuple[str, int, frozenset[str]]:
    """Compare all numbers: `agree` with the most digits and the kinds that do, `differ` with those that do not, or `absent`."""
    if not new.numbers or not old.numbers:
        return "absent", 0, _NO_KINDS
    found = meetings(new.numbers, old.numbers)
    if not found:
        return "absent", 0, _NO_KINDS
    same = {kind: meeting.digits for kind, meeting in found if meeting.same}
    if not same:
        return "differ", 0, frozenset(kind for kind, _ in found)
    other = {kind for kind, _ in found} - same.keys()
    if compare_bases(new.period, old.period) == "differ":
        other -= {"change", "change_by"}
    if other:
        return "differ", 0, frozenset(other)
    return "agree", max(same.values()), frozenset(same)


def _countries(new: Fact, old: Fact, kinship: Kinship) -> str:
    """Compare countries. A control stands between two: one goods' origin in common does not make two imposers one.

    Each side names a country that the other lacks, and another one first; for a tariff the order says nothing, since goods
    are named by where they come from.
    """
    if not new.countries or not old.countries:
        is_home = new.type in MARKET_MOVES and (_is_at_home(new, old, kinship) or _is_at_home(old, new, kinship))
        return "agree" if is_home else "absent"
    if new.countries.isdisjoint(old.countries):
        return "differ"
    is_mixed = new.type in _IMPOSED and not (new.countries <= old.countries or old.countries <= new.countries)
    if is_mixed and (new.first_country != old.first_country or "tariff" in (new.told.measure, old.told.measure)):
        return "differ"
    return "agree"


def _is_at_home(firm: Fact, state: Fact, kinship: Kinship) -> bool:
    """Tell whether one names a country alone, and the other a company of it: Saudi Arabia's prices, and Aramco's."""
    if firm.countries or state.doers:
        return False
    return any(country in kinship.lineage(p.id) for p in firm.doers if p.id is not None for country in state.countries)


def reverses(new: Fact, old: Fact, kinship: Kinship) -> float:
    """Return how strongly a fact undoes another one; 0 when it does not."""
    if old.type != new.type or old.direction not in REVERSALS.get((new.type, new.direction), ()):
        return 0.0
    if new.modality in (Modality.DENIED, Modality.HISTORICAL) or old.at > new.at:
        return 0.0
    if new.direction == "halt" and _stage(old) == "planned":
        return 0.0  # a restart that is still to come is put off at most
    relation = kinship.relation(new.commodities, old.commodities)
    if relation == "other":
        return 0.0
    parties, place = compare_parties(new, old), compare_names(new.told.place, old.told.place)
    countries = _countries(new, old, kinship)
    if parties in ("differ", "apart") or place == "differ" or (countries == "differ" and place != "agree"):
        return 0.0
    score = 2.0 * (parties == "agree") + 3.0 * (parties == "both") + 2.0 * (place == "agree")
    if new.type in {"export_control", "stockpiling"}:
        score += 2.0 * (countries == "agree")
    elif countries == "agree":
        score += 0.5
    if _numbers(new, old)[0] == "agree":
        score += 1.0
    if new.told.measure and new.told.measure == old.told.measure:
        score += 0.5
    return score if score >= 2.0 and (new.direction != "resume" or old.direction != "down" or score >= 4.0) else 0.0


def share_party_and_number(one: Fact, two: Fact) -> bool:
    """Tell whether two facts of one article name a common party or place, and a common number.

    Where one of them names nobody that is known, the number must be a sum of money or have three digits, and be no percentage.
    """
    named = share(one.parties, two.parties) or compare_names(one.told.place, two.told.place) == "agree"
    if not named and one.known and two.known:
        return False
    alike = ((a, meet(a, b)) for a in one.numbers for b in two.numbers if named or a.unit not in ("percent", "pp"))
    return any(
        meeting is not None and meeting.same and meeting.digits >= (2 if named or a.kind == "value" else STRONG_DIGITS)
        for a, meeting in alike
    )
