"""Whether two facts name the same companies or state bodies, in the same parts."""

from collections.abc import Sequence

from tocsin.correlate.comparable import DEALS, Fact
from tocsin.correlate.names import same_name
from tocsin.messages.event import Party

_WORDS = {True: "agree", False: "differ", None: "absent"}


def compare_parties(new: Fact, old: Fact) -> str:
    """Compare actors: `both` (buyer and seller agree), `agree`, `differ` or `absent`.

    `mixed`: two deals share a party, and each has one that the other lacks.
    """
    if not new.parties or not old.parties:
        return "absent"
    if new.type in DEALS:
        sides = [share(new.buyers, old.buyers), share(new.sellers, old.sellers)]
        if False in sides:
            crossed = share(new.parties, old.parties)
            return "differ" if True not in sides or crossed is not None else "absent"
        if sides == [True, True]:
            return "both"
        if share(new.doers, old.doers):
            return "mixed" if _others(new.doers, old.doers) and _others(old.doers, new.doers) else "agree"
    if new.doers and old.doers:
        return _WORDS[share(new.doers, old.doers)]
    return "agree" if share(new.named, old.named) else "absent"


def _others(one: Sequence[Party], two: Sequence[Party]) -> bool:
    """Tell whether the first list has a party that is certainly none of the second."""
    return any(share([party], two) is False for party in one)


def share(one: Sequence[Party], two: Sequence[Party]) -> bool | None:
    """Tell whether two lists share a party; None where they cannot be compared."""
    unsure = not one or not two
    for a in one:
        for b in two:
            said = a.id == b.id if a.id is not None and b.id is not None else same_name(a.name, b.name)
            if said:
                return True
            unsure = unsure or said is None
    return None if unsure else False


def compare_names(one: str | None, two: str | None) -> str:
    """Compare two printed names of places or routes: `agree`, `differ` or `absent`."""
    return _WORDS[same_name(one, two)] if one and two else "absent"
