"""Clauses set aside: what an English sentence tells between marks beside what it says.

Relative clauses, appositions and circumstances between commas, brackets or dashes part nothing: what stands before and behind them
belongs together. `scene` measures across them, `reach` looks past them for a noun of its own, `parties` for the verb of a name.
"""

import re

from tocsin.messages import Span

RELATIVE = ("which", "who", "whose", "where")
"""How a relative clause opens."""
_CLAUSE = re.compile(
    rf",(?= (?:{'|'.join(RELATIVE)}|the|an?|its|their|itself|one of|another|(?:[a-z]+ly )?used|located|based|owned|known|operated|run|after|having|seen|considered|often|already|long|(?:previously|formerly) [a-z]+ed)\b)[^,;]{{1,120}},"
    r"|,(?= [a-z][a-z.-]*(?: [a-z][a-z.-]*){0,2}['’]s? (?:[a-z]+-)?(?:main|chief|top|key|largest|biggest|richest|oldest|only|sole|leading|lead|number|most|principal|first|second|third|fourth|state|flagship|national|benchmark|dominant|premier|major|primary|prime)\b)[^,;]{1,120},"
    r"|,(?= (?:with (?:immediate )?effect|by (?:order|decree|decision|agreement)|as (?:of|from)|pursuant to|in accordance with|at the request|on the advice|until further notice|owing to|because of|due to|upon|once) )[^,;]{1,100},"
    r"|,(?= (?:helped|supported|aided|lifted|buoyed|boosted|driven|underpinned|backed|propped up|pressured|pressed|weighed (?:down|on)|dragged|hurt|hit|burdened|undermined|capped|held back|spurred|fuelled|fueled|reflecting|following|amid|despite|after|under pressure|on the back|in (?:which|thin|quiet|light|response)|for which|of which|against which) )[^,;]{1,120},(?= (?!and |but |or |while |as )[a-z])"
    r"|,(?= (?:from|in|at|of|to|on|for|through|by|with) (?:which|whom|whose) )[^;]{1,120}?,(?= (?:is|are|was|were|will|would|won't|could|should|has|had|have|may|might|cannot|can)\b)"
    r"|,(?= (?:about |some |around |nearly )?\d)(?:[^,;]|(?<=\d),(?=\d)){1,100},(?= (?:is|are|was|were|will|would|could|should|has|had|may|might)\b)"
    r"|,(?= (?:particularly|especially|including|notably|such as|led by)\b)[^;.]{1,120}?,(?= (?:have|has|had|is|are|was|were|will|would|could|rose|fell|bought|added|cut|raised)\b)"
)
"""A relative clause, an apposition or a circumstance between commas: `stocks at Avonmouth, the hub for refined metal, fell`."""
BOTH = 2
"""Commas about such a clause."""
_BRACKETED = re.compile(r"\([^()]*\)")
_DASHED = re.compile(r" [-–—]{1,2} [^–—]{1,120}? [-–—]{1,2}(?= |$)")
_BETWEEN_DASHES = re.compile(
    r"(?: [-–—]{1,2} |(?<=[a-z0-9])—)(?=[a-z])[^–—;:]{1,120}?(?: (?:--|[–—]) |—)(?=[a-z]|\Z)"
    r"| - (?=(?:the|an?|one of|its|their|which|home to|owned|operated|run) )[^–—;:]{1,140}? - (?=[a-z]|\Z)"
)
"""What stands between two dashes of a sentence: `output at the mine — the largest of the country — fell`."""
_BEFORE_VERB = re.compile(
    r"(?:'s [a-z -]{3,40})?,[^;:.]{3,140}?, (?:(?:has|have|had|is|are|was|were|will|would|may|might|could|can|shall|also|then|now|nonetheless|nevertheless|still|in turn)\b|[a-z]{2,}(?:ed|es|s)\b)"
)
"""Whatever stands between commas, and the verb behind it: `Iraq, in discharge of what it still owes, will reduce`."""


def find_clauses(low: str, start: int, end: int) -> list[Span]:
    """Return the clauses set aside by commas, each from its first comma to behind its last."""
    if low.count(",", start, end) < BOTH:
        return []
    return [clause.span() for clause in _CLAUSE.finditer(low, start, end)]


_CAUSE = re.compile(
    r"(?:受到?|因|在)(?![^,;。]{0,3}(?:访|灾))[^,;。:受]{2,18}?(?:影响|拖累|提振|打压|支撑|推动|带动|刺激|压制|驱动|冲击|牵制|制约|扰动|压力)(?:之?下(?![跌行滑挫降调])|而)?"
    r"(?=(?:大幅|小幅|微幅|明显|持续|继续|略有?|快速|震荡|再度|一度|全线|普遍|整体|集体|早盘|今日|昨日|开盘|收盘)*(?:[涨跌升降]|上[涨行扬升]|下[跌行滑挫降]|走[高低强弱]|回[落升调]|反弹|收[涨跌]|冲高|承压))"
)
"""The cause of a move, named right before it: `锌价受关税影响下跌`."""


def find_causes(low: str, start: int, end: int) -> list[Span]:
    """Return what a Chinese sentence names as the cause of a move, between the noun that moves and its verb."""
    return [cause.span() for cause in _CAUSE.finditer(low, start, end)]


def drop_clauses(text: str) -> str:
    """Return a text without the clauses that commas set aside."""
    return _CLAUSE.sub(" ", text) if text.count(",") >= BOTH else text


def drop_brackets(text: str) -> str:
    """Return a text without what stands in brackets."""
    return _BRACKETED.sub(" ", text) if "(" in text else text


def drop_between_dashes(text: str) -> str:
    """Return a text without what two dashes set aside in it."""
    return _BETWEEN_DASHES.sub(" ", text)


def find_asides_of_names(low: str, start: int, end: int) -> list[Span]:
    """Return what commas or dashes set aside behind a name, each from its first mark to behind its last."""
    dashed = [found.span() for found in _BETWEEN_DASHES.finditer(low, start, end)]
    return dashed + find_clauses(low, start, end)


def drop_asides(text: str) -> str:
    """Return a text without what commas, brackets or dashes set aside."""
    return _DASHED.sub(" ", drop_clauses(drop_brackets(text)))


def behind_aside(low: str, start: int, end: int) -> int | None:
    """Return where the verb ends whose subject ends at the start, across anything between commas; None where there is none."""
    found = _BEFORE_VERB.match(low, start, end)
    return None if found is None else found.end()
