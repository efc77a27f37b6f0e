"""The scanner finds what a search for every word would, no more and no less."""

from hypothesis import given
from hypothesis import strategies as st

from tocsin.rules.fold import fold
from tocsin.rules.scanner import AutomatonScanner, Literals

WORDS = ["price", "prices", "rice", "up", "上涨", "涨", "铜", "铜价", "u.s.", "year low", "a"]
PIECES = st.sampled_from([*WORDS, " ", "-", ",", "s", "x", "1", "价", "é"])


def found_by_search(text: str) -> set[tuple[str, int]]:
    found = set()
    for word in WORDS:
        at = text.find(word)
        while at >= 0:
            end = at + len(word)
            wordy = [c.isalnum() and c < "\u2e80" for c in (word[0], word[-1])]
            cut_left = wordy[0] and at > 0 and text[at - 1].isalnum() and text[at - 1] < "\u2e80"
            cut_right = wordy[1] and end < len(text) and text[end].isalnum() and text[end] < "\u2e80"
            if not cut_left and not cut_right:
                found.add((word, at))
            at = text.find(word, at + 1)
    return found


@given(st.lists(PIECES, max_size=30).map("".join))
def test_scanner_equals_a_search_for_every_word(text: str) -> None:
    found = {(WORDS[index], start) for index, start, _ in AutomatonScanner(WORDS).scan(text)}
    assert found == found_by_search(text)


@given(st.text(max_size=80))
def test_folding_keeps_a_way_back_from_every_character(text: str) -> None:
    folded = fold(text)
    assert len(folded.low) == len(folded.plain)
    spans = [folded.back(i, i + 1) for i in range(len(folded.low))]
    assert all(0 <= a < b <= len(text) for a, b in spans)
    assert spans == sorted(spans)


@given(st.lists(PIECES, max_size=12).map("".join))
def test_literals_tell_of_which_groups_a_text_holds_any(text: str) -> None:
    groups = (("rice", "涨"), ("up",), ("rice", "铜价"))

    told = Literals(groups).told(text)

    assert [bool(told >> bit & 1) for bit in range(3)] == [any(word in text for word in group) for group in groups]


def test_after_a_whole_literal_no_letter_goes_on() -> None:
    literals = Literals((("mar",), ("march",)), whole={"mar"})

    assert literals.told("the market of march") == 2
    assert literals.told("in mar. 2025") == literals.told("mar") == 1
