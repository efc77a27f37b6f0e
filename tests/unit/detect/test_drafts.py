"""Drafts: a draft is of the type and direction of the candidate it tells."""

import re
from pathlib import Path

from tocsin import detect


def test_a_candidate_is_replaced_by_become_alone() -> None:
    """Whoever sets it by itself leaves the draft with the type and direction of the one before."""
    rooms = Path(detect.__file__).parent.rglob("*.py")
    assert [room.name for room in rooms if re.search(r"\w\.candidate = ", room.read_text(encoding="utf-8"))] == []
