"""The lexicon files themselves: complete, without contradictions, and free of words that would mean two things."""

import re
from collections import Counter
from collections.abc import Iterator

import pytest
from babel import Locale

from tocsin.messages.units import CURRENCIES
from tocsin.rules.countries import territories
from tocsin.rules.fold import fold_word
from tocsin.rules.lexicon import Body, Commodity, Company, Lexicon, Place, load_lexicon

ROLES = {"authority", "assessor", "exchange", "agency", "association", "bank", "media"}
EXCHANGES = set(
    "NYSE NASDAQ ASX TSX TSXV CSE LSE SSE SZSE BSE HKEX TSE KRX NSE IDX SGX MYX JSE MOEX OSL STO HEL EPA EBR FRA WSE "
    "TADAWUL UPCOM TWSE TPEX SIX BVMF".split()
)


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return load_lexicon()


def named(lexicon: Lexicon) -> list[Company | Body]:
    return [*lexicon.companies.values(), *lexicon.bodies.values()]


def all_words(item: Commodity) -> Iterator[str]:
    yield from (*item.en, *item.zh, *item.symbols, *item.weak.en, *item.weak.zh)
    for form in item.forms.values():
        yield from (*form.en, *form.zh, *form.symbols)


def test_the_minerals_that_governments_call_critical_are_all_known(lexicon: Lexicon) -> None:
    critical = """aluminium antimony arsenic barite beryllium bismuth boron caesium cerium chromium cobalt copper dysprosium erbium europium
        fluorspar gadolinium gallium germanium graphite hafnium helium holmium indium iridium lanthanum lead lithium lutetium magnesium
        manganese neodymium nickel niobium palladium phosphate phosphorus platinum potash praseodymium rhenium rhodium rubidium ruthenium
        samarium scandium silicon silver coking_coal strontium tantalum tellurium terbium thulium tin titanium tungsten uranium vanadium
        ytterbium yttrium zinc zirconium""".split()

    assert [name for name in critical if name not in lexicon.commodities] == []


def test_commodities_are_known_in_both_languages(lexicon: Lexicon) -> None:
    silent = [
        item.id
        for item in lexicon.commodities.values()
        if not (item.en or item.weak.en) or not (item.zh or item.weak.zh)
    ]

    assert silent == []


def test_children_of_a_metal_count_with_it(lexicon: Lexicon) -> None:
    assert lexicon.ancestors("ndpr") == ("rare_earths",)
    assert lexicon.ancestors("smco_magnets") == ("samarium", "rare_earths")
    assert {name for name in lexicon.commodities if lexicon.ancestors(name)[-1:] == (name,)} == set()


def test_a_word_means_one_commodity_only(lexicon: Lexicon) -> None:
    owners: dict[str, set[str]] = {}
    for item in lexicon.commodities.values():
        for word in (*item.en, *item.zh, *item.symbols, *item.weak.en, *item.weak.zh):
            owners.setdefault(fold_word(word), set()).add(item.id)

    assert {word: ids for word, ids in owners.items() if len(ids) > 1} == {}


def test_no_word_stands_twice_in_a_list(lexicon: Lexicon) -> None:
    twice = [
        (item.id, name, word)
        for item in lexicon.commodities.values()
        for name in ("en", "zh", "symbols", "never", "context")
        for word, count in Counter(getattr(item, name)).items()
        if count > 1
    ]

    assert twice == []


def test_a_phrase_that_is_no_commodity_holds_the_word_it_guards_and_is_longer(lexicon: Lexicon) -> None:
    useless = [
        (item.id, phrase)
        for item in lexicon.commodities.values()
        for phrase in item.never
        if not any(fold_word(word) in fold_word(phrase) and len(word) < len(phrase) for word in all_words(item))
    ]

    assert useless == []


def test_forms_inside_commodities_are_general_forms_or_named_once(lexicon: Lexicon) -> None:
    used = {form for item in lexicon.commodities.values() for form in item.forms}
    special = {"bar", "blister", "dore", "electrode", "fines", "intermediate", "phosphide", "pipe", "spherical"}
    special |= {"tetrachloride", "trisulphide", "white", "wire_rod", "cold_rolled_coil", "galvanised_coil"}

    assert used - set(lexicon.forms) <= special


@pytest.mark.parametrize("word", ["lead", "tin", "gas", "oil", "gold", "silver", "steel", "铜", "锡", "金", "银"])
def test_everyday_words_are_weak(lexicon: Lexicon, word: str) -> None:
    sure = [item.id for item in lexicon.commodities.values() if word in (*item.en, *item.zh)]

    assert sure == []


def test_chinese_words_are_simplified_so_that_folded_text_meets_them(lexicon: Lexicon) -> None:
    words = {alias for item in named(lexicon) for alias in item.aliases.zh}
    words |= {word for item in lexicon.commodities.values() for word in (*item.zh, *item.weak.zh)}

    assert {word for word in words if fold_word(word) != word.lower() and not re.search(r"[（）]", word)} == set()


def test_companies_are_many_and_their_tickers_are_told_with_the_exchange(lexicon: Lexicon) -> None:
    tickers = [ticker for item in lexicon.companies.values() for ticker in item.tickers]

    assert len(lexicon.companies) >= 350
    assert [ticker for ticker in tickers if ticker.partition(":")[0] not in EXCHANGES] == []
    assert [ticker for ticker, count in Counter(tickers).items() if count > 1] == []


def test_companies_and_bodies_stand_in_known_countries_and_roles(lexicon: Lexicon) -> None:
    organisations: list[Company | Body | Place] = [*lexicon.companies.values(), *lexicon.bodies.values()]
    organisations.extend(lexicon.places.values())

    assert [item.id for item in organisations if item.country not in lexicon.countries] == []
    assert {item.role for item in lexicon.bodies.values()} == ROLES


def test_one_name_means_one_company_or_body(lexicon: Lexicon) -> None:
    owners: dict[str, set[str]] = {}
    for item in named(lexicon):
        for word in {item.name, *item.aliases.en, *item.aliases.zh}:
            owners.setdefault(word, set()).add(item.id)

    assert {word: ids for word, ids in owners.items() if len(ids) > 1} == {}


def test_needs_speak_of_aliases_that_exist(lexicon: Lexicon) -> None:
    wrong = [
        (item.id, alias)
        for item in named(lexicon)
        if item.needs is not None and not isinstance(item.needs, str)
        for alias in (*item.needs.ticker, *item.needs.second_mention)
        if alias not in (item.name, *item.aliases.en, *item.aliases.zh)
    ]

    assert wrong == []


def test_market_names_lead_to_an_exchange_and_a_commodity(lexicon: Lexicon) -> None:
    assert [item.id for item in lexicon.markets.values() if item.body not in lexicon.bodies] == []
    assert [item.id for item in lexicon.markets.values() if item.commodity not in lexicon.commodities] == []
    assert {lexicon.bodies[str(item.body)].role for item in lexicon.markets.values()} == {"exchange"}


def test_currencies_are_no_symbols_of_commodities(lexicon: Lexicon) -> None:
    symbols = {symbol for item in lexicon.commodities.values() for symbol in item.symbols}

    assert symbols & CURRENCIES == set()


def test_names_of_countries_are_those_of_the_locale_data() -> None:
    """Written anew from it where a newer release renames one; it is not read at run time, since it takes megabytes."""
    english, chinese = (Locale.parse(name).territories for name in ("en", "zh_Hans"))
    codes = {code for code in map(str, english) if len(code) == 2 and code.isalpha()} - {"ZZ", "EZ", "UN", "XA", "XB"}

    assert list(territories()) == [[code, english[code], chinese.get(code, "")] for code in sorted(codes)]
