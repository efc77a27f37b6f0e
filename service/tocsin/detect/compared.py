"""Comparisons: facts that no word of movement tells, but a sign, a `more than`, or two numbers beside each other.

`Stocks 3,175 tonnes (+70)`, `exports of 6,150 t, 12% more than in October`, `offered at $48/kg, from $33 in June`, `库存4,211吨，较上周
少200吨`. What moved is the nearest thing before the number that can move; where that is a bare commodity its price is meant,
and then the sentence must give a price or a percentage.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tocsin.detect.amount import unit_class
from tocsin.detect.amounts import Amount
from tocsin.detect.assessed import assessing
from tocsin.detect.beside import HINT, is_bracketed, knocked, than_ever, told_beside
from tocsin.detect.chinese import QUOTES
from tocsin.detect.contracts import opens_with_futures
from tocsin.detect.done import DONE
from tocsin.detect.earlier import is_before
from tocsin.detect.gapped import find_gapped, find_likewise
from tocsin.detect.hits import Hit
from tocsin.detect.numbers import read_digits
from tocsin.detect.reach import reaches
from tocsin.detect.scene import Candidate, Scene
from tocsin.detect.text import holds_any
from tocsin.rules.loader import LoadedPack, RulePack

_EARLIER = (
    r"(?:(?:earlier|previous|prior|original|initial|first) (?:estimates?|forecasts?|guidance|plans?|targets?|projections?)"
    r"|what (?:they|it|sellers|buyers|dealers) (?:got|paid|asked|fetched|cost|charged|had been)|the (?:close|end|start|beginning|eve) of (?:20\d\d|last|the (?:year|quarter|month|week))|what (?:was|had been|it had|they had|has been) (?:earlier |first |originally |previously )?(?:planned|estimated|forecast|promised|guided|foreseen)"
    r"|(?:[a-z]+day|yesterday|the previous (?:day|session|week)|the day before|last (?:week|month|year))'s (?:close|closing|settlement|price|level|fix|fixing|figure|average|finish|assessment|quote|mark|deal|value|index|print|sale|tender|auction)"
    r"|(?:the (?:range|level|price|midpoint|average|assessment|figure|total|whole|full)|that|those|its level|their level)(?: [a-z]+)? "
    r"(?:a|one|two|last|the previous|the prior|earlier|of a|of last|(?:of|for|in|at) the (?:same |corresponding )?(?:day|week|fortnight|month|quarter|year|session|previous|preceding|prior|last|period)"
    r"|(?:of|for|on) (?:mon|tues|wednes|thurs|fri)day|of 20\d\d|in|at the (?:previous|preceding|prior|last)|(?:mon|tues|wednes|thurs|fri)day) "
    r"|(?:its|their) (?:previous|prior|earlier|last)|(?:a|the) (?:year|month|week|quarter|same|year-earlier|year-ago|previous|prior|corresponding)|last (?:year|month|week|quarter|season)|a year|mid-|(?:first|second|third|fourth) (?:quarter|half) of 20\d\d|the (?:first|second|third|fourth) (?:quarter|half) of (?:20\d\d|last year)|(?:that|those) of (?:20\d\d|a|the|last|mon|tues|wednes|thurs|fri)|the average (?:of|for) (?:the )?(?:years|last|past|previous|five|three|ten|20\d\d)|the (?:five|three|ten)-year average|the (?:long-term|seasonal|multi-year) (?:average|norm|mean)"
    r"|the [\d.,]+ (?:[a-z]+ ){1,3}(?:of|in|from|reported|recorded) (?:the |last |its )?(?:first|second|third|fourth|previous|prior|same|year|month|quarter|week|half)\b)"
)
"""What a number is held against that was so before: `above the level of last week`, `below earlier guidance`."""
_MONTHS = r"(?:january|february|march|april|may|june|july|august|september|october|november|december)\b"
_LATELY = r"(?:the |a |last |its )?(?:day|week|month|quarter|year|previous|prior|same)"
_MORE = re.compile(
    r" (?P<up>more|higher|greater|larger|dearer|costlier|heavier|fuller|richer|bigger|stronger)(?: [\w'-]+){0,8} than (?!(?:half|expected|forecast|thought|planned|estimated|needed|the market|analysts|previously|initially|originally|enough)\b)"
    r"| (?P<down>less|lower|fewer|smaller|cheaper|lighter|emptier|poorer|thinner|leaner|weaker)(?: [\w'-]+){0,8} than (?!(?:half|expected|forecast|thought|planned|estimated|needed|the market|analysts|previously|initially|originally)\b)"
    r"| (?:(?P<grown>more|higher)|less|lower) (?:y/y|yoy|y-o-y|q/q|qoq|q-o-q|m/m|mom|m-o-m|(?:(?:year|quarter|month)[ -])?on[ -](?:the )?(?:year|quarter|month))\b"
    r"| short of (?=(?:the (?:level|price|figure|total|average|value|volume|quantity|amount|mark|result)|that|those) (?:for|of|at|in|recorded|reported|seen|a|last)\b"
    r"|(?:last|the previous|the prior|the preceding|the same|the corresponding|a year|mon|tues|wednes|thurs|fri))"
    rf"| (?:(?P<above>above|over)|below|under) (?={_EARLIER}|{_MONTHS})"
    rf"| (?:(?P<over>up)|down) on (?={_LATELY})"
)
"""What makes a number before it a change: `12% more than in October`. What others expected is no earlier state."""
_DEARTH = re.compile(
    r" (?:(?P<up>more)|(?P<down>less|fewer))(?:(?=[.,;]|$| (?:in|from|next|this|a|during|by|over|through|until|after|than) )| (?:of (?:the )?)?(?=[a-z]))"
)
"""What makes a number before it a change where its goods follow or the clause ends: `burned 4% more coal`, `pump 300,000 t less`."""
_AGAINST = re.compile(
    r"(?:\b(?:more than |almost |nearly |about |over |roughly )?(?:double|triple|twice|half|three times|four times)|\bfrom|\binstead of|\b(?:previously|earlier|formerly|originally|initially|hitherto|until now|once|before) (?:foresaw|foreseen|forecast|expected|guided(?: to)?|targeted|planned|projected|estimated|assumed|budgeted|promised|indicated)|\bin place of|\bagainst|\bversus|\bvs\.?|\bcompared (?:with|to)|\b(?:whereas|where|while|when) (?:(?:the|its) )?(?:earlier |previous |prior |original |initial )?(?:guidance|forecast|plan|target|estimate|budget|figure) (?:had been|was|had stood at|stood at|called for|had called for)|\bcompares (?:with|to)|\bafter (?:an? )?(?:settl(?:e|ing|ement)|clos(?:e|ing)|finish(?:ing)?)(?: at| of))(?: (?:the|an?|about|around|some|just|only|nearly|roughly|as (?:little|low|high|much) as|[\w-]+'s|an? (?:revised|unrevised|upwardly|downwardly)|(?:its|an?|the) (?:earlier|previous|prior|original|initial) (?:forecast|guidance|estimate|target|plan|range)(?: range)? of))* $"
)
"""What makes a number after it the earlier one."""
_SPAN_BACK = r"(?:an?|one|two|three|four|five|six|twelve|some) (?:day|week|fortnight|month|quarter|year)s? (?:ago|earlier|before|back|previously)"
_BY_THEN = re.compile(
    r"[^.;\d]{0,48},? (?:after )?having (?:been|stood|fetched|cost|changed hands|traded|closed|settled) (?:at |for )?(?:about |around )?"
    r"|[^.;\d]{0,48}, (?:where|when|while|whereas) (?:it|they|sellers|buyers|dealers) (?:had|have|were|was) (?:[a-z]+ ){0,3}(?:at |to |of |for )?(?:about |around |some )?"
    rf"|[^.;\d]{{0,48}}[;,] (?:while |whereas |and |where )?{_SPAN_BACK},? (?:[a-z]+ ){{1,5}}(?:at |to |of |for )?(?:about |around |some )?"
)
"""What makes a number after it the earlier one, in a clause of its own: `is offered at $50; a week ago sellers had asked `."""
_AFTER = re.compile(r"[^.;\d]{0,60}?,? after (?:about |around |some |only |just )?")
_OF_BEFORE = re.compile(
    r"(?: (?:per|a|an) [a-z]+)? (?:in the (?:last|previous|first|second|third|fourth)|last|an? (?:week|month|year|fortnight|quarter)|the (?:week|month|year|quarter|day) before|"
    r"on (?:mon|tues|wednes|thurs|fri)day|in [a-z]+|earlier|yesterday|the previous)\b"
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
    r"[^.;:\d]{0,60}?,? (?:(?P<up>up|increased|raised)|(?P<down>down|reduced|cut|lowered)) from(?: an? | the | its )?(?:(?<= )(?:earlier|previous|prior|original|initial) (?:forecast|guidance|estimate|target|plan|range)(?: range)? of )?"
)
"""What makes a quantity the newer of two: `9 million tonnes for the season, down from 10 million`."""
_RATHER = re.compile(
    r"[^.;:\d]{0,50}(?: in (?:19|20)\d\d)?,? (?:instead of|rather than|and not|(?:where|when|while|whereas) (?:it|they) had (?:guided|pointed|looked|aimed|reckoned|counted|promised|forecast|foreseen|planned|budgeted|targeted)(?: to| for| on| with| at)?|having (?:guided to|promised|forecast|aimed for|targeted)) (?:the |its |an? )?(?:(?:earlier|previous|original|originally|initially|first|planned|expected|about|around|some) )*"
    r"(?P<was>\d[\d.,]*)(?! ?%)"
)
"""What makes a quantity the newer of two, where the older leaves out its unit: `will mine 40,000 tonnes instead of 52,000`."""
_PRINTED = re.compile(r"\d[\d.,]*")
_TRAILING = re.compile(
    r"(?:, (?:(?P<up>up)|down)|(?:,|\(|, (?:which is|that is|or|representing|marking|equal to|amounting to|in what was|for)) an? (?:[a-z-]+ ){0,2}?"
    r"(?:(?P<rise>increase|rise|gain|improvement|jump|growth|climb|advance|surge|uplift)|decrease|decline|drop|fall|reduction|dip|slide|slump|contraction|plunge|shortfall) of)"
    r" (?:by |about |around |some |nearly |almost |roughly |close to |just over |more than )?\Z"
)
"""What makes a percentage the change of the quantity before it: `made 4,000 tonnes of zinc in March, up 6%`, `, an increase of 6%`."""
_EXTREME = re.compile(
    r"[^.;:\d]{0,48}?,? (?:and |also )?(?:"
    r"(?:the|its|their) (?:(?P<down>lowest|least|smallest|fewest|cheapest)|(?P<up>highest|most|largest|biggest|greatest|dearest))"
    r"(?: [a-z]+){0,3} (?:since|in|for|on record|ever)\b"
    r"|(?:an?|its) (?:new |fresh |all-time )*(?:(?P<bottom>record low|historic low)|(?P<top>record(?: high)?|all-time high|historic high)\b(?! of)))"
)
"""What makes a quantity a change: `held 96,000 tonnes, the least since 2023`."""
_LEDGER = re.compile(
    r"\b(?:prices?|costs?|profits?|earnings|revenues?|sales|demand|consumption|imports?|exports?|stocks|inventor)"
)
_HINT = re.compile(
    r"[+−-][$€£¥]?\d|\d[^;]{0,90}, (?:up|down) |\d[^;]{0,90}\b(?:than|short of|whereas|where|instead|less|fewer|more|from|against|versus|vs|compare[sd]|above|below|under|lowest|least|smallest|cheapest|highest|most|largest|biggest|dearest|record|all-time|historic)\b"
    r"|\d[^;]{0,60}, (?:after|while|when) |\b(?:half|third|quarter|fifth|tenth|twice) (?:more|less|fewer|dearer|cheaper|above|below)\b|\b(?:ago|earlier)\b,? [a-z]|\b(?:went|gone|goes|came|come|comes|moved|passed) from [$€£¥]?\d"
    + HINT
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
_GREW = re.compile(r"(?:同期|去年|上年|此前|前期|前值|过去[^,;。]{0,6}|前\d+年)(?:的|平均|年均)*[^,;。]{0,6}\Z")
"""What makes such a rate one of an earlier time."""
_HINT_ZH = re.compile(
    r"增(?:速|长率|幅|长速度)[^,;。]{0,14}\d|\d[^;。]{0,40}(?:同期|前值|上期|上周|上月|前一|[低高多少]于|周[一二三四五].{0,5}价|昨[日天收]|交易日|前[日收]|[一两三二]个?[天日周月年]前|上一?轮|上次|此时|[上二一三四]季|[去上]年|[年月]初|节前|\d月)"
)
_QUOTED = re.compile(r"[^,;。\d]{0,16}(?:(?:\d{1,4}[#%a-z]|\d{1,2}月|指数)[^,;。\d]{0,10})?")
"""What stands between goods and their first price: 三个月锡周四收于每吨…"""
_GRADED = re.compile(r",?(?: [\w#%.,-]+){1,6}:")
"""What stands between goods and the colon of their entry in a list of prices: `silicon 441# in Yunnan:`."""
_PART = 90
"""Characters that two numbers may be apart."""
_OF_GOODS = re.compile(r" (?:(?:[a-z]+ ){0,3}[\d.,]+ (?:[a-z]+ ){1,3})?(?:of|for|in)(?: the)? (?:[a-z-]+ )?")
"""What stands between a thing that moves and its goods: `stocks of copper`, `imported 3,000 tonnes of refined copper`."""
_TRADES = 3
"""Characters between a Chinese verb of trade and its goods: 进口大豆, 生产的锌."""
_BACK = 140
"""Characters that what moved may stand before its number."""
ENTRY = 60
"""Characters of an entry in a list of prices between its goods and its change: `Coking coal: FOB Gladstone, hard $190/t (+$4)`."""
_BOUND = re.compile(
    r"[;!?]|(?<! vs)(?<! no)(?<! co)(?<!u\.s)(?<!jan)(?<!feb)(?<!mar)(?<!apr)(?<!jun)(?<!jul)(?<!aug)(?<!sep)(?<!ept)(?<!oct)(?<!nov)(?<!dec)(?<!inc)(?<!ltd)\. "
)
_KINDS = frozenset(["percent", "pp", "price", "money", "quantity", "rate"])


def compares(low: str, start: int, end: int) -> bool:
    """Tell, cheaply, whether a part of a text may hold a comparison of numbers."""
    told = _DIGIT.search(low, start, end) is not None or holds_any(low, _WORDED, start, end)
    if told and _HINT.search(low, start, end):
        return True
    return not low[start:end].isascii() and _HINT_ZH.search(low, start, end) is not None


def find_compared(
    rules: RulePack, packs: dict[str, LoadedPack], scene: Scene, others: Sequence[Candidate]
) -> Iterator[Candidate]:
    """Yield the candidates that numbers alone tell; a number beside a word of movement that found its subject is not read again."""
    amounts = [a for a in scene.amounts if a.kind in _KINDS]
    yield from find_gapped(scene, amounts, others)
    if not scene.sentence.chinese:
        yield from find_likewise(scene, amounts, others)
    if not scene.sentence.chinese:
        yield from _knocked(rules, scene, amounts)
        if not others and (unmatched := _unmatched(packs, scene)) is not None:
            yield unmatched
    for change in _changes(amounts, scene):
        part = change.amount.kind == "percent"
        if any(_beside(other, change.amount, scene) for other in others if not (part and _is_deal(other))):
            continue
        made = _subject(rules, packs, scene, change)
        full = scene.low.startswith(" full", change.amount.place[1])  # of its storage
        if made is not None and (made.given or scene.sentence.chinese or full):
            yield made  # what stocks are worth is not how much there is


def find_changes(scene: Scene) -> Iterator["Change"]:
    """Yield each number of a sentence that is a change or the newer of two, whatever it is of."""
    return _changes([a for a in scene.amounts if a.kind in _KINDS], scene)


def _is_deal(other: Candidate) -> bool:
    """Tell whether a candidate is a deal, to which `40% fewer` is no share: `crushers purchased 40% fewer soybeans`."""
    return other.pack.pack.signal in {"mna", "large_contract"}


def _knocked(rules: RulePack, scene: Scene, amounts: Sequence[Amount]) -> Iterator[Candidate]:
    """Yield the move of goods off whose price a number is taken, or on which it is put."""
    for amount in amounts:
        told = knocked(amount, scene.low, scene.sentence.start, scene.sentence.end)
        goods = next((c for c in scene.found.commodities if told is not None and c.start == told.end), None)
        if told is None or goods is None:
            continue
        change = Change(amount, told.direction, told.start, amount.place[1])
        for pack, index, kind in rules.bare:
            if kind is True and told.direction in pack.pack.subjects[index].moves:
                made = _candidate(pack, change, told.direction, goods, scene, needs=True)
                made.bare, made.commodities = True, [goods]
                yield made


class Change(NamedTuple):
    """A number that tells a move: its direction, the words that say so, and the earlier number beside it, if there is one."""

    amount: Amount
    direction: str
    start: int
    end: int
    earlier: Amount | None = None
    worded: bool = False
    """Whether words stand for the sign of the number: `plus 100 yuan`."""


def _changes(amounts: Sequence[Amount], scene: Scene) -> Iterator[Change]:
    """Yield each number that is a change or the newer of two, with its direction and the words that say so."""
    low = scene.low
    for at, amount in enumerate(amounts):
        if amount.sign and amount.kind in {"percent", "quantity", "price", "money"} and _stands_apart(low, amount):
            yield Change(amount, "up" if amount.sign > 0 else "down", amount.place[0], amount.place[1])
            continue
        if scene.sentence.chinese and amount.kind == "percent" and (grows := _growth(amount, scene)):
            yield grows
            continue
        if (told := _beside_it(amount, scene)) is not None:
            yield told
            continue
        if (
            at
            and amount.kind == "percent"
            and amounts[at - 1].kind in {"quantity", "rate"}
            and amount.place[0] - amounts[at - 1].place[1] <= _PART
            and (found := _TRAILING.search(low, scene.sentence.start, amount.place[0]))
        ):
            yield Change(amount, "up" if found["up"] or found["rise"] else "down", found.start(), amount.place[1])
            continue
        earlier = amounts[at + 1] if at + 1 < len(amounts) else None
        goods = amount.kind in {"quantity", "rate"} and not scene.sentence.chinese
        if goods and (found := _FALLEN.match(low, amount.place[1])):
            end = scene.sentence.end
            yield Change(amount, "up" if found["up"] else "down", amount.place[1], min(found.end(), end), amount)
            continue
        if goods and (found := _RATHER.match(low, amount.place[1])) and (up := _is_more(amount, found["was"], low)):
            end = min(found.end(), scene.sentence.end)
            yield Change(amount, up, amount.place[1], end, amount)
            continue
        priced = amount.kind == "price" and not scene.sentence.chinese
        if (goods or priced) and (found := _EXTREME.match(low, amount.place[1])):
            end = min(found.end(), scene.sentence.end)
            up = found["up"] or found["top"]
            yield Change(amount, "up" if up else "down", amount.place[1], end, amount)
            continue
        if (
            goods
            and earlier is not None
            and (amount.part, earlier.part) == ("from", "to")
            and amount.unit == earlier.unit
        ):
            direction = "up" if earlier.signed > amount.signed else "down"
            yield Change(earlier, direction, amount.place[0], earlier.place[0], amount)
            continue
        if priced and earlier is not None and (moved := _by_span(amount, earlier, scene)):
            yield moved
            continue
        if (
            earlier is None
            or not _same_unit(earlier, amount)
            or earlier.place[0] - amount.place[1] > _PART
            or (amount.kind == "percent" and not low.startswith(" full", amount.place[1]))
        ):
            continue
        gap = low[amount.place[1] : earlier.place[0]]
        against = _AGAINST_ZH.match if scene.sentence.chinese else _AGAINST.search
        earlier_told = (
            against(gap) or is_bracketed(gap) or (scene.sentence.chinese and is_before(gap, amount.place[0], scene))
        )
        if earlier_told and not _BOUND.search(gap) and amount.signed != earlier.signed:
            yield Change(
                amount, "up" if amount.signed > earlier.signed else "down", amount.place[1], earlier.place[0], earlier
            )


def _beside_it(amount: Amount, scene: Scene) -> Change | None:
    """Return the change that the words right beside a number of an English sentence tell."""
    if scene.sentence.chinese:
        return None
    low, start = scene.low, amount.place[1]
    if told := told_beside(amount, low, scene.sentence.start, scene.sentence.end):
        level = amount if told.level else None
        return Change(amount, told.direction, told.start, told.end, level, worded=True)
    if found := _MORE.match(low, start):
        up = found["up"] or found["grown"] or found["above"] or found["over"]
        return Change(amount, "up" if up else "down", start, found.end())
    if (found := _DEARTH.match(low, start)) and _told(found, scene):
        return Change(amount, "up" if found["up"] else "down", start, found.end())
    return None


def _by_span(amount: Amount, other: Amount, scene: Scene) -> Change | None:
    """Return the change between two prices of which a span of time, or `went from`, tells the earlier one."""
    low = scene.low
    alike = _same_unit(other, amount) or _same_unit(amount, other) or unit_class(other.unit) == "money"
    if amount.signed == other.signed or other.kind not in {"price", "money"} or not alike:
        return None
    gap = low[amount.place[1] : other.place[0]]
    start, end = amount.place[1], other.place[0]
    up = "up" if other.signed > amount.signed else "down"
    if _BY_THEN.fullmatch(gap) or (_AFTER.fullmatch(gap) and _OF_BEFORE.match(low, other.place[1])):
        return Change(amount, "down" if up == "up" else "up", start, end, other)
    if _OPENS_BACK.match(low, scene.sentence.start) and _SINCE_THEN.fullmatch(gap):
        return Change(other, up, start, end, amount)
    if other.part == "to" and _WENT.search(low, scene.sentence.start, amount.place[0]):
        return Change(other, up, start, end, amount)
    return None


def _is_more(amount: Amount, was: str, low: str) -> str | None:
    """Return the direction from an earlier number without a unit to a quantity, both as printed; none where they are equal."""
    printed = _PRINTED.search(low, *amount.place)
    now, then = (read_digits(text.rstrip(".,")) for text in (printed.group() if printed else "", was))
    if now is None or then is None or now.value == then.value:
        return None
    return "up" if now.value > then.value else "down"


def _growth(amount: Amount, scene: Scene) -> Change | None:
    """Return the growth that a Chinese percentage is: `供应同比增速仅为6.4%`; none that it was before."""
    low, start = scene.low, amount.place[0]
    told = _GROWS.search(low, scene.sentence.start, start)
    if told is None or _GREW.search(low, scene.sentence.start, told.start()):
        return None
    return Change(amount, "down" if amount.sign < 0 else "up", told.start(), start)


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
    return amount.place[0] == 0 or low[amount.place[0] - 1] in " (,:;（，：、年月日比"


def _beside(other: Candidate, amount: Amount, scene: Scene) -> bool:
    """Tell whether a candidate of a word of movement stands so near that the number is its own."""
    if other.start <= amount.place[0] < other.end:
        return True
    if other.end <= amount.place[0]:
        between = scene.low[other.end : amount.place[0]]
        return len(between) < 48 and "," not in between.rstrip(", ") and ";" not in between
    return 0 <= other.start - amount.place[1] <= 3


def _subject(rules: RulePack, packs: dict[str, LoadedPack], scene: Scene, change: Change) -> Candidate | None:
    """Return the candidate for what stands nearest before the number and can move, in its part of the sentence."""
    low, found, amount = scene.low, scene.found, change.amount
    floor = max(scene.sentence.start, amount.place[0] - _BACK)
    for bound in _BOUND.finditer(low, floor, amount.place[0]):
        floor = bound.end()
    first = min(change.start, amount.place[0])
    if change.earlier is not None:
        first = min(first, change.earlier.place[0])
    subject = next((s for s in reversed(found.subjects) if floor <= s.start and s.end <= first), None)
    commodity = next((c for c in reversed(found.commodities) if floor <= c.start and c.end <= first), None)
    if subject is not None and any(
        subject.end <= bar.start < amount.place[0] or (floor <= bar.start < bar.end <= subject.start)
        for bar in scene.barriers
    ):
        return None
    if subject is not None and (
        commodity is None
        or subject.start > commodity.start
        or (subject.start == commodity.start and subject.end == commodity.end)
        or _names(subject, commodity, low)
        or (packs[subject.id].pack.subjects[subject.data].trade and commodity.start - subject.end <= _TRADES)
    ):
        pack = packs[subject.id]
        rule = pack.pack.subjects[subject.data]
        direction = next((name for name, sets in rule.moves.items() if change.direction in sets), None)
        two = scene.sentence.chinese and change.earlier is not None and amount.kind in {"quantity", "rate"}
        if direction is None or (
            rule.adjacent
            and not two
            and low.startswith(",", change.start)
            and (scene.sentence.chinese or not opens_with_futures(low, scene.sentence.start, scene.sentence.end))
        ):
            return _made(packs, scene, change, floor)  # an ambiguous noun does not move beyond a comma
        return _candidate(pack, change, direction, subject, scene, needs=rule.commodity)
    if (made := _made(packs, scene, change, floor)) is not None:
        return made
    if commodity is None and not found.commodities and change.earlier is not None:
        commodity = assessing(scene, change.amount.place[0])
    if commodity is None or not (commodity.kind == "subject" or _priced(change, first, commodity, scene)):
        return None
    for pack, index, kind in rules.bare:
        if kind is True and change.direction in pack.pack.subjects[index].moves:
            made = _candidate(pack, change, change.direction, commodity, scene, needs=True)
            if commodity.kind == "commodity":
                made.bare, made.commodities = True, [commodity]
            return made
    return None


def _unmatched(packs: dict[str, LoadedPack], scene: Scene) -> Candidate | None:
    """Return the candidate for goods of which more or less was made, used or kept than at any time before."""
    told = than_ever(scene.low, scene.sentence.start, scene.sentence.end)
    goods = told and [hit for hit in scene.found.commodities if told.start <= hit.start < told.end]
    if not told or not goods or _LEDGER.search(scene.low, told.start, told.end):
        return None
    for name, words in DONE:
        done = words.search(scene.low, scene.sentence.start, told.end) if name in packs else None
        if done is not None:
            word = Hit(*done.span(), "subject", name, 0)
            return Candidate(
                packs[name],
                "move.compared",
                told.direction,
                told.start,
                told.end,
                subject=word,
                cost=2.0,
                parts=(goods[0],),
            )
    return None


def _made(packs: dict[str, LoadedPack], scene: Scene, change: Change, floor: int) -> Candidate | None:
    """Return the candidate for goods that are made, used or kept, or are to be, in another quantity than before."""
    if scene.sentence.chinese or change.amount.kind not in {"percent", "quantity", "rate"}:
        return None
    low, left, right = scene.low, floor, max(change.end, change.amount.place[1])
    goods = [hit for hit in scene.found.commodities if left <= hit.start <= right + 24]
    told = [(found, name) for name, words in DONE if name in packs and (found := words.search(low, left, right))]
    unsaid = not goods and not scene.found.commodities and scene.sentence.order > 0
    if not told or not (goods or unsaid):
        return None
    done, name = min(told, key=lambda each: each[0].start())
    if _LEDGER.search(low, done.start() if name == "production-change" else done.end(), right):
        return None
    pack = packs[name]
    word = Hit(*done.span(), "subject", name, 0)
    candidate = _candidate(pack, change, change.direction, word, scene, needs=True)
    candidate.unsaid = not goods
    if goods:
        candidate.parts = (next((hit for hit in goods if hit.start >= done.start()), goods[-1]),)
    return candidate


_IS = re.compile(r" (?:was|is|were|are|ended|closed|finished|stood) (?:at )?")
"""What stands between goods and their change with its sign: `tin was +0.6%`."""
_WORTH = (" worth ", " valued at ", " worth about ", " worth some ", " worth over ", " worth more than ")
"""What makes of money beside goods the value of a heap of them."""
_CLOSED = re.compile(
    r"\b(?:closed|settled|ended|finished|traded|trading|stood|quoted|fixed) (?:[a-z]+ ){0,3}at (?:about )?\Z"
)
"""What makes of money beside goods their price, which leaves out what it is for: `zinc closed at $2,710, 1.2% above`."""


def _names(subject: Hit, commodity: Hit, low: str) -> bool:
    """Tell whether the commodity only says what the subject is of: `stocks of copper`, `exports of tin ingot`."""
    return subject.end <= commodity.start and _OF_GOODS.fullmatch(low, subject.end, commodity.start) is not None


def _priced(change: Change, first: int, commodity: Hit, scene: Scene) -> bool:
    """Tell whether the numbers beside a bare commodity are those of a price."""
    amount, signed = change.amount, bool(change.amount.sign) or change.worded
    if scene.sentence.chinese:
        numbers = [a for a in scene.amounts if commodity.end <= a.place[0] < amount.place[0]]
        if not numbers:  # the first number is a quote: 铅报每吨2604美元,周三收盘价2588美元
            if amount.kind == "money" and not scene.low.endswith(QUOTES, commodity.end, amount.place[0]):
                return False
            priced = amount.kind in {"price", "money"} and scene.low[amount.place[1] - 2] not in "万亿"
            return priced and _QUOTED.fullmatch(scene.low, commodity.end, amount.place[0]) is not None
        return all(a.kind == "price" for a in numbers)
    between = scene.low[commodity.end : first]
    if signed and (grade := _GRADED.match(between)):
        between = between[grade.end() - 1 :]
    if not reaches(between) and not (between.startswith(":") and len(between) < ENTRY and signed):
        return False
    if amount.kind == "money" and between.endswith(_WORTH):
        return False  # what a heap is worth is no price
    if amount.kind in {"price", "money"}:
        return True
    if signed and _IS.fullmatch(between):
        return True
    if signed and not scene.low[commodity.end : amount.place[0]].strip():
        return len(scene.amounts) > 1  # one of a row: `platinum rose 1% to $980, rhodium +2%`
    prices = any(
        (a.kind == "price" or (a.kind == "money" and _CLOSED.search(scene.low, commodity.end, a.place[0])))
        and commodity.end <= a.place[0] <= amount.place[1] + 60
        for a in scene.amounts
    )
    goods = any(a.kind in {"quantity", "rate"} and commodity.end <= a.place[0] < amount.place[0] for a in scene.amounts)
    return prices and not goods


def _candidate(
    pack: LoadedPack, change: Change, direction: str, subject: Hit, scene: Scene, *, needs: bool
) -> Candidate:
    amount, kinds = change.amount, pack.pack.amounts
    unit = unit_class(amount.unit)
    wanted = "level" if change.earlier is not None else "change" if unit == "percent" else "change_by"
    meaning = next((name for name in (wanted, "level", "value", "quantity") if unit in kinds.get(name, ())), None)
    return Candidate(
        pack,
        "move.compared",
        direction,
        change.start,
        change.end,
        subject=subject,
        cost=min(6.0, scene.gap(subject.end, amount.place[0])),
        given={} if meaning is None else {meaning: amount},
        spent=(amount,) if change.earlier is None else (amount, change.earlier),
        needs_commodity=needs and pack.pack.needs.commodity != "no",
    )
