"""Out of trade: a fact's words that serve another trade: units of a placement in demand, cards supplied, a share quoted, a find of buyers.

Each reason is one predicate; `untold` in `intent` asks those of a draft's language.
"""

import re
from collections.abc import Callable

from tocsin.detect.refusals.nearby import precede
from tocsin.detect.scenes.drafts import Draft
from tocsin.detect.scenes.scene import Scene

_PLACED = re.compile(
    r"\b(?:private placement|placements?|bought deal|public offering|offering|financing|oversubscribed|subscriptions?|share issue|notes|bonds|convertible|units?)\b"
)
_STRONG = re.compile(
    r"\b(?:strong|significant|investor|robust|high|excess|overwhelming|increased) (?:investor |market )?demand\b"
)
"""What is in demand where money is raised: `upsized owing to strong demand`."""
_FROM_OTHERS = re.compile(
    r" (?:from|among|by|of) (?:(?:its|our|their|the|new|existing|retail|institutional|large|major|global|local) )*(?:insurance|insurers?|brokers?|investors?|patients?|lenders?|banks|savers|tourists|travell?ers|students|parents|shoppers|gamers|developers of software|software|retailers|restaurants|law firms|clinics|hospitals|advertisers|subscribers|viewers|visitors|agencies)\b"
)
"""Who asks for no goods: `demand from insurance brokers tripled`."""
_KEPT_BY_MANY = frozenset(["gold", "silver", "platinum", "palladium", "precious_metals"])
"""Goods that investors and banks do ask for."""
_FOUND_BUYERS = re.compile(
    r" (?:[a-z]+ ){0,3}?(?:demand|support|buyers?|buying|interest|favou?r|footing|floor|resistance|relief|itself|its way|no takers|takers|a home)\b"
)
"""What is found in a market and is no deposit: `iron ore did find some demand`."""
_RAMPED = re.compile(
    r" (?:up )?(?:the |its |their )?(?:[a-z]+ ){0,2}?(?:exploration|drilling|marketing|hiring|recruitment|investor relations|engineering|permitting|efforts|activities|work programm?e)\b"
)
"""What works up and makes no goods: `is ramping up exploration at the copper project`."""
_WARES = re.compile(
    r"\d[\d,.]*(?: (?:million|billion|thousand))? (?:[a-z][a-z-]* ){0,3}?(?:bottles|cards|scooters|bicycles|bikes|phones|handsets|homes|tickets|books|copies|motorcycles|watches|toys|shirts|pairs|meals|cocktails|pizzas|burgers|coins|tokens|doses|pills|capsules|tablets|jars|cans|candles|figurines|knives|pans|mugs|rings|bracelets|necklaces)\b"
)
"""Wares that are counted: `doubled its production to 1,200 bottles`."""
_OF_WARES = frozenset(["production_change", "large_contract"])
_OF_GOODS = frozenset(["change_by", "level", "quantity", "capacity"])
_OTHER_NAME = re.compile(
    r"(?: (?:all of |all the shares (?:of|in) |the |100(?:%| ?pct?| per ?cent) of ))? ?(?:[A-Z][\w&'’-]* ){1,3}(?:Labs?|Software|Studios?|Media|Games|Digital|Cloud|Health|Wellness|Pharma|Brands?|Foods?|Wines?|Coffee|Entertainment|Insurance|Bank|Payments?|Pay|Analytics|Networks?|Systems? Inc|Robotics|Security|Travel|Hotels?|Realty|Homes|Fitness|Beauty)\b"
)
"""A firm of another trade that is bought: `has acquired Lithium Labs`."""


def _is_of_units(draft: Draft, scene: Scene) -> bool:
    if draft.type != "demand_change" or draft.amounts.keys() & _OF_GOODS:
        return False
    return scene.says(_STRONG) is not None and scene.says(_PLACED) is not None


def _is_from_others(draft: Draft, scene: Scene) -> bool:
    subject = draft.candidate.subject
    if (
        draft.type != "demand_change"
        or subject is None
        or not _KEPT_BY_MANY.isdisjoint([c.id for c in draft.commodities])
    ):
        return False
    return _FROM_OTHERS.match(scene.low, subject.end) is not None


def _are_buyers_found(draft: Draft, scene: Scene) -> bool:
    return draft.direction == "discovery" and _FOUND_BUYERS.match(scene.low, draft.candidate.end) is not None


def _is_other_work(draft: Draft, scene: Scene) -> bool:
    if draft.type not in {"supply_source", "production_change"}:
        return False
    return (
        scene.low.startswith("ramp", draft.candidate.start)
        and _RAMPED.match(scene.low, draft.candidate.end) is not None
    )


def _are_wares(draft: Draft, scene: Scene) -> bool:
    return draft.type in _OF_WARES and not draft.amounts.keys() & _OF_GOODS and scene.says(_WARES) is not None


def _is_other_firm(draft: Draft, scene: Scene) -> bool:
    return (
        draft.type == "mna"
        and bool(draft.commodities)
        and _OTHER_NAME.match(scene.folded.plain, draft.candidate.end) is not None
    )


_CAUSED = re.compile(
    r"\b(?:citing|blaming|cited|blamed|on account of|because of|owing to|due to|amid|given|reflecting) \Z"
)
_COMPARED = frozenset(
    "lower higher weaker stronger slower faster softer firmer rising falling declining increased reduced".split()
)
_OWN_NOUN = re.compile(r" (?!than\b|on\b|at\b|in\b|by\b|for\b|after\b|and\b|or\b|as\b)[a-z]")


def _is_of_a_cause(draft: Draft, scene: Scene) -> bool:
    """Tell whether what moves is a noun of its own behind a word of cause: `ended its contract, citing lower car output`."""
    candidate = draft.candidate
    word = scene.low[candidate.start : candidate.end]
    if candidate.bare or word not in _COMPARED or candidate.subject is None or candidate.subject.end > candidate.start:
        return False
    return precede(_CAUSED, draft, scene) and _OWN_NOUN.match(scene.low, candidate.end) is not None


_IS_WHAT = re.compile(r" (?:is|was) (?:the|an?|what|when|always|never|every|something)\b")


def _is_mused_on(draft: Draft, scene: Scene) -> bool:
    """Tell whether somebody only muses on what works do: `“First gas is the moment every developer works for”`."""
    return draft.direction == "new" and not draft.amounts and _IS_WHAT.match(scene.low, draft.candidate.end) is not None


_FIRMS = re.compile(
    r" (?:producers?|miners?|explorers?|developers?|refiners?|rivals?|stakes?|shares|stocks|equities|etfs?|projects?|assets|names|start-?ups?|mines?|mining|museums?|towns?|compan(?:y|ies)|firms?)\b"
)
"""Those who deal in goods, behind these."""
_FUNDS = re.compile(r" etfs?\b|-backed")


def _are_firms(draft: Draft, scene: Scene) -> bool:
    """Tell whether buyers are after firms that deal in goods, and not after these: `snaps up lithium producer Harrow`."""
    if draft.type != "demand_change":
        return False
    bought = [part for part in draft.candidate.parts if part.kind == "commodity"]
    return bool(bought) and all(
        _FIRMS.match(scene.low, part.end) is not None and _FUNDS.match(scene.low, part.end) is None for part in bought
    )


_SAMPLE = re.compile(r"\bbulk[ -]sampl(?:es?|ing)\b")


def _is_bulk_sample(draft: Draft, scene: Scene) -> bool:
    """Tell whether what begins is the digging of a bulk sample, by its sentence or the headline."""
    if draft.type != "supply_source" or draft.direction != "new":
        return False
    head = scene.low.find("\n")
    return scene.says(_SAMPLE) is not None or _SAMPLE.search(scene.low, 0, max(head, 0)) is not None


_TENDER = re.compile(r"\b(?:tenders?|auctions?|bids?|bidding|enquir(?:y|ies)|inquir(?:y|ies))\b")


def _is_tender_closed(draft: Draft, scene: Scene) -> bool:
    """Tell whether it is a tender that closes, and no works: `a mill closed its third-quarter tender`."""
    if draft.type != "production_change" or draft.direction != "halt":
        return False
    return scene.low.startswith("clos", draft.candidate.start) and scene.says(_TENDER) is not None


_ENGLISH: tuple[tuple[str, Callable[[Draft, Scene], bool]], ...] = (
    ("securities are in demand", _is_of_units),
    ("those who ask for no goods", _is_from_others),
    ("buyers are found, no deposit", _are_buyers_found),
    ("other work goes on", _is_other_work),
    ("wares are counted, no goods", _are_wares),
    ("a firm of another trade is bought", _is_other_firm),
    ("the cause has a noun of its own", _is_of_a_cause),
    ("only mused on", _is_mused_on),
    ("firms are bought, no goods", _are_firms),
    ("a bulk sample is dug", _is_bulk_sample),
    ("a tender closes, no works", _is_tender_closed),
)


def out_of_trade(draft: Draft, scene: Scene) -> str | None:
    """Return what other trade the words of a draft's fact serve; None where they tell it."""
    return (
        next((why for why, holds in _CHINESE if holds(draft, scene)), None)
        if draft.sentence.chinese
        else next((why for why, holds in _ENGLISH if holds(draft, scene)), None)
    )


_LIKE = re.compile(r"(?:等同于|相当于|折合成?|等价于|约合)[^,;。]{0,24}\Z")
"""What makes a move one that another is only reckoned into: 其效果等同于每吨上涨50元."""
_EITHER = re.compile(
    r"(?:上升|上涨|增加|提高|涨)(?:或|还是|与)(?:者)?(?:下降|下跌|减少|降低|跌)|(?:下降|下跌|减少|降低|跌)(?:或|还是|与)(?:者)?(?:上升|上涨|增加|提高|涨)"
)
"""Both ways at once, which is a rule and no fact: 开工率上升或下降."""
_TURN_TO = re.compile(r"(?:转向|转而|改为|倾向于|更愿意?)(?:采购|购买|买入)")
_LISTED = re.compile(
    r"(?:截至)?(?:收盘|发稿|今日|昨日|早盘|午盘|尾盘)[^,;。]{0,2},?(?!国内|国际|现货|伦敦|上海|纽约|全球|中国|香港|期货|实物|饰品|品牌|首饰|主力|水贝)[一-鿿]{2}(?:黄金|铜业|铝业|锌业|锡业|钴业|锂业|稀土|钨业|镍业|资源|矿业)"
)
_SHARE = re.compile(r"[,报]{1,2}\d{1,2}\.\d{1,3}元(?![/每])")
"""A firm called after its metal, quoted as a share is: `收盘,某山黄金涨2.1%,报9.37元`."""


def _is_reckoned(draft: Draft, scene: Scene) -> bool:
    start = draft.candidate.start
    return draft.type == "price_move" and scene.says_before(_LIKE, start, 32) is not None


def _is_either(draft: Draft, scene: Scene) -> bool:
    told = scene.says(_EITHER)
    return told is not None and told.start() <= draft.candidate.start < told.end()


def _is_turn(draft: Draft, scene: Scene) -> bool:
    return draft.type == "large_contract" and scene.says(_TURN_TO) is not None


def _is_share(draft: Draft, scene: Scene) -> bool:
    if draft.type != "price_move" or not draft.candidate.bare:
        return False
    return scene.says(_LISTED) is not None and scene.says(_SHARE) is not None


def _is_sample(draft: Draft, scene: Scene) -> bool:
    """Tell whether brackets only tell how large those asked are: `28家企业(涉及产能500万吨)中`."""
    return draft.candidate.rule == "affected" and scene.low[draft.candidate.start - 1] == "("


_TRADED = ("成交", "交投", "购销", "询价", "成交较为", "成交较", "成交仍", "成交偏")
_THIN = frozenset("清淡 平淡 冷清 清冷 寥寥".split())


def _is_thin_trade(draft: Draft, scene: Scene) -> bool:
    """Tell whether trade is thin, and no price has moved: 现货成交清淡."""
    candidate, low = draft.candidate, scene.low
    if draft.type != "price_move" or low[candidate.start : candidate.end] not in _THIN:
        return False
    return low.endswith(_TRADED, draft.sentence.start, candidate.start)


_CHINESE: tuple[tuple[str, Callable[[Draft, Scene], bool]], ...] = (
    ("only reckoned into another price", _is_reckoned),
    ("both ways at once", _is_either),
    ("buyers turn elsewhere", _is_turn),
    ("a share is quoted, no goods", _is_share),
    ("how large those asked are", _is_sample),
    ("trade is thin", _is_thin_trade),
)
