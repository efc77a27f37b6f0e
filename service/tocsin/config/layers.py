"""Laying environment variables and command-line values over the file: file < environment < flag."""

from collections.abc import Mapping, Sequence
from typing import Any

from tocsin.rules.document import Document, Loc, parse_document
from tocsin.rules.faults import Fault, FaultsError

PREFIX = "TOCSIN_"


def from_environment(environ: Mapping[str, str], names: Sequence[str]) -> dict[Loc, tuple[str, Any]]:
    """Return the settings that variables give, by place, with the variable's name.

    `TOCSIN_KAFKA__TOPIC_PREFIX` is kafka.topic_prefix. A variable whose first word is no setting is somebody else's.
    """
    found: dict[Loc, tuple[str, Any]] = {}
    for variable in sorted(environ):
        if variable.startswith(PREFIX):
            loc = tuple(variable.removeprefix(PREFIX).lower().split("__"))
            if loc[0] in names:
                found[loc] = (variable, _value(variable, environ[variable]))
    return found


def from_flags(overrides: Mapping[str, Any]) -> dict[Loc, tuple[str, Any]]:
    """Return the settings that flags give: `{"kafka.topic_prefix": "test."}`; an absent flag is None and gives nothing."""
    return {
        tuple(name.split(".")): (f"the flag for {name}", value)
        for name, value in overrides.items()
        if value is not None
    }


def overlay(document: Document, layer: Mapping[Loc, tuple[str, Any]]) -> tuple[Document, list[Fault]]:
    """Return the document with the values laid over it, and a fault for each that finds no place."""
    data = dict(document.data)
    faults: list[Fault] = []
    for loc, (origin, value) in layer.items():
        spot = data
        for key in loc[:-1]:
            inner = spot.get(key) or {}
            if not isinstance(inner, dict):
                faults.append(Fault(origin, 0, ".".join(map(str, loc)), f"{key!r} is no group of settings"))
                break
            spot[key] = dict(inner)
            spot = spot[key]
        else:
            spot[loc[-1]] = value
    return Document(document.file, data, document.lines), faults


def _value(variable: str, text: str) -> Any:
    """Read a variable as YAML where it is a list, a mapping, a number or a switch; else it is the text itself."""
    if not text.strip() or text.strip()[0] not in "[{":
        plain = text.strip()
        return {"true": True, "false": False}.get(plain, int(plain) if plain.isdecimal() and len(plain) < 10 else text)
    try:
        return parse_document(text, variable).data
    except FaultsError as error:
        raise FaultsError(Fault(variable, 0, fault.path, fault.message) for fault in error.faults) from error
