"""English: on which side of a word of movement its subject stands, by the word's grammar, and what it only describes.

A distance is added to the words between the two; `FAR` says that the two do not belong together.
"""

import re

from tocsin.detect.calendar.months import FULL_MONTHS
from tocsin.detect.scenes.scene import FAR, LIMIT, OWN_OBJECT
from tocsin.detect.triggers.coordinated import in_clause
from tocsin.detect.triggers.marks import NUMBERED
from tocsin.detect.words.hits import Hit

_ENDS = re.compile(
    r"\s*(?:$|[\d,.;:%$)(—–]|(?:by|to|from|in|on|at|for|again|further|sharply|slightly|and|while|as|amid|after|due|during|through|throughout|across|next|into|until|before|beyond|faster|gradually|steadily|this|last|since|with|about|nearly|almost|more|over|up|down|some|us|year|month|week|significantly|substantially)\b)"
)

_ASIDE = (" while ", " by ", " for ", " when ")

_JOINS = re.compile(r"\b(?:and|or|meet|with|of|for|from|to|by|amid|its|their|the|a) \Z")
"""What stands before a participle that describes the noun after it: `shortages and rising costs`, `to meet growing orders`."""

_OF_FORECAST = re.compile(
    r"\b(?:forecasts?|projections?|estimates?|outlook|views?|predictions?|guidance|targets?)(?: [\w-]+)? (?:for|of|on) "
)

_TO_MEET = re.compile(
    r"\b(?:(?:constraints?|obstacles?|barriers?|hurdles?|impediments?|bottlenecks?) (?:in|on|to|for)|(?:driven|fuell?ed|spurred|exacerbated|supported|underpinned|compounded|explained) by(?: [\w'-]+){1,3} and|exacerbated by|compounded by|risks? of|dangers? of|guard against|(?:role|part) in [a-z]+ing|accommodat(?:e|es|ing)|cater(?:s|ing)? to|keep(?:s|ing)? (?:up|pace) with|meet|meets|meeting|satisfy(?:ing)?|address(?:ing)?|serve|serving|fulfil|fulfill|fulfilling|capitali[sz]e on|anticipating|driven by|fuell?ed by|spurred by|tired of|weary of|fed up with|worr(?:y|ied) about|hedge against|cope with|coping with|struggling with|protection (?:from|against)|(?:protect|shield|insulate)(?:s|ed|ing)?(?: [\w'-]+){1,3} (?:from|against))\s+(?:the\s+|its\s+|this\s+|that\s+)?(?:\w+ly\s+)?$"
)
"""A purpose, not a fact: `to meet growing demand`."""

_WITHIN = re.compile(r"\b(?:on|as|after|amid|in|for|at|by|with|to|from|of|and|but|before|than)\b")
"""What parts an adjective from a noun after it: `closed higher on investment demand` speaks of no higher demand."""

_ATTRIBUTE = re.compile(
    r"\b(?:the|its|their|an?|this|that|of|(?<!has )(?<!have )(?<!had )(?:currently|previously|recently|now|temporarily)|long|long-|"
    r"restart(?:s|ed|ing)?|reopen(?:s|ed|ing)?|revive(?:s|d)?|reviving|bring(?:s|ing)? back|brought back|fire[sd]? up)"
    r"(?: (?:the |its |their )?(?:last|only|remaining|other|first|second|third))? ?\Z|['’]s? \Z"
)
"""What makes a participle the attribute of the noun after it: `the idled potlines` tells no halt."""

_OF_NOUN = re.compile(r"\b(?:an?|the|its|their|for|of|with|from|through|into|via|at|in) \Z")
"""What stands before a participle that describes a noun."""

_PART_OF = re.compile(
    r"\b(?:percentage|share|proportion|portion|efficiency|cost|costs|quality|number|role|importance|intensity|footprint|emissions|economics|viability|profitability|performance|sustainability|safety|impact|flexibility|benefits|value) of\b"
)

_CONDITION = re.compile(
    r"\b(?:at|even at|under|assuming|with) (?:(?:much|significantly|substantially|even|such|current) )?\Z"
)
"""What makes a price the condition of something else: `profitable at lower prices`."""
_RESULT_OF = frozenset(["stronger", "record", "improved"])
"""What says how a firm's own output was, be it in a clause with `with`: `opened the year with stronger production`."""

_APPOSED = re.compile(
    r",\s+(?:(?:and|or|representing|marking|reflecting|showing|posting|which is|with)\s+)?an?\s+(?:[$€£¥]?[\w./%-]+\s+){0,4}$"
)
"""How a change is told beside its subject: `output was 12,700 t, a year-on-year decrease of 53%`."""

APPOSED = 9.0
"""The farthest that such a change counts from its subject: place and time may part them."""

_OF_AMOUNT = re.compile(
    r" of (?:(?:about|some|around|nearly|almost|over) )?[\d.,]+ (?:(?:million|billion|thousand) )?[a-z]+(?: (?!in|to|from|of)[a-z]+)?(?: (?:per|a) [a-z]+)? (?:in|to|from|of) (?:[\w.'’-]+ ){0,5}"
)
"""What parts a noun of movement from its subject and is only its size: `a build of 2 million barrels in U.S. crude stocks`."""

_PASSIVE = ("was ", "were ", "been ", "being ", "be ", "are ", "is ", "get ", "got ")


def is_attribute(low: str, hit: Hit) -> bool:
    """Tell whether a participle belongs to the noun after it: `through an expanded plant`, `for advanced processing`."""
    return (
        low.endswith("ed", hit.start, hit.end) and _OF_NOUN.search(low, max(0, hit.start - 10), hit.start) is not None
    )


_CAUSE = re.compile(r"\b(?:on|amid|with|by|after|despite|from|of) (?:an? |the )?\Z")
_NOUN = re.compile(
    r" (?!(?:on|as|amid|after|in|at|by|for|from|to|and|or|but|while|ahead|than|near|around|above|below|over|under|before|since|until|despite|following|"
    r"during|through|with|this|last|today|yesterday|overnight|again|further|so|monday|tuesday|wednesday|thursday|friday|early|late|following|versus|vs)\b)[a-z]"
)


_QUIET = frozenset(["muted", "mixed", "stable", "steady"])


def describes(low: str, hit: Hit) -> bool:
    """Tell whether an adjective describes the noun of a cause: `silver above $41 on softer yen`."""
    if low[hit.start : hit.end] in _QUIET and _NOUN.match(low, hit.end):
        return True
    return (
        any(cls == "adjective" for _, cls in hit.data.sets)
        and _CAUSE.search(low, max(0, hit.start - 16), hit.start) is not None
        and _NOUN.match(low, hit.end) is not None
    )


_AFTER_PREPOSITION = re.compile(r"(?:\b(?:in|of|for|from|into|with|as|at|the|an?|its|their|this|that)|['’]s?) \Z")
_NAMED_THINGS = re.compile(r"(?:rockets|top|tops|sinks|tanks|firms|sheds)\Z")
"""Verbs whose form is that of a noun or an adjective as well: `magnets in rockets`, `prices in top consumer China`."""


_MADE_UP = re.compile(
    r"ma(?:de|kes?) up (?:(?:about|around|nearly|almost|just|only|over|some|roughly|more than|less than) )?(?:\d[\d.]*(?: ?%| per ?cent| percent)|an? (?:third|quarter|half|fifth|tenth)|half|most|the (?:bulk|rest|majority|lion))"
)
"""What tells a share: `the metal made up 22% of stocks`."""


_DEGREE = re.compile(r"\b(?:most|more|less|highly|technologically|very|an|for|in|of|to|its|their|other|and) \Z")
"""What stands before `advanced` where it says of what kind something is: `Africa's most advanced economy`."""


_NEARS_A_DEAL = re.compile(
    r"(?:inch|edg|creep|crept|mov|draw|drew|step)[a-z]* (?:closer|nearer|towards?)(?: to)? (?:(?!record\b|highs?\b|lows?\b|\d)[\w'’-]+ ){0,4}?"
    r"(?:deals?|agreements?|accord|pact|settlement|compromise|contracts?|decision|restart|start-up|approval|merger|takeover|strike|closure|sale)\b"
)
"""What comes nearer and is no price: `miners and smelters inch closer to a deal`."""


_LIFTS_A_STOP = re.compile(r"lift(?:s|ed|ing)? (?:(?:its|the|a|their) )?force majeure\b")
"""What lifts no deliveries: `will lift its force majeure on shipments`."""
_NOT_FIRMER = re.compile(r"\bless \Z|\b(?:held|kept) [^.;,]{0,24}?prices (?:of|for) [a-z ]{3,30} \Z")
"""What stands before `firm` where no price rises: `sellers became less firm`, `held the prices of tin firm`."""


_MOVES_COVER = re.compile(
    r"(?:increas|rais|reduc|cut|lift|lower|expand|extend|trim)[a-z]* (?:the |its |their )?(?:credit |guarantee |loan |export |insurance )*(?:coverage|guarantees?|lines?|programmes?|programs?) (?:for|on|of|previously|authori[sz]ed)\b"
)
"""What is moved and is neither goods nor a price: `reduces the guarantee line for rice and increases coverage for wheat`."""


_ACTS = re.compile(r"(?:curbs|cuts|hikes|limits|caps|rises|gains|increases|drops|falls|declines)")
_ON_OTHERS = re.compile(
    r" (?:lift|boost|push|send|drive|support|raise|prop up|squeeze|drag|pressure|help|spur|fuel|underpin|bolster|tighten|weigh on|threaten|add to|hit) (?!by\b|of\b)"
)
"""What acts and is the object of nothing: `quota curbs lift coal prices`, `OPEC cuts boost crude`."""


def is_a_thing(low: str, hit: Hit) -> bool:
    """Tell whether a word of movement behind a preposition is a thing, or says which, or tells a share."""
    if _ACTS.fullmatch(low, hit.start, hit.end) is not None and _ON_OTHERS.match(low, hit.end) is not None:
        return True
    if (
        _MADE_UP.match(low, hit.start)
        or _NEARS_A_DEAL.match(low, hit.start)
        or _LIFTS_A_STOP.match(low, hit.start)
        or _MOVES_COVER.match(low, hit.start)
        or (low.startswith("firm", hit.start) and _NOT_FIRMER.search(low, max(0, hit.start - 64), hit.start))
        or (low.startswith("advanced", hit.start) and _DEGREE.search(low, max(0, hit.start - 18), hit.start))
    ):
        return True
    return (
        _NAMED_THINGS.match(low, hit.start, hit.end) is not None
        and _AFTER_PREPOSITION.search(low, max(0, hit.start - 10), hit.start) is not None
    )


_OWN_NOUN = re.compile(
    r"\b(?:on|after|amid|by|from|despite|with|over|following|as) (?:[a-z.'-]+ ){0,2}(?P<noun>[a-z.'-]+) \Z"
)
_NO_NOUN = frozenset(
    "the a an its their this that another further sharp steep big small slight modest strong weak recent early monday tuesday wednesday thursday friday record price prices".split()
)


def of_another_noun(low: str, start: int, hit: Hit) -> bool:
    """Tell whether a noun of movement follows a noun of its own after a preposition: `posts loss on dollar rise`."""
    if not any(cls == "noun" for _, cls in hit.data.sets):
        return False
    found = _OWN_NOUN.search(low, max(start, hit.start - 40), hit.start)
    return found is not None and found["noun"] not in _NO_NOUN and not found["noun"].endswith(("ly", "-day", "-week"))


_LEADING = (" near", " around", " at", " above", " below", " past", " through", " to", " from", " by", " onto")


_A_LEVEL = re.compile(r" the (?:rs\.? ?|us\$|[$€£¥₹])\d")
"""A price that is reached, which is no object: `surpassed the $3,000 level`."""
_TIMES = ("doubl", "tripl", "quadrupl", "halv")


def has_object(low: str, hit: Hit) -> bool:
    """Tell whether an English verb has an object of its own; what follows a preposition in it is none: `hovers near` a high."""
    return (
        OWN_OBJECT.match(low, hit.end) is not None
        and not low.endswith(_LEADING, hit.start, hit.end)
        and (low.startswith(_TIMES, hit.start) or not _A_LEVEL.match(low, hit.end))
    )


_STOPS_OTHER = re.compile(
    r" (?:(?:its|their|the|an?|one|two|several) (?:[a-z-]+ ){0,2})?(?:offices?|branch(?:es)?|headquarters|desks?|accounts?|canteens?|schools?)\b"
    r"| (?:its |their |the |all |some )?(?:exports|export sales|imports|purchases|sales|deliveries|buying|selling|importing|taking|accepting|ordering|using|booking|shipping|exporting|offering|quoting|loading|paying|hiring|talks|talking)\b"
)
"""What works may stop without standing still: `mills stopped buying`."""


_STARTS_OTHER = re.compile(
    r" (?:its |their |the |all |some )?(?:exports|imports|shipments|loadings?|sales|deliveries|purchases|orders|buying|selling|importing|exporting|shipping|talks|hiring|payments|trading|attacks|raids|negotiations)\b"
    r"| (?:(?:a|an|the|its|their|this|that|another) )?(?:[a-z-]+ ){0,2}(?:blockades?|roadblocks?|protests?|demonstrations?|sit-ins?|pickets?|marches|strikes?|walkouts?)\b"
)
"""What works may begin again that did not stand still: `mills restarted exports`, `will restart its blockade of the mine`."""

_SUPPLIED = ("suppl", "shipment", "deliver", "output")
_CHARGED = re.compile(
    r"\b(?:charges?|tcs?(?:/rcs?)?|fees?|prices?|premiums?|discounts?|terms) (?:for|on) (?:[\w'’./-]+ ){0,6}\Z"
)
"""What moves in place of the goods it is charged for: `charges for next year's concentrate supply were set at $12, down from $21`."""

_AT_CLOSE = re.compile(r" (?:stocks?|inventor(?:y|ies)|stockpiles?|prices?|levels?|balances?|quotes?|bids?)\b")
"""What is there when a time ends, and not what closes: `closing stocks of zinc at smelters`."""

_TALKS_AT = re.compile(
    r"\b(?:talks|negotiations?|discussions|bargaining|mediation|dialogue) (?:with|between|at|over|on|about|for) (?:(?!(?:but|as|while|after|before|and) )[\w'’-]+ ){0,9}\Z"
)
"""What stops or begins again in place of the works after it: `talks with staff at its zinc mine resumed`."""

_RESULT = re.compile(
    r"\b(?:led to|leads? to|leading to|result(?:s|ed|ing)? in|caus(?:e|es|ed|ing)|contribut(?:e|es|ed|ing) to|translat(?:e|es|ed|ing) into|prompt(?:s|ed|ing)|trigger(?:s|ed|ing))\b"
)
"""What makes a noun after it another thing's: `thin sales led to a loss`."""
_OF_ANOTHER = re.compile(r"\b(?:for|amid|from)(?: (?!(?:an?|the|its|their|his|this|that|another)\b)[\w'’-]+){1,4} \Z")
"""What makes a noun of movement that of another thing: `supply for chip plant growth`."""
_CLAUSE = re.compile(r"\b(?:as|while|when|because|since|after|where|which|who|if|whether)\b")
"""What parts a verb from a noun after it, of which another verb tells: `step up their efforts as supply …`."""
_DEAL_OF = re.compile(
    r"\b(?:acquisitions?|purchases?|sales?|deals?|transactions?|mergers?|takeovers?|financing|offering|placement|loans?|agreements?|studies|study|options?|earn-in|due diligence) (?:of|for|on|to|with|at|in)\b"
)
"""What is closed or stopped, and not the works after it: `closes the purchase of the mine`."""
_COORDINATED = (" and", " or", " to")
_COMPARED = ("higher", "lower", "stronger", "weaker", "firmer", "softer", "rising", "falling")
_ADDED = (" and ", " or ", ", ", " plus ", " with ", " amid ")


def _has_bare_object(low: str, hit: Hit) -> bool:
    """Tell whether a coordinated verb or participle has a noun without an article: `cut coke use and increase profit per head`."""
    return (
        low.endswith(_COORDINATED, 0, hit.start - 1)
        and low.startswith(("increase", "raise", "reduce", "lower", "decrease", "boost", "improve", "grow"), hit.start)
        and not low.endswith(("s", "ing"), hit.start, hit.end)
        and not _ENDS.match(low, hit.end)
    )


def is_barred(cls: str, low: str, subject: Hit, hit: Hit) -> bool:
    """Tell whether a word of that class says nothing of a subject, since it belongs to another thing."""
    if low.startswith("closing", hit.start) and _AT_CLOSE.match(low, hit.end):
        return True
    barred = _is_barred_behind if subject.end <= hit.start else _is_barred_ahead
    return barred(cls, low, subject, hit)


def side_cost(cls: str, gap: float, low: str, subject: Hit, hit: Hit) -> float:
    """Return what it costs, beyond the words between, that a subject stands where it does of a word of that class."""
    return (_cost_behind if subject.end <= hit.start else _cost_ahead)(cls, gap, low, subject, hit)


def _is_barred_behind(cls: str, low: str, subject: Hit, hit: Hit) -> bool:
    """Tell whether a word behind a subject says nothing of it, since it belongs to another thing."""
    if ("halt", cls) in hit.data.sets and _STOPS_OTHER.match(low, hit.end):
        return True
    if _IN_OTHER.match(low, hit.end) and _OF_SIZE.search(low, subject.end, hit.start):
        return True
    if ("resume", cls) in hit.data.sets and _STARTS_OTHER.match(low, hit.end):
        return True
    if ({("resume", cls), ("halt", cls)} & set(hit.data.sets)) and _TALKS_AT.search(
        low, max(0, subject.start - 90), subject.start
    ):
        return True
    if low.startswith("firms", hit.start, hit.end) and _ARE_FIRMS.search(low, max(0, hit.start - 16), hit.start):
        return True
    if _REASON.search(low, max(0, subject.start - 24), subject.start) and ", and " in low[subject.end : hit.start]:
        return True
    if low.endswith(" by", hit.start, hit.end) and "," in low[subject.end : hit.start]:
        return True  # steadied at $70, supported by tight supply
    if low.startswith(_SUPPLIED, subject.start) and _CHARGED.search(low, max(0, subject.start - 64), subject.start):
        return True
    if is_another(low, subject.end, hit):
        return True  # better demand and a fall in output
    if cls == "noun":
        between = (subject.end, hit.start)
        return _RESULT.search(low, *between) is not None or _OF_ANOTHER.search(low, *between) is not None
    if _has_bare_object(low, hit):
        return True
    if (
        cls in {"verb", "adjective"}
        and low.startswith(_COMPARED, hit.start)
        and low.endswith(_ADDED, 0, hit.start)
        and _NOUN.match(low, hit.end)
    ):
        return True  # low treatment charges and higher power costs
    if cls == "verb":
        return is_attribute(low, hit) or _improves_other(low, hit) or in_clause(subject, hit, low)
    if cls == "object_verb":
        passive = low.endswith(_PASSIVE, 0, hit.start)
        return is_attribute(low, hit) or (not passive and has_object(low, hit))  # rising prices lift the target
    return False


_OF_SIZE = re.compile(
    r"\b(?:after|following|despite|amid|on|from|with|by|against) (?:an?|the) [\d.,]+ ?(?:%|percent|per cent|pct) \Z"
)
_IN_OTHER = re.compile(
    rf" in (?!(?:late|early|mid|last|prices?|{FULL_MONTHS})\b|the (?:first|second|third|fourth|last|past|previous|prior|same|month|week|year|quarter|day|session|price|\w+ (?:months|weeks|quarters|half))\b|\d)[a-z]"
)
"""A noun of movement with its size and what it is of: `premiums jumped 10% after a 25% rise in freight rates`."""
_ARE_FIRMS = re.compile(
    r"\b(?:by|of|from|to|for|among|and|with|said|told|local|top|big|small|large|many|some|most|other|these|those|all|several|swiss|dutch|french|german|greek|thai|foreign|private|[a-z]+(?:ean|ian|ese|ish|ican|al|ing)) \Z"
)
"""What makes of `firms` companies: `filed by European firms`."""
_REASON = re.compile(
    r"\b(?:ahead of|because of|due to|amid|before|avoid|beat|despite|in the face of) (?:the |new |possible |potential |expected |looming |steep )*\Z"
)
"""What makes of a noun the reason of what stands before it, so that what another clause says is not of it: `rushed ahead of tariffs, and stocks hit a record`."""


def _improves_other(low: str, hit: Hit) -> bool:
    """Tell whether what improves is another thing: `lower prices improved confidence`."""
    return low.startswith("improve", hit.start) and not _ENDS.match(low, hit.end)


_OTHERS_COOL = re.compile(
    r"to (?:cool|rise|firm|slow|ease|steady|stabili[sz]e|strengthen|bounce) (?:[a-z]+ ){0,2}?(?:prices?|inflation|costs|demand|markets?|rates|fears|tensions)\b"
)
"""What makes of a verb of movement one with an object of its own: `releases rice from its stockpile to cool prices`."""


def _cost_behind(cls: str, gap: float, low: str, subject: Hit, hit: Hit) -> float:
    """Return what a word costs that stands behind its subject."""
    if cls in {"verb", "object_verb"} and has_object(low, hit):
        return 8.0
    if _improves_other(low, hit) or (cls == "verb" and _OTHERS_COOL.match(low, hit.start - 3)):
        return FAR
    if low.endswith("ing", hit.start, hit.end):
        if cls == "verb" and low.endswith(_ASIDE, 0, hit.start):
            return 12.0  # benefits from gold prices while advancing its project
        joined = _JOINS.search(low, max(0, hit.start - 12), hit.start) or _TO_MEET.search(
            low, max(0, hit.start - 48), hit.start
        )
        if joined and not _ENDS.match(low, hit.end):
            return FAR  # supply shortages and rising costs
    if cls == "verb":
        apposed = low[hit.start - 2 : hit.start] == ", " and NUMBERED.match(low, hit.end)
        return min(0.0, 9.0 - gap) if apposed else 0.0  # an apposition: `output was 1.2 million tons, up 3%`
    if cls == "object_verb":
        if low.endswith(_PASSIVE, max(0, hit.start - 7), hit.start):
            return 0.0
        return 3.0 if _ENDS.match(low, hit.end) else 16.0
    if cls == "noun":
        if _APPOSED.search(low, subject.end, hit.start):
            return 1.0 - max(min(gap, LIMIT) / 2, gap - APPOSED)
        return 0.0 if gap <= 1 else 5.0
    if cls == "state":
        return FAR  # how a thing is, not what becomes of it: `demand remains robust`
    if low.startswith(("above ", "below "), hit.start) and _SIZE_APPOSED.search(low, subject.end, hit.start):
        return min(0.0, 9.0 - gap)
    if _OF_NEXT_NOUN.search(low, max(0, hit.start - 8), hit.start) and not _ENDS.match(low, hit.end):
        return FAR  # strong demand, anticipation of lower interest rates
    return 0.5 if gap <= 4 else 4.0  # an adjective as predicate


_SIZE_APPOSED = re.compile(
    r", (?:or |some |about |around |nearly |still |which is |just |almost |roughly )*\d[\d.,]* ?(?:%|(?:million |billion |mln )?(?!million|billion|mln)[a-z]+) \Z"
)
"""What puts how far something stands from another time behind it: `stocks were at 245 million barrels, some 17 million barrels above year-ago levels`."""
_OF_NEXT_NOUN = re.compile(r"\b(?:of|for|on|amid|by|from|with) \Z")
"""What makes of an adjective behind a noun one that describes the next noun."""


_OWED_TO = re.compile(r"\b(?:driven|fuell?ed|spurred|supported|underpinned|explained) by (?:the |its |a )?\Z")
_MADE = frozenset(["higher", "increased", "lower", "reduced", "decreased", "improved", "stronger", "record"])


def _is_own_cause(low: str, subject: Hit, hit: Hit) -> bool:
    """Tell whether output is what a firm's figures are put down to, and so a fact: `profit, driven by higher zinc output`."""
    return (
        subject.id == "production-change"
        and low[hit.start : hit.end] in _MADE
        and _OWED_TO.search(low, max(0, hit.start - 24), hit.start) is not None
    )


_NEXT_CLAUSE = re.compile(
    r", (?:(?:so|hence|thus|and so|and therefore|therefore|meanwhile) )?(?:the|its|their|our|this|these) |, (?:so|hence|thus) "
)
"""What opens a clause of its own behind an adjective: `though prices were reduced, the demand`, `works under repair increased, so demand`."""


def _is_barred_ahead(cls: str, low: str, subject: Hit, hit: Hit) -> bool:
    """Tell whether a word ahead of a subject says nothing of it, since another thing is its object or its noun."""
    between = (hit.end, subject.start)
    if low.startswith(" than", hit.end):
        return True  # lower than another's output
    if ("halt", cls) in hit.data.sets and subject.id == "production-change" and _STOPS_OTHER.match(low, hit.end):
        return True  # suspends imports from two plants
    if _OF_RATES.match(low, hit.end):
        return True
    if ("resume", cls) in hit.data.sets and _STARTS_OTHER.match(low, hit.end):
        return True  # will restart a blockade of the mine
    own = subject.id == "production-change" and low[hit.start : hit.end] in _RESULT_OF
    if not own and _CONDITION.search(low, max(0, hit.start - 24), hit.start):
        return True
    rising = cls == "adjective" or low.endswith(("ing", "ed"), hit.start, hit.end)
    if rising and not _is_own_cause(low, subject, hit) and _TO_MEET.search(low, max(0, hit.start - 48), hit.start):
        return True
    if cls == "adjective":
        return _WITHIN.search(low, *between) is not None or _NEXT_CLAUSE.match(low, *between) is not None
    if cls in {"noun", "verb"} and low.startswith(" from ", hit.end):
        return True  # gains from lithium production
    if cls in {"verb", "object_verb"} and _CHANGE_IN.match(low, hit.end):
        return True
    if cls == "verb":
        helped = low.endswith(" by", hit.start, hit.end) or "," in low[hit.end : subject.start]
        return helped or _is_state(low, hit)  # profit doubled, helped by higher prices
    if cls == "object_verb":
        if not rising and _DETERMINED.search(low, max(0, hit.start - 8), hit.start):
            return True
        if low.startswith(" on ", hit.end) and low.startswith("curb", hit.start):
            return True  # rolls back curbs on exports
        if low.startswith((" for ", " to "), hit.end) and low.startswith("boost", hit.start):
            return True  # a boost for the firm and its plans of output
        apart = low.startswith((",", ";", ":"), hit.end)  # called for cuts, and winter demand
        return apart or _is_state(low, hit) or any(other.search(low, *between) for other in _OBJECTS)
    return False


_OF_RATES = re.compile(
    r" (?:(?:its|their|the|us|u\.s\.|key|main|benchmark|policy|official|bank|short-term|federal funds) )*"
    r"(?:(?:interest |lending |borrowing |policy )?rates?|rates of interest|interest|borrowing costs|bond yields|yields|inflation)\b"
)
"""What money costs, where that moves and not the price behind it: `hopes of lower interest rates grow, and gold`."""
_CHANGE_IN = re.compile(
    r" (?:(?:the|its|their|any|all|further|planned|more|these|this) )*(?:increases?|hikes?|rises|gains|reductions|growth|expansions?) (?:in|of|to|for) "
    r"| (?:(?:its|their|the|air|drone|missile|further) )*(?:attacks?|raids?|strikes?|bombings?|assaults?) (?:on|against) "
)
"""What is stopped or lifted in place of the noun behind it: `pause increases in oil output`, `resumed attacks on oilfields`."""
_DETERMINED = re.compile(r"\b(?:this|that|these|such|the|an|any|our|its|their) \Z")
"""What makes a word a noun: `this increase reflects higher prices`."""

_OF_MIND = re.compile(
    r"\b(?:interest|confidence|faith|trust|exposure|enthusiasm|appeal|allure|case|position|standing|status) (?:in|to|for|of|as|toward) "
    r"|\b(?:income|revenues?|receipts|proceeds|takings) from "
)
"""What somebody thinks of goods, or earns by them: `bolster interest in the metal`, `reduced income from customs duties`."""
_CAUSE_OF = re.compile(
    r"\b(?:due|owing|thanks) to\b|\bbecause of\b|\b(?:quarter|month|year|week)-(?:over|on)-(?:quarter|month|year|week)\b"
)
"""What parts a word that may be a verb from the noun of its cause: `costs were lower due to higher output`."""
_OBJECTS = (_DEAL_OF, _CLAUSE, _PART_OF, _OF_FORECAST, _OF_MIND, _CAUSE_OF)
"""Words between a verb and a noun, of which one is its object and not the noun; what is cut of forecasts, frames tell."""


def _is_state(low: str, hit: Hit) -> bool:
    """Tell whether a participle is the attribute of what follows it: `the idled potlines`."""
    return (
        low.endswith(("ed", "idle"), hit.start, hit.end)
        and _ATTRIBUTE.search(low, max(0, hit.start - 28), hit.start) is not None
    )


def _cost_ahead(cls: str, gap: float, low: str, subject: Hit, hit: Hit) -> float:
    """Return what a word costs that stands ahead of its subject."""
    if cls == "verb":
        return 0.5 if gap <= 1 and hit.end - hit.start > 4 and low[hit.end - 3 : hit.end] == "ing" else 9.0
    if cls == "object_verb":
        return 0.0
    if cls == "noun":
        if gap > 7 and not _OF_AMOUNT.fullmatch(low, hit.end, subject.start):
            return 9.0
        if low.startswith((" in ", " of ", " for "), hit.end) or low.endswith(" of", hit.start, hit.end):
            return 0.0
        return 3.0 if " in " in low[hit.end : subject.start] else 14.0
    if cls == "state":
        return FAR
    return 0.0 if gap <= 3 else 6.0


def is_another(low: str, start: int, hit: Hit) -> bool:
    """Tell whether a movement behind `and` is a noun with a subject of its own: `firm demand and a fall in output`."""
    return low.startswith(_OF_ITS, hit.end) and _AND_A.search(low, start, hit.start) is not None


_AND_A = re.compile(r",? (?:and|or|but|plus|as well as) (?:an?|the|another) (?:[a-z]+ )?\Z")
_OF_ITS = (" in ", " of ")
"""What makes of a second noun of movement one with a subject of its own."""
