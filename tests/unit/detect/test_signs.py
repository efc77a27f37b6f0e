"""Signs: words that a text is asked for before a costly pattern is, and of which every match of that pattern has one."""

import re
from collections.abc import Callable, Iterable
from re import _constants as op  # type: ignore[attr-defined] # how a pattern is made up is told nowhere else
from re import _parser  # type: ignore[attr-defined]
from typing import Any

import pytest

from tocsin.detect.calendar import contracts, grades
from tocsin.detect.refusals import by_the_way, supposed_chinese, unreal_chinese
from tocsin.detect.topics import genre, lessons, release
from tocsin.detect.triggers import beside, changes_in_words

Holds = Callable[[str], bool]
ANY = "\0"
"""What stands for characters that a pattern leaves open."""
TAIL = 14
"""Characters kept of what stands before, longer than any sign."""
FEW = 12
"""Characters of a class that are told apart."""


def without(tree: Iterable[Any], holds: Holds) -> set[str]:
    """Return the ends of all that a pattern may match without a sign; none where each match has one."""
    ends = {""}
    for kind, value in tree:
        parts = _parts(kind, value, holds)
        ends = {(end + part).replace(ANY + ANY, ANY)[-TAIL:] for end in ends for part in parts if not holds(end + part)}
        if not ends:
            break
    return ends


def _parts(kind: Any, value: Any, holds: Holds) -> set[str]:
    if kind is op.LITERAL:
        return {chr(value)}
    if kind is op.IN:
        return _class(value)
    if kind is op.BRANCH:
        return set().union(*(without(branch, holds) for branch in value[1]))
    if kind is op.SUBPATTERN:
        return without(value[3], holds)
    if kind in (op.MAX_REPEAT, op.MIN_REPEAT):
        least, most, inner = value
        once = without(inner, holds)
        more = once if most == 1 else once | {part + ANY for part in once}
        return more if least else more | {"", ANY}
    return {""} if kind in (op.AT, op.ASSERT, op.ASSERT_NOT) else {ANY}


def _class(members: list[tuple[Any, Any]]) -> set[str]:
    """Return the characters of a class where they are few; of one of digits, and of one beyond ASCII, one for all."""
    if members == [(op.CATEGORY, op.CATEGORY_DIGIT)]:
        return {"0"}
    if any(kind not in (op.LITERAL, op.RANGE) for kind, _ in members):
        return {ANY}
    spans = [(value, value) if kind is op.LITERAL else value for kind, value in members]
    if sum(last - first + 1 for first, last in spans) <= FEW:
        return {chr(code) for first, last in spans for code in range(first, last + 1)}
    return {"一"} if all(first > ord("\x7f") for first, _ in spans) else {ANY}


def _one_of(*signs: str) -> Holds:
    return lambda text: any(sign in text for sign in signs)


def _says(words: re.Pattern[str]) -> Holds:
    return lambda text: words.search(text) is not None


def _is_foreign(text: str) -> bool:
    return not text.isascii()


SIGNS: list[tuple[str, re.Pattern[str], Holds]] = [
    ("alike", beside._SAME, _one_of(*beside._ALIKE)),
    ("shields", by_the_way._SHIELD, _one_of(*by_the_way._SHIELDS)),
    ("extremes", changes_in_words._EXTREME, _one_of(*changes_in_words._EXTREMES)),
    ("contracts", contracts._OF_FUTURES, _one_of("contract")),
    ("grades", grades._GRADE, _says(grades._SIGN)),
    ("thefts", lessons._THEFT, _one_of(*lessons._THEFTS)),
    ("ages", lessons._AGE, _one_of(*lessons._ERAS, "15", "16", "17", "18", "19", "200")),
    ("households", lessons._HOUSEHOLD, _one_of(*lessons._HOUSEHOLD_SIGNS)),
    ("coins", lessons._COINS, _one_of(*lessons._COIN_SIGNS)),
    ("property", genre._PROPERTY_TALK, _one_of(*genre._LETTING_SIGNS)),
    ("sales", genre._SALES_TALK, _one_of(*genre._SALES_SIGNS)),
    ("ages in Chinese", genre._AGES, _is_foreign),
    ("savers in Chinese", genre._SAVERS, _is_foreign),
    ("counties in Chinese", genre._COUNTY, _is_foreign),
    ("supposed", supposed_chinese._SUPPOSED, _says(supposed_chinese.SUPPOSING)),
    ("museum", unreal_chinese._MUSEUM, _says(unreal_chinese._OLD)),
    *((f"paid: {told}", pattern, _one_of(told)) for told, pattern in release._PAID),
    *((name, pattern, _one_of(*needs) if needs else _is_foreign) for needs, pattern, name in genre._GENRES),
]


@pytest.mark.parametrize(("pattern", "holds"), [each[1:] for each in SIGNS], ids=[each[0] for each in SIGNS])
def test_every_match_of_a_pattern_has_one_of_its_signs(pattern: re.Pattern[str], holds: Holds) -> None:
    """So that no text is passed over that the pattern would have matched."""
    assert not without(_parser.parse(pattern.pattern), holds)


def test_a_match_without_a_sign_is_found() -> None:
    """A new alternative that lacks the signs makes the test above fail."""
    assert without(_parser.parse("(?:gold|silver) bars?|ingots"), _one_of("bar")) == {"ingots"}
