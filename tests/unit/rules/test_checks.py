"""Faults of a pack are told all at once, each with its line, whatever else is wrong."""

from pathlib import Path

import pytest

from tocsin.detect.examples import load_checked
from tocsin.rules import FaultsError, load_rules
from tocsin.rules.loader import PACKS, tables

FAULTY = """\
name: freight-rate
signal: freight_rate
directions: [up, down]
speed: fast
subjects:
  - words: {en: ["freight rate(s"]}
    moves: {upp: [up], down: [sideways]}
frames:
  - {parts: [lift, commodity], direction: sidewise, within: many}
amounts: {change: [percents], pace: [money]}
examples:
  - {text: "x", signals: [{direction: level}]}
  - {text: "Freight rates rose 12%.", signals: [{direction: up, change: twelve}]}
"""


def faults_of(path: Path) -> list[tuple[int, str]]:
    with pytest.raises(FaultsError) as caught:
        load_checked([path])
    return [(fault.line, fault.path) for fault in caught.value.faults]


def test_faults_of_form_and_of_meaning_come_together(tmp_path: Path) -> None:
    path = tmp_path / "freight.yml"
    path.write_text(FAULTY, encoding="utf-8")
    assert faults_of(path) == [
        (4, "speed"),
        (6, "subjects[0].words.en[0]"),
        (7, "subjects[0].moves.down"),
        (7, "subjects[0].moves.upp"),
        (9, "frames[0].direction"),
        (9, "frames[0].parts"),
        (9, "frames[0].within"),
        (10, "amounts.change"),
        (10, "amounts.pace"),
        (12, "examples[0].signals[0].direction"),
        (13, "examples[1].signals[0].change"),
    ]


def test_a_frame_that_could_never_be_found_is_a_fault(tmp_path: Path) -> None:
    path = tmp_path / "freight.yml"
    head = "name: freight-rate\nsignal: freight_rate\ndirections: [up]\nwords: {fee: {en: [fee]}}\nframes:\n"
    amount_first = "  - {parts: [money, commodity, fee], direction: up, order: true}\n"
    no_words = "  - {parts: [commodity, country], direction: up}\n"
    path.write_text(head + amount_first + no_words + "examples: [{text: x, signals: []}]\n", encoding="utf-8")
    assert faults_of(path) == [(6, "frames[0].parts"), (7, "frames[1].parts")]


def test_a_doubled_key_hides_no_other_fault(tmp_path: Path) -> None:
    path = tmp_path / "freight.yml"
    path.write_text("name: a\nname: b\nsignal: a\ndirections: [up]\nspeed: 1\nexamples: [{text: x, signals: []}]\n")
    assert [place for _, place in faults_of(path)] == ["", "name", "speed"]


def test_an_open_bracket_in_a_lexicon_is_a_fault(tmp_path: Path) -> None:
    path = tmp_path / "own-commodities.yml"
    path.write_text("- id: moonstone\n  en: [moonstone, 'moon stone(s']\n", encoding="utf-8")
    assert faults_of(path) == [(2, "[0].en[1]")]


@pytest.mark.parametrize(
    ("name", "content", "remedy"),
    [
        ("metals.yml", "- {id: moonstone, en: [moonstone]}\n", "name it metals-commodities.yml"),
        ("nothing.yml", "", "is empty"),
        ("words.yml", "just words\n", "must hold a rule pack"),
        ("notes.txt", "name: x\n", "is no rules file"),
    ],
)
def test_a_file_that_is_no_pack_is_told_what_to_do(tmp_path: Path, name: str, content: str, remedy: str) -> None:
    (tmp_path / name).write_text(content, encoding="utf-8")
    with pytest.raises(FaultsError, match=remedy):
        load_rules([tmp_path / name])


def test_a_folder_without_rules_and_a_missing_file_are_faults(tmp_path: Path) -> None:
    with pytest.raises(FaultsError, match="holds no rules"):
        load_rules([tmp_path])
    with pytest.raises(FaultsError, match="does not exist"):
        load_rules([tmp_path / "rules"])


def test_a_pack_may_end_in_yaml(tmp_path: Path) -> None:
    text = (PACKS / "README.md").read_text("utf-8")
    pack = "\n".join(line[4:] for line in text.splitlines() if line.startswith("    "))
    (tmp_path / "freight.yaml").write_text(pack, encoding="utf-8")
    assert load_checked([tmp_path / "freight.yaml"]).pack("freight-rate") is not None


def test_repeating_known_words_of_a_lexicon_changes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "own-commodities.yml"
    path.write_text("- {id: hafnium, en: [hafnium, Hafnium, hafnium plate], zh: [铪]}\n", encoding="utf-8")
    rules, ours = load_rules([path]), load_rules()
    known, before = (tables(each.packs, each.shared, each.lexicon).words for each in (rules, ours))
    assert (known["hafnium"], known["铪"]) == (before["hafnium"], before["铪"])
    assert "hafnium plate" in known


def test_a_word_said_to_be_sure_is_weak_no_more(tmp_path: Path) -> None:
    path = tmp_path / "own-commodities.yml"
    path.write_text("- {id: lead, en: [lead]}\n", encoding="utf-8")
    rules = load_rules([path])
    found = tables(rules.packs, rules.shared, rules.lexicon).words["lead"]
    assert [entry.weak for entry in found if entry.kind == "commodity"] == [False]
