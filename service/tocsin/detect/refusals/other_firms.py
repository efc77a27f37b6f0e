"""Other firms: English deals in firms, businesses and funds of other trades than that of the goods beside them."""

import re

from tocsin.detect.scenes.drafts import Draft
from tocsin.detect.scenes.scene import Scene
from tocsin.detect.words.hits import Hit

_WORKS_THAT_BUY = re.compile(
    r"\b(?:plants|mills|smelters|refiners|refineries|works|producers|traders|makers|processors|consumers|crushers|millers|utilities|foundries)"
    r" (?:have |had |has |already |only |all |also )*(?:bought|purchased|acquired)"
    r" (?!(?:an? |the |its |their |all |both |more |two |three |\d+(?:%| ?pct?| per ?cent)? ?)?(?:[a-z-]+ ){0,3}(?:stakes?|shares?|mines?|plants?|projects?|smelters?|assets|deposits?|rivals?|firms?|compan))"
)
"""Those who use goods and bought some: `smelters bought early`."""


def other_firm(draft: Draft, scene: Scene) -> str | None:
    """Return what is dealt in instead of a company."""
    low, floor = scene.low, draft.sentence.start
    if _is_of_other_firm(draft, scene) or _is_of_other_trade(draft, scene) or is_other_business(draft, scene):
        return "a firm of another trade is bought or sold"
    if scene.says(_IN_FUNDS):
        return "units of a fund change hands"
    if _ON_PAPER.match(low, draft.candidate.end) and not low.endswith(_OF_SHARES, floor, draft.candidate.start):
        return "goods are bought, no company"
    if scene.says(_WORKS_THAT_BUY) and not draft.amounts:
        return "works buy, and are not bought"
    return None


_OBJECT = re.compile(
    r" (?:an?|its|the|one|two|three|four|five|six|\d+) (?:\d[\w-]* )?(?:(?!(?:to|from|for|in|with|at|of)\b)[a-z][\w'’-]* ){0,5}(?!(?:to|from|for|in|with|at|of)\b)[a-z][\w'’-]*"
)
_OF_MINES = re.compile(
    r"\b(?:mines?|mining|projects?|deposits?|propert(?:y|ies)|claims?|licen[cs]es?|stakes?|interests?|holdings?|shares?|smelters?|refiner(?:y|ies)|plants?|operations?|assets|producers?|miners?|explorers?|royalt\w+|concessions?|tenements?|blocks?|fields?|mills?|terminals?|traders?|recyclers?|streams?|options?|portfolio|business|subsidiar(?:y|ies)|compan(?:y|ies)|firm|rival|peer|remaining|rest|rights?|ground|land|pipelines?|works|units? (?:in|of))\b"
)


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
    r" (?:all of |100(?:%| ?pct?| per ?cent) of |a majority stake in |the assets of )?(?:[A-Z][\w&'’-]*)(?: [A-Z][\w&'’-]*){0,4}(?=[ .,;]|\Z)"
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


def is_other_business(draft: Draft, scene: Scene) -> bool:
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
_NAME = re.compile(r"[A-Z][\w'’&-]*(?: (?:[A-Z][\w'’&-]*|&|and(?= [A-Z]))){1,3}(?= [a-z(]|['’,.]|\s*\Z)")
_TRADES = re.compile(
    r"\b(?:wines?|winer(?:y|ies)|vineyards?|brew(?:ery|ing|ers)|distillers?|distillery|bakery|bakeries|coffee|roasters|roofing|apartments|homes|media|pictures|films?|records|studios?|games|gaming|software|health|healthcare"
    r"|clinics?|pharma(?:cy|ceuticals)?|hotels?|resorts?|casinos?|schools?|academy|foundation|jewell?ery|jewell?ers|boutique|salons?|fitness|airlines|motors|guitars|cycles|outdoors|kitchens?|foods?|farms|creamery|dairy|press|publishing|events)\b"
)
"""What firms do that are called after goods and make others."""


def are_of_another_trade(draft: Draft, scene: Scene) -> bool:
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
