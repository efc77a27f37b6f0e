"""Modality: whether a candidate's fact happened, is expected, is possible, was denied, or is background.

The order is the rule: what is denied, then what is old, then what is only foreseen. `negation`, `background` and `prospects` each judge
one of these.
"""

import re

from tocsin.detect.modalities.announced import is_agreed, is_announced, is_held_against, is_unforeseen, lasts_on
from tocsin.detect.modalities.background import past
from tocsin.detect.modalities.brought_forward import brings_object
from tocsin.detect.modalities.may import is_month
from tocsin.detect.modalities.only_named import only_named
from tocsin.detect.modalities.past_months import agreed_then, long_ago, months_ago
from tocsin.detect.modalities.prospects import conditional, foreseen, governed, supposed, to_be_set, to_come
from tocsin.detect.refusals.denied_acts import plainly_denied
from tocsin.detect.refusals.given_up import given_up
from tocsin.detect.refusals.negation import cue_before, quote
from tocsin.detect.scenes.scene import Candidate, Scene
from tocsin.detect.triggers.subjects import OPENS_CLAUSE
from tocsin.detect.words.hits import Hit
from tocsin.messages import Modality

_OUTLOOK = re.compile(r"目标|预期|预测|预估|指引|指导")
"""What makes of a Chinese noun before it a forecast, which is what moves: 下调产量指引."""

_FORESEEN = frozenset(["production_change", "supply_source", "demand_change", "price_move"])


_LOOKED_FOR = re.compile(r"的?预期(?!差|之内|范围|一致|不符|目标|数)")
"""What makes of a Chinese move one that is looked for: 供给增加预期逐步加强."""
_STARTS = frozenset(["new", "resume", "up"])
_ON_TRACK = re.compile(
    r"(?:(?! and | but |;).){0,90}? (?:is|are|was|were|remains?|remained|stays?) (?:[a-z]+ )?on (?:schedule|track|target|course)\b"
)
"""What makes of a start one that is still to come: `first production at the mine is on schedule`."""


def judge(candidate: Candidate, scene: Scene, year: int, month: int = 0) -> tuple[Modality, str]:
    """Return the modality and the reason for it. `month` is that of the article, 0 where it has no date."""
    sentence = scene.sentence
    if cue := _denial(candidate, scene) or plainly_denied(candidate, scene):
        return Modality.DENIED, f"denied by {quote(scene.folded, cue)}"
    if dropped := given_up(candidate, scene):
        return Modality.DENIED, f"denied by “{dropped}”"
    if old := past(candidate, scene, year, month):
        return Modality.HISTORICAL, old
    if gone := long_ago(candidate, scene):
        return Modality.HISTORICAL, gone
    if agreed := agreed_then(candidate, scene, month):
        return Modality.HISTORICAL, agreed
    if month and (dated := months_ago(candidate, scene, month)) and not to_come(candidate, scene):
        return Modality.HISTORICAL, dated
    if not candidate.act and (why := only_named(candidate, scene)):
        return Modality.HISTORICAL, why
    if supposed(candidate, scene):
        return Modality.POSSIBLE, "possible: only reckoned with"
    if candidate.modality:
        return Modality(candidate.modality), "said by the rule"
    if not sentence.chinese and candidate.direction in _STARTS and _is_on_track(candidate, scene):
        return Modality.EXPECTED, "expected: on its way"
    if sentence.chinese and (told := conditional(candidate, scene)):
        return Modality.POSSIBLE, f"possible by “{told}”"
    if sentence.chinese and candidate.type in _FORESEEN and _LOOKED_FOR.match(scene.low, candidate.end):
        return Modality.EXPECTED, "expected by “预期”"
    if cued := _cued(candidate, scene):
        return cued
    if not sentence.chinese and candidate.type in _FORESEEN and (why := foreseen(candidate, scene, year)):
        return Modality.EXPECTED, why
    if planned := governed(candidate, scene):
        return planned
    if not sentence.chinese and (told := conditional(candidate, scene)):
        return Modality.POSSIBLE, f"possible by “{told}”"
    if to_be_set(candidate, scene):
        return Modality.EXPECTED, "expected: to be set"
    if told := to_come(candidate, scene):
        return Modality.EXPECTED, f"expected by “{told}” in a headline"
    return Modality.ACTUAL, "stated"


def _is_on_track(candidate: Candidate, scene: Scene) -> bool:
    return _ON_TRACK.match(scene.low, candidate.extent[1], scene.sentence.end) is not None


def _cued(candidate: Candidate, scene: Scene) -> tuple[Modality, str] | None:
    """Return what a cue of doubt or of expectation makes of a candidate."""
    governs = _governs_chinese if scene.sentence.chinese else _governs
    for name, modality in (("possible", Modality.POSSIBLE), ("expected", Modality.EXPECTED)):
        for cue in scene.found.cue(name):
            if any(holds(cue, candidate, scene) for holds in (is_held_against, is_agreed, lasts_on)) or is_unforeseen(
                cue, scene
            ):
                continue  # what beats its guidance has been made, a deal agreed to is one, and a stop that lasts on has begun
            if scene.low.startswith("estimate", cue.start) and scene.low.endswith("including ", 0, cue.start):
                continue  # `output, including estimates for two states, fell`
            if _SEES_COME.match(scene.low, cue.start):
                continue  # `funds see their largest inflow since April`
            if ': "' in scene.low[cue.end : candidate.start]:
                continue  # what is said in a quotation has a modality of its own
            if governs(cue, candidate, scene):
                read = Modality.EXPECTED if is_announced(cue, candidate, scene) else modality
                if read is Modality.EXPECTED and _is_of_proposal(cue, scene):
                    read = Modality.POSSIBLE
                return read, f"{read} by {quote(scene.folded, cue)}"
    return None


_SEES_COME = re.compile(
    r"sees? (?:(?:the|their|its|an?) )?(?:(?:first|second|third|another|[a-z]+ly|net|record|biggest|largest|strongest|smallest|heaviest|steepest|weakest) )+(?:inflows?|outflows?|withdrawals?|redemptions|deliver(?:y|ies)|arrivals|buying|selling|purchases|drawdown|draw|build)\b"
)
"""What happens to those who see it, and is not foreseen by them."""

NEAR, NEAR_CHINESE, NEAR_DOUBT = 12.0, 26.0, 10.0
"""How far before a fact a cue may stand that makes it none yet: in English, in Chinese, and in Chinese one of doubt."""


_INTERVIEW = re.compile(
    r"\b(?:join(?:s|ed)|sits? down|sat down|speaks|spoke|speaking|talks|talked|catch(?:es)? up|caught up|meets|met|takes (?:part|us)|returns)\b[^.;]{0,140}\bto \Z"
)
"""What makes of what is discussed the news that an officer tells a reporter: `joins the studio to discuss a gas find`."""


_OPEN_MATTER = re.compile(
    r" (?:how|whether|why|what|when|where|if|plans|(?:its|the|their|a) (?:plans?|potential|possible|proposed))\b"
)


def _is_interview(cue: Hit, scene: Scene) -> bool:
    low = scene.low
    if _OPEN_MATTER.match(low, cue.end) is not None:
        return False
    return low.startswith("discuss", cue.start) and scene.says_before(_INTERVIEW, cue.start) is not None


_MOVES_NOW = re.compile(r"(?:[a-z]+s|[a-z]+ed|fell|rose|slid|sank|shed|lost|hit|leapt|sprang|dipped)\b")
"""A verb of a price that moves or moved, which no plan governs."""


_AND_THEN = re.compile(
    r"[,;] (?:and|but|while|so|yet|as) (?:(?:the|spot|benchmark|front-month|three-month|lme|comex) )*\Z|, (?:[a-z-]+ ){0,2}\Z"
)
"""What parts a plan from what a price did besides: `agreed to raise output, and Brent fell 3%`."""


def _is_of_main_clause(cue: Hit, candidate: Candidate, scene: Scene) -> bool:
    """Tell whether a plan is that of another clause than a price that moves: `to cut output as zinc falls 2%`."""
    if candidate.type != "price_move" or candidate.subject is None or cue.end > candidate.subject.start:
        return False
    if _MOVES_NOW.match(scene.low, candidate.start) is None:
        return False
    return any(words.search(scene.low, cue.end, candidate.subject.start) for words in (OPENS_CLAUSE, _AND_THEN))


_WEIGHS = re.compile(r"weigh(?:s|ing|ed)? (?:about |some |over |more than |nearly |almost |up to |around )?\d")
"""How heavy something is, which nobody considers: `three containers weighing 75 tonnes`."""


_SO = re.compile(r", (?:(?:there|thus|also|effectively)(?:by)? )?[a-z]+ing\b")
"""How a clause opens that tells what comes of the one before."""


def _is_of_its_outcome(cue: Hit, candidate: Candidate, scene: Scene) -> bool:
    """Tell whether a fact is what comes of a plan told before: `will halt a furnace in May, cutting output by 900 tonnes`."""
    low, start = scene.low, candidate.start
    if cue.id != "expected" or cue.end > start or not low.startswith(_WILL, cue.start):
        return False
    told = _SO.match(low, max(cue.end, low.rfind(",", cue.end, start)), candidate.end + 1)
    return told is not None and told.end() == low.find("ing", start) + 3


_WILL = ("will", "plans to", "intends to", "is to ", "are to ", "set to", "due to", "aims to", "expects to")


def _governs(cue: Hit, candidate: Candidate, scene: Scene) -> bool:
    """Tell whether a cue makes an English fact one that is to come, or only possible."""
    start, end = candidate.extent
    if _is_of_main_clause(cue, candidate, scene):
        return False
    if is_month(cue, scene) or _is_done_or_given(cue, candidate, scene.low) or _is_interview(cue, scene):
        return False
    if _WEIGHS.match(scene.low, cue.start):
        return False
    if (start <= cue.start and cue.end <= end) or _is_of_its_outcome(cue, candidate, scene):
        return True
    if cue.end <= candidate.end and cue.start < candidate.start:
        near = candidate.start
        if candidate.rule == "move.compared" and candidate.subject is not None and cue.end <= candidate.subject.start:
            near = candidate.subject.start  # `will cut its output of uranium in May to 900 tons from 1,100`
        return scene.gap(cue.end, near, dash=0.0) <= NEAR
    return cue.start >= candidate.end and _is_said_of(cue, candidate, scene)


def _governs_chinese(cue: Hit, candidate: Candidate, scene: Scene) -> bool:
    """Tell the same of a Chinese fact."""
    start, end = candidate.extent
    if brings_object(cue, candidate, scene):
        return False
    if start <= cue.start and cue.end <= end:
        return True
    if _is_of_another_clause(cue, candidate, scene):
        return False
    if cue.end <= candidate.end and cue.start < candidate.start:
        near = NEAR_DOUBT if cue.id == "possible" else NEAR_CHINESE
        return scene.gap(cue.end, candidate.start, dash=0.0) <= near
    feared = 0 <= cue.start - candidate.end <= 1 and scene.low[cue.start : cue.end] in _FEARS
    return feared or _is_outlook(candidate, cue, scene)


_MANAGED = re.compile(r" (?:[^,;]+ )?(?<!have )(?:managed|was able|were able|succeeded in|went on) (?:to )?\Z")
"""What was brought off, whatever is forecast before it: `cut its forecast and said the group managed to lift output`."""

_GIVEN = re.compile(
    r"(?: (?:about|over|at|by))? the (?:(?:recent|latest|sharp|steep|current|sudden|continued|ongoing|[a-z]+'s) )*\Z"
)
"""What makes the fact that one fears or warns of one that is there: `concern about the drop in prices`."""

_CARES = ("concern", "worr", "fear", "alarm")


_CAUSE = re.compile(r"[^,;]*\b(?:on|amid|over|after|as|because of|due to|thanks to|despite|in)\b[^,;]*")
"""What makes of a hope or fear after a fact its reason: `copper climbed on fears of a strike`."""
_PREDICATE = re.compile(
    r" (?:is|are|was|were|remains?|looks|seems|appears|now|still|also|very|more|most|quite|increasingly| )+"
)
"""What joins a noun to what is said of it: `a cut in output is likely`."""


def _is_said_of(cue: Hit, candidate: Candidate, scene: Scene) -> bool:
    """Tell whether a cue behind an English fact is said of that fact, and not of its reason."""
    low, end = scene.low, candidate.extent[1]
    if low.startswith(_AIMS, cue.start):
        return False
    if candidate.nominal and end < cue.start and _PREDICATE.fullmatch(low, end, cue.start):
        return True
    if scene.gap(candidate.end, cue.start) > 3.0:
        return False
    return candidate.type != "price_move" or _CAUSE.fullmatch(low, candidate.end, cue.start) is None


_PROPOSED = re.compile(
    r"\b(?:an?|any|such) (?:[\w$%.'’-]+ ){0,6}(?:tariffs?|tax|fee|levy|duty|surcharge|embargo|blockade|price cap|carbon price)\b(?: (?:on|of|against|for)\b[^,;]{0,60})? \Z"
)
"""What makes of `would` the outcome of a thing that may never be: `a fee on oil imports would cut demand`."""


def _is_of_proposal(cue: Hit, scene: Scene) -> bool:
    """Tell whether `would` says what a tariff or tax that is only talked about would bring, and not when it begins."""
    low = scene.low
    if (
        scene.sentence.chinese
        or not low.startswith("would ", cue.start)
        or low.startswith(
            ("would be ", "would take ", "would start", "would begin", "would come ", "would apply", "would remain"),
            cue.start,
        )
    ):
        return False
    return scene.says_before(_PROPOSED, cue.start, 120) is not None


def _is_done_or_given(cue: Hit, candidate: Candidate, low: str) -> bool:
    """Tell whether a fact is there although a cue of doubt stands before it."""
    if cue.end > candidate.start:
        return False
    between = low[cue.end : candidate.start]
    if _MANAGED.fullmatch(between):
        return True
    return candidate.nominal and low.startswith(_CARES, cue.start) and _GIVEN.fullmatch(between) is not None


_AIMS = ("anticipation of", "measures to", "in a bid to", "in order to")
"""Cues that make what follows them a wish, and leave what stands before them a fact."""

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
    if scene.sentence.chinese and cue.id == "possible" and _is_either(cue, scene):
        return True
    if scene.sentence.chinese and _HAS_MADE.search(low, cue.end, start):
        return True
    if scene.sentence.chinese and "," in low[cue.end : start] and scene.says_before(_IN_REASON, cue.start):
        return True
    bound = cue.id == "possible" or low[cue.start : cue.end] in _AUXILIARY
    if not bound or "," not in low[cue.end : start]:
        return False
    if candidate.type == "price_move" and low.startswith(_FEARED, cue.start):
        return True  # 市场担心需求放缓,铜价走低
    return any(candidate.end <= amount.start <= candidate.end + 4 for amount in scene.amounts)


_REASON = re.compile(r"(?:因为?|受|由于|遭|遇)(?![此而素])[^,;。]{1,14}\Z")
_SO = re.compile(r"[^,;。]{1,12}?(?:而|的?影响|的?冲击|致使|导致|所致|,)")


def _is_either(cue: Hit, scene: Scene) -> bool:
    """Tell whether 或 only joins two causes of what happened: 因干旱或虫害而减产."""
    if scene.low[cue.start : cue.end] != "或":
        return False
    return scene.says_before(_REASON, cue.start, 18) is not None and _SO.match(scene.low, cue.end) is not None


_HAS_MADE = re.compile(r",[^,;。]{0,4}已经?(?:让|使|令|推动|带动|导致|推升|刺激|促使|拉动)[^,;。]{0,12}\Z")
"""What opens a later clause of what an expectation has brought: 市场预期减产,已让锡价上涨."""
_IN_REASON = re.compile(
    r"(?:^|[,;。:】\n ])(?:但|而|此前|主要)?(?:受|因|因为|由于|鉴于|虽然?|尽管|原本|原先|本来|早前)(?![此而应子])[^,;。]*\Z"
)
"""What opens the clause of a reason, or of what stood against it, whose plans and hopes are not those of the fact behind it: `受该国拟限产消息提振,镍价涨2%`."""
_FEARED = ("担忧", "担心", "忧虑", "疑虑")
"""What is felt in an earlier clause, of which a price's move is the outcome."""


def _is_outlook(candidate: Candidate, cue: Hit, scene: Scene) -> bool:
    """Tell whether what is moved in Chinese is a forecast of its subject: 下调产量指引."""
    subject = candidate.subject
    return (
        subject is not None
        and candidate.end <= subject.start
        and cue.start == subject.end
        and _OUTLOOK.match(scene.low, subject.end) is not None
    )


def _denial(candidate: Candidate, scene: Scene) -> Hit | None:
    low, found, sentence = scene.low, scene.found, scene.sentence
    for cue in found.cue("refuted"):
        if cue.start >= candidate.end:
            return cue
    far = DEAL_UNDONE if candidate.type == "mna" else 4.0
    near = cue_before(found.cue("denied"), candidate, scene, far if sentence.chinese else 6.0)
    if near is None and sentence.chinese and _RUMOUR_ZH.match(low, candidate.end):
        near = cue_before(found.cue("denied"), candidate, scene, RUMOUR_REACH)
    if near is None and sentence.chinese and candidate.parts:
        near = next((cue for cue in found.cue("denied") if _is_within(cue, candidate)), None)
    if near is None and sentence.chinese:
        near = next((cue for cue in found.cue("denied") if _is_rumour_of(cue, candidate, scene)), None)
    if near is not None or sentence.chinese:
        return near
    if dropped := next((cue for cue in found.cue("denied") if cue.start < candidate.start < cue.end), None):
        return dropped  # `scrapped plans to build`, where the rule begins with the plans
    told = [
        cue for cue in found.cue("denied") if _RUMOUR.match(low, cue.end) or _RUMOUR.search(low, cue.start, cue.end + 6)
    ]
    return cue_before(told, candidate, scene, RUMOUR_REACH) or next(
        (cue for cue in told if cue.end < candidate.start and _OR.fullmatch(low, cue.end, candidate.start)), None
    )


_OR = re.compile(r"(?:(?! but | as | while | after )[^,;]){0,120}, or [^,;]{0,60},[^,;]{0,12}")
"""What stands between a denial and what a rumour tells twice: `denied rumours that it had declared, or would declare, force majeure`."""


def _is_within(cue: Hit, candidate: Candidate) -> bool:
    """Tell whether a denial stands right before a word of the frame that follows who acts: 该炼厂否认采购30万桶原油."""
    return any(
        part.kind == "part"
        and part.start > candidate.start
        and cue.start <= part.start <= cue.end
        and not (candidate.direction == "terminate" and part.start == cue.start)
        for part in candidate.parts
    )


def _is_rumour_of(cue: Hit, candidate: Candidate, scene: Scene) -> bool:
    """Tell whether what a Chinese denial denies is a rumour that tells the fact: 否认了关于“国储将抛售锌库存”的传言."""
    rumour = _RUMOUR_AHEAD_ZH.match(scene.low, cue.end, scene.sentence.end)
    return rumour is not None and cue.end <= candidate.start < rumour.end()


_RUMOUR = re.compile(
    r" (?:the |any |all )?(?:[\w-]+ ){0,2}(?:speculation|rumou?rs?|reports?|suggestions?|claims?|talk|allegations?) (?:that|of|about)\b"
)
"""What a denial is of, so that all that follows is denied: `denied speculation that it was in talks to sell`."""

_RUMOUR_ZH = re.compile(r"[^,;。]{0,4}的?(?:市场|不实|相关|有关)?(?:传闻|传言|消息|报道|说法|猜测|谣言)")
"""What makes of a Chinese fact before it the matter of a rumour: 否认了有关锑锭加工厂停产的传闻."""
_RUMOUR_AHEAD_ZH = re.compile(r"了?[^;。]{0,40}?(?:传言|传闻|谣言|说法|报道|猜测)")
"""The same behind a denial, where all that stands before the word for it is denied."""

RUMOUR_REACH = 14.0

DEAL_UNDONE = 16.0
"""How far a Chinese deal may stand from the word that undoes it: 终止筹划的某锡矿探矿权收购."""
