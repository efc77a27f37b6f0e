"""Absolute: what goods did in a clause behind `with`, of which the clause before has told the noun and no goods.

In `Product inventories fell, with gasoline down 2.7 million barrels` gasoline's stocks fell, and in `Output rose at all mines, with
copper up 8% and zinc down 3%` no price moved. Where the first clause names goods of its own, or a price stands in the second, the
goods behind `with` are priced as anywhere else.
"""

import re
from collections.abc import Sequence

from tocsin.detect.scenes.scene import CARRIED, Candidate, Scene
from tocsin.detect.triggers.marks import NUMBERED
from tocsin.detect.words.hits import Hit

_WITH = ", with "
_COST = 12.0
"""As far from its subject as what is only carried on: of two readings of a number the other one is preferred."""
_TYPES = frozenset(["inventory_change", "production_change", "demand_change"])
_PRICED = frozenset(["price", "money"])
_BESIDE = re.compile(
    r" (?:(?:was|were|is|are|also|both|each|sales|output|production|stocks|inventories|volumes) ){0,2}"
)
"""What stands between goods behind `with` and what they did."""


def as_told_before(out: list[Candidate], scene: Scene) -> list[Candidate]:
    """Return the candidates of words of movement, those of goods behind `with` given the noun that the clause before tells of."""
    low, sentence, found = scene.low, scene.sentence, scene.found
    if sentence.chinese or not out or (place := low.find(_WITH, sentence.start, sentence.end)) < 0:
        return out
    main = _told(out, place)
    if main is None or any(goods.start < place for goods in found.commodities):
        return out
    row = _row(main, place, scene)
    if not row or any(a.kind in _PRICED and a.place[0] > place for a in scene.amounts):
        return out
    taken = {each.start for each in row}
    return [c for c in out if c is not main and c.start not in taken and not (c.bare and c.start > place)] + row


def _told(out: Sequence[Candidate], place: int) -> Candidate | None:
    """Return what the clause before `with` tells of a noun that is counted."""
    return next(
        (
            c
            for c in out
            if c.end <= place
            and c.pack.pack.signal in _TYPES
            and c.direction in {"up", "down"}
            and c.subject is not None
            and c.subject.kind == "subject"
        ),
        None,
    )


def _row(main: Candidate, place: int, scene: Scene) -> list[Candidate]:
    """Return what each of the goods behind `with` did by a number."""
    row: list[Candidate] = []
    for goods in scene.found.commodities:
        hit = next((m for m in scene.found.moves if m.start >= goods.end), None)
        if goods.start < place or hit is None or _BESIDE.fullmatch(scene.low, goods.end, hit.start) is None:
            continue
        direction = _direction(main, hit)
        if direction is not None and NUMBERED.match(scene.low, hit.end) is not None:
            row.append(
                Candidate(
                    main.pack,
                    CARRIED,
                    direction,
                    hit.start,
                    hit.end,
                    subject=goods,
                    measure=main.measure,
                    measure_span=main.measure_span,
                    cost=_COST,
                    commodities=[goods],
                    spoken=True,
                )
            )
    return row


def _direction(main: Candidate, hit: Hit) -> str | None:
    """Return the way in which a word of movement moves the noun that the clause before tells of."""
    index = main.subject.data if main.subject is not None and main.subject.id == main.pack.pack.name else 0
    return next((way for _, way in main.pack.meanings(index, hit.data) if way in {"up", "down"}), None)
