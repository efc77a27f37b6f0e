"""Intent: what an English sentence below the headline only aims at, supposes or knows to be so in general.

Companies fill their releases with aims (`with the goal of expanding output`), conditions (`if prices fall`), standing truths
(`prices tend to rise`) and reasons to buy their shares (`exposure to rising prices`). Each has the words of a fact. With a
number of its own an aim is a forecast; without one it tells nothing.
"""

import re
from collections.abc import Iterable, Sequence

from tocsin.detect.chinese_intent import untold_chinese
from tocsin.detect.drafts import Draft
from tocsin.detect.other_things import opens_name, other_thing
from tocsin.detect.scene import Scene
from tocsin.messages import Modality

NEAR = 72
"""Characters before a fact within which the words stand that make it none."""
_AIM = re.compile(
    r"\b(?:objectives?|goals?|aims?|aimed|purposes?|ambitions?|mission|vision|intention|potential|prospects?|target date|deadline|opportunit(?:y|ies)|possibilit(?:y|ies)|who (?:want|wish)"
    r"|ability|capability|chances?|likelihood|odds|probability|path|pathway|strategy|steps?|hopes?|focus(?:ed|es|ing)?|positioned|designed|capable|eager)"
    r"(?: (?:is|are|was|were|being|here))?(?: (?:of|for|to|in|on|at|toward|towards))(?: [a-z'-]+){0,3} \Z"
)
"""What makes of what follows an aim: `the objective is to`, `prospects for`, `focused on`."""
_PLANNED = re.compile(
    r"\b(?:steps?|goals?|objectives?|aims?|priorit(?:y|ies)|focus|strategy|task|challenge|vision|mission|plans?)\b(?: [\w'’-]+){0,6} (?:is|are|was|were|will be) to (?:[\w'’-]+ ){0,9}\Z"
)
"""An aim whose verb stands words apart: `the next steps in our plan are to complete the plant and begin`."""
_SOUGHT = re.compile(
    r"\b(?:review(?:s|ing)?|evaluat(?:es?|ing|ion)|pursu(?:es?|ing|it)|seek(?:s|ing)?|look(?:s|ing)?|identif(?:y|ies|ying|ication)|assess(?:es|ing)?|strategy|potential"
    r"|target(?:s|ing)|opportunit(?:y|ies)|generat(?:e|es|ing|ion)|criteria|experience|led the)\b(?: [\w'-]+){0,6} \Z"
)
"""What makes of a deal after it one that is looked for, or one of somebody's past."""
_SUPPOSED = re.compile(
    r"(?:\b(?:if|should|assuming|in the event of|in case of)|(?:^|[,;:] )were)(?: (?!the (?:current|recent|latest|ongoing)\b)[\w%$.'’-]+){0,8} \Z"
)
"""A condition, which the same clause has before its fact."""
_WERE = re.compile(
    r"\bwere(?: (?!(?:and|but|while|after|as|when|because)\b|the (?:current|recent|latest|ongoing)\b)[\w%$.'’-]+){0,8} \Z"
)
"""The same by a verb alone, which of prices only tells what they did: `prices were on the rise`."""
_GENERAL = re.compile(
    r"\b(?:how|whether|why|tends? to|typically|usually|generally|often|traditionally|normally)(?: [a-z'-]+){0,3} \Z"
)
"""A standing truth."""
_GAIN = re.compile(
    r"\b(?:(?:leverage|exposure|sensitive|sensitivity|resilien(?:t|ce)|vulnerable|insulated) (?:to|from)|profit(?:s|ing)? from"
    r"|leverag(?:e[sd]?|ing)|capitali[sz](?:e[sd]?|ing) on|tak(?:e|es|ing) advantage of|benefit(?:s|ed|ing)? from|bullish (?:on|about)|optimistic (?:on|about)"
    r"|hedge(?:s|d)? against|protect(?:s|ion|ing)? (?:against|from))(?: [a-z'-]+){0,3} \Z"
)
"""What makes a price a reason to buy something else."""
_OWED = re.compile(
    r"\b(?:driven by|due to|thanks to|because of|owing to|on the back of|helped by|supported by|reflecting|attribut(?:able|ed) to|boosted by|aided by|as a result of|offset by|resulting from|impact(?:ed)? (?:by|of))(?: [\w'’-]+){0,4} \Z"
)
"""What makes of a price the reason for a figure."""
_RESULTS = re.compile(
    r"\b(?:revenues?|turnover|earnings|profits?|(?:net )?income|ebitda|margins?|cash flows?|net present value|npv|irr|royalt(?:y|ies))\b"
)
"""A firm's figures, which prices move and which are no news of the price."""
_FEED = re.compile(
    r" (?:of |containing |with )?(?:[a-z-]+ ){0,3}(?:feed|ore|material|rock|waste|run-of-mine|rom|overburden|soil)\b"
)
"""What a mine piles up and no state keeps: `stockpiling of oxide ore`."""
_LIES = re.compile(
    r"\b(?:\d+ ?(?:km|kilomet(?:re|er)s?|miles?)|adjacent to|located near|next to|along trend from|neighbou?ring)\b"
)
"""Where a property lies, which tells of its neighbour only in passing."""
_HOLDS = re.compile(
    r"\b(?:includes?|including|included|hosts?|home to|contains?|containing|features?|boasts?|since) (?:an? |the |its )?\Z"
)
"""What makes a discovery a thing that is there: `the land hosts the discovery of`."""
_IN_GROUND = re.compile(
    r"\b(?:holds?|held|hosts?|has|have|boasts?|home to|contains?|sits? on|estimated)\b[^.;]{0,48}\b(?:largest|biggest|richest|vast|huge|abundant|ample|proven|proved|probable|recoverable|untapped|mineral|ore)\b[^.;]{0,32}\b(?:reserves?|deposits?)\b"
)
"""What a country or mine has in its ground, which nobody stores: `holds the third-largest copper reserves`."""
_TERMS = re.compile(
    r"to (?:acquire|earn|exercise|obtain|increase)\b.*\b(?:must|needs? to|has to|have to|is required to|will need to)\b"
)
"""How the terms of an option are told, which is not yet taken up."""
_POWER = re.compile(r"\b(?:electricity|power|energy|semiconductors?|vessels?|ships?|tankers?|freight)\b")
"""What demand is for where it stands beside no goods."""
_HABIT = frozenset(
    ["supplies", "sells", "buys", "takes", "receives", "gets", "sources", "provides", "delivers", "purchases"]
)
"""Verbs that tell a standing custom, where nothing says that it is new."""
_STANDING = re.compile(r"\b(?:owns|operates|runs|has)\b[^;]*\band (?:supplies|sells|ships|delivers|provides)\b")
"""How a firm says what it is and does all the time."""
_ANEW = re.compile(
    r"\b(?:new|sign(?:s|ed)?|agree[sd]?|agreement|deal|pact|accord|won|wins|award(?:s|ed)?|secure[sd]?|extend(?:s|ed)?|renew(?:s|ed)?|starting|beginning|from 20\d\d|order(?:s|ed)?|tender)\b"
)
_SHIELD = re.compile(
    r"\b(?:protect|shield|insulat|guard|cushion|hedg)\w*(?: [\w'’-]+){0,8} (?:from|against)(?: [\w'’-]+){0,3} \Z"
)
"""What makes of a measure one that may come: `to shield farmers from an embargo`."""
_SHIELDED = frozenset(["export_control", "production_change", "price_move", "supply_source"])
_CAREER = re.compile(
    r"(?:(?:mr|ms|mrs|dr|prof)\. [\w'’-]+|s?he) (?:has |also |then |previously |most recently )*"
    r"(?:led|oversaw|managed|held|joined|began|served|headed|was|worked|spent|brings|guided|directed|founded|co-founded|bought|built|ran|grew|took over|turned|sold|quit|retired)\b"
)
"""How a sentence begins that tells of somebody's career."""
_IN_TIME = re.compile(
    r" (?:(?:over|in) the (?:long(?:er)? (?:term|run)|years|decades)|over time|through(?:out)? history)\b"
)
"""What makes of a move before it one of all times."""
_WOULD = re.compile(r" (?:would|could|might|may|can)\b")
"""What makes of a rising price the condition of something."""
_RULE_OF_THUMB = re.compile(
    r"\ban? (?:[\d.]+(?:%| per ?cent| percent)|[$€£]?[\d.,]+)(?:-[a-z]+)? (?:rise|fall|increase|decrease|drop|change|move|improvement|decline) in (?:the )?(?:[a-z]+ ){0,3}prices?"
    r" (?:adds|would|could|lifts|raises|cuts|changes|increases|decreases|reduces|means|results|translates|equates)\b"
)
"""`A 10% rise in the zinc price adds $90 million`."""
_FOR_OTHERS = re.compile(
    r"\bin (?:[a-z-]+ ){0,3}(?:schools?|training|communit(?:y|ies)|education|health|healthcare|clinics?|scholarships?|safety|housing|roads)\b"
)
"""What money is spent on beside a mine and not in it."""
_CENTRAL = re.compile(r"\b(?:central[- ]banks?|reserve managers?)\b")
"""Whose purchases are reserves, which packs of reserves tell."""
_ASSAY = re.compile(r"\d ?(?:m|metres?|meters?|ft|feet) (?:at|of|@|grading|averaging|true width)\b")
"""What a drill hole brought, which is neither output nor a price."""
_LENT = re.compile(
    r"\b(?:debt|loans?|financing|funding|credit facilit(?:y|ies)|private placement|bond issue|notes offering|bridge facility|equity investment|grants?|convertible)\b"
)
"""What a contract is about that buys no goods."""
_SALE = re.compile(r"\b(?:offtake|off-take|supply|supplies|purchase|sales?|deliver(?:y|ies)?)\b")
_LENDING = 40
"""Characters around a contract within which that stands."""
_TIME = re.compile(
    r"\b(?:once|until|till|as soon as|by the time|when|whenever|ahead of|in advance of)(?: [\w'’-]+){0,5} \Z"
)
"""What makes of a start the time of something else: `once the mine begins production`."""
_TOWARD = re.compile(
    r"\b(?:advanc|progress|mov|work|push|strid|step|head|march|driv|path|transition|way)\w*(?: [\w'’-]+){0,7} (?:toward|towards|to) (?:[a-z]+ ){0,2}\Z"
)
"""What makes of a start one that a firm is on its way to: `making strides toward commissioning its plant`."""
_DUE = re.compile(
    r"\b(?:by|in|from|for|before|during) (?:the |early |late |mid-?)*(?:q[1-4]|(?:first|second|third|fourth) (?:quarter|half)|20\d\d|january|february|march|april|may|june|july|august|september|october|november|december|next (?:month|quarter|year))\b"
)
"""A time by which it is to be there."""
_WITH = re.compile(r"\bwith (?:an? |the )?(?:[a-z-]+ )?\Z")
"""What makes an investment one made so far: `with a combined investment of`."""
_AT = re.compile(r"\b(?:at|from|near|outside) (?:the |its |their |our |an? )?(?:[\w'’-]+ ){0,3}\Z")
"""What makes a mine before a verb of selling the place whose goods are sold: `oxide produced at the plant will be sold`."""
AROUND = 40
"""Characters behind a frame in which its object goes on."""
_CRAVING = re.compile(r"\b(?:consumption|intake|cravings?|usage|use|costs?|prices?|spending|bills?)\b")
"""What is taken control of and no property."""
_METHOD = re.compile(
    r" (?:an? |the )?(?:new |novel |better |cheaper )?(?:ways?|methods?|process(?:es)?|techniques?|approach(?:es)?|links?|flaws?|uses?|treatments?|compounds?|properties)\b"
)
"""What is discovered and no deposit."""
_THERE = re.compile(
    r"(?:^| )(?!(?:stakes?|interests?|holdings?|shareholdings?|shares?|ownership|control|rights?|title|portion|half|third|quarter|fifth|remainder|rest|all|majority|minority|[\d.]+%?|percent|million|billion|dollars?|euros?|pounds?|yuan|yen|rand|pesos?|rupees?|roubles?|cash|assets|operations|ground|acreage|land|claims|options?|royalt(?:y|ies)|agreement|deal)\b)[a-z][\w'’-]*,? (?:at|near|over|from|for|to|on|with|through|inside|across)(?: (?!stake|interest|holding)[\w'’-]+){0,5} \Z"
)
"""The same behind the verb, where another thing is bought: `the purchase of two excavators at the mine`."""
_BY_SHARE = frozenset(["buy-share", "takes-share", "take-percent-of-site"])
"""Frames for which the percentage alone tells that a part is bought."""
_PLACES = frozenset(["stake", "site", "object", "ground"])
"""Parts of frames that a deal is about."""
_OF_GOODS = re.compile(
    r" (?:more|less|fewer|discount|premium|deposit|nsr|net smelter|gross|royalt)|(?: of (?:the |its |their |all )?(?:[a-z-]+ )?(?:production|output|material|concentrates?|ore|metal|goods|volumes?|tonnage|funds|cost|price)\b)"
)
"""What follows a percentage that is none of a company or mine."""
_OF = re.compile(r" of (?:the |its |their |all )?")
_SITE = re.compile(
    r" (?:[\w-]+ ){0,2}(?:mines?|projects?|compan|miners?|produc|develop|explor|deposit|property|propert|assets?|business|operations?|smelter|refiner|group|venture|field)"
)
_REPURCHASE = re.compile(r"\b(?:buy back|buys back|bought back|buy-back|buyback|repurchase)")
_FOR_GOODS = re.compile(
    r" (?:for|of) (?!(?:[a-z-]+ )?(?:years?|months?|weeks?|quarters?|decades?|days?)\b)(?!(?:the|its|their|an?|up|about|all|some|part|most|more|this|delivery|supply|sale|purchase|at|over|around)\b)(?:[a-z-]+ )?[a-z-]+ (?:to|at|with|from) "
)
"""Goods right behind a contract."""
_TO_SUPPLY = re.compile(
    r" to (?:supply|deliver|provide|build|make|install) (?:up to |about |some |over |more than )?(?:[\d,.]+ )?"
    r"(?:(?!(?:all|it|them|output|production|products?|concentrates?|materials?|metals?|ores?|t|tons?|tonnes?|kg|lbs?|ounces|oz|pounds|barrels|bpd|cargo(?:es)?|volumes?|feedstock|fuel|gas|lots?|million|billion)\b)[a-z][a-z-]* ){1,4}(?:to|for|at|in) "
)
"""The same, told by the verb: `a contract to supply 3,000 scooters to`."""
_STARTED = frozenset(["resume", "new"])
_AS_OTHER = re.compile(r" as an? ")
"""What makes of a works that opens something else: `reopened as a museum`."""
_USE = frozenset(["use", "usage", "consumption", "fuel use", "need", "needs"])
"""Nouns of use, which a machine may lower as well as a country."""
_COUNSEL = re.compile(
    r"\b(?:export controls?|sanctions)(?: and [a-z-]+){0,2} (?:advis(?:or|er|ory)s?|consult\w+|law firm|lawyers?|experts?|veterans?|compliance|specialists?|practice|attorneys?|professionals?)"
)
"""Who advises about measures and takes none."""
_EQUITY = re.compile(
    r"\b(?:net asset value|per share|reverse split|stock split|exercise price|conversion price|offering price|warrants?|private placement|common (?:shares?|stock)|market capitali[sz]ation|share price|stock price)\b"
)
"""Words of shares, whose price is meant where no goods are named beside it."""
_PUT_OFF = re.compile(
    r"\b(?:delay(?:s|ed|ing)?|postpon(?:e|es|ed|ing)|paus(?:e|es|ed|ing)|suspend(?:s|ed|ing)?|scrap(?:s|ped|ping)?|shelv(?:e|es|ed|ing)|put(?:s|ting)? off|defer(?:s|red|ring)?|cancel(?:s|led|ling)?|forgo(?:es)?|delays? (?:in|to))"
    r" (?:an? |the |its |their |any |all |further |additional |planned |scheduled |in |of |opec\+?'s |[a-z+]+'s )*(?:[a-z]+ )?\Z"
)
"""What makes a rise or a cut one that does not come: `paused additional output increases`."""
_POSTPONED = re.compile(
    r"\b(?:postpon(?:e|es|ed|ing|ement)|delay(?:s|ed|ing)?|deferr?(?:ed|al|s|ing)?|put(?:s|ting)? off)\b(?: (?:of|in|to))?(?: [\w'+.-]+){0,3} (?:decision|meeting|vote|talks|plan|plans) (?:on|over|about|to)(?: [a-z]+){0,2} \Z"
)
"""What makes of a cut one that is not decided: `the postponement of a decision on cuts`."""
_MOOD = re.compile(
    r"\b(?:hop(?:es?|ed|ing)|fears?|feared|worr(?:y|ies|ied)|concern(?:s|ed)?|anxiet(?:y|ies)|caution|prospects?|risks?|threats?|if|optimism|pessimism|doubts?|bets?|betting|uncertaint(?:y|ies)|speculation|talk)\b(?: [\w'’-]+){0,6} \Z"
)
"""What makes of a change in demand a mood of the market, which is told of its price: `supported by hopes of stronger demand`."""
_MIGHT = re.compile(r"(?: [\w'’-]+){0,4} (?:should|could|would|may|might)\b")
"""What makes of stronger demand the reason for something that may come: `stronger demand should lift prices`."""
_GOODS = frozenset(
    ["production_change", "supply_source", "price_move", "demand_change", "inventory_change", "equity_move"]
)
_FIGURES = frozenset(["production_change", "price_move", "inventory_change", "demand_change"])
_PRICES = frozenset(["price_move", "equity_move"])
_STANDSTILL = frozenset(["halt", "resume"])
"""Directions that are news as an aim too: works that are to restart stand still now."""
_TOP = 5
"""Sentences from the top below which a bare possibility is talk."""
_TOLD = 2
"""Sentences from the top in which an aim is what the article is for."""


def untold(draft: Draft, scene: Scene) -> str | None:
    """Return why a draft tells no fact; None where it may."""
    sentence, type_ = draft.sentence, draft.type
    if type_ == "export_control" and _COUNSEL.search(scene.low, *_around(draft)):
        return "advice about measures"
    if sentence.chinese:
        return untold_chinese(draft, scene)
    if other := other_thing(draft, scene):
        return other
    if type_ == "mna" and _TERMS.match(scene.low, sentence.start, sentence.end):
        return "the terms of an option"
    if type_ == "production_change" and _POSTPONED.search(
        scene.low, max(sentence.start, draft.candidate.extent[0] - NEAR), draft.candidate.extent[0]
    ):
        return "put off"
    if (
        type_ == "demand_change"
        and draft.modality is Modality.POSSIBLE
        and not draft.amounts
        and _is_mood(draft, scene)
    ):
        return "a mood of the market"
    if type_ == "mna" and _buys_goods(draft, scene):
        return "goods are bought, no company"
    if sentence.order == 0:
        return None
    places = {draft.candidate.extent[0], draft.candidate.start} if type_ != "mna" else {draft.candidate.extent[0]}
    before = [scene.low[max(sentence.start, place - NEAR) : place] for place in places]
    if type_ in _FIGURES and _ASSAY.search(scene.low, sentence.start, sentence.end):
        return "an assay"
    if aside := _aside(draft, scene, before):
        return aside
    if type_ == "mna" and _any(_WITH, before) and scene.low.startswith("investment", draft.candidate.start):
        return "what was invested so far"
    if type_ == "mna" and draft.candidate.rule == "takes-ownership" and _CRAVING.search(scene.low, *_around(draft)):
        return "nobody buys consumption"
    if type_ == "supply_source" and draft.direction == "discovery" and _METHOD.match(scene.low, draft.candidate.end):
        return "a way is found, no deposit"
    if type_ == "mna" and _is_part_of_goods(draft, scene):
        return "a share of goods or of a royalty"
    if type_ == "mna" and _is_made_there(draft, scene):
        return "goods of the place are sold"
    if type_ == "price_move" and draft.carried and _EQUITY.search(scene.low, sentence.start, sentence.end):
        return "the price of shares"
    if type_ == "production_change" and draft.direction in {"up", "down"} and _any(_PUT_OFF, before):
        return "put off"
    if type_ == "large_contract" and "quantity" not in draft.amounts and _is_lent(draft, scene):
        return "money is lent, no goods are sold"
    if draft.direction == "discovery" and _WOULD.match(scene.low, draft.candidate.extent[1]):
        return "only supposed"
    if draft.direction in _STARTED and _AS_OTHER.match(scene.low, draft.candidate.extent[1]):
        return "it is something else now"
    if type_ == "demand_change" and _is_own_use(draft, scene):
        return "a works' or household's own use"
    if type_ == "large_contract" and _is_of_other_goods(draft, scene):
        return "other goods are supplied"
    if draft.amounts:
        return None
    if draft.modality is Modality.POSSIBLE and type_ != "export_control" and sentence.order > _TOP:
        return "a possibility without a number, far down"
    if type_ == "supply_source" and _any(_TIME, before):
        return "the time of something else"
    if type_ == "supply_source" and _any(_TOWARD, before) and not _DUE.search(scene.low, sentence.start, sentence.end):
        return "only on the way"
    if type_ in _GOODS and draft.direction not in _STANDSTILL and (_any(_AIM, before) or _any(_PLANNED, before)):
        return "only aimed at"
    if type_ == "mna" and (_any(_SOUGHT, before) or (_any(_AIM, before) and sentence.order > _TOLD)):
        return "only looked for"
    if type_ in _GOODS and _any(_GENERAL, before):
        return "general knowledge"
    if type_ in _GOODS and (_any(_SUPPOSED, before) or (type_ != "price_move" and _any(_WERE, before))):
        return "only supposed"
    if type_ in _PRICES and _any(_GAIN, before):
        return "a reason for something else"
    return None


def _aside(draft: Draft, scene: Scene, before: Sequence[str]) -> str | None:
    """Return what else a sentence tells, in which the words of a fact stand by the way; with a number or without."""
    sentence, type_, low = draft.sentence, draft.type, scene.low
    start, end = draft.candidate.extent
    if _CAREER.match(low, sentence.start, sentence.end):
        return "somebody's career"
    if type_ == "price_move" and (_IN_TIME.match(low, end) or _RULE_OF_THUMB.search(low, sentence.start, sentence.end)):
        return "general knowledge"
    if (
        type_ in _FIGURES
        and not draft.amounts
        and low.endswith("ing", draft.candidate.start, draft.candidate.end)
        and _WOULD.match(low, end)
    ):
        return "only supposed"
    if type_ == "mna" and draft.direction == "invest" and _FOR_OTHERS.search(low, start, sentence.end):
        return "money for the people around"
    if type_ in _SHIELDED and _any(_SHIELD, before):
        return "what something else is to protect from"
    if type_ == "price_move" and _any(_OWED, before) and _RESULTS.search(low, sentence.start, start):
        return "the reason for a firm's figures"
    if type_ in {"stockpiling", "inventory_change"} and "quantity" not in draft.amounts and _FEED.match(low, end):
        return "ore that waits at a mine"
    if draft.direction in _STARTED and sentence.order > _TOLD and _LIES.search(low, sentence.start, start):
        return "a neighbour's works, by which a place is told"
    if (
        type_ == "stockpiling"
        and "quantity" not in draft.amounts
        and _IN_GROUND.search(low, sentence.start, sentence.end)
    ):
        return "reserves in the ground"
    if draft.direction == "discovery" and _any(_HOLDS, before):
        return "a discovery made before"
    if (
        type_ == "large_contract"
        and (
            low[draft.candidate.start : draft.candidate.end] in _HABIT
            or _STANDING.search(low, sentence.start, sentence.end)
        )
        and not _ANEW.search(low, sentence.start, sentence.end)
    ):
        return "a standing custom"
    if type_ == "demand_change" and draft.carried and _POWER.search(low, sentence.start, start):
        return "demand for something else"
    if (
        type_ == "demand_change"
        and not draft.amounts
        and _CENTRAL.search(low, max(sentence.start, start - AROUND), end + AROUND)
    ):
        return "what central banks buy for their reserves"
    return None


def _is_mood(draft: Draft, scene: Scene) -> bool:
    """Tell whether a change in demand is only hoped for, feared, or the reason of what may come."""
    candidate, low = draft.candidate, scene.low
    start, end = candidate.extent
    if _MOOD.search(low, max(draft.sentence.start, start - NEAR), start):
        return True
    return candidate.nominal and _MIGHT.match(low, end) is not None


def _any(pattern: re.Pattern[str], texts: Iterable[str]) -> bool:
    return any(pattern.search(text) for text in texts)


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
            if low.startswith("'s ", part.end) or _AT.search(
                low, max(draft.sentence.start, part.start - 48), part.start
            ):
                return True
        elif _THERE.search(low, candidate.end, part.start):
            return True
    return False


_BUYING = re.compile(r"buy(?:s|ing)?|bought|purchas(?:e|es|ed|ing)|import(?:s|ed|ing)?")


def _buys_goods(draft: Draft, scene: Scene) -> bool:
    """Tell whether goods follow right behind the verb, whose company or works stand before it: `refineries for buying crude`."""
    candidate, plain = draft.candidate, scene.folded.plain
    if not _BUYING.fullmatch(scene.low, candidate.start, candidate.end) or "value" in draft.amounts:
        return False
    goods = next((hit for hit in scene.found.commodities if 0 <= hit.start - candidate.end <= _AHEAD), None)
    if goods is None or _SITE.match(scene.low, goods.end) or plain[goods.end + 1 : goods.end + 2].isupper():
        return False
    return all(part.start <= candidate.start for part in candidate.parts if part.kind == "part")


_AHEAD = 10
"""Characters between a verb of buying and the goods that it takes."""


def _is_part_of_goods(draft: Draft, scene: Scene) -> bool:
    """Tell whether the share that is bought is one of goods or of a royalty, not of a company or mine."""
    share = draft.amounts.get("share")
    if share is None or draft.candidate.rule not in _BY_SHARE:
        return False
    end = share.place[1]
    if _OF_GOODS.match(scene.low, end) or _REPURCHASE.search(scene.low, draft.sentence.start, draft.sentence.end):
        return True
    of = _OF.match(scene.low, end)
    return of is not None and any(
        hit.start == of.end() and not _SITE.match(scene.low, hit.end) for hit in scene.found.commodities
    )


def _around(draft: Draft) -> tuple[int, int]:
    start, end = draft.candidate.extent
    return start, min(draft.sentence.end, end + AROUND)


def _is_of_other_goods(draft: Draft, scene: Scene) -> bool:
    """Tell whether a contract names its goods and no lexicon knows them: `the supply agreement for cyanide to the mine`."""
    end = draft.candidate.extent[1]
    other = _FOR_GOODS.match(scene.low, end)
    if other is None and all(opens_name(hit, scene) for hit in scene.found.commodities):
        other = _TO_SUPPLY.match(scene.low, end)
    return other is not None and not any(end <= hit.start < other.end() for hit in scene.found.commodities)


def _is_own_use(draft: Draft, scene: Scene) -> bool:
    """Tell whether somebody lowers the use of a works or a household, and no country's, industry's or firm's is told."""
    subject = draft.candidate.subject
    if subject is None or draft.candidate.rule not in {"move.object_verb", "move.adjective"}:
        return False
    if draft.countries or draft.bodies or draft.companies or "quantity" in draft.amounts:
        return False
    return (
        subject.kind == "subject"
        and draft.candidate.start < subject.start
        and scene.low[subject.start : subject.end] in _USE
    )
