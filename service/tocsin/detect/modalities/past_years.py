"""Past years: the year a text speaks from, and the earlier year that a sentence or clause gives its own fact.

A year that only dates a mark, an earlier number, a paper or the fact it is compared with says nothing of the fact.
"""

import re

from tocsin.detect.calendar.period_patterns import MULTIPLE, OF_THEN
from tocsin.detect.scenes.scene import Candidate, Scene
from tocsin.detect.texts.text import holds_any
from tocsin.messages import Article

ACTS = frozenset(["export_control", "mna", "large_contract", "smuggling", "stockpiling"])
"""Types that tell an act of one day, not the figure of a month."""
_YEAR = re.compile(
    r"([12](?<!\d[12])(?:(?<=1)9[5-9]|(?<=2)0[0-4])\d)(?!\d|[ ]?(?:gmt|utc|cet|est|edt|bst|hours|hrs|yuan|usd|元|吨|mt\b|tons|tonnes|t\b|-yuan|家|万|人|%))"
)
_OLD_YEAR = re.compile(
    r"(1(?:(?<= in 1)|(?<= an 1)|(?<= of 1)|(?<= by 1)|(?<= the 1)|(?<=late 1)|(?<=arly 1))[6-9]\d\d)\b(?![,.%-]?\d|%| ?(?:t|tons?|tonnes?|mt|lots?|ounces|oz|kg|bushels|bales|barrels|usd|dollars|euros|yuan|people|workers|jobs|staff|gmt|utc|cet|est|edt|bst|hours|hrs|megawatts?|mw|kw|km|miles|metres|meters|acres|hectares|sites|stations|wells|a|per)\b)"
)
"""A year of an earlier century, where a word that years have stands before it: `an 1881 strike`, `in 1848`."""
_YEAR_ZH = re.compile(
    r"([12](?<!\d[12])(?<!\d[.,][12])(?:(?<=1)9[5-9]|(?<=2)0[0-4])\d(?=年|[-/.]\d{1,2}(?![\d元%])|[qh]\d|财年|/\d\d年)|1(?<!\d1)[5-9]\d\d(?=年))"
)
"""A year in Chinese, which says so: 失守2000关口 and 2000米 are none."""


def year_of(article: Article, low: str) -> int:
    """Return the year the article speaks from: that of its date, else the latest it names."""
    published = article.published_at.year
    if article.dated:
        return published
    return max((year for match in _YEAR.finditer(low) if (year := int(match[1])) <= published), default=published)


_OF_LATE = re.compile(
    r"\bnow (?:trad|stand|sell|sit|fetch|pric|quot|at\b|cost|hover)|\b(?:this|last|the current) (?:year|month|week|quarter)\b|\b(?:days?|weeks?|fortnight|months?) ago\b|今年|去年|本月|上月|本周|上周"
)
"""A time that is told from the day of the text, beside which an earlier year is one to compare with."""
_VERDICT = re.compile(
    r"判处|判刑|获刑|被判|判决|宣判|\b(?:sentenced|jailed|convicted|fined|pleaded|pled|found guilty|charged)\b"
)
"""What is news of a deed of earlier years: its punishment."""
_MARK_OF = re.compile(r" (?:high|low|peak|trough|record|lows|highs)\b")
"""What makes a year the mark of its own extreme: `its highest since a mid-1988 high`."""
_SINCE_ZH = re.compile(
    r"年?(?:第?[一二三四1-4]季度?|[上下]半年|\d{1,2}月份?(?:\d{1,2}日|[上中下]旬)?|年?[初中末底春夏秋冬])?(?:以来|之后|同[月期](?=以来|最))"
)
"""What makes of a Chinese year before it a mark to measure from: 为2009年6月以来最低."""
_RECORD_OF = re.compile(
    r"[年./-]?\d{0,2}(?:月份?)?(?:\d{1,2}日)?(?:所|时)?(?:创下|创出|创造|触及|录得|缔造|达到)的[^,;。]{0,10}(?:[纪记]录|[高低]点|新[高低]|[高低]位|峰值|最[高低])"
)
_FROM_MARK = re.compile(r"(?:距离?|逼近|接近|超过|超越|打破|刷新|较|比|低于|高于|突破)了?[^,;。]{0,6}\Z")
"""What makes of a Chinese year that of a mark: 距离2021年3月创下的高点仅差一步."""
_MADE = re.compile(r"年[^,;。]{0,28}(?:签署|签订|订立|签下|筹划|启动|立项|公布|发布|披露)的")
"""What makes a year that of an earlier act, which the sentence tells an end of: `2023年签署的合同终止`."""
_EARLIER_OF = re.compile(
    r"\b(?:from|against|versus|vs\.?|compared (?:with|to)|than) (?:(?!(?:to|at)\b)[a-z][\w'’-]*,? ){0,5}[$€£¥]?(?:us\$|a\$|c\$)?\d(?:[^,;()]|,(?=\d)|,(?= and \d)){0,40} in (?:(?:the |early |late |mid-?|spring |summer |autumn |winter |first |second |third |fourth |half |quarter |of |[a-z]{3,9},? )*)\Z"
    rf"|\b{MULTIPLE}{OF_THEN}"
)
"""What makes a year that of the earlier number alone: `rose to $81 from $32 in 2021`, `twice what it was in 2021`."""
_PAPER_OF = re.compile(
    r"\b(?:agreements?|contracts?|deals?|accords?|pacts?|memorandum|licen[cs]es?|permits?|acts?|laws?|decrees?|ordinances?|orders?|regulations?|rules?|resolutions?|statements?|treaty|concessions?|terms) "
    r"(?:of|from|dated|signed in|concluded in|struck in|made in|reached in) (?:(?:early|late|mid-?) ?)?(?:\d{1,2} )?(?:[a-z]{3,9}\.? )?\Z"
)
"""What makes a year that of a paper and not of its fate: `ended the supply agreement of November 2022`."""


def of_past_year(candidate: Candidate, scene: Scene, year: int) -> str | None:
    """Tell which earlier year a candidate is of: the one its own clause gives, or the latest that the sentence names."""
    if told := _years_after(candidate, scene, year):
        return f"background: speaks of {told}"
    low, sentence = scene.low, scene.sentence
    if not sentence.chinese and (old := _when_then(candidate, scene) or _paper_of_old(candidate, scene, year)):
        return f"background: speaks of {old}"
    if candidate.type == "smuggling" and scene.says(_VERDICT):
        return None
    if sentence.chinese and (then := _of_that_time(scene)) and then < year - 1:
        return f"background: speaks of {then}"
    spelt = _YEAR_ZH if sentence.chinese else _YEAR
    if scene.says(spelt) is None or scene.says(_OF_LATE):
        return _of_an_old_century(candidate, scene, year)
    years = [
        int(match[1])
        for match in spelt.finditer(low, sentence.start, sentence.end)
        if not _is_mark(candidate, scene, match.start())
        and not _SINCE_ZH.match(low, match.end())
        and not (_RECORD_OF.match(low, match.end()) and scene.says_before(_FROM_MARK, match.start(), 10))
        and not _MARK_OF.match(low, match.end())
        and not _MADE.match(low, match.end())
        and not scene.says_before(_EARLIER_OF, match.start(), 80)
        and not scene.says_before(_PAPER_OF, match.start(), 48)
    ]
    return f"background: speaks of {max(years)}" if years and max(years) < year - 1 else None


_BACK = r"(?:(?:an?|one|two|three|four|five|several) (?:years?|decades?) (?:ago|earlier)|last year)"
_WHEN_THEN = re.compile(
    rf"(?:\b{_BACK},? when|\b(?:was|were|had been) [a-z]+(?:ed|d|t|n) (?:[a-z]+ ){{0,4}}{_BACK},? (?:after|as|because|amid|following|in re(?:sponse|action) to)) (?:(?!(?:now|today|currently|has|have|is|are|this)\b)[\w'’%$.,-]+ ){{0,18}}\Z"
)
"""What makes of a fact behind it one of years ago: `were dropped two years ago, as prices soared`."""
_AGO = (" ago", " earlier", "last year")


def _when_then(candidate: Candidate, scene: Scene) -> str | None:
    """Return the time, a year or more ago, that the English words before a candidate give it."""
    if not holds_any(scene.low, _AGO, scene.sentence.start, candidate.start):
        return None
    return "a year ago" if scene.says_before(_WHEN_THEN, candidate.start, 200) else None


_PAPER_SIGNED = re.compile(
    r"(?:in|under) (?:an? |the |its |their )(?:[\w-]+ ){0,4}(?:agreement|protocol|contract|deal|accord|pact|treaty) (?:signed|struck|concluded|reached|agreed) (?:in|on) (?:[a-z]{3,9}\.? )?(?:\d{1,2},? )?(?P<year>(?:19|20)\d\d)\b"
)
"""What opens a sentence with an old paper, by which somebody buys or sells: `in a five-year protocol signed in 2019`."""


def _paper_of_old(candidate: Candidate, scene: Scene, year: int) -> str | None:
    if candidate.type != "large_contract":
        return None
    paper = _PAPER_SIGNED.match(scene.low, scene.sentence.start, scene.sentence.end)
    return paper["year"] if paper is not None and int(paper["year"]) < year - 1 else None


def _of_an_old_century(candidate: Candidate, scene: Scene, year: int) -> str | None:
    """Tell which year of an earlier century an English sentence speaks of, where it names none of ours."""
    told = None if scene.sentence.chinese else scene.says(_OLD_YEAR)
    if told is None or scene.says(_OF_LATE):
        return None
    if int(told[1]) >= year - 1 or _is_mark(candidate, scene, told.start(1)):
        return None
    return None if _MARK_OF.match(scene.low, told.end()) else f"background: speaks of {told[1]}"


_THEREAFTER_ZH = re.compile(
    r"[\"“”‘’']?(?:那一?年|那时候?|此后|其后|随后|后来|从此|自此|不久|次年|翌年|同年|当年|当时|那时)"
)
"""What opens a sentence of the times that the one before it tells of: `1802年…。此后价格大跌`."""


_ANY_YEAR_ZH = re.compile(r"(?<!\d)(1[4-9]\d\d|20[0-4]\d)(?=年)")


def _of_that_time(scene: Scene) -> int:
    """Return the last year that a paragraph names before a sentence that goes on with its times; 0 where none does."""
    low, start = scene.low, scene.sentence.start
    if _THEREAFTER_ZH.match(low, start) is None or scene.says(_OF_LATE):
        return 0
    years = _ANY_YEAR_ZH.findall(low, max(low.rfind("\n", 0, start), start - _PARAGRAPH, 0), start)
    return int(years[-1]) if years else 0


_PARAGRAPH = 300
"""Characters before a sentence within which its paragraph is searched for a year."""
_SINCE = re.compile(
    r"(?:since|last (?:seen|reached|hit|touched|traded|recorded)(?: back)? in|not (?:seen|reached) since|unseen since|than in|compared with|compared to|versus|from|(?:signed|built|opened|founded|established|launched|dated|agreed|bought|acquired|started|announced|commissioned|discovered|closed|idled|shuttered|mothballed|introduced|imposed) (?:back )?(?:in|on))\s+(?:(?:the|at least|early|late|mid|end|start|beginning|middle|of|in|first|second|third|fourth|last|quarter|half|spring|summer|autumn|fall|winter|\d{1,2}(?:st|nd|rd|th)?)[\s-]+)*(?:[a-z]+\.?\s+)?(?:of\s+)?(?:\d{1,2},\s+)?(?:mid-)?$|自$"
)
"""What makes a year a mark to measure from, not the time of the fact: the highest since 2014."""
_SINCE_THEN = re.compile(r"\bsince (?:[a-z$€£¥\d][\w'’.,/%-]* ){2,8}in (?:(?:early|late|mid|[a-z]{3,9}) |mid-)?\Z")
"""What makes a year that of what a mark is measured from: `the highest since the agency began to assess it in 2019`."""
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


def _is_mark(candidate: Candidate, scene: Scene, place: int) -> bool:
    """Tell whether a year is a mark to measure from, or that of another deed than the candidate's own."""
    mark = scene.says_before(_SINCE, place, 40)
    if mark is None:
        then = scene.says_before(_SINCE_THEN, place, 80)
        return then is not None and candidate.end <= then.start()
    own = candidate.start <= mark.start() < candidate.end and mark.group().startswith(_DEEDS)
    return not own and not (candidate.type in _STOPS and _is_dated_by(candidate, scene, place))


_STOPS = ACTS | {"production_change", "supply_source"}


def _is_dated_by(candidate: Candidate, scene: Scene, place: int) -> bool:
    """Tell whether a year stands right before the noun that tells the fact: `costs of the 2011 closure`."""
    named = candidate.type == "mna" or scene.low.endswith((" the ", " its ", " their "), 0, place)
    return candidate.start == place + 5 and named


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
