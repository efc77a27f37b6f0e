"""Negation: candidates that state nothing, since their fact is negated, failed, asked about, or general knowledge.

What only Chinese grammar tells stands in `negation_chinese`.
"""

import re

from tocsin.detect.refusals.denied_acts import of_none, plainly_denied
from tocsin.detect.refusals.given_up import given_up
from tocsin.detect.refusals.negated_acts_chinese import negated_act
from tocsin.detect.refusals.negation_chinese import states_nothing_chinese
from tocsin.detect.scenes.scene import Candidate, Scene
from tocsin.detect.texts.text import Folded, holds_any
from tocsin.detect.words.hits import Hit

_WONDERED = re.compile(
    r"[*_#>\s\"“‘(-]*(?:[a-z][a-z0-9 .#&'’-]{1,28}[:–—|] ?)?(?:what (?:would|if|could|will|might)|(?:on |in )?how (?:many|often)\b[^.?]*? (?:has|have|did|does|do|will)|would|will|could|can|should|might|may|do|does|did|is|are|what does|how (?:do|can|should|does) (?:you|we|one|a|an)|how (?:would|could|will|might)) "
    r"[^.?]*\?[\"'”’)*_\s]*\Z"
)
"""An English question that asks whether something is so, and states nothing."""

_ADVICE = re.compile(
    r"(?:[a-z ]{2,16}: )?(?:buy|sell|accumulate|short|go (?:long|short)|book profits?|time to buy|time to sell) "
)
"""How a tip for traders begins, which tells no move: `buy zinc on dips`."""

_EACH = re.compile(
    r"\b(?:each|every) (?:(?:us)?(?:[$€£]?[\d.,]+|one|five|ten)(?: ?%| ?pct?\b| percent| per ?cent|[ -]cents?|[ -]dollars?| yuan)?(?:(?: ?/ ?| an? | per )[a-z]+)?(?:-[a-z]+)? )?(?:additional |further )?(?:rise|fall|drop|gain|increase|decrease|decline|change|move)\b"
)
"""What gives a rule of thumb, not a move: `each 10% rise in the price adds $4 million to its profit`."""

_THUMB = re.compile(
    r"\ban? (?:(?:us)?(?:[$€£]?[\d.,]+|one|two|five|ten))(?:[ -]?(?:%|percent|pct|per cent|cents?|dollars?|yuan))?(?:(?: ?/ ?| an? | per |-a-|-per-)[a-z]+)?(?: |-)(?:rise|fall|drop|gain|increase|decrease|decline|change|move|swing) in (?:the )?(?:[a-z']+ ){1,5}"
    r"(?:adds|yields|means|equates to|equals|translates (?:in)?to|is worth|boosts|cuts|costs|reduces|raises|lifts|lowers|generates|changes|moves|increases|affects) [^.;]*\b(?:earnings|profits?|ebitda|cash flows?|revenues?|income|npv|net present value|per share)\b"
)
"""The same without `each`: `a one-cent rise in the copper price adds $9 million to yearly earnings`."""

_WONT = re.compile(r"\b(?:when|whenever|if)\b[^.;]*\b(?:usually|typically|generally|normally|tends? to)\b")
"""General knowledge: `when prices rise, smelters usually pay more`."""

_DOING = re.compile(
    r"(?:\A|(?<=[.,;:!?\n\"“]) ?|\n)(?:closing|shutting(?: down)?|restarting|reopening|opening|building|idling|developing|expanding|starting) (?:an?|the|such|any) (?:[\w-]+ ){1,6}?(?:is (?:an?|never|not|rarely|often|slow|costly)\b|(?:can|could|may|might|would) (?:take|cost|require|be)\b|takes|costs|requires)"
)
"""What is said of a deed in general: `closing a smelter is an agonizing decision`, `restarting the plant could take a year`."""
_GENERAL_TOLD = (
    (("ing a ", "ing an ", "ing the ", "ing such ", "ing any ", "down a ", "down the "), _DOING),
    (("each ", "every "), _EACH),
    (("earnings", "profit", "ebitda", "cash flow", "revenue", "income", "npv", "present value", "per share"), _THUMB),
    (("usually", "typically", "generally", "normally", "tend"), _WONT),
)
"""Patterns of general knowledge, each with words of which it needs one."""
_ONLY = (" only", " just")
"""What makes of a negation one of something less: `not only cut output`."""

_TWICE = re.compile(r" (?:without|unless|except)\b")
"""What negates a negation: `no ore may leave the country without a certificate`."""

_NUMBER = re.compile(r"no\.? ?\d")
"""The abbreviation that negates nothing: `Notification No. 14`."""

_CARE_ABOUT = re.compile(r" (?:[a-z]+ )?(?:concern|worry|worries|alarm|surprise) (?:about|over|at) the (?:[a-z]+ )?")
"""Who is not troubled by a fact denies none: `no concern about the drop in prices`."""


def negated(candidate: Candidate, scene: Scene) -> str | None:
    """Return why a candidate states nothing: its fact is plainly negated, failed, or only asked about."""
    told = states_nothing_chinese if scene.sentence.chinese else _states_nothing
    return (
        told(candidate, scene) or _failed(candidate, scene) or _unhurt(candidate, scene) or _negated(candidate, scene)
    )


_WISHED = re.compile(
    r"\b(?:wants?|like|hopes?|hoping|able|helps? \w+|lets? \w+) to (?:see|spot|catch|foresee|predict|anticipate) (?:an? |the )?(?:\w+ )?\Z"
)
"""What somebody would like to see: `customers want to see a price spike before it hits them`."""

_WHEN_UNTOLD = re.compile(
    r"\b(?:did not|didn't|has not|have not|would not|could not|declined to|refused to|without) "
    r"(?:say|said|saying|disclose|disclosed|specify|specified|specifying|indicate|indicated|tell|told) (?:exactly |precisely )?when\b"
    r"|\bwhat (?:happens|will happen|would happen|might happen) (?:when|if)\b|\b(?:not|un)(?: yet| immediately)? ?(?:clear|known|certain|decided|said) when\b|\b(?:no|any) (?:date|timetable|timeline|word)\b[^.;,]{0,16}\b(?:when|which)\b"
)
"""Who leaves open when a thing will be tells nothing of it: `did not say when mining would resume`."""


_WATCHED = re.compile(
    r"\b(?:warns?|alerts?|notif(?:y|ies)|flags?|beeps?|tells? (?:you|users|operators|them)|sends? (?:an? )?(?:alerts?|messages?|notifications?))\b(?! (?:that|of|about))[^.;,]{0,24}\b(?:when|whenever|if|as soon as)\b[^.;,]*\Z"
)
"""What a program or a device watches for has not come: `warns users when the price falls`."""


_HELD_OFF = re.compile(
    r"\b(?:resist(?:s|ed|ing)?|withst(?:ands?|ood|anding)|rebuff(?:s|ed|ing)?|fend(?:s|ed|ing)? off|ward(?:s|ed|ing)? off|hold(?:s|ing)? out against|held out against|stav(?:es|ed|ing) off) "
    r"(?:(?:an?|any|the|more|further|additional|deeper|steeper|bigger|sharp|new|other|attempts? to|pressure (?:to|for)|calls (?:to|for)|efforts to|requests for|demands for|buyers['’]|their) ){0,4}\Z"
    r"|\b(?:reluctant|reluctance|unwilling|unwillingness|loath|hesitant|refusing|refusal|disinclined|declin(?:es?|ed|ing)|in no (?:hurry|rush|mood)) to (?:(?:further|any further|again|immediately|quickly|[a-z]+ly) )?\Z"
    r"|\b(?:reluctan(?:t|ce)|unwilling(?:ness)?|refus(?:al|ing|ed))(?: (?:of|by|among) [^,;.]{2,40}?)? to (?:sell|part with|offer|release|buy|ship|let go) (?:[\w'’-]+ ){0,4}at (?:the |such |much |any )?\Z"
    r"|\bfar from \Z"
)
"""What nobody does, or what is kept off: `sellers resisted a further price decline`, `smelters were reluctant to cut output`, `declined to lift the ban`."""
_TAKEN_BACK = re.compile(
    r"\b(?:rollback|roll-back|reversal|unwinding|easing|lifting|end|removal|relaxation|scrapping|loosening)[\"”’]? (?:of|to) (?:(?:the|its|those|these|any|all) )?(?:[a-z]+ )?\Z"
)
"""What takes curbs back that a phrase names: `worries about a rollback of supply restrictions`."""
_HOLDS_OFF = (
    "resist",
    "withst",
    "rebuff",
    "off ",
    "reluct",
    "unwilling",
    "loath",
    "hesitant",
    "refus",
    "declin",
    "disinclined",
    "far from",
    " out against",
    "in no ",
)


def _states_nothing(candidate: Candidate, scene: Scene) -> str | None:
    """Return why an English sentence states nothing, whatever its candidate says."""
    low, start, end = scene.low, scene.sentence.start, scene.sentence.end
    if candidate.type == "price_move" and _ADVICE.match(low, start):
        return "advice"
    if _only_ends_moving(candidate, scene):
        return "a move that ends"
    if low.find("?", start, end) >= 0 and _WONDERED.match(low, start, end):
        return "asked"
    if low.find(" to ", start, candidate.start) >= 0 and scene.says_before(_WISHED, candidate.start):
        return "wished for"
    if holds_any(low, _HOLDS_OFF, start, candidate.start) and scene.says_before(_HELD_OFF, candidate.start, 72):
        return "held off, or nobody does it"
    if (
        candidate.rule == "phrase"
        and candidate.direction == "down"
        and scene.says_before(_TAKEN_BACK, candidate.start, 40)
    ):
        return "curbs that are taken back"
    if low.find(" wh", start, candidate.start) >= 0 and scene.says_before(_WHEN_UNTOLD, candidate.start):
        return "left open when"
    if low.find("when", start, candidate.start) >= 0 and scene.says_before(_WATCHED, candidate.start):
        return "only watched for"
    have = candidate.start + len("have ") * low.startswith("have ", candidate.start)
    if holds_any(low, _HAVE, start, end) and (
        scene.says_before(_NOT_SO, have) or _WOULD_HAVE.match(low, candidate.end)
    ):
        return "what would have been"
    if low.find("had ", start, end) >= 0 and _UNREAL.match(low, start, end):
        return "what would have been"
    neither = low.rfind("neither ", start, candidate.start)
    if neither >= 0 and " nor " in low[neither : candidate.start]:
        return "negated by neither"
    for words, told in _GENERAL_TOLD:
        if holds_any(low, words, start, end) and scene.says(told):
            return "general knowledge"
    if low.find("had ", start, end) >= 0 and scene.says(_GIVEN_UP):
        return "planned, and given up"
    return None


_ENDS = re.compile(
    r"\b(?:stop(?:s|ped)?|ceas(?:e|es|ed)|quits?|no longer|avoid(?:s|ed)?|refrain(?:s|ed)? from) (?:[a-z]+ly )?\Z"
)
_MOVING = re.compile(
    r" (?:raising|increasing|expanding|lifting|growing|ramping|boosting|cutting|reducing|lowering|trimming|rising|falling|declining|dropping|climbing|shrinking)\b"
)
"""What may end without works that stop: `stops raising output`, `stocks stop rising`."""


def _only_ends_moving(candidate: Candidate, scene: Scene) -> bool:
    """Tell whether an English move is only said to end."""
    low, start, end = scene.low, candidate.start, candidate.end
    if candidate.direction == "halt":
        return _MOVING.match(low, end) is not None
    return low.endswith("ing", start, end) and scene.says_before(_ENDS, start, 32) is not None


_HAVE = ("d have ", " to have ")
_NOT_SO = re.compile(
    r"\b(?:would|could|should) have (?!to\b|been\b)[a-z]+(?:ed|en|ade|ut)? [^.;,]*\Z|\b(?:would|was to|were to) have (?:[a-z]+ly )?\Z"
)
"""What makes of a deed one that did not come: `a longer stop would have required the firm to shut wells`, `would have bought`."""
_WOULD_HAVE = re.compile(r"(?: [a-z]+){0,3} would have (?!to\b)")
_UNREAL = re.compile(
    r"(?:[^.;]{0,60}[:,] )?\W?(?:had (?!been )[^.;,?]{3,80},|if (?:[a-z'’-]+ ){1,6}had (?:not )?[^.;?]{3,80})[^.;?]{0,80}\b(?:would|could|might) (?:not )?(?:have|be|now)\b"
)
"""A condition that was not met: `had the smelter closed, 300,000 tonnes would have been lost`."""
_WORK_GOES_ON = re.compile(
    r"\b(?:output|production|operations|deliveries|shipments) (?:[a-z]+ ){0,2}?(?:unaffected|not (?:been )?(?:affected|disrupted|interrupted|hit)|goes on|continues as (?:usual|normal))\b"
    r"|\b(?:not|without|nor) (?:[a-z]+ )?(?:affect(?:ed|ing)?|disrupt(?:ed|ing)?|interrupt(?:ed|ing)?|hit) (?:its |the |any )?(?:output|production|operations|deliveries|shipments)\b"
    r"|(?:产量|生产|发运|出货|运营)[^,;。]{0,6}(?:[未不]受|没有受|正常)|(?:未|不|没有)(?:影响|波及)[^,;。]{0,4}(?:产量|生产|发运|运营)"
)
"""What makes of a strike one that stops no work: `output was unaffected`."""


def _unhurt(candidate: Candidate, scene: Scene) -> str | None:
    """Return the words by which a strike stops no work; a halt told as such stands, whatever else goes on."""
    if candidate.direction != "halt" or "strike" not in candidate.rule:
        return None
    found = _WORK_GOES_ON.search(scene.low, candidate.end, scene.sentence.end)
    return None if found is None else "a strike that stops no work"


def _failed(candidate: Candidate, scene: Scene) -> str | None:
    """Return the words right behind a fact by which it came to nothing."""
    control = candidate.type == "export_control"
    end = candidate.end if scene.sentence.chinese else candidate.extent[1]
    for cue in scene.found.cue("failed"):
        if control and scene.low.startswith("延期", cue.start):
            continue  # a duty that is put off till later is prolonged
        if cue.start >= candidate.end and scene.gap(end, cue.start) <= NEAR:
            return f"failed: {quote(scene.folded, cue)}"
    return None


def _negated(candidate: Candidate, scene: Scene) -> str | None:
    """Return the words of negation before a fact, but for those that deny it to answer a rumour."""
    if of_none(candidate, scene):
        return "done to no goods"
    cue = cue_before(scene.found.cue("negated"), candidate, scene, NEAR)
    if cue is None and scene.sentence.chinese and (far := negated_act(candidate, scene)):
        return None if plainly_denied(candidate, scene) else far
    if cue is None or plainly_denied(candidate, scene) or given_up(candidate, scene):
        return None
    return f"negated by {quote(scene.folded, cue)}"


_GIVEN_UP = re.compile(
    r"\bhad (?:originally |initially |earlier |previously )?(?:planned|intended|aimed|wanted|sought|been due|been set|been expected) to\b[^.;]*"
    r"\bbut (?:then |later |has |it |they )*(?:did not|didn't|never did|has not|hasn't|not done|dropped|scrapped|abandoned|shelved|cancell?ed|gave up|changed|decided (?:not|against)|backed|thought better|held back)\b"
)
"""A plan that came to nothing: `had planned to cut output but did not`."""


def cue_before(cues: list[Hit], candidate: Candidate, scene: Scene, limit: float) -> Hit | None:
    """Return the cue that stands before a candidate in its own clause, no farther than the limit, and holds for it."""
    low = scene.low
    for cue in cues:
        if cue.end > candidate.start and not _shares_to(cue, candidate, low):
            continue
        if _is_lifted(cue, candidate, low) or _lacks_goods_only(cue, candidate, low):
            continue
        between = low[cue.end : candidate.start]
        if "," in between or ";" in between or _opens_anew(cue, candidate, low):
            continue
        far = EXPECTED_REACH if low.startswith("had ", cue.start) else limit
        if scene.gap(cue.end, candidate.start) <= far:
            return cue
    return None


def _lacks_goods_only(cue: Hit, candidate: Candidate, low: str) -> bool:
    """Tell whether `without` only says what a subject lacks, as before every finite verb: `duties on states without deals will rise`."""
    if not low.startswith("without", cue.start) or not candidate.rule.startswith("move") or candidate.nominal:
        return False
    return not low[candidate.start : candidate.end].split(" ", maxsplit=1)[0].endswith("ing")


_REFUSES = ("reject", "refus", "drop", "scrap", "shelve", "abandon", "will not", "won't", "would not")
_AND_WILL = re.compile(
    r" and (?:will|would|is|are|was|were|has|have|had|plans?|intends?|began|begun|walked|went|voted) "
)
"""What opens a predicate of its own behind something refused: `rejected the offer and will down tools`."""


def _opens_anew(cue: Hit, candidate: Candidate, low: str) -> bool:
    """Tell whether a fact behind something refused is what its subject does instead."""
    return low.startswith(_REFUSES, cue.start) and _AND_WILL.search(low, cue.end, candidate.end + 1) is not None


def _shares_to(cue: Hit, candidate: Candidate, low: str) -> bool:
    """Tell whether a cue ends with the `to` that the candidate begins with: `has yet to lift its ban`."""
    return cue.start < candidate.start and low[candidate.start : cue.end] == "to"


def _is_lifted(cue: Hit, candidate: Candidate, low: str) -> bool:
    """Tell whether a cue before a candidate negates nothing, or what stands between the two negates it again."""
    return (
        low.startswith(_ONLY, cue.end)
        or (low.endswith(_AS_PLANNED, cue.start, cue.end) and _DUE_NOW.match(low, candidate.end) is not None)
        or _NUMBER.match(low, cue.start) is not None
        or _TWICE.search(low, cue.end, candidate.extent[1]) is not None
        or _CARE_ABOUT.fullmatch(low, cue.end, candidate.start) is not None
    )


_AS_PLANNED = ("due to", "scheduled to", "slated to", "set to", "supposed to")
_DUE_NOW = re.compile(
    r"[^.;]{0,120}\b(?:now (?:expected|due|set|scheduled|slated|likely|planned|seen)|(?:postponed|delayed|pushed back|put back|moved) (?:to|until|by))\b"
)
"""What gives a deed that was planned another time: `had been due to restart in June but is now expected in October`."""

NEAR = 4.0
"""How far a fact may stand from the words that negate it."""
EXPECTED_REACH = 9.0
"""How far what was expected may stand from `had expected`: `had expected crude stocks at the hub to jump`."""


def quote(folded: Folded, hit: Hit) -> str:
    """Return the words of a cue, as a reason cites them."""
    return f"“{folded.low[hit.start : hit.end].strip()}”"
