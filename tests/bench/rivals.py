"""What detect is measured against: the bare scan, a loop of regular expressions, spaCy's matcher, and the slow truth.

All get the same lexicon: the 300 trigger words and 150 commodity words that the corpora hold most often, and 1,000
company names.
"""

import re
import warnings
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import ahocorasick_rs
from tests.bench.corpora import Corpus
from tests.bench.names import companies

from tocsin.rules.fold import fold
from tocsin.rules.loader import RulePack, tables

TRIGGERS, COMMODITIES, COMPANIES = 300, 150, 1_000
_TRIGGER_KINDS = frozenset({"move", "subject", "phrase", "part"})
CJK = "\u2e80"


@dataclass(frozen=True)
class Lexicon:
    """The words that every rival searches, folded; `triggers` are the rules of the loop."""

    triggers: tuple[str, ...]
    commodities: tuple[str, ...]
    companies: tuple[str, ...]

    @property
    def words(self) -> tuple[str, ...]:
        """All of them."""
        return tuple(dict.fromkeys((*self.triggers, *self.commodities, *self.companies)))

    @classmethod
    def of(cls, rules: RulePack, corpora: Sequence[Corpus]) -> "Lexicon":
        """Choose the words that the corpora hold most often."""
        table = tables(rules.packs, rules.shared, rules.lexicon).words
        words = list(table)
        counts: Counter[str] = Counter()
        for corpus in corpora:
            for text in corpus.texts:
                counts.update(words[index] for index, _, _ in rules.words.scanner.scan(fold(text).low))
        kinds = {word: {entry.kind for entry in entries} for word, entries in table.items()}
        ranked = sorted(kinds, key=lambda word: (-counts[word], word))
        triggers = [word for word in ranked if kinds[word] & _TRIGGER_KINDS]
        commodities = [word for word in ranked if "commodity" in kinds[word]]
        names = tuple(fold(name).low for name in companies(COMPANIES))
        return cls(tuple(triggers[:TRIGGERS]), tuple(commodities[:COMMODITIES]), names)


def bare_scan(words: Sequence[str]) -> Callable[[str], int]:
    """Return the scan that does nothing but find: its speed is the unit of all others."""
    automaton = ahocorasick_rs.AhoCorasick(
        words, implementation=ahocorasick_rs.Implementation.ContiguousNFA, store_patterns=False
    )
    return lambda text: len(automaton.find_matches_as_indexes(text, overlapping=True))


def regex_loop(triggers: Sequence[str]) -> Callable[[str], int]:
    """Return a loop of one `re.search` a trigger, case ignored, English words whole."""
    patterns = [
        re.compile(rf"\b{re.escape(word)}\b" if word[0] < CJK else re.escape(word), re.IGNORECASE) for word in triggers
    ]
    return lambda text: sum(pattern.search(text) is not None for pattern in patterns)


def phrase_matcher(words: Sequence[str]) -> Callable[[str], int]:
    """Return spaCy's blank pipelines with a PhraseMatcher each; English or Chinese as most of the text is."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import spacy  # noqa: PLC0415 - only here, since only `make bench` installs it
        from spacy.matcher import PhraseMatcher  # noqa: PLC0415
    made = {}
    for language in ("en", "zh"):
        pipeline = spacy.blank(language)
        matcher = PhraseMatcher(pipeline.vocab, attr="LOWER")
        matcher.add("LEXICON", [pipeline.make_doc(word) for word in words])
        made[language] = (pipeline, matcher)

    def match(text: str) -> int:
        pipeline, matcher = made["zh" if sum(char >= "\u4e00" for char in text[:400]) > 60 else "en"]
        return len(matcher(pipeline(text)))

    return match


def oracle(words: Sequence[str], text: str) -> set[tuple[int, int, int]]:
    """Return every occurrence of every word that cuts no word in two, by `str.find`, as (word, start, end)."""
    found: set[tuple[int, int, int]] = set()
    for index, word in enumerate(words):
        start = text.find(word)
        while start >= 0:
            end = start + len(word)
            if not (_cuts(text, start, word[0]) or _cuts(text, end, word[-1], after=True)):
                found.add((index, start, end))
            start = text.find(word, start + 1)
    return found


def _cuts(text: str, place: int, edge: str, *, after: bool = False) -> bool:
    """Tell whether the characters on both sides of a place belong to one word written with spaces."""
    beside = text[place : place + 1] if after else text[place - 1 : place] if place else ""
    return all(char.isalnum() and char < CJK for char in (edge, beside)) and beside != ""
