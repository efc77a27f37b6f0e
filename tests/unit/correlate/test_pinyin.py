"""English reports spell Chinese names; the spelling tells that they are one."""

import pytest

from tocsin.correlate.names import name_keys, same_name
from tocsin.correlate.pinyin import spelt


@pytest.mark.parametrize(
    ("characters", "spelling"),
    [
        ("凌川", "lingchuan"),
        ("紫金", "zijin"),
        ("厦门", "xiamen"),
        ("凌", None),
        ("阿娥", None),
        ("凌川有色金属", None),
    ],
)
def test_a_name_is_spelt_by_its_readings(characters: str, spelling: str | None) -> None:
    assert spelt(characters) == spelling


def test_a_company_is_known_by_its_spelling() -> None:
    assert same_name("凌川锂业股份有限公司", "Lingchuan Lithium") is True
    assert same_name("凌川锂业", "Lingshan Lithium") is None
    assert set(name_keys("凌川锂业")) & set(name_keys("Lingchuan Lithium"))
