"""YAML documents that know on which line each value stands.

One loader serves rule packs, lexicons and the configuration. It follows YAML 1.2's core schema (`no`, `on` and `off` are
words, so Norway and an off switch survive), refuses duplicate keys, tags and aliases, and reports a fault with its line.
libyaml parses; ruamel.yaml's parser was measured at twelve times the time, which every start of every command would pay.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml
from pydantic import BaseModel, ValidationError

from tocsin.rules.faults import Fault, FaultsError, shown_path
from tocsin.rules.known_keys import nearest_key
from tocsin.rules.sentences import sentence

Loc = tuple[str | int, ...]
MAX_BYTES = 32_000_000
MAX_DEPTH = 64

_YAML = "tag:yaml.org,2002:"
_PLAIN_TAGS = {f"{_YAML}{name}" for name in ("str", "int", "float", "bool", "null", "timestamp", "merge", "value")}
_NULL = re.compile(r"(?:~|null|Null|NULL|)\Z")
_BOOL = re.compile(r"(?:true|True|TRUE|false|False|FALSE)\Z")
_INT = re.compile(r"[-+]?[0-9]+\Z")
_MAY_MEAN = frozenset(("", *"~nNtTfF+-0123456789"))
"""What a plain scalar that is more than text begins with."""


@dataclass(frozen=True)
class Document:
    """A parsed file: plain data, and the line of every value and key by its location."""

    file: str
    data: Any
    lines: dict[Loc, int] = field(repr=False)

    def line(self, loc: Sequence[str | int]) -> int:
        """Return the line of the value at the location, else of its nearest parent; 1 for an empty document."""
        key = tuple(loc)
        while key not in self.lines and key:
            key = key[:-1]
        return self.lines.get(key, 1)

    def fault(self, loc: Sequence[str | int], message: str) -> Fault:
        """Make a fault that points at the location."""
        return Fault(self.file, self.line(loc), format_loc(loc), message)

    def faults_of(
        self, error: ValidationError, at: Sequence[str | int] = (), model: type[BaseModel] | None = None
    ) -> Iterator[Fault]:
        """Turn pydantic's errors about the value at `at` into faults, without quoting more than the offending value.

        Of a key that the `model` does not know they name the one that may have been meant.
        """
        for item in error.errors(include_url=False):
            loc = tuple(part for part in (*at, *item["loc"]) if part != "__root__")
            known = loc
            while known not in self.lines and known:
                known = known[:-1]
            meant = nearest_key(model, item["loc"]) if item["type"] == "extra_forbidden" else None
            yield Fault(self.file, self.line(known), format_loc(loc), sentence(item, meant))


def format_loc(loc: Sequence[str | int]) -> str:
    """Write a location as a person would: `policies[2].sources.within`."""
    text = ""
    for part in loc:
        text += f"[{part}]" if isinstance(part, int) else f".{part}" if text else str(part)
    return text


def load_document(path: Path, until: str = "") -> Document:
    """Read and parse a file; raise FaultsError when it cannot be read, is no UTF-8 or is not well formed.

    Of a file of our own, nothing is read from the outermost key `until` on.
    """
    name = shown_path(path)
    try:
        if path.stat().st_size > MAX_BYTES:
            raise FaultsError(
                [Fault(name, 0, "", f"is larger than {MAX_BYTES // 1_000_000} MB; split it into several files")]
            )
        text = path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise FaultsError([Fault(name, 0, "", f"cannot be read: {error.strerror or error}")]) from error
    except UnicodeDecodeError as error:
        raise FaultsError([Fault(name, 0, "", f"is not UTF-8 (byte {error.start}); save it as UTF-8")]) from error
    return parse_document(text.partition(f"\n{until}:")[0] if until else text, name)


def open_document(path: Path, faults: list[Fault], until: str = "") -> Document | None:
    """Return the document and note its faults; of one with a doubled key what stands first, None where nothing can be read."""
    try:
        return load_document(path, until)
    except FaultsError as error:
        faults.extend(error.faults)
        return error.document if isinstance(error.document, Document) else None


def parse_document(text: str, file: str) -> Document:
    """Parse YAML text; raise FaultsError with every duplicate key, tag and alias, or the first syntax error."""
    try:
        node = yaml.compose(text, Loader=_Loader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = mark.line + 1 if mark else 0
        raise FaultsError([Fault(file, line, "", f"is not well-formed YAML: {_problem(error, text)}")]) from error
    except yaml.YAMLError as error:
        raise FaultsError([Fault(file, 0, "", f"is not well-formed YAML: {_first_line(error)}")]) from error
    build = _Builder(file)
    data = None if node is None else build.value(node, ())
    document = Document(file, data, build.lines)
    if build.faults:
        raise FaultsError(build.faults, document)
    return document


def _problem(error: yaml.MarkedYAMLError, text: str) -> str:
    """Return what the parser says; of a tab, which it calls a character, what to write instead."""
    problem, mark = error.problem or error.context or "its form is wrong", error.problem_mark
    line = text.splitlines()[mark.line : mark.line + 1] if mark else []
    is_tab = bool(line) and mark is not None and line[0][mark.column : mark.column + 1] == "\t"
    return f"{problem}; indent with spaces, not with a tab" if is_tab else problem


class _Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
    """The loader, without asking what each plain word may be: the builder decides that for itself, by a smaller schema."""

    def resolve(self, kind: type[yaml.Node], _value: object, _implicit: object) -> str:
        return _TAGS[kind]

    def descend_resolver(self, _parent: object, _index: object) -> None:
        """There are no tags by path."""

    def ascend_resolver(self) -> None:
        """There are none to leave."""


_TEXT = f"{_YAML}str"
_TAGS = {yaml.ScalarNode: _TEXT, yaml.SequenceNode: f"{_YAML}seq", yaml.MappingNode: f"{_YAML}map"}


class _Builder:
    """Turns YAML nodes into plain data and collects lines and faults on the way."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.lines: dict[Loc, int] = {}
        self.faults: list[Fault] = []
        self._seen: set[int] = set()

    def value(self, node: yaml.Node, loc: Loc) -> Any:
        line = node.start_mark.line + 1
        self.lines.setdefault(loc, line)
        if id(node) in self._seen or len(loc) > MAX_DEPTH:
            why = (
                "an alias (*name) is not accepted; write the value out"
                if id(node) in self._seen
                else "is nested too deep"
            )
            self.faults.append(Fault(self.file, line, format_loc(loc), why))
            return None
        if isinstance(node, yaml.ScalarNode):
            return self._scalar(node, loc)
        self._seen.add(id(node))
        if isinstance(node, yaml.SequenceNode):
            return self._sequence(node, loc)
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node, loc)
        raise TypeError(f"unknown YAML node {type(node).__name__}")

    def _sequence(self, node: yaml.SequenceNode, loc: Loc) -> list[Any]:
        """Return a list; a word on the list's own line is found by that, and most of a hundred thousand words are."""
        first, told = node.start_mark.line, len(loc) < MAX_DEPTH
        data: list[Any] = []
        for index, child in enumerate(node.value):
            if not (told and isinstance(child, yaml.ScalarNode) and child.start_mark.line == first):
                data.append(self.value(child, (*loc, index)))
            elif child.tag == _TEXT and (child.style or child.value[:1] not in _MAY_MEAN):
                data.append(child.value)
            else:
                data.append(self._scalar(child, (*loc, index)))
        return data

    def _mapping(self, node: yaml.MappingNode, loc: Loc) -> dict[str, Any]:
        data: dict[str, Any] = {}
        for key_node, value_node in node.value:
            line = key_node.start_mark.line + 1
            if not isinstance(key_node, yaml.ScalarNode):
                self.faults.append(Fault(self.file, line, format_loc(loc), "a key must be a word"))
                continue
            key = str(key_node.value)
            if key in data:
                first = self.lines[(*loc, key)]
                self.faults.append(
                    Fault(self.file, line, format_loc((*loc, key)), f"stands twice, first on line {first}; keep one")
                )
                continue
            self.lines[(*loc, key)] = line
            data[key] = self.value(value_node, (*loc, key))
        return data

    def _scalar(self, node: yaml.ScalarNode, loc: Loc) -> Any:
        text = str(node.value)
        if node.tag not in _PLAIN_TAGS:
            self.faults.append(
                Fault(self.file, node.start_mark.line + 1, format_loc(loc), f"the tag {node.tag!r} is not accepted")
            )
        if node.style or text[:1] not in _MAY_MEAN:  # quoted or a block is always text
            return text
        if _NULL.match(text):
            return None
        if _BOOL.match(text):
            return text.lower() == "true"
        if _INT.match(text) and len(text) < 19:
            return int(text)
        return text  # decimals stay text: the models read them exactly


def _first_line(error: Exception) -> str:
    return str(error).splitlines()[0] if str(error) else type(error).__name__
