"""Spent runs: nouns of gain or loss that tell of a run only to say that it ends, is undone or cut short, which frames tell.

`Zinc erases early losses`, `the lead rally fizzles`, `put the brakes on the rally`, `the slide is over`: the noun is no move of its own.
"""

import re

from tocsin.detect.words.hits import Hit

_UNDOES = re.compile(
    r"\b(?:eras(?:es?|ed|ing)|recoup(?:s|ed|ing)?|recover(?:s|ed|ing)?|revers(?:es?|ed|ing)|wip(?:es?|ed|ing) (?:out|off|away)|"
    r"claw(?:s|ed|ing)? back|overc[ao]me(?:s)?|regain(?:s|ed|ing)?|mak(?:es?|ing) up|made up|"
    r"surrender(?:s|ed|ing)?|giv(?:es?|ing) (?:up|back)|gave (?:up|back)|hand(?:s|ed|ing)? back|snuff(?:s|ed|ing)? out)"
    r" (?:for )?(?:(?:an?|all|most|much|some|half|part|nearly|of|its|their|the|this|early|earlier|recent|initial|overnight|previous|last|weekly|monthly|daily|yearly|annual|[a-z]+'s|[a-z]+day's|week's|session's|month's|day's|year's) )*\Z"
)
"""What makes of a loss or gain its opposite: `erases early losses`."""
_UNDOERS = ("eras", "claw", "revers", "recoup", "surrender", "relinquish", "forfeit", "wip")
_UNDONE = re.compile(r"(?: [a-z'-]+){0,4} (?:loss|losses|declines?)\b")
_RUNS = (
    "loss",
    "losses",
    "decline",
    "declines",
    "fall",
    "drop",
    "slide",
    "gain",
    "gains",
    "advance",
    "advances",
    "rally",
    "rise",
    "climb",
    "rebound",
    "jump",
)


_WINS = (
    "rallies",
    "recoveries",
    "winning streak",
    "winning run",
    "gaining streak",
    "rally",
    "advance",
    "climb",
    "gains",
    "rise",
    "rebound",
    "surge",
    "run-up",
    "recovery",
    "bounce",
    "comeback",
    "bull run",
)
_RUNS_AND_WINS = (*_RUNS, *_WINS)
_FIZZLES = re.compile(
    r" (?:fizzle[sd]?|fade[sd]|stall(?:s|ed)|falter(?:s|ed)|los(?:es|t) steam|r[ua]ns? out of|running out of|losing (?:steam|momentum)|los(?:es|t) momentum|peter(?:s|ed) out|cool(?:s|ed)|unravel(?:s|led)|is over|sputter(?:s|ed)|hits? (?:a (?:brick )?wall|the brakes|the buffers|resistance)|ran into a wall|fell (?:apart|flat)|(?:prove[sd]|was|is proving) short-lived|came (?:undone|unstuck)|(?:petering|fizzling) out|runs aground"
    r"|gr(?:inds|ound) to a halt|c(?:omes|ame) to an end|has (?:come to an end|ended|run its course))\b"
)
"""What makes of a rally one that is over, which frames tell: `the lead rally fizzles`."""


_SLIDES = (
    "losing streak",
    "losing run",
    "slide",
    "slump",
    "decline",
    "sell-off",
    "selloff",
    "rout",
    "plunge",
    "retreat",
    "fall",
    "losses",
    "tumble",
    "correction",
)
_IS_OVER = re.compile(
    r" (?:(?:is|are|looks?|appears?) over|(?:has |have )?(?:ended|run (?:its|their) course|bottomed out|come to an end)|bottoms out|came to an end|comes to an end|r[ua]ns? out of steam|los(?:es|t) steam)\b"
)
"""What makes of a slide one that is over, which frames tell too: `the recent slide is over`."""
_CUT_SHORT = re.compile(
    r"\b(?:put(?:s|ting)? (?:the brakes on|an end to)|slam(?:s|med)? the brakes on|br(?:ings|ought) an end to|call(?:s|ed) time on|t(?:akes|ook) the (?:wind|steam) out of"
    r"|cut(?:s|ting)? short|derail(?:s|ed)|interrupt(?:s|ed)) (?:[a-z'’-]+ ){1,4}\Z"
)
"""What ends a run of prices from outside, which frames tell: `put the brakes on gold's rally`."""


_GOES_ON = ("accelerat", "deepen", "continu", "resum", "extend", "broaden", "picks up", "picked up", "widen")
"""Verbs that say of a run that it goes on, whichever way it goes: `the price rout accelerates`."""
_OF_RUN = re.compile(
    rf"\b(?:{'|'.join((*_SLIDES, *_WINS, 'meltdown', 'downturn', 'crash'))}) (?:has |have |is |was )?\Z"
)


def undone(low: str, hit: Hit) -> bool:
    """Tell whether a noun of loss or gain is the object of a verb that undoes it, or a verb undoes losses or only says that they go on, which frames tell."""
    if low.startswith(_GOES_ON, hit.start) and _OF_RUN.search(low, max(0, hit.start - 24), hit.start):
        return True
    if low.startswith(_UNDOERS, hit.start) and _UNDONE.match(low, hit.end):
        return True
    if low.endswith(_WINS, hit.start, hit.end) and _FIZZLES.match(low, hit.end):
        return True
    if low.endswith(_SLIDES, hit.start, hit.end) and _IS_OVER.match(low, hit.end):
        return True
    if low.endswith(_RUNS_AND_WINS, hit.start, hit.end) and _CUT_SHORT.search(low, max(0, hit.start - 64), hit.start):
        return True
    return (
        low.endswith(_RUNS, hit.start, hit.end) and _UNDOES.search(low, max(0, hit.start - 48), hit.start) is not None
    )
