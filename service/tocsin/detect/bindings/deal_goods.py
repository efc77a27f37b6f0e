"""Goods of deals: which of several commodities is bought, sold, stored or seized, and which only stands in the name or the plans of a party.

What a deal tells the weight of is what it is about, whatever its parties are called.
"""

import re

from tocsin.detect.scenes.scene import Candidate, Scene
from tocsin.detect.topics.topic import Memory
from tocsin.detect.words.hits import Hit
from tocsin.detect.words.joined import joined


def without_buyer(chosen: list[Hit], candidate: Candidate, scene: Scene, memory: Memory) -> list[Hit]:
    """Return the goods without those of a Chinese buyer's name, a place and its trade, before the verb: 太原钢铁收购…; others instead."""
    places = {place.end for place in (*scene.found.countries, *scene.found.bodies)}

    def is_buyers(hit: Hit) -> bool:
        return scene.sentence.start <= hit.start and hit.end <= candidate.start and hit.start in places

    left = [hit for hit in chosen if not is_buyers(hit)]
    if left or not chosen:
        return left
    others = [hit for hit in scene.found.commodities if not is_buyers(hit) and hit.id != chosen[0].id]
    carried = [hit for hit in (*memory.title, *memory.lead) if hit.id != chosen[0].id]
    return others[:1] or carried[:1] or chosen


_ITS_OBJECT = re.compile(r"对(?P<what>[^,;。]{2,40}?)(?:的)?(?:[^,;。的对]{0,10})?(?:收购|并购|要约|入股|增持)?\Z")


def object_of(candidate: Candidate, scene: Scene) -> list[Hit]:
    """Return the goods in the name of the party that stands before a Chinese deal told as a noun: `完成对某黄金公司的收购`."""
    told = scene.says_before(_ITS_OBJECT, candidate.end)
    if told is None:
        return []
    start, end = told.span("what")
    goods = [hit for hit in (*scene.found.commodities, *scene.found.named) if start <= hit.start and hit.end <= end]
    goods += [hit for hit in scene.found.hints if start <= hit.start and hit.end <= end]
    return [Hit(goods[0].start, goods[0].end, "commodity", goods[0].id, None)] if goods else []


_OF_WORKS = re.compile(
    r" (?:and [a-z]+ )?(?:projects?|mines?|deposits?|propert(?:y|ies)|operations?|smelters?|refiner(?:y|ies)|plants?|assets?|joint venture|prospects?|tenements?|exploration|business|licen[cs]es?)\b"
)


def of_project(chosen: list[Hit], candidate: Candidate, scene: Scene) -> list[Hit]:
    """Return the goods of the mine or project that is dealt in, where the chosen ones only stand in a party's name before the verb."""
    if not chosen or not all(h.end <= candidate.start and scene.folded.plain[h.start].isupper() for h in chosen):
        return []
    ours = {hit.id for hit in chosen}
    for hit in scene.found.commodities:
        if hit.start > candidate.end and hit.id not in ours and _OF_WORKS.match(scene.low, hit.end):
            return [hit]
    return []


_SMELTED = frozenset(["steel"])
"""Goods that no mine yields, so that who makes them buys others when buying a mine."""
_A_MINE = re.compile(r"\b(?:mines?|colliery|collieries|coalfield|deposits?|ore project|mining assets)\b")


def of_mine(chosen: list[Hit], scene: Scene, memory: Memory) -> list[Hit] | None:
    """Return the goods of a mine that a steelmaker buys, none where no text tells them; None where no such thing is told."""
    if not chosen or any(hit.id not in _SMELTED for hit in chosen):
        return None
    if scene.says(_A_MINE) is None:
        return None
    own = [hit for hit in scene.found.commodities if hit.id not in _SMELTED]
    carried = [hit for hit in (*memory.title, *memory.lead) if hit.id not in _SMELTED]
    return own[:1] or carried[:1]


DELIVERED = frozenset(["large_contract", "stockpiling"])
"""Types whose goods are told by their weight, whatever its parties are called."""


_MEASURE_OF = re.compile(
    r"\b(?:tonnes?|tons?|mt|kt|t|kg|kilograms?|kilos?|pounds?|lbs?|ounces?|oz|barrels?|bushels?|bales?|cargo(?:e?s)?) "
    r"(?:(?:a|per|each|every) (?:year|month|annum) |annually |yearly )?of (?:[a-z][a-z-]* ){0,2}\Z"
)
"""What stands right before goods that are told by their weight: `45,000 tonnes a year of refined`."""
_DEALT_IN = re.compile(
    r"\b(?:for|sell|sells|supply|deliver|buy|take|purchase) (?:the |its |all |all the |future |all of the )*(?:[\d.]+(?:%| ?pct?| per ?cent) of (?:the |its )?)?\Z"
)
"""What stands before the goods of a deal whose party is called after others: `Larkin Gold signed … for the copper`."""


def measured(chosen: list[Hit], candidate: Candidate, scene: Scene) -> list[Hit]:
    """Return the goods a deal tells the weight of, where the chosen ones stand before it: `Marsa Phosphate bought 90,000 t of sulphur`."""
    if scene.sentence.chinese:
        return _measured_zh(chosen, scene) or _signed_for(chosen, candidate, scene)
    if chosen and all(_PARTY.match(scene.low, hit.end) for hit in chosen):
        return _handed_over(chosen, scene)
    if not chosen or not scene.folded.plain[chosen[0].start].isupper():
        return []
    before = all(hit.end <= candidate.start for hit in chosen)
    for hit in scene.found.commodities:
        if before and hit.start > candidate.end and _DEALT_IN.search(scene.low, candidate.end - 1, hit.start):
            return joined(hit, scene.found, scene.low)
        if hit.start > max(candidate.start, chosen[-1].end) and _MEASURE_OF.search(
            scene.low, max(candidate.start, hit.start - 60), hit.start
        ):
            return joined(hit, scene.found, scene.low)
    return []


def hauled(chosen: list[Hit], scene: Scene) -> list[Hit]:
    """Return the goods that are weighed, where those chosen are what papers call them: `papers said copper, and found 9 t of cobalt`."""
    told = {hit.id for hit in chosen}
    weighed = [hit for hit in scene.found.commodities if scene.says_before(_MEASURE_OF, hit.start, 60)]
    return [] if not weighed or told & {hit.id for hit in weighed} else joined(weighed[0], scene.found, scene.low)


_PARTY = re.compile(
    r" (?:giant|maker|producer|manufacturer|supplier|distributor|grower|miner|refiner|smelter|developer|group|mill|major|trader|processor|importer|exporter|buyer|recycler|firm|company)s?\b"
)
"""What makes of goods those of a party: `to supply the steel giant with iron ore pellets`."""


def _handed_over(chosen: list[Hit], scene: Scene) -> list[Hit]:
    """Return the goods of a deal that stand behind those of a party, which are none of anybody."""
    behind = [
        hit
        for hit in scene.found.commodities
        if hit.start > chosen[-1].end and hit.id != chosen[-1].id and not _PARTY.match(scene.low, hit.end)
    ]
    return joined(behind[0], scene.found, scene.low) if behind else []


_MEASURE_ZH = re.compile(r"\d(?:万|亿|千)?(?:[湿干金属实物]{0,2}吨|公吨|千克|公斤|桶|盎司|磅)\Z")
"""What stands right before goods that a Chinese deal tells the weight of: 45万湿吨镍矿."""


_PARTY_ZH = re.compile(r"(?:企业|公司|厂|客户|巨头|龙头|集团|制造商|生产商|供应商|加工商|贸易商|买家)")
"""What makes of goods those of a party: 与某硅片企业签下长单,销售多晶硅15万吨."""


def _measured_zh(chosen: list[Hit], scene: Scene) -> list[Hit]:
    """Return the goods right behind a weight, where the chosen ones stand in a party's name: 与鼎兴不锈钢签订45万吨镍矿销售合同."""
    low = scene.low
    weighed = [h for h in scene.found.commodities if scene.says_before(_MEASURE_ZH, h.start, 12)]
    if not weighed and chosen and all(_PARTY_ZH.match(low, hit.end) for hit in chosen):
        weighed = [
            h
            for h in scene.found.commodities
            if any(a.kind in {"quantity", "rate"} and 0 <= a.place[0] - h.end <= 1 for a in scene.amounts)
        ]
    if len(weighed) != 1 or not chosen or any(hit.start == weighed[0].start for hit in chosen):
        return []
    return joined(weighed[0], scene.found, low)


def _signed_for(chosen: list[Hit], candidate: Candidate, scene: Scene) -> list[Hit]:
    """Return the goods behind a Chinese verb of dealing, where the chosen ones end the name right before it: 某某钢铁签订铁矿石协议."""
    first = candidate.start
    if not chosen or any(not 0 <= first - hit.end <= 1 for hit in chosen):
        return []
    behind = [hit for hit in scene.found.commodities if hit.start > first and hit.id != chosen[0].id]
    return joined(behind[0], scene.found, scene.low) if behind else []


_MOVED_TO = re.compile(
    r"\b(?:re-?focus|shift|pivot|redeploy|redirect|diversif|investment|reinvest)\w*(?: [\w'’-]+){0,3} (?:on|to|towards?|into) (?:the |its )?(?:[a-z-]+ (?:and )?)?\Z"
)


def is_moved_to(hit: Hit, candidate: Candidate, scene: Scene) -> bool:
    """Tell whether goods before a deal are those that a firm turns to: `to refocus on helium, selling the Orsa field`."""
    start = max(scene.sentence.start, hit.start - 60)
    return hit.end <= candidate.start and _MOVED_TO.search(scene.low, start, hit.start) is not None


_SEIZED = re.compile(
    r"(?:查[获扣缉处]|[截起缴拦检]获|扣[押下留]|没收|搜出|罚没|收缴|查出|藏有|夹带|夹藏|走私)[^,;。]{0,14}\Z"
)


def seized(candidate: Candidate, scene: Scene) -> Hit | None:
    """Return the goods whose weight a seizure tells, where a row of others only names the cases: `侦办镓走私案,其中一案查扣锑锭6吨`."""
    weighed = [
        hit
        for hit in scene.found.commodities
        if any(a.kind == "quantity" and 0 <= a.place[0] - hit.end <= 2 for a in scene.amounts)
        and scene.says_before(_SEIZED, hit.start, 20)
    ]
    others = [hit for hit in scene.found.commodities if weighed and hit.end <= weighed[0].start]
    return weighed[0] if weighed and others and weighed[0].start >= candidate.extent[0] else None
