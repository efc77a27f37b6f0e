"""Binding: which commodities a candidate speaks of.

`nearest` chooses among those of its sentence; what the sentence does not say is carried over from the sentence before or from the headline,
unless another word stands where the commodity would (`egg prices` after a paragraph about nickel). A type of fact takes but the goods that
it can be about, and of a group (`groups`) its members.
"""

import re

from tocsin.detect.bindings import implied
from tocsin.detect.bindings.deal_goods import (
    DELIVERED,
    hauled,
    is_moved_to,
    measured,
    object_of,
    of_mine,
    of_project,
    without_buyer,
)
from tocsin.detect.bindings.described_targets import described_later
from tocsin.detect.bindings.groups import FIRM, of_group
from tocsin.detect.bindings.nearest import CONSUMER, nearest
from tocsin.detect.bindings.stand_ins import described
from tocsin.detect.scenes.scene import OF_FIRM, Candidate, Scene
from tocsin.detect.topics.topic import Memory
from tocsin.detect.words.hits import Hit
from tocsin.detect.words.joined import joined


def bind_commodities(candidate: Candidate, scene: Scene, memory: Memory) -> list[Hit]:
    """Return the commodities a candidate speaks of; of a group (critical minerals) its members, where they are told."""
    if candidate.pack.pack.needs.wants_none:
        return []
    if (known := _known(candidate, scene, memory)) is not None:
        return known
    chosen = _smelted(_fitting(nearest(candidate, scene, memory), candidate, scene, memory), candidate, scene, memory)
    if scene.sentence.chinese and candidate.type == "export_control" and chosen:
        chosen += _listed(chosen, candidate, scene)
    own = chosen and (candidate.rule not in _OF_THE_DESCRIBED or chosen[0].start >= candidate.start)
    if not own:
        return described_later(candidate, scene, memory)
    if not memory.groups.issuperset([hit.id for hit in chosen]):
        return chosen
    return of_group(chosen, candidate, scene, memory)


_OF_THE_DESCRIBED = frozenset(["sells-named-unit", "pays-for-firm"])
"""Frames of deals in a firm of any trade, which count only where the text says what that firm makes."""
_ORES = ("_ore", "_concentrate")
_SMELTS = re.compile(r"(?:smelter|furnace|refiner(?:y|ies)|kiln|potline)s?\b")


def _smelted(chosen: list[Hit], candidate: Candidate, scene: Scene, memory: Memory) -> list[Hit]:
    """Return what furnaces make in place of the ore that the text has just named: goods that it named before, if there are any."""
    subject = candidate.subject
    if candidate.type != "production_change" or scene.sentence.chinese or subject is None or not chosen:
        return chosen
    ore = chosen[0].id.endswith(_ORES) and not scene.sentence.start <= chosen[0].start < scene.sentence.end
    if not ore or _SMELTS.match(scene.low, subject.start) is None:
        return chosen
    made = [
        hit
        for goods in memory.goods
        for hit in goods
        if hit.start < scene.sentence.start and not hit.id.endswith(_ORES) and hit.id not in memory.groups
    ]
    return made[-1:] or chosen


_BY_BUYERS = frozenset(["buyers-hold-back", "buyers-snap-up"])
"""Frames that tell what those do who use goods."""
_PASSIVE = frozenset(["to-be-acquired", "taken-over", "acquire-all-shares"])
"""Frames before whose verb the party stands that is bought."""


def _known(candidate: Candidate, scene: Scene, memory: Memory) -> list[Hit] | None:
    """Return the goods that a pronoun, the rule or a party's name says; None where the words around must tell them."""
    if scene.stand_in is not None and candidate.subject is scene.stand_in.subject and scene.stand_in.commodities:
        return list(scene.stand_in.commodities)
    if candidate.subject is not None and (meant := described(candidate.subject, scene)):
        return [meant]
    if candidate.spoken:
        return candidate.commodities
    if candidate.rule in _BY_BUYERS and memory.title and (goods := _of_buyers(candidate, scene, memory)):
        return goods
    if candidate.meant and not scene.found.commodities and (first := memory.first(candidate.meant)):
        return first
    if candidate.rule in _PASSIVE:
        before = [hit for hit in scene.named if hit.end <= candidate.start and hit.id not in memory.groups]
        if before:
            return [Hit(before[0].start, before[0].end, "commodity", before[0].id, None)]
    if not _are_priced(candidate, scene):
        return None
    own = {hit.id for hit in scene.found.commodities}
    others = [hit for hit in implied.carried(scene, memory) or memory.lead if hit.id not in own]
    return others or implied.hinted(candidate, scene, memory)


def _of_buyers(candidate: Candidate, scene: Scene, memory: Memory) -> list[Hit]:
    """Return the headline's goods where those of the sentence only say what the buyers make: `alloy makers bought hand to mouth`."""
    named = [part for part in candidate.parts if part.kind == "commodity"]
    makers = [hit for hit in named if CONSUMER.match(scene.low, hit.end)]
    return memory.title if named and len(makers) == len(named) and memory.title[0].id != named[0].id else []


_WORKPLACE = re.compile(
    r"(?:smelter|refinery|mill|plant|line|potline|furnace|factory|work|steelwork|kiln|mine|foundry)(?:s|ies)?"
)
_PRICE_OF = re.compile(r"(?:'s)? (?:prices?|costs?|bills?|tariffs?|rates?|markets?)\b")
"""What makes of goods before it those whose price is the reason: `shuts smelter as power prices soar`."""
_INPUT_PRICES = ("电价", "气价", "油价", "煤价", "电力价格", "天然气价", "燃气价")
"""Prices of what works burn, of which they make nothing."""


def _are_priced(candidate: Candidate, scene: Scene) -> bool:
    """Tell whether a sentence about output only names goods whose price is told, in Chinese those that works burn: 因电价上调停炉."""
    goods = scene.found.commodities
    if candidate.type != "production_change" or not goods:
        return False
    if scene.sentence.chinese:
        return all(scene.low.startswith(_INPUT_PRICES, hit.start) and hit.end <= candidate.start for hit in goods)
    subject = candidate.subject
    if subject is None or _WORKPLACE.fullmatch(scene.low, subject.start, subject.end) is None:
        return False
    return all(
        scene.low.endswith(("price", "prices"), hit.start, hit.end) or _PRICE_OF.match(scene.low, hit.end)
        for hit in goods
    )


def _fitting(chosen: list[Hit], candidate: Candidate, scene: Scene, memory: Memory) -> list[Hit]:
    """Return what of the goods nearby a fact of this type can be about: a deal is about none of a buyer's name."""
    signal, needs = candidate.type, candidate.pack.pack.needs
    if signal == "equity_move" and scene.sentence.chinese:
        last = chosen[-1].end if chosen else 0
        whole = implied.are_shares(scene.low, last)
        chosen = [  # one character is part of a firm's name, which tells its goods only where it ends in its trade
            hit for hit in chosen if whole or hit.end - hit.start > 1 or scene.low.startswith(("业", "矿"), hit.end)
        ]
    if signal == "mna" and not scene.sentence.chinese:
        chosen = _of_title(chosen, scene, memory)
        chosen = [hit for hit in chosen if not is_moved_to(hit, candidate, scene)]
        chosen = of_project(chosen, candidate, scene) or chosen
        if (mined := of_mine(chosen, scene, memory)) is not None:
            return mined
    if signal == "smuggling" and not scene.sentence.chinese:
        chosen = hauled(chosen, scene) or chosen
    if signal in DELIVERED:
        chosen = measured(chosen, candidate, scene) or chosen
    elif signal == "mna" and candidate.direction == "acquire":
        chosen = without_buyer(chosen, candidate, scene, memory)
    if signal == "mna" and scene.sentence.chinese:
        if target := object_of(candidate, scene):
            return target
        if not any(hit.start >= candidate.end for hit in chosen) and (bought := _dealt_in(candidate, scene)):
            return bought  # 紫金矿业拟收购泰克资源: what the buyer is called after is not bought
    if not chosen and candidate.measure == "sanction":
        return _dealt_in(candidate, scene)
    if not needs.named or any(scene.sentence.start <= hit.start for hit in chosen):
        return chosen
    return (
        _named(candidate, scene, memory)
        or chosen
        or [h for h in scene.named if h.id not in memory.groups and (signal == "mna" or h.data != OF_FIRM)][:1]
        or [h for h in memory.named if h.id not in memory.groups]
        or _dealt_in(candidate, scene)
    )


def _dealt_in(candidate: Candidate, scene: Scene) -> list[Hit]:
    """Return what the company that is bought, or put under sanctions, deals in above all: `took over Freeport`."""
    if candidate.type != "mna" and candidate.measure != "sanction":
        return []
    bought = {part.start for part in candidate.parts if part.kind == "company"}
    if scene.sentence.chinese and not bought:
        bought = {candidate.end}  # 收购英美资源
    return [hit for hit in scene.producers if hit.start in bought][:1]


_CALLED = re.compile(r" (?:resources|energy|minerals|mining|exploration|royalt(?:y|ies)|ventures?|industries|fuels)\b")
"""What makes of goods the name of a firm, without its legal form, in a headline that names other goods."""


def _of_title(chosen: list[Hit], scene: Scene, memory: Memory) -> list[Hit]:
    """Return the goods that a headline names beside a firm called after others: `Tessel Uranium buys a lithium project`."""
    if not chosen or any(scene.sentence.start <= hit.start for hit in chosen):
        return chosen
    goods = [
        hit for hit in memory.title if not FIRM.match(scene.low, hit.end) and not _CALLED.match(scene.low, hit.end)
    ]
    return goods if goods and len(goods) < len(memory.title) else chosen


def _named(candidate: Candidate, scene: Scene, memory: Memory) -> list[Hit]:
    """Return the commodity of the nearest name, if it is no group: the party that is bought follows its verb."""
    bought = [part for part in candidate.parts if part.kind == "named"]
    if candidate.type != "mna":
        bought = [part for part in bought if part.data != OF_FIRM]
    after = [hit for hit in scene.found.named if hit.start >= candidate.start]
    return [hit for hit in (bought or after or scene.found.named)[:1] if hit.id not in memory.groups]


_COVERS = re.compile(r",(?:主要|具体|其中|共)?(?:涉及|包括|包含|涵盖)(?:了|的)?(?:产品|商品|物项|范围)?(?:有|为|:)?")


def _listed(chosen: list[Hit], candidate: Candidate, scene: Scene) -> list[Hit]:
    """Return the goods that a Chinese measure is said to cover: `对负极材料征税,涉及天然石墨、人造石墨`."""
    told = {hit.start for hit in chosen}
    covered = next(_COVERS.finditer(scene.low, candidate.extent[1], scene.sentence.end), None)
    first = covered and next((hit for hit in scene.found.commodities if hit.start == covered.end()), None)
    return [hit for hit in joined(first, scene.found, scene.low) if hit.start not in told] if first else []
