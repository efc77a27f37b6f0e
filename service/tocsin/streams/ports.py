"""What the processors ask of the core, so that they run with any handler and the core runs without a broker."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Generic, Protocol, TypeVar

from tocsin.broker import Outgoing, Record
from tocsin.streams.schema import Poison

S = TypeVar("S")

Handle = Callable[[Record], Sequence[Outgoing] | Poison]
"""What detect makes of one record: messages to write, or Poison for a record that nobody can read.

It may raise: that is a fault of ours, told apart from bad input, and counted against the stage's patience.
"""


def _nothing() -> None:
    """Do nothing."""


@dataclass(frozen=True)
class Step(Generic[S]):
    """What correlate makes of one record, all of it written in one transaction.

    `told` are alerts and verdicts, `records` the event records to keep by key (None deletes). `committed` is called once the
    broker has them for good: the place to count. What is told and recorded must not change with later steps.
    """

    state: S
    told: Sequence[Outgoing] = ()
    records: Mapping[bytes, bytes | None] = field(default_factory=dict)
    committed: Callable[[], None] = _nothing


class Correlator(Protocol[S]):
    """The deciding part of correlate, for any one partition. Its state is the stage's to hold.

    A record may come again after a crash; a step whose signals its event records already hold yields nothing.
    """

    def restore(self, records: Iterable[tuple[bytes, bytes]]) -> S:
        """Build the state from the newest value of each key, in no particular order of keys; called from a worker thread."""

    def step(self, state: S, record: Record) -> Step[S] | Poison:
        """Work through one record of the signals topic. The state given is consumed, unless the answer is Poison.

        After an exception the stage therefore trusts no state in memory and reads it back from the topic.
        """
