"""Sequels: the size of a fact that the sentence after it tells: `It covers 9,000 tonnes a year.`, 合同总金额为4.2亿元.

A fact without any amount takes one of the next sentence, where that says in the words by which such facts are measured what it
covers, costs or stops, and tells no fact of the same kind itself. What the sentence opens with must stand for the fact: a
pronoun, its noun (`the contract`), or who did it.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from tocsin.detect.findings.weighed import DEEDS, weighed_row
from tocsin.detect.quantities.amount import Amount, unit_class
from tocsin.detect.quantities.amounts import find_amounts
from tocsin.detect.quantities.read_alone import rated
from tocsin.detect.scenes.drafts import Ancestors, Draft
from tocsin.detect.texts.text import Sentence
from tocsin.detect.words.hits import Found
from tocsin.messages import Modality

NEAR = 2
"""Sentences after a fact in which its size is looked for."""
_ROOM = 40
"""Characters between the words of a size and its number: `covers deliveries of some`."""
_TELLS_NOTHING = frozenset([Modality.DENIED, Modality.HISTORICAL])


class _Size(NamedTuple):
    """How a size of a fact is told: what opens the sentence and the verb, what the amount is by its class of unit."""

    opened: re.Pattern[str]
    means: dict[str, str]
    direction: str = ""
    """The one direction of which such words tell the size; empty for any."""


def _english(heads: str, verbs: str) -> re.Pattern[str]:
    return re.compile(
        rf"(?:(?:under|in|at|by|from|on|with|once) [^,.;\d]{{2,32}},? )?(?:it|they|this|that|these|the (?:[a-z'’-]+ ){{0,3}}?(?:{heads}))(?:['’]ll)?"
        r"(?:,(?= (?:worth|valued at|put at)\b))?"
        r"(?: (?:is|are|was|were|be|been|being|will|would|has|have|had|to|can|could|may|also|now|alone|initially|together|reportedly|currently|expects?|expected|due|set|said))*"
        rf"(?:, [^,.;]{{2,48}},(?: (?:had|has|would|will|was|is|have))*)? (?:{verbs})\b[^,;.\d$€£¥]{{0,{_ROOM}}}"
    )


def _chinese(words: str) -> re.Pattern[str]:
    return re.compile(rf"(?:[^;。]{{0,60}}?,)?[^,;。\d]{{0,16}}?(?:{words})[^,;。\d]{{0,10}}")


def _marked(verbs: str) -> re.Pattern[str]:
    """Return the words of a mark that a price reached, which nobody expects and which is not of before."""
    unreal = (
        r"could|may|might|would|should|if|when|until|forecasts?|forecasted|expects?|expected|expecting|predicts?|predicted|projects|projected|targets?|targeting|sees|foresees|will|than"
        r"|(?:years?|months?|weeks?) (?:ago|earlier|before)|last year|previously|from|back in|had"
    )
    return re.compile(
        rf"(?![^;\d]{{0,200}}?\b(?:{unreal})\b)[^;]{{0,160}}?\b(?:{verbs})\b[^,;.\d$€£¥]{{0,{_ROOM}}}(?=[\d$€£¥])"
        r"(?![^;]{0,48}?\b(?:(?:years?|months?|weeks?) (?:ago|earlier|before)|last year)\b)"
    )


_AT_A_MARK = (
    "hit|hits|hitting|reach|reached|reaches|reaching|touch|touched|touches|touching|traded? (?:at|near|around)|trades (?:at|near|around)|trading (?:at|near|around)"
    "|priced at|quoted at|hover(?:ed|s|ing)? (?:at|near|around)|stood at|stands at|settled at|settling at|closed at|closing at|ended at|ending at|sits? at|sat at"
)
_WHO = "company|firm|group|buyer|seller|owner|operator|producer|miner|smelter|utility|trader|agency|ministry|government|state|customer|supplier"
_TONNES = {"mass": "quantity", "rate": "quantity"}
_LOST = {"mass": "change_by", "rate": "change_by"}
_MADE = {"mass": "level", "rate": "level"}
_OUTPUT = "produce|produces|produced|make|makes|made|yield|yields|yielded|process|processes|processed|turn out|turns out|turned out"
_SIZES: dict[str, tuple[_Size, ...]] = {
    "price_move": (
        _Size(
            _english(
                "metal|contract|price|benchmark|futures|commodity",
                "last traded at|last at|last quoted at|traded at|trading at|trades at|quoted at|stood at|stands at|last stood at|last changed hands at|changed hands at",
            ),
            {"price": "level"},
        ),
        _Size(_marked(_AT_A_MARK), {"price": "level"}),
        _Size(
            _marked(
                "past|above|over|beyond|top|topped|tops|topping|cross|crossed|crosses|crossing|pass|passed|passes|passing|surpass(?:ed|es|ing)?|exceed(?:ed|s|ing)?|breach(?:ed|es|ing)?|broke(?: through)?|breaking"
            ),
            {"price": "level"},
            "up",
        ),
        _Size(
            _marked("below|under|beneath|breach(?:ed|es|ing)?|broke(?: through)?|breaking(?: through)?"),
            {"price": "level"},
            "down",
        ),
    ),
    "large_contract": (
        _Size(
            _english(
                rf"deals?|contracts?|agreements?|orders?|accords?|pacts?|purchases?|sales?|awards?|packages?|tenders?|volumes?|value|total|quantity|tonnage|{_WHO}",
                "has (?:an? )?(?:[a-z-]+ ){0,2}value of|includes?|cover|covers|covered|call for|calls for|provide for|provides for|foresees?|envisages?|involves?|comprises?|total|totals|totalled|amounts? to|runs? to|valued at|worth|put at"
                "|estimated at|outlined|outlines|set out|stipulated|specified|specifies|pertains to|pertained to|relates to|provided for|called for|take|takes|deliver|delivers|delivered|supply|supplied|supplies|buy|buys|receive|receives|ship|ships|shipped|is for|was for|is|are",
            ),
            {"money": "value", **_TONNES},
        ),
        _Size(
            re.compile(
                r"under (?:the|this) (?:[a-z]+ ){0,3}?(?:agreement|contract|deal|spa|accord|pact),? (?:about |up to |some |around )?"
                rf"|deliveries (?:will |are to |are due to |are expected to )?(?:start|begin)\b[^;.]{{0,90}}? (?:and |then )+(?:will )?(?:rise|rising|grow|increase|reach)\b[^,;.\d]{{0,{_ROOM}}}"
            ),
            _TONNES,
        ),
        _Size(
            _chinese(
                r"(?:合同|协议|订单|交易|采购|供货|供应|销售|中标|货物|标的)[^,;。\d]{0,6}(?:金额|价款|总价|总额|货值|价值|数量|总量)|(?:采购|供货|供应|交付|包销|承购|销售)量|总金额|总货值|总价款|涉及金额|(?:这|该|此)批(?:货物?|次)?"
            ),
            {"money": "value", **_TONNES},
        ),
    ),
    "mna": (
        _Size(
            _english(
                rf"deals?|acquisitions?|takeovers?|purchases?|sales?|transactions?|offers?|bids?|price|consideration|stake|value|{_WHO}",
                "includes?|pay|pays|paid|paying|worth|valued at|values|costs?|cost|amounts? to|totals?|totalled|fetch|fetches|fetched|put at|is|was|comprises?|offering|offers|offered",
            ),
            {"money": "value"},
        ),
        _Size(
            re.compile(
                r"[^;.]{0,140}?\b(?:implies|implying|represents|representing|valuing|values) (?:[a-z'’-]+ ){0,6}?(?:value|consideration|price|valuation|at) (?:of )?(?:about |around |approximately )?"
            ),
            {"money": "value"},
        ),
        _Size(
            re.compile(
                r"the (?:[a-z'’-]+ ){0,3}?(?:project|mine|stake|interest|asset|assets|business|unit|plant|smelter|refinery|operation|company|field)s? (?:will be|is to be|is being|was|has been|is) sold (?:to [^.;\d]{2,64}? )?for (?:about |around |some )?"
            ),
            {"money": "value"},
        ),
        _Size(_english(_WHO, "holds?|owns?|has|gets?|controls?"), {"percent": "share"}),
        _Size(
            _chinese(r"对价|作价|总价|交易金额|交易价格|收购价格?|转让价款?|转让价格|成交价|代价"), {"money": "value"}
        ),
    ),
    "production_change": (
        _Size(
            _english(
                rf"stoppages?|shutdowns?|halts?|closures?|outages?|suspensions?|curtailments?|cuts?|reductions?|strike|fire|repairs?|maintenance|works?|{_WHO}",
                "affects?|affected|removes?|take out|takes out|takes away|takes off|cost|costs|idles?|loss of|loses?|lose|lost|amounts? to|equals?|means?|stops?|sidelines?|puts? the loss at|estimates? the loss at",
            ),
            _LOST,
        ),
        _Size(
            _english(
                "mines?|plants?|smelters?|refinery|works|mills?|facility|site|complex|operations?|units?|lines?|potlines?|furnaces?|producer",
                f"{_OUTPUT}|capacity of|(?:has|with) (?:an? )?(?:[a-z-]+ ){{0,2}}capacity",
            ),
            _MADE,
        ),
        _Size(
            re.compile(
                r"(?![^;]{0,160}?\b(?:had|last year|in 20\d\d|compared|than)\b)[^;.]{0,80}?\b(?:mined|extract(?:ed|ing)|poured|pouring|recovered|dug up|smelted|produced)"
                r" (?:(?:about|some|nearly|over|around|more than|a record|a total of) )?(?=\d)"
            ),
            _MADE,
            "up",
        ),
        _Size(
            re.compile(
                r"[^;.\d]{2,80}? (?:(?:was|were|had been|has been|have been) (?:producing|pumping|making|mining|exporting|processing|turning out)|(?:produced|pumped|made|mined|exported|processed|turned out)(?=[^;.]{4,60}? (?:before|prior to|until|last year|in 20\d\d|a year|per year|annually)\b))"
                r" (?:(?:about|some|nearly|over|around|up to|more than|as much as|an average of|between) )?(?=\d)"
            ),
            _MADE,
            "halt",
        ),
        _Size(
            re.compile(
                r"[^,;.\d]{2,48}? (?:can|could|is able to|is built to|normally) (?:make|makes|produce|produces|turn out|turns out|process|processes|smelt|refine|mine|pump)"
                r" (?:(?:about|some|nearly|over|around|up to|more than|as much as) )?(?=\d)"
            ),
            _MADE,
            "halt",
        ),
        _Size(
            re.compile(
                r"(?:该|此)(?:国|州|省|矿区|矿|厂|油田)(?:\d{1,2}月份?|去年|今年)?[^,;。\d]{0,8}(?:日产|月产|年产)[^,;。\d]{0,8}"
            ),
            _MADE,
            "halt",
        ),
        _Size(_chinese(r"影响(?:[^,;。\d]{0,6}(?:产量|产能|产出|供应|铁水))?|损失|减少产量"), _LOST),
        _Size(_chinese(r"(?:年|设计|总|名义|在产|涉及|核定)产能|去年产量|年产量"), _MADE),
        _Size(
            re.compile(
                r"(?:该|此|上述|这)[^,;。\d]{0,6}(?:[矿厂窑炉]|装置|产线|基地|项目|油田|气田)[^,;。\d]{0,3}年产[^,;。\d]{0,12}|[\u4e00-\u9fff]{2,6}(?:矿|厂|装置|产线)年产[^,;。\d]{0,12}"
            ),
            _MADE,
        ),
    ),
    "supply_source": (
        _Size(
            _english(
                "mines?|plants?|smelters?|refinery|works|mills?|facility|site|complex|operations?|units?|lines?|projects?|fields?|terminals?|trains?|deposits?",
                f"{_OUTPUT}|capacity of|(?:ha[sd]|have|with) (?:an? )?(?:[a-z-]+ ){{0,2}}capacity|holds?|contains?|deliver|delivers|pump|pumps|built for|designed for|sized for|rated at|rated for|geared to",
            ),
            {"mass": "quantity", "rate": "capacity"},
        ),
        _Size(
            re.compile(
                r"(?:(?:its|the) )?(?:(?:phase|stage) (?:one|1|i)|first (?:phase|stage))(?: of [a-z ]{2,24})? (?:is|is for|covers|has|makes|will (?:make|produce|have)|is to (?:make|produce)|(?:is|was) (?:designed|built|sized) for|comprises|provides|is sized at) (?:about |some |a capacity of )?(?=\d)"
            ),
            {"mass": "quantity", "rate": "capacity"},
        ),
        _Size(
            re.compile(
                rf"(?:preliminary|initial|early|first|internal|management) estimates? (?:point|points|suggest|suggests|indicate|indicates|put|puts)\b[^,;.\d]{{0,{_ROOM}}}"
            ),
            {"mass": "quantity"},
        ),
        _Size(
            _chinese(
                r"(?:年|设计|总|规划|达产)产能|达产后|(?:核准|建设|设计|生产|开采|规划)(?:建设|生产)?规模|生产能力|资源量|储量"
            ),
            {"mass": "quantity", "rate": "capacity"},
        ),
    ),
    "stockpiling": (
        _Size(_chinese(r"(?:实际|最终|总|累计)成交量?(?:总量)?|共成交"), {"mass": "quantity"}, "release"),
        _Size(
            _english(
                rf"purchases?|releases?|tenders?|sales?|auctions?|programme|plan|order|{_WHO}",
                "seeks?|seeking|wants?|plans? to (?:buy|sell|release)|buy|buys|bought|asks? for|asking for|covers?|amounts? to|totals?|release|releases|sell|sells|offers?|is for|spend|spends",
            ),
            {"mass": "quantity", "money": "value"},
        ),
        _Size(
            _chinese(
                r"(?:收储|采购|投放|抛储|竞拍|交易|轮换)[^,;。\d]{0,4}(?:数量|总量|规模|量)|计划(?:收储|采购|投放)"
            ),
            {"mass": "quantity"},
        ),
    ),
    "smuggling": (
        _Size(
            _english(
                "goods|metal|haul|cargo|consignment|shipment|load|seizure|bars|ingots|ore|value",
                "weigh|weighs|weighed|weighing|worth|valued at|put at|estimated at|totalled|totals|amounts? to|contained",
            ),
            {"mass": "quantity", "rate": "quantity", "money": "value"},
        ),
        _Size(
            re.compile(
                r"[^;.]{0,120}?\b(?:seiz(?:e[sd]?|ing)|confiscat(?:e[sd]?|ing)|intercept(?:s|ed|ing)?|impound(?:s|ed|ing)?|recover(?:s|ed|ing)?|found) (?:(?:about|some|nearly|almost|over|around|more than|at least) )?"
            ),
            _TONNES,
        ),
    ),
    "export_control": (
        _Size(
            _english(
                "levy|duty|dut(?:y|ies)|tariffs?|tax|rate", "set at|is|be|rise to|amounts? to|stands? at|apply at"
            ),
            {"percent": "level"},
        ),
        _Size(
            re.compile(
                r"(?![^;]{0,160}?\b(?:had been|last year|in 20\d\d|compared|than)\b)[^;.]{0,140}?\b(?:quotas?|caps?|ceilings?|allotments?|allowances?|limits?)(?: of|:| at| set at| is| are| will be| was| were)"
                r" (?:about |around |some |up to )?(?=\d)"
            ),
            _TONNES,
        ),
        _Size(_chinese(r"税率|关税"), {"percent": "level"}),
    ),
}


def lend_sizes(
    drafts: list[Draft], sentences: Sequence[Sentence], found: Sequence[Found], low: str, ancestors: Ancestors
) -> list[Draft]:
    """Give facts without an amount the size that a sentence right after theirs tells; one that names other goods tells none.

    A fact of several goods, each of which that sentence tells by its weight, is returned as one fact of each.
    """
    short = [
        draft
        for draft in drafts
        if draft.type in _SIZES and draft.modality not in _TELLS_NOTHING and (not draft.amounts or _lacks_worth(draft))
    ]
    for draft in short:
        if draft.type == "mna" and draft.sentence.chinese and draft.amounts and (worth := _own_worth(draft, low)):
            draft.amounts["value"] = worth
    short = [draft for draft in short if not draft.amounts or _lacks_worth(draft)]
    if not short:
        return drafts
    split: dict[int, list[Draft]] = {}
    places = {sentence.start: at for at, sentence in enumerate(sentences)}
    for draft in short:
        # a fact may be told twice, in the headline and below it: its size stands behind either
        ours = {draft.sentence.start, *(sentence.start for sentence in draft.also)}
        taken = {s.start for o in drafts if o.type == draft.type for s in (o.sentence, *o.also)}
        apart = {
            at
            for at in {places[start] + step for start in ours for step in range(1, NEAR + 1)}
            if at < len(sentences) and not _goes_on(draft, sentences[at], found[at], taken, ancestors)
        }
        for at in _near({places[start] for start in ours}, len(sentences), apart):
            told = _size(draft, sentences[at], low)
            if told is not None:
                draft.amounts[told[0]] = told[1]
                draft.also.append(sentences[at])
                if len(draft.amounts) == 1:
                    split[id(draft)] = _by_weight(draft, sentences[at], found[at], low)
                break
    return [part for draft in drafts for part in split.get(id(draft)) or [draft]]


_OF_WORTH = frozenset(["large_contract", "mna"])
_WORTH = re.compile(r"worth|value|金额|总额|总价|价款|货值|对价|作价")
"""What makes money of a later sentence the worth of a deal whose goods are counted already."""

_PAID = re.compile(r"\b(?:it|they) (?:[a-z]+ ){0,2}?(?:pay|pays|paid|paying) (?:about |around |some |a total of )?\Z")
_PARTY = re.compile(rf"\b(?:{_WHO})\b")


def _is_of_deal(opened: str) -> bool:
    """Tell whether the words before a sum say what the deal is worth, and not its party."""
    return (_WORTH.search(opened) is not None and _PARTY.search(opened) is None) or _PAID.search(opened) is not None


def _lacks_worth(draft: Draft) -> bool:
    """Tell whether the goods or the share of a deal are told, and no money."""
    return draft.type in _OF_WORTH and draft.direction != "terminate" and "value" not in draft.amounts


_OWN_WORTH = re.compile(
    r"(?:总对价|对价|作价|交易对价|总价款?|交易金额|交易总额|交易价格|收购价格?|转让价款?|转让价格|成交价格?|股权转让款)(?:合计|总计|约|共计|共|为|是|达|不超过|[::])*(?=[\d约])"
)


def _own_worth(draft: Draft, low: str) -> Amount | None:
    """Return the money that the rest of a deal's own sentence calls its price: `收购100%股权,交易已完成,总对价12亿美元`."""
    opened = _OWN_WORTH.search(low, draft.candidate.end, draft.sentence.end)
    if opened is None:
        return None
    amounts = find_amounts(low, draft.sentence.start, draft.sentence.end)
    return next((a for a in amounts if a.kind == "money" and 0 <= a.place[0] - opened.end() + 1 <= 2), None)


def _goes_on(draft: Draft, sentence: Sentence, found: Found, taken: set[int], ancestors: Ancestors) -> bool:
    """Tell whether a sentence may go on with a fact: it tells none of its kind and names no other goods."""
    return (
        sentence.start not in taken
        and sentence.chinese is draft.sentence.chinese
        and _of_same_goods(draft, found, ancestors)
    )


def _near(places: set[int], end: int, apart: set[int]) -> Iterator[int]:
    """Yield which sentences stand right behind those that tell a fact, up to the first that does not go on with it."""
    for place in sorted(places):
        for at in range(place + 1, min(place + 1 + NEAR, end)):
            if at in apart:
                break
            yield at


def _by_weight(draft: Draft, sentence: Sentence, found: Found, low: str) -> list[Draft]:
    """Return one draft for each of its goods where a sentence tells all of them by their weights; else none."""
    if draft.type not in DEEDS or len(draft.ids) < 2:
        return []
    row = weighed_row(find_amounts(low, sentence.start, sentence.end), found.commodities, low)
    if {hit.id for hit, _ in row} != set(draft.ids):
        return []
    return [replace(draft, commodities=[hit], amounts={**draft.amounts, "quantity": amount}) for hit, amount in row]


def _of_same_goods(draft: Draft, found: Found, ancestors: Ancestors) -> bool:
    """Tell whether a sentence names no goods, or some of a fact's own: its family's or its kinds'."""
    ours, theirs = (
        {name for id_ in ids for name in (id_, *ancestors(id_))}
        for ids in (draft.ids, [hit.id for hit in found.commodities])
    )
    return not theirs or bool(ours & theirs)


def _size(draft: Draft, sentence: Sentence, low: str) -> tuple[str, Amount] | None:
    """Return what size of a fact a sentence tells, by its meaning in the fact's pack."""
    allowed = draft.candidate.pack.pack.amounts
    amounts: list[Amount] | None = None
    for size in _SIZES[draft.type]:
        if size.direction not in {"", draft.direction}:
            continue
        opened = size.opened.match(low, sentence.start, sentence.end)
        if opened is None:
            continue
        if amounts is None:
            amounts = find_amounts(low, sentence.start, sentence.end)
        for amount in amounts:
            unit = unit_class(amount.unit)
            meaning = size.means.get(unit)
            if (
                amount.start < opened.end() - _ROOM
                or amount.place[0] > opened.end() + 4
                or amount.place[1] <= opened.end() - 1
            ):
                continue
            if meaning is None or amount.kind in {"bare", "grade"} or amount.part == "from":
                continue
            if draft.amounts and (meaning in draft.amounts or not _is_of_deal(opened.group())):
                continue
            if unit in allowed.get(meaning, ()):
                return meaning, _of_a_year(amount, opened, low)
    return None


_OF_A_YEAR = re.compile(r" (?:annual|yearly)(?= )")


def _of_a_year(amount: Amount, opened: re.Match[str], low: str) -> Amount:
    """Return what a works can make in a year as a rate: `has an annual capacity of 120,000 tonnes`."""
    words = _OF_A_YEAR.search(low, opened.start(), amount.place[0])
    timed = None if words is None else rated(low, amount, words.span())
    return amount if timed is None else timed
