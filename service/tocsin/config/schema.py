"""The JSON Schema of the configuration, so that an editor completes keys and underlines what is wrong."""

from typing import Any

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from tocsin.config.settings import Settings
from tocsin.correlate.policy import Bounds

_BOUND = {"type": ["string", "number"]}
_BOUNDS: dict[str, Any] = {
    "anyOf": [
        _BOUND,
        {
            "type": "object",
            "properties": dict.fromkeys(("at_least", "at_most", "above", "below"), _BOUND),
            "additionalProperties": False,
            "minProperties": 1,
        },
    ]
}
_WORDS = {"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]}


class _Schema(GenerateJsonSchema):
    """Says what a person writes where a validator reads more forms than the model's type."""

    def dataclass_schema(self, schema: core_schema.DataclassSchema) -> JsonSchemaValue:
        return _BOUNDS if schema["cls"] is Bounds else super().dataclass_schema(schema)

    def timedelta_schema(self, schema: core_schema.TimedeltaSchema) -> JsonSchemaValue:
        del schema
        return {"type": "string", "pattern": r"^[0-9]+(\.[0-9]+)? *[smhdw]$"}

    def tuple_schema(self, schema: core_schema.TupleSchema) -> JsonSchemaValue:
        made = super().tuple_schema(schema)
        return _WORDS | {} if made.get("items") == {"type": "string"} else made


def json_schema() -> dict[str, Any]:
    """Return the schema of the configuration file."""
    made = Settings.model_json_schema(schema_generator=_Schema, by_alias=True)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **made, "title": "Tocsin's configuration"}
