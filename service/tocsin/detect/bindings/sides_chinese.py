"""Sides in Chinese: what the words before a noun say of its side of the market, and so of which goods it is, where none stand there.

供应 of others and of users is of none that the sentence names; what lies in ports and what mills buy is of those that the text is about.
"""

import re

from tocsin.detect.bindings import implied
from tocsin.detect.scenes.scene import Candidate, Scene
from tocsin.detect.texts.chinese import DOWNSTREAM, FEED, OTHER_SUPPLY
from tocsin.detect.topics.topic import Memory
from tocsin.detect.words.hits import Hit
from tocsin.detect.words.joined import joined


def said_before(start: int, end: int, candidate: Candidate, scene: Scene, memory: Memory) -> list[Hit] | None:
    """Return what the characters right before a Chinese noun say it is of, none where of no goods; None where they say nothing."""
    low, floor, goods = scene.low, scene.sentence.start, scene.found.commodities
    if low.startswith(("供应", "供给"), start) and OTHER_SUPPLY.search(low[max(floor, start - 6) : start]):
        return []
    if own := _its_own(start, scene):
        return own
    told = candidate.subject is not None or candidate.rule == "phrase"
    thing = DOWNSTREAM.search(low[max(floor, start - 12) : start]) if told else None
    if thing is not None and not any(hit.start < start < hit.end + len(thing[0]) for hit in goods):
        return []
    if memory.title and scene.says_before(FEED, start, 8):
        return memory.title
    if memory.title and _is_of_topic(start, candidate, scene, memory):
        return _topic_here(scene, memory)
    works = implied.of_works(start, end, scene) if candidate.type == "production_change" else []
    return works or None


_ITS = re.compile(r",[^,;。]{0,10}其(?!中|他|它|余|实|次|后|间)[^,;。]{0,6}\Z")
"""What makes the goods of a noun those that the sentence opens with: `锡锭是焊料厂的原料,数据显示,其价格`."""
_OPENING = 6
"""Characters of a sentence within which its subject is named."""


def _its_own(start: int, scene: Scene) -> list[Hit]:
    """Return the goods that a sentence opens with, where the noun at `start` is theirs by a pronoun and nearer ones stand between."""
    goods, floor = scene.found.commodities, scene.sentence.start
    if not goods or goods[0].start - floor > _OPENING or not scene.says_before(_ITS, start, 24):
        return []
    row = joined(goods[0], scene.found, scene.low)
    nearer = [hit for hit in goods if row[-1].end <= hit.start < start]
    return row if nearer and all("其" not in scene.low[hit.end : hit.end + 1] for hit in nearer) else []


def _topic_here(scene: Scene, memory: Memory) -> list[Hit]:
    """Return which of the headline's goods a sentence goes on with: those just named in its paragraph, else the first."""
    here = memory.last and memory.last_paragraph == scene.sentence.paragraph
    return memory.last if here and memory.last[0].id in memory.topics else memory.title


_KEPT_OR_ASKED = frozenset(["inventory_change", "demand_change", "production_change"])
_SIDE = re.compile(r"(?:供应|供给|库存)(?:端|方面|面|侧)[,:]?")
"""What opens a report on one side of a market: 库存端,社会库存."""
_LANDED = ("到港", "到货", "港口", "存量", "疏港", "压港", "到船")
"""What comes or lies, and is of what the text is about, whoever buys it."""
_STOCKS_UP = re.compile(
    r"(?:钢厂|钢企|冶炼厂|炼厂|电厂|焦企|加工厂|加工企业)(?:陆续|开始|已|集中|积极|加快|节前|普遍)*\Z"
)
"""Who buys what the text is about, and not what it makes: 钢厂备库."""
_BUYS = ("补库", "备库", "备货", "补货", "采购", "招标", "库存")


def _is_of_topic(start: int, candidate: Candidate, scene: Scene, memory: Memory) -> bool:
    """Tell whether a Chinese sentence that names no goods right there speaks of those of its headline, by the side of the market or the buyer."""
    low, floor = scene.low, scene.sentence.start
    if candidate.type not in _KEPT_OR_ASKED or any(
        hit.start >= floor and hit.end <= start for hit in scene.found.commodities
    ):
        return False
    told = _SIDE.match(low, floor) is not None or low.startswith(_LANDED, start)
    if told and memory.main and not any(floor <= hit.start for hit in scene.found.commodities):
        return True
    return low.startswith(_BUYS, start) and scene.says_before(_STOCKS_UP, start) is not None
