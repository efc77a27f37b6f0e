"""Assessments: a price reporter's sentence may leave its goods to the text before: `Assessed grade A ingots at $31-33/kg, down from $35`."""

import re

from tocsin.detect.scenes.scene import Scene
from tocsin.detect.words.hits import Hit

_ASSESSED = re.compile(r"\b(assesse[sd]|pegged|priced|evaluated)\b[^;]{0,160}?\bat (?:about |around )?\Z")


def assessing(scene: Scene, end: int) -> Hit | None:
    """Return the word of assessing whose price begins at a place."""
    found = None if scene.sentence.chinese else scene.says_before(_ASSESSED, end)
    return None if found is None else Hit(*found.span(1), "subject", "", None)
