"""Sentences with a company's revenue travel with a contract, and with nothing else."""

import pytest
from tests.unit.detect.shipped import DETECTOR

from tocsin.testing.builders import article

DEAL = "Kestrel Metals has signed a contract worth $90 million to supply antimony to a European smelter."
DEAL_ZH = "华岭股份公告称，公司签订锑锭供货合同，合同金额3.6亿元。"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            f"{DEAL}\n\nThe company had revenue of $45 million in 2024.",
            ["The company had revenue of $45 million in 2024."],
        ),
        (f"{DEAL_ZH}\n\n该金额占公司2024年营业收入的12%。", ["该金额占公司2024年营业收入的12%。"]),
        (f"{DEAL}\n\nDeliveries begin in June; revenue is not disclosed.", []),
        ("Antimony prices rose 5% on Monday.\n\nThe company had revenue of $45 million in 2024.", []),
    ],
)
def test_a_revenue_is_quoted_beside_a_contract(text: str, told: list[str]) -> None:
    found = DETECTOR.detect(article(text))
    assert [quote.text for quote in found.revenue] == told
    assert all(text[quote.start : quote.end] == quote.text for quote in found.revenue)
