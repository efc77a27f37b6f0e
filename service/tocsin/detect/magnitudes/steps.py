"""Steps: whether an amount in a thing's own unit is the step that it moved by (`by`) or the level it came to (`to`, `at`)."""

import re
from collections.abc import Sequence

from tocsin.detect.magnitudes.set_prices import steps_set_price
from tocsin.detect.quantities.amount import Amount
from tocsin.detect.quantities.surroundings import PASSED
from tocsin.detect.scenes.scene import Candidate, Scene
from tocsin.detect.texts.chinese import is_start
from tocsin.detect.words.hits import Hit

_STEP = re.compile(
    r"\b(?:hike|increase|rise|cut|reduction|drop|fall|decline|decrease|boost|draw|drawdown|build|gain|loss)s? of (?:(?:about|around|nearly|some|roughly|almost|at least|"
    r"more than|over|up to) )?\Z"
    r"|\b(?:increase|rise|cut|reduction|drop|fall|decline|decrease|gain|loss|shortfall|draw|drawdown|build|build-up|depletion)s? in (?:(?!(?:to|from|at|by|of|on|and) )[a-z'’-]+ ){1,5}of (?:(?:about|around|nearly|some|roughly|almost|at least|more than|over|up to|between) )?\Z"
    r"|\bby (?:an? )?(?:further |additional )?(?:average|estimated|mean|total|combined|whopping|staggering)(?: of)? \Z"
    r"|\b(?:los(?:e|es|ing)|lost|forgo(?:es|ing)?|forgone) (?:(?:about|around|nearly|some|roughly|almost|at least|more than|over|up to|another) )?\Z"
    r"|\b(?:remov|add|tak|wip|knock|shav|slic|sidelin)(?:e|es|ed|ing|s|ping|ped|king)? (?:(?:about|around|nearly|some|roughly|almost|at least|more than|over|up to|another|an extra|an additional|a further) )?\Z"
)
"""What makes of an amount a step: `an output hike of 90,000 barrels a day`, `by an average of $20`, `adding 40,000 tonnes a year`."""

_STEP_ZH = re.compile(
    r"(?:减少|增加|下降|上升|下滑|上涨|下跌|上调|下调|回落|提高|降低|缩减|削减|减产|增产|累库|去库|垒库|降库|增库|去化|净增|净减|多增|影响[^,;。]{0,6}?(?:产量|产出|供应)|(?:检修|减产|停产)(?:影响|损失|减)总?量)了?(?:预计|预估)?[在为]?(?:大约|超过|至少|多达|约|近|逾|超)?\Z"
)
"""What makes of an about-so-much in Chinese a step: 减少约2万吨, where 约 alone tells a level: 库存约2万吨."""

_TO_FIGURE = re.compile(r"日均?[^\d,;。]{1,12}(?=\d)")
"""What an amount a day begins with, before its figure: 日产下降3000吨."""

_SIZED = re.compile(
    r"(?:increase|rise|cut|cutback|reduction|drop|fall|decline|decrease|gain|jump|hike|boost|build|draw)s?\b"
)
"""A noun of movement whose size stands right before it."""
_ARTICLE = re.compile(r"\b(?:an?|the|another|its|their|this|further) \Z")

_REACHED = (" to ", " past ", " above ", " below ")

_MARKED = re.compile(r"(?: ?(?:per|an?|/) ?[a-z]+| ?/[a-z]+)?[ -](?:mark|threshold|barrier|milestone)\b")
"""What makes an amount a mark that is reached: `passed the $3,000 a tonne mark`."""

_YEAR = re.compile(r" ?(?:the end of |late |early |mid-|end-)?20\d\d\b(?! ?(?:t|oz|tons|tonnes|ounces|barrels)\b)")
"""What makes of `by` the time of another amount: `to 90,000 oz by 2027 and 140,000 oz by 2028`."""


def _is_mean(candidate: Candidate, place: tuple[int, int], scene: Scene) -> bool:
    """Tell whether an amount is what a day made of the total told before: `产量310万吨,同比增长2%,日均产量10万吨`."""
    if place[0] < candidate.end or not scene.low.startswith(("日均", "月均"), place[0]):
        return False
    total = candidate.subject.end if candidate.subject is not None else scene.sentence.start
    return any(a.kind == "quantity" and total <= a.place[0] < candidate.start for a in scene.amounts)


_DOWN_ON = re.compile(
    r" on (?:(?:the|its|their|last [a-z]+['’]s) (?:[a-z]+ )?|(?:(?:just|about|around|some|only|nearly|almost|roughly|a little|slightly|well|over|under) ){0,3})"
)
"""What makes of an amount behind a move the earlier one: `shipments were down on the 1.5 million tonnes of May`."""
_FROM_ONE_OF = re.compile(
    r"\b(?:down|up|from|against|versus|compared (?:with|to)) (?:from )?(?:[a-z'’-]+ ){1,4}of (?:(?:about|around|some|nearly|just) )?\Z"
)
"""What makes an amount the earlier one where a noun parts it from its word: `3.6 million tonnes, down from actual imports of 4.7 million`."""


def level_or_step(candidate: Candidate, amount: Amount, place: tuple[int, int], scene: Scene) -> str | None:
    """Return `level` or `change_by`, or None where the amount is neither: the level before, a day's mean of a total."""
    if amount.part == "from" or (
        is_start(scene.low, *place) if scene.sentence.chinese else scene.says_before(_FROM_ONE_OF, place[0], 72)
    ):
        return None
    if not scene.sentence.chinese and _DOWN_ON.fullmatch(scene.low, candidate.end, place[0]):
        return None
    if scene.sentence.chinese and _is_mean(candidate, place, scene):
        return None
    if "quantity" in candidate.asked and candidate.type == "inventory_change":
        # what came into storage or left it, but `to 41,000 t` and `past 41,000 t` tell what lies there now
        return "level" if amount.part == "to" or scene.low.endswith(_REACHED, 0, place[0]) else "change_by"
    return _by_trigger(candidate, amount, place, scene) or _by_words(candidate, amount, place, scene)


def _by_trigger(candidate: Candidate, amount: Amount, place: tuple[int, int], scene: Scene) -> str | None:
    """Return what an amount is by where its trigger stands, and by what that tells; None where this leaves it open."""
    low, (start, end) = scene.low, place
    if candidate.direction == "flat" or candidate.rule in {"average-seen-lower", "average-seen-higher"}:
        return "level"
    if candidate.rule in {"mishap-costs", "cost-output"}:
        return "change_by"  # `the flood will cost the mine 9,000 tonnes of output`
    if low[candidate.start : candidate.end] in STEPPED and OF_STEP.fullmatch(low, end, candidate.start):
        return "change_by"  # `was assessed $35 higher at $1,060`, `209,000 t (3.9%) down`
    sized = low[end : candidate.start] in {" ", "-"} and _SIZED.match(low, candidate.start)
    if sized and (candidate.nominal or scene.says_before(_ARTICLE, start, 16)):
        return "change_by"  # `a 50-tonne increase in supply to 14,000 tonnes`
    if low.startswith(("above ", "below "), candidate.start) and end + 1 == candidate.start:
        return "change_by"  # `17 million barrels above year-ago levels`
    if amount.part != "to" and steps_set_price(candidate, place, scene):
        return "change_by"
    if end <= candidate.start and scene.gap(end, candidate.start) > 1.0:
        return "level"
    if start >= candidate.end - 1 and not scene.sentence.chinese and scene.says_before(_STEP, start, 72):
        return "change_by"  # `sank to $138, a loss of $5`
    levels = scene.found.cue("level")
    if amount.part != "by" and any(cue.start < candidate.end and candidate.start < cue.end for cue in levels):
        return "level"
    if low.startswith(_PASSED, start):
        return "level"
    if 0 <= start - candidate.end <= 1 and low.endswith(_MARK, candidate.start, candidate.end):
        return "level"  # `tin hits record high $38,000`
    if start < candidate.end and candidate.start < end:
        return "level" if " to " in low[start:end] else "change_by"
    return None


_MARK = ("high", "highs", "low", "lows", "peak", "record")
"""The ends of words of movement right behind which a number is where it came to."""


def _by_words(candidate: Candidate, amount: Amount, place: tuple[int, int], scene: Scene) -> str:
    """Return what an amount is by the words around it, else by which cue stands nearest before it."""
    low, floor, (start, end) = scene.low, scene.sentence.start, place
    if not scene.sentence.chinese and _MARKED.match(low, end):
        return "level"
    if amount.part == "to" or low.startswith(("below ", "above ", "under "), start):
        return "level"
    if low.endswith(_BEYOND, max(floor, start - 24), start) or _is_neared(amount, place, scene):
        return "level"
    if amount.part == "by" or _LESS.match(low, end):
        return "change_by"
    if start >= candidate.end - 1 and scene.says_before(_STEP, start, 72):
        return "change_by"
    if scene.sentence.chinese:
        led = _TO_FIGURE.match(low, start, end)
        if scene.says_before(_STEP_ZH, start, 14) or (led and scene.says_before(_STEP_ZH, led.end(), 14)):
            return "change_by"
    level = _closest_before(scene.found.cue("level"), place)
    step = _closest_before([cue for cue in scene.found.cue("by") if not _YEAR.match(low, cue.end)], place)
    if candidate.rule.startswith("move") and not candidate.nominal:
        said = _said_by(candidate)
        step = max(step, said if said <= start else candidate.end if candidate.end <= start else -1)
    near = start >= candidate.end and level <= step and scene.gap(max(step, candidate.end), start) <= 3.0
    return "change_by" if near else "level"


_DEAR = 1000
"""Money from which on a number with `near` is a price, though its measure is not told: `gains near $20` is a step."""


def _is_neared(amount: Amount, place: tuple[int, int], scene: Scene) -> bool:
    """Tell whether an amount is a price that is nearly reached: `climbed near $9,800 a ton`."""
    return scene.low.startswith("near ", place[0]) and ("/" in amount.unit or amount.low >= _DEAR)


_LESS = re.compile(r" (?:less|more|fewer|lower|higher|cheaper|dearer) than (?:a |the |last |in )")
"""What makes an amount the step from another time: `8.5 million barrels, 670,000 less than a week before`."""


def _said_by(candidate: Candidate) -> int:
    """Return where what moved and how is said: behind the object of a verb that sets a price, 下调钢材价格60元/吨."""
    subject = candidate.subject
    if subject is None or candidate.rule != "move.object_verb":
        return candidate.end
    return max(candidate.end, subject.end)


_PASSED = tuple(f"{word} " for word in PASSED)

_BEYOND = (
    *(" through ", " past ", " beyond ", " breaches ", " breached ", " through the ", " past the ", " beyond the "),
    *(" hitting ", " reaching ", " touching "),
    *(f" {way} " for way in ("near", "nearer", "toward", "towards", "close to", "closer to", "nearer to", "shy of")),
)
"""What makes a price one that is passed, reached or neared: `bursts through $3,000`, `climbed toward $9,800`."""
_PAST = re.compile(
    r"\b(?:past|beyond|above|below|under|over|through|cross(?:es|ed|ing)|breach(?:es|ed|ing)|top(?:s|ped)|pass(?:es|ed)) (?:the )?\Z"
)
_ON_TO = re.compile(
    r"(?:(?: ?(?:per|an?|/) ?[a-z]+| ?/[a-z]+)?[ -](?:mark|threshold|barrier|milestone|level|line))?(?: for the first time(?: ever| since \d{4}| in [a-z0-9-]+ (?:years|months|weeks))?)?(?: (?:on|in|late|early|at|for) (?:the )?[a-z]+(?: time)?)?,?"
    r"(?: (?:and|to|before|then))* (?:reach(?:es|ed|ing)?|hit(?:s|ting)?|touch(?:es|ed|ing)?|climb(?:s|ed|ing)? to|ris(?:e|es|ing) to|rose to|f(?:all|alls|ell|alling) to|slid to|s(?:ink|inks|ank) to|trad(?:e|es|ed|ing) (?:at|near|around)|as (?:high|low) as|(?:was|is) (?:last )?(?:seen |quoted |trading |changing hands )?(?:last )?at)"
    r"(?: [a-z-]+){0,5} \Z"
)
"""How a price goes on from a mark that it passed: `climbed beyond the $3,000 mark to reach $3,050`."""


def goes_on_to(mark: tuple[int, int], place: tuple[int, int], scene: Scene) -> bool:
    """Tell whether an English price is where the market went on to after it had passed a mark told before."""
    low = scene.low
    if scene.sentence.chinese or mark[1] > place[0]:
        return False
    passed = low.startswith(("below ", "above ", "under ", "over "), mark[0]) or scene.says_before(_PAST, mark[0], 24)
    return (
        bool(passed) and _ON_TO.match(low[mark[1] : place[0]] + ("" if low[place[0] - 1] == " " else " ")) is not None
    )


STEPPED = frozenset("higher lower dearer cheaper firmer weaker more less fewer up down".split())
"""Words after an amount that make it the step."""

OF_STEP = re.compile(r" (?:\([^()]{1,12}\) )?")
"""What may stand between the two: the step once more, in percent."""


def _closest_before(cues: Sequence[Hit], place: tuple[int, int]) -> int:
    return max((cue.end for cue in cues if cue.end <= place[0] + 1 and place[0] - cue.end < 30), default=-1)
