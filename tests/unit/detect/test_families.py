"""A word for a family of goods, in the singular, means the one of them that was told before."""

import pytest
from tests.unit.detect.shipped import told


@pytest.mark.parametrize(
    ("text", "goods"),
    [
        ("Silver demand is strong. The precious metal rose 2% to $51.", "silver"),
        ("Gold fell on Monday to $4,100. The precious metal lost 3% in the week.", "gold"),
        ("The precious metal rose 2% on Tuesday.", "precious_metals"),
    ],
)
def test_a_family_in_the_singular_means_the_one_told_before(text: str, goods: str) -> None:
    assert told(text)[-1][2] == (goods,)


def test_scrap_metal_means_the_scrap_told_before() -> None:
    text = "Chile imported 18,200 tonnes of aluminium scrap in June. This marked a 1.3% drop in imports of this scrap metal."
    assert told(text) == [("demand_change", "down", ("aluminium_scrap",))]


@pytest.mark.parametrize(
    ("text", "goods"),
    [
        ("Palm-oil futures rose 2% on Monday.", "palm_oil"),
        ("Orange-juice futures slid 1.2 percent.", "orange_juice"),
        ("Crude palm-oil prices rose 2%.", "palm_oil"),
        ("Antimony-trioxide prices rose 8%.", "antimony_trioxide"),
    ],
)
def test_a_name_joined_by_a_hyphen_before_its_noun_means_the_same_goods(text: str, goods: str) -> None:
    assert told(text)[-1][2] == (goods,)


def test_goods_that_are_none_stay_none_with_a_hyphen() -> None:
    assert told("Olive-oil prices rose 3% on Monday.") == []
