"""What makes two facts two events: slots that differ, and how slots stand to each other."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from tocsin.correlate.amounts import STRONG_DIGITS, meet, meetings
from tocsin.correlate.comparable import DEALS, Fact
from tocsin.correlate.kinds import (
    A_MONTH,
    BETWEEN,
    DAY,
    IMPOSED,
    MARKET_MOVES,
    PLANNED,
    REPORTS,
    SAME_DAY,
    SAME_WEEK,
)
from tocsin.correlate.kinship import Kinship
from tocsin.correlate.parties import other_names, share, unlike_names
from tocsin.correlate.periods import are_other_parts, compare_bases, compare_references, same_contract, spans_of
from tocsin.messages.signal import Modality

_GENERIC_MEASURES = frozenset({"restriction"})
_AGAINST_FIRMS = frozenset({"ban", "licence", "sanction"})
"""What a list of firms is called: who stands on it gets nothing, or nothing without a licence."""


NO_KINDS: frozenset[str] = frozenset()


@dataclass(slots=True)
class Slots:
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


def veto_of(new: Fact, old: Fact, slots: Slots) -> str | None:
    """Return the slot that makes two facts two events."""
    veto = _hard_veto(new, old, slots)
    if veto is not None:
        return veto
    if slots.parties in ("mixed", "apart") and not (slots.strong and is_uneven(new, slots.kinds)):
        return "actor"
    if _of_other_holders(new, old):
        return "actor"
    elsewhere = slots.countries == "differ" and not slots.local
    if new.type in DEALS and (veto := _veto_of_deal(new, old, slots, elsewhere=elsewhere)):
        return veto
    if elsewhere and new.type not in DEALS | BETWEEN and not (new.type in MARKET_MOVES and slots.strong):
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


def _veto_of_deal(new: Fact, old: Fact, slots: Slots, *, elsewhere: bool) -> str | None:
    """Return what makes two deals of two that share a party, or name none."""
    is_round = slots.number == "agree" and not is_uneven(new, slots.kinds)
    if slots.parties == "agree" and is_round and other_names(new, old):
        return "actor"
    if slots.parties not in ("absent", "agree") or not (elsewhere or _are_mixed(new, old)):
        return None
    return "country" if _is_other_sale(new, old, slots) else None


def _is_other_sale(new: Fact, old: Fact, slots: Slots) -> bool:
    """Tell whether deals in two countries, that name no two parties alike, are two: one seller's, or those of nobody named.

    A number of a few digits is no proof against it: export sales are told in lots of one size.
    """
    if share(new.doers, old.doers):
        return unlike_names(new, old)
    return (
        slots.number == "agree" and not share(new.named, old.named) and not is_uneven(new, slots.kinds, UNLIKELY_DIGITS)
    )


UNLIKELY_DIGITS = 4
"""Digits beside the zeros at the end to which two sales to two countries do not agree by chance."""


def _of_other_holders(new: Fact, old: Fact) -> bool:
    """Tell whether one state body gave two firms a licence each; what it forbids, it may forbid many at once."""
    if new.type != "export_control" or new.direction != "ease" or not new.told.measure == old.told.measure == "licence":
        return False
    return share(new.doers, old.doers) is False


def is_uneven(fact: Fact, kinds: frozenset[str], digits: int = STRONG_DIGITS) -> bool:
    """Tell whether a number of these kinds has so many digits beside its zeros at the end: 300,000 may be two mines' by chance."""
    told = (number.printed.low for number in fact.numbers if number.kind in kinds)
    return any(len(low.normalize().as_tuple().digits) >= digits for low in told)


def veto_of_move(new: Fact, old: Fact, relation: str, kinship: Kinship) -> str | None:
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


def _other_quotes(new: Fact, old: Fact) -> bool:
    """Tell whether two moves tell prices in other currencies and for other measures: gas by the MWh and by the MMBtu.

    One market's price told in another currency is for the same measure, and what is converted for readers of another language
    may be for any.
    """
    ours, theirs = ({n.unit.partition("/")[::2] for n in fact.numbers if n.kind == "level"} for fact in (new, old))
    return (
        new.language == old.language
        and bool(ours and theirs)
        and all(a != b for x in ours for y in theirs for a, b in zip(x, y, strict=True))
    )


def stage_of(fact: Fact) -> str:
    """Return whether the fact is told as planned, as past, or as news; a denial answers either of them."""
    if fact.modality in PLANNED:
        return "planned"
    return "past" if fact.modality is Modality.HISTORICAL else "news"


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


def comes_due(new: Fact, old: Fact) -> bool:
    """Tell whether what was planned for a month, quarter or year is told as done then, without saying for when."""
    if not is_outcome(new, old) or new.period.references or new.type in MARKET_MOVES:
        return False
    return any(begins <= new.at.date() <= ends + A_MONTH for begins, ends in spans_of(old.period))


def is_same_period(new: Fact, old: Fact) -> bool:
    """Tell whether two facts are of one period: a month, a year, or the week that ends on the day both name."""
    if compare_references(new.period, old.period) == "agree":
        return True
    return new.type in REPORTS and new.day is not None and new.day == old.day


def _hard_veto(new: Fact, old: Fact, slots: Slots) -> str | None:
    """Return the slot that makes two facts two, whoever tells them: contract, batch, day, period, market, form, measure or grade."""
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
        if not anchored and not strong and (_is_a_day_beside(new, old) or _is_a_day_beside(old, new)):
            return "period"
        if a.market and b.market and a.market != b.market and not strong:
            return "market"
        if new.forms and old.forms and new.forms.isdisjoint(old.forms):
            return "form"
        if a.measure != b.measure and not strong:
            return "measure"
        if not strong and _other_quotes(new, old):
            return "currency"
    if new.type == "inventory_change" and _other_warehouses(new, old):
        return "market"
    if a.grade and b.grade and a.grade != b.grade and not (anchored if is_move else strong):
        return "grade"
    dated = is_move and new.day is not None and old.day is not None  # a month beside the day is what it compares with
    if (is_move or new.type in REPORTS) and not dated and compare_references(new.period, old.period) == "differ":
        return "period"
    if a.measure == b.measure == "quota" and compare_references(new.period, old.period) == "differ":
        return "period"
    if a.measure and b.measure and a.measure != b.measure and _GENERIC_MEASURES.isdisjoint((a.measure, b.measure)):
        named = slots.parties in ("agree", "both") and _AGAINST_FIRMS.issuperset((a.measure, b.measure))
        return None if named else "measure"
    return None


def _is_a_day_beside(one: Fact, other: Fact) -> bool:
    """Tell whether one is the move of a day that it names, the other that of a longer time, of which it names no day."""
    return one.day is not None and not one.period.bases and other.day is None and is_longer(other)


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
    if new.day is None or old.day is None or new.type == "production_change":
        return False  # a stop is dated to its first day, to its announcement, or to the day on which it is still on
    if is_longer(new) or is_longer(old) or new.type not in MARKET_MOVES:
        return abs(new.day - old.day) > SAME_WEEK
    if anchored or new.language != old.language:
        return abs(new.day - old.day) > SAME_WEEK
    return abs(new.day - old.day) > (DAY if abs(new.at - old.at) <= SAME_DAY else timedelta(0))


def _told_anew(new: Fact, old: Fact, slots: Slots) -> bool:
    """Tell whether another number may still be the same event.

    A stop prolonged, by the same company or at the same place; a forecast of one period and what came of it; a measure
    that a country planned and then took.
    """
    if is_outcome(new, old) and "agree" in (slots.parties, slots.place, slots.countries):
        if is_same_period(new, old) or comes_due(new, old):
            return True
        return new.type == "export_control" and new.told.measure is not None and new.told.measure == old.told.measure
    return (
        new.type == "production_change"
        and new.direction == old.direction == "halt"
        and (slots.parties == "agree" or slots.place == "agree")
    )


def units_of(fact: Fact) -> frozenset[str]:
    """Return the numbered units of works that a fact names."""
    return frozenset(part for part in fact.period.parts if part[0] == "U")


def is_outcome(new: Fact, old: Fact) -> bool:
    """Tell whether what was planned or foreseen is now told as done."""
    return stage_of(old) == "planned" and stage_of(new) == "news"


_SIZES = frozenset({"change", "change_by", "quantity", "value", "share", "count", "days", "capacity"})
"""Kinds of numbers that tell the size of a deal, a cut or a stop, not where output stands after it."""
_OUTGROWN_DIGITS = 2


def grown_from(new: Fact, old: Fact) -> tuple[str, int, frozenset[str]] | None:
    """Tell whether one fact says that it was before what the other one is: a contract enlarged from the known volume."""
    for later, earlier in ((new, old), (old, new)):
        if later.former is None or later.period.bases:
            continue
        for number in earlier.numbers:
            if number.kind not in _SIZES:
                continue
            meeting = meet(later.former, number)
            if meeting is None or not meeting.same:
                continue
            if meeting.digits >= _OUTGROWN_DIGITS or share(new.parties, old.parties):
                return "agree", meeting.digits, frozenset({number.kind})
    return None


NO_NUMBERS: tuple[str, int, frozenset[str]] = ("absent", 0, NO_KINDS)


def compare_numbers(new: Fact, old: Fact) -> tuple[str, int, frozenset[str]]:
    """Compare all numbers: `agree` with the most digits and the kinds that do, `differ` with those that do not, or `absent`."""
    if not new.numbers or not old.numbers:
        return "absent", 0, NO_KINDS
    found = meetings(new.numbers, old.numbers)
    if not found:
        return grown_from(new, old) or NO_NUMBERS
    same = {kind: meeting.digits for kind, meeting in found if meeting.same}
    if not same:
        return grown_from(new, old) or ("differ", 0, frozenset(kind for kind, _ in found))
    other = {kind for kind, _ in found} - same.keys()
    if compare_bases(new.period, old.period) == "differ":
        other -= {"change", "change_by"}
    if other:
        return grown_from(new, old) or ("differ", 0, frozenset(other))
    return "agree", max(same.values()), frozenset(same)


_LATER = timedelta(hours=18)
"""How long after a fact another one of its kind is told as such; within it, reports of one fact may tell it either way."""


def is_one_more(new: Fact, event: Sequence[Fact]) -> bool:
    """Tell whether a fact is told as one more of its kind, and the event as the first: a sale, and another of its size."""
    if not _is_further(new) or any(_is_further(known) for known in event):
        return False
    return new.at - min(known.at for known in event) >= _LATER


def _is_further(fact: Fact) -> bool:
    return fact.further or any(part[0] == "B" and part != "B1" for part in fact.period.parts)


def compare_countries(new: Fact, old: Fact, kinship: Kinship) -> str:
    """Compare countries. A control stands between two: one goods' origin in common does not make two imposers one.

    Each side names a country that the other lacks, and another one first; for a tariff the order says nothing, since goods
    are named by where they come from.
    """
    if not new.countries or not old.countries:
        is_home = new.type in MARKET_MOVES and (_is_at_home(new, old, kinship) or _is_at_home(old, new, kinship))
        return "agree" if is_home else "absent"
    if new.countries.isdisjoint(old.countries):
        return "differ"
    is_mixed = new.type in IMPOSED and _are_mixed(new, old)
    if is_mixed and (new.first_country != old.first_country or "tariff" in (new.told.measure, old.told.measure)):
        return "differ"
    return "agree"


def _are_mixed(new: Fact, old: Fact) -> bool:
    """Tell whether each of two facts names a country that the other lacks."""
    return not (new.countries <= old.countries or old.countries <= new.countries)


def _is_at_home(firm: Fact, state: Fact, kinship: Kinship) -> bool:
    """Tell whether one names a country alone, and the other a company of it: Saudi Arabia's prices, and Aramco's."""
    if firm.countries or state.doers:
        return False
    return any(country in kinship.lineage(p.id) for p in firm.doers if p.id is not None for country in state.countries)
