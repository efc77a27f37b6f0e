"""Goods of deals: which of several commodities is bought, sold, stored or seized, and which only stands in the name or the plans of a party.

What a deal tells the weight of is what it is about, whatever its parties are called.
"""

import re

from tocsin.detect.hits import Hit
from tocsin.detect.joined import joined
from tocsin.detect.scene import Candidate, Scene
from tocsin.detect.topic import Memory


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


DELIVERED = frozenset(["large_contract", "stockpiling"])
"""Types whose goods are told by their weight, whatever its parties are called."""


_MEASURE_OF = re.compile(
    r"\b(?:tonnes?|tons?|mt|kt|t|kg|kilograms?|kilos?|pounds?|lbs?|ounces?|oz|barrels?|bushels?|bales?|cargo(?:e?s)?) "
    r"(?:(?:a|per|each|every) (?:year|month|annum) |annually |yearly )?of (?:[a-z][a-z-]* ){0,2}\Z"
)
"""What stands right before goods that are told by their weight: `45,000 tonnes a year of refined`."""


def measured(chosen: list[Hit], candidate: Candidate, scene: Scene) -> list[Hit]:
    """Return the goods a deal tells the weight of, where the chosen ones stand before it: `Marsa Phosphate bought 90,000 t of sulphur`."""
    if scene.sentence.chinese:
        return _measured_zh(chosen, scene)
    if not chosen or chosen[0].start >= candidate.start or not scene.folded.plain[chosen[0].start].isupper():
        return []
    for hit in scene.found.commodities:
        if hit.start > candidate.start and _MEASURE_OF.search(
            scene.low, max(candidate.start, hit.start - 60), hit.start
        ):
            return joined(hit, scene.found, scene.low)
    return []


_MEASURE_ZH = re.compile(r"\d(?:万|亿|千)?(?:[湿干金属实物]{0,2}吨|公吨|千克|公斤|桶|盎司|磅)\Z")
"""What stands right before goods that a Chinese deal tells the weight of: 45万湿吨镍矿."""


def _measured_zh(chosen: list[Hit], scene: Scene) -> list[Hit]:
    """Return the goods right behind a weight, where the chosen ones stand in a party's name: 与鼎兴不锈钢签订45万吨镍矿销售合同."""
    low, floor = scene.low, scene.sentence.start
    weighed = [h for h in scene.found.commodities if _MEASURE_ZH.search(low, max(floor, h.start - 12), h.start)]
    if len(weighed) != 1 or not chosen or any(hit.start == weighed[0].start for hit in chosen):
        return []
    return joined(weighed[0], scene.found, low)


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
        and _SEIZED.search(scene.low, max(scene.sentence.start, hit.start - 20), hit.start)
    ]
    others = [hit for hit in scene.found.commodities if weighed and hit.end <= weighed[0].start]
    return weighed[0] if weighed and others and weighed[0].start >= candidate.extent[0] else None
