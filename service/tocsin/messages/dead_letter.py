"""Dead letters: a message that a stage could not work on, as the bytes it came in, with where and why in headers."""

from collections.abc import Iterable
from dataclasses import dataclass

HEADER_PREFIX = "tocsin.dead-letter."
FIELDS = ("stage", "topic", "partition", "offset", "error")
FROM_FILE = "file:"
"""What stands before the path where a letter has no topic: it was a file that nobody could read."""
MAX_ERROR = 500
"""Characters of an error that travel; never the input itself, which is the value of the record."""


@dataclass(frozen=True)
class DeadLetter:
    """The original key, value and headers, and the stage, topic, partition, offset and error that sent it here."""

    key: bytes | None
    value: bytes | None
    stage: str
    topic: str
    partition: int
    offset: int
    error: str
    headers: tuple[tuple[str, bytes], ...] = ()

    def to_headers(self) -> list[tuple[str, bytes]]:
        """Return the record's headers: the original ones, then ours."""
        ours = {
            "stage": self.stage,
            "topic": self.topic,
            "partition": str(self.partition),
            "offset": str(self.offset),
            "error": self.error[:MAX_ERROR],
        }
        kept = [pair for pair in self.headers if not pair[0].startswith(HEADER_PREFIX)]
        return kept + [(HEADER_PREFIX + name, text.encode("utf-8", "replace")) for name, text in ours.items()]

    @classmethod
    def from_record(
        cls, key: bytes | None, value: bytes | None, headers: Iterable[tuple[str, bytes | None]]
    ) -> "DeadLetter":
        """Read a record of the dead-letters topic; headers that are missing read as unknown."""
        pairs = [(name, data or b"") for name, data in headers]
        ours = {
            name.removeprefix(HEADER_PREFIX): data.decode("utf-8", "replace")
            for name, data in pairs
            if name.startswith(HEADER_PREFIX)
        }
        return cls(
            key=key,
            value=value,
            stage=ours.get("stage", "unknown"),
            topic=ours.get("topic", "unknown"),
            partition=_number(ours.get("partition")),
            offset=_number(ours.get("offset")),
            error=ours.get("error", "unknown"),
            headers=tuple(pair for pair in pairs if not pair[0].startswith(HEADER_PREFIX)),
        )


def _number(text: str | None) -> int:
    return int(text) if text is not None and text.lstrip("-").isdigit() else -1
