"""Objects of Chinese measures: what a duty, a probe or a remedy is put on, where the words say so.

`对原产于某国的进口乳胶枕发起反倾销调查` names its goods, so that no others of the text are meant; `对铝箔包装机` speaks of machines.
"""

import re

from tocsin.detect.scenes.drafts import Draft
from tocsin.detect.scenes.scene import Scene

_OBJECT = re.compile(
    r"对(?:原产于|产自|来自|自|源自|从|进口自|源于)?(?P<what>[^,;。]{2,40}?)(?:发起|启动|立案|展开|开展|进行|作出|做出|实施|采取|征收|加征|课征|开征|继续|终止|取消|提起|适用|恢复|重新)[^,;。]{0,24}(?:反倾销|反补贴|双反|保障措施|反规避|关税|附加税|惩罚性税|税)"
    r"|(?:提高|上调|下调|降低|取消|调整|削减)(?:了|对)?(?:部分)?(?:进口|自[^,;。]{1,6}进口的?)(?P<goods>[^,;。]{1,12}?)(?:的)?(?:进口)?关税"
    r"|(?:将|把)(?:部分)?(?:进口)?(?P<set>[^,;。]{2,12}?)(?:的)?(?:进口)?关税(?:税率)?(?:由|从|提高|上调|下调|降低|升至|降至)"
)
"""What a measure is on: 对…征收反倾销税, 提高进口家具关税, 将鞋类关税提高至."""
_LEADING = re.compile(
    r"(?:全部|部分|所有|其他|相关|有关|特定|若干|多种|一批)|(?:原产于|产自|来自|自|源自)|[^的]{0,16}?(?:进口|生产|出口|制造|产|输[美欧华印]|对[美欧华印])的?|[^的]{2,14}的"
)
_SAME = re.compile(
    r"该|此|其|上述|前述|这|涉案|相关|有关|同类|物项|产品$|商品$|货物$|原料$|原材料$|矿产|金属|矿$|材料$|资源$|进口品$|所有|全部|一切|能源|原矿|矿砂"
)
"""What names again goods told before, or all of them."""
_PLACE = re.compile(r"国$|国家$|地区$|[洲盟]$|方$|双方|伙伴|企业$|公司$|实体$|银行$|船|油轮|个人$")
"""What makes the object of a measure somebody, and no goods."""
_THINGS = re.compile(
    r"(?:[机器具械车艇鞋帽袜枕杯瓶伞镜灯笔纸衣裤包箱椅桌床垫毯]|(?<![公宣发颁])布|(?<![发代])表|紧固件|螺[丝栓钉母]|机床|玩具|家具|服装|纺织品|餐具|陶瓷|瓷砖|轮椅|手套|药品|影片|软件|芯片|清洗剂|自行车|滑板车|酒|奶粉|食品|水果|家电|电器|电池组|配件|零件|部件|拉链|门窗|卫浴|五金)(?:类|产品|制品|等)*$"
)
"""What is made to be used, whatever it is made of: 铝箔包装机, 钢制家具."""


def names_other_goods(draft: Draft, scene: Scene) -> bool:
    """Tell whether a Chinese measure says what it is on, and that is none of the goods bound to it."""
    if draft.type != "export_control":
        return False
    start, end = draft.candidate.extent
    for told in _OBJECT.finditer(scene.low, scene.sentence.start, scene.sentence.end):
        if not (told.start() < end and start < told.end()):
            continue
        place, what = next(((told.start(g), text) for g, text in told.groupdict().items() if text), (0, ""))
        if _is_other(place, what, draft, scene):
            return True
    return False


def _is_other(place: int, what: str, draft: Draft, scene: Scene) -> bool:
    """Tell whether the words of an object name things that no goods of the lexicon are."""
    inside = any(place <= hit.start < place + len(what) for hit in draft.commodities)
    if (inside or draft.carried) and _THINGS.search(what):
        return not any(hit.end == place + len(what) for hit in scene.found.commodities)
    if any(place <= hit.start < place + len(what) for hit in (*scene.found.commodities, *scene.found.hints)):
        return False
    if not draft.carried or any(hit.end == place + len(what) for hit in scene.found.countries):
        return False
    own = what
    while (lead := _LEADING.match(own)) is not None and lead.end() < len(own):
        own = own[lead.end() :]
    return len(own) > 1 and _SAME.search(own) is None and _PLACE.search(own) is None


_REMEDY = re.compile(
    r"(?P<what>[^\n,:。]{2,30}?)(?:作出|做出|发起|启动|进行|实施|的)?(?:反倾销|反补贴|双反|保障措施|反规避|337)"
)
_TITLE = 60
"""Characters up to which a line may be a headline."""
_AGAINST = re.compile(r".*(?:对华|输[美欧华印]|原产于[一-鿿]{2,6}?的?|进口|中国|对)")


def is_remedy_on_things(low: str, end: int) -> bool:
    """Tell whether a headline, up to `end`, tells of a trade remedy on what is made to be used: 欧盟对华瓷砖反倾销终裁."""
    told = _REMEDY.search(low, 0, end) if end <= _TITLE and "价" not in low[:end] else None
    if told is None:
        return False
    what = _AGAINST.sub("", told["what"]) or told["what"]
    return _THINGS.search(what) is not None
