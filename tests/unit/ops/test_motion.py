import pytest

from tocsin.broker.offsets import Extent
from tocsin.broker.records import Partition
from tocsin.ops.motion import Look, Motion, motion


def look(*partitions: tuple[int, int | None]) -> Look:
    """A look at partitions, each given as its end and what is committed."""
    places = [Partition("t", number) for number in range(len(partitions))]
    return Look(
        {place: Extent(0, end) for place, (end, _) in zip(places, partitions, strict=True)},
        {place: commit for place, (_, commit) in zip(places, partitions, strict=True)},
    )


@pytest.mark.parametrize(
    ("earlier", "later", "verdict"),
    [
        pytest.param(look((0, None)), look((0, None)), Motion.MOVING, id="nothing-ever-came"),
        pytest.param(look((9, 9)), look((9, 9)), Motion.MOVING, id="nothing-waits"),
        pytest.param(look((9, 4)), look((9, 7)), Motion.MOVING, id="a-backlog-shrinks"),
        pytest.param(look((9, 4)), look((14, 9)), Motion.MOVING, id="as-fast-as-it-comes"),
        pytest.param(look((9, 4)), look((20, 7)), Motion.SLOW, id="more-comes-than-is-done"),
        pytest.param(look((9, 4)), look((9, 4)), Motion.STALLED, id="it-waits-and-nothing-is-done"),
        pytest.param(look((9, None)), look((9, None)), Motion.STALLED, id="never-committed-anything"),
        pytest.param(look((9, None)), look((9, 2)), Motion.MOVING, id="first-commit"),
        pytest.param(look((9, 9)), look((12, 9)), Motion.MOVING, id="news-that-just-came-is-no-stall"),
        pytest.param(look((9, 4), (5, 5)), look((9, 4), (8, 8)), Motion.STALLED, id="one-partition-hangs"),
        pytest.param(look((9, 4), (5, 1)), look((9, 4), (5, 3)), Motion.MOVING, id="a-backlog-is-done-by-turns"),
        pytest.param(look((9, 4)), Look({}, {}), Motion.MOVING, id="the-topic-went-away"),
    ],
)
def test_two_looks_make_a_verdict(earlier: Look, later: Look, verdict: Motion) -> None:
    assert motion(earlier, later) is verdict


def test_who_does_not_answer_is_stopped_whatever_the_offsets_say() -> None:
    assert motion(look((9, 4)), look((9, 9)), answers=False) is Motion.STOPPED


def test_what_retention_took_is_no_longer_waited_for() -> None:
    place = Partition("t", 0)
    earlier = Look({place: Extent(0, 9)}, {place: 4})
    later = Look({place: Extent(9, 9)}, {place: 4})
    assert motion(earlier, later) is Motion.MOVING
