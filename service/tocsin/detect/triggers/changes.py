"""Changes: numbers that tell a move by themselves: a sign, a `more than`, or an earlier number beside them.

`Stocks 3,175 tonnes (+70)`, `exports of 6,150 t, 12% more than in October`, `offered at $48/kg, from $33 in June`, `库存4,211吨，较上周
少200吨`. What it is that moved, `compared` tells.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from tocsin.detect.calendar.months import FULL_MONTHS, TRADING_DAY
from tocsin.detect.quantities.amount import OF_GOODS, unit_class
from tocsin.detect.quantities.amounts import Amount
from tocsin.detect.quantities.numbers import read_digits
from tocsin.detect.scenes.scene import Scene
from tocsin.detect.texts.text import holds_any
from tocsin.detect.triggers.beside import HINT_BEHIND, HINT_WORDS, is_bracketed, told_beside
from tocsin.detect.triggers.earlier_chinese import is_before

_EARLIER = (
    r"(?:(?:(?:the|its|their|an?) )?(?:earlier|previous|prior|original|initial|first) (?:government |official |company |internal )?(?:estimates?|forecasts?|guidance|plans?|targets?|projections?)"
    r"|what (?:they|it|sellers|buyers|dealers) (?:got|paid|asked|fetched|cost|charged|had been)|the (?:close|end|start|beginning|eve) of (?:20\d\d|last|the (?:year|quarter|month|week))|what (?:it|they|mills|growers|miners) (?:had )?(?:managed|made|achieved|did|produced|mined|crushed|sold|bought|shipped|took|used|burned|turned out|brought in)|what (?:was|had been|it had|they had|it|they|has been) (?:had )?(?:earlier |first |originally |previously )?(?:planned|estimated|forecast|promised|guided|foreseen|pencilled in|projected|predicted|put|saw|seen|expected|reckoned)"
    r"|(?:(?:the |last )?(?:previous |preceding |prior )?[a-z]+day|yesterday|the previous (?:day|session|week)|the day before|last (?:week|month|year))'s (?:close|closing|settlement|price|level|fix|fixing|figure|average|finish|assessment|quote|mark|deal|value|index|print|sale|tender|auction)"
    r"|(?:the (?:range|level|price|midpoint|average|assessment|figure|total|whole|full)|that|those|its level|their level)(?: [a-z]+)? "
    r"(?:a|one|two|last|the previous|the prior|earlier|of a|of last|(?:of|for|in|at) the (?:same |corresponding )?(?:day|week|fortnight|month|quarter|year|session|previous|preceding|prior|last|period)"
    rf"|(?:of|for|on) {TRADING_DAY}|of 20\d\d|in|at the (?:previous|preceding|prior|last)|{TRADING_DAY}) "
    r"|(?:its|their) (?:previous|prior|earlier|last)|(?:a|the) (?:year|month|week|quarter|same|year-earlier|year-ago|previous|prior|corresponding)|(?:last|this) (?:year|month|week|quarter|season)|last (?:mon|tues|wednes|thurs|fri)day|a year|mid-|(?:first|second|third|fourth) (?:quarter|half) of 20\d\d|the (?:first|second|third|fourth) (?:quarter|half) of (?:20\d\d|last year)|(?:that|those) of (?:20\d\d|a|the|last|mon|tues|wednes|thurs|fri)|the average (?:of|for) (?:the )?(?:years|last|past|previous|five|three|ten|20\d\d)|the (?:five|three|ten)-year average|the (?:long-term|seasonal|multi-year) (?:average|norm|mean)"
    r"|(?:the |their |its )?20\d\d(?:[/-]\d\d)?(?:'s|’s)? (?:level|figure|total|quota|ceiling|output|mark|average|volume|quantity|peak|result|crop|harvest|one)\b"
    r"|the (?:first|second|third|fourth)(?: (?:quarter|half))?(?=[.,;)]|$)"
    r"|the [\d.,]+ (?:[a-z]+ ){1,3}(?:of|in|from|reported|recorded) (?:the |last |its )?(?:first|second|third|fourth|previous|prior|same|year|month|quarter|week|half)\b)"
)
"""What a number is held against that was so before: `above the level of last week`, `below earlier guidance`."""

_MONTHS = rf"(?:{FULL_MONTHS})\b"

_LATELY = r"(?:the |a |last |its )?(?:day|week|month|quarter|year|previous|prior|same)"

_MORE = re.compile(
    r" (?P<up>more|higher|greater|larger|dearer|costlier|heavier|fuller|richer|bigger|stronger)(?: [\w'-]+){0,8} than (?!(?:half|expected|forecast|thought|planned|estimated|needed|the market|analysts|previously|initially|originally|enough)\b)"
    r"| (?P<down>less|lower|fewer|smaller|cheaper|lighter|emptier|poorer|thinner|leaner|weaker)(?: [\w'-]+){0,8} than (?!(?:half|expected|forecast|thought|planned|estimated|needed|the market|analysts|previously|initially|originally)\b)"
    r"| (?:(?P<grown>more|higher)|less|lower) (?:y/y|yoy|y-o-y|q/q|qoq|q-o-q|m/m|mom|m-o-m|(?:(?:year|quarter|month)[ -])?on[ -](?:the )?(?:year|quarter|month))\b"
    rf"| (?:(?P<risen>more|higher)|less|lower) (?:from|compared (?:with|to)|versus|vs\.?|against) (?={_EARLIER}|(?:the )?{_MONTHS}|an? (?:year|month|week|quarter)\b)"
    r"| short of (?=(?:the (?:level|price|figure|total|average|value|volume|quantity|amount|mark|result)|that|those) (?:for|of|at|in|recorded|reported|seen|a|last)\b"
    r"|(?:last|the previous|the prior|the preceding|the same|the corresponding|a year|mon|tues|wednes|thurs|fri))"
    rf"| (?:(?P<above>above|over(?! (?:the|a) (?:day|week|month|quarter|year|season|period|past|last)\b)|ahead of|clear of|north of|in excess of)|below|under|beneath|short of|shy of|adrift of|south of|behind) (?={_EARLIER}|(?:the )?{_MONTHS}|the prior-)"
    rf"| (?:(?P<over>up)|down) on (?={_LATELY})"
)
"""What makes a number before it a change: `12% more than in October`. What others expected is no earlier state."""

_DEARTH = re.compile(
    r" (?:(?P<up>more)|(?P<down>less|fewer))(?:(?=[.,;]|$| (?:in|from|next|this|a|during|by|over|through|until|after|than|since|with) )| (?:of (?:the )?)?(?=[a-z]))"
)
"""What makes a number before it a change where its goods follow or the clause ends: `burned 4% more coal`, `pump 300,000 t less`."""

_AGAINST = re.compile(
    r"(?:\b(?:more than |almost |nearly |about |over |roughly )?(?:double|triple|twice|half|three times|four times)|\bfrom|\binstead of|\b(?:previously|earlier|formerly|originally|initially|hitherto|until now|once|before) (?:foresaw|foreseen|forecast|expected|guided(?: to)?|targeted|planned|projected|estimated|assumed|budgeted|promised|indicated)|\bhaving (?:earlier |previously |first |once |originally )?(?:guided(?: for| to)?|forecast|expected|seen|targeted|planned(?: for)?|projected|estimated|budgeted(?: for)?)|\bin place of|\bagainst|\bversus|\bvs\.?|\bcompared (?:with|to)|\b(?:whereas|where|while|when) (?:(?:the|its) )?(?:earlier |previous |prior |original |initial )?(?:guidance|forecast|plan|target|estimate|budget|figure) (?:had been|was|had stood at|stood at|called for|had called for)|\bcompares (?:with|to)|\b(?:below|above|under|short of)(?= (?:the |its |their |an? )?(?:earlier|previous|prior|original|initial) (?:[a-z]+ ){1,2}of )|\bafter (?:an? )?(?:settl(?:e|ing|ement)|clos(?:e|ing)|finish(?:ing)?)(?: at| of))(?: (?:the|an?|about|around|some|just|only|nearly|roughly|last|as (?:little|low|high|much) as|(?:(?:present|current|last|previous|prior) )?[\w-]+'s|an? (?:revised|unrevised|upwardly|downwardly)|(?:(?:its|an?|the) )?(?:earlier|previous|prior|original|initial|former) (?:[a-z]+ )?(?:forecast|guidance|estimate|target|plan|range|projection)(?: range)? of))* $"
)
"""What makes a number after it the earlier one."""

_BEYOND = re.compile(
    r",? (?:well |far |just |slightly |somewhat )?(?:short of|shy of|below|under|above|over|ahead of|behind|beyond|beating|topping|surpassing|exceeding|eclipsing)(?: the| its| their)? \Z"
)
_OF_THEN = re.compile(
    r"(?: [a-z]+){0,3} (?:of|in|from|for|made in|produced in|recorded in|a) (?:(?:the|last|a|its) )?(?:(?:same|previous|prior|preceding|corresponding|first|second|third|fourth|last|year-earlier|year-ago) )*"
    r"(?:year|quarter|half|month|week|season|period|fortnight)\b"
)
"""What makes a number behind `short of the` the earlier one: `made 118 tonnes, short of the 140 tonnes of a year before`."""

_SPAN_BACK = r"(?:an?|one|two|three|four|five|six|twelve|some) (?:day|week|fortnight|month|quarter|year)s? (?:ago|earlier|before|back|previously)"

_BY_THEN = re.compile(
    r"[^.;\d]{0,48},? (?:after )?having (?:been|stood|fetched|cost|changed hands|traded|closed|settled) (?:at |for )?(?:about |around )?"
    r"|[^.;\d]{0,48}, (?:where|when|while|whereas) (?:it|they|sellers|buyers|dealers) (?:had|have|were|was) (?:[a-z]+ ){0,3}(?:at |to |of |for )?(?:about |around |some )?"
    rf"|[^.;\d]{{0,48}}[;,] (?:while |whereas |and |where )?(?:on )?(?:last (?:week|month|[a-z]+day)|{TRADING_DAY}) (?:it|they|that|the price) (?:had been|was|were|had stood|stood) (?:at )?(?:about |around )?"
    rf"|[^.;\d]{{0,48}}[;,] (?:while |whereas |and |where )?{_SPAN_BACK},? (?:[a-z]+ ){{1,5}}(?:at |to |of |for )?(?:about |around |some )?"
)
"""What makes a number after it the earlier one, in a clause of its own: `is offered at $50; a week ago sellers had asked `."""

_AFTER = re.compile(r"[^.;\d]{0,60}?,? after (?:about |around |some |only |just )?")

_OF_BEFORE = re.compile(
    r"(?: (?:per|a|an) [a-z]+)? (?:in the (?:last|previous|first|second|third|fourth)|last|an? (?:week|month|year|fortnight|quarter)|the (?:week|month|year|quarter|day) before|"
    rf"on {TRADING_DAY}|in [a-z]+|earlier|yesterday|the previous)\b"
)
"""What makes a price behind `after` the earlier one: `offered at $412, after $398 last week`."""

_SINCE_THEN = re.compile(
    r"[^.;\d]{0,60}[;,] (?:and |but |while )?(?:today|now|this (?:week|month)|it now|by now|it is now) (?:[a-z]+ ){0,4}(?:at |to |of |for )?(?:about |around |some )?"
)
"""What makes a number after it the newer one, where the sentence opens with `A month ago`."""

_OPENS_BACK = re.compile(rf"{_SPAN_BACK},? ")

_WENT = re.compile(
    r"\b(?:went|gone|goes|going|moved|came|come|passed|shot|leapt) (?:all the way )?(?:up |down |back )?from (?:about |around |some |just )?\Z"
)
"""What makes a price before `to` the earlier one of a move, and no range: `went from $310 to $345`."""

_FALLEN = re.compile(
    r"(?:[^.;:\d]|(?<= )(?:19|20)\d\d(?=[ ,(])|(?:jan|febr)uary [0-3]?\d(?=[ ,])|(?:march|april|may|june|july|august|(?:septem|octo|novem|decem)ber) [0-3]?\d(?=[ ,])|(?<= )100%(?= (?:basis|owned|ownership))){0,60}?,? (?:(?P<up>up|increased|raised)|(?P<down>down|reduced|cut|lowered)) from(?: an? | the | its )?(?:(?<= )(?:earlier|previous|prior|original|initial) (?:forecast|guidance|estimate|target|plan|range)(?: range)? of )?"
)
"""What makes a quantity the newer of two: `9 million tonnes for the season, down from 10 million`."""

_DOWN_FROM = re.compile(r"\b(?:(?P<up>up|increased|raised)|down|reduced|cut|lowered) from(?: [a-z]+){0,2} \Z")

_RATHER = re.compile(
    r"[^.;:\d]{0,50}(?: in (?:19|20)\d\d)?,? (?:instead of|rather than|and not|(?:where|when|while|whereas) (?:it|they) had (?:guided|pointed|looked|aimed|reckoned|counted|promised|forecast|foreseen|planned|budgeted|targeted)(?: to| for| on| with| at)?|having (?:guided to|promised|forecast|aimed for|targeted)) (?:the |its |an? )?(?:(?:earlier|previous|original|originally|initially|first|planned|expected|about|around|some) )*"
    r"(?P<was>\d[\d.,]*)(?! ?%)"
)
"""What makes a quantity the newer of two, where the older leaves out its unit: `will mine 40,000 tonnes instead of 52,000`."""

_PRINTED = re.compile(r"\d[\d.,]*")

_TRAILING = re.compile(
    r"(?:, (?:(?P<up>up)|down)|(?:,|\(|,? (?:with|which is|that is|or|representing|marking|equal to|amounting to|in what was|for)) (?:an? )?(?:[a-z-]+ ){0,2}?"
    r"(?:(?P<rise>increase|rise|gain|improvement|jump|growth|climb|advance|surge|uplift)|decrease|decline|drop|fall|reduction|dip|slide|slump|contraction|plunge|shortfall)s? of)"
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
    r"(?:the|its|their) (?:(?P<down>lowest|least|smallest|fewest|cheapest)|(?P<up>highest|most|largest|biggest|greatest|dearest))"
    r"(?: [a-z]+){0,3} (?:since|in|for|on record|ever|yet|(?:so far )?this (?:year|season|quarter)|(?:of|so far in) (?:the|this) (?:year|season|quarter))\b"
    r"|(?:an?|its) (?:new |fresh |all-time )*(?:(?P<bottom>record low|historic low)|(?P<top>record(?: high)?|all-time high|historic high)\b(?! of))"
    r"|(?:far |well |just |comfortably )?(?P<past>surpassing|topping|exceeding|beating|eclipsing|breaking|smashing) (?:the|its|their) (?:previous|prior|earlier|old|last) (?:[a-z-]+ ){0,2}(?:highs?|records?|peaks?)\b)"
)
"""What makes a quantity a change: `held 96,000 tonnes, the least since 2023`."""
_EXTREMES, _NEAR_EXTREME = (
    ("est", "least", "most", "record", "historic", "all-time", "ing the ", "ing its ", "ing their "),
    128,
)
"""One of these stands in all of that, within so many characters."""

_HINT_BY_NUMBER = re.compile(
    r"[\d+−-](?:(?<=[+−-])[$€£¥]?\d|(?<=\d)(?!\d)(?:[^;]{0,90}(?:, (?:up|down) |\b(?:than|short of|whereas|where|instead|less|fewer|more|from|against|versus|vs|compare[sd]|above|below|under|lowest|least|smallest|cheapest|highest|most|largest|biggest|dearest|record|all-time|historic|now|surpassing|topping|exceeding|beating|eclipsing)\b)"
    rf"|[^;]{{0,60}}, (?:after|while|when) |{HINT_BEHIND}))"
)
"""A number and what of a comparison stands behind it. It begins with one class, which is found many times faster than alternatives."""
_HINT_IN_WORDS = re.compile(
    r"\b(?:(?:half|third|quarter|fifth|tenth|twice) (?:more|less|fewer|dearer|cheaper|above|below)\b|(?:ago|earlier)\b,? [a-z]|(?:went|gone|goes|came|come|comes|moved|passed) from [$€£¥]?\d"
    rf"|{HINT_WORDS})"
)

_DIGIT = re.compile(r"\d")

_WORDED = (
    "than at any",
    "than in any",
    "than ever",
    "half ",
    "third ",
    "quarter ",
    "fifth ",
    "tenth ",
    "twice ",
    "ago",
    "earlier",
)
"""A hint without a digit has one of these."""

_AGAINST_ZH = re.compile(
    r"(?:左右|上下)?[,(]?(?:而|远|略|明显|大幅)*(?:低于|高于)?(?:去年同期|去年此时|去年这时|上年同期|上月同期|前值|上期|上轮|上一轮|上次|上周|上月|前一周|上一周|前一月|前一日|前一交易日|前周)(?:为|的|是|为约)?\Z"
    r"|[,(]?(?:而|远|略|明显|大幅)*(?:低于|高于|多于|少于)(?:去年|上年|前年|(?:19|20)\d\d年|(?:上|前)(?:一|个)?(?:市场|作物|榨)?(?:年|季)|(?:19|20)\d\d[-/](?:20)?\d\d(?:市场|作物|榨)?[年季])(?:度|全年|同期|\d{1,2}月)?的?\Z"
    r"|(?:,[^,;。]{0,24})?[,(](?:该合约|该金属|而)?(?:(?:上?周[一二三四五六日]|昨[日天]|前[一1]?日|前一?交易日|上一?交易日)(?:的|收盘|尾盘|最后|最终)*(?:价|报价|收盘价|结算价|收报|报)(?:则?为|是|报|在)?|(?:前收|昨收)(?:盘价)?(?:为|是)?)(?:每[吨桶磅]|每盎司|每蒲式耳)?\Z"
)
"""The same in Chinese: `库存19.5万吨,上周为18.9万吨`."""

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

_HINT_ZH = re.compile(
    r"增(?:速|长率|幅|长速度)[^,;。]{0,14}\d|\d[^;。]{0,40}(?:同期|前值|上期|上周|上月|前一|[低高多少]于|周[一二三四五].{0,5}价|昨[日天收]|交易日|前[日收]|[一两三二]个?[天日周月年]前|上一?轮|上次|此时|[上二一三四]季|[去上]年|[年月]初|节前|\d月)"
)

_PART = 90
"""Characters that two numbers may be apart."""

BOUND = re.compile(
    r"[;!?]|(?<! vs)(?<! no)(?<! co)(?<!u\.s)(?<!jan)(?<!feb)(?<!mar)(?<!apr)(?<!jun)(?<!jul)(?<!aug)(?<!sep)(?<!ept)(?<!oct)(?<!nov)(?<!dec)(?<!inc)(?<!ltd)\. "
)

KINDS = frozenset(["percent", "pp", "price", "money", "quantity", "rate"])


def compares(low: str, start: int, end: int) -> bool:
    """Tell, cheaply, whether a part of a text may hold a comparison of numbers."""
    numbered = _DIGIT.search(low, start, end) is not None
    if (numbered and _HINT_BY_NUMBER.search(low, start, end)) or (
        (numbered or holds_any(low, _WORDED, start, end)) and _HINT_IN_WORDS.search(low, start, end)
    ):
        return True
    return not low[start:end].isascii() and _HINT_ZH.search(low, start, end) is not None


_SIGNED = frozenset(["percent", "quantity", "price", "money"])
"""Kinds of amounts of goods, and of those that a sign before them makes a change."""


class Change(NamedTuple):
    """A number that tells a move: its direction, the words that say so, and the earlier number beside it, if there is one."""

    amount: Amount
    direction: str
    start: int
    end: int
    earlier: Amount | None = None
    worded: bool = False
    """Whether words stand for the sign of the number: `plus 100 yuan`."""


_SCALED = re.compile(r"\d[\d.,]* (?:million|billion|thousand)|\d{1,3}(?:,\d{3})+")
"""A number large enough to count goods, though its unit is left to the one before."""


_FORESEEN = re.compile(r"[,(;]?(?:而|但|此前|市场|分析师|普遍)*(?:预期|预估|预测)(?:值|为|是|在)*")
"""What stands between the number of a release and what had been foreseen: `-470万桶,预期-280万桶,前值136万桶`."""


def _with_units(scene: Scene) -> list[Amount]:
    """Return the amounts that may change; in English a bare one has the unit before it: `9 million barrels, 250,000 more than`."""
    out: list[Amount] = []
    for amount in scene.amounts:
        last = out[-1] if out else None
        if amount.kind in KINDS:
            out.append(amount)
        elif amount.kind == "bare" and last is not None and last.kind in OF_GOODS and not scene.sentence.chinese:
            near = amount.place[0] - last.place[1] <= _PART and _SCALED.fullmatch(scene.low, *amount.place)
            if near and _MORE.match(scene.low, amount.place[1]):
                out.append(amount._replace(unit=last.unit, kind=last.kind))
    return out


def find_changes(scene: Scene) -> Iterator[Change]:
    """Yield each number that is a change or the newer of two, with its direction and the words that say so."""
    amounts = _with_units(scene)
    for before, amount, after in zip((None, *amounts), amounts, (*amounts[1:], None), strict=False):
        if before is not None and _FORESEEN.fullmatch(scene.low, before.place[1], amount.place[0]):
            continue
        if change := _signed(amount, scene) or _in_words(before, amount, scene) or _of_two(amount, after, scene):
            yield change if before is None or after is None else _of_row(change, before, amount, after, scene)


def _signed(amount: Amount, scene: Scene) -> Change | None:
    """Return the change that a sign before its number tells."""
    if not amount.sign or amount.kind not in _SIGNED or not _stands_apart(scene.low, amount):
        return None
    return Change(amount, _way(amount.sign > 0), *amount.place)


def _in_words(before: Amount | None, amount: Amount, scene: Scene) -> Change | None:
    """Return the change that words beside a number make of it."""
    low, (start, end) = scene.low, amount.place
    if scene.sentence.chinese:
        if told := _growth(amount, scene) or _part_left(amount, scene):
            return told
    elif told := _beside_it(amount, scene):
        return told
    if amount.kind != "percent" or before is None or before.kind not in OF_GOODS or start - before.place[1] > _PART:
        return None
    if found := scene.says_before(_TRAILING, start):
        return Change(amount, _way(found["up"] or found["rise"]), found.start(), end)
    if (step := _STEP.match(low, end)) and (opens := _STEP_OF.search(low, before.place[1], start)):
        return Change(amount, _way(step["rise"]), opens.start(), step.end())
    return None


def _of_two(amount: Amount, after: Amount | None, scene: Scene) -> Change | None:
    """Return the change from an earlier number, told or meant, to a newer one."""
    if not scene.sentence.chinese and (change := _of_goods(amount, after, scene) or _of_price(amount, after, scene)):
        return change
    return None if after is None else _against(amount, after, scene)


def _of_goods(amount: Amount, after: Amount | None, scene: Scene) -> Change | None:
    """Return the change of an English quantity that is called the newer or the older of two, or the highest of many."""
    if amount.kind not in OF_GOODS:
        return None
    low, (start, end), last = scene.low, amount.place, scene.sentence.end
    if found := _FALLEN.match(low, end):
        return Change(amount, _way(found["up"]), end, min(found.end(), last), amount)
    if (found := _RATHER.match(low, end)) and (direction := _against_printed(amount, found["was"], low)):
        return Change(amount, direction, end, min(found.end(), last), amount)
    if change := _extreme(amount, scene):
        return change
    if after is not None and (amount.part, after.part) == ("from", "to") and amount.unit == after.unit:
        way = _way(after.signed > amount.signed)
        if (told := scene.says_before(_DOWN_FROM, start, 24)) and _way(told["up"]) != way:
            return None  # the earlier of two ranges: `98 to 106 tonnes, down from 115 to 125 tonnes`
        return Change(after, way, start, after.place[0], amount)
    return None


def _of_price(amount: Amount, after: Amount | None, scene: Scene) -> Change | None:
    """Return the change of an English price that is the highest of many, or that a span of time parts from another."""
    if amount.kind != "price":
        return None
    return _extreme(amount, scene) or (
        None if after is None else _since_mark(amount, after, scene) or _by_span(amount, after, scene)
    )


_MARK_OF = re.compile(
    r"(?:,? (?:which|that|having))?(?: (?:once|briefly|had|has|hit|reached|touched|set|struck|saw|fell to|sank to|rose to|climbed to|surged to|soared to|from|an?|its|the|all-time|historic|record|[a-z]+-year))*"
    r" (?:peak(?:ed|s|ing)?|highs?|record|lows?|trough(?:ed)?|bottom(?:ed)?)(?: (?:of|at|near|around|above|over|just|about|nearly|almost|some|close to|out))+ \Z"
)
"""What makes a price an old mark: `which hit a peak of $85,000`."""
_NOW_AT = re.compile(r"[^;:]{0,80}\b(?:now|currently|today)\b[^;:\d]{0,40}")
"""What stands between it and the price of today: ` in 2022, now trades at about `."""


def _since_mark(mark: Amount, today: Amount, scene: Scene) -> Change | None:
    """Return the change from an old mark of a price to what it is now."""
    if not _same_unit(today, mark) or today.signed == mark.signed:
        return None
    low, (start, end) = scene.low, mark.place
    if _NOW_AT.fullmatch(low, end, today.place[0]) is None:
        return None
    told = scene.says_before(_MARK_OF, start, 80)
    return told and Change(today, _way(today.signed > mark.signed), told.start(), today.place[0], mark)


def _extreme(amount: Amount, scene: Scene) -> Change | None:
    """Return the change that makes a number the highest or lowest of many."""
    place = amount.place[1]
    found = _EXTREME.match(scene.low, place) if holds_any(scene.low, _EXTREMES, place, place + _NEAR_EXTREME) else None
    if found is None:
        return None
    end = min(found.end(), scene.sentence.end)
    return Change(amount, _way(found["up"] or found["top"] or found["past"]), amount.place[1], end, amount)


def _against(amount: Amount, after: Amount, scene: Scene) -> Change | None:
    """Return the change to a number from the one right behind it, against which it is held."""
    low, start, end = scene.low, amount.place[1], after.place[0]
    if not _same_unit(after, amount) or end - start > _PART:
        return None
    if amount.kind == "percent" and not low.startswith(" full", start):
        return None  # how far something moved is held against how far it moved before: only a share is a level
    gap = low[start:end]
    if amount.kind in OF_GOODS and amount.signed != after.signed and _is_beyond(gap, after, scene):
        return Change(amount, _way(amount.signed > after.signed), start, end, after)
    against = _AGAINST_ZH.match if scene.sentence.chinese else _AGAINST.search
    if not (against(gap) or is_bracketed(gap)) and not (
        scene.sentence.chinese and is_before(gap, amount.place[0], scene)
    ):
        return None
    if BOUND.search(gap) or amount.signed == after.signed:
        return None
    return Change(amount, _way(amount.signed > after.signed), start, end, after)


_ALSO = re.compile(r"(?: of)?(?P<goods> [a-z -]{2,30}?),? and (?:of )?")
"""What stands between the numbers of two goods of a row: `900 ounces of gold and 4,000 ounces of silver`."""


def _of_row(change: Change, before: Amount, amount: Amount, after: Amount, scene: Scene) -> Change:
    """Return a change whose earlier number opens a row of two goods as one of the goods that the row before it opens with."""
    if change.earlier is not after or before.unit != after.unit or scene.sentence.chinese:
        return change
    also = _ALSO.fullmatch(scene.low, before.place[1], amount.place[0])
    if also is None or not scene.low.startswith((also["goods"], f" of{also['goods']}"), after.place[1]):
        return change
    return change._replace(amount=before, direction=_way(before.signed > after.signed))


def _is_beyond(gap: str, after: Amount, scene: Scene) -> bool:
    """Tell whether an English quantity is said to miss or pass one of an earlier time."""
    if scene.sentence.chinese or after.kind not in OF_GOODS or not _BEYOND.search(gap):
        return False
    return _OF_THEN.match(scene.low, after.place[1], scene.sentence.end) is not None


def _beside_it(amount: Amount, scene: Scene) -> Change | None:
    """Return the change that the words right beside a number of an English sentence tell."""
    low, start = scene.low, amount.place[1]
    if told := told_beside(amount, low, scene.sentence.start, scene.sentence.end):
        level = amount if told.level else None
        return Change(amount, told.direction, told.start, told.end, level, worded=True)
    if found := _MORE.match(low, start):
        up = found["up"] or found["grown"] or found["risen"] or found["above"] or found["over"]
        return Change(amount, _way(up), start, found.end())
    if (found := _DEARTH.match(low, start)) and _told(found, scene):
        return Change(amount, _way(found["up"]), start, found.end())
    return None


def _way(up: object) -> str:
    return "up" if up else "down"


def _by_span(amount: Amount, other: Amount, scene: Scene) -> Change | None:
    """Return the change between two prices of which a span of time, or `went from`, tells the earlier one."""
    low = scene.low
    alike = _same_unit(other, amount) or _same_unit(amount, other) or unit_class(other.unit) == "money"
    if amount.signed == other.signed or other.kind not in {"price", "money"} or not alike:
        return None
    gap = low[amount.place[1] : other.place[0]]
    start, end = amount.place[1], other.place[0]
    up = other.signed > amount.signed
    if _BY_THEN.fullmatch(gap) or (_AFTER.fullmatch(gap) and _OF_BEFORE.match(low, other.place[1])):
        return Change(amount, _way(not up), start, end, other)
    if _OPENS_BACK.match(low, scene.sentence.start) and _SINCE_THEN.fullmatch(gap):
        return Change(other, _way(up), start, end, amount)
    if other.part == "to" and scene.says_before(_WENT, amount.place[0]):
        return Change(other, _way(up), start, end, amount)
    return None


def _against_printed(amount: Amount, was: str, low: str) -> str | None:
    """Return the direction from an earlier number without a unit to a quantity, both as printed; none where they are equal."""
    printed = _PRINTED.search(low, *amount.place)
    now, then = (read_digits(text.rstrip(".,")) for text in (printed.group() if printed else "", was))
    if now is None or then is None or now.value == then.value:
        return None
    return _way(now.value > then.value)


def _growth(amount: Amount, scene: Scene) -> Change | None:
    """Return the growth that a Chinese percentage is: `供应同比增速仅为6.4%`; none that it was before."""
    start = amount.place[0]
    told = scene.says_before(_GROWS, start) if amount.kind == "percent" else None
    if told is None or scene.says_before(_GREW, told.start()):
        return None
    return Change(amount, _way(amount.sign >= 0), told.start(), start)


def _part_left(amount: Amount, scene: Scene) -> Change | None:
    """Return the fall that a Chinese percentage of an earlier quantity tells: `仅为去年同期四成`."""
    start = amount.place[0]
    told = scene.says_before(_PART_OF_THEN, start, 16)
    if told is None or amount.kind != "percent" or not 0 < amount.signed < _WHOLE:
        return None
    return Change(amount, "down", told.start(), start, amount)


def _same_unit(one: Amount, two: Amount) -> bool:
    """Tell whether two numbers are of one unit; the second price leaves out what it is for: `$940/oz against $936`."""
    return one.unit == two.unit or ("/" not in one.unit and one.unit == two.unit.partition("/")[0])


def _told(found: re.Match[str], scene: Scene) -> bool:
    """Tell whether goods follow right after `more` or `less`, or nothing that it could be more of."""
    return not found.group().endswith(" ") or any(hit.start == found.end() for hit in scene.found.commodities)


_AT_LEVEL = re.compile(
    r"\b(?:at|to|from|with|than|against|versus|vs\.?|of|was|were|around|about|near) \Z|[至到为在从由报]\Z"
)
"""What stands before a level: `compared with minus $38`."""


def _stands_apart(low: str, amount: Amount) -> bool:
    """Tell whether a sign is a change's and not a hyphen, a temperature or a rating, nor that of a level below zero."""
    priced = amount.sign < 0 and amount.kind in {"price", "money"}
    if priced and _AT_LEVEL.search(low, max(0, amount.place[0] - 20), amount.place[0]):
        return False
    return amount.place[0] == 0 or low[amount.place[0] - 1] in " (,:;（，：、年月日比存量"
