"""Users of a metal: what the operating rates of works that only shape or use it say, which is how much of it they need.

A Chinese report on zinc tells of its demand by the rates of those who galvanise with it, one on copper by those of rod mills and
cable makers. Such a rate is none of the metal's output. A level alone tells no change.
"""

import re

from tocsin.detect.scenes.scene import Candidate, Scene
from tocsin.detect.topics.topic import Memory
from tocsin.detect.words.hits import Hit

_USERS = re.compile(
    r"(?P<zinc>镀锌(?:板|管|卷|结构件)?|压铸锌(?:合金)?|锌合金|氧化锌)"
    r"|(?P<copper>(?:精|再生)?铜杆|铜管|铜棒|铜板带箔?|铜带|铜箔|铜线|铜材|漆包线|电线电缆|线缆|铜下游|铜加工)"
    r"|(?P<aluminium>(?:铝|工业|建筑|光伏)?型材|铝板带箔?|铝箔|铝线缆|铝杆|铝材|铝加工|铝下游)"
    r"|(?P<lead>铅酸?蓄?电池|蓄电池|铅下游)"
    r"|(?P<tin>(?:锡)?焊料|焊锡|锡焊|锡膏|镀锡板?|锡化工|锡下游)"
)
_OWN = {"zinc": "锌", "copper": "铜", "aluminium": "铝", "lead": "铅", "tin": "锡"}
_REACH = 24
"""Characters before an operating rate within which its works are named."""
_LEVEL = re.compile(r"[^,;。]{0,4}(?:恢复|维持|保持|处于)")
"""What makes of a rate a level that is reached or kept."""
_RATES = ("开工", "开机率", "产能利用率")


def users_goods(candidate: Candidate, scene: Scene, memory: Memory) -> list[Hit]:
    """Return the metal that is used by the works whose operating rate moves; nothing of any other candidate."""
    subject = candidate.subject
    if not scene.sentence.chinese or subject is None or candidate.type != "production_change":
        return []
    if candidate.direction not in {"up", "down"} or not scene.low.startswith(_RATES, subject.start):
        return []
    if candidate.start >= subject.end and _LEVEL.match(scene.low, subject.end):
        return []
    start = max(scene.sentence.start, subject.start - _REACH)
    start = max([start, *(scene.low.rfind(mark, start, subject.start) + 1 for mark in ",;、:")])
    told = _USERS.search(scene.low, start, subject.start)
    if told is None or told.lastgroup is None:
        return []
    metal = told.lastgroup
    named = _OWN[metal] in told.group() and not told.group().startswith(("镀", "氧化", "压铸"))
    if not named and not memory.counts[metal]:
        return []  # a text on steel counts galvanised coil among its goods
    at = next((hit for hit in scene.found.commodities if hit.id == metal), None)
    start, end = (at.start, at.end) if at is not None else told.span()
    return [Hit(start, end, "commodity", metal, None)]
