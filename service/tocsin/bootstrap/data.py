"""Where the files lie that come with the program: schemas, sample articles, the example configuration."""

from importlib.resources import files
from pathlib import Path

from tocsin.rules.faults import TocsinError

_NAMES = {"example": "tocsin.example.yml", "schemas": "schemas", "seeds": "seeds"}
_IN_CHECKOUT = {"example": "deploy/tocsin.example.yml", "schemas": "schemas", "seeds": "seeds"}


def data_folder(name: str) -> Path:
    """Return the path of `schemas`, `seeds` or the file `example`: inside an installed package, else in the checkout."""
    package = Path(str(files("tocsin")))
    for path in (package / "_data" / _NAMES[name], package.parents[1] / _IN_CHECKOUT[name]):
        if path.exists():
            return path
    raise TocsinError(f"the {name} that come with tocsin are missing beside {package}; install the package again")
