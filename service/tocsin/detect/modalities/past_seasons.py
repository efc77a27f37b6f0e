"""Past seasons: prices that moved in an earlier season or year, which a text only recalls.

`Fell under $40 last summer`, `when prices plunged in 2025`, `the price collapse of 2025`, `a strike last year at the pits sent prices soaring`.
"""

import re

from tocsin.detect.calendar.months import FULL_MONTHS
from tocsin.detect.scenes.scene import Candidate, Scene

_WHEN = re.compile(r"\bwhen (?:(?!(?:it|they|he|she|the company)\b)[a-z'’-]+ ){0,5}\Z")
_IN_THAT_YEAR = re.compile(
    r"(?:[^,;.]|(?<=\d)[.,](?=\d)){0,40}? (?:earlier this year|last year|a year (?:ago|earlier|before)|(?:in|during) (?:early |late |mid-?|the [a-z]+ (?:half|quarter) of )?(?:19|20)\d\d)\b"
)
"""What makes of a market's move the setting of another fact: `lost when prices plunged in 2024`."""
_OF_YEAR = re.compile(r" of (?:19|20)\d\d\b")
"""What makes of a move's noun one that all know: `the price collapse of 2024 put it on hold`."""
_LAST_SEASON = re.compile(
    rf"(?:(?! and | but | than | since | from | against | versus | compared | of last | like last |; |, ).){{0,60}}? (?:last (?:spring|summer|autumn|winter)|late last year|early last year|last (?:{FULL_MONTHS})[^,;.]{{0,56}}? (?:previous|preceding|prior|year before))\b"
)
"""The season that a clause gives its move of a price: `fell under $40 last summer`."""
_LAST_YEARS_DEED = re.compile(
    r"(?:last year['’]s|(?:an?|the) (?:[a-z-]+ ){1,4}last (?:year|summer|winter|spring|autumn)) (?:(?!(?:has|have|is|are|will|and|but|as)\b)[\w'’-]+ ){1,8}\Z"
)
"""What makes of a price that a deed moved one of last year: `a dismissal last year at the mines sent prices rocketing`."""


def moved_then(candidate: Candidate, scene: Scene) -> bool:
    """Tell whether an English price moved in an earlier season or year, by the clause's own words."""
    if candidate.type != "price_move":
        return False
    low, (start, end) = scene.low, candidate.extent
    floor = scene.sentence.start
    if low.find("when ", floor, start) >= 0 and _IN_THAT_YEAR.match(low, candidate.end, scene.sentence.end):
        return scene.says_before(_WHEN, start, 64) is not None
    if _OF_YEAR.match(low, end):
        return True
    if low.find("last ", floor, scene.sentence.end) < 0:
        return False
    if _LAST_SEASON.match(low, end, scene.sentence.end):
        return True
    return any(_LAST_YEARS_DEED.match(low, floor, place) is not None for place in {start, candidate.start})
