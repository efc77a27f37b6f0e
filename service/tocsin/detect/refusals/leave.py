"""Leave: what is said of leave to export or import all the time, how it is sought and how long it takes, which is no measure."""

import re

from tocsin.detect.refusals.nearby import lead
from tocsin.detect.scenes.drafts import Draft
from tocsin.detect.scenes.scene import Scene

_GRANTS = re.compile(
    r"\b(?:grants|issues|gives|awards|allows) (?:[\w-]+ ){0,4}?(?:permits|licen[cs]es|quotas|approvals)(?: for [\w-]+(?: [\w-]+)?)? (?:only )?to (?:[\w-]+ ){0,2}?(?:companies|firms|miners|exporters|producers|those) (?:which|that|who|with|building)\b"
)
"""How an office says to whom it gives leave all the time."""
_IN_GENERAL = re.compile(
    r"\bimposing (?:[\w-]+ ){1,7}?(?:is|are|was) (?:in line|common|consistent|in keeping|normal|legitimate|standard|an? (?:common|normal|international))\b"
)
"""What is said of measures in general."""
_REVIEWING = re.compile(r"\b(?:review|process|handl|assess)\w* (?:of )?(?:[\w-]+ ){0,2}?applications for\b")
"""What an office does with papers that are asked of it, before any leave is named."""
_COUNSELS = re.compile(
    r"(?:our (?:lawyers|attorneys|team|practice|firm|experts|consultants|specialists)|we|the firm|its lawyers)\b[^;.]{0,40}\b(?:assist|help|advise|counsel|guide|represent|support)s?\b|- (?:assist|advise|help)"
)
"""How a firm of counsel says what it does, with measures among its matters."""
_PAPERS = r"(?:(?:export|import|mining|trading|shipping) )?(?:licen[cs]es?|permits?|approvals?|permissions?|quotas?)"
_SOUGHT = re.compile(
    r"\b(?:await(?:s|ed|ing)?|wait(?:s|ed|ing)? (?:for|on)|pending|backlog (?:of|in)|(?:lead|waiting|processing|handling) times?\b[^,;.]{0,40}|delays? (?:in|to)|until|time to (?:get|obtain|secure)"
    r"|(?:get|gets|getting|obtain|obtains|obtaining|securing|receiving|acquiring|process of|procedure for|applications? (?:for|to)|apply(?:ing)? for|applied for))"
    r" (?:the |their |its |an? |any |such |further |new |(?:granting|issuing|issuance|approval|award|release) of |beijing[’']s |china[’']s ){0,4}"
    rf"(?:[a-z-]+ )?{_PAPERS}\b"
)
"""Leave that somebody waits for, or how long it takes to get: `obtaining export licences takes two months`."""
_TAKES = re.compile(
    r"\b(?:takes?|took|taking|last(?:s|ed)?|amounts? to|require[sd]?)(?: (?:about|around|some|roughly|up to|at least|between|typically|usually|normally|as long as|more than|less than|over))*"
    r" (?:\d+|an?|one|two|three|four|five|six|several|many|a few)(?:[ -](?:to|and|or|\d+|two|three|four|five|six))* ?(?:working |business |calendar )?(?:days?|weeks?|months?)\b"
)
_NEWS = re.compile(
    r"\b(?:will|must|now|new|from|begin|began|starting|start|require[sd]?|introduc|impos|announc|bans?|banned|order(?:s|ed))"
)
"""What makes of the same words a measure that begins: `exporters must now apply for licences`."""


def is_standing_leave(draft: Draft, scene: Scene) -> bool:
    """Tell whether an office only says whom it gives leave all the time: `grants permits to firms which build smelters`."""
    return draft.type == "export_control" and (
        scene.says(_GRANTS) is not None
        or (draft.direction == "tighten" and lead(_REVIEWING, draft, scene))
        or _COUNSELS.match(scene.low, draft.sentence.start, draft.sentence.end) is not None
        or scene.says(_IN_GENERAL) is not None
    )


def is_course_of_leave(draft: Draft, scene: Scene) -> bool:
    """Tell whether leave is only waited for, or the time told that it takes: `the granting of licences takes 60 days`."""
    if draft.type != "export_control" or draft.sentence.chinese:
        return False
    low, (start, end) = scene.low, draft.candidate.extent
    floor, last = draft.sentence.start, draft.sentence.end
    papers = _NAMED.search(low, max(floor, start - 24), min(last, end + 24))
    if papers is None:
        return False
    if _TAKES.search(low, floor, last) and _NEWS.search(low, floor, last) is None:
        return True
    if _GIVEN.search(low, floor, last):
        return False
    return draft.direction == "ease" and any(
        sought.start() < papers.end() <= sought.end() + 2 for sought in _SOUGHT.finditer(low, floor, last)
    )


_NAMED = re.compile(_PAPERS)
_GIVEN = re.compile(
    r"\b(?:introduc(?:es?|ed|ing)|launch(?:es|ed)|open(?:s|ed)|fast[- ](?:lane|track)|grant(?:s|ed)|issue[sd]|approve[sd]|began|begun|starts|started)\b"
)
"""What says that leave is given, or sooner than before, whatever is waited for beside it."""
