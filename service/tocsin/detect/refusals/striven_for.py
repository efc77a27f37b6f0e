"""Striven for: an effort whose pace is told, and not that of the goods it is for: `the push to diversify supply gathers pace`."""

import re

from tocsin.detect.scenes.drafts import Draft
from tocsin.detect.scenes.scene import Scene

_EFFORT = re.compile(
    r"\b(?:push|drive|efforts?|race|bid|quest|campaigns?|scramble|attempts?|initiatives?|programmes?|programs?|pressure|calls|urgency|movement|plans?) "
    r"(?:for|towards?|(?:to|at) (?:further |better |again )?(?:diversify|expand|boost|build|rebuild|secure|raise|lift|increase|develop|grow|reshore|onshore|locali[sz]e|strengthen|restore|ramp up|scale(?: up)?|establish|create|cut|curb|reduce|limit|restart|revive))"
    r"(?: (?!and\b|that\b|which\b|while\b|as\b|with\b)[\w'’-]+){0,5} \Z"
)
"""What makes of a noun before a verb the object of an effort, which is what goes fast or slow."""


def is_striven_for(draft: Draft, scene: Scene) -> bool:
    """Tell whether a verb of movement is that of an effort to make more of the goods, or less."""
    candidate = draft.candidate
    subject = candidate.subject
    if draft.type != "production_change" or candidate.rule != "move.verb" or subject is None or draft.amounts:
        return False
    return subject.end <= candidate.start and scene.says_before(_EFFORT, subject.start, 96) is not None
