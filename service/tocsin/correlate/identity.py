"""Same event or not: two facts compared slot by slot.

A slot agrees, differs or says nothing because one side does not state it. A difference that a trader would call another
event is a veto: other company, country, month, contract, exchange, grade, form, measure, a daily beside a weekly move, a
number that is not the same. Agreements weigh; how much is needed, and how far apart in time two tellings may lie, depends
on the type. The words of the articles play no part, so the language does not matter.
"""

from collections.abc import Sequence
from datetime import timedelta
from typing import NamedTuple

from tocsin.correlate.amounts import STRONG_DIGITS, meet
from tocsin.correlate.comparable import DEALS, Fact
from tocsin.correlate.kinds import (
    A_MONTH,
    BETWEEN,
    DAY,
    HORIZON,
    HOURS,
    IMPOSED,
    MARKET_MOVES,
    PARTICULAR,
    PLANNED,
    REPORTS,
    REVERSALS,
    ROUND_NUMBER,
    SAME_DAY,
    SAME_WEEK,
    STATE,
    STOPS,
)
from tocsin.correlate.kinship import Kinship
from tocsin.correlate.parties import compare_names, compare_parties, share, unlike_partners
from tocsin.correlate.periods import same_date
from tocsin.correlate.vetoes import (
    NO_KINDS,
    NO_NUMBERS,
    Slots,
    comes_due,
    compare_countries,
    compare_numbers,
    is_longer,
    is_outcome,
    is_same_period,
    is_uneven,
    stage_of,
    units_of,
    veto_of,
    veto_of_move,
)
from tocsin.messages.signal import Modality


class Match(NamedTuple):
    """One fact meets another: how much agrees, in which slots (for the verdict's reason), and to how many digits."""

    score: float
    agrees: tuple[str, ...]
    digits: int = 0
    kinds: frozenset[str] = frozenset()
    """What the numbers that agree measure."""


class Veto(NamedTuple):
    """Two facts cannot be of one event; `slot` says why."""

    slot: str
    kinds: frozenset[str] = frozenset()
    """What the numbers that differ measure."""


_ACTOR, _DIRECTION, _COMMODITY = Veto("actor"), Veto("direction"), Veto("commodity")


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
        return _of_other_goods(new, old)
    if abs(new.at - old.at) > HORIZON:
        return None
    parties = compare_parties(new, old) if new.parties and old.parties else "absent"
    if parties == "differ":
        return _ACTOR
    number, digits, kinds = compare_numbers(new, old) if new.numbers and old.numbers else NO_NUMBERS
    if number == "differ" and new.type in MARKET_MOVES and not is_outcome(new, old):
        return Veto("number", kinds)
    a, b = new.told, old.told
    slots = Slots(
        commodity=relation,
        parties=parties,
        place=_places(a.place, b.place, kinship) if a.place and b.place else "absent",
        route=compare_names(a.route, b.route) if a.route and b.route else "absent",
        countries=compare_countries(new, old, kinship),
        number=number,
        digits=digits,
        kinds=kinds,
    )
    veto = veto_of(new, old, slots)
    if veto == "country" and is_headline and (new.type in DEALS or _says_less(new, old, number)):
        veto = None  # a headline names the buyer's country and the text the mine's, or whose fault a move is
    if veto is None and not is_headline and new.type in MARKET_MOVES and number != "agree":
        veto = veto_of_move(new, old, relation, kinship)
    if veto is not None:
        return Veto(veto, kinds if veto == "number" else NO_KINDS)
    return _weigh(new, old, slots)


def _of_other_goods(new: Fact, old: Fact) -> Veto:
    """Return what parts two facts of other goods: in a deal first its parties."""
    partners = compare_parties(new, old) if new.type in DEALS else "absent"
    return _ACTOR if partners in ("differ", "mixed") else _COMMODITY


def _places(one: str, two: str, kinship: Kinship) -> str:
    """Compare places: `agree`, `differ`, or `absent` where one lies within the other, which says nothing of where in it."""
    found = compare_names(one, two)
    if found == "differ" and (one in kinship.lineage(two) or two in kinship.lineage(one)):
        return "absent"
    return found


def _says_less(new: Fact, old: Fact, number: str) -> bool:
    """Tell whether one of two reports of an article gives fewer numbers than the other, and these are the other's."""
    return new.type in REPORTS and number == "agree" and len(new.numbers) != len(old.numbers)


def _called_otherwise(new: Fact, old: Fact, kinship: Kinship) -> bool:
    """Tell whether two names of one family may be one thing: no price, a common party, a number that is no chance.

    Of a control's list of goods one report names these, another those: there country, measure and day tell.
    """
    if new.type in MARKET_MOVES or not kinship.siblings(new.commodities, old.commodities):
        return False
    if new.type == "export_control":
        alike = (
            compare_countries(new, old, kinship) == "agree"
            and new.told.measure is not None
            and new.told.measure == old.told.measure
        )
        return alike and abs(new.at - old.at) <= 2 * DAY
    if compare_parties(new, old) not in ("agree", "both"):
        return False
    number, digits, _ = compare_numbers(new, old)
    return number == "agree" and digits > 1


def _is_known(new: Fact, old: Fact, agrees: Sequence[str], apart: timedelta) -> bool:
    """Tell whether what agrees says which event it is, beside its commodity: actor, route, number; else time alone.

    A country is the actor of its controls and stockpiles. Elsewhere it says little: two mines of one country may stop in
    one week, so it joins only reports of nobody in particular within hours.
    """
    if new.type in MARKET_MOVES or new.type in STATE or not PARTICULAR.isdisjoint(agrees):
        return True
    if new.modality is Modality.DENIED or "until" in agrees:
        return True
    if "period" in agrees:
        return "country" in agrees or apart <= 3 * DAY
    if "market" in agrees:
        return apart <= SAME_DAY
    return "country" in agrees and new.type in REPORTS and not new.doers and not old.doers and apart <= HOURS


def _same_plan(new: Fact, agrees: Sequence[str], apart: timedelta) -> bool:
    """Tell whether what agrees is particular enough for a plan and its outcome, or for an old fact told again.

    What a country announces for a coming day one report tells as done, another as to come.
    """
    if new.type in IMPOSED and new.modality is not Modality.HISTORICAL and "country" in agrees and apart <= 3 * DAY:
        return True
    if new.modality is Modality.DENIED or not {*PARTICULAR, "period", "until"}.isdisjoint(agrees):
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


def _one_stop(new: Fact, old: Fact, apart: timedelta) -> bool:
    """Tell whether two tell of a stop within hours, in two languages: one names the works, the other their country."""
    return new.direction == old.direction == "halt" and new.language != old.language and apart <= HOURS


_LASTING = MARKET_MOVES | REPORTS | {"mna"}
"""Types of which a round number may say enough: a price beside its day, a takeover that closes months later, works of a size."""
_ROUND_ALONE = 6 * DAY
"""How far apart two tellings may lie that share a round number, however many zeros are printed, and nothing else."""


def _is_round_alone(new: Fact, old: Fact, agrees: Sequence[str]) -> bool:
    """Tell whether a round number would have to tell alone that two deals or measures are one."""
    if new.type in _LASTING or old.modality in PLANNED or not {"number", "country"}.issuperset(agrees):
        return False
    return new.type in DEALS or not share(new.named, old.named)


def _of_other_sides(new: Fact, old: Fact, slots: Slots) -> bool:
    """Tell whether two deals agree in one side and a round number alone: a buyer takes as much from two sellers."""
    if new.type not in DEALS or slots.parties != "agree" or old.modality in PLANNED or stage_of(new) == "past":
        return False
    round_one = slots.number == "agree" and not is_uneven(new, slots.kinds)
    return round_one and unlike_partners(new, old)


def _weigh(new: Fact, old: Fact, slots: Slots) -> Match | None:
    """Add up what agrees; None when it is too little, or when the tellings lie too far apart for it."""
    score, agrees = _agreement(new, old, slots)
    apart = timedelta(0) if _recalls(new, old) else abs(new.at - old.at)
    alone = _is_round_alone(new, old, agrees)
    strong = slots.strong and (is_uneven(new, slots.kinds) or not alone)
    reach = _reach(new, old, agrees, strong=slots.strong)
    if apart > (min(reach, _ROUND_ALONE) if alone and not strong else reach):
        return None
    if apart > _ROUND_ALONE and _of_other_sides(new, old, slots):
        return None
    score += 1.0 if apart <= DAY else 0.5 if apart <= 3 * DAY else 0.0
    if new.direction != old.direction and PARTICULAR.isdisjoint(agrees):
        return None
    if not _is_known(new, old, agrees, apart):
        return None
    if stage_of(new) != stage_of(old) and not _same_plan(new, agrees, apart):
        return None
    if agrees == ["number"] and _is_chance(new, old, slots, apart, strong=strong):
        return None
    return Match(score, tuple(agrees), slots.digits, slots.kinds) if score >= _needed(new, agrees) else None


def _agreement(new: Fact, old: Fact, slots: Slots) -> tuple[float, list[str]]:
    """Return the weight of all that agrees, and what it is."""
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
    if not units_of(new).isdisjoint(units_of(old)):
        score += 0.5
        agrees.append("unit")
    if is_same_period(new, old) or (agrees and comes_due(new, old)):
        score += 1.0
        agrees.append("period")
    return score, agrees


def _is_chance(new: Fact, old: Fact, slots: Slots, apart: timedelta, *, strong: bool) -> bool:
    """Tell whether a number that agrees alone may be one by chance, since other words part the two tellings."""
    if new.type in BETWEEN and not slots.strong and _placed(new) and _placed(old):
        return True
    if len(slots.kinds) != 1:
        return False
    other_subjects = _other_subjects(new, old) and not _one_stop(new, old, apart)
    return other_subjects or (not strong and _both_named(new, old))


def _recalls(new: Fact, old: Fact) -> bool:
    """Tell whether a stop, a deal or a measure is dated back to the month in which the other was told."""
    if new.type in MARKET_MOVES or (new.type in REPORTS and new.direction not in STOPS) or _is_figure(new):
        return False
    return abs(new.at - old.at) > A_MONTH and f"{old.at:%Y-%m}" in new.period.references


def _placed(fact: Fact) -> bool:
    """Tell whether a fact says where it was, or names somebody."""
    return bool(fact.countries or fact.told.place or fact.told.route or fact.named)


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
    if new.modality is Modality.HISTORICAL and not {*PARTICULAR, "country", "measure"}.isdisjoint(agrees):
        return HORIZON
    if new.type in MARKET_MOVES:
        if planned and "number" in agrees and (who or strong or "period" in agrees):
            return HORIZON if who else 60 * DAY
        if "period" in agrees and is_outcome(new, old) and not new.period.bases:
            return 30 * DAY
        if strong or "period" in agrees:
            return 6 * DAY
        if "number" in agrees and new.day is not None and new.day == old.day:
            return 6 * DAY  # what a later report says of that day is no new move
        if "number" not in agrees:
            return SAME_DAY
        return SAME_WEEK if is_longer(new) and is_longer(old) else ROUND_NUMBER
    if strong or (planned and ("number" in agrees or "both parties" in agrees)) or "until" in agrees:
        return HORIZON
    if planned and "period" in agrees and (who or not {"place", "country"}.isdisjoint(agrees)):
        return HORIZON
    if "country" in agrees and new.told.measure == "ban" and "measure" in agrees:
        return HORIZON  # goods that are banned already are banned no second time, but for longer
    if "country" in agrees and "measure" in agrees and planned:
        return 120 * DAY
    if who or "place" in agrees or "route" in agrees:
        return 120 * DAY if planned or "number" in agrees or new.direction == "halt" else 21 * DAY
    if agrees == ["number"] and new.type in REPORTS:
        return 2 * DAY
    if "number" in agrees or "period" in agrees:
        return 60 * DAY if new.type in REPORTS else 21 * DAY
    return 7 * DAY


def reverses(new: Fact, old: Fact, kinship: Kinship) -> float:
    """Return how strongly a fact undoes another one; 0 when it does not."""
    if old.type != new.type or old.direction not in REVERSALS.get((new.type, new.direction), ()):
        return 0.0
    if new.modality in (Modality.DENIED, Modality.HISTORICAL) or old.at > new.at:
        return 0.0
    if _is_figure(new) or _is_figure(old):
        return 0.0  # exports that fell in May undo none that rose in April
    if new.direction == "halt" and stage_of(old) == "planned":
        return 0.0  # a restart that is still to come is put off at most
    relation = kinship.relation(new.commodities, old.commodities)
    if relation == "other":
        return 0.0
    parties, place = compare_parties(new, old), compare_names(new.told.place, old.told.place)
    countries = compare_countries(new, old, kinship)
    if parties in ("differ", "apart") or place == "differ" or (countries == "differ" and place != "agree"):
        return 0.0
    score = 2.0 * (parties == "agree") + 3.0 * (parties == "both") + 2.0 * (place == "agree")
    if new.type in {"export_control", "stockpiling"}:
        score += 2.0 * (countries == "agree")
    elif countries == "agree":
        score += 0.5
    if compare_numbers(new, old)[0] == "agree":
        score += 1.0
    if new.told.measure and new.told.measure == old.told.measure:
        score += 0.5
    return score if score >= 2.0 and (new.direction != "resume" or old.direction != "down" or score >= 4.0) else 0.0


_CHANGES = frozenset({"change", "change_by", "level"})


def _is_figure(fact: Fact) -> bool:
    """Tell whether a source of supply is only told by the figures of a time: exports of a month, which are more or less."""
    return fact.type == "supply_source" and any(number.kind in _CHANGES for number in fact.numbers)


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
