"""Changes in words: one number and the words beside it, which say that it is a change, or the highest or lowest of many.

`Exports of 6,150 t, 12% more than in October`, `made 4,000 tonnes in March, up 6%`, `供应同比增速仅为6.4%`.
"""

import re

from tocsin.detect.calendar.months import FULL_MONTHS, TRADING_DAY
from tocsin.detect.quantities.amount import OF_GOODS
from tocsin.detect.quantities.amounts import Amount
from tocsin.detect.scenes.scene import Scene
from tocsin.detect.texts.text import holds_any
from tocsin.detect.triggers.beside import told_beside
from tocsin.detect.triggers.change import REACH, Change, way_of

_EARLIER = (
    r"(?:(?:the |its |their )?(?:last|latest|previous|prior|preceding) (?:deals?|trades?|business|rounds?|transactions?|print|fixture|tender|cargo|count)\b|(?:last|the previous|the prior) (?:week|month|quarter|year|season|spring|summer|autumn|winter|campaign)'s(?=[.,;)]|$| )|(?:last week|last month|yesterday|[a-z]+day)'s (?:deals?|trades?|business|count|tally|round)\b"
    r"|(?:the|its|their|his|her|last month's|last week's) (?:(?:[a-z]+day|january|february|march|april|may|june|july|august|september|october|november|december|spring|summer|autumn|winter|week|month|quarter)(?:'s)? )?(?:offers?|bids?|tender(?: price)?|list price|posted price|quote|quotation|asking price|contract price)\b"
    r"|(?:its|their|the) (?:january|february|march|april|may|june|july|august|september|october|november|december|last|previous|prior) (?:price|sale|deal|purchase|auction|round|award|one)\b"
    r"|(?:(?:the|its|their|an?) )?(?:earlier|previous|prior|original|initial|first) (?:government |official |company |internal )?(?:estimates?|forecasts?|guidance|plans?|targets?|projections?)"
    r"|(?:(?:the )?(?:current|present)|last) (?:season|year|month|quarter)'s (?:estimates?|forecasts?|projections?|figures?|levels?)\b"
    r"|what (?:they|it|sellers|buyers|dealers) (?:got|paid|asked|fetched|cost|charged|had been)|the (?:close|end|start|beginning|eve) of (?:20\d\d|last|the (?:year|quarter|month|week))|what (?:it|they|mills|growers|miners) (?:had )?(?:managed|made|achieved|did|produced|mined|crushed|sold|bought|shipped|took|used|burned|turned out|brought in)|what (?:was|had been|it had|they had|it|they|has been) (?:had )?(?:earlier |first |originally |previously )?(?:planned|estimated|forecast|promised|guided|foreseen|pencilled in|projected|predicted|put|saw|seen|expected|reckoned)"
    r"|(?:(?:the |last )?(?:previous |preceding |prior )?[a-z]+day|yesterday|the previous (?:day|session|week)|the day before|last (?:week|month|year))'s (?:(?:low|high|top|bottom|upper|lower) end|lows?|highs?|midpoint|close|closing|settlement|price|level|fix|fixing|figure|average|finish|assessment|quote|mark|deal|value|index|print|sale|tender|auction)"
    r"|(?:the (?:range|level|price|midpoint|average|assessment|figure|total|whole|full)|that|those|its level|their level)(?: [a-z]+)? "
    r"(?:a|one|two|last|the previous|the prior|earlier|of a|of last|(?:of|for|in|at) the (?:same |corresponding )?(?:day|week|fortnight|month|quarter|year|session|previous|preceding|prior|last|period)"
    rf"|(?:of|for|on) {TRADING_DAY}|of 20\d\d|in|at the (?:previous|preceding|prior|last)|{TRADING_DAY}) "
    r"|(?:its|their) (?:previous|prior|earlier|last)|(?:a|the) (?:year|month|week|quarter|same|year-earlier|year-ago|previous|prior|corresponding)|(?:last|this) (?:year|month|week|quarter|season)|(?:last )?(?:mon|tues|wednes|thurs|fri)day\b(?![’']s)|a year|mid-|(?:first|second|third|fourth) (?:quarter|half) of 20\d\d|the (?:first|second|third|fourth) (?:quarter|half) of (?:20\d\d|last year)|(?:that|those) of (?:20\d\d|a|the|last|mon|tues|wednes|thurs|fri)|the average (?:of|for) (?:the )?(?:years|last|past|previous|five|three|ten|20\d\d)|the (?:five|three|ten)-year average|the (?:long-term|seasonal|multi-year) (?:average|norm|mean)"
    r"|(?:the )?20(?:1[5-9]|2\d)(?:'s|’s)?(?=[.,;)]|\Z| (?:and|but|after|because|as|amid|while|when)\b)"
    r"|(?:the |their |its )?20\d\d(?:[/-]\d\d)?(?:'s|’s)? (?:levels?|figure|total|quota|ceiling|output|mark|average|volume|quantity|peak|result|crop|harvest|one)\b"
    r"|the (?:first|second|third|fourth)(?: (?:quarter|half))?(?=[.,;)]|$)"
    r"|the [\d.,]+ (?:[a-z]+ ){1,3}(?:of|in|from|reported|recorded) (?:the |last |its )?(?:first|second|third|fourth|previous|prior|same|year|month|quarter|week|half)\b"
    rf"|the [\d.,]+ (?:[a-z]+ ){{1,4}}(?:of|in|for|during) (?:{FULL_MONTHS}|20\d\d)\b)"
)
"""What a number is held against that was so before: `above the level of last week`, `below earlier guidance`."""

_MONTHS = rf"(?:{FULL_MONTHS})\b"

_LATELY = r"(?:the |a |last |its )?(?:day|week|month|quarter|year|previous|prior|same)"

MORE = re.compile(
    r" (?P<up>more|higher|greater|larger|dearer|costlier|heavier|fuller|richer|bigger|stronger|better)(?: [\w'-]+){0,8} than (?!(?:half|expected|forecast|thought|planned|estimated|needed|the market|analysts|previously|initially|originally|enough)\b)"
    r"| (?P<down>less|lower|fewer|smaller|cheaper|lighter|emptier|poorer|thinner|leaner|weaker)(?: [\w'-]+){0,8} than (?!(?:half|expected|forecast|thought|planned|estimated|needed|the market|analysts|previously|initially|originally)\b)"
    r"| (?:(?P<grown>more|higher)|less|lower) (?:y/y|yoy|y-o-y|q/q|qoq|q-o-q|m/m|mom|m-o-m|(?:(?:year|quarter|month)[ -])?on[ -](?:the )?(?:year|quarter|month))\b"
    rf"| (?:(?P<risen>more|higher)|less|lower) (?:from|compared (?:with|to)|versus|vs\.?|against) (?={_EARLIER}|(?:the )?{_MONTHS}|an? (?:year|month|week|quarter)\b)"
    r"| short of (?=(?:the (?:level|price|figure|total|average|value|volume|quantity|amount|mark|result)|that|those) (?:for|of|at|in|recorded|reported|seen|a|last)\b"
    r"|(?:last|the previous|the prior|the preceding|the same|the corresponding|a year|mon|tues|wednes|thurs|fri))"
    rf"| (?:(?P<above>above|over(?! (?:the|a) (?:day|week|month|quarter|year|season|period|past|last)\b)|ahead of|clear of|north of|in excess of)|below|under|beneath|short of|shy of|adrift of|south of|behind) (?={_EARLIER}|(?:the )?{_MONTHS}|the prior-)"
    rf"| (?:(?P<over>up)|down) on (?={_LATELY})"
)
"""What makes a number before it a change: `12% more than in October`. What others expected is no earlier state."""

_LESS_BY = re.compile(
    r"\b(?:down|declin(?:e|ed|es|ing)|decrease[ds]?|drop(?:ped|s)?|dip(?:ped|s)?|fall(?:en|s)?|fell|slump(?:ed)?|slid|slide|slipped|shrank|shrunk|contract(?:ed|ion)|plunge[ds]?|tumble[ds]?|reduction|lower|degrowth)"
    r"(?: (?:sharply|steeply|slightly|marginally))?(?: (?:by|of))?(?: (?:about|around|nearly|almost|some|over))? \Z"
)
"""What makes `over` no more than the word before which an earlier time stands: `was down by 8.6 per cent over March`."""
_DEARTH = re.compile(
    r" (?:(?P<up>more)|(?P<down>less|fewer))(?:(?=[.,;]|$| (?:in|from|next|this|a|during|by|over|through|until|after|than|since|with) )| (?:of (?:the )?)?(?=[a-z]))"
)
"""What makes a number before it a change where its goods follow or the clause ends: `burned 4% more coal`, `pump 300,000 t less`."""

_TRAILING = re.compile(
    r"(?:(?:, | ?[—–] ?| - )(?:(?P<up>up)|down)|(?:,|\(| ?[—–]|,? (?:with|which is|that is|or|representing|marking|equal to|amounting to|in what was|for)) (?:an? )?(?:[a-z-]+ ){0,2}?"
    r"(?:(?P<rise>increase|rise|gain|improvement|jump|growth|climb|advance|surge|uplift)|decrease|decline|drop|fall|reduction|dip|slide|slump|contraction|plunge|shortfall)s? of"
    r"|,? (?:which|that|and) (?:is|was|were) (?:[a-z]+ly )?(?:(?P<more>higher|more|greater)|lower|less|fewer) by)"
    r" (?:by |about |around |some |nearly |almost |roughly |close to |just over |more than )?\Z"
)
"""What makes a percentage the change of the quantity before it: `made 4,000 tonnes of zinc in March, up 6%`, `, an increase of 6%`."""

_STEP_OF = re.compile(r"(?:,|\(|\b(?:with|for|representing|marking|posting|recording|at)) an? (?:[a-z-]+ ){0,2}\Z")
_STEP = re.compile(
    r" (?:[a-z-]+ ){0,2}?(?:(?P<rise>increase|rise|gain|improvement|jump|growth|climb|advance|surge|uplift|boost)|decrease|decline|drop|fall|reduction|dip|slide|slump|contraction|plunge)\b"
)
"""What stands around a percentage that is the change of the quantity before it: `made 4,000 tonnes in March with a 6% increase`."""

_EXTREME = re.compile(
    r"(?:[^.;:\d]|(?<= )\d{1,2}(?=(?:st|nd|rd|th)?[ ,])){0,48}?,? (?:and |also )?(?:"
    r"(?:the|its|their) (?:(?P<down>lowest|least|smallest|fewest|cheapest|thinnest|leanest|slimmest|scantest|skimpiest)|(?P<up>highest|most|largest|biggest|greatest|dearest|fattest|heftiest|priciest|costliest|heaviest))"
    r"(?: [a-z]+){0,3} (?:since|in|for|on record|ever|yet|(?:it|they) (?:has|have|had) (?:ever )?(?:made|mined|moved|shipped|poured|produced|pumped|managed|dug|hauled|turned out|smelted|sent|held|bought|used|burned)\b|(?:so far )?this (?:year|season|quarter)|(?:of|so far in) (?:the|this) (?:year|season|quarter))\b"
    r"|(?:an?|its) (?:new |fresh |all-time )*(?:(?P<bottom>record low|historic low)|(?P<top>record(?: high)?|all-time high|historic high)\b(?! of))"
    r"|(?:far |well |just |comfortably )?(?P<past>surpassing|topping|exceeding|beating|eclipsing|breaking|smashing) (?:the|its|their) (?:previous|prior|earlier|old|last) (?:[a-z-]+ ){0,2}(?:highs?|records?|peaks?)\b)"
)
"""What makes a quantity a change: `held 96,000 tonnes, the least since 2023`."""
_EXTREMES, _NEAR_EXTREME = (
    ("est", "least", "most", "record", "historic", "all-time", "ing the ", "ing its ", "ing their "),
    128,
)
"""One of these stands in all of that, within so many characters."""

_GROWS = re.compile(
    r"(?:增速|增长率|增长速度|增幅)(?:仅|料|预计|约|将|或|可能|有望|会|也|已|则)*"
    r"(?:为|达到?|是|在|保持在|维持在|高达|约为|(?:放缓|回落|下降|降|收窄|下滑|提高|上升|加快|升)[至到])?(?:约|近|逾|仅|了|为)*\Z"
)
"""What makes a percentage how fast something grows: `需求增速料为6%`."""

_PART_OF_THEN = re.compile(
    r"(?:仅|只|不到|不足)(?:为|及|有|相当于|剩)?(?:去年|上年|上月|前一?年|历史)?同期的?(?:约|近)?\Z"
)
"""What makes a percentage the part that is left of an earlier quantity: `发运量仅为去年同期四成`."""
_WHOLE = 100
"""Percent of the earlier quantity from which on nothing has fallen."""
_GREW = re.compile(r"(?:同期|去年|上年|此前|前期|前值|过去[^,;。]{0,6}|前\d+年)(?:的|平均|年均)*[^,;。]{0,6}\Z")
"""What makes such a rate one of an earlier time."""


def in_words(before: Amount | None, amount: Amount, scene: Scene) -> Change | None:
    """Return the change that words beside a number make of it."""
    low, (start, end) = scene.low, amount.place
    if scene.sentence.chinese:
        if told := _growth(amount, scene) or _part_left(amount, scene):
            return told
    elif told := _beside_it(amount, scene):
        return told
    if before is None or start - before.place[1] > REACH or not _is_of_it(amount, before):
        return None
    found = scene.says_before(_TRAILING, start)
    if found and (before.kind in OF_GOODS or " of " in found.group()):
        return Change(amount, way_of(found["up"] or found["rise"] or found["more"]), found.start(), end)
    if (
        before.kind in OF_GOODS
        and (step := _STEP.match(low, end))
        and (opens := _STEP_OF.search(low, before.place[1], start))
    ):
        return Change(amount, way_of(step["rise"]), opens.start(), step.end())
    return None


def _is_of_it(amount: Amount, before: Amount) -> bool:
    """Tell whether an amount may be by how much the one before it has changed: percent of goods or of a price, money of a price."""
    if amount.kind == "percent":
        return before.kind in OF_GOODS or before.kind == "price"
    return amount.kind in {"money", "price"} and before.kind == "price"


_AFTER_MARK = re.compile(
    r"\bafter (?:having )?(?:[a-z]+ly )?(?:clos|end|finish|settl|hitt|reach|touch|trad|ris|climb|fall|slid|stand)ing (?:[\w.-]+ ){0,3}\Z"
)
"""What makes of a mark where a price stood before it did what the sentence tells: `slipped to $50 after closing at $51, the highest since`."""


_HELD_AGAINST = re.compile(
    r"\b(?:against|versus|vs\.?|compared (?:with|to)|from|than|below|short of) (?:the|its|their|an?) "
)
"""What makes a record the earlier number: `seen at 41 million tonnes against a record 44 million`."""


def extreme(amount: Amount, scene: Scene) -> Change | None:
    """Return the change that makes a number the highest or lowest of many."""
    place = amount.place[1]
    if not scene.sentence.chinese and scene.says_before(_AFTER_MARK, amount.place[0], 48):
        return None
    found = _EXTREME.match(scene.low, place) if holds_any(scene.low, _EXTREMES, place, place + _NEAR_EXTREME) else None
    if found is None or _HELD_AGAINST.search(found.group()):
        return None
    end = min(found.end(), scene.sentence.end)
    return Change(amount, way_of(found["up"] or found["top"] or found["past"]), amount.place[1], end, amount)


def _beside_it(amount: Amount, scene: Scene) -> Change | None:
    """Return the change that the words right beside a number of an English sentence tell."""
    low, start = scene.low, amount.place[1]
    if amount.kind == "percent" and low[start : start + 1] == ")" and low[amount.place[0] - 1] == "(":
        start += 1  # `2,400 t (2.5%) higher than a week before`
    if told := told_beside(amount, low, scene.sentence.start, scene.sentence.end):
        level = amount if told.level else None
        return Change(amount, told.direction, told.start, told.end, level, worded=True)
    if found := MORE.match(low, start):
        if found["above"] and amount.kind == "percent" and scene.says_before(_LESS_BY, amount.place[0], 40):
            return None
        up = found["up"] or found["grown"] or found["risen"] or found["above"] or found["over"]
        return Change(amount, way_of(up), start, found.end())
    if (found := _DEARTH.match(low, start)) and _told(found, scene):
        return Change(amount, way_of(found["up"]), start, found.end())
    return None


def _growth(amount: Amount, scene: Scene) -> Change | None:
    """Return the growth that a Chinese percentage is: `供应同比增速仅为6.4%`; none that it was before."""
    start = amount.place[0]
    told = scene.says_before(_GROWS, start) if amount.kind == "percent" else None
    if told is None or scene.says_before(_GREW, told.start()):
        return None
    return Change(amount, way_of(amount.sign >= 0), told.start(), start)


def _part_left(amount: Amount, scene: Scene) -> Change | None:
    """Return the fall that a Chinese percentage of an earlier quantity tells: `仅为去年同期四成`."""
    start = amount.place[0]
    told = scene.says_before(_PART_OF_THEN, start, 16)
    if told is None or amount.kind != "percent" or not 0 < amount.signed < _WHOLE:
        return None
    return Change(amount, "down", told.start(), start, amount)


def _told(found: re.Match[str], scene: Scene) -> bool:
    """Tell whether goods follow right after `more` or `less`, or nothing that it could be more of."""
    return not found.group().endswith(" ") or any(hit.start == found.end() for hit in scene.found.commodities)
