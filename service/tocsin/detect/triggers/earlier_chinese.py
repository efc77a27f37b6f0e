"""Earlier figures in Chinese: what stands before the number of a time gone by, beside which a new one tells a move."""

import re

from tocsin.detect.scenes.scene import Scene

_BACK = 140
"""Characters before a number within which its month or quarter stands."""
_BEFORE_ZH = re.compile(
    r"(?:左右|上下)?(?:\([^()]*\))?[,(](?:而|但)?(?:[一两三二]个?[天日周月年]前|一?季度前|[去上]年(?:同期|此时|这时|同日|同一?时期)|[去上]年|上[周月季]末?[一二三四五六日]?(?:同期)?|上个月|上一?季度?|昨[日天]"
    r"|前[一1]?(?:日|周|月|季度?|交易日)|上一?交易日|[年月]初|节前|去年[年末底]*|上年末|前值|(?P<this>今年|本年度?)|(?P<quarter>[一二三四])季度|(?P<month>\d{1,2})月份?[底末]?|(?P<year>(?:19|20)\d\d)年(?:度|全年|同期)?)"
    r"(?:的|均价|定价|招标价|招标定价|采购价|询盘价?|成交价|挂牌价|价格?|报价|产量|库存)?(?:则|仅|只|还|曾|尚|仍)*(?:有|为|是|报|在|约为|达)?(?:约|近|逾)?(?:每[吨桶磅]|每盎司)?\Z"
)
"""What stands before the number of an earlier time alone: `锡锭报26万元,一周前为25万元`, `二季度产量3万吨,一季度为2万吨`."""
_MONTHS = re.compile(r"(\d{1,2})月")
_YEARS = re.compile(r"((?:19|20)\d\d)年")
_QUARTERS = re.compile(r"([一二三四])季度")
_TO_COME = re.compile(r"明年|来年|次年|下一?年|20\d\d年(?!以来)")
"""A year to come, beside whose number that of this one is the earlier: `明年配额2.4亿吨,今年为3.1亿吨`."""
_RECENT = 6
"""Months back from which on an earlier figure is compared with."""


def is_before(gap: str, start: int, scene: Scene) -> bool:
    """Tell whether a Chinese clause gives the number of an earlier time; a month or quarter must come before the one told."""
    found = _BEFORE_ZH.match(gap)
    if found is None:
        return False
    told = scene.low[max(scene.sentence.start, start - _BACK) : start]
    if found["this"]:
        return _TO_COME.search(told) is not None
    if found["year"]:
        return "今年" in told or any(int(year) > int(found["year"]) for year in _YEARS.findall(told))
    if found["month"]:
        months = _MONTHS.findall(told)
        return bool(months) and 1 <= (int(months[-1]) - int(found["month"])) % 12 <= _RECENT
    if found["quarter"]:
        quarters = _QUARTERS.findall(told)
        return bool(quarters) and ("一二三四".index(quarters[-1]) - "一二三四".index(found["quarter"])) % 4 == 1
    return True
