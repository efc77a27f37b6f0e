"""Details: the period, contract month, place and end of a fact, taken from the words nearest to its trigger."""

from collections.abc import Sequence
from typing import Protocol

from tocsin.detect.candidates import Candidate, Scene
from tocsin.detect.contracts import find_contracts
from tocsin.detect.drafts import Draft
from tocsin.detect.hits import Hit
from tocsin.detect.periods import find_ends, find_periods
from tocsin.messages import Span

REACH = 22.0
"""How far from its trigger a detail may stand."""
_COMPARED = frozenset(["day", "week", "month", "quarter", "year", "WoW", "MoM", "QoQ", "YoY", "HoH", "YTD"])

_DELIVERED = "price_move"
"""The type whose facts are for a contract month."""
_LASTING = frozenset(["export_control", "production_change"])
"""The types whose facts may end on a day."""


class Told(Protocol):
    """A value and its place."""

    @property
    def value(self) -> str:
        """The value."""
        ...

    @property
    def span(self) -> Span:
        """Where it stands in the folded text."""
        ...


def add_details(drafts: Sequence[Draft], scene: Scene) -> None:
    """Fill in the details of a sentence's drafts."""
    low, start, end = scene.low, scene.sentence.start, scene.sentence.end
    types = {draft.type for draft in drafts}
    periods = find_periods(low, start, end)
    compared = [period for period in periods if period.value in _COMPARED]
    calendar = [period for period in periods if period.value not in _COMPARED]
    contracts = find_contracts(low, start, end) if _DELIVERED in types else ()
    ends = find_ends(low, start, end) if types & _LASTING else ()
    places = [hit for hit in scene.found.countries if hit.kind == "place"]
    for draft in drafts:
        candidate = draft.candidate
        if periods:
            told = (_nearest(calendar, candidate, scene), _nearest(compared, candidate, scene))
            draft.periods = [(item.value, item.span) for item in told if item is not None]
        if contracts and draft.type == _DELIVERED:
            draft.contract = _pair(_nearest(contracts, candidate, scene))
        if ends and draft.type in _LASTING:
            draft.until = _pair(_nearest(ends, candidate, scene))
        if places:
            near = [hit for hit in places if scene.between(hit, candidate) <= REACH]
            draft.place = min(near, key=lambda hit: scene.between(hit, candidate), default=None)


def _nearest(items: Sequence[Told], candidate: Candidate, scene: Scene) -> Told | None:
    near = [(scene.between(Hit(*item.span, "span", "", None), candidate), item) for item in items]
    near = [pair for pair in near if pair[0] <= REACH]
    return min(near, key=lambda pair: pair[0])[1] if near else None


def _pair(item: Told | None) -> tuple[str, Span] | None:
    return None if item is None else (item.value, item.span)
