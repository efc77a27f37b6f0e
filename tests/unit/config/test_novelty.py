"""How a policy asks for novelty in the file."""

from decimal import Decimal

import pytest
from pydantic import ValidationError

from tocsin.config.policies import PolicyEntry
from tocsin.correlate.novelty import NOVELTY_FIELDS


def entry(novelty: object) -> PolicyEntry:
    return PolicyEntry.model_validate({"name": "x", "send_to": "desk", "novelty": novelty})


def test_every_figure_of_novelty_can_be_asked_for() -> None:
    windows = {"12h": 1, "24h": {"at_most": 0}, "3d": 2, "5d": 2, "7d": {"below": 9}}
    policy = entry({"days_since_similar": "2.5", "similar": windows, "source_share": "20%"}).to_policy()
    assert tuple(policy.novelty) == NOVELTY_FIELDS
    asked = [bound.amount for bounds in policy.novelty.values() for _, bound in bounds.items()]
    assert asked == [Decimal(text) for text in ("2.5", "1", "0", "2", "2", "9", "20")]
    assert policy.looks_back


@pytest.mark.parametrize("novelty", [{}, {"similar": {}}, {"similar": {"2d": 1}}, {"days_since_similar": "soon"}])
def test_what_asks_nothing_or_is_not_known_is_a_fault(novelty: object) -> None:
    with pytest.raises(ValidationError):
        entry(novelty)
