"""Names that must exist: receivers, watchlists, policies of a test; and, with the lexicons, signal types and commodities."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Any

from tocsin.config.thresholds import Amounts, amounts_of, check_thresholds
from tocsin.deliver.receivers import Receiver, find_faults
from tocsin.rules.document import Document, Loc
from tocsin.rules.faults import Fault
from tocsin.rules.lexicon import Lexicon
from tocsin.rules.loader import RuleFiles
from tocsin.rules.pack import Frame, Pack, Phrase, Subject

TYPES: Mapping[str, Sequence[str]] = {
    "price_move": ("up", "down", "flat"),
    "production_change": ("up", "down", "halt", "resume"),
    "export_control": ("tighten", "ease"),
    "large_contract": ("award", "supply", "offtake", "purchase", "terminate"),
    "inventory_change": ("up", "down"),
    "demand_change": ("up", "down"),
    "stockpiling": ("build", "release"),
    "supply_source": ("new", "discovery", "resume", "loss"),
    "corporate_results": ("up", "down"),
    "equity_move": ("up", "down"),
    "mna": ("acquire", "divest", "invest"),
    "smuggling": ("reported",),
}
"""The signal types with their directions; a user's pack may add some."""
REST = "default"
"""The market of the commodities that are in none; it may be listed without naming any."""
MEASURES: Mapping[str, Sequence[str]] = {
    "export_control": ("ban", "restriction", "licence", "quota", "tariff", "sanction", "crackdown")
}
"""What a signal's measure may be, for types that have one; a user's pack may add some."""

_TELLING = 4
"""Characters from which on the beginning of a name says which one is meant."""


@dataclass(frozen=True)
class Vocabulary:
    """The words that a policy may use. What is empty (no lexicon read, or one that cannot be) is not checked."""

    types: Mapping[str, Sequence[str]] = field(default_factory=lambda: dict(TYPES))
    commodities: frozenset[str] = frozenset()
    countries: frozenset[str] = frozenset()
    companies: Lexicon | None = None
    """The lexicon, where its companies and bodies are to be checked."""
    measures: Mapping[str, Collection[str]] | None = None
    """The measures of each type; None where the rules were not read."""
    amounts: Amounts = field(default_factory=dict)

    @classmethod
    def of(cls, files: RuleFiles) -> "Vocabulary":
        """Return the words that the rules know; none of a kind of which a file could not be read."""
        types: dict[str, Sequence[str]] = dict(TYPES)
        for signal, directions in files.types.items():
            types[signal] = tuple(dict.fromkeys((*types.get(signal, ()), *directions)))
        unread, lexicon = files.unread, files.lexicon
        return cls(
            {} if "types" in unread else types,
            frozenset() if "commodities" in unread else frozenset(lexicon.commodities),
            frozenset() if "countries" in unread else frozenset(lexicon.countries),
            None if {"companies", "bodies"} & unread else lexicon,
            None if "types" in unread else _measures_of([loaded.pack for loaded in files.packs]),
            {} if "types" in unread else amounts_of([loaded.pack for loaded in files.packs]),
        )


def _measures_of(packs: Sequence[Pack]) -> Mapping[str, Collection[str]]:
    """Return the measures that signals of each type may name."""
    found: dict[str, set[str]] = {signal: set(words) for signal, words in MEASURES.items()}
    for pack in packs:
        parts: tuple[Subject | Phrase | Frame, ...] = (*pack.subjects, *pack.phrases, *pack.frames)
        found.setdefault(pack.signal, set()).update(part.measure for part in parts if part.measure)
    return found


def unknown(kind: str, word: str, known: Collection[str]) -> str:
    """Say that a name is unknown, and which one may have been meant."""
    close = get_close_matches(word, sorted(known), n=1, cutoff=0.6)
    close = close or [name for name in sorted(known) if len(word) >= _TELLING and name.startswith(word)]
    if close:
        return f"{word!r} is not a {kind}; did you mean {close[0]!r}?"
    names = (repr(name) if "," in name else name for name in sorted(known)[:12])
    shown = ", ".join(names) + (", …" if len(known) > 12 else "")
    return f"{word!r} is not a {kind}; known: {shown or 'none'}"


def words_at(entry: Any, key: str, loc: Loc) -> Iterator[tuple[Loc, str]]:
    """Yield the words below a key, one or a list of them, with their places; what is no word is left to the model."""
    value = entry.get(key) if isinstance(entry, dict) else None
    if isinstance(value, str):
        yield (*loc, key), value
    elif isinstance(value, list):
        for number, word in enumerate(value):
            if isinstance(word, str):
                yield (*loc, key, number), word


def check(documents: Sequence[Document], vocabulary: Vocabulary) -> Iterator[Fault]:
    """Yield every name of the documents that nothing defines, every policy name that stands twice."""
    receivers = _keys(documents, "receivers")
    watchlists = _keys(documents, "watchlists")
    policies: dict[str, str] = {}
    for document, loc, entry in _entries(documents, "policies"):
        name = entry.get("name")
        if isinstance(name, str) and name in policies:
            yield document.fault(
                (*loc, "name"), f"{name!r} is the name of another policy ({policies[name]}); choose another"
            )
        elif isinstance(name, str):
            policies[name] = f"{document.file}:{document.line(loc)}"
        yield from _known(document, words_at(entry, "send_to", loc), "receiver", receivers, always=True)
        yield from _known(document, words_at(entry, "watchlist", loc), "watchlist", watchlists, always=True)
        yield from _policy(document, loc, entry, vocabulary)
    for document in documents:
        operations = document.data.get("operations") if isinstance(document.data, dict) else None
        told = words_at(operations, "send_to", ("operations",))
        yield from _known(document, told, "receiver", receivers, always=True)
        for key in ("watchlists", "markets"):
            lists = document.data.get(key) if isinstance(document.data, dict) else None
            for name, members in lists.items() if isinstance(lists, dict) else ():
                if members == [] and (key, name) != ("markets", REST):
                    yield document.fault((key, name), f"{name!r} is empty; name at least one commodity, or remove it")
                yield from _known(document, words_at(lists, name, (key,)), "commodity", vocabulary.commodities)
    for document, loc, entry in _entries(documents, "tests"):
        for place, word in words_at(entry, "expect", loc):
            if word not in policies:
                yield document.fault(place, unknown("policy", word, policies))
        for place, word in words_at(entry, "receivers", loc):
            if word not in receivers:
                yield document.fault(place, unknown("receiver", word, receivers))


def check_receivers(documents: Sequence[Document], receivers: Mapping[str, Receiver]) -> Iterator[Fault]:
    """Yield what only shows across receivers: unknown fallbacks, fallbacks in a circle."""
    for name, message in find_faults(receivers):
        for document in documents:
            if isinstance(document.data, dict) and name in (document.data.get("receivers") or {}):
                yield document.fault(("receivers", name), message)
                break


def _policy(document: Document, loc: Loc, entry: dict[str, Any], vocabulary: Vocabulary) -> Iterator[Fault]:
    signals = list(words_at(entry, "signal", loc))
    yield from _known(document, iter(signals), "signal type", vocabulary.types)
    meant = [_meant(word, vocabulary.types) for _, word in signals]
    named = [word for word in meant if word in vocabulary.types] if signals else list(vocabulary.types)
    yield from _directions(document, entry, loc, named if signals else None, vocabulary)
    after, place = entry.get("after"), (*loc, "after")
    before = list(words_at(after, "signal", place))
    yield from _known(document, iter(before), "signal type", vocabulary.types)
    earlier = [_meant(word, vocabulary.types) for _, word in before]
    yield from _directions(document, after, place, [word for word in earlier if word in vocabulary.types], vocabulary)
    yield from _known(document, words_at(entry, "commodities", loc), "commodity", vocabulary.commodities)
    if vocabulary.companies is not None and "companies" in entry:
        yield from _companies(document, words_at(entry, "companies", loc), vocabulary.companies)
    yield from _known(document, words_at(entry, "countries", loc), "country", vocabulary.countries)
    yield from _measures(document, entry, loc, named if signals else None, vocabulary)
    yield from (document.fault(*wrong) for wrong in check_thresholds(entry, loc, named, vocabulary.amounts))
    yield from (document.fault(*wrong) for wrong in _empty(entry, loc))


def _directions(
    document: Document, entry: Any, loc: Loc, named: Sequence[str] | None, vocabulary: Vocabulary
) -> Iterator[Fault]:
    """Yield the directions that none of the types has; `named` is None where any type is meant."""
    types = vocabulary.types if named is None else named
    known = sorted({direction for word in types for direction in vocabulary.types[word]})
    kind = "direction of any signal" if named is None else f"direction of {' or '.join(named)}"
    yield from _known(document, words_at(entry, "direction", loc), kind, known)


def _measures(
    document: Document, entry: Any, loc: Loc, named: Sequence[str] | None, vocabulary: Vocabulary
) -> Iterator[Fault]:
    """Yield the measures that none of the types has."""
    by_type = MEASURES if vocabulary.measures is None else vocabulary.measures
    known = {
        word
        for name in (by_type if named is None or vocabulary.measures is None else named)
        for word in by_type.get(name, ())
    }
    places = list(words_at(entry, "measure", loc))
    if places and named and not known:
        having = ", ".join(sorted(name for name, words in by_type.items() if words))
        told = f"signals of {' or '.join(named)} have no measure, so it never holds; remove it ({having} have one)"
        yield document.fault((*loc, "measure"), told)
        return
    kind = "measure" if named is None else f"measure of {' or '.join(named)}"
    yield from _known(document, iter(places), kind, sorted(known))


def _empty(entry: Mapping[str, Any], loc: Loc) -> Iterator[tuple[Loc, str]]:
    """Yield the lists of a policy without a word, which would ask nothing."""
    for key, value in entry.items():
        if value == [] and key != "send_to":
            yield (*loc, key), f"{key!r} is empty; name at least one, or remove the key, which means any"
        if isinstance(value, dict):
            yield from _empty(value, (*loc, key))


def _meant(word: str, known: Collection[str]) -> str:
    """Return the word, or the known one that it was meant to be, so that what depends on it can be judged in the same run."""
    return word if word in known else next(iter(get_close_matches(word, sorted(known), n=1, cutoff=0.6)), word)


def _companies(document: Document, words: Iterator[tuple[Loc, str]], lexicon: Lexicon) -> Iterator[Fault]:
    """Yield names by which no company and no body can be found. Reading all names of all takes a while, and few ask for it."""
    known = lexicon.called()
    for place, word in words:
        asked = word.casefold()
        if asked not in known:
            close = get_close_matches(asked, [name for name in known if name[:1] == asked[:1]], n=1, cutoff=0.6)
            hint = f"did you mean {close[0]!r}?" if close else "add it to a company list that `rules.companies` names"
            yield document.fault(place, f"{word!r} is not a company that the lexicons know, so it never holds; {hint}")


def _known(
    document: Document,
    words: Iterator[tuple[Loc, str]],
    kind: str,
    known: Collection[str],
    *,
    always: bool = False,
) -> Iterator[Fault]:
    for place, word in words:
        if word not in known and (known or always):
            yield document.fault(place, unknown(kind, word, known))


def _keys(documents: Sequence[Document], key: str) -> dict[str, None]:
    tables = (document.data.get(key) for document in documents if isinstance(document.data, dict))
    return {name: None for table in tables if isinstance(table, dict) for name in table}


def _entries(documents: Sequence[Document], key: str) -> Iterator[tuple[Document, Loc, dict[str, Any]]]:
    for document in documents:
        entries = document.data.get(key) if isinstance(document.data, dict) else None
        for number, entry in enumerate(entries if isinstance(entries, list) else ()):
            if isinstance(entry, dict):
                yield document, (key, number), entry
