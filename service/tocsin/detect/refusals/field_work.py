"""Field work: how far harvest or sowing has come, which is no size of a crop: `the harvest advanced to 26% of the planted area`."""

import re

from tocsin.detect.scenes.drafts import Draft
from tocsin.detect.scenes.scene import Scene

_SUBJECTS = ("harvest", "crop", "planting", "sowing", "seeding", "drilling", "mid-crop", "main crop")
_SO_FAR = re.compile(
    r"\d ?(?:%|percent|per ?cent|pct)(?: of (?:the |its |their |this year['’]s |intended |planned |total )*(?:[a-z'’-]+ ){0,2}(?:area|crop|acreage|acres|fields|targets?|hectares)"
    r"| (?:complete|completed|done|finished|harvested|planted|sown|seeded|drilled|gathered|in the ground)(?! (?:in|output)\b))\b"
)
"""How much of the work is done."""
_STAGE = re.compile(
    r"(?: (?:has|have|had|is|was|are|were))?(?: (?:now|just|already|nearly|about))? (?:ended|finished|begun|concluded|progress(?:ed|ing)|got off|gotten off|wrapped up|under way|underway|all but over)\b"
)
"""What work is said to have come to, right behind it."""
_SIZED = ("fell", "fall", "rose", "down", "up", "shr", "drop", "decline", "jump", "lower", "higher", "short", "increas")
"""Words of movement that tell the size of a crop whatever stage its harvest has come to."""


def is_field_work(draft: Draft, scene: Scene) -> bool:
    """Tell whether a move of a crop is only that of the work on it."""
    subject = draft.candidate.subject
    if draft.type != "production_change" or subject is None or draft.sentence.chinese:
        return False
    low = scene.low
    if not low.startswith(_SUBJECTS, subject.start) and not low.endswith(_SUBJECTS, subject.start, subject.end):
        return False
    if _SO_FAR.search(low, subject.end, max(subject.end, draft.candidate.start)):
        return True  # `reached 62% of the area, down from 79%`, whatever size is foreseen behind it
    if draft.amounts.keys() & {"change_by", "level"} and low.startswith(_SIZED, draft.candidate.start):
        return False
    if scene.says(_SO_FAR):
        return True
    return _STAGE.match(low, subject.end) is not None and not low.startswith(_SIZED, draft.candidate.start)
