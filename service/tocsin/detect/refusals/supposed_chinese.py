"""Supposed in Chinese: conditions, examples and risks, and what follows from a condition alone; none of them states anything."""

import re

from tocsin.detect.scenes.scene import Candidate, Scene

_SUPPOSED = re.compile(
    r"若[可能][^,;。!?]*\Z|(?:价|量|格|数|幅|率)(?:若(?!干)|如果|一旦|假如)[^,;。!?]*\Z|(?:^|[,;:。!?、\"“(\n ]|但|而|因此|所以)(?:若(?!干)|如果|假如|假使|假设|假定|倘若|如若|要是|一旦|只要|除非|(?:即使|即便|哪怕|就算|纵使|纵然)(?![^,;。]{0,12}(?:不断|持续|已经|连续)))[^,;。!?]*\Z"
    r"|(?:^|[,;:。!?\"“(\n ])当(?![前日时地周月年下天局选晚中然作成])[^,;。!?]{0,20}?(?:低于|高于|超过|不足|达到|小于|大于|跌破|涨破)(?:[^,;。!?]{0,14}时,)?[^,;。!?]*\Z"
    r"|(?:例如|比如|譬如|举例|假设|假定|设某)[^。!?]*\Z|(?:规避|防范|对冲|抵御|化解|转移|锁定)[^,;。!?]{0,6}\Z|(?:防止|(?<![可以法])避免|以免)(?!了)[^,;。!?]{0,16}\Z"
    r"|(?:不会|不至于|不足以)(?:直接)?(?:造成|导致|引起|引发|带来|迫使)[^,;。!?]{0,16}\Z"
    r"|(?:^|\n)[-•·*][ ]*[^,;。:\n]{2,12}:如(?![今期约果])[^。;\n]*\Z"
    r"|(?:只有|除非)[^;。!?]*(?:才|否则)[^,;。!?]*\Z"
    r"|(?:^|[,;:。!?\n]|[^,;。!?]{0,10}(?<![此今这首末单]))每(?:当|次|逢|轮)[^,;。!?]{1,16},[^,;。!?]{0,12}(?:平均|通常|往往|一般|大约|多会|都会|总会)[^,;。!?]*\Z"
)
"""What makes a clause a condition, an example, a risk, or what follows from a condition alone: it states nothing."""
_SO_DONE = re.compile(r"为了?(?:防止|避免|防范|规避|化解)[^,;。]{1,40}而(?![且言非是])[^,;。]{0,4}\Z")
"""What makes of what is to be kept away the purpose of an act that is done: 为避免胀库而停机."""
_ASKED_OF_FIRM = re.compile(
    r"(?:问询函|监管函|关注函)[^,;。]{0,6}(?:指出?|称|要求|显示|提到|提出|关注到?|询问)|要求(?:公司|发行人|上市公司|申请人|标的公司)[^,;。]{0,4}(?:补充|说明|核实|披露|解释)"
)
"""What an exchange asks a firm to lay open: 问询函要求公司结合在建产能说明履约能力."""
_HEADED = re.compile(r"[-•·*] *[^,;。:\n]{2,14}:")
"""What heads an entry of a list of what moves a market: `- 供应方面:`."""
_KIND_THAT_MAY = re.compile(r"[^,;。]{0,16}等[^,;。]{0,12}(?:可能|可以|或会|都会|均会)")
"""What makes of it one kind of thing that may: 油砂增产等因素可能增加供应."""
SUPPOSING = re.compile(
    "的,|每[当次逢轮]|[询管注]函|不会|不至于|不足以|:如|[-•·*] *[^,;。:]{2,14}:|要求[公发上申标]|[若假倘旦当设纵]|如[果若]|要是|只[要有]|除非|即[使便]|哪怕|就算|[例比譬]如|举例|规避|防范|防止|避免|以免|对冲|抵御|化解|转移|锁定"
)
"""What every clause holds that does so."""
_BY_RULE = re.compile(
    r"(?:^|[,;:。、 ])(?P<who>[^。;]{6,60}?[^目真是总好]的),(?P<what>(?:一律|均应?|应当?|依法|责令|予以|处以|可以?|不得|视情|由(?:[^,;。]{2,14})(?:责令|依法|予以|给予))[^。;]*)"
)
_LAW = re.compile(r"违反|未[经按采落批取]|不符合|不按|擅自|存在|使用|超过|拒不|逾期|严重|构成|情节|隐瞒")
"""What a law says of whoever does what it forbids: 未经批准组织施工的,一律停产整顿."""
_ONLY_IF = re.compile(r"只有[^。;!?]*?才(?![到于宣刚])")
"""What alone would bring something about: 只有价格回升,该矿才会复产."""

_RULED_ACTS = frozenset(["production_change", "supply_source"])


def is_supposed(candidate: Candidate, scene: Scene) -> bool:
    """Tell whether a condition stands before a candidate, or before the first word that it is made of."""
    low, floor = scene.low, scene.sentence.start
    places = {candidate.start, candidate.extent[0]}
    if any(
        _SUPPOSED.search(before) and not _SO_DONE.search(before)
        for before in (low[max(floor, p - 60) : p] for p in places)
    ):
        return True
    if _HEADED.match(low, floor) and _KIND_THAT_MAY.match(low, candidate.end):
        return True
    if _ASKED_OF_FIRM.search(low, floor, candidate.start):
        return True
    rule = _BY_RULE.search(low, floor, scene.sentence.end) if candidate.type in _RULED_ACTS else None
    if rule is not None and rule.start() <= candidate.start < rule.end() and _LAW.search(rule["who"]):
        return True
    only = _ONLY_IF.search(low, floor, scene.sentence.end)
    return only is not None and only.start() < candidate.start < only.end()
