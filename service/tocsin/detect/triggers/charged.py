"""Charged: goods that a sentence names for the duty, tax or subsidy on them, so that money behind them is no price."""

import re

from tocsin.detect.scenes.scene import Scene

_ON = re.compile(
    r"\b(?:dut(?:y|ies)|lev(?:y|ies)|tax(?:es)?|tariffs?|rebates?|subsid(?:y|ies)|refunds?|restitutions?|royalt(?:y|ies)) (?:on|for|of) (?:[\w'’-]+ ){0,5}\(?\Z"
)
"""What stands before them: `lifted the export levy on crude palm oil (CPO) to $31 a tonne`."""


def is_charged(goods: int, scene: Scene) -> bool:
    """Tell whether English goods that begin at a place are what a charge is on."""
    return not scene.sentence.chinese and scene.says_before(_ON, goods, 64) is not None
