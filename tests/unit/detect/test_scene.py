"""What a scene says of its own sentence, and of no other."""

import re

import pytest

from tocsin.detect.scenes.scene import Scene
from tocsin.detect.texts.text import fold, split_sentences
from tocsin.detect.words.hits import Found

BUYERS = re.compile(r"\bbuyers\b")


@pytest.mark.parametrize(
    ("word", "within", "told"),
    [
        ("waited", None, True),
        ("waited", 7, True),
        ("waited", 6, False),
        ("buyers", None, False),
    ],
    ids=["anywhere before", "just so near", "farther", "not what stands there"],
)
def test_words_before_a_place_are_sought_so_far_back_as_asked(word: str, within: int | None, *, told: bool) -> None:
    text = fold("Sellers held back. Buyers waited.")
    scene = Scene(text, split_sentences(text)[1], Found())
    assert (scene.says_before(BUYERS, text.low.index(word), within) is not None) is told


def test_words_of_the_sentence_before_do_not_count() -> None:
    text = fold("Buyers held back. Sellers waited.")
    scene = Scene(text, split_sentences(text)[1], Found())
    assert scene.says_before(BUYERS, text.low.index("waited"), 40) is None
