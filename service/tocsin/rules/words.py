"""Words of rules and lexicons: the short way of writing inflections, and entries, which tell what a found word stands for."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel, ConfigDict

_GROUP = re.compile(r"\(([^()]*)\)")
MAX_FORMS = 64
ID = r"^[A-Za-z0-9][A-Za-z0-9_.:-]*$"
"""What an id of a lexicon looks like."""


_PER_CENT = (" per cent", " percent", "pc", " pc", " pct")
"""How houses write the percent sign: a word with one stands for all of them."""


class Strict(BaseModel):
    """The base of everything a person writes into a rules file: an unknown key is a fault."""

    model_config = ConfigDict(frozen=True, extra="forbid", coerce_numbers_to_str=True)


class Words(Strict):
    """Words per language. `rise(s)` stands for rise and rises, `increase(s|d)` for increase, increases and increased, `50% of` for `50 per cent of` too."""

    en: tuple[str, ...] = ()
    zh: tuple[str, ...] = ()

    def forms(self) -> Iterator[tuple[str, str]]:
        """Yield every written form with its language."""
        for lang, words in (("en", self.en), ("zh", self.zh)):
            for word in words:
                for form in expand(word):
                    yield lang, form
                    if lang == "en" and "%" in form:
                        yield from ((lang, form.replace("%", said).strip()) for said in _PER_CENT)

    def __add__(self, other: "Words") -> "Words":
        """Join two lists of words."""
        return Words(en=self.en + other.en, zh=self.zh + other.zh)


def expand(word: str) -> list[str]:
    """Write out the inflections of a word: each group in brackets may be absent or one of its alternatives."""
    match = _GROUP.search(word) if "(" in word else None
    if match is None:
        spaced = " ".join(word.split())
        return [word if spaced == word else spaced]  # the word itself, which is kept anyway
    head, tail = word[: match.start()], word[match.end() :]
    options = ["", *(option for option in match[1].split("|") if option)]
    return [form for option in options for form in expand(head + option + tail)][:MAX_FORMS]


def is_balanced(word: str) -> bool:
    """Tell whether every bracket of a word has its partner, without another inside."""
    if "(" not in word and ")" not in word:
        return True  # nearly every word
    return not {"(", ")"} & set(_GROUP.sub("", word))


@dataclass(slots=True)
class Entry:
    """What a word stands for. `written` is set where upper and lower case must match; `data` is the owner's own.

    Never changed, and yet not frozen: that would make a hundred thousand of them four times as costly.
    """

    kind: str
    id: str
    lang: str = ""
    written: str = ""
    weak: bool = False
    data: Any = None


def entries_of(words: Words, kind: str, id_: str, data: Any = None) -> Iterator[tuple[str, Entry]]:
    """Yield every written form with what it stands for: the words of one list and language share one entry."""
    entries = {lang: Entry(kind, id_, lang, data=data) for lang in ("en", "zh")}
    for lang, form in words.forms():
        yield form, entries[lang]
