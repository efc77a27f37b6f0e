"""Rows: goods that each go on with what the first clause of a Chinese row speaks of: `铅库存增加9吨,锡减少3吨`."""

from tocsin.detect.scenes.scene import Candidate, Scene
from tocsin.detect.words.hits import Hit


def own_of_row(candidate: Candidate, scene: Scene) -> list[Hit]:
    """Return the goods of a later clause that leaves their stocks or output to the first: `铅库存增加9吨,锡减少3吨`."""
    subject = candidate.subject
    if not scene.sentence.chinese or subject is None or candidate.type not in _ROWED:
        return []
    goods = [hit for hit in scene.found.commodities if subject.end <= hit.start and hit.end <= candidate.start]
    if not goods or not scene.low.endswith((",", "、"), subject.end, goods[-1].start):
        return []
    return goods[-1:] if candidate.start - goods[-1].end <= 1 else []


_ROWED = frozenset(["inventory_change", "production_change", "demand_change"])
"""What is told of goods in a row, each with its own number."""


def is_of_row(name: str, commodity: Hit, hit: Hit, scene: Scene) -> bool:
    """Tell whether a clause goes on with the stocks or output that an earlier one spoke of: `精炼铜产量增长6%,铅下降2%`."""
    low = scene.low
    if not low.endswith((",", "、"), scene.sentence.start, commodity.start) or hit.start - commodity.end > 1:
        return False
    if "涨" in low[hit.start : hit.end] or "跌" in low[hit.start : hit.end]:
        return False
    before = [s for s in scene.subjects if s.end <= commodity.start and ";" not in low[s.end : commodity.start]]
    return bool(before) and before[-1].id != name
