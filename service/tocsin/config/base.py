"""What every part of the configuration shares: strictness, paths beside the file, secrets from the environment."""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, ValidationInfo

_VARIABLE = re.compile(r"\$\{(\w+)(?::-([^}]*))?\}")


class Part(BaseModel):
    """A frozen part of the configuration in which an unknown key is a fault."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True, arbitrary_types_allowed=True)


def _listed(value: object) -> object:
    return [value] if isinstance(value, str) else value


Words = Annotated[tuple[str, ...], BeforeValidator(_listed)]
"""One word or a list of words."""


def _beside_file(path: Path, info: ValidationInfo) -> Path:
    base = (info.context or {}).get("base", Path())
    return path if path.is_absolute() else Path(base) / path


LocalPath = Annotated[Path, AfterValidator(_beside_file)]
"""A path; a relative one starts at the folder of the configuration file."""


def expand(text: str, environ: Mapping[str, str]) -> str:
    """Put environment variables in the place of `${NAME}`, or of `${NAME:-default}`.

    Raises ValueError that names one that is not set and has no default.
    """

    def value(found: re.Match[str]) -> str:
        if found[1] not in environ:
            if found[2] is not None:
                return found[2]
            raise ValueError(f"the environment variable {found[1]!r} is not set; set it, or use url_file")
        return environ[found[1]]

    return _VARIABLE.sub(value, text)


def has_variable(value: Any) -> bool:
    """Tell whether a text holds a `${NAME}`."""
    return isinstance(value, str) and _VARIABLE.search(value) is not None
