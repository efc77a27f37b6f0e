"""What a model finds wrong with a value, in the words of whoever can mend it: what is accepted, never how it is checked."""

from collections.abc import Mapping
from typing import Any

_PAIRS = "must be `key: value` pairs"
_LIST = "must be a list, such as [a, b]"
_MOMENT = "is no moment; write one with its zone, such as 2025-03-01T08:00:00Z"
_WHOLE, _NUMBER, _SWITCH = "must be a whole number", "must be a number", "must be true or false"
_TOLD = {
    "extra_forbidden": "is not a known key; remove it or correct its spelling",
    "missing": "is missing; add it",
    "dict_type": _PAIRS,
    "model_type": _PAIRS,
    "model_attributes_type": _PAIRS,
    "tuple_type": _LIST,
    "list_type": _LIST,
    "string_type": "must be a text",
    "path_type": "must be the path of a file or folder",
    "int_type": _WHOLE,
    "int_parsing": _WHOLE,
    "int_from_float": _WHOLE,
    "int_parsing_size": _WHOLE,
    "decimal_type": _NUMBER,
    "decimal_parsing": _NUMBER,
    "float_type": _NUMBER,
    "float_parsing": _NUMBER,
    "bool_type": _SWITCH,
    "bool_parsing": _SWITCH,
    "datetime_type": _MOMENT,
    "datetime_parsing": _MOMENT,
    "datetime_from_date_parsing": _MOMENT,
    "timezone_aware": _MOMENT,
    "enum": "must be {expected}",
    "literal_error": "must be {expected}",
    "greater_than": "must be above {gt}",
    "greater_than_equal": "must be at least {ge}",
    "less_than": "must be below {lt}",
    "less_than_equal": "must be at most {le}",
    "too_short": "must hold at least {min_length}",
    "too_long": "must hold at most {max_length}",
    "string_too_short": "must have at least {min_length} character(s)",
    "string_too_long": "must have at most {max_length} characters",
}
_PATTERNS = {
    r"^https?://": "must begin with http:// or https://",
    r"^[a-z][a-z0-9_]*$": "must be lower-case letters, digits and underscores, beginning with a letter",
    r"^[a-z][a-z0-9-]*$": "must be lower-case letters, digits and dashes, beginning with a letter",
    r"^[A-Za-z0-9][A-Za-z0-9_.:-]*$": "must be letters, digits, dots, colons, dashes and underscores, without a space",
    r"^[A-Za-z0-9.-]*$": "must be letters, digits, dots and dashes",
    r"^[A-Z]{2}$": "must be two capitals, as ISO 3166 has them",
}


def sentence(item: Mapping[str, Any], meant: str | None = None) -> str:
    """Say one of pydantic's errors in the project's words: the value quoted where it is short, lower case, remedy last.

    `meant` is the known key that an unknown one may be a misspelling of.
    """
    kind, context = item["type"], item.get("ctx") or {}
    if kind == "string_pattern_mismatch":
        message = _PATTERNS.get(context["pattern"], f"must match {context['pattern']}")
    elif kind == "extra_forbidden" and meant is not None:
        message = f"is not a known key; did you mean {meant!r}?"
    elif kind in _TOLD:
        message = _TOLD[kind].format(**context)
    else:
        message = str(item["msg"]).removeprefix("Value error, ").removeprefix("Assertion failed, ")
        message = message[:1].lower() + message[1:]
    value = item.get("input")
    if kind in ("extra_forbidden", "missing") or not isinstance(value, str | int | float | bool):
        return message
    if kind == "value_error" and (repr(value) in message or str(value) in message):
        return message
    return f"{value!r}: {message}"
