"""Seasons in Chinese: what happens every year about the same time, and so tells nothing of this one.

`每年10月至次年1月,产区停割,供应下降` and `而冬季是淡季,需求减弱` have the words of facts, as have the sentences of a calendar of any trade.
"""

import re

from tocsin.detect.scenes.scene import Candidate, Scene

_MONTHS = r"(?:\d{1,2}|[一二三四五六七八九十]{1,2})(?:月份?)?(?:[-~至到—](?:次年|来年|翌年|第二年)?的?(?:\d{1,2}|[一二三四五六七八九十]{1,2}))?月份?"
_SEASON = r"(?:[春夏秋冬][季天]?|[上下]半年|[一二三四]季度|年[初中底末]|岁末)"
_EVERY_YEAR = re.compile(
    rf"(?:每年|每到|每逢|年年|历年)(?:的)?(?:到|到了|从|自|在)?(?:{_MONTHS}|{_SEASON}|(?:[^,;。\d]{{1,6}})?(?:雨季|旱季|汛期|淡季|旺季|春节|国庆|年关))[^。;!?]*\Z"
)
"""What opens a sentence about a time of every year: 每年11月至次年2月, 每到冬季."""
_IS_SEASON = re.compile(
    rf"(?:^|[,;:。!?\n ])(?:而|但|其中)?(?:{_SEASON}|{_MONTHS}){{1,2}}(?:通常|一般|往往|历来|向来|则|均|都)*(?:是|为|属于|属)[^,;。\d]{{0,14}}(?:淡|旺)季(?:(?!但|却|然而|不过|今|不旺|不淡|反而)[^。;!?])*\Z"
)
"""The same that says what a time of the year is: 而夏季7-8月是汽车销售淡季."""
_THIS_YEAR = re.compile(
    r"今年|去年|明年|本年|当前|目前|眼下|近期|近日|日前|昨|今日|本[月周]|上[月周]|同比|环比|(?:19|20)\d\d年|记者|[日社]电|据"
)
"""What ties it to one year after all."""
_OF_A_MARKET = frozenset(["price_move", "production_change", "demand_change", "inventory_change"])


def of_every_year(candidate: Candidate, scene: Scene) -> bool:
    """Tell whether a market's fact is one of every year at such a time."""
    if candidate.type not in _OF_A_MARKET or scene.says(_THIS_YEAR):
        return False
    before = scene.low[max(0, scene.sentence.start - 1) : candidate.start]
    return _EVERY_YEAR.search(before) is not None or _IS_SEASON.search(before) is not None
