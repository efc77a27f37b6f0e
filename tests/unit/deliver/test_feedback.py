"""Ballots and precision."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tocsin.deliver.feedback import (
    BALLOT_LIFE,
    Vote,
    Voted,
    interval,
    make_ballot,
    precision_by_policy,
    precision_by_rule,
    read_ballot,
)
from tocsin.testing.alerts import NOON

KEY = b"0123456789abcdef"


def test_a_ballot_names_its_delivery_until_it_expires() -> None:
    ballot = make_ballot(42, KEY, NOON)
    assert read_ballot(ballot, KEY, NOON + BALLOT_LIFE - timedelta(seconds=1)) == 42
    assert read_ballot(ballot, KEY, NOON + BALLOT_LIFE) is None


@pytest.mark.parametrize("change", ["", ".", "42", "43{rest}", "{all}x", "x{all}", "é{all}"])
def test_a_ballot_that_is_not_ours_is_none(change: str) -> None:
    ballot = make_ballot(42, KEY, NOON)
    assert read_ballot(change.format(all=ballot, rest=ballot[2:]), KEY, NOON) is None
    assert read_ballot(ballot, KEY[::-1], NOON) is None


@given(st.text())
def test_any_text_can_be_read_as_a_ballot(text: str) -> None:
    assert read_ballot(text, KEY, NOON) is None


def test_a_short_key_is_refused() -> None:
    with pytest.raises(ValueError, match="at least 16"):
        make_ballot(1, b"short", NOON)


def test_precision_counts_late_as_right_and_noise_and_wrong_as_not() -> None:
    votes = [Voted(vote, "rule", ("a", "b") if vote is Vote.NOISE else ("a",)) for vote in Vote]
    assert [(name, found.right, found.votes) for name, found in precision_by_rule(votes).items()] == [("rule", 2, 4)]
    assert {name: found.share for name, found in precision_by_policy(votes).items()} == {"a": 0.5, "b": 0.0}


@given(st.integers(1, 10_000), st.data())
def test_the_interval_holds_the_share(total: int, data: st.DataObject) -> None:
    right = data.draw(st.integers(0, total))
    low, high = interval(right, total)
    assert 0 <= low <= right / total + 1e-9
    assert right / total - 1e-9 <= high <= 1
