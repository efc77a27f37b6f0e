"""Choices: English facts that are one of two ways open to somebody, what would follow from a deed, or what somebody gets round.

`Face the choice of either holding output or raising the ceiling`, `blocking imports would not serve us`, `to escape the 14% tax on gold`.
"""

import re

from tocsin.detect.scenes.drafts import Draft
from tocsin.detect.scenes.scene import Scene
from tocsin.detect.texts.text import holds_any

_CHOICE = re.compile(
    r"\b(?:choices?|dilemma|alternatives?|options?|decide|choose|choosing) (?:is |was |are |were )?(?:between|of|whether|either)\b[^.;]*\Z"
)
_CHOICES = ("choice", "dilemma", "alternative", "option", "decide", "choos")
_DOING = re.compile(r"[a-z]+ing\b")
_WOULD = re.compile(r"[^,;.]{0,80}? (?:would|could|might) (?:not |only |also |never |hardly )?[a-z]+\b")
"""What would come of a deed whose verb in -ing opens the sentence."""
_OPENING = 2
"""Characters before a deed that opens its sentence: a quotation mark and a space."""
_ROUND = re.compile(
    r"\b(?:escap|avoid|evad|dodg|circumvent|bypass|sidestep|skirt|get(?:ting)? (?:round|around))(?:e|es|ed|ing|s)? "
    r"(?:(?:paying|the|an?|its|their|this|high|steep|[\d.]+(?: ?%| percent| per ?cent)) ){1,4}(?:[\w-]+ ){0,3}\Z"
)
_SETTLED = re.compile(
    r"\b(?:resolv|settl|end)(?:e|es|ed|ing) (?:an?|the|their|its) (?:[\w-]+ ){0,3}(?:dispute|row|quarrel|standoff|wrangle|lawsuit|feud)\b[^;]*\b(?:after|when|since)\b[^;]*\Z"
)
"""A dispute that is over, and what it began with."""
_HANGS = re.compile(r"[^,;.]{0,40}? (?:depend(?:s|ed)?|hing(?:es|ed)) (?:up)?on\b")

_WISHED = re.compile(
    r"\b(?:wait(?:s|ed|ing)?|need(?:s|ed)?|want(?:s|ed)?|seek(?:s|ing)?|sought|hop(?:e|es|ed|ing)|call(?:s|ed|ing)?|push(?:es|ed|ing)?) (?:for )?(?:(?:an?|more|its|their) )?\Z"
)
"""What makes of steady prices ones that somebody waits for: `drillers need steady prices`."""


def open_choice(draft: Draft, scene: Scene) -> str | None:
    """Return what an English draft is in place of a fact; None where it may be one."""
    if draft.sentence.chinese:
        return None
    low, floor, (start, end) = scene.low, draft.sentence.start, draft.candidate.extent
    if holds_any(low, _CHOICES, floor, start) and low.find(" or ", floor, draft.sentence.end) >= 0:
        return "one of two ways that are open" if scene.says_before(_CHOICE, start) else None
    if draft.type == "export_control" and _is_thought_about(draft, scene):
        return "only supposed, or got round"
    if scene.says_before(_SETTLED, start):
        return "what a dispute that is over began with"
    if draft.direction == "flat" and (_HANGS.match(low, end) or scene.says_before(_WISHED, start, 40)):
        return "what hangs on something else, or is wished for"
    return None


def _is_thought_about(draft: Draft, scene: Scene) -> bool:
    """Tell whether a measure is only weighed, or one that somebody gets round."""
    low, (start, end) = scene.low, draft.candidate.extent
    if start - draft.sentence.start <= _OPENING and _DOING.match(low, start) and _WOULD.match(low, end):
        return True
    return any(scene.says_before(_ROUND, place, 80) is not None for place in {start, draft.candidate.start})
