"""Other things: sentences that have a fact's words, of which a share, a sick-bed, a film or a stock market is the matter."""

import re
from collections.abc import Callable

from tocsin.detect.refusals.other_firms import are_of_another_trade, is_other_business, other_firm
from tocsin.detect.refusals.other_priced import other_price
from tocsin.detect.scenes.drafts import Draft
from tocsin.detect.scenes.scene import Scene
from tocsin.detect.words.hits import Hit

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
_PART_OF = re.compile(r"\b(?:share|proportion|percentage|portion) of (?:the )?(?:[a-z-]+ ){0,2}\Z")
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


_THAN_OTHER = re.compile(
    r" than (?:the |its |their |total |domestic |current |local |global |annual ){0,2}(?:demand|supply|consumption|needs|requirements|usage|use|output|production|imports|exports|capacity|sales)\b(?! (?:in|of|for|seen in|forecast)\b)"
)
"""Where one figure is held against another kind of figure, and neither moved: `supply is lower than demand`."""


_BY_USERS = re.compile(
    r"\b(?:auto|car|vehicle|truck|motorcycle|smartphone|phone|chip|electronics|appliance|toy|aircraft|defence|defense)[- ]?(?:makers?|manufacturers?|plants?|factories|producers?|companies|firms|assembly lines?)\b"
    r"(?: [\w'’-]+){0,5} (?:to |have |had |has )?(?:halt|stop|suspend|cut|pause|idle|slow|curtail|clos|shut|scal|reduc)[a-z]*(?: (?:some|down|back|their|its|part of|all|production|output|assembly|operations|lines))*\Z"
)
"""Works that make other things of the goods: `forced some automakers to halt production`."""


def other_thing(draft: Draft, scene: Scene) -> str | None:
    """Return what an English sentence really speaks of, where it has a fact's words only by the way."""
    low, (start, end) = scene.low, draft.candidate.extent
    if scene.says_before(_WORK, start, 96):
        return "the matter of a work"
    if why := _OF_TYPE.get(draft.type, _of_none)(draft, scene):
        return why
    if draft.type in _WHOLES and _is_of_a_share(draft, scene):
        return "a share moves, not the whole"
    if (
        draft.candidate.rule == "move.bare"
        and draft.commodities
        and scene.says_before(_PART_OF, draft.commodities[0].start)
    ):
        return "a share moves, not the price"
    if draft.type in _WHOLES and _THAN_OTHER.match(low, draft.candidate.end):
        return "one figure held against another"
    if draft.candidate.rule == "move.noun" and _is_of_another_noun(draft, scene):
        return "another noun moves"
    if draft.direction == "new" and _OPENS_OTHER.match(low, draft.candidate.start, draft.sentence.end):
        return "another thing opens"
    if draft.type in _WHOLES and are_of_another_trade(draft, scene):
        return "goods of the name of a firm of another trade"
    if draft.type == "production_change" and not draft.amounts and _DRIVER.match(low, end):
        return "the reason of another fact"
    return None


def _of_contract(draft: Draft, scene: Scene) -> str | None:
    if is_other_business(draft, scene):
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
    if _SHARE_LOST.match(scene.low, draft.candidate.start, draft.sentence.end):
        return "a share of the market is lost"
    if _COOLING.match(scene.low, draft.candidate.start) and (
        scene.says_before(_FOR_IT, draft.candidate.start, 8) or scene.says(_HEAT)
    ):
        return "what keeps rooms cool"
    if draft.commodities and scene.says(_FROM_GROWERS) and _is_grower(draft.commodities[0], scene):
        return "who grows the goods wants others"
    return "what the sick take" if sick else None


def _is_grower(goods: Hit, scene: Scene) -> bool:
    """Tell whether goods are named for those who grow them."""
    low = scene.low
    return low.endswith(("growers", "farmers"), goods.start, goods.end) or _GROWN.match(low, goods.end) is not None


_COOLING = re.compile(r"cooling\b")
_FOR_IT = re.compile(r"\bfor (?:more |home )?\Z")
_HEAT = re.compile(
    r"\b(?:heat ?waves?|hot|hotter|warm|warmer|temperatures?|summer|heat|air[- ]condition(?:ing|ers?)|heating)\b"
)
"""What makes of `cooling` the chill of rooms, and no demand that wanes: `the heat lifted cooling demand for gas`."""
_GROWN = re.compile(
    r"(?: (?:and|or|,) [a-z]+)? (?:cultivation|growers|farmers|farming|planting|sowing|fields|plantations|acreage)\b"
)
_FROM_GROWERS = re.compile(r"\b(?:demand|buying|orders|interest) (?:from|by|among|for use in) ")
"""Who asks for other goods than those that he grows: `urea demand from maize growers`."""


def _of_stocks(draft: Draft, scene: Scene) -> str | None:
    return "shares, no stocks of goods" if _is_of_shares(draft, scene) else None


_GUIDED = frozenset(["guidance-cut", "guidance-rise", "guidance-cut-to", "guidance-rise-to"])
_DEMANDED = re.compile(
    r"\b(?:demand|consumption|imports|use)\b[^.;]* (?:will|would|to|should|is|are|was|were|rise|rose|grow|grew|fall|fell|reach|expand) (?:(?!output|production|crop|harvest|supply)[^.;])*,? (?:while |and |after )?\Z"
)
"""What a forecast is of, told before it is changed: `demand will rise by 900,000 bpd, the agency said, trimming its estimate`."""


def _of_output(draft: Draft, scene: Scene) -> str | None:
    if draft.direction == "halt" and _is_of_a_traveller(draft, scene):
        return "a traveller stops"
    if draft.direction == "halt" and _is_wanted_by_opponents(draft, scene):
        return "what opponents want"
    if draft.candidate.rule in _GUIDED and scene.says_before(_DEMANDED, draft.candidate.start, 120):
        return "an estimate of demand"
    if draft.carried and scene.says(_IN_CELLS):
        return "batteries, no goods"
    if scene.says_before(_BY_USERS, draft.candidate.end, 72):
        return "what those make who use the goods"
    if _ON_COSTS.match(scene.low, draft.candidate.end, draft.sentence.end):
        return "costs are cut, no output"
    return "a price is aimed at" if _is_priced_target(draft, scene) else None


def _of_measure(draft: Draft, scene: Scene) -> str | None:
    """Return why limits on trade are none, or are eased."""
    low, floor, (start, end) = scene.low, draft.sentence.start, draft.candidate.extent
    if _WORK_PERMITS.search(low, start, min(draft.sentence.end, end + 24)):
        return "permits for people"
    if draft.direction == "tighten" and _EASED.search(low, max(floor, start - 40), draft.candidate.start):
        return "limits that are eased"
    if draft.ids and _AT_HOME.issuperset(draft.ids) and _is_of_bills(draft, scene):
        return "what is charged at home"
    if draft.sentence.order and scene.says_before(_SUFFERED, draft.candidate.start, 64):
        return "a measure that somebody lives under"
    return "a firm's own sales" if _is_of_firm(draft, scene) else None


_STOPPED = re.compile(r"(?:halt|suspend|stop|paus|ceas)[a-z]*\b")
_BY_ITSELF = re.compile(r"(?: (?:has|have|had|also|temporarily|briefly|abruptly|said it|will))* ")
"""What stands between a firm and what it does."""


def _is_of_firm(draft: Draft, scene: Scene) -> bool:
    """Tell whether a firm stops what it ships itself, which is no measure: `Boliden suspends exports of zinc concentrate`."""
    start, low = draft.candidate.start, scene.low
    if draft.direction != "tighten" or _STOPPED.match(low, start) is None:
        return False
    return any(hit.end < start and _BY_ITSELF.fullmatch(low, hit.end, start) for hit in scene.found.companies)


_SUFFERED = re.compile(
    r"\b(?:(?:contend|grappl|struggl|wrestl|battl|cop|liv|deal)(?:s|e|es|ed|ing)? (?:with|under|against)|(?:hobbled|crippled|burdened|hemmed in|squeezed|weighed down|hampered|constrained) by|labour(?:s|ed|ing)? under|suffer(?:s|ed|ing)? (?:from|under))"
    r" (?:the |its |their |longstanding |long-standing |existing |heavy |tough |strict |western |international |us |u\.s\. |american |european |eu |and |years of )*\Z"
)
"""Who lives under a measure, which is not new: `which is contending with western sanctions`."""
_AT_HOME = frozenset(["natural_gas", "power", "energy", "gasoline", "diesel", "lpg"])
"""Goods that households pay for."""
_ABROAD = re.compile(
    r"\b(?:exports?|imports?|exporters?|importers?|customs|shipments?|seaborne|russian?|iranian?|g7|sanctions?|embargo|tariffs?|anti-dumping|countervailing)\b"
)
_EXCISE = re.compile(r"\bdut(?:y|ies)\b|\btax(?:es)?\b|\bexcise\b|\blev(?:y|ies)\b")


def _is_of_bills(draft: Draft, scene: Scene) -> bool:
    """Tell whether a cap or duty is one on what people pay at home, and none on trade: `the energy price cap takes effect`."""
    if scene.says(_ABROAD):
        return False
    return draft.candidate.rule == "price-cap" or scene.says(_EXCISE) is not None


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
    "mna": other_firm,
    "price_move": other_price,
    "large_contract": _of_contract,
    "smuggling": _of_haul,
    "export_control": _of_measure,
    "supply_source": _of_source,
    "demand_change": _of_demand,
    "inventory_change": _of_stocks,
    "production_change": _of_output,
}
"""What facts of one type are taken for, by type."""
_ON_COSTS = re.compile(
    r"[^,;.]{0,12}? (?:on|in|of) (?:(?!(?:output|production|supply|volumes?)\b)[a-z-]+ ){0,5}?(?:costs?|spending|expenses|budgets?|margins?|wages|outlays|expenditure)\b"
)
"""What is squeezed or cut in place of output: `put a squeeze on maintenance costs`."""
_SHARE_LOST = re.compile(
    r"(?:los[te]s?|losing|ced(?:es?|ed|ing)|gain(?:s|ed|ing)?|won|wins?|tak(?:es?|ing)|took) (?:more |further |some |much )?(?:market )?share\b"
)
"""What makers lose to others while users use as much: `lost share to imports`."""
_STOLEN = re.compile(r"\b(?:stolen|thefts?|thie(?:f|ves)|burgl\w+|robber(?:y|ies|s)?)\b")
_SMUGGLED = re.compile(r"smuggl|\bcustoms\b|\bborder\b|contraband|走私")
_WORK_PERMITS = re.compile(r"\b(?:work|residence|residency|entry|driving) (?:permits?|visas?)\b")
_EASED = re.compile(
    r"\b(?:eas(?:e[sd]?|ing)|relax(?:es|ed|ing)?|loosen(?:s|ed|ing)?|soften(?:s|ed|ing)?) (?:(?:its|the|their|all|some|these|those|export|import) )*\Z"
)
"""What is done to limits that stood: `China has eased its limits on exports`."""
_MORE_OR_LESS = re.compile(r" (?:about |some |around |nearly )?[\d.]+ ?(?:%|pct?\b|per ?cent) (?:fewer|less|more)\b")
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


_STAKE = re.compile(
    r" (?:(?:its|their|his|a|an|the|all|all of its|remaining|entire|another|up to) ){0,2}(?:[\d.]+(?: ?%| ?pct?\b| per ?cent) )?(?:(?:non-)?(?:controlling|majority|minority|remaining|working|indirect|direct|equity|entire) )?(?:interests?|stakes?|shareholdings?|shares in|holdings? in|equity)\b"
)
"""What is sold where it is no goods: `agreed to sell its 40% interest`."""
_DECLARED_AS = re.compile(
    r"\b(?:declared|labelled|labeled|described|disguised|passed off|marked|manifested|presented|listed|camouflaged) as (?:[a-z]+[ -]){0,3}\Z"
)
"""What makes of goods those that a smuggler named in place of his own."""
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
