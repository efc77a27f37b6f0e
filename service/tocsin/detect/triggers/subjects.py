"""Subjects: which nouns of measure count, and how near each stands to a word of movement.

A noun that is ambiguous (`stocks`, `supply`) counts only beside its goods. What stands between the noun and the movement, or takes
its place as the subject, costs as much as distance does.
"""

import re

from tocsin.detect.bindings.rows_chinese import goods_of_row
from tocsin.detect.bindings.stand_ins import described, is_reached
from tocsin.detect.calendar.contracts import opens_with_futures
from tocsin.detect.scenes.scene import FAR, Candidate, Scene
from tocsin.detect.texts.chinese import OTHER_NOUN
from tocsin.detect.topics.neutral import leaves_open
from tocsin.detect.triggers.english import is_barred, side_cost
from tocsin.detect.triggers.marks import NUMBERED
from tocsin.detect.triggers.moving_chinese import chinese_side, is_of_raw_material, is_price_step
from tocsin.detect.words.hits import Hit
from tocsin.rules.loader import LoadedPack, Move

BARRED, BARRED_CHINESE = 14.5, 20.0
"""What a noun costs that takes the subject's place: as much as the farthest distance or more, which is longer in Chinese."""

_MONTH = re.compile(r"[\s.]*(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*[\s.]*(?:delivery )?\Z")
"""What parts a commodity from its contract: `zinc April contract`."""

EMBEDS = re.compile(
    r"\s+(?:about|over|on|of|for|around|in|regarding|from|to)\s+"
    r"(?:(?!(?:sen[dt]s?|push(?:es)?|drags?|drives?|drove|keeps?|kept|left|hits?|weighs?|dragged|pushed|weighed|knocked|pulled|hurt|sank|sink)\b)[\w'-]+\s+){0,3}$"
)

_COSTLY = frozenset(["cheaper", "dearer", "costlier", "pricier"])
"""Words of what a thing costs, which tell nothing of how much of it there is: `buying has become cheaper`."""


def bound(pack: LoadedPack, subject: Hit, hit: Hit, move: Move, scene: Scene) -> Candidate | None:
    """Bind a word of movement to a subject; None where the pack gives the movement no meaning or they overlap."""
    if subject.start < hit.end and hit.start < subject.end:
        return None
    if scene.stand_in is not None and subject is scene.stand_in.subject and not is_reached(subject, hit, scene.low):
        return None
    meanings = pack.meanings(subject.data, move)
    if not meanings or _is_of_other_kind(pack, subject, hit, scene):
        return None
    cost = FAR
    for each, way in meanings:
        costs = _cost(each, subject, hit, scene)
        if costs < cost:
            cost, cls, direction = costs, each, way
    if cost >= FAR:
        return None
    if cls == "object_verb" and scene.sentence.chinese and any(a <= hit.start < b for a, b in scene.asides):
        return None  # 沪锌受库存增加拖累下跌: the word only ends the cause
    if cls == "noun" and scene.low.endswith(" to ", 0, hit.start) and not scene.says_before(_LED_TO, hit.start, 24):
        return None  # cuts duties to boost sales
    if cls == "noun" and not scene.sentence.chinese and scene.says_before(_TO_DO_AND, hit.start, 64):
        return None  # supplies to help sustain the sector and boost incomes
    if cls == "object_verb" and hit.end < subject.start and _CURBS_TO.search(scene.low, hit.end, subject.start):
        return None  # export curbs to stabilise rubber prices
    if (
        cls == "adjective"
        and not scene.sentence.chinese
        and subject.start < hit.start
        and (
            _OF_NEXT.match(scene.low, hit.start - 2, hit.end + 24)
            or _OF_NEXT.match(scene.low, hit.start - 4, hit.end + 24)
        )
    ):
        return None  # weak exports, stronger ringgit
    if cls == "object_verb" and _BAN_OF.search(scene.low, hit.end, max(hit.end, subject.start)):
        return None  # lifted the suspension of exports
    if hit.end < subject.start and subject.id in _OF_GOODS and _MONEY_FOR.search(scene.low, hit.end, subject.start):
        return None  # cut the credit line for sales of wheat
    rule = pack.pack.subjects[subject.data]
    stand_in = scene.stand_in
    noun = stand_in.told or subject if stand_in is not None and subject is stand_in.subject else subject
    return Candidate(
        pack,
        f"move.{cls}",
        direction,
        hit.start,
        hit.end,
        subject=subject,
        measure=rule.measure,
        measure_span=(noun.start, noun.end) if rule.measure else None,
        cost=cost,
        nominal=cls in {"noun", "adjective"},
        needs_commodity=rule.commodity,
    )


def _is_of_other_kind(pack: LoadedPack, subject: Hit, hit: Hit, scene: Scene) -> bool:
    """Tell whether a word of movement tells of prices where its subject is none, or of quantities where it is one."""
    word, type_ = scene.low[hit.start : hit.end], pack.pack.signal
    if type_ == "price_move":  # but stocks at the hub of crude futures were up 1.1 million barrels
        return not scene.sentence.chinese and is_of_quantity(hit, scene)
    if word in _COSTLY or (type_ == "export_control" and _is_no_rate(hit, scene)):
        return True
    return "价" in word or _is_of_money(subject, hit, scene)  # 涨价影响开工率, 库存见底,上调80元


_GOODS = 14
"""Characters between a word of movement and the quantity that it moves."""


_MILLIONS = re.compile(
    r"(?: (?:at|to|by|from))? (?:about |some |around |nearly )?\d[\d.,]* (?:million|billion)\b(?! (?:yuan|dollars|euros|rupees|pounds|ringgit|rand|yen|won))"
)
"""Numbers that count goods, which no price is: `wheat stuck at 1.9 billion`."""


_TO_TONNES = re.compile(
    r" (?:by )?[\d.]+(?:%| percent| per ?cent)[^;:.$€£¥]{0,56}? to \d[\d.,]* (?:million |billion |mln )?(?:metric )?(?:tonnes|tons|barrels|bushels|bales|bags)\b(?! (?:a|per)\b)"
)
"""By how much goods rose that are told in tonnes: `oats from Chile rose 4% on the year to 1.2 million tonnes`."""


def is_of_quantity(hit: Hit, scene: Scene) -> bool:
    """Tell whether what moves is counted in tonnes, which is no price: `on-warrant zinc plunged to 61,300 tonnes`."""
    if NUMBERED.match(scene.low, hit.end) is None:
        return False
    if _MILLIONS.match(scene.low, hit.end) or _TO_TONNES.match(scene.low, hit.end):
        return True
    return any(
        a.kind == "quantity" and 0 <= a.place[0] - hit.end <= _GOODS and " per " not in scene.low[hit.end : a.place[0]]
        for a in scene.amounts
    )


def _is_of_money(subject: Hit, hit: Hit, scene: Scene) -> bool:
    """Tell whether a Chinese verb moves a price by the number behind it, in a clause after the subject's: `库存见底,上调80元`."""
    return subject.id not in _IN_MONEY and is_price_step(hit, scene)


_IN_MONEY = frozenset(["price-move", "corporate-results", "export-control", "large-contract"])
"""Packs whose subjects are told in money."""


def _is_no_rate(hit: Hit, scene: Scene) -> bool:
    """Tell whether a verb raises or cuts no tariff: curbs are measures themselves, and one lifted to no rate is gone."""
    low = scene.low
    if low.startswith("curb", hit.start):
        return True
    return low.startswith("lift", hit.start) and not any(
        a.place[0] >= hit.end and (a.kind == "percent" or (a.kind == "price" and a.part == "to" and a.high != 0))
        for a in scene.amounts
    )


ROW_STEP = 6.0
"""What a noun costs of which a later clause tells a part, however far it stands: `库存…,其中螺纹钢减少7万吨`."""
_ROWED = frozenset(["inventory-change", "production-change", "demand-change"])


def _cost(cls: str, subject: Hit, hit: Hit, scene: Scene) -> float:
    """Weigh the words between a noun and a movement; first what rules them out, which takes no measuring."""
    if scene.sentence.chinese:
        return _cost_chinese(cls, subject, hit, scene)
    if subject.id != "price-move" and scene.says_before(_PRICED_FOR, subject.start, 48):
        return FAR
    if subject.id == "price-move" and _COUNTED_FROM.search(scene.low, hit.end, max(hit.end, subject.start)):
        return FAR
    if is_barred(cls, scene.low, subject, hit) or _hands_on(subject, hit, scene) or _is_of_goods(subject, hit, scene):
        return FAR
    gap = scene.between(subject, hit) + 2.0 * scene.moves_between(subject, hit) + _barred(subject, hit, scene)
    return gap + side_cost(cls, gap, scene.low, subject, hit)


def _cost_chinese(cls: str, subject: Hit, hit: Hit, scene: Scene) -> float:
    side = chinese_side(cls, subject, hit, scene.low)
    if side >= FAR:
        return FAR
    gap = scene.between(subject, hit)
    far = gap > ROW_STEP and subject.end <= hit.start and subject.id in _ROWED
    if far and goods_of_row(subject, hit.start, scene) is not None:
        return ROW_STEP + side
    if _is_unnamed(subject, hit, scene) or _is_of_later(subject, hit, scene.low):
        return FAR
    return gap + 2.0 * scene.moves_between(subject, hit) + _barred(subject, hit, scene) + side


_HANDS_ON = re.compile(
    r"(?: (?:for|of|from|in) (?:[a-z-]+ ){0,3}[a-z-]+)?(?: (?:also|has|have|had|further|again|[a-z]+ly))* (?:help(?:s|ed)|helping|allow(?:s|ed)|enabl(?:es|ed)|drove|driven|drives|pushed|"
    r"led|sent|saw|sees|let|lifted|propell?ed|caused|forced|prompted) (?P<what>(?:[a-z'-]+ ){1,3}?)(?:to )?"
)
"""What gives the verb after it to the goods that stand between: `brisk demand helped nickel to register gains`."""


def _hands_on(subject: Hit, hit: Hit, scene: Scene) -> bool:
    """Tell whether goods between a noun and a verb of movement are what the noun made move."""
    if not any(subject.end < goods.start < hit.start for goods in scene.found.commodities):
        return False
    told = _HANDS_ON.match(scene.low, subject.end, hit.start)
    return told is not None and any(told.start("what") <= goods.start < hit.start for goods in scene.found.commodities)


OPENS_CLAUSE = re.compile(
    r",? (?:(?:even|just) )?(?:as|while|whereas|after|when|but|though|although|because)(?: (?:spot|benchmark|three-month|lme|comex|shfe|london|shanghai|refined))? \Z"
)
"""What opens a clause with goods of its own: `plans to trim output as zinc falls`."""


def _is_of_goods(subject: Hit, hit: Hit, scene: Scene) -> bool:
    """Tell whether a later clause has goods for its subject, right before the movement: `ban exports as tin jumps`."""
    if not hit.data.market or subject.end > hit.start:
        return False
    clause = next((c for c in _CIRCUMSTANCE.finditer(scene.low, subject.end, hit.start)), None)
    if clause is not None and any(clause.end() <= s.start < hit.start for s in scene.found.subjects):
        return True  # `cocoa futures fell after arrivals in Ivory Coast rose 11%`
    goods = next((c for c in scene.found.commodities if c.start > subject.end and c.end + 1 == hit.start), None)
    if goods is None or OPENS_CLAUSE.search(scene.low, subject.end, goods.start) is None:
        return False
    return _MEANWHILE.search(scene.low, subject.end, goods.start) is None or subject.id == "price-move"


_MEANWHILE = re.compile(r"\b(?:while|whereas|but) (?:[a-z-]+ )?\Z")
"""What joins a second member to a first, of which the same is told: `zinc output rose 2%, while lead fell 9%`."""

_PRICED_FOR = re.compile(
    r"[$€£¥]\d[\d.,]*(?:-[\d.,]+)?(?: ?/ ?[a-z]+| (?:a|per) [a-z]+) (?:for|on) (?:[a-z-]+ ){0,3}\Z"
)
"""What makes of a noun of trade that for which a price holds: `a premium of $150 a tonne for March shipments, up 4%`."""

_COUNTED_FROM = re.compile(
    r"\d[^,;]{0,24} (?:from|over|on|against|versus|compared (?:with|to)) (?:the|its|their|an?) (?:[\w'’-]+ ){0,4}\Z"
)
"""What makes of a price the one that a step is counted from: `a gain of $300/t on the previous assessment`."""

_CIRCUMSTANCE = re.compile(r"\b(?:as|after|because|since|even though) ")
"""What opens a clause that tells why."""

_LED_TO = re.compile(
    r"\b(?:due|thanks|owing|led|leads|leading|lead|contribut(?:e|es|ed|ing)|respon(?:d|ds|ded|se)|add(?:s|ed|ing)?|subject|close|prior|amount(?:s|ed|ing)?"
    r"|reduced|attributed|down|up|equal|similar|compared|relative|versus|swung|turned|switch(?:es|ed)|shift(?:s|ed)?) to \Z"
)
"""What makes a noun of the word behind `to`, which else is a verb of its own: `prices fell due to weakness`."""
_TO_DO_AND = re.compile(
    r"\bto (?:help )?(?:sustain|support|protect|keep|ensure|stabili[sz]e|meet|save|improve|secure|help|preserve|safeguard) (?:[a-z-]+ ){0,5}and \Z"
)
"""What makes a verb of the word behind `and`, with a purpose that is told before it: `to sustain the sector and boost incomes`."""
_CURBS_TO = re.compile(
    r" (?:in order )?to (?:help )?(?:stabili[sz]e|support|protect|shore up|prop up|steady|ensure|bolster|boost|lift|raise|keep|tame|contain) (?:[a-z-]+ ){0,3}\Z"
)
"""What makes of curbs a thing of their own, by which a price is held: `export curbs to stabilise rubber prices`."""
_OF_NEXT = re.compile(
    r"(?:, |and )(?:stronger|weaker|firmer|softer|higher|lower|strong|weak|soft|firm|ample|tight|rising|falling|thin|thinner|scarce|tighter|abundant) (?!(?:than|on|by|in|at|as|after|amid|and|or|but|for|from|to|with|this|that|last|next|year|month|week|again|still|overall)\b)[a-z]{3,}"
)
"""An adjective behind a comma that belongs to the noun after it."""

_BAN_OF = re.compile(
    r"\b(?:suspensions?|bans?|embargo(?:es)?|moratorium|freeze|blockade|limits?|curbs?|restrictions?|prohibition|tariffs?|duty|duties|levy|levies|tax|taxes|surcharges?|quotas?|cap) (?:of|on) (?:(?:all|its|their|the) )?(?:[a-z-]+ ){0,3}\Z"
)
"""What is lifted or eased, not the thing after it."""

_MONEY_FOR = re.compile(
    r"\b(?:credits?|credit limits?|lines?|guarantees?|guarantee line|cover|coverage|funds?|funding|budgets?|loans?|financing|finance|subsid(?:y|ies)|grants?|aid|spending|allocations?|programmes?|programs?|limits?|ceilings?|thresholds?|insurance)"
    r" (?:(?:previously |already )?(?:authori[sz]ed|earmarked|available|reserved|set aside|meant|intended|allotted) )?(?:for|on|towards?|to cover) (?:(?:all|its|their|the) )?(?:[a-z-]+ ){0,2}\Z"
)
"""Money and room for a trade, which are cut or raised in its place: `raised its loan limit for imports`."""
_OF_GOODS = frozenset(["demand-change", "supply-source", "production-change", "inventory-change"])
"""Packs whose nouns are goods that move."""

_MADE = re.compile(r"[令使](?!用)|导致|促使|迫使|引发")
"""What makes another thing move: what follows it is the subject."""


def _is_of_later(subject: Hit, hit: Hit, low: str) -> bool:
    """Tell whether a later Chinese clause names its own noun right before the movement: `锌价高企,首饰销售下滑`."""
    comma = low.rfind(",", subject.end, hit.start)
    if subject.end < hit.start and _MADE.search(low, subject.end, hit.start):
        return True  # 金价高企令客流减少
    return comma >= 0 and OTHER_NOUN.search(low, comma + 1, hit.start) is not None


def _is_unnamed(subject: Hit, hit: Hit, scene: Scene) -> bool:
    """Tell whether a later Chinese clause has a subject that does not count, which moves instead: `开工率80%,企业出口增长`."""
    return len(scene.subjects) < len(scene.found.subjects) and any(
        subject.end <= other.start < other.end <= hit.start
        and other not in scene.subjects
        and "," in scene.low[subject.end : other.start]
        for other in scene.found.subjects
    )


def _barred(subject: Hit, hit: Hit, scene: Scene) -> float:
    """Weigh a noun that takes the subject's place: between the two, or before it (`concerns about supply ease`).

    A noun in an aside is no subject of what stands behind the aside.
    """
    cost = 0.0
    asides = scene.asides
    if asides and any(start <= subject.start and subject.end <= end <= hit.start for start, end in asides):
        return BARRED_CHINESE if scene.sentence.chinese else BARRED
    for bar in scene.barriers:
        if scene.sentence.chinese and is_in_cause(bar, subject, hit, scene):
            continue  # 锌价受关税影响下跌
        between = (
            min(subject.end, hit.end) <= bar.start and bar.end <= max(subject.start, hit.start)
        ) or 0 <= bar.start - subject.end <= 1
        before = not between and subject.start - 40 < bar.end <= subject.start and hit.start >= subject.end
        if before and _RELATIVE.match(scene.low, subject.end):
            continue  # `pressure on zinc prices, which have softened`: the prices have
        if not (between or (before and not scene.sentence.chinese)) or scene.says_before(_ACROSS, bar.start, 24):
            continue  # `inventories across the chain swelled`
        if scene.low.endswith("'s", bar.start, bar.end) and hit.end <= bar.start and bar.end <= subject.start:
            continue  # `lowers the company's zinc output`: whose it is that is lowered
        if between:
            cost = BARRED_CHINESE if scene.sentence.chinese else BARRED
        elif EMBEDS.match(scene.low[bar.end : subject.start]):
            cost = BARRED
    return cost


def is_in_cause(bar: Hit, subject: Hit, hit: Hit, scene: Scene) -> bool:
    """Tell whether a noun is only part of the cause that a Chinese sentence names between what moves and its verb."""
    return any(subject.end <= a <= bar.start and bar.end <= b <= hit.start for a, b in scene.asides)


_RELATIVE = re.compile(r", (?:which|that) (?:has|have|had|is|are|was|were|[a-z]+ed)\b")
"""What makes a noun itself, not what stands before it, the subject of the clause behind it."""
_ACROSS = re.compile(r"\b(?:across|along|throughout) (?:the|its|their|this|that) (?:[a-z-]+ )?\Z|\b(?:at|from) the \Z")
"""What makes a noun the place of what moves."""

OPENING = 24
"""Characters within which a headline names what it is about."""

_USED = re.compile(r"\b(?:used|consumed|needed|employed) (?:in|for|during)(?: [\w-]+){0,3} \Z")


def is_use(subject: Hit, scene: Scene) -> bool:
    """Tell whether a noun only says what the goods are for: `silicon used in ingot production rose 1%`."""
    return scene.says_before(_USED, subject.start, 48) is not None


_IS_USED = re.compile(
    r"\b(?:use|usage|uses|consumption|mining|recycling|refining|share|grade|sales|demand|purchases|imports|exports|output|production|stocks|holdings) (?:of|for) (?:the )?(?:(?:gold|silver|platinum) )?\Z"
)
"""What takes the goods behind it as its own."""


_OF_INDEX = re.compile(r"imported (?:[a-z0-9-]+ ){1,3}(?:ind(?:ex|ices)|tcs?|prices?|premiums?|average)\b")


_OF_PAPER = re.compile(r" of (?:[\w.-]+ ){1,6}?(?:futures|options|futures contracts|etfs?|warrants)\b")
"""What makes of sales those of paper."""


_TRADED = ("exported", "imported", "shipped", "delivered", "produced")
_PRICE_OF = re.compile(
    r"\b(?:prices?|premiums?|premia|quotes?|quotations?|offers?|bids?|values?|rates?|costs?) (?:of|for|on) (?:[\w.%-]+ ){1,4}\Z"
)
"""What makes of goods that are shipped somewhere those whose price moves."""


def stands(pack: LoadedPack, subject: Hit, scene: Scene) -> bool:
    """Tell whether a subject counts: an ambiguous one needs its commodity right beside it."""
    if scene.sentence.chinese and is_of_raw_material(subject, scene):
        return False
    if scene.low.endswith((" including ", " excluding "), scene.sentence.start, subject.start):
        return False  # `demand including exports` is demand
    if (
        pack.pack.signal == "price_move"
        and not scene.sentence.chinese
        and scene.says_before(_IS_USED, subject.start, 24)
    ):
        return False  # `the use of the red metal slows` is none of its price
    if scene.low.endswith(_TRADED, subject.start, subject.end) and scene.says_before(_PRICE_OF, subject.start, 48):
        return False  # `prices for thermal coal exported from Newcastle fell`
    if pack.pack.signal == "demand_change" and _OF_PAPER.match(
        scene.low, subject.end - 3 * scene.low.endswith(" of", 0, subject.end)
    ):
        return False  # sales of crude oil futures are none of crude
    if pack.pack.signal == "demand_change" and _OF_INDEX.match(scene.low, subject.start):
        return False  # what the index of imported goods does is told of their price
    if not pack.pack.subjects[subject.data].adjacent or (
        scene.stand_in is not None and subject is scene.stand_in.subject
    ):
        return True
    priced = pack.pack.signal == "price_move"
    if _opens(subject, scene, "price" if priced else "quantity") or (not priced and _counts(subject, scene)):
        return True
    if described(subject, scene) is not None:
        return True
    if scene.sentence.chinese and pack.pack.signal == "price_move" and _is_their_contract(subject, scene):
        return True
    if scene.sentence.chinese and _RATE_OF.match(scene.low, subject.start):
        return any(hit.end <= subject.start for hit in scene.found.commodities)
    if not scene.sentence.chinese and opens_with_futures(scene.low, scene.sentence.start, scene.sentence.end):
        marks = any(" " in scene.low[hit.start : hit.end] for hit in scene.found.moves)
        return marks or any(amount.kind in {"price", "money", "percent"} for amount in scene.amounts)
    made = scene.sentence.chinese and pack.pack.signal == "production_change"
    goods = scene.found.commodities
    if any(_is_beside(hit, subject, scene) or (made and hit.start == subject.end) for hit in goods):
        return True
    return not goods and any(_is_of_site(subject, site, scene) for site in scene.sites)


def _is_beside(hit: Hit, subject: Hit, scene: Scene) -> bool:
    """Tell whether a commodity stands right beside a subject, or one holds the other: `coffee crop`, `cocoa arrivals`."""
    if hit.end <= subject.start:
        if scene.gap(hit.end, subject.start) <= 1.5:
            return True
        return subject.start <= hit.end + 24 and _MONTH.match(scene.low[hit.end : subject.start]) is not None
    if hit.start >= subject.end:
        return scene.low.startswith((" of ", " for "), subject.end) and hit.start - subject.end < 24
    held = hit.start <= subject.start and subject.end <= hit.end
    return held or (subject.start <= hit.start and hit.end < subject.end)


def _is_of_site(subject: Hit, site: Hit, scene: Scene) -> bool:
    """Tell whether an ambiguous noun is that of a mine or of works beside it: `shipments from Las Bambas`."""
    if site.end <= subject.start:
        return scene.gap(site.end, subject.start) <= BESIDE_SITE
    return (
        scene.low.startswith((" from ", " at ", " of ", " out of "), subject.end) and site.start - subject.end < OPENING
    )


BESIDE_SITE = 1.5
"""How far the name of a site may stand before such a noun: `Escondida shipments`."""


_CONTRACT = re.compile(
    r"[,;](?:其|其中|而)?(?:纽约|伦敦|芝加哥|上海|东京|新加坡|大连|郑州|洲际|ice|nymex|cbot|comex|lme|美国|欧洲)?"
    r"(?:\d{1,2}月份?(?:交割)?的?|近月|次月|远月|三个月期?|[a-z]{0,3}\d{3,4}|现货)?\Z"
)


def _is_their_contract(subject: Hit, scene: Scene) -> bool:
    """Tell whether a contract opens a clause after the one that names its goods: `可可期货走强,纽约12月合约涨9美元`."""
    goods = [hit for hit in scene.found.commodities if hit.end <= subject.start]
    if not goods or len({hit.id for hit in goods}) > 1:
        return False
    return _CONTRACT.search(scene.low, goods[-1].end, subject.start) is not None


_RATE_OF = re.compile(r"日产(?:量)?(?:环比|同比|较|比上)")
"""The daily output of the goods that an earlier clause counts: `共生产粗钢1900万吨,日产环比下降2%`."""

_MASS = frozenset(["t", "kg", "bbl", "oz", "mt", "bushel", "lb"])


def _counts(subject: Hit, scene: Scene) -> bool:
    """Tell whether an ambiguous noun moves to an amount of goods: `as stocks dwindle to 150 tonnes`."""
    if scene.sentence.chinese:
        return False
    if not scene.found.commodities and (
        scene.sentence.order == 0 or scene.low[subject.start : subject.end] != "stocks"
    ):
        return False
    return any(
        a.kind == "quantity" and a.unit in _MASS and 0 <= a.place[0] - subject.end <= OPENING for a in scene.amounts
    )


def _opens(subject: Hit, scene: Scene, kind: str) -> bool:
    """Tell whether an ambiguous English noun opens a sentence that tells its kind of amount: `Stocks gained 3% to 40,000 tons`."""
    lead = scene.low[scene.sentence.start : subject.start]
    if kind == "price" and (clauses := list(_NEXT_CLAUSE.finditer(lead))):
        lead = lead[clauses[-1].end() :]
    if scene.sentence.chinese or len(lead) > OPENING * 2 or "," in lead or not leaves_open(lead):
        return False
    kinds = {kind} if kind == "price" else {kind, "rate"}
    return any(amount.kind in kinds for amount in scene.amounts)


_NEXT_CLAUSE = re.compile(r"[,;] (?:while|whereas|but|and|though|although) ")
"""What opens a clause with a subject of its own: `ingot rose, whereas offers in Rotterdam fell`."""
