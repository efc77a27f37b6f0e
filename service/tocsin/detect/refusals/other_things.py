"""Other things: sentences that have a fact's words, of which a share, a sick-bed, a film or a stock market is the matter."""

import re
from collections.abc import Callable

from tocsin.detect.calendar.months import FULL_MONTHS
from tocsin.detect.scenes.drafts import Draft
from tocsin.detect.scenes.scene import Scene
from tocsin.detect.words.hits import Hit

_WORKS_THAT_BUY = re.compile(
    r"\b(?:plants|mills|smelters|refiners|refineries|works|producers|traders|makers|processors|consumers|crushers|millers|utilities|foundries)"
    r" (?:have |had |has |already |only |all |also )*(?:bought|purchased|acquired)"
    r" (?!(?:an? |the |its |their |all |both |more |two |three |\d+%? ?)?(?:[a-z-]+ ){0,3}(?:stakes?|shares?|mines?|plants?|projects?|smelters?|assets|deposits?|rivals?|firms?|compan))"
)
"""Those who use goods and bought some: `smelters bought early`."""
_SHARES_OF = re.compile(
    r" (?:of|in) (?:[a-z'’-]+ ){0,4}(?:miners?|producers?|companies|refiners?|explorers?|developers?|firms|makers|processors|names)\b"
)
_BOURSE = re.compile(
    r"\b(?:wall street|nasdaq|nyse|dow jones|s&p|shares?|equit(?:y|ies)|bourse|tsx|ftse|nikkei|hang seng|stock (?:markets?|exchanges?)|share prices?|investors (?:sold|bought|dumped|piled)"
    r"|market cap(?:italisation|italization)?|short[- ]sellers?|portfolio|dividends?|etfs?)\b"
)
_STORED = re.compile(
    r"\b(?:warehouses?|sheds|storage|ports?|bonded|registered|on-warrant|warrants|inventor(?:y|ies)|stockpiles?|lme|shfe|comex|exchange stocks|at the exchange|exchange's|cushing|eia|api|tanks|depots|destock\w*)\b"
)
"""Where goods are kept, or who counts them."""
_STOCKS = frozenset(["stocks", "stock"])
_OF_GOODS = frozenset(["change_by", "level", "quantity", "days"])
_MADE_UP = re.compile(
    r"\b(?:account(?:s|ed|ing) for|m(?:ake|akes|ade|aking) up|represent(?:s|ed|ing)?|compris(?:es?|ed|ing)|(?:share|proportion|percentage|portion) of)\b[^,;.]{0,48}\Z"
)
"""What makes of a whole the measure of a share, which is what moves: `accounted for 85% of zinc stocks, up from 70%`."""
_WORK = re.compile(
    r"\b(?:film|movie|documentary|novel|book|thriller|drama|podcast|play|musical|exhibition|video game|album|song|memoir|tv series|mini-?series)s?"
    r" (?:about|on|based on|set in|inspired by|exploring|tracing|depicting)\b[^.;]{0,60}\Z"
)
"""What makes a fact the matter of a work: `a film about tin smuggling grossed $4 million`."""
_SICK = re.compile(
    r"\b(?:patients?|bipolar|psychiatr\w+|clinical trials?|placebo|dosages?|doses?|prescri(?:bed|ptions?|bing)|physicians|dementia|alzheimer'?s|medications?|pregnan(?:t|cy)|supplements)\b"
)
_DRIVER = re.compile(
    r"(?: (?:in|at|from|by) [\w .'’-]{1,28}?)? (?:(?:has|have|had) been|was|were|is|are|remains?|remained) (?:an?|the|one of the|among the) (?:[a-z-]+ ){0,2}"
    r"(?:drivers?|reasons?|causes?|factors?|themes?|catalysts?)\b"
)
"""What makes a fact before it the reason of another, which may have been so for long."""
_JOINED_TO = re.compile(r" (?:or|and|nor|as well as) (?:the |an? |its |their )?(?:[a-z]+ )?")
_OF_ANOTHER = re.compile(r" (?:in|of) (?:the |its |their )?[a-z]")
"""What joins a noun of movement with a noun of its own to goods before it: `gold prices or the growth in reserves`."""
_WHOLES = frozenset(["production_change", "demand_change", "inventory_change"])


def other_thing(draft: Draft, scene: Scene) -> str | None:
    """Return what an English sentence really speaks of, where it has a fact's words only by the way."""
    low, (start, end) = scene.low, draft.candidate.extent
    if scene.says_before(_WORK, start, 96):
        return "the matter of a work"
    if why := _OF_TYPE.get(draft.type, _of_none)(draft, scene):
        return why
    if draft.type in _WHOLES and _is_of_a_share(draft, scene):
        return "a share moves, not the whole"
    if draft.candidate.rule == "move.noun" and _is_of_another_noun(draft, scene):
        return "another noun moves"
    if draft.direction == "new" and _OPENS_OTHER.match(low, draft.candidate.start, draft.sentence.end):
        return "another thing opens"
    if draft.type in _WHOLES and _are_of_another_trade(draft, scene):
        return "goods of the name of a firm of another trade"
    if draft.type == "production_change" and not draft.amounts and _DRIVER.match(low, end):
        return "the reason of another fact"
    return None


def _of_deal(draft: Draft, scene: Scene) -> str | None:
    """Return what is dealt in instead of a company."""
    low, floor = scene.low, draft.sentence.start
    if _is_of_other_firm(draft, scene) or _is_of_other_trade(draft, scene) or _is_other_business(draft, scene):
        return "a firm of another trade is bought or sold"
    if scene.says(_IN_FUNDS):
        return "units of a fund change hands"
    if _ON_PAPER.match(low, draft.candidate.end) and not low.endswith(_OF_SHARES, floor, draft.candidate.start):
        return "goods are bought, no company"
    if scene.says(_WORKS_THAT_BUY) and not draft.amounts:
        return "works buy, and are not bought"
    return None


def _of_price(draft: Draft, scene: Scene) -> str | None:
    """Return what has a price instead of the goods, or why theirs is no news."""
    low, floor = scene.low, draft.sentence.start
    if scene.says(_BEST_BID) and "change" not in draft.amounts:
        return "bids of a tender"
    if _is_of_other_priced(draft, scene) or _is_of_a_counter(draft, scene) or _is_in_energy(draft):
        return "other goods are priced"
    if not draft.amounts and _WOULD_HELP.match(low, draft.candidate.start):
        return "the reason of something to come"
    if not draft.amounts and low.endswith("up", draft.candidate.start, draft.candidate.end) and _buys_up(draft, scene):
        return "goods are bought up"
    if draft.carried and _OTHER_MARKET.match(low, floor, draft.sentence.end):
        return "another market"
    if draft.direction == "up" and not draft.amounts and _LIVELY.match(low, draft.candidate.end):
        goods_end = draft.commodities[0].end if draft.commodities else floor
        return "a market that is lively" if _MARKET.search(low, goods_end, draft.candidate.start) else None
    return None


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


def _of_contract(draft: Draft, scene: Scene) -> str | None:
    if _is_other_business(draft, scene):
        return "a business of another trade is sold"
    if _MORE_OR_LESS.match(scene.low, draft.candidate.end):
        return "a figure of trade"
    return "a stake is sold, no goods" if _STAKE.match(scene.low, draft.candidate.end) else None


def _of_haul(draft: Draft, scene: Scene) -> str | None:
    if scene.says(_STOLEN) and not _SMUGGLED.search(scene.low):
        return "stolen goods"
    declared = draft.commodities and scene.says_before(_DECLARED_AS, draft.commodities[0].start)
    return "what the goods were declared as" if declared else None


def _of_demand(draft: Draft, scene: Scene) -> str | None:
    sick = not draft.companies and scene.says(_SICK)
    return "what the sick take" if sick else None


def _of_stocks(draft: Draft, scene: Scene) -> str | None:
    return "shares, no stocks of goods" if _is_of_shares(draft, scene) else None


def _of_output(draft: Draft, scene: Scene) -> str | None:
    if draft.direction == "halt" and _is_of_a_traveller(draft, scene):
        return "a traveller stops"
    if draft.direction == "halt" and _is_wanted_by_opponents(draft, scene):
        return "what opponents want"
    if draft.carried and scene.says(_IN_CELLS):
        return "batteries, no goods"
    return "a price is aimed at" if _is_priced_target(draft, scene) else None


def _of_measure(draft: Draft, scene: Scene) -> str | None:
    """Return why limits on trade are none, or are eased."""
    low, floor, (start, end) = scene.low, draft.sentence.start, draft.candidate.extent
    if _WORK_PERMITS.search(low, start, min(draft.sentence.end, end + 24)):
        return "permits for people"
    if draft.direction == "tighten" and _EASED.search(low, max(floor, start - 40), draft.candidate.start):
        return "limits that are eased"
    return None


def _of_source(draft: Draft, scene: Scene) -> str | None:
    """Return why works are none that will be there: somebody wants to block them."""
    if scene.says_before(_BLOCKED, draft.candidate.end) and scene.says(_OPPONENTS):
        return "works that opponents want to block"
    if draft.direction == "new" and _KEPT_OPEN.search(scene.low, draft.sentence.start, draft.candidate.extent[1]):
        return "works are kept open"
    if not draft.amounts and _OF_A_SCHOOL.match(scene.low, draft.sentence.start, draft.candidate.end):
        return "works of a school or museum"
    if draft.commodities and _IN_ANOTHER_DEED.search(
        scene.low, draft.candidate.end, min(hit.start for hit in draft.commodities)
    ):
        return "goods of another deed in a row"
    return None


def _of_none(_draft: Draft, _scene: Scene) -> str | None:
    return None


_OF_TYPE: dict[str, Callable[[Draft, Scene], str | None]] = {
    "mna": _of_deal,
    "price_move": _of_price,
    "large_contract": _of_contract,
    "smuggling": _of_haul,
    "export_control": _of_measure,
    "supply_source": _of_source,
    "demand_change": _of_demand,
    "inventory_change": _of_stocks,
    "production_change": _of_output,
}
"""What facts of one type are taken for, by type."""


_STOLEN = re.compile(r"\b(?:stolen|thefts?|thie(?:f|ves)|burgl\w+|robber(?:y|ies|s)?)\b")
_SMUGGLED = re.compile(r"smuggl|\bcustoms\b|\bborder\b|contraband|走私")
_WORK_PERMITS = re.compile(r"\b(?:work|residence|residency|entry|driving) (?:permits?|visas?)\b")
_EASED = re.compile(
    r"\b(?:eas(?:e[sd]?|ing)|relax(?:es|ed|ing)?|loosen(?:s|ed|ing)?|soften(?:s|ed|ing)?) (?:(?:its|the|their|all|some|these|those|export|import) )*\Z"
)
"""What is done to limits that stood: `China has eased its limits on exports`."""
_BEST_BID = re.compile(
    r"the (?:lowest|highest|best|top|second-lowest) (?:price|offer|bid)s? (?:was|were|came|received|offered|submitted)\b"
)
"""How the bids of a tender are told, of which no price moved."""
_MORE_OR_LESS = re.compile(r" (?:about |some |around |nearly )?[\d.]+ ?(?:%|percent|per cent) (?:fewer|less|more)\b")
"""What makes of purchases a figure of a period: `buyers took 9% fewer cargoes`."""
_IN_CELLS = re.compile(r"\b(?:gigawatt[- ]hours?|gwh|megawatt[- ]hours?)\b")
"""What batteries are counted in."""
_OPPONENTS = re.compile(
    r"\b(?:opponents?|oppos(?:e[sd]?|ing|ition)|protest(?:s|ers?|ing)?|activists?|campaign(?:s|ers?)?|residents?|ranchers?|tribes?|tribal|indigenous|environmental(?:ists?)?|conservation(?:ists)?|petition(?:s|ers)?|lawsuits?|sued?|filed suit|injunction|villagers?)\b"
)
_TO_DO = re.compile(r"\b(?P<verb>[a-z]+) to (?:(?!be\b)[a-z]+ ){0,4}\Z")
_MADE = re.compile(
    r"forced|compelled|prompted|caused|ordered|decided|agreed|led|required|had|obliged|asked|plans?|planned|needs?|due|set|began|begun|started|managed"
)
"""What makes of a verb behind `to` what somebody does."""
_MADE_BY = re.compile(
    r"\b(?:forc|compel|prompt|caus|order|oblig|push|lead)(?:e[sd]?|l?led|s|ed|ing)?\b|\b(?:led|drove)\b"
)
"""What brings a stop about: `protests forced the firm to halt output`."""
_BLOCKED = re.compile(
    r"\b(?:block|stop|halt|oppos(?:e[sd]?|ing)|against|fight(?:ing|s)?|challeng(?:e[sd]?|ing)|reject(?:s|ed|ing)?|overturn(?:s|ed)?|denounc(?:e[sd]?|ing))\b[^.;]{0,48}\b(?:plans?|permits?|proposals?|projects?|application|bid)\b[^.;]{0,24}\Z"
)
"""What makes of works those that somebody wants to keep from being built."""
_ON_THE_WAY = re.compile(r"(?:ing|s|ped)? (?:off|by|over)? ?(?:at|in|for) (?:the |a |an )")
"""How a traveller stops: `we stopped off at the mine`."""
_TRAVELLER = re.compile(r"\b(?:i|we|you|he|she|they|tour|visitors?|tourists?|buses|coach|train|route|trip)\b")

_OBJECT = re.compile(
    r" (?:an?|its|the|one|two|three|four|five|six|\d+) (?:\d[\w-]* )?(?:(?!(?:to|from|for|in|with|at|of)\b)[a-z][\w'’-]* ){0,5}(?!(?:to|from|for|in|with|at|of)\b)[a-z][\w'’-]*"
)
_OF_MINES = re.compile(
    r"\b(?:mines?|mining|projects?|deposits?|propert(?:y|ies)|claims?|licen[cs]es?|stakes?|interests?|holdings?|shares?|smelters?|refiner(?:y|ies)|plants?|operations?|assets|producers?|miners?|explorers?|royalt\w+|concessions?|tenements?|blocks?|fields?|mills?|terminals?|traders?|recyclers?|streams?|options?|portfolio|business|subsidiar(?:y|ies)|compan(?:y|ies)|firm|rival|peer|remaining|rest|rights?|ground|land|pipelines?|works|units? (?:in|of))\b"
)


def _is_wanted_by_opponents(draft: Draft, scene: Scene) -> bool:
    """Tell whether opponents only aim at a stop: `set up a camp to raise awareness and stop the mine`."""
    low, start, end = scene.low, draft.candidate.start, draft.candidate.end
    if low.endswith(("ed", "s", "ing", "ped", "ting", "shut"), start, end) and not low.startswith("shut", start):
        return False
    aim = scene.says_before(_TO_DO, start, 48)
    if aim is None or _MADE.fullmatch(aim["verb"]) or scene.says_before(_MADE_BY, start):
        return False
    return scene.says_before(_OPPONENTS, start) is not None


def _is_of_a_traveller(draft: Draft, scene: Scene) -> bool:
    """Tell whether somebody stops at a place on the way: `we decided to stop off at the tin mine`."""
    low, start = scene.low, draft.candidate.start
    if not low.startswith("stop", start) or not _ON_THE_WAY.match(low, start + 4):
        return False
    return scene.says_before(_TRAVELLER, start) is not None


def _is_of_other_firm(draft: Draft, scene: Scene) -> bool:
    """Tell whether the goods only open the buyer's or seller's name, and what is dealt in is of no mine: `Lithium Labs acquired an app maker`."""
    candidate, low, end = draft.candidate, scene.low, draft.candidate.end
    goods = [hit for hit in scene.found.commodities if draft.sentence.start <= hit.start < draft.sentence.end]
    if not goods or not all(hit.end < candidate.start and opens_name(hit, scene) for hit in goods):
        return False
    dealt = _OBJECT.match(low, end, draft.sentence.end)
    if dealt is None:
        return False
    return _HOUSES.search(dealt.group()) is not None or _OF_MINES.search(dealt.group()) is None


_HOUSES = re.compile(
    r"-unit\b|\b(?:apartments?|homes?|houses?|hotels?|hotel|buildings?|warehouses?|offices?|retail|shopping|community|communities|student|self-storage|shopping cent(?:er|re)|portfolio of (?:homes|apartments))\b"
)
_NAMED_FIRM = re.compile(
    r" (?:all of |100% of |a majority stake in |the assets of )?(?:[A-Z][\w&'’-]*)(?: [A-Z][\w&'’-]*){0,4}(?=[ .,;]|\Z)"
)
_OF_THE_TRADE = re.compile(
    r"\b(?:mines?|mining|miners?|minerals?|deposits?|smelt\w*|refin\w+|ounces|tonnes|tons|concentrates?|metals?|ores?|exploration|explorer|drill\w*|foundry|foundries|recycl\w+|bullion|royalt\w+|alloys?|cathodes?|wires?|mills?|pipelines?|barrels|wells?|oilfield\w*|coins|bars)\b"
)


def _is_of_other_trade(draft: Draft, scene: Scene) -> bool:
    """Tell whether a firm called after a metal buys another one in a text without a word of mines or metals: `Copper Cloud acquires a host`."""
    goods, candidate = draft.commodities, draft.candidate
    if not goods or not all(hit.end < candidate.start and opens_name(hit, scene) for hit in goods):
        return False
    if _NAMED_FIRM.match(scene.folded.plain, candidate.end, draft.sentence.end) is None:
        return False
    return _OF_THE_TRADE.search(scene.low) is None


_BUSINESS = re.compile(
    r"\b(?:wind|solar|shipping|retail|software|telecoms?|insurance|payments?|logistics|towing|catering|data[- ]cent(?:er|re)s?|hotels?|property|media|renewables?|renewable energy|aviation|trucking|security|fuel stations?|forecourts?)"
    r"(?: (?:energy|power|generation|services|stations?))? (?:business(?:es)?|units?|arms?|divisions?|operations|farms?|parks?|plants?|portfolio|assets|projects?|network|subsidiar(?:y|ies))\b"
)
"""What firms that deal in goods own besides: `the oil firm sells its onshore wind business`."""
_IN_FUNDS = re.compile(
    r"\b(?:etfs?|funds?|trusts?)\b[^.;]{0,40}\b(?:secondary market|through (?:a |their )?brokers?|at market price|net asset value)\b"
)
"""How units of a fund are told to be traded, whatever its name is."""


def _is_other_business(draft: Draft, scene: Scene) -> bool:
    """Tell whether what is dealt in, right behind the verb, is a business without goods, and they are but the firm's."""
    if "power" in draft.ids:
        return False
    for end in (draft.candidate.end, *(part.end for part in draft.candidate.parts)):
        dealt = _OBJECT.match(scene.low, end, draft.sentence.end)
        if dealt is not None and _BUSINESS.search(dealt.group()):
            return not any(end <= hit.start < dealt.end() for hit in draft.commodities)
    return False


_ON_PAPER = re.compile(r" (?:contracts?|orders?|agreements?|tenders?)\b")
_OF_SHARES = ("share ", "shares ", "asset ", "stock ", "unit ", "equity ", "and ")
_STAKE = re.compile(
    r" (?:(?:its|their|his|a|an|the|all|all of its|remaining|entire|another|up to) ){0,2}(?:[\d.]+(?:%| per ?cent| percent) )?(?:(?:non-)?(?:controlling|majority|minority|remaining|working|indirect|direct|equity|entire) )?(?:interests?|stakes?|shareholdings?|shares in|holdings? in|equity)\b"
)
"""What is sold where it is no goods: `agreed to sell its 40% interest`."""
_DECLARED_AS = re.compile(
    r"\b(?:declared|labelled|labeled|described|disguised|passed off|marked|manifested|presented|listed|camouflaged) as (?:[a-z]+[ -]){0,3}\Z"
)
"""What makes of goods those that a smuggler named in place of his own."""


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
    return _OF_A_PRICE.fullmatch(between) is None and re.fullmatch(r" [a-z][a-z '’-]{1,32} ", between) is not None


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


_IN_MONEY = re.compile(
    r"(?: price)?(?: of| at| to)? (?:us)?(?:[$€£]|[\d.,]+ ?(?:usd|us dollars|dollars|euros?|yuan)\b)"
)
_KEPT_OPEN = re.compile(r"\b(?:keep|keeps|kept|keeping|remains?|remained|stays?|stayed) (?:[\w.'’-]+ ){0,8}open\b")
"""What makes of works that are open no new ones: `aid keeps the smelter open`."""
_OF_A_SCHOOL = re.compile(
    r"(?:the |an? |[a-z]+'s )?(?:[a-z-]+ ){0,2}(?:university|college|school|institute of technology|museum|students|apprentices)\b"
)
"""Who opens works that are none of the market."""
_IN_ANOTHER_DEED = re.compile(
    r", (?:and |to )?(?:pursu|seek|explor|evaluat|assess|negotiat|form|rais|study|review|advanc|mak|find|secur)(?:e|es|ing|ed)? [^;.]*\Z"
)
"""What opens the next of several deeds in a row, with goods of its own: `commission its plant, pursue partners for its tungsten unit`."""
_OPENS_OTHER = re.compile(
    r"(?:open(?:s|ed|ing)?|start(?:s|ed)?|launch(?:es|ed)?) (?:an? |the |its |public )?(?:[a-z-]+ ){0,2}(?:comment|consultation|bidding|bids?|reviews?|hearings?|exhibitions?|data room|investigation|inquiry|offices?|tender|website|campaign|lawsuit|talks|training|survey)\b"
)
"""What opens and is no works: `opened a comment period on the LNG project`."""
_AIMED = frozenset(["target", "targets", "forecast", "forecasts", "estimate", "estimates"])


def _is_priced_target(draft: Draft, scene: Scene) -> bool:
    """Tell whether what is aimed at is money, not output: `a target of 3,400 USD (+21%)`."""
    subject = draft.candidate.subject
    if subject is None or scene.low[subject.start : subject.end] not in _AIMED:
        return False
    return _IN_MONEY.match(scene.low, subject.end) is not None


_NAME = re.compile(r"[A-Z][\w'’&-]*(?: (?:[A-Z][\w'’&-]*|&|and(?= [A-Z]))){1,3}(?= [a-z(]|['’,.]|\s*\Z)")
_TRADES = re.compile(
    r"\b(?:wines?|winer(?:y|ies)|vineyards?|brew(?:ery|ing|ers)|distillers?|distillery|bakery|bakeries|coffee|roasters|roofing|apartments|homes|media|pictures|films?|records|studios?|games|gaming|software|health|healthcare"
    r"|clinics?|pharma(?:cy|ceuticals)?|hotels?|resorts?|casinos?|schools?|academy|foundation|jewell?ery|jewell?ers|boutique|salons?|fitness|airlines|motors|guitars|cycles|outdoors|kitchens?|foods?|farms|creamery|dairy|press|publishing|events)\b"
)
"""What firms do that are called after goods and make others."""


def _are_of_another_trade(draft: Draft, scene: Scene) -> bool:
    """Tell whether the goods are only part of the name of who makes other things: `Cobalt Ridge Wines raises production`."""
    inside = [hit for hit in draft.commodities if draft.sentence.start <= hit.start < draft.sentence.end]
    if not inside or len(inside) < len(draft.commodities) or not all(opens_name(hit, scene) for hit in inside):
        return False
    names = [_NAME.match(scene.folded.plain, hit.start) for hit in inside]
    return all(name is not None and _TRADES.search(name.group().lower()) for name in names)


def opens_name(hit: Hit, scene: Scene) -> bool:
    """Tell whether a word has a capital and another capitalised word behind it: `Lithium Technologies`."""
    plain, end = scene.folded.plain, hit.end
    return plain[hit.start].isupper() and plain[end : end + 1] == " " and plain[end + 1 : end + 2].isupper()


def _is_of_shares(draft: Draft, scene: Scene) -> bool:
    """Tell whether stocks are shares: they are counted in no goods, and are those of miners or of a stock market."""
    subject, low = draft.candidate.subject, scene.low
    if subject is None or low[subject.start : subject.end] not in _STOCKS or _OF_GOODS & draft.amounts.keys():
        return False
    if _SHARES_OF.match(low, subject.end):
        return True
    return scene.says(_BOURSE) is not None and scene.says(_STORED) is None


def _is_of_another_noun(draft: Draft, scene: Scene) -> bool:
    """Tell whether a noun of movement has a noun of its own behind it, and is only joined to what stands before."""
    subject, candidate, low = draft.candidate.subject, draft.candidate, scene.low
    if (
        subject is None
        or candidate.start < subject.end
        or _JOINED_TO.fullmatch(low, subject.end, candidate.start) is None
    ):
        return False
    return _OF_ANOTHER.match(low, candidate.end) is not None


def _is_of_a_share(draft: Draft, scene: Scene) -> bool:
    subject, candidate = draft.candidate.subject, draft.candidate
    if subject is None or not candidate.rule.startswith("move") or candidate.start < subject.end:
        return False
    return scene.says_before(_MADE_UP, subject.start, 80) is not None


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
