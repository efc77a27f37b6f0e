"""Many policies of one type and commodity: those that the signal or its numbers cannot satisfy are not even tried.

A desk has a handful, and all of them are tried and told. Where thousands share a type and a commodity (a subscription a
person), they stand by direction, company and country, and there sorted by threshold: of an amount, else of confidence, else of
relevance. Tried are the ones within reach and the nearest beyond it, so that `why` still tells by how much the next one was
missed, and the rest is counted.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import product

from tocsin.correlate.amounts import base_unit
from tocsin.correlate.policy import Bounds, Policy
from tocsin.messages.signal import Signal

LISTED = 50
"""Up to so many policies are tried one by one."""
NEAREST = 3

Side = tuple[str | None, str | None, str | None]
"""Direction, company and country; None: any."""
Reach = Mapping[tuple[str, str], Decimal]
"""The largest amount of the event, by field and base unit; confidence and relevance have no unit."""
_Sorted = tuple[tuple[Decimal, ...], tuple[int, ...]]
"""Thresholds from the lowest on, and the numbers of their policies."""


@dataclass(frozen=True)
class Shelf:
    """The policies of one type and commodity: `plain` where they are few, else `graded`."""

    plain: tuple[int, ...]
    graded: Mapping[Side, Mapping[tuple[str, str], _Sorted]]
    size: int

    @classmethod
    def build(cls, numbers: Sequence[int], policies: Sequence[Policy]) -> "Shelf":
        """Sort the policies of these numbers."""
        if len(numbers) <= LISTED:
            return cls(tuple(numbers), {}, len(numbers))
        graded: dict[Side, dict[tuple[str, str], list[tuple[Decimal, int]]]] = {}
        for number in numbers:
            field, unit, threshold = _first_threshold(policies[number])
            for side in _sides(policies[number]):
                graded.setdefault(side, {}).setdefault((field, unit), []).append((threshold, number))
        return cls(
            (),
            {
                side: {
                    key: (tuple(t for t, _ in sorted(found)), tuple(n for _, n in sorted(found)))
                    for key, found in groups.items()
                }
                for side, groups in graded.items()
            },
            len(numbers),
        )

    def tried(self, sides: Iterable[Side], reach: Reach) -> Iterator[int]:
        """Yield the policies of many that may be satisfied, and the nearest of the others."""
        for side in sides:
            for key, (thresholds, numbers) in self.graded.get(side, {}).items():
                known = reach.get(key)
                within = 0 if known is None else bisect_right(thresholds, known)
                yield from numbers[: within + NEAREST]


def sides_of(signal: Signal) -> list[Side]:
    """Return the sides on which policies that the signal may satisfy stand."""
    names = {name.casefold() for actor in signal.actors for name in (actor.id, actor.ticker, actor.name) if name}
    return list(product((signal.direction, None), (*names, None), (*set(signal.countries), None)))


def _sides(policy: Policy) -> Iterator[Side]:
    companies = sorted({name.casefold() for name in policy.companies})
    return product(sorted(policy.directions) or (None,), companies or (None,), sorted(policy.countries) or (None,))


def _first_threshold(policy: Policy) -> tuple[str, str, Decimal]:
    """Return the field, base unit and least value of the first threshold; every signal's relevance is 0 or more."""
    for field, bounds in policy.amounts.items():
        for wanted in (bounds.at_least, bounds.above):
            if wanted is not None and wanted.unit is not None:
                unit, factor = base_unit(wanted.unit)
                return field, unit, wanted.amount * factor
    if policy.confidence is not None and (least := _least(policy.confidence)) is not None:
        return "confidence", "", least
    return "relevance", "", _least(policy.relevance) or Decimal(0)


def _least(bounds: Bounds) -> Decimal | None:
    wanted = bounds.at_least or bounds.above
    return None if wanted is None else wanted.amount
