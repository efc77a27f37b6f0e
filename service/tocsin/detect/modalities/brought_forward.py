"""Brought forward: the 将 that only brings an object before its verb, as 把 does, and tells nothing to come.

`该厂将锡锭出厂价下调900元` has happened, `该厂将下调锡锭出厂价` is to come. What stands right behind 将 tells the two apart: an object is
goods, a noun of measure, a number or what points at a thing; of a plan a verb follows, or what says when and how.
"""

import re

from tocsin.detect.scenes.scene import Candidate, Scene
from tocsin.detect.words.hits import Hit

_SET = frozenset(["上调", "下调", "调高", "调低", "调降", "调涨", "提高", "降低", "削减", "延长", "扩大"])
_DONE_BEFORE = re.compile(
    r"(?:已经?|一度|曾经?|日前|昨[日天晚]|此前|先后|成功|最终|刚刚?|再[次度]|[一再]举|随[后即]|于是|便|遂|[上本][周月](?:[一二三四五六日末])?)\Z"
)
"""What says right before 将 that a thing was done."""
_POINTS = re.compile(
    r"(?:其|该|这|那|旗下|上述|原有?|剩余|名下|所持|持有的|手中|部分[^,;。停减限恢]{1,10}的|年产[\d.,万]+吨的?[^,;。成投]"
    r"|一[座项批个家条处名宗起份艘船]|[两二三四五六七八九十][座项批个家条处名宗起份艘船]|[\d.,]+[万亿千]?(?:吨|桶|艘|座|台|元|美元|盎司|公斤|千克)"
    r"|[\u4e00-\u9fff]{1,12}的[\d.,]+[万亿千]?(?:吨|桶|公斤|千克|盎司))"
)
"""What stands behind 将 where an object begins: one that is pointed at, counted or weighed."""
_VERBS = ("供应", "供给", "生产", "产出", "消费", "进口", "出口", "采购", "销售", "开采", "冶炼", "需求", "供货")
"""Nouns of measure that are verbs as well, and then tell a plan: 将供应5万吨锌锭."""
_RULED = re.compile(r"[^,;。]{0,12}(?:关税|税率|税|配额|禁令|许可|管制|限制|产量|量|额)")
"""What makes them nouns all the same: 将进口铝材关税提高."""
_AHEAD = re.compile(
    r"(?:[到至在于]20\d\d年|20\d\d年[前底]|年底前|月底前|未来|今后|届时|计划|打算|拟|预计|有望|料|或|可能|明年|下[周月季])[^,;。]{0,14}\Z"
)
"""What says before 将 that a thing is still to come."""

_BY_YEAR = re.compile(r"(?:[到至]20\d\d年(?!\d)|20\d\d年[前底]前?),?[^,;。]{0,12}\Z")
"""The year by which a thing will be done."""


def brings_object(cue: Hit, candidate: Candidate, scene: Scene) -> bool:
    """Tell whether 将 only brings the object forward: `该厂将锡锭出厂价下调900元`, `一度将价格推高`, not `该厂将下调出厂价`."""
    low, floor = scene.low, scene.sentence.start
    if low[cue.start : cue.end] != "将":
        return False
    if scene.says_before(_DONE_BEFORE, cue.start, 8):
        return True
    if _BY_YEAR.search(low, floor, cue.start):
        return False
    if low[candidate.start : candidate.end] in _SET:
        moved = candidate.parts if candidate.subject is None else (candidate.subject,)
        if any(cue.end <= part.start and part.end <= candidate.start for part in moved):
            return True
    if _AHEAD.search(low, max(floor, cue.start - 24), cue.start):
        return False
    return _opens_object(cue.end, scene) and not _ends_before(cue.end, candidate, low)


def _opens_object(start: int, scene: Scene) -> bool:
    """Tell whether an object stands right behind 将."""
    found, low = scene.found, scene.low
    named = (*found.commodities, *found.companies)
    if any(hit.start == start for hit in named) and not low.startswith(_VERBS, start):
        return True
    nouns = any(hit.start == start for hit in scene.subjects)
    if nouns or low.startswith(_VERBS, start):
        return nouns and (not low.startswith(_VERBS, start) or _RULED.match(low, start) is not None)
    return _POINTS.match(low, start) is not None


def _ends_before(start: int, candidate: Candidate, low: str) -> bool:
    """Tell whether the clause of 将 ends before the fact does."""
    return "," in low[start : candidate.end]
