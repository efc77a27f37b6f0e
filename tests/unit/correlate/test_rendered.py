import pytest

from tocsin.correlate.eastern import is_reading
from tocsin.correlate.names import name_marks, same_name


@pytest.mark.parametrize(
    ("chinese", "latin", "expected"),
    [
        ("银鹭矿业", "Silver Heron Mining", True),
        ("黑狼矿业", "Silver Heron Mining", None),
        ("中村正极", "Nakamura Cathode", True),
        ("塔尔博特碱业", "Talbot Alkali Corporation", True),
        ("東海火力", "Tokai Thermal", True),
        ("金斯利金矿", "Kingsley", True),
        ("新海岸矿业", "New Coast Minerals", True),
        ("旧海岸矿业", "New Coast Minerals", None),
        ("云南驰宏", "Yunnan Chihong Zinc", True),
        ("华晟碳业", "Korlan Graphite", None),
        ("荣川锂业", "Silver Heron Mining", None),
    ],
)
def test_a_name_may_be_put_into_chinese_word_by_word(chinese: str, latin: str, expected: bool | None) -> None:
    assert same_name(chinese, latin) is expected
    assert same_name(latin, chinese) is expected


@pytest.mark.parametrize(
    ("one", "two"),
    [("银鹭矿业", "Silver Heron Mining"), ("中村正极", "Nakamura Cathode"), ("金斯利", "Kingsley"), ("HNA", "PT Halmahera Nikel Abadi")],
)  # fmt: skip
def test_names_that_may_be_one_share_a_mark(one: str, two: str) -> None:
    assert same_name(one, two)
    assert not name_marks(one).isdisjoint(name_marks(two))


@pytest.mark.parametrize(
    ("one", "two", "expected"),
    [
        ("蓬溪碳酸锂工厂", "蓬溪工厂", True),
        ("蓬溪碳酸锂工厂", "安岳工厂", False),
        ("江铜", "江西铜业", True),
        ("江铜", "江西钨业", False),
        ("HNA", "PT Halmahera Nikel Abadi", True),
        ("HNK", "PT Halmahera Nikel Abadi", False),
    ],
)
def test_a_name_may_be_shortened(one: str, two: str, expected: bool) -> None:
    assert same_name(one, two) is expected
    assert same_name(two, one) is expected


@pytest.mark.parametrize(
    ("characters", "word", "expected"),
    [("大阪", "osaka", True), ("韩华", "hanwha", True), ("丰田", "toyota", True), ("大阪", "nagoya", False), ("", "", True)],
)  # fmt: skip
def test_eastern_names_are_known_by_how_they_are_read_at_home(characters: str, word: str, expected: bool) -> None:
    assert is_reading(characters, word) is expected
