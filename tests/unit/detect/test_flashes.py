"""Flashes: headlines in capitals as wires send them, where months, signs, scales and `TO` look otherwise."""

import pytest
from tests.unit.detect.shipped import DETECTOR

from tocsin.messages import Signal
from tocsin.testing.builders import article


def told(text: str) -> Signal:
    (signal,) = DETECTOR.detect(article(text)).signals
    return signal


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("PERU MAY ZINC OUTPUT FALLS 4.1% Y/Y", ("production_change", "actual", "4.1")),
        ("PERU MAY CUT ZINC OUTPUT BY 4%", ("production_change", "possible", "4")),
        ("*GHANA TO BAN MANGANESE ORE EXPORTS FROM JULY", ("export_control", "expected", None)),
        ("KOREA TO RELEASE 900 T OF TIN FROM RESERVES", ("stockpiling", "expected", "900")),
        ("EIA: U.S. GASOLINE STOCKS -2.6M BBLS", ("inventory_change", "actual", "2600000")),
        ("Orano lifts 2027 uranium output guidance to 9,400 tU", ("production_change", "expected", "9400")),
        ("Palladium settles at $1,120, +2.4%", ("price_move", "actual", "2.4")),
        ("Spot uranium at $81.20/lb, down 35c", ("price_move", "actual", "0.35")),
        ("SSAB ups hot-rolled coil prices by 40 euros", ("price_move", "actual", "40")),
        ("KC wheat ends 4-3/4c higher at $5.62-1/2 a bushel", ("price_move", "actual", "0.0475")),
        ("Minneapolis wheat loses 9-1/2c to $6.03", ("price_move", "actual", "0.095")),
        ("Wheat: Romania 11.5% FOB $231/t, down $3", ("price_move", "actual", "3")),
        ("JAPAN REFINERY RUNS FELL 2.8% LAST WEEK", ("production_change", "actual", "2.8")),
        ("PAKISTAN FUEL SALES UP 6% Y/Y IN APRIL", ("demand_change", "actual", "6")),
        ("REPSOL RESTARTS LA PAMPILLA REFINERY AFTER SPILL", ("production_change", "actual", None)),
        ("Dalian coking coal ends daytime trade down 2.2%", ("price_move", "actual", "2.2")),
    ],
)
def test_flashes(text: str, expected: tuple[str, str, str | None]) -> None:
    signal = told(text)
    number = signal.magnitude and format(signal.magnitude.value.normalize(), "f")
    assert (signal.type, str(signal.modality), number) == expected


def test_a_number_behind_a_mark_is_where_it_came_to() -> None:
    signal = told("LME lead hits record high $4,310/t")
    assert signal.magnitude is not None
    assert (signal.magnitude.kind, str(signal.magnitude.value)) == ("level", "4310")


def test_a_temperature_is_no_money() -> None:
    signals = DETECTOR.detect(article("Temperatures were down 5c as corn prices fell 2%.")).signals
    assert [str(s.magnitude and s.magnitude.unit) for s in signals] == ["percent"]
