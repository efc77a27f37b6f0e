"""Processes: what a Chinese works uses for each ton it makes, what a recipe holds, and what a new way of making changes.

`采用该工艺后,生铁消耗下降12%` and `吨钢成本下降36元` are figures of one shop's work. They are neither demand nor output of a market.
"""

import re

from tocsin.detect.scenes.drafts import Draft
from tocsin.detect.scenes.scene import Scene

_USED = re.compile(r"消耗|用量|耗量|耗用|使用量|[用耗][一-鿿]量")
_PROCESS = re.compile(
    r"(?:技术|工艺|方案|方法)[可能]以?够?[^,;。]{0,4}[使将把令]|工艺|配方|配比|配料|废品率|合格率|成品率|回收率|直收率|吸收率|收得率|炉龄|炉衬|吨[钢铁铝铜焦矿](?:成本|电耗|能耗|耗|水|综合)|降本增效|降耗|掺量|掺入|添加量|技改后|改造后"
    r"|(?:公斤|千克|克|kg|标准?煤|度|千瓦时)/(?:吨|t|kwh|千瓦时)|每(?:吨|台|辆|平方米)[^,;。]{0,6}(?:消耗|用|耗)|单位产品|遮盖力|白度|抗拉强度|铁水温"
)
"""Words of one shop's work."""
_WAY = re.compile(
    r"(?:采用|使用|应用|推广|改用|换用|经过|通过)[^,;。]{0,20}(?:工艺|技术|法|设备|技改|改造|炉)(?:之?后|以后|以来)?,"
)
"""What opens the gain that a new way of making brings."""
_OF_TODAY = re.compile(r"全国|我国|全球|世界|市场|行业|国内|全省")
"""Of whom a figure is that is told of all."""


def is_of_a_process(draft: Draft, scene: Scene) -> bool:
    """Tell whether a Chinese figure of use or output is that of one way of making."""
    subject, low = draft.candidate.subject, scene.low
    if scene.says_before(_OF_TODAY, draft.candidate.extent[1]):
        return False
    if scene.says_before(_WAY, draft.candidate.start) and draft.type in {
        "demand_change",
        "production_change",
    }:
        return scene.says(_PROCESS) is not None
    if subject is None or draft.type != "demand_change" or _USED.match(low, subject.start) is None:
        return False
    return scene.says(_PROCESS) is not None
