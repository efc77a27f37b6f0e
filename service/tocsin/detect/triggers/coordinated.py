"""Coordinated: what one subject does second, and what stands in a clause whose subject is another.

`Tin ended lower, but climbed in late trade` tells two moves of tin; in `tin eased as the ringgit climbed` the second is not tin's.
"""

import re

from tocsin.detect.scenes.scene import Candidate, Scene
from tocsin.detect.triggers.marks import NUMBERED
from tocsin.detect.words.hits import Hit

_CLAUSE = re.compile(
    r"(?:^|[\s,])(?:as|while|when|because|whereas|although|though)"
    r" (?!(?:of|well|much|many|low|high|expected|usual|still|also|demand|supply|prices?)\b)(?:[^\s,;]+ ){1,5}\Z"
)
"""What opens a clause with a subject of its own before its verb: `as the dollar ` …"""


def in_clause(subject: Hit, hit: Hit, low: str) -> bool:
    """Tell whether a word of movement stands in a clause after the subject that has a subject of its own."""
    return subject.end <= hit.start and _CLAUSE.search(low, subject.end, hit.start) is not None


_OF_RUN = r"(?:[\d.]+(?:%| ?pct?| per ?cent)|[a-z]+ly|another|biggest|largest|best|strongest|sharpest|steepest|(?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)|straight|consecutive|successive)"
"""What is said of a span's gain or loss: `a third straight weekly gain`, `its biggest monthly rise`."""
_JOIN = re.compile(
    r"(?:[\s,](?P<word>but|and|then|before|yet|and then|but then|while|even as)(?: then| later| also| still| now| since| is| are| was| were| has| have| had| been| ended| ends| [a-z]+ly)*|(?P<comma>,)(?: (?:still|now|then))?)"
    r"(?: (?P<verb>logs?|logg(?:ed|ing)|posts?|post(?:ed|ing)|marks?|mark(?:ed|ing)|notch(?:e[sd]|ing)|scores?|scor(?:ed|ing)|books?|book(?:ed|ing)|records?|record(?:ed|ing)|registers?|register(?:ed|ing)"
    r"|ensures?|secures?|seal(?:s|ed|ing)|tall(?:y|ies|ied)|(?:heads?|headed|heading|set|on (?:track|course)|poised|eyes|eyeing) for)(?: (?:an?|its|their|the))?"
    rf"(?: {_OF_RUN}){{0,3}}|(?P<step>(?: about| some| still| nearly| over)? [\d.]+(?: ?%| ?pct?\b| per ?cent)))? \Z"
)
"""What joins a second verb to the first: `, but`, `and then`, a comma in a headline."""
_MEANWHILE = frozenset(["while", "even as"])
_OPENS = re.compile(r"\b(?:as|while|when|because|whereas|although|though|amid|after|since|with|which|who)\b")
"""What opens a clause, after which the next verb may be another's."""
_OF = re.compile(
    r" (?:in|of) | for (?!(?:the |an? )?(?:[a-z]+ |\d+ ){0,2}(?:days?|weeks?|months?|sessions?|years?|quarters?|while)\b)"
)
"""What makes of a word a noun that has its own goods; for how long something goes on does not."""
_COMPARED = frozenset(["higher", "lower", "up", "down", "above", "below", "stronger", "weaker"])
"""What a percentage is that a second clause holds against another time: `slipped 3%, but were 8% higher than a year earlier`."""
_APART = frozenset(["up", "down"])
_OVERALL = tuple(
    f" {when} {span}" for when in ("for", "on", "for the", "on the") for span in ("week", "month", "year", "quarter")
)
"""What lets the two stand without a number: `ends lower, up for the week`."""


def second_move(hit: Hit, first: Candidate, scene: Scene) -> bool:
    """Tell whether a word of movement tells what the first one's subject did next: `settled lower, then climbed`."""
    if first.subject is None or scene.sentence.chinese:
        return False
    subject, low = first.subject, scene.low
    if not subject.end <= first.start or hit.start < first.end:
        return False
    found = scene.found
    if any(first.end <= o.start < hit.start for o in (*found.commodities, *found.subjects, *found.companies)):
        return False
    between = low[first.end : hit.start]
    join = _JOIN.search(between)
    if between == " and ":
        return False  # prices rise and fall
    if join is None or _OPENS.search(between, 0, join.start()) or ";" in between:
        return False
    if join["verb"]:
        return True
    if join["word"] in _MEANWHILE:
        return False  # a clause that may have a subject of its own
    if join["step"] and join["word"]:
        return low[hit.start : hit.end] in _COMPARED
    if join["word"] is None and (
        scene.sentence.paragraph > 0
        or (
            low[hit.start : hit.end] in _APART
            and NUMBERED.match(low, hit.end) is None
            and not low.startswith(_OVERALL, hit.end)
        )
        or low.endswith(("ing", " by"), hit.start, hit.end)
    ):
        return False
    return _is_verb(hit) and not (join["word"] == "and" and _OF.match(low, hit.end))


def _is_verb(hit: Hit) -> bool:
    return any(cls == "verb" for _, cls in hit.data.sets)


_LIST = re.compile(r" (?:of|for|in) (?:[\w-]+(?: [\w-]+)?, ){1,4}(?:[\w-]+(?: [\w-]+)?,? )?(?:and |or )?\Z")


def heads_list(subject: Hit, commodity: Hit, low: str) -> bool:
    """Tell whether a noun is that of a row of goods: in `use of tin, lead and zinc fell` no price falls."""
    return (
        subject.end < commodity.start <= subject.end + 64
        and _LIST.match(low[subject.end : commodity.start]) is not None
    )


_PRESSES = (
    frozenset(
        "lift lifts lifted lifting boost boosts boosted boosting buoy buoys buoyed buoying pressure pressures pressured pressuring dent dents dented denting".split()
    )
    | frozenset(
        f"{verb} {where}"
        for verbs, wheres in (
            ("weigh weighs weighed weighing", "on"),
            ("drag drags dragged", "down"),
            ("push pushes pushed pushing", "up down"),
            ("drive drives drove driving", "up down"),
            ("send sends", "up"),
            ("bring brings brought", "down"),
        )
        for verb in verbs.split()
        for where in wheres.split()
    )
    | frozenset(
        [
            *(f"pressure {verb} on" for verb in "builds mounts grows intensifies".split()),
            *(f"{verb} pressure on" for verb in "piles piled heaps heaped puts put".split()),
        ]
    )
)
"""Verbs that move a price from outside: of production or stocks they are said with their noun."""
_PRESSED = re.compile(
    r" (?:spot |comex |lme |london |shanghai |nymex |brent |[a-z]+, )?\Z",
)
_BY_MONEY = re.compile(
    r"(?: futures| prices| crude)? (?:by )?(?:(?:about|around|nearly|some|another) )?(?:(?:us)?[$€£¥]\d|[\d.]+(?: ?%| ?pct?\b| per ?cent| cents))"
)
"""By how much a price is moved, right behind its goods."""
_LET_GO = re.compile(
    r"\s*(?:$|[,.;:]|(?:by|to|from|in|on|at|for|as|amid|after|despite|while|but|and|again|further|above|below|past|higher|lower|toward|towards|near|ahead|even|this)\b)"
)


def is_pressed(hit: Hit, scene: Scene) -> bool:
    """Tell whether a verb of a headline moves the goods right after it, and who does it is no company or country."""
    low, found = scene.low, scene.found
    if scene.sentence.chinese or low[hit.start : hit.end] not in _PRESSES:
        return False
    goods = next((c for c in found.commodities if c.start >= hit.end), None)
    if goods is not None and _BY_MONEY.match(low, goods.end):
        return _PRESSED.fullmatch(low[hit.end : goods.start]) is not None  # the news lifted Brent $1.37
    if (
        scene.sentence.paragraph > 0
        or goods is None
        or not _PRESSED.fullmatch(low[hit.end : goods.start])
        or not _LET_GO.match(low, goods.end)
    ):
        return False
    doers = (*found.companies, *found.countries, *found.bodies)
    return not any(0 <= hit.start - doer.end <= 2 for doer in doers)


_PRICE_NOUNS = frozenset(
    "rally sell-off selloff slump collapse rout rebound plunge slide correction crash tumble spike run-up downturn fall drop decline rise surge jump climb gains losses upswing downswing".split()
)
_IN = re.compile(r" in (?:the |spot |benchmark |global |london |comex |lme |price of )*\Z")
_OTHER = re.compile(
    r"'s?|[ -](?:stocks?|shares?|equit(?:y|ies)|miners?|producers?|etfs?|mines?|mining|production|output|exports?|imports?|inventor(?:y|ies)|"
    r"demand|supply|supplies|sales|stockpiles|use|usage|consumption|reserves|holdings|loans?|jewell?ery|coins?|bars?|warrants|trading|volumes?|trade|futures trading|smuggling|grades?|recover(?:y|ies)|premiums?|buying|purchases|stocks|content|costs?|concentrates?|smelting|companies|sector|industry|investment|fields?|drilling)\b"
)
"""What follows goods where something else of them moves: `the slump in copper shares`."""


def is_noun_in(hit: Hit, scene: Scene) -> bool:
    """Tell whether a noun tells a price's move of the goods after `in`: `the sell-off in tin`."""
    low = scene.low
    if scene.sentence.chinese or low[hit.start : hit.end] not in _PRICE_NOUNS or not low.startswith(" in ", hit.end):
        return False
    goods = next((c for c in scene.found.commodities if c.start >= hit.end), None)
    return (
        goods is not None
        and _IN.fullmatch(low[hit.end : goods.start]) is not None
        and _OTHER.match(low, goods.end) is None
    )
