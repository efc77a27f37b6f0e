"""Multiples: how many times its earlier self a thing is said to be: `imports were twice those of a year earlier`, `five times the 2020 level`.

Where an amount of the thing stands right before, `beside` reads it.
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from tocsin.detect.calendar.months import FULL_MONTHS
from tocsin.detect.quantities.amount import Amount
from tocsin.detect.scenes.scene import Scene
from tocsin.detect.texts.text import holds_any
from tocsin.detect.triggers.beside import EARLIER
from tocsin.detect.triggers.change import Change

_MULTIPLE = re.compile(
    r"\b(?:be|been|is|are|was|were|stands?|stood|(?:amount(?:s|ed)?|climb(?:s|ed)?|increas(?:e|es|ed)|ris(?:e|es|en)|rose|gr(?:ow|ows|ew|own)|jump(?:s|ed)?|surged?|soared?|fell|fallen|shrank|dropped|down|up)(?: to)?|reach(?:es|ed|ing)?|hits?|to|at|now|averag(?:es|ed)) "
    r"(?:(?:already|now|still|nearly|almost|about|around|roughly|some|only|just|barely|well|more than|less than|at least|close to|up to|over) )*"
    r"(?:(?P<up>(?:\d{1,2}(?:\.\d+)?|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|several|many)(?: times|x)|twice|double|triple|treble|quadruple)|half(?: of)?|(?:a|one)(?: |-)(?:third|quarter|fifth|sixth|tenth|fraction) of) "
    r"(?:as (?:much|many|high|large|big|great) as|(?:that|those|what|the|its|their|last|a)\b)(?! (?:supply|demand|output|global|world|size|usual cost)\b)"
)
"""What makes a thing a multiple or a part of something: ` be five times what`."""
_OF_THEN = re.compile(
    rf"[^.;:,\d]{{0,48}}?\b(?:{EARLIER}|(?:in|for|of|at|during|from) (?:early |late |mid-?|the |all of )?(?:{FULL_MONTHS}|20\d\d|(?:spring|summer|autumn|winter)\b)|20\d\d(?:'s|’s)? (?:level|figure|total|volume|quantity|amount|rate|price|average|mark|one)s?\b|(?:current|present|today's|today’s|existing) (?:level|rate|volume|price|figure|total|output|demand|consumption|production|quantit)|(?:it|they) (?:is|are) (?:now|today)\b)"
)
"""What makes that its earlier self: `it was in 2020`, `the 2020 level`, `that of a year earlier`."""
_SIGNS = (
    " times ",
    "x the ",
    "twice ",
    "double ",
    "triple ",
    "treble ",
    "quadruple ",
    " half ",
    "third of ",
    "quarter of ",
    "fifth of ",
    "sixth of ",
    "tenth of ",
    "fraction of ",
)
"""One of these stands in all of that."""


def find_multiples(scene: Scene) -> Iterator[Change]:
    """Yield each English multiple of an earlier amount; how many times it is remains unread, since it counts from no number told."""
    low, start, end = scene.low, scene.sentence.start, scene.sentence.end
    if scene.sentence.chinese or not holds_any(low, _SIGNS, start, end):
        return
    for found in _MULTIPLE.finditer(low, start, end):
        then = _OF_THEN.match(low, found.end(), end)
        if then is not None:
            way = "up" if found["up"] else "down"
            spent = next((a for a in scene.amounts if found.start() <= a.start < a.end <= found.end()), None)
            yield Change(
                (spent or _BARE._replace(spans=(found.span(),)))._replace(kind="multiple"),
                way,
                found.start(),
                then.end(),
            )


_BARE = Amount(Decimal(0), Decimal(0), "percent", Decimal(1), "exact", ((0, 0),))
"""What stands for a multiple that is no number: twice."""
