"""Put off: what an English sentence says does not come yet - starts that are late or only demanded, rises and cuts on hold, growth held back."""

import re

from tocsin.detect.refusals.nearby import NEAR, lead, precede
from tocsin.detect.scenes.drafts import Draft
from tocsin.detect.scenes.scene import Scene

_PUT_OFF = re.compile(
    r"\b(?:delay(?:s|ed|ing)?|postpon(?:e|es|ed|ing)|paus(?:e|es|ed|ing)|suspend(?:s|ed|ing)?|scrap(?:s|ped|ping)?|shelv(?:e|es|ed|ing)|put(?:s|ting)? off|defer(?:s|red|ring)?|cancel(?:s|led|ling)?|forgo(?:es)?|delays? (?:in|to)|(?:press(?:es|ed)?|hits?) pause on|put(?:s|ting)? the brakes on)"
    r" (?:plans? (?:of|for|to) (?:start(?:ing)? |begin(?:ning)? |mak(?:e|ing) )?|an? |the |its |their |any |all |further |additional |planned |scheduled |in |of |opec\+?'s |[a-z+]+'s )*(?:[a-z]+ ){0,2}\Z"
)
"""What makes a rise or a cut one that does not come: `paused additional output increases`."""
_LENGTHENED = re.compile(
    r"\b(?:extend(?:s|ed|ing)?|prolong(?:s|ed|ing)?|stretch(?:es|ed|ing)? out|delay(?:s|ed|ing)?) (?:the |its |their )?(?:[a-z]+ )?\Z"
)
"""What makes of an unwinding one that comes later: `extended the full unwinding of cuts by a year`."""
_UNWINDING = ("unwinding", "phase-out", "phaseout", "rollback", "roll-back", "reversal")
_ON_HOLD = re.compile(
    r" (?:on hold|on ice|(?:is|are|was|were|been) (?:paused|put off|shelved|postponed|delayed|suspended|deferred))\b"
)
"""The same behind it: `puts output hikes on hold`."""
_DELAYED = re.compile(
    r"\b(?:delay(?:s|ed|ing)?|postpon(?:e|es|ed|ing)|defer(?:s|red|ring)?|push(?:es|ed|ing)? back|put(?:s|ting)? off|hold(?:s|ing)? off on|held off on|delays? (?:in|to))"
    r" (?:an? |the |its |their |any |planned |scheduled |expected )*\Z"
)
"""What makes of a start behind it one that is not near: `delayed the restart of its smelter`."""
_HELD_BACK = re.compile(
    r"\b(?:slow|stunt|hamper|hinder|crimp|dampen|curb|restrain|constrain|limit|temper|stifl|imped|throttl)(?:s|es|ed|ing|e)? (?:the |its |their |any |further |future |much-needed )*\Z"
)
"""What holds back the growth behind it, which so is none: `slow the growth of output`."""
_POSTPONED = re.compile(
    r"\b(?:postpon(?:e|es|ed|ing|ement)|delay(?:s|ed|ing)?|deferr?(?:ed|al|s|ing)?|put(?:s|ting)? off)\b(?: (?:of|in|to))?(?: [\w'+.-]+){0,3} (?:decision|meeting|vote|talks|plan|plans) (?:on|over|about|to)(?: [a-z]+){0,2} \Z"
)
"""What makes of a cut one that is not decided: `the postponement of a decision on cuts`."""
_WAS_TO = re.compile(r"\b(?:was|were) (?:due |supposed |meant |scheduled |set |expected )?to have\b")
"""What was planned and has not come: `shipments were to have started again in November`."""
_LATER = re.compile(
    r"(?: (?!(?:after|despite|following|and|but|which|that|in|on)\b)[\w'’-]+){0,5}?"
    r" (?:slip(?:s|ped)|slid|delayed|postponed|deferred|pushed (?:back|out)|put (?:back|off)|set back|held up|moved (?:back|out))"
    r"(?= (?:to|until|till|into|by|from|again|once more|indefinitely|for|beyond|further|as|because|after|amid|due)\b|[,.;]|\Z)"
)
"""What follows a start that is put off: `first gas has slipped to 2027`."""
_IS_LATER = re.compile(
    r"(?: (?:of|at|for|from|in) (?:(?!and |but |as |after |which )[\w'’.-]+ ){0,6}?)?(?: ?(?:is|are|was|were|has been|have been|gets?|got))? ?(?:delayed|postponed|deferred|pushed (?:back|out)|put (?:back|off)|slips?|slipped) (?:to|until|till|into|by|again|indefinitely|beyond)\b"
)
"""The same of a start that is a noun: `start-up of the mine pushed back to 2029`."""
_DEMANDED = re.compile(
    r"\b(?:must|has to|have to|had to|need(?:s|ed)? to|required to|obliged to|ordered to|told to|fail(?:s|ed|ing)? to|failure to|ultimatum to|deadline to|unable to|unless it) (?:[a-z]+ly )?\Z"
)
"""What stands before a start that is only demanded: `received notice it must start mining by July`."""


def put_off(draft: Draft, scene: Scene) -> str | None:
    """Return why a rise, a cut or a start does not come yet, be it told in the headline; None where nothing says so."""
    if _WAS_TO.search(scene.low, max(draft.sentence.start, draft.candidate.extent[0] - 24), draft.candidate.extent[1]):
        return "what was to have happened"
    if draft.type == "production_change" and (_is_on_hold(draft, scene) or lead(_POSTPONED, draft, scene, NEAR)):
        return "put off"
    if draft.type in _WORKS and draft.direction in _STARTS and lead(_DELAYED, draft, scene, 48):
        return "put off"
    if draft.type in _WORKS and draft.direction in _STARTS and _IS_LATER.match(scene.low, draft.candidate.extent[1]):
        return "put off"
    if draft.direction == "up" and draft.candidate.nominal and precede(_HELD_BACK, draft, scene):
        return "growth that is held back"
    return None


def is_late_start(draft: Draft, scene: Scene) -> bool:
    """Tell whether what is told below the headline as a start comes later than was said, or is demanded."""
    if draft.sentence.chinese or draft.direction not in _STARTS:
        return False
    if draft.type == "production_change" and draft.direction == "resume" and precede(_PUT_OFF, draft, scene):
        return True
    if lead(_DEMANDED, draft, scene, 32):
        return True
    return _LATER.match(scene.low, draft.candidate.extent[1], draft.sentence.end) is not None


_WORKS = frozenset(["supply_source", "production_change"])
_STARTS = frozenset(["new", "resume"])


def _is_on_hold(draft: Draft, scene: Scene) -> bool:
    """Tell whether a rise or cut of output is one that does not come."""
    if draft.direction not in {"up", "down"}:
        return False
    if scene.low.startswith(_UNWINDING, draft.candidate.extent[0]) and precede(_LENGTHENED, draft, scene):
        return True
    return precede(_PUT_OFF, draft, scene) or _ON_HOLD.match(scene.low, draft.candidate.extent[1]) is not None
