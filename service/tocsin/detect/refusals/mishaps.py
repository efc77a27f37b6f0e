"""Mishaps: exports that a storm, an attack or a leak stops at a port or a pipe, which no office has restricted; mines that one strikes.

`the port suspended oil exports after a drone attack` is a source lost for a while, which its own rule tells; a measure needs one who
may take it, or a word of the law.
"""

import re

from tocsin.detect.scenes.drafts import Draft
from tocsin.detect.scenes.scene import Scene
from tocsin.detect.texts.text import holds_any

_CAUSE = re.compile(
    r"\b(?:after|following|because of|due to|owing to|amid|as|when|from)\b[^.;]{0,40}?\b(?:drone|attacks?|attacked|strikes?|storms?|cyclones?|hurricanes?|typhoons?|floods?|flooding|fires?|blasts?|explosions?|leaks?|spills?|outages?|blockades?|derailments?|landslides?|earthquakes?|bad weather|high winds|damage)\b"
    r"|\b(?:drone attacks?|drones?|storm|cyclone|hurricane|typhoon|floods?|fire|blast|explosion|leak|spill|outage|blockade|derailment|landslide|earthquake|bad weather|walkout|walk-out|strike|stoppage|protests?) [^.;]{0,60}?\b(?:halt|halts|halted|halting|stop|stops|stopped|suspend|suspends|suspended|forces?|forced|disrupts?|disrupted)\b"
)
"""What stops goods without anybody's order."""
_ORDERED = re.compile(
    r"\b(?:ministry|minister|ministers|government|cabinet|customs|decree|ban|bans|banned|banning|embargo|quotas?|licen[cs]\w*|sanctions?|law|regulations?|president|parliament|commission|retaliation|retaliates?|order(?:s|ed)? (?:a|an|the|exporters|traders|that|all)|curbs?|restrict\w*)\b"
)
"""Who restricts exports, or by what."""
_SIGNS = ("drone", "attack", "strike", "storm", "cyclone", "hurricane", "typhoon", "flood", "fire", "blast", "explosion", "leak", "spill", "outage", "blockade",
    "derail", "walkout", "walk-out", "stoppage", "protest", "landslide", "earthquake", "weather", "winds", "damage")  # fmt: skip
"""One of these stands in every cause."""


_BEFELL = re.compile(
    r"\b(?:accidents?|disasters?|traged(?:y|ies)|incidents?|catastrophes?|misfortunes?|explosions?|collapses?|rockfalls?|landslides?|mudslides?|quakes?|earthquakes?|tremors?|storms?|cyclones?|hurricanes?|typhoons?|floods?|fires?"
    r"|lightning|drought|frosts?|blight|diseases?|pests?|drones?|missiles?|thieves|bandits|rebels|vandals)(?: (?!(?:and|but|then)\b)[\w'’-]+){0,4} (?:struck|strikes?|hits?)\Z"
)
"""Who or what strikes mines and fields without finding anything: `three accidents have already struck copper mines`."""


_BY_FIRMS = re.compile(
    r"\b(?:smelters|refiners|refineries|miners|producers|mills|growers|traders|shippers|suppliers|sellers|companies|firms|exporters|processors|planters|farmers)"
    r"(?:,? [a-z]+){0,3} \Z"
    r"|\b(?:miner|producer|smelter|refiner|exporter|supplier|trader|steelmaker|trading house|mining (?:company|group|giant|firm)|rival)(?: (?!to\b|that\b|which\b|must\b|not\b|from\b)[\w.&'’-]+){0,4} \Z"
)
"""Those who sell, right before what they stop, which no state does: `smelters have suspended exports`."""
_STOP = ("halt", "suspend", "stop", "pause", "cease", "cut")
_PASSIVE = re.compile(r"\b(?:are|were|was|is|be|been|being|from|by) (?:[a-z]+ )?\Z")


def _is_ingot(place: int, scene: Scene) -> bool:
    """Tell whether bars are those of a metal, and no verb: `shipments of gold bars`."""
    return any(goods.start < place <= goods.end + 1 for goods in scene.found.commodities)


def by_sellers(draft: Draft, scene: Scene) -> bool:
    """Tell whether exports are stopped by those who sell, so that no measure is told."""
    if draft.type != "export_control" or draft.direction != "tighten" or draft.sentence.chinese:
        return False
    start = draft.candidate.extent[0]
    if any(scene.low.startswith("bars", part) and _is_ingot(part, scene) for part in (start, draft.candidate.start)):
        return True
    if not scene.low.startswith(_STOP, start) or scene.says_before(_BY_FIRMS, start, 64) is None:
        return False
    return scene.says_before(_PASSIVE, start, 24) is None and scene.says(_ORDERED) is None


def by_mishap(draft: Draft, scene: Scene) -> str | None:
    """Return why exports that stopped are no measure, or mines that were struck no find; None where the words say nothing of the kind."""
    if draft.direction == "discovery" and not draft.sentence.chinese:
        return "struck by a mishap" if scene.says_before(_BEFELL, draft.candidate.end) else None
    if draft.type != "export_control" or draft.direction != "tighten" or draft.sentence.chinese:
        return None
    if not holds_any(scene.low, _SIGNS, draft.sentence.start, draft.sentence.end):
        return None
    return "stopped by a mishap" if scene.says(_CAUSE) and not scene.says(_ORDERED) else None
