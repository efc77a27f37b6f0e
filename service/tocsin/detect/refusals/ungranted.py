"""Ungranted: English measures that somebody asks or hopes for, that were not agreed on, or that are left as they are.

`Could not agree on the size of export quotas`, `ignored a request for lower tariffs on palm oil`, `the export duty was unchanged at $85 a tonne`.
"""

import re

from tocsin.detect.scenes.drafts import Draft
from tocsin.detect.scenes.scene import Scene
from tocsin.detect.texts.text import holds_any
from tocsin.messages import Modality

_ASKED = re.compile(
    r"\b(?:requests?|requested|pleas?|appl(?:y|ied|ies|ying)|applications?|appeals?|petitions?|clamou?r(?:ed|ing)?|lobb(?:y|ied|ying)|hop(?:e|es|ed|ing)|longing|bids?|bidding)"
    r" (?:by [\w'’ -]{2,30} )?for (?:[\w'’%.,-]+ ){0,7}\Z"
)
"""What makes of a measure behind it one that somebody wants."""
_SEEKS_LEAVE = re.compile(
    r"\b(?:request(?:s|ed)?|sought|seek(?:s|ing)?|applied for|appl(?:y|ies|ying) for|applications? for|bids? for) (?:[\w'’,%-]+ ){0,4}?(?:licen[cs]es?|permits?|clearances?)\b"
)
"""What somebody does who wants leave: `requested licences to export 30,000 tonnes`."""
_GIVEN = re.compile(
    r"\b(?:grant(?:s|ed|ing)?|award(?:s|ed)?|issu(?:es?|ed)|approv(?:es?|ed)|clear(?:s|ed)|reject(?:s|ed)?|refus(?:es?|ed)|must|require[sd]?|new|ban(?:s|ned)?)\b"
)
_TO_AGREE = r"(?:agree|reach|settle|strike|secure|conclude|find|clinch|seal|resolve|overcome|break)\b"
_TALKS = r"(?:talks|negotiations|discussions|consultations|deliberations)"
_ACCORD = r"(?:agreement|accord|deal|consensus|compromise|pact|breakthrough|decision|progress)"
_UNAGREED = re.compile(
    rf"(?:\bfail(?:s|ed|ing|ures?)?\b[^;.]{{0,110}}? to {_TO_AGREE}|\b(?:unable|yet|could not|cannot|did not|do not) (?:to )?{_TO_AGREE}|\b(?:lack|absence) of\b|\b(?:without|no)(?: an?| any)? (?:[a-z]+ )?{_ACCORD} (?:on|over|about|to)\b"
    rf"|\b(?:prospects?|chances?|likelihood|possibility) (?:of|for)\b|\b{_TALKS}\b[^;.]{{0,90}}? (?:on|over|about|to|leading to|aimed at)\b"
    r"|\b(?:divided|split|deadlock(?:ed)?|impasse|stalemate|disagree(?:d|ment)?|differ(?:ed|ences)?|at odds|wrangl(?:e|ing)) (?:on|over|about)\b"
    r"|\bto (?:seek|reach|find|negotiate)\b[^;.]{0,60}? (?:on|over|about|leading to)\b"
    r"|\b(?:how|whether|formula|yardstick|criteria|basis|method|system)\b) (?:for |to |of )?(?:(?!and |but )[\w'’&().-]+ ){0,12}\Z"
)
"""What makes of a measure behind it one that nobody has agreed on, with no comma between."""
_OPENS = ("to seek", "to reach", "to find", "to negotiate", "fail", "unable", "yet", "not ", "lack", "absence", "without", "no ", "prospect", "chance", "likelihood", "possibility", "talks", "negotiations", "discussions", "consultations", "deliberations", "divided", "split", "deadlock", "impasse", "stalemate", "disagree", "differ", "odds", "wrangl", "how ", "whether ", "formula", "yardstick", "criteria", "basis", "method", "system")  # fmt: skip
_TAKEN = re.compile(
    r"\b(?:impose[sd]?|introduce[sd]|announce[sd]|launche[sd]|ordered|adopted|agreed|slapped|banned|halted|will|would|expanded|raised|set at|tightened|eased|lifted)\b"
)
"""What says that it was taken all the same."""
_LOOSENS = ("eas", "relax", "loosen", "lift")
_KEPT = re.compile(
    r"\b(?:left|kept|keeps?|held|holds?|maintain(?:s|ed)|retain(?:s|ed)) (?:its|the|their) (?:[\w-]+ ){0,4}\Z"
)
_AT = re.compile(r"(?: [\w-]+){0,3}? (?:at|unchanged|steady)\b")
_LEAVES = ("left ", "leav", "kept ", "keep", "held ", "hold", "maintain", "retain")
_LEFT_AT = re.compile(
    r"[a-z]+ (?:its|the|their|this year['’]s) (?:[\w-]+ ){0,5}?(?:quotas?|dut(?:y|ies)|tariffs?|lev(?:y|ies)|tax(?:es)?|rates?) (?:[\w-]+ ){0,4}?(?:at|unchanged|steady|as it is)\b"
)
_UNCHANGED = re.compile(r"[^,;.]{0,48}\bunchanged\b")
_QUOTAS = frozenset(["quota-export", "grant-quota", "lift-quota", "cut-quota", "raise-quota"])
"""Frames that name quotas, for which states must agree among each other."""


def ungranted(draft: Draft, scene: Scene) -> str | None:
    """Return why an English measure is none that anybody has taken; None where it may be one."""
    if draft.type == "stockpiling":
        asked = draft.direction == "release" and scene.says_before(_ASKED, draft.candidate.start, 96)
        return "a release that is asked for" if asked else None
    if draft.type != "export_control":
        return None
    low, (start, end) = scene.low, draft.candidate.extent
    moves = draft.candidate.rule.startswith("move")
    if moves and draft.candidate.measure == "quota" and low.startswith(_LOOSENS, draft.candidate.start):
        return "a quota that is eased, not cut"
    if draft.modality in {Modality.POSSIBLE, Modality.DENIED}:
        return None
    if any(scene.says_before(_ASKED, place, 96) for place in {start, draft.candidate.start}):
        return "a measure that is asked or hoped for"
    sought = scene.says(_SEEKS_LEAVE) if draft.candidate.measure == "licence" or "licen" in low[start:end] else None
    if sought and not _GIVEN.search(low, draft.sentence.start, draft.sentence.end):
        return "leave that is sought"
    if low.startswith(_LEAVES, draft.candidate.start) and _LEFT_AT.match(
        low, draft.candidate.start, draft.sentence.end
    ):
        return "a measure left as it is"
    if not moves and scene.says_before(_KEPT, start, 60) and _AT.match(low, end, draft.sentence.end):
        return "a measure left as it is"
    if not moves and _UNCHANGED.match(low, end, draft.sentence.end):
        return "a measure left as it is"
    if draft.candidate.rule in _QUOTAS and holds_any(low, _OPENS, draft.sentence.start, start):
        found = scene.says_before(_UNAGREED, start)
        if found is not None and _TAKEN.search(low, found.start(), start) is None:
            return "a measure not agreed on"
    return None
