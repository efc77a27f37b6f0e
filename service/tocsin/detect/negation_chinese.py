"""Negation in Chinese: why the words around a candidate leave it stating nothing.

Questions, conditions, the matter of talks, general knowledge and moves that have no room to go on have the words of facts. Each
reason is one predicate; a new one is a row of the table.
"""

import re
from collections.abc import Callable

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
from tocsin.detect.scene import Candidate, Scene
from tocsin.detect.unreal_chinese import unreal

_ASKED = re.compile(
    r"(?:还是|吗|呢|会不会|能不能|能否|是否|怎么|如何|什么|为何|有何|作何|何时|哪些|多少|几何)[^?]*\?[\"'”’)\s]*\Z"
)
"""A Chinese question, which states nothing."""

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


def _sentence_says(words: re.Pattern[str]) -> Callable[[Candidate, Scene], bool]:
    """Return what tells whether a sentence has such words, wherever its candidate stands."""
    return lambda _, scene: words.search(scene.low, scene.sentence.start, scene.sentence.end) is not None


def _is_supposed(candidate: Candidate, scene: Scene) -> bool:
    """Tell whether a condition stands before a candidate, or before the first word that it is made of."""
    low, floor = scene.low, scene.sentence.start
    places = {candidate.start, candidate.extent[0]}
    return any(SUPPOSED.search(low[max(floor, place - 60) : place]) for place in places)


def _is_move(candidate: Candidate) -> bool:
    """Tell whether a candidate is a word or phrase of movement, and no frame."""
    return candidate.rule.startswith(("move", "phrase"))


def _is_reason(candidate: Candidate, scene: Scene) -> bool:
    """Tell whether a movement is only the reason of another fact: 减产与加工费低迷有关."""
    low, start = scene.low, candidate.start
    return (
        _is_move(candidate)
        and LINKED.match(low, candidate.end) is not None
        and WITH.search(low, max(scene.sentence.start, start - 24), start) is not None
    )


def _is_offer(candidate: Candidate, scene: Scene) -> bool:
    return candidate.pack.pack.signal == "price_move" and _sentence_says(_OFFERED)(candidate, scene)


def _is_setting(candidate: Candidate, scene: Scene) -> bool:
    """Tell whether a fact is what others speak of, or the time and circumstances of another: 在铜价下跌的情况下."""
    low, (first, last) = scene.low, candidate.extent
    before = low[max(scene.sentence.start, first - 30) : first]
    return TOPIC.search(before) is not None or MEANWHILE.match(low, last) is not None


def _is_over(candidate: Candidate, scene: Scene) -> bool:
    """Tell whether words before a movement end it: 结束连续三周下降."""
    low, start = scene.low, candidate.start
    before = max(scene.sentence.start, start - 20)
    return _is_move(candidate) and RUN_OVER.search(low, before, start) is not None


def _is_awaited(candidate: Candidate, scene: Scene) -> bool:
    return _is_move(candidate) and AWAITED.match(scene.low, candidate.extent[1]) is not None


def _is_weighed(candidate: Candidate, scene: Scene) -> bool:
    return _is_move(candidate) and PROSPECT.match(scene.low, candidate.end) is not None


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


def _is_spent(candidate: Candidate, scene: Scene) -> bool:
    """Tell whether a Chinese price has no room to move on: 抑制铅价上行空间, 上涨动力不足."""
    if candidate.pack.pack.signal != "price_move":
        return False
    low, start, end = scene.low, candidate.start, candidate.end
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


_REASONS: tuple[tuple[str, Callable[[Candidate, Scene], bool]], ...] = (
    ("asked", _sentence_says(_ASKED)),
    ("only supposed", _is_supposed),
    ("a reason given", _is_reason),
    ("a warning to investors", _sentence_says(_WARNED)),
    ("the works of those who use the goods", _is_of_users),
    ("an offer to customers", _is_offer),
    ("the matter of a question", _is_asked_about),
    ("general knowledge", _is_general),
    ("the matter spoken of, or the setting", _is_setting),
    ("a run that is over", _is_over),
    ("a move that does not go on", _is_spent),
    ("awaited", _is_awaited),
    ("only weighed", _is_weighed),
)
"""Why a Chinese candidate states nothing; the first that holds is told."""


def states_nothing_chinese(candidate: Candidate, scene: Scene) -> str | None:
    """Return why the words around a Chinese candidate leave it stating nothing."""
    return next((why for why, holds in _REASONS if holds(candidate, scene)), None) or unreal(candidate, scene)
