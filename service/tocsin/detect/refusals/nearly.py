"""Nearly: stops and measures that were close at hand and did not come about, as their own sentence tells.

`The mine, which had been within days of shutting, is back at its normal rate`; `a strike that threatened to idle the smelter was averted`.
"""

import re

from tocsin.detect.scenes.drafts import Draft
from tocsin.detect.scenes.scene import Scene

_CLOSE_BY = re.compile(
    r"\b(?:was|were|had been|came|come) (?:only |just |barely )?(?:within|a matter of) (?:[a-z]+ ){0,2}(?:hours|days|weeks|minutes) (?:of|from) (?:[\w'’-]+ ){0,6}\Z"
    r"|\b(?:came|had come|was|were|had been) (?:very |perilously |dangerously )?close to (?:[\w'’-]+ ){0,4}\Z"
)
"""What makes of a stop one that was near, in the past."""
_THREATENED = re.compile(
    r"\b(?:that|which|and) (?:had |has |have )?(?:threatened|risked|looked set|looked likely|could have|might have|would have)(?: to)? (?:[\w'’-]+ ){0,3}\Z"
)
_AVERTED = re.compile(
    r"[^;.]{0,120}?\b(?:averted|avoided|headed off|staved off|fended off|forestalled|defused|called off|settled|resolved|at an end|come to an end|came to an end|no longer)\b"
)
"""What became of the threat whose stop stands before it."""
_STOPS = frozenset([("production_change", "halt"), ("production_change", "down"), ("supply_source", "loss")])


def nearly(draft: Draft, scene: Scene) -> bool:
    """Tell whether an English sentence tells a stop that nearly came about."""
    if (draft.type, draft.direction) not in _STOPS or draft.sentence.chinese:
        return False
    start, end = draft.candidate.extent
    if scene.says_before(_CLOSE_BY, draft.candidate.start, 80):
        return True
    if scene.says_before(_THREATENED, start, 72) is None:
        return False
    return _AVERTED.match(scene.low, end, draft.sentence.end) is not None
