"""A report that a later sentence rejects states nothing."""

import pytest
from tests.unit.detect.shipped import DETECTOR

from tocsin.messages import Modality
from tocsin.testing.builders import article


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        (
            (
                "Statement\n\nTarn Nickel notes recent media speculation about a sale of its Skell nickel mine. "
                "The board confirms that the report is incorrect."
            ),
            Modality.DENIED,
        ),
        (
            (
                "Clarification\n\nCertain media reports have claimed that the state will levy an export duty of 12% on chrome ore. "
                "There is no such proposal under consideration."
            ),
            Modality.DENIED,
        ),
        ("澄清公告\n\n有媒体报道称公司两条锌冶炼线停产。经核实，上述报道不属实，生产正常。", Modality.DENIED),
        ("澄清公告\n\n近日有媒体报道称公司将锡锭产量削减三成。公司没有上述减产计划。", Modality.DENIED),
        (
            "Fire at smelter\n\nMedia reports that zinc output at Skell fell 12% were right. The firm said that power is back.",
            Modality.ACTUAL,
        ),
    ],
)
def test_a_report_is_denied_where_it_is_rejected(text: str, modality: Modality) -> None:
    signal, *_ = DETECTOR.detect(article(text)).signals
    assert signal.modality is modality


@pytest.mark.parametrize(
    "text",
    [
        "问：有外媒称中方将全面禁止镓出口,是否属实？\n\n答：有关报道不属实。",
        "记者：有媒体称印尼将停止镍矿出口，请问是否属实？\n\n发言人：相关说法不实。",
        "印尼官员周四表示，目前未考虑限制镍铁出口。",
        "几内亚矿业部称，从未考虑过暂停铝土矿出口。",
    ],
)
def test_what_foreign_papers_tell_and_an_office_never_weighed_is_denied(text: str) -> None:
    (signal,) = DETECTOR.detect(article(text)).signals
    assert (signal.type, signal.direction, signal.modality) == ("export_control", "tighten", Modality.DENIED)


def test_a_rumour_denied_before_a_long_subject_is_denied() -> None:
    (signal,) = DETECTOR.detect(article("公司否认了有关旗下锑锭加工厂同步停产的传闻。")).signals
    assert (signal.type, signal.direction, signal.modality) == ("production_change", "halt", Modality.DENIED)
