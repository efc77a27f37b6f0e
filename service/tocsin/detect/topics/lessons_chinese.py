"""Lessons in Chinese: pages that explain how goods are made, used and priced, or sell houses, whatever goods and moves they name.

A page of a knowledge base has the words of a fact (`炉衬寿命短时须停炉大修`), and those of a trade. It is known by many words of the
works and by the want of any day, speaker or comparison. A page about houses is known by its headline and its measures.
"""

import re

from tocsin.detect.texts.text import different
from tocsin.detect.topics.teaching import teaches_chinese

_SHELF = re.compile(
    r"知识库|百科|文库|技术(?:资料|文章|园地|中心|探讨)|知识园地|基础知识|(?:思考|复习|练习|课后)题|词条|参考文献|【?摘要】?[::]|关键词[::]"
)
"""Where such a page is kept, or what ends it."""
_CRAFT = re.compile(
    r"原理|工艺|流程|熔点|沸点|密度|硬度|熔炼|冶炼法|浸出|萃取|电解液|还原|焙烧|烧结|浮选|重选|磁选|回收率|直收率|吸收率|杂质|品位|氧化物|性质|用途|优点|缺点"
    r"|优缺点|好处|坏处|适用于|适于|俗称|又称|是指|分为|可分|合金元素|延展性|导电性?|耐腐蚀|耐磨|催化剂|配方|湿法|火法|炉衬|渣|返料|机理|化学式|分子式|晶体|力学性能|抗拉强度|热处理|淬火|退火"
)
"""Words of how things are made and what they are like."""
_OF_TODAY = re.compile(
    r"今日|昨日|昨天|今天|近日|日前|本周|上周|本月|上月|今年|据悉|记者|[日社]电|[讯][))】 ]|公告|宣布|消息|\d{1,2}月\d{1,2}日|截至|同比|环比|较(?:上|前)|投产|开工"
)
"""What a text of these days has: a day, a speaker, a comparison."""
_DATED = re.compile(
    r"(?:(?<!\d)20[2-9]\d年|(?<![\d年]))\d{1,2}月\d{1,2}日(?:\([^)\n]{0,8}\))?(?:[,讯电]|消息|公告|表示|宣布|公布|通报|国内|现货|收|报|起|早盘|午盘|尾盘|上午|下午)"
)
"""The day that a report tells, in its sentence: `12月5日,国内锑锭…`; the date of a page stands alone."""
_LEAD = 160
"""Characters behind the headline within which it does."""
_WORDS = re.compile(r"考研英语|高频词|四六级|雅思|托福|背单词|记单词|单词|词汇量|例句|造句|音标|作文素材")
"""What a lesson of a language has."""
_CRAFTS, _FEW = 6, 3
"""Different words of the works from which on a text teaches; so many of them are enough on a shelf."""
_HOUSES = re.compile(
    r"楼市|土地市场|土拍|宅地|新房|二手房|住宅|房价|房企|楼盘|商品房|写字楼|公寓|房地产(?:周报|日报|月报)|[购售]楼|卖地"
)
"""What heads a text about houses."""
_HOUSED = re.compile(
    r"商品住宅|住宅用?地|二手房|新房|新建商品|成交套数|成交面积|楼面价|宅地|去化|房源|挂牌量|元/㎡|元/平方米|万㎡|万平方米|可售|房企|楼盘|购房|首付|房贷|公积金|集中供地|流拍|底价成交|开盘|板块|业主|建面|均价|套"
)
"""Words of those who build, sell and buy them."""
_LETTINGS = 4
_PAPER = re.compile(
    r"(?:^|\n)【?摘\s?要】?[::]|(?:^|[\n。])【?关键词】?[::]|(?:^|\n)论文[::]|引言|参考文献|(?:研究|试验|实验|结果)表明|试验(?:材料|方法|结果)|实验部分|结论与展望|中图分类号|文献标识码|作者(?:简介|单位)|收稿日期|基金项目"
)
"""What a paper of a journal has."""
_PAPERS = 3
_MANY = 2


def tells_a_day_chinese(low: str, end: int) -> bool:
    """Tell whether the lead of a Chinese text, behind its headline, reports of a day."""
    return _DATED.search(low, end, end + _LEAD) is not None


def lesson_chinese(low: str, end: int) -> str | None:
    """Return what a Chinese text is instead of news, by its headline up to `end` and its words; None for any other."""
    if _HOUSES.search(low, 0, end) and different(_HOUSED, low, len(low)) >= _LETTINGS:
        return "a text about property"
    if different(_PAPER, low, len(low)) >= _PAPERS:
        return "a paper"
    if different(_WORDS, low, len(low)) >= _MANY:
        return "a lesson"
    if teaches_chinese(low, end):
        return "a lesson"
    crafts = different(_CRAFT, low, len(low))
    if crafts < _FEW or _OF_TODAY.search(low, end):
        return None
    return "a lesson" if crafts >= _CRAFTS or _SHELF.search(low) else None
