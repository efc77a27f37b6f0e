"""Counted: quantities that go on with the stocks, output or trade which the text has just counted, and leave the noun unsaid.

After `Crude inventories rose by 3.1 million barrels` the words `Gasoline was up 0.9 million barrels` are of stocks too, and after
`Copper output fell 3% in March` those of `Los Ranchos managed 22,300 tonnes, 8% less than a year earlier` are of copper's output.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from tocsin.detect.ellipsis.unnamed_amounts import BESIDE, DOUBT, FIGURED, OF_OTHERS, changes_beside, given_by
from tocsin.detect.magnitudes.denominators import is_priced_by
from tocsin.detect.quantities.amount import OF_GOODS, Amount
from tocsin.detect.scenes.drafts import Draft
from tocsin.detect.scenes.scene import CARRIED, Candidate, Scene
from tocsin.detect.texts.text import Sentence, holds_any
from tocsin.detect.triggers.marks import NUMBERED
from tocsin.detect.words.clauses import find_asides_of_names
from tocsin.detect.words.hits import Found, Hit
from tocsin.detect.words.reach import reaches
from tocsin.messages import Modality

BACK = 2
"""Sentences before one, from which it goes on."""
_TYPES = frozenset(["inventory_change", "production_change", "demand_change"])
_CHANGES = frozenset(["percent", *OF_GOODS])
"""Those by which they change."""
_OTHERS = re.compile(
    rf"\b(?:{FIGURED}|{OF_OTHERS}|(?<!% of )(?<!% of their )(?<!% of its )capacit\w+|people|workers|staff|emissions?|carbon|co2|water|power|cargo|ships?|vessels?|trucks?|equipment|explosives|waste|overburden|"
    r"plans?|planned|expects?|expected|quotas?|contracts?|deals?|agreed|signed|tender)\b"
)
"""Nouns whose quantities are none of what was counted."""
_OTHERS_ZH = re.compile(
    r"产能|从业|人员|员工|运力|装机|运量|运价|吞吐|发运|周转|订单|合同|计划|目标|预计|预期|招标|投标|成交|销售|配额|指标|排放|二氧化碳|疏港|到港|发运|货轮|废|耗|贷款|利润|储量|资源量|设计|投资"
)
_OF_OTHERS = re.compile(
    r" of (?!(?:the |refined |primary )?(?:metal|material|ore|output|production|stocks|concentrates?|cathodes?|imports|exports|oil|fuel|gas|it|them|this|that|which)\b)"
)
"""What makes a quantity one of other goods: `41,000 tonnes of apples`."""


_FLOW_BEHIND = re.compile(
    r" (?:of (?:metal|material|ore|oil|it|fuel) )?(?:(?:(?:was|were|had been|has been|have been) )?(?P<up>arrived|added|delivered in|came in|come in|entered|flowed in|received|warranted|put on warrant|placed on warrant)"
    r"|(?:(?:was|were|had been|has been|have been) )?(?:withdrawn|drawn|drawn down|shipped out|taken out|removed|loaded out|left|departed|went out|flowed out))\b"
)
_FLOW_AHEAD = re.compile(
    r"\b(?:(?P<up>took in|taken in|received|welcomed|booked)|let go of|gave up|released|shipped out|sent out|parted with) (?:about |around |another |a further |just |only )?\Z"
)
"""What tells that goods come into store or leave it, behind a quantity or before it."""


def find_counted(
    scene: Scene, drafts: Sequence[Draft], ancestors: Callable[[str], Iterable[str]]
) -> Iterator[Candidate]:
    """Yield the candidates for quantities that go on with what the sentences before have counted."""
    sentence, found = scene.sentence, scene.found
    if sentence.order == 0 or found.doubted or scene.barriers or _outside(found.subjects, scene):
        return
    amounts = [a for a in scene.amounts if a.kind in OF_GOODS]
    before = counted_before(drafts, scene) if amounts else None
    if before is None or are_of_others(scene):
        return
    if _outside(found.commodities, scene):
        if sentence.chinese:
            return
        yield from _of_goods(before, amounts, scene, ancestors)
        return
    goods = {hit.id: hit for hit in before.commodities}
    if any(hit.id not in goods for hit in found.commodities):
        return
    if len(goods) != 1 or not _are_alike(before, amounts[0], (*goods, *ancestors(next(iter(goods))))):
        return
    if _OF_OTHERS.match(scene.low, amounts[0].place[1]) is None and (change := _change(before, amounts, scene)):
        candidate, given = change
        candidate.commodities = list(goods.values())
        candidate.given = given
        yield candidate


def _outside(hits: Sequence[Hit], scene: Scene) -> Sequence[Hit]:
    """Return the hits but those of an aside behind a name: `Escondida, the largest copper mine, fell 0.7% to`."""
    if not hits or scene.sentence.chinese:
        return hits
    asides = find_asides_of_names(scene.low, scene.sentence.start, scene.sentence.end)
    return [hit for hit in hits if not any(start < hit.start < end for start, end in asides)] if asides else hits


def are_of_others(scene: Scene) -> bool:
    """Tell whether the quantities of a sentence without goods are of anything but goods, or only planned."""
    words = _OTHERS_ZH if scene.sentence.chinese else _OTHERS
    return scene.says(words) is not None


def goes_on(found: Found, sentence: Sentence, low: str, drafts: Sequence[Draft]) -> bool:
    """Tell, cheaply, whether a Chinese sentence without goods may go on with what the one before counted."""
    if not found.moves or found.commodities or found.subjects or not sentence.chinese or not drafts:
        return False
    near = sentence.order - drafts[-1].sentence.order <= BACK and drafts[-1].type in _TYPES
    return near and holds_any(low, ("吨", "桶", "盎司"), sentence.start, sentence.end)


def counted_before(drafts: Sequence[Draft], scene: Scene) -> Draft | None:
    """Return what the sentences just before counted, where that is of one type; else what the headline counts."""
    order, paragraph = scene.sentence.order, scene.sentence.paragraph
    near = [
        d
        for d in drafts
        if d.type in _TYPES
        and d.direction in {"up", "down"}
        and d.modality is not Modality.DENIED
        and 0 < order - d.sentence.order <= BACK
        and paragraph - d.sentence.paragraph <= 1
        and not (scene.sentence.chinese and _flows_by_day(d) and not any(a.kind == "rate" for a in scene.amounts))
    ]
    last = [d for d in near if d.sentence.order == near[-1].sentence.order]
    return last[-1] if last and len({d.type for d in last}) == 1 else None


def _flows_by_day(draft: Draft) -> bool:
    """Tell whether what was counted goes by the day, so that tonnes alone behind it are of something else."""
    return any(amount.unit.endswith("/day") for amount in draft.amounts.values())


def behind_semicolon(candidates: list[Candidate], drafts: Sequence[Draft], scene: Scene) -> list[Candidate]:
    """Return the candidates of a sentence, goods behind a semicolon given the noun before it: `Lead stocks fall 9%; copper up 4%`.

    The goods must be others than those before it, and no price may be told.
    """
    before = drafts[-1] if drafts and scene.sentence.order > 0 and not scene.sentence.chinese else None
    if before is None or before.type not in _TYPES or before.sentence.order != scene.sentence.order - 1:
        return candidates
    if not scene.low.endswith(";", before.sentence.start, before.sentence.end) or scene.found.subjects:
        return candidates
    if any(amount.kind in {"price", "money"} for amount in scene.amounts):
        return candidates
    return [_as_before(candidate, before) or candidate for candidate in candidates]


def _as_before(candidate: Candidate, before: Draft) -> Candidate | None:
    """Return what a price that seems to move tells of what was counted before; None where it is of the same goods or none."""
    goods = candidate.commodities
    if not candidate.bare or not goods or {hit.id for hit in goods} & {hit.id for hit in before.commodities}:
        return None
    if candidate.direction not in {"up", "down"} or before.direction not in {"up", "down"}:
        return None
    return carry_on(before, candidate.direction, (candidate.start, candidate.end), goods[0], goods)


def _are_alike(before: Draft, amount: Amount, family: Iterable[str]) -> bool:
    """Tell whether a quantity is in the unit of what was counted before, or else in one of those goods."""
    measure = amount.unit.partition("/")[0]
    counted = {a.unit.partition("/")[0] for a in before.amounts.values() if a.kind in OF_GOODS}
    return measure in counted if counted else is_priced_by(measure, family)


def _of_goods(
    before: Draft, amounts: Sequence[Amount], scene: Scene, ancestors: Callable[[str], Iterable[str]]
) -> Iterator[Candidate]:
    """Yield what each of the goods that a sentence names did by a quantity: `Gasoline was up 0.9 million barrels`."""
    for hit in scene.found.moves:
        goods = [c for c in scene.found.commodities if c.end <= hit.start]
        amount = next((a for a in amounts if 0 <= a.place[0] - hit.end <= _GOODS), None)
        behind = next((a for a in amounts if scene.low[a.place[1] : hit.start] == ", "), None)
        told = NUMBERED.match(scene.low, hit.end) or (behind and _BY_PART.match(scene.low, hit.end))
        amount = amount or behind
        if not goods or amount is None or told is None:
            continue
        own = goods[-1]
        if not reaches(scene.low[own.end : min(hit.start, amount.place[0])]) or not _are_alike(
            before, amount, (own.id, *ancestors(own.id))
        ):
            continue
        direction = direction_of(before, hit)
        if direction is not None:
            yield carry_on(before, direction, (hit.start, hit.end), own, [own])


_BY_PART = re.compile(
    r" (?:by )?(?:about |nearly |almost |roughly |just over |more than )?an? (?:third|quarter|fifth|tenth|half)\b"
)
"""By what part a quantity changed: `tin was 1,140 tonnes, up by almost a third`."""
_GOODS = 14
"""Characters between a word of movement and the quantity that it moves."""


def direction_of(before: Draft, hit: Hit) -> str | None:
    """Return the way in which a word of movement moves what was counted before; None where it gives it no meaning."""
    pack = before.candidate.pack
    subject = before.candidate.subject
    own = subject is not None and subject.kind == "subject" and subject.id == pack.pack.name
    nouns = (
        [subject.data] if subject is not None and own else range(len(pack.pack.subjects))
    )  # of a row's later members
    return next((way for index in nouns for _, way in pack.meanings(index, hit.data) if way in {"up", "down"}), None)


def _change(before: Draft, amounts: Sequence[Amount], scene: Scene) -> tuple[Candidate, dict[str, Amount]] | None:
    """Return what a comparison or a word of movement beside a quantity says of it, with the amounts whose meaning is known."""
    first = amounts[0]
    subject = Hit(*first.place, "amount", "", None)
    noun = next((hit for hit in scene.found.moves if _is_recorded(hit, scene)), None)
    if noun is not None and not scene.sentence.chinese and (way := direction_of(before, noun)) is not None:
        near = abs(first.place[0] - noun.end) <= BESIDE
        return (carry_on(before, way, (noun.start, noun.end), subject, []), {}) if near else None
    change = next(changes_beside(first, amounts, _CHANGES, scene, itself=True), None)
    if change is not None:
        given = given_by(change, first)
        candidate = carry_on(before, change.direction, (change.start, change.end), subject, [])
        candidate.spent = (*given.values(), *((change.earlier,) if change.earlier is not None else ()))
        return candidate, given
    if before.type == "inventory_change" and (flow := _flow(first, scene)):
        up, start, end = flow
        return carry_on(before, "up" if up else "down", (start, end), subject, []), {"change_by": first}
    for hit in scene.found.moves:
        direction = direction_of(before, hit)
        if direction is None or scene.is_named(hit) or NUMBERED.match(scene.low, hit.end) is None:
            continue
        if scene.sentence.chinese:
            if hit.start >= first.place[1] and _APART_ZH.fullmatch(scene.low, first.place[1], hit.start):
                return carry_on(before, direction, (hit.start, hit.end), subject, []), {"level": first}
            continue
        if abs(first.place[0] - hit.end) <= BESIDE:
            return carry_on(before, direction, (hit.start, hit.end), subject, []), {}
    return None


_RECORDED = re.compile(
    r"\b(?:(?:record|post|register|report|log|book|show|notch)ed|saw|sees) (?:an? )?(?:[a-z]+ )?(?:(?:year-on-year|annual|month-on-month|yearly|monthly) )?\Z"
)
"""What stands before a noun that tells how a quantity changed: `Collahuasi recorded a year-on-year decrease of 11.2%`."""
_OF_NUMBER = re.compile(r" of (?:about |nearly |almost |around )?\d")


def _is_recorded(hit: Hit, scene: Scene) -> bool:
    """Tell whether a noun of movement is what somebody recorded, with its number behind it."""
    return _OF_NUMBER.match(scene.low, hit.end) is not None and scene.says_before(_RECORDED, hit.start, 60) is not None


_APART_ZH = re.compile(
    r"(?:左右|上下)?[,(]?(?:较|比|同比|环比|周环比|旬环比|月环比|年)?(?:去年同期|上年同期|上月末?|上周[一二三四五六日末]?|前一?[日周月旬]|上一?[旬周月期]|[前上]一交易日|年初)?(?:环比|同比)?(?:则|也|均|仍|再|又|大幅|小幅|略|净)*"
)
"""What stands between a Chinese quantity and what it did: `6100万吨,较上周减少90万吨`."""


def _flow(amount: Amount, scene: Scene) -> tuple[bool, int, int] | None:
    """Return whether a quantity comes into store or leaves it, and where the words stand that say so."""
    low, (start, end) = scene.low, amount.place
    found = _FLOW_BEHIND.match(low, end) or scene.says_before(_FLOW_AHEAD, start)
    return None if found is None else (found["up"] is not None, found.start(), found.end())


def carry_on(before: Draft, direction: str, words: tuple[int, int], subject: Hit, goods: list[Hit]) -> Candidate:
    """Return the candidate that tells of some goods what was told before of others."""
    told = before.candidate
    return Candidate(
        told.pack,
        CARRIED,
        direction,
        *words,
        subject=subject,
        measure=told.measure,
        measure_span=told.measure_span,
        cost=DOUBT,
        commodities=goods,
        spoken=True,
    )
