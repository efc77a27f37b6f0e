"""The corpora of the bench: what they are said to be, since every ratio rests on it."""

import pytest
from tests.bench.adversarial import SIZE, texts
from tests.bench.clock import TooLongError, limit, percentile
from tests.bench.corpora import Corpus, corpora
from tests.bench.figures import Figure, number
from tests.bench.names import companies
from tests.bench.rivals import Lexicon, oracle
from tests.bench.stream import book, matching, stream

from tocsin.messages import ArticleRecord
from tocsin.rules.fold import fold
from tocsin.rules.loader import load_rules
from tocsin.rules.scanner import AutomatonScanner

COUNT = 60


@pytest.fixture(scope="module")
def made() -> dict[str, Corpus]:
    return {corpus.name: corpus for corpus in corpora(COUNT)}


@pytest.mark.parametrize(("name", "least", "most"), [("on topic", 10, 30), ("off topic", 0.3, 4), ("zh", 25, 80)])
def test_a_kilobyte_holds_as_many_words_of_a_lexicon_as_is_said(
    made: dict[str, Corpus], name: str, least: float, most: float
) -> None:
    scanner = AutomatonScanner(Lexicon.of(load_rules(), list(made.values())).words)
    corpus = made[name]
    found = sum(len(scanner.scan(fold(text).low)) for text in corpus.texts)

    assert least <= 1_000 * found / corpus.size <= most


def test_the_corpora_are_the_same_each_time_and_every_record_can_be_read(made: dict[str, Corpus]) -> None:
    assert corpora(COUNT) == list(made.values())
    for corpus in made.values():
        assert [ArticleRecord.model_validate_json(value).text for value in corpus.records] == list(corpus.texts)
        assert len(set(corpus.texts)) == len(corpus.texts) >= COUNT


def test_company_names_are_many_and_all_different() -> None:
    names = companies(100_000)

    assert len(set(names)) == 100_000
    assert sum(not name.isascii() for name in names) == 25_000
    assert names[:1_000] == companies(1_000)


def test_hostile_texts_are_large_and_one_of_them_holds_half_a_character() -> None:
    cases = dict(texts())

    assert len(cases) >= 20
    assert "\ud83d" in cases["lone surrogates"]
    assert sum(len(text) for text in cases.values()) > len(cases) * SIZE / 4


def test_the_oracle_counts_whole_words_and_chinese_ones_anywhere() -> None:
    assert oracle(["tin", "tin ore", "铜"], "tin ore, satin, tin铜价") == {
        (0, 0, 3),
        (1, 0, 7),
        (0, 16, 19),
        (2, 19, 20),
    }


def test_the_stream_tells_some_events_again_and_fires_some_policies() -> None:
    told = stream(200)
    found = [signal.signal_id for one in told for signal in one.signals]
    rules = book(matching())

    assert told == stream(200)
    assert len(set(found)) == len(found) > 200
    assert len(rules.policies) == 10


def test_a_figure_says_on_which_side_of_its_goal_it_lies() -> None:
    slow = Figure("detect", "p99", 3.0, "ms", 2.0, most=True)
    wrong = Figure("detect", "missing", 1, goal=0, most=True, must=True)

    assert (slow.verdict, slow.shown_goal) == ("below", "≤ 2")
    assert wrong.verdict == "WRONG"
    assert Figure("detect", "share", 13.0, "%", 12.0).verdict == "ok"
    assert [number(value) for value in (0.0123, 1.234, 45.67, 12_345.6, float("inf"))] == [
        "0.0123",
        "1.23",
        "45.7",
        "12,346",
        "∞",
    ]


def test_work_without_an_end_is_given_up() -> None:
    def work() -> None:
        with limit(0.05):
            while True:
                percentile([1.0, 2.0], 0.99)

    with pytest.raises(TooLongError):
        work()
