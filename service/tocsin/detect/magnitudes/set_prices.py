"""Set prices: by how much a seller or a buyer changes a price of his own, where no `by` says so.

`Raised its list prices for diesel 40 cents a gallon` and `a 40-cent price increase` tell a step; what a price is raised to has its `to`.
"""

import re

from tocsin.detect.scenes.scene import Candidate, Scene

_SET = re.compile(
    r"\b(?:rais(?:e[sd]?|ing)|lift(?:s|ed|ing)?|hik(?:e[sd]?|ing)|increas(?:e[sd]?|ing)|boost(?:s|ed|ing)?|ups|upped|lower(?:s|ed|ing)?|"
    r"reduc(?:e[sd]?|ing)|slash(?:es|ed|ing)?|trim(?:s|med|ming)?|cut(?:s|ting)?|drop(?:s|ped|ping)?) "
    r"(?:[a-z0-9%.'’/-]+ ){0,6}?(?:prices?|postings?|osps?|premiums?|quotes?|surcharges?)"
    r"(?: (?:it|they) (?:will |would )?(?:pays?|charges?|asks?)(?: [a-z-]+){0,3}?)?"
    r"(?: (?:for|of|on|in|at|to|across)(?: [a-z0-9%.'’/-]+){1,9}?)?(?: between)? \Z"
)
_REACHED = tuple(
    f" {word} "
    for word in "to at of for on in near above below under over past around about is are was were reach from".split()
)
"""What may stand before what a price came to, or where the step is told elsewhere."""
_FARTHEST = 140
"""Characters from the verb to the step."""


def steps_set_price(candidate: Candidate, place: tuple[int, int], scene: Scene) -> bool:
    """Tell whether an English amount is the step by which somebody sets a price."""
    if candidate.type != "price_move" or scene.sentence.chinese:
        return False
    start, end = place
    if candidate.rule == "phrase" and end <= candidate.start and scene.low[end : candidate.start] in {" ", "-"}:
        return True  # `a $50/t price increase`
    if scene.low.endswith(_REACHED, scene.sentence.start, start):
        return False
    return scene.says_before(_SET, start, _FARTHEST) is not None
