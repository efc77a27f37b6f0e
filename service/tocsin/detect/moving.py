"""Moves: what moved - words of movement bound to their subjects, to a bare commodity, a price or a company."""

import re
from dataclasses import replace

from tocsin.detect.chinese import OTHER_NOUN, TELLS, is_balance
from tocsin.detect.chinese_moves import (
    chinese_side,
    is_a_load,
    is_counted,
    is_of_another,
    is_of_raw_material,
    is_of_shares,
    is_pace,
    is_revised_growth,
    is_traded,
)
from tocsin.detect.contracts import opens_with_futures
from tocsin.detect.coordinated import heads_list, in_clause, is_noun_in, is_pressed, second_move
from tocsin.detect.english import describes, english_side, has_object, is_attribute, of_another_noun
from tocsin.detect.hits import MASS_OF, Hit
from tocsin.detect.marks import MARKS, NUMBERED, TO_MARK, is_mark, leaves, nears, past_levels, undone
from tocsin.detect.reach import ends_in_noun, reaches
from tocsin.detect.scene import FAR, LIMIT, Candidate, Scene
from tocsin.rules.loader import LoadedPack, Move, RulePack

QUOTE_LIMIT = 15.0
"""Farthest a price may stand from what it did."""

BARRED, BARRED_CHINESE = 14.5, 20.0
"""What a noun costs that takes the subject's place: as much as the farthest distance or more, which is longer in Chinese."""

_THEN = re.compile(r"[\s,](?:but|and|then|before)(?: then| later| also)?\s*\Z")
"""What joins a second move to a first."""

_PROPERTY = re.compile(
    r"\b(?:recovery|recoveries|grades?|resources?|reserves?|sales|trading|mining|extraction|loadings|volumes?|purity|content|quality|concentrations?|shares?|use|uses|traces|levels|bills?|removal) of (?:the )?(?:(?:available|total|global|world|all|domestic|national) )?\Z"
    r"|\b(?:(?:cancelled |live )?warrants|payables|treatment charges?|margins?|costs?|grades?|ratios?|royalty|royalties|appetite|sentiment|bets|positions?|holdings|interest|turnover) (?:for|of|on|in) (?:the )?(?:lme |shfe |comex |spot |refined |london |shanghai )?\Z"
    r"|\b(?:guidance|targets?|plans?|permits?|licen[cs]es?|search|exploration|drilling) (?:for|of) (?:the )?\Z"
)
"""Nouns that move in place of the commodity after them: `recovery of vanadium rose`."""

_OF_GOODS = re.compile(r" (?:(?:[a-z]+ ){0,3}[\d.,]+ (?:[a-z0-9-]+ ){1,4})?(?:of|for) (?:[a-z'-]+ ){0,2}")
"""What makes the noun before it the subject, not the goods after it: `shipments of green coffee fell`."""

_MONTH = re.compile(r"[\s.]*(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*[\s.]*(?:delivery )?\Z")
"""What parts a commodity from its contract: `zinc April contract`."""

_EMBEDS = re.compile(
    r"\s+(?:about|over|on|of|for|around|in|regarding|from|to)\s+"
    r"(?:(?!(?:sen[dt]s?|push(?:es)?|drags?|drives?|drove|keeps?|kept|left|hits?|weighs?|dragged|pushed|weighed|knocked|pulled|hurt|sank|sink)\b)[\w'-]+\s+){0,3}$"
)


def find_moves(rules: RulePack, packs: dict[str, LoadedPack], scene: Scene) -> list[Candidate]:
    """Return the candidates of words of movement: each bound to what it moves, of rivals the nearest."""
    fits: list[Candidate] = []
    subjects = scene.subjects = [hit for hit in scene.found.subjects if _stands(packs[hit.id], hit, scene)]
    if not scene.sentence.chinese:
        subjects = scene.subjects = [hit for hit in subjects if not _is_use(hit, scene)]
    for hit in scene.found.moves:
        move: Move = hit.data
        if (
            is_mark(scene.low, hit)
            or (not scene.sentence.chinese and undone(scene.low, hit))
            or scene.is_named(hit)
            or (hit.end - hit.start == 1 and not TELLS.match(scene.low, hit.end))
        ):
            continue
        if scene.sentence.chinese and (is_pace(hit, scene) or is_revised_growth(hit, scene)):
            continue
        if is_balance(scene.low, hit.start, hit.end):
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
        if (best is None or best.cost > LIMIT) and not scene.sentence.chinese:
            best = _assessed(rules, hit, move, scene) or best
        if (best is None or best.cost > LIMIT) and (is_pressed(hit, scene) or is_noun_in(hit, scene)):
            best = _object(rules, hit, move, scene) or best
        if fits and (best is None or best.subject is fits[-1].subject) and second_move(hit, fits[-1], scene):
            best = _second(rules, fits[-1], hit, move) or best
        if best is not None and best.cost <= LIMIT + (6 if scene.sentence.chinese else 0):
            fits.append(best)
    return _rivals(fits, scene.low) if fits else _told_by_marks(rules, scene)


def _object(rules: RulePack, hit: Hit, move: Move, scene: Scene) -> Candidate | None:
    """Let a commodity be what a headline's verb moves: `weak data weighs on zinc`."""
    commodity = next((c for c in scene.found.commodities if c.start >= hit.end), None)
    for pack, index, kind in rules.bare:
        direction = _direction(pack, index, move)
        if kind is True and direction is not None and commodity is not None:
            return Candidate(
                pack,
                "move.object",
                direction,
                hit.start,
                hit.end,
                subject=commodity,
                cost=1.0,
                bare=True,
                commodities=[commodity],
            )
    return None


_STEP_WORDS = frozenset(["up", "down", "higher", "lower", "firmer", "weaker", "dearer", "cheaper"])
_SINCE_QUOTE = re.compile(
    r"(?: (?:per|a|an) [a-z]+| ?/[a-z]+)?(?: [a-z]{1,5})?(?: (?:on|this|for|by|in|over|above) (?:[\w.]+ ?){1,4})?,? (?:or )?"
)
"""What may stand between a price and the step that led there: `$118-121 per kg W on Wednesday, up by $8`."""
_BESIDE = 8
"""Characters between the word for a price and the price: `a premium of $195/t`."""
_PUT_AT = re.compile(
    r"\b(?:assess(?:ed|es)|agreed|agrees?|settled?|fix(?:ed|es)|charges?|offer|sell|put|puts|quoted|pegged|priced|marked|stood|was|were|valued|offered|indicated)\b"
)


def _assessed(rules: RulePack, hit: Hit, move: Move, scene: Scene) -> Candidate | None:
    """Let a price that is told be what went up or down: `assessed grade II ingots at $51,000/t, down by $1,500/t`."""
    low = scene.low
    if low[hit.start : hit.end] not in _STEP_WORDS:
        return None
    step = next((a for a in scene.amounts if a.kind == "percent" and a.place[1] == hit.start - 1), None)  # 39% higher
    ends = hit.start if step is None else step.place[0]
    quote = next((a for a in reversed(scene.amounts) if a.kind == "price" and a.place[1] <= ends), None)
    if quote is None or _SINCE_QUOTE.fullmatch(low, quote.place[1], ends) is None:
        return None
    start = quote.place[0]
    if _PUT_AT.search(low, scene.sentence.start, start) is None or any(bar.start < start for bar in scene.barriers):
        return None
    if any(s.start < start for s in scene.subjects if s.id != "price-move"):
        return None
    if step is None and NUMBERED.match(low, hit.end) is None:
        return None
    named = [s for s in scene.subjects if s.id == "price-move" and 0 <= start - s.end <= _BESIDE]
    for pack, index, kind in rules.bare:
        direction = _direction(pack, index, move)
        if kind is True and direction is not None:
            subject = named[-1] if named else Hit(*quote.place, "amount", "", None)
            measure = pack.pack.subjects[named[-1].data].measure if named else None
            return Candidate(
                pack, "move.quoted", direction, hit.start, hit.end, subject=subject, measure=measure, cost=2.0
            )
    return None


def _second(rules: RulePack, first: Candidate, hit: Hit, move: Move) -> Candidate | None:
    """Return what the first candidate's subject did next; None where its pack gives the movement no meaning."""
    if first.subject is None:
        return None
    index = next((i for p, i, _ in rules.bare if p is first.pack), None) if first.bare else first.subject.data
    direction = None if index is None else _direction(first.pack, index, move)
    if direction is None:
        return None
    return replace(
        first, rule="move.second", direction=direction, start=hit.start, end=hit.end, cost=first.cost + 1, nominal=False
    )


def _told_by_marks(rules: RulePack, scene: Scene) -> list[Candidate]:
    """Let a commodity that ends near a high or low, or stands beyond a price, have moved there; asked where no move is told."""
    markets = [(pack, index) for pack, index, kind in rules.bare if kind is True]
    for hit in scene.found.moves:
        if nears(scene, hit):
            return [c for p, i in markets if (c := _bare(p, i, hit, hit.data, scene)) is not None]
        if away := leaves(scene, hit):
            found = [c for p, i in markets if (c := _bare(p, i, hit, hit.data, scene)) is not None]
            return [replace(c, rule="move.away", direction=away) for c in found]
    return [
        Candidate(
            pack,
            "move.past",
            past.direction,
            past.start,
            past.end,
            subject=past.commodity,
            commodities=[past.commodity],
        )
        for past in past_levels(scene)
        for pack, _ in markets
    ]


_COSTLY = frozenset(["cheaper", "dearer", "costlier", "pricier"])
"""Words of what a thing costs, which tell nothing of how much of it there is: `buying has become cheaper`."""


def _bound(pack: LoadedPack, subject: Hit, hit: Hit, move: Move, scene: Scene) -> Candidate | None:
    """Bind a word of movement to a subject; None where the pack gives the movement no meaning or they overlap."""
    rule = pack.pack.subjects[subject.data]
    best: tuple[float, str, str] | None = None
    if subject.start < hit.end and hit.start < subject.end:
        return None
    if scene.low[hit.start : hit.end] in _COSTLY and pack.pack.signal != "price_move":
        return None
    if pack.pack.signal == "export_control" and _is_no_rate(hit, scene):
        return None
    if pack.pack.signal != "price_move" and "价" in scene.low[hit.start : hit.end]:
        return None  # what gets dearer is no output: 涨价影响开工率
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
    if cls == "adjective" and not scene.sentence.chinese and _OF_NEXT.match(scene.low, hit.start - 2, hit.end + 24):
        return None  # weak exports, stronger ringgit
    if cls == "object_verb" and _BAN_OF.search(scene.low, hit.end, max(hit.end, subject.start)):
        return None  # lifted the suspension of exports
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


def _is_no_rate(hit: Hit, scene: Scene) -> bool:
    """Tell whether a verb raises or cuts no tariff: curbs are measures themselves, and one lifted to no rate is gone."""
    low = scene.low
    if low.startswith("curb", hit.start):
        return True
    return low.startswith("lift", hit.start) and not any(
        a.kind == "percent" and a.place[0] >= hit.end for a in scene.amounts
    )


def _cost(cls: str, subject: Hit, hit: Hit, scene: Scene) -> float:
    gap = scene.between(subject, hit)
    gap += 2.0 * scene.moves_between(subject, hit) + _barred(subject, hit, scene)
    if scene.sentence.chinese:
        if _is_unnamed(subject, hit, scene) or _is_of_later(subject, hit, scene.low):
            return FAR
        return gap + chinese_side(cls, subject, hit, scene.low)
    return gap + english_side(cls, gap, scene.low, subject, hit)


_OF_NEXT = re.compile(
    r", (?:stronger|weaker|firmer|softer|higher|lower|strong|weak|soft|firm|ample|tight|rising|falling) (?!(?:than|on|by|in|at|as|after|amid|and|or|but|for|from|to|with|this|that|last|next|year|month|week|again|still|overall)\b)[a-z]{3,}"
)
"""An adjective behind a comma that belongs to the noun after it."""
_BAN_OF = re.compile(
    r"\b(?:suspensions?|bans?|embargo(?:es)?|moratorium|freeze|blockade|limits?|curbs?|restrictions?|prohibition) (?:of|on) (?:(?:all|its|their|the) )?(?:[a-z-]+ ){0,3}\Z"
)
"""What is lifted or eased, not the thing after it."""

_MADE = re.compile(r"[令使](?!用)|导致|促使|迫使|引发")
"""What makes another thing move: what follows it is the subject."""


def _is_of_later(subject: Hit, hit: Hit, low: str) -> bool:
    """Tell whether a later Chinese clause names its own noun right before the movement: `锌价高企,首饰销售下滑`."""
    comma = low.rfind(",", subject.end, hit.start)
    if subject.end < hit.start and _MADE.search(low, subject.end, hit.start):
        return True  # 金价高企令客流减少
    return comma >= 0 and OTHER_NOUN.search(low, comma + 1, hit.start) is not None


def _is_unnamed(subject: Hit, hit: Hit, scene: Scene) -> bool:
    """Tell whether a later Chinese clause has a subject that does not count, which moves instead: `开工率80%,企业出口增长`."""
    return any(
        subject.end <= other.start < other.end <= hit.start
        and other not in scene.subjects
        and "," in scene.low[subject.end : other.start]
        for other in scene.found.subjects
    )


def _barred(subject: Hit, hit: Hit, scene: Scene) -> float:
    """Weigh a noun that takes the subject's place: between the two, or before it (`concerns about supply ease`).

    A noun in an aside is no subject of what stands behind the aside.
    """
    cost = 0.0
    if any(start <= subject.start and subject.end <= end <= hit.start for start, end in scene.asides):
        return BARRED
    for bar in scene.barriers:
        if _ACROSS.search(scene.low, max(scene.sentence.start, bar.start - 24), bar.start):
            continue  # `inventories across the chain swelled`
        if scene.low.endswith("'s", bar.start, bar.end) and hit.end <= bar.start and bar.end <= subject.start:
            continue  # `lowers the company's zinc output`: whose it is that is lowered
        if (
            min(subject.end, hit.end) <= bar.start and bar.end <= max(subject.start, hit.start)
        ) or 0 <= bar.start - subject.end <= 1:
            cost = BARRED_CHINESE if scene.sentence.chinese else BARRED
        elif bar.end <= subject.start and not scene.sentence.chinese and bar.end > subject.start - 40:
            text = scene.low[bar.end : subject.start]
            if _EMBEDS.match(text) and hit.start >= subject.end:
                cost = BARRED
    return cost


_ACROSS = re.compile(r"\b(?:across|along|throughout) (?:the|its|their|this|that) (?:[a-z-]+ )?\Z")
"""What makes a noun the place of what moves."""

OPENING = 24
"""Characters within which a headline names what it is about."""

RIVAL = 4.0
"""How much farther than the nearest a second word of movement may stand from the same subject."""


def _rivals(fits: list[Candidate], low: str) -> list[Candidate]:
    """Of words that move one subject opposite ways, keep the near ones."""
    fits = [fit for fit in fits if fit.direction != "flat" or not _is_manner(fit, fits, low)]
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
        or NUMBERED.match(low, fit.end)
    ]


def _is_manner(flat: Candidate, fits: list[Candidate], low: str) -> bool:
    """Tell whether standing still only says how another move goes: 震荡走低, 企稳回升, `little changed, down 40 cents`."""
    return any(
        other.direction != "flat"
        and (
            0 <= other.start - flat.end <= 1
            or (low.startswith(", ", flat.end) and other.start == flat.end + 2 and NUMBERED.match(low, other.end))
        )
        for other in fits
    )


_USED = re.compile(r"\b(?:used|consumed|needed|employed) (?:in|for|during)(?: [\w-]+){0,3} \Z")


def _is_use(subject: Hit, scene: Scene) -> bool:
    """Tell whether a noun only says what the goods are for: `silicon used in ingot production rose 1%`."""
    return _USED.search(scene.low, max(scene.sentence.start, subject.start - 48), subject.start) is not None


def _stands(pack: LoadedPack, subject: Hit, scene: Scene) -> bool:
    """Tell whether a subject counts: an ambiguous one needs its commodity right beside it."""
    if scene.sentence.chinese and is_of_raw_material(subject, scene):
        return False
    if not pack.pack.subjects[subject.data].adjacent:
        return True
    if _opens(subject, scene) or _counts(subject, scene):
        return True
    if scene.sentence.chinese and _RATE_OF.match(scene.low, subject.start):
        return any(hit.end <= subject.start for hit in scene.found.commodities)
    if not scene.sentence.chinese and opens_with_futures(scene.low, scene.sentence.start, scene.sentence.end):
        return any(amount.kind in {"price", "money", "percent"} for amount in scene.amounts)
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


_RATE_OF = re.compile(r"日产(?:量)?(?:环比|同比|较|比上)")
"""The daily output of the goods that an earlier clause counts: `共生产粗钢1900万吨,日产环比下降2%`."""

_MASS = frozenset(["t", "kg", "bbl", "oz", "mt", "bushel", "lb"])


def _counts(subject: Hit, scene: Scene) -> bool:
    """Tell whether an ambiguous noun moves to an amount of goods: `as stocks dwindle to 150 tonnes`."""
    if scene.sentence.chinese or not scene.found.commodities:
        return False
    return any(
        a.kind == "quantity" and a.unit in _MASS and 0 <= a.place[0] - subject.end <= OPENING for a in scene.amounts
    )


def _opens(subject: Hit, scene: Scene) -> bool:
    """Tell whether an ambiguous English noun opens a sentence that tells a quantity of goods: `Stocks gained 3% to 40,000 tons`."""
    if scene.sentence.chinese or not _LEADS.fullmatch(scene.low, scene.sentence.start, subject.start):
        return False
    return any(amount.kind == "quantity" for amount in scene.amounts)


_LEADS = re.compile(
    r"(?:(?:the|its|total|overall|combined|commercial|domestic|national|inland|visible|closing|month-end|year-end|end-[a-z]{3,9}|mid-[a-z]{3,9}) ){0,3}"
)
"""What may stand before a noun that opens a sentence: `End-May stocks`."""


def _direction(pack: LoadedPack, index: int, move: Move) -> str | None:
    names = {name for name, _ in move.sets}
    moves = pack.pack.subjects[index].moves
    return next((direction for direction, sets in moves.items() if names & set(sets)), None)


def _bare(pack: LoadedPack, index: int, hit: Hit, move: Move, scene: Scene) -> Candidate | None:
    """Let the commodity itself be the subject: it must stand right before the word of movement."""
    found, chinese = scene.found, scene.sentence.chinese
    direction = _direction(pack, index, move)
    commodity = next(
        (c for c in reversed(found.commodities) if c.end <= hit.start and not _is_aside(c, hit, scene)), None
    )
    if direction is None or commodity is None:
        return None
    if not chinese and (
        is_attribute(scene.low, hit)
        or describes(scene.low, hit)
        or of_another_noun(scene.low, commodity.end, hit)
        or in_clause(commodity, hit, scene.low)
    ):
        return None
    gap = scene.gap(commodity.end, hit.start)
    if not chinese and gap > 1 and scene.low.endswith(" by", hit.start, hit.end):
        return None
    if not chinese and (
        has_object(scene.low, hit)
        or (scene.low.startswith(" by ", hit.end) and scene.low.endswith("losses", hit.start, hit.end))
        or MASS_OF.search(scene.low, max(scene.sentence.start, commodity.start - 48), commodity.start)
    ):
        return None  # imported 900 tonnes of tin, up 4%
    if gap > _bare_limit(scene, commodity, hit) or (not chinese and _is_of_quantity(hit, scene)):
        return None
    if chinese and (
        is_of_shares(commodity, hit, scene)
        or is_a_load(commodity, hit, scene)
        or OTHER_NOUN.search(scene.low, commodity.end, hit.start)
        or is_of_another(commodity, hit, scene)
        or is_traded(commodity, hit, scene.low)
    ):
        return None
    if not chinese and _SHARES_OF.search(scene.low, max(scene.sentence.start, commodity.start - 60), commodity.start):
        return None
    asides = () if chinese else scene.asides
    others = [
        s
        for s in found.subjects
        if s.id != pack.pack.name and not any(start <= s.start and s.end <= end <= hit.start for start, end in asides)
    ]
    if any(commodity.start < s.start < hit.start for s in others):
        return None
    if not chinese and any(
        (0 <= commodity.start - s.end <= 8 and not _CAUSES.search(scene.low, s.end, commodity.start))
        or heads_list(s, commodity, scene.low)
        or _OF_GOODS.fullmatch(scene.low, s.end, max(s.end, commodity.start))
        for s in others
    ):
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
        cost=_bare_cost(pack, commodity, gap, scene),
        bare=True,
        counted=chinese and is_counted(hit, scene),
        commodities=[commodity],
    )


_SHARES_OF = re.compile(r"\b(?:shares|stock|stocks|equity) (?:of|in) (?!(?:spot|physical) )[^,;:]{0,40}\Z")
"""What makes the goods after it a company's: `shares of zinc producer Harrow Zinc fell`."""

_GOODS = 14
"""Characters between a word of movement and the quantity that it moves."""


_CAUSES = re.compile(
    r"\b(?:push(?:es|ed)?|sen[dt]s?|drives?|drove|lift(?:s|ed)?|knock(?:s|ed)?|drag(?:s|ged)?|pull(?:s|ed)?|nudge[sd]?|propel(?:s|led)?|took|takes?|keep(?:s)?|kept|leave(?:s)?|left) "
    r"(?:spot |comex |lme |brent |benchmark )?\Z"
)
"""What moves the goods after it: `the data knocked zinc lower`."""


def _bare_cost(pack: LoadedPack, commodity: Hit, gap: float, scene: Scene) -> float:
    """Return how far a bare commodity stands from what it does; near it where another moves it."""
    low, chinese = scene.low, scene.sentence.chinese
    if (
        not chinese
        and gap <= 1
        and _CAUSES.search(low, max(scene.sentence.start, commodity.start - 32), commodity.start)
    ):
        return -BARRED
    return 1.0 if _priced(pack, commodity, scene) else min(gap + 1, LIMIT)


def _is_of_quantity(hit: Hit, scene: Scene) -> bool:
    """Tell whether what moves is counted in tonnes, which is no price: `on-warrant zinc plunged to 61,300 tonnes`."""
    if NUMBERED.match(scene.low, hit.end) is None:
        return False
    return any(a.kind == "quantity" and 0 <= a.place[0] - hit.end <= _GOODS for a in scene.amounts)


def _is_aside(commodity: Hit, hit: Hit, scene: Scene) -> bool:
    """Tell whether a commodity only stands in an aside about another: `Brent, the benchmark for oil, rose`."""
    return any(
        start < commodity.start
        and commodity.end <= end <= hit.start
        and any(c.end <= start for c in scene.found.commodities)
        for start, end in scene.asides
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


_NOW = re.compile(
    r"(?:至|到)?了?(?:如今|目前|现在|当前|现今|最新|眼下|当下|本周末?|上?周末|月末|月底|年末|年底)的?(?:约|近|逾)?\d"
)
"""What may stand before the newer number of two: 从5月的21万元/吨飙升至如今的26万元/吨."""


def _bare_limit(scene: Scene, commodity: Hit, hit: Hit) -> float:
    """How far a commodity may stand from what it does: farther where a number follows and only numbers stand between."""
    between = scene.low[commodity.end : hit.start]
    if not scene.sentence.chinese:
        if reaches(between.removeprefix("'s")) or (
            scene.low.endswith(MARKS, hit.start, hit.end) and TO_MARK.fullmatch(between)
        ):
            return 24.0
        if _THEN.search(between) and NUMBERED.match(scene.low, hit.end) and _moved(scene, commodity, hit):
            return 24.0
        opens = commodity.start - scene.sentence.start <= OPENING
        if scene.sentence.paragraph > 0 or not opens or scene.subjects or ends_in_noun(between):
            return 0.5
        return 9.0
    plain = not any(commodity.end <= c.start < hit.start for c in scene.found.companies + scene.found.subjects)
    numbered = NUMBERED.match(scene.low, hit.end) or _NOW.match(scene.low, hit.end)
    return 16.0 if plain and numbered and between.count(",") <= 2 else 4.0


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
