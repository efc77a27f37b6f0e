"""Put off: starts of which the sentence says that they come later than was said, which is no start."""

import re

from tocsin.detect.scenes.drafts import Draft
from tocsin.detect.scenes.scene import Scene

_LATER = re.compile(
    r"(?: (?!(?:after|despite|following|and|but|which|that|in|on)\b)[\w'’-]+){0,5}?"
    r" (?:slip(?:s|ped)|slid|delayed|postponed|deferred|pushed (?:back|out)|put (?:back|off)|set back|held up|moved (?:back|out))"
    r"(?= (?:to|until|till|into|by|from|again|once more|indefinitely|for|beyond|further|as|because|after|amid|due)\b|[,.;]|\Z)"
)
"""What follows a start that is put off: `first gas has slipped to 2027`."""


def is_put_off(draft: Draft, scene: Scene) -> bool:
    """Tell whether what is told as a start comes later than was said."""
    if draft.sentence.chinese or draft.direction not in {"new", "resume"}:
        return False
    return _LATER.match(scene.low, draft.candidate.extent[1], draft.sentence.end) is not None
