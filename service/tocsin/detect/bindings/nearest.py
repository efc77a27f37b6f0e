"""Nearest: which goods of its sentence a word speaks of, by where they stand.

What the rule matched comes first, then what stands right before a noun (`copper prices`) or after `of` and `for`, then the nearest that no
other word could be about; else the goods that the noun leaves to the text. Coordinated goods go together.
"""

import re

from tocsin.detect.bindings import implied
from tocsin.detect.bindings.deal_goods import seized
from tocsin.detect.bindings.rows_chinese import own_of_row
from tocsin.detect.bindings.sides_chinese import said_before
from tocsin.detect.scenes.scene import Candidate, Scene
from tocsin.detect.texts.chinese import CAUSE
from tocsin.detect.topics.neutral import is_named_site, is_neutral, is_store
from tocsin.detect.topics.topic import Memory
from tocsin.detect.words.hits import Hit
from tocsin.detect.words.joined import joined

_FOR = re.compile(
    r" than\b| (?:for|of(?! (?:[a-z-]+ )?(?:ores?|concentrates?|raw materials?|feed|feedstock|intermediates?|scrap|ingots?)\b)) (?!(?:the |an? )?(?:h1|h2|q1|q2|q3|q4|fy\d*|fiscal|full|half|entire|same|current|remainder|coming|year|month|quarter|week|first|second|third|fourth|delivery|period|last|next|january|february|march|april|may|june|july|august|september|october|november|december|cathodes?|ingots?|billets?|prompt|spot|metal|commodity|critical|(?:(?:high|low|medium|higher|lower|standard|top|prime|ultra-low)[- ](?:carbon|grade|purity|quality) )?(?:alloys?|materials?|metal|product)\b|(?:(?:both|all|these|those|two|three|four|five|of|the) )*(?:metals|commodities|minerals|(?:battery|precious|base|white|yellow|red|galvani[sz]ing|steelmaking|silvery|light|nuclear) (?:metals?|fuel|ingredient))\b|(?:(?:the|these|those|all|its|their|most|some|many|several|both|sampled|surveyed|large|small|other) )*(?:(?:primary|secondary|local|domestic|regional|sampled|surveyed|independent|large|small|leading|major|non-integrated|[a-z]+(?:ese|ian|ish)) )*(?:smelters?|refiner(?:s|ies)|plants?|mills?|producers?|furnaces?|works|miners|mines|makers)\b|concentrates?|ores?|feed|feedstock|raw materials?|relining|rebuild|repairs?|maintenance|overhaul|upkeep|upgrades?|good|want|lack|inspections?|checks|hydroxide|carbonate|oxide|trioxide|sul(?:ph|f)ates?|powder|flake|(?:(?:many|most|some|all|several|key|major) )?(?:industrial|base|precious|battery|minor|strategic) metals|red metal|yellow metal|precious)\b|(?:(?:an?|another|about|around|at least|some|nearly|up to|between|roughly|almost|over|more than|less than|as much as) )?(?:\d|(?:one|two|three|four|five|six|seven|eight|nine|ten|half)\b)|(?:us|a|c)?[$€£¥]|[a-z]+ delivery)"
)
"""What says that a noun before it is of other things than goods: `demand for batteries`, `more than`."""
_OF_A_GRADE = re.compile(
    r" (?:for|of) (?:the |a |its |their )?(?:[\d.,%+-]+(?: ?(?:pc|pct|percent))?(?: to | ?[-/] ?)?){0,2} ?(?:[a-z-]+ ){0,2}?(?:grades?|material|variety|varieties|quality|lumps?|fines|brands?|cathodes?|ingots?|powder|metal|broken|flakes?)\b"
)
"""What makes of a price one of some grade of the goods spoken of: `prices for the 5% broken variety`."""
_DOING = frozenset(
    [
        "produced", "mined", "dug", "dug up", "pump", "pumped", "pumping", "smelted", "churned out", "imported", "shipped in", "assessed",
        "assesses", "pegged", "priced", "evaluated", "brought in", "consumed", "burned", "burnt", "crushed", "sit on", "sits on", "sat on",
        "sitting on", "exported", "shipped", "shipped out", "sent abroad", "loaded", "sold", "bought", "purchased", "used", "refined", "milled",
        "processed", "delivered", "extracted", "poured", "harvested",
    ]
)  # fmt: skip
"""Verbs that stand for a noun of output, use or stock: before them stands who does it, not what it is about."""
_NEAR, _NEAR_ZH, _BESIDE = 16.0, 20.0, 4.0
"""How far a noun's goods may stand from it, and from one that could have goods of its own, as `mill` or `egg prices`."""


def nearest(candidate: Candidate, scene: Scene, memory: Memory) -> list[Hit]:
    """Return the commodities a candidate speaks of, in the order of the text; empty when none can be told."""
    low, found, subject = scene.low, scene.found, candidate.subject
    if (within := _within(candidate, scene)) is not None:
        return joined(within, found, low)
    if own := own_of_row(candidate, scene):
        return own
    start, end = (subject.start, subject.end) if subject is not None else candidate.extent
    if low.startswith("矿产", start) and (mined := implied.of_workplace(start, end, found)):
        return mined  # 金岭矿业矿产铜3万吨
    if (headed := _of_row(candidate, scene)) is not None:
        return [headed]
    if scene.sentence.chinese and (said := said_before(start, end, candidate, scene, memory)) is not None:
        return said
    adjacent = _adjacent(start, end, scene)
    if adjacent is not None:
        return joined(adjacent, found, low)
    if (market := _market_behind(candidate, scene)) is not None:
        return joined(market, found, low)
    opens = implied.opens_unnamed(subject, scene)
    if opens and not any(hit.start < start for hit in found.commodities) and (told := implied.carried(scene, memory)):
        return told
    if subject is not None and not scene.sentence.chinese and _FOR.match(low, end):
        graded = candidate.type == "price_move" and _OF_A_GRADE.match(low, end) and not found.commodities
        return implied.carried(scene, memory) if graded and _is_neutral(candidate, start, end, scene) else []
    neutral = opens or _is_neutral(candidate, start, end, scene)
    limit = (_NEAR_ZH if scene.sentence.chinese else _NEAR) if neutral else _BESIDE
    near = _near(start, end, scene, limit)
    if near is not None and not (implied.is_elsewhere(end, found, scene) and implied.carried(scene, memory)):
        return joined(near, found, low)
    if found.hints and not found.commodities and (told := implied.hinted(candidate, scene, memory)):
        return told
    if not neutral:
        return implied.of_workplace(start, end, found) or implied.of_label(scene)
    return _far(end, candidate, scene, memory)


def _of_row(candidate: Candidate, scene: Scene) -> Hit | None:
    """Return the goods right before a word of movement, where a label heads the row: `LME stocks: copper down 900 t, zinc up 300 t`."""
    subject = candidate.subject
    if subject is None or scene.sentence.chinese or not subject.end <= candidate.start:
        return None
    if ": " not in scene.low[subject.end : candidate.start]:
        return None
    return next((hit for hit in scene.found.commodities if 0 <= candidate.start - hit.end <= 1), None)


_ON_MARKET = re.compile(r"(?: [a-z]+ly| again| further)* (?:on|in|across) (?:the |its )?(?:[a-z-]+ ){0,2}")
"""What stands between what prices did and the market on which they did it: `prices firmed on the local rice market`."""


def _market_behind(candidate: Candidate, scene: Scene) -> Hit | None:
    """Return the goods of an English market on which prices moved, which stands behind the verb."""
    if candidate.type != "price_move" or candidate.subject is None or scene.sentence.chinese:
        return None
    low, end = scene.low, candidate.extent[1]
    for hit in scene.found.commodities:
        if hit.start > end and low.startswith(" market", hit.end) and _ON_MARKET.fullmatch(low, end, hit.start):
            return hit
    return None


def _within(candidate: Candidate, scene: Scene) -> Hit | None:
    """Return the commodity that is part of what the rule matched."""
    if candidate.bare:
        return candidate.commodities[0]
    if scene.sentence.chinese and candidate.type == "smuggling" and (told := seized(candidate, scene)):
        return told
    part = next((part for part in candidate.parts if part.kind == "commodity"), None)
    if part is not None and not scene.sentence.chinese and _is_of_place(part, scene):
        return [hit for hit in scene.found.commodities if hit.end <= part.start][-1]
    if part is not None or candidate.subject is not None:
        return part
    start, end = candidate.extent
    return next((c for c in scene.found.commodities if start <= c.start and c.end <= end), None)


_MADE_OR_KEPT = frozenset(["production_change", "inventory_change"])


def _is_neutral(candidate: Candidate, start: int, end: int, scene: Scene) -> bool:
    """Tell whether what moves is of any goods, so that the next ones in the sentence are its own."""
    subject, low = candidate.subject, scene.low
    return (
        scene.sentence.chinese
        or subject is None
        or candidate.unsaid
        or low[start:end] in _DOING
        or subject.kind == "amount"
        or is_neutral(low, scene.sentence.start, start, scene.found, plain=_plain_for(candidate, scene))
        or is_named_site(scene, start, end)
        or is_store(scene, start, end)
    )


def _plain_for(candidate: Candidate, scene: Scene) -> str:
    """Return the text with its capitals, where a name before a noun is a place's: `Harrow output fell 7% to 3,100 tonnes`.

    Brands have prices and demand; what is not counted by weight or volume may be of anything.
    """
    counted = any(amount.kind in {"quantity", "rate"} for amount in scene.amounts)
    return scene.folded.plain if counted and candidate.type in _MADE_OR_KEPT else ""


_OF = re.compile(r"\s*(?:\([^)]*\)\s*)?(?:of|for|in|on|on the|to)\b")
"""What leads from a noun to the goods behind it: `demand for tin`."""
_USERS_OWN = ("' ", "'s ", "’ ", "’s ")
"""What makes of goods before a noun the name of those whose it is, where its own follow: `steelmakers' use of vanadium`."""
_DOES = re.compile(
    r" (?:makes?|made|is|are|was|were|has|have|had|will|would|can|could|may|drives?|drove|lifts?|lifted|gives?|gave|keeps?|kept|means?|meant|helps?|helped|supports?|supported|boosts?|boosted|pushes|pushed|sends?|sent|leaves?|left|turns?|turned|brings?|brought|underpins?|underpinned) "
)
"""What parts goods from the noun before `for`, which is of other things: `demand for batteries makes nickel essential`."""


def _adjacent(start: int, end: int, scene: Scene) -> Hit | None:
    found, low, chinese = scene.found, scene.low, scene.sentence.chinese
    before = [c for c in found.commodities if c.start < start]
    if not chinese and before and low.endswith(_USERS_OWN, before[-1].start, start) and low.startswith(" of ", end):
        before = []
    if before and low[before[-1].end : start] == ", whose ":
        return before[-1]
    if before and scene.gap(before[-1].end, start) <= (4.0 if chinese else 3.0):
        between = low[before[-1].end : start]
        if "," not in between and not any(before[-1].start < s.start and s.end < start for s in found.subjects):
            return before[-1]
    if chinese:
        return None
    after = next((c for c in found.commodities if c.start >= end), None)
    if after is not None and _OF.match(low, end) and scene.gap(end, after.start) <= 7.0:
        return None if _DOES.search(low, end, after.start) else after
    return None


CONSUMER = re.compile(
    r"\s*(?:industry|industries|sector|makers?|mills?|producers?|manufacturers?|users?|consumers?|recyclers?|explorers?|investors?|wire|products?)\b"
)
"""What makes of goods before it those who make or use them: `steel makers`."""
_REASON = 12.0
"""How much farther goods are that stand in a clause of reason before."""


def _near(start: int, end: int, scene: Scene, limit: float) -> Hit | None:
    best, best_gap, chinese = None, limit, scene.sentence.chinese
    for hit in scene.found.commodities:
        if hit.start >= end and CONSUMER.match(scene.low, hit.end):
            continue
        if not chinese and len(scene.found.commodities) > 1 and _is_of_place(hit, scene):
            continue
        gap = scene.gap(hit.end, start) if hit.end <= start else scene.gap(end, hit.start) + 1.0
        if chinese and hit.end <= start and "," in scene.low[hit.end : start] and _is_cause(hit, scene):
            gap += _REASON
        if chinese and best is not None and hit.start >= end and "," in scene.low[end : hit.start]:
            gap += _LATER if best.end <= start and "," not in scene.low[best.end : start] else 0.0
        if gap < best_gap:
            best, best_gap = hit, gap
    return best


_LATER = 8.0
"""How much farther goods of a later clause count where the own clause names some: `有30万吨氧化铝产能投产,烧碱偏紧`."""
_THERE = re.compile(r"\b(?:at|beside|next to|inside) (?:the |an? |its |their )?(?:[a-z-]+ )?\Z")
_WORKS = re.compile(r" (?:refinery|smelter|plant|mine|works|mill)\b")


def _is_of_place(hit: Hit, scene: Scene) -> bool:
    """Tell whether goods only name the works where those of the sentence are made: `a gallium line at an alumina refinery`."""
    if _WORKS.match(scene.low, hit.end) is None:
        return False
    place = scene.says_before(_THERE, hit.start, 24)
    return place is not None and any(other.end <= place.start() for other in scene.found.commodities)


_ITS_CAUSE = re.compile(r"[家厂司企业矿地区](?:则|也|均|都|已)?(?:因(?![此而素应子地])|由于|受)[^,;。]*\Z")
"""What opens a reason behind its subject: `两家工厂因铝土矿断供,焙烧炉各停一台`."""


def _is_cause(hit: Hit, scene: Scene) -> bool:
    before = scene.low[max(scene.sentence.start, hit.start - 40) : hit.start]
    return CAUSE.search(before) is not None or _ITS_CAUSE.search(before) is not None


def _far(end: int, candidate: Candidate, scene: Scene, memory: Memory) -> list[Hit]:
    """Return the goods of a noun beside which none stand: others of its sentence, or those that it leaves implied."""
    found, sentence, needs = scene.found, scene.sentence, candidate.pack.pack.needs
    carried = implied.carried(scene, memory)
    if found.commodities and not (carried and implied.is_elsewhere(end, found, scene)):
        return joined(found.commodities[0], found, scene.low)
    if candidate.type == "equity_move" and not found.commodities and (own := implied.of_firm(found, memory)):
        return own  # shares move for what their firm lives by, whatever product was named last
    if carried:
        return carried
    if sentence.order == 0 and sentence.chinese and memory.lead and not needs.any_of:
        return memory.lead
    if oil := implied.of_refinery(candidate, scene, memory):
        return oil
    if state := implied.of_state(candidate, scene, memory):
        return state
    return implied.of_firm(found, memory) if needs.firm or implied.is_sellers(candidate, scene) else []
