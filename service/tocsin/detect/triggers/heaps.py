"""Heaps: goods counted where they lie, in a Chinese clause that says no word for stocks: `日照港焦炭91万吨,周环比多了5万吨`.

Goods at a port, a yard or a warehouse with their tonnes, and then more or fewer of them, are a change of stocks. What is carried,
traded or made there is told by a verb, and is none.
"""

import re

from tocsin.detect.scenes.scene import Candidate, Scene
from tocsin.detect.words.hits import Hit
from tocsin.rules.loader import LoadedPack, Move

_STOCKS = "inventory-change"
_AT = re.compile(
    r"(?:港(?:区|口|域)?|煤场|堆场|货场|库区|仓库|码头|油库|罐区|港[一二三四五六七八九\d]+号?泊位|[东西南北]港区?)(?:的)?(?:现有|尚有|剩余|留存|现存|共有|堆放|合计)?\Z"
)
"""What stands right before goods that lie there."""
_FLOWS = re.compile(
    r"进口|出口|到港|到货|装船|装运|发运|发货|调入|调出|疏港|吞吐|卸船|卸货|抵港|运往|运抵|成交|销售|外运|转运|处理|价|产"
)
"""What is told of a port where its goods only pass."""
_COUNTED = re.compile(r"(?:共|约|近|逾|仅|只|为|有|共计|总计|合计|量)*")


def heap(packs: dict[str, LoadedPack], hit: Hit, move: Move, scene: Scene) -> Candidate | None:
    """Return the candidate for goods at a port whose tonnes became more or fewer; None where they only pass or are priced."""
    pack = packs.get(_STOCKS)
    if pack is None or not scene.sentence.chinese:
        return None
    direction = pack.direction(0, move)
    goods = next((c for c in reversed(scene.found.commodities) if c.end <= hit.start), None)
    if direction is None or goods is None:
        return None
    low, start = scene.low, scene.sentence.start
    if scene.says_before(_AT, goods.start, 16) is None:
        return None
    level = next((a for a in scene.amounts if goods.end <= a.place[0] < hit.start), None)
    step = next((a for a in scene.amounts if 0 <= a.place[0] - hit.end <= 2), None)
    if level is None or step is None or level.kind != "quantity" or step.kind not in {"quantity", "percent"}:
        return None
    if _COUNTED.fullmatch(low, goods.end, level.place[0]) is None or hit.start - level.place[1] > 16:
        return None
    clause = max(low.rfind(mark, start, goods.start) for mark in ",;。:")
    if _FLOWS.search(low, max(clause, start), hit.start):
        return None
    return Candidate(
        pack, "move.heap", direction, hit.start, hit.end, subject=goods, cost=2.0, bare=True, commodities=[goods]
    )
