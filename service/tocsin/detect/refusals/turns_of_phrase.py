"""Turns of phrase: English words of a fact in turns that tell none: `losing money on exports`, `prices are double the world average`, `commissioned studies for a mill`."""

import re

from tocsin.detect.scenes.drafts import Draft
from tocsin.detect.scenes.scene import Scene
from tocsin.detect.texts.text import holds_any
from tocsin.detect.triggers.charged import is_charged

_LOSE = re.compile(r"los(?:e|es|ing|t) (?:money|ground|out|touch|interest|patience|sleep|their|its)\b")
_ENDED_UP = re.compile(r"(?:end(?:s|ed)? )?up (?:[a-z]+ly )?[a-z]{2,}ing\b")
"""What comes of a thing in the end, be it down: `exports ended up losing ground`."""
_SUPPLY_MOVES = frozenset(["supply_source", "production_change", "demand_change", "inventory_change"])
_IS = re.compile(
    r"\b(?:is|are|was|were|at|stood at|remain(?:s|ed)?) (?:(?:about|nearly|almost|around|roughly|still|now|more than|over) ){0,2}\Z"
)
_TIMES_OTHERS = re.compile(
    r"(?:double|twice|triple|treble) (?!(?:what|the (?:level|price|average|rate|amount)s? (?:of|in|seen in|a|last) ?(?:an? |last |the |\d|january|february|march|april|may|june|july|august|september|october|november|december))\b)"
    r"(?:the (?:world|global|international|national|european|asian|regional|market|eu|u\.s\.)|those (?:in|of|for)|that (?:in|of|for)|world|global|international|european|asian|chinese|american|u\.s\.) [^,;.]{2,60}"
)
"""A price held against one of another place: `are double the world average`."""
_OF_A_TIME = re.compile(
    r"\b(?:ago|earlier|before|last (?:year|month|week)|previous|since|in (?:19|20)\d\d|of (?:19|20)\d\d|a year)\b"
)
_STUDIES = re.compile(
    r"commission(?:s|ed|ing) (?:an? |the |two |three |several |its |further |new |more )*(?:[\w-]+ ){0,2}(?:stud(?:y|ies)|reports?|surveys?|reviews?|research|feasibility|engineering (?:work|firm)|consultants?|designs?|drilling|tests?|assessments?|audits?)\b"
)
"""What is commissioned of which nothing starts up: `commissioned studies for a 200,000-tonne mill`."""
_COVER_FOR = re.compile(
    r"\b(?:cover(?:age)?|credits?|credit lines?|guarantees?|insurance|financing|subsid(?:y|ies)|programmes?|program|bonus(?:es)?|licen[cs]es?|funds?|support) (?:for|of|on) (?:the |its |all )?\Z"
)
"""What makes of sales behind it those that a bank or state pays for: `cut credit cover for sales of wheat`."""
_SALES = ("sale", "purchase", "import", "export", "shipment", "deliver")
_TENDER = re.compile(r"re-?open(?:s|ed|ing)? (?:an?|the|its|their) (?:[a-z]+ )?tenders?\b")
_LED_TO = re.compile(
    r"\b(?:encourag(?:e|es|ed|ing)|stimulat(?:e|es|ed|ing)|foster(?:s|ed|ing)?|entic(?:e|es|ed|ing)|lur(?:e|es|ed|ing)|persuad(?:e|es|ed|ing)|tempt(?:s|ed|ing)?) (?:[\w'’-]+ ){1,4}to (?:[a-z]+ )?\Z"
)
"""What makes of output that is raised the aim of a lure: `tax breaks have encouraged miners to expand output`."""
_MEANT_TO = re.compile(r"\b(?:foster|encourage|stimulate|promote|incentivi[sz]e)(?:s|d)? (?:[a-z-]+ ){0,2}\Z")
"""The same right before the output that is to grow: `meant to foster expanded supplies`."""
_ENCOURAGES = ("encourag", "foster", "stimulat", "promot")
_BY_DOING = re.compile(
    r"(?:[\"'“‘] ?)?by (?:further |gradually )?[a-z]+ing\b[^;.]{3,140}?, [^;.]{2,80}?\b(?:could|would|might|may|can)\b"
)
"""What opens a sentence on what an act might do: `by lowering prices, the agency could encourage sales`."""
_WOULD_AS = re.compile(r"\bwould\b[^;.]{3,110}\b(?:as|when|if|once|whenever|were|should) (?:[\w'’-]+ ){0,5}\Z")
"""What makes of a price a condition of something that would be: `the tax would be cut as prices rose`."""
_MOVE_WOULD = re.compile(
    r"\b(?:(?:further|continued|sustained|lasting|sharper|another|any|such an?|steeper) (?:rise|fall|drop|increase|decline|climb|slide|rally|gain|cut|recovery)s? in [^,;.]{2,40}?|(?:higher|lower|rising|falling|stronger|weaker) (?:[a-z-]+ ){0,2}prices) (?:would|could|might) (?:[a-z]+ ){0,2}\Z"
)
"""What makes of output behind it only what a move of prices would bring about."""
_WITHOUT = re.compile(
    r"\b(?:meetings?|talks|sessions?|conference|round|summit|negotiations|discussions|council|auction|tender)\b[^;.]{0,90}\b(?:end(?:s|ed)|clos(?:es|ed)|conclude[sd]?|br[oe]ke up|finish(?:es|ed)|adjourn(?:s|ed))\b[^;.]{0,30}\bwithout\b"
)
"""How a meeting ends that has agreed on nothing."""


_STRIKE_OVER = re.compile(
    r"\b(?:lift(?:s|ed|ing)?|end(?:s|ed|ing)?|call(?:s|ed|ing)? off|suspend(?:s|ed|ing)?) (?:an?|the|its|their) (?:[\w-]+ ){0,3}(?:strikes?|lockouts?|walkouts?|blockades?|stoppages?)\b"
    r"|\b(?:strikes?|lockouts?|walkouts?|blockades?) (?:at [^,;.]{2,50} )?(?:ends?|ended|ending|is over|was over|was called off|called off)\b"
)
_NOT_LET_OUT = re.compile(
    r"\b(?:not|never|no longer) be (?:sold|released|liquidated|auctioned|loaned|offered|drawn|touched)\b"
)
_OWES = re.compile(r"\bow(?:es|ed|ing) (?:(?:about|over|some|more than|nearly|around|up to) )?[a-z]{0,2}[$€£¥]?\d")
_INTO_STORE = re.compile(r"\binto (?:[\w'’.]+ ){0,2}intervention\b")
_WOULD_COST = re.compile(r"[^,;.]{0,70}\b(?:would|could|might) cost\b")


_SECTORS = frozenset(["sector-slides", "sector-rallies"])
_FARMED = frozenset(
    "beef hogs wheat corn soybeans sugar cocoa coffee cotton rice barley canola palm_oil soybean_oil soybean_meal grains vegetable_oils milk orange_juice sorghum".split()
)
"""Goods that no sector of shares is called after: `a drop in beef stocks`."""


def turn_of_phrase(draft: Draft, scene: Scene) -> str | None:
    """Return what an English sentence says instead of a fact by a turn of phrase; None where it may tell one."""
    low, candidate = scene.low, draft.candidate
    start, end = candidate.start, draft.sentence.end
    if draft.type in _SUPPLY_MOVES and low.startswith("los", start) and _LOSE.match(low, start):
        return "money is lost, no supply"
    if draft.direction == "up" and low.startswith(("up", "end"), start) and _ENDED_UP.match(low, start):
        return "how it ended"
    if draft.type == "price_move":
        return _of_price(draft, scene)
    if draft.type == "equity_move" and draft.candidate.rule in _SECTORS and _FARMED.issuperset(draft.ids):
        return "goods in store, no shares"
    if draft.type == "large_contract":
        ended = draft.direction == "terminate" and holds_any(low, ("without",), draft.sentence.start, end)
        if "value" in draft.amounts and holds_any(low, (" owe",), draft.sentence.start, end) and scene.says(_OWES):
            return "money that is owed"
        return "a meeting that agreed on nothing" if ended and scene.says(_WITHOUT) else None
    if draft.type == "supply_source" and low.startswith("commission", start) and _STUDIES.match(low, start):
        return "a study is commissioned"
    if draft.direction == "halt" and candidate.rule == "strike" and scene.says(_STRIKE_OVER):
        return "a strike that is over"
    if draft.direction == "resume" and _TENDER.match(low, start):
        return "a tender is opened again"
    if candidate.rule == "bank-buys" and _is_price_lifted(draft, scene):
        return "what a bank does lifts a price"
    if draft.type == "stockpiling" and draft.direction == "release" and _NOT_LET_OUT.search(low, *candidate.extent):
        return "what is not let out"
    if draft.type == "stockpiling" and draft.direction == "release" and scene.says(_INTO_STORE):
        return "goods go into store"
    if draft.type == "mna" and _WOULD_COST.match(low, draft.candidate.extent[1], end):
        return "what a deal would cost"
    subject = candidate.subject
    if (
        draft.type in {"demand_change", "supply_source"}
        and subject is not None
        and low.startswith(_SALES, subject.start)
    ):
        return "money for trade, no trade" if scene.says_before(_COVER_FOR, subject.start, 40) else None
    if draft.type == "production_change" and draft.direction == "up" and not draft.amounts:
        return _of_lures(draft, scene)
    return None


_AGAINST_FALLS = (
    " guarantee",
    " insurance",
    " protection",
    " risk",
    " clause",
    " mechanism",
    " scenario",
    " compensation",
)


def _first_goods(draft: Draft) -> int:
    """Return where the goods of a draft stand nearest before its move."""
    places = [hit.start for hit in draft.commodities if draft.sentence.start <= hit.start <= draft.candidate.start]
    return max(places, default=draft.candidate.start)


_LIFTS = ("lift", "rais", "boost", "increas", "push", "add")
_HELD = re.compile(
    r" (?:holdings?|reserves?|stocks?|stockpiles?|purchases|buying|imports|assets|hoards?|share|allocation|positions?|bullion)\b"
)


_DISTANCES = (" spread", " gap", "difference", "differential", " arbitrage", "premium", "discount")
_MONTHS = r"(?:january|february|march|april|may|june|july|august|september|october|november|december)"
_BETWEEN_TWO = re.compile(
    r"\b(?:spread|gap|(?:price )?difference|differential|arbitrage) between [^;]{3,80}? (?:and|with) (?!(?:while|but)\b)[^,;]{3,60}?(?:,? (?:was|were|is|stood at|widened|narrowed|rose|fell|grew|shrank)\b[^;]{0,40})?\Z"
    rf"|\b(?:premium|discount) (?:of|for)(?: (?:the|[a-z]+))? (?:futures|contracts?) (?:for|of) {_MONTHS} (?:over|above|to|below|under) {_MONTHS}\b[^;]{{0,40}}\Z"
    rf"|\b(?:premium|discount) (?:of|for) {_MONTHS}(?: [a-z]+)? (?:over|above|to|below|under) {_MONTHS}\b[^;]{{0,40}}\Z"
)
"""What moves where two prices are held against each other: `the spread between scrap and coil prices was $210, up 3%`."""


def _is_price_lifted(draft: Draft, scene: Scene) -> bool:
    """Tell whether a bank only moves the price of goods that follow right behind its verb: `the bank's words lifted gold`."""
    low = scene.low
    verbs = {part.end + 1 for part in draft.candidate.parts if low.startswith(_LIFTS, part.start)}
    return any(hit.start in verbs and _HELD.match(low, hit.end) is None for hit in draft.commodities)


def _of_price(draft: Draft, scene: Scene) -> str | None:
    low, start, end = scene.low, draft.candidate.start, draft.sentence.end
    told = _TIMES_OTHERS.match(low, start, end) if low.startswith(("double", "twice", "tr"), start) else None
    if told and scene.says_before(_IS, start, 40) and not _OF_A_TIME.search(low, start, min(end, told.end() + 40)):
        return "a price held against another place's"
    if holds_any(low, _DISTANCES, draft.sentence.start, start) and scene.says_before(_BETWEEN_TWO, start, 160):
        return "how far two prices are apart"
    if draft.candidate.rule == "phrase" and low.startswith(_AGAINST_FALLS, draft.candidate.end):
        return "what would help if prices fell"
    if draft.candidate.rule == "move.bare" and is_charged(_first_goods(draft), scene):
        return "a charge on goods, no price"
    if draft.amounts.keys() & {"change", "change_by", "level"}:
        return None
    opened = _BY_DOING.match(low, draft.sentence.start, end)
    if opened is not None and start < opened.end():
        return "what an act might do"
    would = holds_any(low, (" would ",), draft.sentence.start, start) and scene.says_before(_WOULD_AS, start)
    return "a condition of something that would be" if would else None


def _of_lures(draft: Draft, scene: Scene) -> str | None:
    start = draft.candidate.start
    if scene.low.startswith(_ENCOURAGES, start) and draft.candidate.rule == "move.object_verb":
        return "output is only encouraged"
    if scene.says_before(_LED_TO, start, 80) or scene.says_before(_MEANT_TO, start, 40):
        return "output is only encouraged"
    return "what prices would bring about" if scene.says_before(_MOVE_WOULD, start, 100) else None
