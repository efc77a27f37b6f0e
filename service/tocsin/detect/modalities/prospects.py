"""Prospects: facts that are to come although no cue of expectation stands near - plans, promises, forecasts, coming years."""

import re

from tocsin.detect.scenes.scene import Candidate, Scene
from tocsin.messages import Modality

_BY_YEAR = re.compile(r"\b(?:by|in|from) (?:the (?:end|start|middle) of |late |early |mid-|end-)?(20\d\d)\b")

REACH_OF_YEAR = 14.0
"""How far behind a trigger the year may stand by which its fact will be."""

_TO = re.compile(r"([\w&.'’%-]+) to (?:further |[a-z]+ly )?\Z")

_DOING = re.compile(
    r"(?:begins?|began|begun|beginning|starts?|started|starting|continu(?:es?|ed|ing)|helps?|helped|helping|forc(?:es?|ed|ing)|"
    r"decision|decides?|order|orders|move|announcement|notice|bid|effort|right|need|power|authority|agreement|vote|decid(?:es?|ed)|vot(?:es|ed)|ordered|cho(?:oses|se)|opt(?:s|ed)|manag(?:es?|ed)|leads?|led|caus(?:es?|ed)|prompts?|prompted|due|thanks|used|moves?|moved|able|returns?|returned|rushe?[sd]?)"
)
"""What makes of a verb behind `to` a fact: `forced to cut`."""

_MADE_TO = re.compile(
    r"\b(?:forc(?:es|ed|ing)|prompt(?:s|ed|ing)|caus(?:es|ed|ing)|led|leads|leading|compel(?:s|led|ling)|oblig(?:es|ed)|push(?:es|ed)|driv(?:es|ing)|drove|helped|helps)"
    r"(?: [\w'’.&-]+){1,7} to (?:further )?\Z"
)
"""What makes somebody do a thing, which then is done: `a strike forced the miner to halt output`."""

_WHO = re.compile(
    r"\W{0,2}(?:(?:[A-Z][\w.&'’-]*|of|and|the|&|production|output|mining|operations|smelter|refinery|mill|mine|plant|project|state|national|federal|reserves?|agency|government|ministry|miner|producer|refiner|maker|group|giant|firm|company|buyer|utility|trader|exchange|stockpiler) ){1,6}(?:[Tt]o (?:further )?|TO (?:FURTHER )?)\Z"
)
"""A headline whose subject is to do something: `India to ban`."""

_PUT = re.compile(r" to ((?:place|put|move|send) (?:[\w.&'’-]+ ){1,6}(?:on |into |in |under )?)\Z")
"""What stands between such a `to` and the state that something is put in: `to place the smelter on `."""

_OF_ACTS = frozenset(["export_control", "stockpiling", "supply_source", "mna", "large_contract", "production_change"])

_PLANS = re.compile(
    r"(?<!’s )(?<!'s )\b(?:plans?|is planning|are planning|read(?:y|ies)|prepares?|is preparing|proposes?|is proposing|mulls?|weighs?|considers?|is considering|eyes|ponders?|floats?|threatens?)"
    r" (?:(?!to |its to )(?:[\w-]+|[\d.,]+ ?%) ){0,5}\Z"
)
"""What makes of the noun that it governs a thing to come: `plans a 5 percent export duty`, `mulls output cut`."""

_PLANNING = re.compile(
    r"(?:floats?|floated|mulls?|mulled|weighs?|weighed|considers?|considered|ponders?|pondered|eyes|eyed|threatens?|threatened|plans|planned) (?:an? |new |the |higher |steep |\d)"
)
"""The same where a rule begins with it: `floats 30% duty on`."""

_PLANNED = re.compile(r"plan|read|prepar")


_CONDITION = re.compile(
    r"\b(?:until|unless|once|provided(?: that)?|as long as|so long as|assuming(?: that)?|in case|should)(?: [\w'’-]+){0,5} \Z"
)
"""What makes of a verb in the present a condition: `will not buy until prices stabilise`."""

_CONDITION_ZH = re.compile(
    r"(?:^|[\n,;:。!?\"“(\s])(?P<word>如果|若(?!干|羌)|一旦|倘若|假如|要是|假使|如若)[^;。!?]{2,60},[^,;。!?]{0,30}\Z"
)
"""What makes of the clause behind it one that holds only if the first does: `如果锌价跌破2万元,更多冶炼厂将减产`."""
_PAST = re.compile(r"(?:ed|fell|rose|slid|sank|shrank|grew|went|lost|came|took|hit|froze|broke|began)\b")
"""A verb of what was: `the strike lasted until output fell by half`."""


_SUPPOSED = re.compile(
    r"(?:\b(?:an?|any) (?:(?!that |which |and )[\w%.'’-]+ ){0,4}?(?:bans?|embargo|tariffs?|dut(?:y|ies)|lev(?:y|ies)|tax|quota|curbs?|moratorium|licen[cs]ing (?:rule|regime))"
    r" (?:on|of|against) |(?:^|\W)(?:banning|taxing|restricting|curbing|limiting|halting) )"
    r"(?:(?!that |which |and (?:would|could|might) )[\w%.'’-]+ ){1,6}?(?:would|could|might) (?!be (?:impos|plac|introduc|levi|appl|lift|extend|set)|take effect|come into)"
)
"""A measure that somebody only reckons with: `a ban on tin exports would hurt smelters`."""


_URGED_FOR = frozenset(["production_change", "supply_source", "stockpiling"])
_URGED = re.compile(
    r"\b(?:ask|urg|request|appeal|press|implor|beseech|petition)(?:s|es|e|ed|ing)? (?:(?:on|to|upon|for) )?(?:(?!(?:and|but|which|while|after|as|if|whether|about|when|to)\b)[\w'’.-]+ ){1,7}to "
    r"(?:help (?:(?!(?:and|but)\b)[\w'’$.-]+ ){1,10}by |(?:(?!(?:and|but|so)\b)[a-z]+ ){0,3})\Z"
)
"""What makes of a deed one that somebody is asked for: `appealed to Ankara to restrict its `, `asked members to help the market by `."""
_ASSUMED = re.compile(
    r"\b(?:assum(?:e[sd]?|ing)|on the assumption) (?!control\b|ownership\b|office\b|responsibilit|operat|the (?:role|post|position)\b)(?:[\w$€£.,%'’/-]+ )*\Z"
)
"""What makes of a price one that somebody reckons with in a plan: `the budget assumes an oil price rising to `."""
_NAMED = frozenset(["phrase", "move.noun", "move.adjective"])
"""How prices are told by nouns."""
_ASKED_FOR = re.compile(
    r"\b(?:(?:demand(?:s|ed|ing)?|seek(?:s|ing)?|sought|propos(?:es?|ed|ing)|request(?:s|ed|ing)?)|(?:ask(?:s|ed|ing)?|press(?:es|ed|ing)?|push(?:es|ed|ing)?|call(?:s|ed|ing)?|lobb(?:y|ies|ied|ying)|hold(?:s|ing)? out|held out) for|insist(?:s|ed|ing)? on) "
    r"(?:(?:an?|the|another|further|additional|more|bigger|deeper|big|steep|sharp|large|major|substantial|\d[\d.]*(?: ?%| percent| per cent| pct)) ){0,3}\Z"
)
"""What makes of a price behind it one that somebody asks for: `mills demand a steep price cut`."""


def supposed(candidate: Candidate, scene: Scene) -> bool:
    """Tell whether an English measure is one that would do something if it came, or a price one that somebody asks for."""
    if scene.sentence.chinese:
        return False
    if candidate.type in _URGED_FOR:
        return any(scene.says_before(_URGED, place, 150) for place in {candidate.extent[0], candidate.start})
    if candidate.type == "price_move":
        if scene.says_before(_ASSUMED, candidate.start, 160):
            return True
        return candidate.rule in _NAMED and scene.says_before(_ASKED_FOR, candidate.extent[0], 64) is not None
    if candidate.type != "export_control":
        return False
    floor = scene.sentence.start
    low = scene.low[floor : scene.sentence.end]
    return any(m.start() <= candidate.start - floor < m.end() for m in _SUPPOSED.finditer(low))


_TO_BE_SET = re.compile(
    r"\b(?:bans?|embargo|tariffs?|dut(?:y|ies)|lev(?:y|ies)|tax|quotas?|curbs?|moratorium|controls)(?: (?!that |which |and )[\w%.'’-]+){0,7}? (?:will|would|is to|are to) be (?:impos|plac|introduc|levi|appl|lift|extend|set|scrapp|remov)"
)
"""A measure whose verb of doing follows it and is still to come: `a ban on tin exports would be imposed in May`."""


def to_be_set(candidate: Candidate, scene: Scene) -> bool:
    """Tell whether an English measure, named first, is said to come."""
    if scene.sentence.chinese or candidate.type != "export_control":
        return False
    return any(
        m.start() <= candidate.start < m.end()
        for m in _TO_BE_SET.finditer(scene.low, scene.sentence.start, scene.sentence.end)
    )


def conditional(candidate: Candidate, scene: Scene) -> str | None:
    """Return the word that makes an English fact a condition of another one, or a Chinese one hang on a condition."""
    low, start = scene.low, candidate.extent[0]
    if scene.sentence.chinese:
        told = scene.says_before(_CONDITION_ZH, start, 100)
        return told["word"] if told else None
    if candidate.nominal or _PAST.search(low, candidate.start, candidate.end):
        return None
    found = scene.says_before(_CONDITION, start, 48)
    return found.group().split()[0] if found else None


_SANCTIONED = re.compile(
    r"\b(?:approv(?:es?|ed|ing)|recommend(?:s|ed|ing)?|back(?:s|ed)|favou?r(?:s|ed)|decided on|voted for) (?:the )?\Z"
)
"""What makes of a start behind it one that is only allowed: `approved starting production`."""
_STARTING = ("start", "restart", "begin", "resum", "reopen")


def governed(candidate: Candidate, scene: Scene) -> tuple[Modality, str] | None:
    """Return what a verb of planning makes of the deed that is its object."""
    if scene.sentence.chinese or candidate.type not in _OF_ACTS or candidate.rule.endswith("verb"):
        return None
    start = min((part.start for part in candidate.parts), default=candidate.start)
    if scene.low.startswith(_STARTING, start) and scene.says_before(_SANCTIONED, start, 32):
        return Modality.EXPECTED, "expected: approved"
    if candidate.parts and (planning := _PLANNING.match(scene.low, start)) is not None:
        modality = Modality.EXPECTED if _PLANNED.match(planning[0]) else Modality.POSSIBLE
        return modality, f"{modality} by “{planning[0]}”"
    found = _PLANS.search(scene.low, max(scene.sentence.start, start - 64), max(start, scene.sentence.start))
    if found is None:
        return None
    verb = found[0].split()[0]
    modality = (
        Modality.EXPECTED if _PLANNED.match(found[0].removeprefix("is ").removeprefix("are ")) else Modality.POSSIBLE
    )
    return modality, f"{modality} by “{verb}”"


_SEEN = re.compile(
    r"(?: (?:of|in) (?:[\w.'’-]+ ){0,4}?[\w.'’-]+)? seen(?: (?:in|by|for|at|over|on|until|through|this|next|ahead|soon|likely)\b|[,;:]|\s*\Z)"
)
"""What makes of a headline's noun a forecast: `Draw Seen In U.S. Crude Stocks`."""
_KNOWN = re.compile(
    r"\b(?:the|that|any|such|biggest|largest|sharpest|steepest|worst|best|first|last) (?:[a-z-]+ ){0,2}\Z"
)
"""What makes it one that has been seen: `the biggest drop seen in a decade`."""


def _is_second_of_title(scene: Scene) -> bool:
    """Tell whether a sentence is what a headline tells behind a semicolon: `Sweden cuts fuel tax; pump prices to fall 8%`."""
    sentence = scene.sentence
    return sentence.order == 1 and sentence.paragraph == 0 and scene.low[: sentence.start].rstrip().endswith(";")


def to_come(candidate: Candidate, scene: Scene) -> str | None:
    """Return the words by which a headline tells what is to come: `Ridley to cut output`, `India to ban exports`."""
    if scene.sentence.chinese or (scene.sentence.order and not _is_second_of_title(scene)):
        return None
    start, low = scene.sentence.start, scene.low
    behind = (candidate.end, candidate.extent[1])
    if any(_SEEN.match(low, end, scene.sentence.end) for end in behind) and not scene.says_before(
        _KNOWN, candidate.start, 32
    ):
        return "seen"
    if (candidate.parts or candidate.rule == "phrase") and candidate.type in _OF_ACTS:
        if candidate.measure == "licence":
            return None  # a licence that is to be asked for has been decreed
        places = {candidate.start, *(part.start for part in candidate.parts)}
        ends = sorted(place + 3 * low.startswith("to ", place) for place in places)
        if (put := scene.says_before(_PUT, candidate.start, 64)) is not None:
            ends.append(put.start(1))
        found = next((f for end in ends if (f := _WHO.match(scene.folded.plain, start, end)) is not None), None)
        if found is None or not (told := scene.says_before(_TO, found.end())) or _DOING.fullmatch(told[1]):
            return None
        return told[0].strip()
    if not candidate.rule.endswith("verb"):
        return None
    found = scene.says_before(_TO, candidate.start, 48)
    if found is None or _DOING.fullmatch(found[1]) or scene.says_before(_MADE_TO, candidate.start):
        return None
    if any(hit.end == found.end(1) for hit in scene.found.moves):
        return None  # what it went to: `slumps to lowest since July`
    return found[0].strip()


_FORECAST = r"(?:forecasts?|outlook|views?|projections?|estimates?|expectations|predictions?|guidance)"

_FORECAST_OF = re.compile(
    rf"(?: (?:growth|demand|supply|output|production|consumption|price|prices))? {_FORECAST}\b(?! (?:show|say))"
)
"""What makes of a noun a forecast of it: `trims its demand growth view`."""

_FORECAST_FOR = re.compile(rf"\b{_FORECAST} (?:for|of|on) |\b(?:forecast|projected|expected) (?:[a-z]+ )?\Z")

_REVISED = re.compile(
    r" than (?:previously|first|initially|originally|earlier) (?:thought|estimated|projected|forecast|expected|anticipated|predicted)\b"
)
"""What makes of a comparison one of two forecasts: `sees demand of 41 Mt, 2 Mt less than previously estimated`."""
_AGREED = re.compile(r"\b(agreed|pledged|promised|vowed|planned)(?: [\w.-]+){1,5} to (?:[a-z]+ly )?\Z")
"""A promise whose time stands before its verb: `agreed in June to cut output`."""


def foreseen(candidate: Candidate, scene: Scene, year: int) -> str | None:
    """Return why what a candidate tells is only expected, though no cue says so."""
    if told := _forecast(candidate, scene) or _promised(candidate, scene):
        return f"expected by “{told}”"
    ahead = _ahead(candidate, scene, year)
    return f"expected: speaks of {ahead}" if ahead else None


def _forecast(candidate: Candidate, scene: Scene) -> str | None:
    """Return the forecast that is raised or cut, where it is no more than a forecast that moves."""
    subject, low = candidate.subject, scene.low
    if candidate.rule == "move.compared" and (found := _REVISED.match(low, candidate.end, scene.sentence.end)):
        return found.group().strip()
    if subject is None or not candidate.rule.startswith("move"):
        return None
    if found := _FORECAST_OF.match(low, subject.end, scene.sentence.end):
        return found.group().strip()
    if candidate.end <= subject.start and (found := _FORECAST_FOR.search(low[candidate.end : subject.start])):
        return found.group().strip()
    return None


def _promised(candidate: Candidate, scene: Scene) -> str | None:
    """Return the word that promises what the candidate tells."""
    found = scene.says_before(_AGREED, candidate.start, 60)
    return found[1] if found else None


def _ahead(candidate: Candidate, scene: Scene, year: int) -> int | None:
    """Return the coming year by which the fact will be, if the clause after the trigger names one: `rises to 9,000 t by 2031`."""
    for match in _BY_YEAR.finditer(scene.low, candidate.end, scene.sentence.end):
        if int(match[1]) > year and scene.gap(candidate.end, match.start()) <= REACH_OF_YEAR:
            return int(match[1])
    return None
