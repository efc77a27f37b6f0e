"""Thresholds that could never hold: an amount that the policy's types of signal do not have, or a unit that it is never told in."""

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import Any

from tocsin.config.quantities import parse_quantity
from tocsin.correlate.comparisons import kinds_of
from tocsin.correlate.policy import AMOUNT_FIELDS
from tocsin.detect.quantities.amount import unit_class
from tocsin.rules.document import Loc
from tocsin.rules.pack import Pack

Amounts = Mapping[str, Mapping[str, AbstractSet[str]]]
"""For each type of signal the amounts that its rules find, and the classes of units in which they are told."""

_CLASSES = {
    "percent": "percent",
    "price": "a price such as 19000 CNY/t",
    "money": "money such as 245 million USD",
    "mass": "goods such as 10000 t",
    "rate": "goods in a time such as 50000 t/yr",
    "count": "a bare number",
    "days": "days",
}


def amounts_of(packs: Sequence[Pack]) -> Amounts:
    """Return which amounts signals of each type have, by what the rules say."""
    found: dict[str, dict[str, set[str]]] = {}
    for pack in packs:
        kinds = found.setdefault(pack.signal, {})
        for kind, classes in pack.amounts.items():
            kinds.setdefault(kind, set()).update(classes)
    return found


def check_thresholds(
    entry: Mapping[str, Any], loc: Loc, named: Sequence[str], amounts: Amounts
) -> Iterator[tuple[Loc, str]]:
    """Yield the thresholds of a policy for these types that never hold, with their places.

    A type of which no rule could be read may have any amount. What cannot be read is left to the model.
    """
    if not amounts or any(name not in amounts for name in named):
        return
    whose = " or ".join(named) if len(named) <= _LISTED else "any signal"
    for place, field, what in _RESTING:
        inner: Any = entry
        for key in place:
            inner = inner.get(key) if isinstance(inner, dict) else None
        if inner is not None and not any(_classes(field, name, amounts[name]) & {what} for name in named):
            yield (*loc, *place), f"{place[-1]!r} rests on a {field}, which {whose} does not have, so it never holds"
    for field in AMOUNT_FIELDS:
        if field not in entry:
            continue
        possible = {word for name in named for word in _classes(field, name, amounts[name])}
        if not possible:
            has = sorted({kind for name in named for kind in AMOUNT_FIELDS if _classes(kind, name, amounts[name])})
            known = f"it has {', '.join(has)}" if has else "it has none"
            yield (*loc, field), f"{field!r} is no amount of {whose}, so it never holds; {known}"
            continue
        yield from _units(entry[field], (*loc, field), field, possible, whose)


_LISTED = 3
_RESTING = ((("value_of_revenue",), "value", "money"), (("window", "change"), "change", "percent"))
"""Keys that compare an amount by another name: its place, and the amount with its class."""


def _classes(field: str, signal: str, known: Mapping[str, AbstractSet[str]]) -> set[str]:
    """Return the classes of units in which something may be told that answers the threshold."""
    found = {word for kind in kinds_of(field, signal) for word in known.get(kind, ())}
    if field == "days":
        return found & {"days"}
    if field == "capacity":
        return found & {"rate"}
    if field == "quantity" and "rate" in found:
        found.add("mass")
    return found


def _units(value: Any, loc: Loc, field: str, possible: AbstractSet[str], whose: str) -> Iterator[tuple[Loc, str]]:
    bounds = value.items() if isinstance(value, dict) else [(None, value)]
    for name, amount in bounds:
        try:
            unit = parse_quantity(field, amount).unit
        except ValueError:
            continue
        if unit is not None and unit_class(unit) not in possible:
            told = " or ".join(_CLASSES[word] for word in _CLASSES if word in possible)
            place = loc if name is None else (*loc, name)
            yield place, f"{amount!r}: {field!r} of {whose} is told in {told}, so it never holds"
