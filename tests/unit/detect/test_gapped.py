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


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        (
            "Lead production climbed 7% and zinc fell 12%, the statistics office said.",
            [("production_change", "up", ("lead",)), ("production_change", "down", ("zinc",))],
        ),
        (
            "Output of nickel rose 7% while cobalt dropped 12% in June.",
            [("production_change", "up", ("nickel",)), ("production_change", "down", ("cobalt",))],
        ),
        (
            "Gold production slipped 3%, silver rose 4% and zinc fell 12%.",
            [
                ("production_change", "down", ("gold",)),
                ("production_change", "up", ("silver",)),
                ("production_change", "down", ("zinc",)),
            ],
        ),
        (
            "Lead output fell 3% in May, while zinc traded 4% lower.",
            [("production_change", "down", ("lead",)), ("price_move", "down", ("zinc",))],
        ),
        (
            "Steel production rose 14.2%, coal 11.4%, while crude oil fell 1.2%.",
            [
                ("production_change", "up", ("steel",)),
                ("production_change", "up", ("coal",)),
                ("production_change", "down", ("crude_oil",)),
            ],
        ),
        (
            "Paraguay will cut export duties on soybeans to 21% from 28% and on corn to 8.5% from 11%.",
            [("export_control", "ease", ("soybeans",)), ("export_control", "ease", ("corn",))],
        ),
        (
            "Nepal raised its import duty on crude palm oil to 20% and on crude soyoil to 22% on Friday.",
            [("export_control", "tighten", ("palm_oil",)), ("export_control", "tighten", ("soybean_oil",))],
        ),
        (
            "Manila cut its export levy to 7.5% on palm oil and to 5% on nickel ore.",
            [("export_control", "ease", ("palm_oil",)), ("export_control", "ease", ("nickel_ore",))],
        ),
    ],
)
def test_further_goods_share_the_noun_or_the_measure_of_the_first(
    text: str, facts: list[tuple[str, str, tuple[str, ...]]]
) -> None:
    assert told(text) == facts
