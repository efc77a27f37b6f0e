"""Implied goods: what a sentence that names no commodity for its fact speaks of.

The sentence before or the headline may have told it, else what its firms live by, what its works make, what its country sells.
"""

import re

from tocsin.detect.calendar.contracts import NAMED, opens_with_futures
from tocsin.detect.scenes.scene import Candidate, Scene
from tocsin.detect.texts.chinese import ITEM, SHARES
from tocsin.detect.texts.text import Sentence
from tocsin.detect.topics.topic import Memory
from tocsin.detect.words.hits import Found, Hit

_SELLERS = re.compile(
    r"(?:(?:主流|主要|主力|部分|全系列?|系列|旗下|板材类?)产品(?:出厂|销售|挂牌)?|出厂|挂牌|采购|收购|交易|结算|长单[^,;。]{0,2})(?:基准)?(?:价格|报价|单价|基价|价)\Z"
)
"""A price that a firm sets for what it makes or buys."""


def is_sellers(candidate: Candidate, scene: Scene) -> bool:
    """Tell whether a Chinese sentence speaks of a firm's own list: 鞍钢宣布下调主流产品价格."""
    subject = candidate.subject
    if not scene.sentence.chinese or candidate.type != "price_move" or subject is None:
        return False
    return _SELLERS.search(scene.low, max(scene.sentence.start, subject.start - 8), subject.end) is not None


def opens_unnamed(subject: Hit | None, scene: Scene) -> bool:
    """Tell whether an English sentence opens with a word that stands for goods told before: `it`, `the metal`, `the contract`."""
    sentence = scene.sentence
    if subject is None or sentence.chinese:
        return False
    if scene.stand_in is not None and subject is scene.stand_in.subject:
        return True
    near = subject.id == "price-move" and subject.start - sentence.start <= NAMED
    return near and opens_with_futures(scene.low, sentence.start, sentence.end)


_OF_ONE_FIRM = re.compile(r"股(?:价|份|票|东|权)")


def are_shares(low: str, end: int) -> bool:
    """Tell whether goods that end here name the shares of many firms: 铜业股普涨, 锂矿板块; not 某锂业股价."""
    return SHARES.match(low, end) is not None and _OF_ONE_FIRM.match(low, end) is None


_IRON = frozenset(
    [
        "steel",
        "iron_ore",
        "pig_iron",
        "coking_coal",
        "coke",
        "rebar",
        "hot_rolled_coil",
        "stainless_steel",
        "steel_scrap",
    ]
)
"""Goods of which a text speaks whose blast furnaces make iron."""


def without_other_furnaces(hints: list[Hit], low: str, memory: Memory) -> list[Hit]:
    """Return the hints of a sentence but blast furnaces in a text about another metal, whose smelters have such too."""
    if not memory.headline or not _IRON.isdisjoint(memory.counts):
        return hints
    return [hint for hint in hints if not (hint.id == "steel" and low.startswith("blast furnace", hint.start))]


def of_workplace(start: int, end: int, found: Found) -> list[Hit]:
    """Return what the noun itself makes, where it stands in a word that says so: `the No. 2 blast furnace`."""
    hints = [hit for hit in found.hints if hit.start <= start and end <= hit.end]
    return [Hit(hit.start, hit.end, "commodity", hit.id, None) for hit in hints[:1]]


def hinted(candidate: Candidate, scene: Scene, memory: Memory) -> list[Hit]:
    """Return what the firms of a sentence live by: the one that is bought follows its verb; one in a later clause tells nothing."""
    hints, low = scene.found.hints, scene.low
    if candidate.pack.pack.needs.commodity == "no":  # of a firm's shares and results its name tells no goods
        hints = [hint for hint in hints if are_shares(low, hint.end)]
    if candidate.pack.pack.needs.named:
        bought = [h for h in hints if h.start >= candidate.start]
        if not bought and scene.sentence.chinese and scene.sentence.order > 0 and memory.title:
            return []  # what the buyer lives by is not what is bought, where the headline says that
        hints = bought or hints
    elif scene.sentence.chinese and carried(scene, memory):
        end = candidate.extent[1]
        hints = [h for h in hints if h.start < end or "," not in low[end : h.start]]
    iron = bool(hints) and hints[0].id in _IRON and not _IRON.isdisjoint(memory.counts)
    if scene.sentence.order == 0 and memory.lead and hints and not (memory.counts[hints[0].id] or iron):
        return memory.lead  # a text about copper speaks of copper, whatever the firm of its headline is called
    return [Hit(h.start, h.end, "commodity", h.id, None) for h in hints[:1]]


_LABEL = 2
"""The most characters that stand before the goods which label an English sentence, as a bracket or a dash: `[Zinc] three smelters …`."""


def of_label(scene: Scene) -> list[Hit]:
    """Return the goods with which an English sentence labels itself: `Antimony: eleven smelters shut their old furnaces`."""
    first = scene.found.commodities[0] if scene.found.commodities else None
    if first is None or scene.sentence.chinese or first.start - scene.sentence.start > _LABEL:
        return []
    return [first] if scene.low.startswith((":", "]", " - ", " – "), first.end) else []


AT_WORKS = 3.0
"""How far works may stand before the stop or cut of output that is theirs."""


def of_works(start: int, end: int, scene: Scene) -> list[Hit]:
    """Return what the works make that stand right before, or are, what a Chinese cut of output is told of: 钢厂减产."""
    before = [h for h in scene.found.hints if h.start < end and scene.low[h.end - 1] in "厂企炉"]
    if not before or any(before[-1].end <= hit.start < start or hit.start == end for hit in scene.found.commodities):
        return []  # what they make is named: 钢企日产生铁
    hint = before[-1]
    if "," in scene.low[hint.end : start] or scene.gap(hint.end, start) > AT_WORKS:
        return []
    holder = next((c for c in scene.found.commodities if c.start < hint.start < c.end <= hint.end), None)
    if holder is not None:
        return [holder]  # works are called after all of their goods: 氧化铝厂 is none of aluminium
    return [Hit(hint.start, hint.end, "commodity", hint.id, None)]


def is_elsewhere(end: int, found: Found, scene: Scene) -> bool:
    """Tell whether a Chinese sentence names commodities only in clauses after the one that ends here."""
    first = found.commodities[0]
    return scene.sentence.chinese and first.start >= end and "," in scene.low[end : first.start]


def of_firm(found: Found, memory: Memory) -> list[Hit]:
    """Return the one commodity that the sentence's first company lives by."""
    hits = [hit for hit in found.companies if hit.id in memory.firms]
    return [Hit(hit.start, hit.end, "commodity", memory.firms[hit.id], None) for hit in hits[:1]]


REFINES = re.compile(
    r"(?:oil )?(?:refiner(?:y|ies)|hydrocrackers?|crude (?:distillation )?units?|distillation units?|reformers?|cokers?|gasoline block|catalytic crackers?|process(?:ing)? units?)\Z"
)
"""Nouns of works that refine oil, where the text speaks of oil and its products."""
_OIL = frozenset(
    ["crude_oil", "oil_products", "gasoline", "diesel", "jet_fuel", "fuel_oil", "naphtha", "brent", "wti", "lpg"]
)


def of_refinery(candidate: Candidate, scene: Scene, memory: Memory) -> list[Hit]:
    """Return oil products, where works that refine are told of in a text that speaks of oil above all."""
    subject = candidate.subject
    if subject is None or scene.sentence.chinese or candidate.type != "production_change":
        return []
    if REFINES.match(scene.low[subject.start : subject.end]) is None or not memory.counts:
        return []
    oil = sum(count for id_, count in memory.counts.items() if id_ in _OIL)
    if 2 * oil < memory.counts.total():
        return []
    return [Hit(subject.start, subject.end, "commodity", "oil_products", None)]


_MADE = frozenset(["production", "output", "supply", "supplies", "pumping", "产量", "供应", "供应量", "日产量"])
"""Nouns of what a country makes, whatever it is."""


def of_state(candidate: Candidate, scene: Scene, memory: Memory) -> list[Hit]:
    """Return what a country makes above all whose output is told by a text that names no goods: `supply from Libya`."""
    subject = candidate.subject
    if memory.counts or subject is None or candidate.type != "production_change":
        return []
    if scene.low[subject.start : subject.end] not in _MADE:
        return []
    hits = [hit for hit in scene.found.countries if hit.id in memory.states]
    return [Hit(hit.start, hit.end, "commodity", memory.states[hit.id], None) for hit in hits[:1]]


_BOARD = re.compile(
    r"(?:【[^】\n]{1,6}】)?(?:(?:昨日|今日|日内|隔夜|当日|当天|本周|夜盘|早盘|午后|截至收盘),?)?(?:期货(?:市场|盘面|方面|端|主力)?|主力(?:合约|期货)?|盘面|期价|期市)"
)
_ON_EXCHANGE = frozenset(
    [
        *(
            "copper",
            "aluminium",
            "zinc",
            "lead",
            "nickel",
            "tin",
            "gold",
            "silver",
            "alumina",
            "stainless_steel",
            "rebar",
        ),
        *(
            "iron_ore",
            "coking_coal",
            "coke",
            "ferrosilicon",
            "silicomanganese",
            "lithium_carbonate",
            "silicon",
            "polysilicon",
        ),
        *(
            "crude_oil",
            "fuel_oil",
            "bitumen",
            "methanol",
            "urea",
            "soda_ash",
            "pvc",
            "rubber",
            "soybean_meal",
            "palm_oil",
        ),
        *("corn", "cotton", "sugar", "hogs", "eggs", "platinum", "palladium"),
    ]
)
"""Goods that have futures in China; of their kin (hydroxide, oxide, scrap) none is meant by `期货主力`."""


def _opens_with_board(sentence: Sentence, low: str, memory: Memory) -> bool:
    """Tell whether a sentence speaks of futures behind goods that have none, in a text about goods that have."""
    if not memory.title or memory.title[0].id not in _ON_EXCHANGE or memory.last[0].id in _ON_EXCHANGE:
        return False
    return _BOARD.match(low, sentence.start) is not None


_FLASH = re.compile(r"(?:^|\n)\s*【[^】\n]{8,}】")
"""What opens a flash of its own, with its headline; a short label heads a part of one report: 【港口】."""


def _are_of_kind(memory: Memory) -> bool:
    """Tell whether the goods last named are a kind of the headline's, which another paragraph goes back to: holmium, then rare earths."""
    return memory.title[0].id != memory.last[0].id and memory.title[0].id in memory.ancestors(memory.last[0].id)


_DATELINED = re.compile(r"(?:^|\n)[A-Z][A-Z.'’-]{2,}(?: [A-Z][A-Z.'’-]+){0,3} ?(?:--|[-–—]) ")
"""What opens an item of an English digest: `LONDON - `."""
_ITEMS = 3
"""Items from which on a text is a digest, each item of which speaks of its own goods."""


def _is_item_of_digest(scene: Scene) -> bool:
    """Tell whether an English sentence stands in a paragraph that opens with its city, in a text of several such."""
    plain = scene.folded.plain
    opens = plain.rfind("\n", 0, scene.sentence.start)
    if opens < 0 or _DATELINED.match(plain, opens) is None:
        return False
    return sum(1 for _ in zip(_DATELINED.finditer(plain), range(_ITEMS), strict=False)) == _ITEMS


def carried(scene: Scene, memory: Memory) -> list[Hit]:
    """Return what the sentence before, or else the headline, spoke of; a new item of a list speaks of something else."""
    sentence = scene.sentence
    anew = sentence.chinese and ITEM.search(scene.low, memory.last_end, sentence.start + 4) is not None
    if anew and _FLASH.search(scene.low, memory.last_end, sentence.end) is not None:
        return []
    if sentence.chinese and memory.last and _opens_with_board(sentence, scene.low, memory):
        return memory.title
    if sentence.chinese and memory.label_paragraph == sentence.paragraph and scene.low[sentence.start - 1] == "。":
        return memory.label
    order, paragraph = sentence.order, sentence.paragraph
    if not sentence.chinese and memory.last_paragraph != paragraph and _is_item_of_digest(scene):
        return []
    if memory.last and not anew and order - memory.last_order <= 2:
        apart = paragraph - memory.last_paragraph
        if apart == 0 and not sentence.chinese and opens_with_futures(scene.low, sentence.start, sentence.end):
            return memory.last  # of the goods just named: `Iron ore took no notice. The May contract was flat.`
        if memory.headed and apart == 1:
            return memory.last
        if memory.title and not sentence.chinese and not any(hit.id in memory.topics for hit in memory.last):
            return memory.title  # what the sentence before mentions in passing is not what the text is about
        if apart and memory.main and memory.title and memory.is_aside():
            return memory.title
        if apart and not sentence.chinese and memory.main and memory.title and _are_of_kind(memory):
            return memory.title
        topics = memory.topics | memory.kinds if sentence.chinese else memory.topics
        if apart == 0 or (apart == 1 and all(hit.id in topics for hit in memory.last)):
            return memory.last
    if memory.dominant and sentence.order > 0 and not sentence.chinese:
        return memory.dominant
    return memory.title if memory.main or not anew else []
