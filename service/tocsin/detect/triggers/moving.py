"""Moves: what moved - words of movement bound to their subjects, to a bare commodity, a price or a company.

This room looks at each word of movement and keeps the nearest of what it may belong to; `subjects` binds it to nouns that name a
measure, `bare` to goods, prices and companies that stand for one.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from tocsin.detect.scenes.scene import LIMIT, Candidate, Scene
from tocsin.detect.texts.chinese import TELLS, is_balance
from tocsin.detect.triggers.bare import bare, company_shares, quoted
from tocsin.detect.triggers.coordinated import is_noun_in, is_pressed, second_move
from tocsin.detect.triggers.english import describes, is_a_thing
from tocsin.detect.triggers.heaps import heap
from tocsin.detect.triggers.marks import NUMBERED, is_mark, leaves, nears, past_levels
from tocsin.detect.triggers.moving_chinese import is_pace, is_price_step, is_revised_growth, is_run_before_turn
from tocsin.detect.triggers.spent import undone
from tocsin.detect.triggers.subjects import bound, is_use, stands
from tocsin.detect.words.hits import Hit
from tocsin.rules.loader import LoadedPack, Move, RulePack


def find_moves(rules: RulePack, packs: dict[str, LoadedPack], scene: Scene) -> list[Candidate]:
    """Return the candidates of words of movement: each bound to what it moves, of rivals the nearest."""
    fits: list[Candidate] = []
    subjects = scene.subjects = [hit for hit in scene.found.subjects if stands(packs[hit.id], hit, scene)]
    if not scene.sentence.chinese:
        scene.subjects = [hit for hit in subjects if not is_use(hit, scene)]
    farthest = LIMIT + (6 if scene.sentence.chinese else 0)
    named = _names_what_moves(scene)
    for hit in scene.found.moves:
        if not (named or fits or _is_step(hit, scene)):
            continue
        if _moves_nothing(hit, scene) or _is_what_had_been(hit, scene):
            continue
        best = _unnamed(rules, packs, hit, _nearest(rules, packs, hit, scene), scene)
        if (
            fits
            and (best is None or best.subject is fits[-1].subject)
            and second_move(hit, fits[-1], scene)
            and not describes(scene.low, hit)
        ):
            best = _second(rules, fits[-1], hit, hit.data) or best
        if best is not None and best.cost <= farthest:
            fits.append(best)
            fits.extend(_joined(packs, best, hit, hit.data, scene))
    return _rivals(fits, scene.low) if fits else _told_by_marks(rules, scene)


def _names_what_moves(scene: Scene) -> bool:
    """Tell whether a sentence names anything that could move; an English one without it tells a move by a price alone."""
    found = scene.found
    return bool(scene.sentence.chinese or scene.subjects or found.commodities or found.companies)


def _moves_nothing(hit: Hit, scene: Scene) -> bool:
    """Tell whether a word of movement is none here: a mark, a name, a unit, the pace of another movement, a balance."""
    low = scene.low
    english = not scene.sentence.chinese
    if is_mark(low, hit) or (english and (undone(low, hit) or is_a_thing(low, hit))) or scene.is_named(hit):
        return True
    if hit.end - hit.start == 1 and (not TELLS.match(low, hit.end) or _is_litre(hit, low)):
        return True
    if scene.sentence.chinese and (
        is_pace(hit, scene) or is_revised_growth(hit, scene) or is_run_before_turn(hit, scene)
    ):
        return True
    if not scene.sentence.chinese and (
        _is_agreed(hit, scene) or _is_loaded(hit, scene) or _is_mark_of_before(hit, scene)
    ):
        return True
    return is_balance(low, hit.start, hit.end)


_AGREED = re.compile(r" (?:for|to|with|out|under|volumes?|sales|tonnages?|quantit|capacity|suppl)")
_IS_AGREED = re.compile(r"\b(?:been|is|are|was|were|be|already|newly) \Z")


_COUNTED_FIRMS = re.compile(
    r"(?:\b(?:to|of|by|for|from|with|and|among|between|many|most|some|other|several|local|foreign|domestic|state|state-run|private|major|big|small|"
    r"listed|indigenous|western|two|three|four|five|six|seven|eight|nine|ten)|\d) (?:[a-z-]+ ){1,2}\Z"
)
"""What stands before firms that deal in goods, where no price firms: `contracts for 14 oil firms`."""


def _is_agreed(hit: Hit, scene: Scene) -> bool:
    """Tell whether goods have been contracted for, which then do not shrink, or firms are companies: `mills have contracted for 40,000 tonnes`."""
    if scene.low.startswith("firms", hit.start) and hit.end - hit.start == 5:
        return scene.says_before(_COUNTED_FIRMS, hit.start, 40) is not None
    if not scene.low.startswith("contracted", hit.start):
        return False
    return _AGREED.match(scene.low, hit.end) is not None or scene.says_before(_IS_AGREED, hit.start, 12) is not None


_LOADED = re.compile(r" (?:\d|crude|oil|cargo|contract|programme|program|schedule|of (?:\d|over|about|crude|oil))")


def _is_loaded(hit: Hit, scene: Scene) -> bool:
    """Tell whether cargoes are lifted, which is the trade's word for loading them: `a tender for lifting 300,000 bpd of crude`."""
    if not scene.low.startswith("lifting", hit.start):
        return False
    return _LOADED.match(scene.low, hit.end) is not None and scene.says_before(_TO_LOAD, hit.start, 24) is not None


_TO_LOAD = re.compile(r"\b(?:for|and|crude|oil|cargo|tender|contracts?) (?:the )?\Z")
_OF_DAY_BEFORE = re.compile(
    r"\bafter (?:having )?(?:ending|finishing|closing|settling) (?:the )?(?:previous|prior|last|[a-z]+day(?:'s)?) ?(?:day|session|trading)?(?: [a-z]+){0,2} \Z"
)
"""What makes a move that of the session before: `was up 20 cents, after ending the previous day down 96 cents`."""
_MARK_OF_BEFORE = re.compile(
    r"\bafter (?:having )?(?:[a-z]+ly )?(?:clos|end|finish|settl|trad|stand)ing\b[^;]{0,60}?, (?:the|its|their|a|an) (?:[a-z]+ )?\Z"
)


def _is_mark_of_before(hit: Hit, scene: Scene) -> bool:
    """Tell whether a high or low is that of a close before what is told: `fell to $50 after closing at $51, the highest level since`."""
    if not hit.data.market or not any(one.end < hit.start for one in scene.found.moves):
        return False
    if scene.says_before(_OF_DAY_BEFORE, hit.start, 64):
        return True
    return scene.says_before(_MARK_OF_BEFORE, hit.start, 96) is not None


_HAD = re.compile(r"\b(?:that|which|who) had (?:been |already |only |just )?\Z")


def _is_what_had_been(hit: Hit, scene: Scene) -> bool:
    """Tell whether a movement only says which thing is meant: `a plant that had restarted in April stopped again`."""
    told = not scene.sentence.chinese and scene.low.find(" had ", max(0, hit.start - 24), hit.start) >= 0
    return told and scene.says_before(_HAD, hit.start, 24) is not None


def _nearest(rules: RulePack, packs: dict[str, LoadedPack], hit: Hit, scene: Scene) -> Candidate | None:
    """Return the nearest that a word of movement may belong to: a noun of measure, else goods, shares or a price."""
    best: Candidate | None = None
    move: Move = hit.data
    for subject in scene.subjects:
        option = bound(packs[subject.id], subject, hit, move, scene)
        if option is not None and (best is None or option.cost < best.cost or _is_as_near(option, best, hit)):
            best = option
    for pack, index, kind in rules.bare if move.market and not _sets_no_price(hit, scene) else ():
        find = bare if kind is True else company_shares
        option = find(pack, index, hit, move, scene)
        if option is not None and (best is None or option.cost + 2 <= best.cost):
            best = option
        option = quoted(pack, index, hit, move, scene) if kind is True and scene.sentence.chinese else None
        if option is not None and (best is None or option.cost < best.cost):
            best = option
    return best


def _is_as_near(option: Candidate, best: Candidate, hit: Hit) -> bool:
    """Tell whether a noun of the clause before a move costs no more than one farther back: `output fell, and prices rose to $9, up 4%`."""
    one, two = option.subject, best.subject
    return option.cost == best.cost and one is not None and two is not None and two.end <= one.start < hit.start


_SETS_ANYTHING = ("提高", "降低", "抬高", "压低")


def _sets_no_price(hit: Hit, scene: Scene) -> bool:
    """Tell whether a Chinese verb that sets anything sets no price here: 提高200元 does, 限产幅度提高至35% does not."""
    return scene.low.startswith(_SETS_ANYTHING, hit.start, hit.end) and not is_price_step(hit, scene)


def _unnamed(
    rules: RulePack, packs: dict[str, LoadedPack], hit: Hit, best: Candidate | None, scene: Scene
) -> Candidate | None:
    """Return what moves where nothing near does: a price that is told, a heap of goods, the object of a headline's verb."""
    move: Move = hit.data
    if (best is None or best.cost > LIMIT) and not scene.sentence.chinese:
        best = _assessed(rules, hit, move, scene) or best
    if best is None and scene.sentence.chinese:
        best = heap(packs, hit, move, scene)
    if (best is None or best.cost > LIMIT) and (is_pressed(hit, scene) or is_noun_in(hit, scene)):
        best = _object(rules, hit, move, scene) or best
    return best


def _is_litre(hit: Hit, low: str) -> bool:
    """Tell whether a Chinese word of rising is the litre: 克/升, 6万公升."""
    return low.startswith("升", hit.start) and (low[hit.start - 1] in "/每公毫万千" or low[hit.start - 1].isdigit())


_AND = re.compile(r",? (?:and|or|as well as) (?:the |its |their |his )?(?:[a-z]+ )?")
_AND_ZH = re.compile(r"(?:和|与|及|以及|、)(?:市场|平均|销售|产品)?")
"""What joins two nouns that one verb moves: `lifted exports and output`, `demand and crude output fell`."""


def _joined(packs: dict[str, LoadedPack], first: Candidate, hit: Hit, move: Move, scene: Scene) -> Iterator[Candidate]:
    """Yield what else a movement moves beside its nearest subject: the noun of another kind that is joined to it."""
    near = first.subject
    if near is None or near.kind != "subject":
        return
    joins = _AND_ZH if scene.sentence.chinese else _AND
    for subject in scene.subjects:
        left, right = (near, subject) if near.end <= subject.start else (subject, near)
        if packs[subject.id] is first.pack or left.end > right.start or left.end <= hit.start < right.start:
            continue
        if joins.fullmatch(scene.low, left.end, right.start) is None:
            continue
        if any(left.end <= m.start < right.start for m in scene.found.moves):
            continue  # reduced output and increased demand
        other = bound(packs[subject.id], subject, hit, move, scene)
        if other is not None and other.cost <= LIMIT:
            yield other


_OF_SHARES = re.compile(
    r"(?:,? (?:and|or) (?:[a-z]+ ){1,3}| )(?:(?:producers'?|mining) )?(?:sector|stocks|shares|equities|miners|explorers|producers|etfs?|funds?|(?:(?:cable|wire|pipe|ore|scrap) )?(?:thefts?|robber(?:y|ies)|smuggling))\b"
)
"""What makes of goods those who deal in them, or what is done to them: `a rebound in the tin sector`, `a rise in copper cable theft`."""


def _object(rules: RulePack, hit: Hit, move: Move, scene: Scene) -> Candidate | None:
    """Let a commodity be what a headline's verb moves: `weak data weighs on zinc`."""
    commodity = next((c for c in scene.found.commodities if c.start >= hit.end), None)
    if commodity is not None and _OF_SHARES.match(scene.low, commodity.end) is not None:
        return None
    for pack, index, kind in rules.bare:
        direction = pack.direction(index, move)
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

_STEP_NOUNS = frozenset("increase rise gain jump climb surge drop fall decline decrease slide slump".split())
"""Nouns of movement that a percentage before them makes a step: `fetches $7,150 an ounce, a 56% increase`."""

_SINCE_QUOTE = re.compile(
    r"(?: (?:per|a|an) [a-z]+| ?/[a-z]+)?(?: [a-z]{1,5})?(?: (?:on|this|for|by|in|over|above) (?:[\w.]+ ?){1,4})?,? (?:or )?(?:(?:which is |marking |representing |that is )?an? )?"
)
"""What may stand between a price and the step that led there: `$118-121 per kg W on Wednesday, up by $8`."""

_BESIDE = 8
"""Characters between the word for a price and the price: `a premium of $195/t`."""

_PUT_AT = re.compile(
    r"\b(?:assess(?:ed|es)|agreed|agrees?|settled?|fix(?:ed|es)|charges?|offer|sell|put|puts|quoted|pegged|priced|marked|stood|was|were|valued|offered|indicated|concluded|closed|finali[sz]ed|awarded|reported|recorded)\b"
)


_FETCHES = re.compile(
    r"\b(?:fetch(?:es|ed)?|trad(?:es?|ed|ing)|costs?|sells|sold|chang(?:es|ed|ing) hands|commands?|commanded|quoted|assessed|was|stood|stands) "
)
"""Verbs that say at how much goods stand or change hands, behind which a noun of a step counts."""


def _assessed(rules: RulePack, hit: Hit, move: Move, scene: Scene) -> Candidate | None:
    """Let a price that is told be what went up or down: `assessed grade II ingots at $51,000/t, down by $1,500/t`."""
    if not _is_step(hit, scene):
        return None
    low = scene.low
    word = low[hit.start : hit.end]
    step = next((a for a in scene.amounts if a.kind == "percent" and a.place[1] == hit.start - 1), None)  # 39% higher
    ends = hit.start if step is None else step.place[0]
    quote = next((a for a in reversed(scene.amounts) if a.kind == "price" and a.place[1] <= ends), None)
    if quote is None or _SINCE_QUOTE.fullmatch(low, quote.place[1], ends) is None:
        return None
    start = quote.place[0]
    verbs = _FETCHES if word in _STEP_NOUNS else _PUT_AT
    if verbs.search(low, scene.sentence.start, start) is None or any(bar.start < start for bar in scene.barriers):
        return None
    if any(s.start < start for s in scene.subjects if s.id != "price-move"):
        return None
    if step is None and (word in _STEP_NOUNS or NUMBERED.match(low, hit.end) is None):
        return None
    named = [s for s in scene.subjects if s.id == "price-move" and 0 <= start - s.end <= _BESIDE]
    for pack, index, kind in rules.bare:
        direction = pack.direction(index, move)
        if kind is True and direction is not None:
            subject = named[-1] if named else Hit(*quote.place, "amount", "", None)
            measure = pack.pack.subjects[named[-1].data].measure if named else None
            return Candidate(
                pack, "move.quoted", direction, hit.start, hit.end, subject=subject, measure=measure, cost=2.0
            )
    return None


def _is_step(hit: Hit, scene: Scene) -> bool:
    """Tell whether a word of movement is one by which a price that is told went up or down."""
    word = scene.low[hit.start : hit.end]
    return word in _STEP_WORDS or word in _STEP_NOUNS


def _second(rules: RulePack, first: Candidate, hit: Hit, move: Move) -> Candidate | None:
    """Return what the first candidate's subject did next; None where its pack gives the movement no meaning."""
    if first.subject is None:
        return None
    index = next((i for p, i, _ in rules.bare if p is first.pack), None) if first.bare else first.subject.data
    direction = None if index is None else first.pack.direction(index, move)
    if direction is None:
        return None
    return replace(
        first, rule="move.second", direction=direction, start=hit.start, end=hit.end, cost=first.cost + 1, nominal=False
    )


def _told_by_marks(rules: RulePack, scene: Scene) -> list[Candidate]:
    """Let a commodity that ends near a high or low, or stands beyond a price, have moved there; asked where no move is told."""
    if not scene.found.commodities:
        return []
    markets = [(pack, index) for pack, index, kind in rules.bare if kind is True]
    for hit in scene.found.moves:
        if nears(scene, hit):
            return [c for p, i in markets if (c := bare(p, i, hit, hit.data, scene)) is not None]
        if away := leaves(scene, hit):
            found = [c for p, i in markets if (c := bare(p, i, hit, hit.data, scene)) is not None]
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


_IN_WHICH = re.compile(
    r"(?:的?(?:交投|交易|行情|走势|市况|整理|格局|市))?(?:之?中|之?后|过后)(?:小幅|大幅|略微?|再度|逐步|继续)?"
)
"""What follows a word of standing still that only sets the scene of a move."""


def _is_manner(flat: Candidate, fits: list[Candidate], low: str) -> bool:
    """Tell whether standing still only says how another move goes: 震荡走低, 在震荡交投中微跌, `little changed, down 40 cents`."""
    return any(
        other.direction != "flat"
        and (
            0 <= other.start - flat.end <= 1
            or (other.end == flat.start and low.startswith(("震荡", "盘整", "整理"), flat.start))
            or (other.start > flat.end and _IN_WHICH.fullmatch(low, flat.end, other.start) is not None)
            or (low.startswith(", ", flat.end) and other.start == flat.end + 2 and NUMBERED.match(low, other.end))
        )
        for other in fits
    )
