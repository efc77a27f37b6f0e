"""Other prices: English sentences with a price's words, of which other goods, a shop, a tender or a market's mood is the matter."""

import re

from tocsin.detect.calendar.months import FULL_MONTHS
from tocsin.detect.refusals.other_firms import opens_name
from tocsin.detect.scenes.drafts import Draft
from tocsin.detect.scenes.scene import Scene


def other_price(draft: Draft, scene: Scene) -> str | None:
    """Return what has a price instead of the goods, or why theirs is no news."""
    low, floor = scene.low, draft.sentence.start
    if scene.says(_BEST_BID) and "change" not in draft.amounts:
        return "bids of a tender"
    if _is_of_other_priced(draft, scene) or _is_of_a_counter(draft, scene) or _is_in_energy(draft):
        return "other goods are priced"
    if not draft.amounts and (_WOULD_HELP.match(low, draft.candidate.start) or _boosts_another(draft, scene)):
        return "the reason of something to come"
    if draft.type == "price_move" and _is_of_coins(draft, scene):
        return "coins are priced, no metal"
    if not draft.amounts and _EITHER_WAY.match(low, draft.candidate.end):
        return "one way or the other"
    if scene.says_before(_ROYALTY_AT, draft.candidate.end, 120):
        return "the price a royalty goes by"
    if _INTO_HANDS.match(low, draft.candidate.start):
        return "what somebody gets hold of"
    if _AT_PEAK.match(low, draft.candidate.end, draft.sentence.end):
        return "where a price once stood"
    subject = draft.candidate.subject
    if subject is not None and subject.start > floor and scene.says_before(_NEEDED, subject.start, 48):
        return "a need grows, no price"
    if not draft.amounts and low.endswith("up", draft.candidate.start, draft.candidate.end) and _buys_up(draft, scene):
        return "goods are bought up"
    if _DEARER.match(low, draft.candidate.start) and _THAN_ELSEWHERE.match(low, draft.candidate.end):
        return "held against another market"
    if draft.carried and _OTHER_MARKET.match(low, floor, draft.sentence.end):
        return "another market"
    if draft.direction == "up" and not draft.amounts and _LIVELY.match(low, draft.candidate.end):
        goods_end = draft.commodities[0].end if draft.commodities else floor
        return "a market that is lively" if _MARKET.search(low, goods_end, draft.candidate.start) else None
    return None


_DEARER = re.compile(r"(?:higher|lower|cheaper|dearer|pricier|costlier|above|below)\b")
_THAN_ELSEWHERE = re.compile(
    r" than (?:(?:the|their|its|those|that|prices|levels|offers|bids|what|buyers|it|they|it is|they are|is|are|paid) ){0,4}?"
    r"(?:(?:[a-z'’-]+ ){0,2}?(?:spot|import|imported|export|domestic|home|futures?|contract|rival|competing|local|alternative|cash|international|overseas|foreign|world|market)(?: (?:price|prices|market|markets|level|levels|material|offers|one|ones|average|quotes|rates?))\b"
    rf"|elsewhere\b|(?:in|of|from|at|on) (?!(?:the )?(?:previous|prior|last|same|first|second|third|fourth|final|past|year|early|late|mid|week|month|quarter|start|beginning|end|day|time|eve|q[1-4]|h[12]|(?:19|20)\d\d|{FULL_MONTHS}|[a-z]+day|session|season|period|time)\b)(?:the )?[a-z])"
)
"""Where a price is said to be higher than another market's, which tells of no movement: `lower than the spot market`."""
_COINS = (
    r"(?:coins?|medals?|medallions?|proof sets?|jewell?ery|bangles|necklaces|cutlery|tableware|ornaments|figurines)"
)
_PRICES_OF_COINS = re.compile(
    rf"\bprices? (?:for|of|on) (?:[\w'’-]+ ){{0,4}}{_COINS}\b|\b{_COINS} (?:at|for) (?:the |these |its |their )?(?:new,? |much )?(?:higher|lower|cheaper) prices?\b"
)
"""Prices of what is made of a metal and collected: `increase prices for some silver coins by $5`."""


def _is_of_coins(draft: Draft, scene: Scene) -> bool:
    """Tell whether a price is one of coins or jewellery, which a mint or shop sets."""
    start, end = draft.candidate.extent
    told = _PRICES_OF_COINS.search(scene.low, max(draft.sentence.start, start - 80), min(draft.sentence.end, end + 80))
    if told is None:
        return False
    subject = draft.candidate.subject
    return told.start() <= draft.candidate.start < told.end() or (
        subject is not None and told.start() <= subject.start < told.end()
    )


_EITHER_WAY = re.compile(r" or (?:up|down|higher|lower|falls?|rises?|fell|rose)\b")
"""What takes a move back: `moves up or down a touch`."""
_INTO_HANDS = re.compile(r"(?:fall(?:s|ing|en)?|fell) (?:back )?into (?:[\w'’-]+ ){0,4}hands\b")
"""How goods fall to somebody, and by no price: `its minerals fall into hostile hands`."""
_ROYALTY_AT = re.compile(
    r"\b(?:for|at|when|if|with|where) (?:[\w'’-]+ ){0,4}?prices? (?:are |is |of )?(?:less than|more than|greater than|lower than|higher than|above|below|under|over|between|up to|at or (?:above|below)) [^;.]{1,60}?\b(?:royalt(?:y|ies)|rates?|tax|dut(?:y|ies)|lev(?:y|ies)|schedule|payments?|fees?)\b[^;.]{0,40}\Z"
)
"""A price by which a royalty or tax is set: `for tin prices above $30,000 the royalty rises`."""
_AT_PEAK = re.compile(r"(?:[^,;.]|[,.]\d){0,40}? at (?:its|their|the) (?:height|peak|nadir|trough)(?=[,;.\n]|\Z)")
"""What makes of a price one of a time that is over: `exceeded $100 at their peak`."""
_NEEDED = re.compile(r"\b(?:needs?|requirements?|quest|search|hunt|call) for (?:[\w'’-]+ ){0,5}\Z")
_MODAL = re.compile(r"\b(?:will|would|could|should|may|might|can)(?: [a-z]+ly)? \Z")
_ITS_OBJECT = re.compile(r" (?:the|an?|its|their|his|her|our|your|some|many|most|all|any) ")


def _boosts_another(draft: Draft, scene: Scene) -> bool:
    """Tell whether a word taken for a rise in a price is a verb with an object of its own: `the high oil price will boost the business`."""
    candidate, subject = draft.candidate, draft.candidate.subject
    if candidate.rule != "move.noun" or subject is None or subject.end > candidate.start:
        return False
    return scene.says_before(_MODAL, candidate.start, 24) is not None and (
        _ITS_OBJECT.match(scene.low, candidate.end) is not None
    )


_SNAPS = re.compile(
    r"\b(?:snap|scoop|mop|soak|gobble|hoover|sweep|swallow|buy|put|set|line|lock|build|eat|use|give|sign|stock|prop|fire|start|free|open)(?:p?ed|s|p?ing)? \Z"
)
"""A verb that has its particle from the word of movement: `snaps up`."""
_UP_GOODS = re.compile(r" (?:(?!at |on |to |as |in |after |amid |by )[a-z-]+ ){0,2}\Z")


def _buys_up(draft: Draft, scene: Scene) -> bool:
    """Tell whether `up` is the particle of a verb with an object: `Sorrel Oil snaps up Libyan crude`."""
    start, end = draft.candidate.start, draft.candidate.end
    if scene.says_before(_SNAPS, start, 16):
        return True
    after = (hit.start for hit in scene.found.commodities if hit.start > end)
    return scene.low.startswith("pick", start) and any(_UP_GOODS.match(scene.low[end:goods]) for goods in after)


_BEST_BID = re.compile(
    r"the (?:lowest|highest|best|top|second-lowest) (?:price|offer|bid)s? (?:was|were|came|received|offered|submitted)\b"
)
"""How the bids of a tender are told, of which no price moved."""
_ENERGY = frozenset(["MWh", "kWh", "MMBtu", "therm", "GJ"])
"""Measures by which only what burns or flows as current is priced."""
_BURNT = frozenset(
    ["natural_gas", "lng", "power", "hydrogen", "coal", "thermal_coal", "crude_oil", "fuel_oil", "diesel", "ethanol"]
)


def _is_in_energy(draft: Draft) -> bool:
    """Tell whether a price of power is taken for that of a metal: `the smelter's spot price of power averaged 79 EUR/MWh`."""
    measures = {amount.unit.partition("/")[2] for amount in draft.amounts.values()}
    return bool(_ENERGY & measures) and bool(draft.ids) and _BURNT.isdisjoint(draft.ids)


_OF_A_PRICE = re.compile(
    rf" (?:(?:the|its|their|his|our|all|list|contract|term|spot|export|domestic|official|selling|base|minimum|producer|market|reference|benchmark|monthly|weekly|average|asking|offer|physical|local|retail|wholesale|consumer|net|current|future|lower|higher|{FULL_MONTHS}|posted|transaction|[\w'’-]+'s) )*"
)
"""What stands between a verb and `prices` that says which prices they are, and not of what."""
_PLAIN_WORDS = re.compile(r" [a-z][a-z '’-]{1,32} ")
"""What may stand there at all: words without a number or a mark."""


def _is_of_other_priced(draft: Draft, scene: Scene) -> bool:
    """Tell whether a noun of its own stands before the price, and the goods are only part of a firm's name: `Cobalt Skies raises drone prices`."""
    subject, candidate, low = draft.candidate.subject, draft.candidate, scene.low
    if subject is None or subject.start <= candidate.end or not draft.commodities:
        return False
    if not all(draft.sentence.start <= hit.start and hit.end < candidate.start for hit in draft.commodities):
        return False
    if not all(opens_name(hit, scene) for hit in draft.commodities):
        return False
    between = low[candidate.end : subject.start]
    return _OF_A_PRICE.fullmatch(between) is None and _PLAIN_WORDS.fullmatch(between) is not None


_OTHER_MARKET = re.compile(
    r"(?:meanwhile,? |elsewhere,? |separately,? )?(?:(?:in|on) (?:the |europe's |britain's )?(?:[a-z]+ ){0,2}?(?:carbon|emissions|power|electricity|freight|currency|foreign exchange|forex|bond|stock|equity|share|property|housing|credit|tanker) markets?\b"
    r"|(?:the )?(?:[a-z]+ ){0,2}?(?:carbon|power|electricity|freight|co2|emission|baseload|eua) (?:contracts?|permits?|allowances?|prices?)\b)"
)
"""What opens a sentence on a market of other things than goods: `In the European carbon market, the benchmark contract rose`."""
_WOULD_HELP = re.compile(
    r"(?:rising|falling|higher|lower|stronger|weaker|increasing|declining|improving) (?:[a-z-]+ ){0,2}prices? (?:will|would|could|should|may|might|can) (?:help|support|benefit|improve|allow|boost|lift|attract|strengthen|make|give|add|enhance|drive|encourage)\b"
)
"""What makes of a price the reason for what may come of it: `a rising gold price will support the programme`."""
_COUNTER = re.compile(
    r" (?:at|in|on) (?:the|its|their|our|your|a|any|every|local|most|many) (?:[a-z'’-]+ ){0,2}?(?:grocer(?:y|ies|s)|shops?|stores?|supermarkets?|canteens?|restaurants?|pumps?|tills?|cafes?|bars?|pubs?|schools?|hotels?|checkout|menu|cinema)\b"
)
_AT_TOP = re.compile(
    r"\b(?:at|for|paid?|pays?|paying|offer(?:s|ing)?|get|gets) (?:you )?(?:the |our |their )?(?:highest|top|best)(?: possible| buy-?back| market)? prices?\b(?! (?:since|in|of|ever|on record|level)| for (?:[\w-]+ ){0,4}(?:since|in|ever)\b)"
)
"""What buyers at a counter promise, which is no move: `we buy silver at top prices`."""


def _is_of_a_counter(draft: Draft, scene: Scene) -> bool:
    """Tell whether a price is one of a shop's: `prices at the grocery went up`, `bought back at the highest price`."""
    subject, candidate, low = draft.candidate.subject, draft.candidate, scene.low
    if (
        subject is not None
        and low.endswith(("price", "prices"), subject.start, subject.end)
        and _COUNTER.match(low, subject.end)
    ):
        return True
    found = _AT_TOP.search(low, max(draft.sentence.start, candidate.start - 24), draft.sentence.end)
    if found is None or not found.start() <= candidate.start < found.end():
        return False
    return not draft.amounts or found.group().startswith(("pa", "offer", "get"))


_MARKET = re.compile(r"\bmarket\b")
_LIVELY = re.compile(
    r" (?:as|amid|with|on|while|and)(?: [a-z'’.-]+){0,3} (?:production|output|mining|exploration|drilling|projects?|investments?)(?: [a-z]+){0,2} (?:rebound|ris|grow|jump|surg|expand|advanc|increas|resum|pick|recover|climb)[a-z]*\b"
)
"""Why more goods or projects make a market no dearer: `the zinc market booms as mine output recovers`."""
_SUPPLIES = frozenset(["supply", "supplies", "availability"])
_MOVED_BY = re.compile(
    r"(?: (?:from|in|of|out of) [\w .'’-]{1,32}?)? (?:has |have |had |also |is |are )*(?:support|lift|boost|underpin|buoy|push|drove|driv|propel|help|sen[dt]|weigh|pressur|drag)\w*"
    r" [^.;]{0,48}\b(?:prices?|premiums?|market|futures|quotes|rally|values)\b"
)


def is_reason_of_price(draft: Draft, scene: Scene) -> bool:
    """Tell whether supply is only the reason given for a price, with no number and nobody's: `reduced supply supported tin prices`."""
    subject = draft.candidate.subject
    if draft.type != "production_change" or draft.amounts or draft.companies or draft.bodies or subject is None:
        return False
    if scene.low[subject.start : subject.end] not in _SUPPLIES:
        return False
    return _MOVED_BY.match(scene.low, draft.candidate.extent[1], draft.sentence.end) is not None
