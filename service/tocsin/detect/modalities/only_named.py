"""Only named: measures that a sentence names, for what they do or as what came before, and that nobody takes in it."""

import re

from tocsin.detect.calendar.months import FULL_MONTHS, WEEKDAY
from tocsin.detect.modalities.past_months import HELD_SINCE
from tocsin.detect.refusals.negation import quote
from tocsin.detect.scenes.scene import Candidate, Scene
from tocsin.detect.texts.text import is_item

_ACTS_ON = re.compile(
    r"(?: (?:on|of) [a-z -]{3,40}?)?(?: (?:has|have|had|also|is|are|will|could|may|might))* (?:rais(?:es?|ed|ing)|hurt(?:s|ing)?|squeez(?:es?|ed|ing)|disrupt(?:s|ed|ing)?|boost(?:s|ed|ing)?|driv(?:es?|ing)|drove|driven"
    r"|push(?:es|ed|ing)?|sen[dt]s?|sending|lift(?:s|ed|ing)?|weigh(?:s|ed|ing)?|stok(?:es?|ed|ing)|fuel(?:s|led|ed|ing|ling)?|rattl(?:es?|ed|ing)|threaten(?:s|ed|ing)?|forc(?:es?|ed|ing)|spur(?:s|red|ring)?|dent(?:s|ed|ing)?|strain(?:s|ed|ing)?)"
    r" (?!(?:by|on|in|from|to|for|after|as|and|or|at|with|last|this|next|again|[a-z]+ly)\b)[a-z]"
)
"""What a measure does that is named only for its effects: `export curbs squeezed magnet makers`."""


_IS_NEW = re.compile(
    r"(?:following|after) (?:the )?(?:[a-z]+['’]s? )?(?:recent|latest|newest|new|fresh|sudden|surprise|newly (?:announced|imposed|introduced)|just-announced) (?:[a-z-]+ ){0,3}?(?:export|import)"
)
"""What makes of a measure behind `following` news of the lead: `following Peru's recent export ban on tin`."""


_SINCE_A_DAY = re.compile(
    rf"since (?:(?:early |late |mid-?)?(?:last|this) (?:week|month|year|quarter|spring|summer|autumn|fall|winter|{WEEKDAY}|{FULL_MONTHS})|yesterday|{WEEKDAY}|{FULL_MONTHS}|20\d\d),? "
    r"(?:on (?:the )?(?:news|reports?|word|talk|hopes|fears|signs|speculation|expectations)|as|when|because|over)\b"
)
"""A time whose `since` ends before what the sentence gives as the reason: `has rallied since last week on news that Chile plans a tax`."""


_NUMBERED = re.compile(r"(?:\A|\n)[ (]?(?:\d{1,2}|[一二三四五六七八九十]{1,2})[.、)] ?\Z")
"""What stands before an item of a list where its number is parted from it."""


_NEXT = re.compile(r"(?:之后|此后|其后),[^,;。]{1,12}(?:又|再|还|也|才)?(?:宣布|决定|公布|批准|下令|通过|出台)")
"""What opens a sentence with the next deed, and no background: 之后,印度又宣布限制出口."""


def _is_numbered(scene: Scene) -> bool:
    low, start = scene.low, scene.sentence.start
    return is_item(low, scene.sentence) or _NUMBERED.search(low, max(0, start - 6), start) is not None


def only_named(candidate: Candidate, scene: Scene) -> str | None:
    """Tell why a measure is only named, not done: after `following`, or without a verb of doing near it."""
    folded, found = scene.folded, scene.found
    start, end = candidate.extent
    if not scene.sentence.chinese and _ACTS_ON.match(folded.low, end, scene.sentence.end):
        return "background: named for what it does"
    for cue in found.cue("background"):
        if scene.sentence.order <= 2 and _IS_NEW.match(folded.low, scene.sentence.start, end):
            continue
        if (
            cue.end <= start
            and folded.low.startswith("since", cue.start)
            and _SINCE_A_DAY.match(folded.low, cue.start, start)
        ):
            continue
        if HELD_SINCE.match(folded.low, cue.start):
            continue
        if _NEXT.match(folded.low, cue.start) and cue.start - scene.sentence.start <= 1:
            continue
        if cue.end <= start and scene.gap(cue.end, start) <= (14 if scene.sentence.order > 2 else 7):
            return f"background by {quote(folded, cue)}"
    for hit in found.parts():
        if (
            hit.id == candidate.pack.pack.name
            and hit.data in {"act", "lift", "forbid"}
            and scene.apart((hit.start, hit.end), candidate.extent) <= 8
        ):
            return None
    if scene.sentence.chinese and _is_numbered(scene):
        return None  # an item of a morning's list is a headline of its own
    return "background: named, not done" if scene.sentence.order > 2 else None
