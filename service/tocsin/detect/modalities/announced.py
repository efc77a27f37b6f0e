"""Announced: words of doubt and hope that are none, since somebody has announced a thing, or its outcome is held against a goal."""

import re

from tocsin.detect.scenes.scene import Candidate, Scene
from tocsin.detect.words.hits import Hit

_ANNOUNCED = re.compile(
    r"\b(?:announc(?:ed|ement|ing)|confirm(?:ed|ing)|decid(?:ed|ing)|decision|declar(?:ed|ing)|decreed|ordered|ruled|said|pledged|vowed|promised|agreed|reveal(?:ed|ing)|stated|notified|told)\b"
    r"(?:(?! (?:if|could|may|might|whether)\b)[^.;])*\Z"
)
"""What makes of `would be` behind it the future seen from then: `announced that a duty would be placed on tin`."""


_PROPOSED_DEAL = re.compile(
    r"(?:planned |proposed )?(?:[$€£a-z]{0,3}[\d.,]+ (?:million |billion |bn |mln |bln |m )?|friendly |friendlier |all-share |all-cash |cash |takeover |hostile |joint )*(?:acquisition|takeover|merger|purchase|buyout|tie-up|combination|offer|bid|sale|deal|disposal|divestment)\b"
)
"""What follows `proposed`, where a deal has been proposed by those who would close it: `its proposed $2 billion takeover of`."""
_NO_PARTY = re.compile(r"\b(?:an?|any|no|possible|potential) \Z")


def is_announced(cue: Hit, candidate: Candidate, scene: Scene) -> bool:
    """Tell whether `would be` is what somebody has announced, or `proposed` a deal that its parties have."""
    low = scene.low
    if candidate.type == "mna" and low.startswith("proposed", cue.start):
        if scene.says_before(_NO_PARTY, cue.start, 12):
            return False
        return _PROPOSED_DEAL.match(low, cue.end + 1) is not None
    return low.startswith("would be", cue.start) and scene.says_before(_ANNOUNCED, cue.start) is not None


_AGREED = ("agree to", "agrees to", "agreed to")


def is_agreed(cue: Hit, candidate: Candidate, scene: Scene) -> bool:
    """Tell whether two parties agree to what is itself an agreement: who has agreed to end a contract has ended it."""
    return candidate.type == "large_contract" and scene.low.startswith(_AGREED, cue.start)


_STAYS = re.compile(
    r" ?(?:to |still |now |likely |also )*(?:stay|remain|continue|keep|be kept)\b(?:(?! and | but )[^,;.]){0,40}\Z|[^,;。]{0,4}(?:继续|繼續|维持|維持|保持|仍然?)(?:处于|在)?\Z|(?<=仍将)\Z"
)
"""What stands between a word of expectation and a stop that lasts on: `would stay shut`, 将继续停产."""


def lasts_on(cue: Hit, candidate: Candidate, scene: Scene) -> bool:
    """Tell whether only the end of a stop is still to come, which has begun: `will remain shut until Friday`."""
    if candidate.direction not in {"halt", "loss"} or cue.end > candidate.end:
        return False
    return _STAYS.match(scene.low, cue.end, candidate.start if scene.sentence.chinese else candidate.end) is not None


_MET = frozenset(["target-beaten", "target-missed", "output-target-beaten", "output-target-missed"])
_GOALS = ("guidance", "target", "forecast", "plan", "budget", "estimate", "expectation")
"""What output is held against."""
_AGAINST = re.compile(
    r"\b(?:short of|below|above|ahead of|in line with|than|beat(?:s|ing)?|top(?:s|ped|ping)|exceed(?:s|ed|ing)?|miss(?:es|ed|ing)|surpass(?:es|ed|ing)|outperform(?:s|ed|ing))"
    r" (?:[\w'’-]+ ){0,3}\Z"
)


def is_held_against(cue: Hit, candidate: Candidate, scene: Scene) -> bool:
    """Tell whether a goal is only what output was held against: `fell short of expectations`."""
    if not scene.low.startswith(_GOALS, cue.start):
        return False
    return candidate.rule in _MET or scene.says_before(_AGAINST, cue.start, 48) is not None


_UNFORESEEN = re.compile(
    r"(?:没想到|没料到|没有想到|没有料到|未料到|未曾料到|想不到|料想不到|始料未及|出乎[^,;。]{0,6}意?料|意想不到|不曾想|谁知|不料)[^;。]{0,40}\Z"
)
_EVEN = ("竟", "竟然", "居然", "反倒", "反而")


def is_unforeseen(cue: Hit, scene: Scene) -> bool:
    """Tell whether a Chinese 会 says what came though nobody thought it would: 谁也没想到锡价会上涨3%."""
    low = scene.low
    if not low.startswith("会", cue.start):
        return False
    return low.endswith(_EVEN, scene.sentence.start, cue.start) or scene.says_before(_UNFORESEEN, cue.start) is not None
