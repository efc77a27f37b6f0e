"""May: whether the word is the month or the verb of doubt, which in a headline of capitals look alike."""

import re

from tocsin.detect.calendar.months import TRADED
from tocsin.detect.scenes.scene import Scene
from tocsin.detect.words.hits import Hit

_ENDS = re.compile(r" ?(?:[:;,.)/|]|\Z|\n|(?:20)\d\d\b)")
"""What stands behind a month, and behind no auxiliary verb: `MONTHLY REVIEW - MAY: prices fall`."""
_ACTS = re.compile(
    r" (?:(?:Also|Soon|Not|Still|Yet|Even|Now|Never|Well|Only|Again|Further) )*(?:"
    r"Be|Have|Need|Face|See|Take|Make|Get|Go|Come|Keep|Lose|Gain|Win|Give|Turn|Put|Seek|Become|Remain|Stay|"
    r"Fall|Rise|Drop|Climb|Slip|Slide|Sink|Soar|Surge|Jump|Plunge|Tumble|Ease|Firm|Rally|Recover|Rebound|"
    r"Retreat|Weaken|Strengthen|Double|Triple|Halve|Hit|Reach|Top|Exceed|Shrink|Grow|Expand|Widen|Narrow|"
    r"Deepen|Tighten|Loosen|Peak|Boost|Raise|Lift|Hike|Increase|Cut|Slash|Trim|Lower|Reduce|Curb|Limit|Cap|"
    r"Restrict|Ban|Bar|Block|Halt|Stop|Suspend|Shut|Close|Idle|Mothball|Delay|Defer|Postpone|Extend|End|"
    r"Resume|Restart|Reopen|Start|Begin|Open|Launch|Build|Buy|Sell|Acquire|Divest|Bid|Sign|Award|Tap|"
    r"Release|Draw|Add|Impose|Levy|Scrap|Remove|Allow|Let|Force|Push|Pull|Drive|Send|Leave|Lead|Help|Hurt|"
    r"Weigh|Spur|Prompt|Trigger|Disrupt|Threaten|Abandon|Cancel|Withdraw|Reject|Approve|Consider|Review|"
    r"Revise|Ramp|Ship|Spend|Invest|Pay|Switch|Shift|Move|Join|Return"
    r"|Accelerate|Continue|Curtail|Decline|Dip|Miss|Shed|Slow|Swing|(?:Ex|Im)port(?! (?:Data|Duty|Duties|Prices?|Figures|Volumes?|Tax|Bans?|Quotas?|Growth|Orders)\b)"
    r")\b"
)
"""A verb as it stands behind `may`; words that are as often nouns (Supply, Output, Contract, Import) are left out."""
_DID = re.compile(rf" (?:{TRADED}|was|had)\b")
"""What a contract that only its month names did: `May closed 2 cents lower`."""
_OF_MONTH = re.compile(
    r"(?:[\d,'’]|\b(?:in|of|since|by|from|until|till|for|this|last|next|early|mid|late|on|through|to|and|between|before|after))"
    r"[ -]?\Z"
)
"""What stands before a month: `oil fell since May cut in quotas`."""


def is_month(cue: Hit, scene: Scene) -> bool:
    """Tell whether a cue is the month of May: it has a capital, and stands within a sentence, before goods or where a clause ends.

    Among capitals alone, right before goods or what moves: `CHINA MAY COPPER OUTPUT FALLS`.
    """
    word = scene.folded.plain[cue.start : cue.end]
    if word == "May" and cue.start == scene.sentence.start and _DID.match(scene.low, cue.end):
        return True
    if word in {"May", "MAY"} and _ENDS.match(scene.low, cue.end):
        return True
    if word == "MAY":
        return any(0 <= hit.start - cue.end <= 1 for hit in (*scene.found.commodities, *scene.subjects))
    if word != "May" or _is_auxiliary(cue, scene):
        return False
    return cue.start > scene.sentence.start or any(0 <= hit.start - cue.end <= 1 for hit in scene.found.commodities)


def _is_auxiliary(cue: Hit, scene: Scene) -> bool:
    """Tell whether the capital is only a headline's: `Weak Rupee May Boost Gold Price`, where `May Copper Output Falls` is the month's."""
    return _ACTS.match(scene.folded.plain, cue.end) is not None and not scene.says_before(_OF_MONTH, cue.start)
