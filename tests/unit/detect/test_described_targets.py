"""What a firm that is bought or sold makes, where the deal's own sentence names no goods and a later one says so."""

import pytest
from tests.unit.detect.shipped import told


@pytest.mark.parametrize(
    ("text", "direction", "goods"),
    [
        (
            "Halden agrees to sell unit to Kestrel\n\nHalden Industries told holders it agreed in principle to sell its Orvane unit to Kestrel Minerals for undisclosed terms. The sale closes in May. Orvane produces ferrosilicon.",
            "divest",
            "ferrosilicon",
        ),
        (
            "Norrland buys Tarvo Resources for C$85 million\n\nNorrland Corp has completed the purchase of Tarvo Resources. Tarvo is a zinc explorer with projects in Namibia.",
            "acquire",
            "zinc",
        ),
        (
            "Kestrel to buy rival\n\nKestrel Corp will pay $210 million in shares for Vestra. Vestra, which mines nickel in Tanzania, has been short of cash.",
            "acquire",
            "nickel",
        ),
    ],
)
def test_a_later_sentence_says_what_the_target_makes(text: str, direction: str, goods: str) -> None:
    assert told(text) == [("mna", direction, (goods,))]


@pytest.mark.parametrize(
    "text",
    [
        "Halden sells unit\n\nHalden Industries has agreed to sell the Orvane unit to Kestrel for $20 million. Orvane makes toys. Copper was not discussed.",
        "Kestrel to buy rival\n\nKestrel will pay $210 million for Vestra. Tarvo, which mines nickel, took no part.",
        "Halden pays a fine\n\nHalden will pay $3 million to Kestrel. The town has a zinc smelter.",
    ],
)
def test_goods_of_others_are_not_the_targets(text: str) -> None:
    assert told(text) == []
