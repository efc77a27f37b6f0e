"""No deals: English sentences with the words of a deal or a contract that buy no company and sell no goods.

Money is lent, goods are bought where a mine stands, a royalty is a share of what is mined, an option only names its terms.
"""

import re

from tocsin.detect.refusals.nearby import around, precede
from tocsin.detect.refusals.other_firms import opens_name
from tocsin.detect.refusals.sold_over_time import is_sold_over_time
from tocsin.detect.scenes.drafts import Draft
from tocsin.detect.scenes.scene import Scene
from tocsin.detect.texts.text import holds_any

_TERMS = re.compile(
    r"to (?:acquire|earn|exercise|obtain|increase)\b.*\b(?:must|needs? to|has to|have to|is required to|will need to)\b"
)
"""How the terms of an option are told, which is not yet taken up."""
_LENT = re.compile(
    r"\b(?:debt|loans?|financing|funding|credit facilit(?:y|ies)|private placement|bond issue|notes offering|bridge facility|equity investment|grants?|convertible|credits?)\b"
)
"""What a contract is about that buys no goods."""
_SALE = re.compile(r"\b(?:offtake|off-take|supply|supplies|purchase|sales?|deliver(?:y|ies)?)\b")
_LENDING = 40
"""Characters around a contract within which that stands."""
_WITH = re.compile(r"\bwith (?:an? |the )?(?:[a-z-]+ )?\Z")
"""What makes an investment one made so far: `with a combined investment of`."""
_AT = re.compile(r"\b(?:at|from|near|outside) (?:the |its |their |our |an? )?(?:[\w'’-]+ ){0,3}\Z")
"""What makes a mine before a verb of selling the place whose goods are sold: `oxide produced at the plant will be sold`."""
_CRAVING = re.compile(r"\b(?:consumption|intake|cravings?|usage|use|costs?|prices?|spending|bills?)\b")
"""What is taken control of and no property."""
_THERE = re.compile(
    r"(?:^| )(?!(?:stakes?|interests?|holdings?|shareholdings?|shares?|ownership|control|rights?|title|portion|half|third|quarter|fifth|remainder|rest|all|majority|minority|[\d.]+%?|percent|million|billion|dollars?|euros?|pounds?|yuan|yen|rand|pesos?|rupees?|roubles?|cash|assets|operations|ground|acreage|land|claims|options?|royalt(?:y|ies)|agreement|deal)\b)[a-z][\w'’-]*,? (?:at|near|over|from|for|to|on|with|through|inside|across)(?: (?!stake|interest|holding)[\w'’-]+){0,5} \Z"
)
"""The same behind the verb, where another thing is bought: `the purchase of two excavators at the mine`."""
_RIGHT_THERE = re.compile(r" (?:for|at) (?:the|its|their|our|an?)\b")
"""The same right behind the verb, whose object stands before it: `an ore sorter acquired for the project`."""
_TO_BUYER = re.compile(r" to (?:[\w-]+ ){0,3}")
"""The same where it is who buys: `the metal is sold to smelters`."""
_BY_SHARE = frozenset(["buy-share", "takes-share", "take-percent-of-site"])
"""Frames for which the percentage alone tells that a part is bought."""
_PLACES = frozenset(["stake", "site", "object", "ground"])
"""Parts of frames that a deal is about."""
_OF_GOODS = re.compile(
    r" (?:more|less|fewer|full|discount|premium|deposit|nsr|net smelter|gross|royalt)|(?: of (?:[\w'’-]+ ){0,5}?(?:production|output|offtake)\b)|(?: of (?:the |its |their |all )?(?:[a-z-]+ )?(?:production|output|material|concentrates?|ore|metal|goods|volumes?|tonnage|needs|requirements|supplies|feedstock|fuel|(?:refined |oil )?products|purchases|funds|cost|price|revenues?|income|sales|profits?|earnings|turnover)\b)"
)
"""What follows a percentage that is none of a company or mine."""
_OF = re.compile(r" of (?:the |its |their |all )?")
_SITE = re.compile(
    r" (?:[\w-]+ ){0,2}(?:mines?|projects?|compan|miners?|producers?\b|develop|explor|deposit|property|propert|assets?|business|operations?|smelter|refiner|group|venture|field)"
)
_REPURCHASE = re.compile(r"\b(?:buy back|buys back|bought back|buy-back|buyback|repurchase)")
_FOR_GOODS = re.compile(
    r" (?:for|of) (?!(?:[a-z-]+ )?(?:concentrates?|ores?|ingots?|cathodes?|feed|feedstock)\b)(?!(?:[a-z-]+ )?(?:years?|months?|weeks?|quarters?|decades?|days?)\b)(?!(?:the|its|their|an?|up|about|all|some|part|most|more|this|it|them|that|delivery|supply|sale|purchase|at|over|around)\b)(?:[a-z-]+ )?[a-z-]+ (?:to|at|with|from) "
)
"""Goods right behind a contract."""
_FOR_OTHERS = re.compile(
    r"\b(?:agreements?|contracts?|deals?|orders?) (?:for|of) (?!(?:delivery|supply|cash|sale|approval|use|shares|export|exports|review|storage|processing|shipment|production|concentrate|ore|metal|material|output|offtake|tolling|several|many|three|two|five|ten|its|their|the|an?)\b)[a-z-]{4,}(?= and |,|\.|;)"
)
"""Goods right behind a contract whose sentence names none that we know: `a supply agreement for tomatoes and`."""
_TO_SUPPLY = re.compile(
    r" to (?:supply|deliver|provide|build|make|install) (?:up to |about |some |over |more than )?(?:[\d,.]+ )?"
    r"(?:(?!(?:all|it|them|output|production|products?|concentrates?|materials?|metals?|ores?|t|tons?|tonnes?|kg|lbs?|ounces|oz|pounds|barrels|bpd|cargo(?:es)?|volumes?|feedstock|fuel|gas|lots?|million|billion)\b)[a-z][a-z-]* ){1,4}(?:to|for|at|in) "
)
"""The same, told by the verb: `a contract to supply 3,000 scooters to`."""


_OPTIONS = re.compile(r"\b(?:options?|warrants?|rsus|share units)\b[^.;]{0,90}\b(?:to|exercisable (?:to|for)) \Z")
"""What makes a purchase of shares one that options allow: `granted options to directors to purchase 900,000 common shares`."""


_TAKEN_UP = re.compile(
    r"\b(?:exercis(?:es?|ed|ing)|clos(?:es|ed|ing)|complet(?:es|ed|ing)|execut(?:es|ed)|took up|takes up) (?:on )?(?:an? |the |its |their )?(?:[a-z-]+ )?options? to \Z"
)
"""What makes of an option one that is taken up: `exercised its option to acquire a further 20%`."""
_NEWLY_AGREED = re.compile(
    r"\b(?:enter(?:s|ed|ing)? into|sign(?:s|ed|ing)?|execut(?:es?|ed|ing)|secur(?:es?|ed|ing)|grant(?:s|ed|ing)?|obtain(?:s|ed)|reach(?:es|ed)|negotiat(?:es|ed)|ink(?:s|ed)|struck|strikes|announc(?:es|ed)) "
    r"(?:into )?(?:[\w.&'’-]+ ){0,5}?option(?: agreement| deal| and joint venture agreement)?,?(?: (?:agreement )?(?:dated|with|from|under which)\b[^;]{0,70}?)? (?:to|can|may) \Z"
)
"""What makes of an option one that was just agreed on: `entered into an option agreement to acquire all of the claims`."""
_INCOME = re.compile(
    r"earn (?:[\w'’-]+ ){0,6}(?:of|in) (?:its |their |the )?(?:[a-z]+ )?(?:income|earnings|revenues?|foreign exchange|hard currency|profits?|sales|turnover|exports)\b"
)
"""What goods earn a country or a firm: `exports of tin earn it over half of its foreign exchange`."""
_HELD_RIGHT = re.compile(
    r"\b(?:has|have|had|holds?|retains?|with|having|under) (?:an? |the |its |their )?(?:[a-z-]+ ){0,2}(?:rights?|option|ability) to \Z"
)
"""What makes of earning a part one that is only allowed: `has the right to earn up to 75% of the project`."""
_INSIDER = re.compile(
    r"\b(?:chief executive|ceo|cfo|coo|(?:managing )?directors?|chair(?:man|woman)?|president|founder|insiders?|chief (?:financial|operating) officer|officers)\b(?! of | and \w+ (?:miner|group))"
    r"[^,;.]{0,40}?(?:,[^,;]{2,40},)? (?:has |have |also )*\Z"
)
"""Who buys shares for himself, before the verb: `its chief executive purchased 20,000 shares`."""
_HIS_OWN = re.compile(r" (?:(?:most|all|half|part) of )?(?:his|her) ")
"""What makes a sale one of somebody's own: `sold his 3% holding`."""
_MONEY_SPENT = re.compile(r"(?:spent|spends|paid) [^;]{2,24} \Z")
"""What he lays out, right before it."""
_INSIDE = re.compile(r"\binsiders?(?:['’]s?)? (?:purchases?|buying|buys?)\b")
_ANY_SHARES = re.compile(r" (?:[\w,.-]+ ){0,3}?(?:shares|stock)\b")
_OWN_SHARES = re.compile(r" (?:up to )?(?:an? (?:additional|further|aggregate) )?[\d,.]+ (?:[a-z]+ )?shares\b")
"""What options of a firm's own people buy."""

_PURCHASES = re.compile(
    r"\b(?:fresh|spot|further|new|additional|raw[- ]materials?|its|their|his|her|our|any|little|prompt|forward|cut|cuts|reduced?|delay(?:ed|ing)?|monthly|restocking)(?: [a-z-]+)? \Z"
)
_WHOLE = re.compile(
    r" of (?:an? |the |all |its |their )?(?:[\w&'’.-]+ ){0,6}?(?:stakes?|interests?|shares?|mines?|projects?|propert(?:y|ies)|assets?|compan(?:y|ies)|firm|smelter|refinery|plant|business|claims|deposits?|royalt(?:y|ies)|100(?:%| ?pct?| per ?cent)|rival)\b"
)
"""What makes of purchases those of a firm or mine."""
_KEPT = re.compile(
    r"\b(?:maintain|keep|retain|preserve)(?:s|ed|ing)? (?:(?:its|their|his|her|the|a|an|pro[- ]rata|current|existing|percentage) )*(?:[\d.]+ ?% )?(?:pro[- ]rata |equity |ownership |current )*(?:interest|stake|holding|ownership|shareholding|position)\b"
)
"""What makes of a purchase of new shares one by which a part stays what it was: `to maintain its 12% interest`."""


_EFFECT = re.compile(
    r"\b(?:the|this|that|our|such an?) (?:[a-z-]+ )?(?:acquisition|transaction|takeover|merger|purchase|deal) (?:(?:would|will|should|is expected to|also|further|clearly|directly|significantly)[ ,])*"
    r"(?:complements?|aligns?|strengthens?|enhances?|diversif(?:y|ies)|supports?|positions?|reflects?|underscores?|underlines?|demonstrates?|fits?|advances?|builds? on|reinforces?|broadens?|deepens?|bolsters?|represents? (?:an?|our) (?:important|key|major|significant|exciting))\b"
)
"""What a deal told before is good for: `the acquisition would complement its brands`."""


_OF_INPUTS = re.compile(
    r"\b(?:water|power|electricity|energy|reagents?|equipment|camp|brine|steam|catering|labou?r|explosives?|tyres?|tires?|vehicles?|machinery|trucks?|rigs?|mills?|parts|turbines?|software|technology|services?|chemicals?|consumables?) "
    r"(?:supply|purchase|delivery) (?:contracts?|agreements?|deals?|pacts?|arrangements?|accords?)\b"
)
"""Contracts for what works need, which name no goods of theirs: `a water supply contract for its lithium plant`."""


def _is_of_inputs(draft: Draft, scene: Scene) -> bool:
    """Tell whether a contract is one for what works need, by the word before it."""
    if "power" in draft.ids or "quantity" in draft.amounts:
        return False
    start, end = draft.candidate.extent
    told = _OF_INPUTS.search(scene.low, max(draft.sentence.start, start - 24), min(draft.sentence.end, end + 24))
    return told is not None and told.start() < end and start < told.end()


_FEEDS_WORKS = re.compile(
    r"\b(?:supply|supplies|supplying|provide|provides|deliver|delivers) (?:(?:up to|renewable|green|clean|solar|wind|hydro|low-carbon|carbon-free|nuclear|long-term|\d[\d.]* ?[mg]w of) ){0,3}(?:electricity|power|energy|steam|water|heat)\b[^.;]{0,60}\b(?:smelter|smelting|mine|mill|plant|refinery|works|furnaces?|operations?)\b"
)
"""What a contract feeds works with: `to supply electricity for the restart of the smelter`."""
_OF_CAPACITY = re.compile(
    r" of (?:its |the |their |total |full |nameplate |installed |rated |annual )*(?:production )?capacity\b"
)


_DEAL_OF = re.compile(
    r"\b(?:sale|purchase|acquisition|takeover|disposal|divestment|transfer) (?:of|for) (?:(?! and |[,;]).){1,80}\Z"
    r"|\b(?:deals?|transactions?|sale|purchase|acquisition|takeover|merger|disposal|divestment|offering|placement|financing|offer|tender),? (?:(?:which|that) )?(?:(?:is|are|was|were|now|still|also|currently) ){0,2}"
    r"(?:expected|due|set|scheduled|slated|likely|anticipated|targeted|planned|on track|will|should|to) (?:to )?\Z"
)
"""What stands before a verb of closing that closes no works: `the sale of the coal mine to a rival has closed`."""
_CLOSED = re.compile(r"(?:has |have |had )?clos(?:e[sd]?|ing)\b")
_CLOSED_MONEY = re.compile(
    r"(?:has |have |had )?clos(?:e[sd]?|ing) (?:(?!(?:after|on|as|in|at|over|amid|because|under|with|following|due|mines?|plants?|smelters?|refinery|works|mills?|pits?|operations?)\b)[\w$€£.-]+ ){0,7}?"
    r"(?:placement|financing|funding|offering|round|tranche|loan|acquisition|purchase|sale|deal|transaction|merger)\b"
)
"""What is closed and is no works: `closes private placement to fund gold production`."""


def _closes_a_deal(draft: Draft, scene: Scene) -> bool:
    """Tell whether a verb of closing tells of money or a deal, not of works."""
    start = draft.candidate.start
    if _CLOSED.match(scene.low, start) is None:
        return False
    return scene.says_before(_DEAL_OF, start) is not None or _CLOSED_MONEY.match(scene.low, start) is not None


_WISH = re.compile(
    r"\b(?:interest(?:ed)?|appetite|enthusiasm|confidence) (?:in|for) (?:acquiring|buying|purchasing|accumulating|owning|holding|adding) (?:(?:more|the|additional|further|physical|some|any|its|their) )*\Z"
)
"""What makes of goods behind it those that somebody likes to buy: `a growing interest in acquiring the metal`."""


_ADVISED = re.compile(
    r"\b(?:suggest(?:ions?|s|ed)?|advice|advises?|ways?|ideas?|options?|recommend\w*|best|wise|better|choice|alternatives?|strateg(?:y|ies)|investors?|savers?|you)\b[^.;]{0,40}\bto \Z"
)
_SOME_FIRMS = re.compile(
    r"(?:to )?(?:buy|own|acquire|purchase|pick) (?:the |some |more )?(?:[a-z-]+ ){0,2}?(?:companies|miners|producers|firms|explorers|refiners)\b"
)
"""What savers are advised to buy: `one of their suggestions will be to buy companies producing the metal`."""


def _is_wish_for_goods(scene: Scene) -> bool:
    """Tell whether what is to be acquired are goods, by what follows them."""
    return any(
        scene.says_before(_WISH, hit.start, 80) is not None and not _SITE.match(scene.low, hit.end)
        for hit in scene.found.commodities
    )


_DEALS = frozenset(["large_contract", "mna"])
_PETTY = range(1_000, 100_000)
"""Money for which no deal moves a market, in any of the currencies that are worth about a dollar; less is a price or a charge."""
_LIKE_A_DOLLAR = frozenset(["USD", "CAD", "AUD", "EUR", "GBP", "CHF", "NZD", "SGD"])


def _is_petty(draft: Draft) -> bool:
    """Tell whether all that a deal is said to be worth is a sum for which nobody trades: a first payment of $20,000."""
    value = draft.amounts.get("value")
    told_else = draft.amounts.keys() - {"value"}
    return value is not None and not told_else and value.unit in _LIKE_A_DOLLAR and int(value.high) in _PETTY


_GENERAL_OF = re.compile(
    r"\b(?:purposes?|aims?|benefits?|roles?|advantages?|points?|goals?|elements|aspects|features) of (?:an?|such|these|most|any) (?:[a-z-]+ ){0,3}(?:agreements?|contracts?|deals?)\b"
)
_IN_GENERAL = re.compile(
    r"[\"“(]*(?:(?:most|many|such|these|long-term|typical|traditional|binding) ){0,2}(?:off-?take|supply|purchase|streaming|tolling) (?:agreements|contracts|deals) (?:are|can|may|often|usually|typically|generally|help|allow|give|provide|specify|cover|include|enable|ensure|let|tend)\b"
    r"|[\"“(]*an? (?:[a-z]+ ){0,3}(?:off-?take|supply|purchase|streaming|tolling) (?:agreement|contract|deal) (?:is|can|may|usually|typically|often|generally|helps|allows|gives|provides|specifies|means|refers)\b"
)
"""What says how contracts are, and tells of none: `offtake agreements are negotiated before a mine is built`."""
_TERM = re.compile(r"\b(?:expires?|runs? out|lapses?|ends?) (?:on|in|at|by|after|with) [^.;]{0,32}?\b20\d\d\b")
"""How long a contract runs, which ends none: `the agreement expires on December 31, 2031`."""
_NODDED = re.compile(
    r"\b(?:approvals?|clearance|consent|permission|go-ahead|green light|nod|blessing|waivers?) (?:[\w'’()-]+ ){0,7}?(?:for|of|on) (?:its|the|their|this|an?) (?:[\w'’$€£.,-]+ ){0,4}?(?:deal|transaction|agreement|contract)\b"
)
_AT_CLOSING = re.compile(
    r"\b(?:on|upon|at|after|before) (?:the )?(?:closing|completion|signing|settlement) of (?:the|its|this|that) (?:[\w'’-]+ ){0,3}?(?:deal|transaction|sale|acquisition|agreement)\b"
)
"""A payment or a nod for a deal in works, which is no order: `received approval for its $230 million deal`."""


_CONTRACTS = ("agreement", "contract", "deal")
"""One of these stands in a sentence about a contract."""


def _is_of_contracts(draft: Draft, scene: Scene) -> str | None:
    """Return why a contract is none: its sentence says how contracts are, how long one runs, or of a deal in works."""
    if draft.sentence.chinese:
        return None
    start, end = draft.sentence.start, draft.sentence.end
    if not holds_any(scene.low, _CONTRACTS, start, end):
        return None
    if "quantity" not in draft.amounts and (_IN_GENERAL.match(scene.low, start, end) or scene.says(_GENERAL_OF)):
        return "how contracts are in general"
    if draft.direction == "terminate" and scene.says(_FOR_WORK):
        return "a contract for work"
    if draft.direction == "terminate" and scene.says(_TERM):
        return "how long a contract runs"
    if draft.candidate.rule in {"order-for-value", "award"} and (scene.says(_AT_CLOSING) or scene.says(_NODDED)):
        return "a deal in works"
    return None


_FOR_WORK = re.compile(
    r"\b(?:agreements?|contracts?|deals?) with (?:(?:the|its|an?|their|our) )?(?:[a-z-]+ ){0,2}(?:sub-?)?contractors?\b|\b(?:service|employment|management|consult(?:ing|ancy)|advisory|labou?r|merger|rental|lease) (?:agreements?|contracts?)\b"
)
"""What makes of an agreement one for work at a mine: `terminated its agreement with the underground contractor`."""
_CREDIT = re.compile(r"\b(?:credits?|loans?|financing|funding|funds|finance|bonds?)\b")
_FUTURE = re.compile(r"\b(?:possible|potential|future|further possible|any future|other) \Z")
"""What makes of a purchase one that nobody has settled on: `used for the future acquisition of mines`."""
_SETTLED = re.compile(r"\b(?:contract|agreement) (?:settlement|dispute|arbitration|claim|lawsuit|damages)\b")
"""What a contract was about that ends in a settlement."""
_THINGS_BOUGHT = re.compile(
    r"\b(?:buy(?:s|ing)?|bought|purchas(?:e[sd]?|ing)|order(?:s|ed)?|suppl(?:y|ies|ied)|deliver(?:s|ed)?|sell|sold) (?:about |up to |some |more than |another )?(?:\d[\d,]*|two|three|four|five|six|seven|eight|nine|ten|dozens of|hundreds of) (?:[a-z-]+ ){0,3}?"
    r"(?:warplanes?|fighters?|jets?|aircraft|airliners?|planes|helicopters?|tanks|locomotives?|wagons|railcars|trucks|buses|cars|vehicles|ships|vessels|tankers|submarines?|frigates?|turbines?|engines?|reactors?|computers|missiles?)\b"
)
"""Things that are bought by the piece, in a text that names goods elsewhere."""
_BARE_GROUND = re.compile(
    r" (?:of )?(?:(?!(?:projects?|propert(?:y|ies)|mines?|deposits?|stakes?|interests?|compan(?:y|ies)|assets?)\b)[\w'’,.-]+ ){0,6}?"
    r"(?:\d[\d,.]*|two|three|four|five|six|seven|eight|nine|ten|several|additional|further|more|new|adjoining|adjacent|neighbou?ring|contiguous|surrounding) "
    r"(?:(?:additional|further|more|new|adjoining|adjacent|contiguous|unpatented|patented|lode|placer|mineral|mining|exploration|staked) ){0,4}"
    r"(?:claims|tenements|hectares|acres|square (?:kilomet(?:re|er)s|miles)|licen[cs]e areas|parcels)\b"
)
"""Claims that a project is rounded off with, and whose price nobody tells: `acquired three claims next to its project`."""


_FORMER = re.compile(
    r"\b(?:former|old|derelict|disused|demolished|shuttered|closed) (?:[\w&.'’-]+ ){0,4}(?:steel ?works|steel plant|mills?|plant|smelter|foundry|works|colliery|pit|mine|refinery) (?:site |complex |grounds? )?(?:has been |was |is |will be )?(?:sold|bought|acquired|changes hands|goes for)\b"
    r"|\b(?:acre|hectare)s?\b[^.;]{0,20}\b(?:site|grounds|land) of (?:the |an? )?(?:former|old|derelict|disused)\b"
)
"""Works that are gone, whose ground is sold."""
_ANEW = re.compile(r"\b(?:restart|reopen|reviv|resum|recommission|bring back|back into (?:use|production))\w*")
"""What is planned for works that are only closed."""


_FROM_RESERVE = re.compile(
    r"\bfrom (?:the |its |their |[a-z]+(?:'s)? |[a-z]+ [a-z]+'s )?(?:[a-z'-]+ ){0,2}(?:strategic (?:petroleum |oil |grain |food )?reserves?|petroleum reserve|state reserves?|national reserves?|reserve|buffer stocks?|central pool|(?:own |state |public |government )?stocks?)\b"
)
_OF_STATE = re.compile(
    r"\b(?:government|ministry|administration|energy department|department of energy|cabinet|the centre|state grain|state reserves?|food corporation|fci|sinograin|strategic)\b"
)
"""Who lets go of what a nation has laid up."""


_MINE_LIFE = re.compile(r"\b(?:mine|project|reserve)(?:['’]s)? life\b|\blife[ -]of[ -](?:the )?(?:mine|project)\b")
_SEIZED = re.compile(
    r"\b(?:government|junta|regime|state|military|army|soldiers|troops|militia|rebels?|fighters|authorities|police)\b(?: (?:of|in) [a-z ]{3,20})?(?: (?:[a-z]+ly|has|have|had)){0,3} \Z"
)
"""Who takes control of works without buying them."""


def _is_released(draft: Draft, scene: Scene) -> bool:
    """Tell whether a sale is one from a nation's reserve, which is told as such: `the ministry will sell 900,000 barrels from the reserve`."""
    if draft.direction != "supply" or scene.sentence.chinese:
        return False
    return scene.says(_FROM_RESERVE) is not None and scene.says(_OF_STATE) is not None


def no_deal(draft: Draft, scene: Scene) -> str | None:
    """Return why a deal is none, be it told in the headline."""
    if draft.type == "large_contract" and _is_of_inputs(draft, scene):
        return "a contract for what works need"
    if draft.candidate.rule == "gives-for-years" and scene.says(_MINE_LIFE):
        return "what a mine gives while it lasts"
    if draft.type == "large_contract" and _is_released(draft, scene):
        return "a release from a reserve"
    if draft.type == "large_contract" and scene.says(_SETTLED) is not None:
        return "a contract is settled, none is made"
    if draft.type == "large_contract" and draft.carried and scene.says(_THINGS_BOUGHT):
        return "things are bought, no goods"
    if draft.type == "large_contract" and (told := _is_of_contracts(draft, scene)):
        return told
    if draft.direction == "halt" and _closes_a_deal(draft, scene):
        return "a deal is closed, no works"
    if draft.type in _DEALS and _is_petty(draft):
        return "too small a sum for any market"
    if draft.type == "large_contract" and is_sold_over_time(draft, scene):
        return "what was sold over a quarter is a result"
    if draft.type == "large_contract" and "power" not in draft.ids and scene.says(_FEEDS_WORKS):
        return "a contract for what works need"
    if (
        draft.type == "mna"
        and "share" in draft.amounts
        and _OF_CAPACITY.match(scene.low, draft.amounts["share"].place[1])
    ):
        return "a share of what works can make"
    if draft.type == "mna" and draft.direction == "divest" and _WORTH_OF_GOODS.match(scene.low, draft.candidate.start):
        return "goods are sold"
    if draft.type != "mna":
        return "works are bought, no goods" if _takes_works(draft, scene) else None
    if _TERMS.match(scene.low, draft.sentence.start, draft.sentence.end):
        return "the terms of an option"
    if draft.candidate.rule == "takes-ownership" and scene.says_before(_SEIZED, draft.candidate.start, 64):
        return "a state seizes it"
    if scene.says(_FORMER) and not scene.says(_ANEW):
        return "ground where works stood"
    if draft.candidate.rule == "suitors-for-works" and scene.says_before(_CREDIT, draft.candidate.extent[1], 120):
        return "money is lent, no works are sold"
    if scene.says_before(_FUTURE, draft.candidate.start, 40) and "value" not in draft.amounts:
        return "only looked for"
    if draft.candidate.rule == "pay-for-site" and all(p.start <= draft.candidate.start for p in draft.candidate.parts):
        return "something else is paid for"
    low, start = scene.low, draft.candidate.start
    if scene.says_before(_OPTIONS, start) and not _is_option_on_works(draft, scene):
        return "options and warrants"
    if scene.says_before(_EFFECT, draft.candidate.extent[1] + _AHEAD * 3) and "value" not in draft.amounts:
        return "what a deal told before is good for"
    if "value" not in draft.amounts and _BARE_GROUND.match(scene.low, draft.candidate.end, draft.sentence.end):
        return "bare ground is added to a project"
    if _is_part_of_output(draft, scene):
        return "a share of goods"
    if draft.candidate.rule in _BY_SHARE and scene.says_before(_HELD_RIGHT, start):
        return "a right that is held"
    if low.startswith("earn ", start) and _INCOME.search(low, start, draft.sentence.end):
        return "income is earned, no share"
    if _is_by_insider(draft, scene) or _HIS_OWN.match(low, draft.candidate.end):
        return "an insider's purchase"
    if _is_buying_of_goods(draft, scene):
        return "goods are bought, no company"
    if scene.says(_KEPT):
        return "a part that stays what it was"
    if not draft.amounts and scene.says_before(_ADVISED, start + 3, 64) and _SOME_FIRMS.match(low, start):
        return "what savers are advised to buy"
    if not draft.amounts and _is_wish_for_goods(scene):
        return "goods are liked, no company is bought"
    return "goods are bought, no company" if _buys_goods(draft, scene) or _buys_its_goods(draft, scene) else None


_OF_WORKS_TOO = frozenset(["takes-all", "cancels-purchase-of-goods"])
"""Frames whose verbs and nouns also tell of works."""


def _takes_works(draft: Draft, scene: Scene) -> bool:
    """Tell whether what is bought or sold is a mine or a firm, not what it makes: `an agreement to sell its Fell mine`."""
    if draft.candidate.rule == "sign-supply":
        return _SOLD_WORKS.match(scene.low, draft.candidate.extent[1]) is not None
    goods = [part for part in draft.candidate.parts if part.kind == "commodity"]
    return draft.candidate.rule in _OF_WORKS_TOO and bool(goods) and _SITE.match(scene.low, goods[-1].end) is not None


def _is_option_on_works(draft: Draft, scene: Scene) -> bool:
    """Tell whether an option is one on a mine or project that is taken up, or was just agreed on."""
    start, end = draft.candidate.start, draft.candidate.end
    if scene.says_before(_TAKEN_UP, start):
        return True
    return scene.says_before(_NEWLY_AGREED, start) is not None and not _OWN_SHARES.match(scene.low, end)


def _is_by_insider(draft: Draft, scene: Scene) -> bool:
    """Tell whether somebody of a firm's own buys its shares: `its chairman spent $90,000 buying shares of the explorer`."""
    low, floor, start = scene.low, draft.sentence.start, draft.candidate.start
    if _INSIDE.search(low, max(floor, start - 12), draft.candidate.extent[1]):
        return True
    spent = scene.says_before(_MONEY_SPENT, start, 32)
    return (
        _ANY_SHARES.match(low, draft.candidate.end) is not None
        and scene.says_before(_INSIDER, spent.start() if spent else start) is not None
    )


def _is_buying_of_goods(draft: Draft, scene: Scene) -> bool:
    """Tell whether `purchases` is what works buy in from day to day: `little interest in fresh purchases`."""
    low, start, end = scene.low, draft.candidate.start, draft.candidate.end
    if low[start:end] not in {"purchases", "buying"} or "value" in draft.amounts:
        return False
    if scene.says_before(_PURCHASES, start, 32) is None:
        return False
    return _WHOLE.match(low, end, draft.sentence.end) is None


def no_deal_below(draft: Draft, scene: Scene) -> str | None:
    """Return why a deal or contract told below the headline is none."""
    if draft.type == "mna":
        return _no_purchase(draft, scene)
    if draft.type != "large_contract":
        return None
    if "quantity" not in draft.amounts and _is_lent(draft, scene):
        return "money is lent, no goods are sold"
    return "other goods are supplied" if _is_of_other_goods(draft, scene) else None


def _no_purchase(draft: Draft, scene: Scene) -> str | None:
    if precede(_WITH, draft, scene) and scene.low.startswith("investment", draft.candidate.start):
        return "what was invested so far"
    if draft.candidate.rule == "takes-ownership" and _CRAVING.search(scene.low, *around(draft)):
        return "nobody buys consumption"
    if _is_part_of_goods(draft, scene):
        return "a share of goods or of a royalty"
    return "goods of the place are sold" if _is_made_there(draft, scene) else None


def _is_lent(draft: Draft, scene: Scene) -> bool:
    start, end = draft.candidate.extent
    left, right = max(draft.sentence.start, start - _LENDING), min(draft.sentence.end, end + _LENDING)
    return _LENT.search(scene.low, left, right) is not None and not _SALE.search(scene.low, left, right)


def _is_made_there(draft: Draft, scene: Scene) -> bool:
    """Tell whether what a frame takes for the object of a deal is the place where something else is, or comes from."""
    candidate, low = draft.candidate, scene.low
    if draft.direction == "invest":
        return False
    for part in candidate.parts:
        if part.data not in _PLACES:
            continue
        if part.end <= candidate.start:
            if low.startswith("'s ", part.end) or scene.says_before(_AT, part.start, 48):
                return True
        elif (
            (draft.direction == "divest" and _TO_BUYER.fullmatch(low, candidate.end, part.start))
            or _RIGHT_THERE.match(low, candidate.end, part.start)
            or _THERE.search(low, candidate.end, part.start)
        ):
            return True
    return False


_WORTH_OF_GOODS = re.compile(
    r"(?:sells?|sold|selling|to sell) (?:about |some |another |over )?(?:us|au|ca|[ac])?[$€£]\d[\d.,]* ?(?:m|mln|million|bn|billion|k)?(?: worth)? (?:of|in) "
    r"(?![^,.;]{0,40}\b(?:assets|stakes?|shares?|mines?|operations?|projects?|units?|business(?:es)?|interests?|equity|stock|royalt\w+)\b)"
)
"""What is sold by its worth and no mine: `the mine sold $19.5m of zinc concentrate`."""
_BUYING = re.compile(r"(?:(?:will|would|to) )?buy(?:s|ing)?|bought|purchas(?:e|es|ed|ing)|import(?:s|ed|ing)?")
_SHARE_OF = re.compile(
    r" (?:an? |the )?(?:[\w-]+ )?(?:share|portion|percentage) of (?:[\w'’-]+ ){0,5}?(?:production|output)\b"
)
"""Goods behind a verb of buying, told as a part of what is made."""
_PLAIN_GOODS = re.compile(
    r" (?:the|its|all|all the|all of the|all of its|half the|half of the) (?:[a-z-]+ )?(?:concentrates?|output|production|oxide|hydroxide|ore|cathodes?|offtake)\b(?! (?:plant|facility|project|assets?|business|company|unit|line))"
)
"""Goods behind a verb of buying, told as what works make: `the plant will buy the concentrate`."""
_SOLD_WORKS = re.compile(
    r" (?:or (?:lease|rent) )?(?:up to )?(?:[\d.]+(?:%| ?pct?| per ?cent) (?:interest |stake )?(?:of |in )?)?(?:(?:its|the|their|an?|all of its|all of the|two|three) )?(?:(?!(?:of|from|to|at|in)\b)[\w'’-]+ ){0,4}?"
    r"(?:mines?|projects?|operations?|stakes?|interests?|portfolio|royalt(?:y|ies)|assets|business|smelter|refinery|mill|plant|concentrator|facility|works|concession|subsidiary|propert(?:y|ies)|claims|complex|shares|terminals?|depots?|tank farms?|warehouses?)\b(?!['’]s? )"
)
"""A mine or a part of a firm right behind an agreement to sell or buy."""
_ITS_GOODS = re.compile(
    r"['’]s? (?:[\w-]+ ){0,4}(?:concentrates?|output|production|offtake|off-take|product|dor[eé]|cathodes?|oxide|hydroxide)\b"
)
"""Goods behind the place that makes them."""
_AHEAD = 10
"""Characters between a verb of buying and the goods that it takes."""


def _buys_goods(draft: Draft, scene: Scene) -> bool:
    """Tell whether goods follow right behind the verb, whose company or works stand before it: `refineries for buying crude`."""
    candidate, plain = draft.candidate, scene.folded.plain
    if not _BUYING.fullmatch(scene.low, candidate.start, candidate.end) or "value" in draft.amounts:
        return False
    if _SHARE_OF.match(scene.low, candidate.end) or _PLAIN_GOODS.match(scene.low, candidate.end):
        return True
    goods = next((hit for hit in scene.found.commodities if 0 <= hit.start - candidate.end <= _AHEAD), None)
    if goods is None or _SITE.match(scene.low, goods.end) or plain[goods.end + 1 : goods.end + 2].isupper():
        return False
    return all(part.start <= candidate.start for part in candidate.parts if part.kind == "part")


def _buys_its_goods(draft: Draft, scene: Scene) -> bool:
    """Tell whether what a mine makes is bought, not the mine: `will buy all of the mine's concentrate`."""
    return draft.direction != "invest" and any(
        part.start >= draft.candidate.end and part.data in _PLACES and _ITS_GOODS.match(scene.low, part.end)
        for part in draft.candidate.parts
    )


def _is_part_of_output(draft: Draft, scene: Scene) -> bool:
    """Tell whether the words behind the share say that it is one of what a mine makes: `take 30% of output`."""
    share = draft.amounts.get("share")
    told = share is not None and draft.candidate.rule in _BY_SHARE
    return share is not None and told and _OF_GOODS.match(scene.low, share.place[1]) is not None


def _is_part_of_goods(draft: Draft, scene: Scene) -> bool:
    """Tell whether the share that is bought is one of goods or of a royalty, not of a company or mine."""
    share = draft.amounts.get("share")
    if share is None or draft.candidate.rule not in _BY_SHARE:
        return False
    end = share.place[1]
    if _OF_GOODS.match(scene.low, end) or scene.says(_REPURCHASE):
        return True
    of = _OF.match(scene.low, end)
    return of is not None and any(
        hit.start == of.end() and not _SITE.match(scene.low, hit.end) for hit in scene.found.commodities
    )


def _is_of_other_goods(draft: Draft, scene: Scene) -> bool:
    """Tell whether a contract names its goods and no lexicon knows them: `the supply agreement for cyanide to the mine`."""
    end = draft.candidate.extent[1]
    other = _FOR_GOODS.match(scene.low, end)
    if other is None and draft.carried and _FOR_OTHERS.search(scene.low, *around(draft)):
        return not any(draft.sentence.start <= hit.start < draft.sentence.end for hit in scene.found.commodities)
    if other is None and all(opens_name(hit, scene) for hit in scene.found.commodities):
        other = _TO_SUPPLY.match(scene.low, end)
    return other is not None and not any(end <= hit.start < other.end() for hit in scene.found.commodities)
