"""Stand-ins: what stands for the subject of the sentence before: `it`, `they` and `the metal`, in Chinese a span of time alone.

After `Zinc lost 2% to $2,410` the words `It had touched $2,380 earlier, the lowest since May` tell of zinc's price, and after `Copper
stocks fell` a new `They` means the stocks. Where nothing of the kind stands before, only a price beside the pronoun tells what moves.
Chinese leaves the subject out: after `锌库存5.1万吨;` the words `过去一周减少900吨` are told of the stocks.
"""

import re
from collections.abc import Sequence

from tocsin.detect.calendar.months import FULL_MONTHS, TRADED, WEEKDAY
from tocsin.detect.quantities.amount import OF_GOODS
from tocsin.detect.quantities.amounts import Amount, find_amounts
from tocsin.detect.scenes.drafts import Draft
from tocsin.detect.scenes.scene import Scene
from tocsin.detect.texts.chinese import QUOTED, SPAN, SPAN_MOVES
from tocsin.detect.texts.text import Sentence
from tocsin.detect.words.families import members_of
from tocsin.detect.words.hits import Found, Hit, StandIn
from tocsin.detect.words.reach import reaches
from tocsin.rules.loader import LoadedPack, RulePack

_OF_MONTH = (
    rf"(?:(?:new-crop|old-crop|front-month|spot|nearby|benchmark) )?(?:{FULL_MONTHS})"
    rf"(?= (?:{TRADED}|was (?:up|down|off|last)) )"
)
"""A contract that only its month names: `December gained 4-1/4 cents`."""
_PRONOUN = re.compile(
    r"(?:(?:by|on|in|at|over|for|from|since|after|during|as of|compared (?:with|to)|against|versus|relative to) [^,.;:]{1,32}?,? |(?:meanwhile|later|earlier|then|still|overall|today|yesterday),? )?"
    rf"(?P<word>{_OF_MONTH}|"
    r"it|they|(?:one|two|three|four|five|six|some|both|several|most|all|half) of (?:them|these|those)|the (?:metal|commodity|grain|fuel|oilseed|fibre|fiber|battery metal|white metal|base metal)|(?:that|this|(?:the|this) (?:figure|total|settlement|result|volume|amount))(?= (?:is|was|would be|marks|marked|represents|represented) (?:about |around |some |up |down |an? (?:net |further |weekly |sharp )?(?:rise|fall|gain|loss|drop|decline|increase|decrease|build|draw|withdrawal|injection) of )*[$€£¥]?\d)) (?!(?:said|says|also said|expects?|has said|added that|will|would|could|may|might|produces?|produced|sold|sells?)\b)"
)
"""How a sentence opens whose subject is a pronoun, or the kind of what was named; who says or sells is a firm."""
_DATED = re.compile(rf"\b(?:on|by|late|early|since) {WEEKDAY}\b")
"""The day that pins what a price did, where no number does: `It recovered on Thursday`."""
_COUNTED = frozenset(["inventory-change", "production-change", "demand-change"])
_NUMBERS = frozenset(["price", "money", "percent", "quantity", "rate"])


_OPENS_WITH_SPAN = re.compile(
    rf"[\s(\"“]*(?:其中,?|而|并且|另外,?|[^,;。:]{{2,24}}(?:显示|表示|介绍|指出|透露|统计),?)?(?P<word>{SPAN}|周[一二三四五六日]|\d{{1,2}}月份?(?!\d))"
)
"""How a Chinese sentence opens that leaves its subject to the one before: `过去一周减少900吨`, `统计局数据显示,8月下降3%`."""
MARKET = frozenset(["price_move", "inventory_change", "production_change", "demand_change"])
"""Types of what goods do in a market, which one sentence after the other may tell of."""


def opens_with_span(low: str, start: int, end: int) -> bool:
    """Tell, cheaply, whether a Chinese sentence opens with a span of time that may stand for the subject before."""
    return _OPENS_WITH_SPAN.match(low, start, end) is not None


def opens_with_pronoun(low: str, start: int, end: int) -> bool:
    """Tell, cheaply, whether a sentence opens with a pronoun that may stand for goods or their price."""
    return _PRONOUN.match(low, start, end) is not None


def find_stand_in(
    rules: RulePack, drafts: Sequence[Draft], scene: Scene, before: tuple[Sentence, Found] | None = None
) -> StandIn | None:
    """Return what the pronoun or span that opens a sentence stands for, if it names no goods and tells a number.

    `before` is the sentence before in the same paragraph, and what it holds.
    """
    sentence, found = scene.sentence, scene.found
    if sentence.chinese:
        return None if before is None else _left_out(rules, drafts, scene, before[1])
    if sentence.order == 0 or found.commodities:
        return None
    opened = _PRONOUN.match(scene.low, sentence.start, sentence.end)
    if opened is None:
        return None
    numbered = any(amount.kind in _NUMBERS for amount in scene.amounts)
    if not (numbered or _stands_still(scene) or scene.says(_DATED)):
        return None
    span = opened.span("word")
    told = [d for d in drafts if d.sentence.order == sentence.order - 1 and d.candidate.subject is not None]
    for draft in told:
        index = _index(rules, draft) if numbered or draft.type == "price_move" else None
        if index is not None and draft.commodities:
            return StandIn(
                Hit(*span, "subject", draft.candidate.pack.pack.name, index), draft.commodities, draft.candidate.subject
            )
    if not told and before is not None and (works := _works_before(Hit(*span, "subject", "", None), scene, before[1])):
        return works
    if not numbered:
        return None
    market = next(((pack, index) for pack, index, kind in rules.bare if kind is True), None)
    if market is None or told:
        return None
    if before is not None:
        word = Hit(*span, "subject", "", None)
        if (counted := _count_before(word, scene, *before)) or (counted := _price_before(market, word, scene, *before)):
            return counted
    if not _tells_price(scene.amounts):
        return None
    return StandIn(Hit(*span, "subject", market[0].pack.name, market[1]), [])


_STANDSTILL = frozenset(["halt", "resume"])
_WORKPLACE = re.compile(r"(?:mine|smelter|refinery|mill|plant|potline|furnace|steelworks|works|field|terminal)s?\Z")


def _stands_still(scene: Scene) -> bool:
    """Tell whether a sentence has a word for works that stop or start again."""
    return any(name in _STANDSTILL for move in scene.found.moves for name, _ in move.data.sets)


def _works_before(word: Hit, scene: Scene, found: Found) -> StandIn | None:
    """Return the works of one commodity that the sentence before named: `The Tarn mine yields copper. It has been shut since May`."""
    works = [s for s in found.subjects if s.id == "production-change" and _WORKPLACE.search(scene.low, s.start, s.end)]
    if not works or not _stands_still(scene) or len({hit.id for hit in found.commodities}) != 1:
        return None
    return StandIn(word._replace(id=works[0].id, data=works[0].data), found.commodities[:1], works[0])


def _count_before(word: Hit, scene: Scene, sentence: Sentence, found: Found) -> StandIn | None:
    """Return the stocks, output or trade of one commodity whose quantity the sentence before told: `Stocks of gas were 2,755 Bcf. This is`."""
    nouns = [s for s in found.subjects if s.id.replace("_", "-") in _COUNTED]
    if len({hit.id for hit in found.commodities}) != 1 or len({s.id for s in nouns}) != 1:
        return None
    counted = find_amounts(scene.low, sentence.start, sentence.end)
    if not any(a.kind in OF_GOODS for a in counted) or _tells_price(counted):
        return None
    return StandIn(word._replace(id=nouns[0].id, data=nouns[0].data), found.commodities[:1], nouns[0])


def _price_before(
    market: tuple[LoadedPack, int], word: Hit, scene: Scene, sentence: Sentence, found: Found
) -> StandIn | None:
    """Return the price that the sentence before told of one commodity: `agreed on $182 a tonne. That is 12% more than in May`."""
    goods = {hit.id: hit for hit in found.commodities}
    if len(goods) != 1 or not _tells_price(find_amounts(scene.low, sentence.start, sentence.end)):
        return None
    pack, index = market
    noun = next((s for s in found.subjects if s.id == pack.pack.name), None)
    index = noun.data if noun is not None and isinstance(noun.data, int) else index
    return StandIn(word._replace(id=pack.pack.name, data=index), list(goods.values()), noun)


def _left_out(rules: RulePack, drafts: Sequence[Draft], scene: Scene, before: Found) -> StandIn | None:
    """Return the subject that a Chinese sentence leaves to the one before it, which told a change of it or its level."""
    sentence, found = scene.sentence, scene.found
    opened = _OPENS_WITH_SPAN.match(scene.low, sentence.start, sentence.end) if found.moves else None
    if opened is None or any(hit.start >= opened.start("word") for hit in (*found.commodities, *found.subjects)):
        return None  # goods in the name of who tells it count for nothing: 石油部数据显示,8月下降
    if not any(amount.kind in _NUMBERS for amount in scene.amounts):
        return None
    span = opened.span("word")
    bare = next((i for _, i, kind in rules.bare if kind is True), None)
    for draft in reversed([d for d in drafts if d.sentence.order == sentence.order - 1 and d.type in MARKET]):
        index = bare if draft.type == "price_move" else _index(rules, draft)
        if index is not None and draft.commodities:
            return StandIn(
                Hit(*span, "subject", draft.candidate.pack.pack.name, index), draft.commodities, draft.candidate.subject
            )
    named = [s for s in before.subjects if s.id.replace("-", "_") in MARKET]
    goods = [hit for hit in before.commodities if not named or hit.end <= named[-1].end] or before.commodities
    if not goods or (len({hit.id for hit in goods}) != 1 and not (named and 0 <= named[-1].start - goods[-1].end <= 2)):
        return None
    if named:
        return StandIn(Hit(*span, "subject", named[-1].id, named[-1].data), goods[-1:], named[-1])
    market = next(((pack, index) for pack, index, kind in rules.bare if kind is True), None)
    if market is None or QUOTED.search(scene.low, goods[-1].end, sentence.start) is None:
        return None
    return StandIn(Hit(*span, "subject", market[0].pack.name, market[1]), goods[-1:])


def _index(rules: RulePack, draft: Draft) -> int | None:
    """Return which of its pack's subjects a draft tells of."""
    candidate = draft.candidate
    if candidate.bare:
        return next((i for p, i, kind in rules.bare if p is candidate.pack and kind is True), None)
    subject = candidate.subject
    if subject is None or subject.kind != "subject" or subject.id != candidate.pack.pack.name:
        return None
    return subject.data if isinstance(subject.data, int) else None


def _tells_price(amounts: Sequence[Amount]) -> bool:
    return any(amount.kind == "price" and not amount.unit.endswith("/count") for amount in amounts)


_DESCRIBED = re.compile(
    r"(?:the (?:metal|commodity|grain|oilseed|fuel|fibre|fiber|sweetener)|(?P<kind>precious|red|white|base|battery) metal)\Z"
)
_CLAUSE = re.compile(r"(?:,|\b(?:but|and|while|before|though|although|yet|then|whereas)) (?:the )?\Z")
"""What opens the clause in which goods named before are only described."""
_KINDS = {
    "red": frozenset(["copper"]),
    "white": frozenset(["silver", "platinum", "palladium", "lithium"]),
    "precious": members_of("precious_metals"),
    "base": frozenset(["copper", "zinc", "lead", "nickel", "tin", "aluminium"]),
    "battery": frozenset(["lithium", "nickel", "cobalt", "manganese"]),
}


def described(subject: Hit, scene: Scene) -> Hit | None:
    """Return the goods of an English sentence that a later clause only describes: `silver slid, but the white metal rose later`."""
    low = scene.low
    if scene.sentence.chinese or subject.kind != "subject" or subject.id != "price-move":
        return None
    told = _DESCRIBED.match(low, subject.start, subject.end)
    if told is None or scene.says_before(_CLAUSE, subject.start, 16) is None:
        return None
    before = [hit for hit in scene.found.commodities if hit.end <= subject.start]
    if len({hit.id for hit in before}) != 1:
        return None
    return before[-1] if told["kind"] is None or before[-1].id in _KINDS[told["kind"]] else None


_REPRESENTS = re.compile(r"\A represent(?:s|ed)\b| net\b")


def is_reached(subject: Hit, hit: Hit, low: str) -> bool:
    """Tell whether a word of movement is what a pronoun does: nothing else stands between that could move."""
    if not low[subject.start : subject.end].isascii() or low[subject.start].isdigit():
        return subject.end <= hit.start and SPAN_MOVES.fullmatch(low, subject.end, hit.start) is not None
    return subject.end <= hit.start and reaches(_REPRESENTS.sub("", low[subject.end : hit.start]))
