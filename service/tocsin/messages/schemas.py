"""The contract of each topic as JSON Schema, and whether a changed model still keeps it.

A schema file is written from the models (`tocsin schemas export`) and committed; `tocsin schemas check` fails when they
drift apart, when a kept example no longer reads, or when a change would break a reader or a writer of version 1.
"""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from tocsin.messages import topics
from tocsin.messages.alert import Alert
from tocsin.messages.article import ArticleRecord
from tocsin.messages.base import Message
from tocsin.messages.event import EventRecord
from tocsin.messages.findings import Findings
from tocsin.messages.verdict import Verdict

MODELS: Mapping[str, type[Message]] = {
    topics.ARTICLES.name: ArticleRecord,
    topics.SIGNALS.name: Findings,
    topics.ALERTS.name: Alert,
    topics.VERDICTS.name: Verdict,
    topics.EVENTS.name: EventRecord,
}
"""What each topic holds. Dead letters hold the original bytes of any topic, so they have headers and no schema."""

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def build_schema(topic: str) -> dict[str, Any]:
    """Return the JSON Schema of a topic's messages, as writers produce them."""
    schema = MODELS[topic].model_json_schema(mode="serialization" if topic != topics.ARTICLES.name else "validation")
    return {"$schema": DIALECT, "$id": f"{topic}.schema.json", **schema}


def render(schema: Mapping[str, Any]) -> str:
    """Return the text of a schema file."""
    return json.dumps(schema, indent=2, ensure_ascii=False, sort_keys=True) + "\n"


def export(folder: Path) -> list[Path]:
    """Write every schema file below the folder; return those that changed."""
    changed = []
    for topic in MODELS:
        path = folder / f"{topic}.schema.json"
        text = render(build_schema(topic))
        if not path.exists() or path.read_text("utf-8") != text:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")
            changed.append(path)
    return changed


def find_faults(folder: Path) -> Iterator[str]:
    """Yield what is wrong between the folder and the models: drift, orphans, examples that do not read."""
    for topic in MODELS:
        path = folder / f"{topic}.schema.json"
        if not path.exists():
            yield f"{path}: is missing; write it with `tocsin schemas export`"
        elif path.read_text("utf-8") != render(build_schema(topic)):
            yield f"{path}: differs from its model; see what changed, then write it with `tocsin schemas export`"
        yield from _example_faults(folder, topic)
    known = {f"{topic}.schema.json" for topic in MODELS}
    for path in sorted(folder.glob("*.schema.json")):
        if path.name not in known:
            yield f"{path}: belongs to no topic; remove it or add its topic"


def _example_faults(folder: Path, topic: str) -> Iterator[str]:
    examples = sorted((folder / "examples" / topic).glob("*.json"))
    if not examples:
        yield f"{folder / 'examples' / topic}: holds no example; add one message as it travels"
    for path in examples:
        try:
            MODELS[topic].model_validate_json(path.read_bytes())
        except ValidationError as error:
            first = error.errors(include_input=False, include_url=False)[0]
            where = ".".join(map(str, first["loc"]))
            yield f"{path}: no longer reads: {where}: {first['msg']}; a field may be added, never changed or required"


def find_breaks(old: Mapping[str, Any], new: Mapping[str, Any]) -> list[str]:
    """Compare two schemas of one topic and name each change that breaks a reader or writer of the old one.

    Breaking are: a property gone, a type changed, a new required property, a narrower enumeration. Additions are not.
    """
    return list(_Comparison(old.get("$defs", {}), new.get("$defs", {})).breaks(old, new, ""))


class _Comparison:
    """Walks two schemas side by side; `seen` keeps a model that holds itself from being walked for ever."""

    def __init__(self, old: Mapping[str, Any], new: Mapping[str, Any]) -> None:
        self._old, self._new = old, new
        self._seen: set[tuple[str, str]] = set()

    def breaks(self, old: Any, new: Any, at: str) -> Iterator[str]:
        key = (str(old.get("$ref", "")), at.rpartition(".")[2])
        if key[0] and key in self._seen:
            return
        self._seen.add(key)
        old, new = _resolve(old, self._old), _resolve(new, self._new)
        if old.get("type") != new.get("type"):
            yield f"{at or 'message'}: the type changed from {old.get('type')} to {new.get('type')}"
        if gone := set(map(str, old.get("enum", []))) - set(map(str, new.get("enum", []))):
            yield f"{at}: the values {sorted(gone)} are gone"
        for name in sorted(set(new.get("required", [])) - set(old.get("required", []))):
            if name not in old.get("properties", {}):
                yield f"{at}.{name}: is new and required; make it optional".lstrip(".")
        for name, value in old.get("properties", {}).items():
            place = f"{at}.{name}".lstrip(".")
            if name in new.get("properties", {}):
                yield from self.breaks(value, new["properties"][name], place)
            else:
                yield f"{place}: is gone"
        if "items" in old and "items" in new:
            yield from self.breaks(old["items"], new["items"], f"{at}[]")
        for index, (one, two) in enumerate(zip(old.get("anyOf", []), new.get("anyOf", []), strict=False)):
            yield from self.breaks(one, two, f"{at}|{index}")


def _resolve(schema: Mapping[str, Any], defs: Mapping[str, Any]) -> Mapping[str, Any]:
    name = str(schema.get("$ref", "")).rpartition("/")[2]
    found = defs.get(name) if name else schema
    return found if isinstance(found, Mapping) else {}
