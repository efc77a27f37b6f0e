"""What the tests of main numbers ask: the number and unit of each signal of a type, every slot of which parses back."""

from tests.unit.detect.shipped import DETECTOR, RULES

from tocsin.detect.findings.reparse import exceptions
from tocsin.testing.builders import article


def main_numbers(text: str, kind: str) -> set[str]:
    """Return the main numbers of a text's signals of one type, as `41200 USD/t`."""
    signals = DETECTOR.detect(article(text)).signals
    assert not [fault for signal in signals for fault in exceptions(signal, text, RULES)]
    return {
        f"{main.value.normalize():f} {main.unit}"
        for signal in signals
        if signal.type == kind and (main := signal.magnitude) is not None
    }
