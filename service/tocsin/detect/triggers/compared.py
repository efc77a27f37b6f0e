"""Comparisons: facts that no word of movement tells, but a sign, a `more than`, or two numbers beside each other.

`Stocks 3,175 tonnes (+70)`, `exports of 6,150 t, 12% more than in October`, `offered at $48/kg, from $33 in June`, `库存4,211吨，较上周
少200吨`. What moved is the nearest thing before the number that can move; where that is a bare commodity its price is meant,
and then the sentence must give a price or a percentage.
"""

import re
from collections.abc import Iterator, Sequence

from tocsin.detect.calendar.contracts import opens_with_futures
from tocsin.detect.quantities.amount import OF_GOODS, unit_class
from tocsin.detect.quantities.amounts import Amount
from tocsin.detect.scenes.scene import Candidate, Scene
from tocsin.detect.texts.chinese import QUOTES
from tocsin.detect.triggers.assessed import assessing
from tocsin.detect.triggers.beside import Beside, knocked, knocks_offers, than_ever
from tocsin.detect.triggers.candidates import is_moved
from tocsin.detect.triggers.change import BOUND, KINDS, Change
from tocsin.detect.triggers.changes import find_changes
from tocsin.detect.triggers.charged import is_charged
from tocsin.detect.triggers.further_duties import find_further_duties
from tocsin.detect.triggers.gapped import find_gapped, find_likewise
from tocsin.detect.triggers.made_or_used import DONE
from tocsin.detect.triggers.multiples import find_multiples
from tocsin.detect.triggers.ranked_chinese import find_ranked
from tocsin.detect.triggers.two_numbers import fills_stores
from tocsin.detect.words.hits import Hit
from tocsin.detect.words.reach import reaches
from tocsin.rules.loader import LoadedPack, RulePack

_LEDGER = re.compile(
    r"\b(?:prices?|costs?|profits?|earnings|revenues?|sales|demand|consumption|imports?|exports?|stocks|inventor)"
)
_QUOTED = re.compile(r"[^,;。\d]{0,16}(?:(?:\d{1,4}[#%a-z]|\d{1,2}月|指数)[^,;。\d]{0,10})?")
"""What stands between goods and their first price: 三个月锡周四收于每吨…"""
_GRADED = re.compile(r",?(?: [\w#%.,-]+){1,6}:")
"""What stands between goods and the colon of their entry in a list of prices: `silicon 441# in Yunnan:`."""
_OF_GOODS = re.compile(
    r" (?:(?:[a-z]+ ){0,3}[\d.,]+(?:(?:mn|mln|bn|m|k)? (?:[a-z]+ ){1,3}|(?:t|st|kt|mt) ))?(?:of|for|in)(?: the)? (?:(?:[a-z-]+ ){1,3}and )?(?:[a-z-]+ )?"
)
"""What stands between a thing that moves and its goods: `stocks of copper`, `imported 3,000 tonnes of refined copper`."""
_TRADES = 3
"""Characters between a Chinese verb of trade and its goods: 进口大豆, 生产的锌."""
_BACK = 140
"""Characters that what moved may stand before its number."""
ENTRY = 60
"""Characters of an entry in a list of prices between its goods and its change: `Coking coal: FOB Gladstone, hard $190/t (+$4)`."""


def find_compared(
    rules: RulePack, packs: dict[str, LoadedPack], scene: Scene, others: Sequence[Candidate]
) -> Iterator[Candidate]:
    """Yield the candidates that numbers alone tell; a number beside a word of movement that found its subject is not read again."""
    amounts = [a for a in scene.amounts if a.kind in KINDS]
    yield from find_gapped(scene, amounts, others)
    if scene.sentence.chinese and "幅" in scene.low[scene.sentence.start : scene.sentence.end]:
        for goods, change in find_ranked(scene, amounts):
            yield from _tell_price(rules, change, goods, scene)
    if not scene.sentence.chinese:
        likewise = list(find_likewise(scene, amounts, others))
        yield from likewise
        others = [*others, *likewise]
        yield from find_further_duties(scene, amounts, others)
        yield from _knocked(rules, scene, amounts)
        if not others and (unmatched := _unmatched(packs, scene)) is not None:
            yield unmatched
    for change in (*find_changes(scene), *find_multiples(scene)):
        part = change.amount.kind == "percent" or change.earlier is not None
        own = [other for other in others if not (part and _is_deal(other)) and not _takes(other, scene)]
        if _is_of_verb(change, scene):
            own = [other for other in own if other.type != "price_move"]
        if any(_beside(other, change.amount, scene) for other in own):
            continue
        made = _subject(rules, packs, scene, change)
        full = scene.low.startswith(" full", change.amount.place[1])  # of its storage
        if made is not None and (made.given or scene.sentence.chinese or full or change.amount.kind == "multiple"):
            yield made  # what stocks are worth is not how much there is


def _is_deal(other: Candidate) -> bool:
    """Tell whether a candidate is a deal or a quota that is set, of which an earlier number is no size: `crushers purchased 40% fewer soybeans`."""
    return other.pack.pack.signal in {"mna", "large_contract"} or (other.measure == "quota" and not other.subject)


_DOES = re.compile(
    r"\b(?:produce[sd]?|mine[sd]?|makes?|made|pump(?:s|ed)?|smelt(?:s|ed)?|refine[sd]?|digs?|dug|burn(?:s|ed|t)?|use[sd]?|consume[sd]?|buys?|bought|import(?:s|ed)?|export(?:s|ed)?|ship(?:s|ped)?|deliver(?:s|ed)?|harvest(?:s|ed)?)"
    r" (?:(?:about|some|around|nearly|almost|up to|at least) )?\Z"
)
"""A verb of making or using right before a number, which then is no price's: `tin slipped as the miner dug 6% more ore`."""


def _is_of_verb(change: Change, scene: Scene) -> bool:
    return (
        not scene.sentence.chinese
        and change.earlier is None
        and scene.says_before(_DOES, change.amount.place[0], 32) is not None
    )


_TAKES = frozenset(["took", "takes", "has taken"])


def _takes(other: Candidate, scene: Scene) -> bool:
    """Tell whether a candidate is what a country took in, which is no deal where it is held against an earlier figure."""
    return other.rule == "state-bought" and scene.low[other.start : other.end] in _TAKES


def without_tallies(others: Sequence[Candidate], compared: Sequence[Candidate], scene: Scene) -> list[Candidate]:
    """Leave out what a country took in where its figure is compared: `China took 12 million tonnes in July, a record`.

    So is a quota that is only named where another number beside it tells which way it went.
    """
    quotas = [told for told in compared if told.type == "export_control"]
    if quotas:
        others = [other for other in others if not any(is_moved(other, told) for told in quotas)]
    if not any(told.type == "demand_change" for told in compared):
        return list(others)
    return [other for other in others if not _takes(other, scene)]


def _knocked(rules: RulePack, scene: Scene, amounts: Sequence[Amount]) -> Iterator[Candidate]:
    """Yield the move of goods off whose price a number is taken, or on which it is put."""
    for amount in amounts:
        told = knocked(amount, scene.low, scene.sentence.start, scene.sentence.end)
        goods = next((c for c in scene.found.commodities if told is not None and c.start == told.end), None)
        if goods is None and (way := knocks_offers(amount, scene.low, scene.sentence.start, scene.sentence.end)):
            told = Beside(way, *amount.place, level=False)
            goods = next((c for c in reversed(scene.found.commodities) if c.end <= amount.place[0]), None)
        if told is None or goods is None:
            continue
        yield from _tell_price(rules, Change(amount, told.direction, told.start, amount.place[1]), goods, scene)


def _tell_price(rules: RulePack, change: Change, goods: Hit, scene: Scene) -> Iterator[Candidate]:
    """Yield the move of the price of goods that a number tells."""
    for pack, index, kind in rules.bare:
        if kind is True and change.direction in pack.pack.subjects[index].moves:
            made = _candidate(pack, change, change.direction, goods, scene, needs=True)
            made.bare, made.commodities = True, [goods]
            yield made


def _beside(other: Candidate, amount: Amount, scene: Scene) -> bool:
    """Tell whether a candidate of a word of movement stands so near that the number is its own."""
    if other.start <= amount.place[0] < other.end:
        return True
    if other.end <= amount.place[0]:
        between = scene.low[other.end : amount.place[0]]
        return len(between) < 48 and "," not in between.rstrip(", ") and ";" not in between
    return 0 <= other.start - amount.place[1] <= 3


def _subject(rules: RulePack, packs: dict[str, LoadedPack], scene: Scene, change: Change) -> Candidate | None:
    """Return the candidate for what stands nearest before the number and can move, in its part of the sentence."""
    found, amount = scene.found, change.amount
    floor = max(scene.sentence.start, amount.place[0] - _BACK)
    for bound in BOUND.finditer(scene.low, floor, amount.place[0]):
        floor = bound.end()
    first = min(change.start, amount.place[0])
    if change.earlier is not None:
        first = min(first, change.earlier.place[0])
    nouns = [s for s in found.subjects if floor <= s.start and s.end <= first]
    if amount.kind == "days" or _is_of_price(amount, floor, scene):
        kind = "days" if amount.kind == "days" else "price"
        nouns = [s for s in nouns if any(kind in units for units in packs[s.id].pack.amounts.values())]
        if not nouns and amount.kind == "days":
            return None  # of time, and not how long stocks last
    place: Hit | None = None
    while len(nouns) > 1 and _stands_by(packs, nouns[-1], change, scene):
        place = nouns.pop()
    if len(nouns) > 1 and amount.kind == "price" and _is_priced(nouns[-2], nouns[-1], scene):
        nouns.pop()
    subject = nouns[-1] if nouns else None
    commodity = next((c for c in reversed(found.commodities) if floor <= c.start and c.end <= first), None)
    if subject is not None and any(
        subject.end <= bar.start < amount.place[0]
        or (floor <= bar.start < bar.end <= subject.start and not scene.low.endswith("'s", bar.start, bar.end))
        for bar in scene.barriers
    ):
        return None
    of_place = place is not None and commodity is not None and commodity.end <= place.start
    if (quota := _quota(packs, scene, change, floor if subject is None else subject.end)) is not None:
        return quota
    if subject is not None and (made := _made_right_there(packs, scene, change, subject.end)) is not None:
        return made
    if subject is not None and (
        of_place or _is_nearer(packs, subject, commodity, scene.low) or _is_weighed(commodity, scene)
    ):
        # an ambiguous noun does not move beyond a comma
        return _of_noun(packs[subject.id], subject, commodity, scene, change) or _made(packs, scene, change, floor)
    if (made := _made(packs, scene, change, floor)) is not None:
        return made
    if commodity is None and not found.commodities and change.earlier is not None:
        commodity = assessing(scene, change.amount.place[0])
    if commodity is None or not (commodity.kind == "subject" or _priced(change, first, commodity, scene)):
        return None
    if change.amount.kind in {"price", "money"} and is_charged(commodity.start, scene):
        return None
    return _of_goods(rules, scene, change, commodity)


_OF_IT = re.compile(r" (?:for|of) [^,;:]{0,40}")


def _is_priced(price: Hit, noun: Hit, scene: Scene) -> bool:
    """Tell whether a noun is only what a price is of: `prices for 99.9pc material were assessed at $6.10/lb, down from`."""
    return price.id == "price-move" and _OF_IT.fullmatch(scene.low, price.end, noun.start) is not None


def _is_of_price(amount: Amount, floor: int, scene: Scene) -> bool:
    """Tell whether an English number is a price, or money behind one: `wheat loading in May was $241 a tonne, up $3`."""
    if scene.sentence.chinese or amount.kind not in {"price", "money"}:
        return False
    return amount.kind == "price" or any(
        a.kind == "price" and floor <= a.place[0] < amount.place[0] for a in scene.amounts
    )


_PLACE = re.compile(r" (?:to|at|from|by|in|into|through) (?:(?:the|its|their|some|all|about) )?(?:[\w.'’-]+ ){0,5}\Z")


def _stands_by(packs: dict[str, LoadedPack], noun: Hit, change: Change, scene: Scene) -> bool:
    """Tell whether a noun that moves no such way is only where another's goods go or lie: `gas going to the big plants averaged`."""
    if scene.sentence.chinese or any(
        change.direction in sets for sets in packs[noun.id].pack.subjects[noun.data].moves.values()
    ):
        return False
    return scene.says_before(_PLACE, noun.start, 48) is not None


def _is_nearer(packs: dict[str, LoadedPack], subject: Hit, commodity: Hit | None, low: str) -> bool:
    """Tell whether a noun that can move stands nearer to its number than goods do, or is theirs."""
    return (
        commodity is None
        or subject.start > commodity.start
        or (subject.start == commodity.start and subject.end >= commodity.end)
        or _names(subject, commodity, low)
        or (packs[subject.id].pack.subjects[subject.data].trade and commodity.start - subject.end <= _TRADES)
    )


def _is_weighed(commodity: Hit | None, scene: Scene) -> bool:
    """Tell whether goods are only what a quantity is of, so that the noun before it moves: `output totalled 900 t of tin`."""
    if commodity is None or scene.sentence.chinese or not scene.low.endswith(" of ", 0, commodity.start):
        return False
    return any(a.kind in OF_GOODS and a.place[1] == commodity.start - len(" of ") for a in scene.amounts)


def _of_noun(pack: LoadedPack, subject: Hit, commodity: Hit | None, scene: Scene, change: Change) -> Candidate | None:
    """Return the candidate for a noun of measure before a number; None where it has no such way to move."""
    rule = pack.pack.subjects[subject.data]
    direction = next((name for name, sets in rule.moves.items() if change.direction in sets), None)
    beside = (commodity is not None and 0 <= subject.start - commodity.end <= 1) or (
        subject.start == scene.sentence.start and subject.id in _KEPT
    )
    named = any(_names(subject, hit, scene.low) for hit in scene.found.commodities)
    if pack.pack.signal == "price_move" and _is_of_tonnes(subject, change, scene):
        return None
    if direction is None or (rule.adjacent and not named and _is_beyond_comma(change, scene, beside=beside)):
        return None
    made = _candidate(pack, change, direction, subject, scene, needs=rule.commodity)
    if rule.measure is not None and pack.pack.signal == "export_control":
        made.measure, made.measure_span = rule.measure, (subject.start, subject.end)
    return made


def _is_of_tonnes(subject: Hit, change: Change, scene: Scene) -> bool:
    """Tell whether a quantity of goods stands between a noun and how much more it is: `material contributed 900 t, 4% more than`."""
    return not scene.sentence.chinese and any(
        amount.kind == "quantity" and subject.end <= amount.place[0] < change.start for amount in scene.amounts
    )


def _is_beyond_comma(change: Change, scene: Scene, *, beside: bool) -> bool:
    """Tell whether a comma parts a number from an ambiguous noun, and no two quantities or futures make it clear.

    In English two quantities do where the noun stands right `beside` its goods.
    """
    if not scene.low.startswith(",", change.start):
        return False
    if change.earlier is not None and change.amount.kind in {"quantity", "rate"} and (scene.sentence.chinese or beside):
        return False
    if beside and change.amount.kind == "percent" and _counts_it(change, scene):
        return False
    return scene.sentence.chinese or not opens_with_futures(scene.low, scene.sentence.start, scene.sentence.end)


_KEPT = frozenset(["inventory-change"])
"""Packs whose nouns, where they open a sentence, are what its quantities are of: `Stocks at the ports are put at 340 t, against 480 t`."""


def _counts_it(change: Change, scene: Scene) -> bool:
    """Tell whether the quantity right before a percentage is what changed by it: `tin tenders totalled 900 t, 4% fewer than in May`."""
    before = [amount for amount in scene.amounts if amount.place[1] <= change.amount.place[0]]
    return bool(before) and before[-1].kind in OF_GOODS and not scene.sentence.chinese


def _of_goods(rules: RulePack, scene: Scene, change: Change, commodity: Hit) -> Candidate | None:
    """Return the candidate for goods before a number, whose price is meant."""
    for pack, index, kind in rules.bare:
        if kind is True and change.direction in pack.pack.subjects[index].moves:
            made = _candidate(pack, change, change.direction, commodity, scene, needs=True)
            if commodity.kind == "commodity":
                made.bare, made.commodities = True, [commodity]
            return made
    return None


def _unmatched(packs: dict[str, LoadedPack], scene: Scene) -> Candidate | None:
    """Return the candidate for goods of which more or less was made, used or kept than at any time before."""
    if not scene.found.commodities:
        return None
    told = than_ever(scene.low, scene.sentence.start, scene.sentence.end)
    goods = told and [hit for hit in scene.found.commodities if hit.start < told.end]
    if not told or not goods or _LEDGER.search(scene.low, told.start, told.end):
        return None
    for name, words in DONE:
        done = scene.says_before(words, told.end) if name in packs else None
        if done is not None:
            word = Hit(*done.span(), "subject", name, 0)
            return Candidate(
                packs[name],
                "move.compared",
                told.direction,
                told.start,
                told.end,
                subject=word,
                cost=2.0,
                parts=(goods[0],),
            )
    return None


def _made(packs: dict[str, LoadedPack], scene: Scene, change: Change, floor: int) -> Candidate | None:
    """Return the candidate for goods that are made, used or kept, or are to be, in another quantity than before."""
    if scene.sentence.chinese or change.amount.kind not in {"percent", "pp", "quantity", "rate"}:
        return None
    low, left, right = scene.low, floor, max(change.end, change.amount.place[1])
    goods = [hit for hit in scene.found.commodities if left <= hit.start <= right + 24]
    told = [
        (found, name)
        for name, words in DONE
        if name in packs
        and (found := words.search(low, left, right))
        and not _is_kind(found, goods, scene)
        and not _is_plan_of_trade(found, scene)
    ]
    unsaid = not goods and not scene.found.commodities and scene.sentence.order > 0
    if not told or not (goods or unsaid):
        return None
    done, name = min(told, key=lambda each: each[0].start())
    if _LEDGER.search(low, done.start() if name == "production-change" else done.end(), right):
        return None
    pack = packs[name]
    word = Hit(*done.span(), "subject", name, 0)
    candidate = _candidate(pack, change, change.direction, word, scene, needs=True)
    candidate.unsaid = not goods
    if goods:
        candidate.parts = (next((hit for hit in goods if hit.start >= done.start()), goods[-1]),)
    return candidate


_QUOTA = re.compile(r"\b(?:export|tariff-rate|tariff) quotas?\b")


def _quota(packs: dict[str, LoadedPack], scene: Scene, change: Change, floor: int) -> Candidate | None:
    """Return what a second number tells of how much may cross a border: `set the export quota at 900 t, down from 1,200 t`."""
    pack = packs.get("export-control")
    if pack is None or scene.sentence.chinese or change.amount.kind != "quantity":
        return None  # how much less is let out than before is no rate of a quota
    told = next(iter(_QUOTA.finditer(scene.low, floor, change.amount.place[0])), None)
    if told is None:
        return None
    way = "ease" if change.direction == "up" else "tighten"
    word = Hit(*told.span(), "subject", "export-control", 0)
    candidate = _candidate(pack, change, way, word, scene, needs=True)
    candidate.measure, candidate.measure_span = "quota", told.span()
    return candidate


_OF_KIND = re.compile(r"(?:\b(?:of|the|in|for|and|with|from|its|their|more|less|some|any)|[,;:(]) \Z")


def _is_kind(done: re.Match[str], goods: Sequence[Hit], scene: Scene) -> bool:
    """Tell whether a verb of making only says which goods are meant: `Refined tin, 900 t more than in May, lies there`."""
    if done[0] != "refined":
        return False
    if any(hit.start <= done.start() < hit.end for hit in goods):
        return True
    if not any(hit.start == done.end() + 1 for hit in goods):
        return False
    return done.start() == scene.sentence.start or scene.says_before(_OF_KIND, done.start(), 12) is not None


_PLANS = frozenset(["target", "targets", "quota", "quotas", "forecast", "forecasts", "plan", "outlook", "allowance"])
_OF_TRADE = re.compile(
    r"\b(?:imports?|exports?|sales?|purchas(?:e|es|ing)|buying|consumption|demand|usage|shipments?|trade) \Z"
)


def _is_plan_of_trade(done: re.Match[str], scene: Scene) -> bool:
    """Tell whether a target or quota is one of trade, so that nothing is made: `the import quota was set at 900 t, up from 800 t`."""
    return done[0] in _PLANS and scene.says_before(_OF_TRADE, done.start(), 16) is not None


def _made_right_there(packs: dict[str, LoadedPack], scene: Scene, change: Change, floor: int) -> Candidate | None:
    """Return what a verb right before a number tells of goods, whatever noun stands before it: `and the sector used 30% more tin`."""
    made = _made(packs, scene, change, floor)
    if (
        made is None and scene.found.commodities
    ):  # which a clause before may name: `uranium rose after the miner said it would produce 8% less`
        made = _made(packs, scene, change, max(scene.sentence.start, floor - _BACK))
    word = made and made.subject
    return made if made and word and made.parts and 0 <= change.amount.place[0] - word.end <= 1 else None


_IS = re.compile(r" (?:was|is|were|are|ended|closed|finished|stood) (?:at )?")
"""What stands between goods and their change with its sign: `tin was +0.6%`."""
_WORTH = (" worth ", " valued at ", " worth about ", " worth some ", " worth over ", " worth more than ")
"""What makes of money beside goods the value of a heap of them."""
_CLOSED = re.compile(
    r"\b(?:close[sd]|settle[sd]?|end(?:s|ed)|finish(?:es|ed)|trade[sd]|trading|stood|stands|quoted|fixed) (?:[a-z]+ ){0,3}at (?:about )?\Z"
)
"""What makes of money beside goods their price, which leaves out what it is for: `zinc closed at $2,710, 1.2% above`."""


def _names(subject: Hit, commodity: Hit, low: str) -> bool:
    """Tell whether the commodity only says what the subject is of: `stocks of copper`, `exports of tin ingot`."""
    at = subject.end - len(" of") * low.endswith(" of", subject.start, subject.end)
    return subject.end <= commodity.start and _OF_GOODS.fullmatch(low, at, commodity.start) is not None


def _priced(change: Change, first: int, commodity: Hit, scene: Scene) -> bool:
    """Tell whether the numbers beside a bare commodity are those of a price."""
    amount, signed = change.amount, bool(change.amount.sign) or change.worded
    if scene.sentence.chinese:
        numbers = [a for a in scene.amounts if commodity.end <= a.place[0] < amount.place[0]]
        if not numbers:  # the first number is a quote: 铅报每吨2604美元,周三收盘价2588美元
            if amount.kind == "money" and not scene.low.endswith(QUOTES, commodity.end, amount.place[0]):
                return False
            priced = amount.kind in {"price", "money"} and scene.low[amount.place[1] - 2] not in "万亿"
            return priced and _QUOTED.fullmatch(scene.low, commodity.end, amount.place[0]) is not None
        return all(a.kind == "price" for a in numbers)
    between = scene.low[commodity.end : first]
    told = signed or change.earlier is not None
    if told and (grade := _GRADED.match(between)):
        between = between[grade.end() - 1 :]
    if not reaches(between) and not (between.startswith(":") and len(between) < ENTRY and told):
        return False
    if amount.kind == "money" and between.endswith(_WORTH):
        return False  # what a heap is worth is no price
    if amount.kind in {"price", "money"}:
        return True
    if signed and _IS.fullmatch(between):
        return True
    if signed and not scene.low[commodity.end : amount.place[0]].strip():
        return len(scene.amounts) > 1  # one of a row: `platinum rose 1% to $980, rhodium +2%`
    prices = any(
        (a.kind == "price" or (a.kind == "money" and _CLOSED.search(scene.low, commodity.end, a.place[0])))
        and commodity.end <= a.place[0] <= amount.place[1] + 60
        for a in scene.amounts
    )
    goods = any(a.kind in {"quantity", "rate"} and commodity.end <= a.place[0] < amount.place[0] for a in scene.amounts)
    return prices and not goods


def _candidate(
    pack: LoadedPack, change: Change, direction: str, subject: Hit, scene: Scene, *, needs: bool
) -> Candidate:
    """Return the candidate that a change makes of a subject; its amount means what the pack has for its unit."""
    amount, kinds = change.amount, {} if change.amount.kind == "multiple" else pack.pack.amounts
    unit = unit_class(amount.unit)
    wanted = "level" if change.earlier is not None else "change" if unit == "percent" else "change_by"
    if unit == "percent" and change.earlier is not None and fills_stores(amount, scene):
        wanted, kinds = "share", {"share": ("percent",)}
    meaning = next((name for name in (wanted, "level", "value", "quantity") if unit in kinds.get(name, ())), None)
    return Candidate(
        pack,
        "move.compared",
        direction,
        change.start,
        change.end,
        subject=subject,
        cost=min(6.0, scene.gap(subject.end, amount.place[0])),
        given={} if meaning is None else {meaning: amount},
        spent=_spent(change, scene),
        needs_commodity=needs and pack.pack.needs.commodity != "no",
    )


def _spent(change: Change, scene: Scene) -> tuple[Amount, ...]:
    """Return the amounts that a change uses up, which mean nothing else."""
    if change.amount.kind == "multiple":
        return tuple(a for a in scene.amounts if a.place == change.amount.place)
    return (change.amount,) if change.earlier is None else (change.amount, change.earlier)
