"""`tocsin rules test --with`: what is proved, and whose fault a failure is."""

from pathlib import Path

from typer.testing import CliRunner, Result

from tocsin.cli import build_app
from tocsin.rules.faults import FaultsError


def proved(path: Path) -> Result:
    return CliRunner().invoke(build_app("rules"), ["rules", "test", "--with", str(path)])


def test_a_lexicon_that_repeats_and_adds_breaks_nothing(tmp_path: Path) -> None:
    path = tmp_path / "own-commodities.yml"
    path.write_text("- {id: hafnium, en: [hafnium, hafnium plate], zh: [铪], parent: minor_metals}\n", "utf-8")
    assert proved(path).exit_code == 0


def test_a_word_that_breaks_a_built_in_example_is_told_as_such(tmp_path: Path) -> None:
    path = tmp_path / "own-commodities.yml"
    path.write_text("- {id: moonstone, en: [prices, exports, output, production]}\n", "utf-8")
    result = proved(path)
    assert (result.exit_code, "fails with your files alone" in result.stdout) == (1, True)


def test_the_word_that_breaks_a_built_in_example_is_named_with_its_line(tmp_path: Path) -> None:
    lexicon = tmp_path / "own-commodities.yml"
    lexicon.write_text("- id: moonstone\n  en: [moonstone, copper]\n  zh: [月光石]\n", "utf-8")
    faults = [line for line in proved(lexicon).stdout.splitlines() if "examples[" in line]
    assert faults
    assert all(f"; it holds your 'copper' ({lexicon}:2): choose a longer word" in line for line in faults)
    firms = tmp_path / "firms.csv"
    firms.write_text("id,name,aliases,ticker,exchange,country\nmoon,Moonstone Ltd,Moonstone|Copper,,,\n", "utf-8")
    assert f"it holds your 'Copper' ({firms}:2)" in proved(firms).stdout


def test_a_folder_without_rules_proves_nothing(tmp_path: Path) -> None:
    result = proved(tmp_path)
    assert isinstance(result.exception, FaultsError)  # which the command tells and ends with 2
    assert "holds no rules" in str(result.exception)


def test_the_files_that_a_configuration_names_are_proved_listed_and_shown(tmp_path: Path) -> None:
    (tmp_path / "tides.yml").write_text(
        'name: tide-height\nsignal: tide_height\ndirections: [up]\nneeds: {commodity: "no"}\n'
        "phrases:\n  - {direction: up, words: {en: [the tide rose]}}\n"
        'examples:\n  - {text: "Overnight the tide rose.", signals: [{direction: up}]}\n',
        "utf-8",
    )
    (tmp_path / "tocsin.yml").write_text("rules: {packs: [tides.yml]}\n", "utf-8")
    asked = ["-c", str(tmp_path / "tocsin.yml")]
    run = CliRunner().invoke
    assert "in 13 packs, 0 failed" in run(build_app("rules"), ["rules", "test", *asked]).stdout
    assert "tide-height@" in run(build_app("rules"), ["rules", "list", *asked]).stdout
    assert "the tide rose" in run(build_app("rules"), ["rules", "show", "tide-height", *asked]).stdout


def test_a_pack_is_shown_by_its_signal_type_too() -> None:
    shown = CliRunner().invoke(build_app("rules"), ["rules", "show", "price_move"])
    assert shown.stdout.startswith("# price-move@")
