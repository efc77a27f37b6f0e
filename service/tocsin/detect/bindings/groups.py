"""Groups: which goods the name of a group (critical minerals, base metals) stands for in a sentence."""

import re

from tocsin.detect.scenes.scene import Candidate, Scene
from tocsin.detect.topics.topic import Memory
from tocsin.detect.words.hits import Hit
from tocsin.detect.words.joined import joined

_AND_OTHER = re.compile(r",? (?:and|or|as well as) (?:most |many |some |several )?other ")
_SUCH_AS = re.compile(
    r"[\s,(]*(?:like|such as|including|namely|e\.g\.|for example|如|包括|例如|[(,—–:-])[\s,]*(?:the )?\Z"
)
_NAMED_AT_ONCE = (" ", " of ")
"""What stands between an English group and its goods that it names right away: `the critical minerals tellurium and indium`."""
_COUNTED = re.compile(r"(?:\d+|[三四五六七八九十]+)种(?:常用|主要|重点)?\Z")
"""What makes of a group all of its goods together: 十种有色金属."""
FIRM = re.compile(r" (?:corp|inc|ltd|limited|plc|company|group|holdings|ag|nl|llc)\b")
"""What makes of a group of goods the name of a firm: `Critical Metals Corp`."""
_ROW_REACH = 5
"""Sentences after a row of goods within which a group's name means them."""
_LAST_REACH = 3
"""Sentences after the last goods within which it means them."""
_PRECIOUS = frozenset(["gold", "silver", "platinum", "palladium", "rhodium", "iridium", "ruthenium", "osmium"])
_BASE = frozenset(["copper", "aluminium", "alumina", "zinc", "lead", "nickel", "tin", "aluminium_alloy", "cobalt"])
_KIN = {"precious_metals": _PRECIOUS, "base_metals": _BASE}
"""The goods that a group can mean at all, where the text spoke of some: after soybeans `base metals` are all of them."""


def _is_kin(group: str, goods: str) -> bool:
    """Tell whether goods spoken of before may be what the name of a group means."""
    if group == "vegetable_oils":
        return goods.endswith(("_oil", "olein", "stearin"))
    return group not in _KIN or goods in _KIN[group]


def of_group(chosen: list[Hit], candidate: Candidate, scene: Scene, memory: Memory) -> list[Hit]:
    """Return the goods that a group's name stands for here, or the group where none are told."""
    found, low, chinese = scene.found, scene.low, scene.sentence.chinese
    if chinese and _COUNTED.search(low, max(scene.sentence.start, chosen[0].start - 8), chosen[0].start):
        return chosen
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
        (not chinese and low[chosen[-1].end : members[0].start] in _NAMED_AT_ONCE)
        or _SUCH_AS.match(low[chosen[-1].end : members[0].start])
        or (scene.sentence.order > 0 and scene.folded.plain[chosen[0].start].isupper())
    ):  # a group with a capital is part of a name: `Tessel Critical Minerals`
        return joined(members[0], found, low)
    kin = [] if chinese else [hit for hit in memory.row or memory.last if not _is_kin(chosen[0].id, hit.id)]
    if kin and len(kin) == len(memory.row or memory.last):
        return chosen
    if memory.row and scene.sentence.order - memory.row_order <= _ROW_REACH:
        return list({hit.id: hit for hit in reversed(memory.row)}.values())[::-1]
    if memory.last and scene.sentence.order - memory.last_order <= _LAST_REACH:
        if chinese and candidate.bare:  # 贵金属冲高 after palm oil says nothing of that
            return [hit for hit in memory.last if chosen[0].id in memory.ancestors(hit.id)]
        return memory.last
    return [hit for hit in memory.title or memory.lead or chosen if not FIRM.match(low, hit.end)]
