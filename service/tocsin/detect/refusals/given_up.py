"""Given up: acts that somebody planned and now drops, or decides against: `drops a plan to idle its smelter`, 取消停产计划.

Words of denial stand in the packs where they are said of the act itself. Here a plan, a proposal or a decision stands between.
"""

import re

from tocsin.detect.scenes.scene import Candidate, Scene
from tocsin.detect.texts.text import holds_any

_DROPS = (
    r"(?:drop(?:s|ped|ping)?|scrap(?:s|ped|ping)?|shelv(?:es?|ed|ing)|abandon(?:s|ed|ing)?|ditch(?:es|ed|ing)?|axe[sd]?|bin(?:s|ned)|cancel(?:s|l?ed|l?ing)?|withdr(?:aws?|ew|awn|awing)|rescind(?:s|ed)?"
    r"|revers(?:es?|ed|ing)|overturn(?:s|ed)?|reject(?:s|ed)?|call(?:s|ed|ing) off|giv(?:es?|en|ing) up(?: on)?|gave up(?: on)?|pull(?:s|ed|ing)? (?:back from|out of)|back(?:s|ed|ing)? (?:away from|out of|off|down (?:on|from))"
    r"|withdr(?:aws?|ew|awn|awing) from|can(?:s|ned)|walk(?:s|ed|ing)? (?:away from|back)|retreat(?:s|ed)? from|put(?:s|ting)? on (?:hold|ice)|freez(?:es|ing)|froze)"
)
_SORT = r"(?:(?:its|the|an?|their|his|her|this|that|any|all|earlier|previous|controversial|proposed|planned|draft|[\w.-]+['’]s?) ){0,4}"
_PLAN = r"(?:plans?|proposals?|decisions?|bids?|ideas?|schemes?|moves?|bills?|threats?|intentions?|efforts?)"
_OPEN = r"(?:[\w%$.'’()-]+ ){0,4}"
_PROCEED = r"(?:go(?:ing)? (?:ahead|forward|through)|proceed(?:ing)?|press(?:ing)? (?:ahead|on)|push(?:ing)? (?:ahead|on)|mov(?:e|ing) (?:ahead|forward)|follow(?:ing)? through|carry(?:ing)? on)"
_WONT = r"(?:(?:will|would|does|do|did|is|are|was|were|has|have|had|decided|chose) (?:now |again )?(?:not|no longer|never)|not to|(?:wo|would|does|do|did|is|are|was|were|has|have|had)n'?t|cannot|unlikely to|refus(?:es|ed) to)"
_GIVEN_UP = re.compile(
    rf"\b{_DROPS} {_SORT}{_PLAN} (?:(?:to|for|of|on|that (?:would|will)|by [\w'’ ]{{2,24}} to) {_OPEN})?\Z"
    rf"|\b{_DROPS} (?:its|the|an?|their|this|that)? ?(?:proposed|planned|threatened|mooted|intended|looming|impending|draft) {_OPEN}\Z"
    rf"|\b{_WONT} (?:now |be |been )?{_PROCEED} with {_OPEN}{_OPEN}\Z"
    rf"|\b(?:decid(?:es|ed|ing)|opt(?:s|ed|ing)|rul(?:es|ed|ing)|vot(?:es|ed|ing)) against (?:the |a |any |its )?{_OPEN}\Z"
    rf"|\bno longer (?:plan(?:s|ning)?|intend(?:s|ing)?|need(?:s|ed)?|consider(?:s|ing)?|seek(?:s|ing)?|want(?:s|ed)?|look(?:s|ing)) (?:to |on )?{_OPEN}\Z"
    rf"|\b(?:decid(?:es|ed)|chooses?|chose|opt(?:s|ed)|agree[sd]?|voted) (?:for now )?not to {_OPEN}\Z"
)
"""What stands before an act that will not be done."""
_DEAL_OFF = re.compile(rf"\b(?:{_DROPS}|terminat(?:es?|ed|ing)) (?:the|its|their|this|that|a|an) {_OPEN}\Z")
_DEALS = ("purchase", "acquisition", "takeover", "merger", "buyout", "sale")
"""Nouns of deals in works, which are off where their verb says so: `cancelled the purchase of a copper mine`."""
_SIGNS = (
    " against ", " with ", " not to ", "no longer", " plan", " propos", " decision", " bid", " idea", " scheme", " move", " bill",
    " threat", " intention", " effort", " intended", " mooted", " looming", " impending", " draft",
)  # fmt: skip
"""One of these stands in all of it."""
_ITS_PLAN = re.compile(rf"\b{_DROPS} {_SORT}{_OPEN}\Z")
_ITS_PLANS = re.compile(r"(?: (?:of|for|at))? ?(?:plans?|proposals?|threats?|bill|idea)\b")
"""What stands about an act that is named as the plan itself: `scraps closure plan`."""
_REACH = 90
_OF_ACTS = frozenset(
    ["production_change", "export_control", "large_contract", "mna", "supply_source", "stockpiling", "price_move"]
)
_MOVES_ON = re.compile(r"[,;:]| (?:and|but|then|instead|as|because|after|when|since|while|until|unless) ")
"""What ends the reach of the words before it."""
_DROPPED_ZH = re.compile(
    r"(?:取消|删除|刪除|删去|剔除|搁置|擱置|放弃|放棄|撤回|撤销|撤銷|收回|叫停|推翻|中止)了?(?:原|原定|此前|先前|其|有关|對|对|关于|對於|对于)*[^,;。]{0,12}\Z"
)
_PLAN_ZH = re.compile(r"[^,;。]{0,8}?的?(?:计划|計劃|打算|方案|决定|決定|提案|提议|草案|安排|法案|动议|条款|條款)")
_NO_LONGER_ZH = re.compile(r"(?:不再|不会再|无意再)(?:计划|考虑|打算|寻求|推进)[^,;。]{0,10}\Z")
"""The same in Chinese: 取消停产计划, 不再考虑限制出口."""
_CALLED_OFF_ZH = re.compile(
    r"(?:取消|中止|终止|撤回|撤销|叫停|搁置|推迟)了?(?![^,;。]*(?:之?后|关税|禁令|限制))[^,;。]{0,24}\Z"
)
_BID_ZH = re.compile(r"招标|标案|采购案")
_FAILED_ZH = re.compile(r"流标|废标|无(?:厂商|企业|人|供应商)(?:投标|应标)")
_BOUGHT_ZH = frozenset(["large_contract", "stockpiling"])
"""A purchase by tender that is not held: 取消原定本月举行的锑锭储备采购招标."""
_ACTS_ZH = frozenset(["production_change", "export_control"])
_STOPPED_ZH = frozenset(["halt", "down", "tighten"])


def given_up(candidate: Candidate, scene: Scene) -> str | None:
    """Return the words by which an act that was planned will not be done; None where nothing says so."""
    if candidate.type not in _OF_ACTS:
        return None
    if scene.sentence.chinese:
        return _given_up_chinese(candidate, scene)
    low, floor = scene.low, scene.sentence.start
    if candidate.type == "mna" and low.startswith(_DEALS, candidate.start):
        off = scene.says_before(_DEAL_OFF, candidate.start, _REACH)
        if off is not None and not _MOVES_ON.search(off.group()):
            return off.group().strip()
    if not holds_any(low, _SIGNS, floor, candidate.end + len(" proposal")):
        return None
    found = scene.says_before(_GIVEN_UP, candidate.start, _REACH)
    if found is None and _ITS_PLANS.match(low, candidate.extent[1]):
        found = scene.says_before(_ITS_PLAN, candidate.start, _REACH)
    if found is None or _MOVES_ON.search(found.group()):
        return None
    return found.group().strip()


def _given_up_chinese(candidate: Candidate, scene: Scene) -> str | None:
    if candidate.type in _BOUGHT_ZH and _BID_ZH.search(scene.low, candidate.extent[0], candidate.extent[1] + 24):
        found = scene.says_before(_CALLED_OFF_ZH, candidate.start, 36) or scene.says(_FAILED_ZH)
        return found.group() if found else None
    if candidate.type not in _ACTS_ZH or candidate.direction not in _STOPPED_ZH:
        return None
    if found := scene.says_before(_NO_LONGER_ZH, candidate.start, 20):
        return found.group()
    if _PLAN_ZH.match(scene.low, candidate.end) is None:
        return None
    found = scene.says_before(_DROPPED_ZH, candidate.start, 24)
    return found.group() if found else None
