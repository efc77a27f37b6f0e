"""Which keys a model knows at a place of a document, so that a misspelt one can be told what it may have meant."""

from collections.abc import Iterator, Sequence
from difflib import get_close_matches
from typing import Any, get_args

from pydantic import BaseModel


def nearest_key(model: type[BaseModel] | None, loc: Sequence[str | int]) -> str | None:
    """Return the known key that the last of `loc` is most like, or None where none is near."""
    if model is None or not loc:
        return None
    models = [model]
    for step in loc[:-1]:
        inner = [found for known in models for found in _below(known, step)]
        models = inner or models  # the place in a list and the key of a mapping lead to no other model
    keys = {field.alias or name for known in models for name, field in known.model_fields.items()}
    return next(iter(get_close_matches(str(loc[-1]), sorted(keys), n=1)), None)


def _below(model: type[BaseModel], step: str | int) -> Iterator[type[BaseModel]]:
    for name, field in model.model_fields.items():
        if step in (name, field.alias):
            yield from _models_in(field.annotation)


def _models_in(annotation: Any) -> Iterator[type[BaseModel]]:
    """Yield the models in an annotation: `dict[str, Receiver]`, `Window | None`, `tuple[Source, ...]`."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for part in get_args(annotation):
        yield from _models_in(part)
