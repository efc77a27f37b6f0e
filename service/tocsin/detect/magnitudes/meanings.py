"""Meanings: what an amount that belongs to a candidate is there: a change, a level, a value, a quantity, a share, or nothing.

Its unit and the words before it say so; `strays` knows what is another fact's, `superseded` what was before, `portions` what is a part, `steps` parts a new level from a step to it.
"""

import re
from collections.abc import Sequence

from tocsin.detect.magnitudes import contents, portions, strays, superseded
from tocsin.detect.magnitudes.steps import level_or_step
from tocsin.detect.magnitudes.yearly import is_yearly_beside
from tocsin.detect.quantities.amount import Amount, unit_class
from tocsin.detect.quantities.packets import counts_packets
from tocsin.detect.scenes.scene import Candidate, Scene
from tocsin.detect.texts.chinese import is_start
from tocsin.detect.words.hits import Hit


def meaning_of(candidate: Candidate, amount: Amount, place: tuple[int, int], scene: Scene) -> str | None:
    """Return the meaning, by its name in the pack, of an amount that belongs to a candidate; None where it has none there."""
    if amount.kind == "bare" and not amount.high and candidate.start <= place[0] < candidate.end:
        return "level" if "level" in candidate.pack.pack.amounts else None  # output was 0, of whatever
    unit = unit_class(amount.unit)
    allowed = [name for name, units in candidate.pack.pack.amounts.items() if unit in units]
    if not allowed or amount.kind in {"grade", "bare"} or _is_anothers(candidate, amount, unit, place, scene):
        return None
    if unit == "percent":
        return _percent(candidate, amount, place, scene, allowed)
    if {"level", "change_by"} <= set(allowed):
        return level_or_step(candidate, amount, place, scene)
    return allowed[0]


_MEAN_STEP = re.compile(
    r"\baverage (?:[a-z]+ )?(?:increase|rise|gain|growth|decline|fall|drop)s? of (?:about |some )?\Z"
)
_OF_MONEY = (" devaluation", " depreciation", " revaluation")


_EACH_SHARE = re.compile(
    r"\b(?:each|per|every|an?) (?:[\w'’.&-]+ ){0,3}share (?:up )?(?:to|at|of|from|by) (?:about )?\Z"
)
"""What makes of money what a firm's share costs: `for each Tessel share to 93 dollars`."""
_LEAST_SUM = 1000
"""Money below which no deal is worth: `the pact to hold oil at 80 dollars` tells a price."""
_DEAL = re.compile(
    r"[ -](?:a[ -]ton(?:ne)? )?(?:agreements?|deals?|contracts?|pacts?|accords?|settlements?|benchmark)\b"
)
"""What is called after its price: `a $12 agreement on treatment charges`."""


def _is_too_small(amount: Amount, place: tuple[int, int], scene: Scene) -> bool:
    """Tell whether money is a price beside a deal and no sum of it."""
    return amount.high < _LEAST_SUM and _DEAL.match(scene.low, place[1]) is None


def _is_anothers(candidate: Candidate, amount: Amount, unit: str, place: tuple[int, int], scene: Scene) -> bool:
    """Tell whether an amount is no size of this fact, whatever its candidate's type measures by such units."""
    signal, chinese, low = candidate.type, scene.sentence.chinese, scene.low
    ahead = place[1] <= candidate.start
    if low[place[0] : place[1]] in strays.ORDINALS:
        return True
    if unit == "count" and (
        portions.is_sample(candidate, place, scene) or (signal in _PACKED and not counts_packets(low, amount))
    ):
        return True
    if (
        unit == "money"
        and signal == "price_move"
        and (amount.low > strays.DEAREST or scene.says_before(_EACH_SHARE, place[0], 48))
    ):
        return True
    if not chinese and scene.says_before(_MEAN_STEP, place[0], 40):
        return True  # how much more comes each year
    if unit == "percent" and low.startswith(_OF_MONEY, place[1]):
        return True  # by how much a currency fell
    if unit == "days" and strays.is_run(place, scene):
        return True
    if unit == "money" and strays.is_wealth(place, scene):
        return True
    if (
        unit == "money"
        and signal in strays.DEALS
        and (_is_too_small(amount, place, scene) or strays.is_of_one(amount, place, scene))
    ):
        return True
    if signal == "mna" and strays.is_in_ground(place, scene):
        return True
    if signal == "production_change" and unit in {"mass", "rate"} and strays.is_beside_runs(candidate, place, scene):
        return True
    if signal == "export_control" and _is_base(candidate, amount, unit, scene):
        return True
    if unit in _OF_QUOTA and signal == "export_control" and not chinese and _is_before(amount, scene):
        return True
    if amount.unit == "pp" and signal == "price_move":
        return True  # points are added to rates, not to prices
    if signal in strays.DEALS and unit != "percent" and superseded.was_before(amount, place, scene):
        return True
    if superseded.is_of_opposite(candidate, place, scene) or (
        unit == "percent" and is_yearly_beside(candidate, place, scene)
    ):
        return True
    if chinese:
        return strays.is_beside_zh(candidate, unit, place, scene)
    return (
        strays.is_beside(candidate, unit, place, scene)
        or low.endswith(superseded.THAN, max(scene.sentence.start, place[0] - 14), place[0])
        or (ahead and superseded.is_joined_on(candidate, place, scene))
        or (ahead and unit == "price" and strays.is_converted(place, scene))
        or (place[0] >= candidate.end and superseded.is_foretold(candidate, place, scene))
        or (unit != "percent" and superseded.was_the_mark(place, scene))
        or (unit != "percent" and superseded.is_of_another_move(candidate, place, scene))
    )


def _percent(
    candidate: Candidate, amount: Amount, place: tuple[int, int], scene: Scene, allowed: Sequence[str]
) -> str | None:
    """Return what a percentage is: how much something changed, how high it is, or what part of a whole."""
    signal, chinese, low = candidate.type, scene.sentence.chinese, scene.low
    ahead = place[1] <= candidate.start
    if amount.change and "change" not in allowed:
        return None  # a duty doubled is no duty of 100 percent
    if amount.unit == "pp" and "change" in allowed:
        return "change"
    if not chinese and amount.part == "to" and any(other.unit == "pp" for other in scene.amounts):
        return next((name for name in ("share", "level") if name in allowed), None)
    if chinese and is_start(low, *place) and any(_came_to(amount, other) for other in scene.amounts):
        return None  # 限产幅度由30%提高至40%
    if chinese and amount.part == "to" and not _is_extent(candidate, place, scene):
        return next((name for name in ("share", "level") if name in allowed), None)
    stake = signal == "mna" and low.startswith(_STAKE_ZH, place[1])
    if not chinese and low.endswith("basis ", 0, place[0]):
        return None  # ferro-molybdenum, basis 65%, fell
    if (not stake and portions.NORM.match(low, place[1])) or (amount.part == "from" and not chinese):
        return None
    if amount.part == "to" and not chinese and not _is_extent_en(candidate, place, scene):
        if signal == "production_change":
            return None if candidate.direction == "halt" else "share"
        if signal in _OF_TRADE and _OF_WHOLE.match(low, place[1]):
            return None
    if not chinese and amount.low >= _PURE and low.startswith("min", place[0]):
        return None
    if amount.part == "to" and portions.is_rate_of_price(candidate, place, scene):
        return "level" if _is_payable(candidate, scene) else None
    if superseded.is_of_another_move(candidate, place, scene):
        return None
    if _is_share(place, scene) and signal != "equity_move":
        return None if amount.part == "from" else next((name for name in ("share", "level") if name in allowed), None)
    if signal == "inventory_change" and portions.is_fullness(place, scene):
        return None
    if (
        signal == "price_move"
        and not chinese
        and _STANDS_AT.match(low, place[1])
        and scene.says_before(_AT, place[0], 32)
    ):
        return None
    if signal == "production_change" and portions.is_rate_of_works(place, scene):
        return "share" if "share" in allowed else None
    if signal in _STAKES and portions.is_growth(place, scene):
        return None
    if "change" in allowed and amount.kind == "percent" and portions.is_ratio(place, scene):
        return None
    if ahead and _MOVES.match(candidate.rule) and not _leads(place, candidate, scene):
        return None
    if chinese and amount.part != "by" and scene.says_before(_RATE, place[0]):
        return None  # 产销率约98% is how high it is, and no change
    if chinese and ahead and candidate.direction == "flat":
        return None  # 60%粉晶维持不变
    if chinese and scene.says_before(portions.OFF_MEAN, place[0]):
        return None
    if ahead and not chinese and contents.is_grade_of_subject(candidate, place, scene):
        return None
    if (ahead and contents.is_grade(place, scene)) or (not chinese and contents.is_content(place, scene)):
        return None
    if chinese and place[0] >= candidate.end and contents.opens_a_row(candidate, place, scene):
        return None
    return "change" if "change" in allowed else allowed[0]


_BASE = re.compile(r"\b(?:reference|base|benchmark|threshold|index) price (?:of |set at |is |at )?(?:about )?\Z")


def _is_base(candidate: Candidate, amount: Amount, unit: str, scene: Scene) -> bool:
    """Tell whether an amount beside a measure is what goods cost, of which a duty is a part, or the step to a duty's new rate."""
    if unit == "price" and (candidate.measure != "tariff" or scene.says_before(_BASE, amount.place[0], 40)):
        return True
    if unit not in {"percent", "price"} or amount.part != "by":
        return False
    return any(other.part == "to" and other.kind in {"percent", "price", "money"} for other in scene.amounts)


_OF_QUOTA = frozenset(["mass", "rate", "count"])


def _is_before(amount: Amount, scene: Scene) -> bool:
    """Tell whether an amount is what a quota was before, or the step to the new one: `by 150,000 tonnes to 900,000`."""
    if amount.part == "from":
        return True
    by = amount.part == "by" or scene.says_before(_BY, amount.place[0], 8) is not None
    return by and any(other.part == "to" and other.unit == amount.unit for other in scene.amounts)


_BY = re.compile(r"\bby \Z")
_PACKED = frozenset(["demand_change", "large_contract", "export_control"])
"""Types that count goods only by what they are packed in."""
_OF_TRADE = frozenset(["demand_change", "supply_source", "inventory_change"])
_OF_WHOLE = re.compile(r" of (?:the|its|their|all|total|overall|world|global|domestic) ")
"""What makes of a percentage that trade came to a part of a whole: `shipments have risen to 6 percent of the market`."""
_PURE = 90
"""Percent from which on a least one is how pure goods are: `ingots, minimum 99.9 percent, to $31,000 a tonne`."""
_AT = re.compile(
    r"\b(?:imports|exports|output|production|demand|inflation|rates?|margins?|shares?|tariffs?|taxes|utili[sz]ation|capacity|growth) at (?:about |around |some |nearly |just |only )?\Z"
)
_STANDS_AT = re.compile(r"(?! (?:higher|lower|up|down|above|below|premium|discount|dearer|cheaper|more|less|a )\b)")
"""What makes of a percentage how high another thing stands: `climb to $60, while imports meet a third of use`."""
_STAKE_ZH = ("股权", "权益", "股比")
"""What is bought of a firm, and no way to count: `收购51%股权`, not 按100%权益计."""


def _came_to(amount: Amount, other: Amount) -> bool:
    """Tell whether another amount is the one that an amount came to."""
    return other.unit == amount.unit and 0 < other.place[0] - amount.place[1] <= _TO


_TO = 16
"""Characters from where a move started to where it came: `由30%进一步提高至40%`."""


def _is_share(place: tuple[int, int], scene: Scene) -> bool:
    """Tell whether a percentage is called a share, before it or behind it."""
    cues = scene.found.cue("share")
    return (
        (scene.sentence.chinese and scene.says_before(_SHARED, place[0]) is not None)
        or _cue_before(cues, place, scene, 3.0)
        or _of_a_share(place, scene)
        or _cue_after(cues, place, scene, 2.0)
    )


_STAKES = frozenset(["mna", "large_contract"])
"""Types whose percentages are parts of a firm or of its goods."""


def _is_payable(candidate: Candidate, scene: Scene) -> bool:
    subject = candidate.subject
    return subject is not None and "payable" in scene.low[subject.start : subject.end]


_SHARED = re.compile(r"(?:占|相当于)(?!据|领|用)[^,;。]{0,14}\Z")
"""What makes a percentage a part of a whole: 占总产量的四分之一, 相当于全年的9%."""


def _is_extent(candidate: Candidate, place: tuple[int, int], scene: Scene) -> bool:
    """Tell whether a new percentage is that of an extent, which is a change: 涨幅扩大至3%."""
    low = scene.low
    return _EXTENT.search(low, max(scene.sentence.start, min(candidate.start, place[0] - 12)), place[0]) is not None


_EXTENT = re.compile("幅|增速|增长率|增长预")
"""A noun of how much something changes."""


_EXTENT_EN = re.compile(
    r"\b(?:growth|(?:increase|rise|decline|fall|drop|cut|reduction|gain)s? in|rate of|pace|contraction)\b"
)


def _is_extent_en(candidate: Candidate, place: tuple[int, int], scene: Scene) -> bool:
    """Tell whether an English percentage that something came to is by how much output moves: `growth slowed to 3%`."""
    low = scene.low
    return _EXTENT_EN.search(low, max(scene.sentence.start, min(candidate.start, place[0]) - 32), place[0]) is not None


_MOVES = re.compile(r"move|phrase\Z")

_RATE = re.compile(r"率(?:约|近|逾|超|超过|仅|仅为|高达|达|达到|为|在|维持在|保持在|基本维持在|都在|升至|降至)*\Z")
"""A rate right before its percentage."""


def _of_a_share(place: tuple[int, int], scene: Scene) -> bool:
    """Tell whether the clause before the amount speaks of a share: `its share of world output dropping to 13%`."""
    return any(
        cue.end <= place[0]
        and place[0] - cue.end < 80
        and "," not in scene.low[cue.end : place[0]]
        and not scene.low.startswith(_OF_GOODS, cue.start)
        and not any(cue.end <= other.start < place[0] for other in scene.found.cue("by"))
        for cue in scene.found.cue("share")
    )


_OF_GOODS = ("grade", "grading", "purity", "品位", "纯度")
"""What says of which grade goods are, and no share: `Standard grade cobalt has risen 60%`."""


def _leads(place: tuple[int, int], candidate: Candidate, scene: Scene) -> bool:
    """Tell whether an amount before the trigger belongs to it: `a 2% rise`, not `63% ore fell`."""
    between = scene.low[place[1] : candidate.start]
    return (
        len(between) <= 2
        or between.lstrip()[:1] in ("的)" if scene.sentence.chinese else "的,)，")
        or (not scene.sentence.chinese and between.count(" ") <= 3)
    )


def _cue_before(cues: Sequence[Hit], place: tuple[int, int], scene: Scene, limit: float) -> bool:
    return any(cue.end <= place[0] and scene.gap(cue.end, place[0]) <= limit for cue in cues)


def _cue_after(cues: Sequence[Hit], place: tuple[int, int], scene: Scene, limit: float) -> bool:
    return any(cue.start >= place[1] and scene.gap(place[1], cue.start) <= limit for cue in cues)
