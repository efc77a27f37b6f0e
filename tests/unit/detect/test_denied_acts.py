"""An act that a sentence says was not done is denied; what did not move is no news."""

import pytest
from tests.unit.detect.shipped import DETECTOR

from tocsin.messages import Modality
from tocsin.testing.builders import article


def told(text: str) -> list[tuple[str, str, Modality]]:
    return [(signal.type, signal.direction, signal.modality) for signal in DETECTOR.detect(article(text)).signals]


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("Jakarta has not banned bauxite exports.", ("export_control", "tighten")),
        ("There was no cut in zinc output at the works, the owner said.", ("production_change", "down")),
        ("矿方回应：钴矿没有停产计划。", ("production_change", "halt")),
        ("冶炼厂澄清，锡产线并未停产，传闻不实。", ("production_change", "halt")),
    ],
)
def test_an_act_not_done_is_denied(text: str, fact: tuple[str, str]) -> None:
    assert told(text) == [(*fact, Modality.DENIED)]


@pytest.mark.parametrize(
    "text",
    [
        "Zinc did not fall on Friday.",
        "Jakarta has not yet banned bauxite exports.",
        "Corvane had planned to cut zinc output by 6% but did not.",
        "锌矿供应没有减少，价格平稳。",
        "该国尚未禁止铝土矿出口。",
    ],
)
def test_what_did_not_move_or_may_still_come_is_no_denial(text: str) -> None:
    assert [fact for fact in told(text) if fact[2] is Modality.DENIED] == []


@pytest.mark.parametrize(
    "text",
    [
        "Jakarta declined to lift its ban on bauxite exports.",
        "Corvane declined to cut zinc output.",
        "The producers shied away from cutting oil output.",
        "The cabinet turned down a request to raise oil output.",
    ],
)
def test_an_act_that_was_refused_tells_nothing(text: str) -> None:
    assert [fact for fact in told(text) if fact[2] is not Modality.DENIED] == []
