"""How many exceptions of a handler in a row a stage bears before it stops taking records.

One article that trips a rule is set aside and the stream goes on. A release that trips over everything would set the whole
topic aside within minutes; it stops instead, unready, with everything still before it. Bad input neither counts nor resets.
"""

LIMIT = 20
"""Exceptions in a row that stop a stage."""


class Patience:
    """Counts a handler's exceptions in a row."""

    def __init__(self, limit: int = LIMIT) -> None:
        self._limit = limit
        self._in_a_row = 0
        self._last = ""

    def worked(self) -> None:
        """Note that the handler worked on a record."""
        self._in_a_row = 0

    def failed(self, error: str) -> None:
        """Note that the handler raised."""
        self._in_a_row += 1
        self._last = error

    @property
    def is_over(self) -> bool:
        """Tell whether the stage should stop taking records."""
        return self._in_a_row >= self._limit

    def reason(self) -> str:
        """Say why the stage has stopped and what to do."""
        return (
            f"stopped after {self._in_a_row} handler exceptions in a row, the last: {self._last}; "
            "nothing of them is committed, start a release or configuration that works"
        )
