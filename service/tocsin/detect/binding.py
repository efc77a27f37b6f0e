"""Binding: which commodities a candidate speaks of.

A noun takes the commodity that stands right before it (`copper prices`) or after `of` and `for`; coordinated commodities go
together; what the sentence does not say is carried over from the sentence before or from the headline, unless another word
stands where the commodity would (`egg prices` after a paragraph about nickel).
"""

import re

from tocsin.detect.chinese import CAUSE, DOWNSTREAM, FEED, ITEM, OTHER_SUPPLY, SHARES
from tocsin.detect.contracts import NAMED, opens_with_futures
from tocsin.detect.hits import Found, Hit
from tocsin.detect.neutral import is_named_site, is_neutral, is_store
from tocsin.detect.rowed import own_of_row
from tocsin.detect.scene import CARRIED, UNSAID, Candidate, Scene
from tocsin.detect.topic import Memory

_JOINT = re.compile(r"\s*(?:,?\s*(?:and|&|or|as well as|plus)\s+|,\s*|/|\s-\s|、|和|及|与|以及|或|暨)\s*(?:the\s+)?\Z")
_OF = re.compile(r"\s*(?:\([^)]*\)\s*)?(?:of|for|in|on|on the|to)\b")
_FOR = re.compile(
    r" than\b| (?:for|of) (?!(?:the |an? )?(?:h1|h2|q1|q2|q3|q4|fy\d*|fiscal|full|half|entire|same|current|remainder|coming|year|month|quarter|week|first|second|third|fourth|delivery|period|last|next|cathodes?|ingots?|billets?|prompt|spot|metal|commodity|critical|(?:(?:many|most|some|all|several|key|major) )?(?:industrial|base|precious|battery|minor|strategic) metals|red metal|yellow metal|precious)\b|\d|(?:us|a|c)?[$€£¥]|[a-z]+ delivery)"
)
_SUCH_AS = re.compile(
    r"[\s,(]*(?:like|such as|including|namely|e\.g\.|for example|如|包括|例如|[(,—–:-])[\s,]*(?:the )?\Z"
)
_CONSUMER = re.compile(
    r"\s*(?:industry|industries|sector|makers?|mills?|producers?|manufacturers?|users?|consumers?|recyclers?|explorers?|investors?|wire|products?)\b"
)
ROW_REACH = 5
"""Sentences after a row of goods within which a group's name means them."""
_FIRM = re.compile(r" (?:corp|inc|ltd|limited|plc|company|group|holdings|ag|nl|llc)\b")
"""What makes of a group of goods the name of a firm: `Critical Metals Corp`."""
_DOING = frozenset(
    [
        *(
            "produced",
            "mined",
            "dug",
            "dug up",
            "pump",
            "pumped",
            "pumping",
            "smelted",
            "churned out",
            "imported",
            "shipped in",
        ),
        *("assessed", "assesses", "pegged", "priced", "evaluated"),
        *("brought in", "consumed", "burned", "burnt", "crushed", "sit on", "sits on", "sat on", "sitting on"),
    ]
)
"""Verbs that stand for a noun of output, use or stock: before them stands who does it, not what it is about."""


def bind_commodities(candidate: Candidate, scene: Scene, memory: Memory) -> list[Hit]:
    """Return the commodities a candidate speaks of; of a group (critical minerals) its members, where they are told."""
    if candidate.pack.pack.needs.wants_none:
        return []
    if scene.stand_in is not None and candidate.subject is scene.stand_in.subject and scene.stand_in.commodities:
        return list(scene.stand_in.commodities)
    if candidate.rule in {UNSAID, CARRIED}:
        return candidate.commodities
    if candidate.meant and not scene.found.commodities and (meant := memory.first(candidate.meant)):
        return meant
    if candidate.rule in _PASSIVE:
        before = [hit for hit in scene.named if hit.end <= candidate.start and hit.id not in memory.groups]
        if before:
            return [Hit(before[0].start, before[0].end, "commodity", before[0].id, None)]
    if _are_priced(candidate, scene):
        own = {hit.id for hit in scene.found.commodities}
        return [hit for hit in _carried(scene, memory) or memory.lead if hit.id not in own] or _hint(
            candidate, scene, memory
        )
    chosen = _chosen(candidate, scene, memory)
    if candidate.pack.pack.signal == "equity_move" and scene.sentence.chinese:
        last = chosen[-1].end if chosen else 0
        whole = _are_shares(scene.low, last)
        chosen = [  # one character is part of a firm's name, which tells its goods only where it ends in its trade
            hit for hit in chosen if whole or hit.end - hit.start > 1 or scene.low.startswith(("业", "矿"), hit.end)
        ]
    if candidate.pack.pack.signal == "mna" and not scene.sentence.chinese:
        chosen = [hit for hit in chosen if not _is_moved_to(hit, candidate, scene)]
    if candidate.pack.pack.signal in _DELIVERED:
        chosen = _measured(chosen, candidate, scene) or chosen
    elif candidate.pack.pack.signal == "mna" and candidate.direction == "acquire":
        chosen = _without_buyer(chosen, candidate, scene, memory)
    if candidate.pack.pack.needs.named and not any(scene.sentence.start <= hit.start for hit in chosen):
        chosen = (
            _named(candidate, scene, memory)
            or chosen
            or [h for h in scene.named if h.id not in memory.groups][:1]
            or [h for h in memory.named if h.id not in memory.groups]
        )
    if not chosen or not memory.groups.issuperset([hit.id for hit in chosen]):
        return chosen
    members = [hit for hit in scene.found.commodities if hit.id not in memory.groups and hit.start > chosen[0].end]
    told = [hit for hit in members if scene.sentence.chinese and hit.start < candidate.start]
    if told:
        return _coordinated(told[-1], scene.found, scene.low)  # 基本金属仓单:铜增加900吨
    if members and scene.sentence.chinese and candidate.parts and members[0].start < candidate.extent[1]:
        return _coordinated(members[0], scene.found, scene.low)  # a group in a firm's name: 与北原稀有金属签订钨粉合同
    if members and (
        _SUCH_AS.match(scene.low[chosen[-1].end : members[0].start])
        or (scene.sentence.order > 0 and scene.folded.plain[chosen[0].start].isupper())
    ):  # a group with a capital is part of a name: `Tessel Critical Minerals`
        return _coordinated(members[0], scene.found, scene.low)
    if memory.row and scene.sentence.order - memory.row_order <= ROW_REACH:
        return list({hit.id: hit for hit in reversed(memory.row)}.values())[::-1]
    if memory.last and scene.sentence.order - memory.last_order <= 3:
        return memory.last
    return [hit for hit in memory.title or memory.lead or chosen if not _FIRM.match(scene.low, hit.end)]


def _without_buyer(chosen: list[Hit], candidate: Candidate, scene: Scene, memory: Memory) -> list[Hit]:
    """Return the goods without those of a Chinese buyer's name, a place and its trade, before the verb: 太原钢铁收购…; others instead."""
    places = {place.end for place in (*scene.found.countries, *scene.found.bodies)}

    def is_buyers(hit: Hit) -> bool:
        return scene.sentence.start <= hit.start and hit.end <= candidate.start and hit.start in places

    left = [hit for hit in chosen if not is_buyers(hit)]
    if left or not chosen:
        return left
    others = [hit for hit in scene.found.commodities if not is_buyers(hit) and hit.id != chosen[0].id]
    carried = [hit for hit in (*memory.title, *memory.lead) if hit.id != chosen[0].id]
    return others[:1] or carried[:1] or chosen


_DELIVERED = frozenset(["large_contract", "stockpiling"])
"""Types whose goods are told by their weight, whatever its parties are called."""
_MEASURE_OF = re.compile(
    r"\b(?:tonnes?|tons?|mt|kt|t|kg|kilograms?|kilos?|pounds?|lbs?|ounces?|oz|barrels?|bushels?|bales?|cargo(?:e?s)?) "
    r"(?:(?:a|per|each|every) (?:year|month|annum) |annually |yearly )?of (?:[a-z][a-z-]* ){0,2}\Z"
)
"""What stands right before goods that are told by their weight: `45,000 tonnes a year of refined`."""


def _measured(chosen: list[Hit], candidate: Candidate, scene: Scene) -> list[Hit]:
    """Return the goods a deal tells the weight of, where the chosen ones stand before it: `Marsa Phosphate bought 90,000 t of sulphur`."""
    if scene.sentence.chinese:
        return _measured_zh(chosen, scene)
    if not chosen or chosen[0].start >= candidate.start or not scene.folded.plain[chosen[0].start].isupper():
        return []
    for hit in scene.found.commodities:
        if hit.start > candidate.start and _MEASURE_OF.search(
            scene.low, max(candidate.start, hit.start - 60), hit.start
        ):
            return _coordinated(hit, scene.found, scene.low)
    return []


_MEASURE_ZH = re.compile(r"\d(?:万|亿|千)?(?:[湿干金属实物]{0,2}吨|公吨|千克|公斤|桶|盎司|磅)\Z")
"""What stands right before goods that a Chinese deal tells the weight of: 45万湿吨镍矿."""


def _measured_zh(chosen: list[Hit], scene: Scene) -> list[Hit]:
    """Return the goods right behind a weight, where the chosen ones stand in a party's name: 与鼎兴不锈钢签订45万吨镍矿销售合同."""
    low, floor = scene.low, scene.sentence.start
    weighed = [h for h in scene.found.commodities if _MEASURE_ZH.search(low, max(floor, h.start - 12), h.start)]
    if len(weighed) != 1 or not chosen or any(hit.start == weighed[0].start for hit in chosen):
        return []
    return _coordinated(weighed[0], scene.found, low)


_MOVED_TO = re.compile(
    r"\b(?:re-?focus|shift|pivot|redeploy|redirect|diversif|investment|reinvest)\w*(?: [\w'’-]+){0,3} (?:on|to|towards?|into) (?:the |its )?(?:[a-z-]+ (?:and )?)?\Z"
)


def _is_moved_to(hit: Hit, candidate: Candidate, scene: Scene) -> bool:
    """Tell whether goods before a deal are those that a firm turns to: `to refocus on helium, selling the Orsa field`."""
    start = max(scene.sentence.start, hit.start - 60)
    return hit.end <= candidate.start and _MOVED_TO.search(scene.low, start, hit.start) is not None


_PRICE_OF = re.compile(r"(?:'s)? (?:prices?|costs?|bills?|tariffs?|rates?|markets?)\b")
"""What makes of goods before it those whose price is the reason: `shuts smelter as power prices soar`."""


_WORKPLACE = re.compile(
    r"(?:smelter|refinery|mill|plant|line|potline|furnace|factory|work|steelwork|kiln|mine|foundry)(?:s|ies)?"
)
_PASSIVE = frozenset(["to-be-acquired", "taken-over", "acquire-all-shares"])
"""Frames before whose verb the party stands that is bought."""


def _are_priced(candidate: Candidate, scene: Scene) -> bool:
    """Tell whether an English sentence about output only names goods whose price is told."""
    goods = scene.found.commodities
    if scene.sentence.chinese or candidate.pack.pack.signal != "production_change" or not goods:
        return False
    subject = candidate.subject
    if subject is None or _WORKPLACE.fullmatch(scene.low, subject.start, subject.end) is None:
        return False
    return all(
        scene.low.endswith(("price", "prices"), hit.start, hit.end) or _PRICE_OF.match(scene.low, hit.end)
        for hit in goods
    )


def _named(candidate: Candidate, scene: Scene, memory: Memory) -> list[Hit]:
    """Return the commodity of the nearest name, if it is no group: the party that is bought follows its verb."""
    bought = [part for part in candidate.parts if part.kind == "named"]
    after = [hit for hit in scene.found.named if hit.start >= candidate.start]
    return [hit for hit in (bought or after or scene.found.named)[:1] if hit.id not in memory.groups]


def _chosen(candidate: Candidate, scene: Scene, memory: Memory) -> list[Hit]:
    """Return the commodities a candidate speaks of, in the order of the text; empty when none can be told."""
    low, found, sentence = scene.low, scene.found, scene.sentence
    if candidate.bare:
        return _coordinated(candidate.commodities[0], found, low)
    if sentence.chinese and candidate.pack.pack.signal == "smuggling" and (seized := _seized(candidate, scene)):
        return _coordinated(seized, found, low)
    chosen = [part for part in candidate.parts if part.kind == "commodity"]
    if chosen:
        return _coordinated(chosen[0], found, low)
    if candidate.subject is None:
        start, end = candidate.extent
        inside = next((c for c in found.commodities if start <= c.start and c.end <= end), None)
        if inside is not None:
            return _coordinated(inside, found, low)
    subject = candidate.subject
    if own := own_of_row(candidate, scene):
        return own
    start, end = (subject.start, subject.end) if subject is not None else candidate.extent
    if (
        sentence.chinese
        and low.startswith(("供应", "供给"), start)
        and OTHER_SUPPLY.search(low[max(sentence.start, start - 6) : start])
    ):
        return []
    if (
        sentence.chinese
        and subject is not None
        and (thing := DOWNSTREAM.search(low[max(sentence.start, start - 12) : start]))
        and not any(start - len(thing[0]) <= hit.start < start for hit in found.commodities)
    ):
        return []
    if sentence.chinese and memory.title and FEED.search(low, max(sentence.start, start - 8), start):
        return memory.title
    if sentence.chinese and candidate.pack.pack.signal == "production_change" and (works := _works(start, end, scene)):
        return works
    adjacent = _adjacent(start, end, scene)
    if adjacent is not None:
        return _coordinated(adjacent, found, low)
    opens = _opens_unnamed(subject, scene)
    if opens and not any(hit.start < start for hit in found.commodities) and (carried := _carried(scene, memory)):
        return carried
    if subject is not None and not sentence.chinese and _FOR.match(low, end):
        return []
    neutral = (
        sentence.chinese
        or subject is None
        or candidate.unsaid
        or opens
        or low[start:end] in _DOING
        or subject.kind == "amount"
        or is_neutral(low, sentence.start, start, found)
        or is_named_site(scene, start, end)
        or is_store(scene, start, end)
    )
    limit = (20.0 if sentence.chinese else 16.0) if neutral else 4.0
    near = _near(start, end, scene, limit)
    if near is not None and not (_elsewhere(end, found, scene) and _carried(scene, memory)):
        return _coordinated(near, found, low)
    if found.hints and not found.commodities and (hint := _hint(candidate, scene, memory)):
        return hint
    if not neutral:
        return _of_workplace(start, end, found)
    carried = _carried(scene, memory)
    if found.commodities and not (carried and _elsewhere(end, found, scene)):
        return _coordinated(found.commodities[0], found, low)
    if carried:
        return carried
    if sentence.order == 0 and sentence.chinese and memory.lead and not candidate.pack.pack.needs.any_of:
        return memory.lead
    if state := _of_state(candidate, scene, memory):
        return state
    return _of_firm(found, memory) if candidate.pack.pack.needs.firm or _is_sellers(candidate, scene) else []


_SEIZED = re.compile(
    r"(?:查[获扣缉处]|[截起缴拦检]获|扣[押下留]|没收|搜出|罚没|收缴|查出|藏有|夹带|夹藏|走私)[^,;。]{0,14}\Z"
)


def _seized(candidate: Candidate, scene: Scene) -> Hit | None:
    """Return the goods whose weight a seizure tells, where a row of others only names the cases: `侦办镓走私案,其中一案查扣锑锭6吨`."""
    weighed = [
        hit
        for hit in scene.found.commodities
        if any(a.kind == "quantity" and 0 <= a.place[0] - hit.end <= 2 for a in scene.amounts)
        and _SEIZED.search(scene.low, max(scene.sentence.start, hit.start - 20), hit.start)
    ]
    others = [hit for hit in scene.found.commodities if weighed and hit.end <= weighed[0].start]
    return weighed[0] if weighed and others and weighed[0].start >= candidate.extent[0] else None


_SELLERS = re.compile(
    r"(?:(?:主流|主要|主力|部分|全系列?|系列|旗下|板材类?)产品(?:出厂|销售|挂牌)?|出厂|挂牌|采购|收购|交易|结算|长单[^,;。]{0,2})(?:基准)?(?:价格|报价|单价|基价|价)\Z"
)
"""A price that a firm sets for what it makes or buys."""


def _is_sellers(candidate: Candidate, scene: Scene) -> bool:
    """Tell whether a Chinese sentence speaks of a firm's own list: 鞍钢宣布下调主流产品价格."""
    subject = candidate.subject
    if not scene.sentence.chinese or candidate.pack.pack.signal != "price_move" or subject is None:
        return False
    return _SELLERS.search(scene.low, max(scene.sentence.start, subject.start - 8), subject.end) is not None


def _opens_unnamed(subject: Hit | None, scene: Scene) -> bool:
    """Tell whether an English sentence opens with a word that stands for goods told before: `it`, `the metal`, `the contract`."""
    sentence = scene.sentence
    if subject is None or sentence.chinese:
        return False
    if scene.stand_in is not None and subject is scene.stand_in.subject:
        return True
    near = subject.id == "price-move" and subject.start - sentence.start <= NAMED
    return near and opens_with_futures(scene.low, sentence.start, sentence.end)


_OF_ONE_FIRM = re.compile(r"股(?:价|份|票|东|权)")


def _are_shares(low: str, end: int) -> bool:
    """Tell whether goods that end here name the shares of many firms: 铜业股普涨, 锂矿板块; not 某锂业股价."""
    return SHARES.match(low, end) is not None and _OF_ONE_FIRM.match(low, end) is None


def _of_workplace(start: int, end: int, found: Found) -> list[Hit]:
    """Return what the noun itself makes, where it stands in a word that says so: `the No. 2 blast furnace`."""
    hints = [hit for hit in found.hints if hit.start <= start and end <= hit.end]
    return [Hit(hit.start, hit.end, "commodity", hit.id, None) for hit in hints[:1]]


def _hint(candidate: Candidate, scene: Scene, memory: Memory) -> list[Hit]:
    """Return what the firms of a sentence live by: the one that is bought follows its verb; one in a later clause tells nothing."""
    hints, low = scene.found.hints, scene.low
    if candidate.pack.pack.needs.commodity == "no":  # of a firm's shares and results its name tells no goods
        hints = [hint for hint in hints if _are_shares(low, hint.end)]
    if candidate.pack.pack.needs.named:
        bought = [h for h in hints if h.start >= candidate.start]
        if not bought and scene.sentence.chinese and scene.sentence.order > 0 and memory.title:
            return []  # what the buyer lives by is not what is bought, where the headline says that
        hints = bought or hints
    elif scene.sentence.chinese and _carried(scene, memory):
        end = candidate.extent[1]
        hints = [h for h in hints if h.start < end or "," not in low[end : h.start]]
    if scene.sentence.order == 0 and memory.lead and hints and not memory.counts[hints[0].id]:
        return memory.lead  # a text about copper speaks of copper, whatever the firm of its headline is called
    return [Hit(h.start, h.end, "commodity", h.id, None) for h in hints[:1]]


AT_WORKS = 3.0
"""How far works may stand before the stop or cut of output that is theirs."""


def _works(start: int, end: int, scene: Scene) -> list[Hit]:
    """Return what the works make that stand right before, or are, what a Chinese cut of output is told of: 钢厂减产."""
    before = [h for h in scene.found.hints if h.start < end and scene.low[h.end - 1] in "厂企炉"]
    if not before or any(before[-1].end <= hit.start < start for hit in scene.found.commodities):
        return []
    hint = before[-1]
    if "," in scene.low[hint.end : start] or scene.gap(hint.end, start) > AT_WORKS:
        return []
    holder = next((c for c in scene.found.commodities if c.start < hint.start < c.end <= hint.end), None)
    if holder is not None:
        return [holder]  # works are called after all of their goods: 氧化铝厂 is none of aluminium
    return [Hit(hint.start, hint.end, "commodity", hint.id, None)]


def _elsewhere(end: int, found: Found, scene: Scene) -> bool:
    """Tell whether a Chinese sentence names commodities only in clauses after the one that ends here."""
    first = found.commodities[0]
    return scene.sentence.chinese and first.start >= end and "," in scene.low[end : first.start]


def _of_firm(found: Found, memory: Memory) -> list[Hit]:
    """Return the one commodity that the sentence's first company lives by."""
    hits = [hit for hit in found.companies if hit.id in memory.firms]
    return [Hit(hit.start, hit.end, "commodity", memory.firms[hit.id], None) for hit in hits[:1]]


_MADE = frozenset(["production", "output", "supply", "supplies", "pumping", "产量", "供应", "供应量", "日产量"])
"""Nouns of what a country makes, whatever it is."""


def _of_state(candidate: Candidate, scene: Scene, memory: Memory) -> list[Hit]:
    """Return what a country makes above all whose output is told by a text that names no goods: `supply from Libya`."""
    subject = candidate.subject
    if memory.counts or subject is None or candidate.pack.pack.signal != "production_change":
        return []
    if scene.low[subject.start : subject.end] not in _MADE:
        return []
    hits = [hit for hit in scene.found.countries if hit.id in memory.states]
    return [Hit(hit.start, hit.end, "commodity", memory.states[hit.id], None) for hit in hits[:1]]


def _adjacent(start: int, end: int, scene: Scene) -> Hit | None:
    found, low, chinese = scene.found, scene.low, scene.sentence.chinese
    before = [c for c in found.commodities if c.start < start]
    if before and scene.gap(before[-1].end, start) <= (4.0 if chinese else 3.0):
        between = low[before[-1].end : start]
        if "," not in between and not any(before[-1].start < s.start and s.end < start for s in found.subjects):
            return before[-1]
    if chinese:
        return None
    after = next((c for c in found.commodities if c.start >= end), None)
    if after is not None and _OF.match(low, end) and scene.gap(end, after.start) <= 7.0:
        return after
    return None


def _near(start: int, end: int, scene: Scene, limit: float) -> Hit | None:
    best, best_gap, chinese = None, limit, scene.sentence.chinese
    for hit in scene.found.commodities:
        if hit.start >= end and _CONSUMER.match(scene.low, hit.end):
            continue
        gap = scene.gap(hit.end, start) if hit.end <= start else scene.gap(end, hit.start) + 1.0
        if chinese and hit.end <= start and "," in scene.low[hit.end : start] and _is_cause(hit, scene):
            gap += REASON
        if gap < best_gap:
            best, best_gap = hit, gap
    return best


REASON = 12.0
"""How much farther goods are that stand in a clause of reason before."""


def _is_cause(hit: Hit, scene: Scene) -> bool:
    return CAUSE.search(scene.low, max(scene.sentence.start, hit.start - 40), hit.start) is not None


def _coordinated(hit: Hit, found: Found, low: str) -> list[Hit]:
    """Return the hit with those it is joined to by commas and conjunctions."""
    index = found.commodities.index(hit)
    chosen = [hit]
    left = hit
    for other in reversed(found.commodities[:index]):
        if other.end > left.start or not _are_joint(other.end, left.start, low):
            break
        chosen.insert(0, other)
        left = other
    right = hit
    for other in found.commodities[index + 1 :]:
        if other.start < right.end or not _are_joint(right.end, other.start, low):
            break
        chosen.append(other)
        right = other
    return chosen


def _are_joint(left: int, right: int, low: str) -> bool:
    """Tell whether two goods are one row; Chinese may leave the mark out: 铅锌, 铜铝."""
    if left == right:
        return not low[left].isascii()
    return _JOINT.match(low[left:right]) is not None


def _carried(scene: Scene, memory: Memory) -> list[Hit]:
    """Return what the sentence before, or else the headline, spoke of; a new item of a list speaks of something else."""
    sentence = scene.sentence
    anew = sentence.chinese and ITEM.search(scene.low, memory.last_end, sentence.start + 4) is not None
    if memory.last and not anew and sentence.order - memory.last_order <= 2:
        apart = sentence.paragraph - memory.last_paragraph
        if apart == 0 and not sentence.chinese and opens_with_futures(scene.low, sentence.start, sentence.end):
            return (
                memory.last
            )  # a contract is of the goods just named: `Iron ore took no notice. The May contract was flat.`
        if memory.headed and apart == 1:
            return memory.last
        if memory.title and not sentence.chinese and not any(hit.id in memory.topics for hit in memory.last):
            return memory.title  # what the sentence before mentions in passing is not what the text is about
        if apart and memory.main and memory.title and memory.is_aside():
            return memory.title
        if apart == 0 or (apart == 1 and all(hit.id in memory.topics for hit in memory.last)):
            return memory.last
    if memory.dominant and sentence.order > 0 and not sentence.chinese:
        return memory.dominant
    return memory.title if memory.main or not anew else []
