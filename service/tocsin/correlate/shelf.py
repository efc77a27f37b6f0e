"""Many policies of one type and commodity: those whose first threshold the event cannot reach are not even tried.

A desk has a handful, and all of them are tried and told. Where thousands share a type and a commodity (a subscription a
person), they stand sorted by threshold; tried are the ones within reach and the nearest beyond it, so that `why` still
tells by how much the next one was missed, and the rest is counted.
"""

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from tocsin.correlate.amounts import base_unit
from tocsin.correlate.policy import Policy

LISTED = 50
"""Up to so many policies are tried one by one."""
NEAREST = 3

_Group = tuple[str | None, str | None, str, str]
"""Direction and company (None: any), amount and unit."""
Reach = Mapping[tuple[str, str], Decimal]
"""The largest amount of the event, by field and base unit."""


@dataclass(frozen=True)
class Shelf:
    """The policies of one type and commodity."""

    plain: tuple[int, ...]
    loose: Mapping[tuple[str | None, str | None], tuple[int, ...]]
    graded: Mapping[_Group, tuple[tuple[Decimal, ...], tuple[int, ...]]]
    size: int

    @classmethod
    def build(cls, numbers: Sequence[int], policies: Sequence[Policy]) -> "Shelf":
        """Sort the policies of these numbers."""
        if len(numbers) <= LISTED:
            return cls(tuple(numbers), {}, {}, len(numbers))
        loose: dict[tuple[str | None, str | None], list[int]] = {}
        graded: dict[_Group, list[tuple[Decimal, int]]] = {}
        for number in numbers:
            policy = policies[number]
            first = _first_threshold(policy)
            for direction in sorted(policy.directions) or (None,):
                for company in sorted(name.casefold() for name in policy.companies) or (None,):
                    if first is None:
                        loose.setdefault((direction, company), []).append(number)
                    else:
                        field, unit, threshold = first
                        graded.setdefault((direction, company, field, unit), []).append((threshold, number))
        return cls(
            (),
            {key: tuple(found) for key, found in loose.items()},
            {
                key: (tuple(t for t, _ in sorted(found)), tuple(n for _, n in sorted(found)))
                for key, found in graded.items()
            },
            len(numbers),
        )

    def tried(self, direction: str, companies: Iterable[str], reach: Reach) -> list[int]:
        """Return the policies that may be satisfied, and the nearest of the others."""
        if self.plain:
            return list(self.plain)
        sides = [(d, c) for d in (direction, None) for c in (*(name.casefold() for name in companies), None)]
        found = [number for side in sides for number in self.loose.get(side, ())]
        for (on, company, field, unit), (thresholds, numbers) in self.graded.items():
            if (on, company) in sides:
                known = reach.get((field, unit))
                within = 0 if known is None else bisect_right(thresholds, known)
                found.extend(numbers[: within + NEAREST])
        return found


def _first_threshold(policy: Policy) -> tuple[str, str, Decimal] | None:
    for field, bounds in policy.amounts.items():
        for wanted in (bounds.at_least, bounds.above):
            if wanted is not None and wanted.unit is not None:
                unit, factor = base_unit(wanted.unit)
                return field, unit, wanted.amount * factor
    return None
