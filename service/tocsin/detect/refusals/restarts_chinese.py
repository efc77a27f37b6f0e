"""Restarts in Chinese that nobody can date or that make no headway, and stops that are only a thought."""

import re

_WHEN = re.compile(r"(?:何时|何日|何时能|能否|是否|几时)(?:才能?|能够?|可以?|会|重新|全面)*\Z")
_UNKNOWN = re.compile(
    r"(?:的)?(?:日期|时间表?|时点|日程)?(?:目前|仍|尚|暂|还|均)*(?:未知|未定|待定|不明|不详|不明确|无法确定|待通知|另行通知)"
)


_NONE = re.compile(r"(?:无|没有|未有|未见|未做|未作|不作|不做)(?:任何|相关|明确的?|具体的?)*\Z")
_PLANNED = re.compile(r"(?:的)?(?:计划|安排|打算|时间|日程|预期|迹象|可能|条件)")


def _is_open_when(start: int, end: int, floor: int, low: str) -> bool:
    """Tell whether a restart is only said to be open, or none is planned: `何时恢复未知`, `复产时间待定`, `暂无复产计划`."""
    if _NONE.search(low, max(floor, start - 10), start) and _PLANNED.match(low, end):
        return True
    return _WHEN.search(low, max(floor, start - 8), start) is not None or _UNKNOWN.match(low, end) is not None


_LAGS = re.compile(
    r"(?:的)?(?:计划|时间|日期|时点|进度|进程|节奏|速度|进展|步伐|工作|情况|预期)?(?:仍|已|被|依然|依旧|较为|较|偏|十分|相对|明显|整体|或|将|有所|再度|继续|也)*(?:缓慢|偏慢|较慢|迟缓|滞后|放缓|慢于预期|不及预期|低于预期|推迟|延后|延迟|受阻|遥遥无期|无望|落空)|谨慎|(?:,?(?:可能|或|预计|料)?(?:仍|还|尚|至少)*(?:需要?|有待)(?:时间|时日|一段时间|(?:至少|约)?[\d一二三四五六七八九十两数几]+(?:多|余)?个?(?:日|天|周|月|季|年)))"
)
"""What follows a restart that makes little headway: 复产进度缓慢."""
_TAKES = re.compile(
    r"(?:爬坡|周期|时间|过程|进程|工作)?(?:至少|最快|通常|一般|大约|仍|尚|还|也|约)*(?:需要?|耗时|用时|要)(?:约|近|至少|大约)? ?[\d一二两三四五六数半]"
)
"""What follows a restart that is told by how long one takes: 复产爬坡需约2周."""
_A_SPELL = re.compile(r"(?:整顿)?恢复期(?!货|铜|铝|锌|镍|锡|铅|金|银|油|价)")
"""What names how long a recovery lasts: 整顿恢复期为3至6个月."""
_RATHER = re.compile(r"(?:不如|宁可|宁愿|还不如|倒不如|只想)[^,;。]{0,4}\Z")
"""What makes a stop one that would be the better choice: 不如停下来检修."""


_BEGUN_AGAIN = re.compile(r"(?:恢复|重启|重开|复产|重新启动)(?:了|已经?|被)*\Z")
_WHICH = re.compile(r"(?:了)?的(?=[一-鿿]*(?:线|产能|矿|厂|炉|槽|装置|机组|设备|生产|井|项目|业务))")
"""What makes of a stop that which begins again: 恢复暂停的生产线."""
_OF_TOWN = re.compile(
    r"(?:供暖|供热|供水|自来水|供电|用电|用水|交通|道路|通车|通行|通信|网络|秩序|航班|列车|营业|上课|教学|生活|客流|出行)[^,;。]{0,10}(?:,[^,;。\d]{0,8})?\Z"
)
"""What a town has back, and no output: 家属院供暖管道爆裂,维修后恢复正常."""


def no_stop_or_restart(direction: str, start: int, end: int, floor: int, low: str) -> str | None:
    """Return why works that a clause says stop or start again, at these places, do neither."""
    if direction == "halt" and _RATHER.search(low, max(floor, start - 8), start):
        return "only a thought"
    if direction == "halt" and _WHICH.match(low, end) and _BEGUN_AGAIN.search(low, max(floor, start - 10), start):
        return "works that begin again"
    if direction != "resume":
        return None
    if _A_SPELL.match(low, start):
        return "how long it takes"
    if _is_open_when(start, end, floor, low):
        return "nobody knows when"
    if low.endswith("正常", start, end) and _OF_TOWN.search(low, max(floor, start - 24), start):
        return "a town's own works"
    if _TAKES.match(low, end):
        return "how long it takes"
    return "a restart that lags" if _LAGS.match(low, end) else None
