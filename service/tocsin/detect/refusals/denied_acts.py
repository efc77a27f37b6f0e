"""Denials without a verb of denying: `the ministry has not banned exports`, 冶炼厂未停产,传闻不实.

Who says of an act that it was not done answers a rumour. Only acts are so denied: a ban, a halt, a cut. That prices did not
fall, or that output did not grow, is no news.
"""

import re

from tocsin.detect.scenes.scene import Candidate, Scene
from tocsin.detect.words.hits import Hit

_ACTS = {
    "export_control": frozenset(["tighten"]),
    "production_change": frozenset(["halt", "down"]),
    "large_contract": frozenset(["terminate"]),
}
"""By type, the directions of acts that a rumour tells and its subject denies."""
_NOT = re.compile(
    r"\b(?:(?:has|have|had) (?:not|never)|(?:hasn|haven|didn|wasn|weren|isn|aren)'?t|did not|was not|were not|is not|are not|"
    r"(?:there )?(?:was|were|is|are|has been|have been|had been) no|made no|never) (?:been )?(?:being )?(?:[a-z]+ly )?(?:formally |at all )?\Z"
)
"""What stands right before an act that was not done: `has not banned`, `there was no cut in`."""
_STILL = re.compile(
    r"\b(?:yet|so far|until|unless|if|whether|only|enough|before|anymore|alone|would|could|should|may|might)\b"
)
"""What makes of it an act that is still to come, or not the only one."""
_NOT_ZH = re.compile(
    r"(?:(?<![尚还仍])(?:并未|从未|未曾|未(?![来经能])|没有|并没有|并无|未有|不存在|无)(?:任何|发生|出现|因此|进行|实施|采取|宣布|计划|考虑过?|打算|讨论过?|寻求|受[^,;。]{1,8}影响)*(?:对[^,;。]{1,16})?(?:实施|实行|采取|进行|作出|加以)?)\Z"
)
"""The same in Chinese: 未停产, 没有禁止."""
_NO_PLAN_ZH = re.compile(r"(?:没有|并无|暂无|尚无|目前无|不存在|无)(?:任何|相关|所谓)*\Z")
_PLAN_ZH = re.compile(r"(?:的)?(?:计划|打算|安排|情形|情况|行为|事项|意向|一说)")
"""What stands about an act that nobody plans or that is none: 没有减产计划, 不存在停产情形."""
_ANSWERS_ZH = re.compile(
    r"回应|澄清|辟谣|否认|传闻|传言|谣言|不实|误读|说明|表示|称|公告|发言人|声明|通报|经核实|经查|经自查|经核查|经了解|:"
)
"""Who answers, or what is answered."""
_ACT_ZH = re.compile(r"停产|减产|限产|关停|停工|停采|停炉|关闭|禁|限制|暂停|停止|管制|断供|终止|征收|加征|征税|收紧")
"""Words of acts; that output fell no further is a figure."""


_DROPPED = re.compile(
    r"\b(walk(?:s|ed|ing)? away from|drop(?:s|ped|ping)?|abandon(?:s|ed|ing)?|scrap(?:s|ped|ping)?|shelv(?:es|ed|ing)|call(?:s|ed) off|pull(?:s|ed) out of|"
    r"withdr(?:aws|ew|awn)(?: from)?|end(?:s|ed) (?:its |their |the )?(?:talks|pursuit|attempt|bid)|block(?:s|ed)?|veto(?:es|ed)?|rul(?:es|ed) out) "
    r"(?:(?:an?|the|its|their|(?:us|a|c)?[$€£¥]?[\d.,]+(?:[mb]n?)?|million|billion|bn|mln|plans?|deals?|agreement|talks|bid|attempt|pursuit|effort|proposed|planned|hostile|proposal|on|of|to|for|over) ){0,7}\Z"
)
"""What stands before a deal that was given up: `drops $2 billion plan to `, `walks away from the `."""


def plainly_denied(candidate: Candidate, scene: Scene) -> Hit | None:
    """Return the words by which a sentence says that an act was not done; None where it says no such thing."""
    if (
        candidate.type == "mna"
        and not scene.sentence.chinese
        and (dropped := scene.says_before(_DROPPED, candidate.start, 80))
    ):
        return Hit(dropped.start(), dropped.end(1), "cue", "denied", None)
    if candidate.direction not in _ACTS.get(candidate.type, ()):
        return None
    for place in sorted({candidate.extent[0], candidate.start}, reverse=True):
        found = _chinese(candidate, scene, place) if scene.sentence.chinese else _english(scene, place)
        if found is not None:
            return Hit(found.start(), found.end(), "cue", "denied", None)
    for cue in scene.found.cue("refuted"):
        if cue.start >= candidate.end and scene.sentence.chinese and scene.says_before(_NOT_ZH, candidate.start):
            return cue
    return None


_NONE_OF = re.compile(r"(?:(?<!\w )\b|\b(?:that|and|but|as) )no (?:[a-z-]+ ){0,2}\Z")
_WAS_MOVED = re.compile(r" (?:[a-z]+ ){0,2}(?:was|were|is|are|has|have|had|will|would)\b")
_DEEDS = frozenset(["stockpiling", "smuggling"])


def of_none(candidate: Candidate, scene: Scene) -> bool:
    """Tell whether a deed is told of no goods at all: `no wheat was released from the granaries`."""
    return candidate.type in _DEEDS and any(
        hit.kind == "commodity"
        and scene.says_before(_NONE_OF, hit.start, 32) is not None
        and _WAS_MOVED.match(scene.low, hit.end) is not None
        for hit in candidate.parts
    )


def _english(scene: Scene, place: int) -> re.Match[str] | None:
    return None if scene.says(_STILL) else scene.says_before(_NOT, place, 40)


def _chinese(candidate: Candidate, scene: Scene, place: int) -> re.Match[str] | None:
    low = scene.low
    if scene.says(_ANSWERS_ZH) is None or not _ACT_ZH.search(low, place, candidate.end):
        return None
    if _PLAN_ZH.match(low, candidate.end) and (planned := scene.says_before(_NO_PLAN_ZH, place, 8)):
        return planned
    return scene.says_before(_NOT_ZH, place, 16)
