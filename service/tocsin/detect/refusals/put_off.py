"""Put off: starts of which the sentence says that they come later than was said, or only that somebody has to make them."""

import re

from tocsin.detect.scenes.drafts import Draft
from tocsin.detect.scenes.scene import Scene

_LATER = re.compile(
    r"(?: (?!(?:after|despite|following|and|but|which|that|in|on)\b)[\w'’-]+){0,5}?"
    r" (?:slip(?:s|ped)|slid|delayed|postponed|deferred|pushed (?:back|out)|put (?:back|off)|set back|held up|moved (?:back|out))"
    r"(?= (?:to|until|till|into|by|from|again|once more|indefinitely|for|beyond|further|as|because|after|amid|due)\b|[,.;]|\Z)"
)
"""What follows a start that is put off: `first gas has slipped to 2027`."""


_DEMANDED = re.compile(
    r"\b(?:must|has to|have to|had to|need(?:s|ed)? to|required to|obliged to|ordered to|told to|fail(?:s|ed|ing)? to|failure to|ultimatum to|deadline to|unable to|unless it) (?:[a-z]+ly )?\Z"
)
"""What stands before a start that is only demanded: `received notice it must start mining by July`."""


def is_put_off(draft: Draft, scene: Scene) -> bool:
    """Tell whether what is told as a start comes later than was said, or is demanded."""
    if draft.sentence.chinese or draft.direction not in {"new", "resume"}:
        return False
    start = draft.candidate.extent[0]
    if _DEMANDED.search(scene.low, max(draft.sentence.start, start - 32), start):
        return True
    return _LATER.match(scene.low, draft.candidate.extent[1], draft.sentence.end) is not None
