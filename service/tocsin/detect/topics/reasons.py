"""Reasons: prices of goods that a text about something else names as the cause of its news, or as what that hangs on.

`The peso fell on the drop in copper prices` is news of the peso. Such a price counts below what policies ask for that name no relevance of their own.
"""

import re
from collections.abc import Set as AbstractSet

from tocsin.detect.scenes.drafts import Draft
from tocsin.detect.scenes.scene import Scene

_MANY = r"(?:(?:the|a|an|another|any|some|this|new|possible|potential|expected|its|their|last year['’]s|this year['’]s|last month['’]s|recent|latest|current|sharp|steep|big|huge|heavy|severe|dramatic|sudden|rapid|continued|continuing|further|prolonged|strong|general|global|worldwide|low|lower|high|higher|international|world|[a-z]+ing|[a-z]+ly|\d[\d.]*(?: ?%| percent| per cent| pct)) ){0,5}(?:[a-z]+ ){0,2}"
_CAUSE = re.compile(
    r"\b(?:because of|due to|owing to|thanks to|linked to|traced to|blamed on) (?:[a-z-]+ ){1,6}and (?:the|an?) (?:[a-z-]+ ){0,2}\Z|"
    r"\b(?:due|owing|thanks|attribut(?:ed|able|es)|linked|compared) (?:[a-z]+ )?to "
    + _MANY
    + r"\Z|\b(?:because of|as a result of|(?:result|results|resulting|stem(?:s|med|ming)?|suffer(?:s|ed|ing)?|recover(?:s|ed|ing)?|benefit(?:s|t?ed|t?ing)?|gain(?:s|ed|ing)?) (?:[a-z]+ )?from|in (?:response to|the wake of|the face of|view of|line with)"
    r"|(?:hit|hurt|squeezed|battered|depressed|affected|helped|boosted|aided|lifted|supported|worsened|aggravated|caused|offset|triggered|prompted|driven|eroded|weakened|cushioned|wiped out|knocked|dented|undermined|buoyed|dampened|fuell?ed|accompanied|explained) (?:[a-z]+ )?by"
    r"|(?:cushion|soften|absorb|offset|counter|withst(?:an|oo)d|weather|surviv|reflect|blam)(?:s|e|es|ed|ing)?(?: on)?|(?:impact|effects?|consequences?|burden|losses|shock|cost|costs|damage|concern|concerns|worr(?:y|ies)) (?:of|from|over|about)"
    r"|(?:since|despite|given|amid|after|following|reflecting|tracking|mirroring|shadowing|barring|notwithstanding|without)|depend(?:s|ed|ing|ent)? (?:[a-z]+ )?(?:on|upon)|hing(?:es|ed|ing) (?:[a-z]+ )?on|(?:expectations?|fears?|hopes?|prospect|likelihood|risk|chance|event|case) of) "
    + _MANY
    + r"\Z"
)
"""What makes of a price behind it a cause of something else: `due to the sharp `, `hit by last year's `."""
_ACTS = re.compile(
    r"[^.;,]{0,60}?(?<!-) (?:(?:has|have|had|also|will|would|is|was|are|were) ){0,3}(?:already |further |severely |largely |mainly |partly |further |sharply |seriously )?"
    r"(?:hamper|squeez|hurt|reduc|increas|widen|narrow|worsen|erod|boost|cut|rais|add|contribut|caus|forc|slow|strain|push|help|hit|affect|weaken|strengthen|dent|undermin|hinder|damag|depress|aggravat|exacerbat|fuel|stok|stir|spark|feed|fed|rattl|unnerv|trigger|prompt|mean|put|led|lead|leav|left|bring|brought|blamed|responsible|to blame|behind)(?:t?s|e|es|ed|t?ed|d|ing|t?ing)?\b"
)
"""What a price does to something else: `the slump in oil prices hampered these efforts`."""
_INFLATION = re.compile(
    r"\b(?:inflation|consumer prices?|cost of living|price index|cpi|price growth)\b(?:[^.;]|\.(?=\d))*?\b(?:as|on|because|after|due to|with|amid|by)\b(?:[^.;]|\.(?=\d))*\Z"
)
"""What consumers pay as a whole, with the reason for it: `inflation slowed as fuel prices eased`."""
_ARTICLE = re.compile(
    r"\b(?:the|an?) (?:(?:recent|sharp|steep|huge|deep|latest|continued|further|sudden|slow) ){0,2}\Z"
)
"""What makes a noun of a word of movement that is also a verb: `but the slump in oil prices`."""
_PRICED = frozenset(["change", "change_by", "level"])
_MARKET = re.compile(
    r"\b(?:commodit(?:y|ies)|(?<!debt )(?<!bond )(?<!rate )(?<!index )(?<!stock )(?<!currency )(?<!credit )futures|metals?|grains?|softs|oilseeds?|livestock|energy|crude|bullion|spot|opec|markets? wrap|(?<!consumer )(?<!producer )(?<!wholesale )(?<!share )(?<!house )(?<!stock )(?<!land )prices?)\b"
)
"""What a headline says whose text is about goods after all, whichever."""


def is_reason(draft: Draft, scene: Scene, title_end: int, named: AbstractSet[str]) -> bool:
    """Tell whether a price without a number is only the reason of other news, whose headline, up to `title_end`, names no goods."""
    candidate = draft.candidate
    if draft.type != "price_move" or draft.sentence.chinese or draft.sentence.order == 0:
        return False
    if not draft.amounts.keys() & _PRICED and scene.says_before(_INFLATION, candidate.extent[0], 140):
        return True
    if named:
        return False
    if not candidate.nominal and _is_in_clause(draft, scene) and not _MARKET.search(scene.low, 0, title_end):
        return not draft.amounts.keys() & _PRICED
    if (
        not (candidate.nominal or candidate.rule == "phrase" or scene.says_before(_ARTICLE, candidate.start, 40))
        or draft.amounts.keys() & _PRICED
    ):
        return False
    if _MARKET.search(scene.low, 0, title_end):
        return False
    if any(scene.says_before(_CAUSE, place, 120) for place in {candidate.extent[0], candidate.start}):
        return True
    return _ACTS.match(scene.low, candidate.extent[1], draft.sentence.end) is not None


_CLAUSE = re.compile(
    r"(?:[\w%)’'], ?| )(?:as|after|because|since) (?:(?:the )?(?:global|world|international|domestic|local|benchmark|average|spot|its|their|[a-z]+ing|prices (?:of|for)) ){0,3}\Z"
)
"""What opens a clause that gives the reason of what stands before it: `cut its dividend as `."""


def _is_in_clause(draft: Draft, scene: Scene) -> bool:
    """Tell whether a price is what a clause of reason tells behind the news: `will pay less this year as oil prices fell`."""
    subject = draft.candidate.subject
    places = [hit.start for hit in draft.commodities if draft.sentence.start <= hit.start < draft.sentence.end]
    if subject is not None:
        places.append(subject.start)
    if not places or draft.carried:
        return False
    first = min(places)
    if first - draft.sentence.start < _NEWS or first > draft.candidate.start:
        return False
    return scene.says_before(_CLAUSE, first, 64) is not None


_NEWS = 24
"""Characters of a sentence before such a clause that tell other news."""
