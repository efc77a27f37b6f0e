"""A user's packs, lexicons and company lists are judged with the configuration that names them."""

import os
from pathlib import Path

import pytest

from tocsin.bootstrap.renewal import watched
from tocsin.config import Settings, load_checked, load_settings
from tocsin.config.reload import reload
from tocsin.detect import Detector
from tocsin.rules.faults import FaultsError
from tocsin.testing.builders import article

PACK = """\
name: freight-rate
signal: freight_rate
directions: [up, down]
subjects:
  - words: {en: [freight rate(s)]}
    moves: {up: [up], down: [down]}
    commodity: false
needs: {commodity: "no"}
amounts: {change: [percent]}
examples:
  - {text: "Freight rates rose 9% last week.", signals: [{direction: up, change: 9%}]}
"""
CONFIG = """\
rules: {packs: [freight.yml, own-commodities.yml], companies: [firms.csv]}
receivers: {desk: {url: "json://127.0.0.1/hook"}}
policies:
  - {name: freight, signal: freight_rate, direction: up, change: 5%, send_to: desk}
  - {name: metal, signal: price_move, commodities: [orbwickite], send_to: desk}
"""
FIRMS = "id,name,aliases,ticker,exchange,country\norbwick,Orbwick Mining,Orbwick|欧贝矿业,ORB,LSE,GB\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "freight.yml").write_text(PACK, "utf-8")
    (tmp_path / "own-commodities.yml").write_text("- {id: orbwickite, en: [orbwickite]}\n", "utf-8")
    (tmp_path / "firms.csv").write_text(FIRMS, "utf-8")
    (tmp_path / "tocsin.yml").write_text(CONFIG, "utf-8")
    return tmp_path


def change(file: Path, old: str, new: str) -> None:
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new), "utf-8")


def told(folder: Path) -> list[str]:
    """Return the faults, without the folder."""
    with pytest.raises(FaultsError) as caught:
        load_checked(folder / "tocsin.yml", {})
    return [str(fault).replace(f"{folder}{os.sep}", "") for fault in caught.value.faults]


def test_a_type_of_ones_own_has_a_main_number_and_takes_no_goods_it_does_not_want(folder: Path) -> None:
    _, rules = load_checked(folder / "tocsin.yml", {})
    text = (
        "Orbwickite prices fell 4% to $45 a kg. Freight rates rose 9% last week. Freight rates for orbwickite rose 3%."
    )
    signals = Detector(rules).detect(article(text)).signals
    told = [(s.type, s.commodities, s.magnitude and (s.magnitude.kind, str(s.magnitude.value))) for s in signals]
    assert told == [
        ("price_move", ("orbwickite",), ("change", "4")),
        ("freight_rate", (), ("change", "9")),
        ("freight_rate", (), ("change", "3")),
    ]


def test_a_pack_whose_example_fails_is_refused_at_its_line(folder: Path) -> None:
    change(folder / "freight.yml", "change: 9%", "change: 8%")
    (fault,) = told(folder)
    assert fault.startswith(
        "freight.yml:11: examples[0]: 'Freight rates rose 9% last week.' has change 9 percent instead"
    )


def test_a_running_configuration_refuses_a_pack_whose_example_fails(folder: Path) -> None:
    running, _ = load_checked(folder / "tocsin.yml", {})
    change(folder / "freight.yml", "direction: up, change: 9%", "direction: down")
    result = reload(running, folder / "tocsin.yml", {})
    assert (result.is_taken, result.settings is running) == (False, True)
    assert "freight.yml:11: examples[0]" in result.refused[0]


def test_a_faulty_company_list_makes_no_other_name_unknown_and_hides_no_typo(folder: Path) -> None:
    change(folder / "firms.csv", "orbwick,Orbwick", "orb wick,Orbwick")
    change(folder / "tocsin.yml", "[orbwickite]", "[orbwikite]")
    assert told(folder) == [
        "firms.csv:2: id: 'orb wick' is no id; write letters, digits, dots, dashes, underscores",
        "tocsin.yml:5: policies[1].commodities[0]: 'orbwikite' is not a commodity; did you mean 'orbwickite'?",
    ]


def test_a_fault_of_the_settings_hides_no_fault_of_the_rules(folder: Path) -> None:
    change(folder / "tocsin.yml", "change: 5%", "chnge: 5%")
    change(folder / "freight.yml", "[percent]", "[percents]")
    assert [line.partition(": ")[0] for line in told(folder)] == ["freight.yml:9", "tocsin.yml:4"]


def test_a_pack_that_cannot_be_parsed_makes_no_type_unknown(folder: Path) -> None:
    change(folder / "freight.yml", "directions: [up, down]", "directions: [up, down")
    assert [line.partition(": ")[0] for line in told(folder)] == ["freight.yml:4"]


def test_an_unknown_parent_is_told_at_its_line(folder: Path) -> None:
    (folder / "own-commodities.yml").write_text(
        "- {id: moonstone, en: [moonstone]}\n- id: orbwickite\n  en: [orbwickite]\n  parent: orbs\n", "utf-8"
    )
    assert told(folder) == [
        "own-commodities.yml:4: [1].parent: 'orbs' is no commodity; add it or correct the id",
    ]


def test_a_signal_type_of_a_users_pack_is_known_without_the_lexicons_too(folder: Path) -> None:
    assert isinstance(load_settings(folder / "tocsin.yml", {}), Settings)


def test_what_stands_in_a_named_folder_is_watched(folder: Path) -> None:
    change(folder / "tocsin.yml", "[freight.yml, own-commodities.yml]", "[own]")
    (folder / "own").mkdir()
    (folder / "freight.yml").rename(folder / "own" / "freight.yml")
    settings = load_settings(folder / "tocsin.yml", {})
    assert folder / "own" / "freight.yml" in watched(folder / "tocsin.yml", settings)


def test_aliases_parted_by_another_sign_are_a_fault(folder: Path) -> None:
    change(folder / "firms.csv", "Orbwick|", "Orbwick;")
    assert told(folder) == ["firms.csv:2: aliases: 'Orbwick;欧贝矿业': several are parted by `|`"]


def test_commodities_of_markets_are_checked(folder: Path) -> None:
    change(folder / "tocsin.yml", "receivers:", "markets: {metals: [orbwickit]}\nreceivers:")
    assert told(folder) == [
        "tocsin.yml:2: markets.metals[0]: 'orbwickit' is not a commodity; did you mean 'orbwickite'?",
    ]
