"""Candidates: where in a sentence a rule fires, before anything is bound to it.

A word of movement looks for its subject on the side its grammar says; a phrase stands alone; the parts of a frame look for
each other. Distance counts words (or pairs of Chinese characters), and more for commas and words that open another clause.
"""

import re
from collections.abc import Iterator

from tocsin.detect.scenes.scene import Candidate, Scene
from tocsin.detect.texts.chinese import TRADE_LAW, is_balance
from tocsin.detect.triggers.absolute import as_told_before
from tocsin.detect.triggers.frames import ENDED, find_frames
from tocsin.detect.triggers.moving import find_moves
from tocsin.detect.triggers.moving_chinese import is_of_contract, is_of_trade
from tocsin.detect.triggers.spent import undone
from tocsin.detect.words.hits import Hit
from tocsin.rules.loader import LoadedPack, RulePack


def find_candidates(rules: RulePack, packs: dict[str, LoadedPack], scene: Scene) -> list[Candidate]:
    """Return all candidates of a sentence in the order of the text."""
    if scene.sentence.chinese and scene.found.subjects:
        scene.found.subjects = [
            hit
            for hit in scene.found.subjects
            if (
                not packs[hit.id].pack.subjects[hit.data].trade
                or (scene.stand_in is not None and hit is scene.stand_in.subject)
                or is_of_trade(hit, scene)
            )
            and not (scene.low.endswith(("进口", "出口"), hit.start, hit.end) and _only_describes(hit, scene))
            and not is_of_contract(hit, scene)
        ]
    if not scene.sentence.chinese and len(scene.found.subjects) > 1:
        scene.found.subjects = [hit for hit in scene.found.subjects if not _is_what_for(hit, scene)]
    out = as_told_before(list(find_moves(rules, packs, scene)), scene)
    out += _phrases(packs, scene)
    if scene.found.fitting(rules.frame_groups):
        frames = [f for f in find_frames(rules, packs, scene) if not any(is_moved(f, told) for told in out)]
        if frames and out:
            frames = [f for f in frames if f.rule not in OUTSIDE or not any(_is_over(phrase, f) for phrase in out)]
            out = [c for c in out if c.rule != "phrase" or not any(_says_more(frame, c, scene) for frame in frames)]
            out = [c for c in out if not any(_is_of_measure(c, frame, scene) for frame in frames)]
        if len(frames) > 1:
            frames = [f for f in frames if not any(_is_deal_in_assets(f, deal, scene) for deal in frames)]
        out += frames
    if len(out) > 1 and not scene.sentence.chinese:
        kept = [c for c in out if c.pack.pack.signal == "stockpiling"]
        out = [c for c in out if not any(_is_for_a_reserve(c, reserve) for reserve in kept)]
    return sorted(out, key=lambda candidate: (candidate.start, candidate.end))


_USED_IN = re.compile(
    r"\b(?:use|usage|consumption|offtake|requirements?) (?:of (?:[a-z-]+ ){1,2})?(?:in|for) (?:[a-z'’-]+ ){0,3}\Z"
)


def _is_what_for(noun: Hit, scene: Scene) -> bool:
    """Tell whether output is only what goods are used in: `corn use in feed output rose`."""
    return noun.id == "production-change" and scene.says_before(_USED_IN, noun.start, 60) is not None


_OF_GOODS = re.compile(r"[^,;。\d]{0,4}\Z")
"""What may stand between imported goods and the noun of which they are."""


def _only_describes(trade: Hit, scene: Scene) -> bool:
    """Tell whether a Chinese word of trade only says whence goods are, or is part of a measure: 进口大豆港口库存, 出口配额."""
    low = scene.low
    if TRADE_LAW.match(low, trade.end):
        return True
    if low.endswith("其中", scene.sentence.start, trade.start) and any(
        hit.id != trade.id and hit.end <= trade.start for hit in scene.found.subjects
    ):
        return True  # 港口库存上升,其中进口大豆上升6%
    goods = next((hit for hit in scene.found.commodities if hit.start in {trade.start, trade.end}), None)
    return goods is not None and any(
        hit.id != trade.id and hit.start >= goods.end and _OF_GOODS.fullmatch(low, goods.end, hit.start)
        for hit in scene.found.subjects
    )


_SET = frozenset(["import-quota-set"])
"""Frames that only say how high a measure was set, where nothing says from what: `set its import quota at 93,000 t, up from 83,000 t`."""


def is_moved(frame: Candidate, told: Candidate) -> bool:
    """Tell whether a fact is told of what a frame only names: `the export duty falls`, `set the quota at 900 t, up from 800 t`."""
    if frame.act and frame.rule not in _SET and (frame.measure != "quota" or frame.direction == told.direction):
        return False
    subject, (start, end) = told.subject, frame.extent
    return subject is not None and told.pack is frame.pack and subject.start < end and start < subject.end


def _is_deal_in_assets(contract: Candidate, deal: Candidate, scene: Scene) -> bool:
    """Tell whether a contract for money is the deal in a company or mine that the same words tell: `agreed to sell its mine for`."""
    if scene.sentence.chinese or contract.rule not in _FOR_MONEY or deal.pack.pack.signal != "mna":
        return False
    if contract.start < deal.start and _TO_ACQUIRE.match(scene.low, contract.end, deal.end):
        return True
    return contract.extent[0] < deal.extent[1] and deal.extent[0] < contract.extent[1]


_FOR_MONEY = frozenset(["order-for-value", "gives-firm"])
"""Frames of contracts by which a stake may be sold as well as goods."""
_TO_ACQUIRE = re.compile(r"[^,;]{0,60}\b(?:to acquire|to buy|to purchase|for the acquisition of|to take over)\b")
"""What makes a paper that is signed one on a company: `has signed a letter of intent to acquire`."""
_DEEDS = frozenset(
    ["contract", "long_contract", "award_deed", "supply_deal", "bargain", "offtake", "paper", "building_deal"]
)
"""Parts of frames that name a contract, which is a fact of its own beside what it is for."""


def _is_for_a_reserve(told: Candidate, reserve: Candidate) -> bool:
    """Tell whether the words that tell of a reserve say no more: what a state buys for it is neither demand nor a contract."""
    if told.pack.pack.signal == "large_contract":
        if told.rule == "phrase" or any(part.data in _DEEDS for part in told.parts):
            return False
    elif told.pack.pack.signal == "inventory_change":
        return reserve.extent[0] <= told.extent[0] and told.extent[1] <= reserve.extent[1]
    elif told.pack.pack.signal != "demand_change":
        return False
    return told.extent[0] < reserve.extent[1] and reserve.extent[0] < told.extent[1]


def _is_over(phrase: Candidate, frame: Candidate) -> bool:
    """Tell whether a phrase says that the stop a frame tells is over: `lifted force majeure on shipments`."""
    over = phrase.rule == "phrase" and phrase.direction == "resume"
    return over and phrase.start < frame.extent[1] and frame.extent[0] < phrase.end


_SENT = ("shipments", "exports", "loadings")


def _is_of_measure(told: Candidate, frame: Candidate, scene: Scene) -> bool:
    """Tell whether a word of movement is part of a measure: in `lifted its halt on coal shipments` no output stops."""
    if frame.pack.pack.signal != "export_control" or told.pack.pack.signal != "production_change":
        return False
    subject, (start, end) = told.subject, frame.extent
    return (
        subject is not None
        and scene.low.endswith(_SENT, subject.start, subject.end)
        and start <= told.start
        and told.end <= end + len(_SENT[0])
    )


_LIFTED_ON_LOADS = "force-majeure-lifted-on-exports"
"""The frame by which deliveries flow again, and no works need have stood still."""
OUTSIDE = frozenset(["force-majeure-on-deliveries", "force-majeure-on-loads"])
"""The frames by which deliveries fail and no works need stand still."""


_REVISED = frozenset(["growth-cut-zh", "growth-lifted-zh"])
"""Frames of forecasts, whose growth is their object: 下调原油需求增长预期."""


def _says_more(frame: Candidate, phrase: Candidate, scene: Scene) -> bool:
    """Tell whether a frame turns what a phrase in it says: `unwind output cuts`, an agreement that is terminated."""
    if scene.sentence.chinese:
        ended = frame.parts if frame.direction == ENDED or frame.rule in _REVISED else ()
        return any(phrase.start < part.end and part.start < phrase.end for part in ended)
    if frame.rule == _LIFTED_ON_LOADS and phrase.pack.pack.signal == "production_change":
        return frame.extent[0] < phrase.end and phrase.start < frame.extent[1]
    if frame.rule in OUTSIDE and phrase.pack.pack.signal == "production_change":
        return frame.extent[0] <= phrase.start and phrase.end <= frame.extent[1]
    return (
        frame.pack is phrase.pack
        and len(frame.parts) > 1
        and not frame.asked
        and (phrase.needs_commodity or not frame.needs_commodity)
        and frame.extent[0] <= phrase.start
        and phrase.end <= frame.extent[1]
    )


def _phrases(packs: dict[str, LoadedPack], scene: Scene) -> Iterator[Candidate]:
    """Yield the candidate of each phrase; a surplus or a shortage that is measured is a balance and no change."""
    for hit in scene.found.phrases:
        if is_balance(scene.low, hit.start, hit.end) or (not scene.sentence.chinese and undone(scene.low, hit)):
            continue
        pack = packs[hit.id]
        phrase = pack.pack.phrases[hit.data]
        yield Candidate(
            pack,
            "phrase",
            phrase.direction,
            hit.start,
            hit.end,
            measure=phrase.measure,
            modality=phrase.modality and phrase.modality.value,
            needs_commodity=phrase.commodity and pack.pack.needs.commodity != "no",
            nominal=True,
        )
