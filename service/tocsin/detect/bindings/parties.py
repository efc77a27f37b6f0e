"""Parties: which companies, bodies and countries a candidate speaks of, and which are only felt or sold to.

Who stands near the trigger is meant, a state also where it opens the sentence and an aside stands before its verb.
"""

import re

from tocsin.detect.scenes.scene import Candidate, Scene
from tocsin.detect.words.clauses import behind_aside
from tocsin.detect.words.hits import Hit
from tocsin.messages import Span

CARTELS = frozenset(["opec"])
"""Bodies that decide what their members make, and do not only tell of it."""

_GOAL = re.compile(r"\b(?:exports?|shipments?|sales|deliveries|exporting|shipping|exported|shipped) to (?:the )?$")


def bind_actors(candidate: Candidate, scene: Scene) -> list[Hit]:
    """Return the companies near the trigger, the nearest before it first."""
    if candidate.rule == "move.company" and candidate.subject in scene.found.companies:
        return [candidate.subject]  # each of several whose shares moved has its own number
    near = _within(20, scene.found.companies, candidate, scene)
    if not near and candidate.pack.pack.needs.firm and len({hit.id for hit in scene.found.companies}) == 1:
        return scene.found.companies[:1]
    return near[:4]


def bind_bodies(candidate: Candidate, scene: Scene) -> list[Hit]:
    """Return exchanges, assessors and authorities near the trigger."""
    return _within(20, scene.found.bodies, candidate, scene)[:3]


_SUBJECT = 28
"""Characters from the start of a sentence within which the state stands that acts."""
_OF_STATES = frozenset(["export_control", "stockpiling"])
"""The types that a state does, so that the capital of a dateline is one of its own."""


def bind_countries(candidate: Candidate, scene: Scene) -> list[Hit]:
    """Return the countries near the trigger in the order of the text."""
    near = _within(14, scene.found.countries, candidate, scene)
    if not scene.sentence.chinese and near:
        told = [hit for hit in near if hit.start >= scene.dateline]
        near = told or (near if candidate.type in _OF_STATES else [])
    if not near and not scene.sentence.chinese:
        near = [hit for hit in scene.found.countries if acts_behind_aside((hit.start, hit.end), candidate, scene)]
    if candidate.type in _OF_STATES and not near:
        first = scene.found.countries[
            :1
        ]  # who acts opens the sentence: `The government of Ghana, acceding to …, has introduced`
        near = [hit for hit in first if hit.start - scene.sentence.start <= _SUBJECT and hit.end <= candidate.start]
    if candidate.type == "export_control":
        near = [hit for hit in near if not _is_goal(hit, scene)]
    near = [hit for hit in near if not _MARKER.match(scene.low, hit.start - 1) and not _is_of_coin(hit, scene.low)]
    if candidate.type == "price_move":
        near = [hit for hit in near if not _is_of_cause(hit, candidate, scene)]
    if candidate.type in _OF_WORKS:
        near = [hit for hit in near if not is_affected(hit, candidate, scene)]
    if not near and scene.sentence.chinese and candidate.type in _OF_WORKS:
        near = _opening(candidate, scene)
    if near and any(hit.id != "CN" for hit in near):  # 国内 is the country that the sentence speaks of
        near = [hit for hit in near if not scene.low.startswith("国内", hit.start)]
    return near[:4]


_CAUSE = re.compile(
    r"\b(?:on|as|after|amid|because|due to|since|ahead of|despite|following|while|when|with|before|driven by|led by|thanks to)\b"
)
_OF_ECONOMY = re.compile(
    r"(?:'s|’s)? (?:(?:weak|strong|poor|soft|robust|sluggish|downbeat|upbeat|new|fresh|latest) )?(?:factory|factories|industrial|industry|manufacturing|economic|economy|data|pmi|property|trade data|inflation|stimulus|holiday|central bank|buying|buyers|demand|smelters|mills|output|production|imports|consumption)\b"
)
_CAUSE_ZH = re.compile(r"(?:受|因|由于|随着|在)[^,;。]{0,24}\Z")


def _is_of_cause(hit: Hit, candidate: Candidate, scene: Scene) -> bool:
    """Tell whether a country is that of what moved a price, and not where the price is: `copper slides on weak Chinese data`."""
    if scene.sentence.chinese:
        return (
            hit.end <= candidate.start
            and "," in scene.low[hit.end : candidate.start]
            and scene.says_before(_CAUSE_ZH, hit.start, 26) is not None
        )
    if hit.start >= candidate.end:
        return _CAUSE.search(scene.low, candidate.end, hit.start) is not None
    return _OF_ECONOMY.match(scene.low, hit.end) is not None


_AGAIN_ZH = re.compile(r"[,;:](?:且|并|而)?(?:该|当地|其|矿山|矿区|冶炼厂|工厂|项目|全部)")
_OPENS = 4
"""Characters before a country that opens a Chinese sentence."""


def _opening(candidate: Candidate, scene: Scene) -> list[Hit]:
    """Return the one country that a Chinese sentence opens with, where a later clause tells what stops there: `…,该企业矿山已停产`."""
    countries = scene.found.countries
    if not countries or any(hit.id != countries[0].id for hit in countries):
        return []
    first = countries[0]
    if first.start - scene.sentence.start > _OPENS or first.end > candidate.start:
        return []
    return [first] if _AGAIN_ZH.search(scene.low, first.end, candidate.start) else []


def acts_behind_aside(name: Span, candidate: Candidate, scene: Scene) -> bool:
    """Tell whether a name opens an English sentence and its verb follows behind an aside."""
    if scene.sentence.chinese or name[0] > scene.dateline + _THE or name[1] > candidate.start:
        return False
    verb = behind_aside(scene.low, name[1], scene.sentence.end)
    if verb is None or candidate.start < verb - 1:
        return False
    return _NEW_CLAUSE.search(scene.low, verb, candidate.start) is None


_THE = 4
"""Characters of an article before a country that opens a sentence."""
_NEW_CLAUSE = re.compile(
    r";|\b(?:but|while|whereas|although|though|because|whose|whom)\b|, (?:and|which|who|where|when|as|so) "
)
"""What begins a clause of another subject."""


def _is_of_coin(hit: Hit, low: str) -> bool:
    """Tell whether a country is part of a currency's or a firm's name: `US$10,000`, `Anglo-American`."""
    return low.startswith("$", hit.end) or low.endswith("anglo-", 0, hit.start)


_MARKER = re.compile(r"(?:.(?:阿曼|oman)/(?:迪拜|dubai)|/(?:阿曼|oman)|/(?:迪拜|dubai)|.british thermal)")
"""What makes a country the name of a benchmark crude: 较阿曼/迪拜均价."""


_OF_WORKS = frozenset(["production_change", "supply_source", "large_contract", "mna"])
"""Types whose facts are of works, deposits or parties, wherever the goods are felt to lack."""
_FELT = re.compile(
    r"(?:地区|一带|沿海|主要?|等地|各地)*(?:市场|现货|港|下游|厂家|工厂|库存|价格|报价|进口|供应|需求|买家|用户|货源)"
)
_FELT_EN = re.compile(
    r", (?:[\w'’-]+ ){0,4}?(?:tightening|lifting|raising|supporting|squeezing|boosting|pushing|leaving|sending|hitting|affecting|disrupting|cutting|reducing|adding)\b[^.;]*\Z"
)


def is_affected(hit: Hit, candidate: Candidate, scene: Scene) -> bool:
    """Tell whether a later clause names a place for what the fact does there: `装置停车,华东市场现货收紧`."""
    between = scene.low[candidate.end : hit.start]
    if not scene.sentence.chinese:
        return _FELT_EN.search(between) is not None
    return "," in between and _FELT.match(scene.low, hit.end) is not None


def _is_goal(hit: Hit, scene: Scene) -> bool:
    """Tell whether goods go there: exports to the U.S., 对美出口. Who restricts them is another."""
    low = scene.low
    if scene.sentence.chinese:
        return low[hit.start - 1 : hit.start] in {"对", "向", "往"} and "出口" in low[hit.end : hit.end + 10]
    return _GOAL.search(low, max(0, hit.start - 32), hit.start) is not None


def _within(limit: float, hits: list[Hit], candidate: Candidate, scene: Scene) -> list[Hit]:
    """Return the hits that stand no farther from a candidate."""
    return [hit for hit in hits if scene.apart((hit.start, hit.end), candidate.extent) <= limit] if hits else []
