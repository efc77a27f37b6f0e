"""Negated acts in Chinese: a negation that governs a verb from afar: `并未对铟实施出口管制`, `储备局没有收储铟`.

Between the two stand the words that say with whom or against what a thing would be done; or the negation stands within the frame of a
rule that begins with who acts.
"""

import re

from tocsin.detect.scenes.scene import Candidate, Scene

_NOT = r"(?:(?:并|尚|仍|还|也|均|都|暂|迄今|至今)?(?:没有|从未|未曾|(?<![前此])未(?![来经能]))|从没|从不)"
_FAR = re.compile(rf"({_NOT})(?:对|与|同|跟|向|就|把|将|为|从|在|以|因|由于|随)(?!此前|之前|此)[^,;。]{{1,20}}\Z")
_RIGHT_BEFORE = re.compile(rf"({_NOT})(?:再|继续|进行|任何|正式)*\Z")


def negated_act(candidate: Candidate, scene: Scene) -> str | None:
    """Return the words by which a Chinese sentence says from afar that an act was not done."""
    found = scene.says_before(_FAR, candidate.start, 28)
    if found is None and candidate.parts:
        later = (part.start for part in candidate.parts if part.start > candidate.extent[0] and part.kind == "part")
        within = (scene.says_before(_RIGHT_BEFORE, place, 8) for place in later)
        found = next((told for told in within if told is not None and told.start() >= candidate.extent[0]), None)
    return None if found is None else f"negated by “{found[1]}”"
