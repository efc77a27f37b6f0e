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
    if draft.type not in _FLOWS or subject is None or draft.sentence.chinese:
        return None
    if scene.says_before(_BUT, subject.start, 48) or _BUT_THOSE.match(scene.low, subject.end, draft.sentence.end):
        return "of all goods but those"
    if draft.type == "equity_move":
        grows = _GROWS.fullmatch(scene.low, draft.candidate.start, draft.candidate.end) is not None
        return "a part of an economy grows, no share" if grows else None
    if scene.says_before(_EARNED, subject.start, 80):
        return "what is earned by goods"
    if scene.low[subject.start : subject.end] in _TRADE and scene.says_before(_OF_INDUSTRY, subject.start, 20):
        return None if _is_of_goods(draft, subject.end, scene) else "of industry or trade as a whole"
    return None


def _is_of_goods(draft: Draft, end: int, scene: Scene) -> bool:
    """Tell whether the goods stand right behind their noun: `industrial output of copper`."""
    return scene.low.startswith((" of ", " in "), end) and any(
        0 < hit.start - end <= _NEAR for hit in draft.commodities
    )


_NEAR = 24
"""Characters behind a noun within which its goods stand."""
