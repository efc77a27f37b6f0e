"""What could not be read, told with its place, reason and remedy."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Unreadable:
    """A page that could not be read: where it lies, why, and what its owner can do."""

    place: str
    reason: str
    remedy: str

    def __str__(self) -> str:
        """`news/a.txt: is empty; remove it or fetch it again`."""
        return f"{self.place}: {self.reason}; {self.remedy}"
