"""Rules are data: what a user adds counts at once, and every fault is told with its place."""

from pathlib import Path

import pytest

from tocsin.rules import FaultsError, load_lexicon, load_rules
from tocsin.rules.words import expand


def test_brackets_stand_for_inflections() -> None:
    assert expand("increase(s|d)") == ["increase", "increases", "increased"]
    assert expand("price rise(s)") == ["price rise", "price rises"]


def test_all_faults_of_all_files_come_together(tmp_path: Path) -> None:
    (tmp_path / "a.yml").write_text("name: a\nsignal: a\ndirections: [up]\nexamples: []\nspeed: 3\n", encoding="utf-8")
    (tmp_path / "b.yml").write_text("name: B b\nsignal: b\n", encoding="utf-8")
    with pytest.raises(FaultsError) as caught:
        load_rules([tmp_path])
    places = {(Path(fault.file).name, fault.path) for fault in caught.value.faults}
    assert {("a.yml", "speed"), ("a.yml", "examples"), ("b.yml", "name"), ("b.yml", "directions")} <= places


def test_pack_that_names_unknown_movements_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.yml").write_text(
        "name: a\nsignal: a\ndirections: [up]\nsubjects:\n  - words: {en: [x]}\n    moves: {up: [upp]}\n"
        "examples:\n  - {text: x, signals: []}\n",
        encoding="utf-8",
    )
    with pytest.raises(FaultsError, match=r"a\.yml:6.*'upp' is no set of movement words"):
        load_rules([tmp_path])


def test_two_frames_of_one_name_are_refused(tmp_path: Path) -> None:
    (tmp_path / "mine.yml").write_text(
        "name: mine\nsignal: supply_source\ndirections: [new]\nwords:\n  open: {en: [opens]}\n  pit: {en: [pit]}\nframes:\n"
        "  - {name: opening, parts: [open, pit], within: 4, direction: new}\n"
        "  - {name: opening, parts: [pit, open], within: 4, direction: new}\nexamples:\n  - {text: x, signals: []}\n",
        encoding="utf-8",
    )
    with pytest.raises(FaultsError, match=r"mine\.yml:9: .*'opening' is the name of another frame"):
        load_rules([tmp_path / "mine.yml"])


def test_company_list_is_read_from_csv(tmp_path: Path) -> None:
    path = tmp_path / "companies.csv"
    rows = "".join(f"user_{n},Orbwick Metals {n},Orbwick{n}|欧贝矿业{n},OW{n},LSE,GB\n" for n in range(200))
    path.write_text("id,name,aliases,ticker,exchange,country\n" + rows, encoding="utf-8")
    company = load_lexicon([path]).companies["user_7"]
    assert (company.aliases.en, company.aliases.zh, company.tickers) == (("Orbwick7",), ("欧贝矿业7",), ("LSE:OW7",))


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ("moon,Moonstone,,,,Australia", "2: country: 'Australia' is no code of ISO 3166; did you mean AU?"),
        ("moon,Moonstone,,,,XX", "2: country: 'XX' is no code of ISO 3166; write one such as AU, or leave it empty"),
        ("moon,Moonstone,,,,UK", "2: country: 'UK' is no code of ISO 3166; did you mean GB?"),
        ("moon," + "M" * 140_000 + ",,,,", "2: is no CSV (field larger than field limit (131072)); is a double quote left open above?"),
    ],
)  # fmt: skip
def test_a_row_that_cannot_be_used_is_told_with_its_line(tmp_path: Path, row: str, told: str) -> None:
    path = tmp_path / "companies.csv"
    path.write_text(f"id,name,aliases,ticker,exchange,country\n{row}\n", "utf-8")
    with pytest.raises(FaultsError) as caught:
        load_rules([path])
    assert str(caught.value) == f"{path}:{told}"


@pytest.mark.parametrize(
    ("file", "entry", "told"),
    [
        ("my-companies.yml", "{id: moon, name: Moonstone, country: XX}", "country: 'XX' is no code of ISO 3166; write one such as AU, or leave it empty"),
        ("my-companies.yml", "{id: codelco, country: XX}", "country: 'XX' is no code of ISO 3166; write one such as AU, or leave it empty"),
        ("my-bodies.yml", "{id: moon, name: Moon Office, role: authority, country: cn}", "country: 'cn' is no code of ISO 3166; did you mean CN?"),
        ("my-places.yml", "{id: moon, en: [Moon], country: 中国}", "country: '中国' is no code of ISO 3166; did you mean CN?"),
        ("my-countries.yml", "{id: XX, en: [Moon]}", "id: 'XX' is no code of ISO 3166; write one such as AU, or leave it empty"),
    ],
)  # fmt: skip
def test_a_country_that_does_not_exist_is_told_with_its_line(tmp_path: Path, file: str, entry: str, told: str) -> None:
    path = tmp_path / file
    path.write_text(f"# mine\n- {entry}\n", "utf-8")
    with pytest.raises(FaultsError) as caught:
        load_rules([path])
    assert str(caught.value) == f"{path}:2: [0].{told}"


def test_csv_with_other_columns_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "companies.csv"
    path.write_text("id,name\n1,x\n", encoding="utf-8")
    with pytest.raises(FaultsError, match="the first line must be id,name,aliases,ticker,exchange,country"):
        load_lexicon([path])


def test_users_commodity_adds_to_ours(tmp_path: Path) -> None:
    path = tmp_path / "commodities.yml"
    path.write_text("- {id: antimony, en: [stibnite dust]}\n- {id: moonstone, en: [moonstone]}\n", encoding="utf-8")
    lexicon = load_lexicon([path])
    assert "stibnite dust" in lexicon.commodities["antimony"].en
    assert "antimony" in lexicon.commodities["antimony"].en
    assert "moonstone" in lexicon.commodities


def test_hash_changes_with_a_rule(tmp_path: Path) -> None:
    path = tmp_path / "commodities.yml"
    path.write_text("- {id: moonstone, en: [moonstone]}\n", encoding="utf-8")
    assert load_rules().hash == load_rules().hash
    assert load_rules().hash != load_rules([path]).hash
