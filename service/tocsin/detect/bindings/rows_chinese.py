"""Rows: goods that each go on with what the first clause of a Chinese row speaks of: `铅库存增加9吨,锡减少3吨`, `其中螺纹钢减少7万吨`."""

import re

from tocsin.detect.scenes.scene import Candidate, Scene
from tocsin.detect.words.hits import Hit


def own_of_row(candidate: Candidate, scene: Scene) -> list[Hit]:
    """Return the goods of a later clause that leaves their stocks or output to the first: `铅库存增加9吨,锡减少3吨`."""
    subject = candidate.subject
    if subject is None or candidate.type not in _ROWED:
        return []
    goods = goods_of_row(subject, candidate.start, scene)
    return [goods] if goods is not None else []


def goods_of_row(subject: Hit, start: int, scene: Scene) -> Hit | None:
    """Return the goods between a Chinese noun of measure and what is told of a part of it at a place."""
    if not scene.sentence.chinese:
        return None
    goods = [hit for hit in scene.found.commodities if subject.end <= hit.start and hit.end <= start]
    if not goods:
        return None
    low, last = scene.low, goods[-1]
    if low.endswith((",", "、"), subject.end, last.start) and start - last.end <= 1:
        return last
    if _AMONG.search(low, subject.end, last.start) is None or COUNTED.fullmatch(low, last.end, start) is None:
        return None
    return last


_AMONG = re.compile(r"[,(]其中,?[^;。(]*?(?:(?<=其中)|(?<=[,、]))[\u4e00-\u9fff]{0,2}\Z")
"""What opens the parts of a total, or goes on with them: `库存1392万吨,其中`, `,其中螺纹钢减少7万吨,`."""
COUNTED = re.compile(
    r"(?:矿产品|产品|(?<!锭)锭)?(?:约|近|逾|为|共|合计|有|量)*(?:[\d.,]+ ?[万亿千]?[a-z\u4e00-\u9fff]{1,3}(?:/[日天月年])?)?(?:\([^()]*\))?,?(?:同比|环比|周环?比|月环比|较[^,;。\d]{1,8}|比[^,;。\d]{1,8}|[日周月]|则|也|均|亦|分别|微|略|小幅|大幅)*"
)
"""What may stand between such goods, with how much of them there is, and what they did."""
_ROWED = frozenset(["inventory_change", "production_change", "demand_change", "price_move"])
"""What is told of goods in a row, each with its own number."""


def is_of_row(name: str, commodity: Hit, hit: Hit, scene: Scene) -> bool:
    """Tell whether a clause goes on with the stocks or output that an earlier one spoke of: `精炼铜产量增长6%,铅下降2%`, 其中铅下降2%."""
    low = scene.low
    if not low.endswith((",", "、", "其中"), scene.sentence.start, commodity.start) or hit.start - commodity.end > 1:
        return False
    if "涨" in low[hit.start : hit.end] or "跌" in low[hit.start : hit.end]:
        return False
    before = [s for s in scene.subjects if s.end <= commodity.start and ";" not in low[s.end : commodity.start]]
    if not before:
        return False
    return before[-1].id != name or (
        low.startswith(("上调", "下调"), hit.start) and _BY_PERCENT.match(low, hit.end) is not None
    )


_BY_PERCENT = re.compile(r"(?:了|约|近|逾)?[\d.]+%")
"""What tells of a price that was set how far it went, where the clause before named the price: `收购价上调,其中玉米上调1%`."""
