"""Sites: mines and works that stand for what they make where a sentence names no goods."""

from pathlib import Path

import pytest
from tests.unit.detect.shipped import DETECTOR, RULES

from tocsin.rules.faults import FaultsError
from tocsin.rules.lexicon import load_lexicon
from tocsin.testing.builders import article


@pytest.mark.parametrize(
    ("text", "kind", "direction", "goods", "place"),
    [
        ("Workers at Escondida vote to strike", "production_change", "halt", "copper", "escondida"),
        ("Las Bambas resumes shipments as blockade is lifted", "supply_source", "resume", "copper", "las_bambas"),
        ("Alcoa shuts its Pinjarra refinery", "production_change", "halt", "alumina", "pinjarra"),
    ],
)
def test_a_site_stands_for_its_goods_where_none_are_named(
    text: str, kind: str, direction: str, goods: str, place: str
) -> None:
    found = [s for s in DETECTOR.detect(article(text)).signals if s.type == kind]
    assert [(s.direction, s.commodities, s.place) for s in found] == [(direction, (goods,), place)]


def test_goods_that_are_named_go_before_those_of_a_site() -> None:
    found = DETECTOR.detect(article("Olympic Dam halts uranium production after a fire.")).signals
    assert [(s.type, s.commodities) for s in found] == [("production_change", ("uranium",))]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Corpus Christi refinery", "Pasadena refinery"),
        ("Yanbu refinery", "Jubail refinery"),
        ("Bintulu LNG", "Bontang LNG"),
        ("Perdido platform", "Mars platform"),
        ("Tamano smelter", "Naoshima smelter"),
    ],
)
def test_two_works_are_two_places_else_two_fires_would_be_one_event(one: str, other: str) -> None:
    def place(name: str) -> str | None:
        (told,) = {s.place for s in DETECTOR.detect(article(f"{name} halts output after a fire.")).signals}
        return told

    assert None not in {place(one), place(other)}
    assert place(one) != place(other)


def test_a_site_itself_has_no_price() -> None:
    assert DETECTOR.detect(article("Escondida falls 3% on the day.")).signals == ()


def test_no_site_hides_a_word_of_goods() -> None:
    """A name that says its goods would hide them where it is a place."""
    words = {w.casefold() for c in RULES.lexicon.commodities.values() for w in (*c.en, *c.zh, *c.weak.zh)}
    sites = [p for p in RULES.lexicon.places.values() if p.goods is not None]
    assert len(sites) > 300
    assert [name for p in sites for name in p.en if not words.isdisjoint(name.casefold().split())] == []


def test_goods_of_a_place_must_be_known(tmp_path: Path) -> None:
    path = tmp_path / "my-places.yml"
    path.write_text("- {id: my_mine, country: AU, goods: unobtainium, en: [My Hill]}\n", encoding="utf-8")
    with pytest.raises(FaultsError, match=r"my-places\.yml:1.*'unobtainium' is no commodity"):
        load_lexicon([path])
