"""Frames: groups of words that stand near each other and together tell a fact."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial

from tocsin.detect.quantities.packets import counts_packets
from tocsin.detect.scenes.scene import OWN_OBJECT, Candidate, Scene
from tocsin.detect.texts.text import holds_any
from tocsin.detect.triggers.english_verbs import stands_alone, takes_bare_object
from tocsin.detect.triggers.topic_first import is_topic
from tocsin.detect.words.hits import Hit, Parts
from tocsin.rules.loader import LoadedPack, RulePack
from tocsin.rules.pack import AMOUNT_PARTS, LEXICAL_PARTS, Frame

_OTHER = r"(?:chips?|semiconductors?|artificial intelligence|ai|technolog(?:y|ies)|software|computers?|processors|laptops|tablets|smartphones|notebooks|servers|weapons|arms|drones?|missiles?|aircraft|vehicles|evs|cars|vaccines|medicines|drugs|data|encryption|spyware|toys|clothing|footwear|wine|whisky|whiskey|electronics|(?:foreign )?currenc(?:y|ies)|banknotes|cash|antiques)"

_OTHER_GOODS = re.compile(
    rf" (?:on|of|for|over|against) (?:[\w'-]+ ){{0,3}}{_OTHER}\b|\b{_OTHER}(?: and [\w-]+| [\w-]+){{0,2}} (?:export|import)"
    rf"|\b(?:export|import|ship|sell) (?:[\w'-]+ ){{0,2}}{_OTHER}\b"
)
"""What a measure is about where it is about no commodity: `export controls on advanced chips`."""

_AUXILIARY = re.compile(r"\b(?:has|have|had|will|would|could|may|might|can|to|also|helped) \Z")


_FOR_WHAT = re.compile(r" (?:(?:for|of|on) (?:[\w'’-]+ ){0,4}|(?:its |their )?)")


def _is_its_object(end: int, bar: Hit, scene: Scene) -> bool:
    """Tell whether a word names what a frame that ends before it is of: `cut its forecast for 2026 oil demand growth`."""
    return (
        not scene.sentence.chinese and bar.start >= end and _FOR_WHAT.fullmatch(scene.low, end, bar.start) is not None
    )


def find_frames(rules: RulePack, packs: dict[str, LoadedPack], scene: Scene) -> Iterator[Candidate]:
    """Fit every frame to the parts that stand here; of frames that share words, the one with more parts wins."""
    missing, bare = _missing(scene), not (scene.found.commodities or scene.sites)
    nouns = holds_any(scene.low, ("scrap", " bags"), scene.sentence.start, scene.sentence.end)
    fitting = scene.found.fitting(rules.frame_groups)
    if len(fitting) > 1:
        fitting = sorted(fitting, key=lambda each: rules.places[each[0]])
    for name, words, places in fitting:
        pack = packs[name]
        groups = words.without(partial(_is_goods, scene=scene), pack.pack.words) if nouns else words
        fits: list[Candidate] = []
        for place in places:
            frame = pack.pack.frames[place]
            if missing.isdisjoint(frame.parts) and not (bare and _lacks_goods(pack, frame, scene)):
                fits.extend(_fit(pack, frame, groups, scene))
        if fits:
            yield from _best(fits, bare=not scene.found.commodities, chinese=scene.sentence.chinese)


def _missing(scene: Scene) -> frozenset[str]:
    """Return the kinds of the lexicon of which the sentence has nothing, so that no frame with such a part fits."""
    found, goods = scene.found, scene.sentence.order > 0 and not scene.sentence.chinese
    here = {
        "commodity": bool(found.commodities or scene.sites)
        or goods,  # which a sentence below the headline may leave unsaid
        "company": bool(found.companies),
        "known_site": bool(scene.sites),
        "named": bool(found.named or found.commodities or found.doubted or found.companies or scene.names_pumper),
        "country": bool(found.countries),
        "body": bool(found.bodies),
        "state": bool(found.countries or found.bodies),
        "actor": bool(found.companies or found.countries or found.bodies),
    }
    return frozenset([kind for kind, stands in here.items() if not stands])


def _fit(pack: LoadedPack, frame: Frame, groups: Parts, scene: Scene) -> Iterator[Candidate]:
    """Yield what a frame tells, once for each place where its first part stands."""
    lists = _options(pack, frame, groups, scene)
    if not lists or (frame.beside and not _stands_beside(frame, groups, scene)):
        return
    bars: list[Hit] | None = None
    for anchor in lists[0]:
        chosen = _chosen(anchor, lists[1:], frame, scene)
        if not chosen or (frame.direction == "halt" and _stands_idle(chosen, scene)):
            continue
        if bars is None:
            if frame.asked and not all(_is_told(name, scene) for name in frame.asked):
                return  # an amount that it asks for is told nowhere
            bars = [hit for name in frame.bars for hit in _part(name, groups, scene)]
        if not _is_barred(chosen, frame, bars, scene):
            yield _told(pack, frame, chosen, scene)


_RULERS = re.compile(
    r"\b(?:government|ministry|minister|cabinet|parliament|lawmakers|junta|regime|authorities|(?:the|its) (?:administration|commission|council|state|country|president|regulators?)|policymakers|regulators|customs (?:service|authority|administration|office))\b(?!['’])"
    r"|政府|当局|官方|总统|议会|国会|内阁"
)
"""Who makes rules for a trade, where the sentence leaves the country to its text: `the government banned bauxite exports`."""


def _stands_beside(frame: Frame, groups: Parts, scene: Scene) -> bool:
    """Tell whether one of the groups that a frame wants in its sentence stands there; rulers without a name are a state's."""
    if any(_part(name, groups, scene) for name in frame.beside):
        return True
    return "state" in frame.beside and scene.says(_RULERS) is not None


_DETERMINED = re.compile(
    r"(?:\b(?:the|an?|its|their|two|three|several|some|of|restart|restarts|restarted|reopen|reopens|reopened|revive|revives|revived)|'s) (?:long-|now-|recently |currently |last |only |other |remaining |first |second |third )?\Z"
)
"""What makes of a participle behind it the state of a thing."""
_OF_THING = re.compile(r" (?:[\w'&.-]+ ){0,3}\Z")


def _stands_idle(chosen: Sequence[Hit], scene: Scene) -> bool:
    """Tell whether the stop of English works is only what they are called by: `the shuttered tin smelter was sold`."""
    if scene.sentence.chinese:
        return False
    for hit in chosen:
        if (
            hit.kind != "part"
            or not scene.low.endswith(("ed", "idle"), hit.start, hit.end)
            or " " in scene.low[hit.start : hit.end]
        ):
            continue
        if not scene.says_before(_DETERMINED, hit.start, 32):
            continue
        if any(_OF_THING.fullmatch(scene.low[hit.end : other.start]) for other in chosen if other.start > hit.end):
            return True
    return False


def _options(pack: LoadedPack, frame: Frame, groups: Parts, scene: Scene) -> list[Sequence[Hit]]:
    """Return the words that may fill each part of a frame; none where a part is missing."""
    lists: list[Sequence[Hit]] = []
    for name in frame.parts:
        hits = groups.of(name) if name not in LEXICAL_PARTS else _part(name, groups, scene)
        if not hits and name == "commodity" and _leaves_goods_unsaid(pack, frame, scene):
            hits = _UNSAID
        if name == "named" and pack.pack.signal == "mna" and frame.direction == "acquire":
            two = frame.parts.count("named") > 1
            hits = sorted([*hits, *scene.producers], key=lambda hit: hit.start) if two else hits or scene.producers
        if not hits:
            return []
        lists.append(hits)
    return lists


def _chosen(anchor: Hit, lists: Sequence[Sequence[Hit]], frame: Frame, scene: Scene) -> list[Hit]:
    """Return the parts nearest to the first one; none where the frame's verb and its noun do not belong together."""
    chosen = _choose(anchor, lists, frame, scene, ordered=frame.order)
    own = [hit for hit in chosen if hit.kind == "part"]
    if len(own) > 1 and _acts_on_another(own, scene):
        chosen = _choose(anchor, lists, frame, scene, ordered=True)
        own = [hit for hit in chosen if hit.kind == "part"]
    return [] if len(own) > 1 and _speaks_of_other(own, scene) else chosen


def _is_barred(chosen: Sequence[Hit], frame: Frame, bars: Sequence[Hit], scene: Scene) -> bool:
    """Tell whether a word or amount that a frame excludes stands by it, or its measure is on other goods."""
    low, high = min([hit.start for hit in chosen]), max([hit.end for hit in chosen])
    if frame.barred and any(_is_next(name, high, scene) for name in frame.barred):
        return True
    after = OBJECT if scene.sentence.chinese else 0
    if bars and any(low - 20 <= bar.start < high + after or _is_its_object(high, bar, scene) for bar in bars):
        return True
    bare = not frame.commodity and not scene.found.commodities
    return bare and _OTHER_GOODS.search(scene.low, max(scene.sentence.start, low - 32), high + 60) is not None


def _told(pack: LoadedPack, frame: Frame, chosen: Sequence[Hit], scene: Scene) -> Candidate:
    """Return the candidate of a frame whose parts have been found, the first of them its trigger."""
    own = [hit for hit in chosen if hit.kind == "part"]
    key = own[-1] if len(own) > 1 else own[0]
    return Candidate(
        pack,
        frame.rule,
        frame.direction,
        chosen[0].start,
        chosen[0].end,
        measure=frame.measure,
        measure_span=(key.start, key.end) if frame.measure else None,
        modality=frame.modality and frame.modality.value,
        meant=frame.meant,
        act=frame.act,
        cost=scene.gap(min([hit.end for hit in chosen]), max([hit.start for hit in chosen])),
        parts=tuple([hit for hit in chosen if hit.end]),
        unsaid=_UNSAID[0] in chosen,
        asked=frame.asked,
        needs_commodity=frame.commodity and pack.pack.needs.commodity != "no",
    )


_UNSAID = (Hit(0, 0, "unsaid", "", None),)
"""What stands for goods that a sentence leaves unsaid, since the whole text speaks of them."""
_OF_GOODS = frozenset(["production_change", "supply_source", "large_contract", "inventory_change", "stockpiling"])
"""Types whose sentences may leave their goods unsaid: `the plant was commissioned in May`."""
_OWN_WORDS = 2
"""Groups of words from which on a frame tells its fact without its goods."""


def _lacks_goods(pack: LoadedPack, frame: Frame, scene: Scene) -> bool:
    """Tell whether a frame needs goods which a sentence that names none may not leave unsaid."""
    return "commodity" in frame.parts and not _leaves_goods_unsaid(pack, frame, scene)


def _leaves_goods_unsaid(pack: LoadedPack, frame: Frame, scene: Scene) -> bool:
    """Tell whether an English sentence below the headline, bare of goods, may tell a frame's fact of those of the text."""
    return (
        not scene.sentence.chinese
        and scene.sentence.order > 0
        and not (scene.found.commodities or scene.sites)
        and frame.parts[0] != "commodity"  # nothing would stand where the frame begins
        and pack.pack.signal in _OF_GOODS
        and (frame.alone or sum(name not in LEXICAL_PARTS for name in frame.parts) >= _OWN_WORDS)
    )


def _choose(anchor: Hit, lists: Sequence[Sequence[Hit]], frame: Frame, scene: Scene, *, ordered: bool) -> list[Hit]:
    """Return the nearest hit of each part, the anchor first; empty where one is too far or missing."""
    chosen = [anchor]
    for options in lists:
        near = _nearest(options, chosen, scene, frame.within, ordered=ordered)
        if near is None:
            return []
        chosen.append(near)
    return chosen


def _acts_on_another(own: Sequence[Hit], scene: Scene) -> bool:
    """Tell whether a frame's verb stands last and has an object of its own: `the duty on imports has lifted the premium`."""
    verb = own[0]
    return (
        not scene.sentence.chinese
        and all(part.end <= verb.start for part in own[1:])
        and (
            takes_bare_object(verb, scene)
            or (
                (
                    scene.says_before(_AUXILIARY, verb.start, 12) is not None
                    or (scene.low.endswith("ing", verb.start, verb.end) and scene.low.endswith(" and ", 0, verb.start))
                )
                and OWN_OBJECT.match(scene.low, verb.end) is not None
            )
        )
    )


_OTHER_OBJECT = re.compile(
    r"了?(?!关税|税|配额|禁令|管制|限制|许可)[^,;。]{0,12}?(?:成本|价格|价|负担|压力|利润|溢价|升水|售价|费用|通胀|不确定性|需求|担忧|竞争力)(?!管)"
)
"""What a Chinese verb behind a measure raises or eases, so that the measure is what acts: 关税提高了钢材成本."""


def _speaks_of_other(own: Sequence[Hit], scene: Scene) -> bool:
    """Tell whether the verb of a frame and its measure do not belong together, though they stand near each other."""
    verb = own[0]
    if not scene.sentence.chinese:
        return stands_alone(own, scene.low)
    return (
        verb.id == "export-control"
        and all(part.end <= verb.start for part in own[1:])
        and scene.low.startswith(_RAISES, verb.start, verb.end)
        and _OTHER_OBJECT.match(scene.low, verb.end, scene.sentence.end) is not None
    )


_RAISES = ("提高", "上调", "降低", "下调", "增加", "扩大", "加大", "放宽", "加强")


OBJECT = 5
"""Characters after a frame within which its Chinese object goes on: 取得项目的承购权 buys no project."""

_KINDS = {"money": {"money"}, "price": {"price", "money"}, "percent": {"percent"}, "quantity": {"quantity", "rate"}}


def _is_told(name: str, scene: Scene) -> bool:
    """Tell whether the sentence has an amount that a frame asks for, so that it bars no other frame in vain."""
    if name not in _KINDS:
        return bool(scene.amounts)
    if name == "quantity" and "count" in scene.kinds and any(counts_packets(scene.low, a) for a in scene.amounts):
        return True
    return not scene.kinds.isdisjoint(_KINDS[name])


NEXT = 24
"""Characters behind a frame within which an amount is the next thing told."""


def _is_next(name: str, end: int, scene: Scene) -> bool:
    """Tell whether the first amount behind a frame is of a kind: `cut its zinc forecast to $2,400 a ton` tells no output."""
    told = next((amount for amount in scene.amounts if amount.place[0] >= end), None)
    packed = name == "quantity" and told is not None and counts_packets(scene.low, told)
    return told is not None and told.place[0] - end <= NEXT and (packed or told.kind in _KINDS[name])


_METAL = re.compile(r"\b(?:metals?|copper|steel|iron|alumini?um|brass|zinc|lead|ferrous) \Z")


def _is_goods(hit: Hit, scene: Scene) -> bool:
    """Tell whether a verb's word is part of a commodity's or counts goods: `the ban on scrap metal` scraps nothing, nor do 900 bags bag an order."""
    if scene.low.startswith("bags", hit.start, hit.end):
        return any(amount.place[0] < hit.start and hit.end <= amount.place[1] for amount in scene.amounts)
    if scene.low[hit.start : hit.end] not in {"scrap", "scraps"}:
        return False
    if scene.says_before(_METAL, hit.start, 12):
        return True
    return any(c.start <= hit.start and hit.end <= c.end for c in scene.found.commodities)


def _part(name: str, groups: Parts, scene: Scene) -> Sequence[Hit]:
    if name not in LEXICAL_PARTS:
        return groups.of(name)
    if name in AMOUNT_PARTS:
        return _ANYWHERE[name]
    return _LEXICAL[name](scene)


_WHOLE_SITE = re.compile(
    r"\s*\Z|[\n.,;:?!)]| (?:for|to|in|from|and|as|after|with|amid|by|on|this|next|outright)\b"
    r"| (?:[a-z]+ )?(?:mines?|smelters?|refiner(?:y|ies)|plants?|projects?|complex|operations?|fields?|terminals?)\b"
)
"""What follows a site that is dealt in as a whole, and not its output: `sells Hemlo`, not `sells Hemlo gold`."""
_ANYWHERE = {name: [Hit(0, 0, name, "", None)] for name in AMOUNT_PARTS}
"""What stands for an amount that a frame asks for, wherever it is told."""
_LEXICAL: dict[str, Callable[[Scene], list[Hit]]] = {
    "firm": lambda scene: scene.firms,
    "named": lambda scene: scene.named,
    "known_site": lambda scene: [hit for hit in scene.sites if _WHOLE_SITE.match(scene.low, hit.end)],
    "commodity": lambda scene: scene.found.commodities or scene.sites,
    "company": lambda scene: scene.found.companies,
    "country": lambda scene: scene.found.countries,
    "body": lambda scene: scene.found.bodies,
    "actor": lambda scene: scene.found.companies + scene.found.bodies + scene.found.countries,
    "state": lambda scene: scene.found.countries + scene.found.bodies,
}
"""Parts of frames that lexicons and names fill."""


def _nearest(options: Sequence[Hit], chosen: list[Hit], scene: Scene, within: int, *, ordered: bool) -> Hit | None:
    """Return the word of a part that stands nearest to those chosen, behind the last where the order counts; None where all are too far."""
    best, best_gap = None, float(within) + 0.01
    placed = [hit for hit in chosen if hit.end]
    last = placed[-1]
    for option in options:
        if not option.end:
            return option  # an amount wherever it is told, or goods left unsaid
        if _shares_place(option, chosen):
            continue  # but the mine in `tin mine` is a place, and the whole is the commodity
        if ordered and option.start < last.end and not _ends(option, last):
            continue
        gap = min([scene.between(option, hit) for hit in placed])
        if gap > within and scene.sentence.chinese and is_topic(option, scene):
            gap = within  # of whatever length the clause is
        if gap < best_gap:
            best, best_gap = option, gap
    return best


def _shares_place(option: Hit, chosen: list[Hit]) -> bool:
    """Tell whether a part stands where another does, and neither is a commodity."""
    start, end, kind = option[:3]
    for hit in chosen:
        if start < hit.end and hit.start < end and kind != "commodity" and hit.kind != "commodity":
            return True
    return False


def _ends(noun: Hit, goods: Hit) -> bool:
    """Tell whether a noun is the last word of a commodity's name: the stocks in `tap emergency diesel stocks`."""
    return goods.kind == "commodity" and goods.start < noun.start and noun.end == goods.end


ENDED = "terminate"
"""What becomes of a contract in the end goes before how it was made."""


def _best(fits: list[Candidate], *, bare: bool, chinese: bool) -> Iterator[Candidate]:
    """Keep, of candidates that share a word, the one with more parts, an amount it asks for among them, then the tighter one.

    Where the sentence is `bare` of commodities, one that needs none goes first. English ones must not lie in one another
    either: one deal is told in many words; a Chinese sentence tells several facts in a row.
    """
    taken: list[tuple[int, int]] = []
    kept: list[Candidate] = []
    for fit in sorted(fits, key=lambda c: (c.unsaid, bare and c.needs_commodity, *_rank(c))):
        words = [(hit.start, hit.end) for hit in fit.parts if hit.kind == "part"] if chinese else [fit.extent]
        if any(start < right and left < end for start, end in words for left, right in taken):
            _fall_back(kept, fit, chinese=chinese)
        else:
            taken += words
            kept.append(fit)
    yield from kept


def _rank(fit: Candidate) -> tuple[bool, int, float, int]:
    """Return what a candidate is ranked by: an end first, then more parts, then nearer ones."""
    return fit.direction != ENDED, -len(fit.parts) - len(fit.asked), fit.cost, fit.start


def _fall_back(kept: Iterable[Candidate], fit: Candidate, *, chinese: bool) -> None:
    """Let a candidate be told in place of the one whose words it shares, where that one's amount turns out to be another's."""
    for other in kept:
        stands_without = not fit.asked or (not chinese and fit.asked != other.asked)
        if other.asked and stands_without and other.fallback is None and _share_words(other, fit):
            other.fallback = fit


def _share_words(one: Candidate, two: Candidate) -> bool:
    (start, end), (left, right) = one.extent, two.extent
    return start < right and left < end and one.pack is two.pack
