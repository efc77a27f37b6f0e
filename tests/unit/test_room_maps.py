"""The maps of the two largest rooms, by which a reader finds where a thing is done."""

import re
from pathlib import Path
from types import ModuleType

import pytest

from tocsin import correlate, detect


@pytest.mark.parametrize("room", [detect, correlate], ids=["detect", "correlate"])
def test_the_map_of_a_room_names_every_module_once(room: ModuleType) -> None:
    modules = sorted(path.stem for path in Path(str(room.__file__)).parent.glob("[a-z]*.py"))
    assert sorted(re.findall(r"`(\w+)`", room.__doc__ or "")) == modules, (
        f"add or drop it in the docstring of {room.__file__}"
    )
