"""Described targets: what the firm or unit that is dealt in makes, where one of the next sentences says so and the deal's own names no goods.

`Halden agreed to sell its Orvane unit to Kestrel. Orvane makes ferrosilicon` is a deal about ferrosilicon.
"""

import re

from tocsin.detect.scenes.scene import Candidate, Scene
from tocsin.detect.topics.topic import Memory
from tocsin.detect.words.hits import Hit

_REACH = 700
"""Characters behind the deal within which its target is described."""
_DESCRIBES = re.compile(
    r"(?:(?<=[.”\"] )|(?<=\n))(?P<name>[A-Z][\w-]{3,})(?: [A-Z][\w&.-]+){0,4},? "
    r"(?:which (?:also |mainly |primarily |currently )?|(?:also |mainly |primarily |currently )?(?:is )?(?:an? |the |one of )?)"
    r"(?:(?:produc|min|mak|refin|smelt|suppl|develop|own|operat|hold|explor)(?:e|es|s|ies|ing)\b|(?:engaged|involved|active|speciali[sz](?:es|ed|ing)|focus(?:es|ed)) (?:in|on)\b"
    r"|(?:[a-z-]+ ){0,4}?(?:producer|miner|explorer|maker|refiner|developer|supplier|smelter|company|firm|group)\b)"
)
"""How a sentence begins that says what a firm does: `Orvane produces`, `Tarvo is a zinc explorer`, `Vestra, which mines`."""
_COMMON = frozenset(
    [
        "company",
        "group",
        "resources",
        "energy",
        "minerals",
        "metals",
        "mining",
        "shareholders",
        "closing",
        "terms",
        "under",
    ]
)
"""Words that open sentences and are no firm's own."""
_ENDS = re.compile(r"[.;\n]")


def described_later(candidate: Candidate, scene: Scene, memory: Memory) -> list[Hit]:
    """Return the goods of a later sentence that opens with a name of an English deal's sentence and says what that firm makes."""
    end, plain = scene.sentence.end, scene.folded.plain
    if scene.sentence.chinese or candidate.type != "mna":
        return []
    later = [hit for goods in memory.goods for hit in goods if end <= hit.start < end + _REACH]
    later = [hit for hit in later if hit.id not in memory.groups]
    for told in _DESCRIBES.finditer(plain, end, end + _REACH) if later else ():
        name = told["name"]
        if name.lower() in _COMMON or plain.find(name, candidate.start, end) < 0:
            continue
        stop = _ENDS.search(plain, told.end())
        last = stop.start() if stop else len(plain)
        if goods := [hit for hit in later if told.start() <= hit.start < last]:
            return goods[:1]
    return []
