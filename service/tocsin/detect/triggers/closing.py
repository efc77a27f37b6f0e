"""Closing: how a market ended, where a sentence first tells what it did on the way: `recovered from its lows to end 1.2% lower`."""

import re
from dataclasses import replace

from tocsin.detect.scenes.scene import Candidate, Scene

_AT_CLOSE = re.compile(
    r"(?:(?!\b(?:as|while|after|when|although|though|but)\b)[^,;.]|[.,](?=\d)){0,72}?[ ,]to (?:close|end|settle|finish)(?: (?:the|last) (?:day|session|week|month|quarter|year))?(?: (?:at|about|around|nearly))?"
    r"(?: (?:(?:[\d.,/-]+|[$€£]?[\d.,/-]+(?: ?(?:%|percent|pct|cents?|c|dollars|pounds|points?|yuan|ringgit))?)|a|an|per|to|[a-z]+ly|some|half|slightly|(?:one|two|three|four|five|six|seven|eight|nine|ten)(?: cents?| dollars| pounds| points?)?|lb|ton|tonne|ounce|barrel|bushel|tbf|cents?|dollars|percent)){0,7}"
    r" (?P<ended>lower|higher|weaker|stronger|firmer|softer|easier|down|up|in the (?:red|black)|in (?:negative|positive) territory)\b"
)
_UP = frozenset(["higher", "stronger", "firmer", "up", "in the black", "in positive territory"])


def turned_at_close(candidate: Candidate, scene: Scene) -> Candidate:
    """Return a price's move with the direction in which the market ended, where the sentence goes on to that; else itself."""
    if candidate.type != "price_move" or candidate.direction not in {"up", "down"} or scene.sentence.chinese:
        return candidate
    ended = _AT_CLOSE.match(scene.low, candidate.end, scene.sentence.end)
    if ended is None:
        return candidate
    direction = "up" if ended["ended"] in _UP else "down"
    return candidate if direction == candidate.direction else replace(candidate, direction=direction)
