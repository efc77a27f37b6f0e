"""Starts of works in Chinese that are only wished for, awaited, or named for what they will bring.

Firms speak of works to come all the time (`力争早日投产`, `建成投产后,将巩固地位`). A start that says neither how much nor when is
no source of supply yet.
"""

import re

from tocsin.detect.scenes.drafts import Draft
from tocsin.detect.scenes.scene import Scene

_NOT_YET = re.compile(
    r"(?:需|须|要|应|仍需|尚需|还需|必须|需要)[^,;。]{0,2}(?:满足|具备|取得|通过|经|完成|获得|办理|待)|(?:情况|进度|进展|时间|计划|安排|条件|节奏|前景|预期)(?!顺利|良好|提前|超)"
)
"""What makes of a start a word for something else: 投产需满足标准, 项目投产情况."""
_ONCE = re.compile(r"(?:达产)?(?:之?后|以后|时)[,]?[^,;。]{0,6}(?:将|可|有望|能|预计|会)")
"""What makes of a start the time of what it will be good for: 建成投产后,将巩固地位."""
_WISHED = re.compile(r"(?:力争|争取|早日|尽快|尽早|推动|加快|加速|确保|全力|努力)[^,;。]{0,14}\Z")
"""What makes of a start one that somebody only wishes for."""
_TOOK = re.compile(r"(?:仅|只)(?:用时?了?|历时|花了?|需)")
"""What makes of a start the end of how long works took to build: 从签约到投产仅用时140天."""
_IN_TIME = re.compile(r"\d{4}年|\d{1,2}月|今年|明年|后年|年内|年底|年中|[一二三四]季度|[上下]半年|本月|下月")


def is_start_wished(draft: Draft, scene: Scene) -> bool:
    """Tell whether a start is only wished for, awaited or named for what it will bring, and nothing says how much or when."""
    if draft.direction == "new" and _TOOK.match(scene.low, draft.candidate.extent[1]):
        return True
    if draft.direction != "new" or draft.amounts or draft.sentence.order == 0:
        return False
    low, (start, end) = scene.low, draft.candidate.extent
    if _NOT_YET.match(low, end):
        return True
    if scene.says(_IN_TIME):
        return False
    return _ONCE.match(low, end) is not None or scene.says_before(_WISHED, start, 20) is not None
