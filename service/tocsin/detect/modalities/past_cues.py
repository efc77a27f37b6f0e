"""Past cues: which words of old times (`previously`, 此前) say when a fact happened.

Others say so of an earlier number, of a thing, of a paper that is done now, or stand in an aside.
"""

import re

from tocsin.detect.refusals.negation import quote
from tocsin.detect.scenes.scene import Candidate, Scene
from tocsin.detect.words.hits import Hit

_NOWADAYS = re.compile(
    r"今年|近日|近期|目前|日前|昨日|昨天|今日|本周|本月|上周|现已|如今|现在|随后|此后|\d{1,2}月\d{1,2}日"
)
_EARLIER_NUMBER = re.compile(
    r"\b(?:from|against|versus|than|vs\.?|compared (?:with|to)) (?:an? |the |about |some )?[$€£]?\d[^;]{0,24} \Z"
    r"|\b(?:twice|double|triple|half|times) (?:the|that|those|what|its|their) [^;,]{0,24}\Z"
)
"""What makes of `previously` the time of the earlier number alone: `cut to 27 Mt, from 31 Mt previously`, `twice the level of two years ago`."""

_OF_WHO = re.compile(r"[^,;。]{2,40}的[^,;。]{1,16},(?:如今|现在?|目前|眼下|今年|本[周月]|近[日期]|最近|此次|这次)")
"""What stands between 曾 and what somebody does now, where it only says who that is."""
_IN_CLAUSE_BEHIND = re.compile(
    r",(?:此前|之前|早些时候|稍早|早盘|盘中|日内|上周|上月|昨日|周[一二三四五])?(?:一度)?曾\Z"
)
"""What opens a clause behind with what had been before: `,此前曾`."""
_OF_NEXT_TIME = re.compile(
    r",(?:而|但|其|该[矿厂])?(?:今年|当年|同年)?(?:[一二三四]季度|第[一二三四]季度|[上下]半年|前三季度|全年|(?:\d{1,2}-)?\d{1,2}月份?)[^,;。]{0,24}\Z"
)
"""What gives a clause behind 曾 a time of its own: `,二季度产量`."""
_IN_BRACKETS = re.compile(r"\((?:previously|formerly):? ?[$€£¥]?\d")
"""The same where only it stands in brackets: `$24,500 a tonne (previously $26,000)`."""


def by_past_cue(candidate: Candidate, scene: Scene) -> str | None:
    """Return the cue of old times that holds for a candidate."""
    low, chinese, start = scene.low, scene.sentence.chinese, candidate.extent[0]
    for cue in scene.found.cue("historical"):
        if not chinese and (
            scene.says_before(_EARLIER_NUMBER, cue.start, 40) or _IN_BRACKETS.match(low, cue.start - 1)
        ):
            continue
        if not chinese and cue.start >= candidate.extent[1] and low.startswith("used to", cue.start):
            continue  # `the road used to truck ore` behind a fact tells of the road
        if not chinese and low.startswith("used to", cue.start) and _is_for_use(cue, scene):
            continue
        if not chinese and low.startswith("in the past", cue.start) and scene.says_before(_MARKS, cue.start, 40):
            continue  # `its lowest in the past five years` is a mark of today
        if not chinese and (
            _is_in_aside(cue.start, cue.end, candidate, scene)
            or _is_of_its_paper(cue, candidate, scene)
            or _is_of_thing(cue, candidate, scene)
        ):
            continue
        if chinese and low[cue.start : cue.end] == "曾" and _OF_WHO.match(low, cue.end, start):
            continue  # 曾因洪水减产的矿山,如今产量提高: what it once did says when nothing else happened
        if chinese and low.startswith("曾", cue.start) and _IN_CLAUSE_BEHIND.search(low, candidate.extent[1], cue.end):
            continue  # 镍价持平,此前曾触及低点: the clause behind speaks of an earlier hour
        if chinese and low.startswith("曾", cue.start) and _OF_NEXT_TIME.search(low, cue.end, candidate.start):
            continue  # 该矿曾于5月停产,三季度产量下降6%: the clause has a time of its own
        now = _NOWADAYS.search(low, scene.sentence.start, candidate.extent[1])
        if chinese and now and low.startswith("曾", cue.start) and "," in low[candidate.extent[1] : cue.start]:
            continue  # 铜价今年上涨22%,上周曾触及新高: the clause behind speaks of another day
        near = scene.apart((cue.start, cue.end), candidate.extent) <= 16
        if near or (chinese and cue.end <= start and not _NOWADAYS.search(low, cue.end, start)):
            return f"background by {quote(scene.folded, cue)}"
    return None


_MARKS = re.compile(
    r"\b(?:lowest|highest|lows?|highs?|records?|best|worst|biggest|largest|smallest|steepest|sharpest|strongest|weakest|fastest|most|least|cheapest|dearest)\b[^,;.]{0,24} \Z"
)
"""What makes of `in the past` the stretch of a mark."""
_THINGS = re.compile(
    r"\b(?:metals?|minerals?|materials?|elements?|ingredients?|chemicals?|oxides?|ores?|alloys?|compounds?|products?|powders?|fuels?|is|are|was|were|be|been|being|widely|mainly|commonly|often|mostly|chiefly|primarily|,|\() ?\Z"
)
"""What stands before `used to`, where it says what things are for: `a metal used to make magnets`."""


def _is_for_use(cue: Hit, scene: Scene) -> bool:
    """Tell whether `used to` says what goods are for, and not what was before: `rare earths used to make magnets`."""
    if any(0 <= cue.start - hit.end <= 2 for hit in scene.found.commodities):
        return True
    return scene.says_before(_THINGS, cue.start, 16) is not None


_ASIDE = re.compile(r", (?:which|who|whose|where|that)\b[^,;]*,")
"""A clause beside the sentence's own: `the mine, which has been closed since the 1990s, is to reopen`."""


def _is_in_aside(start: int, end: int, candidate: Candidate, scene: Scene) -> bool:
    """Tell whether a place lies in an aside of the sentence that tells nothing of the candidate's own word."""
    if scene.low.startswith(("previously", "formerly"), start):
        return any(a <= start and end <= b <= candidate.start for a, b in scene.asides)
    if (
        ", wh" not in scene.low[scene.sentence.start : start]
        and ", that" not in scene.low[scene.sentence.start : start]
    ):
        return False
    for aside in _ASIDE.finditer(scene.low, scene.sentence.start, scene.sentence.end):
        if aside.start() < start and end <= aside.end():
            return not aside.start() < candidate.start < aside.end()
    return False


_ANNOUNCED = re.compile(
    r"[ -](?:announced|disclosed|reported|released|agreed|planned|stated|proposed|mentioned|filed|signed|communicated)\b"
)
_BROUGHT_ABOUT = re.compile(
    r"\b(?:complet|clos|consummat|finali[sz]|conclud|execut|start|launch|commenc|amend|extend|approv|terminat|withdr[ae]w)\w* (?:of |on )?(?:the |its |their |his |a )?(?:[\w'’]+(?:'s|’s) )?\Z"
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


_PLANNED_CLAUSE = re.compile(
    r", which (?:plans|aims|intends|expects|will|is (?:expected|planned|designed|set|due|slated|scheduled|to)) (?:(?!, which )[^;]){4,160}, \Z"
)
"""A clause of what is to come, right before a word of old times that belongs to the main verb: `the project, which plans to make 900 t a year, previously won`."""


def _is_of_thing(cue: Hit, candidate: Candidate, scene: Scene) -> bool:
    """Tell whether a cue of old times says only what a thing of the sentence was, and not when the candidate happened."""
    plain, end = scene.folded.plain, cue.end + 1
    if plain[end : end + 1].isupper() and _OLD_NAME.search(scene.low, max(scene.sentence.start, cue.start - 2), end):
        return True
    if candidate.extent[1] <= cue.start and scene.says_before(_PLANNED_CLAUSE, cue.start, 200) is not None:
        return True
    told = _ATTRIBUTE.search(scene.low, max(scene.sentence.start, cue.start - 8), scene.sentence.end)
    return told is not None and told.start() < cue.start < told.end() and not cue.end <= candidate.start < told.end()
