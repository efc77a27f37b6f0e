"""Undone: a stop, a loss or a ban told as a noun, whose own verb says words later that it is over.

`The force majeure that the port had declared on coal has been lifted` tells of coal that flows again. Frames see the two words
where they stand together; here the verb may stand behind a long subject.
"""

import re
from dataclasses import replace

from tocsin.detect.scenes.scene import Candidate, Scene
from tocsin.detect.texts.text import holds_any

_OPPOSITE = {
    ("production_change", "halt"): "resume",
    ("supply_source", "loss"): "resume",
    ("export_control", "tighten"): "ease",
}
_NOUN = re.compile(
    r"\b(?:force majeure|halt|shutdown|suspension|stoppage|closure|outage|blockade|ban|embargo|prohibition|moratorium|stop|sanctions|tariffs?|dut(?:y|ies)|lev(?:y|ies)|curbs|restrictions)\b"
)
_OVER = re.compile(
    r"(?:(?!\b(?:although|though|but|while|until|unless|if|once|and|as|when|not|never|no date)\b)[^;.]){0,150}?"
    r"(?: (?:is|are|was|were|has been|have been|had been|being)(?: now| at last| finally| formally| fully| today)? "
    r"(?:lifted|withdrawn|revoked|rescinded|cancell?ed|called off|repealed|scrapped|removed|waived|abolished|over(?= *(?:[,.;\n]|\Z))|at an end|no longer in (?:effect|force|place))\b"
    r"|, (?:lifted|withdrawn|revoked|rescinded|repealed|scrapped)(?= *(?:[,.;\n]|\Z))| (?:ended|expired|lapsed|(?:has |have )?come to an end|came to an end|has ended|has expired|has lapsed)\b)"
)
_DEAL = re.compile(r"\b(?:agreement|contract|deal|pact|accord|memorandum|order|offtake)\b")
_ENDED = re.compile(
    r"(?:(?!\b(?:although|though|but|while|until|unless|if|once|and|as|when|after|not|never|replac\w+)\b)[^;.]){0,110}?"
    r" (?:is|are|was|were|has been|have been|had been)(?: now| since| mutually| formally)? (?:terminated|cancell?ed|rescinded|called off|scrapped|dissolved|torn up)\b"
)
"""What follows a deal that is no more: `the offtake agreement with X, announced in May, has been terminated`."""
_ENDS = re.compile(
    r"\b(?:end(?:s|ed|ing)?|terminat(?:es?|ed|ing)|cancel(?:s|l?ed|l?ing)?|scrap(?:s|ped|ping)?|rescind(?:s|ed|ing)?|annul(?:s|led)?|void(?:s|ed)?|t(?:ears?|ore|earing) up|withdr(?:aws?|ew|awing) from|walk(?:s|ed)? away from|back(?:s|ed)? out of|pull(?:s|ed)? out of|exit(?:s|ed)?|dissolv(?:es?|ed)|(?:termination|cancellation) of)"
    r" (?:(?!and |but |after |with |in |by |as )[\w%$.,'’-]+ ){0,7}?(?:agreements?|contracts?|deals?|pacts?|accords?|orders?)(?: with (?:(?!and )[\w.&'’-]+ ){1,3}?(?:[\w.&'’-]+)?)?(?: signed [\w ]{2,24}?)?,? ?(?:to|for|under which|by which|that would|which would|covering)\b[^;.]{0,60}\Z"
)
"""What ends the deal whose terms follow: `cancelled its contract with Tessel to supply it with cobalt`."""


def _is_of_one_ended(candidate: Candidate, scene: Scene) -> bool:
    """Tell whether what a deal was to bring is told behind the words that end it."""
    low, start = scene.low, candidate.start
    floor, end = max(scene.sentence.start, start - 200), start + len("to ") * low.startswith("to ", start)
    return holds_any(low, _DEALS, floor, end) and _ENDS.search(low, floor, end) is not None


_DEALS = ("agreement", "contract", "deal", "pact", "accord", "order")
_LIFTS = re.compile(
    r"\b(?:lift(?:s|ed|ing)?|revok(?:es?|ed|ing)|rescind(?:s|ed|ing)?|remov(?:es?|ed|ing)|withdr(?:aws?|ew|awn)|overturn(?:s|ed)?|sets? aside|revers(?:es|ed)|quash(?:es|ed)?|cancel(?:s|l?ed)|end(?:s|ed|ing)|an? end to) "
    r"(?:(?:its|the|an?|this|that|their) )?(?:(?:[\w-]+-(?:day|week|month|year|long|old|ordered)|temporary|partial|nationwide|indefinite|brief) ){0,2}\Z"
)
"""What undoes the noun after it: `lifted the suspension of the mine`."""
_LEFT = re.compile(
    r"\b(?:walk(?:s|ed) away from|pull(?:s|ed) out of|back(?:s|ed) out of|withdr(?:aws|ew) from|ends|ended|exits|exited|quits) (?:(?:its|the|an?|this|that|their) )?(?:[\w-]+-(?:day|week|month|year|term) )?\Z"
)
"""How somebody leaves the deal named next: `walks away from a supply deal`."""
_ITS = re.compile(r" (?:its|their|his|her|the|all|both|that|these) ")
"""What makes of `ended` a verb with an object: somebody ended it."""


_RESTORED = "ban-restored"
"""The frame of a measure that is back, which was lifted before."""


def undone(candidate: Candidate, scene: Scene) -> Candidate:
    """Return the candidate with the opposite direction where what it names is over; else itself."""
    opposite = _OPPOSITE.get((candidate.type, candidate.direction))
    if scene.sentence.chinese:
        if candidate.direction == "halt" and _is_stop_lifted(candidate, scene):
            return replace(candidate, direction="resume")
        if _is_less_granted(candidate, scene):
            return replace(candidate, direction="tighten")
        return replace(candidate, direction="ease") if _is_no_longer(candidate, scene) else candidate
    low, (start, end) = scene.low, candidate.extent
    if candidate.type == "large_contract" and candidate.direction != "terminate":
        ended = _DEAL.search(low, start, end) is not None and _ENDED.match(low, end, scene.sentence.end) is not None
        left = scene.says_before(_LEFT, start, 40) is not None
        is_over = ended or left or _is_of_one_ended(candidate, scene)
        return replace(candidate, direction="terminate") if is_over else candidate
    if candidate.direction == "ease" and candidate.type == "export_control" and _is_leave_taken(candidate, scene):
        return replace(candidate, direction="tighten")
    if opposite is None or candidate.rule == _RESTORED:
        return candidate
    if _NOUN.search(low, candidate.start, candidate.end) is None and _NOUN.search(low, start, end) is None:
        return candidate
    if candidate.direction == "halt" and scene.says_before(_LIFTS, candidate.start, 48):
        return replace(candidate, direction=opposite)
    over = _OVER.match(low, candidate.end, scene.sentence.end)
    if over is None or _ITS.match(low, over.end()):
        return candidate
    return replace(candidate, direction=opposite)


_LEAVE_TAKEN = re.compile(
    r"(?<!to resume )\b(?:suspend(?:s|ed|ing)?|revok(?:es?|ed|ing)|rescind(?:s|ed|ing)?|withdr(?:aws?|ew|awing)|cancel(?:s|l?ed|l?ing)|strip(?:s|ped)|freez(?:es?|ing)|froze|halt(?:s|ed|ing)?|stop(?:s|ped|ping)?) "
    r"(?:(?:the )?(?:issue|issuing|issuance|granting|grant|processing) of )?(?:issuing |granting |approving )?(?:(?!(?:and|but|or|ban|bans|curbs|restrictions)\b)[\w'’-]+ ){0,5}?(?:export|import|shipping|trading|trade|sales?)?[ -]?"
    r"(?:licen[cs]es?|permits?)\b(?! (?:requirements?|rules?|systems?|regimes?|schemes?|regulations?|conditions?|fees?|bans?|curbs|restrictions|controls|obligations?))"
)
"""What takes leave back, which holds goods up: `suspended licences to import tea`."""
_GIVEN_BACK = re.compile(
    r"\b(?:restor|reinstat|resum|lift|return|reviv|renew|reissu|end)(?:e[sd]?|s|ed|ing)? [^,;.]{0,40}\Z"
)
"""What gives leave back that had been taken: `reinstated the suspended licences`."""


def _is_leave_taken(candidate: Candidate, scene: Scene) -> bool:
    """Tell whether a verb that ends measures ends leave to trade: `suspends import licences for tea`."""
    (start, end), sentence = candidate.extent, scene.sentence
    taken = _LEAVE_TAKEN.search(scene.low, max(sentence.start, start - 8), sentence.end)
    if taken is None or taken.start() >= end:
        return False
    return _GIVEN_BACK.search(scene.low, max(sentence.start, taken.start() - 48), taken.start()) is None


_STOP_LIFTED = re.compile(r"(?:解除|撤销|取消|叫停|废除|收回)[^,;。]{0,10}\Z")
_IS_LIFTED = re.compile(r"令(?:已|被|获|正式|于[^,;。]{1,8})*(?:解除|撤销|取消|废除|收回)")


def _is_stop_lifted(candidate: Candidate, scene: Scene) -> bool:
    """Tell whether a Chinese order to stop is one that is lifted: 解除对锡矿的停产令."""
    if not scene.low.startswith("令", candidate.end):
        return False
    before = scene.says_before(_STOP_LIFTED, candidate.start, 16)
    return before is not None or _IS_LIFTED.match(scene.low, candidate.end) is not None


_LESS = re.compile(
    r"[^。;]{0,30}?[较比][^。;,]{0,16}?(?:减少|下降|缩减|下调|调减|压减|降低|锐减|少)(?:了?(?:约|近|逾)?[\d一二三四五六七八九两]|,|。|;|\Z)"
)
"""What makes of a quota that is granted one that is smaller than before: `获批配额900吨,较上年减少四成`."""


def _is_less_granted(candidate: Candidate, scene: Scene) -> bool:
    """Tell whether a quota that a state grants is smaller than the one before."""
    if candidate.type != "export_control" or candidate.direction != "ease" or candidate.measure != "quota":
        return False
    return _LESS.match(scene.low, candidate.extent[1], scene.sentence.end) is not None


_NO_LONGER = re.compile(
    r"不再(?:就|对|向|受)?[^,;。]{0,16}?(?:执行|实施|适用|实行|征收|加征|列入|纳入|受制于|受限于|要求|沿用|施行)[^,;。]{0,14}\Z"
)
"""What ends a measure told behind it: `不再对锑执行出口禁令`."""


_STAYED = re.compile(
    r"(?<![未不没难])(?:(?:结束|终止|终结)(?=[^,;。]{0,40}(?:禁令|禁运))|暂停|暂缓|中止|停止|取消|解除|撤销|撤回|废止|暂时解除|暂时取消)了?(?:执行|实施|适用|施行)?(?:(?!并|加强|收紧|扩大|加码|升级|豁免|[,;。:!?]).|(?<=[\w\"”」])[\"“”「」]){0,60}?"
    r"(?:限制|管制|禁令|管控|禁运|规定|公告|条款|通知)(?:措施|政策|令)?(?=[,;。:!?」”\"\s]|\Z)"
)
"""What takes a measure back whose goods stand before its noun: 暂停锡锭等材料对外出口限制, 暂停执行“原则上不予许可”出口锡的规定."""


def _is_stayed(candidate: Candidate, scene: Scene) -> bool:
    """Tell whether a verb of taking back stands before a measure, and its noun behind the measure's words."""
    floor, end = scene.sentence.start, scene.sentence.end
    first = min(candidate.start, candidate.extent[0])
    return any(
        told.start() <= first and candidate.end <= told.end() for told in _STAYED.finditer(scene.low, floor, end)
    )


_LOWERED = re.compile(
    r"(?:税率|税额|标准)?(?:将|被|已)?[由从自]每?[^,;。]{2,16}?(?:下调|调降|降低|降|减|调低|削减)(?:至|到|为)"
)
"""What follows a tax that is lowered: `宣布出口税由每吨80美元下调至`."""


def _is_no_longer(candidate: Candidate, scene: Scene) -> bool:
    """Tell whether a Chinese clause says that a measure is no longer carried out, or a tax lowered."""
    if candidate.type != "export_control" or candidate.direction != "tighten":
        return False
    if "不再" in scene.low[candidate.start : candidate.end] or candidate.rule.endswith("ended-zh"):
        return False  # the measure itself is an end: 零税率不再执行
    end = candidate.extent[1]
    if _LOWERED.match(scene.low, end, scene.sentence.end) is not None or _is_stayed(candidate, scene):
        return True
    return scene.says_before(_NO_LONGER, end) is not None
