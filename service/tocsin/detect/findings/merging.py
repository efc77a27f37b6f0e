"""Merging: drafts of one text that tell the same fact become one, which keeps the places of all and what only one of them knows.

Two are the same where type, direction, kind of measure and goods are, no number speaks against it, and nothing parts them: other
firms, countries, forms or grades, other times, or that one tells what is and the other what may come.
"""

from decimal import Decimal

from tocsin.detect.quantities.amounts import Amount
from tocsin.detect.scenes.drafts import Ancestors, Draft
from tocsin.detect.words.hits import Hit
from tocsin.messages import Modality


def merge(drafts: list[Draft], ancestors: Ancestors) -> list[Draft]:
    """Join drafts that tell the same fact; the better one stays and keeps the others' sentences.

    What two verbs of one sentence say of one thing is joined first, so that the headline meets all of its numbers.
    """
    joined = _merged(drafts, ancestors)
    return joined if len(joined) in (1, len(drafts)) else _merged(joined, ancestors)


def _merged(drafts: list[Draft], ancestors: Ancestors) -> list[Draft]:
    """Return the drafts, those of one fact as one: the weightier absorbs the other and takes the place of the first."""
    kept: list[Draft] = []
    alike: dict[tuple[str, str], list[int]] = {}
    for draft in drafts:
        places = alike.setdefault((draft.type, draft.direction), [])
        near = places
        if len(places) > 1:
            near = sorted(places, key=lambda place: kept[place].sentence.order != draft.sentence.order)
        place = next((place for place in near if is_same(kept[place], draft, ancestors)), None)
        if place is None:
            places.append(len(kept))
            kept.append(draft)
            continue
        other = kept[place]
        better, worse = (draft, other) if _weight(draft) > _weight(other) else (other, draft)
        _absorb(better, worse)
        kept[place] = better
    return kept


def _weight(draft: Draft) -> tuple[int, bool, int, float]:
    """Return what makes a draft the better one; the second part of a headline alone (`环比减少6%`) explains little."""
    news = draft.modality is not Modality.HISTORICAL and not draft.standing
    part = draft.sentence
    leans = draft.carried and part.chinese and part.paragraph == 0
    return news * 2 + bool(draft.amounts), not leans, draft.relevance, draft.confidence


def _names_parent(a: Draft, b: Draft, ancestors: Ancestors) -> bool:
    """Tell whether a headline without a number calls by its family what the body names: oil falls, Brent fell 2%."""
    if not _with_title(a, b):
        return False
    title, body = (a, b) if a.sentence.order == 0 else (b, a)
    return not title.amounts and any(id_ in title.ids for own in body.ids for id_ in ancestors(own))


def is_same(a: Draft, b: Draft, ancestors: Ancestors) -> bool:
    """Tell whether two drafts of one type and direction tell the same fact."""
    if a.candidate.measure != b.candidate.measure and not _is_one_measure(a, b):
        return False
    if a.modality is not b.modality and Modality.DENIED in (a.modality, b.modality):
        return False
    if a.sentence.order != b.sentence.order and (_is_outlook(a, b) or _of_other_times(a, b) or _of_other_parties(a, b)):
        return False
    if a.sentence.order == b.sentence.order and _is_outlook_beside(a, b):
        return False
    if a.total is not b.total and a.amounts and b.amounts and a.sentence.order == b.sentence.order:
        return False
    ours, theirs = a.ids, b.ids
    apart = bool(ours and theirs) and set(ours).isdisjoint(theirs)
    if apart and not _same_load(a, b) and not _names_parent(a, b, ancestors):
        return False
    if _apart(a.forms, b.forms) or (_apart(a.bodies, b.bodies) and not _repeats_title(a, b)):
        return False
    if a.grade and b.grade and a.grade[0] != b.grade[0]:
        return False
    if (
        a.sentence.order != b.sentence.order
        and not _is_bare_title(a, b)
        and (_apart(a.companies, b.companies) or _apart(_states(a.countries), _states(b.countries)))
    ):
        return False
    return not _disagree(a, b)


_ANY_MEASURE = "restriction"
"""The measure of a word that leaves open how exports are held back: curbs, controls."""
_OF_TRADE = frozenset(["licence", "quota", "ban", _ANY_MEASURE])


def _is_one_measure(a: Draft, b: Draft) -> bool:
    """Tell whether two unlike measures may be one: untold, or a headline's word for what the text names, or the other way."""
    told = {draft.candidate.measure for draft in (a, b)}
    return None in told or (_ANY_MEASURE in told and told <= _OF_TRADE and _with_title(a, b))


_STATES = frozenset(["price_move", "demand_change", "inventory_change"])
"""Types whose headline tells the present as such."""
_DEEDS = frozenset(["production_change", "stockpiling"])
"""Types whose headline may tell in the present what the text below expects."""
_DEALS = frozenset(["large_contract", "mna"])
_NOT_YET = frozenset([Modality.EXPECTED, Modality.POSSIBLE])


def _is_outlook(a: Draft, b: Draft) -> bool:
    """Tell whether one sentence tells what is and the other what may come: `Tin slips … The metal could fall below $28,000`.

    A deal, a measure or a project is the same whether it is told as agreed on or as expected.
    """
    if a.type not in _STATES and (a.type not in _DEEDS or _with_title(a, b)):
        return False
    return (a.modality in _NOT_YET) is not (b.modality in _NOT_YET)


_FORECAST = frozenset(["production_change", "demand_change"])


def _is_outlook_beside(a: Draft, b: Draft) -> bool:
    """Tell whether an English sentence tells what is expected and what was, each by its own number: `cut its forecast to 405,000 oz after output fell 2%`."""
    if a.type not in _FORECAST or a.sentence.chinese or not (a.amounts and b.amounts):
        return False
    return (a.modality in _NOT_YET) is not (b.modality in _NOT_YET) and a.amounts.keys().isdisjoint(b.amounts)


def _of_other_times(a: Draft, b: Draft) -> bool:
    """Tell whether two sentences below the headline, which share no number, tell of other days or periods."""
    if _with_title(a, b) or any(name in b.amounts and a.amounts[name].low == b.amounts[name].low for name in a.amounts):
        return False
    if a.day is not None and b.day is not None and a.day[0] != b.day[0]:
        return True
    return bool(a.periods and b.periods) and {name for name, _ in a.periods}.isdisjoint([name for name, _ in b.periods])


def _of_other_parties(a: Draft, b: Draft) -> bool:
    """Tell whether two deals name a firm each that the other lacks: one seller's contracts with two buyers."""
    if a.type not in _DEALS:
        return False
    ours, theirs = ({hit.id for hit in draft.companies} for draft in (a, b))
    return bool(ours - theirs and theirs - ours)


LOAD_DIGITS = 3
"""Digits of a quantity from which on chance is out."""


def _same_load(a: Draft, b: Draft) -> bool:
    """Tell whether two sentences name one quantity of what each calls by another name: 3,214 t of rare earths, of oxide."""
    ours, theirs = a.amounts.get("quantity"), b.amounts.get("quantity")
    if ours is None or theirs is None or a.sentence.order == b.sentence.order:
        return False
    digits = len(str(int(ours.low)).rstrip("0"))
    return (ours.low, ours.high, ours.unit) == (theirs.low, theirs.high, theirs.unit) and digits >= LOAD_DIGITS


def _apart(ours: list[Hit], theirs: list[Hit]) -> bool:
    """Tell whether both name something and nothing in common."""
    return bool(ours and theirs and not {hit.id for hit in ours} & {hit.id for hit in theirs})


def _states(hits: list[Hit]) -> list[Hit]:
    """Return the countries of countries and places: 我国 and 天津 are one."""
    return [Hit(h.start, h.end, "country", str(h.data), None) if h.kind == "place" and h.data else h for h in hits]


def _is_bare_title(a: Draft, b: Draft) -> bool:
    """Tell whether one is a headline about a price without numbers, which may name another country as the cause."""
    return a.type == "price_move" and any(d.sentence.order == 0 and not d.amounts for d in (a, b))


def _with_title(a: Draft, b: Draft) -> bool:
    return (a.sentence.order == 0) != (b.sentence.order == 0)


def _repeats_title(a: Draft, b: Draft) -> bool:
    """Tell whether the text gives the change of the headline, which may name another body, as the cause."""
    ours, theirs = a.amounts.get("change"), b.amounts.get("change")
    return _with_title(a, b) and ours is not None and theirs is not None and ours.low == theirs.low


def _alike(a: Draft, b: Draft, one: Amount, two: Amount) -> bool:
    """Tell whether two amounts have one unit; a headline leaves out what a price is for: `below $65`."""
    units = (one.unit, two.unit)
    return units[0] == units[1] or (_with_title(a, b) and units[0].partition("/")[0] == units[1].partition("/")[0])


_SLACK = {"at_most": (Decimal("0.95"), Decimal(1)), "at_least": (Decimal(1), Decimal("1.05"))}
_SHORT = (Decimal("0.98"), Decimal("1.02"))
"""How far a headline's mark, which leaves out what the price is for, lies from the price: 跌破65美元."""
_ABOUT = (Decimal("0.95"), Decimal("1.05"))


def _meet(a: Draft, b: Draft, one: Amount, two: Amount) -> bool:
    """Tell whether two amounts are one number, a headline's rounded: `below $65` is $64.25, `almost 10%` is 9.9%."""
    if one.low == two.low:
        return True
    if not _with_title(a, b):
        return False
    rough, exact = (one, two) if a.sentence.order == 0 else (two, one)
    if rough.low <= 0:
        return False
    if rough.bound == "exact":
        low, high = _SHORT if "/" in exact.unit and "/" not in rough.unit else (Decimal(1), Decimal(1))
    else:
        low, high = _SLACK.get(rough.bound, _ABOUT)
        if (
            rough.bound == "at_least"
            and rough.unit == "percent"
            and rough.step == 1
            and rough.low <= exact.low < rough.low + 1
        ):
            return True  # 涨逾4% is 4.41%
    return rough.low * low <= exact.low <= rough.low * high


def _disagree(a: Draft, b: Draft) -> bool:
    shared = [name for name in a.amounts if name in b.amounts and _alike(a, b, a.amounts[name], b.amounts[name])]
    if any(not _meet(a, b, a.amounts[name], b.amounts[name]) for name in shared):
        return True
    if a.sentence.order == b.sentence.order and any(_are_elsewhere(a, b, name) for name in a.amounts):
        return True
    return bool(a.amounts and b.amounts and not shared and a.sentence.order != b.sentence.order)


def _are_elsewhere(a: Draft, b: Draft, name: str) -> bool:
    """Tell whether two prices of one sentence are of two markets, each in its own money."""
    if name not in b.amounts:
        return False
    units = (a.amounts[name].unit.partition("/"), b.amounts[name].unit.partition("/"))
    return bool(units[0][1] and units[1][1]) and units[0][0] != units[1][0]


def _digits(amount: Amount) -> int:
    return len(f"{amount.low.normalize():f}".replace(".", "").strip("0"))


def _is_finer(new: Amount, old: Amount) -> bool:
    """Tell whether an amount says more than another for the same: exact, or with what the price is for."""
    if old.unit == new.unit == "percent" and old.low == new.low and new.step < old.step:
        return True  # 100% where a headline says doubled
    return (old.bound != "exact" and (new.bound == "exact" or _digits(new) > _digits(old))) or (
        "/" in new.unit and "/" not in old.unit
    )


def _is_form(hit: Hit) -> bool:
    """Tell whether a commodity's own words name its form: antimony ingot."""
    return hit.kind == "commodity" and bool(hit.data)


_RUNNING = frozenset(["main", "front"])
"""Contracts that a headline names by their place in the row, not by their month."""


def _complete(better: Draft, worse: Draft) -> None:
    """Take what only the other sentence says: who, where, for when."""
    if better.candidate.measure in (None, _ANY_MEASURE):
        better.candidate.measure = worse.candidate.measure or better.candidate.measure
    better.companies = better.companies or worse.companies
    better.roles = {**worse.roles, **better.roles}
    better.bodies = better.bodies or worse.bodies
    better.forms = better.forms or worse.forms
    if not better.forms and not any(hit.data for hit in better.commodities):
        better.forms = [Hit(h.start, h.end, "form", str(h.data), None) for h in worse.commodities if _is_form(h)]
    better.countries = better.countries or worse.countries
    better.names = [*better.names, *worse.names]
    better.place = better.place or worse.place
    if {name for name, _ in better.periods} < {name for name, _ in worse.periods}:
        better.periods = worse.periods
    if better.contract is None or (better.contract[0] in _RUNNING and worse.contract is not None):
        better.contract = worse.contract
    better.day = better.day or worse.day
    better.until = better.until or worse.until
    better.grade = better.grade or worse.grade
    better.route = better.route or worse.route
    better.further = better.further or worse.further
    better.former = better.former or worse.former


def _keep_step(better: Draft, worse: Draft) -> None:
    """Drop the change since last year where the same sentence tells the step of this time: 涨165元,同比上涨18%."""
    for one, other in ((better, worse), (worse, better)):
        if (
            one.since_long
            and not other.since_long
            and "change_by" in other.amounts
            and one.sentence.order == other.sentence.order
        ):
            one.amounts.pop("change", None)
            for draft in (one, other):
                draft.periods = [period for period in draft.periods if period[0] not in _OVER_A_YEAR]


_OVER_A_YEAR = frozenset(["YoY", "YTD"])


def _has_begun(first: Draft, later: Draft) -> bool:
    """Tell whether a stop that a sentence tells as done is what a later one, with a number, says will last: `has been shut … will be out for weeks`."""
    done = first.modality is Modality.ACTUAL and later.modality in _NOT_YET
    return (
        done
        and first.direction == "halt"
        and (0 < first.sentence.order < later.sentence.order or (first.sentence.order == 0 and bool(first.also)))
    )


def _absorb(better: Draft, worse: Draft) -> None:
    """Give a draft what another of the same fact knows besides: sentence, amounts, details, goods."""
    if worse.sentence.order != better.sentence.order:
        better.also.append(worse.sentence)
    if _has_begun(worse, better):
        better.modality, better.why = worse.modality, worse.why
    if worse.sentence.order != better.sentence.order or not worse.carried or better.carried:
        _keep_step(better, worse)
        for name, amount in worse.amounts.items():
            if name not in better.amounts or _is_finer(amount, better.amounts[name]):
                better.amounts[name] = amount
        _complete(better, worse)
    else:
        better.names = better.names or worse.names
    if not set(better.ids) & set(worse.ids) and (better.type != "price_move" or not better.ids):
        better.commodities = [*better.commodities, *worse.commodities]
    better.also.extend(s for s in worse.also if s.order != better.sentence.order)
    better.relevance = max(better.relevance, worse.relevance)
    if better.carried and not worse.carried and worse.sentence.order == better.sentence.order:
        better.commodities, better.carried = worse.commodities, False
