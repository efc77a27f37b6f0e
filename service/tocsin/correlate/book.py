"""The book: everything correlate is told by configuration and lexicons, in the form in which it is asked.

Policies are found by the signal's type and each of its commodities and their ancestors; the others are never touched.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from tocsin.correlate.comparisons import may_hold
from tocsin.correlate.kinship import Kinship
from tocsin.correlate.offices import Offices
from tocsin.correlate.policy import Policy
from tocsin.correlate.shelf import LISTED, NEAREST, Reach, Shelf, sides_of
from tocsin.messages.signal import Signal

_Key = tuple[str | None, str | None]


@dataclass(frozen=True)
class Book:
    """What correlate is told: policies, kinship of commodities, companies that publish, age limit, configuration hash.

    `publishers` gives a company's id for the names, in lower case, under which it publishes.
    """

    policies: tuple[Policy, ...]
    kinship: Kinship
    config_hash: str
    max_age: timedelta | None
    publishers: Mapping[str, str]
    houses: Mapping[str, str]
    """The id of a news house for each of its names, in lower case."""
    media: frozenset[str]
    """The ids of the houses that only report: what another outlet quotes of them is theirs."""
    offices: Offices
    """By which names states publish."""
    _index: Mapping[_Key, Shelf]

    @classmethod
    def build(
        cls,
        policies: Iterable[Policy] = (),
        watchlists: Mapping[str, Sequence[str]] | None = None,
        parents: Mapping[str, str] | None = None,
        config_hash: str = "none",
        *,
        max_age: timedelta | None = None,
        publishers: Mapping[str, str] | None = None,
        houses: Mapping[str, str] | None = None,
        media: Iterable[str] = (),
        offices: Offices | None = None,
    ) -> "Book":
        """Index the policies; a commodity `@name` stands for the watchlist of that name.

        `publishers` gives the company's id for every name, in lower case, under which a company publishes; `houses` the
        id of a news house in the same way; `media` are those of them who only report; `offices` tells whose country a
        publisher speaks for.
        """
        lists = watchlists or {}
        expanded = tuple(_expand(policy, lists) for policy in policies)
        index: dict[_Key, list[int]] = {}
        for number, policy in enumerate(expanded):
            for kind in sorted(policy.signals) or (None,):
                for commodity in sorted(policy.commodities) or (None,):
                    index.setdefault((kind, commodity), []).append(number)
        frozen = {key: Shelf.build(numbers, expanded) for key, numbers in index.items()}
        return cls(
            expanded,
            Kinship(dict(parents or {})),
            config_hash,
            max_age,
            dict(publishers or {}),
            dict(houses or {}),
            frozenset(media),
            offices or Offices(),
            frozen,
        )

    def lineage(self, signal: Signal) -> frozenset[str]:
        """Return the signal's commodities and all their ancestors."""
        return self.kinship.lineages(signal.commodities)

    def policies_for(
        self, signal: Signal, lineage: frozenset[str], reach: Callable[[], Reach]
    ) -> tuple[list[Policy], int]:
        """Return the policies to try, in the order of the configuration, and how many others of the kind there are.

        The others are those of many that name another direction, company or country, or whose threshold lies far beyond
        `reach`, the amounts of the event (asked for only where there are many); where many are left, also those that its modality or measure rules out.
        """
        shelves = [
            shelf
            for kind in (signal.type, None)
            for commodity in (*lineage, None)
            if (shelf := self._index.get((kind, commodity))) is not None
        ]
        found = {number for shelf in shelves for number in shelf.plain}
        crowded = [shelf for shelf in shelves if not shelf.plain]
        if not crowded:
            return [self.policies[number] for number in sorted(found)], 0
        sides, within = sides_of(signal), reach()
        found.update(self._likely({number for shelf in crowded for number in shelf.tried(sides, within)}, signal))
        others = sum(shelf.size for shelf in shelves) - len(found)
        return [self.policies[number] for number in sorted(found)], max(others, 0)

    def _likely(self, numbers: set[int], signal: Signal) -> Iterable[int]:
        """Of many policies return those that may hold and, for `why`, the first few of the others."""
        if len(numbers) <= LISTED:
            return numbers
        hold = {number for number in numbers if may_hold(self.policies[number], signal)}
        return hold.union(sorted(numbers - hold)[:NEAREST])


def _expand(policy: Policy, watchlists: Mapping[str, Sequence[str]]) -> Policy:
    names = {name for name in policy.commodities if name.startswith("@")}
    if not names:
        return policy
    members = {member for name in names for member in watchlists[name[1:]]}
    return replace(policy, commodities=(policy.commodities - names) | members)
