"""Bytes to models: what a record says it is, read without ever raising.

A record names its model and version in the header `schema`, such as `article/1`; without one it is version 1, so a producer
that knows nothing of us needs no header. An unknown version is poison too: it waits among the dead letters until a worker
that knows it replays it.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from pydantic import ValidationError

from tocsin.broker import Record
from tocsin.broker.hostile import UNREADABLE
from tocsin.messages import ArticleRecord, Findings, Message
from tocsin.messages.topics import SCHEMA_HEADER
from tocsin.telemetry.logs import describe

M = TypeVar("M", bound=Message)

_NAMED = re.compile(rb"([a-z-]{1,40})/([0-9]{1,4})")


@dataclass(frozen=True)
class Poison:
    """A record that nobody can work on, with the reason. It travels as an answer, since an exception would skip it."""

    error: str


@dataclass(frozen=True)
class Schema(Generic[M]):
    """A kind of message: its name in the header and the model of each version that is understood, newest last."""

    name: str
    versions: Mapping[int, type[M]]

    @property
    def header(self) -> tuple[str, bytes]:
        """The header of a record in the newest version."""
        return header(self.name, max(self.versions))

    def read(self, record: Record) -> M | Poison:
        """Return the record's model, or why there is none; the reason never quotes the input."""
        unreadable = record.header(UNREADABLE)
        if unreadable is not None:
            return Poison(unreadable[:400].decode("utf-8", "replace"))
        version = self._version(record.header(SCHEMA_HEADER))
        if isinstance(version, Poison):
            return version
        if record.value is None:
            return Poison(f"the record has no value, {self.name}/{version} is wanted")
        try:
            return self.versions[version].model_validate_json(record.value)
        except ValidationError as error:
            return Poison(describe(error))

    def _version(self, header: bytes | None) -> int | Poison:
        if header is None:
            return 1
        named = _NAMED.fullmatch(header)
        if named is None:
            return Poison(f"header '{SCHEMA_HEADER}' is not of the form {self.name}/1")
        name, version = named[1].decode(), int(named[2])
        if name != self.name:
            return Poison(f"schema '{name}' on a topic of '{self.name}'")
        if version not in self.versions:
            known = ", ".join(map(str, self.versions))
            return Poison(
                f"version {version} of '{name}' is unknown here (known: {known}); replay it with a newer release"
            )
        return version


ARTICLE = Schema("article", {1: ArticleRecord})
FINDINGS = Schema("findings", {1: Findings})


def header(name: str, version: int = 1) -> tuple[str, bytes]:
    """Return the header that names a model and its version."""
    return (SCHEMA_HEADER, f"{name}/{version}".encode())
