"""Which commodity lies below which, and which place within which, for the ones the lexicon knows."""

from collections.abc import Collection, Mapping

_MOST_FAMILIES = 4096


class Kinship:
    """Parents of commodities and places. Lineages are computed once."""

    def __init__(self, parents: Mapping[str, str]) -> None:
        self.parents = dict(parents)
        self._lines: dict[str, tuple[str, ...]] = {}
        self._families: dict[tuple[str, ...], frozenset[str]] = {}

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Kinship) and self.parents == other.parents

    def __hash__(self) -> int:
        return hash(frozenset(self.parents.items()))

    def lineage(self, commodity: str) -> tuple[str, ...]:
        """Return the commodity and its ancestors, nearest first."""
        line = self._lines.get(commodity)
        if line is None:
            found = [commodity]
            while (parent := self.parents.get(found[-1])) is not None and parent not in found:
                found.append(parent)
            line = tuple(found)
            if commodity in self.parents or len(self._lines) < len(self.parents) + 4096:
                self._lines[commodity] = line
        return line

    def lineages(self, commodities: tuple[str, ...]) -> frozenset[str]:
        """Return the commodities and all their ancestors."""
        found = self._families.get(commodities)
        if found is None:
            found = frozenset([name for commodity in commodities for name in self.lineage(commodity)])
            if len(self._families) >= _MOST_FAMILIES:
                self._families.clear()
            self._families[commodities] = found
        return found

    def root(self, commodity: str) -> str:
        """Return the topmost ancestor."""
        return self.lineage(commodity)[-1]

    def siblings(self, one: Collection[str], two: Collection[str]) -> bool:
        """Tell whether two names have one ancestor: ferronickel and nickel pig iron."""
        roots = {self.root(name) for name in one}
        return any(self.root(name) in roots for name in two)

    def relation(self, one: Collection[str], two: Collection[str]) -> str:
        """Return `same`, `kin` (parent and child), `absent` (one side names none) or `other`."""
        if not one or not two:
            return "absent"
        for name in one:
            if name in two:
                return "same"
        if not self.parents:
            return "other"
        if any(a in self.lineage(b) or b in self.lineage(a) for a in one for b in two):
            return "kin"
        return "other"
