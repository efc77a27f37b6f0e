"""Reckoned: prices that an English sentence, be it the headline, only reckons with, explains or adds up.

`A rise in the gold price would lift the value of the project`, `what rising copper prices mean for your savings` and `offers leverage to
rising prices` tell of no move; `taking the year's gain to 31%` adds up moves told before; an insurer's premium is no price of goods.
"""

import re

from tocsin.detect.refusals.nearby import precede
from tocsin.detect.scenes.drafts import Draft
from tocsin.detect.scenes.scene import Scene

_TOTAL = re.compile(
    r"\b(?:tak(?:es?|ing)|took|bring(?:s|ing)?|brought|lift(?:s|ed|ing)?|push(?:es|ed|ing)?|extend(?:s|ed|ing)?) (?:(?:its|their|the) )?"
    r"(?:(?:(?:year|month|week|quarter)['’]s|this (?:year|month|week|quarter)['’]s|weekly|monthly|quarterly|yearly|annual|year-to-date|cumulative|total|overall|combined) )+\Z"
)
"""What makes of a gain the sum of those before: `taking the year's advance to 31%`."""
_WOULD = re.compile(
    r" (?:in|of) (?:the |an? )?(?:(?:[\w'’-]+ ){0,4}?)(?:prices?|price of [\w'’-]+(?: [\w'’-]+)?) (?:would|could|might|can|may) (?:also |then |further )?[a-z]+"
)
"""What makes of a nominal move, told with an article, a supposition: `a rise in the price of gold would lift`."""
_ARTICLE = re.compile(r"(?:^|[^\w])(?:an?|any|every|each|further) (?:[\w-]+ ){0,2}\Z")
_IN_TERMS = re.compile(
    r"[^,;.]{0,24} in (?:(?:[a-z]+ )?(?:sterling|dollars?|euros?|yen|yuan|rupees?|ringgit|rand|pesos?)|local|local[- ]currency) terms\b"
)
"""What makes of a price one that only a currency moves: `making tin cheaper in sterling terms`."""
_LESSON = re.compile(r"\b(?:what|how|why) (?:[\w'’-]+ ){0,4}\Z")
_MEANS = re.compile(
    r"(?: [\w'’-]+){0,6} (?:means?|could mean|may mean|affects?|impacts?|matters?|helps?|hurts?|works?) (?:for |to |in )?"
)
"""What makes of a move the matter of an explanation: `what rising copper prices mean for`."""
_LEVER = re.compile(r"\b(?:leverage|leveraged|torque|exposure|sensitivity|upside) to (?:[\w'’-]+ ){0,2}\Z")
"""What makes of a price the reason to buy a share, in a headline as well."""
_INSURES = re.compile(
    r"\b(?:insur(?:er|ers|ance|ing)|underwriters?|policyholders?|reinsurers?|war[- ]risk)\b[^.;]{0,60}\bpremiums?\b|\bpremiums?\b[^.;]{0,40}\b(?:insur(?:er|ers|ance)|policyholders?|underwriters?)\b"
)
_PRICES = frozenset(["price_move", "equity_move"])


def only_reckoned(draft: Draft, scene: Scene) -> str | None:
    """Return why an English price is only reckoned with; None where it moved."""
    if draft.type not in _PRICES or draft.sentence.chinese:
        return None
    low, candidate = scene.low, draft.candidate
    if precede(_TOTAL, draft, scene):
        return "the sum of moves told before"
    if candidate.nominal and precede(_ARTICLE, draft, scene) and _WOULD.match(low, candidate.end):
        return "only supposed"
    if not draft.amounts and _IN_TERMS.match(low, candidate.extent[1]):
        return "dearer in another currency"
    if precede(_LESSON, draft, scene) and _MEANS.match(low, candidate.extent[1]):
        return "the matter of an explanation"
    if not draft.amounts and precede(_LEVER, draft, scene):
        return "a reason for something else"
    return "an insurer's premium" if draft.candidate.measure == "premium" and scene.says(_INSURES) else None
