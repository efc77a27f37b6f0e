"""A group member that sees its joining through: kafka-python's coordinator, with two faults of it mended.

The first: while a member joins, the client asks anew before every wait whether there is need to join. The leader's answer turns to
no as soon as it hands out partitions, so a poll that ends then leaves the join half done: no partition is assigned, no heart beats,
every commit is refused, until the process ends. It needs only that a topic is given more partitions while polls are short.

The second: a member that joins before it has been told which partitions there are hands out none if it leads, and joins once
more when it has been told.

The client has no setting for either, so a class of it is replaced: its version is pinned, and tests walk both paths.
"""

from typing import Any

from kafka.consumer import group
from kafka.coordinator.consumer import ConsumerCoordinator
from kafka.errors import KafkaTimeoutError


class SteadfastCoordinator(ConsumerCoordinator):  # type: ignore[misc]  # kafka-python ships no types
    """kafka-python's coordinator, which learns the partitions before it joins and ends what it began."""

    def __init__(self, *arguments: Any, **settings: Any) -> None:
        super().__init__(*arguments, **settings)
        self._is_told = False

    def need_rejoin(self) -> bool:
        """Tell whether to join, which a member that has begun to must do until it is done."""
        is_member = self._subscription.partitions_auto_assigned()
        return bool(super().need_rejoin()) or (is_member and self.rejoining)

    def poll(self, timeout_ms: float | None = None) -> bool:
        """Do the group's work for so many milliseconds; return whether the member's place in it is settled."""
        if self._subscription.partitions_auto_assigned() and not self._is_told:
            try:
                self._net.run(self._manager.wait_for, self._cluster.request_update(), timeout_ms)
            except KafkaTimeoutError:
                return False
            self._is_told = True
        return bool(super().poll(timeout_ms))


def mend() -> None:
    """Make every group member of kafka-python in this process steadfast; may be called again."""
    group.ConsumerCoordinator = SteadfastCoordinator
