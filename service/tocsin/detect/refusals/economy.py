"""Economy: figures of a whole economy, which are of no goods although a text on it names some: all exports but oil, industrial output.

`Non-oil exports rose 9%` tells nothing of oil, and what a country earns by its exports is no tonne more of them.
"""

import re

from tocsin.detect.scenes.drafts import Draft
from tocsin.detect.scenes.scene import Scene

_FLOWS = frozenset(["demand_change", "supply_source", "production_change", "inventory_change", "equity_move"])
"""Types whose nouns (exports, output, sales) a whole economy has as well."""
_GOODS = r"(?:oil(?:[ -](?:and|&)[ -]gas)?|fuels?|petroleum|hydrocarbons?|energy|gas|gold|minerals?|mining|diamonds?|copper|coffee|farm|agricultural)"
_BUT = re.compile(rf"\b(?:non-? ?|ex-){_GOODS} (?:[\w'’&-]+ ){{0,3}}\Z")
"""What makes of a noun one of all goods but those: `non-oil `."""
_BUT_THOSE = re.compile(
    rf",? (?:excluding|(?:other|apart|aside) (?:than|from)|outside(?: of)?|without|except(?: for)?|not counting) (?:crude )?{_GOODS}\b"
)
"""The same behind the noun: `imports excluding oil`."""
_EARNED = re.compile(
    r"\b(?:revenues?|incomes?|earnings|receipts|proceeds|profits?|royalt(?:y|ies)|tax(?:es)?|takings) (?:that [a-z]+ |coming |derived |earned |generated )?(?:from|on|of) (?:(?!(?:as|while|after|when|than|because)\b)[\w'’.-]+ ){0,5}\Z"
)
"""What makes of exports or sales a source of money: `revenue from oil `."""
_OF_INDUSTRY = re.compile(
    r"\b(?:industrial|factory|manufacturing|merchandise|retail|rural|services?|consumer|vehicle|car|auto|machinery|electronics?|semiconductor|agricultural|farm) \Z"
)
"""What stands before an output or trade that is one of things or of all industry."""
_GROWS = re.compile(r"(?:grew|grow(?:s|n|ing)?|expand(?:s|ed|ing)?|contract(?:s|ed|ing)?|shr[aiu]nk)")
"""What a part of an economy does, and no share."""
_TRADE = frozenset(["export", "exports", "import", "imports", "output", "production", "orders", "sales"])


def of_economy(draft: Draft, scene: Scene) -> str | None:
    """Return which figure of a whole economy an English draft tells; None where it tells one of goods."""
    subject = draft.candidate.subject
    if draft.type == "price_move" and draft.carried and subject is not None and not draft.sentence.chinese:
        return "an index of all prices" if _is_index(subject.start, subject.end, scene) else None
    if draft.type not in _FLOWS or subject is None or draft.sentence.chinese:
        return None
    if scene.says_before(_BUT, subject.start, 48) or _BUT_THOSE.match(scene.low, subject.end, draft.sentence.end):
        return "of all goods but those"
    if draft.type == "equity_move":
        grows = _GROWS.fullmatch(scene.low, draft.candidate.start, draft.candidate.end) is not None
        return "a part of an economy grows, no share" if grows else None
    if scene.says_before(_EARNED, subject.start, 80):
        return "what is earned by goods"
    if _OF_MONEY.match(scene.low, subject.end):
        return "money is bought, no goods"
    if _is_turnover(draft, scene):
        return "what a firm sold for"
    if draft.type in {"demand_change", "supply_source"} and _are_goods_of_a_price(draft, scene):
        return "goods of a price that is the reason"
    if scene.low[subject.start : subject.end] in _TRADE and scene.says_before(_OF_INDUSTRY, subject.start, 20):
        return None if _is_of_goods(draft, subject.end, scene) else "of industry or trade as a whole"
    return None


_INDEX = re.compile(
    r"(?:(?:producer|consumer|wholesale|retail|import|export|house|share) )?prices?(?: futures)? (?:index|indices|indexes)\b"
)


def _is_index(start: int, end: int, scene: Scene) -> bool:
    """Tell whether a noun of price is one of an index: `the producer price index rose`."""
    low = scene.low
    back = low.rfind("price", scene.sentence.start, end)
    return start - 2 <= back and _INDEX.match(low, back, scene.sentence.end) is not None


_OF_MONEY = re.compile(
    r" (?:of|for|in) (?:(?:us|u\.s\.|foreign|local|more|fewer|new|government|treasury|corporate|short-term|long-term) ){0,2}(?:dollars?|euros?|currenc(?:y|ies)|foreign exchange|forex|hard currency|bonds?|bills|equities|shares|stocks|securities|loans?|credit|cash|housing|homes)\b"
)
"""What is bought or asked for where it is money: `purchases of dollars`."""
_SALES = frozenset(["sales", "sale", "net sales", "total sales", "turnover"])
_FOR_MONEY = re.compile(
    r"(?: of (?:[\w'’-]+ ){1,6}?| (?:[\w'’-]+ )?(?:of|were|was|totall?ed|reached) | (?:[\w%.'’-]+ ){1,7}?(?:to|at|of) )(?:(?:a|an|about|around|nearly|over|more than|record|almost|some|the) )*(?:us|a|c|nz)?(?:[$€£¥]\d|[\d.,]+ (?:million|billion|mln|bln|bn|trillion) (?:us )?(?:dollars|dlrs|euros|pounds|yen|francs|marks|crowns|rupees|yuan|usd)\b)"
)
"""What makes of sales the sum that they brought: `sales of $7.1 billion`, `sales rose 8% to $4.2 billion`."""


def _is_turnover(draft: Draft, scene: Scene) -> bool:
    """Tell whether sales are told by the money that they brought, in a sentence without goods of its own."""
    subject = draft.candidate.subject
    if not draft.carried or subject is None or draft.type not in {"demand_change", "production_change"}:
        return False
    noun = scene.low[subject.start : subject.end].removesuffix(" of")
    end = subject.start + len(noun)
    if noun not in _SALES:
        return False
    return _FOR_MONEY.match(scene.low, end, draft.sentence.end) is not None


_PRICE_OF = re.compile(r"\b(?:prices?|cost) (?:of|for) (?:[a-z]+ ){0,2}\Z")
_BY_PRICE = re.compile(r" (?:[a-z]+ )?prices?\b")
_BEFORE_GOODS = re.compile(r"\b(?:because of|due to|owing to|thanks to|on|by|from|amid|with|despite)\b")


def _are_goods_of_a_price(draft: Draft, scene: Scene) -> bool:
    """Tell whether the only goods stand behind the fact, as those of a price that is its reason: `imports fell on cheaper oil prices`."""
    low, end = scene.low, draft.candidate.end
    goods = [hit for hit in draft.commodities if draft.sentence.start <= hit.start < draft.sentence.end]
    if not goods or draft.carried or any(hit.start < end for hit in goods):
        return False
    first = min(hit.start for hit in goods)
    if _BEFORE_GOODS.search(low, end, first) is None:
        return False
    return all(
        _PRICE_OF.search(low, end, hit.start) is not None or _BY_PRICE.match(low, hit.end) is not None for hit in goods
    )


def _is_of_goods(draft: Draft, end: int, scene: Scene) -> bool:
    """Tell whether the goods stand right behind their noun: `industrial output of copper`."""
    return scene.low.startswith((" of ", " in "), end) and any(
        0 < hit.start - end <= _NEAR for hit in draft.commodities
    )


_NEAR = 24
"""Characters behind a noun within which its goods stand."""
