"""A change: a number that tells a move, and what all who look for one agree on."""

import re
from typing import NamedTuple

from tocsin.detect.quantities.amounts import Amount

REACH = 90
"""Characters that two numbers may be apart."""

BOUND = re.compile(
    r"[;!?]|(?<! vs)(?<! no)(?<! co)(?<!u\.s)(?<!jan)(?<!feb)(?<!mar)(?<!apr)(?<!jun)(?<!jul)(?<!aug)(?<!sep)(?<!ept)(?<!oct)(?<!nov)(?<!dec)(?<!inc)(?<!ltd)(?<!prev)\. "
)
"""What no comparison reaches across."""

KINDS = frozenset(["percent", "pp", "price", "money", "quantity", "rate"])
"""Kinds of amounts that may tell a move."""


class Change(NamedTuple):
    """A number that tells a move: its direction, the words that say so, and the earlier number beside it, if there is one."""

    amount: Amount
    direction: str
    start: int
    end: int
    earlier: Amount | None = None
    worded: bool = False
    """Whether words stand for the sign of the number: `plus 100 yuan`."""


def way_of(up: object) -> str:
    """Return the direction of a move by whether anything says that it goes up."""
    return "up" if up else "down"
