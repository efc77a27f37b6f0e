"""Teaching: texts that explain how a price, a market or works behave in general, known by the words of explanation they are full of.

`When rates fall, gold tends to rise` has the words of a fact. One such sentence also stands in a report; a text that has many of them,
and neither tells a day nor quotes anybody at its top, teaches.
"""

import re

from tocsin.detect.texts.text import different

_EXPLAINS = re.compile(
    r"\b(?:tends? to|typically|usually|generally speaking|as a result,|on the other hand|conversely|(?:for|to give an) example|for instance|let(?:'|’)s say|opportunity cost|inverse(?:ly)?|correlat(?:ed|ion)|relationship between"
    r"|it(?:'|’)s important to|keep in mind|in simple terms|break it down|in general|factors? (?:that|which|like|such as)|influenced by|store of value|safe[- ]haven assets?|fluctuat\w+|not always straightforward|complex and|multifaceted"
    r"|ever (?:wonder|notic)ed|in other words|put simply|this means that|in this (?:article|guide|lesson|post|section)|do your own research|can (?:drive|push) up|may (?:choose|decide) to|might think|whenever)\b"
)
"""Words by which an English text explains."""
_REPORTS = re.compile(
    r"\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|said|says|told|today|yesterday|(?:this|last) (?:week|month|quarter)|reuters|bloomberg|announced)\b"
)
"""What a report has at its top."""
_MANY = 4
_EXPLAINS_ZH = re.compile(
    r"通常(?!情况)|往往|一般(?:来说|而言|来讲|情况下)|反之|例如|比如|举(?:个)?例|机会成本|负相关|正相关|反向关系|避险(?:属性|资产|工具)|保值|供求关系|供需关系|由什么决定|影响因素|驱动因素|换句话说|简单来说|也就是说|这意味着|之所以|所谓|本质是|底层逻辑|核心逻辑|当[^,;。\n]{2,16}时,|如果[^,;。\n]{2,20},那么|则会|就会|逻辑链|是指|指的是|(?:多重|多种|诸多|多方面)因素|季节性(?:特征|规律|因素)|(?:影响|传导|形成|作用)机制|扮演着?[^,;。]{0,8}角色|本文将?(?:从|对|围绕|探讨|深入)"
)
"""Words by which a Chinese one does."""
_REPORTS_ZH = re.compile(
    r"\d{1,2}月\d{1,2}日|今日|昨日|今天|昨天|近日|日前|本周|上周|据悉|记者|[日社]电|讯|公告|宣布|截至"
)
_MANY_ZH = 4
_TOP, _LEAD = 1600, 400
"""Characters within which a text shows that it teaches, and behind the headline within which it would tell a day."""


def teaches(low: str, end: int) -> bool:
    """Tell whether an English text, whose headline goes up to `end`, explains and reports nothing."""
    if _REPORTS.search(low, end, end + _LEAD):
        return False
    return different(_EXPLAINS, low, _TOP) >= _MANY


def teaches_chinese(low: str, end: int) -> bool:
    """Tell whether a Chinese text does."""
    if _REPORTS_ZH.search(low, end, end + _LEAD // 2):
        return False
    return different(_EXPLAINS_ZH, low, _TOP // 2) >= _MANY_ZH
