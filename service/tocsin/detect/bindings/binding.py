"""Binding: which commodities a candidate speaks of.

A noun takes the commodity that stands right before it (`copper prices`) or after `of` and `for`; coordinated commodities go
together; what the sentence does not say is carried over from the sentence before or from the headline, unless another word
stands where the commodity would (`egg prices` after a paragraph about nickel).
"""

import re

from tocsin.detect.bindings import implied
from tocsin.detect.bindings.deal_goods import (
    DELIVERED,
    hauled,
    is_moved_to,
    measured,
    object_of,
    of_mine,
    of_project,
    seized,
    without_buyer,
)
from tocsin.detect.bindings.rows_chinese import own_of_row
from tocsin.detect.bindings.stand_ins import described
from tocsin.detect.scenes.scene import Candidate, Scene
from tocsin.detect.texts.chinese import CAUSE, DOWNSTREAM, FEED, OTHER_SUPPLY
from tocsin.detect.topics.neutral import is_named_site, is_neutral, is_store
from tocsin.detect.topics.topic import Memory
from tocsin.detect.words.hits import Hit
from tocsin.detect.words.joined import joined

_OF = re.compile(r"\s*(?:\([^)]*\)\s*)?(?:of|for|in|on|on the|to)\b")
_FOR = re.compile(
    r" than\b| (?:for|of(?! (?:[a-z-]+ )?(?:ores?|concentrates?|raw materials?|feed|feedstock|intermediates?|scrap|ingots?)\b)) (?!(?:the |an? )?(?:h1|h2|q1|q2|q3|q4|fy\d*|fiscal|full|half|entire|same|current|remainder|coming|year|month|quarter|week|first|second|third|fourth|delivery|period|last|next|cathodes?|ingots?|billets?|prompt|spot|metal|commodity|critical|(?:(?:the|these|those|all|its|their|most|some|many|several|both|sampled|surveyed|large|small|other) )*(?:(?:primary|secondary|local|domestic|regional|sampled|surveyed|independent|large|small|leading|major|non-integrated|[a-z]+(?:ese|ian|ish)) )*(?:smelters?|refiner(?:s|ies)|plants?|mills?|producers?|furnaces?|works|miners|mines|makers)\b|concentrates?|ores?|feed|feedstock|raw materials?|relining|rebuild|repairs?|maintenance|overhaul|upkeep|upgrades?|good|want|lack|inspections?|checks|hydroxide|carbonate|oxide|trioxide|sul(?:ph|f)ates?|powder|flake|(?:(?:many|most|some|all|several|key|major) )?(?:industrial|base|precious|battery|minor|strategic) metals|red metal|yellow metal|precious)\b|\d|(?:us|a|c)?[$€£¥]|[a-z]+ delivery)"
)
_SUCH_AS = re.compile(
    r"[\s,(]*(?:like|such as|including|namely|e\.g\.|for example|如|包括|例如|[(,—–:-])[\s,]*(?:the )?\Z"
)
_CONSUMER = re.compile(
    r"\s*(?:industry|industries|sector|makers?|mills?|producers?|manufacturers?|users?|consumers?|recyclers?|explorers?|investors?|wire|products?)\b"
)
ROW_REACH = 5
"""Sentences after a row of goods within which a group's name means them."""
LAST_REACH = 3
"""Sentences after the last goods within which it means them."""
_FIRM = re.compile(r" (?:corp|inc|ltd|limited|plc|company|group|holdings|ag|nl|llc)\b")
"""What makes of a group of goods the name of a firm: `Critical Metals Corp`."""
_CALLED = re.compile(r" (?:resources|energy|minerals|mining|exploration|royalt(?:y|ies)|ventures?|industries|fuels)\b")
"""The same without its legal form, in a headline that names other goods."""
_DOING = frozenset(
    [
        *(
            "produced",
            "mined",
            "dug",
            "dug up",
            "pump",
            "pumped",
            "pumping",
            "smelted",
            "churned out",
            "imported",
            "shipped in",
        ),
        *("assessed", "assesses", "pegged", "priced", "evaluated"),
        *("brought in", "consumed", "burned", "burnt", "crushed", "sit on", "sits on", "sat on", "sitting on"),
    ]
)
"""Verbs that stand for a noun of output, use or stock: before them stands who does it, not what it is about."""


def bind_commodities(candidate: Candidate, scene: Scene, memory: Memory) -> list[Hit]:
    """Return the commodities a candidate speaks of; of a group (critical minerals) its members, where they are told."""
    if candidate.pack.pack.needs.wants_none:
        return []
    if (known := _known(candidate, scene, memory)) is not None:
        return known
    chosen = _fitting(_chosen(candidate, scene, memory), candidate, scene, memory)
    if scene.sentence.chinese and candidate.type == "export_control" and chosen:
        chosen += _listed(chosen, candidate, scene)
    if not chosen or not memory.groups.issuperset([hit.id for hit in chosen]):
        return chosen
    return _members(chosen, candidate, scene, memory)


def _known(candidate: Candidate, scene: Scene, memory: Memory) -> list[Hit] | None:
    """Return the goods that a pronoun, the rule or a party's name says; None where the words around must tell them."""
    if scene.stand_in is not None and candidate.subject is scene.stand_in.subject and scene.stand_in.commodities:
        return list(scene.stand_in.commodities)
    if candidate.subject is not None and (meant := described(candidate.subject, scene)):
        return [meant]
    if candidate.spoken:
        return candidate.commodities
    if candidate.rule in _BY_BUYERS and memory.title and (goods := _of_buyers(candidate, scene, memory)):
        return goods
    if candidate.meant and not scene.found.commodities and (first := memory.first(candidate.meant)):
        return first
    if candidate.rule in _PASSIVE:
        before = [hit for hit in scene.named if hit.end <= candidate.start and hit.id not in memory.groups]
        if before:
            return [Hit(before[0].start, before[0].end, "commodity", before[0].id, None)]
    if not _are_priced(candidate, scene):
        return None
    own = {hit.id for hit in scene.found.commodities}
    others = [hit for hit in implied.carried(scene, memory) or memory.lead if hit.id not in own]
    return others or implied.hinted(candidate, scene, memory)


_BY_BUYERS = frozenset(["buyers-hold-back", "buyers-snap-up"])
"""Frames that tell what those do who use goods."""


def _of_buyers(candidate: Candidate, scene: Scene, memory: Memory) -> list[Hit]:
    """Return the headline's goods where those of the sentence only say what the buyers make: `alloy makers bought hand to mouth`."""
    named = [part for part in candidate.parts if part.kind == "commodity"]
    makers = [hit for hit in named if _CONSUMER.match(scene.low, hit.end)]
    return memory.title if named and len(makers) == len(named) and memory.title[0].id != named[0].id else []


def _fitting(chosen: list[Hit], candidate: Candidate, scene: Scene, memory: Memory) -> list[Hit]:
    """Return what of the goods nearby a fact of this type can be about: a deal is about none of a buyer's name."""
    signal, needs = candidate.type, candidate.pack.pack.needs
    if signal == "equity_move" and scene.sentence.chinese:
        last = chosen[-1].end if chosen else 0
        whole = implied.are_shares(scene.low, last)
        chosen = [  # one character is part of a firm's name, which tells its goods only where it ends in its trade
            hit for hit in chosen if whole or hit.end - hit.start > 1 or scene.low.startswith(("业", "矿"), hit.end)
        ]
    if signal == "mna" and not scene.sentence.chinese:
        chosen = _of_title(chosen, scene, memory)
        chosen = [hit for hit in chosen if not is_moved_to(hit, candidate, scene)]
        chosen = of_project(chosen, candidate, scene) or chosen
        if (mined := of_mine(chosen, scene, memory)) is not None:
            return mined
    if signal == "smuggling" and not scene.sentence.chinese:
        chosen = hauled(chosen, scene) or chosen
    if signal in DELIVERED:
        chosen = measured(chosen, candidate, scene) or chosen
    elif signal == "mna" and candidate.direction == "acquire":
        chosen = without_buyer(chosen, candidate, scene, memory)
    if signal == "mna" and scene.sentence.chinese and (target := object_of(candidate, scene)):
        return target
    if not needs.named or any(scene.sentence.start <= hit.start for hit in chosen):
        return chosen
    return (
        _named(candidate, scene, memory)
        or chosen
        or [h for h in scene.named if h.id not in memory.groups][:1]
        or [h for h in memory.named if h.id not in memory.groups]
    )


def _of_title(chosen: list[Hit], scene: Scene, memory: Memory) -> list[Hit]:
    """Return the goods that a headline names beside a firm called after others: `Tessel Uranium buys a lithium project`."""
    if not chosen or any(scene.sentence.start <= hit.start for hit in chosen):
        return chosen
    goods = [
        hit for hit in memory.title if not _FIRM.match(scene.low, hit.end) and not _CALLED.match(scene.low, hit.end)
    ]
    return goods if goods and len(goods) < len(memory.title) else chosen


_AND_OTHER = re.compile(r",? (?:and|or|as well as) (?:most |many |some |several )?other ")


def _members(chosen: list[Hit], candidate: Candidate, scene: Scene, memory: Memory) -> list[Hit]:
    """Return the goods that a group's name stands for here, or the group where none are told."""
    found, low, chinese = scene.found, scene.low, scene.sentence.chinese
    before = [hit for hit in found.commodities if hit.id not in memory.groups and hit.end < chosen[0].start]
    if before and not chinese and _AND_OTHER.fullmatch(low, before[-1].end, chosen[0].start):
        return joined(before[-1], found, low)  # `gold, silver and other precious metals`
    members = [hit for hit in found.commodities if hit.id not in memory.groups and hit.start > chosen[0].end]
    told = [hit for hit in members if chinese and hit.start < candidate.start]
    if told:
        return joined(told[-1], found, low)  # 基本金属仓单:铜增加900吨
    if members and chinese and low.find(",其中", candidate.start, members[0].start) >= 0:
        return chosen  # of the whole group, whose parts follow: 有色金属产量增长8%,其中精炼铜增长10%
    if members and chinese and candidate.parts and members[0].start < candidate.extent[1]:
        return joined(members[0], found, low)  # a group in a firm's name: 与北原稀有金属签订钨粉合同
    if members and (
        _SUCH_AS.match(low[chosen[-1].end : members[0].start])
        or (scene.sentence.order > 0 and scene.folded.plain[chosen[0].start].isupper())
    ):  # a group with a capital is part of a name: `Tessel Critical Minerals`
        return joined(members[0], found, low)
    if memory.row and memory.place(scene.sentence).order - memory.row_order <= ROW_REACH:
        return list({hit.id: hit for hit in reversed(memory.row)}.values())[::-1]
    if memory.last and memory.place(scene.sentence).order - memory.last_order <= LAST_REACH:
        if chinese and candidate.bare:  # 贵金属冲高 after palm oil says nothing of that
            return [hit for hit in memory.last if chosen[0].id in memory.ancestors(hit.id)]
        return memory.last
    return [hit for hit in memory.title or memory.lead or chosen if not _FIRM.match(low, hit.end)]


_PRICE_OF = re.compile(r"(?:'s)? (?:prices?|costs?|bills?|tariffs?|rates?|markets?)\b")
"""What makes of goods before it those whose price is the reason: `shuts smelter as power prices soar`."""


_WORKPLACE = re.compile(
    r"(?:smelter|refinery|mill|plant|line|potline|furnace|factory|work|steelwork|kiln|mine|foundry)(?:s|ies)?"
)
_PASSIVE = frozenset(["to-be-acquired", "taken-over", "acquire-all-shares"])
"""Frames before whose verb the party stands that is bought."""


_COVERS = re.compile(r",(?:主要|具体|其中|共)?(?:涉及|包括|包含|涵盖)(?:了|的)?(?:产品|商品|物项|范围)?(?:有|为|:)?")


def _listed(chosen: list[Hit], candidate: Candidate, scene: Scene) -> list[Hit]:
    """Return the goods that a Chinese measure is said to cover: `对负极材料征税,涉及天然石墨、人造石墨`."""
    told = {hit.start for hit in chosen}
    covered = next(_COVERS.finditer(scene.low, candidate.extent[1], scene.sentence.end), None)
    first = covered and next((hit for hit in scene.found.commodities if hit.start == covered.end()), None)
    return [hit for hit in joined(first, scene.found, scene.low) if hit.start not in told] if first else []


_INPUT_PRICES = ("电价", "气价", "油价", "煤价", "电力价格", "天然气价", "燃气价")
"""Prices of what works burn, of which they make nothing."""


def _are_priced(candidate: Candidate, scene: Scene) -> bool:
    """Tell whether a sentence about output only names goods whose price is told, in Chinese those that works burn: 因电价上调停炉."""
    goods = scene.found.commodities
    if candidate.type != "production_change" or not goods:
        return False
    if scene.sentence.chinese:
        return all(scene.low.startswith(_INPUT_PRICES, hit.start) and hit.end <= candidate.start for hit in goods)
    subject = candidate.subject
    if subject is None or _WORKPLACE.fullmatch(scene.low, subject.start, subject.end) is None:
        return False
    return all(
        scene.low.endswith(("price", "prices"), hit.start, hit.end) or _PRICE_OF.match(scene.low, hit.end)
        for hit in goods
    )


def _named(candidate: Candidate, scene: Scene, memory: Memory) -> list[Hit]:
    """Return the commodity of the nearest name, if it is no group: the party that is bought follows its verb."""
    bought = [part for part in candidate.parts if part.kind == "named"]
    after = [hit for hit in scene.found.named if hit.start >= candidate.start]
    return [hit for hit in (bought or after or scene.found.named)[:1] if hit.id not in memory.groups]


def _chosen(candidate: Candidate, scene: Scene, memory: Memory) -> list[Hit]:
    """Return the commodities a candidate speaks of, in the order of the text; empty when none can be told."""
    low, found, subject = scene.low, scene.found, candidate.subject
    if (within := _within(candidate, scene)) is not None:
        return joined(within, found, low)
    if own := own_of_row(candidate, scene):
        return own
    start, end = (subject.start, subject.end) if subject is not None else candidate.extent
    if scene.sentence.chinese and (said := _said_before_zh(start, end, candidate, scene, memory)) is not None:
        return said
    adjacent = _adjacent(start, end, scene)
    if adjacent is not None:
        return joined(adjacent, found, low)
    opens = implied.opens_unnamed(subject, scene)
    if opens and not any(hit.start < start for hit in found.commodities) and (told := implied.carried(scene, memory)):
        return told
    if subject is not None and not scene.sentence.chinese and _FOR.match(low, end):
        return []
    neutral = opens or _is_neutral(candidate, start, end, scene)
    limit = (NEAR_ZH if scene.sentence.chinese else NEAR) if neutral else BESIDE
    near = _near(start, end, scene, limit)
    if near is not None and not (implied.is_elsewhere(end, found, scene) and implied.carried(scene, memory)):
        return joined(near, found, low)
    if found.hints and not found.commodities and (told := implied.hinted(candidate, scene, memory)):
        return told
    if not neutral:
        return implied.of_workplace(start, end, found)
    return _far(end, candidate, scene, memory)


NEAR, NEAR_ZH, BESIDE = 16.0, 20.0, 4.0
"""How far a noun's goods may stand from it, and from one that could have goods of its own, as `mill` or `egg prices`."""


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


def _said_before_zh(start: int, end: int, candidate: Candidate, scene: Scene, memory: Memory) -> list[Hit] | None:
    """Return what the characters right before a Chinese noun say it is of, none where of no goods; None where they say nothing."""
    low, floor, goods = scene.low, scene.sentence.start, scene.found.commodities
    if low.startswith(("供应", "供给"), start) and OTHER_SUPPLY.search(low[max(floor, start - 6) : start]):
        return []
    told = candidate.subject is not None or candidate.rule == "phrase"
    thing = DOWNSTREAM.search(low[max(floor, start - 12) : start]) if told else None
    if thing is not None and not any(hit.start < start < hit.end + len(thing[0]) for hit in goods):
        return []
    if memory.title and scene.says_before(FEED, start, 8):
        return memory.title
    if memory.title and _is_of_topic(start, candidate, scene, memory):
        return memory.title
    works = implied.of_works(start, end, scene) if candidate.type == "production_change" else []
    return works or None


_SIDE = re.compile(r"(?:供应|供给|库存)(?:端|方面|面|侧)[,:]?")
"""What opens a report on one side of a market: 库存端,社会库存."""
_LANDED = ("到港", "到货", "港口", "存量", "疏港", "压港", "到船")
"""What comes or lies, and is of what the text is about, whoever buys it."""
_STOCKS_UP = re.compile(
    r"(?:钢厂|钢企|冶炼厂|炼厂|电厂|焦企|加工厂|加工企业)(?:陆续|开始|已|集中|积极|加快|节前|普遍)*\Z"
)
"""Who buys what the text is about, and not what it makes: 钢厂备库."""
_BUYS = ("补库", "备库", "备货", "补货", "采购", "招标", "库存")


def _is_of_topic(start: int, candidate: Candidate, scene: Scene, memory: Memory) -> bool:
    """Tell whether a Chinese sentence that names no goods right there speaks of those of its headline, by the side of the market or the buyer."""
    low, floor = scene.low, scene.sentence.start
    if candidate.type not in _KEPT_OR_ASKED or any(
        hit.start >= floor and hit.end <= start for hit in scene.found.commodities
    ):
        return False
    told = _SIDE.match(low, floor) is not None or low.startswith(_LANDED, start)
    if told and memory.main and not any(floor <= hit.start for hit in scene.found.commodities):
        return True
    return low.startswith(_BUYS, start) and scene.says_before(_STOCKS_UP, start) is not None


_KEPT_OR_ASKED = frozenset(["inventory_change", "demand_change", "production_change"])
_MADE_OR_KEPT = frozenset(["production_change", "inventory_change"])


def _plain_for(candidate: Candidate, scene: Scene) -> str:
    """Return the text with its capitals, where a name before a noun is a place's: `Harrow output fell 7% to 3,100 tonnes`.

    Brands have prices and demand; what is not counted by weight or volume may be of anything.
    """
    counted = any(amount.kind in {"quantity", "rate"} for amount in scene.amounts)
    return scene.folded.plain if counted and candidate.type in _MADE_OR_KEPT else ""


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


def _far(end: int, candidate: Candidate, scene: Scene, memory: Memory) -> list[Hit]:
    """Return the goods of a noun beside which none stand: others of its sentence, or those that it leaves implied."""
    found, sentence, needs = scene.found, scene.sentence, candidate.pack.pack.needs
    carried = implied.carried(scene, memory)
    if found.commodities and not (carried and implied.is_elsewhere(end, found, scene)):
        return joined(found.commodities[0], found, scene.low)
    if carried:
        return carried
    if sentence.order == 0 and sentence.chinese and memory.lead and not needs.any_of:
        return memory.lead
    if oil := implied.of_refinery(candidate, scene, memory):
        return oil
    if state := implied.of_state(candidate, scene, memory):
        return state
    return implied.of_firm(found, memory) if needs.firm or implied.is_sellers(candidate, scene) else []


_DOES = re.compile(
    r" (?:makes?|made|is|are|was|were|has|have|had|will|would|can|could|may|drives?|drove|lifts?|lifted|gives?|gave|keeps?|kept|means?|meant|helps?|helped|supports?|supported|boosts?|boosted|pushes|pushed|sends?|sent|leaves?|left|turns?|turned|brings?|brought|underpins?|underpinned) "
)
"""What parts goods from the noun before `for`, which is of other things: `demand for batteries makes nickel essential`."""


_USERS_OWN = ("' ", "'s ", "’ ", "’s ")
"""What makes of goods before a noun the name of those whose it is, where its own follow: `steelmakers' use of vanadium`."""


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


def _near(start: int, end: int, scene: Scene, limit: float) -> Hit | None:
    best, best_gap, chinese = None, limit, scene.sentence.chinese
    for hit in scene.found.commodities:
        if hit.start >= end and _CONSUMER.match(scene.low, hit.end):
            continue
        if not chinese and len(scene.found.commodities) > 1 and _is_of_place(hit, scene):
            continue
        gap = scene.gap(hit.end, start) if hit.end <= start else scene.gap(end, hit.start) + 1.0
        if chinese and hit.end <= start and "," in scene.low[hit.end : start] and _is_cause(hit, scene):
            gap += REASON
        if gap < best_gap:
            best, best_gap = hit, gap
    return best


_THERE = re.compile(r"\b(?:at|beside|next to|inside) (?:the |an? |its |their )?(?:[a-z-]+ )?\Z")
_WORKS = re.compile(r" (?:refinery|smelter|plant|mine|works|mill)\b")


def _is_of_place(hit: Hit, scene: Scene) -> bool:
    """Tell whether goods only name the works where those of the sentence are made: `a gallium line at an alumina refinery`."""
    if _WORKS.match(scene.low, hit.end) is None:
        return False
    place = scene.says_before(_THERE, hit.start, 24)
    return place is not None and any(other.end <= place.start() for other in scene.found.commodities)


REASON = 12.0
"""How much farther goods are that stand in a clause of reason before."""


def _is_cause(hit: Hit, scene: Scene) -> bool:
    before = scene.low[max(scene.sentence.start, hit.start - 40) : hit.start]
    return CAUSE.search(before) is not None or _ITS_CAUSE.search(before) is not None


_ITS_CAUSE = re.compile(r"[家厂司企业矿地区](?:则|也|均|都|已)?(?:因(?![此而素应子地])|由于|受)[^,;。]*\Z")
"""What opens a reason behind its subject: `两家工厂因铝土矿断供,焙烧炉各停一台`."""
