"""Gapped: what further goods did, where a row leaves the verb of its first member unsaid.

`Zinc stocks fell 3% and lead stocks 2%` tells two falls, `Brent slid to $71 and WTI to $67` two levels, `沪铜跌1.2%,沪锌0.8%` two moves.
A member is goods, with the same noun or without it, right before a number of the first one's kind; what follows the number may
not be a noun that it counts.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from tocsin.detect.quantities.amount import unit_class
from tocsin.detect.quantities.amounts import Amount
from tocsin.detect.scenes.scene import LIKEWISE, Candidate, Scene
from tocsin.detect.words.hits import Hit

_BY = re.compile(r" (?:(?:by|to|another|a further|an additional|a combined|as much as) )*")
"""What stands between a verb, or the goods of a later member, and its number."""
_BY_ZH = re.compile(r"(?:了|约|近|逾|则|也|亦|幅度?为|至|到)*")
_TAIL = (
    r"(?:,? (?:and|to) (?:closed?|settled?|end(?:ed)?|finish(?:ed)?|trade[ds]?|stood) (?:at|on|near) (?:[^,;]|(?<=\d),(?=\d)){1,40}?)?"
    r"(?: (?:to|at|from|on|in|over|since|this|last|for|an?|per|versus|against|during|with|compared)\b"
    r"(?:[^,;]|(?<=\d),(?=\d)){0,48}?)?"
)
"""What still belongs to a member after its number: `3% to 90,000 tonnes in May`."""
_JOIN = r"(?:,? (?:and|while|but|whereas|with) |, |; )"
_ENDED_AT = re.compile(
    r"(?:clos(?:es?|ed|ing)|settl(?:es?|ed|ing)|end(?:s|ed|ing)?|finish(?:es|ed)?|trad(?:es|ed)) at\b"
)
"""A second verb of the first member, which only tells where its day ended."""
_NAMES = (
    r"(?:(?:its|their|the|those of|that of|those for|of|in|for|refined|primary|mined|spot|lme|comex|shfe|mcx|nymex|ice|dce|shanghai|london|dalian|"
    r"front-month|three-month|benchmark|total|global|world|domestic|combined|monthly|weekly|daily|annual|global benchmark|u\.s\.|us) ){0,3}"
)
"""What may stand before the goods of a later member."""
_NEXT = re.compile(_TAIL + _JOIN + _NAMES)
_NEXT_NOUN = re.compile(_TAIL + _JOIN + r"(?:[a-z'.-]+ ){0,3}")
"""The same where the noun is said again, which lets other words stand before the goods."""
_NEXT_ZH = re.compile(
    r"(?:(?:至|到|报|收于|收报)[^,;。]{1,16})?(?:[,、;](?:而|其中)?|和|及|与|而)(?:lme|shfe|国内|全球|全国|精炼|伦敦|上期所|主力|期货|其|该国)*"
)
_AFTER = re.compile(
    r"(?:$|[.,;:)]|[\s-]*(?:and|to|from|at|on|in|by|per|an?|while|for|this|last|over|since|during|respectively|compared|versus|vs|but|as|after|amid|or|through|"
    r"week-on-week|year-on-year|month-on-month|on-year|on-month|on-week|yoy|wow|mom|w/w|y/y|m/m|d/d|year over year|month over month|overnight|today|yesterday|"
    r"monday|tuesday|wednesday|thursday|friday|saturday|sunday|per|an ounce|annually)\b)"
)
"""What may follow a member's number: nothing that it counts, as in `zinc 2% royalty`."""
_AFTER_ZH = re.compile(r"$|[,。;、)]|和|及|与|而")
_RATE = re.compile(r"(?:rates?|utili[sz]ation|share|ratio|率|占比|比重)\Z")
"""Nouns measured in percent themselves, whose second number may be a level: `开工率下降3%,…开工率62%`."""
_LEVELLED = frozenset(["to"])


def find_gapped(scene: Scene, amounts: Sequence[Amount], others: Sequence[Candidate]) -> Iterator[Candidate]:
    """Yield a candidate for each later member of a row whose first member's word of movement stands."""
    if len(amounts) < 2 or not scene.found.commodities:
        return
    told = {other.subject.start for other in others if other.subject is not None}
    for first in others:
        if not first.rule.startswith("move") or first.subject is None or first.direction not in {"up", "down"}:
            continue
        by = _BY_ZH if scene.sentence.chinese else _BY
        at = _number(first.end, by, amounts, scene)
        if at is None or _is_open(first, amounts[at], scene):
            continue
        yield from _members(first, at, amounts, told, scene)


def _members(first: Candidate, at: int, amounts: Sequence[Amount], told: set[int], scene: Scene) -> Iterator[Candidate]:
    """Yield the members after the first, each from the number of the one before."""
    by = _BY_ZH if scene.sentence.chinese else _BY
    after = _AFTER_ZH if scene.sentence.chinese else _AFTER
    lead = amounts[at]
    left = lead.place[1]
    while (member := _member(first, left, scene)) is not None:
        goods, end = member
        at_next = _number(end, by, amounts, scene)
        if at_next is None or goods.start in told:
            return
        amount = amounts[at_next]
        if not _is_alike(lead, amount) or after.match(scene.low, amount.spans[0][1]) is None:
            return
        yield _gapped(first, goods, amount)
        left = amount.spans[0][1]


def _number(end: int, by: re.Pattern[str], amounts: Sequence[Amount], scene: Scene) -> int | None:
    """Return the index of the number right after a place."""
    for index, amount in enumerate(amounts):
        start = amount.spans[0][0]  # a denominator that is lent to it may stand before
        if start >= end:
            return index if by.fullmatch(scene.low, end, start) else None
    return None


def _is_open(first: Candidate, amount: Amount, scene: Scene) -> bool:
    """Tell whether a later number of the kind could be a level as well as a change, so that nothing is left unsaid."""
    subject = first.subject
    if subject is not None and _RATE.search(scene.low, subject.start, subject.end):
        return True
    return scene.sentence.chinese and amount.kind != "percent"


def _is_alike(one: Amount, two: Amount) -> bool:
    """Tell whether two numbers say the same of their members: both a change or both a level, in one kind of unit."""
    classes = {unit_class(one.unit), unit_class(two.unit)}
    if (one.part in _LEVELLED) != (two.part in _LEVELLED):
        return False
    return (len(classes) == 1 or classes == {"money", "price"}) and not two.sign


def _member(first: Candidate, left: int, scene: Scene) -> tuple[Hit, int] | None:
    """Return the goods of the next member and where its name ends."""
    low, found = scene.low, scene.found
    goods = next((c for c in found.commodities if c.start >= left), None)
    if goods is None or any(
        left <= move.start < goods.start and _ENDED_AT.match(low, move.start) is None for move in found.moves
    ):
        return None
    nouns = [s for s in found.subjects if s.start >= left and s.id == first.pack.pack.name]
    noun = next((s for s in nouns if s.start < goods.end + 2 and s.end > goods.start), None)
    if scene.sentence.chinese:
        joined = _NEXT_ZH.fullmatch(low, left, goods.start)
        return (goods, _end(goods, noun)) if joined else None
    of = next((s for s in nouns if s.end <= goods.start and low[s.end : goods.start] in {" of ", " of the "}), None)
    if of is not None:
        return (goods, goods.end) if _NEXT_NOUN.fullmatch(low, left, of.start) else None
    if (_NEXT if noun is None else _NEXT_NOUN).fullmatch(low, left, goods.start) is None:
        return None
    return goods, _end(goods, noun)


def _end(goods: Hit, noun: Hit | None) -> int:
    return goods.end if noun is None else max(goods.end, noun.end)


def _gapped(first: Candidate, goods: Hit, amount: Amount) -> Candidate:
    """Return the candidate of a later member, which does what the first one did."""
    kinds, unit = first.pack.pack.amounts, unit_class(amount.unit)
    wanted = "level" if amount.part in _LEVELLED else "change" if unit == "percent" else "change_by"
    meaning = next((name for name in (wanted, "level") if unit in kinds.get(name, ())), None)
    return replace(
        first,
        rule="move.gapped",
        start=amount.spans[0][0],
        end=amount.spans[0][1],
        subject=goods,
        commodities=[goods],
        bare=True,
        parts=(),
        cost=1.0,
        given={} if meaning is None else {meaning: amount},
        spent=(amount,),
        nominal=False,
    )


_COUNTED_BY = frozenset(["quantity", "rate"])
_LIKEWISE = re.compile(
    r" (?:was |were )?(?P<move>up|down|rose|fell|gained|dropped|climbed|slipped|grew|increased|declined|decreased)(?: by)? \Z"
)
"""What a later commodity did by so many percent."""
_CAME_TO = re.compile(
    r" (?P<move>rose|fell|gained|dropped|climbed|slipped)(?: [a-z]+ly)? to (?:(?:about|some|around|a record|just|only) )?"
)
"""The same by how much of it there came to be."""
_RISING = frozenset(["up", "rose", "gained", "climbed", "grew", "increased"])
_REACHING = re.compile(r" (?:reaching|hitting|touching|topping|nearing) \Z")
"""Where a later commodity's price went with the first one's."""
_BEFORE = re.compile(r"(?:,|;| and| while| but| whereas)(?: (?:and|while|but|that|of|for|refined|the))* \Z")
"""What parts a commodity from what was told of another."""


_COUNTED = re.compile(
    r"\b(?:output|production|imports|exports|shipments|stocks|inventories|sales|deliveries|arrivals)\b[^.;]{0,60}\d(?: ?%| ?pct?\b| per ?cent)[^.;%]{0,24}? (?:to|at) (?:about |some )?[\d.,]+ (?:(?:million|metric|thousand) )*(?:tonnes|tons|mt|kt|t|ounces|oz|koz|pounds|lbs?|barrels|bpd|b/d)\b[^.;]{0,40}\Z"
)
"""A clause that counts goods, so that what a next one tells in percent is counted too."""


def counts_on(goods: Hit, scene: Scene) -> bool:
    """Tell whether goods are one more of what was just counted, and no price: `zinc output rose 2% to 900 t, while lead fell 9%`."""
    if scene.sentence.chinese or scene.says_before(_BEFORE, goods.start, 24) is None:
        return False
    if any(amount.kind in {"price", "money"} for amount in scene.amounts):
        return False
    if scene.says_before(_COUNTED, goods.start):
        return True
    return scene.says_before(_BY_PERCENT, goods.start) is not None and not _is_of_a_market(scene)


_STOCKS_OF = re.compile(
    r"\b(?:stocks|inventories|stockpiles) (?:(?:rose|fell|were|was|dropped|climbed|slipped|gained|grew|declined|increased|decreased|up|down|off|by|of|unchanged|flat|at|about|some) )+[\d.,]+ (?:(?:million|thousand) )?(?:tonnes|tons|barrels|bushels|bags|bales|ounces)\b(?:[^.;]|\.(?=\d)){0,60}\Z"
)
"""A clause that counts stocks, of which the next goods are more: `gasoline stocks fell 200,000 barrels, while distillates were flat`."""
_BY_PERCENT = re.compile(
    r"\b(?:output|production|exports|imports|shipments|deliveries|arrivals)\b(?:[^.;]|\.(?=\d)){0,90}?\d(?:\.\d+)?(?: ?%| ?pct?\b| per ?cent)(?:[^.;%\d]|(?<=\d)\.(?=\d)|\d(?! ?(?:%|pct|per ?cent))){0,24}\Z"
)
"""A clause that tells in percent what was made or sent, whose noun the next goods share: `copper output rose 7% and zinc fell 12%`."""
_MARKET = re.compile(
    r"\b(?:prices?|futures|markets?|lme|comex|shfe|premiums?|traded?|trading|clos(?:e|ed|ing)|settled?|session|contracts?|an? (?:tonne|ton|ounce|barrel|pound|bushel)|spot|traders)\b|[$€£]"
)


def stays_in_store(goods: Hit, scene: Scene) -> bool:
    """Tell whether goods that stay as they are are one more of the stocks just counted, and no price."""
    if scene.sentence.chinese or scene.says_before(_BEFORE, goods.start, 24) is None:
        return False
    if any(amount.kind in {"price", "money", "percent"} for amount in scene.amounts):
        return False
    return scene.says_before(_STOCKS_OF, goods.start) is not None


def _is_of_a_market(scene: Scene) -> bool:
    """Tell whether a sentence speaks of prices, or opens with what goods did on a market: `Copper fell 2% as output rose 3%`."""
    if scene.says(_MARKET) is not None:
        return True
    goods = scene.found.commodities[0]
    opens = goods.start - scene.sentence.start <= 1 or scene.says_before(_MARKET_NAME, goods.start, 16) is not None
    counts = scene.low.endswith(_NOUNS, goods.start, goods.end)  # `steel production` is one name
    return opens and not counts and any(0 < move.start - goods.end <= 1 for move in scene.found.moves)


_NOUNS = ("output", "production", "exports", "imports", "shipments", "deliveries", "arrivals")
_MARKET_NAME = re.compile(r"\b(?:benchmark|london|shanghai|dalian|front-month|three-month|cash) \Z")


def _came_to(amount: Amount) -> bool:
    """Tell whether an amount is how much of goods there came to be: `while cobalt fell to 1,100 t from 1,400 t`."""
    return amount.kind in {"quantity", "rate"} and amount.part in _LEVELLED


def find_likewise(scene: Scene, amounts: Sequence[Amount], others: Sequence[Candidate]) -> Iterator[Candidate]:
    """Yield what a later commodity does by a verb of its own of which the first clause names the thing that moves.

    Where a quantity follows the percentage, no price moves: `copper output fell 3%, while nickel was up 12% at 20,100 t`.
    """
    moves = [other for other in others if other.rule.startswith("move") and other.direction in {"up", "down"}]
    for at, amount in enumerate(amounts) if moves else ():
        goods = next((c for c in reversed(scene.found.commodities) if c.end <= amount.place[0]), None)
        first = next((c for c in reversed(moves) if goods and c.end < goods.start), None)
        if goods is None or first is None or not _BEFORE.search(scene.low, first.end, goods.start):
            continue
        between = scene.low[goods.end : amount.place[0]]
        counted = at + 1 < len(amounts) and amounts[at + 1].kind in {"quantity", "rate"}
        is_price = first.pack.pack.signal == "price_move"
        if (
            not is_price
            and (amount.kind in _COUNTED_BY or (amount.kind == "percent" and (counted or counts_on(goods, scene))))
            and (told := (_CAME_TO if _came_to(amount) else _LIKEWISE).fullmatch(between))
        ):
            direction = "up" if told["move"] in _RISING else "down"
            if direction in first.pack.pack.directions:
                yield replace(_gapped(first, goods, amount), direction=direction)
        elif is_price and amount.kind in {"price", "money"} and _REACHING.fullmatch(between):
            yield replace(_gapped(first, goods, amount), rule=LIKEWISE, given={"level": amount})


def without_gapped_verbs(candidates: list[Candidate], compared: Sequence[Candidate]) -> list[Candidate]:
    """Return the candidates but those of a later member's verb, which were bound to the goods of the first: `copper output rose 7% and zinc fell 12%`."""
    members = [
        (member.subject.end, member.start, member.type)
        for member in compared
        if member.rule == "move.gapped" and member.subject is not None
    ]
    if not members:
        return candidates
    return [
        each
        for each in candidates
        if each.bare or not any(end <= each.start < start and kind == each.type for end, start, kind in members)
    ]
