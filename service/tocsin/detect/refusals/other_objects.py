"""Other objects: verbs by which a measure or a deal would end, whose object here is another thing.

`How the cobalt ban is lifting prices` eases no ban, and talks that `ended with an agreement` ended none.
"""

import re

from tocsin.detect.scenes.drafts import Draft
from tocsin.detect.scenes.scene import Scene

_LIFTS = re.compile(r"(?:lift|eas|rais|cut|end|drop)(?:s|ed|es|ing|ping|ped|ting)?\b")
_OTHER = re.compile(
    r" (?:up )?(?:(?:the|its|their|local|global|domestic|spot|world|export|input|raw|material) ){0,3}(?:(?:copper|metal|ore|[a-z]+) )?"
    r"(?:prices?|costs?|premiums?|profits?|margins?|shares|demand|sentiment|spirits|hopes|fears|pressure|inflation|shortages?|tightness|concerns?|worries|revenues?|earnings)\b"
)
_ENDED_IN = re.compile(r" (?:with|in|up)(?: with)? ")
_FOUND_MEASURE = re.compile(
    r"(?:'s)? (?:(?:ore|metal|concentrate|steel|product) )?(?:exports?|imports?|quotas?|tariffs?|dut(?:y|ies)|curbs|bans?|controls|restrictions|subsid(?:y|ies)|levies|licen[cs]es|licensing|trade|dumping|makers|producers|prices|pricing|demand)\b"
)
"""What makes of goods behind `finds` the name of a measure, a trade or its people: `a panel finds zinc quotas unlawful`."""
_ENDS = ("end", "ends", "ended", "ending")


def of_other_object(draft: Draft, scene: Scene) -> bool:
    """Tell whether the verb of an end has another object than the measure or deal that stands beside it."""
    low, (start, end) = scene.low, (draft.candidate.start, draft.candidate.end)
    if scene.sentence.chinese:
        return False
    if draft.direction == "discovery" and low[start:end] in {"finds", "find", "has found", "have found"}:
        part = next((part for part in draft.candidate.parts if part.kind == "commodity"), None)
        return part is not None and _FOUND_MEASURE.match(low, part.end, draft.sentence.end) is not None
    if draft.type == "export_control" and draft.direction == "ease":
        return _LIFTS.match(low, start, end) is not None and _OTHER.match(low, end, draft.sentence.end) is not None
    ended = draft.type == "large_contract" and draft.direction == "terminate" and low[start:end] in _ENDS
    return ended and _ENDED_IN.match(low, end) is not None
