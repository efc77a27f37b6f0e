"""Bare subjects: goods, a told price, or a company that moves without a noun for what of it moves.

`Zinc fell 2%` names no price, and means it. The goods must stand right before the word of movement, so most of this room says when
something else moves: what the goods are an attribute of, what owns them, or what counts them.
"""

import re

from tocsin.detect.bindings.rows_chinese import is_of_row
from tocsin.detect.scenes.scene import LIMIT, Candidate, Scene
from tocsin.detect.texts.chinese import OTHER_NOUN
from tocsin.detect.triggers.coordinated import heads_list, in_clause
from tocsin.detect.triggers.english import describes, has_object, is_another, is_attribute, of_another_noun
from tocsin.detect.triggers.gapped import counts_on, stays_in_store
from tocsin.detect.triggers.marks import MARKS, NUMBERED, TO_MARK
from tocsin.detect.triggers.moving_chinese import (
    is_a_load,
    is_counted,
    is_of_another,
    is_of_shares,
    is_price_step,
    is_traded,
)
from tocsin.detect.triggers.subjects import BARRED, EMBEDS, OPENING, OPENS_CLAUSE, is_in_cause, is_of_quantity
from tocsin.detect.words.hits import MASS_OF, Hit
from tocsin.detect.words.reach import ends_in_noun, reaches
from tocsin.rules.loader import LoadedPack, Move

QUOTE_LIMIT = 15.0
"""Farthest a price may stand from what it did."""

_THEN = re.compile(r"[\s,](?:but|and|then|before)(?: then| later| also)?\s*\Z")
"""What joins a second move to a first."""

_PROPERTY = re.compile(
    r"\b(?:imports?|exports?|arrivals|deliveries|shipments|offtake|recovery|recoveries|grades?|resources?|reserves?|sales|trading|transactions|dealings|mining|extraction|loadings|volumes?|purity|content|quality|concentrations?|shares?|use|uses|traces|levels|bills?|removal) of (?:the )?(?:(?:available|total|global|world|all|domestic|national|paper|physical) )?\Z"
    r"|\b(?:(?:cancelled |live )?warrants|payables|treatment charges?|margins?|costs?|grades?|ratios?|royalty|royalties|appetite|sentiment|bets|positions?|holdings|interest|turnover|dealings|transactions|attention|awareness|enthusiasm|excitement|reliance|dependence|focus) (?:for|of|on|in|to) (?:the )?(?:lme |shfe |comex |spot |refined |london |shanghai |paper |physical )?\Z"
    r"|\b(?:stakes?|shareholdings?|stakeholding) (?:in|of) (?:[\w.&'’-]+ ){0,3}\Z"
    r"|\b(?:tariffs?|tariff rates?|duty|duties|levy|levies|tax|taxes|surcharges?|quotas?|curbs|royalt(?:y|ies)) (?:for|of|on) (?:the |all |most )?(?:[a-z]+ ){0,2}\Z"
    r"|\b(?:recovery|recoveries|extraction|purity|content) of [\d.]+ ?(?:%|pct?\b|per ?cent) (?:for|of) \Z"
    r"|\b(?:guidance|targets?|plans?|permits?|licen[cs]es?|search|exploration|drilling) (?:for|of) (?:the )?\Z"
)
"""Nouns that move in place of the commodity after them: `recovery of vanadium rose`."""

_OF_GOODS = re.compile(
    r" (?:(?:[a-z]+ ){0,3}[\d.,]+(?:(?:mn|mln|bn|m|k)? (?:[a-z0-9-]+ ){1,4}|(?:t|st|kt|mt) ))?(?:of|for) (?:[a-z.'-]+ ){0,2}"
)
"""What makes the noun before it the subject, not the goods after it: `shipments of green coffee fell`."""


def bare(pack: LoadedPack, index: int, hit: Hit, move: Move, scene: Scene) -> Candidate | None:
    """Let the commodity itself be the subject: it must stand right before the word of movement."""
    chinese = scene.sentence.chinese
    direction, commodity = pack.direction(index, move), _nearest(hit, scene)
    if direction is None or commodity is None:
        return None
    gap = scene.gap(commodity.end, hit.start)
    if not chinese and (_is_no_verb(commodity, hit, gap, scene) or _is_put_on_list(hit, scene)):
        return None
    if gap > _bare_limit(scene, commodity, hit):
        return None
    anothers = _is_anothers_zh if chinese else _is_anothers
    if anothers(pack, commodity, hit, scene):
        return None
    if any(
        commodity.end <= bar.start and bar.end <= hit.start and not is_in_cause(bar, commodity, hit, scene)
        for bar in scene.barriers
    ):
        return None
    sets = any(name.endswith("_set") for name, _ in move.sets)
    return Candidate(
        pack,
        "move.bare.set" if sets else "move.bare",
        direction,
        hit.start,
        hit.end,
        subject=commodity,
        asked=frozenset(["price"]) if sets else frozenset(),
        cost=_bare_cost(pack, commodity, gap, scene),
        bare=True,
        counted=chinese and is_counted(hit, scene),
        commodities=[commodity],
    )


_PASSIVE = re.compile(r"\b(?:are|is|were|was|be|been|being) \Z")


def _is_put_on_list(hit: Hit, scene: Scene) -> bool:
    """Tell whether goods are what is added, which no price is: `holmium and erbium are added to the list`."""
    low = scene.low
    return low.startswith("added", hit.start) and _PASSIVE.search(low, max(0, hit.start - 8), hit.start) is not None


def _nearest(hit: Hit, scene: Scene) -> Hit | None:
    """Return the goods before a word of movement, not those of an aside; of two that are compared the first."""
    before = [c for c in scene.found.commodities if c.end <= hit.start and not _is_aside(c, hit, scene)]
    two = len(before) > 1 and not scene.sentence.chinese
    if two and _COMPARES.fullmatch(scene.low, before[-2].end, before[-1].start):
        return before[-2]
    return before[-1] if before else None


_QUANTITIES = (
    "inventories",
    "stocks",
    "stockpiles",
    "supplies",
    "output",
    "production",
    "arrivals",
    "flows",
    "imports",
    "exports",
)
"""Nouns that end a word of goods which is no price: `distillate inventories slid to their lowest since May`."""


_OWN_FIGURE = re.compile(
    r" (?:(?:its|20\d\d|fy ?'?\d\d|full-year|annual|quarterly|yearly) )+(?:[a-z]+ )?(?:shipments?|output|production|guidance|sales|forecasts?|targets?|outlook|capex|spending|budget)\b"
)
"""What a firm named after goods moves: `Orvane Bauxite trims 2026 shipments`."""
_FROM_WASTE = re.compile(
    r"recover(?:s|ed)? from (?:[\w-]+ ){0,3}(?:residues?|tailings|slags?|wastes?|ash|brines?|scrap|dumps|batteries|magnets|black mass|red mud|water|slimes|ores?)\b"
)
"""What is won from waste, which no price is: `vanadium recovered from oil residues`."""
_ABSTRACT = re.compile(
    r" (?:[a-z]{3,}(?:tion|sion|ment|ness|ity|ism|ship)|theft|crime|fraud) (?:is|are|was|were|has been|have been) "
)
"""A noun of its own between goods and what it is said to be: `palm oil deforestation is down`."""
_FIRM = re.compile(r",? (?:ltd|inc|corp|plc|limited|incorporated|corporation|llc|n\.v|s\.a)\b")
"""What makes of goods the name of a firm: `Platinum Group Metals Ltd. (NYSE: PLG) advances`."""


def _is_no_verb(commodity: Hit, hit: Hit, gap: float, scene: Scene) -> bool:
    """Tell whether an English word of movement is not what the goods before it do: an attribute, or what was done to others."""
    low = scene.low
    return (
        low.endswith(_QUANTITIES, commodity.start, commodity.end)
        or _FIRM.match(low, commodity.end) is not None
        or _is_a_firm(commodity, hit, low)
        or _ABSTRACT.fullmatch(low, commodity.end, hit.start) is not None
        or _OWN_FIGURE.match(low, hit.end) is not None
        or (low.startswith(_GIVES_UP, hit.start) and _OF_A_FIRM.match(low, hit.end) is not None)
        or _FROM_WASTE.match(low, hit.start) is not None
        or is_attribute(low, hit)
        or describes(low, hit)
        or of_another_noun(low, commodity.end, hit)
        or is_another(low, commodity.end, hit)
        or in_clause(commodity, hit, low)
        or (
            gap > 1
            and low.endswith(" by", hit.start, hit.end)
            and not _AUXILIARY.fullmatch(low, commodity.end, hit.start)
        )
        or has_object(low, hit)
        or _INTO_BALANCE.match(low, hit.end) is not None
        or low.startswith(" short", hit.end)
        or _THAN_PLACE.match(low, hit.end) is not None
        or (low.startswith("advanc", hit.start) and _OF_WORKS.match(low, hit.end) is not None)
        or (low.startswith(" by ", hit.end) and low.endswith("losses", hit.start, hit.end))
    )


_OF_FIRMS = re.compile(
    r"\b(?:an?|the|another|its|their|these|those|all|every|each|several|many|some|most|other|private|local|state|state-owned|state-run|(?P<land>swiss|dutch|french|german|greek|thai|[a-z]+(?:ean|ian|ese|ish|ican))) (?:[a-z]+ )?(?:non-)?\Z"
)
"""What stands before the goods of a company: `another non-copper firm`, and of whose land it is, where prices may be too."""
_FIRMED = re.compile(
    r" ?(?:,? (?:but|while) |[.;]|\Z|\n| (?:on|as|amid|after|by|at|near|above|below|ahead|despite|again|further|slightly|for|in) | (?:to (?:an? |about |around )?)?[$€£]?\d)"
)
"""What stands behind goods that are or grow firm, and seldom behind a company."""


def _is_a_firm(commodity: Hit, hit: Hit, low: str) -> bool:
    """Tell whether `firm` is a company that the goods say the trade of: `the state tin firm, which`, `Peruvian Zinc Firm To Seek Loan`."""
    if low[hit.start : hit.end] not in {"firm", "firms"} or hit.start - commodity.end != 1:
        return False
    told = _OF_FIRMS.search(low, max(0, commodity.start - 40), commodity.start)
    if told is not None and told["land"] is None:
        return True
    return (told is not None or not low.endswith("s", hit.start, hit.end)) and _FIRMED.match(low, hit.end) is None


_GIVES_UP = (
    "drop",
    "lift",
    "rais",
    "up",
    "cut",
    "slash",
    "trim",
    "boost",
    "increas",
    "jettison",
    "shed",
    "pare",
    "advanc",
    "hik",
)
_OF_A_FIRM = re.compile(
    r" (?:[a-z-]+ ){0,2}?(?:plans?|bids?|offers?|pursuit|talks|proposals?|stakes?|holdings?|dividends?|payouts?|guidance|outlook|forecasts?|capex|spending|workforce|jobs|staff|projects?|deals?|lawsuits?|suits?|appeal|hedg\w+|opposition|buy-?backs?|resources?|reserves?|exploration|drilling|borrowing|debt|ceo|chief)\b"
)
"""What only a firm called after goods can give up or raise: `Tessel Gold drops bid for Marlow`, `Fell Zinc lifts stake in Kelda`."""
_THAN_PLACE = re.compile(
    r" than (?:in|on|at|those|that|elsewhere|anywhere) (?!(?:january|february|march|april|may|june|july|august|september|october|november|december|early|late|mid|the (?:same|previous|prior|first|second|third|fourth|week|month|quarter|year)|any|(?:mon|tues|wednes|thurs|fri)day|last|20\d\d|19\d\d|q[1-4]|spring|summer|autumn|winter)\b)"
)
"""What makes of a comparison one of two places: `copper is dearer than in London`."""
_INTO_BALANCE = re.compile(
    r" (?:back |deeper |further )?(?:in)?to (?:an? )?(?:[a-z-]+ ){0,2}(?:deficit|surplus|shortage|shortfall|oversupply|glut|balance)\b"
)
"""Where a market goes that is no price: `sees the copper market sliding into a deficit`."""
_OF_WORKS = re.compile(
    r" (?:[\w'’-]+ ){0,4}(?:exploration|projects?|development|drilling|mines?|program(?:me)?s?|stud(?:y|ies)|plans?|construction|permitting|work|properties|property|assets?|fields?|wells?)\b"
)
"""What a firm advances, whose name ends in goods: `Halden Oil advances gas exploration`."""
_BY_PLEDGE = re.compile(
    r"\b(?:loans?|lending|borrowings?|credit|advances|bets|hedges?|hedging|wagers?|positions?|debts?|deposits) (?:(?:placed|made|given|taken|secured) )?(?:against|backed by|by|on|in|for|of) (?:the |its |their )?\Z"
)
"""What grows where goods are only its pledge or matter: `loans against gold grew 37%`."""
_AUXILIARY = re.compile(r" (?:(?:is|are|was|were|being|been|has|have|had|also|still|again|further) )+")
"""What stands between goods and what is done to them: `zinc was weighed down by`."""


_STAYS = ("flat", "unchanged", "steady", "stable", "little changed", "held")


def _is_anothers(pack: LoadedPack, commodity: Hit, hit: Hit, scene: Scene) -> bool:
    """Tell whether in English something else moves, which the goods only say the kind, place or measure of."""
    low, start = scene.low, commodity.start
    if scene.says_before(MASS_OF, start, 48) or _is_counted_before(commodity, hit, scene):
        return True  # imported 900 tonnes of tin, up 4%
    if is_of_quantity(hit, scene):
        return True
    if ": " in low[scene.sentence.start : start] and _LABEL.match(low, scene.sentence.start, start):
        return True
    if counts_on(commodity, scene):
        return True  # zinc output rose 2% to 900 t, while lead fell 9%
    if low.startswith(_STAYS, hit.start) and stays_in_store(commodity, scene):
        return True  # gasoline stocks fell 200,000 barrels, while distillates were flat at 106.9 million
    if (
        scene.says_before(_BY_PLEDGE, start, 48)
        or scene.says_before(_SHARES_OF, start, 60)
        or scene.says_before(_PROPERTY, start, 32)
    ):
        return True
    if scene.says_before(_MAKERS_OF, start, 40):
        return True
    others = [
        s for s in _others(pack, scene) if not any(a <= s.start and s.end <= b <= hit.start for a, b in scene.asides)
    ]
    others = [s for s in others if not (start < s.start and _TO_LOAD.match(low, s.start))]
    if any(start < s.start < hit.start or _holds(s, _spelt_out(commodity, scene), low) for s in others):
        return True
    if scene.says_before(_EXPLORER, start, 48) and scene.folded.plain[start].isupper():
        return True
    return any(
        start - EMBEDDED < bar.end <= start and EMBEDS.match(low[bar.end : start]) for bar in scene.barriers
    )  # open interest in copper


_TO_LOAD = re.compile(r"loading (?:in|from|at|by|during|between|over|out of|next|this)\b")
"""When and where goods are to load that are priced: `urea loading in May was $360 a tonne, down $4`."""
_LABEL = re.compile(
    r"[^:.;]{0,48}\b(?:stocks|inventor(?:y|ies)|stockpiles|warrants|output|production|imports|exports|arrivals|deliveries|open interest)\b[^:.;]{0,20}: "
)
"""What heads a row of goods and says what of them moved: `LME stocks: copper down 1,200, zinc up 300`."""
_EXPLORER = re.compile(
    r"\b(?:explorer|developer|miner|producer|junior|streamer|firm|company) (?!(?:says?|said|sees?|saw|expects?|warns?|thinks?|and|as|of|in|to|on|with|whose|for|at|by)\b)(?:[a-z][\w'&.-]* ){1,3}\Z"
)
"""What makes of goods the end of a firm's name: `explorer Harrow Gold posted gains`."""

_MAKERS_OF = re.compile(
    r"\b(?:makers|producers|miners|users|suppliers|exporters|importers|smelters|refiners|recyclers|fabricators|explorers|developers|consumers) of (?:[a-z-]+ ){0,2}\Z"
)
"""Who does what stands behind goods: `makers of copper wire made gains`."""

EMBEDDED = 40
"""Characters within which a barrier before goods makes them its own: `open interest in`."""


def _is_anothers_zh(pack: LoadedPack, commodity: Hit, hit: Hit, scene: Scene) -> bool:
    """Tell whether in Chinese something else moves: another noun behind the goods, shares, loads, trade."""
    start = commodity.start
    if is_price_step(hit, scene):  # 库存见底,上调80元: what a clause before tells is no subject of what sellers set
        start = max(start, scene.low.rfind(",", commodity.end, hit.start))
    return (
        is_of_shares(commodity, hit, scene)
        or is_a_load(commodity, hit, scene)
        or OTHER_NOUN.search(scene.low, commodity.end, hit.start) is not None
        or is_of_another(commodity, hit, scene)
        or is_traded(commodity, hit, scene.low)
        or is_of_row(pack.pack.name, commodity, hit, scene)
        or any(start < s.start < hit.start and not is_in_cause(s, commodity, hit, scene) for s in _others(pack, scene))
    )


def _others(pack: LoadedPack, scene: Scene) -> list[Hit]:
    """Return the subjects of other types than the pack's."""
    return [s for s in scene.found.subjects if s.id != pack.pack.name]


def _spelt_out(commodity: Hit, scene: Scene) -> Hit:
    """Return the goods whose letters stand behind them in brackets: `output of platinum group metals (PGMs) fell`."""
    if not scene.low.startswith("(", commodity.start - 1):
        return commodity
    named = (c for c in scene.found.commodities if c.id == commodity.id and 0 < commodity.start - c.end <= 2)
    return next(named, commodity)


def _holds(subject: Hit, commodity: Hit, low: str) -> bool:
    """Tell whether an English noun before goods takes them as its own: `stocks of copper`, `shipments of green coffee`."""
    if OPENS_CLAUSE.search(low, subject.end, max(subject.end, commodity.start)):
        return False
    near = 0 <= commodity.start - subject.end <= BESIDE
    if (
        near
        and not _PARTED.search(low, subject.end, commodity.start)
        and not _CAUSES.search(low, subject.end, commodity.start)
    ):
        return True
    if heads_list(subject, commodity, low):
        return True
    return _OF_GOODS.fullmatch(low, subject.end, max(subject.end, commodity.start)) is not None


_PARTED = re.compile(r"[:,;]")
"""What parts a noun from goods that do something of their own: `agreed to raise output, and Brent fell 3%`."""
BESIDE = 8
"""Characters between a noun and the goods that it takes, whatever stands there."""


def _is_counted_before(commodity: Hit, hit: Hit, scene: Scene) -> bool:
    """Tell whether goods were just counted by weight, and not priced: `sugar made from it totalled 1.6 million tonnes, down 14%`."""
    told = [a for a in scene.amounts if commodity.end <= a.place[0] < hit.start]
    return any(a.kind in {"quantity", "rate"} for a in told) and not any(a.kind in {"price", "money"} for a in told)


_SHARES_OF = re.compile(r"\b(?:shares|stock|stocks|equity) (?:of|in) (?!(?:spot|physical) )[^,;:]{0,40}\Z")
"""What makes the goods after it a company's: `shares of zinc producer Harrow Zinc fell`."""

_CAUSES = re.compile(
    r"\b(?:push(?:es|ed)?|sen[dt]s?|drives?|drove|lift(?:s|ed)?|knock(?:s|ed)?|drag(?:s|ged)?|pull(?:s|ed)?|nudge[sd]?|propel(?:s|led)?|took|takes?|keep(?:s)?|kept|leave(?:s)?|left|cap(?:s|ped)|buoy(?:s|ed)|support(?:s|ed)|underpin(?:s|ned)|dent(?:s|ed)|weigh(?:s|ed) on|help(?:s|ed)|allow(?:s|ed)|enabl(?:es|ed)|saw|sees|led|prompt(?:s|ed)|caus(?:es|ed)|forc(?:es|ed)) "
    r"(?:spot |comex |lme |brent |benchmark )?\Z"
)
"""What moves the goods after it: `the data knocked zinc lower`."""


def _bare_cost(pack: LoadedPack, commodity: Hit, gap: float, scene: Scene) -> float:
    """Return how far a bare commodity stands from what it does; near it where another moves it."""
    chinese = scene.sentence.chinese
    if not chinese and gap <= 1 and scene.says_before(_CAUSES, commodity.start, 32):
        return -BARRED
    return 1.0 if _priced(pack, commodity, scene) else min(gap + 1, LIMIT)


def _is_aside(commodity: Hit, hit: Hit, scene: Scene) -> bool:
    """Tell whether a commodity only stands in an aside about another: `Brent, the benchmark for oil, rose`."""
    return any(
        start < commodity.start
        and commodity.end <= end <= hit.start
        and any(c.end <= start for c in scene.found.commodities)
        for start, end in scene.asides
    )


def quoted(pack: LoadedPack, index: int, hit: Hit, move: Move, scene: Scene) -> Candidate | None:
    """Let a price that is told be the subject: right before what it did, or right after it where nothing else moves."""
    direction = pack.direction(index, move)
    if direction is None:
        return None
    found = scene.found
    others = (*found.subjects, *found.companies, *found.commodities)
    quote = next((q for q in reversed(scene.quotes) if q.end <= hit.start), None)
    if quote is not None and not any(quote.end <= o.start < hit.start for o in others):
        cost = scene.gap(quote.end, hit.start)
    else:
        quote = next((q for q in scene.quotes if q.start >= hit.end), None)
        if quote is None or any(o.start < hit.start for o in others):
            return None
        cost = scene.gap(hit.end, quote.start)
        if cost > 2.0:
            return None
    if cost > QUOTE_LIMIT or any(quote.end <= bar.start < hit.start for bar in scene.barriers):
        return None
    sets = any(name.endswith("_set") for name, _ in move.sets)
    return Candidate(
        pack, "move.quoted.set" if sets else "move.quoted", direction, hit.start, hit.end, subject=quote, cost=cost
    )


def _priced(pack: LoadedPack, commodity: Hit, scene: Scene) -> bool:
    """Tell whether it is the price of the commodity that moves: `prices of base metals, including zinc, ticked up`."""
    return any(
        s.id == pack.pack.name
        and s.end <= commodity.start <= s.end + 64
        and scene.low.startswith((" of ", " for "), s.end)
        for s in scene.found.subjects
    )


_FIRST_VERB = re.compile(
    r"(?: (?:on|in|at) (?:the )?[a-z]+(?: [a-z]+){0,3}?)? (?:[a-z]+ly |also |again |itself |alone |only )?(?:[a-z]{2,}ed|kept|held|went|fell|rose|stayed|stood|was|were|came|led|hung|clung|found|lost|bore|broke|drew|ran|took|gave|met|saw|sat|swung|sank|won|fought|defied|slid|had|did|does)"
    r"(?: (?!(?:to|and|by)\b)[^,;:.()]{1,60}?)?,? (?:and|but|before|then|yet)(?: (?:[a-z]+ly|then|just|only|even|still|later|also|finally|in the end))* "
    r"(?P<by>(?:[a-z]+ )?[\d.]+(?: ?%| ?pct?\b| per ?cent) )?"
)
"""A first verb that tells no move of its own, before the one that does: `zinc defied the trend and added 0.6%`."""
_OF_NUMBER = re.compile(r"(?:.{3} of| of) (?:[a-z]+ ){0,3}[$€£]?\d", re.DOTALL)
_COMPARES = re.compile(
    r" [^,;:.]{2,40} (?:harder|faster|further|more|less|better|worse|steeper|slower) than (?:spot |lme |the )*|"
    r"(?:, (?:[a-z]+ly|in particular|meanwhile|too|however),)? (?:[a-z]+ly |has |had |also )*(?:outdid|outdone|outpaced|outperformed|underperformed|outshone|beat|beaten|bested|outrun|outstripped|followed|tracked|lagged(?: behind)?|trailed|shadowed|mirrored|joined|overtook|matched) (?:spot |lme |the |london |comex )*"
)
"""What tells goods by others: in `silver outdid gold with a jump of 3%` it is silver that moves."""
_WITH_A = re.compile(
    r" (?:[a-z]+ly |also |is |are |was |were |has |have |set to )*[a-z]{3,} (?!(?:to|and|by)\b)[^,;:.()]{1,60}?,? (?:with|on|for) (?:(?:an?|its|their) )?(?:[a-z-]+ ){0,2}(?P<by>(?:[a-z]+ )?(?:[\d.]+(?: ?%| ?pct?\b| per ?cent)|[$€£][\d.,]+) )?"
)
"""A verb and what it did it with, before a noun of movement: `brought up the rear with a loss of 2%`."""

_AFTER_DEED = re.compile(
    r"(?:, (?:[a-z]+ly|in particular|meanwhile|too|however),)?(?: (?:on|in|at) (?:the )?[a-z]+(?: [a-z]+){0,3}?)? (?:[a-z]+ly |also |again |alone |has |have )*(?:[a-z]{2,}ed|beaten|become|shown|seen|enjoyed|outdone|outrun|kept|held|went|stayed|stood|was|were|came|led|hung|broke|drew|ran|took|met|sat|swung|won|did|proved|made)"
    r"(?: (?!(?:to|and|by)\b)[^,;:.()]{1,60}?)?, (?:[a-z]+ly |again )?"
)
"""A verb that tells no move of its own, before the participle that does: `tin bucked the trend, putting on 0.6%`."""
_BY_PRICE = re.compile(
    r" (?:by )?(?:an? |the |another |a further |some |about |nearly |almost |over |more than |roughly |around |as much as )*(?:(?:us|a|c)?[$€£¥]|rs\.? ?|yn|rmb ?|cny ?)?\d[\d.,/-]*"
    r"(?: ?%| ?pc\b| per ?cent\b| cents?\b| dollars?\b| yuan\b| euros?\b| ringgit\b| rupees?\b| points?\b|(?= (?:to|an?|per|on|at)\b)|(?=[.,;]|$))"
)
"""By how much a price moves, right behind its participle."""

_NOW = re.compile(
    r"(?:至|到)?了?(?:如今|目前|现在|当前|现今|最新|眼下|当下|本周末?|上?周末|月末|月底|年末|年底)的?(?:约|近|逾)?\d"
)
"""What may stand before the newer number of two: 从5月的21万元/吨飙升至如今的26万元/吨."""


def _bare_limit(scene: Scene, commodity: Hit, hit: Hit) -> float:
    """How far a commodity may stand from what it does: farther where a number follows and only numbers stand between."""
    between = scene.low[commodity.end : hit.start]
    if not scene.sentence.chinese:
        if reaches(between.removeprefix("'s")) or (
            scene.low.endswith(MARKS, hit.start, hit.end) and TO_MARK.fullmatch(between)
        ):
            priced = any(a.kind == "price" and commodity.end <= a.start < hit.start for a in scene.amounts)
            return 48.0 if priced else 24.0
        if _THEN.search(between) and NUMBERED.match(scene.low, hit.end) and _moved(scene, commodity, hit):
            return 24.0
        if (first := _FIRST_VERB.fullmatch(between)) and (first["by"] or NUMBERED.match(scene.low, hit.end)):
            return 24.0
        if (
            scene.low.find("ing", hit.start, hit.end) > 0
            and _AFTER_DEED.fullmatch(between)
            and _BY_PRICE.match(scene.low, hit.end)
        ):
            return 24.0
        if (
            (first := _WITH_A.fullmatch(between))
            and any(cls == "noun" for _, cls in hit.data.sets)
            and (first["by"] or _OF_NUMBER.match(scene.low, hit.end - 3))
        ):
            return 24.0
        opens = commodity.start - scene.sentence.start <= OPENING
        if scene.sentence.paragraph > 0 or not opens or scene.subjects or ends_in_noun(between):
            return 0.5
        return 9.0
    plain = not any(commodity.end <= c.start < hit.start for c in scene.found.companies + scene.found.subjects)
    if is_price_step(hit, scene) or (
        scene.low.endswith(("新高", "新低"), hit.start, hit.end) and _TOUCHED.fullmatch(between)
    ):
        return 16.0
    if plain and _MOVED_BY.fullmatch(between):
        return 24.0
    numbered = NUMBERED.match(scene.low, hit.end) or _NOW.match(scene.low, hit.end)
    if plain and numbered and _is_close(commodity, hit, scene):
        return 60.0
    return 16.0 if plain and numbered and between.count(",") <= 2 else 4.0


_MOVED_BY = re.compile(
    r"(?:期货|主力|合约|价格?|盘中|早盘|夜盘|今日|昨日|一度|也|亦|则|继续|再度)*(?:受(?:到|了|累于)?|因|在)[^,;。]{2,30}?(?:影响|提振|带动|拖累|支撑|刺激|推动|打压|压制|驱动|作用|鼓舞|助推|施压|推升|拉动|共振)(?:之?下)?,?(?:而)?(?:小幅|大幅|继续|进一步|持续|震荡|低开|高开|一度|明显|快速|逐步|也|亦|再度|盘中|最终|双双|集体)*"
)
"""What stands between goods and what they did, where it says what moved them: `伦铅受股市走强提振而走高`."""
_CLOSES = ("收涨", "收跌", "收高", "收低", "收升", "收降")


def _is_close(commodity: Hit, hit: Hit, scene: Scene) -> bool:
    """Tell whether a clause says where a day ended for the only goods of its sentence: `锡期货一度突破,尾盘跳水,最终收跌2%`."""
    if not scene.low.startswith(_CLOSES, hit.start):
        return False
    return {c.id for c in scene.found.commodities if c.start < hit.start} == {commodity.id}


_TOUCHED = re.compile(
    r"[^,;。]{0,12}(?:触及|触到|触|报|收于|收在|收|升至|跌至|涨至|降至|见|至|到)(?:[^,;。]|(?<=\d),(?=\d)){1,16},(?:并|且|一举|再|续|再度)?创(?:下|出)?[^,;。]{0,14}"
)
"""What stands between goods and the mark that the price they touched is: `期铜触及7856美元,创两年来新低`."""


def _moved(scene: Scene, commodity: Hit, hit: Hit) -> bool:
    """Tell whether the commodity did something before, and nothing else stands between: `had rallied, but fell 2%`."""
    firsts = [m for m in scene.found.moves if commodity.end <= m.start < hit.start]
    others = any(commodity.end <= s.start < hit.start for s in scene.found.subjects + scene.found.companies)
    return bool(firsts) and not others and scene.gap(commodity.end, firsts[0].start) <= 2.0


def company_shares(pack: LoadedPack, index: int, hit: Hit, move: Move, scene: Scene) -> Candidate | None:
    """Let a company stand for its shares: right before the word of movement; an amount must follow, which slots checks."""
    direction = pack.direction(index, move)
    company = next((c for c in reversed(scene.found.companies) if c.end <= hit.start), None)
    if direction is None or company is None or scene.gap(company.end, hit.start) > 2.5:
        return None
    return Candidate(
        pack,
        "move.company",
        direction,
        hit.start,
        hit.end,
        subject=company,
        cost=scene.gap(company.end, hit.start) + 2,
        needs_commodity=False,
    )
