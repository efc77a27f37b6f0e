"""English verbs in frames: what a verb has for its object, where a measure stands beside it.

`Tariffs lifted copper premiums` lifts no tariff: the measure is what acts. `Copper eased as tariff worries grew` eases none
either: the verb has no object, and the measure stands in another clause.
"""

import re
from collections.abc import Sequence

from tocsin.detect.calendar.months import FULL_MONTHS
from tocsin.detect.scenes.scene import Scene
from tocsin.detect.words.hits import Hit

_VERB = re.compile(
    r"(?:lift|rais|increas|lower|reduc|eas(?:e|es|ed|ing)\b|relax|loosen|doubl|widen|expand|add(?:s|ed)\b|end(?:s|ed)\b|slash|trim|boost|spar|cut(?:s|ting)?\b|squeez|disrupt|delay|curb|tighten|restrict|limit)"
)
"""Verbs of measures that are said of prices, costs and fears too."""
_NOUNS = frozenset(["increase", "increases", "delay", "delays", "curb", "curbs", "limit", "limits", "boost", "boosts"])
"""Words that are nouns as well, so that what follows may be the verb: `a tariff increase hits smelters`."""
_PASSIVE = re.compile(r"\b(?:be|been|being|is|are|was|were|get|gets|got|getting)(?: [a-z]+ly)? \Z")
_OBJECT = re.compile(
    r" (?!(?:on|for|from|to|at|in|of|by|as|after|amid|and|or|but|if|with|without|while|when|until|till|before|following|since|despite|under|over|against|across|within|during|through"
    r"|ahead|later|soon|last|next|this|early|late|earlier|again|further|today|yesterday|tomorrow|overnight|temporarily|immediately|entirely|fully|only|more|most|slightly|sharply|partly|up|down|off|back"
    rf"|monday|tuesday|wednesday|thursday|friday|saturday|sunday|{FULL_MONTHS}"
    r"|than|that|which|who|it|said|says|say|is|are|was|were|will|would|has|have|had)\b)(?:u\.s\.|[a-z][\w'’-]*)(?= [a-z]|[.,;]|\s*\Z)"
)
"""What follows a verb where it has an object without an article: `lifted aluminium premiums`."""


def takes_bare_object(verb: Hit, scene: Scene) -> bool:
    """Tell whether a verb is told of what stands before it, and its object without an article follows."""
    low = scene.low
    return (
        _VERB.match(low, verb.start, verb.end) is not None
        and low[verb.start : verb.end] not in _NOUNS
        and _OBJECT.match(low, verb.end) is not None
        and scene.says_before(_PASSIVE, verb.start, 20) is None
    )


_EASED = re.compile(r"(?:eas(?:e|es|ed|ing)|relax(?:es|ed|ing)?|lower|drop(?:s|ped)?|end(?:s|ed)?|reverse[sd]?)\Z")
"""Verbs that goods and prices do without an object."""
_ELSEWHERE = re.compile(
    r"(?: [a-z]+ly| [\d.]+(?:%| ?pct?| per ?cent)| further| again)? (?:as|amid|while|because|despite|when|whereas|although|though|ahead of|on (?:[a-z]+ ){0,3}(?:worr|fear|hope|concern|talk|news|prospect|uncertain|speculation)"
    r"|after(?! (?:an?|\d|one|two|three|four|five|six|nearly|almost|more|less|just|only|years|months|weeks)\b))\b"
)
"""What opens another clause right behind such a verb."""


def stands_alone(own: Sequence[Hit], low: str) -> bool:
    """Tell whether a frame's verb has no object, since another clause opens behind it: `eased as tariff worries grew`."""
    verb = own[0]
    return (
        _EASED.match(low, verb.start, verb.end) is not None
        and all(part.start >= verb.end for part in own[1:])
        and _ELSEWHERE.match(low, verb.end) is not None
    )
