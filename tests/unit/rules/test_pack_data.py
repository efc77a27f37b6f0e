"""The packs' own words: no list says one twice, no two groups are the same, and none waits for a frame."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

from tocsin.rules import loader
from tocsin.rules.document import Loc, load_document
from tocsin.rules.words import expand

PACKS = sorted((Path(loader.__file__).parent / "packs").glob("*.yml"))


def lists(value: Any, loc: Loc = ()) -> Iterator[tuple[Loc, Sequence[str]]]:
    """Yield the lists of words of a file with their places."""
    if isinstance(value, dict):
        for key, inner in value.items():
            if key != "examples":
                yield from lists(inner, (*loc, key))
    elif isinstance(value, list) and loc[-1] in ("en", "zh"):
        yield loc, value
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from lists(inner, (*loc, number))


def said_twice(words: Sequence[str]) -> list[str]:
    """Return the words each of whose forms another word of the list gives too."""
    count = Counter(form for word in words for form in set(expand(word)))
    return [word for word in words if all(count[form] > 1 for form in expand(word))]


@pytest.mark.parametrize("path", PACKS, ids=lambda path: path.stem)
def test_no_list_says_a_word_twice(path: Path) -> None:
    document = load_document(path)
    told = {f"{path.name}:{document.line(loc)}": said_twice(words) for loc, words in lists(document.data)}
    assert {place: words for place, words in told.items() if words} == {}


@pytest.mark.parametrize("path", PACKS, ids=lambda path: path.stem)
def test_every_group_of_words_stands_in_a_frame(path: Path) -> None:
    data = load_document(path).data
    asked = {
        part for frame in data.get("frames", ()) for key in ("parts", "beside", "unless") for part in frame.get(key, ())
    }
    assert set(data.get("words", {})) - asked == set()


@pytest.mark.parametrize("path", PACKS, ids=lambda path: path.stem)
def test_no_two_groups_have_the_same_words(path: Path) -> None:
    groups = load_document(path).data.get("words", {})
    forms = {
        name: frozenset((lang, form) for lang, words in group.items() for word in words for form in expand(word))
        for name, group in groups.items()
    }
    count = Counter(forms.values())
    assert [name for name, words in forms.items() if count[words] > 1] == []


def test_what_is_said_twice_is_known_by_its_forms() -> None:
    assert said_twice(["impose(s|d)", "imposes", "levy"]) == ["imposes"]
    assert said_twice(["impose", "imposes"]) == []


def test_examples_of_a_pack_of_ours_stand_last_and_are_read_when_asked_for() -> None:
    """So that what a start reads of a file ends before them."""
    rules = loader.load_rules()
    assert {list(load_document(Path(loaded.file)).data)[-1] for loaded in rules.packs} == {"examples"}
    assert not any(hasattr(loaded.pack, "examples") for loaded in rules.packs)
    assert all(loaded.examples() for loaded in rules.packs)


@pytest.mark.parametrize("path", PACKS, ids=lambda path: path.stem)
def test_words_stand_in_the_list_of_their_language(path: Path) -> None:
    """English words among Chinese ones, which count anywhere, would be found within longer words."""
    foreign = {"en": re.compile(r"[\u4e00-\u9fff]"), "zh": re.compile(r"\A[a-z' ()|.-]+ [a-z' ()|.-]+\Z")}
    document = load_document(path)
    told = {
        f"{path.name}:{document.line(loc)}": [word for word in words if foreign[str(loc[-1])].search(word)]
        for loc, words in lists(document.data)
    }
    assert {place: words for place, words in told.items() if words} == {}
