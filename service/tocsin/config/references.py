"""Names that must exist: receivers, watchlists, policies of a test; and, with the lexicons, signal types and commodities."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Any

from tocsin.deliver.receivers import Receiver, find_faults
from tocsin.rules.document import Document, Loc
from tocsin.rules.faults import Fault
from tocsin.rules.lexicon import Lexicon
from tocsin.rules.loader import RuleFiles

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
MEASURES = ("ban", "restriction", "licence", "quota", "tariff", "sanction", "crackdown")


@dataclass(frozen=True)
class Vocabulary:
    """The words that a policy may use. What is empty (no lexicon read, or one that cannot be) is not checked."""

    types: Mapping[str, Sequence[str]] = field(default_factory=lambda: dict(TYPES))
    commodities: frozenset[str] = frozenset()
    countries: frozenset[str] = frozenset()
    companies: Lexicon | None = None
    """The lexicon, where its companies and bodies are to be checked."""

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
        )


def unknown(kind: str, word: str, known: Collection[str]) -> str:
    """Say that a name is unknown, and which one may have been meant."""
    close = get_close_matches(word, sorted(known), n=1, cutoff=0.6)
    if close:
        return f"{word!r} is not a {kind}; did you mean {close[0]!r}?"
    shown = ", ".join(sorted(known)[:12]) + (", …" if len(known) > 12 else "")
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
            for name in lists if isinstance(lists, dict) else ():
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
    directions = sorted({direction for word in named for direction in vocabulary.types[word]})
    kind = f"direction of {' or '.join(named)}" if signals else "direction of any signal"
    yield from _known(document, words_at(entry, "direction", loc), kind, directions)
    after = entry.get("after")
    yield from _known(document, words_at(after, "signal", (*loc, "after")), "signal type", vocabulary.types)
    yield from _known(document, words_at(entry, "commodities", loc), "commodity", vocabulary.commodities)
    if vocabulary.companies is not None and "companies" in entry:
        yield from _companies(document, words_at(entry, "companies", loc), vocabulary.companies)
    yield from _known(document, words_at(entry, "countries", loc), "country", vocabulary.countries)
    yield from _known(document, words_at(entry, "measure", loc), "measure", MEASURES)


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
