"""Lexicons: the names that Tocsin knows (commodities, forms, companies, state bodies, markets, places), as data files.

This module reads the files, collects all faults with their lines, and turns every name into entries for the scan. The
form of the files is told in `lexicons/README.md`. A user's file of the same form is read after ours: an entry with an id
that exists adds to it.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from pydantic import Field, ValidationError

from tocsin.rules.checks import unclosed
from tocsin.rules.company_list import HAN, ListedCompany, read_companies
from tocsin.rules.countries import code_fault, territories
from tocsin.rules.document import Document, load_document, open_document
from tocsin.rules.faults import Fault, FaultsError
from tocsin.rules.words import ID, Entry, Strict, Words, entries_of

SITE = "site"
"""What the entry of a hint bears that is the name of a mine or of works."""
BUILTIN = Path(__file__).parent / "lexicons"


class FormWords(Words):
    """Words of a product form, and its symbols."""

    symbols: tuple[str, ...] = ()


class Commodity(Strict):
    """A commodity: sure words, symbols, weak words with their context, own forms, and phrases that mean something else."""

    id: str = Field(pattern=ID)
    name: dict[Literal["en", "zh"], str] = Field(default_factory=dict)
    """What readers are told, where it is not the id in words, in Chinese the plainest word."""
    parent: str | None = None
    en: tuple[str, ...] = ()
    zh: tuple[str, ...] = ()
    symbols: tuple[str, ...] = ()
    weak: Words = Words()
    context: tuple[str, ...] = ()
    forms: dict[str, FormWords] = Field(default_factory=dict)
    never: tuple[str, ...] = ()
    hints: Words = Words()
    """Words that imply it where a sentence names no commodity (OPEC, oilfield)."""
    secondary: bool = False
    """Whether it counts only where a text is about it: fuels and chemicals are mentioned in every oil report."""
    finished: bool = False
    """Whether it is made of other goods (cars, fridges), and counts only where its sentence gives a cause or an effect."""
    group: bool = False
    """Whether it names many commodities at once (base metals); a sentence before that says which ones goes before it."""


class Form(FormWords):
    """A product form of any commodity."""

    id: str = Field(pattern=ID)


class Needs(Strict):
    """Which single aliases count only beside a ticker, or at a second mention."""

    ticker: tuple[str, ...] = ()
    second_mention: tuple[str, ...] = ()


class Organisation(Strict):
    """What companies and bodies share."""

    id: str = Field(pattern=ID)
    name: str = ""
    aliases: Words = Words()
    country: str | None = None
    needs: Literal["ticker", "second_mention"] | Needs | None = None

    def need(self, alias: str) -> str | None:
        """Return what the alias needs to count: a ticker, a second mention, or nothing."""
        if isinstance(self.needs, Needs):
            if alias in self.needs.ticker:
                return "ticker"
            return "second_mention" if alias in self.needs.second_mention else None
        return self.needs


class Company(Organisation):
    """A company with its tickers (EXCHANGE:CODE) and the commodities it lives by."""

    tickers: tuple[str, ...] = ()
    kind: str | None = None
    commodities: tuple[str, ...] = ()


class Body(Organisation):
    """A state body, exchange, price assessor, agency, association, bank or medium."""

    role: str


class Place(FormWords):
    """A province, region, port, mine or smelter, its country, and the larger place that it lies `within`."""

    id: str = Field(pattern=ID)
    country: str | None = None
    within: str | None = None
    goods: str | None = None
    """The commodity that it is known for, which is meant where a sentence names none."""


class Country(FormWords):
    """A country's names beyond those of `territories.txt`. `goods` is what its output is of, where a text leaves all goods unsaid."""

    id: str = Field(pattern=r"^[A-Z]{2}$")
    goods: str | None = None


class Market(FormWords):
    """A name that says market and commodity at once."""

    id: str = Field(pattern=ID)
    body: str | None = None
    commodity: str | None = None
    needs: Any = None


KINDS: dict[str, type[Strict]] = {
    "commodities": Commodity,
    "forms": Form,
    "companies": Company,
    "bodies": Body,
    "countries": Country,
    "places": Place,
    "markets": Market,
}


@dataclass(frozen=True)
class Lexicon:
    """All names, by kind and id."""

    commodities: Mapping[str, Commodity] = field(default_factory=dict)
    forms: Mapping[str, Form] = field(default_factory=dict)
    companies: Mapping[str, Company] = field(default_factory=dict)
    bodies: Mapping[str, Body] = field(default_factory=dict)
    countries: Mapping[str, Country] = field(default_factory=dict)
    places: Mapping[str, Place] = field(default_factory=dict)
    markets: Mapping[str, Market] = field(default_factory=dict)
    context: Words = field(default_factory=Words)

    def called(self) -> dict[str, str]:
        """Return the id of every company and body by each of its names, and by its tickers with and without the exchange.

        All in lower case. A name goes before a ticker; of a ticker that two share neither counts.
        """
        found: dict[str, str] = {}
        shared: set[str] = set()
        for company in self.companies.values():
            for ticker in {*company.tickers, *(ticker.partition(":")[2] or ticker for ticker in company.tickers)}:
                code = ticker.casefold()
                if found.setdefault(code, company.id) != company.id:
                    shared.add(code)
        for code in shared:
            del found[code]
        for table in (self.bodies, self.companies):
            for item in table.values():
                names = (item.id, item.name, *item.aliases.en, *item.aliases.zh)
                found.update((name.casefold(), item.id) for name in names if name)
        return found

    def ancestors(self, commodity: str) -> tuple[str, ...]:
        """Return the commodity's parents, the nearest first."""
        found: list[str] = []
        entry = self.commodities.get(commodity)
        while entry is not None and entry.parent and entry.parent not in found:
            found.append(entry.parent)
            entry = self.commodities.get(entry.parent)
        return tuple(found)

    def entries(self) -> Iterator[tuple[str, Entry]]:
        """Yield every name with what it stands for."""
        yield from self._commodity_entries()
        for form in self.forms.values():
            yield from _words(form, "form", form.id)
        for kind, table in (("company", self.companies), ("body", self.bodies)):
            for organisation in table.values():
                if isinstance(organisation, ListedCompany):
                    yield from _listed(organisation)
                else:
                    yield from _names(kind, organisation)
        for country in self.countries.values():
            yield from _words(country, "country", country.id)
        for place in self.places.values():
            yield from _words(place, "place", place.id, data=place.country)
            if place.goods is not None:
                yield from entries_of(place, "hint", place.goods, SITE)
        for market in self.markets.values():
            yield from _words(market, "market", market.id, data=market)
        yield from entries_of(self.context, "context", "")

    def _commodity_entries(self) -> Iterator[tuple[str, Entry]]:
        for item in self.commodities.values():
            yield from _words(
                FormWords(en=_joined_too(item.en), zh=item.zh, symbols=item.symbols), "commodity", item.id
            )
            for lang, word in Words(en=_joined_too(item.weak.en), zh=item.weak.zh).forms():
                yield word, Entry("commodity", item.id, lang, weak=True)
            yield from entries_of(item.hints, "hint", item.id)
            for word in item.context:
                yield word, Entry("context", item.id)
            for word in _joined_too(item.never):
                yield word, Entry("never", item.id)
            for form_id, form in item.forms.items():
                written = FormWords(en=_joined_too(form.en), zh=form.zh, symbols=form.symbols)
                yield from _words(written, "commodity", item.id, data=form_id)


_LONGEST_NAME = 3
"""Words of a name that are joined by a hyphen: `palm oil`, `crude palm oil`."""


def _joined_too(names: Sequence[str]) -> tuple[str, ...]:
    """Return English names also as they stand before a noun, two of their words joined: `palm-oil futures`."""
    joined = list(names)
    for name in names:
        words = name.split(" ")
        if not name.isascii() or not 1 < len(words) <= _LONGEST_NAME:
            continue
        joined += [
            " ".join([*words[:place], f"{words[place]}-{words[place + 1]}", *words[place + 2 :]])
            for place in range(len(words) - 1)
        ]
    return tuple(dict.fromkeys(joined))


def _words(words: FormWords, kind: str, id_: str, data: Any = None) -> Iterator[tuple[str, Entry]]:
    yield from entries_of(words, kind, id_, data)
    for word in words.symbols:
        if word.isascii():
            yield word, Entry(kind, id_, "symbol", written=word, data=data)


def _names(kind: str, item: Organisation) -> Iterator[tuple[str, Entry]]:
    names = {item.name, *item.aliases.en} if item.name.isascii() else set(item.aliases.en)
    for alias in sorted(names - {""}):
        yield alias, Entry(kind, item.id, "en", written=alias, data=item.need(alias))
    chinese = {*item.aliases.zh, *(() if item.name.isascii() else (item.name,))}
    for alias in sorted(chinese):
        yield alias, Entry(kind, item.id, "zh", data=item.need(alias))
    if isinstance(item, Company):
        for ticker in item.tickers:
            code = ticker.partition(":")[2] or ticker
            yield code, Entry("ticker", item.id, "symbol", written=code, data=ticker)


def _listed(item: ListedCompany) -> list[tuple[str, Entry]]:
    if not (item.en or item.zh or item.tickers):
        return [_name_of(item, item.name)]  # as of most in a long list
    named = [_name_of(item, alias) for alias in dict.fromkeys((item.name, *item.en, *item.zh))]
    for ticker in item.tickers:
        code = ticker.partition(":")[2] or ticker
        named.append((code, Entry("ticker", item.id, "symbol", code, data=ticker)))
    return named


def _name_of(item: ListedCompany, alias: str) -> tuple[str, Entry]:
    return (
        (alias, Entry("company", item.id, "en", alias)) if alias[0] < HAN else (alias, Entry("company", item.id, "zh"))
    )


@dataclass(frozen=True)
class Reading:
    """What was read of lexicon files. With faults it still knows which names the files mean to define.

    `unread` holds the kinds of which a file could not be read at all, so that no name of them can be called unknown.
    """

    lexicon: Lexicon
    faults: tuple[Fault, ...] = ()
    unread: frozenset[str] = frozenset()


def load_lexicon(extra: Sequence[Path] = ()) -> Lexicon:
    """Read our lexicon files, then the given ones; raise FaultsError with all faults of all files."""
    found = read_lexicon(extra)
    if found.faults:
        raise FaultsError(found.faults)
    return found.lexicon


def read_lexicon(extra: Sequence[Path] = ()) -> Reading:
    """Read our lexicon files, then the given ones, as far as that can be done."""
    tables: dict[str, dict[str, Any]] = {kind: {} for kind in KINDS}
    faults: list[Fault] = []
    unread: set[str] = set()
    places: dict[tuple[str, str], tuple[Document, int]] = {}
    context = Words()
    for path in (*sorted(BUILTIN.glob("*.yml")), *extra):
        kind = _kind_of(path)
        try:
            if path.suffix == ".csv":
                _merge(tables[kind], read_companies(path, faults))
            elif kind == "context":
                context += _read_context(path)
            elif (document := open_document(path, faults)) is not None:
                _merge(tables[kind], _read(document, KINDS[kind], faults, places if path in extra else {}))
            else:
                unread.add(kind)
        except FaultsError as error:
            faults.extend(error.faults)
            unread.add(kind)
    faults.extend(_dangling(tables, places, unread))
    _add_country_names(tables["countries"])
    return Reading(Lexicon(**tables, context=context), tuple(faults), frozenset(unread))


def is_lexicon(path: Path) -> bool:
    """Tell whether a file is a lexicon by its name: a CSV of companies, or the name of a kind, alone or after a dash."""
    return path.suffix == ".csv" or path.stem.rpartition("-")[2] in {*KINDS, "context"}


def _kind_of(path: Path) -> str:
    return "companies" if path.suffix == ".csv" else path.stem.rpartition("-")[2]


def _read_context(path: Path) -> Words:
    document = load_document(path)
    try:
        return Words.model_validate(document.data)
    except ValidationError as error:
        raise FaultsError(document.faults_of(error)) from error


def _read(
    document: Document, model: type[Any], faults: list[Fault], places: dict[tuple[str, str], tuple[Document, int]]
) -> list[Any]:
    """Return the entries of a file. Of a faulty one the id is kept, so that what names it is not called unknown."""
    if document.data is None:
        return []
    if not isinstance(document.data, list):
        raise FaultsError([document.fault((), "must be a list of entries, each beginning with `- id:`")])
    faults.extend(document.fault(loc, told) for loc, told in unclosed(document.data, ()))
    found: list[Any] = []
    seen: dict[str, int] = {}
    for number, item in enumerate(document.data):
        try:
            entry: Any = model.model_validate(item)
        except ValidationError as error:
            faults.extend(document.faults_of(error, (number,), model))
            if not (isinstance(item, dict) and isinstance(item.get("id"), str)):
                continue
            entry = model.model_construct(id=item["id"])
        else:
            faults.extend(document.fault((number, *loc), told) for loc, told in _wrong_code(entry))
        if entry.id in seen:
            faults.append(
                document.fault((number,), f"{entry.id!r} stands twice, first on line {seen[entry.id]}; keep one")
            )
        seen.setdefault(entry.id, document.line((number,)))
        places[model.__name__, entry.id] = (document, number)
        found.append(entry)
    return found


def _wrong_code(entry: Any) -> Iterator[tuple[tuple[str], str]]:
    """Yield the key of a country's code that no country has."""
    key = "id" if isinstance(entry, Country) else "country"
    code = getattr(entry, key, None)
    if code and (told := code_fault(code)) is not None:
        yield (key,), told


def _merge(table: dict[str, Any], entries: Sequence[Any]) -> None:
    for entry in entries:
        old = table.get(entry.id)
        if old is None:
            table[entry.id] = entry
        elif isinstance(entry, ListedCompany):
            added = Company(
                id=entry.id,
                name=old.name,
                aliases=Words(en=(entry.name, *entry.en), zh=entry.zh),
                tickers=entry.tickers,
            )
            table[entry.id] = _joined(old, added) if isinstance(old, Company) else entry
        else:
            table[entry.id] = entry if isinstance(old, ListedCompany) else _joined(old, entry)


def _joined(old: Any, new: Any) -> Any:
    """Add what a later entry says to an earlier one of the same id; of single values the later one counts, where it is given."""
    values: dict[str, Any] = {}
    for name in type(old).model_fields:
        before, after = getattr(old, name), getattr(new, name)
        if isinstance(before, tuple | Words):
            values[name] = before + after
        elif isinstance(before, dict):
            values[name] = {**before, **after}
        else:
            values[name] = after if name in new.model_fields_set else before
    return type(old)(**values)


def _dangling(
    tables: Mapping[str, Mapping[str, Any]],
    places: Mapping[tuple[str, str], tuple[Document, int]],
    unread: Collection[str],
) -> Iterator[Fault]:
    """Yield a fault for every commodity or place that an entry names and no file defines."""
    known = tables["commodities"]
    if "commodities" in unread:
        return
    named = [(item, "parent", item.parent) for item in known.values()]
    named += [(item, "commodities", name) for item in tables["companies"].values() for name in item.commodities]
    named += [(item, "commodity", item.commodity) for item in tables["markets"].values()]
    named += [(item, "goods", item.goods) for item in tables["countries"].values()]
    named += [(item, "goods", item.goods) for item in tables["places"].values()]
    named += [(item, "within", item.within) for item in tables["places"].values()]
    for item, key, name in named:
        if name and name not in (tables["places"] if key == "within" else known):
            told = f"{name!r} is no {'place' if key == 'within' else 'commodity'}; add it or correct the id"
            place = places.get((type(item).__name__, item.id))
            yield (
                Fault("lexicons", 0, f"{item.id}.{key}", told)
                if place is None
                else place[0].fault((place[1], key), told)
            )


def _add_country_names(table: dict[str, Any]) -> None:
    """Add the English and Chinese names that all countries have to our own."""
    for code, *names in territories():
        english, chinese = [(name,) if name else () for name in names]
        entry = Country(id=code, en=english, zh=chinese)
        table[code] = _joined(table[code], entry) if code in table else entry
