"""Exhorted in Chinese: what a meeting or a leader asks of a firm's own people, which tells nothing that happened."""

import re

from tocsin.detect.scenes.scene import Candidate, Scene

_MEETING = re.compile(
    r"(?:会议|领导|书记|董事长|总经理|负责同志|大会)(?:[\u4e00-\u9fff]{0,4})?(?:要求|强调|号召)[,:]?[^。;]{0,60}?(?:要|必须|坚决|严格|严防|杜绝|切实|抓好|做好|加强|确保|落实|压实|降低|提高|强化)"
)
"""What opens such words: `会议要求,各单位要严格落实停产检修安全措施`."""


_AUTHOR = re.compile(
    r"(?:我国|国家|政府|有关部门|主管部门|各地|行业|企业)(?:理?应当?|须|需要?|亟需|亟待|有必要)(?:尽快|尽早|进一步|加快|继续|积极|适时)?(?:完善|建立|健全|加强|加大|推进|推动|优化|提高|构建|强化|制定)[^。;]*\Z"
)
"""What an author thinks that a state ought to do: `我国应完善储备制度,择机增加储备`."""


_ENCOURAGED = re.compile(
    r"(?:鼓励|引导|动员|号召|倡导)[^,;。]{0,8}(?:农民|农户|种植户|养殖户|企业|各地|社会资本|矿山|主产区|新型经营主体)[^,;。]{0,8}\Z"
)
"""Whom a state only encourages to make more: 鼓励农民扩大种植面积."""


def is_exhorted(candidate: Candidate, scene: Scene) -> bool:
    """Tell whether a fact stands in what a meeting asks for, or an author of a state, without a number."""
    if not scene.amounts and scene.says_before(_AUTHOR, candidate.start, 60):
        return True
    if (
        candidate.type == "production_change"
        and not scene.amounts
        and scene.says_before(_ENCOURAGED, candidate.start, 24)
    ):
        return True
    told = scene.says(_MEETING)
    if told is None or candidate.start < told.start():
        return False
    return not any(amount.start >= told.start() for amount in scene.amounts)
