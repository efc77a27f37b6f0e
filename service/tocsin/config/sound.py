"""What a faulty configuration still says of where things run: for commands that only look at what is running.

A start needs every part to be sound; who asks how the running one fares must be answered above all when the file on disk is
broken, since then the old one stays at work.
"""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from tocsin.config import layers
from tocsin.config.base import expand, has_variable
from tocsin.config.loader import load_settings
from tocsin.config.settings import Settings
from tocsin.rules.document import Document, parse_document
from tocsin.rules.faults import Fault, FaultsError, shown_path

PARTS = ("kafka", "ledger", "state_dir", "sources", "markets", "ports", "console")
"""What says where the broker, the ledger, the folders and the processes are."""
_PART = re.compile(r"^(?=[a-z_]+\s*:)", re.MULTILINE)


def load_sound(path: Path | None, environ: Mapping[str, str]) -> tuple[Settings, tuple[Fault, ...]]:
    """Return the settings and no fault; of a faulty file its sound parts that say where things run, and every fault.

    Raises FaultsError where there is no file to read.
    """
    try:
        return load_settings(path, environ, {}), ()
    except FaultsError as error:
        if path is None or not path.is_file():
            raise
        return _sound(path, environ), error.faults


def _sound(path: Path, environ: Mapping[str, str]) -> Settings:
    try:
        text = path.read_bytes().decode("utf-8-sig", "replace")
    except OSError:
        text = ""
    context = {"base": path.parent}
    found: dict[str, Any] = {}
    for name, value in _parts(text, shown_path(path), environ):
        try:
            Settings.model_validate({name: value}, context=context)
        except ValidationError:
            continue
        found[name] = value
    laid, _ = layers.overlay(Document(str(path), found, {}), layers.from_environment(environ, list(PARTS)))
    try:
        return Settings.model_validate(laid.data, context=context)
    except ValidationError:
        return Settings()


def _parts(text: str, file: str, environ: Mapping[str, str]) -> Iterator[tuple[str, Any]]:
    """Yield the parts that can be parsed, each by itself: what is broken elsewhere in the file does not reach them."""
    for block in _PART.split(text):
        name = block.partition(":")[0].strip()
        if name not in PARTS:
            continue
        try:
            yield name, _expanded(parse_document(block, file).data[name], environ)
        except (FaultsError, ValueError):
            continue


def _expanded(value: Any, environ: Mapping[str, str]) -> Any:
    if isinstance(value, dict):
        return {key: _expanded(inner, environ) for key, inner in value.items()}
    return expand(value, environ) if has_variable(value) else value
