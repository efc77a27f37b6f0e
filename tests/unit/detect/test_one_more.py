"""One more of its kind is told as such, and so is what a number was before; units of works have their numbers."""

import pytest
from tests.unit.detect.shipped import DETECTOR

from tocsin.messages import Signal
from tocsin.testing.builders import article


def only(text: str, kind: str) -> Signal:
    return next(signal for signal in DETECTOR.detect(article(text)).signals if signal.type == kind)


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        ("Jordan's grain buyer purchased another 60,000 tonnes of wheat on Thursday.", "large_contract", True),
        ("Jordan's grain buyer purchased 60,000 tonnes of wheat on Thursday.", "large_contract", False),
        ("A second Japanese producer shut a 180,000 tonnes/year styrene unit in Chiba.", "production_change", True),
        ("Its sister mine Quebrada Sur halted copper production on Thursday.", "production_change", True),
        ("Aguada Norte halted its copper mine; its sister mine is unaffected.", "production_change", False),
        ("约旦国有买家周四再次采购6万吨小麦。", "large_contract", True),
        ("Copper output fell 4% in May, another sign of strain.", "production_change", False),
    ],
)
def test_another_of_its_kind_is_marked(text: str, kind: str, *, expected: bool) -> None:
    signal = only(text, kind)
    assert signal.further is expected
    assert ("further" in signal.spans) is expected


def test_what_a_contract_was_before_is_kept() -> None:
    signal = only(
        "Sable Gas and Kitakami Power have raised the volume of their LNG contract from 0.6 million to 0.9 million tonnes a year.",
        "large_contract",
    )
    assert signal.former is not None
    assert signal.former.low == 600_000
    assert signal.former.unit == "t/yr"


@pytest.mark.parametrize(
    ("text", "before", "now"),
    [
        ("加纳监管机构修订上月决定，2027年度锰矿出口配额由240万吨改为210万吨。", 2_400_000, 2_100_000),
        (
            "The regulator amended its decision, so that the export quota for rice, first fixed at 2.4 million tonnes, now amounts to 2.1 million tonnes.",
            2_400_000,
            2_100_000,
        ),
    ],
)
def test_what_a_quota_was_before_is_kept(text: str, before: int, now: int) -> None:
    signal = only(text, "export_control")
    assert signal.magnitude is not None
    assert signal.former is not None
    assert (int(signal.former.low), int(signal.magnitude.value)) == (before, now)


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("The company has suspended production of styrene at its No. 2 unit of 310,000 tonnes a year.", "U2"),
        ("其年产31万吨的2号苯乙烯装置已停车。", "U2"),
        ("苯乙烯装置3月2号停车。", None),
    ],
)
def test_a_numbered_unit_of_works_is_a_part(text: str, unit: str | None) -> None:
    parts = (only(text, "production_change").period or "").split()
    assert next((part for part in parts if part.startswith("U")), None) == unit


@pytest.mark.parametrize(
    ("text", "until"),
    [
        ("Ghana has extended its ban on raw shea exports of bauxite until the end of the year.", "--12-31"),
        ("岭南铜业将停产检修期延长至5月中旬。", "--05"),
    ],
)
def test_an_end_without_a_day(text: str, until: str) -> None:
    assert [s.until for s in DETECTOR.detect(article(text)).signals][:1] == [until]


def test_a_market_that_feels_a_stop_is_no_place_of_it() -> None:
    signal = only("日本鹤见化学年产26万吨苯乙烯装置停车，华南市场现货收紧。", "production_change")
    assert signal.countries == ("JP",)
    assert signal.place is None
