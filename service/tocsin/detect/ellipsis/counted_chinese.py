"""Counted in Chinese: goods that open a sentence and go on with the stocks or output that the one before has counted.

After `铅库存增1200吨;` the words `锌减2300吨` are of stocks, and after `十种有色金属产量4700万吨,增长2.4%;` those of `其中电解铝2600万吨,
增长2.8%` of output. A percentage alone would be of a price.
"""

import re
from collections.abc import Iterator, Sequence

from tocsin.detect.bindings.rows_chinese import COUNTED
from tocsin.detect.ellipsis.counted import carry_on, counted_before, direction_of
from tocsin.detect.quantities.amount import OF_GOODS
from tocsin.detect.scenes.drafts import Draft
from tocsin.detect.scenes.scene import Candidate, Scene
from tocsin.detect.words.hits import Hit

_OPENS = re.compile(
    r"(?:[\s(]|其中,?|而|另外,?|此外,?|同期,?|当月,?|另,|[(]|lme|shfe|上期所|伦|沪|精炼|原生|再生|进口|国产|:|[\u4e00-\u9fff]{2,4}[市省港]?(?:的)?(?=\Z))*"
)
"""What may stand before the goods that open a sentence."""


def find_counted_chinese(scene: Scene, drafts: Sequence[Draft]) -> Iterator[Candidate]:
    """Yield the candidate for goods that open a Chinese sentence and are counted on as those before were."""
    sentence, found, low = scene.sentence, scene.found, scene.low
    if not sentence.chinese or sentence.order == 0 or found.subjects or not found.moves or not found.commodities:
        return
    goods = found.commodities[0]
    if _OPENS.fullmatch(low, sentence.start, goods.start) is None:
        return
    hit = next((move for move in found.moves if move.start >= goods.end), None)
    before = None if hit is None else counted_before(drafts, scene)
    if hit is None or before is None or before.sentence.order != sentence.order - 1:
        return
    if low[hit.start : hit.end][:1] in "涨跌升挫" or COUNTED.fullmatch(low, goods.end, hit.start) is None:
        return
    direction = direction_of(before, hit)
    if direction is not None and _is_counted(goods, hit, scene):
        yield carry_on(before, direction, (hit.start, hit.end), goods, [goods])


def _is_counted(goods: Hit, hit: Hit, scene: Scene) -> bool:
    """Tell whether goods are counted in tonnes that became more or fewer, or in both tonnes and percent."""
    step = next((a for a in scene.amounts if 0 <= a.place[0] - hit.end <= 1), None)
    if step is None:
        return False
    level = any(a.kind in OF_GOODS and goods.end <= a.place[0] and a.place[1] <= hit.start for a in scene.amounts)
    return step.kind in OF_GOODS or (step.kind == "percent" and level)
