"""What an English sentence below the headline only aims at, supposes or offers as a reason is no fact."""

import pytest

from tocsin.detect import Detector
from tocsin.messages import Modality, Signal
from tocsin.rules.loader import load_rules
from tocsin.testing.builders import article

DETECTOR = Detector(load_rules())
HEAD = "Harrow Metals Outlines Plans for the Season\n\nThe company released an update today from its head office.\n\n"
FILLER = "The board met on Monday. " * 6


def found(text: str) -> list[Signal]:
    signals = DETECTOR.detect(article(HEAD + text)).signals
    return [signal for signal in signals if signal.modality is not Modality.HISTORICAL]


@pytest.mark.parametrize(
    "text",
    [
        "Management's objective is to increase copper production through optimisation of the flotation circuit.",
        "The company's prospects for discovering further lithium brines have improved, the chairman said.",
        "Gold is a hedge, and gold prices tend to rise when real rates fall.",
        "Should nickel prices fall, the second phase will wait.",
        "The shares offer exposure to a rising gold price.",
        "The board will continue to review the acquisition of high-quality nickel properties.",
        "Hole HB-24-17 brought lower grades and produced 12.4 m at 1.8% copper.",
        "Deliveries begin once the tin mine commences production.",
        "The lender signed a letter of intent for a $300 million loan to the tungsten project.",
        "The company does not expect gold production to start before a feasibility study is complete.",
        "There is no assurance that copper production will begin.",
        "Supply shortages and rising costs trouble the lithium industry.",
        "The mill makes titanium parts and has the throughput to meet growing production demands.",
        "Silver shares rallied with the market.",
        FILLER + "Zinc output could increase.",
    ],
)
def test_aims_conditions_and_reasons_tell_nothing(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "kind", "direction"),
    [
        ("The goal is to increase copper production to 90,000 tonnes a year.", "production_change", "up"),
        ("The company is focused on restarting its tin mine.", "production_change", "resume"),
        ("Brazil said shipments of roasted coffee fell 8%.", "production_change", "down"),
        ("Silver shares rallied 6%.", "equity_move", "up"),
        (FILLER + "Zinc output could increase by 12,000 tonnes.", "production_change", "up"),
    ],
)
def test_with_a_number_or_as_a_standstill_over_they_do(text: str, kind: str, direction: str) -> None:
    assert [(signal.type, signal.direction) for signal in found(text)] == [(kind, direction)]


def test_all_that_a_denied_rumour_says_is_denied() -> None:
    text = "The chairman denied speculation that Harrow was in talks to sell its zinc mine."
    assert [signal.modality for signal in found(text)] == [Modality.DENIED]
