"""Suppositions: English questions, conditions, made-up cases and what is so at all times, which state nothing of today.

`If all reap more, then prices will fall`, `for example, if growers offer 100 kg at $10`, `did not know when operations might resume`.
"""

import re

from tocsin.detect.calendar.months import FULL_MONTHS
from tocsin.detect.scenes.drafts import Draft
from tocsin.detect.scenes.scene import Scene
from tocsin.detect.texts.text import holds_any
from tocsin.messages import Modality

_OPENS_IF = re.compile(
    r"[\"'“‘(]*(?:now |(?:so|but|and) )?(?:(?:if|should|were|suppose|assuming|unless)\b[^,;]{4,90},|if\b[^,;]{4,90} then\b)"
)
"""A condition that opens a sentence."""
_GOES = re.compile(
    r"(?:moves?|rises?|falls?|goes|climbs?|drops?|widens?|narrows?|slips?|eases?|gains?|grows?|shrinks?|builds?|mounts?|swells?|soars?|surges?|plunges?|tumbles?|jumps?|declines?|increases?|decreases?|tightens?) ?(?:up|down)?\b"
)
"""What a market does by rule: `if a trade is done above the last, the price moves up`."""
_RULED = frozenset(["price_move", "demand_change", "inventory_change", "production_change", "supply_source"])
"""Types whose moves may be those of all times."""
_OF_MARKET = frozenset(["price_move", "demand_change", "inventory_change"])
"""Types of facts that nobody brings about, so that what follows a condition is a guess."""
_UNLIKELY = re.compile(
    r"[^;.]{0,90}, [^,;.]{2,48} (?:said|called|considered) (?:this|that|it) (?:(?:was|is|to be) )?(?:(?:highly|very|most|rather) )?unlikely\b"
)
"""What somebody holds unlikely behind it: `some meant to cut acreage by 20%, but the board said this was unlikely`."""
_WHAT_OF = re.compile(r"\b(?:why|what|how|where|who)\b")
_NOT_KNOWN = re.compile(
    r"\b(?:(?:did|do|does|could|can|would) not (?:know|say|tell|give|comment)|didn['’]t (?:know|say)|unclear|uncertain|unknown|not (?:yet )?(?:clear|known|certain|decided)|no (?:word|schedule|date|timetable|timeline|indication)|too (?:early|soon) to say)"
    r"(?: (?:on|of|for|as to|about))? (?:when|whether|if)(?: [\w'’-]+){0,6} \Z"
)
"""What leaves open whether a thing will be: `did not know when operations might resume`."""
_OPENS = (" when ", " whether ", " if ")


def is_not_known(draft: Draft, scene: Scene) -> bool:
    """Tell whether an English sentence leaves open when or whether a fact will be."""
    start = draft.candidate.start
    if holds_any(scene.low, ("unlikely",), start, scene.sentence.end) and _UNLIKELY.match(scene.low, start):
        return True
    open_ = holds_any(scene.low, _OPENS, max(scene.sentence.start, start - 80), start)
    return open_ and scene.says_before(_NOT_KNOWN, start, 110) is not None


def is_asked(draft: Draft, scene: Scene) -> bool:
    """Tell whether an English sentence asks what a draft without a number tells: `Peru opens a probe on zinc? Traders wait`."""
    if draft.amounts:
        return False
    if draft.type == "price_move":
        asked = scene.low.startswith("?", draft.candidate.end) and scene.says(_WHAT_OF) is None
        return asked and draft.candidate.bare and draft.sentence.order == 0
    return scene.low[draft.candidate.end : draft.sentence.end].rstrip(" \n\"”’'").endswith("?")


_WHEN = re.compile(r"\b(?:when|whenever|each time|every time) (?:[\w'’-]+ ){1,6}\Z")
_SUCH = re.compile(r"(?:such|usually|often|typically|normally|as a rule|in such|in general|generally)\b")
"""What opens a sentence of general knowledge."""


def _is_rule(draft: Draft, scene: Scene) -> bool:
    """Tell whether a market's move, in the present and without a number, is one of all times: `when oil prices rise, spreads widen`."""
    if draft.type not in _RULED or draft.amounts or draft.modality is not Modality.ACTUAL:
        return False
    if _GOES.match(scene.low, draft.candidate.start) is None and not scene.low.startswith(
        "pick up", draft.candidate.start
    ):
        return False
    if _SUCH.match(scene.low, scene.sentence.start):
        return True
    before = scene.low[max(scene.sentence.start, draft.candidate.start - 72) : draft.candidate.start]
    return _WHEN.search(before) is not None


_EXAMPLE = re.compile(
    r"[\"'“‘(]*(?:(?P<given>(?:now |let us |let(?:'|’)s )?(?:suppose|assume|imagine|say)(?: that|,)? )|(?:for (?:example|instance)|as an example|to give an example),)"
)
_OF_A_TIME = re.compile(
    rf"\b(?:{FULL_MONTHS}|(?:mon|tues|wednes|thurs|fri|satur|sun)day|today|yesterday|(?:19|20)\d\d|(?:this|last) (?:year|month|week|quarter)|q[1-4]|(?:first|second|third|fourth) quarter|recently|has|have)\b"
)
"""What makes of an example one that was: `for example, lead fell 4% in May`."""


def _is_example(draft: Draft, scene: Scene) -> bool:
    """Tell whether a market's fact is made up to explain something: `For example, if growers offer 100 kg at $10`."""
    if draft.type not in _RULED:
        return False
    opened = _EXAMPLE.match(scene.low, scene.sentence.start, scene.sentence.end)
    if opened is None:
        return False
    return opened["given"] is not None or scene.says(_OF_A_TIME) is None


def _follows(opened: str, draft: Draft) -> bool:
    """Tell whether a market's fact without a number follows from a condition by rule: `if all reap more, then prices will fall`."""
    return opened.endswith("then") and draft.type in _RULED and not draft.amounts


def is_supposed(draft: Draft, scene: Scene) -> bool:
    """Tell whether a fact stands in a condition, or a market's is its outcome: `“If supply falls by 10%, prices will double”`."""
    if _is_rule(draft, scene) or _is_example(draft, scene):
        return True
    opens = _OPENS_IF.match(scene.low, scene.sentence.start, scene.sentence.end)
    if opens is None:
        return False
    if draft.modality not in {Modality.POSSIBLE, Modality.EXPECTED}:
        return (
            draft.type in _OF_MARKET
            and not draft.amounts
            and draft.candidate.start >= opens.end()
            and _GOES.match(scene.low, draft.candidate.start) is not None
        )
    if _follows(opens.group(), draft):
        return True
    inside = draft.candidate.start < opens.end()
    return draft.type in _OF_MARKET or (inside and draft.type == "production_change")
