"""The maps of the two largest rooms, by which a reader finds where a thing is done."""

import importlib
import re
from pathlib import Path
from types import ModuleType

import pytest

from tocsin import correlate, detect

DETECT = Path(str(detect.__file__)).parent
ROOMS = [correlate, detect] + [
    importlib.import_module(f"tocsin.detect.{room.parent.name}") for room in sorted(DETECT.glob("*/__init__.py"))
]


@pytest.mark.parametrize("room", ROOMS, ids=[room.__name__ for room in ROOMS])
def test_the_map_of_a_room_names_every_module_and_room_in_it_once(room: ModuleType) -> None:
    folder = Path(str(room.__file__)).parent
    inside = sorted(
        [path.stem for path in folder.glob("[a-z]*.py")] + [path.parent.name for path in folder.glob("*/__init__.py")]
    )
    assert sorted(re.findall(r"`(\w+)`", room.__doc__ or "")) == inside, (
        f"add or drop it in the docstring of {room.__file__}"
    )
