"""A text full of the words of explanation teaches, and one that tells a day or has few of them reports."""

import pytest
from tests.unit.detect.shipped import told

ENGLISH = (
    "How zinc and the yen get along\n\nThe relationship between the yen and zinc is complex and often watched. Zinc tends to climb when the yen slips."
    "\n\nOn the other hand, a firm yen makes the metal dear abroad. As a result, the demand for zinc falls and the price of zinc drops."
    "\n\nIt's important to keep in mind that stocks matter too. For instance, a full shed can push up nothing at all."
)
CHINESE = (
    "锡价与汇率的二三事\n\n锡与汇率通常呈反向关系。当本币走弱时,锡的机会成本下降,需求增加,锡价上涨。\n\n反之,本币走强则会压低锡价。"
    "例如,加息预期升温时,资金流出,锡价下跌。供需关系同样影响价格,库存减少会推动锡价上涨。"
)

BY_SEASON = (
    "季节与白糖期货的关系\n\n白糖期货受多重因素影响,其中季节性因素扮演着重要角色。\n\n榨季高峰时,新糖集中上市,库存回升,糖价往往承压。"
    "\n\n而甘蔗生长期供应减少,价格上涨。天气的影响机制更为复杂,干旱使产量下降。"
)


@pytest.mark.parametrize("text", [ENGLISH, CHINESE, BY_SEASON])
def test_a_text_that_explains_tells_nothing(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        (
            ENGLISH.replace("\n\nThe relationship", "\n\nZinc rose 4% on Tuesday. The relationship", 1),
            ("price_move", "up", ("zinc",)),
        ),
        (CHINESE.replace("\n\n锡与", "\n\n6月9日,沪锡上涨3%。锡与", 1), ("price_move", "up", ("tin",))),
        (
            "Zinc slips as yen firms\n\nZinc fell 2%. A firm yen typically weighs on metals.",
            ("price_move", "down", ("zinc",)),
        ),
    ],
)
def test_a_report_that_also_explains_is_news(text: str, fact: tuple[str, str, tuple[str, ...]]) -> None:
    assert fact in told(text)
