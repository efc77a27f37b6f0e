"""Background: facts that are old - dated to earlier years or months, told as the setting of another, or only named."""

import re

from tocsin.detect.calendar.months import WEEKDAY, is_of_late
from tocsin.detect.refusals.negation import quote
from tocsin.detect.scenes.scene import Candidate, Scene
from tocsin.detect.texts.text import holds_any
from tocsin.detect.words.hits import Hit
from tocsin.messages import Article

_FORESEEN = re.compile(
    r"[,(;](?:而|但)?(?:此前|先前|之前)?(?:分析师|市场|机构|调查)[^,;。]{0,4}预[期计测估](?:为|是|将|会)*\Z"
)
"""What makes a change of stocks the one that was expected: 库存增加520万桶,分析师预期增加60万桶."""
_NOWADAYS = re.compile(
    r"今年|近日|近期|目前|日前|昨日|昨天|今日|本周|本月|上周|现已|如今|现在|随后|此后|\d{1,2}月\d{1,2}日"
)
_OF_EARLIER = re.compile(
    r"(?<![较比与于同的此])(?:(?:去年|上年|上月|上周)同期|前值|此前一[周月日]|前一[周月])(?:仅|则|为|曾|还|是|却)*[^,;。]{0,3}\Z"
    r"|(?<![比较与于])(?:此前|原先|先前|之前|原本|本|原)[^,;。]{0,3}(?:预[期计测估]|估计)(?:(?!将|会)[^,;。]){0,14}(?:为|是|将|会)*\Z|[,(;](?:市场|分析师)?(?:普遍)?(?:预期|预估|预测)值?(?:为|是|:)+\Z|[,(;](?:市场)?预[期估测]值?(?=\Z)|[,(;](?:此前)?(?:市场|分析师|业内|机构)(?:普遍|此前)?(?:预期|预估|预计|预测)\Z"
)
"""What makes a move one of an earlier time or one that was expected: 去年同期仅上涨8%, 预期为减少130万桶, 市场预期减少90万桶."""
_YEAR = re.compile(
    r"([12](?<!\d[12])(?:(?<=1)9[5-9]|(?<=2)0[0-4])\d)(?!\d|[ ]?(?:yuan|usd|元|吨|mt\b|tons|tonnes|t\b|-yuan|家|万|人|%))"
)

_EARLIER_NUMBER = re.compile(
    r"\b(?:from|against|versus|than) (?:an? |the |about |some )?[$€£]?\d[^;]{0,24} \Z"
    r"|\b(?:twice|double|triple|half|times) (?:the|that|those|what|its|their) [^;,]{0,24}\Z"
)
"""What makes of `previously` the time of the earlier number alone: `cut to 27 Mt, from 31 Mt previously`, `twice the level of two years ago`."""

_WAS_STOPPED = re.compile(
    r"了?(?:将|近|约|逾|超|超过|长达)*[\d一二三四五六七八九十两几数半]+(?:多|余)?个?(?:多|半)?(?:小时|天|日|周|月|季度|年)(?:多|余|之久|有余)?(?:的(?!公告|通知|消息|决定|计划|要求|指令)|之?后[,，]?[^,;。]{0,8}(?:恢复|复产|重启|重新|复工))"
)
"""What makes a Chinese stop one that names its site, behind a verb that says it runs again: 停产近两周的项目已恢复生产."""

_YEAR_ZH = re.compile(
    r"([12](?<![\d.,][12])(?:(?<=1)9[5-9]|(?<=2)0[0-4])\d)(?=年|[-/.]\d{1,2}(?![\d元%])|[qh]\d|财年|/\d\d年)"
)
"""A year in Chinese, which says so: 失守2000关口 and 2000米 are none."""

_MARK_OF = re.compile(r" (?:high|low|peak|trough|record|lows|highs)\b")
"""What makes a year the mark of its own extreme: `its highest since a mid-1988 high`."""

_MADE = re.compile(r"年[^,;。]{0,28}(?:签署|签订|订立|签下|筹划|启动|立项|公布|发布|披露)的")
"""What makes a year that of an earlier act, which the sentence tells an end of: `2023年签署的合同终止`."""

_SETTING = re.compile(r"\bwhen (?:the |its |their )?(?:[a-z]+ ){0,3}(?:was|were|had been|stood) (?:at )?(?:[a-z]+ )?\Z")
"""What makes a state the setting of another fact: `stocks were sold in May, when the price was at its lowest`."""

_AFTER_A = re.compile(r"\b(?:after|following) (?:an? |its |their |the )?(?:[\w.%’-]+ ){0,4}\Z")
_OF_BEFORE = re.compile(
    r"(?: (?:of )?[$€£]?[\d.,]+(?:%| percent| per cent|pc)?)? (?:(?:in|during|over|of|for|on) )?(?:the |a )?"
    r"(?:(?:prior|previous|preceding) (?:day|week|month|session|quarter)|(?:day|week|month|session|quarter) (?:prior|before|earlier|ago)),"
)
"""What makes a move that of the time before: `following a 7% increase in the week prior, tin fell`."""

_HAD = re.compile(r"\bhad (?:also |already |long |been )?\Z")

_TELLER = re.compile(
    r"\b(?:sa(?:ys|id)|showed|shows?|report(?:ed|s)?|announced|data|told|according|estimated|found|confirmed|added|noted|revealed|indicated|that)\b"
)
"""Who tells it: `the ministry said that output had fallen` is news, `copper had rallied` what came before."""

_ON_YEAR = re.compile(
    r"\b(?:compared (?:to|with)|from|against|than) (?:in )?(?:the )?(?:same|corresponding|previous|prior|year-earlier|a year)\b|\byear[ -]on[ -]year\b|\bon the year\b"
)
"""What makes of `had fallen` a figure of a report: `output had fallen by 8% compared to the same quarter`."""

_BEFORE = re.compile(r"\b(?:since|after|following|having|upon|in response to) \Z")
"""What makes a verb in -ing a thing that came before what the sentence tells: `since acquiring the mine`."""

_SINCE = re.compile(
    r"(?:since|last (?:seen|reached|hit|touched|traded|recorded)(?: back)? in|not (?:seen|reached) since|unseen since|than in|compared with|compared to|versus|from|(?:signed|built|opened|founded|established|launched|dated|agreed|bought|acquired|started|announced|commissioned|discovered|closed|idled|shuttered|mothballed|introduced|imposed) (?:back )?(?:in|on))\s+(?:(?:the|at least|early|late|mid|end|start|beginning|middle|of|in|first|second|third|fourth|last|quarter|half|spring|summer|autumn|fall|winter|\d{1,2}(?:st|nd|rd|th)?)[\s-]+)*(?:[a-z]+\.?\s+)?(?:of\s+)?(?:\d{1,2},\s+)?(?:mid-)?$|自$"
)
"""What makes a year a mark to measure from, not the time of the fact: the highest since 2014."""

_SINCE_ZH = re.compile(
    r"年?(?:第?[一二三四1-4]季度?|[上下]半年|\d{1,2}月份?(?:\d{1,2}日|[上中下]旬)?|年?[初中末底春夏秋冬])?(?:以来|之后|同[月期](?=以来|最))"
)
"""The same in Chinese, behind the year: 为2009年6月以来最低."""


def year_of(article: Article, low: str) -> int:
    """Return the year the article speaks from: that of its date, else the latest it names."""
    published = article.published_at.year
    if article.dated:
        return published
    return max((year for match in _YEAR.finditer(low) if (year := int(match[1])) <= published), default=published)


_DEFENDED = re.compile(r"不针对[^,;。]{0,4}(?:特定)?(?:国家|第三方)|(?:国际)?通行(?:做法|惯例)|不是禁止出口|非歧视")

_ANEW = re.compile(r"决定|公告|即日|自[^,;。]{0,16}起|生效|新一轮|首次|新增|进一步|升级|追加")


def _is_defended(scene: Scene) -> bool:
    """Tell whether an office only stands by its controls: 依法对锗实施管制,不针对任何特定国家."""
    return scene.says(_DEFENDED) is not None and scene.says(_ANEW) is None


_ACTS_ON = re.compile(
    r"(?: (?:on|of) [a-z -]{3,40}?)?(?: (?:has|have|had|also|is|are|will|could|may|might))* (?:rais(?:es?|ed|ing)|hurt(?:s|ing)?|squeez(?:es?|ed|ing)|disrupt(?:s|ed|ing)?|boost(?:s|ed|ing)?|driv(?:es?|ing)|drove|driven"
    r"|push(?:es|ed|ing)?|sen[dt]s?|sending|lift(?:s|ed|ing)?|weigh(?:s|ed|ing)?|stok(?:es?|ed|ing)|fuel(?:s|led|ed|ing|ling)?|rattl(?:es?|ed|ing)|threaten(?:s|ed|ing)?|forc(?:es?|ed|ing)|spur(?:s|red|ring)?|dent(?:s|ed|ing)?|strain(?:s|ed|ing)?)"
    r" (?!(?:by|on|in|from|to|for|after|as|and|or|at|with|last|this|next|again|[a-z]+ly)\b)[a-z]"
)
"""What a measure does that is named only for its effects: `export curbs squeezed magnet makers`."""

_STOPPED_SINCE = re.compile(
    rf" since (?!(?:early |late |last )?(?:on )?(?:{WEEKDAY}|yesterday|today|this|night|the weekend)\b)"
    r"(?:early |late |mid-?|the end of |last |the )?(?P<when>\d{4}|[a-z]+(?:(?: \d{1,2},?)? 20\d\d)?)"
)
"""What follows a stop that lasts from long ago: `shut since late 2023`; since Monday is news, and so is since this month or the last."""


_AFTER_YEARS = re.compile(r"\bafter (?:[a-z]+ |\d+ ){0,3}(?:years?|months?|weeks?|decades?) (?:on|of|in|under) \Z")
"""What makes of a stop the time before its end: `restarted after two years on care and maintenance`."""


def past(candidate: Candidate, scene: Scene, year: int, month: int = 0) -> str | None:
    """Tell why what a candidate tells is long over, or the setting of what is new; `month` is the article's, 0 if unknown."""
    if adverts := scene.found.cue("advert"):
        return f"background by {quote(scene.folded, adverts[0])}"
    chinese = scene.sentence.chinese
    return (
        (None if chinese else _done_before(candidate, scene) or _of_last_year(candidate, scene))
        or _stopped_before(candidate, scene, month)
        or _by_cue(candidate, scene)
        or (_over_in_chinese(candidate, scene) if chinese else _over_in_english(candidate, scene, year))
        or _by_year(candidate, scene, year)
    )


_SINCE_CLAUSE = re.compile(r"since (?!then\b|last\b|the (?:start|beginning|end)\b)[a-z][^,;]{8,80},")
"""A clause that opens a sentence with what came before its news: `since Beijing curbed exports, prices have quadrupled`."""


_LAST_YEAR = re.compile(r"(?:(?:and|but|meanwhile|already|earlier|late|early),? )?last year,? ")


def _of_last_year(candidate: Candidate, scene: Scene) -> str | None:
    """Tell whether a sentence that opens with last year tells a deed: `Last year Laos placed curbs on tin`."""
    if candidate.type not in ACTS or _LAST_YEAR.match(scene.low, scene.sentence.start) is None:
        return None
    return "background: last year's deed"


def _done_before(candidate: Candidate, scene: Scene) -> str | None:
    """Tell whether a verb in -ing is a thing that came before what the sentence tells: `since acquiring the mine`."""
    low, start = scene.low, candidate.start
    clause = _SINCE_CLAUSE.match(low, scene.sentence.start, scene.sentence.end)
    if clause is not None and candidate.extent[1] <= clause.end() and candidate.type != "price_move":
        return "background: done before"
    before = low.endswith("ing", start, candidate.end) and scene.says_before(_BEFORE, start, 16)
    return "background: done before" if before else None


def _stopped_before(candidate: Candidate, scene: Scene, month: int) -> str | None:
    """Tell whether a stop is over, or lasts from long ago."""
    if candidate.direction != "halt":
        return None
    low, start = scene.low, candidate.extent[0]
    if scene.says_before(_HAD_BEEN, candidate.start, 32):
        return "background: a stop that is over"
    if scene.says_before(_AFTER_YEARS, start, 48):
        return "background: a stop that is over"
    since = None if scene.sentence.chinese else _STOPPED_SINCE.match(low, candidate.end)
    return None if since is None or is_of_late(since["when"], month) else "background: stopped since then"


_HAD_BEEN = re.compile(r"\b(?:that|which) (?:had|have|has) (?:been |previously been |earlier been |long been )\Z")
"""What makes a stop one that the sentence tells an end of: `two wells that had been shut in are back on production`."""


_ANNOUNCED = re.compile(
    r" (?:announced|disclosed|reported|released|agreed|planned|stated|proposed|mentioned|filed|signed|communicated)\b"
)
_BROUGHT_ABOUT = re.compile(
    r"\b(?:complet|clos|consummat|finali[sz]|conclud|execut)\w* (?:of |on )?(?:the |its |their |his |a )?(?:[\w'’]+(?:'s|’s) )?\Z"
)
"""What makes news of a deal that was announced before: `has completed its previously announced acquisition of`."""


def _is_of_its_paper(cue: Hit, candidate: Candidate, scene: Scene) -> bool:
    """Tell whether `previously announced` says when a deal was announced that is done now, or is that of another paper."""
    low = scene.low
    if _ANNOUNCED.match(low, cue.end) is None:
        return False
    if scene.says_before(_BROUGHT_ABOUT, cue.start, 40):
        return True
    return cue.end <= candidate.start and "," in low[cue.end : candidate.start]


_ATTRIBUTE = re.compile(
    r"\b(?:the|an?|its|their|some|many|several|all|these|those|two|three|four|of|from|at) (?:previously|formerly) [a-z]+ed (?!\d|to\b|in\b|at\b|by\b|on\b|from\b)"
)
"""What makes of `previously` a word of the thing alone: `some previously overhauled smelters have resumed output`."""


_OLD_NAME = re.compile(r"(?:, |\()formerly (?:known as |called |named )?\Z")
"""What stands before a firm's former name: `Tessel Metals, formerly Orvane Gold`."""


def _is_of_thing(cue: Hit, candidate: Candidate, scene: Scene) -> bool:
    """Tell whether a cue of old times says only what a thing of the sentence was, and not when the candidate happened."""
    plain, end = scene.folded.plain, cue.end + 1
    if plain[end : end + 1].isupper() and _OLD_NAME.search(scene.low, max(scene.sentence.start, cue.start - 2), end):
        return True
    told = _ATTRIBUTE.search(scene.low, max(scene.sentence.start, cue.start - 8), scene.sentence.end)
    return told is not None and told.start() < cue.start < told.end() and not cue.end <= candidate.start < told.end()


_ASIDE = re.compile(r", (?:which|who|whose|where|that)\b[^,;]*,")
"""A clause beside the sentence's own: `the mine, which has been closed since the 1990s, is to reopen`."""


def _is_in_aside(start: int, end: int, candidate: Candidate, scene: Scene) -> bool:
    """Tell whether a place lies in an aside of the sentence that tells nothing of the candidate's own word."""
    if (
        ", wh" not in scene.low[scene.sentence.start : start]
        and ", that" not in scene.low[scene.sentence.start : start]
    ):
        return False
    for aside in _ASIDE.finditer(scene.low, scene.sentence.start, scene.sentence.end):
        if aside.start() < start and end <= aside.end():
            return not aside.start() < candidate.start < aside.end()
    return False


def _by_cue(candidate: Candidate, scene: Scene) -> str | None:
    """Return the cue of old times that holds for a candidate."""
    low, chinese, start = scene.low, scene.sentence.chinese, candidate.extent[0]
    for cue in scene.found.cue("historical"):
        if not chinese and scene.says_before(_EARLIER_NUMBER, cue.start, 40):
            continue
        if not chinese and cue.start >= candidate.extent[1] and low.startswith("used to", cue.start):
            continue  # `the road used to truck ore` behind a fact tells of the road
        if not chinese and (
            _is_in_aside(cue.start, cue.end, candidate, scene)
            or _is_of_its_paper(cue, candidate, scene)
            or _is_of_thing(cue, candidate, scene)
        ):
            continue
        near = scene.apart((cue.start, cue.end), candidate.extent) <= 16
        if near or (chinese and cue.end <= start and not _NOWADAYS.search(low, cue.end, start)):
            return f"background by {quote(scene.folded, cue)}"
    return None


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
    if _OF_EARLIER.search(before):
        return "background: of an earlier time"
    if scene.says_before(_LAST_YEAR_ONCE, candidate.start):
        return "background: what was so for a time last year"
    if type_ == "export_control" and _is_defended(scene):
        return "background: a measure that stands is defended"
    return None


def _over_in_english(candidate: Candidate, scene: Scene, year: int) -> str | None:
    """Tell why the words around an English candidate make it old, or the setting of another fact."""
    if candidate.rule.startswith("move"):
        low, start = scene.low, candidate.start
        had = scene.says_before(_HAD, start, 16) is not None
        if had and not (scene.says(_TELLER) or _ON_YEAR.search(low, start, scene.sentence.end)):
            return "background: had happened before"
        if scene.says_before(_AFTER_A, start, 40) and _OF_BEFORE.match(low, candidate.end):
            return "background: of the time before"
        if scene.says_before(_SETTING, start, 60):
            return "background: the setting of another fact"
    return _told_of_then(candidate, scene, year)


_OF_LATE = re.compile(
    r"\bnow (?:trad|stand|sell|sit|fetch|pric|quot|at\b|cost|hover)|\b(?:this|last|the current) (?:year|month|week|quarter)\b|今年|去年|本月|上月|本周|上周"
)
"""A time that is told from the day of the text, beside which an earlier year is one to compare with."""

_VERDICT = re.compile(
    r"判处|判刑|获刑|被判|判决|宣判|\b(?:sentenced|jailed|convicted|fined|pleaded|pled|found guilty|charged)\b"
)
"""What is news of a deed of earlier years: its punishment."""


def _by_year(candidate: Candidate, scene: Scene, year: int) -> str | None:
    """Tell which earlier year a candidate is of: the one its own clause gives, or the latest that the sentence names."""
    if told := _years_after(candidate, scene, year):
        return f"background: speaks of {told}"
    low, sentence = scene.low, scene.sentence
    if candidate.type == "smuggling" and scene.says(_VERDICT):
        return None
    spelt = _YEAR_ZH if sentence.chinese else _YEAR
    if scene.says(spelt) is None or scene.says(_OF_LATE):
        return None
    years = [
        int(match[1])
        for match in spelt.finditer(low, sentence.start, sentence.end)
        if not _is_mark(candidate, scene, match.start())
        and not _SINCE_ZH.match(low, match.end())
        and not _MARK_OF.match(low, match.end())
        and not _MADE.match(low, match.end())
        and not scene.says_before(_EARLIER_OF, match.start(), 80)
        and not scene.says_before(_PAPER_OF, match.start(), 48)
    ]
    return f"background: speaks of {max(years)}" if years and max(years) < year - 1 else None


_EARLIER_OF = re.compile(
    r"\b(?:from|against|versus|compared (?:with|to)|than) (?:(?!(?:to|at)\b)[a-z][\w'’-]*,? ){0,5}[$€£¥]?(?:us\$|a\$|c\$)?\d(?:[^,;()]|,(?=\d)){0,32} in (?:(?:the |early |late |mid-?|spring |summer |autumn |winter |first |second |third |fourth |half |quarter |of |[a-z]{3,9} )*)\Z"
)
"""What makes a year that of the earlier number alone: `rose to $81 from $32 in 2021`."""

_PAPER_OF = re.compile(
    r"\b(?:agreements?|contracts?|deals?|accords?|pacts?|memorandum|licen[cs]es?|permits?|acts?|laws?|decrees?|ordinances?|orders?|regulations?|rules?|resolutions?|statements?|treaty|concessions?|terms) "
    r"(?:of|from|dated|signed in|concluded in|struck in|made in|reached in) (?:(?:early|late|mid-?) ?)?(?:\d{1,2} )?(?:[a-z]{3,9}\.? )?\Z"
)
"""What makes a year that of a paper and not of its fate: `ended the supply agreement of November 2022`."""


_SINCE_THEN = re.compile(r"\bsince (?:[a-z][\w'’-]* ){2,8}in (?:(?:early|late|mid|[a-z]{3,9}) |mid-)?\Z")
"""What makes a year that of what a mark is measured from: `the highest since the agency began to assess it in 2019`."""


def _is_mark(candidate: Candidate, scene: Scene, place: int) -> bool:
    """Tell whether a year is a mark to measure from, or that of another deed than the candidate's own."""
    mark = scene.says_before(_SINCE, place, 40)
    if mark is None:
        then = scene.says_before(_SINCE_THEN, place, 80)
        return then is not None and candidate.end <= then.start()
    own = candidate.start <= mark.start() < candidate.end and mark.group().startswith(_DEEDS)
    return not own


_DEEDS = (
    "signed",
    "built",
    "opened",
    "agreed",
    "bought",
    "acquired",
    "started",
    "announced",
    "commissioned",
    "closed",
    "idled",
    "shuttered",
    "mothballed",
    "introduced",
    "imposed",
    "discovered",
    "founded",
    "established",
    "launched",
)
_RELATIVES = (" which ", " who ", " that ")
_RELATIVE = re.compile(r",? (?:which|who|that) (?:[a-z]+ ){0,3}\Z")
_THEN = re.compile(
    r"[^,;.]{0,60}? (?:last year|earlier this year|(?:an?|two|three|four|five|six|seven|eight|nine|ten|several|some|\d+) (?:years?|decades?) (?:ago|earlier)|in (?P<year>(?:1[789]|20)\d\d)|in the (?:early |late )?(?:19|20)\d0s)\b"
)
"""The time of a relative clause, which tells what its noun has done before."""
_PASSED = (" since ", " after ")
_YEARS_SINCE = re.compile(
    r"\b(?:years?|decades?) (?:(?:have |has )?(?:passed|gone by) )?(?:since|after) (?:the |its )?(?:[\w'’-]+ ){0,4}\Z"
)
"""What makes of a deed an anniversary: `it is ten years since the state halted exports`."""


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


_IN_YEAR = re.compile(
    r"(?:(?! and | but | to |[,;:]).){0,48}? in (?:(?:early|late|mid|[a-z]+) |mid-)?(?P<year>19\d\d|20\d\d)(?![\d-])"
)
"""The year that a clause gives its own fact: `acquired its first claims in 2021 and could start`."""


def _years_after(candidate: Candidate, scene: Scene, year: int) -> int | None:
    """Return the year, two or more ago, in which an English clause says that its deed was done."""
    if scene.sentence.chinese or candidate.type not in ACTS:
        return None
    told = _IN_YEAR.match(scene.low, candidate.extent[1], scene.sentence.end)
    if told is None or _is_mark(candidate, scene, told.start("year")):
        return None
    return int(told["year"]) if int(told["year"]) < year - 1 else None


ACTS = frozenset(["export_control", "mna", "large_contract", "smuggling", "stockpiling"])
"""Types that tell an act of one day, not the figure of a month."""


_IS_NEW = re.compile(
    r"(?:following|after) (?:the )?(?:[a-z]+['’]s? )?(?:recent|latest|newest|new|fresh|sudden|surprise|newly (?:announced|imposed|introduced)|just-announced) (?:[a-z-]+ ){0,3}?(?:export|import)"
)
"""What makes of a measure behind `following` news of the lead: `following Peru's recent export ban on tin`."""


def background(candidate: Candidate, scene: Scene) -> str | None:
    """Tell why a measure is only named, not done: after `following`, or without a verb of doing near it."""
    folded, found = scene.folded, scene.found
    start, end = candidate.extent
    if not scene.sentence.chinese and _ACTS_ON.match(folded.low, end, scene.sentence.end):
        return "background: named for what it does"
    for cue in found.cue("background"):
        if scene.sentence.order <= 2 and _IS_NEW.match(folded.low, scene.sentence.start, end):
            continue
        if cue.end <= start and scene.gap(cue.end, start) <= (14 if scene.sentence.order > 2 else 7):
            return f"background by {quote(folded, cue)}"
    for hit in found.parts():
        if (
            hit.id == candidate.pack.pack.name
            and hit.data in {"act", "lift", "forbid"}
            and scene.apart((hit.start, hit.end), candidate.extent) <= 8
        ):
            return None
    return "background: named, not done" if scene.sentence.order > 2 else None
