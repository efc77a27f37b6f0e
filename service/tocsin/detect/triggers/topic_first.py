"""Topic first: goods that a Chinese sentence sets before its clause, which then leaves them out: `铜精矿,该国今后不再允许出口`.

Whatever stands between, such goods are what the clause is about, so that no frame is too long for them.
"""

import re

from tocsin.detect.scenes.scene import Scene
from tocsin.detect.words.hits import Hit

_SAID_OF = re.compile(
    r"(?:等|类|产品|商品|资源|原料|市场|领域|板块|业务|相关物项|物项|的?(?:进口|出口|供应|生产|供给|采购|贸易|储备|收储))*(?P<as>方面|上|而言|来说|来讲)?,"
)
"""What may follow goods that are a topic, before the comma."""
_OPENS = re.compile(r"(?:\A|(?<=[\n。;!?:】]))\s*(?P<about>对于?|关于|至于|针对|就)?(?P<kind>[^,;。:]*)\Z")
_KIND = 8
"""Characters in which a topic may say of what kind or whose its goods are."""
_ACTS = re.compile(r"[涨跌增减升降停买卖购售签称]")
"""What says that a clause before the comma tells something itself."""


def topics(scene: Scene) -> frozenset[int]:
    """Return where the goods begin that a Chinese sentence sets before its clause; none where the clause names others."""
    goods, low = scene.found.commodities, scene.low
    if not goods or not scene.sentence.chinese:
        return frozenset()
    said = _SAID_OF.match(low, goods[-1].end)
    opens = _OPENS.search(low[scene.sentence.start : goods[0].start])
    if said is None or opens is None or len(opens["kind"]) > _KIND or _ACTS.search(opens["kind"]):
        return frozenset()
    if not (said["as"] or opens["about"] or len(opens["kind"]) <= _KIND // 2):
        return frozenset()
    return frozenset(hit.start for hit in goods if "," not in low[hit.end : goods[-1].end])


def is_topic(hit: Hit, scene: Scene) -> bool:
    """Tell whether a hit is goods that its sentence sets before the clause."""
    return hit.kind == "commodity" and hit.start in scene.once(topics)
