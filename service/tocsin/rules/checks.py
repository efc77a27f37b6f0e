"""Checks over a whole pack: names that nothing defines, directions not declared, brackets left open, amounts that none is.

They read the plain data of the file, not the model made of it, so that one part with a fault hides no fault of the others:
what has not the expected form is left to the model, which names it.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any

from tocsin.rules.document import Loc
from tocsin.rules.pack import AMOUNT_PARTS, LEXICAL_PARTS, MovesFile
from tocsin.rules.words import is_balanced

SLOTS = ("change", "change_by", "level", "value", "quantity", "capacity", "share", "count", "days")
"""What an amount may mean; the names of `messages.Magnitudes`."""
UNIT_CLASSES = ("percent", "price", "money", "mass", "rate", "count", "days")
"""What a pack may call a kind of unit; `detect.amount.unit_class` gives each unit one."""
Wrong = tuple[Loc, str]
_UNCLOSED = "has a bracket without its partner; write inflections as 'rise(s|n)', a name's own bracket full width （）"


def check(data: Any, shared: MovesFile) -> Iterator[Wrong]:
    """Yield what is wrong inside a pack, each with its place."""
    if not isinstance(data, dict):
        return
    declared = _words(data, "directions")
    yield from _moves(data, declared, shared)
    yield from _directions(data, declared)
    yield from _groups(data)
    yield from _frame_names(data)
    yield from _amounts(data.get("amounts"))
    yield from unclosed(data, ())
    if not any(data.get(key) for key in ("subjects", "phrases", "frames")):
        yield (), "has neither subjects nor phrases nor frames; nothing would ever fire"


def unclosed(value: Any, loc: Loc, *, within: bool = False) -> Iterator[Wrong]:
    """Yield every word of a language's list whose brackets do not close, wherever it stands."""
    if isinstance(value, dict):
        for key, inner in value.items():
            if key != "examples":
                yield from unclosed(inner, (*loc, key), within=key in ("en", "zh"))
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            if not isinstance(inner, str):
                yield from unclosed(inner, (*loc, number))
            elif within and not is_balanced(inner):
                yield (*loc, number), f"{inner!r} {_UNCLOSED}"


def entries(data: Any, key: str) -> Iterator[tuple[int, dict[str, Any]]]:
    """Yield the mappings of a list with their numbers."""
    value = data.get(key) if isinstance(data, dict) else None
    for number, entry in enumerate(value if isinstance(value, list) else ()):
        if isinstance(entry, dict):
            yield number, entry


def _words(data: Mapping[str, Any], key: str) -> tuple[str, ...]:
    """Return the words of a list; nothing where it is none, so that nothing is judged by it."""
    value = data.get(key)
    return tuple(word for word in value if isinstance(word, str)) if isinstance(value, list) else ()


def _moves(data: Mapping[str, Any], declared: Collection[str], shared: MovesFile) -> Iterator[Wrong]:
    own = data.get("own")
    known = {*shared.moves, *(own if isinstance(own, dict) else ()), *(f"{name}_market" for name in shared.moves)}
    for number, subject in entries(data, "subjects"):
        moves = subject.get("moves")
        if not isinstance(moves, dict):
            continue
        for direction in moves:
            place: Loc = ("subjects", number, "moves", direction)
            yield from _undeclared(place, direction, declared)
            yield from (
                (place, f"{name!r} is no set of movement words; known: {', '.join(sorted(known))}")
                for name in _words(moves, direction)
                if name not in known
            )


def _directions(data: Mapping[str, Any], declared: Collection[str]) -> Iterator[Wrong]:
    for key in ("phrases", "frames"):
        for number, entry in entries(data, key):
            yield from _undeclared((key, number, "direction"), entry.get("direction"), declared)
    for number, example in entries(data, "examples"):
        for place, signal in entries(example, "signals"):
            loc: Loc = ("examples", number, "signals", place, "direction")
            yield from _undeclared(loc, signal.get("direction"), declared)


def _undeclared(place: Loc, direction: object, declared: Collection[str]) -> Iterator[Wrong]:
    if declared and isinstance(direction, str) and direction not in declared:
        yield place, f"{direction!r} is not in this pack's directions"


def _groups(data: Mapping[str, Any]) -> Iterator[Wrong]:
    groups = data.get("words")
    known = {*LEXICAL_PARTS, *(groups if isinstance(groups, dict) else ())}
    for number, frame in entries(data, "frames"):
        parts = _words(frame, "parts")
        if parts and parts[0] in AMOUNT_PARTS:
            told = f"{parts[0]!r} cannot be a frame's first part, since an amount has no place before the others are found; put it last"
            yield ("frames", number, "parts"), told
        elif parts and all(part in LEXICAL_PARTS for part in parts):
            yield ("frames", number, "parts"), "a frame needs a group of `words` among its parts; add one"
        for part in (part for key in ("parts", "unless", "beside") for part in _words(frame, key)):
            if part not in known:
                yield ("frames", number, "parts"), f"{part!r} is no group of `words`; add it or correct the name"


def _frame_names(data: Mapping[str, Any]) -> Iterator[Wrong]:
    seen: set[str] = set()
    for number, frame in entries(data, "frames"):
        name = frame.get("name")
        if not isinstance(name, str):
            continue
        if name in seen:
            told = f"{name!r} is the name of another frame; choose another, a signal's rule quotes it"
            yield ("frames", number, "name"), told
        seen.add(name)


def _amounts(amounts: Any) -> Iterator[Wrong]:
    if not isinstance(amounts, dict):
        return
    for slot in amounts:
        if slot not in SLOTS:
            yield ("amounts", slot), f"{slot!r} is no amount of a signal; known: {', '.join(SLOTS)}"
        for unit in _words(amounts, slot):
            if unit not in UNIT_CLASSES:
                yield ("amounts", slot), f"{unit!r} is no class of units; known: {', '.join(UNIT_CLASSES)}"


def example_amounts(data: Any) -> Iterator[tuple[Loc, str]]:
    """Yield the amounts that a pack's examples ask for, with their places."""
    for number, example in entries(data, "examples"):
        for place, signal in entries(example, "signals"):
            for slot in SLOTS:
                if isinstance(signal.get(slot), str | int):
                    yield ("examples", number, "signals", place, slot), str(signal[slot])


def types_of(data: Any) -> Mapping[str, Sequence[str]]:
    """Return the signal type that a pack means to define, with its directions, whatever else is wrong with it."""
    signal = data.get("signal") if isinstance(data, dict) else None
    return {signal: _words(data, "directions")} if isinstance(signal, str) else {}
