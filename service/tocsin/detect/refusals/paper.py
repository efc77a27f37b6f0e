"""Paper: English sentences on financial futures, on a pit's trades and on shares that are offered, whose words are those of goods.

`The share price index contract dropped` ends no contract for gold, and `local buying` of futures is no demand for what they are of.
"""

import re

from tocsin.detect.scenes.drafts import Draft
from tocsin.detect.scenes.scene import Scene

_FINANCIAL = re.compile(
    r"\b(?:(?:share|stock)(?: price)? index|index futures|bank bills?|bond futures|t-bonds?|treasury (?:bonds?|bills?|notes?) futures|(?:interest rate|debt|credit|currency) futures|eurodollars?|euroyen)\b"
)
"""Futures on money and shares."""
_MONTHS = r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
_IN_PIT = re.compile(
    rf"\d (?:million )?(?:bushels|lots|contracts|pounds|bales|bags)(?: (?:each|apiece))? of (?:new[- ]crop |old[- ]crop )?{_MONTHS}\b|\b(?:pit|floor) (?:brokers|traders)\b|\b(?:was|were) (?:the )?featured (?:buyers?|sellers?)\b"
)
"""How trades of a day in futures are told: `sold 2.0 million bushels of May, pit brokers said`."""
_OFFERED = re.compile(
    r"\bselling (?:share|stock|unit)holders?\b|\b(?:lead |managing |co-)?(?:underwriters?|bookrunners?)\b[^.;]{0,60}\b(?:offering|shares|units)\b|\bshares being (?:offered|sold)\b|\b(?:initial|secondary|follow-on) (?:public )?offering of [\d.,]+ (?:million )?(?:[a-z]+ )*(?:shares|units)\b"
)
"""How shares are told to be offered to all, of which no firm changes hands."""
_RATED = re.compile(
    r"(?:to )?(?:strong )?(?:buy|sell|acquire|accumulate)[\"”’']? from [\"“‘']?(?:neutral|hold|buy|sell|reduce|underperform|outperform|underweight|overweight|equal[- ]weight|market perform|sector perform|add|accumulate|lighten)\b"
)
"""How a broker rates a share anew: `raises the miner to buy from neutral`."""
_DEALERS = re.compile(
    r"(?<![\w-])(?:(?P<sure>speculative|technical|chart-based|commission[- ]house|computer|short-?covering|profit-taking|professional|follow-?through)|fund|carry-?over|local|trade|renewed|further|fresh|general|scattered|overseas)"
    r"(?: (?:and|or) [a-z-]+)?(?: (?:local|speculative|trade|fund|buying|general))? \Z"
)
"""What stands before demand or buying that is one of dealers, by itself or in a sentence on futures."""
_OF_SHIPS = re.compile(
    r"\b(?:aframax|suezmax|panamax|capesize|supramax|handysize|vlcc|tankers?|vessels?|ships?|shipping|freight|charter|tonnage|bulkers?|carriers?|rigs?) \Z"
)
"""What makes of demand one for hulls: `aframax demand takes a hit`."""
_FUTURES = re.compile(
    r"\b(?:futures|pits?|contracts?|bellies|oversold|overbought|short-?covering|cash market|session|brokers?)\b"
)
_TRADED = re.compile(
    r"(?: (?:futures?|options?|contracts?|trading|traded|and|or))* (?:volumes?|turnover|activity|open interest|margins?|margin requirements?|(?:(?:futures|options) )?trade(?= (?:also |has |had )?(?:rose|risen|fell|fallen|grew|grown|jumped|climbed|dropped|declined|doubled|slipped|surged|increased|decreased|picked)))\b(?! (?:premiums?|weighted))"
)
"""What stands behind goods where how much of their futures changes hands moves, or what a market asks to be left with it."""
_FIELDS = re.compile(r" (?:sowings?|plantings?|seedings?|acreage|area|acres|hectares|hectarage)\b")
_LAND = re.compile(
    r"\b(?:area|acreage|acres|hectares|hectarage|land|fields) (?:(?:was|were|is|are|to be|being) )?(?:planted|sown|seeded|devoted|given over|under|harvested)(?: (?:to|with|of|in|for))? (?:[a-z-]+ ){0,2}\Z"
)
"""Land under a crop, which has no price."""
_PRICED = re.compile(r"\b(?:prices?|premiums?|values?|offers?|bids?|quotes?)\b[^,;]*\Z")
_MAJOR = frozenset(["USD", "EUR", "GBP", "AUD", "CAD", "CHF"])
_A_SUM = 1_000_000
"""From which on money without a measure is no price of goods."""


def of_paper(draft: Draft, scene: Scene) -> str | None:
    """Return what an English draft is of instead of goods; None where it is of goods."""
    if draft.carried and scene.says(_FINANCIAL) is not None:
        return "futures on money"
    if draft.type == "large_contract" and draft.direction in {"supply", "purchase"} and scene.says(_IN_PIT):
        return "trades of a pit"
    if draft.type == "price_move":
        if _is_sum(draft):
            return "a sum, no price"
        return "trade in futures, or land, no price" if _is_of_volume(draft, scene) else None
    if draft.type == "mna" and draft.sentence.order > 0 and scene.says(_OFFERED) is not None:
        return "shares are offered"
    if draft.type == "mna" and draft.sentence.order > 0 and _RATED.match(scene.low, draft.candidate.start):
        return "a broker's rating"
    return "dealers buy, no users" if _is_of_dealers(draft, scene) else None


def _is_of_volume(draft: Draft, scene: Scene) -> bool:
    """Tell whether how much is traded, or the land under a crop, is what moves: `wheat futures volume rose`, `area sown to canola`."""
    goods = draft.commodities[-1] if draft.commodities else None
    if goods is None or scene.says_before(_PRICED, draft.candidate.start, 80) is not None:
        return False
    low, first = scene.low, draft.commodities[0]
    return (
        _TRADED.match(low, goods.end) is not None
        or _FIELDS.match(low, goods.end) is not None
        or scene.says_before(_LAND, first.start, 48) is not None
    )


def _is_sum(draft: Draft) -> bool:
    """Tell whether what is taken for a price is millions: `gold reserves were 165 million dollars`."""
    amounts = (draft.amounts.get(name) for name in ("level", "change_by"))
    return any(amount is not None and amount.unit in _MAJOR and amount.low >= _A_SUM for amount in amounts)


def _is_of_dealers(draft: Draft, scene: Scene) -> bool:
    """Tell whether demand or buying without a number is one of dealers in futures: `stimulated speculative demand`."""
    subject = draft.candidate.subject
    if draft.type != "demand_change" or draft.amounts or subject is None:
        return False
    if scene.says_before(_OF_SHIPS, subject.start, 16):
        return True
    dealers = scene.says_before(_DEALERS, subject.start, 48)
    return dealers is not None and (dealers["sure"] is not None or scene.says(_FUTURES) is not None)
