import pytest

from tocsin.streams.restarts import GiveUp, History, Restart, Rules

RULES = Rules(stable=30, tries=4)


def live(*runs: tuple[float, int]) -> list[Restart | GiveUp]:
    history, decisions = History(), []
    for lasted, status in runs:
        history, decision = RULES.after(history, lasted, status)
        decisions.append(decision)
    return decisions


def test_pauses_grow_and_a_stable_run_resets_them() -> None:
    assert live((31, 70), (1, 70), (1, 70), (1, 70), (60, -9), (1, 1)) == [
        Restart(0.5),
        Restart(0.5),
        Restart(1),
        Restart(2),
        Restart(0.5),
        Restart(0.5),
    ]


def test_a_child_that_never_ran_stably_and_keeps_dying_is_given_up() -> None:
    *before, last = live((1, 1), (2, 1), (3, 1), (4, -11))
    assert before == [Restart(0.5), Restart(1), Restart(2)]
    assert isinstance(last, GiveUp)
    assert last.reason.startswith("it died 4 times in a row within 30 s of its start, the last time with signal 11")


def test_a_child_that_once_proved_itself_is_restarted_for_ever_with_bounded_pauses() -> None:
    decisions = live((31, 0), *[(1.0, 1)] * 40)
    assert decisions[-1] == Restart(30)


@pytest.mark.parametrize(("runs", "given_up"), [([(0.2, 2)], True), ([(31, 0), (0.2, 2)], False)])
def test_a_wrong_configuration_is_told_at_once_unless_it_worked_before(
    runs: list[tuple[float, int]], given_up: bool
) -> None:
    assert isinstance(live(*runs)[-1], GiveUp) == given_up
