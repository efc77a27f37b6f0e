"""What a stage works with, renewed while it runs: the watcher's thread offers, the stage takes between two batches."""

from typing import Generic, TypeVar

T = TypeVar("T")


class Current(Generic[T]):
    """The newest of what a stage works with. A batch is worked through with what it began with."""

    def __init__(self, value: T) -> None:
        self._value = value

    def offer(self, value: T) -> None:
        """Have this taken from the next batch on; may be called from any thread."""
        self._value = value

    def __call__(self) -> T:
        """Return the newest."""
        return self._value
