"""A denominator that an article tells once counts for the prices after it, of goods that are traded by it."""

from collections.abc import Sequence

import pytest
from tests.unit.detect.main_numbers import main_numbers
from tests.unit.detect.shipped import DETECTOR, RULES

from tocsin.detect.findings.reparse import exceptions
from tocsin.testing.builders import article


def _units(text: str) -> Sequence[str]:
    signals = DETECTOR.detect(article(text)).signals
    assert not [fault for signal in signals for fault in exceptions(signal, text, RULES)]
    return [dict(s.magnitudes.items())["level"].unit for s in signals]


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("Palladium fell 3.9% to $1,211 an ounce. Rhodium held at $4,875.", ["USD/oz", "USD/oz"]),
        ("Chicago wheat fell 2 cents to $5.31 a bushel. Corn was steady at $4.02.", ["USD/bu", "USD/bu"]),
        ("Danube wheat fell to $241 a tonne. Barley held at $219.", ["USD/t", "USD/t"]),
        ("Zinc rose 1% to $2,870 a ton. Silver slipped to $31.40.", ["USD/t", "USD/oz"]),
        (
            "Tin rose to $36,120 a ton. Funds were buying. Rain fell. It was quiet. Lead slipped to $2,031.",
            ["USD/t", "USD/t"],
        ),
        ("Silver fell 2% to $31.40 an ounce. Nickel rose to $15,310.", ["USD/oz", "USD/t"]),
        ("Gold hit a record above $2,410 in the spring.", ["USD/oz"]),
        ("Nickel rose to $15,310.", ["USD/t"]),
        ("Gallium rose to $690.", ["USD"]),
        ("Brent rose to $71.20 a barrel. WTI gained to $67.80.", ["USD/bbl", "USD/bbl"]),
    ],
)
def test_goods_traded_by_one_measure_share_its_word(text: str, units: Sequence[str]) -> None:
    assert _units(text) == units


def test_a_step_in_few_pounds_is_money_for_the_ton_of_its_price() -> None:
    (signal,) = DETECTOR.detect(article("London cocoa fell 35 pounds, or 0.8%, to 4,310 pounds a ton.")).signals
    step = signal.magnitudes.change_by
    assert step is not None
    assert (str(step.low), step.unit) == ("35", "GBP/t")
    assert not list(exceptions(signal, signal.evidence.text, RULES))


@pytest.mark.parametrize(
    ("text", "per_ton"),
    [
        ("Hot-rolled coil was assessed at $1,000/st, up by $20/st.", "1102"),
        ("The rebar mill's list price rose to $900/nt.", "992"),
        ("No 1 busheling scrap rose to $400/gt.", "393"),
    ],
)
def test_short_net_and_gross_tons_are_told_by_their_signs(text: str, per_ton: str) -> None:
    level = next(m for s in DETECTOR.detect(article(text)).signals if (m := s.magnitudes.level) is not None)
    assert (str(int(level.low)), level.unit) == (per_ton, "USD/t")


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Coal stocks grew to 41 million tonnes (mt). Coal output is to rise by 6 mt in May.", "6000000 t"),
        ("Coal stocks grew. Coal output is to rise by 6 mt in May.", "6 t"),
    ],
)
def test_mt_is_what_the_article_says_it_is(text: str, number: str) -> None:
    assert number in main_numbers(text, "production_change")
