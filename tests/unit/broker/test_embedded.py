import pytest

from tocsin.broker import EmbeddedBrokerError
from tocsin.broker.embedded import EmbeddedKafka, obey


class Noted:
    """Takes down what the control channel asks of a cluster."""

    def __init__(self) -> None:
        self.calls: list[tuple[object, ...]] = []

    def create_topic(self, name: str, partitions: int) -> None:
        self.calls.append(("topic", name, partitions))

    def set_down(self, *, down: bool) -> None:
        self.calls.append(("down", down))

    def fail_next(self, api_key: int, code: int, times: int) -> None:
        self.calls.append(("err", api_key, code, times))

    def set_round_trip(self, milliseconds: int) -> None:
        self.calls.append(("rtt", milliseconds))


def test_each_line_of_the_control_channel_moves_its_lever() -> None:
    cluster = Noted()
    lines = ["topic a.v1 3\n", "down\n", "up\n", "err 0 7 12\n", "rtt 40\n", "\n"]
    assert all(obey(cluster, line) for line in lines)
    assert cluster.calls == [("topic", "a.v1", 3), ("down", True), ("down", False), ("err", 0, 7, 12), ("rtt", 40)]


def test_quit_ends_the_channel() -> None:
    assert not obey(Noted(), "quit\n")


@pytest.mark.parametrize("line", ["topic a\n", "rtt soon\n", "destroy everything\n"])
def test_a_line_that_is_no_command_is_refused(line: str) -> None:
    with pytest.raises(ValueError, match=r"is no command|invalid literal"):
        obey(Noted(), line)


def test_controls_of_a_broker_that_does_not_run_say_so() -> None:
    with pytest.raises(EmbeddedBrokerError, match="is not running"):
        EmbeddedKafka().create_topic("a", 1)
