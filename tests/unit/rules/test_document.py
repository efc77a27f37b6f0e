from pathlib import Path

import pytest
from pydantic import BaseModel, Field

from tocsin.rules.document import load_document, parse_document
from tocsin.rules.faults import FaultsError
from tocsin.rules.known_keys import nearest_key


def faults(text: str) -> list[str]:
    with pytest.raises(FaultsError) as caught:
        parse_document(text, "a.yml")
    return [str(fault) for fault in caught.value.faults]


def test_values_know_their_lines() -> None:
    document = parse_document("a: 1\nb:\n  - c: x\n  - d\n", "a.yml")
    assert document.data == {"a": 1, "b": [{"c": "x"}, "d"]}
    assert [document.line(loc) for loc in (("a",), ("b", 0, "c"), ("b", 1), ("b", 1, "gone"))] == [1, 3, 4, 4]


def test_norway_and_switches_stay_words() -> None:
    assert parse_document("[no, off, yes, true, 5%, 7.84, '12', ~]", "a.yml").data == [
        "no", "off", "yes", True, "5%", "7.84", "12", None,
    ]  # fmt: skip


def test_every_duplicate_key_is_told_with_its_line() -> None:
    assert faults("a: 1\na: 2\nb: {c: 1, c: 2}\n") == [
        "a.yml:2: a: stands twice, first on line 1; keep one",
        "a.yml:3: b.c: stands twice, first on line 3; keep one",
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a: [1, 2", "a.yml:2: is not well-formed YAML"),
        ("a: !!python/object:os.system x", "a.yml:1: a: the tag"),
        ("a: &x {b: 1}\nc: *x", "a.yml:1: c: an alias"),
        ("? [1]\n: 2", "a.yml:1: a key must be a word"),
    ],
)
def test_what_is_refused(text: str, found: str) -> None:
    assert any(fault.startswith(found[:20]) for fault in faults(text)), faults(text)


def test_deep_nesting_is_refused_without_a_crash() -> None:
    assert "nested too deep" in faults("[" * 90 + "]" * 90)[0]


def test_a_file_that_is_not_utf8_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.yml").write_bytes("名: 锑".encode("gb18030"))
    with pytest.raises(FaultsError, match="is not UTF-8"):
        load_document(tmp_path / "a.yml")


def test_the_key_that_was_meant_is_found_below_lists_mappings_and_unions() -> None:
    class Leaf(BaseModel):
        height: int = 0

    class Tree(BaseModel):
        leaves: dict[str, tuple[Leaf, ...]] | None = None
        age: int = Field(default=0, alias="years")

    assert nearest_key(Tree, ("leaves", "oak", 3, "hight")) == "height"
    assert nearest_key(Tree, ("year",)) == "years"
    assert [nearest_key(Tree, ("quite",)), nearest_key(None, ("year",)), nearest_key(Tree, ())] == [None, None, None]
