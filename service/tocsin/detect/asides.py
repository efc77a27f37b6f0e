"""Asides: paragraphs that say by a label of their own that they tell no news: background, warnings, advertisements."""

import re

from tocsin.messages import Span

_LABEL = re.compile(
    r"\n[ \t*#>–•·-]*[【\[(]?(?:background|forward[ -]looking (?:statements?|information)|cautionary (?:notes?|statements?|language)[^:\n]{0,60}|disclaimers?|past performance"
    r"|risk (?:factors|disclosures?|warnings?)|safe harbou?r(?: statements?)?|sponsored|advertisement"
    r"|(?:新闻|事件|相关|政策|案件|项目|历史)?背景(?:资料|介绍|链接|回顾|知识|信息)?|免责声明|风险提示|风险警示|广告|延伸阅读|相关阅读|名词解释|小知识|特别声明)[】\])]?\s*[::]"
)


def find_asides(low: str) -> list[Span]:
    """Return the spans of the paragraphs so labelled, each from its label to the end of its line."""
    spans = []
    for label in _LABEL.finditer(low):
        end = low.find("\n", label.end())
        spans.append((label.start(), end if end >= 0 else len(low)))
    return spans
