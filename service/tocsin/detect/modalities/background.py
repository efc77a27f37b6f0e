"""Background: facts that are long over, or only the setting of what is new.

Words of old times are read by `past_cues`, years by `past_years`; here stands what the grammar around a fact says.
"""

import re

from tocsin.detect.calendar.months import FULL_MONTHS, WEEKDAY, is_of_late
from tocsin.detect.modalities.past_cues import by_past_cue
from tocsin.detect.modalities.past_seasons import moved_then
from tocsin.detect.modalities.past_years import ACTS, of_past_year
from tocsin.detect.refusals.negation import quote
from tocsin.detect.scenes.scene import Candidate, Scene
from tocsin.detect.texts.text import holds_any


def past(candidate: Candidate, scene: Scene, year: int, month: int = 0) -> str | None:
    """Tell why what a candidate tells is long over, or the setting of what is new; `month` is the article's, 0 if unknown."""
    if adverts := scene.found.cue("advert"):
        return f"background by {quote(scene.folded, adverts[0])}"
    chinese = scene.sentence.chinese
    return (
        (None if chinese else _done_before(candidate, scene) or _of_last_year(candidate, scene, month))
        or _stopped_before(candidate, scene, month)
        or by_past_cue(candidate, scene)
        or _over_decades(candidate, scene, year)
        or (_over_years(candidate, scene) if chinese else None)
        or (_over_in_chinese(candidate, scene) if chinese else _over_in_english(candidate, scene, year + (not month)))
        or of_past_year(candidate, scene, year)
    )


_TRENDS = frozenset(["price_move", "production_change", "demand_change", "inventory_change"])
_DECADES = (
    r"(?:over|in|during|for|within) the (?:past|last) (?:(?:few|several|two|three|four|five|six|seven|eight|nine|couple of) decades|(?:1[0-9]|[2-9]\d|ten|twelve|fifteen|twenty|thirty|forty|fifty|hundred) years|(?:half-?)?century|decade)"
    r"|(?:since|after) the (?:[a-z]+ ){0,2}(?:revolution|independence|second world war|first world war|war of|reforms? of|turn of the century)"
)
_OVER_DECADES = re.compile(
    rf"(?:(?!highest|lowest|record|most|least|largest|biggest|first|levels?|fastest)[^;.]){{0,48}}?\b(?:{_DECADES}|since (?:the )?(?:early |mid-?|late )?(?P<since>(?:19|20)\d\d)s?)\b"
)
"""How long a trend has gone on, behind what tells it: `has grown steadily over the past five decades`, `has tripled since 1990`."""
_OPENS_DECADES = re.compile(rf"\W{{0,2}}(?:{_DECADES}),")
_YEARS_ZH = re.compile(
    r"(?:\A|[,;:。(\n])(?:在|从)?(?:(?:近|过去|最近)(?:的)?(?:[1-9]\d|[二三四五六七八九]?十[一二三四五六七八九]?|几十|数十)(?:多|余)?年(?:来|间|里|中|以来)(?!最|新|的?(?:最|高|低|首))|(?:改革开放|加入wto|入世|建国|新中国成立|解放)(?:之?后|以来|以后))[^;。]*\Z"
    r"|(?:近(?:几|些|两三?)?年来|近(?:几|些)年(?!来|新|最|[高低])|多年来|长期以来|一直以来|历年来)(?:(?!20\d\d年|[今去本前明上]年|\d{1,2}月|[本上当][月周季]|目前|如今|昨|今日|同比|环比)[^;。])*\Z"
)
"""What makes of a Chinese trend one of decades: 近30年来,产量增长."""
_FROM_TO_ZH = re.compile(
    r"[由从自](?P<start>(?:19|20)\d\d)年[^;。]{0,24}?(?:增[长加至到]|上升|提[升高]|扩大|攀升|下降|减少|降[低至到]|回落|升至|跌至)[^;。,]{0,4}?(?P<end>(?:19|20)\d\d)年"
)
"""The years over which a Chinese trend goes: 由2011年的7230万吨增加到2020年的11985万吨."""
_LONG, _SPAN = 8, 5


def _over_decades(candidate: Candidate, scene: Scene, year: int) -> str | None:
    """Tell whether a market's fact is a trend of decades, which is no news: `has tripled since 1990`."""
    if candidate.type not in _TRENDS:
        return None
    low, floor, end = scene.low, scene.sentence.start, scene.sentence.end
    if scene.sentence.chinese:
        told = _YEARS_ZH.search(low[max(0, floor - 1) : candidate.start]) is not None
        told = told or any(
            int(span["end"]) - int(span["start"]) >= _SPAN for span in _FROM_TO_ZH.finditer(low, floor, end)
        )
        return "background: over decades" if told else None
    behind = _OVER_DECADES.match(low, candidate.end, end)
    if behind is not None and (behind["since"] is None or int(behind["since"]) < year - _LONG):
        return "background: over decades"
    return "background: over decades" if _OPENS_DECADES.match(low, floor, candidate.start) else None


_SINCE_CLAUSE = re.compile(r"since (?!then\b|last\b|the (?:start|beginning|end)\b)[a-z][^,;]{8,80},")
"""A clause that opens a sentence with what came before its news: `since Beijing curbed exports, prices have quadrupled`."""
_BEFORE = re.compile(r"\b(?:since|after|following|having|upon|in response to) \Z")
"""What makes a verb in -ing a thing that came before what the sentence tells: `since acquiring the mine`."""


def _done_before(candidate: Candidate, scene: Scene) -> str | None:
    """Tell whether a verb in -ing is a thing that came before what the sentence tells: `since acquiring the mine`."""
    low, start = scene.low, candidate.start
    clause = _SINCE_CLAUSE.match(low, scene.sentence.start, scene.sentence.end)
    if clause is not None and candidate.extent[1] <= clause.end() and candidate.type != "price_move":
        return "background: done before"
    if scene.low.endswith(", ", 0, start) and _OF_THE_YEAR.match(low, start, scene.sentence.end):
        return "background: over a longer time"
    if _AND_SINCE.match(low, candidate.extent[1], scene.sentence.end) and scene.says_before(_OPENS_ASIDE, start, 100):
        return "background: done before what has been since"
    before = low.endswith("ing", start, candidate.end) and scene.says_before(_BEFORE, start, 16)
    return "background: done before" if before else None


_OF_THE_YEAR = re.compile(
    r"(?:up|down) [^,;]{1,40}? (?:this year|so far|year to date|since [a-z]+|last year|in the (?:first|second) half|in the (?:spring|summer|autumn|fall|winter)),"
    r" (?:has |have |also |then |still )*(?!(?:and|with|to|at|while|but|whereas|though|as|after|according|compared|versus|against|the|an?|it|its|in|on|official|data)\b)[a-z]+"
)
"""A move over a longer time between commas, before the one of the day: `cobalt, up 40% this year, slipped 2%`."""
_AND_SINCE = re.compile(
    r"[^;.]{0,100}?, (?:(?:has|have) since|(?:has |have |had )?(?:restored|resumed|restarted|reopened|reversed))\b"
)
_OPENS_ASIDE = re.compile(
    r", (?:which|whose|who|having)\b(?:(?!, (?:has|have|had|restored|resumed|restarted|reopened|reversed)\b)[^;.])*\Z"
)
"""A clause between commas whose main verb tells what came later: `the works, which stopped for a month, have since been sold`."""
_COUNTED = frozenset(["production_change", "demand_change"])
_LAST_YEAR = re.compile(r"(?:(?:and|but|meanwhile|already|earlier|late|early),? )?last year,? ")


_LAST_YEAR_IT = re.compile(r"\blast year,? (?:also |already |then )?\Z")
"""What dates the verb right behind it: `said the group last year sold its wells`."""
_LAST_YEARS = re.compile(r"\blast year['’]s (?:[a-z-]+ ){0,2}\Z")
"""What dates a price's move, which is the reason of another thing: `a slump following last year's plunge in oil prices`."""
_PRICES_LAST_YEAR = re.compile(
    r"(?:falling|rising|lower|higher|plunging|slumping|sliding|soaring|tumbling|weaker|firmer) (?:[a-z-]+ ){0,3}prices (?:in |during )?last year\b"
)
"""Prices that are only described as those of last year: `falling oil prices last year hurt trade`."""
_ITS_LAST_YEAR = re.compile(
    r"\b(?:after|following|since|from|with|despite|by|through|of|for) last year['’]s (?:[\w$€£.,-]+ ){0,3}\Z"
)
"""What dates a deed to last year: `job cuts after last year's purchase of a rival`."""
_LAST_AGAINST_BEFORE = re.compile(
    r"last year,? (?:or |up |down )?[\d.]+(?: ?%| ?pct?\b| per ?cent) (?:more|less|fewer|higher|lower|up|down|above|below) (?:than |on |from )?(?:in )?(?:20\d\d|the year before|the previous year|a year (?:earlier|before))\b"
)
"""A year's figure held against the one before: `dug 40 tonnes last year, 21% more than in 2023`."""
_YEAR_IS_KNOWN = 5
"""The month from which on a year's figures are long known."""


def _of_last_year(candidate: Candidate, scene: Scene, month: int) -> str | None:
    """Tell whether a sentence that opens with last year tells a deed: `Last year Laos placed curbs on tin`."""
    if month >= _YEAR_IS_KNOWN and candidate.type in _COUNTED:
        told = scene.says(_LAST_AGAINST_BEFORE)
        if told is not None and told.start() <= candidate.end and candidate.start < told.end():
            return "background: last year's figure"
    if candidate.type == "price_move" and (
        scene.says_before(_LAST_YEARS, candidate.start, 40)
        or _PRICES_LAST_YEAR.match(scene.low, candidate.start, scene.sentence.end)
    ):
        return "background: last year's move"
    if candidate.type not in ACTS:
        return None
    if scene.says_before(_ITS_LAST_YEAR, candidate.start, 48):
        return "background: last year's deed"
    if _OF_OTHER_TIMES.match(scene.low, scene.sentence.start) is not None:
        return "background: an earlier case"
    opens = _LAST_YEAR.match(scene.low, scene.sentence.start) is not None
    if opens or scene.says_before(_LAST_YEAR_IT, candidate.start, 24):
        return "background: last year's deed"
    return None


_OF_OTHER_TIMES = re.compile(
    r"[\"“']?(?:in (?:the past|earlier years|previous years|past years|years past|former times),|(?:an?|one|another) (?:(?:recent|good|prime|classic|typical|notable|striking|well-known|earlier|obvious|telling) )?(?:example|instance|precedent|case in point) (?:is|was|of this|here))"
)
"""What opens a sentence on other cases of what it tells: `A recent example was`, `In the past,`."""


_OVER_YEARS = re.compile(
    r"(?:过去|最近|近)(?:[两三四五六七八九十几数多]|\d{1,2})(?:多|余)?年(?:里|间|来|中|以来)?,?[^,;。]{0,6}(?:已|先后|曾|陆续|累计|相继|接连|多次)[^;。]*\Z"
)
_LAST_TIME = re.compile(
    r"(?:上一?[次回]|上一轮)(?![^,;。]{0,6}(?:会议|数据|报告))[^,;。]{0,30}(?:是在|发生在|出现在|还是)"
)
"""What opens a sentence on an earlier case of the same: 上次出现类似扰动是在2025年."""
_DEEDS_ZH = frozenset(["production_change", "export_control", "mna", "supply_source", "stockpiling", "large_contract"])


def _over_years(candidate: Candidate, scene: Scene) -> str | None:
    """Tell whether a deed is one of several of the last years: 过去三年其已先后关停两家铅厂."""
    if _LAST_TIME.match(scene.low, scene.sentence.start):
        return "background: an earlier case"
    if candidate.type not in _DEEDS_ZH or scene.says_before(_OVER_YEARS, candidate.start, 60) is None:
        return None
    return "background: deeds of years"


_HAD_BEEN = re.compile(r"\b(?:that|which) (?:had|have|has) (?:been |previously been |earlier been |long been )\Z")
"""What makes a stop one that the sentence tells an end of: `two wells that had been shut in are back on production`."""
_THAT_HAD = re.compile(r"\b(?:that|which) (?:had|have|has) (?:earlier |previously |since )?\Z")
_OVERCOME = re.compile(
    r"[^.;]*\b(?:ha(?:s|ve|d) (?:now )?been|were|was|are|is) (?:now |fully |largely )?(?:resolved|solved|fixed|repaired|overcome|settled|rectified|cleared|lifted)\b"
)
"""What ends the trouble that stopped works: `faults that had halted output were repaired`."""
_AFTER_YEARS = re.compile(r"\bafter (?:[a-z]+ |\d+ ){0,3}(?:years?|months?|weeks?|decades?) (?:on|of|in|under) \Z")
"""What makes of a stop the time before its end: `restarted after two years on care and maintenance`."""
_STOPPED_SINCE = re.compile(
    rf" since (?!(?:early |late |last )?(?:on )?(?:{WEEKDAY}|yesterday|today|this|night|the weekend)\b)"
    r"(?:early |late |mid-?|the end of |last |the )?(?P<when>\d{4}|[a-z]+(?:(?: \d{1,2},?)? 20\d\d)?)"
)
"""What follows a stop that lasts from long ago: `shut since late 2023`; since Monday is news, and so is since this month or the last."""

_DATED = re.compile(rf"\d|{FULL_MONTHS}|spring|summer|autumn|winter")


def _stopped_before(candidate: Candidate, scene: Scene, month: int) -> str | None:
    """Tell whether a stop is over, or lasts from long ago."""
    if candidate.direction != "halt":
        return None
    low, start = scene.low, candidate.extent[0]
    if scene.says_before(_HAD_BEEN, candidate.start, 32):
        return "background: a stop that is over"
    if scene.says_before(_THAT_HAD, candidate.start, 28) and _OVERCOME.match(low, candidate.extent[1]):
        return "background: a stop that is over"
    if scene.says_before(_AFTER_YEARS, start, 48):
        return "background: a stop that is over"
    since = None if scene.sentence.chinese else _STOPPED_SINCE.match(low, candidate.end)
    if since is None or is_of_late(since["when"], month):
        return None
    if scene.sentence.order <= 1 and not _DATED.search(since["when"]):
        return None  # the lead tells a stop that still stands: `have stopped since rebels took the border town`
    return "background: stopped since then"


_FORESEEN = re.compile(
    r"[,(;](?:而|但)?(?:此前|先前|之前)?(?:分析师|市场|机构|调查)[^,;。]{0,4}预[期计测估](?:为|是|将|会)*\Z"
)
"""What makes a change of stocks the one that was expected: 库存增加520万桶,分析师预期增加60万桶."""
_WAS_STOPPED = re.compile(
    r"了?(?:将|近|约|逾|超|超过|长达)*[\d一二三四五六七八九十两几数半]+(?:多|余)?个?(?:多|半)?(?:小时|天|日|周|月|季度|年)(?:多|余|之久|有余)?(?:的(?!公告|通知|消息|决定|计划|要求|指令)|之?后[,，]?[^,;。]{0,8}(?:恢复|复产|重启|重新|复工))"
)
"""What makes a Chinese stop one that names its site, behind a verb that says it runs again: 停产近两周的项目已恢复生产."""
_OF_EARLIER = re.compile(
    r"(?<![较比与于同的此])(?:(?:去年|上年|上月|上周)同期|前值|此前一[周月日]|前一[周月])(?:仅|则|为|曾|还|是|却)*[^,;。]{0,3}\Z"
    r"|(?<![比较与于])(?:此前|原先|先前|之前|原本|本|原)[^,;。]{0,3}(?:预[期计测估]|估计)(?:(?!将|会)[^,;。]){0,14}(?:为|是|将|会)*\Z|[,(;](?:市场|分析师)?(?:普遍)?(?:预期|预估|预测)值?(?:为|是|:)+\Z|[,(;](?:市场)?预[期估测]值?(?=\Z)|[,(;](?:此前)?(?:市场|分析师|业内|机构)(?:普遍|此前)?(?:预期|预估|预计|预测)\Z"
)
"""What makes a move one of an earlier time or one that was expected: 去年同期仅上涨8%, 预期为减少130万桶, 市场预期减少90万桶."""
_IN_THAT_TIME = re.compile(
    r"(?<![较比与于同的此和跟])(?:去年|上年|前年|20\d\d年|上[一个]*月|上[一个]*[季周])(?:的)?同期(?![水数值基高低]|相?比|产量|库存|价|均|为|的|仅|增|减),?"
    r"(?:(?!今年|今[日天]|本[年月周季]|目前|如今|现在?|同比|环比|较|而|但|增至|降至|减至)[^;。])*\Z"
)
"""What makes of a deed behind it one of the time it is compared with: 去年同期,该厂因停电减产."""
_LAST_YEAR_ONCE = re.compile(
    r"(?:去年|上年|前年)(?:\d{1,2}月|[一二三四]季度|[上下]半年|[年春夏秋冬]?[初底末季天]?)[^。;]{0,60}一度[^,;。]{0,16}\Z"
)
"""What dates a move to a time of last year: `去年8月,…,一度将价格推升至`."""


def _over_in_chinese(candidate: Candidate, scene: Scene) -> str | None:
    """Tell why the words around a Chinese candidate make it old, expected before, or a measure that only stands."""
    low, type_ = scene.low, candidate.type
    before = low[max(scene.sentence.start, candidate.start - 16) : candidate.start]
    if (
        type_ == "inventory_change"
        and any(move.end < candidate.start for move in scene.found.moves)
        and _FORESEEN.search(before)
    ):
        return "background: what was expected"
    if candidate.direction == "halt" and _WAS_STOPPED.match(low, candidate.end):
        return "background: a stop that is over"
    if _OF_EARLIER.search(before) or scene.says_before(_IN_THAT_TIME, candidate.start, 64):
        return "background: of an earlier time"
    if scene.says_before(_LAST_YEAR_ONCE, candidate.start):
        return "background: what was so for a time last year"
    if type_ == "export_control" and candidate.direction == "tighten" and _still_holds(candidate, scene):
        return "background: a measure that stands"
    if type_ == "export_control" and candidate.direction == "tighten" and _is_defended(scene):
        return "background: a measure that stands is defended"
    return None


_STILL = re.compile(r"(?:仍然?|依然|依旧|照旧|继续)[须需要应按][^,;。]{0,6}\Z|(?:仍然?|依然|依旧|照旧)\Z")


def _still_holds(candidate: Candidate, scene: Scene) -> bool:
    """Tell whether only what held before is said to hold on: 暂停禁令,出口仍须申请许可."""
    return any(scene.says_before(_STILL, place, 10) is not None for place in {candidate.start, candidate.end})


_DEFENDED = re.compile(
    r"不针对[^,;。]{0,4}(?:特定)?(?:国家|第三方)|(?:国际)?通行(?:做法|惯例)|不是禁止出口|非歧视|[依据]法[^,;。]{0,10}(?:批准|审批|许可|审查)|申请[^,;。]{0,8}(?:予以|给予)?批准|批准[^,;。]{0,12}申请"
)
_ANEW = re.compile(r"决定|公告|即日|自[^,;。]{0,16}起|生效|新一轮|首次|新增|进一步|升级|追加")


def _is_defended(scene: Scene) -> bool:
    """Tell whether an office only stands by its controls: 依法对锗实施管制,不针对任何特定国家."""
    return scene.says(_DEFENDED) is not None and scene.says(_ANEW) is None


_HAD = re.compile(r"\bhad (?:also |already |long |been )?\Z")
_TELLER = re.compile(
    r"\b(?:sa(?:ys|id)|showed|shows?|report(?:ed|s)?|announced|data|told|according|estimated|found|confirmed|added|noted|revealed|indicated|that)\b"
)
"""Who tells it: `the ministry said that output had fallen` is news, `copper had rallied` what came before."""
_ON_YEAR = re.compile(
    r"\b(?:compared (?:to|with)|from|against|than) (?:in )?(?:the )?(?:same|corresponding|previous|prior|year-earlier|a year)\b|\byear[ -]on[ -]year\b|\bon the year\b"
)
"""What makes of `had fallen` a figure of a report: `output had fallen by 8% compared to the same quarter`."""
_BY_CLOCK = re.compile(
    r"\b(?:by|at|as of) (?:\d{3,4} ?gmt|\d{1,2}[.:]\d\d ?(?:[ap]\.?m\.?|gmt|local|in |on )|mid-?(?:morning|afternoon|session)|midday|noon|lunchtime)"
)
"""An hour of the day by which a price had moved, which is news: `crude had slipped 9 cents by 0725 GMT`."""
_AFTER_A = re.compile(r"\b(?:after|following) (?:an? |its |their |the )?(?:[\w.%’-]+ ){0,4}\Z")
_OF_BEFORE = re.compile(
    r"(?: (?:of )?[$€£]?[\d.,]+(?:%| percent| per cent|pc)?)? (?:(?:in|during|over|of|for|on) )?(?:the |a )?"
    r"(?:(?:prior|previous|preceding) (?:day|week|month|session|quarter)|(?:day|week|month|session|quarter) (?:prior|before|earlier|ago)),"
)
"""What makes a move that of the time before: `following a 7% increase in the week prior, tin fell`."""
_AFTER_ONE = re.compile(
    r"\b(?:after|following|on top of) (?:an?|its|their|the) (?:[a-z]+ ){0,2}?[$€£]?\d[\w.,%’-]*(?: [a-z%-]+){0,2} \Z"
)
_OF_MONTH_BEFORE = re.compile(
    rf" (?:in (?:early |late |mid-)?(?:{FULL_MONTHS})|on {WEEKDAY}|(?:(?:in|during|over) )?(?:the |a )?"
    r"(?:(?:prior|previous|preceding) (?:day|week|month|session|quarter|year)|(?:day|week|month|session|quarter|year) (?:prior|before|earlier)))\b"
)
"""The same of a noun with its size, wherever it stands: `rose 3% in June after a 4.2% rise in May`."""
_SETTING = re.compile(r"\bwhen (?:the |its |their )?(?:[a-z]+ ){0,3}(?:was|were|had been|stood) (?:at )?(?:[a-z]+ )?\Z")
"""What makes a state the setting of another fact: `stocks were sold in May, when the price was at its lowest`."""


_OVER_THE_YEARS = re.compile(
    r"(?:(?!\b(?:lowest|highest|low|high|record|average|most|least|best|worst|level|peak|trough|time|biggest|sharpest|largest|steepest|smallest|fastest|strongest|weakest|first|this|today|[a-z]+day)\b)[^,;.]){0,60}?"
    r" (?:in|over|during|for|across) the (?:last|past|previous) (?:two|three|four|five|six|seven|eight|nine|ten|\d+|few|several|couple of) years\b"
)
"""What makes of a move one of several years, which is the setting of the news: `a sharp fall in prices in the last three years`."""


_CAUSE = re.compile(
    r"\b(?:because of|due to|owing to|in response to|as a result of|on account of|blamed on|(?:hit|hurt|caused|triggered|battered|affected|weakened)(?: hard| hardest| badly| severely| worst| heavily)? by|contributed to|attributed to)"
    r" (?:the|last year['’]s|this year['’]s) (?:[a-z]+ ){0,2}\Z"
)
"""What makes of a price's fall, in a noun without a size, the known cause of what is told: `payments were halted because of the drop in prices`."""


def _is_known_cause(candidate: Candidate, scene: Scene) -> bool:
    """Tell whether the move of a price is only what something else is put down to, below the headline."""
    if candidate.type != "price_move" or not candidate.nominal or not scene.sentence.order:
        return False
    if not scene.says_before(_CAUSE, candidate.start, 64):
        return False
    end = candidate.extent[1]
    return not any(
        a.kind in {"percent", "price"} and end <= a.place[0] <= end + 40 and "," not in scene.low[end : a.place[0]]
        for a in scene.amounts
    )


def _over_in_english(candidate: Candidate, scene: Scene, year: int) -> str | None:
    """Tell why the words around an English candidate make it old, or the setting of another fact."""
    if candidate.rule.startswith("move"):
        low, start = scene.low, candidate.start
        had = scene.says_before(_HAD, start, 16) is not None
        if had and not (
            scene.says(_TELLER) or _ON_YEAR.search(low, start, scene.sentence.end) or scene.says(_BY_CLOCK)
        ):
            return "background: had happened before"
        if scene.says_before(_AFTER_A, start, 40) and _OF_BEFORE.match(low, candidate.end):
            return "background: of the time before"
        if scene.says_before(_AFTER_ONE, start, 56) and _OF_MONTH_BEFORE.match(low, candidate.end):
            return "background: of the time before"
        if scene.says_before(_SETTING, start, 60):
            return "background: the setting of another fact"
        if _is_known_cause(candidate, scene):
            return "background: a known cause"
        if moved_then(candidate, scene):
            return "background: moved in an earlier season"
        if scene.sentence.order and _OVER_THE_YEARS.match(low, start, scene.sentence.end):
            return "background: over years"
    if _had_then(candidate, scene):
        return "background: had happened before"
    if _is_set_against(candidate, scene):
        return "background: what the news is unlike"
    return _told_of_then(candidate, scene, year)


_HAD_DONE = re.compile(r"\b(?:had|'d) (?:[a-z]+ly |already |also |once |twice |briefly |been )*\Z")
_THAT_YEAR = re.compile(
    r"[^;.]*?\b(?:in|during|since|over|of|by|throughout) (?:(?:early|late|mid|[a-z]{3,9})[ -])?(?:19|20)\d\d\b(?! (?:to|and|levels))|[^;.]*?\b(?:last year|(?:a|two|three|four|five|several|\d+) (?:years|decades?) (?:ago|earlier|before)|the (?:previous|prior) year)\b"
)
"""The year in which something had been done before the news: `had cut output by a third in 2023`."""
_OPENS_THEN = re.compile(
    rf"(?:in (?:early |late |mid-?)?(?:{FULL_MONTHS}|spring|summer|autumn|winter)|(?:earlier|late|early) (?:this|in the|last) (?:week|month|quarter|year|spring|summer|autumn|winter)"
    r"|last (?:week|month|quarter|year|spring|summer|autumn|winter)|(?:two|three|four|several|a few) (?:weeks|months) (?:ago|earlier|before)|previously),? "
)
"""An earlier time with which its sentence opens: `In April it had shut the kiln`."""


def _had_then(candidate: Candidate, scene: Scene) -> bool:
    """Tell whether the past perfect and an earlier time make of a deed one of before; a report's figures are news."""
    low, floor = scene.low, scene.sentence.start
    if low.find("had ", floor, candidate.start) < 0 or scene.says(_TELLER) or scene.says(_ON_YEAR):
        return False
    done = any(scene.says_before(_HAD_DONE, place, 32) for place in {candidate.start, candidate.extent[0]})
    return (
        done and (_THAT_YEAR.match(low, candidate.end, scene.sentence.end) or _OPENS_THEN.match(low, floor)) is not None
    )


_UNLIKE = re.compile(
    r"\b(?:unlike|in contrast (?:to|with)|as opposed to) (?!(?:before|usual)\b)[^,;.]*(?:, (?:which|who|whose|signed|struck|agreed|dated|announced)\b[^,;.]*)?"
)
"""What the news is set against: `unlike an earlier accord with Tessel, which lapsed, the contract is binding`."""


def _is_set_against(candidate: Candidate, scene: Scene) -> bool:
    """Tell whether an English deed, or the word that tells it, is what the news is unlike."""
    against = scene.says(_UNLIKE) if candidate.type in ACTS else None
    if against is None:
        return False
    start, end = against.span()
    told = [part.start for part in candidate.parts if part.kind == "part" and candidate.direction == "terminate"]
    return any(start <= place < end for place in (candidate.start, *told))


_PASSED = (" since ", " after ")
_YEARS_SINCE = re.compile(
    r"\b(?:years?|decades?) (?:(?:have |has )?(?:passed|gone by) )?(?:since|after) (?:the |its )?(?:[\w'’-]+ ){0,4}\Z"
)
"""What makes of a deed an anniversary: `it is ten years since the state halted exports`."""
_RELATIVES = (" which ", " who ", " that ")
_RELATIVE = re.compile(r",? (?:which|who|that) (?:[a-z]+ ){0,3}\Z")
_THEN = re.compile(
    r"[^,;.]{0,60}? (?:last year|earlier this year|(?:an?|two|three|four|five|six|seven|eight|nine|ten|several|some|\d+) (?:years?|decades?) (?:ago|earlier)|in (?P<year>(?:1[789]|20)\d\d)|in the (?:early |late )?(?:19|20)\d0s)\b"
)
"""The time of a relative clause, which tells what its noun has done before."""


def _told_of_then(candidate: Candidate, scene: Scene, year: int) -> str | None:
    """Tell why a relative clause, or the count of years since, makes an English deed one of earlier times."""
    low, (start, end) = scene.low, candidate.extent
    floor = max(scene.sentence.start, start - 48)
    places = {start, candidate.start}
    if holds_any(low, _PASSED, floor, candidate.start) and any(_YEARS_SINCE.search(low, floor, p) for p in places):
        return "background: years ago"
    if not holds_any(low, _RELATIVES, floor, candidate.start):
        return None
    if not any(_RELATIVE.search(low, floor, place) for place in places):
        return None
    then = _THEN.match(low, end, scene.sentence.end)
    if then is None or (then["year"] is not None and int(then["year"]) >= year):
        return None
    return "background: told of earlier times"
