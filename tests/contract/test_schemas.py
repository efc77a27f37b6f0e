"""The contract of the topics: schemas equal their models, kept examples read, a released version is never broken."""

import copy
import json
from hashlib import sha256
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from tocsin.messages import schemas, topics

FOLDER = Path(__file__).parents[2] / "schemas"
EXAMPLES = sorted((FOLDER / "examples").glob("*/*.json"))


def test_schemas_and_examples_agree_with_the_models() -> None:
    assert list(schemas.find_faults(FOLDER)) == []


def test_every_topic_has_examples() -> None:
    assert {path.parent.name for path in EXAMPLES} == set(schemas.MODELS)


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_an_example_is_valid_and_survives_reading_and_writing(path: Path) -> None:
    topic = path.parent.name
    jsonschema.validate(json.loads(path.read_text("utf-8")), schemas.build_schema(topic))
    message = schemas.MODELS[topic].model_validate_json(path.read_bytes())
    again = schemas.MODELS[topic].model_validate_json(message.to_json())
    assert again == message
    jsonschema.validate(json.loads(message.to_json()), schemas.build_schema(topic))


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_a_reader_ignores_fields_of_a_newer_writer(path: Path) -> None:
    model = schemas.MODELS[path.parent.name]
    data = json.loads(path.read_text("utf-8"))
    assert model.model_validate({**data, "added_next_year": {"x": 1}}) == model.model_validate(data)


def test_only_source_id_and_text_are_asked_of_a_producer() -> None:
    assert schemas.build_schema(topics.ARTICLES.name)["required"] == ["source", "id", "text"]


def change(**edit: Any) -> dict[str, Any]:
    schema = copy.deepcopy(schemas.build_schema(topics.SIGNALS.name))
    edit["at"](schema)
    return schema


@pytest.mark.parametrize(
    ("name", "edit", "found"),
    [
        ("a field gone", lambda s: s["properties"].pop("url"), "url: is gone"),
        ("a type changed", lambda s: s["properties"].update(source={"type": "integer"}), "source: the type changed"),
        ("a value gone", lambda s: s["$defs"]["Modality"].update(enum=["actual"]), "are gone"),
        (
            "a new required field",
            lambda s: (s["properties"].update(desk={"type": "string"}), s["required"].append("desk")),
            "desk: is new and required",
        ),
    ],
)
def test_a_breaking_change_is_named(name: str, edit: Any, found: str) -> None:
    old = schemas.build_schema(topics.SIGNALS.name)
    assert any(found in line for line in schemas.find_breaks(old, change(at=edit))), name


def test_an_optional_addition_breaks_nothing() -> None:
    old = schemas.build_schema(topics.SIGNALS.name)
    new = change(at=lambda s: s["properties"].update(desk={"type": "string"}))
    assert schemas.find_breaks(old, new) == []


def test_drift_orphans_and_unreadable_examples_are_found(tmp_path: Path) -> None:
    schemas.export(tmp_path)
    (tmp_path / "tocsin.gone.v1.schema.json").write_text("{}")
    (tmp_path / f"{topics.ALERTS.name}.schema.json").write_text("{}")
    bad = tmp_path / "examples" / topics.ARTICLES.name / "bad.json"
    bad.parent.mkdir(parents=True)
    bad.write_text('{"source": "a", "id": "b"}')
    found = "\n".join(schemas.find_faults(tmp_path))
    assert "gone.v1.schema.json: belongs to no topic" in found
    assert f"{topics.ALERTS.name}.schema.json: differs from its model" in found
    assert "bad.json: no longer reads: text" in found


RELEASED = sorted((FOLDER / "released").glob("*/*.schema.json"))


def test_a_released_schema_is_never_edited() -> None:
    lines = [line.split("  ") for line in (FOLDER / "released" / "SHA256SUMS").read_text("utf-8").splitlines()]
    sums = {name: digest for digest, name in lines}
    found = {str(path.relative_to(FOLDER / "released")): sha256(path.read_bytes()).hexdigest() for path in RELEASED}
    assert found == sums
    assert {path.name.removesuffix(".schema.json") for path in RELEASED} == set(schemas.MODELS)


@pytest.mark.parametrize("path", RELEASED, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_no_change_breaks_readers_or_writers_of_a_release(path: Path) -> None:
    old = json.loads(path.read_text("utf-8"))
    assert schemas.find_breaks(old, schemas.build_schema(path.name.removesuffix(".schema.json"))) == []
