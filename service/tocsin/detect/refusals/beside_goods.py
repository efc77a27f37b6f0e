"""Beside goods: English facts whose words stand by goods and are of another thing: drugs in their load, the canteen of works.

And those that came to nothing: men acquitted, smugglers kept out, a strike called off before it began, an order that was stopped short of.
"""

import re

from tocsin.detect.refusals.nearby import precede
from tocsin.detect.scenes.drafts import Draft
from tocsin.detect.scenes.scene import Scene
from tocsin.detect.texts.text import holds_any

_DRUGS = r"(?:cocaine|heroin|cannabis|marijuana|hashish|methamphetamine|meth|ketamine|fentanyl|captagon|opium|ecstasy|codeine|tramadol|narcotics|drugs|cigarettes|ivory|pangolins?|rifles|ammunition|firearms)"
_OTHER_LOAD = re.compile(
    rf"\d (?:(?:million|metric|kilos?|kg|tonnes?|tons?|pounds|lbs?|cartons|packs|bags|pills|tablets|bricks|of|liquid|crystal|illegal|smuggled|undeclared) ){{0,4}}{_DRUGS}\b"
    rf"|\bsmuggl(?:e|es|ed|ing) (?:[a-z]+ ){{0,2}}{_DRUGS}\b"
    rf"|\b{_DRUGS} (?:(?:was|were|that|which|worth [^.;,]{{1,24}}) ){{0,2}}(?:hidden|concealed|stashed|found|stuffed|buried|packed)\b"
)
"""What is seized in a load of goods, or what goods stand in for: `40 kg of cocaine hidden in scrap copper`."""
_LOADS = ("cocaine", "heroin", "cannabis", "marijuana", "hashish", "meth", "ketamine", "fentanyl", "captagon", "opium", "ecstasy", "codeine",
    "tramadol", "narcotic", "drugs", "cigarettes", "ivory", "pangolin", "rifles", "ammunition", "firearms")  # fmt: skip
_FREED = re.compile(
    r"\b(?:acquit(?:s|ted|tal)?|exonerated|cleared of|not guilty|charges (?:against [^.;]{1,40} )?(?:were |was |have been |has been |are )?(?:dropped|dismissed|thrown out|quashed)"
    r"|(?:dropped|dismissed|threw out|throws out|quashed) (?:all |the |its )*(?:charges|case|conviction))\b"
)
_GUILTY = re.compile(r"\b(?:convicted|jailed|sentenced|pleaded guilty|but|retrial|overturned|appeal(?:s|ed)?)\b")
_KEPT_OUT = re.compile(
    r"\b(?:keep(?:s|ing)?|kept|hold(?:s|ing)?|held) (?:[a-z]+ ){0,3}smugglers (?:at bay|out|away|off)\b|\b(?:deter(?:s|red|ring)?|outwit(?:s|ted)?|spot(?:s|ting)?) (?:[a-z]+ ){0,3}smugglers\b"
    r"|\b(?:film|novel|thriller|series|game|play|musical)(?:'s|’s) (?:hero|heroine|plot|villain|star)\b[^.;]{0,30}smuggl"
    r"|\b(?:course|training|workshop|lesson|film|book|exhibition|guide|lecture)s?\b[^.;]{0,40} how [^.;]{0,24}smuggl|\bhow to (?:spot|recogni[sz]e|detect|identify|tell|trace) (?:[a-z]+ ){0,3}smuggl"
)
"""Smugglers who smuggle nothing here."""


def _is_no_smuggling(draft: Draft, scene: Scene) -> str | None:
    if holds_any(scene.low, _LOADS, draft.sentence.start, draft.sentence.end) and scene.says(_OTHER_LOAD):
        return "another load beside goods"
    if scene.says(_FREED) and not scene.says(_GUILTY):
        return "acquitted"
    return "smugglers are kept out" if scene.says(_KEPT_OUT) else None


_AVERTED = re.compile(
    r"\b(?:strikes?|walkouts?|stoppages?|industrial action|lockouts?)\b[^.;,]{0,48}? (?:called off|averted|headed off|staved off|avoided|suspended|dropped|abandoned) "
    r"(?:(?:just|only|shortly|hours|minutes|moments|days|a day|a week|at the last minute|two|three) ){0,3}(?:before|ahead of)\b"
)
"""A stoppage that never came, and so neither stops nor frees works: `was called off hours before it was to begin`."""
_AMENITY = re.compile(
    r"(?:(?:'s|’s|s'|s’)?) (?:(?:own|main|old|staff|company|works) )?(?:canteen|cafeteria|restaurant|car park|gym|school|shop|clinic|hospital|museum|visitor cent(?:re|er)|offices?|website|football club|club|band|choir|pension (?:fund|scheme)"
    r"|laborator(?:y|ies)|library|swimming pool|nursery|kindergarten|theatre|cinema|chapel|hostel|dormitory|press office|suggestion box)\b"
)
"""What a plant has besides what makes its goods."""
_NEITHER = re.compile(r"\bneither (?:[a-z]+ )?\Z")
_STOPS_SHORT = re.compile(r"stop(?:s|ped|ping)? (?:well |just )?short of\b")
_SHORT_OF = re.compile(r"\bstop(?:s|ped|ping)? (?:well |just )?short of (?:an? |the |actually |formally )?\Z")


_CLOSES_TIME = re.compile(
    r"(?:close[sd]?|closing|shut) (?:out )?(?:the|its|their|this|that|last) (?:[a-z0-9/-]+ )?(?:season|year|quarter|month|week|day|session|half|campaign|books?|order books?|gap|ranks|deal|round|chapter|circle|loop)\b"
)
"""A time or an account that closes, and no works: `mills closed the season with 4 million tonnes`."""


def beside_goods(draft: Draft, scene: Scene) -> str | None:
    """Return what a draft's words are about besides goods, or why nothing came of it; None where they tell its fact."""
    if precede(_SHORT_OF, draft, scene) or _STOPS_SHORT.match(scene.low, draft.candidate.start):
        return "stopped short of"
    if draft.type == "production_change" and precede(_NEITHER, draft, scene):
        return "neither one nor the other"
    if draft.type == "smuggling":
        return _is_no_smuggling(draft, scene)
    if draft.type != "production_change" or draft.direction not in {"halt", "resume"}:
        return None
    if scene.says(_AVERTED):
        return "a stoppage that never came"
    if _CLOSES_TIME.match(scene.low, draft.candidate.start):
        return "a time closes, no works"
    return "another part of works" if _is_amenity(draft, scene) else None


def _is_amenity(draft: Draft, scene: Scene) -> bool:
    """Tell whether what stops is a part of works that makes nothing: `the plant's canteen was shut`."""
    subject = draft.candidate.subject
    if subject is not None:
        return _AMENITY.match(scene.low, subject.end) is not None
    return any(part.kind == "part" and _AMENITY.match(scene.low, part.end) for part in draft.candidate.parts)
