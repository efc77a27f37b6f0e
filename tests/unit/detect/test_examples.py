"""Packs prove themselves: ours all pass, a user's that fails does not load."""

from pathlib import Path

import pytest

from tocsin.detect.examples import check_examples, load_checked, read_amount
from tocsin.rules import FaultsError, load_rules
from tocsin.rules.loader import PACKS

FREIGHT = """\
name: freight-rate
signal: freight_rate
directions: [up, down]
subjects:
  - words: {en: [freight rate(s)], zh: [运费]}
    moves: {up: [up], down: [down]}
    commodity: false
needs: {commodity: "no"}
amounts: {change: [percent]}
examples:
  - {text: "Freight rates rose 12% last week.", signals: [{direction: up, change: 12%}]}
  - {text: "上周运费下跌8%。", signals: [{direction: down, change: 8%}]}
"""


def test_every_pack_of_ours_passes_its_examples() -> None:
    assert [str(fault) for fault in check_examples(load_rules())] == []


def test_new_signal_type_comes_by_a_file(tmp_path: Path) -> None:
    (tmp_path / "freight.yml").write_text(FREIGHT, encoding="utf-8")
    rules = load_checked([tmp_path])
    assert rules.pack("freight-rate") is not None


def test_pack_whose_example_fails_does_not_load_and_names_file_and_line(tmp_path: Path) -> None:
    path = tmp_path / "freight.yml"
    path.write_text(FREIGHT.replace("change: 12%", "change: 13%"), encoding="utf-8")
    with pytest.raises(FaultsError) as caught:
        load_checked([path])
    (fault,) = caught.value.faults
    assert (fault.line, fault.path) == (11, "examples[0]")
    assert "instead of 13%" in fault.message


@pytest.mark.parametrize(
    ("text", "unit"), [("USD 5000", "USD"), ("12700 t", "t"), ("7.84%", "percent"), ("3万吨", "t")]
)
def test_examples_write_amounts_as_people_do(text: str, unit: str) -> None:
    amount = read_amount(text)
    assert amount is not None
    assert amount[1] == unit


def test_pack_in_the_manual_loads_and_proves_itself(tmp_path: Path) -> None:
    manual = (PACKS / "README.md").read_text(encoding="utf-8")
    path = tmp_path / "freight.yml"
    path.write_text("\n".join(line[4:] for line in manual.splitlines() if line.startswith("    ")), encoding="utf-8")
    assert load_checked([path]).pack("freight-rate") is not None
