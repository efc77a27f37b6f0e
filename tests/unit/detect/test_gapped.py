"""Gapped rows: later members do what the first did, and nothing else borrows its verb."""

import pytest
from tests.unit.detect.shipped import told


@pytest.mark.parametrize(
    ("text", "kind", "direction", "goods"),
    [
        ("Nickel stocks fell 4% and tin stocks 7%.", "inventory_change", "down", ["nickel", "tin"]),
        ("Lead stocks shrank by 800 t, tin stocks by 90 t.", "inventory_change", "down", ["lead", "tin"]),
        ("Stocks of copper rose 4% and of cobalt 6%.", "inventory_change", "up", ["copper", "cobalt"]),
        ("Its silver output rose 4% in May and its zinc output 9%.", "production_change", "up", ["silver", "zinc"]),
        ("Copper lost 1.4%, tin 0.6% and zinc 2.3%.", "price_move", "down", ["copper", "tin", "zinc"]),
        ("WTI slid $1.30 to $64.40 and Brent $1.10 to $68.10.", "price_move", "down", ["wti", "brent"]),
        ("镍产量下降6%，钨产量11%。", "production_change", "down", ["nickel", "tungsten"]),
    ],
)
def test_later_members_of_a_row_do_what_the_first_did(text: str, kind: str, direction: str, goods: list[str]) -> None:
    assert told(text) == [(kind, direction, (good,)) for good in goods]


@pytest.mark.parametrize(
    ("text", "goods"),
    [
        ("Gold rose 1% and silver 2% royalties were sold.", ["gold"]),
        ("Zinc output fell 3% and lead 40,000 tonnes was sold.", ["zinc"]),
        ("The zinc operating rate fell 3% and the lead operating rate 62%.", ["zinc"]),
        ("锌锭库存减少3100吨，铅锭库存8万吨。", ["zinc"]),
    ],
)
def test_a_number_of_another_kind_or_of_another_noun_is_no_member(text: str, goods: list[str]) -> None:
    assert [commodity for _, _, commodities in told(text) for commodity in commodities] == goods
