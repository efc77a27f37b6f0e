"""Negation: candidates that state nothing, since their fact is negated, failed, asked about, or general knowledge."""

import re

from tocsin.detect.chinese import (
    AWAITED,
    EXHAUSTED,
    GENERAL,
    LINKED,
    MEANWHILE,
    PROSPECT,
    ROOM,
    RUN_OVER,
    SPENT,
    SUPPOSED,
    TOPIC,
    WHENEVER,
    WITH,
)
from tocsin.detect.denials import plainly_denied
from tocsin.detect.hits import Hit
from tocsin.detect.scene import Candidate, Scene
from tocsin.detect.text import Folded, holds_any

_ASKED = re.compile(r"(?:还是|吗|呢|会不会|能不能|能否|是否|怎么|如何|什么|为何|哪些|多少|几何)[^?]*\?[\"'”’)\s]*\Z")
"""A Chinese question, which states nothing."""

_WONDERED = re.compile(
    r"[*_#>\s\"“‘(-]*(?:what (?:would|if|could|will|might)|would|will|could|can|should|might|may|do|does|did|is|are|what does|how (?:would|could|will|might)) "
    r"[^.?]*\?[\"'”’)*_\s]*\Z"
)
"""An English question that asks whether something is so, and states nothing."""

_ADVICE = re.compile(
    r"(?:[a-z ]{2,16}: )?(?:buy|sell|accumulate|short|go (?:long|short)|book profits?|time to buy|time to sell) "
)
"""How a tip for traders begins, which tells no move: `buy zinc on dips`."""

_EACH = re.compile(
    r"\b(?:each|every) (?:[$€£]?[\d.,]+(?:%| per ?cent| percent| cents?)?(?:-[a-z]+)? )?(?:additional |further )?(?:rise|fall|drop|gain|increase|decrease|decline|change|move)\b"
)
"""What gives a rule of thumb, not a move: `each 10% rise in the price adds $4 million to its profit`."""

_WONT = re.compile(r"\b(?:when|whenever|if)\b[^.;]*\b(?:usually|typically|generally|normally|tends? to)\b")
"""General knowledge: `when prices rise, smelters usually pay more`."""

_GENERAL_TOLD = (
    (("each ", "every "), _EACH),
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
    told = _states_nothing_zh if scene.sentence.chinese else _states_nothing
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
    r"|\b(?:not|un)(?: yet| immediately)? ?(?:clear|known|certain|decided|said) when\b|\b(?:no|any) (?:date|timetable|timeline|word)\b[^.;,]{0,16}\b(?:when|which)\b"
)
"""Who leaves open when a thing will be tells nothing of it: `did not say when mining would resume`."""


def _states_nothing(candidate: Candidate, scene: Scene) -> str | None:
    """Return why an English sentence states nothing, whatever its candidate says."""
    low, start, end = scene.low, scene.sentence.start, scene.sentence.end
    if candidate.pack.pack.signal == "price_move" and _ADVICE.match(low, start):
        return "advice"
    if _WONDERED.match(low, start, end):
        return "asked"
    if low.find(" to ", start, candidate.start) >= 0 and _WISHED.search(low, start, candidate.start):
        return "wished for"
    if low.find(" wh", start, candidate.start) >= 0 and _WHEN_UNTOLD.search(low, start, candidate.start):
        return "left open when"
    if any(holds_any(low, words, start, end) and told.search(low, start, end) for words, told in _GENERAL_TOLD):
        return "general knowledge"
    if low.find("had ", start, end) >= 0 and _GIVEN_UP.search(low, start, end):
        return "planned, and given up"
    return None


_OFFERED = re.compile(
    r"凡[^,;。]{0,6}(?:订购|购买|下单|选购|预订)|免费送货|包邮|欢迎(?:来电|选购|订购)|等零?[配部零]件价格"
)
"""What a shop offers, or asks for parts of its wares: 凡订购…一律下调, 轮胎等配件价格."""


_WARNED = re.compile(
    r"(?:敬请|提请|请)[^,;。]{0,6}投资者[^。;]{0,16}(?:风险|注意)|注意投资风险|不可抗力[^。;]{0,30}可能导致(?:合同|协议)"
)
"""The last paragraph of a company's notice, which names what might befall any contract."""
_USERS_WORKS = re.compile(
    r"(?:下游|终端|饲料|焊料|用[铜铝锌铅镍锡]|镀锌板?|电池|轮胎|线缆|消费)[^,;。]{0,12}(?:企业|厂家|工厂|行业|厂)[^,;。]{0,8}\Z"
)
"""Whose operating rates tell of demand, and of no output of the goods: 下游焊料企业开工率."""


def _is_of_users(candidate: Candidate, scene: Scene) -> bool:
    """Tell whether operating rates are those of works that use the text's goods."""
    subject = candidate.subject
    if candidate.pack.pack.signal != "production_change" or subject is None:
        return False
    low = scene.low
    if not low.startswith("开工", subject.start):
        return False
    return _USERS_WORKS.search(low, max(scene.sentence.start, subject.start - 28), subject.start) is not None


def _states_nothing_zh(candidate: Candidate, scene: Scene) -> str | None:
    """Return why the words around a Chinese candidate leave it stating nothing."""
    low, floor, (first, last) = scene.low, scene.sentence.start, candidate.extent
    moves = candidate.rule.startswith(("move", "phrase"))
    if _ASKED.search(low, floor, scene.sentence.end):
        return "asked"
    if any(SUPPOSED.search(low[max(floor, place - 60) : place]) for place in {candidate.start, first}):
        return "only supposed"
    if (
        moves
        and LINKED.match(low, candidate.end)
        and WITH.search(low, max(floor, candidate.start - 24), candidate.start)
    ):
        return "a reason given"
    if _WARNED.search(low, floor, scene.sentence.end):
        return "a warning to investors"
    if _is_of_users(candidate, scene):
        return "the works of those who use the goods"
    if candidate.pack.pack.signal == "price_move" and _OFFERED.search(low, floor, scene.sentence.end):
        return "an offer to customers"
    if _is_asked_about(candidate, scene):
        return "the matter of a question"
    if _is_general(candidate, scene):
        return "general knowledge"
    if TOPIC.search(low[max(floor, first - 30) : first]) or MEANWHILE.match(low, last):
        return "the matter spoken of, or the setting"
    if moves and RUN_OVER.search(low, max(floor, candidate.start - 20), candidate.start):
        return "a run that is over"
    if _is_spent(candidate, low):
        return "a move that does not go on"
    if moves and AWAITED.match(low, last):
        return "awaited"
    if moves and PROSPECT.match(low, candidate.end):
        return "only weighed"
    return None


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
    control = candidate.pack.pack.signal == "export_control"
    for cue in scene.found.cue("failed"):
        if control and scene.low.startswith("延期", cue.start):
            continue  # a duty that is put off till later is prolonged
        if cue.start >= candidate.end and scene.gap(candidate.end, cue.start) <= NEAR:
            return f"failed: {quote(scene.folded, cue)}"
    return None


def _negated(candidate: Candidate, scene: Scene) -> str | None:
    """Return the words of negation before a fact, but for those that deny it to answer a rumour."""
    cue = cue_before(scene.found.cue("negated"), candidate, scene, NEAR)
    if cue is None or plainly_denied(candidate, scene):
        return None
    return f"negated by {quote(scene.folded, cue)}"


_GIVEN_UP = re.compile(
    r"\bhad (?:originally |initially |earlier |previously )?(?:planned|intended|aimed|wanted|sought|been due|been set|been expected) to\b[^.;]*"
    r"\bbut (?:then |later |has |it |they )*(?:did not|didn't|never did|has not|hasn't|not done|dropped|scrapped|abandoned|shelved|cancell?ed|gave up|changed|decided (?:not|against)|backed|thought better|held back)\b"
)
"""A plan that came to nothing: `had planned to cut output but did not`."""

_ASKED_ABOUT = re.compile(
    r"就(?P<what>[^,;。]{2,48}?)(?:的?有关问题|的?相关问题|一事|等问题|问题)?(?:答记者问|答问|应询|回答[^,;。]{0,8}提问|回应[^,;。]{0,6}(?:关切|提问)|接受[^,;。]{0,8}采访|采访了?|专访|发表谈话|(?:进行|举行|展开|开展)了?[^,;。]{0,6}(?:磋商|会谈|讨论|交流|沟通|对话|谈判)|交换意见|交换了意见)"
)
"""What names the matter that an office is asked about: 就出口管制答记者问."""

_DECIDED = re.compile(r"实施|加强|调整|取消|暂停|发布|公布|加征|征收|禁止|收紧|放宽|公告|新增|恢复|延长|列入|解除")
"""What makes it one that is decided: 就对锗实施出口管制答记者问."""

_DEALS = frozenset(["mna", "large_contract"])
"""Types whose facts are in the making while they are talked over: 就收购某矿展开谈判."""


def _is_asked_about(candidate: Candidate, scene: Scene) -> bool:
    if scene.low.find("就", scene.sentence.start, scene.sentence.end) < 0:
        return False
    return any(
        told.start() <= candidate.start < told.end()
        and _DECIDED.search(told["what"]) is None
        and not (candidate.pack.pack.signal in _DEALS and told.group().endswith(("谈判", "磋商")))
        for told in _ASKED_ABOUT.finditer(scene.low, scene.sentence.start, scene.sentence.end)
    )


_ENDS_FLAT = re.compile(
    r"[^。;\d]{0,6},(?:最终|终盘|尾盘)?(?:收盘|收市|收)(?:时)?(?:基本|大致|近乎|几乎)?(?:持平|平盘|走平|平收|报平)"
)
"""What takes a day's swing back: `冲高回落,收盘基本持平`."""


def _is_spent(candidate: Candidate, low: str) -> bool:
    """Tell whether a Chinese price has no room to move on: 抑制铅价上行空间, 上涨动力不足."""
    if candidate.pack.pack.signal != "price_move":
        return False
    start, end = candidate.start, candidate.end
    if EXHAUSTED.match(low, end) or _ENDS_FLAT.match(low, end):
        return True
    held = ROOM.match(low, end) or low.endswith("空间", start, end)
    return bool(held) and SPENT.search(low, max(0, start - 20), start) is not None


def _is_general(candidate: Candidate, scene: Scene) -> bool:
    """Tell whether a Chinese fact is one of general knowledge: 锌价下跌往往…; what an earlier clause states has happened."""
    sentence, low = scene.sentence, scene.low
    told = GENERAL.search(low, sentence.start, sentence.end)
    if told is None:
        return False
    end = candidate.extent[1]
    return "," not in low[end : told.start()] or WHENEVER.search(low, sentence.start, end) is not None


def cue_before(cues: list[Hit], candidate: Candidate, scene: Scene, limit: float) -> Hit | None:
    """Return the cue that stands before a candidate in its own clause, no farther than the limit, and holds for it."""
    low = scene.low
    for cue in cues:
        if cue.end > candidate.start or _is_lifted(cue, candidate, low):
            continue
        between = low[cue.end : candidate.start]
        if "," in between or ";" in between:
            continue
        far = EXPECTED_REACH if low.startswith("had ", cue.start) else limit
        if scene.gap(cue.end, candidate.start) <= far:
            return cue
    return None


def _is_lifted(cue: Hit, candidate: Candidate, low: str) -> bool:
    """Tell whether a cue before a candidate negates nothing, or what stands between the two negates it again."""
    return (
        low.startswith(_ONLY, cue.end)
        or _NUMBER.match(low, cue.start) is not None
        or _TWICE.search(low, cue.end, candidate.extent[1]) is not None
        or _CARE_ABOUT.fullmatch(low, cue.end, candidate.start) is not None
    )


NEAR = 4.0
"""How far a fact may stand from the words that negate it."""
EXPECTED_REACH = 9.0
"""How far what was expected may stand from `had expected`: `had expected crude stocks at the hub to jump`."""


def quote(folded: Folded, hit: Hit) -> str:
    """Return the words of a cue, as a reason cites them."""
    return f"“{folded.low[hit.start : hit.end].strip()}”"
