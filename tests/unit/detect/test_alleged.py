"""What one party to a case says of another is no fact of a market; what a ruling does to works, and a state's charge, are."""

import pytest
from tests.unit.detect.shipped import told


@pytest.mark.parametrize(
    "text",
    [
        "Judge drops cobalt buyers' suit\n\nBuyers had accused three traders of conspiring to drive up cobalt prices by cutting supply.",
        "Zinc antitrust claims go on, court rules\n\nThe brokers hoarded 40,000 tonnes of zinc, and zinc premiums rose 30%.",
        "Smelters face suit\n\nPlaintiffs allege that the smelters colluded and curbed lead production, which raised lead prices.",
        "Tin users go to court\n\nThe class action claims that the firms agreed to stockpile tin in sheds in Ohio.",
    ],
)
def test_what_a_party_alleges_is_no_fact(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        (
            "Court halts Orvane copper mine\n\nA court ordered the Orvane copper mine to stop production after a lawsuit by villagers.",
            ("production_change", "halt", ("copper",)),
        ),
        (
            "Tin jumps 5% as traders eye lawsuit\n\nTin rose 5% on Monday; brokers shrugged off a lawsuit.",
            ("price_move", "up", ("tin",)),
        ),
    ],
)
def test_what_happens_beside_a_case_is_told(text: str, fact: tuple[str, str, tuple[str, ...]]) -> None:
    assert fact in told(text)
