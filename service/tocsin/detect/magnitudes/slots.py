"""Slots: which of a sentence's amounts belong to which candidate.

An amount goes to the nearest trigger, after it or right before it, without crossing another trigger; `meanings` says what it
is there.
"""

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from tocsin.detect.magnitudes.by_time import TIMED, by_time
from tocsin.detect.magnitudes.meanings import meaning_of
from tocsin.detect.magnitudes.steps import goes_on_to
from tocsin.detect.magnitudes.superseded import is_secondary
from tocsin.detect.magnitudes.yearly import is_yearly
from tocsin.detect.quantities.amount import Amount, unit_class
from tocsin.detect.quantities.read_alone import parse_amount
from tocsin.detect.scenes.scene import LIKEWISE, Candidate, Scene
from tocsin.detect.texts.chinese import is_earlier
from tocsin.detect.words.hits import Hit
from tocsin.messages.units import CURRENCIES


def assign(candidates: Sequence[Candidate], amounts: Iterable[Amount], scene: Scene) -> list[dict[str, Amount]]:
    """Return, for each candidate, its amounts by meaning."""
    slots: list[dict[str, Amount]] = [dict(candidate.given) for candidate in candidates]
    chinese = scene.sentence.chinese
    amounts = [_untimed(amount, candidates, scene) for amount in amounts]
    spent = {id(amount) for candidate in candidates for amount in candidate.spent}
    spent |= {id(two) for one, two in pairwise(amounts) if _is_conversion(one, two, scene.low)}
    for amount in amounts:
        if id(amount) in spent:
            continue
        place = _place(amount)
        if chinese and not amount.change and is_earlier(scene.low, scene.sentence.start, *place):
            continue
        index = _owner(candidates, place, amount, scene)
        if index is None:
            continue
        candidate = candidates[index]
        meaning = meaning_of(candidate, amount, place, scene)
        if meaning is None:
            continue
        if meaning in candidate.given:
            continue
        held = slots[index].get(meaning)
        if held is not None and is_secondary(held, scene) is not is_secondary(amount, scene):
            slots[index][meaning] = amount if is_secondary(held, scene) else held
            continue
        if chinese and held is not None and candidate.type == "stockpiling":
            ours, theirs = (_DONE.search(scene.low, 0, at[0]) is not None for at in (place, _place(held)))
            if ours is not theirs:
                slots[index][meaning] = amount if ours else held
                continue
        if held is not None and candidate.type == "export_control" and _are_duties(held, amount, scene):
            continue
        if held is not None and chinese and meaning == "level" and _is_in_row(held, amount, candidate, scene):
            continue
        if held and (meaning, candidate.type) == ("level", "price_move") and goes_on_to(_place(held), place, scene):
            held = None
        if held is None or _distance(candidate, place, scene) < _distance(candidate, _place(held), scene):
            slots[index][meaning] = amount
    for candidate, told in zip(candidates, slots, strict=True):
        _settle(candidate, told, scene)
    return slots


def _settle(candidate: Candidate, told: dict[str, Amount], scene: Scene) -> None:
    """Drop the change since last year beside the step of this time, and read a day's goods as such."""
    if not told:
        return
    if candidate.type in TIMED:
        by_time(candidate, told, scene)
    if {"change", "change_by"} <= told.keys() and "change" not in candidate.given:
        step, change = told["change_by"], told["change"]
        if is_since_long(change, scene) and step.place[1] <= change.place[0] and not is_since_long(step, scene):
            del told["change"]


_SINCE_LONG = re.compile("同比|今年以来|年内|年初|累计|去年同期|上年同期|年迄今|年至今|年增")
"""What makes a change one since long ago, beside the step of a day or week: `涨150元,同比上涨18%`."""


_SINCE_START = re.compile(
    r"[^,.;\d]{0,40}?\b(?:(?:since|at|from|below|above|of) the (?:start|beginning|end) of (?:the|this|last) year|so far this year|this year|(?:in the )?year[ -]to[ -]date|ytd|since january)\b"
)


def is_since_long(amount: Amount, scene: Scene) -> bool:
    """Tell whether a change is counted from last year or the year's start on: by its clause in Chinese, by what follows in English."""
    if not scene.sentence.chinese:
        return is_yearly(amount.place, scene) or _SINCE_START.match(scene.low, amount.place[1]) is not None
    place = amount.place[0]
    return _SINCE_LONG.search(scene.low, _clause_of(place, scene), place) is not None


def _clause_of(place: int, scene: Scene) -> int:
    """Return where the clause of a place begins."""
    return max((mark + 1 for mark in scene.once(_clause_ends) if mark < place), default=scene.sentence.start)


def _untimed(amount: Amount, candidates: Sequence[Candidate], scene: Scene) -> Amount:
    """Return the goods of a rate whose time stands apart, where no fact of the sentence is told by rates: `900 tonnes of gold … annually`."""
    if amount.kind != "rate" or len(amount.spans) == 1 or any("rate" in each.pack.units for each in candidates):
        return amount
    alone = parse_amount(scene.low[slice(*amount.place)])
    if alone is None or alone.kind != "quantity":
        return amount
    return alone._replace(spans=(amount.place,), sign=amount.sign, part=amount.part)


_ALL = ("均", "都", "皆", "分别")
_AND = frozenset("和与及、/")
_LISTED = re.compile(r" ?、[^,;。、]{1,12}")
_ROW = re.compile(r"[^,;。]{0,8}[、,][^;。]{2,24}")


def _is_in_row(held: Amount, amount: Amount, candidate: Candidate, scene: Scene) -> bool:
    """Tell whether two prices stand in a row of which one word says what they all did: the first is the fact's."""
    low = scene.low
    if not held.place[1] <= amount.place[0] < candidate.start:
        return False
    if held.kind == amount.kind == "price" and low[held.end : amount.start] in _AND:
        return True  # 每吨95美元和每磅9.5美分,与上季持平
    if held.unit != amount.unit:
        return False
    if _LISTED.fullmatch(low, held.end, amount.place[0]):
        return not any(held.end <= move.start < amount.start for move in scene.found.moves)
    clause = low[_clause_of(candidate.start, scene) : candidate.start]
    return any(word in clause for word in _ALL) and _ROW.fullmatch(low, held.end, amount.place[0]) is not None


_DUTY_OF = re.compile(r"\b(?:duty|duties|tariffs?|levy|levies)(?: \([^()]{1,12}\))? of (?:up to |about )?\Z")


def _are_duties(held: Amount, amount: Amount, scene: Scene) -> bool:
    """Tell whether two rates are of two duties named one after the other, of which the first is the fact's."""
    places = (held.place[0], amount.place[0])
    return places[0] < places[1] and all(scene.says_before(_DUTY_OF, place, 32) for place in places)


def worth(amounts: dict[str, Amount], scene: Scene) -> dict[str, Amount]:
    """Return the amounts without a part payment beside goods or a stake, and without the whole beside a plant's own capacity."""
    dropped = {
        name
        for name, others in (("value", {"quantity", "share"}), ("quantity", {"capacity"}))
        if name in amounts and others & amounts.keys() and is_secondary(amounts[name], scene)
    }
    return {name: amount for name, amount in amounts.items() if name not in dropped} if dropped else amounts


def _is_conversion(one: Amount, two: Amount, low: str) -> bool:
    """Tell whether a sum in brackets is the one before it in other money: `RMB48,200/t ($6.71/kg)`."""
    if low[one.end : two.start] not in {" (", "(", " (about ", "(约"}:
        return False
    moneys = [amount.unit.partition("/")[0] for amount in (one, two)]
    return CURRENCIES.issuperset(moneys) and moneys[0] != moneys[1]


_DONE = re.compile(
    r"(?:成交量?为?|(?:环比|[较比](?:上月末?|\d{1,2}月末|上年末|去年末|年初)|当月|单月)(?:净增|增加|增持|增|减少|减持|多|少)了?)(?:约|近|逾)?\Z"
)
"""What makes of two quantities of a reserve the one that came or went: 计划投放20万吨,实际成交8万吨; 比上月多3吨."""

TIED = 2
"""Parts of a frame from which on it is so particular that the amount which it asks for is its own."""
RIGHT = 3.0
"""How much nearer such a frame stands to that amount."""
_FILLS = {"price": {"price", "money"}, "money": {"money"}, "percent": {"percent"}, "quantity": {"mass", "rate"}}
_PACKED = "count"
"""The class of goods told by their bales or bags, which for a contract is a quantity."""


def fills(what: str, units: set[str]) -> bool:
    """Tell whether amounts of these classes are what a frame asks for."""
    return bool(units & _FILLS[what]) if what in _FILLS else bool(units)


class Filled(NamedTuple):
    """The candidates that have the amounts their frames ask for, each with its amounts by meaning, and those that lack them."""

    candidates: list[Candidate]
    amounts: list[dict[str, Amount]]
    lacking: list[Candidate]


def fill(candidates: list[Candidate], amounts: list[Amount], scene: Scene) -> Filled:
    """Give each candidate its amounts; what one that lacks those it asks for would have taken goes to the others."""
    lacking: list[Candidate] = []
    assigned = assign(candidates, amounts, scene)
    while (at := _first_short(candidates, assigned)) is not None:
        short = candidates[at]
        lacking.append(short)
        instead = [] if short.fallback is None else [short.fallback]
        candidates = [*candidates[:at], *instead, *candidates[at + 1 :]]
        assigned = assign(candidates, amounts, scene)
    return Filled(candidates, assigned, lacking)


def _first_short(candidates: list[Candidate], assigned: list[dict[str, Amount]]) -> int | None:
    """Return the number of the first candidate without the amounts that its frame asks for."""
    for at, candidate in enumerate(candidates):
        if candidate.asked:
            units = {unit_class(amount.unit) for amount in assigned[at].values()}
            if _PACKED in units and candidate.type == "large_contract":
                units.add("mass")
            if not all(fills(what, units) for what in candidate.asked):
                return at
    return None


def _place(amount: Amount) -> tuple[int, int]:
    """Return where the number stands; a unit that another number lends it may stand far before or behind."""
    return amount.place


def _distance(candidate: Candidate, place: tuple[int, int], scene: Scene) -> float:
    if place[0] >= candidate.end:
        return scene.gap(candidate.end, place[0])
    return scene.gap(place[1], candidate.start) + 1.0


def _owner(candidates: Sequence[Candidate], place: tuple[int, int], amount: Amount, scene: Scene) -> int | None:
    """Return which candidate an amount belongs to: the nearest whose pack knows its unit; None where none is near enough."""
    best, best_cost, unit = None, 24.0, unit_class(amount.unit)
    if scene.sentence.chinese and _is_anothers(candidates, place, scene):
        return None
    for index, candidate in enumerate(candidates):
        if unit not in candidate.pack.units:
            continue
        if candidate.rule == LIKEWISE or (candidate.rule in _BEFORE_ITS_OWN and place[1] <= candidate.start):
            continue
        left, right = min(place[1], candidate.end), max(place[0], candidate.start)
        crossed = len([o for o in candidates if left <= o.start and o.end <= right and o is not candidate])
        if scene.sentence.chinese and _is_contrasted(candidate, place, scene):
            continue
        if place[0] >= candidate.end:
            cost = scene.gap(candidate.end, place[0])
        elif place[1] <= candidate.start:
            cost = scene.gap(place[1], candidate.start)
            cost += 0.0 if cost <= 2 else 3.0 if candidate.rule.startswith("move") else 0.5
        else:
            cost = 0.0
        if (
            not scene.sentence.chinese
            and place[1] <= candidate.start
            and _TOLD_BEFORE.search(scene.low, place[1], candidate.start)
        ):
            continue
        if candidate.measure == "tariff" and unit == "price":
            cost -= 0.5  # 出口税由每吨52美元上调至74美元 is no price's move
        cost += 5.0 * (crossed + _unowned(candidates, candidate, place, scene))
        if len(candidate.parts) > TIED and any(fills(what, {unit}) for what in candidate.asked):
            spot = Hit(*place, "amount", "", None)
            cost = min(cost, *(scene.between(part, spot) for part in candidate.parts)) - RIGHT
        if unit == "percent" and _is_instance(candidate, place, scene):
            cost = min(cost, _INSTANCE)
        if cost < best_cost:
            best, best_cost = index, cost
    return best


_BEFORE_ITS_OWN = frozenset(["next-estimate-down", "next-estimate-up"])
"""Rules whose amount follows their verb, so that one before it is another's: `cut wheat to 19 million tonnes, raised barley to 7 million`."""
_TOLD_BEFORE = re.compile(r",? (?:having|after having) (?:already |also |earlier )?\Z")
"""What parts an amount from what had been before: `settled at $66.49 a barrel, having lost 2.2% last week`."""
_INSTANCE = 10.0
"""How far an instance of a move counts to stand from it, whatever reason stands between."""
_INSTANCES = re.compile(
    r"(?:, with [^,;.\d]{0,48}?|,? with [^,;\n]{0,72}? and (?:an? )?(?:[a-z]+ ){0,2})\b(?:(?P<down>declines?|falls?|drops?|losses|loss|slides?)|(?P<up>gains?|rises?|increases?|jumps?|rallies)) of "
    r"(?:about |nearly |almost |around |up to |as much as |more than |over |some )?\Z"
)


def _is_instance(candidate: Candidate, place: tuple[int, int], scene: Scene) -> bool:
    """Tell whether a percentage is that of some of what moved: `prices plunged due to a glut, with some grades seeing falls of 60%`."""
    if scene.sentence.chinese or place[0] < candidate.end:
        return False
    if not candidate.rule.startswith("move") and candidate.type != "equity_move":
        return False
    told = _INSTANCES.search(scene.low, candidate.end, place[0])
    return told is not None and told.lastgroup == candidate.direction


_CONTRAST = re.compile(r",(?:但|不过|然而|而)")


def _is_contrasted(candidate: Candidate, place: tuple[int, int], scene: Scene) -> bool:
    """Tell whether a later Chinese clause sets a subject of its own against the trigger: `产出减少,不过日均产量仍在190万吨`."""
    turn = _CONTRAST.search(scene.low, candidate.end, max(candidate.end, place[0]))
    return turn is not None and any(turn.end() <= s.start and s.end <= place[0] for s in scene.found.subjects)


def _unowned(candidates: Sequence[Candidate], candidate: Candidate, place: tuple[int, int], scene: Scene) -> int:
    """Count the words of movement between a trigger and an English amount after it that move things no rule knows."""
    if scene.sentence.chinese or place[0] <= candidate.end:
        return 0
    return sum(
        candidate.end <= move.start < place[0] and not any(c.start <= move.start < c.end for c in candidates)
        for move in scene.found.moves
    )


_CLAUSE_END = re.compile(r",(?!\d{3})|[;:。]")


def _is_anothers(candidates: Sequence[Candidate], place: tuple[int, int], scene: Scene) -> bool:
    """Tell whether a Chinese clause says of its own amount what it did, and no rule knows the thing: `流拍率降到4%`."""
    own = [move for move in scene.found.moves if move.start < place[1]]
    if not own:
        return False
    low, start, end = scene.low, scene.sentence.start, scene.sentence.end
    for mark in scene.once(_clause_ends):
        if mark < place[0]:
            start = mark + 1
        elif mark >= place[1]:
            end = mark
            break
    if low[place[0] - 1] == ",":
        start = place[0]  # also where the digits behind it look like those of one number
    for candidate in candidates:
        if candidate.extent[0] < end and start < candidate.extent[1]:
            return False
    return any(_NOUN_BEFORE.search(low, start, move.start) for move in own if start < move.start)


def _clause_ends(scene: Scene) -> list[int]:
    """Return where the clauses of a sentence end."""
    return [mark.start() for mark in _CLAUSE_END.finditer(scene.low, scene.sentence.start, scene.sentence.end)]


_NOUN_BEFORE = re.compile(
    r"(?:(?<![同环])比(?![上去前昨年计预])|[率量值额利费数速差]|[pc][mp]i|gdp|美元|人民币|股价|股指|利润|收入|营收|工资|月薪|订单)[^,]{0,12}\Z"
)
"""A noun of measure that moves by itself before its word of movement."""
