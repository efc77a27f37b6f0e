"""Two numbers: a newer one with the earlier one beside it, told or meant, which tell a move between them.

`Offered at $48/kg, from $33 in June`, `went from $310 to $345`, `库存19.5万吨,上周为18.9万吨`.
"""

import re

from tocsin.detect.calendar.months import TRADING_DAY
from tocsin.detect.quantities.amount import OF_GOODS, unit_class
from tocsin.detect.quantities.amounts import Amount
from tocsin.detect.quantities.numbers import read_digits
from tocsin.detect.scenes.scene import Scene
from tocsin.detect.triggers.beside import is_bracketed
from tocsin.detect.triggers.change import BOUND, REACH, Change, way_of
from tocsin.detect.triggers.changes_in_words import extreme
from tocsin.detect.triggers.earlier_chinese import is_before

_AGAINST = re.compile(
    r"(?:\b(?:more than |less than |almost |nearly |about |over |roughly |barely )?(?:double|triple|twice|half of|half|three times|four times)|\bfrom|\binstead of|\b(?:previously|earlier|formerly|originally|initially|hitherto|until now|once|before) (?:foresaw|foreseen|forecast|expected|guided(?: to)?|targeted|planned|projected|estimated|assumed|budgeted|promised|indicated)|\bhaving (?:earlier |previously |first |once |originally )?(?:guided(?: for| to)?|forecast|expected|seen|targeted|planned(?: for)?|projected|estimated|budgeted(?: for)?)|\bin place of|\bagainst|\bversus|\bvs\.?|\bcompared (?:with|to)|\b(?:whereas|where|while|when) (?:(?:the|its) )?(?:earlier |previous |prior |original |initial )?(?:guidance|forecast|plan|target|estimate|budget|figure) (?:had been|was|had stood at|stood at|called for|had called for)|\bcompares (?:with|to)|\b(?:below|above|under|short of)(?= (?:the |its |their |an? )?(?:earlier|previous|prior|original|initial) (?:[a-z]+ ){1,2}of )|\bafter (?:an? )?(?:settl(?:e|ing|ement)|clos(?:e|ing)|finish(?:ing)?)(?: at| of))(?: (?:the|an?|about|around|some|just|only|nearly|roughly|last|as (?:little|low|high|much) as|(?:(?:present|current|last|previous|prior) )?[\w-]+'s|an? (?:revised|unrevised|upwardly|downwardly|record|provisional|year-earlier|year-ago)|(?:(?:its|an?|the) )?(?:earlier|previous|prior|original|initial|former) (?:[a-z]+ )?(?:forecast|guidance|estimate|target|plan|range|projection|view|outlook|expectation|assumption|budget)s?(?: range)? (?:of|for)))* $"
)
"""What makes a number after it the earlier one."""

_AGAINST_ZH = re.compile(
    r"(?:左右|上下)?[,(]?(?:而|远|略|明显|大幅)*(?:低于|高于)?(?:去年同期|去年此时|去年这时|上年同期|上月同期|前值|上期|上轮|上一轮|上次|上周|上月|前一周|上一周|前一月|前一日|前一交易日|前周)(?:为|的|是|为约)?\Z"
    r"|[,(]?(?:而|远|略|明显|大幅)*(?:低于|高于|多于|少于)(?:今年|去年|上年|前年|\d{1,2}月份?|第?[一二三四]季度|前一?个?月|(?:19|20)\d\d年|(?:上|前)(?:一|个)?(?:市场|作物|榨)?(?:年|季)|(?:19|20)\d\d[-/](?:20)?\d\d(?:市场|作物|榨)?[年季])(?:度|全年|同期|\d{1,2}月)?的?\Z"
    r"|(?:,[^,;。]{0,24})?[,(](?:该合约|该金属|而)?(?:略|稍|微|小幅|大幅|远)?(?:低于|高于)?(?:(?:上?周[一二三四五六日]|昨[日天]|前[一1]?日|前一?交易日|上一?交易日)(?:的|收盘|尾盘|最后|最终)*(?:价|报价|收盘价|结算价|收报|报|(?<=收盘)的|(?<=尾盘)的)(?:则?为|是|报|在)?|(?:前收|昨收)(?:盘价)?(?:为|是)?)(?:每[吨桶磅]|每盎司|每蒲式耳)?\Z"
)
"""The same in Chinese: `库存19.5万吨,上周为18.9万吨`."""

_BEYOND = re.compile(
    r",? (?:well |far |just |slightly |somewhat |a little |a shade |a touch )?(?:(?:less|more|fewer|lower|higher) than|down on|up on|short of|shy of|below|under|above|over|ahead of|behind|beyond|beating|topping|surpassing|exceeding|eclipsing)(?: the| its| their)? \Z"
)
_OF_THEN = re.compile(
    r"(?: [a-z]+){0,3} (?:of|in|from|for|made in|produced in|recorded in|a) (?:(?:the|last|a|its) )?(?:(?:same|previous|prior|preceding|corresponding|first|second|third|fourth|last|year-earlier|year-ago) )*"
    r"(?:year|quarter|half|month|week|season|period|fortnight)\b"
    r"|(?: at (?:the same|this) (?:time|point|stage))?,? last (?:year|month|week|season)\b|(?: at (?:the same|this) (?:time|point|stage)) (?:of|in|a)\b"
)
"""What makes a number behind `short of the` the earlier one: `made 118 tonnes, short of the 140 tonnes of a year before`."""

_BOUNDED = re.compile(r"(?:above|below|under|over|more than|less than|fewer than) ")
"""The same words where they are read as part of the number: `4 million tonnes, above 3 million a year earlier`."""
_PARTED = re.compile(r"(?: (?:in|for|at|by) [a-z -]{3,20})?, ")
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
    r"(?:[^.;:\d]|(?<= )(?:19|20)\d\d(?:[/-]\d\d)?(?=[ ,(])|(?:jan|febr)uary [0-3]?\d(?=[ ,])|(?:march|april|may|june|july|august|(?:septem|octo|novem|decem)ber|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\.? [0-3]?\d(?=[ ,])|(?<= )[0-3]?\d (?=(?:jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec)[a-z]*\b)|(?<= )100%(?= (?:basis|owned|ownership))){0,60}?,? (?:(?P<up>up|increased|raised)|(?P<down>down|reduced|cut|lowered)) from(?: an? | the | its )?(?:(?<= )(?:earlier|previous|prior|original|initial) (?:forecast|guidance|estimate|target|plan|range)(?: range)? of )?"
)
"""What makes a quantity the newer of two: `9 million tonnes for the season, down from 10 million`."""

_DOWN_FROM = re.compile(r"\b(?:(?P<up>up|increased|raised)|down|reduced|cut|lowered) from(?: [a-z]+){0,2} \Z")

_RATHER = re.compile(
    r"[^.;:\d]{0,50}(?: in (?:19|20)\d\d)?,? (?:instead of|rather than|and not|(?:where|when|while|whereas) (?:it|they) had (?:guided|pointed|looked|aimed|reckoned|counted|promised|forecast|foreseen|planned|budgeted|targeted)(?: to| for| on| with| at)?|having (?:guided to|promised|forecast|aimed for|targeted)) (?:the |its |an? )?(?:(?:earlier|previous|original|originally|initially|first|planned|expected|about|around|some) )*"
    r"(?P<was>\d[\d.,]*)(?! ?%)"
)
"""What makes a quantity the newer of two, where the older leaves out its unit: `will mine 40,000 tonnes instead of 52,000`."""

_PRINTED = re.compile(r"\d[\d.,]*")


def of_two(amount: Amount, after: Amount | None, scene: Scene) -> Change | None:
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
        return Change(amount, way_of(found["up"]), end, min(found.end(), last), amount)
    if (found := _RATHER.match(low, end)) and (direction := _against_printed(amount, found["was"], low)):
        return Change(amount, direction, end, min(found.end(), last), amount)
    if change := extreme(amount, scene):
        return change
    if after is None and (direction := _against_next(amount, scene)):
        return Change(amount, direction, end, last, amount)
    if (
        after is not None
        and (amount.part, after.part) == ("from", "to")
        and amount.unit == after.unit
        and not _is_next_thing(amount, after, scene)
    ):
        way = way_of(after.signed > amount.signed)
        if (told := scene.says_before(_DOWN_FROM, start, 24)) and way_of(told["up"]) != way:
            return None  # the earlier of two ranges: `98 to 106 tonnes, down from 115 to 125 tonnes`
        return Change(after, way, start, after.place[0], amount)
    return None


def _of_price(amount: Amount, after: Amount | None, scene: Scene) -> Change | None:
    """Return the change of an English price that is the highest of many, or that a span of time parts from another."""
    if amount.kind != "price":
        return None
    return extreme(amount, scene) or (
        None if after is None else _since_mark(amount, after, scene) or _by_span(amount, after, scene)
    )


_NEXT_COMPARES = re.compile(
    r"\s*(?:this|that|it|which) compare[sd] (?:with|to) (?:(?:an?|the|about|around|some|just|only|actual|last [a-z]+['’]s|a revised) )*(?:(?:[a-z0-9/-]+ ){0,3}(?:output|production|imports|exports|stocks|sales|consumption|shipments|figure|total) of )?(?P<was>\d[\d.,]*)(?P<scale> (?:million|billion))?(?! ?%)"
)
"""What opens the next sentence with the earlier number: `This compares with 570,000 tonnes a year ago`."""


_PER_ONE = re.compile(r"[^.;,]{0,60}\b(?:per|a|each) (?:box|acre|tree|head|cow|hen|hectare|ha|tonne of)\b")


def _against_next(amount: Amount, scene: Scene) -> str | None:
    """Return the direction from an earlier number, told by the sentence behind, to the last quantity of an English one."""
    found = _NEXT_COMPARES.match(scene.low, scene.sentence.end)
    if found is None or amount.part == "from" or _PER_ONE.match(scene.low, amount.place[1]):
        return None
    printed = scene.low[slice(*amount.place)]
    if (found["scale"] or "").strip() not in printed or (found["scale"] is None and "illion" in printed):
        return None
    return _against_printed(amount, found["was"], scene.low)


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
    return told and Change(today, way_of(today.signed > mark.signed), told.start(), today.place[0], mark)


def _against(amount: Amount, after: Amount, scene: Scene) -> Change | None:
    """Return the change to a number from the one right behind it, against which it is held."""
    low, start, end = scene.low, amount.place[1], after.place[0]
    if not _same_unit(after, amount) or end - start > REACH or _is_earlier(amount, scene):
        return None
    if amount.kind == "percent" and not fills_stores(amount, scene):
        return None  # how far something moved is held against how far it moved before: only a share is a level
    gap = low[start:end]
    if amount.kind in OF_GOODS and amount.signed != after.signed and _is_beyond(gap, after, scene):
        return Change(amount, way_of(amount.signed > after.signed), start, end, after)
    against = _AGAINST_ZH.match if scene.sentence.chinese else _AGAINST.search
    if not (against(gap) or is_bracketed(gap)) and not (
        scene.sentence.chinese and is_before(gap, amount.place[0], scene)
    ):
        return None
    if BOUND.search(gap) or amount.signed == after.signed:
        return None
    if not scene.sentence.chinese and _OF_FEED.match(low, after.place[1]) and not _OF_FEED.match(low, start):
        return None  # `106,000 ounces of gold from 4.3 million tons of ore`
    return Change(amount, way_of(amount.signed > after.signed), start, end, after)


_OF_FEED = re.compile(
    r" of (?:[a-z-]+ ){0,3}?(?:ores?|concentrates?|feed|feedstock|tailings|scrap|sinter|cane|beets?|rock|bauxite|seeds?|material)\b"
)
"""What goods are made from, which is no earlier number of theirs."""


def _is_earlier(amount: Amount, scene: Scene) -> bool:
    """Tell whether an English number is itself what another was held against: `to 6,200 t from 5,900 t, while exports fell to 800 t from 900 t`."""
    if scene.sentence.chinese:
        return False
    return amount.part == "from" or scene.says_before(_HELD_AGAINST, amount.place[0], 40) is not None


_HELD_AGAINST = re.compile(
    r"\d[^.;]*\b(?:against|versus|vs\.?|compared (?:with|to)|(?:up|down) from)(?: (?:the|an?|about|around|some|just|only|nearly|roughly))* \Z"
)


def _is_next_thing(earlier: Amount, newer: Amount, scene: Scene) -> bool:
    """Tell whether a second thing that moves parts two numbers: `to 440 t from 405 t, and exports to 28 t from 19 t`."""
    left, right = earlier.place[1], newer.place[0]
    return any(left <= subject.start and subject.end <= right for subject in scene.found.subjects)


_STORES_AT = re.compile(
    r"\b(?:storage|stores|reservoirs?|caverns|tanks|silos)(?: (?:levels?|sites|facilities|inventories|stocks|volumes))?(?: (?:across|in|of|at) (?:the )?[a-z-]+)?"
    r"(?: (?:now|currently|still))? (?:is|are|was|were|stands?|stood|sits?|sat|at)(?: at| filled to| filled at)?(?: (?:about|around|roughly|nearly|just|only|over|almost|some|approximately))* \Z"
)
"""What makes a percentage how full stores are: `storage levels stand at roughly 71%, compared with 88% a year ago`."""


def fills_stores(amount: Amount, scene: Scene) -> bool:
    """Tell whether a percentage is how full stores are."""
    if scene.low.startswith(" full", amount.place[1]):
        return True
    return scene.says_before(_STORES_AT, amount.place[0], 72) is not None


_ALSO = re.compile(r"(?: of)?(?P<goods> [a-z -]{2,30}?),? and (?:of )?")
"""What stands between the numbers of two goods of a row: `900 ounces of gold and 4,000 ounces of silver`."""


def of_row(change: Change, before: Amount, amount: Amount, after: Amount, scene: Scene) -> Change:
    """Return a change whose earlier number opens a row of two goods as one of the goods that the row before it opens with."""
    if change.earlier is not after or before.unit != after.unit or scene.sentence.chinese:
        return change
    also = _ALSO.fullmatch(scene.low, before.place[1], amount.place[0])
    if also is None or not scene.low.startswith((also["goods"], f" of{also['goods']}"), after.place[1]):
        return change
    return change._replace(amount=before, direction=way_of(before.signed > after.signed))


_OF_EACH = re.compile(r",? respectively\b")


def first_of_pair(change: Change, before: Amount, amount: Amount, scene: Scene) -> Change:
    """Return a change that ends a pair of comparisons as the one that opens it: `26% and 43% lower than in May and June, respectively`."""
    if change.amount is not amount or change.earlier is not None or {before.kind, amount.kind} != {"percent"}:
        return change
    if scene.sentence.chinese or scene.low[before.place[1] : amount.place[0]] != " and " or not scene.says(_OF_EACH):
        return change
    return change._replace(amount=before)


def _is_beyond(gap: str, after: Amount, scene: Scene) -> bool:
    """Tell whether an English quantity is said to miss or pass one of an earlier time."""
    if scene.sentence.chinese or after.kind not in OF_GOODS:
        return False
    bound = _BOUNDED.match(scene.low, *after.place) if _PARTED.fullmatch(gap) else None
    if bound is None and not _BEYOND.search(gap):
        return False
    return _OF_THEN.match(scene.low, after.place[1], scene.sentence.end) is not None


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
        return Change(amount, way_of(not up), start, end, other)
    if _OPENS_BACK.match(low, scene.sentence.start) and _SINCE_THEN.fullmatch(gap):
        return Change(other, way_of(up), start, end, amount)
    if other.part == "to" and scene.says_before(_WENT, amount.place[0]):
        return Change(other, way_of(up), start, end, amount)
    return None


def _against_printed(amount: Amount, was: str, low: str) -> str | None:
    """Return the direction from an earlier number without a unit to a quantity, both as printed; none where they are equal."""
    printed = _PRINTED.search(low, *amount.place)
    now, then = (read_digits(text.rstrip(".,")) for text in (printed.group() if printed else "", was))
    if now is None or then is None or now.value == then.value:
        return None
    return way_of(now.value > then.value)


def _same_unit(one: Amount, two: Amount) -> bool:
    """Tell whether two numbers are of one unit; the second price leaves out what it is for: `$940/oz against $936`."""
    return one.unit == two.unit or ("/" not in one.unit and one.unit == two.unit.partition("/")[0])
