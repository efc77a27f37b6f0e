"""What readers are told a thing is called."""

import pytest

from tocsin.deliver.glossary import Glossary
from tocsin.rules.lexicon import Commodity, Lexicon, load_lexicon


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return load_lexicon()


@pytest.fixture(scope="module")
def glossary(lexicon: Lexicon) -> Glossary:
    return Glossary.from_lexicon(lexicon)


@pytest.mark.parametrize(
    ("commodity", "english", "chinese"),
    [
        ("aluminium", "aluminium", "铝"),
        ("crude_oil", "crude oil", "原油"),
        ("antimony", "antimony", "锑"),
        ("nickel", "nickel", "镍"),
        ("iron_ore", "iron ore", "铁矿石"),
        ("gold", "gold", "黄金"),
        ("ndpr", "NdPr", "镨钕"),
        ("lng", "LNG", "液化天然气"),
    ],
)
def test_a_commodity_goes_by_its_common_name(glossary: Glossary, commodity: str, english: str, chinese: str) -> None:
    assert (glossary.name("commodity", commodity, "en"), glossary.name("commodity", commodity, "zh")) == (
        english,
        chinese,
    )


def test_no_commodity_is_called_by_a_price_or_a_contract(lexicon: Lexicon, glossary: Glossary) -> None:
    told = {
        id_: (glossary.name("commodity", id_, "en"), glossary.name("commodity", id_, "zh"))
        for id_ in lexicon.commodities
    }
    odd = {
        id_: names
        for id_, names in told.items()
        if any(word in " ".join(names) for word in ("price", "futures", "premium", "价格", "期货", "价"))
    }
    assert odd == {}
    assert all(name for names in told.values() for name in names)


def test_a_users_commodity_is_called_as_its_file_says_else_by_its_id() -> None:
    named = Commodity(id="odd_metal", name={"en": "Oddium", "zh": "奇金"}, en=("spot oddium",), zh=("奇金锭",))
    plain = Commodity(id="odd_ore", en=("spot odd ore",), zh=("奇金矿",))
    glossary = Glossary.from_lexicon(Lexicon(commodities={item.id: item for item in (named, plain)}))
    assert glossary.name("commodity", "odd_metal", "en") == "Oddium"
    assert glossary.name("commodity", "odd_metal", "zh") == "奇金"
    assert glossary.name("commodity", "odd_ore", "en") == "odd ore"
    assert glossary.name("commodity", "odd_ore", "zh") == "奇金矿"


def test_an_exchange_has_a_short_name(glossary: Glossary) -> None:
    assert glossary.name("exchange", "lme", "en") == "LME"
    assert glossary.name("exchange", "shfe", "zh") == "上期所"
