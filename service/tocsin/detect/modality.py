"""Modality: whether a candidate's fact happened, is expected, is possible, was denied, or is background."""

import re

from tocsin.detect.chinese import (
    AWAITED,
    EXHAUSTED,
    FORESEEN,
    GENERAL,
    LINKED,
    MEANWHILE,
    NOWADAYS,
    PROSPECT,
    ROOM,
    RUN_OVER,
    SPENT,
    SUPPOSED,
    THEN,
    TOPIC,
    WHENEVER,
    WITH,
)
from tocsin.detect.denials import plainly_denied
from tocsin.detect.hits import Hit
from tocsin.detect.periods import MONTHS
from tocsin.detect.scene import Candidate, Scene
from tocsin.detect.text import Folded
from tocsin.detect.tries import longest_of
from tocsin.messages import Article, Modality

_YEAR = re.compile(r"(?<!\d)(19[5-9]\d|20[0-4]\d)(?!\d|[ ]?(?:yuan|usd|元|吨|mt\b|tons|tonnes|t\b|-yuan|家|万|人|%))")

_EARLIER_NUMBER = re.compile(r"\b(?:from|against|versus|than) (?:an? |the |about |some )?[$€£]?\d[^;]{0,24} \Z")
"""What makes of `previously` the time of the earlier number alone: `cut to 27 Mt, from 31 Mt previously`."""
_WAS_STOPPED = re.compile(
    r"了?(?:将|近|约|逾|超|超过|长达)*[\d一二三四五六七八九十两几数半]+(?:多|余)?个?(?:多|半)?(?:小时|天|日|周|月|季度|年)(?:多|余|之久|有余)?的(?!公告|通知|消息|决定|计划|要求|指令)"
)
"""What makes a Chinese stop one that names its site, behind a verb that says it runs again: 停产近两周的项目已恢复生产."""
_YEAR_ZH = re.compile(r"(?<![\d.,])(19[5-9]\d|20[0-4]\d)(?=年|[-/.]\d{1,2}(?![\d元%])|[qh]\d|财年|/\d\d年)")
"""A year in Chinese, which says so: 失守2000关口 and 2000米 are none."""
_MARK_OF = re.compile(r" (?:high|low|peak|trough|record|lows|highs)\b")
"""What makes a year the mark of its own extreme: `its highest since a mid-1988 high`."""
_MADE = re.compile(r"年[^,;。]{0,28}(?:签署|签订|订立|签下|筹划|启动|立项|公布|发布|披露)的")
"""What makes a year that of an earlier act, which the sentence tells an end of: `2023年签署的合同终止`."""
_ASKED = re.compile(r"(?:还是|吗|呢|会不会|能不能|能否|是否|怎么|如何|什么|为何|哪些|多少|几何)[^?]*\?[\"'”’)\s]*\Z")
"""A Chinese question, which states nothing."""
_OUTLOOK = re.compile(r"目标|预期|预测|预估|指引|指导")
"""What makes of a Chinese noun before it a forecast, which is what moves: 下调产量指引."""
_WONDERED = re.compile(
    r"(?:what (?:would|if|could|will|might)|would|will|could|can|should|might|may|do|does|did|is|are|what does|how (?:would|could|will|might)) "
    r"[^.?]*\?[\"'”’)\s]*\Z"
)
"""An English question that asks whether something is so, and states nothing."""
_ADVICE = re.compile(
    r"(?:[a-z ]{2,16}: )?(?:buy|sell|accumulate|short|go (?:long|short)|book profits?|time to buy|time to sell) "
)
"""How a tip for traders begins, which tells no move: `buy zinc on dips`."""
_EACH = re.compile(
    r"\b(?:each|every) (?:[$€£]?[\d.,]+(?:%| per ?cent| percent| cents?)?(?:-[a-z]+)? )?(?:additional |further )?(?:rise|fall|drop|gain|increase|decrease|decline|change|move)\b"
)
"""What gives a rule of thumb, not a move: `each 10% rise in the price adds $4 million to its profit`."""
_WONT = re.compile(r"\b(?:when|whenever|if)\b[^.;]*\b(?:usually|typically|generally|normally|tends? to)\b")
"""General knowledge: `when prices rise, smelters usually pay more`."""
_SETTING = re.compile(r"\bwhen (?:the |its |their )?(?:[a-z]+ ){0,3}(?:was|were|had been|stood) (?:at )?(?:[a-z]+ )?\Z")
"""What makes a state the setting of another fact: `stocks were sold in May, when the price was at its lowest`."""
_HAD = re.compile(r"\bhad (?:also |already |long |been )?\Z")
_TELLER = re.compile(
    r"\b(?:sa(?:ys|id)|showed|shows?|report(?:ed|s)?|announced|data|told|according|estimated|found|confirmed|added|noted|revealed|indicated|that)\b"
)
"""Who tells it: `the ministry said that output had fallen` is news, `copper had rallied` what came before."""

_BY_YEAR = re.compile(r"\b(?:by|in|from) (?:the (?:end|start|middle) of |late |early |mid-|end-)?(20\d\d)\b")
_FORESEEN = frozenset(["production_change", "supply_source", "demand_change", "price_move"])
REACH_OF_YEAR = 14.0
"""How far behind a trigger the year may stand by which its fact will be."""
_DONE_BEFORE = re.compile(r"\b(?:since|after|following|having|upon|in response to) \Z")
"""What makes a verb in -ing a thing that came before what the sentence tells: `since acquiring the mine`."""
_SINCE = re.compile(
    r"(?:since|than in|compared with|compared to|versus|from|(?:signed|built|opened|founded|established|launched|dated|agreed|bought|acquired|started|announced|commissioned|discovered|closed|idled|shuttered|mothballed|introduced|imposed) (?:back )?(?:in|on))\s+(?:(?:the|early|late|mid|end|start|of|in)[\s-]+)*(?:[a-z]+\.?\s+)?(?:\d{1,2},\s+)?(?:mid-)?$|自$"
)
"""What makes a year a mark to measure from, not the time of the fact: the highest since 2014."""


def judge(candidate: Candidate, scene: Scene, year: int, month: int = 0) -> tuple[Modality, str]:
    """Return the modality and the reason for it. `month` is that of the article, 0 where it has no date."""
    folded, sentence, found = scene.folded, scene.sentence, scene.found
    if cue := _denial(candidate, scene) or plainly_denied(candidate, scene):
        return Modality.DENIED, f"denied by {_quote(folded, cue)}"
    if past := _past(candidate, scene, year):
        return Modality.HISTORICAL, past
    if month and (dated := _months_ago(candidate, scene, month)):
        return Modality.HISTORICAL, dated
    if not candidate.act and (why := _background(candidate, scene)):
        return Modality.HISTORICAL, why
    if candidate.modality:
        return Modality(candidate.modality), "said by the rule"
    start, end = candidate.extent
    limit = 26.0 if sentence.chinese else 12.0
    for name, modality in (("possible", Modality.POSSIBLE), ("expected", Modality.EXPECTED)):
        for cue in found.cue(name):
            if _takes_object(cue, candidate, scene) if sentence.chinese else _is_month(cue, scene):
                continue
            if ': "' in folded.low[cue.end : candidate.start]:
                continue  # what is said in a quotation has a modality of its own
            if not sentence.chinese and _is_done_or_given(cue, candidate, folded.low):
                continue
            if start <= cue.start and cue.end <= end:
                return modality, f"{modality} by {_quote(folded, cue)}"
            if sentence.chinese and _is_of_another_clause(cue, candidate, scene):
                continue
            if cue.end <= candidate.end and cue.start < candidate.start:
                if scene.gap(cue.end, candidate.start, dash=0.0) <= (
                    limit if name == "expected" or not sentence.chinese else 10.0
                ):
                    return modality, f"{modality} by {_quote(folded, cue)}"
            elif sentence.chinese:
                if 0 <= cue.start - candidate.end <= 1 and folded.low[cue.start : cue.end] in _FEARS:
                    return modality, f"{modality} by {_quote(folded, cue)}"
                if _is_outlook(candidate, cue, scene):
                    return modality, f"{modality} by {_quote(folded, cue)}"
            elif (
                cue.start >= candidate.end
                and scene.gap(candidate.end, cue.start) <= 3.0
                and not folded.low.startswith(_AIMS, cue.start)
            ):
                return modality, f"{modality} by {_quote(folded, cue)}"
    if not sentence.chinese and candidate.pack.pack.signal in _FORESEEN and (why := _foreseen(candidate, scene, year)):
        return Modality.EXPECTED, why
    if governed := _governed(candidate, scene):
        return governed
    if told := _to_come(candidate, scene):
        return Modality.EXPECTED, f"expected by “{told}” in a headline"
    return Modality.ACTUAL, "stated"


_MANAGED = re.compile(r" (?:[^,;]+ )?(?<!have )(?:managed|was able|were able|succeeded in|went on) (?:to )?\Z")
"""What was brought off, whatever is forecast before it: `cut its forecast and said the group managed to lift output`."""
_GIVEN = re.compile(
    r"(?: (?:about|over|at|by))? the (?:(?:recent|latest|sharp|steep|current|sudden|continued|ongoing|[a-z]+'s) )*\Z"
)
"""What makes the fact that one fears or warns of one that is there: `concern about the drop in prices`."""
_CARE_ABOUT = re.compile(r" (?:[a-z]+ )?(?:concern|worry|worries|alarm|surprise) (?:about|over|at) the (?:[a-z]+ )?")
"""Who is not troubled by a fact denies none: `no concern about the drop in prices`."""
_CARES = ("concern", "worr", "fear", "alarm")


def _is_done_or_given(cue: Hit, candidate: Candidate, low: str) -> bool:
    """Tell whether a fact is there although a cue of doubt stands before it."""
    if cue.end > candidate.start:
        return False
    between = low[cue.end : candidate.start]
    if _MANAGED.fullmatch(between):
        return True
    return candidate.nominal and low.startswith(_CARES, cue.start) and _GIVEN.fullmatch(between) is not None


_TO = re.compile(r"([\w&.'’%-]+) to (?:further |[a-z]+ly )?\Z")
_DOING = re.compile(
    r"(?:begins?|began|begun|beginning|starts?|started|starting|continu(?:es?|ed|ing)|helps?|helped|helping|forc(?:es?|ed|ing)|"
    r"decision|decides?|order|orders|move|announcement|notice|bid|effort|right|need|power|authority|agreement|vote|decid(?:es?|ed)|vot(?:es|ed)|ordered|cho(?:oses|se)|opt(?:s|ed)|manag(?:es?|ed)|leads?|led|caus(?:es?|ed)|prompts?|prompted|due|thanks|used|moves?|moved|able|returns?|returned|rushe?[sd]?)"
)
"""What makes of a verb behind `to` a fact: `forced to cut`."""


_MADE_TO = re.compile(
    r"\b(?:forc(?:es|ed|ing)|prompt(?:s|ed|ing)|caus(?:es|ed|ing)|led|leads|leading|compel(?:s|led|ling)|oblig(?:es|ed)|push(?:es|ed)|driv(?:es|ing)|drove|helped|helps)"
    r"(?: [\w'’.&-]+){1,7} to (?:further )?\Z"
)
"""What makes somebody do a thing, which then is done: `a strike forced the miner to halt output`."""
_WHO = re.compile(r"(?:(?:[A-Z][\w.&'’-]*|of|and|the|&) ){1,6}to (?:further )?\Z")
"""A headline whose subject is to do something: `India to ban`."""
_OF_ACTS = frozenset(["export_control", "stockpiling", "supply_source", "mna", "large_contract", "production_change"])


_PLANS = re.compile(
    r"(?<!’s )(?<!'s )\b(?:plans?|is planning|are planning|read(?:y|ies)|prepares?|is preparing|proposes?|is proposing|mulls?|weighs?|considers?|is considering|eyes|ponders?|floats?|threatens?)"
    r" (?:(?!to |its to )(?:[\w-]+|[\d.,]+ ?%) ){0,5}\Z"
)
"""What makes of the noun that it governs a thing to come: `plans a 5 percent export duty`, `mulls output cut`."""
_PLANNED = re.compile(r"plan|read|prepar")


def _governed(candidate: Candidate, scene: Scene) -> tuple[Modality, str] | None:
    """Return what a verb of planning makes of the deed that is its object."""
    if scene.sentence.chinese or candidate.pack.pack.signal not in _OF_ACTS or candidate.rule.endswith("verb"):
        return None
    start = min((part.start for part in candidate.parts), default=candidate.start)
    found = _PLANS.search(scene.low, max(scene.sentence.start, start - 64), max(start, scene.sentence.start))
    if found is None:
        return None
    verb = found[0].split()[0]
    modality = (
        Modality.EXPECTED if _PLANNED.match(found[0].removeprefix("is ").removeprefix("are ")) else Modality.POSSIBLE
    )
    return modality, f"{modality} by “{verb}”"


def _to_come(candidate: Candidate, scene: Scene) -> str | None:
    """Return the words by which a headline tells what is to come: `Ridley to cut output`, `India to ban exports`."""
    if scene.sentence.chinese or scene.sentence.order:
        return None
    start, low = scene.sentence.start, scene.low
    if (candidate.parts or candidate.rule == "phrase") and candidate.pack.pack.signal in _OF_ACTS:
        if candidate.measure == "licence":
            return None  # a licence that is to be asked for has been decreed
        places = {candidate.start, *(part.start for part in candidate.parts)}
        ends = sorted(place + 3 * low.startswith("to ", place) for place in places)
        found = next((f for end in ends if (f := _WHO.match(scene.folded.plain, start, end)) is not None), None)
        if found is None or not (told := _TO.search(low, start, found.end())) or _DOING.fullmatch(told[1]):
            return None
        return told[0].strip()
    if not candidate.rule.endswith("verb"):
        return None
    found = _TO.search(low, max(start, candidate.start - 48), candidate.start)
    if found is None or _DOING.fullmatch(found[1]) or _MADE_TO.search(low, start, candidate.start):
        return None
    return found[0].strip()


_AIMS = ("anticipation of", "measures to", "in a bid to", "in order to")
"""Cues that make what follows them a wish, and leave what stands before them a fact."""
_FORECAST = r"(?:forecasts?|outlook|views?|projections?|estimates?|expectations|predictions?|guidance)"
_FORECAST_OF = re.compile(
    rf"(?: (?:growth|demand|supply|output|production|consumption|price|prices))? {_FORECAST}\b(?! (?:show|say))"
)
"""What makes of a noun a forecast of it: `trims its demand growth view`."""
_FORECAST_FOR = re.compile(rf"\b{_FORECAST} (?:for|of|on) |\b(?:forecast|projected|expected) (?:[a-z]+ )?\Z")
_AGREED = re.compile(r"\b(agreed|pledged|promised|vowed|planned)(?: [\w.-]+){1,5} to (?:[a-z]+ly )?\Z")
"""A promise whose time stands before its verb: `agreed in June to cut output`."""


def _foreseen(candidate: Candidate, scene: Scene, year: int) -> str | None:
    """Return why what a candidate tells is only expected, though no cue says so."""
    if told := _forecast(candidate, scene) or _promised(candidate, scene):
        return f"expected by “{told}”"
    ahead = _ahead(candidate, scene, year)
    return f"expected: speaks of {ahead}" if ahead else None


def _forecast(candidate: Candidate, scene: Scene) -> str | None:
    """Return the forecast that is raised or cut, where it is no more than a forecast that moves."""
    subject, low = candidate.subject, scene.low
    if subject is None or not candidate.rule.startswith("move"):
        return None
    if found := _FORECAST_OF.match(low, subject.end, scene.sentence.end):
        return found.group().strip()
    if candidate.end <= subject.start and (found := _FORECAST_FOR.search(low[candidate.end : subject.start])):
        return found.group().strip()
    return None


def _promised(candidate: Candidate, scene: Scene) -> str | None:
    """Return the word that promises what the candidate tells."""
    found = _AGREED.search(scene.low, max(scene.sentence.start, candidate.start - 60), candidate.start)
    return found[1] if found else None


_FEARS = frozenset(["担忧", "担心", "传闻", "威胁"])
"""What makes of a Chinese fact right before it one that is feared: 供应中断担忧."""
_AUXILIARY = frozenset(["可能", "或", "恐", "或将", "或许", "有可能", "将", "会", "将会", "料"])


_REPORTS = re.compile(r",[^,;。]{0,14}(?:报告|公布|数据显示)(?!期|称)[^,;。]*\Z")
"""What opens a later clause that tells a figure, and expects none."""


def _is_of_another_clause(cue: Hit, candidate: Candidate, scene: Scene) -> bool:
    """Tell whether an auxiliary verb belongs to an earlier clause: `或将降息,锌价周四跌2%`; verbs of saying reach farther."""
    low, start = scene.low, candidate.extent[0]
    if scene.sentence.chinese and cue.id == "expected" and _REPORTS.search(low, cue.end, start):
        return True  # 分析师预期减少210万桶,协会报告增加70万桶
    bound = cue.id == "possible" or low[cue.start : cue.end] in _AUXILIARY
    if not bound or "," not in low[cue.end : start]:
        return False
    return any(candidate.end <= amount.start <= candidate.end + 4 for amount in scene.amounts)


def _is_month(cue: Hit, scene: Scene) -> bool:
    """Tell whether a cue is the month of May: it has a capital, and stands within a sentence or before goods."""
    if scene.folded.plain[cue.start : cue.end] != "May":
        return False
    return cue.start > scene.sentence.start or any(0 <= hit.start - cue.end <= 1 for hit in scene.found.commodities)


def _ahead(candidate: Candidate, scene: Scene, year: int) -> int | None:
    """Return the coming year by which the fact will be, if the clause after the trigger names one: `rises to 9,000 t by 2031`."""
    for match in _BY_YEAR.finditer(scene.low, candidate.end, scene.sentence.end):
        if int(match[1]) > year and scene.gap(candidate.end, match.start()) <= REACH_OF_YEAR:
            return int(match[1])
    return None


def _is_outlook(candidate: Candidate, cue: Hit, scene: Scene) -> bool:
    """Tell whether what is moved in Chinese is a forecast of its subject: 下调产量指引."""
    subject = candidate.subject
    return (
        subject is not None
        and candidate.end <= subject.start
        and cue.start == subject.end
        and _OUTLOOK.match(scene.low, subject.end) is not None
    )


_SET = frozenset(["上调", "下调", "调高", "调低", "调降", "调涨", "提高", "降低", "削减", "延长", "扩大"])


def _takes_object(cue: Hit, candidate: Candidate, scene: Scene) -> bool:
    """Tell whether 将 only brings the object forward: `该厂将锡锭出厂价下调900元`, not `该厂将下调出厂价`."""
    if scene.low[cue.start : cue.end] != "将" or scene.low[candidate.start : candidate.end] not in _SET:
        return False
    moved = candidate.parts if candidate.subject is None else (candidate.subject,)
    return any(cue.end <= part.start and part.end <= candidate.start for part in moved)


def year_of(article: Article, low: str) -> int:
    """Return the year the article speaks from: that of its date, else the latest it names."""
    published = article.published_at.year
    if article.dated:
        return published
    return max((year for match in _YEAR.finditer(low) if (year := int(match[1])) <= published), default=published)


def _denial(candidate: Candidate, scene: Scene) -> Hit | None:
    low, found, sentence = scene.low, scene.found, scene.sentence
    for cue in found.cue("refuted"):
        if cue.start >= candidate.end:
            return cue
    far = DEAL_UNDONE if candidate.pack.pack.signal == "mna" else 4.0
    near = _before(found.cue("denied"), candidate, scene, low, far if sentence.chinese else 6.0)
    if near is not None or sentence.chinese:
        return near
    told = [cue for cue in found.cue("denied") if _RUMOUR.match(low, cue.end)]
    return _before(told, candidate, scene, low, RUMOUR_REACH)


_RUMOUR = re.compile(
    r" (?:the |any |all )?(?:[\w-]+ ){0,2}(?:speculation|rumou?rs?|reports?|suggestions?|claims?|talk|allegations?) (?:that|of|about)\b"
)
"""What a denial is of, so that all that follows is denied: `denied speculation that it was in talks to sell`."""
RUMOUR_REACH = 14.0

DEAL_UNDONE = 16.0
"""How far a Chinese deal may stand from the word that undoes it: 终止筹划的某锡矿探矿权收购."""


def negated(candidate: Candidate, scene: Scene) -> str | None:
    """Return why a candidate states nothing: its fact is plainly negated, failed, or only asked about."""
    if scene.sentence.chinese and _ASKED.search(scene.low, scene.sentence.start, scene.sentence.end):
        return "asked"
    if scene.sentence.chinese and any(
        SUPPOSED.search(scene.low[max(scene.sentence.start, place - 60) : place])
        for place in (candidate.start, candidate.extent[0])
    ):
        return "only supposed"
    if (
        scene.sentence.chinese
        and candidate.rule.startswith(("move", "phrase"))
        and LINKED.match(scene.low, candidate.end)
        and WITH.search(scene.low, max(scene.sentence.start, candidate.start - 24), candidate.start)
    ):
        return "a reason given"
    if scene.sentence.chinese and _is_asked_about(candidate, scene):
        return "the matter of a question"
    if scene.sentence.chinese and _is_general(candidate, scene):
        return "general knowledge"
    if scene.sentence.chinese and (
        TOPIC.search(scene.low[max(scene.sentence.start, candidate.extent[0] - 30) : candidate.extent[0]])
        or MEANWHILE.match(scene.low, candidate.extent[1])
    ):
        return "the matter spoken of, or the setting"
    if (
        scene.sentence.chinese
        and candidate.rule.startswith(("move", "phrase"))
        and RUN_OVER.search(scene.low, max(scene.sentence.start, candidate.start - 20), candidate.start)
    ):
        return "a run that is over"
    if candidate.pack.pack.signal == "price_move" and _ADVICE.match(scene.low, scene.sentence.start):
        return "advice"
    if scene.sentence.chinese and _is_spent(candidate, scene.low):
        return "a move that does not go on"
    if scene.sentence.chinese and candidate.rule.startswith(("move", "phrase")):
        if AWAITED.match(scene.low, candidate.extent[1]):
            return "awaited"
        if PROSPECT.match(scene.low, candidate.end):
            return "only weighed"
    if not scene.sentence.chinese and _WONDERED.match(scene.low, scene.sentence.start, scene.sentence.end):
        return "asked"
    if not scene.sentence.chinese and any(
        told.search(scene.low, scene.sentence.start, scene.sentence.end) for told in (_EACH, _WONT)
    ):
        return "general knowledge"
    if not scene.sentence.chinese and _GIVEN_UP.search(scene.low, scene.sentence.start, scene.sentence.end):
        return "planned, and given up"
    for cue in scene.found.cue("failed"):
        if (
            cue.start >= candidate.end
            and scene.gap(candidate.end, cue.start) <= 4.0
            and not (candidate.pack.pack.signal == "export_control" and scene.low.startswith("延期", cue.start))
        ):  # a duty that is put off till later is prolonged
            return f"failed: {_quote(scene.folded, cue)}"
    negation = _before(scene.found.cue("negated"), candidate, scene, scene.low, 4.0)
    if negation is not None and _CARE_ABOUT.fullmatch(scene.low, negation.end, candidate.start):
        negation = None
    if negation is None or plainly_denied(candidate, scene):
        return None
    return f"negated by {_quote(scene.folded, negation)}"


_GIVEN_UP = re.compile(
    r"\bhad (?:originally |initially |earlier |previously )?(?:planned|intended|aimed|wanted|sought|been due|been set|been expected) to\b[^.;]*"
    r"\bbut (?:then |later |has |it |they )*(?:did not|didn't|never did|has not|hasn't|not done|dropped|scrapped|abandoned|shelved|cancell?ed|gave up|changed|decided (?:not|against)|backed|thought better|held back)\b"
)
"""A plan that came to nothing: `had planned to cut output but did not`."""


_DEFENDED = re.compile(r"不针对[^,;。]{0,4}(?:特定)?(?:国家|第三方)|(?:国际)?通行(?:做法|惯例)|不是禁止出口|非歧视")
_ANEW = re.compile(r"决定|公告|即日|自[^,;。]{0,16}起|生效|新一轮|首次|新增|进一步|升级|追加")


def _is_defended(scene: Scene) -> bool:
    """Tell whether an office only stands by its controls: 依法对锗实施管制,不针对任何特定国家."""
    start, end = scene.sentence.start, scene.sentence.end
    return _DEFENDED.search(scene.low, start, end) is not None and _ANEW.search(scene.low, start, end) is None


_ACTS_ON = re.compile(
    r"(?: (?:on|of) [a-z -]{3,40}?)?(?: (?:has|have|had|also|is|are|will|could|may|might))* (?:rais(?:es?|ed|ing)|hurt(?:s|ing)?|squeez(?:es?|ed|ing)|disrupt(?:s|ed|ing)?|boost(?:s|ed|ing)?|driv(?:es?|ing)|drove|driven"
    r"|push(?:es|ed|ing)?|sen[dt]s?|sending|lift(?:s|ed|ing)?|weigh(?:s|ed|ing)?|stok(?:es?|ed|ing)|fuel(?:s|led|ed|ing|ling)?|rattl(?:es?|ed|ing)|threaten(?:s|ed|ing)?|forc(?:es?|ed|ing)|spur(?:s|red|ring)?|dent(?:s|ed|ing)?|strain(?:s|ed|ing)?)"
    r" (?!(?:by|on|in|from|to|for|after|as|and|or|at|with|last|this|next|again|[a-z]+ly)\b)[a-z]"
)
"""What a measure does that is named only for its effects: `export curbs squeezed magnet makers`."""


_ASKED_ABOUT = re.compile(
    r"就(?P<what>[^,;。]{2,48}?)(?:的?有关问题|的?相关问题|一事|等问题|问题)?(?:答记者问|答问|应询|回答[^,;。]{0,8}提问|回应[^,;。]{0,6}(?:关切|提问)|接受[^,;。]{0,8}采访|采访了?|专访|发表谈话|(?:进行|举行|展开|开展)了?[^,;。]{0,6}(?:磋商|会谈|讨论|交流|沟通|对话|谈判)|交换意见|交换了意见)"
)
"""What names the matter that an office is asked about: 就出口管制答记者问."""
_DECIDED = re.compile(r"实施|加强|调整|取消|暂停|发布|公布|加征|征收|禁止|收紧|放宽|公告|新增|恢复|延长|列入|解除")
"""What makes it one that is decided: 就对锗实施出口管制答记者问."""


_DEALS = frozenset(["mna", "large_contract"])
"""Types whose facts are in the making while they are talked over: 就收购某矿展开谈判."""


def _is_asked_about(candidate: Candidate, scene: Scene) -> bool:
    return any(
        told.start() <= candidate.start < told.end()
        and _DECIDED.search(told["what"]) is None
        and not (candidate.pack.pack.signal in _DEALS and told.group().endswith(("谈判", "磋商")))
        for told in _ASKED_ABOUT.finditer(scene.low, scene.sentence.start, scene.sentence.end)
    )


def _is_spent(candidate: Candidate, low: str) -> bool:
    """Tell whether a Chinese price has no room to move on: 抑制铅价上行空间, 上涨动力不足."""
    if candidate.pack.pack.signal != "price_move":
        return False
    start, end = candidate.start, candidate.end
    if EXHAUSTED.match(low, end):
        return True
    held = ROOM.match(low, end) or low.endswith("空间", start, end)
    return bool(held) and SPENT.search(low, max(0, start - 20), start) is not None


def _is_general(candidate: Candidate, scene: Scene) -> bool:
    """Tell whether a Chinese fact is one of general knowledge: 锌价下跌往往…; what an earlier clause states has happened."""
    sentence, low = scene.sentence, scene.low
    told = GENERAL.search(low, sentence.start, sentence.end)
    if told is None:
        return False
    end = candidate.extent[1]
    return "," not in low[end : told.start()] or WHENEVER.search(low, sentence.start, end) is not None


def _before(cues: list[Hit], candidate: Candidate, scene: Scene, low: str, limit: float) -> Hit | None:
    for cue in cues:
        if cue.end > candidate.start or low.startswith((" only", " just"), cue.end):
            continue
        between = low[cue.end : candidate.start]
        if "," in between or ";" in between:
            continue
        far = EXPECTED_REACH if low.startswith("had ", cue.start) else limit
        if scene.gap(cue.end, candidate.start) <= far:
            return cue
    return None


EXPECTED_REACH = 9.0
"""How far what was expected may stand from `had expected`: `had expected crude stocks at the hub to jump`."""


_STOPPED_SINCE = re.compile(
    r" since (?!(?:early |late |last )?(?:on )?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|yesterday|today|this|night|the weekend)\b)"
    r"(?:early |late |mid-?|the end of |last |the )?(?:\d{4}|[a-z]+)"
)
"""What follows a stop that lasts from long ago: `shut since late 2023`; since Monday is news."""


def _past(candidate: Candidate, scene: Scene, year: int) -> str | None:
    folded, found, sentence = scene.folded, scene.found, scene.sentence
    start, end = candidate.extent
    if adverts := found.cue("advert"):
        return f"background by {_quote(folded, adverts[0])}"
    if (
        not sentence.chinese
        and folded.low.endswith("ing", candidate.start, candidate.end)
        and _DONE_BEFORE.search(folded.low, max(sentence.start, candidate.start - 16), candidate.start)
    ):
        return "background: done before"
    if candidate.direction == "halt" and not sentence.chinese and _STOPPED_SINCE.match(folded.low, candidate.end):
        return "background: stopped since then"
    for cue in found.cue("historical"):
        if not sentence.chinese and _EARLIER_NUMBER.search(folded.low, max(sentence.start, cue.start - 40), cue.start):
            continue
        if scene.between(cue, Hit(start, end, "span", "", None)) <= 16:
            return f"background by {_quote(folded, cue)}"
        if sentence.chinese and cue.end <= start and not NOWADAYS.search(folded.low, cue.end, start):
            return f"background by {_quote(folded, cue)}"
    if (
        sentence.chinese
        and candidate.pack.pack.signal == "inventory_change"
        and any(move.end < candidate.start for move in found.moves)
        and FORESEEN.search(folded.low[max(sentence.start, candidate.start - 16) : candidate.start])
    ):
        return "background: what was expected"
    if sentence.chinese and candidate.direction == "halt" and _WAS_STOPPED.match(folded.low, candidate.end):
        return "background: a stop that is over"
    if sentence.chinese and THEN.search(folded.low[max(sentence.start, candidate.start - 16) : candidate.start]):
        return "background: of an earlier time"
    if (
        not sentence.chinese
        and candidate.rule.startswith("move")
        and _HAD.search(folded.low, max(sentence.start, candidate.start - 16), candidate.start)
        and not _TELLER.search(folded.low, sentence.start, sentence.end)
    ):
        return "background: had happened before"
    if (
        not sentence.chinese
        and candidate.rule.startswith("move")
        and _SETTING.search(folded.low, max(sentence.start, candidate.start - 60), candidate.start)
    ):
        return "background: the setting of another fact"
    if sentence.chinese and candidate.pack.pack.signal == "export_control" and _is_defended(scene):
        return "background: a measure that stands is defended"
    years = [
        int(match[1])
        for match in (_YEAR_ZH if sentence.chinese else _YEAR).finditer(folded.low, sentence.start, sentence.end)
        if not _SINCE.search(folded.low, max(sentence.start, match.start() - 24), match.start())
        and not folded.low.startswith(("以来", "年以来"), match.end())
        and not _MARK_OF.match(folded.low, match.end())
        and not _MADE.match(folded.low, match.end())
    ]
    if told := _years_after(candidate, scene, year):
        return f"background: speaks of {told}"
    if years and max(years) < year - 1:
        return f"background: speaks of {max(years)}"
    return None


_IN_YEAR = re.compile(
    r"(?:(?! and | but | to |[,;:]).){0,48}? in (?:(?:early|late|mid|[a-z]+) |mid-)?(?P<year>19\d\d|20\d\d)(?![\d-])"
)
"""The year that a clause gives its own fact: `acquired its first claims in 2021 and could start`."""


def _years_after(candidate: Candidate, scene: Scene, year: int) -> int | None:
    """Return the year, two or more ago, in which an English clause says that its deed was done."""
    if scene.sentence.chinese or candidate.pack.pack.signal not in _ACTS:
        return None
    told = _IN_YEAR.match(scene.low, candidate.extent[1], scene.sentence.end)
    if told is None or _SINCE.search(scene.low, max(scene.sentence.start, told.start("year") - 24), told.start("year")):
        return None
    return int(told["year"]) if int(told["year"]) < year - 1 else None


_IN_MONTH = re.compile(
    rf"\b(?:in|(?P<last>last)) (?P<month>{longest_of(MONTHS)})(?! \d| [a-z]* ?(?:delivery|contract|futures))(?![a-z0-9])"
    r"|(?:今年|去年)(?P<zh>1[0-2]|[1-9])月"
)
"""A month in which something was done."""
_ACTS = frozenset(["export_control", "mna", "large_contract", "smuggling", "stockpiling"])
"""Types that tell an act of one day, not the figure of a month."""
_STALE = 2
"""Months after which an act that is dated is no news."""


def _months_ago(candidate: Candidate, scene: Scene, month: int) -> str | None:
    """Tell why an act that the words date to an earlier month is background."""
    if candidate.pack.pack.signal not in _ACTS and candidate.direction not in {"halt", "resume"}:
        return None
    low, sentence = scene.low, scene.sentence
    start, end = candidate.extent
    for told in _IN_MONTH.finditer(low, sentence.start, sentence.end):
        then = int(told["zh"]) if told["zh"] else MONTHS[told["month"]]
        ago = (month - then) % 12
        if told.group().startswith("去年") and then <= month:
            return f"background: dated {told.group()}"
        reach = 20 if told["month"] else 32  # in Chinese the time comes first
        near = scene.between(Hit(*told.span(), "month", "", None), Hit(start, end, "span", "", None)) <= reach
        if near and told["last"] and then <= month:
            return f"background: dated {told.group()}"
        if near and _STALE <= ago <= 12 - _AHEAD and not scene.found.cue("expected"):
            return f"background: dated {told.group()}"
    return None


_AHEAD = 3
"""Months from the publication within which a month is one to come."""


def _background(candidate: Candidate, scene: Scene) -> str | None:
    """Tell why a measure is only named, not done: after `following`, or without a verb of doing near it."""
    folded, found = scene.folded, scene.found
    start, end = candidate.extent
    if not scene.sentence.chinese and _ACTS_ON.match(folded.low, end, scene.sentence.end):
        return "background: named for what it does"
    for cue in found.cue("background"):
        if cue.end <= start and scene.gap(cue.end, start) <= (14 if scene.sentence.order > 2 else 7):
            return f"background by {_quote(folded, cue)}"
    for hit in found.parts:
        if (
            hit.id == candidate.pack.pack.name
            and hit.data in {"act", "lift", "forbid"}
            and scene.between(hit, Hit(start, end, "", "", None)) <= 8
        ):
            return None
    return "background: named, not done" if scene.sentence.order > 2 else None


def _quote(folded: Folded, hit: Hit) -> str:
    return f"“{folded.low[hit.start : hit.end].strip()}”"
