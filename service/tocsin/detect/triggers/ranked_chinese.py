"""Ranked: goods in Chinese lists of the greatest moves, each with its percentage in brackets: `涨幅居前的有:液氯(华东,11%)、硫磺(7%)`.

The words of the ranking say which way all of its members went, before the list or behind it (`液氯(+11%)、硫磺(+7%)涨幅居前`).
"""

import re
from collections.abc import Iterator, Sequence

from tocsin.detect.quantities.amounts import Amount
from tocsin.detect.scenes.scene import Scene
from tocsin.detect.triggers.change import Change, way_of
from tocsin.detect.words.hits import Hit

_TOP = r"(?P<way>[涨跌升降])幅(?:排名|榜)?(?:较大|居前|靠前|最大|领先|前[一二三四五六七八九十\d]+(?:名|位)?)"
_NEXT = re.compile(_TOP)
_HEADED = re.compile(rf"{_TOP}[^,;。:()]{{0,8}}?(?:分别|依次)?(?:为|有|是|包括|:):?")
_CLOSED = re.compile(rf"{_TOP}(?=[,;。]|\Z)")
_IN_BRACKETS = re.compile(r"[^,;。、()]{0,6}\((?:[^()]{0,20},)?\Z")
"""What stands between goods and their percentage: `(`, `(华东地区,`."""


def find_ranked(scene: Scene, amounts: Sequence[Amount]) -> Iterator[tuple[Hit, Change]]:
    """Yield the goods of a ranking with the change that it tells of each."""
    low, start, end = scene.low, scene.sentence.start, scene.sentence.end
    told = [(way["way"], way.end(), _until(scene, way.end())) for way in _HEADED.finditer(low, start, end)]
    told += [(way["way"], _since(scene, way.start()), way.start()) for way in _CLOSED.finditer(low, start, end)]
    for way, first, last in told:
        for amount in amounts:
            if (
                amount.kind != "percent"
                or not first <= amount.place[0] < last
                or not low.startswith(")", amount.place[1])
            ):
                continue
            goods = next((c for c in reversed(scene.found.commodities) if first <= c.start < amount.place[0]), None)
            if goods is not None and _IN_BRACKETS.fullmatch(low, goods.end, amount.place[0]):
                yield goods, Change(amount, way_of(way in "涨升"), *amount.place)


def _until(scene: Scene, start: int) -> int:
    """Return where a list ends that begins at a place: at the next ranking, or with its sentence."""
    following = _NEXT.search(scene.low, start, scene.sentence.end)
    return scene.sentence.end if following is None else following.start()


def _since(scene: Scene, end: int) -> int:
    """Return where a list begins that ends at a place: behind the comma that no bracket holds."""
    at = end
    while (at := max(scene.low.rfind(mark, scene.sentence.start, at) for mark in (",", ";", ":"))) >= 0:
        if scene.low.count("(", at, end) == scene.low.count(")", at, end):
            return at + 1
    return scene.sentence.start
