"""Whether two facts name the same companies, sites or state bodies.

A name that no lexicon knows is compared by its words. Two companies that are certainly no one company part two facts. Where
it is less certain (a company may be told by its parent, a site by the place beside it), they part them only as long as
nothing as particular as a number agrees. A name of which it is not known what it names joins, and never parts.
"""

from collections.abc import Sequence

from tocsin.correlate.comparable import DEALS, Fact
from tocsin.correlate.names import name_keys, same_name
from tocsin.messages.event import Party

_WORDS = {True: "agree", False: "differ", None: "absent"}
FULL_NAME = 2
"""Distinctive words of a name that two deals do not share by chance, whatever it names."""
BOTH = 2
"""Parties that two deals must share so that both sides of them agree."""


def compare_parties(new: Fact, old: Fact) -> str:
    """Compare actors: `both` (both sides of a deal agree), `agree`, `differ`, `apart` (they differ, perhaps) or `absent`.

    `mixed`: two deals share a party, and each has one that the other lacks.
    """
    if not new.parties or not old.parties:
        return "absent"
    who = share(new.doers, old.doers)
    if new.type in DEALS:
        if who:
            if _shared(new.doers, old.doers) >= BOTH:
                return "both"
            return _half(new, old)
        if who is False and min(len(new.doers), len(old.doers)) >= BOTH:
            return "differ"
        where = None
    else:
        where = share(new.sites, old.sites)
        if where is False and (share(new.sites, _mere(old)) or share(_mere(new), old.sites)):
            where = None  # the other names the site too, without saying that it is one
        if where or (who and where is None):
            return "agree"
    if who or _meet_by_name(new, old):
        if new.type in DEALS and (_other_partners(new, old) or (not who and _meet_at_a_site(new, old))):
            return "mixed"
        return "apart" if where is False else "agree"
    if who is False:
        return "differ" if _certain(new.doers, old.doers) else "apart"
    return "apart" if where is False else "absent"


def _meet_by_name(new: Fact, old: Fact) -> bool:
    """Tell whether a company, site or body of one fact is named in the other, whatever it is taken for there."""
    if share(new.known, old.named) or share(new.named, old.known):
        return True
    return new.type in DEALS and any(
        _full_name(a) and share([a], list(filter(_full_name, old.named))) for a in new.named
    )


def _unshared(new: Fact, old: Fact) -> tuple[list[Party], list[Party]]:
    """Return the firms of each of two facts that the other does not name in any way."""
    ours, theirs = ([p for p in a.doers if not share([p], b.named)] for a, b in ((new, old), (old, new)))
    return ours, theirs


def _meet_at_a_site(new: Fact, old: Fact) -> bool:
    """Tell whether two deals that each name a firm the other lacks have only a site in common, from which goods go to many."""
    ours, theirs = _unshared(new, old)
    firms = ([p for p in a.named if p.role != "site"] for a in (new, old))
    return bool(ours and theirs) and share(*firms) is not True


def _mere(fact: Fact) -> list[Party]:
    """Return the names of which it is not known what they name."""
    return [party for party in fact.parties if party.role == "name"]


def _full_name(party: Party) -> bool:
    """Tell whether a name has so many words that two deals do not share it by chance."""
    return party.id is None and sum(not key.startswith("~") for key in name_keys(party.name)) >= FULL_NAME


def _other_partners(new: Fact, old: Fact) -> bool:
    """Tell whether two deals each have a company that the other does not name in any way: one seller, two buyers."""
    ours, theirs = _unshared(new, old)
    return bool(ours and theirs) and share(ours, theirs) is False


def unlike_partners(new: Fact, old: Fact) -> bool:
    """Tell whether two deals that share a party each name another one, of which it cannot be told whether they are one."""
    ours, theirs = _unshared(new, old)
    return bool(ours and theirs) and share(ours, theirs) is None


def other_names(new: Fact, old: Fact) -> bool:
    """Tell whether two deals each name a company, and the other something else that may be its name, in one script."""
    for a, b in ((new, old), (old, new)):
        ours = [p for p in a.doers if not share([p], b.named)]
        theirs = [p for p in b.named if p.role == "name" and not share([p], a.named)]
        if ours and theirs and share(ours, theirs) is False:
            return True
    return False


def unlike_names(new: Fact, old: Fact) -> bool:
    """Tell whether two deals each name somebody whom the other does not name, in one script, whatever the names are taken for."""
    ours, theirs = ([p for p in a.named if not share([p], b.named)] for a, b in ((new, old), (old, new)))
    return bool(ours and theirs) and share(ours, theirs) is False


def _certain(one: Sequence[Party], two: Sequence[Party]) -> bool:
    """Tell whether two lists name companies in one way: all by the lexicon, or all by what the articles call them."""
    ways = {party.id is None for party in (*one, *two)}
    return len(ways) == 1


def _shared(one: Sequence[Party], two: Sequence[Party]) -> int:
    """Count the parties that two lists have in common; a company told by two names is one."""
    return min(len(_apiece([p for p in ours if share([p], theirs)])) for ours, theirs in ((one, two), (two, one)))


def _apiece(parties: Sequence[Party]) -> list[Party]:
    """Return the parties without those that another name of theirs stands for already."""
    kept: list[Party] = []
    for party in parties:
        if not share([party], kept):
            kept.append(party)
    return kept


def _half(new: Fact, old: Fact) -> str:
    """Compare the other parties of two deals that share one: `mixed` where they are others, `absent` where none can tell."""
    ours, theirs = _unshared(new, old)
    if not ours or not theirs:
        return "agree"
    if share(ours, theirs) is None:
        return "absent"
    return "differ" if _certain(new.doers, old.doers) else "mixed"


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
