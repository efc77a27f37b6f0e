"""Slots: which of a sentence's amounts belong to which candidate, and what each of them means there.

An amount goes to the nearest trigger, after it or right before it, without crossing another trigger. Its unit and the words
before it say what it is: a change, the step itself (`by`), the new level (`to`, `at`), a value, a quantity, a share.
"""

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from tocsin.detect.amounts import Amount
from tocsin.detect.chinese import CAUSE, is_earlier, is_start
from tocsin.detect.hits import Hit
from tocsin.detect.scene import LIKEWISE, Candidate, Scene
from tocsin.detect.surroundings import PASSED
from tocsin.messages.units import CURRENCIES, MEASURES


def unit_class(unit: str) -> str:
    """Return the class of a unit as packs name it: percent, price, money, mass, rate, count, days."""
    if unit in {"percent", "pp"}:
        return "percent"
    if unit in CURRENCIES:
        return "money"
    if unit in MEASURES:
        return "mass"
    if unit in {"days", "count"}:
        return unit
    return "price" if unit.partition("/")[0] in CURRENCIES else "rate"


def assign(candidates: Sequence[Candidate], amounts: Iterable[Amount], scene: Scene) -> list[dict[str, Amount]]:
    """Return, for each candidate, its amounts by meaning."""
    slots: list[dict[str, Amount]] = [dict(candidate.given) for candidate in candidates]
    chinese = scene.sentence.chinese
    amounts = list(amounts)
    spent = {id(amount) for candidate in candidates for amount in candidate.spent}
    spent |= {id(two) for one, two in pairwise(amounts) if _is_conversion(one, two, scene.low)}
    for amount in amounts:
        if id(amount) in spent:
            continue
        place = _place(amount)
        if chinese and is_earlier(scene.low, scene.sentence.start, place[0]):
            continue
        index = _owner(candidates, place, amount, scene)
        if index is None:
            continue
        candidate = candidates[index]
        meaning = _meaning(candidate, amount, place, scene)
        if meaning is None:
            continue
        if meaning in candidate.given:
            continue
        held = slots[index].get(meaning)
        if chinese and held is not None and candidate.pack.pack.signal == "stockpiling":
            ours, theirs = (_DONE.search(scene.low, 0, at[0]) is not None for at in (place, _place(held)))
            if ours is not theirs:
                slots[index][meaning] = amount if ours else held
                continue
        if held is None or _distance(candidate, place, scene) < _distance(candidate, _place(held), scene):
            slots[index][meaning] = amount
    return slots


_OVER_ZH = re.compile(r"(?:升水|贴水|溢价|折价)(?:约|为|至)?\Z")
"""What makes a Chinese price the distance from a benchmark: 较均价升水1.00美元."""
_HELD = re.compile(
    r"\b(?:holds?|owns?|held|owned|holding|owning|controls?|(?:stake|interest|holding) of)(?: an?| about| roughly)? \Z"
)
"""What makes a percentage a share of a firm: `in which Vesk holds 38%`."""
_GUIDED = re.compile(
    r"\b(?:original|previous|prior|earlier|initial|former) (?:[a-z]+ )?(?:guidance|forecast|estimate|target|plan|range|budget)(?: range)? of (?:between |about |around )?\Z"
)
"""What makes an amount the one that guidance was before."""
_PEOPLE = re.compile(
    r"\b(?:miners|workers|people|employees|men|women|staff|contractors|jobs|persons|villagers|suspects)\b"
)


def _is_beside(candidate: Candidate, unit: str, place: tuple[int, int], scene: Scene) -> bool:
    """Tell whether an English amount is of something else: a stake in the firm, earlier guidance, people hurt."""
    low, start = scene.low, max(scene.sentence.start, place[0] - 48)
    if unit == "percent" and candidate.pack.pack.signal != "mna" and _HELD.search(low, start, place[0]):
        return True
    if unit == "count" and _PEOPLE.search(low, place[0], place[1] + 24):
        return True
    return candidate.pack.pack.signal == "production_change" and _GUIDED.search(low, start, place[0]) is not None


_ONE_OF = re.compile(
    r"\b(?:one|two|three|some|half|part|most|several) of (?:the |its |their )?\Z"
    r"|\b(?:surveys?|polls?|samples?|panels?|canvass) (?:of|among|covering) (?:the |about |some |around )?\Z|\b(?:surveyed|polled|canvassed) (?:about |some )?\Z"
    r"|(?:调研|调查|走访|抽样|样本)(?:的|了|全国|国内|涵盖|覆盖){0,2}\Z"
)
"""What makes a count that of all there are, or of those asked: `stopped one of three potlines`, `a survey of 31 smelters`."""


def _is_conversion(one: Amount, two: Amount, low: str) -> bool:
    """Tell whether a sum in brackets is the one before it in other money: `RMB48,200/t ($6.71/kg)`."""
    if low[one.end : two.start] not in {" (", "(", " (about ", "(约"}:
        return False
    moneys = [amount.unit.partition("/")[0] for amount in (one, two)]
    return CURRENCIES.issuperset(moneys) and moneys[0] != moneys[1]


_DONE = re.compile(
    r"(?:成交量?为?|(?:环比|较上月末?|比上月末?|当月|单月)(?:净增|增加|增持|增|减少|减持|多|少)了?)(?:约|近|逾)?\Z"
)
"""What makes of two quantities of a reserve the one that came or went: 计划投放20万吨,实际成交8万吨; 比上月多3吨."""
_SIZE = re.compile(
    r" (?:[a-z-]+ ){0,2}(?:conglomerate|giant|behemoth|hedge fund|fund manager|asset manager|market cap)\b"
)
"""What makes an amount a company's size: a $70 billion conglomerate."""
DEAREST = 20_000_000
"""Money above which a sum is no price of a unit of goods: the dearest oxide costs some millions a tonne."""
_IN_A_ROW = ("连续", "过去", "最近", "已经", "历时")
"""What makes days the time that something took: 连续六周."""
_ORDINALS = frozenset(["third", "quarter", "a third straight", "second"])
"""Fractions that are ordinals where nothing else stands with them."""
TIED = 2
"""Parts of a frame from which on it is so particular that the amount which it asks for is its own."""
RIGHT = 3.0
"""How much nearer such a frame stands to that amount."""
_FILLS = {"price": {"price"}, "money": {"money"}, "percent": {"percent"}, "quantity": {"mass", "rate"}}


def fills(what: str, units: set[str]) -> bool:
    """Tell whether amounts of these classes are what a frame asks for."""
    return bool(units & _FILLS[what]) if what in _FILLS else bool(units)


def lacking(
    candidates: list[Candidate], amounts: list[Amount], scene: Scene
) -> tuple[list[Candidate], list[Candidate]]:
    """Part the candidates that have the amounts their frames ask for from those that do not, whose amounts others take."""
    dropped: list[Candidate] = []
    while any(candidate.asked for candidate in candidates):
        assigned = slots_of(assign(candidates, amounts, scene))
        short = [c for c, units in zip(candidates, assigned, strict=True) if not all(fills(w, units) for w in c.asked)]
        if not short:
            break
        dropped.append(short[0])
        at, instead = next(i for i, c in enumerate(candidates) if c is short[0]), short[0].fallback
        candidates = [*candidates[:at], *([] if instead is None else [instead]), *candidates[at + 1 :]]
    return candidates, dropped


def slots_of(assigned: list[dict[str, Amount]]) -> list[set[str]]:
    """Return the classes of units that each candidate has."""
    return [{unit_class(amount.unit) for amount in amounts.values()} for amounts in assigned]


def _place(amount: Amount) -> tuple[int, int]:
    """Return where the number stands; a unit that another number lends it may stand far before or behind."""
    return amount.place


def _distance(candidate: Candidate, place: tuple[int, int], scene: Scene) -> float:
    if place[0] >= candidate.end:
        return scene.gap(candidate.end, place[0])
    return scene.gap(place[1], candidate.start) + 1.0


def _owner(candidates: Sequence[Candidate], place: tuple[int, int], amount: Amount, scene: Scene) -> int | None:
    best, best_cost = None, 24.0
    if scene.sentence.chinese and _is_anothers(candidates, place, scene):
        return None
    for index, candidate in enumerate(candidates):
        if unit_class(amount.unit) not in {u for units in candidate.pack.pack.amounts.values() for u in units}:
            continue
        if candidate.rule == LIKEWISE:
            continue
        crossed = sum(
            1
            for other in candidates
            if other is not candidate
            and min(place[1], candidate.end) <= other.start
            and other.end <= max(place[0], candidate.start)
        )
        if scene.sentence.chinese and _is_contrasted(candidate, place, scene):
            continue
        if place[0] >= candidate.end:
            cost = scene.gap(candidate.end, place[0])
        elif place[1] <= candidate.start:
            cost = scene.gap(place[1], candidate.start)
            cost += 0.0 if cost <= 2 else 3.0 if candidate.rule.startswith("move") else 0.5
        else:
            cost = 0.0
        cost += 5.0 * (crossed + _unowned(candidates, candidate, place, scene))
        if len(candidate.parts) > TIED and any(fills(what, {unit_class(amount.unit)}) for what in candidate.asked):
            spot = Hit(*place, "amount", "", None)
            cost = min(cost, *(scene.between(part, spot) for part in candidate.parts)) - RIGHT
        if cost < best_cost:
            best, best_cost = index, cost
    return best


_CONTRAST = re.compile(r",(?:但|不过|然而|而)")


def _is_contrasted(candidate: Candidate, place: tuple[int, int], scene: Scene) -> bool:
    """Tell whether a later Chinese clause sets a subject of its own against the trigger: `产出减少,不过日均产量仍在190万吨`."""
    turn = _CONTRAST.search(scene.low, candidate.end, max(candidate.end, place[0]))
    return turn is not None and any(turn.end() <= s.start and s.end <= place[0] for s in scene.found.subjects)


_EARLIER = re.compile(r"(?:较|比|低于|高于|不及)[^,;。]{0,12}(?:的|同期)(?:约|近|逾)?\Z")
"""What makes an amount the earlier one: `较2024年的4200万吨`."""


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
    low, start, end = scene.low, scene.sentence.start, scene.sentence.end
    for mark in _CLAUSE_END.finditer(low, start, place[0]):
        start = mark.end()
    after = _CLAUSE_END.search(low, place[1], end)
    end = after.start() if after is not None else end
    if any(c.extent[0] < end and start < c.extent[1] for c in candidates):
        return False
    own = [m for m in scene.found.moves if start < m.start < place[1]]
    return any(_NOUN_BEFORE.search(low, start, m.start) for m in own)


_NOUN_BEFORE = re.compile(
    r"(?:[率比量值额利费数速差]|[pc][mp]i|gdp|美元|人民币|股价|股指|利润|收入|营收|工资|月薪|订单)[^,]{0,12}\Z"
)
"""A noun of measure that moves by itself before its word of movement."""


def _meaning(candidate: Candidate, amount: Amount, place: tuple[int, int], scene: Scene) -> str | None:
    found = scene.found
    kinds = candidate.pack.pack.amounts
    unit = unit_class(amount.unit)
    if amount.kind in {"grade", "bare"} or scene.low[place[0] : place[1]] in _ORDINALS:
        return None
    if unit == "days" and (scene.low.endswith(_IN_A_ROW, 0, place[0]) or "周" in scene.low[place[0] : place[1]]):
        return None
    if not scene.sentence.chinese and _is_beside(candidate, unit, place, scene):
        return None
    if unit == "count" and _ONE_OF.search(scene.low, max(scene.sentence.start, place[0] - 28), place[0]):
        return None
    if not scene.sentence.chinese and scene.low.endswith(_THAN, max(scene.sentence.start, place[0] - 12), place[0]):
        return None
    if not scene.sentence.chinese and place[1] <= candidate.start and _is_joined_on(candidate, place, scene):
        return None
    allowed = [name for name, units in kinds.items() if unit in units]
    if unit == "money" and candidate.pack.pack.signal == "price_move" and amount.low > DEAREST:
        return None
    if scene.sentence.chinese and _is_effect(candidate, place, scene):
        return None
    if (
        scene.sentence.chinese
        and candidate.measure is None
        and _OVER_ZH.search(scene.low, max(0, place[0] - 8), place[0])
    ):
        return None
    if unit == "price" and candidate.pack.pack.signal == "export_control" and candidate.measure != "tariff":
        return None  # what goods cost is no measure
    if amount.unit == "pp" and candidate.pack.pack.signal == "price_move":
        return None  # points are added to rates, not to prices
    if not allowed or (unit == "money" and _SIZE.match(scene.low, place[1])):
        return None
    if amount.change and unit == "percent" and "change" not in allowed:
        return None  # a duty doubled is no duty of 100 percent
    if not scene.sentence.chinese and place[0] >= candidate.end and _is_foretold(candidate, place, scene):
        return None
    if unit == "percent" and amount.unit == "pp" and "change" in allowed:
        return "change"
    if unit == "percent" and scene.sentence.chinese and amount.part == "to" and not _is_extent(candidate, place, scene):
        return "share" if "share" in allowed else "level" if "level" in allowed else None
    if (
        scene.sentence.chinese
        and unit in {"mass", "rate", "price", "money"}
        and _EARLIER.search(scene.low, max(scene.sentence.start, place[0] - 16), place[0])
    ):
        return None
    if unit == "price" and candidate.pack.pack.signal == "export_control" and candidate.measure != "tariff":
        return None  # what goods cost is no rate of a measure
    if unit == "percent" and _NORM.match(scene.low, place[1]):
        return None
    if unit == "percent" and amount.part == "from" and not scene.sentence.chinese:
        return None
    if unit == "percent" and amount.part == "to" and _is_rate_of_price(candidate, place, scene):
        return "level" if _is_payable(candidate, scene) else None
    if unit == "percent" and _is_of_another_move(candidate, place, scene):
        return None
    if unit == "percent":
        shared = (
            (scene.sentence.chinese and _SHARED.search(scene.low, scene.sentence.start, place[0]) is not None)
            or _cue_before(found.cue("share"), place, scene, 3.0)
            or _of_a_share(place, scene)
            or _cue_after(found.cue("share"), place, scene, 2.0)
        )
        shared = shared and candidate.pack.pack.signal != "equity_move"
        if shared and amount.part == "from":
            return None
        if shared:
            return next((name for name in ("share", "level") if name in allowed), None)
        if place[1] <= candidate.start and _MOVES.match(candidate.rule) and not _leads(place, candidate, scene):
            return None
        if scene.sentence.chinese and amount.part != "by" and _RATE.search(scene.low, scene.sentence.start, place[0]):
            return None  # 产销率约98% is how high it is, and no change
        if scene.sentence.chinese and _OFF_MEAN.search(scene.low, scene.sentence.start, place[0]):
            return None
        if place[1] <= candidate.start and _is_grade(place, scene):
            return None
        if place[0] >= candidate.end and scene.sentence.chinese and _opens_a_row(place, scene):
            return None
        return "change" if "change" in allowed else allowed[0]
    if candidate.pack.pack.signal in _DEALS and _was_before(amount, place, scene):
        return None
    if unit == "price" and place[1] <= candidate.start and _is_converted(place, scene):
        return None
    if {"level", "change_by"} <= set(allowed):
        return _level_or_step(candidate, amount, place, scene)
    return allowed[0]


_EXTENT = re.compile(
    r"\b(?:gains?|loss(?:es)?|rise|fall|drop|rally|decline|advance|slide|increase|decrease|growth|pace|drawdown|returns?|climb|surge|jump)\b"
)


def _is_rate_of_price(candidate: Candidate, place: tuple[int, int], scene: Scene) -> bool:
    """Tell whether an English price, or what counts as one, came to a percentage, which is no change: `warrants rose to 34%`."""
    if scene.sentence.chinese or candidate.pack.pack.signal != "price_move" or place[0] < candidate.end:
        return False
    low = scene.low
    return _EXTENT.search(low, max(scene.sentence.start, candidate.start - 24), place[0]) is None


def _is_payable(candidate: Candidate, scene: Scene) -> bool:
    subject = candidate.subject
    return subject is not None and "payable" in scene.low[subject.start : subject.end]


_DEALS = frozenset(["large_contract", "stockpiling", "mna", "export_control"])
"""Types whose amounts are sizes: of two that are told from and to, the later counts."""


def _was_before(amount: Amount, place: tuple[int, int], scene: Scene) -> bool:
    """Tell whether a size is the one that another has replaced: `raised from $1 billion to $1.5 billion`, 由10亿元增至15亿元."""
    if scene.sentence.chinese:
        return is_start(scene.low, *place)
    return amount.part == "from" and any(
        other.part == "to" and other.unit == amount.unit for other in scene.amounts if other is not amount
    )


_JOINED_ON = re.compile(r"\band (?:(?:has|have|had|also|then|will|is|was) )*\Z")
"""What joins a second verb to a first, whose amounts are its own."""


def _is_joined_on(candidate: Candidate, place: tuple[int, int], scene: Scene) -> bool:
    """Tell whether an amount before a frame is that of another verb: `wants $18 million of coke and has signed for 30 t of tellurium`."""
    if candidate.rule.startswith("move") or candidate.rule == "phrase":
        return False
    return _JOINED_ON.search(scene.low, place[1], candidate.extent[0]) is not None


_SHARED = re.compile(r"(?:占|相当于)(?!据|领|用)[^,;。]{0,14}\Z")
"""What makes a percentage a part of a whole: 占总产量的四分之一, 相当于全年的9%."""
_NORM = re.compile(
    r" (?:below|above|under|over|short of|off|higher than|lower than|more than|less than) (?:the |its |their |an? )?(?:(?:five|ten|three|\d+)[ -]year |seasonal |historical |long-term |recent |\w+ )?(?:averages?|norms?|normal|peaks?|highs?|lows?|expectations|forecasts?|estimates?|targets?|consensus|nameplate)\b"
)
"""What makes a percentage the distance from a mark, not a move: `about 3% below the five-year average`."""
_OF_NOUN = re.compile(
    r"[ -](?:[a-z-]+ ){0,1}(?:surge|jump|gain|rise|rally|drop|fall|decline|slide|plunge|slump|loss|increase|climb|advance|rebound|retreat|tumble|spike|spurt)s?\b"
)


def _is_of_another_move(candidate: Candidate, place: tuple[int, int], scene: Scene) -> bool:
    """Tell whether a percentage belongs to a noun of movement after it, a later one than the trigger: `fell after a 4.6% surge`."""
    if scene.sentence.chinese or place[0] < candidate.end or not candidate.rule.startswith("move"):
        return False
    noun = _OF_NOUN.match(scene.low, place[1])
    return noun is not None and _EARLIER_MOVE.search(scene.low, candidate.end, place[0]) is not None


_EARLIER_MOVE = re.compile(
    r"\b(?:after|following|despite|from|erasing|reversing|extending|on top of|portion of|part of)(?: [\w'’-]+){0,3} \Z"
)
"""What makes a move the one before: `after Tuesday's`."""


_FORESEEN = re.compile(
    r"\b(?:against|versus|vs\.?|compared (?:with|to)|beating|beat|missing|missed|exceeding|exceeded|topping|short of|than|analysts(?:'|’)?(?: had)?|"
    r"economists(?:'|’)?(?: had)?|traders(?: had)?) (?:[\w'’-]+ ){0,4}?(?:expectations?|forecasts?|estimates?|consensus|projections?|predictions?|expected|forecast|"
    r"predicted)(?: (?:for|of|was for|were for|that))?(?: an?| the)?(?: (?:[\w'’-]+|about)){0,2}? \Z"
)
"""Before an amount: what others had expected of a figure, beside the figure itself."""


def _was_foreseen(place: tuple[int, int], scene: Scene) -> bool:
    """Tell whether an amount is what was expected: `rose by 2.1 million, against expectations for a 1.8 million build`."""
    return _FORESEEN.search(scene.low, max(scene.sentence.start, place[0] - 90), place[0]) is not None


_HOPED = re.compile(
    r", (?:[\w'’-]+ ){0,4}?(?:expectations?|forecasts?|predictions?|projections?|hopes|expecting|predicting|forecasting)"
    r" (?:that|of|for|it|the|an?)\b[^;]*\Z"
)
"""What makes an amount that of a later clause, which only expects it: `rising prices, with forecasts that tin could reach`."""


def _is_foretold(candidate: Candidate, place: tuple[int, int], scene: Scene) -> bool:
    """Tell whether an amount behind a trigger is what was or is expected, and not what has come."""
    if _was_foreseen(place, scene):
        return True
    return candidate.rule.startswith("move") and _HOPED.search(scene.low, candidate.end, place[0]) is not None


def _is_extent(candidate: Candidate, place: tuple[int, int], scene: Scene) -> bool:
    """Tell whether a new percentage is that of an extent, which is a change: 涨幅扩大至3%."""
    low = scene.low
    return "幅" in low[max(scene.sentence.start, min(candidate.start, place[0] - 12)) : place[0]]


def _is_effect(candidate: Candidate, place: tuple[int, int], scene: Scene) -> bool:
    """Tell whether the trigger is in a clause of reason, and the amount tells what came of it: 受铜价上涨带动,空调提价3%."""
    low = scene.low
    if place[0] < candidate.end or "," not in low[candidate.end : place[0]]:
        return False
    return CAUSE.search(low[max(scene.sentence.start, candidate.start - 24) : candidate.start]) is not None


_MOVES = re.compile(r"move|phrase\Z")
_OFF_MEAN = re.compile(
    r"(?:平均|均值|均线)(?:水平|数|值)*(?:分别|约|仍|还|略|各)*(?:[高低多少])出?(?:[\d.%]+[、和])?(?:约|近|逾|了)*\Z"
)
"""What makes a percentage how far something lies from its mean: 比五年平均水平低12%."""
_RATE = re.compile(r"率(?:约|近|逾|超|超过|仅|仅为|高达|达|达到|为|在|维持在|保持在|基本维持在|都在|升至|降至)*\Z")
"""A rate right before its percentage."""
_BRACKET = re.compile(r"\([^()\d]{0,8}\Z")


def _is_grade(place: tuple[int, int], scene: Scene) -> bool:
    """Tell whether a percentage is what goods hold: `concentrate (65%)`, `三氧化钨65%)`, `63.5%的现货矿`."""
    low, (start, end) = scene.low, place
    if low[end : end + 1] == ")" and _BRACKET.search(low, max(scene.sentence.start, start - 10), start):
        return True
    if (
        low[end : end + 1] == ","
        and low[start - 2 : start] == " ("
        and any(h.end == start - 2 for h in scene.found.commodities)
    ):
        return True  # `spodumene (6%, cif China)`
    return scene.sentence.chinese and any(0 <= hit.start - end <= 3 for hit in scene.found.commodities)


def _opens_a_row(place: tuple[int, int], scene: Scene) -> bool:
    """Tell whether a percentage is the grade of the goods that the next part of a row begins with: `涨900元;65%白钨精矿`."""
    return scene.low[place[0] - 1] in ",;、" and any(hit.start == place[1] for hit in scene.found.commodities)


_STEP = re.compile(
    r"\b(?:hike|increase|rise|cut|reduction|drop|fall|decline|decrease|boost|draw|drawdown|build|gain|loss)s? of (?:(?:about|around|nearly|some|roughly|almost|at least|"
    r"more than|over|up to) )?\Z"
    r"|\bby (?:an? )?(?:further |additional )?(?:average|estimated|mean|total|combined|whopping|staggering)(?: of)? \Z"
    r"|\b(?:remov|add|tak|wip|knock|shav|slic|sidelin)(?:e|es|ed|ing|s|ping|ped|king)? (?:(?:about|around|nearly|some|roughly|almost|at least|more than|over|up to|another|an extra|an additional|a further) )?\Z"
)
"""What makes of an amount a step: `an output hike of 90,000 barrels a day`, `by an average of $20`, `adding 40,000 tonnes a year`."""
_STEP_ZH = re.compile(
    r"(?:减少|增加|下降|上升|上涨|下跌|上调|下调|回落|提高|降低|缩减|削减|影响[^,;。]{0,6}?(?:产量|产出|供应))了?(?:大约|超过|至少|多达|约|近|逾|超)?\Z"
)
"""What makes of an about-so-much in Chinese a step: 减少约2万吨, where 约 alone tells a level: 库存约2万吨."""


_REACHED = (" to ", " past ", " above ", " below ")
_MARKED = re.compile(r"(?: ?(?:per|an?|/) ?[a-z]+| ?/[a-z]+)?[ -](?:mark|threshold|barrier|milestone)\b")
"""What makes an amount a mark that is reached: `passed the $3,000 a tonne mark`."""
_YEAR = re.compile(r" ?(?:the end of |late |early |mid-|end-)?20\d\d\b(?! ?(?:t|oz|tons|tonnes|ounces|barrels)\b)")
"""What makes of `by` the time of another amount: `to 90,000 oz by 2027 and 140,000 oz by 2028`."""


def _is_converted(place: tuple[int, int], scene: Scene) -> bool:
    """Tell whether a price only says the one before it in another currency: `at 240,000 yuan ($33,500) a ton`."""
    return scene.low.startswith(" (", place[0] - 2) and any(
        a.kind == "price" and place[0] - 12 <= a.place[1] <= place[0] and a.place[0] < place[0] for a in scene.amounts
    )


def _is_mean(candidate: Candidate, place: tuple[int, int], scene: Scene) -> bool:
    """Tell whether an amount is what a day made of the total told before: `产量310万吨,同比增长2%,日均产量10万吨`."""
    if place[0] < candidate.end or not scene.low.startswith(("日均", "月均"), place[0]):
        return False
    total = candidate.subject.end if candidate.subject is not None else scene.sentence.start
    return any(a.kind == "quantity" and total <= a.place[0] < candidate.start for a in scene.amounts)


def _level_or_step(candidate: Candidate, amount: Amount, place: tuple[int, int], scene: Scene) -> str | None:
    found = scene.found
    if amount.part == "from" or (scene.sentence.chinese and is_start(scene.low, *place)):
        return None
    if scene.sentence.chinese and _is_mean(candidate, place, scene):
        return None
    if "quantity" in candidate.asked and candidate.pack.pack.signal == "inventory_change":
        # what came into storage or left it, but `to 41,000 t` and `past 41,000 t` tell what lies there now
        return "level" if amount.part == "to" or scene.low.endswith(_REACHED, 0, place[0]) else "change_by"
    if place[1] <= candidate.start and scene.gap(place[1], candidate.start) > 1.0:
        return "level"
    if candidate.direction == "flat":
        return "level"
    if place[1] == candidate.start - 1 and scene.low[candidate.start : candidate.end] in _STEPPED:
        return "change_by"  # `was assessed $35 higher at $1,060`
    if (
        any(cue.start < candidate.end and candidate.start < cue.end for cue in found.cue("level"))
        and amount.part != "by"
    ):
        return "level"
    if scene.low.startswith(_PASSED, place[0]):
        return "level"
    if place[0] < candidate.end and candidate.start < place[1]:
        return "level" if " to " in scene.low[place[0] : place[1]] else "change_by"
    part = amount.part
    if not scene.sentence.chinese and _MARKED.match(scene.low, place[1]):
        return "level"
    if part == "to" or scene.low.startswith(("below ", "above ", "under "), place[0]):
        return "level"
    if scene.low.endswith(_BEYOND, max(scene.sentence.start, place[0] - 24), place[0]):
        return "level"
    if part == "by":
        return "change_by"
    if place[0] >= candidate.end - 1 and _STEP.search(scene.low, max(scene.sentence.start, place[0] - 32), place[0]):
        return "change_by"
    if scene.sentence.chinese and _STEP_ZH.search(scene.low, max(scene.sentence.start, place[0] - 14), place[0]):
        return "change_by"
    level = _closest_before(found.cue("level"), place)
    step = _closest_before([cue for cue in found.cue("by") if not _YEAR.match(scene.low, cue.end)], place)
    said = _said_by(candidate)
    trigger = said if said <= place[0] else candidate.end if candidate.end <= place[0] else -1
    step = max(step, trigger if candidate.rule.startswith("move") and not candidate.nominal else -1)
    if place[0] >= candidate.end and level <= step and scene.gap(max(step, candidate.end), place[0]) <= 3.0:
        return "change_by"
    return "level"


def _said_by(candidate: Candidate) -> int:
    """Return where what moved and how is said: behind the object of a verb that sets a price, 下调钢材价格60元/吨."""
    subject = candidate.subject
    if subject is None or candidate.rule != "move.object_verb":
        return candidate.end
    return max(candidate.end, subject.end)


_THAN = (" than ", " than the ", " than a ", " than an ", " than its ", " than last ")
"""What makes an amount one that another is measured by: `a bigger rise than the 1.9 million-barrel build`."""

_PASSED = tuple(f"{word} " for word in PASSED)
_BEYOND = (" through ", " past ", " beyond ", " breaches ", " breached ", " through the ", " past the ")
"""What makes a price one that is passed: `bursts through $3,000`."""
_STEPPED = frozenset("higher lower dearer cheaper firmer weaker up down".split())
"""Words after an amount that make it the step."""


def _of_a_share(place: tuple[int, int], scene: Scene) -> bool:
    """Tell whether the clause before the amount speaks of a share: `its share of world output dropping to 13%`."""
    return any(
        cue.end <= place[0]
        and place[0] - cue.end < 80
        and "," not in scene.low[cue.end : place[0]]
        and not any(cue.end <= other.start < place[0] for other in scene.found.cue("by"))
        for cue in scene.found.cue("share")
    )


def _leads(place: tuple[int, int], candidate: Candidate, scene: Scene) -> bool:
    """Tell whether an amount before the trigger belongs to it: `a 2% rise`, not `63% ore fell`."""
    between = scene.low[place[1] : candidate.start]
    return (
        len(between) <= 2
        or between.lstrip()[:1] in ("的)" if scene.sentence.chinese else "的,)，")
        or (not scene.sentence.chinese and between.count(" ") <= 3)
    )


def _closest_before(cues: Sequence[Hit], place: tuple[int, int]) -> int:
    return max((cue.end for cue in cues if cue.end <= place[0] + 1 and place[0] - cue.end < 30), default=-1)


def _cue_before(cues: Sequence[Hit], place: tuple[int, int], scene: Scene, limit: float) -> bool:
    return any(cue.end <= place[0] and scene.gap(cue.end, place[0]) <= limit for cue in cues)


def _cue_after(cues: Sequence[Hit], place: tuple[int, int], scene: Scene, limit: float) -> bool:
    return any(cue.start >= place[1] and scene.gap(place[1], cue.start) <= limit for cue in cues)
