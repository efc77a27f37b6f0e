"""Moves: what moved - words of movement bound to their subjects, to a bare commodity, a price or a company."""

import re

from tocsin.detect.chinese import BALANCE, OTHER_NOUN, STOPPED_OTHER, TELLS
from tocsin.detect.chinese_moves import is_a_load, is_of_another, is_of_shares, is_pace
from tocsin.detect.hits import Hit
from tocsin.detect.reach import reaches
from tocsin.detect.scene import OWN_OBJECT, Candidate, Scene
from tocsin.rules.loader import LoadedPack, Move, RulePack

LIMIT = 14.0
"""Farthest a subject may stand from its word of movement."""

QUOTE_LIMIT = 15.0
"""Farthest a price may stand from what it did."""

BARRED, BARRED_CHINESE = 14.5, 20.0
"""What a noun costs that takes the subject's place: as much as the farthest distance or more, which is longer in Chinese."""

FAR = 1000.0

_ENDS = re.compile(
    r"\s*(?:$|[\d,.;:%$)(—–]|(?:by|to|from|in|on|at|for|again|further|sharply|slightly|and|while|as|amid|after|due|during|this|last|since|with|about|nearly|almost|more|over|up|down|some|us|year|month|week|significantly|substantially)\b)"
)

_ASIDE = (" while ", " by ", " for ", " when ")

_THEN = re.compile(r"[\s,](?:but|and|then|before)(?: then| later| also)?\s*\Z")
"""What joins a second move to a first."""

_PROPERTY = re.compile(
    r"\b(?:recovery|recoveries|grades?|purity|content|quality|concentrations?|shares?|use|uses|traces|levels|bills?|removal) of (?:the )?\Z"
)
"""Nouns that move in place of the commodity after them: `recovery of vanadium rose`."""

_BEFORE_NUMBERS = frozenset(["add", "off", "pop", "pops", "popped", "shed", "sheds", "vaults", "tanks"])
"""Words that move a price only where a number follows: `off 0.4%`, not `off its lows`."""

_FIRMS = frozenset(["firm", "firms"])

_FIRMER = re.compile(
    r"\s*(?:$|[\d,.;:%$)(—–-]|(?:by|to|from|in|on|at|for|as|amid|after|up|ahead|above|near|over|this|last|slightly|further|again|and|but|while|despite|with)\b)"
)
"""What follows where prices firm, and not an oil and gas firm does."""

_MARKS = ("high", "highs", "low", "lows", "peak", "record high", "record low")

_FROM = re.compile(
    r"\b(?:from|near|off|below|above|under|after hitting|since)\s+(?:(?:an?|its|their|the|this|new|fresh)\s+)*(?:[\w/.]+-?|[\d/ -]+)?[\s-]*$"
)

_ENDED = re.compile(
    r"\b(?:snap(?:s|ped|ping)?|halt(?:s|ed|ing)?|end(?:s|ed|ing)?|break(?:s|ing)?|broke|arrest(?:s|ed|ing)?)"
    r"\s+(?:(?:an?|its|their|the)\s+)?(?:[\w/.]*\d[\w/.]*|one|two|three|four|five|six|seven|eight|nine|ten|multi|long|losing|winning|weekly|weeks?|days?|months?|sessions?|straight|streak|of|[\s-])+$"
)
"""A run that is over when the word tells it: `snaps a four-day slide`."""

_FORECAST = re.compile(
    r"\b(?:forecasts?|projections?|estimates?|outlook|views?|predictions?) (?:for|of|on) (?:the )?(?:\w+ )?\Z"
)
"""What makes growth the object of a forecast, which is what moves: `trims its forecast for growth in demand`."""

_OF_FORECAST = re.compile(
    r"\b(?:forecasts?|projections?|estimates?|outlook|views?|predictions?|guidance|targets?)(?: [\w-]+)? (?:for|of|on) "
)

_NEAR = re.compile(
    r"\b(?:end(?:s|ed)?|settle[sd]?|close[sd]?|trade[sd]?|trading|hover(?:s|ed|ing)?|finish(?:es|ed)?|futures|prices?) (?:near|at|around|close to) (?:(?:an?|its|their|the|about|more than) )?[\w./ -]{0,16}-?\Z"
)
"""What tells that a market went to its mark: `settles near a five-month low`."""

_MONTH = re.compile(r"[\s.]*(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*[\s.]*(?:delivery )?\Z")
"""What parts a commodity from its contract: `zinc April contract`."""

_TO_MEET = re.compile(
    r"\b(?:meet|meets|meeting|satisfy|address|serve|serving|fulfil|fulfill|capitali[sz]e on|anticipating|driven by|fuell?ed by|spurred by)\s+(?:the\s+|its\s+|this\s+|that\s+)?(?:\w+ly\s+)?$"
)
"""A purpose, not a fact: `to meet growing demand`."""

_WITHIN = re.compile(r"\b(?:on|as|after|amid|in|for|at|by|with|to|from|of|and|but|before|than)\b")
"""What parts an adjective from a noun after it: `closed higher on investment demand` speaks of no higher demand."""

_TO_MARK = re.compile(
    r" [a-z]+ (?:(?:up|down|back|higher|lower) )?(?:to|toward|towards|for|into|past)(?: [\w'-]+){0,3}[ -]?\Z"
)
"""How a market goes to its mark in any verb's words: `powers to a six-month high`."""

_ATTRIBUTE = re.compile(
    r"\b(?:the|its|their|an?|this|that|of|currently|previously|recently|now|long|long-|temporarily) ?\Z"
)
"""What makes a participle the attribute of the noun after it: `the idled potlines` tells no halt."""

_OF_NOUN = re.compile(r"\b(?:an?|the|its|their|for|of|with|from|through|into|via|at|in) \Z")
"""What stands before a participle that describes a noun."""

_PART_OF = re.compile(
    r"\b(?:percentage|share|proportion|portion|efficiency|cost|costs|quality|number|role|importance) of\b"
)

_CONDITION = re.compile(
    r"\b(?:at|even at|under|assuming|with) (?:(?:much|significantly|substantially|even|such|current) )?\Z"
)
"""What makes a price the condition of something else: `profitable at lower prices`."""

_APPOSED = re.compile(
    r",\s+(?:(?:and|or|representing|marking|reflecting|showing|posting|which is|with)\s+)?an?\s+(?:[\w-]+\s+){0,3}$"
)
"""How a change is told beside its subject: `output was 12,700 t, a year-on-year decrease of 53%`."""

_NUMBERED = re.compile(
    r"\s*(?:by|to|past|over|above|as much as|more than|some|another|about|nearly|约|近|逾|超|了|去|至)?\s*[$¥]?\d"
)

_EMBEDS = re.compile(r"\s+(?:about|over|on|of|for|around|in|regarding|from|to)\s+(?:[\w'-]+\s+){0,3}$")

_BE = re.compile(
    r"\b(?:is|are|was|were|remain|remains|remained|stay|stays|stayed|be|been|being|looks|seems|turned|became|become)\b"
)

_PASSIVE = ("was ", "were ", "been ", "being ", "be ", "are ", "is ", "get ", "got ")

BALANCED = ("过剩", "短缺", "不足", "紧缺")


def find_moves(rules: RulePack, packs: dict[str, LoadedPack], scene: Scene) -> list[Candidate]:
    """Return the candidates of words of movement: each bound to what it moves, of rivals the nearest."""
    fits: list[Candidate] = []
    subjects = scene.subjects = [hit for hit in scene.found.subjects if _stands(packs[hit.id], hit, scene)]
    for hit in scene.found.moves:
        move: Move = hit.data
        if (
            _is_mark(scene.low, hit)
            or scene.is_named(hit)
            or (hit.end - hit.start == 1 and not TELLS.match(scene.low, hit.end))
        ):
            continue
        if scene.sentence.chinese and is_pace(hit, scene):
            continue
        if scene.low.endswith(BALANCED, hit.start, hit.end) and BALANCE.match(scene.low, hit.end):
            continue
        best: Candidate | None = None
        for subject in subjects:
            option = _bound(packs[subject.id], subject, hit, move, scene)
            if option is not None and (best is None or option.cost < best.cost):
                best = option
        if move.market:
            for pack, index, kind in rules.bare:
                option = (
                    _bare(pack, index, hit, move, scene) if kind is True else _company(pack, index, hit, move, scene)
                )
                if option is not None and (best is None or option.cost + 2 <= best.cost):
                    best = option
                option = _quoted(pack, index, hit, move, scene) if kind is True and scene.sentence.chinese else None
                if option is not None and (best is None or option.cost < best.cost):
                    best = option
        if best is not None and best.cost <= LIMIT + (6 if scene.sentence.chinese else 0):
            fits.append(best)
    return _rivals(fits, scene.low) if fits else _near_marks(rules, scene)


def _near_marks(rules: RulePack, scene: Scene) -> list[Candidate]:
    """Let a commodity that ends near a high or low have moved there, where the sentence tells no other move."""
    for hit in scene.found.moves:
        if hit.data.market and scene.low.endswith(_MARKS, hit.start, hit.end):
            before = _NEAR.search(scene.low, max(scene.sentence.start, hit.start - 32), hit.start)
            if before is not None:
                return [
                    c
                    for p, i, kind in rules.bare
                    if kind is True and (c := _bare(p, i, hit, hit.data, scene)) is not None
                ]
    return []


def _bound(pack: LoadedPack, subject: Hit, hit: Hit, move: Move, scene: Scene) -> Candidate | None:
    """Bind a word of movement to a subject; None where the pack gives the movement no meaning or they overlap."""
    rule = pack.pack.subjects[subject.data]
    best: tuple[float, str, str] | None = None
    if subject.start < hit.end and hit.start < subject.end:
        return None
    for direction, sets in rule.moves.items():
        for name in sets:
            for wanted, cls in move.sets:
                if wanted not in (name, f"{pack.pack.name}:{name}"):
                    continue
                if cls == "state" and (rule.bare or pack.pack.signal == "price_move"):
                    continue  # a price that is high has not moved
                cost = _cost(cls, subject, hit, scene)
                if best is None or cost < best[0]:
                    best = (cost, direction, cls)
    if best is None or best[0] >= FAR:
        return None
    cost, direction, cls = best
    return Candidate(
        pack,
        f"move.{cls}",
        direction,
        hit.start,
        hit.end,
        subject=subject,
        measure=rule.measure,
        measure_span=(subject.start, subject.end) if rule.measure else None,
        cost=cost,
        nominal=cls in {"noun", "adjective"},
        needs_commodity=rule.commodity,
    )


def _cost(cls: str, subject: Hit, hit: Hit, scene: Scene) -> float:
    gap = scene.between(subject, hit)
    gap += 2.0 * scene.moves_between(subject, hit) + _barred(subject, hit, scene)
    if scene.sentence.chinese:
        return gap + _chinese_side(cls, subject, hit, scene.low)
    return gap + _english_side(cls, gap, scene.low, subject, hit)


def _barred(subject: Hit, hit: Hit, scene: Scene) -> float:
    """Weigh a noun that takes the subject's place: between the two, or before it (`concerns about supply ease`).

    A noun in an aside is no subject of what stands behind the aside.
    """
    cost = 0.0
    if any(start <= subject.start and subject.end <= end <= hit.start for start, end in scene.asides):
        return BARRED
    for bar in scene.barriers:
        if (
            min(subject.end, hit.end) <= bar.start and bar.end <= max(subject.start, hit.start)
        ) or 0 <= bar.start - subject.end <= 1:
            cost = BARRED_CHINESE if scene.sentence.chinese else BARRED
        elif bar.end <= subject.start and not scene.sentence.chinese and bar.end > subject.start - 40:
            text = scene.low[bar.end : subject.start]
            if _EMBEDS.match(text) and hit.start >= subject.end:
                cost = BARRED
    return cost


_PARTED = re.compile(r"由|部分|以及|用于|来自")

_STOPS = frozenset(["暂停", "停止", "中止", "叫停", "恢复", "重启", "重新启动"])


def _chinese_side(cls: str, subject: Hit, hit: Hit, low: str) -> float:
    if low[hit.start : hit.end] in _STOPS and STOPPED_OTHER.match(low, hit.end):
        return FAR
    if subject.end <= hit.start:
        return 1.0 if cls == "object_verb" else 0.0
    if "," in low[hit.end : subject.start] or _PARTED.search(low, hit.end, subject.start):
        return FAR  # what moves does not follow in a later clause
    if cls == "object_verb":
        return 0.5
    if ("flat", "verb") in hit.data.sets and not low.startswith("的", hit.end):
        return FAR  # what keeps a price still is a purpose: 稳定生猪价格
    if low.startswith("的", hit.end):
        return 0.0
    return 2.0 if cls in {"adjective", "state"} else 7.0


def _is_attribute(low: str, hit: Hit) -> bool:
    """Tell whether a participle belongs to the noun after it: `through an expanded plant`, `for advanced processing`."""
    return (
        low.endswith("ed", hit.start, hit.end) and _OF_NOUN.search(low, max(0, hit.start - 10), hit.start) is not None
    )


def _english_side(cls: str, gap: float, low: str, subject: Hit, hit: Hit) -> float:
    before = subject.end <= hit.start
    if before and cls in {"verb", "object_verb"} and _is_attribute(low, hit):
        return FAR
    if cls == "object_verb" and not before and _PART_OF.search(low, hit.end, subject.start):
        return FAR  # raises the percentage of wind in energy consumption
    if not before and low.startswith(" than", hit.end):
        return FAR  # lower than another's output
    rising = cls == "adjective" or low.endswith("ing", hit.start, hit.end)
    if rising and not before and _TO_MEET.search(low, max(0, hit.start - 24), hit.start):
        return FAR
    if not before and _CONDITION.search(low, max(0, hit.start - 24), hit.start):
        return FAR
    if cls == "adjective" and not before and _WITHIN.search(low, hit.end, subject.start):
        return FAR
    if (
        cls in {"object_verb", "verb"}
        and not before
        and low.endswith("ed", hit.start, hit.end)
        and _ATTRIBUTE.search(low, max(0, hit.start - 12), hit.start)
    ):
        return FAR
    if cls == "object_verb" and not before and _OF_FORECAST.search(low, hit.end, subject.start):
        return FAR  # a forecast is cut, which frames tell
    if cls in {"verb", "object_verb"} and before and OWN_OBJECT.match(low, hit.end):
        return 8.0
    if cls == "verb" and before and low.endswith("ing", hit.start, hit.end) and low.endswith(_ASIDE, 0, hit.start):
        return 12.0  # benefits from gold prices while advancing its project
    if cls == "verb" and before and low[hit.start - 2 : hit.start] == ", " and _NUMBERED.match(low, hit.end):
        return min(0.0, 9.0 - gap)  # an apposition: `output was 1.2 million tons, up 3%`
    if cls == "verb":
        if before:
            return 0.0
        return 0.5 if gap <= 1 and hit.end - hit.start > 4 and low[hit.end - 3 : hit.end] == "ing" else 9.0
    if cls == "object_verb":
        if not before:
            return 0.0
        lead = low[max(0, hit.start - 7) : hit.start]
        if lead.endswith(_PASSIVE):
            return 0.0
        return 3.0 if _ENDS.match(low, hit.end) else 16.0
    if cls == "noun":
        if before and _APPOSED.search(low, subject.end, hit.start):
            return 1.0 - min(gap, LIMIT) / 2
        if before:
            return 0.0 if gap <= 1 else 5.0
        link = low[hit.end : hit.end + 5]
        if gap > 7:
            return 9.0
        return (
            0.0
            if link.startswith((" in ", " of ", " for "))
            else 3.0
            if " in " in low[hit.end : subject.start]
            else 14.0
        )
    if cls == "state":  # says how a thing is; news only as a predicate
        return 0.5 if before and _BE.search(low, subject.end, hit.start) else FAR
    if before:  # adjective as predicate
        return 0.5 if gap <= 4 else 4.0
    return 0.0 if gap <= 3 else 6.0


def _is_mark(low: str, hit: Hit) -> bool:
    """Tell whether a high or low is only where something stands or comes from: `near a five-month high`."""
    if low[hit.start : hit.end] in _FIRMS:
        return _FIRMER.match(low, hit.end) is None
    if low[hit.start : hit.end] in _BEFORE_NUMBERS:
        return _NUMBERED.match(low, hit.end) is None
    if _ENDED.search(low, max(0, hit.start - 40), hit.start) or _FORECAST.search(
        low, max(0, hit.start - 32), hit.start
    ):
        return True
    return low.endswith(_MARKS, hit.start, hit.end) and _FROM.search(low, max(0, hit.start - 24), hit.start) is not None


OPENING = 24
"""Characters within which a headline names what it is about."""

RIVAL = 4.0
"""How much farther than the nearest a second word of movement may stand from the same subject."""


def _rivals(fits: list[Candidate], low: str) -> list[Candidate]:
    """Of words that move one subject opposite ways, keep the near ones."""
    fits = [fit for fit in fits if fit.direction != "flat" or not _is_manner(fit, fits)]
    nearest: dict[tuple[int, str], Candidate] = {}
    for fit in fits:
        if fit.subject is not None:
            key = (fit.subject.start, fit.pack.pack.name)
            if key not in nearest or fit.cost < nearest[key].cost:
                nearest[key] = fit
    return [
        fit
        for fit in fits
        if fit.subject is None
        or fit.cost <= (best := nearest[fit.subject.start, fit.pack.pack.name]).cost + RIVAL
        or fit.direction == best.direction
        or (fit.direction == "resume" and best.direction == "halt" and best.start < fit.start)
        or _NUMBERED.match(low, fit.end)
    ]


def _is_manner(flat: Candidate, fits: list[Candidate]) -> bool:
    """Tell whether standing still only says how another move goes: 震荡走低, 企稳回升."""
    return any(other.direction != "flat" and 0 <= other.start - flat.end <= 1 for other in fits)


def _stands(pack: LoadedPack, subject: Hit, scene: Scene) -> bool:
    """Tell whether a subject counts: an ambiguous one needs its commodity right beside it."""
    if not pack.pack.subjects[subject.data].adjacent:
        return True
    if _opens(subject, scene):
        return True
    for hit in scene.found.commodities:
        if hit.end <= subject.start and scene.gap(hit.end, subject.start) <= 1.5:
            return True
        if hit.start <= subject.start and subject.end <= hit.end:
            return True  # the commodity's own words hold it: coffee crop
        if hit.end <= subject.start <= hit.end + 24 and _MONTH.match(scene.low[hit.end : subject.start]):
            return True
        if hit.start >= subject.end and scene.low.startswith(" of ", subject.end) and hit.start - subject.end < 24:
            return True
    return False


def _opens(subject: Hit, scene: Scene) -> bool:
    """Tell whether an ambiguous English noun opens a sentence that tells a quantity of goods: `Stocks gained 3% to 40,000 tons`."""
    if scene.sentence.chinese or subject.start - scene.sentence.start > OPENS:
        return False
    return any(amount.kind == "quantity" for amount in scene.amounts)


OPENS = 4
"""Characters of an article before a noun that opens a sentence."""


def _direction(pack: LoadedPack, index: int, move: Move) -> str | None:
    names = {name for name, _ in move.sets}
    moves = pack.pack.subjects[index].moves
    return next((direction for direction, sets in moves.items() if names & set(sets)), None)


def _bare(pack: LoadedPack, index: int, hit: Hit, move: Move, scene: Scene) -> Candidate | None:
    """Let the commodity itself be the subject: it must stand right before the word of movement."""
    found, chinese = scene.found, scene.sentence.chinese
    direction = _direction(pack, index, move)
    commodity = next((c for c in reversed(found.commodities) if c.end <= hit.start), None)
    if direction is None or commodity is None:
        return None
    if not chinese and _is_attribute(scene.low, hit):
        return None
    gap = scene.gap(commodity.end, hit.start)
    if not chinese and OWN_OBJECT.match(scene.low, hit.end):
        return None
    if gap > _bare_limit(scene, commodity, hit):
        return None
    if chinese and (
        is_of_shares(commodity, hit, scene)
        or is_a_load(commodity, hit, scene)
        or OTHER_NOUN.search(scene.low, commodity.end, hit.start)
        or is_of_another(commodity, hit, scene)
    ):
        return None
    others = [s for s in found.subjects if s.id != pack.pack.name]
    if any(commodity.start < s.start < hit.start for s in others):
        return None
    if not chinese and any(0 <= commodity.start - s.end <= 8 for s in others):
        return None
    if not chinese and _PROPERTY.search(scene.low, max(scene.sentence.start, commodity.start - 32), commodity.start):
        return None
    if any(commodity.end <= bar.start and bar.end <= hit.start for bar in scene.barriers):
        return None
    if not chinese and any(
        commodity.start - 40 < bar.end <= commodity.start and _EMBEDS.match(scene.low[bar.end : commodity.start])
        for bar in scene.barriers
    ):
        return None  # open interest in copper
    sets = any(name.endswith("_set") for name, _ in move.sets)
    return Candidate(
        pack,
        "move.bare.set" if sets else "move.bare",
        direction,
        hit.start,
        hit.end,
        subject=commodity,
        asked=frozenset(["price"]) if sets else frozenset(),
        cost=1.0 if _priced(pack, commodity, scene) else min(gap + 1, LIMIT),
        bare=True,
        commodities=[commodity],
    )


def _quoted(pack: LoadedPack, index: int, hit: Hit, move: Move, scene: Scene) -> Candidate | None:
    """Let a price that is told be the subject: right before what it did, or right after it where nothing else moves."""
    direction = _direction(pack, index, move)
    if direction is None:
        return None
    found = scene.found
    others = (*found.subjects, *found.companies, *found.commodities)
    quote = next((q for q in reversed(scene.quotes) if q.end <= hit.start), None)
    if quote is not None and not any(quote.end <= o.start < hit.start for o in others):
        cost = scene.gap(quote.end, hit.start)
    else:
        quote = next((q for q in scene.quotes if q.start >= hit.end), None)
        if quote is None or any(o.start < hit.start for o in others):
            return None
        cost = scene.gap(hit.end, quote.start)
        if cost > 2.0:
            return None
    if cost > QUOTE_LIMIT or any(quote.end <= bar.start < hit.start for bar in scene.barriers):
        return None
    sets = any(name.endswith("_set") for name, _ in move.sets)
    return Candidate(
        pack, "move.quoted.set" if sets else "move.quoted", direction, hit.start, hit.end, subject=quote, cost=cost
    )


def _priced(pack: LoadedPack, commodity: Hit, scene: Scene) -> bool:
    """Tell whether it is the price of the commodity that moves: `prices of base metals, including zinc, ticked up`."""
    return any(
        s.id == pack.pack.name
        and s.end <= commodity.start <= s.end + 64
        and scene.low.startswith((" of ", " for "), s.end)
        for s in scene.found.subjects
    )


def _bare_limit(scene: Scene, commodity: Hit, hit: Hit) -> float:
    """How far a commodity may stand from what it does: farther where a number follows and only numbers stand between."""
    between = scene.low[commodity.end : hit.start]
    if not scene.sentence.chinese:
        if reaches(between.removeprefix("'s")) or (
            scene.low.endswith(_MARKS, hit.start, hit.end) and _TO_MARK.fullmatch(between)
        ):
            return 24.0
        if _THEN.search(between) and _NUMBERED.match(scene.low, hit.end) and _moved(scene, commodity, hit):
            return 24.0
        opens = commodity.start - scene.sentence.start <= OPENING
        return 9.0 if scene.sentence.paragraph == 0 and opens and not scene.subjects else 0.5
    plain = not any(commodity.end <= c.start < hit.start for c in scene.found.companies + scene.found.subjects)
    return 16.0 if plain and _NUMBERED.match(scene.low, hit.end) and between.count(",") <= 2 else 4.0


def _moved(scene: Scene, commodity: Hit, hit: Hit) -> bool:
    """Tell whether the commodity did something before, and nothing else stands between: `had rallied, but fell 2%`."""
    firsts = [m for m in scene.found.moves if commodity.end <= m.start < hit.start]
    others = any(commodity.end <= s.start < hit.start for s in scene.found.subjects + scene.found.companies)
    return bool(firsts) and not others and scene.gap(commodity.end, firsts[0].start) <= 2.0


def _company(pack: LoadedPack, index: int, hit: Hit, move: Move, scene: Scene) -> Candidate | None:
    """Let a company stand for its shares: right before the word of movement; an amount must follow, which slots checks."""
    direction = _direction(pack, index, move)
    company = next((c for c in reversed(scene.found.companies) if c.end <= hit.start), None)
    if direction is None or company is None or scene.gap(company.end, hit.start) > 2.5:
        return None
    return Candidate(
        pack,
        "move.company",
        direction,
        hit.start,
        hit.end,
        subject=company,
        cost=scene.gap(company.end, hit.start) + 2,
        needs_commodity=False,
    )
