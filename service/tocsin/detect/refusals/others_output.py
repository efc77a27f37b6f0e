"""Others' output: what is made, kept or used of things that are no goods of ours, and supply that a measure squeezes.

`Output of porous welds drops` in a text on aluminium tells of welds. `Controls squeeze supply` tells what a measure does, and no works.
"""

import re

from tocsin.detect.scenes.drafts import Draft
from tocsin.detect.scenes.scene import Scene
from tocsin.detect.topics.neutral import leaves_open

_OF = re.compile(r" of (?P<what>(?:[a-z][a-z'’-]+ ?){1,3})")
_ENDS = re.compile(
    r"\b(?:at|in|on|by|for|from|to|with|as|and|or|is|are|was|were|will|would|has|have|had|may|could|should|which|that|this|last|than|when|while|after|it|them|which|whom|us)\b"
)
"""What ends the words behind `of`."""
_OPEN = re.compile(
    r"\b(?:[a-z]+-grade|grades?|ores?|concentrates?|ingots?|cathodes?|billets?|slabs?|scrap|oxides?|powders?|alloys?|fuels?|crude|grains?|crops?|beans?|seeds?|fertili[sz]ers?|chemicals|minerals?|commodities|units?|materials?|products?|goods|groups?|firms?|lines?|business|division|segment|assets?|commodit(?:y|ies)|metals?|raw|companies|owners?|members?|makers?|tonnes?|tons?|barrels?|ounces?|pounds|bushels?|bags|bales|cargoes|equivalent|nearly|about|around|some|only|just|over|up|more|less)\b"
)
"""Further words that leave open of which goods."""
_COUNTED = frozenset(["production_change", "demand_change", "inventory_change"])


_OF_MONEY = re.compile(
    r" (?:and (?:[a-z]+ ){1,2})?(?:investments?|spending|expenditures?|outlays?|budgets?|capex|equipment|technology|taxes|licen[cs]es)\b"
)
"""What makes of output before it the purpose of money: `oil production investment fell 6%`."""


def is_of_others(draft: Draft, scene: Scene) -> bool:
    """Tell whether what moves is said to be of a thing that is no goods, where the goods are those of another sentence."""
    subject = draft.candidate.subject
    if subject is not None and draft.type == "production_change" and _OF_MONEY.match(scene.low, subject.end):
        return not draft.sentence.chinese
    if not draft.carried or draft.type not in _COUNTED or draft.sentence.chinese or subject is None:
        return False
    of = _OF.match(scene.low, subject.end, draft.sentence.end)
    if of is None:
        return False
    start, end = of.span("what")
    moves = [move.start for move in scene.found.moves if start <= move.start < end]
    end = min([end, *moves])
    stop = _ENDS.search(scene.low, start, end)
    what = scene.folded.plain[start : end if stop is None else stop.start()].strip()
    if not what or not what.islower() or _OPEN.search(what):
        return False
    return not leaves_open(what)


_MEASURES = re.compile(
    r"\b(?:(?:export|import|trade) )?(?:controls|curbs|restrictions|bans?|embargo|tariffs|sanctions|quotas|licensing|duties) (?:[a-z]+ly |have |has |had |that |which )*\Z"
)
"""What does a thing to supply that no works have done."""


def is_of_measures(draft: Draft, scene: Scene) -> bool:
    """Tell whether a measure is what squeezes supply: `as the controls squeeze supply`."""
    if draft.type != "production_change" or draft.sentence.chinese or not draft.candidate.rule.endswith("object_verb"):
        return False
    subject = draft.candidate.subject
    if subject is None or not scene.low.startswith("suppl", subject.start):
        return False
    return scene.says_before(_MEASURES, draft.candidate.start, 48) is not None
