"""A stop that an article on a restart only recalls is its setting."""

import pytest
from tests.unit.detect.shipped import DETECTOR

from tocsin.messages import Modality
from tocsin.testing.builders import article


@pytest.mark.parametrize(
    "text",
    [
        "Norska restarts zinc smelter\n\nNorska has restarted zinc production at Halden, five weeks after a fire closed the smelter.",
        "Belo mine runs again\n\nIron ore mining at Belo resumed on Monday following a month-long shutdown that began with a dam alarm.",
        "青崖石化丙烯装置重启\n\n青崖石化20万吨/年丙烯装置5月9日重启，该装置4月12日因故障停车。",
        "Tarrow铜矿恢复生产\n\n因罢工停产20天的Tarrow铜矿周四恢复生产。",
    ],
)
def test_the_stop_that_a_restart_ends_is_background(text: str) -> None:
    signals = DETECTOR.detect(article(text)).signals
    told = {(s.direction, s.modality) for s in signals if s.type == "production_change"}
    assert ("resume", Modality.ACTUAL) in told
    assert ("halt", Modality.ACTUAL) not in told


@pytest.mark.parametrize(
    "text",
    [
        "Norska shuts zinc smelter again\n\nNorska has halted zinc production at Halden again, two days after the smelter restarted.",
        "Laos lifts mining ban\n\nLaos has lifted its mining ban, and tin mines have resumed work. A stop to mining at a tin mine in Bolivia was told a day after.",
        "Agora restarts Belo but shuts Minas\n\nAgora resumed iron ore mining at Belo but halted iron ore mining at Minas on Monday.",
    ],
)
def test_a_stop_that_is_news_stays_news(text: str) -> None:
    signals = DETECTOR.detect(article(text)).signals
    assert ("halt", Modality.ACTUAL) in {(s.direction, s.modality) for s in signals}
